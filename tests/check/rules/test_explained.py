"""When a medical term is explained where it stands."""

from __future__ import annotations

import pytest

from handoutgen.check.passages import TextAt, blank_markdown
from handoutgen.check.rules.explained import is_explained
from handoutgen.check.rules.reading import JudgedText
from handoutgen.check.rules.words import word_list


@pytest.mark.parametrize(
    ("text", "explained"),
    [
        ("You may get hives, or urticaria.", True),
        ("You may get fever, a cough, or urticaria.", False),
        ("Ask the Royal College of Paediatric Doctors.", True),
        ("Ask a paediatric doctor.", False),
        ("It is autoimmune: your body attacks healthy cells.", True),
        ("It is autoimmune, and your body is tired.", False),
        ("Read “Living with oedema”.", True),
        ("An anticoagulant stops your blood from clotting.", True),
        ("An anticoagulant stops it.", False),
        ("It may be malignant. Malignant ones are cancer.", True),
        ("It may be malignant. It grows. It hurts. Malignant ones are cancer.", False),
        ("You may get oedema. Oedema is common.", False),
        ("You may get oedema. Rest. Oedema means that a leg is big.", True),
    ],
)
def test_a_term_is_explained_by_words_that_are_its_own(text: str, explained: bool) -> None:
    read = JudgedText(TextAt(("about", "text"), text, blank_markdown(text)), "en-GB")
    found, *_ = word_list("medical").found_in(read)
    assert is_explained(read, found) is explained
