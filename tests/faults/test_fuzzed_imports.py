"""Damaged Word, Excel and JSON files by the thousand: read, or refused with a reason; in time."""

import io
import json
import random
import signal
import zipfile
from collections import Counter

import pytest

from qpdesk.domain.nodes import Kind
from qpdesk.exchange.errors import ImportFailed
from qpdesk.exchange.sheet_writing import export_workbook
from qpdesk.services.exporting import plan_as_json
from qpdesk.services.printing import Report, ReportKind, write_word
from tests.exchange.trees import reading_of
from tests.store.desk import the

_LIMIT = 20.0  # seconds for a file of some kilobytes, on a machine that is busy
_STRANGE = (
    b"<", b">", b"&", b"\0", b"]]>", b"<!DOCTYPE x>", b"=1+1", b"-1", b"99999999999999",
    b"\xff\xfe", b"\xed\xa0\x80", b"w:tbl", b"</w:tc>", b"NaN", b"1e999", b"{", b"[[[[",
)  # fmt: skip


def word(desk, folder):
    report = Report(the(desk.register, Kind.PLAN).id, ReportKind.PLAN)
    write_word(desk.register, report, folder / "p.docx")
    return (folder / "p.docx").read_bytes()


def excel(desk, _folder):
    return export_workbook(desk.register, the(desk.register, Kind.PLAN).id)


def data(desk, _folder):
    return plan_as_json(desk.register, the(desk.register, Kind.PLAN).id)


FILES = {"docx": word, "xlsx": excel, "json": data}


def flipped(raw, chance):
    raw[chance.randrange(len(raw))] ^= 1 << chance.randrange(8)


def cut(raw, chance):
    del raw[chance.randrange(len(raw)) :]


def without_a_piece(raw, chance):
    at = chance.randrange(len(raw))
    del raw[at : at + chance.randrange(1, 200)]


def twice(raw, chance):
    at = chance.randrange(len(raw))
    raw[at:at] = raw[at : at + chance.randrange(1, 2000)]


def with_something_strange(raw, chance):
    at = chance.randrange(len(raw))
    raw[at : at + chance.randrange(3)] = chance.choice(_STRANGE)


WAYS = (flipped, cut, without_a_piece, twice, with_something_strange)


def inside(whole, chance, way):
    """The package with one part damaged, packed again so that its checksums are right."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as old, zipfile.ZipFile(buffer, "w") as new:
        names = [name for name in old.namelist() if old.getinfo(name).file_size > 40]
        wanted = chance.choice(names)
        for name in old.namelist():
            raw = bytearray(old.read(name))
            if name == wanted:
                way(raw, chance)
            new.writestr(name, bytes(raw))
    return buffer.getvalue()


def other_values(whole, chance, _way):
    """The JSON with one value of another kind, in a file that is JSON still."""
    tree = json.loads(whole)
    at = tree
    while True:
        keys = list(at) if isinstance(at, dict) else list(range(len(at)))
        key = chance.choice(keys)
        if isinstance(at[key], dict | list) and at[key] and chance.random() < 0.85:
            at = at[key]
            continue
        at[key] = chance.choice(
            (None, -1, 10**30, "x" * 9000, [], {}, True, "2026-99-99", {"id": {"id": []}}, "\ud800")
        )
        return json.dumps(tree).encode()


def try_all(whole, deeper, rounds):
    """Read so many damaged files, half of them damaged from within; what came of them."""
    chance, outcomes = random.Random(2), Counter()
    for number in range(rounds):
        way = WAYS[number % len(WAYS)]
        if number % 2:
            damaged = deeper(whole, chance, way)
        else:
            raw = bytearray(whole)
            way(raw, chance)
            damaged = bytes(raw)
        signal.setitimer(signal.ITIMER_REAL, _LIMIT)
        try:
            outcome = "read" if reading_of(damaged).nodes else "nothing found"
        except ImportFailed as refusal:  # and nothing else may be raised
            outcome = refusal.reason.value
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
        outcomes[outcome] += 1
    return outcomes


@pytest.fixture(autouse=True)
def alarm():
    """A file that is read without end is a fault as well."""

    def ring(_signal, _frame):
        raise TimeoutError

    kept = signal.signal(signal.SIGALRM, ring)
    yield
    signal.signal(signal.SIGALRM, kept)


pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGALRM"), reason="Windows has no alarm")


@pytest.mark.parametrize("kind", FILES)
def test_damaged_files(desk, tmp_path, kind):
    outcomes = try_all(FILES[kind](desk, tmp_path), deeper_of(kind), 100)
    assert len(outcomes) > 1


@pytest.mark.faults
@pytest.mark.parametrize("kind", FILES)
def test_ten_thousand_damaged_files(desk, tmp_path, kind, tell):
    outcomes = try_all(FILES[kind](desk, tmp_path), deeper_of(kind), 10_000)
    assert outcomes["read"] > 100  # they were not all refused at the door
    told = ", ".join(f"{outcome} {n}" for outcome, n in outcomes.most_common())
    tell(f"{outcomes.total()} damaged {kind}: {told}")


def deeper_of(kind):
    return other_values if kind == "json" else inside
