"""Makes the sample file of this version: ``python -m tests.store.make_sample``, once per version.

A released version's sample is never made again: it must open for ever. When the fields of the
domain change, raise ``MINOR`` in ``qpdesk/store/schema.py`` and make the sample of the new version.
"""

import json
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from qpdesk.domain import edits
from qpdesk.domain.changes import Deed
from qpdesk.domain.nodes import TYPES, Kind, Node
from qpdesk.domain.order import NodeId, Place
from qpdesk.domain.record import FIELDS, from_record, to_record
from qpdesk.store import checking, reading
from qpdesk.store.log_tables import MAJOR, MINOR
from tests.store.desk import Desk

FILES = Path(__file__).with_name("files")
CURRENT = FILES / f"{MAJOR}.{MINOR}"

_VALUES = {
    "extra": '{"färg": "grön"}', "key": "1a", "level": 9, "likelihood": 3, "consequence": 3,
    "scale": "Sällan; Ibland; Ofta | Liten; Märkbar; Stor | 1 låg; 4 hög",
}  # fmt: skip


def main() -> None:
    """Make the sample, and beside it what it says, in JSON, and its schema."""
    CURRENT.mkdir()
    with TemporaryDirectory() as home:
        desk = Desk(Path(home), CURRENT / "plan.qpd", "Åsa Öberg").open()
        desk.do(edits.graft(desk.register, _nodes(), Deed.IMPORT, "plan.json"))
        area = next(desk.register.walk(NodeId(f"{1:032x}")))
        desk.do(edits.rename(desk.register, area.id, "Nytt namn"))
        gone = edits.delete(desk.register, [area.id])
        desk.do(gone)
        desk.do(gone.inverse(), undo=True)
        desk.publish()
        events = len(desk.file.history())
        desk.close()
    said = told(CURRENT / "plan.qpd") | {"events": events}
    text = json.dumps(said, ensure_ascii=False, indent=1, sort_keys=True)
    (CURRENT / "plan.json").write_text(text + "\n", encoding="utf-8")
    (CURRENT / "schema.sql").write_text(schema(), encoding="utf-8")


def told(path: Path) -> dict[str, object]:
    """What a file says, in plain values."""
    register = reading.read_register(path)
    items = {
        node.id: {"place": [node.place.parent, node.place.key], **to_record(node)}
        for node in register.nodes()
    }
    return {"items": items}


def schema() -> str:
    """The schema of this version, readable."""
    return "\n\n".join(sorted(str(sql) for *_, sql in checking._our_schema() if sql)) + "\n"


def _nodes() -> list[Node]:
    """One item of each kind under each kind of parent, every field filled."""
    plan = _node(Kind.PLAN, None, 1)
    nodes = [plan, _node(Kind.CHAPTER, plan, 2), _node(Kind.FOOTNOTE, plan, 3)]
    area = _node(Kind.AREA, plan, 4)
    risk = _node(Kind.RISK, area, 5)
    controls = [_node(Kind.CONTROL, risk, 6), _node(Kind.CONTROL, area, 7)]
    measures = [
        _node(Kind.MEASURE, above, 8 + at) for at, above in enumerate((area, risk, *controls))
    ]
    result = _node(Kind.RESULT, controls[0], 20)
    indicator = _node(Kind.INDICATOR, plan, 21)
    return [
        *nodes, area, risk, *controls, result, *measures, indicator,
        _node(Kind.OBSERVATION, indicator, 22),
    ]  # fmt: skip


def _node(kind: Kind, parent: Node | None, number: int) -> Node:
    place = Place(None if parent is None else parent.id, f"{number:02d}1")
    record = {name: _value(kind, name, wanted) for name, wanted in FIELDS[kind].items()}
    node = from_record(kind, NodeId(f"{number:032x}"), place, record)
    return replace(node, level=2) if kind is Kind.CHAPTER else node


def _value(kind: Kind, name: str, wanted: type) -> str | int | float:
    if name in _VALUES:
        return _VALUES[name]
    match wanted.__name__:
        case "str":
            return (
                f"{kind}: {name} – åäö\n- punkt" if name in {"text", "follow_up"} else f"{name} å"
            )
        case "int":
            return 2022
        case "float":
            return 4.25
        case "date":
            return "2022-03-16"
        case _:
            return list(wanted)[-1].value  # type: ignore[call-overload]  # a choice


assert TYPES.keys() == set(Kind)

if __name__ == "__main__":
    main()
