"""Several people edit copies of one file: both sides' work is kept, whatever the order of joining.

The rules are targeted: random edits alone hardly ever meet in the same place.
"""

import itertools
import json
import random
import shutil
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from qpdesk.domain import edits
from qpdesk.domain.errors import EditRefused
from qpdesk.domain.nodes import Kind, Status, kind_of, may_stand_under
from qpdesk.store import disk, incoming, journal, reading
from qpdesk.store.checking import verify
from qpdesk.store.errors import ChangedElsewhere, Unseen
from qpdesk.store.log import Change, replay
from tests.store.desk import Desk, contents, the


def rename(desk, kind, title):
    return desk.do(edits.rename(desk.register, the(desk.register, kind).id, title))


def test_both_sides_are_kept(desk, second):
    rename(second, Kind.AREA, "Bos namn")
    second.file.publish()
    rename(desk, Kind.RISK, "Annas risk")
    before = contents(desk.register)
    with pytest.raises(ChangedElsewhere):
        desk.file.publish()
    assert contents(desk.register) == before
    desk.publish()
    assert the(desk.register, Kind.AREA).title == "Bos namn"
    assert the(desk.register, Kind.RISK).title == "Annas risk"
    second.publish()
    assert contents(second.register) == contents(desk.register)
    assert contents(reading.read_register(desk.path)) == contents(desk.register)


def test_edits_while_a_join_is_worked_out_are_kept_and_in_the_end_wait(desk, second, monkeypatch):
    rename(second, Kind.AREA, "Bos namn")
    second.file.publish()
    todo = ["Annas", "Annas igen"]
    may_edit = []

    def interrupted(*args):
        joined = work_out(*args)
        with ThreadPoolExecutor(1) as another:
            lock = desk.file._copy._lock
            free = another.submit(lambda: lock.acquire(blocking=False) and (lock.release() or True))
            may_edit.append(free.result())
        if todo and may_edit[-1]:
            rename(desk, Kind.AREA, todo.pop(0))
        return joined

    work_out = incoming.work_out
    monkeypatch.setattr(incoming, "work_out", interrupted)
    desk.join()
    assert may_edit == [True, True, False]
    (conflict,) = desk.file.conflicts()
    assert {said.value for said in conflict.versions} == {"Annas igen", "Bos namn"}
    desk.publish()
    second.publish()
    assert contents(second.register) == contents(desk.register)


def test_nothing_is_written_before_what_was_joined_has_been_seen(desk, second):
    rename(second, Kind.AREA, "Bos namn")
    second.file.publish()
    desk.file.take_in()
    with pytest.raises(Unseen):
        rename(desk, Kind.RISK, "Annas risk")
    desk.see()
    rename(desk, Kind.RISK, "Annas risk")
    desk.publish()
    assert contents(reading.read_register(desk.path)) == contents(desk.register)


def test_what_changed_while_we_were_away_is_there_at_opening(desk, second):
    rename(desk, Kind.RISK, "Inte publicerat")
    desk.file._let_go()
    rename(second, Kind.AREA, "Bos namn")
    second.file.publish()
    desk.open()
    assert the(desk.register, Kind.AREA).title == "Bos namn"
    assert the(desk.register, Kind.RISK).title == "Inte publicerat"
    assert not desk.file.is_published
    desk.file.publish()


def test_both_values_of_one_field_are_kept_and_told(desk, second):
    rename(second, Kind.AREA, "Bos namn")
    second.file.publish()
    rename(desk, Kind.AREA, "Annas namn")
    desk.publish()
    (conflict,) = desk.file.conflicts()
    assert conflict.item == the(desk.register, Kind.AREA).id
    assert conflict.field == "title"
    assert {(said.value, said.who) for said in conflict.versions} == {
        ("Annas namn", "Anna Ek"),
        ("Bos namn", "Bo Alm"),
    }
    assert the(desk.register, Kind.AREA).title == conflict.versions[-1].value  # what is shown
    second.publish()
    assert second.file.conflicts() == desk.file.conflicts()
    rename(second, Kind.AREA, "Vårt namn")  # whoever says something new, has decided
    second.publish()
    desk.publish()
    assert desk.file.conflicts() == second.file.conflicts() == []
    assert the(desk.register, Kind.AREA).title == "Vårt namn"


def test_a_cloned_computer(desk, tmp_path):
    """A restored user profile: two computers work as one, unknowing. Both keep their work."""
    desk.close()
    shutil.copytree(desk.home, tmp_path / "clone")
    shutil.copy(desk.path, tmp_path / "clone.qpd")
    desk.open()
    clone = Desk(tmp_path / "anna2", tmp_path / "clone.qpd", "Anna Ek")
    (folder,) = (tmp_path / "clone" / "working").iterdir()
    clone.home.mkdir()
    (clone.home / "working").mkdir()
    name = disk.digest(str(clone.path).encode())[:32]
    folder.rename(clone.home / "working" / name)
    clone.open()
    for title in ("Ett", "Två"):
        rename(clone, Kind.RISK, title)
    clone.do(edits.delete(clone.register, [the(clone.register, Kind.MEASURE).id]))
    clone.file.publish()
    rename(desk, Kind.AREA, "Här")
    rename(desk, Kind.AREA, "Här också")
    shutil.copy(clone.path, desk.path)
    desk.publish()
    assert the(desk.register, Kind.AREA).title == "Här också"
    assert the(desk.register, Kind.RISK).title == "Två"
    assert Kind.MEASURE not in map(kind_of, desk.register.nodes())
    assert verify(desk.file._copy._cursor, published=False).nodes == contents(desk.register)
    rename(desk, Kind.CONTROL, "Vidare")
    shutil.copy(desk.path, clone.path)
    clone.publish()
    desk.publish()
    shutil.copy(desk.path, clone.path)
    clone.publish()
    assert contents(clone.register) == contents(desk.register)
    clone.close()


