import random
from contextlib import nullcontext
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy
from PySide6.QtWidgets import QApplication

from qpdesk.domain import edits
from qpdesk.domain.errors import EditRefused
from qpdesk.domain.nodes import PARENTS, Kind, Status, kind_of
from qpdesk.gui.looks.badges import Badges
from qpdesk.gui.models import rows
from qpdesk.gui.models.faces import NODE_ROLE
from qpdesk.gui.models.plan_model import PlanModel
from qpdesk.gui.models.rows import Column
from qpdesk.gui.views import new_items
from qpdesk.gui.views.plan_tree import PlanTree
from tests.gui.conftest import titled

OUTLINES = (rows.PLAN, rows.CHAPTERS, rows.FOOTNOTES, rows.INDICATORS)


@pytest.fixture
def plan(editor):
    return editor.register.children()[0].id


@pytest.fixture
def models(editor, appearance, plan):
    testers, made = [], []
    for outline in OUTLINES:
        model = PlanModel(editor, outline, Badges(appearance.icons, QApplication.font(), 1))
        model.show_plan(plan)
        mode = QAbstractItemModelTester.FailureReportingMode.Fatal
        testers.append(QAbstractItemModelTester(model, mode))
        made.append(model)
    yield made
    del testers


def shown(model, parent=None):
    parent = model.index(-1, -1) if parent is None else parent
    return [
        (index.data(NODE_ROLE), shown(model, index))
        for index in (model.index(row, 0, parent) for row in range(model.rowCount(parent)))
    ]


def expected(register, plan, outline, kept=None):
    def below(parent, *kinds):
        return [
            (node.id, below(node.id))
            for node in register.children(parent, *kinds)
            if kept is None or node.id in kept
        ]

    return below(plan, *outline.tops) if plan in register else []


def test_each_tree_shows_its_part_of_the_plan(models, editor, plan):
    for model in models:
        assert shown(model) == expected(editor.register, plan, model.outline)
    assert [len(shown(model)) for model in models] == [2, 1, 1, 1]


