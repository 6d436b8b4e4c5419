"""The toolbar: new items, undo, moving, and the pictures of a plan."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QToolBar, QToolButton, QWidget

from qpdesk.gui.looks.appearance import Appearance
from qpdesk.gui.menus import Actions

_VIEWS = (
    *("view_plan", "view_follow_up", "view_indicators", "view_matrix", "view_overview"),
    "view_preview",
)
_GROUPS = (("undo", "redo"), ("up", "down", "out", "in"), _VIEWS[:-1], _VIEWS[-1:])
_SIZE = 18
_BESIDE = 6  # pixels: an icon's word would else stand too near


class Toolbar(QToolBar):
    """The deeds done most, as buttons; a few with a word beside the icon."""

    toggled = Signal(str)
    """The action of a view whose button has been toggled."""

    def __init__(self, deeds: Actions, appearance: Appearance, window: QWidget) -> None:
        super().__init__(window)
        self._deeds = deeds
        self._appearance = appearance
        self.setWindowTitle(self.tr("Verktyg"))
        self.setObjectName("tools")
        self.setMovable(False)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._add_new()
        for group in _GROUPS:
            self.addSeparator()
            for name in group:
                self._add(name)
        extension = self.findChild(QToolButton, "qt_toolbar_ext_button")
        if extension is not None:
            extension.setAccessibleName(self.tr("Fler verktyg"))
        appearance.changed.connect(self._fit)
        self._fit()

    def _add_new(self) -> None:
        """The button that opens the menu of new items, and can be pressed when the menu can."""
        new = QToolButton(self)
        new.setText(self.tr("Ny"))
        new.setIcon(self._appearance.icons["plus"])
        new.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        new.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        new.setMenu(self._deeds.new_menu)
        new.setToolTip(self.tr("Lägg till en risk, egenkontroll, åtgärd …"))
        new.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._deeds.new_menu.menuAction().enabledChanged.connect(new.setEnabled)
        self.addWidget(new)

    def _add(self, name: str) -> None:
        short = {
            "view_plan": self.tr("Plan"),
            "view_follow_up": self.tr("Uppföljning"),
            "view_indicators": self.tr("Indikatorer"),
            "view_matrix": self.tr("Riskmatris"),
            "view_overview": self.tr("Översikt"),
            "undo": self.tr("Ångra"),
            "redo": self.tr("Gör om"),
            "view_preview": self.tr("PDF"),
        }
        action = self._deeds[name]
        self.addAction(action)
        button = self.widgetForAction(action)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if name in short:
            action.setIconText(short[name])
        elif isinstance(button, QToolButton):
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        if isinstance(button, QToolButton) and action.isCheckable():
            button.toggled.connect(lambda _: QTimer.singleShot(0, self, self._tell_view))

    def _tell_view(self) -> None:
        """A screen reader toggles a button instead of pressing it; no action tells of that."""
        chosen = next((name for name in _VIEWS if self._deeds[name].isChecked()), None)
        if chosen is not None:
            self.toggled.emit(chosen)

    def _fit(self) -> None:
        size = round(_SIZE * self._appearance.zoom / 100)
        self.setIconSize(QSize(size + _BESIDE, size))
