from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from qpdesk.domain import edits
from qpdesk.domain.conditions import (
    Below,
    HasStatus,
    IsKind,
    LacksFollowUp,
    Late,
    LevelFrom,
    NotCompleted,
    Responsible,
)
from qpdesk.domain.nodes import (
    Area,
    Chapter,
    Control,
    Footnote,
    Kind,
    Measure,
    Observation,
    Plan,
    Risk,
    Status,
)
from qpdesk.domain.order import NodeId, Place
from qpdesk.domain.prose import prose
from qpdesk.domain.record import FIELDS
from qpdesk.domain.register import Register
from qpdesk.domain.search import Index, Search, searchable, words_of
from tests.plans import lines, registers


def place(parent, key="1"):
    return Place(NodeId(parent) if parent else None, key)


def small_plan():
    return Register(
        [
            Plan(id=NodeId("p"), place=place(None), title="Plan för norra länken"),
            Chapter(
                id=NodeId("c"), place=place("p", "1"), title="Inledning", text="Ett långt brev"
            ),
            Footnote(id=NodeId("f"), place=place("p", "2"), key="1", text="Kartläggning"),
            Area(id=NodeId("a"), place=place("p", "3"), title="Hemtjänst"),
            Risk(id=NodeId("r9"), place=place("a", "1"), title="Nycklar försvinner", level=9),
            Control(
                id=NodeId("k"), place=place("r9", "1"), title="Nyckel-koll", responsible="Åsa Ek"
            ),
            Measure(
                id=NodeId("m1"),
                place=place("k", "1"),
                title="Skåp[^1]?",
                what_to_do="Köp in skåp\nSätt upp dem",
                responsible="åsa  ek",
                due=date(2022, 3, 1),
            ),
            Measure(
                id=NodeId("m2"),
                place=place("r9", "2"),
                title="Rutin",
                status=Status.COMPLETED,
                due=date(2022, 1, 1),
                follow_up="Idén gick hem",
            ),
            Risk(id=NodeId("r4"), place=place("a", "2"), title="Fel insats", level=4),
            Measure(
                id=NodeId("m3"),
                place=place("r4", "1"),
                title="Dubbelkolla",
                status=Status.DISCONTINUED,
                due=date(2022, 1, 1),
            ),
            Measure(id=NodeId("m4"), place=place("a", "3"), title="Utbilda"),
        ]
    )


def found(query="", *conditions, branch=None):
    hits = Index(small_plan()).find(Search(query, conditions), branch)
    return " ".join(hits.ids)


def test_every_word_must_occur_and_case_accents_and_hyphens_do_not_matter():
    assert found("nyckelkoll") == "k"
    assert found("IDEN hem") == "m2"
    assert found("hem") == "a m2"
    assert found("hem iden tjänst") == ""
    assert found("hem\N{HYPHEN}tjänst") == "a"


def test_swedish_letters_are_letters_of_their_own():
    assert found("lank") == ""
    assert found("länk") == "p"


def test_a_phrase_stands_together_in_one_field():
    assert found('"skåp sätt"') == "m1"  # across a line break of the same field
    assert found('"åsa ek"') == "k m1"
    assert found('"ek åsa"') == ""
    assert found('"skåp? köp"') == ""  # title and text are two fields
    assert found("”köp in”") == "m1"
    assert found('"köp i') == "m1"  # still being typed


def test_a_footnote_mark_does_not_hide_the_word_it_hangs_on():
    assert found("skåp?") == "m1"


def test_a_query_of_nothing_finds_everything():
    assert len(Index(small_plan()).find(Search('  "" - ')).ids) == len(small_plan())


def test_hits_come_without_the_items_above_them():
    hits = Index(small_plan()).find(Search("sätt upp"))
    assert hits.ids == ("m1",)
    assert hits.above == {"k", "r9", "a", "p"}
    hits = Index(small_plan()).find(Search("nyck"))
    assert (hits.ids, hits.above) == (("r9", "k"), {"a", "p"})


def test_a_search_can_be_kept_to_a_branch():
    assert found("", branch=NodeId("r9")) == "r9 k m1 m2"
    assert found("rutin", branch=NodeId("r4")) == ""
    assert found("rutin", Below(NodeId("a"))) == "m2"


def test_conditions_narrow_and_combine():
    assert found("", NotCompleted()) == "m1 m4"
    assert found("", LacksFollowUp()) == "k m1 m3 m4"
    assert found("", Late(date(2022, 3, 1))) == ""
    assert found("", Late(date(2022, 3, 2))) == "m1"
    assert found("", HasStatus(frozenset({Status.COMPLETED, Status.DISCONTINUED}))) == "m2 m3"
    assert found("", IsKind(frozenset({Kind.CHAPTER}))) == "c"
    assert found("", Responsible("ÅSA EK")) == "k m1"
    assert found("", Responsible(""), NotCompleted()) == "m4"
    assert found("köp", NotCompleted(), Responsible("Åsa Ek")) == "m1"


def test_a_level_alone_means_the_risks_and_with_other_conditions_what_stands_under_them():
    assert found("", LevelFrom(9)) == "r9"
    assert found("", LevelFrom(4), Below(NodeId("a"))) == "r9 r4"
    assert found("", LevelFrom(9), NotCompleted()) == "m1"
    assert found("rutin", LevelFrom(9)) == "m2"
    assert found("", LevelFrom(10)) == ""


def test_every_text_field_is_searched():
    for kind, fields in FIELDS.items():
        texts = {name for name, wanted in fields.items() if wanted is str}
        node = small_plan()["m1"] if kind is Kind.MEASURE else None
        if node:
            assert {name for name, _ in prose(node)} < texts
    outcome = Observation(place=place("i"), period="VB 2022", note="Fler familjer får hjälp")
    assert searchable(outcome) == "vb 2022\nfler familjer får hjälp"


def test_words_of_a_query():
    assert words_of('Åtgärd "två ord" x-y "öp') == ("åtgärd", "två ord", "xy", "öp")


@given(registers(), st.data())
def test_the_index_follows_every_change(register, data):
    index = Index(register)
    for _ in range(data.draw(st.integers(1, 4))):
        index.find(Search("a"))
        everything = [node.id for node in register.walk()]
        if not everything:
            break
        node_id = data.draw(st.sampled_from(everything))
        match data.draw(st.sampled_from(["title", "delete", "undo", "move"])):
            case "title" if hasattr(register[node_id], "title"):
                edit = edits.rename(register, node_id, data.draw(lines))
            case "delete" | "undo":
                edit = edits.delete(register, [node_id])
            case _:
                edit = edits.change(register, everything, "follow_up", data.draw(lines))
        for change in (*edit.changes, *edit.inverse().changes, *edit.changes):
            register.apply(change)
            index.changed(change)
    query = Search(data.draw(st.sampled_from(["a", "x", "vård", "", '"min plan"', "e 1"])))
    assert index.find(query) == Index(register).find(query)


@given(registers(), lines)
def test_the_index_finds_what_a_plain_reading_finds(register, query):
    words = words_of(query)
    plain = [n.id for n in register.walk() if all(word in searchable(n) for word in words)]
    hits = Index(register).find(Search(query))
    assert list(hits.ids) == plain
    above = {node.id for node_id in plain for node in register.ancestors(node_id)}
    assert hits.above == above - set(plain)
