"""Our own frozen dataclasses do what the standard library's do."""

import dataclasses
from collections.abc import Callable
from dataclasses import FrozenInstanceError, field
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qpdesk.values import dataclass as ours


def _place(dataclass: Callable[..., Any]) -> Any:
    @dataclass(frozen=True, slots=True)
    class Place:
        """Two fields, and one that is made."""

        parent: str | None
        key: float = 1.0
        seen: list[str] = field(default_factory=list)

        def __post_init__(self) -> None:
            if self.key < 0:
                raise ValueError(self.key)

    return Place


def _item(dataclass: Callable[..., Any]) -> Any:
    @dataclass(frozen=True, slots=True, kw_only=True)
    class Base:
        id: str = "new"
        extra: str = ""

    @dataclass(frozen=True, slots=True, kw_only=True)
    class Item(Base):
        title: str
        level: int | None = None

    return Item


OURS, THEIRS = _place(ours), _place(dataclasses.dataclass)
OUR_ITEM, THEIR_ITEM = _item(ours), _item(dataclasses.dataclass)

values = st.tuples(st.none() | st.text(max_size=2), st.floats(min_value=0))


@given(values, values)
def test_values_are_equal_and_look_as_the_librarys_do(one, other):
    assert (OURS(*one) == OURS(*other)) is (THEIRS(*one) == THEIRS(*other))
    assert repr(OURS(*one)).partition(".")[2] == repr(THEIRS(*one)).partition(".")[2]


def test_equal_values_are_one_in_a_set_and_nothing_equals_another_class():
    item, same, other = (OUR_ITEM(title=title) for title in ("Risk", "Risk", "Annan"))
    assert {item, same, other} == {item, other}
    assert item != THEIR_ITEM(title="Risk")


def test_a_value_cannot_be_changed():
    item = OUR_ITEM(title="Risk")
    with pytest.raises(FrozenInstanceError):
        item.title = "Annan"
    with pytest.raises(FrozenInstanceError):
        del item.title
    with pytest.raises((AttributeError, FrozenInstanceError)):
        item.unknown = 1
    assert item.title == "Risk"
    assert not hasattr(item, "__dict__")


def test_defaults_are_taken_and_made_anew_for_each():
    first, second = OURS("a"), OURS("b")
    assert (first.key, first.seen) == (1.0, [])
    assert first.seen is not second.seen
    assert OUR_ITEM(title="Risk") == OUR_ITEM(id="new", extra="", title="Risk", level=None)


def test_what_is_wrong_is_refused():
    for wrong in ((), ("a", 1.0, [], "more")):
        with pytest.raises(TypeError):
            OURS(*wrong)
    with pytest.raises(TypeError):
        OUR_ITEM("Risk")
    with pytest.raises(TypeError):
        OUR_ITEM()
    with pytest.raises(ValueError, match="-1"):
        OURS("a", -1)
    with pytest.raises(TypeError):
        ours(frozen=False, slots=True)


def test_the_librarys_tools_work_with_them():
    item = dataclasses.replace(OUR_ITEM(title="Risk"), level=3)
    assert dataclasses.asdict(item) == {"id": "new", "extra": "", "title": "Risk", "level": 3}
    assert [one.name for one in dataclasses.fields(item)] == ["id", "extra", "title", "level"]
    match OURS("a", 2.0):
        case OURS(parent, key):
            assert (parent, key) == ("a", 2.0)
