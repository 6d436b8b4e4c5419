"""A new plan: an empty one, one from the template, or next year's from last year's."""

from collections.abc import Callable

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QRadioButton,
    QSpinBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from qpdesk.domain import edits
from qpdesk.domain.changes import Edit
from qpdesk.domain.nodes import Kind, Plan
from qpdesk.domain.order import NodeId
from qpdesk.domain.plans import Begun, next_year
from qpdesk.domain.record import Scalar
from qpdesk.domain.register import Register
from qpdesk.gui.dialogs.carry_over import CarryOver
from qpdesk.gui.guide import answer_f1
from qpdesk.gui.looks.room import room_for
from qpdesk.gui.words import labels, plans

_YEARS = (1900, 2200)
_SIZE = (100, 34)  # characters and lines


class NewPlanDialog(QDialog):
    """Two pages at most: what to begin with, and for next year's plan what follows into it.

    Args:
        register: The file's items.
        source: The plan that next year's would be made from.
        parent: The window.
    """

    def __init__(
        self,
        register: Register,
        source: NodeId | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Ny plan"))
        answer_f1(self, "plans")
        self._register = register
        self._own_title = False
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        self._pages = QStackedWidget(self)
        column.addWidget(self._pages, 1)
        self.carry_over = CarryOver(register, self)
        self._pages.addWidget(self._first_page())
        self._pages.addWidget(self.carry_over)
        column.addWidget(self._buttons())
        self._offer(source)
        self._fit()

    def begin_year(self) -> None:
        """Begin with next year's plan chosen."""
        self.year_way.setChecked(True)
        self._fit()

    def made(self, from_template: Callable[[dict[str, Scalar]], Edit]) -> Begun:
        """The new plan as chosen.

        Args:
            from_template: Makes the edit for the template.

        Raises:
            EditRefused: A field does not fit.
        """
        source = self._source()
        if self.year_way.isChecked() and source is not None:
            return next_year(
                self._register,
                source.id,
                self.carry_over.staying(),
                title=self.title.text(),
                close=self.close_old.isChecked(),
            )
        values: dict[str, Scalar] = {
            "title": self.title.text(),
            "year": str(self.year.value()),
            "target_group": self.target_group.text(),
        }
        if self.template_way.isChecked():
            return Begun(from_template(values), ())
        return Begun(edits.add(self._register, Kind.PLAN, None, after=None, **values), ())

    # ------------------------------------------------------------- the parts

    def _first_page(self) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        self.empty_way = QRadioButton(self.tr("&Tom plan"), page)
        self.template_way = QRadioButton(
            self.tr("&Mall: kapitel efter ledningssystemet, och vanliga processer"), page
        )
        self.year_way = QRadioButton(
            self.tr("Nytt &år: det som fortsätter i en annan plan i filen"), page
        )
        self.template_way.setChecked(True)
        for way in (self.template_way, self.year_way, self.empty_way):
            way.toggled.connect(lambda _: self._fit())
            column.addWidget(way)
        column.addSpacing(10)
        column.addLayout(self._fields(page))
        column.addStretch(1)
        return page

    def _fields(self, page: QWidget) -> QFormLayout:
        self.source = QComboBox(page)
        self.source.activated.connect(lambda _: self._fit())
        self.title = QLineEdit(page)
        self.title.setMinimumWidth(self.fontMetrics().horizontalAdvance("n") * 48)
        self.title.textEdited.connect(self._title_typed)
        self.title.textChanged.connect(lambda _: self._fit_buttons())
        self.year = QSpinBox(page)
        self.year.setRange(*_YEARS)
        self.year.setValue(QDate.currentDate().year())
        self.year.valueChanged.connect(lambda _: self._propose_title())
        self.target_group = QLineEdit(page)
        self.close_old = QCheckBox(
            self.tr("&Avsluta den gamla planen: den går sedan bara att läsa"), page
        )
        form = QFormLayout()
        for label, field in (
            (self.tr("&Från planen"), self.source),
            (self.tr("&Planens namn"), self.title),
            (self.tr("År"), self.year),
            (labels.field(Kind.PLAN, "target_group"), self.target_group),
        ):
            form.addRow(label, field)
            field.setAccessibleName(label.replace("&", ""))
        form.addRow("", self.close_old)
        return form

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(self)
        roles = QDialogButtonBox.ButtonRole
        box.addButton(self.tr("Avbryt"), roles.RejectRole)
        self.back = box.addButton(self.tr("&Tillbaka"), roles.ActionRole)
        self.back.clicked.connect(lambda _=False: self._turn(0))
        self.onward = box.addButton("", roles.AcceptRole)
        self.onward.setDefault(True)
        box.accepted.connect(self._go_on)
        box.rejected.connect(self.reject)
        return box

    # ------------------------------------------------------------- what fits what

    def _offer(self, source: NodeId | None) -> None:
        """Give the plans to carry over from; without one there is no next year."""
        for plan in self._register.children():
            if isinstance(plan, Plan):
                self.source.addItem(plan.title, plan.id)
        self.source.setCurrentIndex(max(self.source.findData(source), 0))
        self.year_way.setEnabled(self.source.count() > 0)

    def _source(self) -> Plan | None:
        node = self._register.get(self.source.currentData() or "")
        return node if isinstance(node, Plan) else None

    def _fit(self) -> None:
        """Show what the way that is chosen asks for."""
        is_year, source = self.year_way.isChecked(), self._source()
        self.source.setEnabled(is_year)
        self.close_old.setEnabled(is_year)
        self.year.setEnabled(not is_year)
        self.target_group.setEnabled(not is_year)
        if is_year and source is not None:
            self.target_group.setText(" ".join(source.target_group.split()))
            self.target_group.setCursorPosition(0)
            if source.year is not None:
                self.year.setValue(source.year + 1)
        self._propose_title()
        self._fit_buttons()

    def _propose_title(self) -> None:
        if self._own_title:
            return
        source = self._source()
        if self.year_way.isChecked() and source is not None:
            self.title.setText(plans.title_of_next(source))
        else:
            self.title.setText(self.tr("Kvalitetsplan {0}").format(self.year.value()))

    def _title_typed(self) -> None:
        self._own_title = True

    def _fit_buttons(self) -> None:
        on_first = self._pages.currentIndex() == 0
        more = on_first and self.year_way.isChecked()
        self.back.setVisible(not on_first)
        self.onward.setText(self.tr("&Nästa") if more else self.tr("&Skapa planen"))
        self.onward.setEnabled(bool(self.title.text().strip()))

    def _turn(self, page: int) -> None:
        self._pages.setCurrentIndex(page)
        self._fit_buttons()
        if page:
            self.carry_over.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_on(self) -> None:
        source = self._source()
        if self._pages.currentIndex() == 0 and self.year_way.isChecked() and source is not None:
            self.carry_over.show_plan(source.id)
            self.resize(room_for(self, *_SIZE))
            self._turn(1)
            return
        self.accept()
