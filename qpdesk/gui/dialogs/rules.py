"""What is set for all plans of a file: the scale of the risks, and the least number of answers."""

from collections.abc import Callable

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from qpdesk.domain.matrix import matrix
from qpdesk.domain.nodes import STEPS, Plan
from qpdesk.domain.register import Register
from qpdesk.domain.rules import fewest_of, scale_of
from qpdesk.domain.scale import SIZES, STANDARD, Band, Scale
from qpdesk.gui.guide import answer_f1
from qpdesk.gui.looks.fitting import fit_around, scrolled
from qpdesk.gui.words import figures, messages
from qpdesk.services.errors import EditRefused

_MOST_ANSWERS = 100


class RulesDialog(QDialog):
    """Says at once whether the scale is possible, and how many risks would no longer fit it."""

    def __init__(self, register: Register, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Skala och gränser"))
        answer_f1(self, "matrix")
        self._register = register
        plans = [plan for plan in register.children() if isinstance(plan, Plan)]
        first = plans[0].id if plans else None
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        told = QLabel(
            self.tr("Gäller alla planer i filen. Bedömningar som redan är gjorda ändras aldrig."),
            self,
        )
        told.setWordWrap(True)
        column.addWidget(told)
        self.likelihoods = _Steps(self.tr("Sannolikhet"), self._check, self)
        self.consequences = _Steps(self.tr("Konsekvens"), self._check, self)
        self.bands = _Bands(self._check, self)
        for part in (self.likelihoods, self.consequences, self.bands):
            column.addWidget(part)
        column.addLayout(self._answers())
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self.told.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        column.addWidget(self.told)
        around = QVBoxLayout(self)
        area = scrolled(inside, self)
        around.addWidget(area, 1)
        around.addWidget(self._buttons())
        self.show_rules(
            scale_of(register, first), fewest_of(register, first) if first is not None else 0
        )
        fit_around(self, area, inside)

    def show_rules(self, scale: Scale, fewest: int) -> None:
        """Fill the fields."""
        self.likelihoods.show_names(scale.likelihoods)
        self.consequences.show_names(scale.consequences)
        self.bands.show_bands(scale.bands)
        self.fewest.setValue(fewest)
        self._check()

    def scale(self) -> Scale:
        """The scale in the fields.

        Raises:
            ImpossibleScale: It is none.
        """
        return Scale(self.likelihoods.names(), self.consequences.names(), self.bands.bands())

    def _check(self) -> None:
        """Say what the scale would mean; it can only be kept when it is possible."""
        try:
            scale = self.scale()
        except EditRefused as refusal:
            self._say(messages.refusal(refusal), can=False)
            return
        plans = [plan.id for plan in self._register.children()]
        outside = matrix(self._register, plans, scale).outside
        words = self.tr("Alla bedömda risker passar skalan.")
        if outside:
            words = self.tr(
                "{0} passar inte skalan. De behåller sin bedömning och visas bredvid matrisen."
            ).format(figures.risks(len(outside)))
        self._say(words, can=True)

    def _say(self, words: str, *, can: bool) -> None:
        if hasattr(self, "told"):  # the fields speak already while they are made
            self.told.setText(words)
            self.told.setAccessibleName(words)
            self._keep.setEnabled(can)

    def _answers(self) -> QGridLayout:
        grid = QGridLayout()
        self.fewest = QSpinBox(self)
        self.fewest.setRange(0, _MOST_ANSWERS)
        self.fewest.setSpecialValueText(self.tr("visa alla"))
        label = QLabel(self.tr("&Minsta antal svar för att ett utfall ska visas"), self)
        label.setBuddy(self.fewest)
        self.fewest.setAccessibleName(label.text().replace("&", ""))
        why = QLabel(
            self.tr(
                "Färre svar visas inte i diagram, PDF, Excel eller data: personer kan kännas igen."
            ),
            self,
        )
        why.setWordWrap(True)
        grid.addWidget(label, 0, 0)
        grid.addWidget(self.fewest, 0, 1)
        grid.addWidget(why, 1, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        return grid

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(self)
        roles = QDialogButtonBox.ButtonRole
        self._keep = box.addButton(self.tr("Spara"), roles.AcceptRole)
        box.addButton(self.tr("Avbryt"), roles.RejectRole)
        standard = box.addButton(self.tr("Standardskala"), roles.ResetRole)
        standard.clicked.connect(lambda _=False: self.show_rules(STANDARD, self.fewest.value()))
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        return box


class _Steps(QWidget):
    """How many steps one side has, and their names from 1 up."""

    def __init__(self, title: str, changed: Callable[[], None], parent: QWidget) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        self._count = QSpinBox(self)
        self._count.setRange(SIZES[0], SIZES[-1])
        self._count.setAccessibleName(self.tr("{0}: antal steg").format(title))
        grid.addWidget(QLabel(self.tr("{0}, antal steg").format(title), self), 0, 0, 1, 2)
        grid.addWidget(self._count, 0, 2)
        self._names = []
        for number in STEPS:
            line = QLineEdit(self)
            line.setAccessibleName(self.tr("{0}, steg {1}").format(title, number))
            line.setPlaceholderText(str(number))
            line.textChanged.connect(lambda _: changed())
            self._names.append(line)
            grid.addWidget(line, 1 + (number - 1) // 3, (number - 1) % 3)
        self._count.valueChanged.connect(self._resize)
        self._count.valueChanged.connect(lambda _: changed())

    def show_names(self, names: tuple[str, ...]) -> None:
        for number, line in enumerate(self._names):
            line.setText(names[number] if number < len(names) else "")
        self._count.setValue(len(names))
        self._resize(len(names))

    def names(self) -> tuple[str, ...]:
        return tuple(" ".join(line.text().split()) for line in self._names[: self._count.value()])

    def _resize(self, count: int) -> None:
        for number, line in enumerate(self._names):
            line.setVisible(number < count)


class _Bands(QWidget):
    """The lowest level of each band and its name; a band without a name is none."""

    def __init__(self, changed: Callable[[], None], parent: QWidget) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(QLabel(self.tr("Risknivåernas namn, från vilken nivå"), self), 0, 0, 1, 4)
        self._rows: list[tuple[QSpinBox, QLineEdit]] = []
        for number in range(len(STEPS)):
            lowest, name = QSpinBox(self), QLineEdit(self)
            lowest.setRange(1, STEPS[-1] ** 2)
            lowest.setAccessibleName(self.tr("Band {0}, från nivå").format(number + 1))
            name.setPlaceholderText(self.tr("används inte"))
            name.setAccessibleName(self.tr("Band {0}, namn").format(number + 1))
            lowest.valueChanged.connect(lambda _: changed())
            name.textChanged.connect(lambda _: changed())
            row, side = 1 + number // 2, number % 2 * 2
            grid.addWidget(lowest, row, side)
            grid.addWidget(name, row, side + 1)
            self._rows.append((lowest, name))

    def show_bands(self, bands: tuple[Band, ...]) -> None:
        for number, (lowest, name) in enumerate(self._rows):
            band = bands[number] if number < len(bands) else Band(1, "")
            lowest.setValue(band.lowest)
            name.setText(band.name)

    def bands(self) -> tuple[Band, ...]:
        return tuple(
            Band(lowest.value(), words)
            for lowest, name in self._rows
            if (words := " ".join(name.text().split()))
        )
