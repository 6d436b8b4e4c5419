import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

import qpdesk.gui
from qpdesk.domain.nodes import LEVELS, Kind, Status
from qpdesk.gui.looks.badges import Badges
from qpdesk.gui.looks.colours import DARK, LIGHT, palette, worn
from qpdesk.gui.looks.symbols import DARK_TINTS, LIGHT_TINTS, STATUS_ICONS
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
        ("Highlight", "Base", SHAPE),
        ("Accent", "Window", SHAPE),
    ],
)
def test_the_palettes_can_be_read(scheme, ink, ground, least):
    made = palette(SCHEMES[scheme])
    roles = [made.color(QPalette.ColorRole[name]) for name in (ink, ground)]
    assert contrast(*roles) >= least


@pytest.mark.parametrize("scheme", SCHEMES)
def test_badges_and_quiet_words_can_be_read(scheme):
    colours = SCHEMES[scheme]
    base, window = colours.roles["Base"], colours.roles["Window"]
    for tint in (*TINTS[scheme].statuses.values(), *TINTS[scheme].levels):
        assert contrast(tint.ink, tint.ground) >= TEXT
        assert contrast(tint.edge, tint.ground) >= 2  # the word says it; the edge only helps
    for word in (colours.quiet, colours.alarm):
        assert contrast(word, base) >= TEXT
        assert contrast(word, window) >= TEXT
    assert contrast(colours.edge, base) >= SHAPE
    assert contrast(colours.edge, window) >= SHAPE


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
