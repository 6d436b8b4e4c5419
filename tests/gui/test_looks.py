import re
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QRadioButton,
    QSpinBox,
    QToolButton,
    QToolTip,
    QWidget,
)

import qpdesk.gui
from qpdesk.domain.marks import Ink
from qpdesk.domain.nodes import LEVELS, Kind, Status
from qpdesk.gui.looks import colours, drawing
from qpdesk.gui.looks.badges import Badges
from qpdesk.gui.looks.chooser import Chooser
from qpdesk.gui.looks.colours import DARK, LIGHT, palette, worn
from qpdesk.gui.looks.drawing import PAPER_INKS, Inks
from qpdesk.gui.looks.focus import LinkButton
from qpdesk.gui.looks.symbols import DARK_TINTS, LIGHT_TINTS, STATUS_ICONS, tints
from qpdesk.system.policy import Policy
from qpdesk.system.settings import Colours, configuration

SCHEMES = {"light": LIGHT, "dark": DARK}
TINTS = {"light": LIGHT_TINTS, "dark": DARK_TINTS}
TEXT, SHAPE = 4.5, 3.0
"""The least contrast of text, and of a line that one must see (WCAG 2.1, 1.4.3 and 1.4.11)."""


def luminance(colour):
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one, other):
    dark, light = sorted(luminance(QColor(colour)) for colour in (one, other))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(
    ("ink", "ground", "least"),
    [
        ("WindowText", "Window", TEXT),
        ("Text", "Base", TEXT),
        ("Text", "AlternateBase", TEXT),
        ("ButtonText", "Button", TEXT),
        ("HighlightedText", "Highlight", TEXT),
        ("PlaceholderText", "Base", TEXT),
        ("PlaceholderText", "Window", TEXT),
        ("Link", "Base", TEXT),
        ("ToolTipText", "ToolTipBase", TEXT),
        ("LinkVisited", "Base", TEXT),
        ("Link", "Window", TEXT),
        ("WindowText", "Button", TEXT),
        ("Highlight", "Base", SHAPE),
        ("Highlight", "AlternateBase", SHAPE),
        ("Accent", "Window", SHAPE),
        ("Accent", "Base", SHAPE),
        ("Accent", "Button", SHAPE),
    ],
)
def test_the_palettes_can_be_read(scheme, ink, ground, least):
    made = palette(SCHEMES[scheme])
    roles = [made.color(QPalette.ColorRole[name]) for name in (ink, ground)]
    assert contrast(*roles) >= least


@pytest.mark.parametrize("scheme", SCHEMES)
def test_badges_and_quiet_words_can_be_read(scheme):
    scheme_colours = SCHEMES[scheme]
    base, window = scheme_colours.roles["Base"], scheme_colours.roles["Window"]
    for tint in (*TINTS[scheme].statuses.values(), *TINTS[scheme].levels):
        assert contrast(tint.ink, tint.ground) >= TEXT
        assert contrast(tint.edge, tint.ground) >= 2  # the word says it; the edge only helps
    for word in (scheme_colours.quiet, scheme_colours.alarm):
        assert contrast(word, base) >= TEXT
        assert contrast(word, window) >= TEXT
    assert contrast(scheme_colours.edge, base) >= SHAPE
    assert contrast(scheme_colours.edge, window) >= SHAPE


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_chart_can_be_read_on_the_screen_and_in_a_file(scheme, appearance):
    appearance.set_scheme(Colours(scheme))
    for inks in (Inks.of(QApplication.palette()), Inks(*PAPER_INKS)):
        assert contrast(inks[Ink.TEXT], inks.ground) >= TEXT
        for ink in (Ink.SERIES, Ink.TARGET):
            assert contrast(inks[ink], inks.ground) >= SHAPE
    appearance.set_scheme(Colours.LIGHT)


def test_no_colour_is_made_up_outside_the_room_of_looks():
    source = Path(qpdesk.gui.__file__).parent
    others = [p for p in source.rglob("*.py") if p.parent.name != "looks"]
    found = [(p.name, re.findall(r"\"#[0-9a-fA-F]{6}\"", p.read_text("utf-8"))) for p in others]
    assert not [name for name, colours in found if colours]


