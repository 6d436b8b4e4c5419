"""An open document: memory, listeners and disk tell the same story, or nothing has happened."""

import shutil
from threading import Thread

import pytest

from qpdesk.domain import edits
from qpdesk.domain.changes import Deed
from qpdesk.domain.errors import StaleEdit
from qpdesk.domain.nodes import Kind
from qpdesk.services.checking import read_register
from qpdesk.services.document import Document, Opening
from qpdesk.services.errors import ChangedElsewhere, NotFound, StoreError
from qpdesk.system.paths import Paths


class Ear:
    """A listener that keeps what it hears, and looks at the register meanwhile."""

    def __init__(self, document):
        self.document = document
        self.heard = []
        self.counts = []

    def about_to_change(self, _change):
        self.heard.append("about")
        self.counts.append(len(self.document.register))

    def changed(self, _change):
        self.heard.append("changed")
        self.counts.append(len(self.document.register))

    def edited(self, edit):
        self.heard.append(edit.deed)


@pytest.fixture
def document(tmp_path):
    document = Document(tmp_path / "plan.qpd", Paths.under(tmp_path / "anna"), author="Anna Ek")
    document.apply(edits.add(document.register, Kind.PLAN, None, title="Plan"))
    document.publish()
    yield document
    document.close()


@pytest.fixture
def other(document, tmp_path):
    """The same file on another computer."""
    other = Document(document.path, Paths.under(tmp_path / "bo"), author="Bo Alm")
    yield other
    other.close()


def the_plan(document):
    (plan,) = document.register.children()
    return plan


def nodes(register):
    return {node.id: node for node in register.nodes()}


def test_listeners_hear_each_change_and_then_the_edit(document):
    ear = Ear(document)
    stop = document.listen(ear)
    document.apply(edits.add(document.register, Kind.AREA, the_plan(document).id, title="Område"))
    assert ear.heard == ["about", "changed", Deed.ADD]
    assert ear.counts == [1, 2]
    stop()
    document.apply(edits.rename(document.register, the_plan(document).id, "Annan"))
    assert len(ear.heard) == 3


def test_an_edit_for_another_register_changes_nothing(document):
    ear = Ear(document)
    document.listen(ear)
    stale = edits.rename(document.register, the_plan(document).id, "Ett")
    document.apply(edits.rename(document.register, the_plan(document).id, "Två"))
    ear.heard.clear()
    with pytest.raises(StaleEdit):
        document.apply(stale)
    assert ear.heard == []
    assert the_plan(document).title == "Två"


def test_an_edit_that_cannot_be_written_is_not_shown(document):
    ear = Ear(document)
    document.listen(ear)
    cursor = document._file._copy._cursor
    (pages,) = cursor.execute("PRAGMA page_count").fetchone()
    cursor.execute(f"PRAGMA max_page_count = {pages}")
    long = edits.change(document.register, [the_plan(document).id], "committee", "x" * 200_000)
    with pytest.raises(StoreError):
        document.apply(long)
    assert ear.heard == []
    assert the_plan(document).committee == ""
    cursor.execute("PRAGMA max_page_count = 100000")
    document.apply(long)


def test_an_edit_without_changes_is_none(document):
    ear = Ear(document)
    document.listen(ear)
    document.apply(edits.rename(document.register, the_plan(document).id, the_plan(document).title))
    assert ear.heard == []
    assert document.is_published


def test_what_others_published_is_taken_in_and_shown(document, other):
    other.apply(edits.add(other.register, Kind.AREA, the_plan(other).id, title="Bos område"))
    other.publish()
    ear = Ear(document)
    document.listen(ear)
    document.apply(edits.rename(document.register, the_plan(document).id, "Annas titel"))
    assert document.look()
    document.publish()
    assert ear.heard[-3:] == ["about", "changed", Deed.JOIN]
    assert document.is_published
    other.publish()
    assert nodes(document.register) == nodes(other.register) == nodes(read_register(document.path))


def test_what_was_joined_is_shown_before_anything_else_is_done(document, other):
    other.apply(edits.add(other.register, Kind.AREA, the_plan(other).id, title="Bos område"))
    other.apply(edits.rename(other.register, the_plan(other).id, "Bos titel"))
    other.publish()
    stale = edits.rename(document.register, the_plan(document).id, "Annas titel")
    document.take_in()
    assert the_plan(document).title == "Plan"
    with pytest.raises(StaleEdit):  # made of what has changed: it would hide Bo's title unseen
        document.apply(stale)
    assert the_plan(document).title == "Bos titel"
    assert nodes(document.register) == nodes(other.register)


def test_what_was_joined_is_shown_in_pieces_that_come_to_the_same(document, other):
    for title in ("Ett", "Två", "Tre"):
        other.apply(edits.add(other.register, Kind.AREA, the_plan(other).id, title=title))
    other.publish()
    assert [event.after for event in document.take_in()] == [None] * 3
    pieces = 1
    while document.show_joined(1):
        pieces += 1
        assert len(document.register) == pieces
    assert nodes(document.register) == nodes(other.register)


def test_closing_takes_in_what_others_published(document, other):
    other.apply(edits.rename(other.register, the_plan(other).id, "Bos titel"))
    document.apply(edits.add(document.register, Kind.AREA, the_plan(document).id, title="Annas"))
    document.publish()
    other.close()
    register = read_register(document.path)
    assert len(register) == 2
    assert register.children()[0].title == "Bos titel"


def test_publishing_on_a_worker_leaves_the_register_alone(document, other):
    refused = []

    def work():
        try:
            document.publish_ours()
        except ChangedElsewhere as changed:
            refused.append(changed)

    other.apply(edits.rename(other.register, the_plan(other).id, "Bos titel"))
    other.publish()
    document.apply(edits.add(document.register, Kind.AREA, the_plan(document).id, title="Annas"))
    worker = Thread(target=work)
    worker.start()
    worker.join()
    assert refused
    assert the_plan(document).title == "Plan"
    document.publish()
    assert the_plan(document).title == "Bos titel"
    document.publish_ours()


def test_a_file_that_must_exist(tmp_path):
    with pytest.raises(NotFound):
        Document(tmp_path / "saknas.qpd", Paths.under(tmp_path), how=Opening.EXISTING)


def test_goes_back_to_a_backup_and_forth_again(document):
    document.apply(edits.add(document.register, Kind.AREA, the_plan(document).id, title="Ny"))
    document.publish()
    now = nodes(document.register)
    edit = document.compare(document.backups()[0])
    assert edit.deed is Deed.RESTORE
    document.apply(edit)
    assert len(document.register) == 1
    document.apply(edit.inverse(), undo=True)
    assert nodes(document.register) == now


def test_a_copy_under_another_name_is_a_copy(document, tmp_path):
    copy = tmp_path / "kopia.qpd"
    shutil.copy(document.path, copy)
    second = Document(copy, Paths.under(tmp_path / "anna"))
    second.apply(edits.rename(second.register, the_plan(second).id, "Kopian"))
    second.close()
    document.publish()
    assert the_plan(document).title == "Plan"
    assert read_register(copy).children()[0].title == "Kopian"
