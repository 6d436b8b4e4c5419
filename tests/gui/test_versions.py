"""Kept versions and what people have said differently: looked at, and gone back to."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QFileDialog

from qpdesk.domain import edits
from qpdesk.gui.dialogs.backups import BackupsDialog
from qpdesk.gui.dialogs.conflicts import ConflictsDialog
from qpdesk.gui.models.plan_model import PlanModel
from qpdesk.services.checking import check, read_register
from qpdesk.services.document import Document
from qpdesk.system.paths import Paths
from tests.gui.conftest import titled
from tests.gui.test_access import nameless
from tests.gui.test_past import words


@pytest.fixture
def backups(editor, qtbot):
    """A file with two older versions, and the list of them."""
    editor.document.publish()
    editor.attempt(edits.rename, titled(editor.register, "Nattpatrull"), "Natt")
    editor.document.publish()
    editor.attempt(edits.delete, [titled(editor.register, "Samtal med köket")])
    editor.document.publish()
    made = BackupsDialog(editor)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: is_ready(made))
    return made


def is_ready(dialog):
    return dialog._task is None and not dialog._rest.isActive() and not dialog._unread


def choose(dialog, row, qtbot):
    dialog.list.setCurrentItem(dialog.list.topLevelItem(row))
    qtbot.waitUntil(lambda: is_ready(dialog))


def test_versions_are_listed_with_date_size_and_who(backups, editor):
    assert backups.list.topLevelItemCount() == len(editor.document.backups()) >= 2
    first = backups.list.topLevelItem(0)
    assert first.text(0).startswith("20")
    assert first.text(1)
    assert first.text(2).endswith("poster")
    assert "B" in first.text(3)


def test_what_going_back_would_change_is_said_item_by_item(backups, qtbot):
    assert words(backups.changes) == ["Läggs tillbaka"]
    assert words(backups.changes, 1) == ["Åtgärd: Samtal med köket"]
    choose(backups, 1, qtbot)
    rows = set(zip(words(backups.changes), words(backups.changes, 1), strict=True))
    assert ("Läggs tillbaka", "Åtgärd: Samtal med köket") in rows
    changed = [(what, name) for what, name in rows if what.startswith("Ändras")]
    assert changed
    assert changed[0][1] == "Processområde: Nattpatrull"
    assert backups.said.text() == "Om du går tillbaka: 1 läggs tillbaka, 1 ändras."


def test_going_back_is_one_edit_that_can_be_undone(backups, editor, qtbot):
    choose(backups, 1, qtbot)
    steps = editor.undo_stack.count()
    qtbot.keyClick(backups._restore, Qt.Key.Key_Space)
    assert titled(editor.register, "Nattpatrull")
    assert titled(editor.register, "Samtal med köket")
    assert editor.undo_stack.count() == steps + 1
    qtbot.waitUntil(lambda: is_ready(backups))
    assert backups.said.text().startswith("Ingen skillnad")
    assert not backups._restore.isEnabled()
    editor.step(back=True)
    assert titled(editor.register, "Natt")


def test_a_version_can_be_a_file_of_its_own(backups, monkeypatch, qtbot, tmp_path):
    choose(backups, 1, qtbot)
    path = tmp_path / "gammal.qpd"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    backups._save.click()
    qtbot.waitUntil(lambda: is_ready(backups))
    assert check(path) == []
    assert titled(read_register(path), "Nattpatrull")


def test_the_open_file_is_never_written_over(backups, editor, monkeypatch):
    before = editor.document.path.read_bytes()
    chosen = str(editor.document.path)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (chosen, ""))
    backups._save.click()
    assert "annat namn" in backups.said.text()
    assert editor.document.path.read_bytes() == before


def test_a_damaged_version_is_said_to_be_so(backups, editor, qtbot):
    victim = editor.document.backups()[1]
    raw = bytearray(victim.path.read_bytes())
    raw[5000:9000] = bytes(4000)
    victim.path.write_bytes(raw)
    backups.read()
    qtbot.waitUntil(lambda: is_ready(backups))
    choose(backups, 1, qtbot)
    assert backups.list.topLevelItem(1).text(1) == "Skadad"
    assert "skadad" in backups.said.text()
    assert not backups._restore.isEnabled()


def test_the_comparison_follows_the_work(backups, editor, qtbot):
    editor.attempt(edits.rename, titled(editor.register, "Natt"), "Nätter")
    qtbot.waitUntil(lambda: is_ready(backups) and backups.changes.topLevelItemCount() == 2)


# ----------------------------------------------------------------- said differently


@pytest.fixture
def disputed(editor, tmp_path):
    """Anna and Bo have named the same risk, and reported the same measure, differently."""
    document = editor.document
    document.publish()
    bo = Document(document.path, Paths.under(tmp_path / "bo"), author="Bo Alm")
    for who, name, text in ((bo, "Bos risk", "Bos text"), (document, "Annas risk", "Annas text")):
        risk = titled(who.register, "Matlådan kommer för sent")
        measure = titled(who.register, "Samtal med köket")
        who.apply(edits.rename(who.register, risk, name))
        who.apply(edits.change(who.register, [measure], "follow_up", text))
    bo.publish()
    bo.close()
    document.publish()
    editor.tell_disputed()
    return editor


@pytest.fixture
def conflicts(disputed, qtbot):
    made = ConflictsDialog(disputed)
    qtbot.addWidget(made)
    made.show()
    return made


def about(conflicts, field):
    row = words(conflicts.list, 1).index(field)
    conflicts.list.setCurrentItem(conflicts.list.topLevelItem(row))


def test_each_value_is_listed_with_who_and_when(conflicts, disputed):
    assert len(disputed.document.conflicts()) == 2
    about(conflicts, "Uppföljning av åtgärden")
    assert set(words(conflicts.answers)) == {"Annas text", "Bos text"}
    assert "Bo Alm" in words(conflicts.answers, 1)
    assert words(conflicts.answers, 3) == ["Ja", "Nej"]
    assert "2 saker" in conflicts._told.text()


@pytest.mark.parametrize("row", [0, 1])
def test_the_chosen_value_stands_and_the_matter_is_settled(conflicts, disputed, row):
    about(conflicts, "Uppföljning av åtgärden")
    chosen = words(conflicts.answers)[row]
    conflicts.answers.setCurrentItem(conflicts.answers.topLevelItem(row))
    steps = disputed.undo_stack.count()
    conflicts._keep.click()
    measure = titled(disputed.register, "Samtal med köket")
    assert disputed.register[measure].follow_up == chosen
    assert disputed.undo_stack.count() == steps + 1
    assert len(disputed.document.conflicts()) == 1
    assert measure not in disputed.disputed
    disputed.document.publish()
    assert check(disputed.document.path) == []
    said = {event.after for event in disputed.document.history(measure)}
    assert {"Annas text", "Bos text"} <= said


def test_an_item_that_one_deleted_and_another_changed_is_kept_or_taken_away(
    editor, qtbot, tmp_path
):
    document = editor.document
    document.publish()
    bo = Document(document.path, Paths.under(tmp_path / "bo"), author="Bo Alm")
    risk = titled(document.register, "Matlådan kommer för sent")
    bo.apply(edits.delete(bo.register, [risk]))
    bo.publish()
    bo.close()
    document.apply(edits.rename(document.register, risk, "Annat namn"))
    document.publish()
    dialog = ConflictsDialog(editor)
    qtbot.addWidget(dialog)
    row = words(dialog.list).index("Risk: Annat namn")
    dialog.list.setCurrentItem(dialog.list.topLevelItem(row))
    assert words(dialog.answers) == ["Behåll posten", "Ta bort posten, som Bo Alm gjorde"]
    dialog._keep.click()
    assert risk in editor.register
    assert risk not in {conflict.item for conflict in document.conflicts()}


def test_the_tree_and_the_fields_say_it_too(window, tmp_path, qtbot):
    document = window.session.editor.document
    qtbot.waitUntil(lambda: document.is_published)
    bo = Document(document.path, Paths.under(tmp_path / "bo"), author="Bo Alm")
    for who, name in ((bo, "Bos"), (document, "Annas")):
        who.apply(edits.rename(who.register, titled(who.register, "Samtal med köket"), name))
    bo.publish()
    bo.close()
    window.session.publisher.publish()
    desk = window.session.desk
    qtbot.waitUntil(lambda: bool(desk.editor.disputed))
    (item,) = desk.editor.disputed
    model = desk.tree.plan_model
    assert isinstance(model, PlanModel)
    said = model.index_of(item).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "att ta ställning till" in said
    desk.tree.go_to(item)
    assert desk.details._dispute.isVisible()
    desk.details._dispute.click()
    dialog = window.session.drawers.open["conflicts"]
    dialog._keep.click()
    assert not desk.editor.disputed
    assert not desk.details._dispute.isVisible()
    assert "att ta ställning" not in model.index_of(item).data(Qt.ItemDataRole.AccessibleTextRole)


def test_every_part_of_the_versions_has_a_name(backups):
    assert not nameless(QAccessible.queryAccessibleInterface(backups))


def test_every_part_of_the_conflicts_has_a_name(conflicts):
    assert not nameless(QAccessible.queryAccessibleInterface(conflicts))


def test_keys_and_menus_open_them(window, qtbot):
    window.deeds["backups"].trigger()
    window.deeds["conflicts"].trigger()
    assert {"backups", "conflicts"} <= set(window.session.drawers.open)
    window.put_away()
