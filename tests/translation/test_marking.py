"""A file begun as a translation, and its record changed: only the lines that must."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest

from handoutgen.content.load import draft_from
from handoutgen.content.record import UNTRANSLATED
from handoutgen.errors import ContentRefused, HandoutError
from handoutgen.translation.marking import started, with_record
from handoutgen.translation.parts import parts_of
from translation.translated import ENGLISH, polish

SOURCE = draft_from(ENGLISH.encode(), Path("handouts/cramps/en-GB.yaml"))
RECORD = {"translator": "The project", "of": "en-GB", "from_version": "1.0", "parts": {"title": "b" * 12}}


def changed_lines(before: str, after: str) -> tuple[list[str], list[str]]:
    """The lines that went, and those that came."""
    told = list(difflib.ndiff(before.splitlines(), after.splitlines()))
    return [line[2:] for line in told if line[0] == "-"], [line[2:] for line in told if line[0] == "+"]


def test_a_translation_begins_as_the_source_with_all_its_comments() -> None:
    gone, come = changed_lines(ENGLISH, started(ENGLISH.encode(), SOURCE, "pl", "Ward 5").decode())
    assert gone == ["language: en-GB"]
    assert come[:6] == [
        "language: pl", "  translation:", "    translator: Ward 5", "    of: en-GB", '    from_version: "1.0"',
        "    parts:",
    ]  # fmt: skip
    assert come[6:] == [f"      {key}: {UNTRANSLATED}" for key in parts_of(SOURCE)]


def test_approvals_and_waivers_of_the_source_are_not_the_translations() -> None:
    approvals = "  approvals:\n    - {role: Board, date: 2026-11-26}\n"
    waive = "waive:\n  - {code: HG219, reason: Known here, by: A nurse}\n"
    text = ENGLISH.replace("  status: draft\n", "  status: approved\n" + approvals).replace(
        "review:\n", waive + "review:\n"
    )
    made = started(text.encode(), SOURCE, "pl", "Ward 5").decode()
    assert "approvals" not in made
    assert "waive" not in made
    assert "  status: draft\n" in made


def test_a_record_is_changed_and_nothing_else() -> None:
    before = with_record(polish().encode(), {**RECORD, "parts": {"title": UNTRANSLATED, "about": UNTRANSLATED}})
    parts = {"title": "b" * 12, "about": UNTRANSLATED, "key_points": "c" * 12}
    gone, come = changed_lines(before.decode(), with_record(before, {**RECORD, "parts": parts}).decode())
    assert gone == [f"      title: {UNTRANSLATED}"]
    assert come == [f"      title: {'b' * 12}", f"      key_points: {'c' * 12}"]


def test_a_mark_that_is_no_longer_wanted_goes_with_its_line() -> None:
    before = with_record(polish().encode(), {**RECORD, "parts": {"title": "b" * 12, "about": "c" * 12}})
    gone, come = changed_lines(before.decode(), with_record(before, RECORD).decode())
    assert (gone, come) == ([f"      about: {'c' * 12}"], [])


def test_a_record_in_braces_becomes_a_block_and_its_neighbours_stay() -> None:
    text = polish().replace(
        "  translation:\n    translator: The project\n", "  translation: {translator: The project}\n"
    )
    gone, come = changed_lines(text, with_record(text.encode(), RECORD).decode())
    assert gone == ["  translation: {translator: The project}"]
    assert come[:4] == ["  translation:", "    translator: The project", "    of: en-GB", '    from_version: "1.0"']


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_line_ends_and_a_byte_order_mark_stay(end: str) -> None:
    data = b"\xef\xbb\xbf" + polish().replace("\n", end).encode()
    made = with_record(data, RECORD)
    assert made.startswith(b"\xef\xbb\xbf")
    assert made.count(b"\n") == made.count(end.encode())


def test_a_file_without_a_line_end_at_its_end_gets_one_before_the_record() -> None:
    made = with_record(ENGLISH.removesuffix("\n").encode(), RECORD).decode()
    assert "  reader_involvement: No readers have seen it.\n  translation:\n" in made


def test_a_record_in_a_review_in_braces_is_refused_and_so_is_what_is_no_yaml() -> None:
    text = ENGLISH[: ENGLISH.index("review:")] + 'review: {version: "1.0", owner: us}\n'
    with pytest.raises(HandoutError, match="cannot be changed here"):
        with_record(text.encode(), RECORD)
    with pytest.raises(ContentRefused):
        with_record(b"a: [", RECORD)
