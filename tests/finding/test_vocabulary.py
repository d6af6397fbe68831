"""A word that is there is taken as it stands; a misspelt one for the nearest, within as many changes as its length
allows."""

from __future__ import annotations

import pytest

from handoutgen.finding.folding import words_in
from handoutgen.finding.vocabulary import MOST_MEANT, Vocabulary, changes_in

TEXTS = ("leg cramps", "cramp", "sciatica", "baclofen tablets", "multiple sclerosis", "back pain", "scan", "back")


def vocabulary(*texts: str) -> Vocabulary[int]:
    made: Vocabulary[int] = Vocabulary()
    for number, text in enumerate(texts):
        made.add(words_in(text), number)
    return made


def meant(typed: str, *texts: str) -> list[str]:
    return [each.word for each in vocabulary(*(texts or TEXTS)).meant_by(typed)]


def is_corrected(typed: str) -> bool:
    return all(each.is_corrected for each in vocabulary(*TEXTS).meant_by(typed))


def test_the_very_word_comes_before_those_that_begin_with_it() -> None:
    assert meant("cramp") == ["cramp", "cramps"]
    assert not is_corrected("cramp")


@pytest.mark.parametrize(("typed", "found"), [("sc", ["scan", "sciatica", "sclerosis"]), ("s", [])])
def test_a_beginning_is_taken_from_two_letters_on(typed: str, found: list[str]) -> None:
    assert meant(typed) == found


@pytest.mark.parametrize(
    ("typed", "found"),
    [("cramping", ["cramp"]), ("scanning", ["scan"]), ("legs", ["leg"]), ("legend", []), ("scandalous", [])],
)
def test_an_ending_too_many_does_no_harm_where_most_of_the_word_is_there(typed: str, found: list[str]) -> None:
    assert meant(typed) == found
    assert not is_corrected(typed) or not found


@pytest.mark.parametrize(("length", "changes"), [(3, 0), (4, 1), (5, 1), (6, 2), (8, 2), (9, 3), (20, 3)])
def test_longer_words_may_have_more_letters_wrong(length: int, changes: int) -> None:
    assert changes_in("x" * length) == changes


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("pian", "pain"),  # changed places
        ("siatica", "sciatica"),
        ("skiatika", "sciatica"),
        ("bakloven", "baclofen"),
        ("skleroses", "sclerosis"),
        ("scklerosses", "sclerosis"),
    ],
)
def test_a_misspelt_word_is_taken_for_the_nearest(typed: str, found: str) -> None:
    assert meant(typed)[0] == found
    assert is_corrected(typed)


@pytest.mark.parametrize("typed", ["bin", "bxck", "pxxn", "skiaxikx", "skxxroxex", "zzzz"])
def test_a_word_with_more_changes_than_its_length_allows_is_taken_for_none(typed: str) -> None:
    assert meant(typed) == (["back"] if typed == "bxck" else [])


def test_a_word_that_is_there_is_never_corrected() -> None:
    assert meant("pain", "pain", "main", "paid") == ["pain"]


def test_among_corrections_the_nearest_are_first_and_far_ones_are_left_out() -> None:
    assert meant("sprayned", "sprained", "sprainer", "strains") == ["sprained", "sprainer"]


def test_a_misspelt_word_that_is_not_finished_is_taken_for_a_beginning() -> None:
    assert meant("sklero") == ["sclerosis"]
    assert is_corrected("sklero")
    assert meant("skle") == []


def test_two_words_may_be_written_as_one() -> None:
    made = vocabulary("low back pain")
    [place] = made.places("backpain")
    assert place == (0, 4, 13)
    assert [each.word for each in made.meant_by("bakpain")] == ["backpain"]
    assert [each.word for each in made.meant_by("backpa")] == ["backpain", "back"]
    assert [each.word for each in made.meant_by("bac")] == ["back"]


def test_two_words_as_one_are_a_word_of_their_own_where_a_text_has_it() -> None:
    for texts in (("back ache", "backache"), ("backache", "back ache")):
        assert meant("bac", *texts) == ["back", "backache"]


def test_of_a_beginning_that_thousands_of_words_have_only_the_likest_are_taken() -> None:
    words = [f"co{'x' * length}" for length in range(1, 150)] + [f"com{number}" for number in range(300)]
    found = meant("co", *words)
    assert len(found) == MOST_MEANT
    assert found[0] == "cox"
