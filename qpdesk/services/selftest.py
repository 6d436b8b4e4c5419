"""Tries on this machine what the installed program stands on, with nobody's files."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from qpdesk import assets
from qpdesk.domain.nodes import Measure
from qpdesk.domain.register import Register
from qpdesk.services.checking import check, read_register
from qpdesk.services.example import make_example
from qpdesk.services.exporting import plan_as_json
from qpdesk.services.printing import Report, ReportKind, write_report
from qpdesk.services.showing import plans
from qpdesk.services.spelling import OwnWords, Speller
from qpdesk.system.paths import Paths

_LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><rect width="2" height="1"/></svg>'
)
_TRUETYPE = (b"\0\1\0\0", b"true")
_TRANSLATION = b"\x3c\xb8\x64\x18"


@dataclass(frozen=True, slots=True)
class Result:
    """How one trial went."""

    subject: str
    detail: str
    """What was seen, in Swedish."""
    passed: bool


class Missing(Exception):
    """Something that belongs to the installation is not there, or is not what it should be."""


def trial(subject: str, attempt: Callable[[], str]) -> Result:
    """Try one thing. Whatever goes wrong is the answer, not an error."""
    try:
        return Result(subject, attempt(), passed=True)
    except Exception as error:  # noqa: BLE001 - a self-test tells of every fault
        return Result(subject, f"{type(error).__name__}: {error}", passed=False)


def trials() -> Iterator[Result]:
    """Try database, documents, fonts, translations and spelling, one after the other."""
    with TemporaryDirectory(prefix="qpdesk-") as folder:
        home = Path(folder)
        file = home / "Självtest å ä ö.qpd"
        yield trial("databas", lambda: _database(file, Paths.under(home / "hem")))
        yield trial("PDF", lambda: _documents(read_register(file), home))
        yield trial("JSON", lambda: _data(read_register(file)))
    yield trial("typsnitt", lambda: _whole("fonts/*.ttf", _TRUETYPE))
    yield trial("översättningar", _translations)
    yield trial("stavning", _spelling)


def _database(file: Path, paths: Paths) -> str:
    make_example(file, paths)
    if problems := check(file):
        raise Missing(problems[0])
    measures = sum(isinstance(node, Measure) for node in read_register(file).walk(None))
    return f"skrev och läste tillbaka {measures} åtgärder"


def _documents(register: Register, folder: Path) -> str:
    """Every document with a drawn logo, and its pages as the preview reads them."""
    from qpdesk.services.proofs import Proof  # noqa: PLC0415 - what it loads is tried here

    plan, pages = plans(register)[0], 0
    look = folder / "profil"
    look.mkdir()
    (look / "logo.svg").write_text(_LOGO, encoding="utf-8")
    (look / "profile.toml").write_text('logo = "logo.svg"\nlogo_text = "Logo"', encoding="utf-8")
    for kind in ReportKind:
        target = folder / f"{kind}.pdf"
        printed = write_report(register, Report(plan.id, kind), target, profile=look)
        proof = Proof(target.read_bytes())
        seen = len(proof.sizes) if proof.text(1).strip() else 0
        proof.close()
        if printed.missing or seen != printed.pages:
            raise Missing(f"{kind}: {' '.join(printed.missing)}")
        pages += seen
    return f"skrev och läste plan och uppföljning, {pages} sidor"


def _data(register: Register) -> str:
    return f"{len(plan_as_json(register, plans(register)[0].id))} byte öppet format"


def _whole(pattern: str, beginnings: tuple[bytes, ...]) -> str:
    """The files of the program that match, each with the right beginning."""
    files = sorted(Path(assets.__file__).parent.glob(pattern))
    if not files:
        raise Missing(pattern)
    for file in files:
        if not file.read_bytes().startswith(beginnings):
            raise Missing(file.name)
    return ", ".join(file.stem for file in files)


def _translations() -> str:
    """Swedish is in the program itself; other languages are files."""
    others = any(Path(assets.__file__).parent.glob("*.qm"))
    return f"svenska, {_whole('*.qm', (_TRANSLATION,))}" if others else "svenska"


def _spelling() -> str:
    """Without it the program works as before, but underlines nothing."""
    speller = Speller(OwnWords(Path()))
    right, wrong = ("Kvalitetsberättelse", "SoL", "UBÅT"), "arbetsätt"
    if not all(map(speller.knows, right)) or speller.knows(wrong):
        raise Missing("ordlistan svarar fel")
    return f"svenska; {wrong} blir {speller.suggest(wrong)[0]}"
