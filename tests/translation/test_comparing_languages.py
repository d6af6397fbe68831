"""A source beside its translation: nothing where both say the same, and the kind of what differs."""

from __future__ import annotations

from pathlib import Path

from handoutgen.translation.comparing import DifferenceKind, differences
from handoutgen.translation.step import steps_between
from translation.translated import ENGLISH, loaded_pair, polish


def test_a_right_translation_differs_in_nothing(tmp_path: Path) -> None:
    assert list(differences(*loaded_pair(tmp_path))) == []


EASY_READ = """\
easy_read:
  title: Cramps. Easy Read
  tested: Nobody has tried it yet.
  parts:
    - title: Cramps
      pairs: [{text: Cramps are common., picture: {icon: leg, alt: A leg}}]
"""


def test_a_translation_may_go_without_an_easy_read_and_with_one_it_is_compared(tmp_path: Path) -> None:
    source, made = ENGLISH + EASY_READ, polish()
    assert list(differences(*loaded_pair(tmp_path, source, made))) == []
    assert [step.key for step in steps_between(*loaded_pair(tmp_path, source, made)) if "easy" in step.key] == []
    two = EASY_READ.replace("pairs: [", "pairs: [{text: Skurcz., picture: {icon: leg, alt: Noga}}, ")
    (found,) = differences(*loaded_pair(tmp_path, source, made + two))
    assert (found.kind, found.key) == (DifferenceKind.STRUCTURE, "easy_read.parts.1.pairs")


def test_a_number_that_the_source_says_in_a_word_may_be_in_figures(tmp_path: Path) -> None:
    source = ENGLISH.replace("Do this 3 times", "Do this three times")
    assert list(differences(*loaded_pair(tmp_path, source))) == []


def test_another_number_names_the_part_and_both_numbers(tmp_path: Path) -> None:
    made = polish().replace("przez 10 minut", "przez 100 minut")
    (found,) = differences(*loaded_pair(tmp_path, ENGLISH, made))
    assert (found.kind, found.key) == (DifferenceKind.NUMBER, "key_points")
    assert found.message == "100 in place of 10 in key_points.1"
