"""An English window has no Swedish left but the plan's own, and its letters open one thing each."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QAbstractListModel, QLocale, QModelIndex, Qt, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QTabBar, QWidget

from qpdesk import assets
from qpdesk.domain.scale import STANDARD
from qpdesk.gui.dialogs.rules import RulesDialog
from qpdesk.services.example import example_files
from tests.gui.places import PLACES
from tests.gui.test_access import mnemonic, no_letter_opens_two_things

CATALOGUE = Path(__file__).parents[2] / "resources" / "translations" / "qpdesk_en.ts"
SWEDISH = re.compile(
    r"\b(?:och|inte|eller|som|för|ingen|inget|från|till|välj|klar)\b", re.IGNORECASE
)
SAYING = (
    *("text", "toolTip", "statusTip", "windowTitle", "placeholderText", "title", "suffix"),
    *("accessibleName", "accessibleDescription", "specialValueText", "description"),
)
ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)
_ROWS, _DEPTH = 30, 4


@pytest.fixture(autouse=True)
def english(_swedish, qapp):
    translator = QTranslator(qapp)
    assert translator.load("qpdesk_en", str(Path(assets.__file__).parent))
    qapp.installTranslator(translator)
    QLocale.setDefault(QLocale("en_GB"))
    yield
    qapp.removeTranslator(translator)
    QLocale.setDefault(QLocale("sv_SE"))


@pytest.fixture(scope="module")
def sources():
    """The Swedish sentences that say something else in English."""
    found = set()
    for message in ET.parse(CATALOGUE).getroot().iter("message"):  # noqa: S314 - our own file
        source, text = message.findtext("source"), message.findtext("translation")
        if source != text:
            found.add(plain(source))
    return found - {plain(m.findtext("translation") or "") for m in messages()}


def messages():
    return ET.parse(CATALOGUE).getroot().iter("message")  # noqa: S314 - our own file


def plain(text):
    return text.replace("&", "").strip()


def cells(view):
    """What a list or tree says."""
    model, stack = view.model(), [(QModelIndex(), 0)]
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex())
    for place in range(columns):
        yield model.headerData(place, Qt.Orientation.Horizontal)
    while stack:
        parent, depth = stack.pop()
        for row in range(min(model.rowCount(parent), _ROWS)):
            for place in range(columns):
                index = model.index(row, place, parent)
                yield from (index.data(role) for role in ROLES)
            if depth < _DEPTH:
                stack.append((model.index(row, 0, parent), depth + 1))


def said(root):
    """Every text of a window, seen or read aloud."""
    for thing in (root, *root.findChildren(QWidget), *root.findChildren(QAction)):
        for name in SAYING:
            ask = getattr(thing, name, None)
            yield ask() if callable(ask) else None
        match thing:
            case QComboBox():
                yield from map(thing.itemText, range(thing.count()))
            case QTabBar():
                yield from map(thing.tabText, range(thing.count()))
            case QAbstractItemView() if thing.model() is not None:
                yield from cells(thing)


EXAMPLE = "".join(path.read_text(encoding="utf-8") for path in example_files())
TYPED = ("En sak", "Nöjdhet", "År", "Kvalitetsplan", "Lillby")
"""What tests/gui/places.py and tests/gui/conftest.py have put in."""
SCALE = {*STANDARD.likelihoods, *STANDARD.consequences, *(band.name for band in STANDARD.bands)}


def of_the_plan(window):
    """The user's own words, which stay as they are."""
    nodes = [] if window.session is None else window.session.editor.register.walk()
    for node in nodes:
        for name in node.__dataclass_fields__:
            value = getattr(node, name)
            if isinstance(value, str) and value:
                yield value


@pytest.mark.parametrize("name", PLACES)
def test_no_swedish_is_left_in_an_english_window(name, window, sources):
    own = {*of_the_plan(window), *TYPED}
    root = PLACES[name](window)
    own |= {*of_the_plan(window), *(SCALE if isinstance(root, RulesDialog) else ())}
    left = {
        text
        for text in (plain(each) for each in said(root) if isinstance(each, str))
        if text in sources or SWEDISH.search(text) or re.search("[åäöÅÄÖ]", text)
        if text.rpartition(": ")[2] not in EXAMPLE
        if not any(word in text or text.rstrip("…") in word for word in own)
    }
    assert left == set()
    if root is not window:
        root.close()


def test_the_letters_of_each_menu_differ(window):
    menus = [action.menu() for action in window.menuBar().actions()]
    bar = [mnemonic(action) for action in window.menuBar().actions()]
    assert len(bar) == len(set(bar))
    for menu in menus:
        menu.aboutToShow.emit()
        letters = [mnemonic(action) for action in menu.actions() if mnemonic(action)]
        doubled = {letter for letter in letters if letters.count(letter) > 1}
        assert not doubled, [a.text() for a in menu.actions() if mnemonic(a) in doubled]
        menus += [action.menu() for action in menu.actions() if action.menu() is not None]


@pytest.mark.parametrize("name", PLACES)
def test_no_letter_opens_two_things(name, window):
    root = PLACES[name](window)
    no_letter_opens_two_things(root, window)
    if root is not window:
        root.close()