def test_the_later_value_is_shown_until_somebody_decides(desk, second):
    for one, two in ((desk, second), (second, desk)):  # whoever has the smaller name
        rename(one, Kind.AREA, f"Tidigare {one.name}")
        time.sleep(0.002)
        rename(two, Kind.AREA, f"Senare {two.name}")
        for desk_ in (desk, second, desk):
            desk_.publish()
        for desk_ in (desk, second):
            assert the(desk_.register, Kind.AREA).title == f"Senare {two.name}"


def test_a_clock_that_goes_wrong_decides_nothing_that_was_known(desk, second, monkeypatch):
    """Bo works in 2035: who has seen his value and says another is later all the same."""
    future = time.time_ns() + 9 * 365 * 86_400 * 10**9
    with monkeypatch.context() as patch:
        patch.setattr(journal, "time_ns", lambda: future)
        rename(second, Kind.AREA, "Från framtiden")
        second.file.publish()
    desk.publish()
    rename(desk, Kind.AREA, "I dag")
    desk.publish()
    second.publish()
    assert the(second.register, Kind.AREA).title == "I dag"
    assert second.file.conflicts() == []
    assert [event.after for event in second.file.history(limit=2)] == ["I dag", "Från framtiden"]


def test_the_same_value_is_no_conflict(desk, second):
    rename(second, Kind.AREA, "Samma")
    second.file.publish()
    rename(desk, Kind.AREA, "Samma")
    desk.publish()
    assert desk.file.conflicts() == []


def test_an_edit_outlives_a_deletion_that_did_not_know_it(desk, second):
    rename(second, Kind.MEASURE, "Bo behöver den")
    second.file.publish()
    desk.do(edits.delete(desk.register, [the(desk.register, Kind.AREA).id]))
    desk.publish()
    assert the(desk.register, Kind.MEASURE).title == "Bo behöver den"
    assert [node.title for node in desk.register.ancestors(the(desk.register, Kind.MEASURE).id)]
    (conflict,) = [one for one in desk.file.conflicts() if one.field == ""]
    assert conflict.item == the(desk.register, Kind.MEASURE).id
    second.publish()
    assert contents(second.register) == contents(desk.register)


def test_deleting_what_stood_for_its_child_keeps_screen_and_log_together(desk, second):
    risk = the(second.register, Kind.RISK)
    second.add(Kind.MEASURE, risk, "Ny åtgärd")
    second.file.publish()
    desk.do(edits.delete(desk.register, [risk.id]))
    desk.publish()  # the risk stands, for the new measure
    measure = next(node for node in desk.register.walk() if kind_of(node) is Kind.MEASURE)
    desk.do(edits.delete(desk.register, [measure.id]))
    assert contents(desk.file.load()) == contents(desk.register)
    assert verify(desk.file._copy._cursor, published=False).nodes == contents(desk.register)
    desk.publish()
    second.publish()
    assert contents(second.register) == contents(desk.register)


def test_undo_takes_back_our_own_and_leaves_theirs(desk, second):
    mine = rename(desk, Kind.RISK, "Annas risk")
    rename(second, Kind.AREA, "Bos namn")
    second.file.publish()
    desk.publish()
    steps = [step.edit for step in desk.file.steps()]
    assert steps[-1].deed == mine.deed
    desk.do(steps[-1].inverse(), undo=True)
    assert the(desk.register, Kind.AREA).title == "Bos namn"
    assert the(desk.register, Kind.RISK).title == "Mål saknas"


def test_steps_end_where_others_have_changed_the_same(desk, second):
    rename(desk, Kind.RISK, "Annas risk")
    desk.publish()
    second.publish()
    rename(second, Kind.RISK, "Bos risk")
    second.file.publish()
    desk.publish()
    assert desk.file.steps() == []