def test_high_contrast_of_the_system_is_left_alone(appearance, monkeypatch):
    own = QPalette(QColor("yellow"), QColor("black"))
    monkeypatch.setattr(colours, "QPalette", lambda: own)
    monkeypatch.setattr(colours, "is_high_contrast", lambda: True)
    monkeypatch.setattr(drawing, "is_high_contrast", lambda: True)
    try:
        appearance.set_scheme(Colours.DARK)
        used = QApplication.palette()
        assert used.color(QPalette.ColorRole.Text) == own.color(QPalette.ColorRole.Text)
        ink = used.color(QPalette.ColorRole.Text).name()
        assert {tint.ink for tint in tints().statuses.values()} == {ink}
        assert worn().quiet == worn().alarm == ink
        assert drawing.Inks.of(used)[Ink.TARGET].name() == ink
    finally:
        monkeypatch.undo()
        appearance.set_scheme(Colours.LIGHT)


def test_a_button_that_is_on_is_told_by_a_line_not_by_a_shade(appearance, qtbot):
    button = QToolButton()
    qtbot.addWidget(button)
    button.setText("Inte klara")
    button.setCheckable(True)
    for scheme in (Colours.LIGHT, Colours.DARK):
        appearance.set_scheme(scheme)
        button.setChecked(False)
        off = button.grab().toImage()
        button.setChecked(True)
        on = button.grab().toImage()
        x, y = off.width() // 2, off.height() - 3
        assert contrast(off.pixelColor(x, y), on.pixelColor(x, y)) >= SHAPE
    appearance.set_scheme(Colours.LIGHT)


def test_every_status_and_level_has_a_badge_of_its_own(appearance):
    badges = Badges(appearance.icons, QApplication.font(), 1)

    def drawn(icon):
        return bytes(icon.pixmap(400, 60).toImage().constBits())

    assert len({drawn(badges.status(status)) for status in Status}) == len(Status)
    assert len({drawn(badges.level(level)) for level in LEVELS}) == len(LEVELS)
    assert len({drawn(badges.kind(kind)) for kind in Kind}) == len(Kind)


def test_statuses_differ_by_shape_not_by_colour_alone():
    assert len(set(STATUS_ICONS.values())) == len(Status)


def test_icons_used_are_icons_shipped():
    source = Path(qpdesk.gui.__file__).parent
    resources = source.parent.parent / "resources"
    shipped = {path.stem for path in (resources / "icons").glob("*.svg")}
    listed = set(re.findall(r"icons/([\w-]+)\.svg", (resources / "qpdesk.qrc").read_text("utf-8")))
    assert listed == shipped
    text = "".join(path.read_text("utf-8") for path in source.rglob("*.py"))
    words = set(re.findall(r'"([a-z0-9-]+)"', text)) | {f"heading-{level}" for level in (1, 2, 3)}
    assert shipped <= words, shipped - words
    assert (resources / "icons" / "LICENSE").read_text("utf-8").startswith("ISC License")


def test_the_scheme_is_worn_by_everything(appearance):
    appearance.set_scheme(Colours.DARK)
    assert worn() is DARK
    appearance.set_scheme(Colours.LIGHT)
    assert worn() is LIGHT


