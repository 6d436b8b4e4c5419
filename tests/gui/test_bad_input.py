"""Whatever is put into a field is kept to the letter, or refused in words and still there."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from qpdesk.domain import edits
from qpdesk.domain.errors import EditRefused
from qpdesk.domain.fields import with_field
from qpdesk.domain.nodes import Kind, kind_of
from qpdesk.domain.record import FIELDS
from qpdesk.gui.views.outcome_table import OutcomeTable
from tests.end2end.contents import contents
from tests.gui.conftest import titled
from tests.gui.test_follow_up import measure
from tests.gui.test_window import row_field
from tests.plans import AWKWARD

LONG = "ordet är långt " * 7_000  # 105,000 characters
BAD = (
    *AWKWARD,
    LONG.strip(),
    "PK\x03\x04\x00\x00bild\x00",
    "Ett\N{NO-BREAK SPACE}67\N{NO-BREAK SPACE}% och \N{NARROW NO-BREAK SPACE}kr",
    "rad ett\r\nrad två\N{LINE SEPARATOR}rad tre\x0brad fyra",
    "\N{RIGHT-TO-LEFT OVERRIDE}omvänt \N{HEBREW LETTER ALEF}",
    "\N{FAMILY}\N{ZERO WIDTH JOINER}\N{WOMAN}\N{EMOJI MODIFIER FITZPATRICK TYPE-6}",
    "12026-01-01",
)
KEPT = (
    LONG.strip(),
    "<b>fet</b> & <para>&amp; =1+1",
    "\N{RIGHT-TO-LEFT OVERRIDE}omvänt \N{HEBREW LETTER ALEF}\N{ARABIC LETTER BEH} slut",
    "\N{FAMILY}\N{ZERO WIDTH JOINER}\N{WOMAN}\N{EMOJI MODIFIER FITZPATRICK TYPE-6}",
    "A\N{COMBINING RING ABOVE}r 12026-01-01",
)
"""Not a character of these may be another when the file is read."""

BINARY = "\x89PNG\r\n\x1a\n\x00\x01"
TEXTS = [
    (kind, name)
    for kind in (Kind.AREA, Kind.RISK, Kind.CONTROL, Kind.MEASURE, Kind.CHAPTER, Kind.INDICATOR)
    for name, wanted in FIELDS[kind].items()
    if wanted is str and name not in {"extra", "status_reference"}
]


def paste(widget, text):
    QApplication.clipboard().setText(text)
    widget.setFocus()
    widget.selectAll()
    widget.paste()


@pytest.mark.parametrize(("kind", "name"), TEXTS)
def test_a_field_keeps_or_refuses_what_is_pasted(window, kind, name):
    desk = window.session.desk
    register, panel = desk.editor.register, desk.details
    item = next(node.id for node in register.walk() if kind_of(node) is kind)
    for text in BAD:
        desk.reveal(item)
        desk.side.show_fields()
        panel.show_item(item)
        widget = panel.form.editors[name].widget
        before = register[item]
        paste(widget, text)
        panel.save()
        try:
            wanted = with_field(before, name, text)
        except EditRefused:
            assert register[item] == before
            assert panel.form._refusals[name].text()
            assert panel.form.editors[name].raw() == text
            continue
        assert register[item] == wanted, text[:40]
        assert panel.form._refusals[name].text() == ""


def detail(window, text, qtbot):
    """Pasted into the field of a measure beside the tree; where it belongs in the file."""
    desk = window.session.desk
    item = titled(desk.editor.register, "Samtal med köket")
    desk.reveal(item)
    paste(desk.details.form.editors["follow_up"].widget, text)
    return item, "follow_up"


def follow_up(window, text, qtbot):
    """Pasted as the answer of the follow-up."""
    window.deeds["view_follow_up"].trigger()
    item = measure(window._pages.currentWidget().view, "Samtal med köket")
    paste(window.focusWidget(), text)
    return item, "follow_up"


def chapter(window, text, qtbot):
    """Pasted as the running text of a chapter, in place of what stood there."""
    desk = window.session.desk
    desk.outlines.turn_to(1)
    QApplication.clipboard().setText(text)
    sheet = desk.side.text.sheet
    sheet.setFocus()
    qtbot.keyClick(sheet, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(sheet, Qt.Key.Key_Home, Qt.KeyboardModifier.ShiftModifier)
    sheet.paste()
    return titled(desk.editor.register, "Inledning"), "text"


def result(window, text, qtbot):
    """Pasted into a cell of a control's results."""
    window.deeds["view_follow_up"].trigger()
    view = window._pages.currentWidget().view
    table = view.card._results
    column = next(
        number
        for number in range(table.model().columnCount())
        if "Varför" in table.model().headerData(number, Qt.Orientation.Horizontal)
    )
    table.setCurrentIndex(table.model().index(0, column))
    table.edit(table.currentIndex())
    field = next(field for field in table.findChildren(QLineEdit) if field.isVisible())
    paste(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    register = window.session.editor.register
    qtbot.waitUntil(lambda: bool(register.children(view.item, Kind.RESULT)))
    return register.children(view.item, Kind.RESULT)[0].id, "no_result_reason"


@pytest.mark.parametrize("text", KEPT, ids=("long", "markup", "rtl", "emoji", "composed"))
@pytest.mark.parametrize("put", [detail, follow_up, chapter, result])
def test_what_is_pasted_is_in_the_file_to_the_letter(window, tmp_path, qtbot, put, text):
    item, name = put(window, text, qtbot)
    window.close()
    assert contents(tmp_path / "Lillby.qpd").items[item][name] == text


@pytest.mark.parametrize("put", [detail, follow_up, chapter])
def test_a_pasted_binary_leaves_the_file_as_it_was(window, tmp_path, qtbot, put):
    item, name = put(window, BINARY, qtbot)
    before = getattr(window.session.editor.register[item], name)
    window.close()
    assert contents(tmp_path / "Lillby.qpd").items[item][name] == before


def test_a_table_with_an_endless_cell_and_a_far_year_comes_whole(window, register, qtbot):
    """What is no date goes into the text beside it, and it is said that it did."""
    shown = []
    window.session.clippings.ask = lambda preview: shown.append(preview) or True
    cell = "x" * 100_000
    rows = f"Åtgärd\tVad ska göras?\tKlar senast\nNya lådor\t{cell}\t12026-05-01\n"
    QApplication.clipboard().setText(rows)
    tree = window.session.desk.tree
    tree.go_to(titled(register, "Nattpatrull"))
    qtbot.keyClick(tree, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    made = register[titled(register, "Nya lådor")]
    assert made.due is None
    assert made.what_to_do == f"{cell}\nKlar senast: 12026-05-01"
    (preview,) = shown
    remark = preview.remarks.topLevelItem(0)
    assert [remark.text(n) for n in range(3)] == [
        "Värdet gick inte att läsa",
        "rad 2",
        "12026-05-01",
    ]


def test_no_break_spaces_survive_an_edit_elsewhere_in_the_text(window, qtbot):
    desk = window.session.desk
    register = desk.editor.register
    measure = titled(register, "Samtal med köket")
    desk.editor.attempt(edits.change, [measure], "follow_up", "67\N{NO-BREAK SPACE}% nådde målet")
    desk.reveal(measure)
    text = desk.details.form.editors["follow_up"].widget
    text.setFocus()
    text.moveCursor(text.textCursor().MoveOperation.End)
    text.insertPlainText(" nu")
    desk.details.save()
    assert register[measure].follow_up == "67\N{NO-BREAK SPACE}% nådde målet nu"
    assert text.textCursor().atEnd()


def paste_as_title(window, qtbot, text):
    """What a person does who renames a row with what the clipboard has."""
    tree = window.session.desk.tree
    area = titled(window.session.editor.register, "Nattpatrull")
    tree.go_to(area)
    tree.setFocus()
    qtbot.keyClick(tree, Qt.Key.Key_F2)
    paste(row_field(tree), text)
    qtbot.keyClick(row_field(tree), Qt.Key.Key_Return)
    return area


@pytest.mark.parametrize("text", [*KEPT, "67\N{NO-BREAK SPACE}%"])
def test_a_row_keeps_what_is_pasted_into_its_title(window, register, qtbot, text):
    area = paste_as_title(window, qtbot, text)
    qtbot.waitUntil(lambda: register[area].title == text)


def test_a_row_refuses_binary_in_words(window, register, qtbot):
    area = paste_as_title(window, qtbot, "PK\x03\x04\x00bild")
    qtbot.waitUntil(lambda: "tecken" in window.foot.line.text())
    assert register[area].title == "Nattpatrull"


def test_a_cell_of_outcomes_takes_a_long_text(window, qtbot):
    editor = window.session.desk.editor
    table = OutcomeTable(editor)
    qtbot.addWidget(table)
    trend = titled(editor.register, "Nöjda brukare")
    table.outcomes.show_indicator(trend)
    table.show()
    column = next(
        c for c in range(8) if "Varför" in table.outcomes.headerData(c, Qt.Orientation.Horizontal)
    )
    table.setCurrentIndex(table.outcomes.index(0, column))
    table.edit(table.currentIndex())
    field = next(f for f in table.findChildren(QLineEdit) if f.isVisible())
    paste(field, LONG.strip())
    qtbot.keyClick(field, Qt.Key.Key_Return)
    seen = editor.register.children(trend)[0]
    qtbot.waitUntil(lambda: editor.register[seen.id].no_result_reason == LONG.strip())


@pytest.mark.parametrize("text", ["x" * 100_000, "_" * 100_000, "a@" * 50_000])
def test_a_word_without_end_is_shown_at_once_and_kept(window, text):
    """Each of these took a minute to be looked through for misspelt words."""
    desk = window.session.desk
    measure = titled(desk.editor.register, "Samtal med köket")
    desk.editor.attempt(edits.change, [measure], "follow_up", text)
    desk.reveal(measure)
    assert desk.details.form.editors["follow_up"].raw() == text
    assert desk.editor.register[measure].follow_up == text


def test_a_page_pasted_into_the_search_is_cut_in_words(window):
    desk = window.session.desk
    QApplication.clipboard().setText(LONG)
    desk.filter.field.setFocus()
    desk.filter.field.paste()
    assert len(desk.filter.field.text()) == 500
    assert "högst 500 tecken" in window.foot.line.text()
