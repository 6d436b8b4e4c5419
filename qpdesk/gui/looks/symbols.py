"""The icon of each kind and status, and the tints of badges; a test holds them to WCAG AA."""

from PySide6.QtGui import QGuiApplication, QPalette

from qpdesk.domain.nodes import Kind, Status
from qpdesk.gui.looks.colours import DARK, LIGHT, worn
from qpdesk.values import dataclass

KIND_ICONS = {
    Kind.PLAN: "clipboard-check",
    Kind.CHAPTER: "heading",
    Kind.FOOTNOTE: "superscript",
    Kind.AREA: "folder",
    Kind.RISK: "triangle-alert",
    Kind.CONTROL: "clipboard-check",
    Kind.RESULT: "activity",
    Kind.MEASURE: "wrench",
    Kind.INDICATOR: "chart-line",
    Kind.OBSERVATION: "calendar-days",
}
STATUS_ICONS = {
    Status.NOT_STARTED: "circle",
    Status.ONGOING: "circle-dot",
    Status.COMPLETED: "circle-check-big",
    Status.ONGOING_NEXT_YEAR: "circle-arrow-right",
    Status.DISCONTINUED: "circle-slash",
}


@dataclass(frozen=True, slots=True)
class Tint:
    """A badge's background, its text and its border."""

    ground: str
    ink: str
    edge: str


@dataclass(frozen=True, slots=True)
class Tints:
    """The badges of one scheme."""

    statuses: dict[Status, Tint]
    levels: tuple[Tint, Tint, Tint, Tint]
    """Of låg, medel, hög and mycket hög."""


LIGHT_TINTS = Tints(
    statuses={
        Status.NOT_STARTED: Tint("#f0f2f5", "#3d4755", "#8b95a3"),
        Status.ONGOING: Tint("#fff4d9", "#664600", "#b38500"),
        Status.COMPLETED: Tint("#e2f4e7", "#14532d", "#4a9863"),
        Status.ONGOING_NEXT_YEAR: Tint("#e4effb", "#173f72", "#5a8cc6"),
        Status.DISCONTINUED: Tint("#f3eaf6", "#572a6e", "#a077b4"),
    },
    levels=(
        Tint("#e8f3ec", "#1d4d30", "#5f9c76"),
        Tint("#fff6da", "#5f4500", "#b38a00"),
        Tint("#ffe8d4", "#743000", "#cc7a33"),
        Tint("#fde3e1", "#861b16", "#cf6660"),
    ),
)
DARK_TINTS = Tints(
    statuses={
        Status.NOT_STARTED: Tint("#2b323b", "#d5dce4", "#76818f"),
        Status.ONGOING: Tint("#3d3214", "#ffdf8f", "#a3842f"),
        Status.COMPLETED: Tint("#17372a", "#a9e8c1", "#4b9a70"),
        Status.ONGOING_NEXT_YEAR: Tint("#1a3350", "#b5d6fb", "#5585bb"),
        Status.DISCONTINUED: Tint("#382443", "#e4c4f2", "#8f68a3"),
    },
    levels=(
        Tint("#1b3527", "#b4e3c6", "#55906d"),
        Tint("#3b3214", "#fbe09a", "#a08430"),
        Tint("#46290f", "#ffcd9c", "#b8742f"),
        Tint("#481f1d", "#ffbcb6", "#bb625b"),
    ),
)


def tints() -> Tints:
    """The tints that fit the palette in use; the system's own colours under high contrast."""
    colours = worn()
    if colours in (LIGHT, DARK):
        return LIGHT_TINTS if colours is LIGHT else DARK_TINTS
    used = QGuiApplication.palette()
    ink = used.color(QPalette.ColorRole.Text).name()
    plain = Tint(used.color(QPalette.ColorRole.Base).name(), ink, ink)
    return Tints(dict.fromkeys(Status, plain), (plain, plain, plain, plain))
