"""Whatever is done, undone and reopened, screen, working copy, log and published file agree."""

import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from qpdesk.domain import edits
from qpdesk.domain.changes import Added, Deed, Moved, Removed, Replaced
from qpdesk.domain.errors import EditRefused
from qpdesk.domain.nodes import Kind, Status, kind_of, may_stand_under
from qpdesk.domain.record import FIELDS
from qpdesk.store.checking import verify
from qpdesk.store.reading import read_register
from tests.plans import records, registers
from tests.store.desk import Desk, contents


def effect(edit):
    """What an edit comes to: for each item how it was and how it is."""
    was, now = {}, {}
    for change in edit.changes:
        match change:
            case Added(node):
                before, after = None, node
            case Removed(node):
                before, after = node, None
            case Replaced(before, after) | Moved(before, after):
                pass
        node_id = (before or after).id
        was.setdefault(node_id, before)
        now[node_id] = after
    return edit.deed, edit.note, was, now


class Work(RuleBasedStateMachine):
    """One person works with one file."""

    @initialize(plan=registers())
    def start(self, plan):
        self.home = Path(tempfile.mkdtemp(prefix="qpdesk-test-"))
        self.desk = Desk(self.home, self.home / "plan.qpd").open()
        self.done, self.undone = [], []
        self.do(edits.graft(self.desk.register, list(plan.walk()), Deed.IMPORT, "plan.json"))

    def teardown(self):
        if hasattr(self, "desk"):
            self.desk.close()
            assert contents(read_register(self.desk.path)) == contents(self.desk.register)
            shutil.rmtree(self.home)

    def do(self, edit):
        if edit.changes:
            self.desk.do(edit)
            self.done.append(edit)
            self.undone.clear()

    def some(self, data, *kinds):
        nodes = [node for node in self.desk.register.walk() if not kinds or kind_of(node) in kinds]
        return data.draw(st.sampled_from(nodes)) if nodes else None

    @rule(data=st.data())
    def change(self, data):
        if (node := self.some(data)) is None:
            return
        kind = kind_of(node)
        name = data.draw(st.sampled_from(sorted(FIELDS[kind])))
        value = data.draw(records(kind))[name]
        try:
            self.do(edits.change(self.desk.register, [node.id], name, value))
        except EditRefused:
            return

    @rule(data=st.data(), status=st.sampled_from(Status))
    def toggle(self, data, status):
        if (node := self.some(data, Kind.MEASURE)) is not None:
            self.do(edits.set_status(self.desk.register, [node.id], status))

    @rule(data=st.data())
    def add(self, data):
        kind = data.draw(st.sampled_from((Kind.CHAPTER, Kind.AREA, Kind.RISK, Kind.MEASURE)))
        parents = [
            node for node in self.desk.register.walk() if may_stand_under(kind, kind_of(node))
        ]
        if parents:
            parent = data.draw(st.sampled_from(parents))
            self.do(edits.add(self.desk.register, kind, parent.id, title="Nytt"))

    @rule(data=st.data())
    def delete(self, data):
        if (node := self.some(data)) is not None:
            self.do(edits.delete(self.desk.register, [node.id]))

    @rule(data=st.data())
    def move(self, data):
        node, target = self.some(data), self.some(data)
        if node is None:
            return
        try:
            self.do(edits.move(self.desk.register, [node.id], target.id))
        except EditRefused:
            return

    @precondition(lambda self: self.done)
    @rule()
    def undo(self):
        edit = self.done.pop()
        self.desk.do(edit.inverse(), undo=True)
        self.undone.append(edit)

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self):
        edit = self.undone.pop()
        self.desk.do(edit)
        self.done.append(edit)

    @rule()
    def publish(self):
        self.desk.file.publish()
        assert self.desk.file.is_published
        assert contents(read_register(self.desk.path)) == contents(self.desk.register)

    @rule(publish=st.booleans())
    def reopen(self, publish):
        """Close, or fall over; what can be undone is the same afterwards."""
        before = contents(self.desk.register)
        if publish:
            self.desk.close()
        else:
            self.desk.file._let_go()
        self.desk.open()
        assert contents(self.desk.register) == before
        steps = self.desk.file.steps()
        self.compare(self.done, [step.edit for step in steps if not step.is_undone])
        self.compare(self.undone, [step.edit for step in steps if step.is_undone][::-1])

    @staticmethod
    def compare(known, rebuilt):
        # Changes within one item may be joined or split in two; the outcome is the same.
        assert list(map(effect, known)) == list(map(effect, rebuilt))
        known[:] = rebuilt  # and they work as well

    @invariant()
    def agree(self):
        if hasattr(self, "desk"):
            copy = self.desk.file._copy
            assert contents(self.desk.register) == contents(copy.load())
            outcome = verify(copy._cursor, published=False)  # the tables are what the log comes to
            assert outcome.nodes == contents(self.desk.register)


TestWork = Work.TestCase
TestWork.settings = settings(
    max_examples=12, stateful_step_count=20, suppress_health_check=list(HealthCheck)
)
