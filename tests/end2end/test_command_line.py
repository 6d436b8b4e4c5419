"""The main job from a command line: a file comes in, is shown, and goes out with every text."""

import json

import pytest

from qpdesk.domain.nodes import Kind, kind_of
from qpdesk.domain.register import Register
from qpdesk.services.checking import read_register
from qpdesk.services.example import example_files
from qpdesk.services.importing import read_source
from tests.exchange.seeds import SEEDS, expected_plan, needs_seeds, tree_by_hand
from tests.plans import facts
from tests.report.expected import Expected
from tests.report.reading import Paper, squeezed

REPORTS = ("plan", "followup")
WORD, EXCEL = (f"kvalitetsplan-2022-barn-unga.{suffix}" for suffix in ("docx", "xlsx"))


def printed(qpdesk, file, plan, report, folder):
    """The document as a screen reader has it."""
    out = folder / f"{report}.pdf"
    answer = qpdesk("export", file, "--plan", plan.id, "--report", report, "--out", out)
    assert (answer.code, answer.err) == (0, "")
    return Paper(out)


def expect_every_text(paper, register, plan, report):
    """Each line that the plan gives is read in the document, in that order."""
    wanted = Expected(register, plan, is_plan=report == "plan").lines
    read = paper.lines()
    assert read[len(read) - len(wanted) :] == wanted
    assert not paper.unread
    title = plan.title if report == "plan" else plan.follow_up_title or "Uppföljning av"
    for text in (title, plan.municipality, plan.registry_number):
        assert squeezed(text) in " ".join(line for _, line in read)


# --- the published plan


def shown_tree(item):
    """An item of ``show --json`` as the tree that was read by hand has it, without long texts."""
    below = [shown_tree(child) for child in item["items"]]
    if item["kind"] == "risk":
        return ("risk", item["title"], item["level"], below)
    return (item["kind"], item["title"], below)


def without_texts(item):
    kind, title, detail, below = item
    below = [without_texts(child) for child in below]
    return (kind, title, detail, below) if kind == "risk" else (kind, title, below)


def exported_tree(item):
    below = [exported_tree(child) for child in item.get("children", [])]
    detail = {"risk": "level", "control": "purpose", "measure": "what_to_do"}[item["kind"]]
    return (item["kind"], item["title"], item[detail], below)


@needs_seeds
@pytest.mark.parametrize("name", [WORD, EXCEL])
def test_the_published_plan_comes_in_is_shown_and_goes_out(qpdesk, tmp_path, name):
    by_hand = [
        (area, [item for row in rows for item in row])
        for area, rows in tree_by_hand(expected_plan())
    ]
    assert qpdesk("import", SEEDS / name, "--into", "plan.qpd").code == 0
    assert qpdesk("check", "plan.qpd").code == 0

    (shown,) = json.loads(qpdesk("show", "plan.qpd", "--json").out)["plans"]
    areas = [item for item in shown["items"] if item["kind"] == "area"]
    assert [(area["title"], [shown_tree(item) for item in area["items"]]) for area in areas] == [
        (area, [without_texts(item) for item in items]) for area, items in by_hand
    ]
    assert shown["counts"].items() >= {
        ("area", 3), ("risk", 8), ("control", 6), ("measure", 15), ("indicator", 11),
    }  # fmt: skip

    assert qpdesk("export", "plan.qpd", "--format", "json", "--out", "ut.json").code == 0
    exported = json.loads((tmp_path / "ut.json").read_text(encoding="utf-8"))
    assert [
        (area["name"], [exported_tree(item) for item in area["children"]])
        for area in exported["areas"]
    ] == by_hand


@needs_seeds
@pytest.mark.parametrize("name", [WORD, EXCEL])
@pytest.mark.parametrize("report", REPORTS)
def test_every_text_of_the_published_plan_is_in_the_document(qpdesk, tmp_path, name, report):
    assert qpdesk("import", SEEDS / name, "--into", "plan.qpd").code == 0
    register = read_register(tmp_path / "plan.qpd")
    (plan,) = register.children()
    paper = printed(qpdesk, "plan.qpd", plan, report, tmp_path)
    expect_every_text(paper, register, plan, report)
    if report == "plan":
        whole = squeezed(" ".join(line for _, line in paper.lines()))
        for _, items in tree_by_hand(expected_plan()):
            for text in texts_by_hand(item for row in items for item in row):
                assert squeezed(text) in whole


def texts_by_hand(items):
    """Every paragraph of the tree that was read by hand."""
    for _, title, detail, below in items:
        yield title
        if isinstance(detail, str):
            yield from detail.split("\n")
        yield from texts_by_hand(below)


# --- the same on the example


@pytest.mark.parametrize("source", example_files(), ids=lambda path: path.stem)
def test_an_example_plan_comes_in_is_shown_and_goes_out(qpdesk, tmp_path, source):
    assert qpdesk("import", source, "--into", "plan.qpd").code == 0
    register = read_register(tmp_path / "plan.qpd")
    assert facts(register) == facts(Register(read_source(source).nodes))

    (shown,) = json.loads(qpdesk("show", "plan.qpd", "--json").out)["plans"]
    listed = [(item["kind"], item["id"], item["title"]) for item in flat(shown["items"])]
    walked = [node for node in register.walk() if kind_of(node) is not Kind.PLAN]
    assert [(kind, node_id) for kind, node_id, _ in listed] == [
        (kind_of(node).value, node.id) for node in walked
    ]

    assert qpdesk("export", "plan.qpd", "--format", "json", "--out", "ut.json").code == 0
    assert (tmp_path / "ut.json").read_bytes() == source.read_bytes()


def flat(items):
    for item in items:
        yield item
        yield from flat(item["items"])


@pytest.mark.parametrize("report", REPORTS)
@pytest.mark.parametrize("number", range(3))
def test_every_text_of_the_example_is_in_its_documents(qpdesk, tmp_path, example, number, report):
    register = read_register(example)
    plan = register.children()[number]
    paper = printed(qpdesk, example, plan, report, tmp_path)
    expect_every_text(paper, register, plan, report)


def test_a_pdf_carries_the_plan_back(qpdesk, tmp_path, example):
    import pikepdf  # noqa: PLC0415 - only here

    plan = read_register(example).children()[2]
    printed(qpdesk, example, plan, "followup", tmp_path)
    with pikepdf.open(tmp_path / "followup.pdf") as pdf:
        (attached,) = pdf.attachments.values()
        (tmp_path / "bilaga.json").write_bytes(attached.get_file().read_bytes())
    assert qpdesk("import", "bilaga.json", "--into", "åter.qpd").code == 0
    again = read_register(tmp_path / "åter.qpd")
    (came_back,) = again.children()
    assert came_back.title == plan.title
    register = read_register(example)
    assert facts(again, came_back.id) == facts(register, plan.id)
