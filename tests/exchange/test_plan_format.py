"""The open format: nothing is lost both ways, same plan same bytes, errors name the place."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qpdesk.domain.nodes import (
    Area,
    Chapter,
    Control,
    Footnote,
    Kind,
    Measure,
    Plan,
    Result,
    Risk,
    kind_of,
)
from qpdesk.domain.order import NodeId, Place
from qpdesk.domain.register import Register
from qpdesk.exchange import json_text, planting
from qpdesk.exchange.errors import ImportFailed, Reason
from qpdesk.exchange.findings import Code
from qpdesk.exchange.plan_format import export_plan
from qpdesk.exchange.plan_keys import fields_of, key_of, known_keys
from qpdesk.exchange.plan_reading import read_plan
from tests.plans import registers

EXAMPLE = {
    "format": "qpdesk-plan",
    "version": 1,
    "plan": {"id": "p", "title": "Kvalitetsplan", "year": 2031, "state": "draft"},
    "chapters": [
        {
            "level": 2,
            "heading": "Bakgrund",
            "blocks": [
                {"kind": "paragraph", "text": "Ett stycke[^1]."},
                {"kind": "bullet", "text": "en punkt"},
            ],
        }
    ],
    "areas": [
        {
            "id": "a",
            "name": "Öppenvård",
            "children": [
                {
                    "kind": "risk",
                    "id": "r",
                    "title": "Något går fel",
                    "level": 9,
                    "children": [
                        {
                            "kind": "control",
                            "title": "Stickprov",
                            "results": [{"period": "VB 2031", "value": 67, "judgement": ""}],
                            "children": [{"kind": "measure", "title": "Gör om"}],
                        },
                        {"kind": "measure", "title": "Gör rätt", "status_reference": "r"},
                    ],
                }
            ],
        }
    ],
    "indicators": [
        {
            "area": "Öppenvård",
            "name": "Andel nöjda",
            "unit": "percent",
            "observations": [{"period": "2031", "outcome": 4.2, "no_result_reason": None}],
        }
    ],
    "footnotes": {"1": "En not."},
}


def told(register, parent=None):
    """Ids, fields and order of everything below an item, list by list."""
    lists = [
        [Kind.RISK, Kind.CONTROL, Kind.MEASURE],
        *([kind] for kind in Kind if kind not in {Kind.RISK, Kind.CONTROL, Kind.MEASURE}),
    ]
    return [
        [(replace(node, place=Place(parent, "-")), told(register, node.id)) for node in nodes]
        for kinds in lists
        if (nodes := register.children(parent, *kinds))
    ]


def changed(path, value):
    """The example with another value at a place."""
    whole = json.loads(json.dumps(EXAMPLE))
    branch = whole
    for step in path[:-1]:
        branch = branch[step]
    branch[path[-1]] = value
    return json.dumps(whole).encode()


def as_bytes(whole):
    return json.dumps(whole).encode()


@given(registers(plans=1, largest=20))
def test_import_of_an_export_is_the_plan(register):
    (plan,) = register.children()
    data = export_plan(register, plan.id)

    reading = read_plan(data)

    again = Register(reading.nodes)
    assert told(again) == told(register)
    assert not reading.findings
    assert export_plan(again, plan.id) == data


@given(registers(plans=2))
def test_one_plan_of_several_leaves_alone(register):
    for plan in register.children():
        again = Register(read_plan(export_plan(register, plan.id)).nodes)
        assert len(again) == 1 + sum(1 for _ in register.walk(plan.id))


def test_every_field_has_a_key_of_its_own():
    for kind in Kind:
        names = [key_of(kind, name) for name in fields_of(kind)]
        assert len(set(names)) == len(names)
        assert set(names) <= known_keys(kind)


def test_the_format_s_example_is_read():
    reading = read_plan(as_bytes(EXAMPLE))

    kinds = [kind_of(node).value for node in reading.nodes]
    assert kinds == [
        "plan",
        "chapter",
        "area",
        "risk",
        "control",
        "result",
        "measure",
        "measure",
        "indicator",
        "observation",
        "footnote",
    ]
    chapter = next(node for node in reading.nodes if isinstance(node, Chapter))
    assert chapter.text == "Ett stycke[^1].\n- en punkt"
    assert next(node for node in reading.nodes if isinstance(node, Footnote)).text == "En not."
    assert next(node for node in reading.nodes if isinstance(node, Result)).value == 67


def test_an_id_of_another_shape_is_replaced_with_its_references_and_reported():
    reading = read_plan(as_bytes(EXAMPLE))

    risk = next(node for node in reading.nodes if isinstance(node, Risk))
    referring = [node for node in reading.nodes if isinstance(node, Measure)][1]
    assert referring.status_reference == risk.id != "r"
    assert [finding.text for finding in reading.findings if finding.code is Code.NEW_ID] == [
        "p",
        "a",
        "r",
    ]


def test_unknown_keys_anywhere_leave_again():
    whole = json.loads(json.dumps(EXAMPLE))
    whole["made_by"] = {"program": "annat", "n": [1, 2.5, None, True]}
    whole["plan"]["färg"] = "blå"
    whole["chapters"][0]["x"] = 1
    whole["chapters"][0]["blocks"][1]["lang"] = "sv"
    whole["areas"][0]["children"][0]["children"][0]["results"][0]["y"] = "z"
    whole["indicators"][0]["observations"][0]["källa"] = "Kolada"
    register = Register(read_plan(as_bytes(whole)).nodes)

    again = json.loads(export_plan(register, register.children()[0].id))

    assert again["made_by"] == whole["made_by"]
    assert again["plan"]["färg"] == "blå"
    assert again["chapters"][0]["x"] == 1
    assert again["chapters"][0]["blocks"] == whole["chapters"][0]["blocks"]
    assert again["areas"][0]["children"][0]["children"][0]["results"][0]["y"] == "z"
    assert again["indicators"][0]["observations"][0]["källa"] == "Kolada"


def test_keys_of_a_block_that_is_gone_still_leave():
    whole = json.loads(json.dumps(EXAMPLE))
    whole["chapters"][0]["blocks"][1]["lang"] = "sv"
    nodes = [
        replace(node, text="") if isinstance(node, Chapter) else node
        for node in read_plan(as_bytes(whole)).nodes
    ]

    again = json.loads(export_plan(Register(nodes), nodes[0].id))

    assert again["chapters"][0]["blocks"] == [{"kind": "paragraph", "text": "", "lang": "sv"}]


def test_two_notes_with_one_key_both_travel():
    plan = Plan(place=Place(None, "1"), title="P")
    notes = [Footnote(place=Place(plan.id, key), key="1", text=f"Not {key}") for key in "12"]

    register = Register([plan, *notes])
    again = Register(read_plan(export_plan(register, plan.id)).nodes)

    assert told(again) == told(register)


@pytest.mark.parametrize(
    ("path", "value", "reason", "place"),
    [
        (["version"], 2, Reason.WRONG_VERSION, "version"),
        (["version"], True, Reason.WRONG_VERSION, "version"),
        (["plan"], [], Reason.WRONG_VALUE, "plan"),
        (["plan", "title"], "", Reason.MISSING, "plan.title"),
        (["plan", "year"], "2031", Reason.WRONG_VALUE, "plan.year"),
        (["plan", "year"], 31, Reason.WRONG_VALUE, "plan.year"),
        (["plan", "year"], 2031.5, Reason.WRONG_VALUE, "plan.year"),
        (["plan", "state"], "klar", Reason.WRONG_VALUE, "plan.state"),
        (["plan", "decision_date"], "16/3", Reason.WRONG_VALUE, "plan.decision_date"),
        (["plan", "qpdesk-plan"], {}, Reason.WRONG_VALUE, "plan.qpdesk-plan"),
        (["areas"], {}, Reason.WRONG_VALUE, "areas"),
        (["areas", 0, "name"], None, Reason.WRONG_VALUE, "areas[0].name"),
        (["areas", 0, "children", 0, "kind"], {}, Reason.WRONG_VALUE, "areas[0].children[0].kind"),
        (["areas", 0, "children", 0, "level"], 7, Reason.WRONG_VALUE, "areas[0].children[0].level"),
        (
            ["areas", 0, "children", 0, "level"],
            True,
            Reason.WRONG_VALUE,
            "areas[0].children[0].level",
        ),
        (
            ["areas", 0, "children", 0, "likelihood"],
            7,
            Reason.WRONG_VALUE,
            "areas[0].children[0].likelihood",
        ),
        (
            ["areas", 0, "children", 0, "kind"],
            "area",
            Reason.WRONG_VALUE,
            "areas[0].children[0].kind",
        ),
        (["areas", 0, "children", 0, "id"], 5, Reason.WRONG_VALUE, "areas[0].children[0].id"),
        (["areas", 0, "children", 0, "id"], "a", Reason.TWICE, "areas[0].children[0].id"),
        (["chapters", 0, "level"], 4, Reason.WRONG_VALUE, "chapters[0].level"),
        (["chapters", 0, "blocks", 0], "x", Reason.WRONG_VALUE, "chapters[0].blocks[0]"),
        (
            ["chapters", 0, "blocks", 1, "text"],
            1,
            Reason.WRONG_VALUE,
            "chapters[0].blocks[1].text",
        ),
        (["footnotes", "1"], 1, Reason.WRONG_VALUE, "footnotes.1.text"),
        (["indicators", 0, "unit"], "kr", Reason.WRONG_VALUE, "indicators[0].unit"),
        (
            ["indicators", 0, "observations", 0, "outcome"],
            "4,2",
            Reason.WRONG_VALUE,
            "indicators[0].observations[0].outcome",
        ),
        (["format"], "other", Reason.OTHER_JSON, ""),
    ],
)
def test_what_is_wrong_is_named_with_its_place(path, value, reason, place):
    with pytest.raises(ImportFailed) as failure:
        read_plan(changed(path, value))

    assert (failure.value.reason, failure.value.place) == (reason, place)


def test_a_level_that_its_factors_do_not_give_is_refused_and_a_missing_one_is_counted():
    risk = {"kind": "risk", "title": "R", "likelihood": 2, "consequence": 3}
    nodes = read_plan(changed(["areas", 0, "children"], [risk])).nodes
    assert next(node for node in nodes if isinstance(node, Risk)).level == 6
    with pytest.raises(ImportFailed):
        read_plan(changed(["areas", 0, "children"], [risk | {"level": 9}]))


def test_a_missing_name_is_named():
    with pytest.raises(ImportFailed) as failure:
        read_plan(changed(["areas", 0, "children"], [{"kind": "measure"}]))

    assert (failure.value.reason, failure.value.place) == (
        Reason.MISSING,
        "areas[0].children[0].title",
    )


def test_control_characters_become_replacement_characters_and_are_reported():
    reading = read_plan(changed(["areas", 0, "name"], "A\x00B\r\nC\ud800"))

    area = next(node for node in reading.nodes if isinstance(node, Area))
    assert area.title == "A\ufffdB C\ufffd"
    assert [
        finding.spot.path for finding in reading.findings if finding.code is Code.CONTROL_CHARACTERS
    ] == ["areas[0].name"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"\xff\xfe{}",
        b'{"format": NaN}',
        b"[" * 100_000,
        b'{"a": ' + b"9" * 5000 + b"}",
    ],
)
def test_what_is_no_json_is_told(data):
    with pytest.raises(ImportFailed) as failure:
        read_plan(data)

    assert failure.value.reason is Reason.NOT_JSON


def test_a_key_twice_is_told():
    with pytest.raises(ImportFailed) as failure:
        read_plan(b'{"format": "qpdesk-plan", "format": "qpdesk-plan"}')

    assert failure.value.reason is Reason.TWICE


def test_limits_of_size_depth_and_number(monkeypatch):
    deep = []
    for _ in range(100):
        deep = [deep]
    with pytest.raises(ImportFailed) as failure:
        read_plan(changed(["plan", "x"], deep))
    assert failure.value.reason is Reason.TOO_LARGE

    monkeypatch.setattr(planting, "MOST_ITEMS", 3)
    with pytest.raises(ImportFailed) as failure:
        read_plan(as_bytes(EXAMPLE))
    assert failure.value.reason is Reason.TOO_LARGE

    monkeypatch.setattr(json_text, "LARGEST_FILE", 100)
    with pytest.raises(ImportFailed) as failure:
        read_plan(as_bytes(EXAMPLE))
    assert failure.value.reason is Reason.TOO_LARGE


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists))
def test_any_value_in_any_place_is_read_or_refused(value):
    for path in (["plan"], ["areas", 0, "children", 0, "children"], ["chapters", 0, "blocks"]):
        try:
            read_plan(changed(path, value))
        except ImportFailed as failure:
            assert failure.place  # noqa: PT017 - being refused is only one of the good ends


def test_an_item_that_is_no_plan_cannot_be_exported():
    plan = Plan(place=Place(None, "1"), title="P")
    area = Area(place=Place(plan.id, "1"), title="A")
    control = Control(place=Place(area.id, "1"), title="C", extra="no json")
    register = Register([plan, area, control])

    with pytest.raises(KeyError):
        export_plan(register, area.id)
    with pytest.raises(KeyError):
        export_plan(register, NodeId("0"))
    assert b'"extra": "no json"' in export_plan(register, plan.id)
