import pytest
from hypothesis import given
from hypothesis import strategies as st

from qpdesk.domain.order import is_key, key_between, keys_after

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
keys = st.text(DIGITS, min_size=1, max_size=8).map(lambda text: text.rstrip("0") + "1")


@given(st.tuples(keys, keys))
def test_there_is_always_a_key_between_two(pair):
    low, high = sorted(pair)
    if low == high:
        return
    between = key_between(low, high)
    assert low < between < high
    assert is_key(between)


@given(keys)
def test_the_ends_are_open(key):
    assert is_key(key_between("", key))
    assert key_between("", key) < key
    assert is_key(key_between(key, ""))
    assert key_between(key, "") > key


@given(st.lists(st.integers(0, 200), max_size=60))
def test_inserting_anywhere_keeps_the_order(rows):
    made: list[str] = []
    for row in rows:
        place = row % (len(made) + 1)
        low = made[place - 1] if place else ""
        high = made[place] if place < len(made) else ""
        made.insert(place, key_between(low, high))
    assert made == sorted(set(made))
    assert all(map(is_key, made))


def test_a_long_list_keeps_short_keys():
    made = keys_after("", 20_000)
    assert made == sorted(set(made))
    assert all(map(is_key, made))
    assert max(map(len, made)) == 4


def test_counting_goes_on_past_the_last_short_key():
    made = keys_after("zzzx", 5)
    assert made == sorted({"zzzx", *made})[1:]
    assert all(map(is_key, made))


def test_inserting_first_a_thousand_times_keeps_the_order():
    key = "1"
    for _ in range(1000):
        earlier = key_between("", key)
        assert earlier < key
        assert is_key(earlier)
        key = earlier


@pytest.mark.parametrize("pair", [("b", "a"), ("a", "a")])
def test_keys_in_the_wrong_order_are_refused(pair):
    with pytest.raises(ValueError, match="a"):
        key_between(*pair)


@pytest.mark.parametrize("text", ["", "0", "A0", "å", "a b", "-1", "A\n"])
def test_a_text_from_outside_that_can_be_no_key(text):
    assert not is_key(text)
