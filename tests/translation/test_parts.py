"""The parts of a leaflet: named by keys and ids, each with a digest that a changed word changes and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from handoutgen.approval.content_text import ContentLine
from handoutgen.content.load import draft_from
from handoutgen.content.record import Translation
from handoutgen.translation.parts import digest_of, is_safety, parts_of
from translation.translated import ENGLISH

HERE = Path("handouts/cramps/en-GB.yaml")


def digests(text: str) -> dict[str, str]:
    return {key: part.digest for key, part in parts_of(draft_from(text.encode(), HERE)).items()}


def changed(old: str, new: str) -> set[str]:
    """The parts whose digests are others when some words are."""
    assert old in ENGLISH
    before, after = digests(ENGLISH), digests(ENGLISH.replace(old, new))
    return {key for key in {*before, *after} if before.get(key) != after.get(key)}


def test_parts_are_called_what_a_person_would_call_them() -> None:
    assert list(digests(ENGLISH)) == [
        "title", "main_message", "key_points", "about.caution", "about", "strategies.stretch.title",
        "strategies.stretch.what", "strategies.stretch.how", "strategies.stretch.stop_if", "help.emergency.signs",
        "help.urgent.signs", "help.urgent.action", "help.routine.signs", "tools.checklist", "tools.checklist-2",
        "support", "sections.rest", "review",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "part"),
    [
        ("Cramps are common.", "Cramps are rare.", "main_message"),
        ("Hold for 20", "Hold for 25", "strategies.stretch.how"),
        ("you feel dizzy today", "you feel dizzy", "strategies.stretch.stop_if"),
        ("more than 24 hours", "more than 48 hours", "about.caution"),
        ("a leg that swells", "a leg that hurts", "help.urgent.signs"),
        ("I went for a walk.", "I went out.", "tools.checklist-2"),
        ("Lie down for", "Sit down for", "sections.rest"),
        ("Nobody paid", "The trust paid", "review"),
        ("    - It may last", "    - **It** may last", "about"),
    ],
)
def test_a_changed_sentence_changes_exactly_its_part(old: str, new: str, part: str) -> None:
    assert changed(old, new) == {part}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Cramps are common. Stretch each day.", ">-\n  Cramps are common.\n  Stretch each day."),
        ("# by hand", "# by another hand"),
        ('version: "1.0"', 'version: "1.1"'),
        ("0808 800 8000", "0808 800 8001"),
        ("title: Leg cramps\n    publisher", "title: Cramps of the leg\n    publisher"),
        ("      title: Stretching slowly\n", "      title: Stretching slowly\n      icon: leg\n"),
    ],
)  # fmt: skip
def test_what_no_translator_writes_changes_no_part(old: str, new: str) -> None:
    assert changed(old, new) == set()


def test_a_strategy_put_in_before_another_moves_nothing() -> None:
    other = "    - id: rest\n      title: Resting well\n      what: Rest a while.\n      how: [{steps: [Rest.]}]\n"
    assert {key.split(".")[1] for key in changed("    - id: stretch", other + "    - id: stretch")} == {"rest"}


def test_steps_that_change_places_are_another_text() -> None:
    old = "            - Hold for 20 to 30 seconds.\n            - Do this 3 times, then change legs.\n"
    lines = old.splitlines(keepends=True)
    assert changed(old, lines[1] + lines[0]) == {"strategies.stretch.how"}


def test_a_digest_is_what_the_record_takes_and_yaml_reads_as_a_text() -> None:
    digest = digest_of([ContentLine("title", "Cramps")])
    assert Translation(translator="A", parts={"title": digest}).parts["title"] == digest
    assert digest.isalpha()


def test_what_keeps_a_reader_safe_is_known_by_its_name() -> None:
    safe = [key for key in digests(ENGLISH) if is_safety(key)]
    assert safe == [
        "about.caution", "strategies.stretch.stop_if", "help.emergency.signs", "help.urgent.signs",
        "help.urgent.action", "help.routine.signs",
    ]  # fmt: skip


def test_a_part_knows_where_it_stands() -> None:
    parts = parts_of(draft_from(ENGLISH.encode(), HERE))
    assert parts["strategies.stretch.stop_if"].path == ("management", "strategies", 0, "stop_if")
    assert parts["main_message"].path == ("main_message",)
    assert parts["strategies.stretch.how"].texts[2].name == "strategies.stretch.how.1.steps.2"
    assert parts["strategies.stretch.how"].texts[2].place == "strategies > stretch > how 1 > steps 2"
