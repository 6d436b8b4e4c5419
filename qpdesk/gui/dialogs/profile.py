"""The municipality's own look: logo, colour, typefaces, edge texts; tried before it is kept."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QColorDialog,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from qpdesk.gui.dialogs.joinery import button, sentence
from qpdesk.gui.dialogs.profile_sketch import ProfileSketch
from qpdesk.gui.guide import answer_f1
from qpdesk.gui.looks.paper_colours import HOUSE
from qpdesk.gui.words import files as file_words
from qpdesk.gui.words import profiles as words
from qpdesk.services import profiles
from qpdesk.services.profiles import Look, ProfileRefused

_WIDE = 34  # characters of a field


class ProfileDialog(QDialog):
    """Shows a look, and lets it be changed unless the organisation has decided it.

    Args:
        look: What holds now.
        told: Whose it is, and where it is kept.
        can_change: Whether it may be changed here.
        parent: The window.
    """

    def __init__(
        self, look: Look, told: str, *, can_change: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Kommunens profil"))
        answer_f1(self, "reports")
        self._files = dict(look.files)
        self.lines: dict[str, QLineEdit] = {}
        self.shown: dict[str, QLineEdit] = {}
        self._changers: list[QWidget] = []
        self.removed = False
        row = QHBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.addWidget(sentence(told, self))
        column.addLayout(row, 1)
        self._grid = QGridLayout()
        self._grid.setVerticalSpacing(6)
        left = QVBoxLayout()
        left.addLayout(self._grid)
        left.addStretch(1)
        row.addLayout(left, 1)
        self.sketch = ProfileSketch("Kvalitetsplan", self)
        row.addWidget(self.sketch)
        self.told = sentence("", self)
        self._build(look)
        column.addWidget(self.told)
        column.addWidget(self._buttons(can_change=can_change))
        for widget in self._changers:
            widget.setEnabled(can_change)
        self.finished.connect(lambda _: self.sketch.let_go())
        self._changed()

    def look(self) -> Look:
        """The look as it is said now."""
        texts = {name: line.text().strip() for name, line in self.lines.items()}
        return Look({name: text for name, text in texts.items() if text}, dict(self._files))

    # ------------------------------------------------------------- the parts

    def _build(self, look: Look) -> None:
        self._add_file("logo", self.tr("PNG eller SVG (*.png *.svg)"))
        self._add_text("logo_text", look)
        self._add_text("colour", look)
        pick = self._button(self.tr("Välj &färg…"), self._pick_colour)
        self.offer = self._button("", self._take_offer)
        self.offer.hide()
        beside = QHBoxLayout()
        beside.addWidget(pick)
        beside.addWidget(self.offer)
        beside.addStretch(1)
        self._grid.addLayout(beside, self._grid.rowCount(), 1)
        self._add_text("header", look)
        self._add_text("footer", look)
        for name in ("font", "font_bold"):
            self._add_file(name, self.tr("TrueType (*.ttf)"))

    def _add_text(self, name: str, look: Look) -> None:
        line = QLineEdit(look.texts.get(name, ""), self)
        line.setMaxLength(200)
        line.setMinimumWidth(self.fontMetrics().horizontalAdvance("n") * _WIDE)
        line.textChanged.connect(lambda _: self._changed())
        self.lines[name] = line
        self._changers.append(line)
        self._add_row(name, line)

    def _add_file(self, name: str, kinds: str) -> None:
        shown = QLineEdit(self)
        shown.setReadOnly(True)
        self.shown[name] = shown
        row = QHBoxLayout()
        row.addWidget(shown, 1)
        for text, act in (
            (self.tr("Välj…"), partial(self._pick_file, name, kinds)),
            (self.tr("Rensa"), partial(self.set_file, name, None)),
        ):
            made = self._button(text, act)
            made.setAccessibleName(f"{text.rstrip('…')}: {words.name(name)}")
            row.addWidget(made)
        self._add_row(name, shown, row)

    def _add_row(self, name: str, field: QLineEdit, row: QHBoxLayout | None = None) -> None:
        number = self._grid.rowCount()
        label = QLabel(words.name(name), self)
        label.setBuddy(field)
        field.setAccessibleName(words.name(name))
        self._grid.addWidget(label, number, 0)
        if row is None:
            self._grid.addWidget(field, number, 1)
        else:
            self._grid.addLayout(row, number, 1)

    def _button(self, text: str, act: Callable[[], object]) -> QPushButton:
        made = button(text, act, self)
        self._changers.append(made)
        return made

    def _buttons(self, *, can_change: bool) -> QDialogButtonBox:
        box = QDialogButtonBox(self)
        roles = QDialogButtonBox.ButtonRole
        if not can_change:
            box.addButton(self.tr("Stäng"), roles.RejectRole)
        else:
            self.keep = box.addButton(self.tr("&Spara"), roles.AcceptRole)
            box.addButton(self.tr("Avbryt"), roles.RejectRole)
            self.remove = box.addButton(self.tr("&Ta bort profilen"), roles.ResetRole)
            self.remove.clicked.connect(lambda _=False: self._remove())
        box.accepted.connect(self._try)
        box.rejected.connect(self.reject)
        return box

    # ------------------------------------------------------------- changing

    def set_file(self, name: str, path: Path | None) -> None:
        """Take a file for logo or typeface, or none."""
        if path is None:
            self._files.pop(name, None)
        else:
            self._files[name] = path
        self._changed()

    def _pick_file(self, name: str, kinds: str) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, words.name(name), "", kinds)
        if chosen:
            self.set_file(name, Path(chosen))

    def _pick_colour(self) -> None:
        line = self.lines["colour"]
        colour = QColorDialog.getColor(QColor(line.text() or HOUSE), self, words.name("colour"))
        if colour.isValid():
            line.setText(colour.name())

    def _changed(self) -> None:
        """Show the look, and say of the colour whether text in it can be read."""
        for name, shown in self.shown.items():
            path = self._files.get(name)
            shown.setText("" if path is None else path.name)
        self.sketch.show_look(self.look())
        colour = self.lines["colour"].text().strip()
        offered = _offer(colour)
        self.offer.setVisible(bool(offered))
        self.offer.setText(self.tr("&Använd {0}").format(offered))
        self.offer.setProperty("shade", offered)
        self.told.setText(words.too_light(colour, offered) if offered else "")
        self.told.setVisible(bool(offered))

    def _take_offer(self) -> None:
        self.lines["colour"].setText(str(self.offer.property("shade")))

    def _try(self) -> None:
        """Keep the look only if documents can wear it."""
        try:
            profiles.check(self.look())
        except ProfileRefused as refused:
            self.told.setText(words.refused(refused))
            self.told.setVisible(True)
        except OSError as error:
            self.told.setText(file_words.trouble(error))
            self.told.setVisible(True)
        else:
            self.accept()

    def _remove(self) -> None:
        self.removed = True
        self.accept()


def _offer(colour: str) -> str:
    """The nearest shade that can be read; "" when this one can, or is none."""
    if not (QColor(colour).isValid() and len(colour) == 7):  # noqa: PLR2004 - #rrggbb
        return ""
    nearest = profiles.passing(colour)
    return "" if nearest.lower() == colour.lower() else nearest
