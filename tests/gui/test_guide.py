"""The guide says what the program has, in both languages, and F1 leads to the right chapter."""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QLibraryInfo, Qt, QTranslator, QUrl
from PySide6.QtGui import QAction, QKeySequence

from qpdesk import assets
from qpdesk.gui import guidance
from qpdesk.gui.guide import GuideDialog, show_guide
from qpdesk.gui.main_window import MainWindow
from qpdesk.gui.pictures import VIEWS
from qpdesk.gui.words import writing
from qpdesk.services.guide import read_guide
from qpdesk.system.settings import Colours
from tests.gui.places import DIALOGS, PLACES

ROOT = Path(__file__).parents[2]
FILES = {"sv": "help.sv.md", "en": "help.en.md"}
BOLD = re.compile(r"\*\*([^*]+)\*\*(?:\s\(`([^`]+)`\))?")
ROW = re.compile(r"\| (\*\*[^|]*) \| (`[^|]*`) \|")
WORDS_OF_THE_TEXT = {"sv": {"fet stil"}, "en": {"bold"}}
WITHOUT_F1 = {"AboutDialog", "KeysDialog", "CrashDialog", "GuideDialog"}
"""They say all that there is to say of them."""


@pytest.fixture(params=FILES)
def tongue(request, qapp):
    """The program in one of its languages, as app.py lets it speak; before the window is made."""
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    places = {"sv": ("qtbase_sv", qt), "en": ("qpdesk_en", str(Path(assets.__file__).parent))}
    translator = QTranslator(qapp)
    assert translator.load(*places[request.param])
    qapp.installTranslator(translator)
    yield request.param
    qapp.removeTranslator(translator)


@pytest.fixture
def guide(window, qtbot):
    shown = show_guide(window, "start")
    qtbot.waitExposed(shown)
    return shown


def plain(text):
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def text_of(language):
    return (ROOT / "docs" / FILES[language]).read_text(encoding="utf-8")


def entries(menus, above=()) -> Iterator[tuple[tuple[str, ...], QAction]]:
    """Every entry of the menus: the words that lead to it."""
    for action in menus:
        path = (*above, plain(action.text()))
        yield path, action
        if action.menu() is not None:
            action.menu().aboutToShow.emit()
            yield from entries(action.menu().actions(), path)


def labels(language):
    """Every word that the window can show."""
    found = ET.parse(ROOT / "resources" / "translations" / "qpdesk_en.ts").getroot()  # noqa: S314
    name = "source" if language == "sv" else "translation"
    return {plain(message.findtext(name) or "").strip() for message in found.iter("message")}


def native(keys):
    text = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    return text.replace("Return", "Enter")


def keys_of(action):
    return {native(key) for key in action.shortcuts()}


@pytest.fixture
def menus(tongue, qtbot, paths, appearance):
    """Every entry of a window without a file: with one, what is undone becomes part of the word."""
    window = MainWindow(paths, appearance)
    qtbot.addWidget(window)
    yield dict(entries(window.menuBar().actions()))
    window.close()


# ------------------------------------------------------------- it says what there is


def test_every_command_that_the_guide_names_is_in_the_menus_by_that_name_and_key(tongue, menus):
    named = [(tuple(words.split(" → ")), key) for words, key in BOLD.findall(text_of(tongue))]
    in_menus = [(path, key) for path, key in named if len(path) > 1]
    assert len(in_menus) > 40
    assert [path for path, _ in in_menus if path not in menus] == []
    wrong = [(path, key) for path, key in in_menus if key and key not in keys_of(menus[path])]
    assert wrong == []


def test_every_key_in_the_tables_does_what_stands_beside_it(tongue, menus):
    known = {path[-1]: keys_of(action) for path, action in menus.items() if not action.menu()}
    while_writing = (*writing.shapes().values(), *writing.deeds().values())
    keys = {word: native(key) for word, key in while_writing}
    tables = [table.split("\n") for table in text_of(tongue).split("\n\n") if table[0] == "|"]
    rows = [ROW.fullmatch(row) for table in tables for row in table]
    pairs = [
        pair
        for row in rows
        if row is not None
        for pair in zip(BOLD.findall(row[1]), re.findall("`([^`]+)`", row[2]), strict=True)
    ]
    assert len(pairs) > 20
    for (word, _), key in pairs:
        assert key in known.get(word, set()) | {keys.get(word)}, word


@pytest.mark.parametrize("language", FILES)
def test_every_other_word_in_bold_can_be_seen_in_the_program(language):
    known = labels(language) | WORDS_OF_THE_TEXT[language]
    named = {words for words, _ in BOLD.findall(text_of(language)) if " → " not in words}
    assert len(named) > 40
    assert named - known == set()


def test_both_languages_have_the_same_chapters_parts_and_keys():
    swedish, english = (read_guide(name) for name in FILES.values())
    shapes = [[(h.level, h.key) for h in guide.headings] for guide in (swedish, english)]
    assert shapes[0] == shapes[1]
    assert len({h.key for h in swedish.headings if h.key}) == sum(
        h.level == 2 for h in swedish.headings
    )
    counts = [len(BOLD.findall(text_of(tongue))) for tongue in FILES]
    assert counts[0] == counts[1]


