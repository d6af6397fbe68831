"""What has changed between two texts: each changed sentence, whatever has moved, and never nothing for texts that
differ."""

from __future__ import annotations

import random
import time
from collections.abc import Sequence

import pytest

from handoutgen.approval.comparing import ChangeKind, changes_between, places_of, summary
from handoutgen.approval.content_text import ContentLine

WORDS, PICTURE, DETAIL = ChangeKind.WORDS, ChangeKind.PICTURE, ChangeKind.DETAIL
STEPS = (
    "title: Cramps",
    "about > text: First. Second.",
    "how 1 > steps 1: Sit down. Rest.",
    "how 1 > steps 2: Hold for 20 seconds.",
    "how 2 > steps 1: Stand up.",
    "how 2 > figure > picture: aa",
    "how 2 > icon: leg",
)


def lines(texts: Sequence[str]) -> list[ContentLine]:
    return [ContentLine(*text.split(": ", 1)) for text in texts]


def told(
    now: Sequence[str], before: Sequence[str] = STEPS
) -> list[tuple[str, ChangeKind, tuple[str, ...], tuple[str, ...]]]:
    return [(each.place, each.kind, each.before, each.now) for each in changes_between(lines(before), lines(now))]


def edited(old: str, *new: str) -> list[str]:
    at = STEPS.index(old)
    return [*STEPS[:at], *new, *STEPS[at + 1 :]]


def test_the_same_text_has_no_changes() -> None:
    assert told(STEPS) == []


def test_one_sentence_is_told_and_not_its_neighbours() -> None:
    assert told(edited("about > text: First. Second.", "about > text: First. Third.")) == [
        ("about > text", WORDS, ("Second.",), ("Third.",))
    ]


def test_a_step_that_was_put_in_changes_no_other() -> None:
    new = ["how 1 > steps 1: Sit down. Rest.", "how 1 > steps 2: Breathe.", "how 1 > steps 3: Hold for 20 seconds."]
    now = [*STEPS[:2], *new, *STEPS[4:]]
    assert told(now) == [("how 1 > steps 2", WORDS, (), ("Breathe.",))]
    assert told(STEPS, now) == [("how 1 > steps 2", WORDS, ("Breathe.",), ())]


def test_pictures_and_details_are_told_as_what_they_are() -> None:
    assert told(edited("how 2 > figure > picture: aa", "how 2 > figure > picture: bb")) == [
        ("how 2 > figure > picture", PICTURE, ("aa",), ("bb",))
    ]
    assert told(edited("how 2 > icon: leg", "how 2 > icon: arm"))[0][1] is DETAIL


def test_a_tables_rows_are_words_and_a_diarys_are_a_detail() -> None:
    assert told(("a > table > rows 1: | 5 mg |",), ("a > table > rows 1: | 50 mg |",))[0][1] is WORDS
    assert told(("tools 1 > rows: 7",), ("tools 1 > rows: 14",))[0][1] is DETAIL
    assert told(("tools 1 > kind: goals",), ("tools 1 > kind: notes",))[0][1] is DETAIL


def test_what_is_gone_is_told_where_it_was_each_in_its_place() -> None:
    assert told(STEPS[:1]) == [
        ("about > text", WORDS, ("First.", "Second."), ()),
        ("how 1 > steps 1", WORDS, ("Sit down.", "Rest.", "Hold for 20 seconds.", "Stand up."), ()),
        ("how 2 > figure > picture", PICTURE, ("aa",), ()),
        ("how 2 > icon", DETAIL, ("leg",), ()),
    ]


@pytest.mark.parametrize(
    "new",
    [
        ("how 1 > steps 1: Sit down.", "how 1 > steps 2: Rest.", "how 1 > steps 3: Hold for 20 seconds."),
        ("how 1 > steps 1: Sit down. Rest. Hold for 20 seconds.",),
    ],
)
def test_the_same_sentences_in_other_steps_are_a_change(new: Sequence[str]) -> None:
    assert told([*STEPS[:2], *new, *STEPS[4:]])


def test_a_step_that_went_to_another_way_is_a_change() -> None:
    moved = ["how 1 > steps 1: Sit down. Rest.", "how 2 > steps 1: Hold for 20 seconds.", "how 2 > steps 2: Stand up."]
    assert told([*STEPS[:2], *moved, *STEPS[5:]])


def test_an_entry_put_into_a_numbered_list_changes_no_other() -> None:
    before = ("a > text: 1. One. More.", "a > text: 2. Two.")
    assert told(("a > text: 1. One. More.", "a > text: 2. New.", "a > text: 3. Two."), before) == [
        ("a > text", WORDS, (), ("2. New.",))
    ]
    assert told(("a > text: 3. One. More.", "a > text: 4. Two."), before)


def test_a_dose_is_one_sentence_with_its_point() -> None:
    assert told(("a: Take 2.5 mg. Rest.",), ("a: Take 25 mg. Rest.",)) == [
        ("a", WORDS, ("Take 25 mg.",), ("Take 2.5 mg.",))
    ]


def test_a_summary_counts_and_names_the_first_places() -> None:
    now = [*edited("about > text: First. Second.", "about > text: First. Third.")[:-2], "how 2 > figure > picture: bb"]
    changes = changes_between(lines(STEPS), lines(now))
    assert summary(changes) == "1 sentence, 1 picture and 1 detail"
    assert places_of(changes, 2) == "about > text; how 2 > figure > picture and 1 more"
    assert summary(()) == "nothing"
    two = ("a > picture: 1", "a > picture: 2", "b: One. Two.")
    assert summary(changes_between([], lines(two))) == "2 sentences and 2 pictures"
    assert places_of(changes_between([], lines([f"p{n}: x" for n in "abcd"]))) == "pa; pb; pc and 1 more"


def test_texts_that_differ_are_never_told_as_the_same() -> None:
    chance = random.Random(16)
    words = ("Sit down.", "Rest. Wait.", "1. Go.", "2. Go.", "- a", "", "| a | b |")
    places = ("a > steps 1", "a > steps 2", "b 1 > steps 1", "b 2 > steps 1", "b 2 > text", "p > picture")
    for _ in range(3_000):
        one, two = (
            [ContentLine(chance.choice(places), chance.choice(words)) for _ in range(chance.randrange(6))]
            for _ in range(2)
        )
        assert bool(changes_between(one, two)) is (one != two)


@pytest.mark.parametrize("shuffled", [False, True])
def test_a_text_as_long_as_a_book_takes_no_minutes(shuffled: bool) -> None:
    one = lines([f"how {n % 500} > steps {n % 7}: Do this {n % 40} times. Then rest." for n in range(8_000)])
    two = [*one[:50], *one[60:], ContentLine("z", "Last.")]
    if shuffled:
        random.Random(1).shuffle(two)
    before = time.perf_counter()
    told = changes_between(one, two)
    assert ("z", WORDS, (), ("Last.",)) in [(each.place, each.kind, each.before, each.now) for each in told]
    assert sum(len(each.before) for each in told) >= 20
    assert time.perf_counter() - before < 30
