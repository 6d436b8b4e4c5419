"""Clocks that jump, forwards and backwards, between sessions and within them."""

import random

import pytest

from qpdesk.domain import edits
from qpdesk.domain.nodes import Kind
from qpdesk.store import journal, reading
from tests.store.desk import contents, the

NOW = 1_795_000_000_000_000_000


def jump_about(desks, monkeypatch, rounds):
    chance = random.Random(5)
    for number in range(rounds):
        wrong = NOW + chance.choice([-1, 1]) * chance.randrange(10 * 365 * 86_400) * 10**9
        monkeypatch.setattr(journal, "time_ns", lambda wrong=wrong: wrong)
        one = chance.choice(desks)
        one.publish()  # has seen what the others said
        area = the(one.register, Kind.AREA)
        one.do(edits.rename(one.register, area.id, f"Område {number}"))
        one.publish()
        if chance.random() < 0.2:
            one.close()
            one.open()
        assert the(reading.read_register(one.path), Kind.AREA).title == f"Område {number}"
        assert one.file.conflicts() == []
    for one in desks:
        one.publish()
        assert contents(one.register) == contents(desks[0].register)


def test_the_last_word_wins_whatever_the_clocks_say(desk, second, monkeypatch):
    jump_about([desk, second], monkeypatch, 12)


@pytest.mark.faults
def test_hundreds_of_jumps(desk, second, monkeypatch):
    jump_about([desk, second], monkeypatch, 400)
