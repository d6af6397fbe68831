"""Whom a part of a leaflet speaks to."""

from __future__ import annotations

import pytest

from check.rules.example_leaflets import leaflet_of
from handoutgen.check.passages import TextAt, blank_markdown, texts_of
from handoutgen.check.rules.readers import is_about_a_child, is_for_somebody_else
from handoutgen.check.rules.reading import JudgedText, judged_texts
from handoutgen.check.rules.record import Example


def alone(said: str) -> JudgedText:
    """Words that are part of no leaflet."""
    return JudgedText(TextAt(("about", "text"), said, blank_markdown(said)), "en-GB")


def section(title: str, said: str, over: str = "Leg cramps") -> JudgedText:
    """The text of a section under a title."""
    keys = {"title": over, "sections": [{"id": "part", "title": title, "text": said}]}
    leaflet = leaflet_of(Example(keys=keys)).leaflet
    return next(text for text in judged_texts(leaflet, tuple(texts_of(leaflet))) if text.plain == said)


def test_the_titles_over_a_text_are_told_from_the_leaflets_own_inwards() -> None:
    assert section("At home", "Rest.").titles == ["Leg cramps", "At home"]
    assert alone("Rest.").titles == []


@pytest.mark.parametrize(
    ("title", "is_for_them"),
    [
        ("For carers", True),
        ("Information for family and friends", True),
        ("A note to parents", True),
        ("If you look after someone with cramps", True),
        ("Advice for anyone driving a patient home", True),
        ("For patients and their families", False),
        ("For people living with cramps", False),
        ("Speaking to friends", False),
        ("At home", False),
    ],
)
def test_a_title_says_for_whom_its_part_is(title: str, is_for_them: bool) -> None:
    assert is_for_somebody_else(section(title, "The patient rests."), 0, is_one=True) is is_for_them


@pytest.mark.parametrize(
    ("said", "is_for_them"),
    [
        ("For relatives:\n\n- the patient may sleep", True),
        ("If you care for them, read this.\nthe patient may sleep", True),
        ("Tell your family. We write for families. Then the patient may sleep", False),
        ("For relatives:\n\n- be there\n\nFor the patient:\n\n- the patient may sleep", False),
        ("Can you wake them? Does the patient know you?", True),
        ("Please stay with the patient. At night the patient may sleep", True),
        ("Nurses will stay with the patient. At night the patient may sleep", False),
    ],
)
def test_a_line_a_question_or_an_order_says_for_whom_a_text_is(said: str, is_for_them: bool) -> None:
    assert is_for_somebody_else(alone(said), said.rindex("the patient"), is_one=True) is is_for_them


def test_an_order_about_one_patient_says_nothing_of_all_patients() -> None:
    said = "Wake the patient. Tired, patients sleep."
    assert not is_for_somebody_else(alone(said), said.rindex("patients"), is_one=False)


@pytest.mark.parametrize(
    ("text", "is_child"),
    [
        (section("At home", "Rest.", "Head injury in children"), True),
        (section("Your baby's skin", "Rest."), True),
        (alone("Let your daughter rest."), True),
        (section("At home", "Rest, and let others do the work."), False),
        (alone("Rest before childbirth."), False),
    ],
)
def test_a_leaflet_about_a_child_is_read_by_a_parent(text: JudgedText, is_child: bool) -> None:
    assert is_about_a_child(text) is is_child
