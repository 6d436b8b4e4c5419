"""Every place of the program that a person can come to: views, forms of each kind, dialogs."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from qpdesk.domain import edits
from qpdesk.domain.nodes import Document, Kind, kind_of
from qpdesk.gui.dialogs.about import AboutDialog, KeysDialog
from qpdesk.gui.dialogs.backups import BackupsDialog
from qpdesk.gui.dialogs.conflicts import ConflictsDialog
from qpdesk.gui.dialogs.crash import CrashDialog
from qpdesk.gui.dialogs.history import HistoryDialog
from qpdesk.gui.dialogs.import_guide import ImportGuide
from qpdesk.gui.dialogs.new_plan import NewPlanDialog
from qpdesk.gui.dialogs.own_words import OwnWordsDialog
from qpdesk.gui.dialogs.paste_preview import PastePreview
from qpdesk.gui.dialogs.profile import ProfileDialog
from qpdesk.gui.dialogs.progress import ProgressDialog
from qpdesk.gui.dialogs.readiness import ReadinessDialog
from qpdesk.gui.dialogs.rules import RulesDialog
from qpdesk.gui.dialogs.series_import import SeriesImport
from qpdesk.gui.dialogs.settings import SettingsDialog
from qpdesk.gui.dialogs.wastebasket import WastebasketDialog
from qpdesk.gui.guide import show_guide
from qpdesk.gui.main_window import MainWindow
from qpdesk.gui.pictures import VIEWS
from qpdesk.gui.views.writing.questions import LinkQuestion, PromotionQuestion
from qpdesk.gui.words import files
from qpdesk.services import clipping
from qpdesk.services.example import example_files
from qpdesk.services.importing import read_source
from qpdesk.services.profiles import Look
from qpdesk.services.readiness import what_stops
from qpdesk.services.series import read_series_file
from tests.gui.conftest import titled

Place = Callable[[MainWindow], QWidget]


def _start(window):
    window.put_away()
    return window


def _form(kind):
    def show(window):
        editor = window.session.editor
        if kind is Kind.RESULT:
            control = titled(editor.register, "Mätning av leveranstid")
            editor.attempt(edits.add, Kind.RESULT, control, period="2026", value=3)
        node = next(node for node in editor.register.walk() if kind_of(node) is kind)
        window.session.desk.reveal(node.id)
        return window

    return show


def _picture(name):
    def show(window):
        window._do(name)
        return window

    return show


def _matrix_square(window):
    window._do("view_matrix")
    window.pictures.made["view_matrix"].view.choose(3, 3)
    return window


def _chart_as_table(window):
    window._do("view_indicators")
    window.pictures.made["view_indicators"].view.chart.as_table.setChecked(True)
    return window


def _narrowed(window):
    desk = window.session.desk
    desk.filter._open.click()
    return window


def _history(window):
    window.session.drawers.show_plan_history()
    return window.session.drawers.open["plan_history"]


def _wastebasket(window):
    editor = window.session.editor
    editor.attempt(edits.delete, [titled(editor.register, "Samtal med köket")])
    window.session.drawers.show_wastebasket()
    return window.session.drawers.open["wastebasket"]


def _backups(window):
    window._do("backups")
    dialog = window.session.drawers.open["backups"]
    dialog._rest.stop()
    return dialog


def _conflicts(window):
    window._do("conflicts")
    return window.session.drawers.open["conflicts"]


def _progress(window):
    dialog = ProgressDialog(files.opens(Path("plan.qpd")), "OK", window)
    dialog.show_progress(2_000, 10_000)
    return _shown(dialog)


def _import_guide(window):
    reading = read_source(example_files()[0])
    return _shown(ImportGuide(reading, window.appearance.icons, window))


def _new_plan(window):
    register, plan = window.session.editor.register, window.session.desk.plan
    dialog = NewPlanDialog(register, plan, window)
    dialog.begin_year()
    return _shown(dialog)


def _series(window):
    path = window.paths.settings.with_name("värden.csv")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("År;Nöjdhet\n2026;4,4\n", encoding="utf-8")
    register = window.session.editor.register
    table = read_series_file(path)
    return _shown(SeriesImport(table, titled(register, "Nöjda brukare"), window.memory, window))


def _readiness(window):
    register, plan = window.session.editor.register, window.session.desk.plan
    findings = what_stops(register, plan, Document.PLAN)
    assert findings
    return _shown(ReadinessDialog(findings, register, window.appearance.icons, window))


def _paste(window):
    made = window.session.clippings

    def read(kind):
        return clipping.read_pasted("", "En sak\nEn sak till", kind)

    icons, place = window.appearance.icons, partial(made._place, window.session.desk.plan)
    return _shown(PastePreview(read, place, made._kinds_of_lines(), icons, window))


def _written(question):
    """A question that is asked while writing."""

    def show(window):
        desk = window.session.desk
        desk.outlines.turn_to(1)
        return _shown(question(window, titled(desk.editor.register, "Inledning")))

    return show


def _promotion(window, chapter):
    register = window.session.editor.register
    return PromotionQuestion(register, chapter, "En punkt", window.appearance, window)


def _shown(dialog):
    dialog.show()
    return dialog


FORMS = {f"form_{kind.value}": _form(kind) for kind in Kind}
PICTURES = {name: _picture(name) for name in VIEWS}
DIALOGS: dict[type[QWidget], Place] = {
    AboutDialog: lambda window: _shown(AboutDialog(window)),
    KeysDialog: lambda window: _shown(KeysDialog(window.deeds.with_keys(), window)),
    CrashDialog: lambda window: _shown(CrashDialog("ValueError", window)),
    HistoryDialog: _history,
    BackupsDialog: _backups,
    ConflictsDialog: _conflicts,
    WastebasketDialog: _wastebasket,
    RulesDialog: lambda window: _shown(RulesDialog(window.session.editor.register, window)),
    ImportGuide: _import_guide,
    NewPlanDialog: _new_plan,
    ProfileDialog: lambda window: _shown(
        ProfileDialog(Look({"colour": "#ffcc00"}), "", can_change=True, parent=window)
    ),
    ProgressDialog: _progress,
    ReadinessDialog: _readiness,
    PastePreview: _paste,
    OwnWordsDialog: lambda window: _shown(OwnWordsDialog(window.appearance.spelling, window)),
    SettingsDialog: lambda window: _shown(SettingsDialog(window.preferences.in_force, window)),
    SeriesImport: _series,
}
PLACES: dict[str, Place] = {
    "start": _start,
    **FORMS,
    **PICTURES,
    "matrix_square": _matrix_square,
    "chart_as_table": _chart_as_table,
    "narrowed": _narrowed,
    "guide": lambda window: show_guide(window, "tree"),
    "link": _written(lambda window, _: LinkQuestion("https://lillby.se", window)),
    "promotion": _written(_promotion),
    **{dialog.__name__: show for dialog, show in DIALOGS.items()},
}
