"""The light and the dark palette; a test holds every pair to WCAG AA.

Under a high-contrast setting of the system we set nothing: its colours rule (EN 301 549 §11.7).
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from qpdesk.system.settings import Colours as Scheme
from qpdesk.values import dataclass

_Role = QPalette.ColorRole
_ROLES = dict(_Role.__members__)


@dataclass(frozen=True, slots=True)
class Colours:
    """One scheme: the palette's roles by name, and what a palette has no role for."""

    roles: dict[str, str]
    disabled: str
    quiet: str
    """Words that explain: kind words in the tree, hints."""
    alarm: str
    """Words of refusal. Never alone: the sentence says it."""
    edge: str
    """The line around a field, which must be told from both its sides (WCAG 1.4.11)."""


LIGHT = Colours(
    roles={
        "Window": "#f4f6f8",
        "WindowText": "#17202b",
        "Base": "#ffffff",
        "AlternateBase": "#f4f6f8",
        "Text": "#17202b",
        "Button": "#f4f6f8",
        "ButtonText": "#17202b",
        "Highlight": "#1b5c8e",
        "HighlightedText": "#ffffff",
        "PlaceholderText": "#5b6675",
        "Link": "#14568a",
        "LinkVisited": "#5b2d73",
        "ToolTipBase": "#17202b",
        "ToolTipText": "#ffffff",
        "Accent": "#1b5c8e",
        "BrightText": "#ffffff",
    },
    disabled="#7c8694",
    quiet="#566170",
    alarm="#9b1c1c",
    edge="#7b8592",
)

DARK = Colours(
    roles={
        "Window": "#1e232a",
        "WindowText": "#e9edf2",
        "Base": "#161a20",
        "AlternateBase": "#1e232a",
        "Text": "#e9edf2",
        "Button": "#2a313a",
        "ButtonText": "#e9edf2",
        "Highlight": "#8cc1ea",
        "HighlightedText": "#0c1620",
        "PlaceholderText": "#a3adba",
        "Link": "#8cc1ea",
        "LinkVisited": "#cfa9e0",
        "ToolTipBase": "#e9edf2",
        "ToolTipText": "#161a20",
        "Accent": "#8cc1ea",
        "BrightText": "#ffffff",
    },
    disabled="#7d8896",
    quiet="#a7b1be",
    alarm="#ffa8a2",
    edge="#7a8593",
)


def is_high_contrast() -> bool:
    """Whether the system asks for high contrast."""
    hints = QGuiApplication.styleHints()
    accessibility = hints.accessibility()  # one chained call dies: "already deleted"
    return accessibility.contrastPreference() == Qt.ContrastPreference.HighContrast


def wear(application: QApplication, scheme: Scheme) -> None:
    """Dress the whole application; called again when the wish or the system changes."""
    if is_high_contrast():
        application.setPalette(QPalette())
        return
    dark = scheme is Scheme.DARK or (scheme is Scheme.SYSTEM and _system_is_dark())
    application.setPalette(palette(DARK if dark else LIGHT))


def palette(colours: Colours) -> QPalette:
    """The colours as Qt's palette."""
    roles = colours.roles
    made = QPalette(QColor(roles["Button"]), QColor(roles["Window"]))
    for name, value in roles.items():
        made.setColor(_ROLES[name], QColor(value))
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.disabled))
    return made


def worn() -> Colours:
    """The colours that fit the palette in use; the system's own under high contrast."""
    used = QGuiApplication.palette()
    dark = used.color(_Role.Base).lightness() < used.color(_Role.Text).lightness()
    if not is_high_contrast():
        return DARK if dark else LIGHT
    ink = used.color(_Role.Text).name()
    return Colours(
        roles={},
        disabled=ink,
        quiet=ink,
        alarm=ink,
        edge=ink,
    )


def _system_is_dark() -> bool:
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
