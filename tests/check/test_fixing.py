"""A leaflet's file put right by its rules: what changes in its bytes, and what never does."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest

from check.checked_texts import FIXTURE
from handoutgen.check import fixing
from handoutgen.check.fixing import Fixed, fixed, next_version
from handoutgen.content.load import draft_from
from handoutgen.errors import ContentRefused, HandoutError

PLAIN = "It hurts when you bend it."
FOLDED = "The joint can be\n    strained. It then swells."


def written(old: str, new: str) -> bytes:
    """The test leaflet with one text in the place of another."""
    text = FIXTURE.read_bytes().decode().replace("\r\n", "\n")
    assert old in text
    return text.replace(old, new, 1).encode()


def put_right(old: str, new: str) -> tuple[Fixed, list[str]]:
    """The lines that the fix of such a file puts in the place of others, without the version's."""
    data = written(old, new)
    made = fixed(data, FIXTURE)
    changed = difflib.ndiff(data.decode().splitlines(), made.data.decode().splitlines())
    return made, [line[2:].strip() for line in changed if line.startswith("+ ") and "version" not in line]


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        (PLAIN, "It can't bend & it hurts 3-5 days. # why", ["text: It cannot bend and it hurts 3 to 5 days. # why"]),
        (PLAIN, "'It can''t bend: take .5 mg.'", ["text: 'It cannot bend: take 0.5 mg.'"]),
        (PLAIN, '"It can\\u2019t bend \\\n    & hurts."', ['text: "It cannot bend \\', 'and hurts."']),
        (FOLDED, "It can't\n    bend 5.0\n    mg & so on.", ["It cannot", "bend 5", "mg and so on."]),
        (PLAIN, "|\n    It can't bend.\n\n    - Rest & wait 3–5 h.", ["It cannot bend.", "- Rest and wait 3 to 5 h."]),
    ],
    ids=["plain", "single quotes", "double quotes", "folded", "literal"],
)  # fmt: skip
def test_a_text_is_changed_as_it_is_written(old: str, new: str, lines: list[str]) -> None:
    assert put_right(old, new)[1] == lines


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_all_other_bytes_stay(end: str) -> None:
    data = b"\xef\xbb\xbf" + written(PLAIN, "Rest & wait.  # a comment, don't touch 3-5").replace(b"\n", end.encode())
    made = fixed(data, FIXTURE)
    assert made.data == data.replace(b"Rest & wait.", b"Rest and wait.").replace(b'version: "1.0"', b'version: "1.1"')


def test_a_second_time_nothing_is_left_to_do() -> None:
    made = fixed(written(PLAIN, "It can't bend & take 5.0-10.0 mg, .5 mg, 3-5 days."), FIXTURE)
    assert (made.version, made.new_version) == ("1.0", "1.1")
    again = fixed(made.data, FIXTURE)
    assert (again.data, again.changes, again.new_version) == (made.data, (), "1.1")


def test_a_leaflet_without_such_places_is_the_file_it_was() -> None:
    data = FIXTURE.read_bytes()
    assert fixed(data, FIXTURE) == Fixed(data, (), "1.0", "1.0")


@pytest.mark.parametrize(
    "text",
    [
        "She said “I can't & won't”.",
        "'She said \"I can''t\" then.'",
        "Look at www.example.org/3-5 or https://example.org/a-1-2.",
        "Ring 0117 496-0123 or +44 20-30 40 50 60.",
        "See [the page](https://www.example.org/don't/3-5).",
    ],
)
def test_quotations_addresses_and_numbers_are_never_touched(text: str) -> None:
    assert put_right(PLAIN, text)[1] == []


def test_sources_ids_and_other_keys_that_are_no_sentences_are_never_touched() -> None:
    text = FIXTURE.read_bytes().decode()
    first = text.index("sources:\n  - id")
    place = text.index("title: ", first) + len("title: ")
    data = (text[:place] + "Rest & don't move 3-5 days " + text[place:]).encode()
    assert fixed(data, FIXTURE).changes == ()


def test_a_title_that_other_texts_name_keeps_its_words() -> None:
    data = written("title: Why it hurts", "title: Why it can't bend").replace(
        PLAIN.encode(), "See “Why it can't bend”.".encode()
    )
    assert fixed(data, FIXTURE).changes == ()


def test_what_is_waived_and_what_the_house_keeps_is_left() -> None:
    text = "It can't bend & wait."
    waived = written(PLAIN, text) + b"waive:\n  - code: HG205\n    reason: Readers chose it.\n    by: Editor\n"
    for made in (fixed(waived, FIXTURE), fixed(written(PLAIN, text), FIXTURE, leave=["HG205"])):
        assert [change.code for change in made.changes] == ["HG211"]
        assert b"It can't bend and wait." in made.data


def test_a_rule_of_another_language_changes_nothing() -> None:
    data = written(PLAIN, "Ruhe & 3-5 Tage.").replace(b"language: en-GB", b"language: de")
    assert fixed(data, Path("de.yaml")).changes == ()


def test_what_was_marked_approved_is_a_draft_for_nobody_has_read_the_new_words() -> None:
    approval = b"status: approved\n  approvals:\n    - role: Nurse\n      date: 2026-05-06"
    data = written(PLAIN, "Rest & wait.").replace(b"status: draft", approval)
    made = fixed(data, FIXTURE)
    assert b"status: draft" in made.data
    assert draft_from(made.data, FIXTURE).leaflet.review.version == "1.1"


def test_a_file_that_does_not_load_is_refused() -> None:
    for data in (written("title:", "titel:"), written(PLAIN, "It can't & \u202ewait."), b"\xff"):
        with pytest.raises(ContentRefused):
            fixed(data, FIXTURE)


def test_a_file_that_would_say_something_else_is_not_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fixing, "stretch_in_scalar", lambda *_: (0, 1))
    with pytest.raises(HandoutError, match="cannot be changed here"):
        fixed(written(PLAIN, "Rest & wait."), FIXTURE)


@pytest.mark.parametrize(("version", "after"), [("1", "2"), ("1.0", "1.1"), ("1.9", "1.10"), ("2.0.3", "2.0.4")])
def test_the_last_number_of_a_version_rises(version: str, after: str) -> None:
    assert next_version(version) == after
