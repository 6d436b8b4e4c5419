"""Where an item stands: its parent, and a key between its neighbours' keys.

A key is a fraction written in base 62, so there is always room between two of them and moving one
item changes that item alone. Items with equal keys (two people inserting in the same place) are
ordered by id. Parent and key are one value, so that a move is whole.
"""

from typing import NewType

from qpdesk.values import dataclass

NodeId = NewType("NodeId", str)

_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_VALUE = {digit: value for value, digit in enumerate(_DIGITS)}
_BASE = len(_DIGITS)
_STEP = 4  # digits that appending counts in, so that long lists keep short keys


@dataclass(frozen=True, slots=True)
class Place:
    """Under which item (None: a plan, at the top), and the sort key among its siblings."""

    parent: NodeId | None
    key: str


def key_between(before: str, after: str) -> str:
    """A key that sorts after ``before`` and before ``after``; "" means the open end.

    No key ends in "0", so there is always one between two different keys.

    Raises:
        ValueError: ``before`` does not sort before ``after``.
    """
    if after and before >= after:
        raise ValueError((before, after))
    if not after:
        return _next(before)
    return _middle(before, after)


def keys_after(before: str, count: int) -> list[str]:
    """``count`` ascending keys, all after ``before`` ("" for an empty list)."""
    keys: list[str] = []
    for _ in range(count):
        before = _next(before)
        keys.append(before)
    return keys


def is_key(text: str) -> bool:
    """Whether a text from outside can serve as a key."""
    return bool(text) and text[-1] != "0" and all(digit in _VALUE for digit in text)


def _next(before: str) -> str:
    """Count up in the first digits; halve towards the end when they are used up."""
    head = before[:_STEP].ljust(_STEP, "0")
    number = 0
    for digit in head:
        number = number * _BASE + _VALUE[digit]
    number += 1 if number % _BASE != _BASE - 1 else 2  # never a trailing zero
    if number >= _BASE**_STEP:
        return before + "V"
    digits = []
    for _ in range(_STEP):
        number, value = divmod(number, _BASE)
        digits.append(_DIGITS[value])
    return "".join(reversed(digits))


def _middle(before: str, after: str) -> str:
    """The shortest key strictly between; ``after`` is not empty."""
    result = []
    position = 0
    bounded = True  # whether result still equals the beginning of ``after``
    while True:
        low = _VALUE[before[position]] if position < len(before) else 0
        high = _VALUE[after[position]] if bounded and position < len(after) else _BASE
        if high - low > 1:
            result.append(_DIGITS[(low + high) // 2])
            return "".join(result)
        result.append(_DIGITS[low])
        bounded = bounded and low == high
        position += 1
