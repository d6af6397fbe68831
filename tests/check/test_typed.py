"""A character that no font has is told by the field it is in, and nothing of the field is repeated."""

from __future__ import annotations

import pytest

from handoutgen.check.typed import refuse_unprintable_words
from handoutgen.content.for_person import ForPerson
from handoutgen.errors import UsageProblem
from handoutgen.text.fontbook import FontBook


def test_words_that_fonts_have_pass(fonts: FontBook) -> None:
    refuse_unprintable_words(ForPerson("Zoë مریم", (("stretch", "½"),), "12 Jan", "Łukasz"), fonts.uncovered)


@pytest.mark.parametrize(
    ("person", "said"),
    [
        (ForPerson(name="Secret \U00012000"), "name"),
        (ForPerson(next_visit="Secret \U00012000"), "next_visit"),
        (ForPerson(doses=(("stretch", "1"), ("Secret", "\U00012000"))), "dose 2"),
    ],
)
def test_others_are_refused_by_their_field(fonts: FontBook, person: ForPerson, said: str) -> None:
    with pytest.raises(UsageProblem) as problem:
        refuse_unprintable_words(person, fonts.uncovered)
    assert f"this print: {said} holds a character" in problem.value.message
    assert "Secret" not in f"{problem.value.message}{problem.value.remedy}"
    assert "\U00012000" not in f"{problem.value.message}{problem.value.remedy}"
