"""One code, one meaning: every code in the source stands once in the registry, and only its own rooms report it."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from handoutgen.codes import FOR_WHO_PRINTS, MEANINGS, SUBJECTS, Subject

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "handoutgen"
READING = ("scoring",)
"""Rooms that report no finding and look at what others have found."""


def codes_in(source: str) -> set[str]:
    """The codes that stand in a module as strings of their own; prose about them does not count."""
    strings = {node.value for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Constant)}
    return {text for text in strings if isinstance(text, str) and re.fullmatch(r"HG\d{3}", text)}


def codes_by_room() -> dict[str, set[str]]:
    """Room → the codes its files name."""
    found: dict[str, set[str]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        room = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        found.setdefault(room, set()).update(codes_in(path.read_text(encoding="utf-8")))
    del found["codes"]
    return {room: codes for room, codes in found.items() if room not in READING}


def problems(used: Mapping[str, set[str]], subjects: Iterable[Subject]) -> list[str]:
    """Codes without an entry, entries without a use, codes in a room that is not theirs, codes given away twice."""
    subjects = tuple(subjects)
    entries = Counter(code for subject in subjects for code in subject.meanings)
    rooms = {code: subject.rooms for subject in subjects for code in subject.meanings}
    found = [f"{code} has {count} meanings" for code, count in entries.items() if count > 1]
    for room, codes in used.items():
        found += [f"{code} in {room} is not in the registry" for code in sorted(codes - set(rooms))]
        strangers = (code for code in sorted(codes & set(rooms)) if room not in rooms[code])
        found += [f"{code} in {room} belongs to {rooms[code]}" for code in strangers]
    everywhere = set().union(*used.values())
    return found + [f"{code} is reported nowhere" for code in sorted(set(rooms) - everywhere)]


def test_every_code_has_one_meaning_and_is_reported_by_its_own_rooms() -> None:
    assert problems(codes_by_room(), SUBJECTS) == []


@pytest.mark.parametrize("room", READING)
def test_who_looks_at_findings_looks_at_codes_there_are(room: str) -> None:
    named = set().union(*(codes_in(path.read_text(encoding="utf-8")) for path in (PACKAGE / room).rglob("*.py")))
    assert named
    assert named <= set(MEANINGS)


GOOD = Subject("good", ("check",), {"HG001": "One thing."})


def test_a_code_with_one_entry_in_its_own_room_is_no_muddle() -> None:
    assert problems({"check": {"HG001"}, "pictures": set()}, [GOOD]) == []


@pytest.mark.parametrize(
    ("used", "subjects", "told"),
    [
        ({"check": {"HG001", "HG002"}}, [GOOD], "HG002 in check is not in the registry"),
        ({"check": set()}, [GOOD], "HG001 is reported nowhere"),
        ({"check": {"HG001"}, "pictures": {"HG001"}}, [GOOD], "HG001 in pictures belongs to ('check',)"),
        ({"check": {"HG001"}}, [GOOD, Subject("other", ("check",), {"HG001": "Another."})], "HG001 has 2 meanings"),
    ],
)
def test_each_kind_of_muddle_is_told(used: dict[str, set[str]], subjects: list[Subject], told: str) -> None:
    assert problems(used, subjects) == [told]


def test_a_code_written_twice_in_one_subject_is_seen() -> None:
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in sorted((PACKAGE / "codes").glob("*.py"))]
    keys = [key for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Dict) for key in node.keys]
    written = Counter(key.value for key in keys if isinstance(key, ast.Constant))
    assert {code for code, count in written.items() if count > 1} == set()
    assert set(written) == set(MEANINGS)


def test_each_code_stands_once_in_the_docs() -> None:
    page = (ROOT / "docs/checks.md").read_text(encoding="utf-8")
    assert {code: page.count(f"| {code} |") for code in MEANINGS} == dict.fromkeys(MEANINGS, 1)


def test_what_is_told_to_who_prints_are_codes_that_there_are() -> None:
    assert set(MEANINGS) >= FOR_WHO_PRINTS
