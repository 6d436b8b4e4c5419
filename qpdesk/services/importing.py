"""Taking a plan in from a file: first read and looked at, then put in as one edit.

Nothing that reads Word or Excel is loaded before the first file is read.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path

from qpdesk.domain import edits
from qpdesk.domain.changes import Deed, Edit
from qpdesk.domain.nodes import Kind
from qpdesk.domain.order import NodeId
from qpdesk.domain.register import Register
from qpdesk.domain.text import cleansed
from qpdesk.exchange.errors import ImportFailed, Reason
from qpdesk.exchange.findings import Code, Finding, Reading, Spot, Weight

__all__ = [
    "Code",
    "Finding",
    "ImportFailed",
    "Reading",
    "Reason",
    "Spot",
    "Weight",
    "bytes_of",
    "corrected",
    "import_edit",
    "read_source",
]


def read_source(path: Path) -> Reading:
    """What a Word, Excel or open JSON file holds, with everything a person should look at.

    The kind of file is told by its content. Nothing is changed anywhere.

    Raises:
        ImportFailed: The file cannot be read; the reason says why.
    """
    from qpdesk.exchange import sources  # noqa: PLC0415 - see the module's docstring

    return sources.read(bytes_of(path, sources.LARGEST_FILE + 1), path.stem)


def bytes_of(path: Path, most: int) -> bytes:
    """The first ``most`` bytes of a file.

    Raises:
        ImportFailed: It cannot be read; the reason says why.
    """
    try:
        with path.open("rb") as file:
            return file.read(most)
    except FileNotFoundError:
        raise ImportFailed(Reason.NOT_FOUND) from None
    except PermissionError:
        raise ImportFailed(Reason.NOT_PERMITTED) from None
    except OSError as error:
        kind = Reason.NOT_PERMITTED if path.is_dir() else Reason.DAMAGED
        raise ImportFailed(kind, detail=str(error)) from None


def corrected(
    reading: Reading,
    draft: Register,
    left_out: Collection[NodeId],
    loose: Sequence[str],
    heading: str,
) -> Reading:
    """A reading as a person has corrected it.

    Args:
        reading: What was read.
        draft: Its items, with what was corrected in them.
        left_out: Items that shall not come in, nor what stands below them.
        loose: Texts that had no place in the plan, to be kept in a chapter.
        heading: That chapter's heading.
    """
    [plan] = draft.children()
    if loose:
        text = "\n".join(cleansed(each)[0] for each in loose)
        for change in edits.add(draft, Kind.CHAPTER, plan.id, title=heading, text=text).changes:
            draft.apply(change)
    kept, out = [plan], set(left_out)
    for node in draft.walk(plan.id):
        if node.id in out or node.place.parent in out:
            out.add(node.id)
        else:
            kept.append(node)
    return replace(reading, nodes=tuple(kept))


def import_edit(register: Register, reading: Reading, name: str) -> Edit:
    """The one edit that puts a reading into the register, the plan last among the plans.

    Args:
        register: Where to; an item whose id it already has gets a new one.
        reading: What ``read_source`` found.
        name: The file's name, for the history.
    """
    return edits.graft(register, reading.nodes, Deed.IMPORT, name)
