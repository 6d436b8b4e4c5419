"""Swedish as the trade writes it is right, slips are found, and nothing foreign does any harm."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qpdesk import assets
from qpdesk.services.spelling import NoSpelling, OwnWords, Speller


@pytest.fixture(scope="module")
def own(tmp_path_factory):
    return OwnWords(tmp_path_factory.mktemp("user") / "ordlista.txt")


@pytest.fixture(scope="module")
def speller(own):
    return Speller(own)


@pytest.mark.parametrize(
    "word",
    ["Åtgärd", "kvalitetsberättelsen", "barnavårdsutredningar", "SoL", "SoL:s", "UBÅT", "U-båt",
     "HSL-avvikelser", "hälso-", "barnavårds-", "förhands-", "samutredningar", "FREDA", "BBIC",
     "a\N{COMBINING RING ABOVE}r", "skydds\N{SOFT HYPHEN}bedömning", "Kolada"],
)  # fmt: skip
def test_right_words(speller, word):
    assert speller.knows(word)


@pytest.mark.parametrize("word", ["arbetsätt", "Åtgrdä", "barnvådsutredning-", "SoL-avvikelsr"])
def test_wrong_words(speller, word):
    assert not speller.knows(word)


def test_the_slip_of_the_printed_plan_has_its_cure(speller):
    assert speller.suggest("Arbetsätt")[0] == "Arbetssätt"


def test_own_words_are_right_until_they_are_taken_away(speller, own, tmp_path):
    assert not speller.knows("Fagernäsmodellen")
    own.add("Fagernäsmodellen")
    assert speller.knows("Fagernäsmodellen")
    assert speller.knows("Fagernäsmodellens")
    own.remove("Fagernäsmodellen")
    assert not speller.knows("Fagernäsmodellen")


def test_own_words_are_there_the_next_day(tmp_path):
    file = tmp_path / "ny mapp" / "ordlista.txt"
    OwnWords(file).add("Åsmyramodellen")
    assert OwnWords(file).all() == ["Åsmyramodellen"]


def test_a_strange_file_of_own_words_does_no_harm(tmp_path):
    file = tmp_path / "ordlista.txt"
    file.write_bytes(b"\xff\xfe\0\0bin\xe5r\n# inte ett ord\n" + b"x" * 100_000 + b"\nbra\n")
    assert "bra" in OwnWords(file)
    assert Speller(OwnWords(file)).knows("bra")


@pytest.mark.parametrize("content", [None, b"", b"\x89PNG\r\n", b"SET UTF-8\n"])
def test_without_its_dictionary_it_says_so(tmp_path, content):
    if content is not None:
        (tmp_path / "sv_SE.aff").write_bytes(content)
        (tmp_path / "sv_SE.dic").write_bytes(content)
    with pytest.raises(NoSpelling):
        Speller(OwnWords(tmp_path / "ordlista.txt"), tmp_path)


def test_a_folder_named_in_swedish_is_found(tmp_path, speller):
    folder = tmp_path / "Åsmyra ordbok"
    folder.mkdir()
    source = Path(assets.__file__).parent / "dictionary"
    for file in source.glob("sv_SE.*"):
        (folder / file.name).write_bytes(file.read_bytes())
    assert Speller(OwnWords(tmp_path / "ordlista.txt"), folder).knows("åtgärd")


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=80))
def test_whatever_is_asked_there_is_an_answer(speller, text):
    assert speller.knows(text) in {True, False}
