"""Swedish as the trade writes it is right, slips are found, and nothing foreign does any harm."""

from collections import Counter
from pathlib import Path

import pytest
from hunspell import Hunspell
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
        Speller(OwnWords(tmp_path / "ordlista.txt"), tmp_path).read()


def test_a_dictionary_without_its_rest_is_no_dictionary(tmp_path):
    source = Path(assets.__file__).parent / "dictionary"
    for name in ("sv_SE.aff", "sv_SE.dic"):
        (tmp_path / name).write_bytes((source / name).read_bytes())
    with pytest.raises(NoSpelling):
        Speller(OwnWords(tmp_path / "ordlista.txt"), tmp_path).read()


def test_it_can_be_read_a_little_at_a_time(own):
    made = Speller(own)
    steps = 1
    while not made.read(0):
        steps += 1
    assert steps > 1_000
    assert made.knows("kvalitetsberättelsen")
    assert not made.knows("arbetsätt")


def test_read_in_two_parts_it_says_what_the_whole_dictionary_says(speller):
    source = Path(__file__).parents[2] / "resources" / "dictionary"
    whole = Hunspell("sv_SE", hunspell_data_dir=str(source), system_encoding="UTF-8")
    rows = (source / "sv_SE.dic").read_text(encoding="utf-8").split("\n")[1:-1]
    words = [row.partition("/")[0] for row in rows]
    some, others = words[5::211], words[100::211]
    asked = [*some, *(word.capitalize() for word in some), *(word[:-1] + "q" for word in some)]
    asked += [one + other for one, other in zip(some, others, strict=False)]
    asked += [word + ending for word in some for ending in ("s", "arna", "de")]
    folded = Counter(word.lower() for word in words)
    asked += [word for row, word in zip(rows, words, strict=True) if "%" in row.partition("/")[2]]
    asked += [word for word in words if folded[word.lower()] > 1]  # two words, written alike
    assert len(asked) > 8_000
    own = speller._hunspell
    assert [word for word in asked if own.spell(word) != whole.spell(word)] == []


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
