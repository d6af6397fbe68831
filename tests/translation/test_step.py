"""How each part of a translation stands to its source, by what its record says."""

from __future__ import annotations

from pathlib import Path

from handoutgen.content.record import UNTRANSLATED
from handoutgen.translation.parts import parts_of
from handoutgen.translation.step import StepState, keys_behind, steps_between
from handoutgen.translation.untranslated import left_in_source
from translation.translated import ENGLISH, loaded_pair, polish


def states(project: Path, marks: dict[str, str], source: str = ENGLISH) -> dict[str, StepState]:
    return {step.key: step.state for step in steps_between(*loaded_pair(project, source, marked(marks)))}


def marked(marks: dict[str, str]) -> str:
    told = "".join(f"      {key}: {mark}\n" for key, mark in marks.items())
    return f"{polish()}    of: en-GB\n    parts:\n{told}" if marks else polish()


def digests(project: Path) -> dict[str, str]:
    return {key: part.digest for key, part in parts_of(loaded_pair(project)[0]).items()}


def test_each_state_comes_from_the_record_alone(tmp_path: Path) -> None:
    marks = {**digests(tmp_path), "title": UNTRANSLATED, "about": "b" * 12}
    del marks["key_points"]
    found = states(tmp_path, marks)
    assert (found.pop("title"), found.pop("about")) == (StepState.UNTRANSLATED, StepState.BEHIND)
    assert found.pop("key_points") is StepState.UNKNOWN
    assert set(found.values()) == {StepState.IN_STEP}


def test_parts_of_one_language_alone_are_missing_or_extra(tmp_path: Path) -> None:
    source = ENGLISH.replace("about:\n", "subtitle: Why they come\nabout:\n")
    assert states(tmp_path, {}, source)["subtitle"] is StepState.MISSING
    without = source.replace("      stop_if: [you feel sharp pain, you feel dizzy today]\n", "")
    assert states(tmp_path, {}, without)["strategies.stretch.stop_if"] is StepState.EXTRA


def test_what_is_behind_is_known_only_where_the_record_says_anything(tmp_path: Path) -> None:
    assert keys_behind(*loaded_pair(tmp_path)) is None
    marks = digests(tmp_path)
    changed = ENGLISH.replace("sharp pain", "any pain")
    assert keys_behind(*loaded_pair(tmp_path, ENGLISH, marked(marks))) == ()
    assert keys_behind(*loaded_pair(tmp_path, changed, marked(marks))) == ("strategies.stretch.stop_if",)
    del marks["title"]
    assert keys_behind(*loaded_pair(tmp_path, ENGLISH, marked(marks))) == ("title",)


def test_words_of_the_source_are_seen_in_another_language_and_not_in_another_region(tmp_path: Path) -> None:
    copied = polish().replace("Zapytaj pielęgniarkę.", "Ask a NURSE.")
    for text, seen in ((copied, ["key_points.3"]), (copied.replace("language: pl", "language: en-US"), [])):
        source, made = loaded_pair(tmp_path, ENGLISH, text)
        left = (left_in_source(source, made, step) for step in steps_between(source, made))
        assert [text.name for text in left if text] == seen
