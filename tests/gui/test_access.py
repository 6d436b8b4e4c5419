"""Each place of the program as someone meets it who cannot see, or has no mouse."""

import inspect
import pkgutil
import re
from importlib import import_module
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPushButton,
    QRadioButton,
    QTabBar,
    QWidget,
)

import qpdesk.gui.dialogs
from qpdesk.domain import edits
from qpdesk.domain.nodes import Kind
from qpdesk.gui.looks.style import LEAST
from qpdesk.gui.words import terms
from tests.gui.conftest import titled, type_text
from tests.gui.places import DIALOGS, PLACES

_Role = QAccessible.Role
SQUEEZED = (QAbstractButton, QAbstractSpinBox, QLineEdit, QComboBox, QLabel)
EMPTY_ROLES = {_Role.NoRole, _Role.Client, _Role.Pane, _Role.Grouping, _Role.Window}
"""Roles that tell nobody what a thing is for."""


def accessible(root):
    """Every part that a screen reader finds below a widget."""
    stack = [QAccessible.queryAccessibleInterface(root)]
    while stack:
        part = stack.pop()
        if part is not None and part.isValid():
            yield part
            stack += [part.child(number) for number in range(part.childCount())]


def focusable(root):
    return [p for p in accessible(root) if p.state().focusable and not p.state().invisible]


def named(part):
    return part.text(QAccessible.Text.Name)


def nameless(interface):
    """The parts that can have the focus and that a screen reader has no name for."""
    return [(p.role(), p.object()) for p in focusable(interface.object()) if not named(p)]


@pytest.fixture(params=PLACES)
def place(request, window, qtbot):
    """A place of the program: the window, or a dialog."""
    root = PLACES[request.param](window)
    qtbot.waitExposed(root)
    root.activateWindow()
    qtbot.waitUntil(root.isActiveWindow)
    return root


# ------------------------------------------------------------- names, roles, states, sizes


def test_every_dialog_is_among_the_places_that_are_looked_at():
    found = set()
    for module in pkgutil.iter_modules(qpdesk.gui.dialogs.__path__, "qpdesk.gui.dialogs."):
        for _, thing in inspect.getmembers(import_module(module.name), inspect.isclass):
            is_ours = thing.__module__ == module.name and not thing.__name__.startswith("_")
            if is_ours and issubclass(thing, QDialog | QMessageBox):
                found.add(thing)
    assert found == set(DIALOGS), "say in tests/gui/places.py how one comes to it"


def test_what_a_screen_reader_finds_has_a_name_a_role_and_a_size(place):
    parts = focusable(place)
    assert not [(p.role(), p.object()) for p in parts if not named(p)]
    assert not [p.object() for p in parts if p.role() in EMPTY_ROLES and p.object() is not place]
    assert not [named(p) for p in parts if p.state().expanded and not p.state().expandable]
    assert not list(too_small(parts))


def too_small(parts):
    """What can be pressed but is hard to hit."""
    for part in parts:
        thing = part.object()
        # Of a check box Qt tells its words; the whole row of it is its own.
        area = thing.rect() if isinstance(thing, QAbstractButton) else part.rect()
        is_text = part.role() in {_Role.StaticText, _Role.Window, _Role.ListItem}
        if not is_text and min(area.width(), area.height()) < LEAST:
            yield named(part), area.size()


def test_what_is_checked_disabled_or_refused_is_told_as_a_state(window):
    filters = window.session.desk.filter
    filters._open.click()
    chips = {named(p): p.state() for p in focusable(filters)}
    assert chips["Inte klara"].checkable
    assert chips["Inte klara"].checked
    assert not chips["Försenade"].checked
    window._do("view_plan")
    undo = QAccessible.queryAccessibleInterface(window._tools.widgetForAction(window.deeds["redo"]))
    assert undo.state().disabled


def test_a_row_says_its_kind_and_its_level_or_status_in_words(window):
    tree = window.session.desk.tree
    register = window.session.editor.register
    measure = titled(register, "Samtal med köket")
    said = [named(part) for part in accessible(tree) if part.role() is _Role.TreeItem]
    assert "Processområde: Nattpatrull" in said
    assert "Risk: Matlådan kommer för sent, risknivå 9, hög" in said
    assert "Egenkontroll: Andel besök i tid" in said
    for status, word in terms.statuses().items():
        window.session.editor.attempt(edits.set_status, [measure], status)
        assert any(
            named(part) == f"Åtgärd: Samtal med köket, status {word}" for part in accessible(tree)
        )


