"""Damaged files by the thousand: each is refused, or opens and says exactly what it said."""

import random
from collections import Counter
from contextlib import suppress

import pytest

from qpdesk.domain import edits
from qpdesk.domain.nodes import Kind
from qpdesk.store import scratch
from qpdesk.store.errors import Damaged, NotAPlanFile, TooNew
from qpdesk.store.tables import log_of
from tests.store.desk import contents, the

_PAGE = 4096


def flip_a_bit(raw, chance):
    raw[chance.randrange(len(raw))] ^= 1 << chance.randrange(8)


def change_a_byte(raw, chance):
    raw[chance.randrange(len(raw))] = chance.randrange(256)


def cut_off(raw, chance):
    del raw[chance.randrange(len(raw)) :]


def cut_out(raw, chance):
    at = chance.randrange(len(raw) - _PAGE)
    del raw[at : at + _PAGE]


def lose_a_sector(raw, chance):
    at = chance.randrange(len(raw) // 512) * 512
    raw[at : at + 512] = bytes(512)


def swap_pages(raw, chance):
    one, two = (at * _PAGE for at in chance.sample(range(len(raw) // _PAGE), 2))
    raw[one : one + _PAGE], raw[two : two + _PAGE] = raw[two : two + _PAGE], raw[one : one + _PAGE]


def fill_with_noise(raw, chance):
    at = chance.randrange(len(raw) - _PAGE)
    raw[at : at + _PAGE] = chance.randbytes(_PAGE)


def append(raw, chance):
    raw += chance.randbytes(chance.randrange(1, 9000))


KINDS = (
    flip_a_bit, change_a_byte, cut_off, cut_out, lose_a_sector, swap_pages, fill_with_noise, append
)  # fmt: skip


def try_all(desk, folder, rounds):
    """Open so many damaged files of each kind; what came of them."""
    for number in range(30):
        area = the(desk.register, Kind.AREA)
        desk.do(edits.change(desk.register, [area.id], "routine", f"Rutin {number}\n" * number))
    desk.publish()
    whole = desk.path.read_bytes()
    with scratch.opened(desk.path, whole, folder / "whole.db") as (cursor, _):
        log = log_of(cursor)
    chance = random.Random(1)
    outcomes = Counter()
    for kind in KINDS:
        for _ in range(rounds):
            raw = bytearray(whole)
            kind(raw, chance)
            outcome = "refused"
            with suppress(Damaged, NotAPlanFile, TooNew):  # and nothing else may be raised
                content, file = bytes(raw), folder / "damaged.db"
                with scratch.opened(desk.path, content, file) as (cursor, found):
                    assert found.nodes == contents(desk.register)
                    assert log_of(cursor) == log
                outcome = "harmless"
            outcomes[kind.__name__, outcome] += 1
    return outcomes


def test_damaged_files(desk, tmp_path):
    outcomes = try_all(desk, tmp_path, 40)
    assert outcomes["flip_a_bit", "refused"]  # much of a small file is empty space
    assert outcomes["cut_off", "refused"] == 40


@pytest.mark.faults
def test_ten_thousand_damaged_files(desk, tmp_path, tell):
    outcomes = try_all(desk, tmp_path, 1300)
    told = ", ".join(f"{kind} {n} {what}" for (kind, what), n in sorted(outcomes.items()))
    tell(f"{outcomes.total()} damaged .qpd: {told}")
    assert outcomes.total() >= 10_000
