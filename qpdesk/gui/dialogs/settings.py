"""The settings: what holds, who decided it, and a way to choose what the organisation left open."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from qpdesk.gui.dialogs.joinery import button, sentence
from qpdesk.gui.guide import answer_f1
from qpdesk.gui.looks.appearance import LARGEST, SMALLEST, STEP
from qpdesk.gui.words import settings as words
from qpdesk.system.settings import Configuration, Origin, Setting

_WIDE = 44  # characters of a field


class SettingsDialog(QDialog):
    """Each choice holds at once, or when the dialog is closed where it says so."""

    chosen = Signal(str, object)
    """The name of a setting and its new value; None takes the user's choice back."""
    spelling_chosen = Signal(bool)
    """Whether misspelt words are to be marked."""
    profile_wanted = Signal()
    """The municipality's profile is to be seen to."""

    def __init__(
        self, settings: Configuration, parent: QWidget | None = None, *, spelling: bool = True
    ) -> None:
        super().__init__(parent)
        self._marks_words = spelling
        self.setWindowTitle(self.tr("Inställningar"))
        answer_f1(self, "look")
        self._started_in = settings.language.value
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(12)
        self.problems = sentence("", self)
        column.addWidget(self.problems)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        column.addLayout(self._grid)
        self.notes: dict[str, QLabel] = {}
        self._build()
        column.addStretch(1)
        column.addWidget(self._buttons())
        self.show_settings(settings)

    def show_settings(self, settings: Configuration) -> None:
        """Fill the fields with what is decided now."""
        self.problems.setText("\n".join(map(words.problem, settings.problems)))
        self.problems.setVisible(bool(settings.problems))
        self._show_choice(self.language, settings.language)
        self._show_choice(self.colours, settings.colours)
        with QSignalBlocker(self.zoom):
            self.zoom.setValue(settings.zoom.value)
        self.author.setText(settings.author.value)
        self.folder.setText(str(settings.default_folder.value))
        self.export.setText(_folders(settings.export_folders.value, self.tr("Var som helst")))
        later = "" if settings.language.value is self._started_in else self._on_closing()
        for name, more in (("author", self._about_author()), ("language", later)):
            self._show_origin(name, getattr(settings, name), more)
        for name in ("colours", "zoom", "default_folder", "profile", "export_folders"):
            self._show_origin(name, getattr(settings, name), "")
        self._lock(settings)

    # ------------------------------------------------------------- the parts

    def _build(self) -> None:
        self.author = QLineEdit(self)
        self.author.setMaxLength(80)
        self.author.editingFinished.connect(self._name_chosen)
        self._row("author", self.author)
        self.language = self._choice(words.languages().items())
        self.language.activated.connect(lambda _: self._send("language", self.language))
        self._row("language", self.language)
        self.colours = self._choice(words.schemes().items())
        self.colours.activated.connect(lambda _: self._send("colours", self.colours))
        self._row("colours", self.colours)
        self.zoom = QSpinBox(self)
        self.zoom.setRange(SMALLEST, LARGEST)
        self.zoom.setSingleStep(STEP)
        self.zoom.setSuffix(self.tr(" %"))
        self.zoom.setKeyboardTracking(False)
        self.zoom.valueChanged.connect(lambda percent: self.chosen.emit("zoom", percent))
        self._row("zoom", self.zoom)
        self.spelling = QCheckBox(self.tr("&Märk felstavade ord"), self)
        self.spelling.setChecked(self._marks_words)
        self.spelling.toggled.connect(self.spelling_chosen)
        self._row("spelling", self.spelling)
        self.spelling.setAccessibleName(self.spelling.text().replace("&", ""))
        self._build_folders()

    def _build_folders(self) -> None:
        self.folder = QLineEdit(self)
        self.folder.setReadOnly(True)
        self.folder.setMinimumWidth(self.fontMetrics().horizontalAdvance("n") * _WIDE)
        self.choose_folder = button(self.tr("&Välj mapp…"), self._ask_folder, self)
        self._row("default_folder", self.folder, self.choose_folder)
        self.profile = button(self.tr("Visa &profilen…"), self.profile_wanted.emit, self)
        self._row("profile", self.profile)
        self.export = sentence("", self)
        self.export.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.export.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self._row("export_folders", self.export)

    def _row(self, name: str, field: QWidget, beside: QWidget | None = None) -> None:
        """A setting's name, its field, and below it who decided."""
        row = self._grid.rowCount()
        label = QLabel(words.name(name), self)
        label.setBuddy(field)
        field.setAccessibleName(words.name(name))
        line = QHBoxLayout()
        line.addWidget(field, 1 if isinstance(field, QLineEdit | QLabel) else 0)
        if beside is not None:
            line.addWidget(beside)
        elif not isinstance(field, QLineEdit | QLabel):
            line.addStretch(1)
        note = sentence("", self)
        note.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        note.hide()
        self.notes[name] = note
        self._grid.addWidget(label, row, 0)
        self._grid.addLayout(line, row, 1)
        self._grid.addWidget(note, row + 1, 1)

    def _choice(self, choices: Iterable[tuple[str, str]]) -> QComboBox:
        box = QComboBox(self)
        for value, word in choices:
            box.addItem(word, value)
        return box

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.reset = box.addButton(
            self.tr("&Ta tillbaka mina val"), QDialogButtonBox.ButtonRole.ResetRole
        )
        self.reset.setAutoDefault(False)
        self.reset.clicked.connect(lambda _=False: self._take_back())
        box.rejected.connect(self.reject)
        return box

    # ------------------------------------------------------------- showing

    def _show_choice(self, box: QComboBox, setting: "Setting[object]") -> None:
        box.setCurrentIndex(box.findData(setting.value))

    def _show_origin(self, name: str, setting: "Setting[object]", more: str) -> None:
        said = words.decided(setting.origin) or more
        self.notes[name].setText(said)
        self.notes[name].setVisible(bool(said))

    def _lock(self, settings: Configuration) -> None:
        for name, parts in self._parts().items():
            for part in parts:
                part.setEnabled(not getattr(settings, name).is_locked)
                part.setAccessibleDescription(self.notes[name].text())
        own = (getattr(settings, name).origin is Origin.USER for name in self._parts())
        self.reset.setEnabled(any(own))

    def _parts(self) -> dict[str, tuple[QWidget, ...]]:
        """The fields of each setting that the user may choose."""
        return {
            "author": (self.author,),
            "language": (self.language,),
            "colours": (self.colours,),
            "zoom": (self.zoom,),
            "default_folder": (self.folder, self.choose_folder),
        }

    def _about_author(self) -> str:
        return self.tr("Står i historiken, och visas för den som öppnar samma fil.")

    def _on_closing(self) -> str:
        return self.tr("Byts när du stänger. Språket i dokumenten är alltid svenska.")

    # ------------------------------------------------------------- choosing

    def _send(self, name: str, box: QComboBox) -> None:
        self.chosen.emit(name, str(box.currentData()))

    def _name_chosen(self) -> None:
        if self.author.isModified():
            self.author.setModified(False)
            self.chosen.emit("author", self.author.text().strip() or None)

    def _ask_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(
            self, words.name("default_folder"), self.folder.text()
        )
        if folder:
            self.chosen.emit("default_folder", str(Path(folder)))

    def _take_back(self) -> None:
        for name in self._parts():
            self.chosen.emit(name, None)


def _folders(folders: tuple[Path, ...] | None, anywhere: str) -> str:
    return anywhere if folders is None else "\n".join(map(str, folders)) or "–"
