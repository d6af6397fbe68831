"""Characters without a font are told where they stand; a whole script without one is told once."""

from __future__ import annotations

import pytest

from check.checked_texts import FIXTURE, changed_leaflet, clinic_saying, leaflet_with_prose
from handoutgen.check.characters import script_name, uncovered_characters, uncovered_in_clinic
from handoutgen.content.load import LoadedLeaflet, leaflet_from


def uncovered(text: str) -> list[tuple[int, str]]:
    return [(index, character) for index, character in enumerate(text) if ord(character) > 0x2FFF]


def messages(loaded: LoadedLeaflet) -> list[str]:
    return [finding.message for finding in uncovered_characters(loaded, uncovered)]


def test_one_character_is_told_by_itself_at_its_place() -> None:
    (finding,) = uncovered_characters(leaflet_with_prose("Your 漢 knee."), uncovered)
    assert finding.message == "no font has the character “漢” (U+6F22)"
    assert finding.span.column == 10
    assert "in words" in finding.hint


def test_the_characters_of_a_script_in_one_text_are_one_finding_with_their_number() -> None:
    (finding,) = uncovered_characters(leaflet_with_prose("Your 漢字漢字 knee."), uncovered)
    assert finding.message == "no font has 4 characters of this text (Chinese), from “漢” (U+6F22) on"
    assert "a font for Chinese" in finding.hint


def test_two_scripts_are_two_findings() -> None:
    assert len(messages(leaflet_with_prose("Your 漢字 한글 knee."))) == 2


def test_a_script_that_runs_through_the_file_is_told_once_with_how_much_of_it_there_is() -> None:
    text = FIXTURE.read_text(encoding="utf-8")
    words = [line for line in text.splitlines() if line.lstrip().startswith("- ") and line.endswith(".")][:6]
    for line in words:
        text = text.replace(line, f"{line.rstrip('.')} 漢字.", 1)
    (message,) = messages(leaflet_from(text.encode(), FIXTURE))
    assert message == "no font has Chinese: 12 characters in 6 texts of this file, from “漢” (U+6F22) on"


@pytest.mark.parametrize("key", ["short", "brief"])
def test_what_only_short_forms_print_is_looked_at(key: str) -> None:
    strategy = leaflet_with_prose("Words.").leaflet.strategies[0]
    old = str(getattr(strategy, key))
    assert len(messages(changed_leaflet(f"{key}: {old}", f'{key}: "漢"'))) == 1


def test_a_clinics_escape_is_looked_at_as_the_character_it_is() -> None:
    clinic = clinic_saying('emergency_number: "999"', 'organisation: "\\u6f22"')
    assert [finding.span.line for finding in uncovered_in_clinic(clinic, uncovered)] == [4]


@pytest.mark.parametrize(
    ("character", "name"),
    [("漢", "Chinese"), ("か", "Japanese"), ("한", "Korean"), ("ก", "Thai"), ("😀", "signs and pictures")],
)
def test_a_script_has_the_name_that_people_call_it_by(character: str, name: str) -> None:
    assert script_name(character) == name
