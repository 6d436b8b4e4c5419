"""The window as a screen reader meets it: walked, pressed and heard over AT-SPI."""

from contextlib import ExitStack

import pytest

from tests.end2end.person import (
    ROOT,
    Person,
    ScreenReader,
    lacks_screen_reader,
    message_bus,
    screen,
    until,
)

pytestmark = pytest.mark.screen

VIEWS = {
    "Plan": "Åtgärd: Pröva gemensam planering, status Pågår",
    "Uppföljning": "Spara och nästa",
    "Indikatorer": "Diagram: ",
    "Riskmatris": "Sannolikhet 3 Möjlig, konsekvens 4 Allvarlig: risknivå 12, mycket hög",
    "Översikt": "Försenade åtgärder: ",
}
"""What is said in each view, by the words on the button that leads to it."""


@pytest.fixture
def reader(tmp_path):
    """A screen reader beside the program, which shows the example."""
    if reason := lacks_screen_reader():
        pytest.skip(reason)
    with ExitStack() as stack:
        environment = stack.enter_context(message_bus(stack.enter_context(screen())))
        person = Person(environment, tmp_path / "hem", ROOT / "build" / "day" / "reader")
        stack.callback(person.leave)
        reader = ScreenReader(environment)
        stack.callback(reader.close)
        person.start()
        until(lambda: reader.ask("is_there"))
        reader.find("Öppna ett exempel")
        assert not nameless(reader)
        reader.ask("press", name="Öppna ett exempel")
        person.window("Kvalitetsplan")
        reader.find("Risker och åtgärder")
        yield reader


def nameless(reader):
    return [part for part in reader.ask("walk") if part["focusable"] and not part["name"].strip()]


def test_every_view_is_reached_by_its_button_and_says_its_names(reader):
    for view, said in VIEWS.items():
        reader.ask("press", name=view, role="check box")
        reader.find(said)
        assert not nameless(reader), view
        if view == "Indikatorer":
            (chart,) = [part for part in reader.ask("walk") if part["role"] == "chart"]
            assert "utfall" in chart["description"].lower()


def test_a_filter_is_pressed_and_its_hits_are_heard(reader):
    before = rows(reader)
    assert reader.ask("press", name="Försenade") == "Toggle"
    (heard,) = until(lambda: reader.ask("announced"))
    assert heard.endswith("träffar")
    assert rows(reader) != before
    reader.ask("press", name="Rensa")
    until(lambda: "Alla poster visas." in reader.ask("announced"))
    assert rows(reader) == before


def rows(reader):
    """What the rows in sight are called."""
    kinds = ("Processområde: ", "Risk: ", "Egenkontroll: ", "Åtgärd: ")
    return [part["name"] for part in reader.ask("walk") if part["name"].startswith(kinds)]
