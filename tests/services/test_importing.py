"""Taking a file in: told by content, one edit, and every reason why not as a value."""

import pytest

from qpdesk.domain.changes import Added, Deed
from qpdesk.domain.nodes import Kind, Plan
from qpdesk.domain.order import Place
from qpdesk.domain.register import Register
from qpdesk.services.exporting import plan_as_json
from qpdesk.services.importing import ImportFailed, Reason, import_edit, read_source
from tests.exchange.word_files import HEAD, docx, h, table


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "plan från i fjol.txt"  # the content tells the kind, not the name
    path.write_bytes(docx(h("Hemtjänst"), table(HEAD, ("Brist", "Prov", "", "Gör", ""))))
    return path


def done(register, edit):
    for change in edit.changes:
        register.apply(change)


def test_an_import_is_one_edit_that_can_be_undone(source):
    register = Register([Plan(place=Place(None, "1"), title="Förra")])
    edit = import_edit(register, read_source(source), source.name)

    assert (edit.deed, edit.note) == (Deed.IMPORT, "plan från i fjol.txt")
    assert all(isinstance(change, Added) for change in edit.changes)
    done(register, edit)
    assert [plan.title for plan in register.children()] == ["Förra", "plan från i fjol"]
    done(register, edit.inverse())
    assert len(register) == 1


def test_the_same_file_can_be_taken_in_twice(source, tmp_path):
    register = Register()
    done(register, import_edit(register, read_source(source), source.name))
    (plan,) = register.children()
    again = tmp_path / "plan.json"
    again.write_bytes(plan_as_json(register, plan.id))

    done(register, import_edit(register, read_source(again), again.name))

    assert len(register.children()) == 2
    assert len(list(register.walk(register.children()[1].id))) == len(list(register.walk(plan.id)))


def test_a_missing_file_and_a_folder_are_told(tmp_path):
    with pytest.raises(ImportFailed) as failure:
        read_source(tmp_path / "ingen.docx")
    assert failure.value.reason is Reason.NOT_FOUND
    with pytest.raises(ImportFailed) as failure:
        read_source(tmp_path)
    assert failure.value.reason in {Reason.NOT_PERMITTED, Reason.DAMAGED}


def test_counts_are_of_the_items_found(source):
    counts = read_source(source).counts

    assert [counts[kind] for kind in (Kind.AREA, Kind.RISK, Kind.CONTROL, Kind.MEASURE)] == [1] * 4