def test_zoom_makes_rows_and_text_larger_and_is_remembered(window, appearance, paths, qtbot):
    tree = window.session.desk.tree
    row, text = tree.visualRect(tree.currentIndex()).height(), tree.font().pointSizeF()
    for _ in range(5):
        window.deeds["zoom_in"].trigger()
    qtbot.waitUntil(lambda: tree.font().pointSizeF() == pytest.approx(text * 1.5))
    qtbot.waitUntil(lambda: tree.visualRect(tree.currentIndex()).height() > row * 1.3)
    assert configuration(paths, Policy()).zoom.value == 150
    for _ in range(20):
        window.deeds["zoom_in"].trigger()
    assert appearance.zoom == 200
    window.deeds["zoom_normal"].trigger()
    qtbot.waitUntil(lambda: tree.font().pointSizeF() == pytest.approx(text))


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("field", [QLineEdit, QCheckBox, QRadioButton, QSpinBox, QComboBox])
def test_what_is_written_or_ticked_in_has_an_edge_that_is_seen(scheme, field, appearance, qtbot):
    appearance.set_scheme(Colours(scheme))
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(200, 80)
    widget = field(page)
    page.show()
    qtbot.waitExposed(page)
    widget.clearFocus()
    seen = page.grab().toImage()
    inside = [QPoint(x, y) for x in range(seen.width()) for y in range(seen.height())]
    edge, window = QColor(worn().edge), page.palette().color(QPalette.ColorRole.Window)
    found = [p for p in inside if is_near(seen.pixelColor(p), edge)]  # round lines are blended
    appearance.set_scheme(Colours.LIGHT)
    assert len(found) > 10
    assert contrast(edge.name(), window) >= SHAPE


def is_near(one, other):
    pairs = zip(one.getRgb(), other.getRgb(), strict=True)
    return max(abs(part - like) for part, like in pairs) < 40


def test_a_link_wears_the_colours_that_are_worn_now(appearance, qtbot):
    button = LinkButton("123")
    button.setFlat(True)
    qtbot.addWidget(button)
    button.show()
    qtbot.waitExposed(button)
    for scheme in (Colours.DARK, Colours.LIGHT):
        appearance.set_scheme(scheme)
        qtbot.waitUntil(lambda: button.palette().color(QPalette.ColorRole.Link) == link())
        seen = button.grab().toImage()
        points = [(x, y) for x in range(seen.width()) for y in range(seen.height())]
        assert any(seen.pixelColor(x, y) == link() for x, y in points)


def link():
    return QApplication.palette().color(QPalette.ColorRole.Link)


def test_a_list_too_narrow_for_its_words_says_so_and_tells_them_whole(appearance, qtbot):
    whole = "Kvalitetsplan 2026 <b>barn</b> & unga"
    chooser = Chooser(8)
    qtbot.addWidget(chooser)
    chooser.addItem(whole)
    chooser.resize(120, 30)
    chooser.show()
    qtbot.waitExposed(chooser)
    assert chooser.shown().startswith("K")
    assert "…" in chooser.shown()
    assert chooser.shown().endswith("unga")  # the end tells plans apart
    at = chooser.rect().center()
    event = QHelpEvent(QEvent.Type.ToolTip, at, chooser.mapToGlobal(at))
    QApplication.sendEvent(chooser, event)
    assert QToolTip.text() == "<p>Kvalitetsplan 2026 &lt;b&gt;barn&lt;/b&gt; &amp; unga</p>"
    cut = chooser.grab().toImage()
    chooser.setItemText(0, chooser.shown())
    assert chooser.grab().toImage() == cut  # what is drawn is what it says
    chooser.setItemText(0, whole)
    chooser.resize(600, 30)
    assert chooser.shown() == whole


@pytest.mark.parametrize("scheme", SCHEMES)
def test_what_is_ticked_in_a_list_or_a_menu_has_an_edge_that_is_seen(scheme, appearance, qtbot):
    appearance.set_scheme(Colours(scheme))
    ticks, menu = QListWidget(), QMenu()
    for widget in (ticks, menu):
        qtbot.addWidget(widget)
    line = QListWidgetItem("rad", ticks)
    line.setCheckState(Qt.CheckState.Unchecked)
    menu.addAction("Lås ordningen").setCheckable(True)
    edge = QColor(worn().edge)
    seen = {}
    for widget in (ticks, menu):
        widget.resize(160, 60)
        widget.show()
        qtbot.waitExposed(widget)
        image = widget.grab().toImage()
        area = [QPoint(x, y) for x in range(2, 26) for y in range(2, 26)]  # not its own frame
        seen[type(widget)] = sum(is_near(image.pixelColor(point), edge) for point in area)
        ground = widget.palette().color(QPalette.ColorRole.Base)
        assert contrast(edge.name(), ground) >= SHAPE
    appearance.set_scheme(Colours.LIGHT)
    assert min(seen.values()) > 10, seen
