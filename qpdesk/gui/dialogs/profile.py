"""The municipality's own look: logo, colour, typefaces, edges, cover; tried before it is kept."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QColorDialog,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from qpdesk.gui.dialogs.joinery import button, sentence
from qpdesk.gui.dialogs.profile_sketch import ProfileSketch
from qpdesk.gui.guide import answer_f1
from qpdesk.gui.looks.fitting import fit
from qpdesk.gui.looks.paper_colours import HOUSE
from qpdesk.gui.words import files as file_words
from qpdesk.gui.words import profiles as words
from qpdesk.services import profiles
from qpdesk.services.profiles import Look, ProfileRefused

_WIDE = 34  # characters of a field
_LETTERS, _LINES = 88, 24  # of the dialog


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
        self.choices: dict[str, QComboBox] = {}
        self._changers: list[QWidget] = []
        self.removed = False
        row = QHBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.addWidget(sentence(told, self))
        column.addLayout(row, 1)
        self.leaves = QTabWidget(self)
        self.leaves.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its row of tabs has it
        self.leaves.tabBar().setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.leaves.tabBar().setAccessibleName(self.tr("Delar av profilen"))
        row.addWidget(self.leaves, 1)
        self.sketch = ProfileSketch("Kvalitetsplan", self)
        row.addWidget(self.sketch)
        self.told = sentence("", self)
        self._build(look)
        column.addWidget(self.told)
        column.addWidget(self._buttons(can_change=can_change))
        for widget in self._changers:
            widget.setEnabled(can_change)
        fit(self, _LETTERS, _LINES)
        self.finished.connect(lambda _: self.sketch.let_go())
        self._changed()

    def look(self) -> Look:
        """The look as it is said now."""
        texts = {name: line.text().strip() for name, line in self.lines.items()}
        texts |= {name: str(choice.currentData()) for name, choice in self.choices.items()}
        return Look({name: text for name, text in texts.items() if text}, dict(self._files))

    # ------------------------------------------------------------- the parts

    def _build(self, look: Look) -> None:
        self._grid = self._leaf(self.tr("&Dokument"))
        self._add_file("logo", self.tr("PNG eller SVG (*.png *.svg)"))
        self._add_text("logo_text", look)
        self._add_text("colour", look)
        self._add_shades()
        self._add_text("header", look)
        self._add_text("footer", look)
        for name in ("font", "font_bold"):
            self._add_file(name, self.tr("TrueType (*.ttf)"))
        self._grid = self._leaf(self.tr("&Omslag"))
        self._add_choice("band", look)
        self._add_choice("logo_place", look)
        self._add_file("picture", self.tr("Bilder (*.jpg *.jpeg *.png *.svg)"))
        self._add_text("picture_text", look)
        self.lines["picture_text"].setPlaceholderText(self.tr("Tomt om bilden bara pryder"))
        for name in ("sender", "address", "phone", "email", "web"):
            self._add_text(name, look)
        self.leaves.currentChanged.connect(lambda place: self.sketch.show_cover(is_whole=place > 0))

    def _leaf(self, title: str) -> QGridLayout:
        """A leaf of the dialog, for rows of fields."""
        leaf = QWidget(self.leaves)
        grid = QGridLayout()
        grid.setVerticalSpacing(6)
        column = QVBoxLayout(leaf)
        column.addLayout(grid)
        column.addStretch(1)
        self.leaves.addTab(leaf, title)
        return grid

    def _add_shades(self) -> None:
        """Ways to a colour that text can be read in."""
        pick = self._button(self.tr("Välj &färg…"), self._pick_colour)
        self.offer = self._button("", self._take_offer)
        self.offer.hide()
        beside = QHBoxLayout()
        beside.addWidget(pick)
        beside.addWidget(self.offer)
        beside.addStretch(1)
        self._grid.addLayout(beside, self._grid.rowCount(), 1)

    def _add_choice(self, name: str, look: Look) -> None:
        choice = QComboBox(self)
        for value, said in words.choices(name).items():
            choice.addItem(said, value)
        choice.setCurrentIndex(max(0, choice.findData(look.texts.get(name, ""))))
        choice.currentIndexChanged.connect(lambda _: self._changed())
        self.choices[name] = choice
        self._changers.append(choice)
        self._add_row(name, choice)

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

    def _add_row(self, name: str, field: QWidget, row: QHBoxLayout | None = None) -> None:
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