def test_a_screen_reader_that_toggles_a_views_button_gets_the_view(window, qtbot):
    buttons = {named(p): p.object() for p in focusable(window._tools)}
    buttons["Riskmatris"].toggle()
    qtbot.waitUntil(lambda: window.pictures.front == "view_matrix")
    buttons["Plan"].toggle()
    qtbot.waitUntil(window.session.desk.isVisible)
    assert not buttons["Riskmatris"].isChecked()


@pytest.mark.parametrize("percent", [150, 200])
@pytest.mark.parametrize("dialog", DIALOGS, ids=lambda dialog: dialog.__name__)
def test_nothing_in_a_dialog_is_squeezed_by_large_text(dialog, percent, window, appearance, qtbot):
    appearance.set_zoom(percent)
    shown = DIALOGS[dialog](window)
    qtbot.waitExposed(shown)
    fields = [w for kind in SQUEEZED for w in shown.findChildren(kind) if w.isVisible()]
    fields = [w for w in fields if not isinstance(w.parent(), QComboBox | QAbstractSpinBox)]
    assert not [
        (type(w).__name__, called(w), w.height(), w.minimumSizeHint().height())
        for w in fields
        if w.height() < w.minimumSizeHint().height()
    ]
    room = shown.screen().availableSize()
    assert shown.width() <= room.width()
    assert shown.height() <= room.height()


# ------------------------------------------------------------- the keyboard


def stops(place, qtbot, key=Qt.Key.Key_Tab):
    """What the key leads to, once round."""
    qtbot.keyClick(place.focusWidget() or place, key)
    found = [place.focusWidget()]
    for _ in range(150):
        qtbot.keyClick(place.focusWidget(), key)
        if place.focusWidget() is found[0]:
            return found
        assert place.focusWidget() is not found[-1], f"Tab never leaves {found[-1]}"
        found.append(place.focusWidget())
    raise AssertionError([(type(w).__name__, w.accessibleName()) for w in found[-10:]])


def wanted_stops(place):
    """What must be reached: all that takes the focus by Tab and is no part of another stop.

    A row of tabs loses it unseen when its widget does.
    """
    for widget in place.findChildren(QWidget):
        parent = widget.parentWidget()
        if (
            widget.isVisible()
            and widget.isEnabled()
            and widget.window() is place
            and (widget.focusPolicy() & Qt.FocusPolicy.TabFocus or isinstance(widget, QTabBar))
            and widget.focusProxy() is None
            and not isinstance(parent, QComboBox | QAbstractSpinBox)
            and not isinstance(widget, QMenu)
            and not (isinstance(widget, QRadioButton) and not widget.isChecked())
        ):
            yield widget


def test_one_goes_by_tab_to_everything_as_one_reads_and_sees_where_one_is(place, qtbot):
    forth = stops(place, qtbot)
    assert not [(type(w).__name__, called(w)) for w in wanted_stops(place) if w not in forth]
    assert not list(against_reading(forth))
    assert not list(unseen(place, forth, qtbot))
    back = stops(place, qtbot, Qt.Key.Key_Backtab)
    at = back.index(forth[0])
    assert [forth[0], *reversed(forth[1:])] == back[at:] + back[:at]


def called(widget):
    return widget.accessibleName() or getattr(widget, "text", str)()


def against_reading(forth):
    """Within one part: steps to what lies wholly above, or to the left on the same line."""
    start = forth.index(min(forth, key=lambda w: (area_of(w).top(), area_of(w).left())))
    for before, after in pairwise(forth[start:] + forth[:start]):
        if before.parentWidget() is after.parentWidget():
            one, two = area_of(before), area_of(after)
            is_above = two.bottom() < one.top()
            is_left = two.right() <= one.left() and abs(two.center().y() - one.center().y()) < 8
            if is_above or is_left:
                yield called(before), called(after)


def unseen(place, forth, qtbot):
    """What looks the same with the focus and without it."""
    for widget in forth:
        assert place.focusWidget() is widget
        with_focus = widget.grab().toImage()
        qtbot.keyClick(widget, Qt.Key.Key_Tab)
        if widget.hasFocus():  # it is the only one
            widget.clearFocus()
        is_default = isinstance(widget, QPushButton) and widget.isDefault()
        if widget.grab().toImage() == with_focus and not is_default:  # that one is framed anyway
            yield type(widget).__name__, called(widget)


def area_of(widget):
    return QRect(widget.mapToGlobal(QPoint()), widget.size())


def test_every_deed_is_in_a_menu_and_every_menu_is_opened_by_a_letter(window):
    window.session.desk.tree.setFocus()
    reached, menus = set(), list(window.menuBar().actions())
    assert all(mnemonic(action) for action in menus)
    while menus:
        for action in menus.pop().menu().actions():
            if action.menu() is not None:
                action.menu().aboutToShow.emit()
                menus.append(action)
            elif not action.isSeparator():
                reached.add(action)
    anywhere = {Kind.PLAN, Kind.RESULT, Kind.OBSERVATION, Kind.CHAPTER, Kind.FOOTNOTE}
    elsewhere = {f"new_{kind.value}" for kind in (*anywhere, Kind.INDICATOR)}
    missing = {n for n, a in window.deeds._named.items() if a not in reached} - elsewhere
    assert not missing


