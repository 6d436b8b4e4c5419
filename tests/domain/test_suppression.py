from hypothesis import given
from hypothesis import strategies as st

from qpdesk.domain.nodes import Observation
from qpdesk.domain.order import NodeId, Place
from qpdesk.domain.suppression import Hidden, hidden, without_hidden
from tests.plans import registers


def outcome(name, n, unit="", period="VB 2022", value=50.0, **more):
    return Observation(
        id=NodeId(name),
        place=Place(NodeId("i"), name),
        n=n,
        organisational_unit=unit,
        period=period,
        outcome=value,
        **more,
    )


def test_few_answers_are_hidden_and_unknown_numbers_are_not():
    observations = [outcome("a", 4), outcome("b", 5, period="VB 2021"), outcome("c", None, "Norr")]
    assert hidden(observations, 5) == {"a": Hidden.FEW}
    assert hidden(observations, 0) == {}


def test_words_about_few_are_hidden_too_but_a_gap_has_nothing_to_hide():
    words = outcome("a", 3, value=None, note="Alla nöjda")
    gap = outcome("b", 3, period="VB 2021", value=None, no_result_reason="För få svar")
    assert hidden([words, gap], 5) == {"a": Hidden.FEW}
    assert without_hidden([words, gap], 5, "Färre än 5 svar")[1] == gap


def test_a_single_small_unit_beside_a_total_takes_the_next_smallest_with_it():
    units = [outcome("n", 3, "Norr"), outcome("s", 40, "Syd"), outcome("v", 20, "Väst")]
    assert hidden(units, 5) == {"n": Hidden.FEW}  # no total to reckon from
    for name in ("", "Totalt", "SAMTLIGA"):
        found = hidden([*units, outcome("t", 63, name)], 5)
        assert found == {"n": Hidden.FEW, "v": Hidden.PROTECTS}


def test_two_small_units_protect_each_other():
    units = [outcome("n", 3, "Norr"), outcome("s", 4, "Syd"), outcome("v", 20, "Väst")]
    assert hidden([*units, outcome("t", 27)], 5) == {"n": Hidden.FEW, "s": Hidden.FEW}


def test_with_no_other_unit_the_total_itself_is_hidden():
    found = hidden([outcome("n", 3, "Norr"), outcome("t", 30)], 5)
    assert found == {"n": Hidden.FEW, "t": Hidden.PROTECTS}


def test_periods_are_judged_each_by_itself():
    now = [outcome("n", 3, "Norr"), outcome("s", 30, "Syd")]
    then = outcome("t", 33, period="VB 2021")
    assert hidden([*now, then], 5) == {"n": Hidden.FEW}


def test_what_leaves_the_program_has_the_reason_and_not_the_figure():
    node = outcome("n", 3, target=80.0)
    (left,) = without_hidden([node], 5, "Färre än 5 svar")
    assert (left.outcome, left.n, left.note) == (None, None, "")
    assert (left.target, left.no_result_reason) == (80.0, "Färre än 5 svar")


@given(registers(), st.integers(0, 10**6))
def test_nothing_small_leaves_and_the_rest_is_untouched(register, fewest):
    nodes = list(register.walk())
    left = without_hidden(nodes, fewest, "Få")
    for before, after in zip(nodes, left, strict=True):
        if before != after:
            assert isinstance(before, Observation)
            assert after.outcome is None
        elif isinstance(after, Observation) and after.n is not None and after.outcome is not None:
            assert after.n >= fewest