@pytest.mark.parametrize("language", FILES)
def test_links_lead_to_chapters_and_nowhere_else(language):
    text = text_of(language)
    keys = {heading.key for heading in read_guide(FILES[language]).headings}
    targets = re.findall(r"\]\(([^)]*)\)", text)
    assert targets
    assert all(target[0] == "#" and target[1:] in keys for target in targets)
    assert "http" not in text
    assert "![" not in text


# ------------------------------------------------------------- one comes everywhere in it


def test_each_heading_in_the_list_brings_its_part_to_the_top(guide):
    headings = read_guide("help.sv.md").headings
    assert len(guide._lines) == len(headings)
    bar = guide.page.verticalScrollBar()
    for line, heading in zip(guide._lines, headings, strict=True):
        guide.contents.setCurrentItem(line)
        assert line.text(0) == heading.words
        assert guide.page.textCursor().block().text() == heading.words
        top = guide.page.cursorRect(guide.page.textCursor()).top()
        assert abs(top) <= 1 or bar.value() == bar.maximum()


def test_a_link_is_followed_by_mouse_and_by_enter_and_nothing_is_fetched(guide, qtbot):
    hit = guide.page.document().find("Importera en plan")
    hit.setPosition(hit.selectionStart() + 1)
    assert hit.charFormat().anchorHref() == "#import"
    guide.page.setTextCursor(hit)
    qtbot.keyClick(guide.page, Qt.Key.Key_Return)
    assert guide.page.textCursor().block().text() == "Importera en plan"
    guide.page.anchorClicked.emit(QUrl("https://lillby.se#tree"))
    assert guide.page.source().isEmpty()
    assert guide.page.loadResource(2, QUrl.fromLocalFile(str(ROOT / "README.md"))) is None


def test_a_search_finds_marks_counts_and_lists_only_where_there_are_hits(guide, qtbot):
    guide.field.setText("vattenstämpel")
    shown = [line.text(0) for line in guide._lines if not line.isHidden()]
    assert shown == ["Rapporter och publicering"]
    assert guide._told.text() == "Träff 1 av 1"
    assert guide.page.textCursor().selectedText() == "vattenstämpel"
    guide.field.setText("papperskorg")
    first = guide.page.textCursor().selectionStart()
    count = len(guide._hits)
    assert count > 2
    qtbot.keyClick(guide.field, Qt.Key.Key_Return)
    assert guide._told.text() == f"Träff 2 av {count}"
    guide.seek(back=True)
    assert guide.page.textCursor().selectionStart() == first
    guide.seek(back=True)
    assert guide._told.text() == f"Träff {count} av {count}"
    guide.field.setText("finns inte någonstans")
    assert guide._told.text() == "0 träffar"
    guide.field.clear()
    assert not [line for line in guide._lines if line.isHidden()]


# ------------------------------------------------------------- F1


def at_chapter(parent):
    guide = parent.findChild(GuideDialog)
    assert guide is not None
    words = guide.page.textCursor().block().text()
    return next(h.key for h in read_guide("help.sv.md").headings if h.words == words)


def test_f1_opens_the_chapter_of_what_is_in_front(window, qtbot):
    expected = {**guidance._OF_PICTURES, "view_plan": "tree"}
    assert set(expected) == set(VIEWS)
    for view, chapter in expected.items():
        window.deeds[view].trigger()
        window.deeds["guide"].trigger()
        assert at_chapter(window) == chapter
    assert len(window.findChildren(GuideDialog)) == 1
    for part, chapter in (("part1", "writing"), ("part2", "writing"), ("part3", "indicators")):
        window.deeds[part].trigger()
        window.deeds["guide"].trigger()
        assert at_chapter(window) == chapter
    window.deeds["find"].trigger()
    window.deeds["guide"].trigger()
    assert at_chapter(window) in {"find", "indicators"}  # without the focus the window has no field
    window.put_away()
    window.deeds["guide"].trigger()
    assert at_chapter(window) == "start"


DIALOG_PLACES = [
    *(dialog.__name__ for dialog in DIALOGS if dialog.__name__ not in WITHOUT_F1),
    *("link", "promotion"),
]


@pytest.mark.parametrize("name", DIALOG_PLACES)
def test_f1_in_a_dialog_opens_its_chapter_beside_it(name, window, qtbot):
    dialog = PLACES[name](window)
    qtbot.waitExposed(dialog)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_F1)
    assert at_chapter(dialog)
    dialog.close()


def test_the_text_follows_zoom_and_colours(guide, appearance, qtbot):
    def link_colour():
        hit = guide.page.document().find("Importera en plan")
        return hit.charFormat().foreground().color()

    light, height = link_colour(), guide.page.document().size().height()
    appearance.set_scheme(Colours.DARK)
    qtbot.waitUntil(lambda: link_colour() != light)
    assert link_colour() == guide.palette().link().color()
    appearance.set_scheme(Colours.LIGHT)
    qtbot.waitUntil(lambda: link_colour() == light)
    appearance.set_zoom(200)
    qtbot.waitUntil(lambda: guide.page.document().size().height() > 1.8 * height)
