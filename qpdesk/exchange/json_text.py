"""JSON from outside as plain values: within limits, with clean texts, and no key twice."""

import json
from collections.abc import Iterator

from qpdesk.domain.text import cleansed
from qpdesk.exchange.errors import ImportFailed, Reason
from qpdesk.exchange.findings import Code, Finding, Spot

LARGEST_FILE = 64 * 2**20  # bytes; a plan of 10,000 items is about 5 MB
MOST_VALUES = 5_000_000
DEEPEST = 64  # levels of lists and objects; a plan needs 10

Path = tuple[str | int, ...]


def parse(data: bytes) -> tuple[object, list[Finding]]:
    """The value that a JSON file holds, and where control characters were replaced.

    Raises:
        ImportFailed: It is no JSON in UTF-8, too large or too deep, or an object has a key twice.
    """
    if len(data) > LARGEST_FILE:
        raise ImportFailed(Reason.TOO_LARGE)
    try:
        value = json.loads(
            data.decode("utf-8-sig"), object_pairs_hook=_object, parse_constant=_refuse
        )
    except (ValueError, RecursionError) as error:
        raise ImportFailed(Reason.NOT_JSON, detail=str(error)) from None
    findings: list[Finding] = []
    return _cleansed(value, findings), findings


def path_text(path: Path) -> str:
    """A place as a reader of the file would write it: ``areas[2].children[0].level``."""
    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return "".join(steps).removeprefix(".")


def wrong(path: Path, value: object) -> ImportFailed:
    """The failure that names a wrong value and its place."""
    return ImportFailed(Reason.WRONG_VALUE, path_text(path), repr(value))


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    result: dict[str, object] = {}
    for raw, value in pairs:
        key, _ = cleansed(raw)
        if key in result:
            raise ImportFailed(Reason.TWICE, detail=key)
        result[key] = value
    return result


def _refuse(constant: str) -> None:
    raise ValueError(constant)  # NaN and Infinity are no JSON


def _cleansed(value: object, findings: list[Finding]) -> object:
    """The value with U+FFFD for control characters. In place, without recursion."""
    if isinstance(value, str):
        return cleansed(value)[0]
    todo: list[tuple[object, Path]] = [(value, ())]
    seen = 0
    while todo:
        branch, path = todo.pop()
        seen += len(branch) if isinstance(branch, dict | list) else 0
        if seen > MOST_VALUES or len(path) >= DEEPEST:
            raise ImportFailed(Reason.TOO_LARGE, path_text(path)[:200])
        for step, below in _below(branch):
            if isinstance(below, dict | list):
                todo.append((below, (*path, step)))
            elif isinstance(below, str):
                text, replaced = cleansed(below)
                branch[step] = text  # type: ignore[index]  # a list or an object, see _below
                if replaced:
                    place = Spot(path=path_text((*path, step)))
                    findings.append(Finding(Code.CONTROL_CHARACTERS, place, text))
    return value


def _below(branch: object) -> Iterator[tuple[str | int, object]]:
    match branch:
        case dict():
            yield from list(branch.items())
        case list():
            yield from enumerate(branch)
        case _:
            return