def test_a_row_says_its_state_in_words(models, editor):
    model = models[0]
    measure = titled(editor.register, "Introduktion av nya")
    spoken = model.index_of(measure).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Åtgärd: Introduktion av nya, status Klar"
    area = model.index_of(titled(editor.register, "Hemtjänst"))
    assert "1 av 4 klara" in area.data(Qt.ItemDataRole.AccessibleTextRole)
    risk = model.index_of(titled(editor.register, "Matlådan kommer för sent"))
    level = risk.siblingAtColumn(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert level == "Risknivå: 9, hög"


def due_cell(model, node_id):
    section = model.outline.columns.index(Column.DUE)
    return model.index_of(node_id).siblingAtColumn(section)


def test_a_measure_says_when_it_is_due_and_in_words_that_it_is_late(models, editor):
    model = models[0]
    late, done = (titled(editor.register, t) for t in ("Samtal med köket", "Introduktion av nya"))
    editor.attempt(edits.change, [late, done], "due", "2020-01-31")
    assert due_cell(model, late).data() == "2020-01-31\nförsenad"
    assert due_cell(model, done).data() == "2020-01-31"
    said = due_cell(model, late).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Klar senast: 2020-01-31, försenad"
    row = model.index_of(late).data(Qt.ItemDataRole.AccessibleTextRole)
    assert row == "Åtgärd: Samtal med köket, status Ej påbörjad, försenad"
    editor.attempt(edits.change, [late], "due", "2199-12-31")
    assert due_cell(model, late).data() == "2199-12-31"


def test_a_due_date_is_typed_into_its_row_and_nonsense_is_refused(models, editor):
    model, measure = models[0], titled(editor.register, "Samtal med köket")
    assert due_cell(model, measure).data(Qt.ItemDataRole.EditRole) == ""
    assert model.setData(due_cell(model, measure), "2026-03-31")
    assert editor.register[measure].due == date(2026, 3, 31)
    assert due_cell(model, measure).data(Qt.ItemDataRole.EditRole) == "2026-03-31"
    assert not model.setData(due_cell(model, measure), "snart")
    assert editor.register[measure].due == date(2026, 3, 31)
    assert model.setData(due_cell(model, measure), "")
    assert editor.register[measure].due is None


def test_rows_are_sorted_by_due_date_and_those_without_come_last(models, editor, plan):
    model = models[0]
    home = titled(editor.register, "Hemtjänst")
    first, later = (
        edits.added(editor.attempt(edits.add, Kind.MEASURE, home, title=title, due=due)).id
        for title, due in (("B", date(2026, 2, 1)), ("A", date(2025, 12, 1)))
    )
    model.sort_by(Column.DUE)
    model.show_plan(plan)
    order = [model.index_of(each).row() for each in (later, first)]
    assert order == [0, 1]
    assert model.rowCount(model.index_of(home)) > 2


def test_every_cell_of_every_row_says_something(models):
    for model in models:
        stack = [model.index(row, 0) for row in range(model.rowCount())]
        for index in stack:
            for column in range(model.columnCount()):
                assert index.siblingAtColumn(column).data(Qt.ItemDataRole.AccessibleTextRole)
            stack += [model.index(row, 0, index) for row in range(model.rowCount(index))]


def test_markup_in_a_title_stays_text(models, editor):
    index = models[0].index_of(titled(editor.register, "<b>Larm</b> & svar"))
    assert index.data() == "<b>Larm</b> & svar"
    tooltip = index.data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;Larm&lt;/b&gt; &amp; svar" in tooltip


def test_a_huge_text_is_cut_for_the_row_only(models, editor):
    measure = titled(editor.register, "Samtal med köket")
    editor.attempt(edits.change, [measure], "follow_up", "å" * 100_000)
    cell = models[0].index_of(measure).siblingAtColumn(5)
    assert len(cell.data()) < 400
    assert editor.register[measure].follow_up == "å" * 100_000


def test_typing_into_a_row_reaches_the_file(models, editor, document, paths):
    measure = titled(editor.register, "Samtal med köket")
    assert models[0].setData(models[0].index_of(measure), "  Möte   med köket ")
    assert models[0].index_of(measure).data() == "Möte med köket"
    assert document._file.load()[measure].title == "Möte med köket"


def test_an_empty_title_is_refused_and_told(models, editor, qtbot):
    index = models[0].index_of(titled(editor.register, "Hemtjänst"))
    with qtbot.waitSignal(editor.failed):
        assert not models[0].setData(index, "   ")
    assert index.data() == "Hemtjänst"
    assert editor.undo_stack.count() == 0


def test_an_edit_of_many_rows_is_told_once_for_each_parent(models, editor):
    spy = QSignalSpy(models[0].dataChanged)
    ids = [titled(editor.register, "Ny körordning", number) for number in (0, 1)]
    editor.attempt(edits.set_status, ids, Status.COMPLETED)
    assert spy.count() == 2  # the two siblings in one span, and their area's count
    area = models[0].index_of(titled(editor.register, "Hemtjänst"))
    assert area.siblingAtColumn(2).data() == "3 av 4 klara"


def many_controls(editor):
    """Sixty controls with a measure each; the measures' ids."""
    area = titled(editor.register, "Hemtjänst")
    measures = []
    for number in range(60):
        control = edits.added(
            editor.attempt(edits.add, Kind.CONTROL, area, title=f"Kontroll {number}")
        )
        made = editor.attempt(edits.add, Kind.MEASURE, control.id, title=f"Åtgärd {number}")
        measures.append(edits.added(made).id)
    return measures


def test_an_edit_of_rows_everywhere_is_told_in_one_word(models, editor):
    measures = many_controls(editor)
    each, one = QSignalSpy(models[0].dataChanged), QSignalSpy(models[0].many_changed)
    editor.attempt(edits.set_status, measures, Status.COMPLETED)
    assert (each.count(), one.count()) == (0, 1)
    area = models[0].index_of(titled(editor.register, "Hemtjänst"))
    assert area.siblingAtColumn(2).data() == "61 av 64 klara"


def test_an_edit_of_rows_everywhere_is_painted(models, editor, qtbot):
    tree = PlanTree(models[0])
    qtbot.addWidget(tree)
    measures = many_controls(editor)
    tree.show()
    qtbot.waitExposed(tree)
    qtbot.wait(1)  # what building them has asked for is painted first
    tree.executeDelayedItemsLayout()
    tree.viewport().repaint()

    class Painted(QObject):
        times = 0

        def eventFilter(self, _watched, event):  # noqa: N802 - Qt's name
            self.times += event.type() == QEvent.Type.Paint
            return False

    painted = Painted()
    tree.viewport().installEventFilter(painted)
    editor.attempt(edits.set_status, measures, Status.COMPLETED)
    qtbot.waitUntil(lambda: painted.times > 0)


def test_items_are_found_in_runs_of_siblings(models, editor):
    measures = many_controls(editor)
    model = models[0]
    controls = [editor.register[measure].place.parent for measure in measures]
    chosen = [*controls[3:9], measures[40], *controls[20:21], "nowhere"]
    runs = [
        model.child_ids(first.parent(), first.row(), last.row())
        for first, last in model.spans_of(chosen)
    ]
    assert sorted(runs) == sorted([controls[3:9], controls[20:21], [measures[40]]])


def test_what_is_selected_by_id_is_selected(models, editor, qtbot):
    tree = PlanTree(models[0])
    qtbot.addWidget(tree)
    measures = many_controls(editor)
    controls = [editor.register[measure].place.parent for measure in measures]
    chosen = [controls[7], *measures[:30], *controls[:5]]
    tree.select_ids(chosen)
    assert tree.current_id() == controls[7]
    assert set(tree.selected_ids()) == set(chosen)
    assert len(tree.selectionModel().selection()) == 32  # thirty measures, two runs of controls


def test_all_that_is_chosen_from_far_down_is_in_the_order_of_the_plan(models, editor, qtbot):
    tree = PlanTree(models[0])
    qtbot.addWidget(tree)
    tree.resize(900, 200)
    last = many_controls(editor)[-1]
    tree.expandAll()
    tree.show()
    qtbot.waitExposed(tree)
    tree.go_to(last)
    tree.selectAll()
    plan = [node.id for node in editor.register.walk()]
    current, *others = tree.selected_ids()
    assert current == last
    above = list(dict.fromkeys(editor.register[node_id].place.parent for node_id in others))
    assert len(above) > 30
    assert above == sorted(above, key=plan.index)


def test_every_selected_row_is_painted_so_and_no_other(models, editor, qtbot):
    tree = PlanTree(models[0])
    qtbot.addWidget(tree)
    tree.resize(900, 2400)
    measures = many_controls(editor)
    tree.expandAll()
    tree.show()
    qtbot.waitExposed(tree)

    def picture():
        return tree.viewport().grab().toImage()

    def as_qt_alone_paints():
        models[0].painted = lambda _: nullcontext()
        try:
            return picture()
        finally:
            del models[0].painted

    plain = picture()
    tree.select_ids(measures)
    chosen = picture()
    assert chosen != plain
    assert chosen == as_qt_alone_paints()
    add, rows_ = QItemSelectionModel.SelectionFlag.Toggle, QItemSelectionModel.SelectionFlag.Rows
    for node_id in (measures[0], editor.register[measures[5]].place.parent):
        tree.selectionModel().select(models[0].index_of(node_id), add | rows_)
    assert picture() != chosen
    assert picture() == as_qt_alone_paints()
    editor.attempt(edits.delete, measures[3:7])
    assert picture() == as_qt_alone_paints()
    tree.selectAll()
    assert picture() == as_qt_alone_paints()
    tree.clearSelection()
    assert picture() == as_qt_alone_paints()


def test_what_stands_above_a_row_is_known_after_every_move(models, editor):
    model = models[0]
    measure = titled(editor.register, "Samtal med köket")
    for parent in ("Mätning av leveranstid", "Nattpatrull", "Matlådan kommer för sent"):
        above = titled(editor.register, parent)
        editor.attempt(edits.move, [measure], above, None)
        assert model.index_of(measure).parent() == model.index_of(above)


def test_a_narrowed_tree_shows_what_is_kept_and_follows_edits(models, editor, plan):
    model, register = models[0], editor.register
    measure = titled(register, "Samtal med köket")
    kept = frozenset({measure, *(node.id for node in register.ancestors(measure))})
    model.show_plan(plan, kept)
    assert shown(model) == expected(register, plan, rows.PLAN, kept)
    new = edits.added(
        editor.attempt(edits.add, Kind.MEASURE, titled(register, "Hemtjänst"), title="Ny")
    )
    assert model.index_of(new.id).isValid()
    editor.attempt(edits.delete, [titled(register, "Nattpatrull")])
    assert shown(model) == expected(register, plan, rows.PLAN, kept | {new.id})
    hidden = titled(register, "Mätning av leveranstid")
    editor.attempt(edits.move, [hidden], titled(register, "Hemtjänst"))
    assert model.index_of(hidden).isValid()  # what the user has just moved is seen
    for _ in range(3):
        editor.undo_stack.undo()


@pytest.mark.parametrize("seed", range(6))
def test_any_edits_undone_and_redone_keep_tree_and_register_equal(seed, models, editor, plan):
    dice = random.Random(seed)
    start = [shown(model) for model in models]
    for _ in range(40):
        any_edit(editor, dice, plan)
        for model in models:
            assert shown(model) == expected(editor.register, plan, model.outline)
    end = [shown(model) for model in models]
    while editor.undo_stack.canUndo():
        editor.undo_stack.undo()
    assert [shown(model) for model in models] == start
    while editor.undo_stack.canRedo():
        editor.undo_stack.redo()
    assert [shown(model) for model in models] == end


def any_edit(editor, dice, plan):
    """Some act of the user somewhere in the plan; refusals are acts too."""
    register = editor.register
    nodes = list(register.walk(plan))
    node = dice.choice(nodes or [register[plan]])
    kind = dice.choice([kind for kind in Kind if kind_of(node) in PARENTS[kind]] or [Kind.AREA])
    some = [other.id for other in dice.sample(nodes, min(3, len(nodes)))]
    verbs = {
        "add": lambda: edits.add(
            register, kind, node.id, **new_items.first_values(register, kind, plan)
        ),
        "delete": lambda: edits.delete(register, some[:1]),
        "rename": lambda: edits.rename(register, node.id, f"Namn {dice.random()}"),
        "status": lambda: edits.set_status(register, some, dice.choice(list(Status))),
        "move": lambda: edits.move(register, some, node.id),
        "up": lambda: edits.move_up(register, some[:1]),
        "down": lambda: edits.move_down(register, some[:1]),
        "out": lambda: edits.move_out(register, some[:1]),
        "in": lambda: edits.move_in(register, some[:1]),
    }
    try:
        edit = dice.choice([*verbs.values(), verbs["add"], verbs["add"]])()
    except EditRefused:
        return
    editor.do(edit)
