"""Where a paragraph falls apart, and what shortens a sentence."""

from __future__ import annotations

import pytest

from handoutgen.check.rules.parting import FEWER_WORDS, IN_DOUBT, shorter, where_to_part


@pytest.mark.parametrize(
    ("said", "number"),
    [
        (["Sit.", "Stand.", "Turn.", "Bend.", "Rest."], 3),
        (["Pack a bag.", "Bring fruit.", "Ask for a form.", "Fill in the form.", "Sleep."], 2),
        (["Pack a bag.", "Bring fruit.", "Wait here.", "However, do not fall.", "Sleep."], 2),
        (["Pack a bag.", "It is big.", "It is normal for bags to be big.", "They tear.", "So mend one."], 2),
        (["Nails grow.", "Nails tear.", "Nails split.", "Nails heal.", "Nails bend."], 3),
        (["Pack a bag.", "Bring fruit.", "Take gauze.", "Please rinse it.", "Sleep."], 2),
        (["Pack a bag.", "Bring fruit.", "Big bags tear.", "Small ones do not.", "Sleep."], 2),
        (["Pack a bag.", "Bring fruit.", "Ask for gauze.", "Gauze is a thin cloth.", "Sleep."], 2),
        (["Pack a bag.", "Bring fruit.", "Are you ill?", "If so, sleep.", "Rest."], 2),
        (["Pack a bag.", "It is big.", "They tear.", "However, one heals."], None),
    ],
)
def test_a_paragraph_is_parted_where_the_fewest_words_come_again(said: list[str], number: int | None) -> None:
    assert where_to_part(said) == number


@pytest.mark.parametrize(
    ("sentence", "advice"),
    [
        ("These are the signs:", "say it in fewer words: a list follows."),
        ("We treat arms, legs, toes and ears.", "make a list of what stands in a row in it."),
        ("Rest, but move arms, legs, toes and ears.", "make a list of what stands in a row in it, or two sentences."),
        ("Rest, if you can, and tell us, so that we can help.", "make two sentences of it."),
        ("You can eat all of the fruit you like, such as apples.", "put the examples in a sentence of their own."),
        ("It can lead to: redness of the skin, loss of pus, and pain.", "make a list of what stands in a row in it."),
        ("Fruits include figs (a sweet one), limes and plums.", "make a list of what stands in a row in it."),
        ("You can do most things, including lifting, and bending, but stop if it hurts.", "make two sentences of it."),
        ("If you are ill but can walk, ask a nurse, doctor or friend about it.", FEWER_WORDS),
        ("We make room so that you are well.", FEWER_WORDS),
        ("If you are ill, call us, and we will tell you what to do.", "make two sentences of it."),
        ("Fruit such as figs can harm you and your friends.", FEWER_WORDS),
    ],
)
def test_a_sentence_is_shortened_as_it_is_made(sentence: str, advice: str) -> None:
    assert shorter(sentence, 21, is_entry=False) == advice


@pytest.mark.parametrize(
    ("sentence", "advice"),
    [
        ("Tell us of each pill that you take so that we can plan it.", IN_DOUBT),
        ("Your pills will be told to you and a copy of it will be sent.", "make two sentences of it."),
    ],
)
def test_of_a_sentence_that_cutting_does_not_help_no_more_is_said_than_is_known(sentence: str, advice: str) -> None:
    assert shorter(sentence, 31, is_entry=False) == advice


def test_an_entry_is_made_two_unless_it_is_a_sentence() -> None:
    assert shorter("rest, and then you walk", 21, is_entry=True) == "make two entries of it."
    assert shorter("Rest, and then you walk.", 21, is_entry=True) == "make two sentences of it."
