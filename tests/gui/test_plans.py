"""The plans of a file: the list, a new one in three ways, next year's, a copy, their states."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QDialog

from qpdesk.domain import edits
from qpdesk.domain.nodes import Kind, Measure, PlanState, Status, title_of
from qpdesk.gui.dialogs.new_plan import NewPlanDialog
from tests.gui.conftest import titled
from tests.gui.test_access import nameless

TITLE = "Kvalitetsplan äldre 2026"


@pytest.fixture
def desk(window):
    return window.session.desk


@pytest.fixture
def listed(window):
    window.deeds["view_plans"].trigger()
    return window.pictures.made["view_plans"].view


@pytest.fixture
def answer(monkeypatch):
    """Answer the next dialog about a new plan."""

    def answered(how):
        def ends(dialog):
            if how(dialog) is False:
                return QDialog.DialogCode.Rejected
            dialog._go_on()
            if dialog.result() != QDialog.DialogCode.Accepted:
                dialog.accept()
            return QDialog.DialogCode.Accepted

        monkeypatch.setattr(NewPlanDialog, "exec", ends)

    return answered


def shown(listed):
    rows = [listed.list.topLevelItem(i) for i in range(listed.list.topLevelItemCount())]
    return [tuple(row.text(place) for place in (0, 2, 3)) for row in rows]


def test_a_plan_may_begin_empty(window, register, desk, answer):
    answer(
        lambda dialog: dialog.empty_way.setChecked(True) or dialog.title.setText("Ny <b>plan</b>")
    )
    window.deeds["new_plan"].trigger()
    assert title_of(register[desk.plan]) == "Ny <b>plan</b>"
    assert not register.count(desk.plan)
    window.session.editor.step(back=True)
    assert len(register.children()) == 1


def test_a_plan_may_begin_with_headings_to_fill_in(window, register, desk, answer):
    def fill(dialog):
        dialog.template_way.setChecked(True)
        dialog.year.setValue(2031)
        dialog.target_group.setText("Vuxna")

    answer(fill)
    window.deeds["new_plan"].trigger()
    plan = register[desk.plan]
    assert (plan.title, plan.year, plan.target_group) == ("Kvalitetsplan 2031", 2031, "Vuxna")
    chapters = register.children(plan.id, Kind.CHAPTER)
    assert {chapter.level for chapter in chapters} == {1, 2}
    assert [c.title for c in chapters if c.holds] == [
        "Risker och egenkontroller",
        "Kvalitetsindikatorer",
    ]
    assert len(register.children(plan.id, Kind.AREA)) >= 5
    answer(fill)
    window.deeds["new_plan"].trigger()  # twice, with ids of its own
    assert len(register.children()) == 3


def test_next_year_is_proposed_by_status_and_decided_by_a_person(window, register, desk, answer):
    desk.editor.attempt(
        edits.set_status,
        [titled(register, "Samtal med köket")],
        Status.ONGOING_NEXT_YEAR,
    )
    seen = {}

    def choose(dialog):
        dialog.year_way.setChecked(True)
        dialog.close_old.setChecked(True)
        dialog._go_on()
        seen.update({row.text(0): row for row in dialog.carry_over._rows.values()})
        seen["summary"] = dialog.carry_over.summary.text()
        row = dialog.carry_over._rows[titled(register, "<b>Larm</b> & svar")]
        row.setCheckState(0, Qt.CheckState.Unchecked)

    answer(choose)
    old = desk.plan
    window.deeds["new_year"].trigger()
    plan = register[desk.plan]
    assert (plan.title, plan.year) == ("Kvalitetsplan äldre 2027", 2027)
    assert register[old].state is PlanState.CLOSED
    assert "Årtal att se över" in seen["summary"] or "Följer med" in seen["summary"]
    titles = [title_of(node) for node in register.walk(plan.id)]
    assert "Introduktion av nya" not in titles  # it was completed
    assert "<b>Larm</b> & svar" not in titles  # the person said so
    assert titles.count("Ny körordning") == 2
    statuses = [n.status for n in register.walk(plan.id) if isinstance(n, Measure)]
    assert statuses == [Status.NOT_STARTED, Status.ONGOING, Status.ONGOING]


def test_thinking_again_makes_nothing(window, register, answer):
    answer(lambda _dialog: False)
    window.deeds["new_plan"].trigger()
    assert len(register.children()) == 1


def test_what_stands_below_one_that_stays_stays_and_what_stands_above_must_come(window, register):
    dialog = NewPlanDialog(register, titled(register, TITLE), window)
    dialog.begin_year()
    dialog._go_on()
    rows = dialog.carry_over._rows
    home, food = (
        rows[titled(register, title)] for title in ("Hemtjänst", "Matlådan kommer för sent")
    )
    home.setCheckState(0, Qt.CheckState.Unchecked)
    assert food.checkState(0) is Qt.CheckState.Unchecked
    food.setCheckState(0, Qt.CheckState.Checked)
    assert home.checkState(0) is Qt.CheckState.Checked
    assert titled(register, "Introduktion av nya") in dialog.carry_over.staying()
    assert titled(register, "Hemtjänst") not in dialog.carry_over.staying()
    dialog.show()
    assert not nameless(QAccessible.queryAccessibleInterface(dialog))
    dialog.close()


def test_the_list_has_the_newest_year_first_and_leads_to_each_plan(window, listed, register, desk):
    listed.choose(desk.plan)
    listed.buttons["copy"].click()
    copy = desk.plan
    desk.editor.attempt(edits.change, [copy], "year", "2024")
    window.deeds["view_plans"].trigger()
    assert shown(listed) == [
        ("2026", TITLE, "Utkast"),
        ("2024", f"{TITLE} (kopia)", "Utkast"),
    ]
    listed.list.setCurrentItem(listed.list.topLevelItem(1))
    listed.list.itemActivated.emit(listed.list.topLevelItem(1), 0)
    assert desk.plan == copy
    assert desk.isVisible()


def test_a_plan_is_led_from_draft_to_closed_and_then_only_read(window, listed, register, desk):
    words = []
    for _ in range(4):
        words.append(listed.buttons["step"].text().replace("&", ""))
        listed.buttons["step"].click()
        listed._read()
    assert words == ["Fastställ", "Börja följa upp", "Avsluta", "Öppna igen"]
    plan = titled(register, TITLE)
    assert register[plan].state is PlanState.FOLLOW_UP
    listed.buttons["step"].click()
    assert "bara att läsa" in window.foot.line.text()
    window.deeds["view_plan"].trigger()
    desk.tree.go_to(titled(register, "Samtal med köket"))
    before = list(register.walk())
    window.deeds["delete"].trigger()
    window.deeds["status_completed"].trigger()
    assert list(register.walk()) == before
    assert "avslutad" in window.foot.line.text()
    window.deeds["undo"].trigger()
    window.deeds["delete"].trigger()
    assert list(register.walk()) != before


def test_a_plan_taken_away_lies_in_the_wastebasket(window, listed, register):
    listed.list.setFocus()
    listed.list.setCurrentItem(listed.list.topLevelItem(0))
    listed.buttons["remove"].click()
    assert not register.children()
    assert "papperskorgen" in window.foot.line.text()
    deleted = window.session.editor.document.deleted()
    assert any(TITLE in str(item) for item in deleted)
    window.session.editor.step(back=True)
    assert len(register.children()) == 1


def test_everything_in_the_list_has_a_name(window, listed):
    assert not nameless(QAccessible.queryAccessibleInterface(window))