def test_no_key_of_the_window_is_what_alt_gr_writes_on_windows(window):
    """Windows tells AltGr as Ctrl+Alt: with it and a digit people write @, £, $, {, [, ] and }."""
    actions = window.deeds.with_keys()
    keys = [key.toString() for action in actions for key in action.shortcuts()]
    assert "Alt+5" in keys
    assert not [key for key in keys if re.fullmatch(r"Ctrl\+Alt\+[0-9EMQ]", key)]


def test_no_two_things_listen_to_the_same_key(window):
    found = {}
    for name, action in window.deeds._named.items():
        for keys in action.shortcuts():
            assert keys not in found, (name, found[keys])
            found[keys] = name


def test_no_letter_opens_two_things(place, window):
    """Alt and a letter: the menus' and those of the labels and buttons that are seen with them."""
    no_letter_opens_two_things(place, window)


def no_letter_opens_two_things(place, window):
    letters = {}
    things = [w for w in place.findChildren(QWidget) if w.isVisible() and w.window() is place]
    texts = [w.text() for w in things if callable(getattr(w, "text", None))]
    texts = [text for text in texts if "&" in text.replace("&&", "")]
    if place is window:
        texts += [action.text() for action in window.menuBar().actions()]
    for text in texts:
        letter = mnemonic(text)
        assert letter not in letters, (text, letters[letter])
        letters[letter] = text


def mnemonic(thing):
    text = thing if isinstance(thing, str) else thing.text()
    marked = text.replace("&&", "")
    at = marked.find("&")
    return marked[at + 1].lower() if 0 <= at < len(marked) - 1 else ""


def test_the_letters_of_a_menu_differ(window):
    menus = [action.menu() for action in window.menuBar().actions()]
    for menu in menus:
        menu.aboutToShow.emit()
        letters = [mnemonic(action) for action in menu.actions() if mnemonic(action)]
        doubled = {letter for letter in letters if letters.count(letter) > 1}
        assert not doubled, [a.text() for a in menu.actions() if mnemonic(a) in doubled]
        menus += [action.menu() for action in menu.actions() if action.menu() is not None]


# ------------------------------------------------------------- what is announced


@pytest.fixture
def heard(monkeypatch):
    """What a screen reader is told, in order."""
    said = []

    def listen(event):
        if event.type() == QAccessible.Event.Announcement:
            said.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", listen)
    return said


def test_what_happens_elsewhere_than_at_the_focus_is_announced(window, qtbot, heard):
    desk = window.session.desk
    desk.filter._open.click()
    assert heard.pop() == "3 träffar"
    desk.filter._open.click()
    assert heard.pop() == "Alla poster visas."
    desk.filter.field.setFocus()
    type_text(desk.filter.field, "köket")
    qtbot.waitUntil(lambda: heard == ["1 träff"])
    desk.filter.clear()
    desk.tree.go_to(titled(desk.editor.register, "Samtal med köket"))
    window.deeds["cycle"].trigger()
    assert heard.pop() == "Pågår satt på 1 post."
    window.deeds["up"].trigger()
    assert heard.pop() == "Flyttat: 1 post."
    window.deeds["delete"].trigger()
    assert heard.pop() == "Borttaget: 1 post. Ångra med Ctrl+Z."
    window.deeds["undo"].trigger()
    assert heard.pop() == "Ångrat: ta bort."
    window.deeds["redo"].trigger()
    assert heard.pop() == "Gjort om: ta bort."


def test_a_refusal_is_told_to_the_one_who_cannot_see_it(window, qtbot, heard):
    desk = window.session.desk
    desk.tree.go_to(titled(desk.editor.register, "Samtal med köket"))
    due = desk.details.form.editors["due"].widget
    due.setText("x")
    due.editingFinished.emit()
    assert "datum" in due.accessibleDescription()
    desk.tree.go_to(titled(desk.editor.register, "Hemtjänst"))
    window.deeds["up"].trigger()
    assert heard[-1].startswith("Det går inte att flytta längre")


def test_the_follow_up_says_what_it_asks_about(window, heard):
    window._do("view_follow_up")
    view = window.pictures.made["view_follow_up"].view
    view.skip()
    assert "Egenkontroll" in heard[-1] or "Åtgärd" in heard[-1]
    assert "Saknas:" in heard[-1]