class Team(RuleBasedStateMachine):
    """Three people, each with a copy; now and then one takes in another's."""

    @initialize()
    def start(self):
        self.home = Path(tempfile.mkdtemp(prefix="qpdesk-test-"))
        first = Desk(self.home / "0", self.home / "0.qpd", "Person 0").open()
        plan = first.add(Kind.PLAN, None, "Plan")
        for title in ("A", "B"):
            area = first.add(Kind.AREA, plan, title)
            risk = first.add(Kind.RISK, area, f"{title} risk")
            first.add(Kind.MEASURE, risk, f"{title} åtgärd")
        first.publish()
        self.team = [first]
        for number in (1, 2):
            path = self.home / f"{number}.qpd"
            shutil.copy(first.path, path)
            self.team.append(Desk(self.home / str(number), path, f"Person {number}").open())

    def teardown(self):
        if hasattr(self, "team"):
            self.settle()
            for desk in self.team:
                desk.file._let_go()
            shutil.rmtree(self.home)

    who = st.integers(0, 2)
    which = st.integers(0, 30)

    def pick(self, desk, which, *kinds):
        nodes = sorted(
            (node for node in desk.register.nodes() if not kinds or kind_of(node) in kinds),
            key=lambda node: node.id,
        )
        return nodes[which % len(nodes)] if nodes else None

    @rule(who=who, which=which, title=st.sampled_from("xyz"))
    def rename(self, who, which, title):
        desk = self.team[who]
        if node := self.pick(desk, which):
            desk.do(edits.rename(desk.register, node.id, title))

    @rule(who=who, which=which, status=st.sampled_from(Status))
    def toggle(self, who, which, status):
        desk = self.team[who]
        if node := self.pick(desk, which, Kind.MEASURE):
            desk.do(edits.set_status(desk.register, [node.id], status))

    @rule(who=who, which=which, kind=st.sampled_from((Kind.AREA, Kind.RISK, Kind.MEASURE)))
    def add(self, who, which, kind):
        desk = self.team[who]
        above = [kind_ for kind_ in Kind if may_stand_under(kind, kind_)]
        if parent := self.pick(desk, which, *above):
            desk.add(kind, parent, "ny")

    @rule(who=who, which=which)
    def delete(self, who, which):
        desk = self.team[who]
        if node := self.pick(desk, which, Kind.AREA, Kind.RISK, Kind.MEASURE):
            desk.do(edits.delete(desk.register, [node.id]))

    @rule(who=who, which=which, under=which)
    def move(self, who, which, under):
        desk = self.team[who]
        node = self.pick(desk, which, Kind.RISK, Kind.MEASURE)
        parent = self.pick(desk, under, Kind.AREA, Kind.RISK)
        if node and parent:
            try:
                desk.do(edits.move(desk.register, [node.id], parent.id))
            except EditRefused:
                return

    @rule(one=who, two=who, which=which)
    def meet(self, one, two, which):
        """Targeted: one deletes a branch, the other works in it."""
        here, there = self.team[one], self.team[two]
        node = self.pick(here, which, Kind.RISK, Kind.AREA)
        if one == two or node is None or node.id not in there.register:
            return
        below = list(there.register.walk(node.id)) or [there.register[node.id]]
        here.do(edits.delete(here.register, [node.id]))
        there.do(edits.rename(there.register, below[which % len(below)].id, "mitt i"))

    @rule(one=who, two=who)
    def join(self, one, two):
        self.take_in(self.team[one], self.team[two])

    def take_in(self, here, there):
        """As if the other's file lay where ours does."""
        there.publish()
        if here is not there:
            shutil.copy(there.path, here.path)
            here.join()

    def settle(self):
        """However the copies are joined, they come to the same, and nothing gets lost."""
        pairs = list(itertools.permutations(self.team, 2))
        random.Random(len(pairs)).shuffle(pairs)
        for here, there in pairs * 2:
            self.take_in(here, there)
        first, *others = self.team
        for desk in others:
            assert contents(desk.register) == contents(first.register)
            assert desk.file.conflicts() == first.file.conflicts()
        assert first.file._copy.tips == others[0].file._copy.tips
        for desk in self.team:
            desk.publish()
            assert contents(reading.read_register(desk.path)) == contents(desk.register)
        self.nothing_lost(first)

    @staticmethod
    def nothing_lost(desk):
        """Every value is shown, replaced by one who had seen it, or told as a conflict."""
        cursor = desk.file._copy._cursor
        lines = list(map(Change._make, cursor.execute("SELECT * FROM change").fetchall()))
        replaced = {name for line in lines for name in _names(line.replaces)}
        seen = {name for line in lines for name in _names(line.seen)}
        told = {said.change for conflict in desk.file.conflicts() for said in conflict.versions}
        clock = dict(cursor.execute("SELECT id, hlc FROM changeset").fetchall())
        shown = replay(lines, clock)
        for line in lines:
            for name in _names(line.replaces):
                assert clock[name.rpartition(".")[0]] <= clock[line.changeset]
            if line.id in replaced or line.field.startswith("_"):
                continue
            if line.item in shown.nodes:
                heads = shown.heads[line.item][line.field]
                assert heads[-1].new == line.new or line.id in told
            else:
                assert line.id in seen  # whoever deleted it knew

    @invariant()
    def agree(self):
        for desk in getattr(self, "team", ()):
            copy = desk.file._copy
            assert contents(desk.register) == contents(copy.load())
            outcome = verify(copy._cursor, published=False)
            assert outcome.nodes == contents(desk.register)


def _names(text):
    return json.loads(text or "[]")


TestTeam = Team.TestCase
TestTeam.settings = settings(
    max_examples=6, stateful_step_count=20, suppress_health_check=list(HealthCheck)
)
