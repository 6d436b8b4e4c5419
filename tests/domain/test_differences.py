from itertools import pairwise
from random import Random

from hypothesis import example, given
from hypothesis import strategies as st

from qpdesk.domain import differences as module
from qpdesk.domain.differences import Run, Sort, differences
from tests.plans import AWKWARD, cells

MARKS = {Sort.EQUAL: "{}", Sort.REMOVED: "[-{}-]", Sort.ADDED: "[+{}+]"}


def shown(before, after):
    return "".join(MARKS[run.sort].format(run.text) for run in differences(before, after))


def test_a_changed_word_is_shown_with_its_blank():
    assert shown("Rutinen är klar nu", "Rutinen är påbörjad nu") == (
        "Rutinen är[- klar-][+ påbörjad+] nu"
    )


def test_words_put_in_and_taken_out():
    assert shown("Alla barn", "Alla våra barn") == "Alla[+ våra+] barn"
    assert shown("Klart. Allt är gjort.", "Klart.") == "Klart.[- Allt är gjort.-]"
    assert shown("", "Ny text") == "[+Ny text+]"
    assert shown("Lika", "Lika") == "Lika"
    assert differences("", "") == ()


def test_a_sign_changes_alone():
    assert shown("Är det klart?", "Är det klart.") == "Är det klart[-?-][+.+]"


def test_paragraphs_keep_their_line_breaks():
    assert shown("Ett\nTvå\nTre", "Ett\nTre") == "Ett[-\nTvå-]\nTre"


def text_of(runs, sort):
    return "".join(run.text for run in runs if run.sort in {Sort.EQUAL, sort})


words = st.lists(st.sampled_from(["barn", "och", "stöd", ".", "\n", " ", "å"]), max_size=30)
texts = cells | words.map(" ".join) | st.sampled_from(AWKWARD) | st.text()


@given(texts, texts)
@example(" ", "a ")
def test_both_texts_can_be_read_out_of_the_runs(before, after):
    runs = differences(before, after)
    assert text_of(runs, Sort.REMOVED) == before
    assert text_of(runs, Sort.ADDED) == after
    assert all(run.text for run in runs)
    assert all(one.sort is not other.sort for one, other in pairwise(runs))


@given(texts, texts)
def test_long_texts_are_split_and_still_whole(before, after):
    small, module._SMALL = module._SMALL, 4
    try:
        runs = differences(before, after)
    finally:
        module._SMALL = small
    assert text_of(runs, Sort.REMOVED) == before
    assert text_of(runs, Sort.ADDED) == after


def test_a_long_text_with_changes_all_through_shows_only_those():
    before = [f"mening {number} om stöd och uppföljning." for number in range(2500)]
    after = [
        line.replace("stöd", "hjälp") if row % 100 == 50 else line
        for row, line in enumerate(before)
    ]
    after.insert(1000, "Ett helt nytt stycke.")
    runs = differences("\n".join(before), "\n".join(after))
    changed = [run for run in runs if run.sort is not Sort.EQUAL]
    assert len("\n".join(before)) > 90_000
    assert changed.count(Run(Sort.REMOVED, " stöd")) == 25
    assert changed.count(Run(Sort.ADDED, " hjälp")) == 25
    assert len(changed) == 51


def test_two_long_texts_of_the_same_few_words_are_exchanged_without_waiting():
    before, after = "ja nej " * 15_000, "nej nej ja " * 10_000
    runs = differences(before, after)  # each word with each would be a billion comparisons
    assert text_of(runs, Sort.REMOVED) == before
    assert text_of(runs, Sort.ADDED) == after


def test_a_long_text_of_few_words_is_split_at_phrases():
    few = Random(1)
    before = few.choices(("barn", "och", "stöd", "för", "i", "vid"), k=9000)
    after = before.copy()
    after[100] = after[8900] = "nytt"
    runs = differences(" ".join(before), " ".join(after))
    assert [run.text for run in runs if run.sort is Sort.ADDED] == [" nytt", " nytt"]
