"""A file tells what it is even where the rest of it is broken, and nothing of it leads out of its folder."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from handoutgen.library.peek import ClinicEntry, LeafletEntry, peek_clinic, peek_due, peek_leaflet, peek_logo

LEAFLET = """\
id: sore-knee
title: Looking after a knee
language: cy
review:
  version: 1.10
  status: approved
  owner: Riverside
  next_review: 2028-05-06
"""


def leaflet(tmp_path: Path, text: str | bytes) -> LeafletEntry:
    path = tmp_path / "knee" / "en-GB.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return peek_leaflet(path)


def clinic(tmp_path: Path, text: str | bytes) -> ClinicEntry:
    path = tmp_path / "hill.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return peek_clinic(path)


def test_a_leaflet_is_what_its_file_says(tmp_path: Path) -> None:
    assert leaflet(tmp_path, LEAFLET) == LeafletEntry(
        id="sore-knee", language="cy", path=tmp_path / "knee/en-GB.yaml", origin="project",
        title="Looking after a knee", version="1.10", status="approved", owner="Riverside",
        next_review=date(2028, 5, 6),
    )  # fmt: skip


def test_what_a_leaflet_does_not_say_comes_from_its_place(tmp_path: Path) -> None:
    assert leaflet(tmp_path, "title: Knee\n") == LeafletEntry(
        "knee", "en-GB", tmp_path / "knee/en-GB.yaml", title="Knee", status="draft"
    )


@pytest.mark.parametrize(
    "text",
    [b"\xff\xfe: [", b"", b"title: [", b"- a list\n- and no keys", b"just words", b"x" * 1_000_001],
    ids=["not text", "empty", "cut off", "a list", "no keys", "too large"],
)
def test_a_file_that_cannot_be_read_still_has_an_entry(tmp_path: Path, text: bytes) -> None:
    assert leaflet(tmp_path, text) == LeafletEntry("knee", "en-GB", tmp_path / "knee/en-GB.yaml", is_readable=False)
    assert clinic(tmp_path, text) == ClinicEntry("hill", tmp_path / "hill.yaml", is_readable=False)


def test_a_file_that_is_not_there_has_an_entry_too(tmp_path: Path) -> None:
    assert peek_leaflet(tmp_path / "knee/cy.yaml") == LeafletEntry(
        "knee", "cy", tmp_path / "knee/cy.yaml", is_readable=False
    )
    assert peek_clinic(tmp_path / "lake.yaml") == ClinicEntry("lake", tmp_path / "lake.yaml", is_readable=False)


@pytest.mark.parametrize(
    "broken", ["nmae: x\n", "id: twice\n", "&a b: c\n", "review: not a mapping\n", "key_points: [1, {}]\n"]
)
def test_an_error_elsewhere_does_not_hide_what_a_leaflet_says(tmp_path: Path, broken: str) -> None:
    entry = leaflet(tmp_path, LEAFLET + broken)
    assert (entry.id, entry.title, entry.version) == ("sore-knee", "Looking after a knee", "1.10")
    assert entry.next_review == date(2028, 5, 6)


@pytest.mark.parametrize(
    ("written", "ident"),
    [
        ("back-pain", "back-pain"),
        ("../../etc/passwd", "etc-passwd"),
        ("..", "leaflet"),
        ("-.-", "leaflet"),
        ("C:\\\\temp", "C-temp"),
        ("a b/c", "a-b-c"),
        ("rücken", "r-cken"),
        ("v1.2", "v1.2"),
        ("x" * 80, "x" * 60),
        ("x" * 59 + "-y", "x" * 59),
        ("nul\\u0000l", "nul-l"),
    ],
)
def test_id_and_language_are_cut_to_what_a_file_name_may_hold(tmp_path: Path, written: str, ident: str) -> None:
    entry = leaflet(tmp_path, f'id: "{written}"\nlanguage: "{written}"\n')
    assert (entry.id, entry.language) == (ident, ident)


def test_a_clinic_is_its_files_name_and_what_its_file_says(tmp_path: Path) -> None:
    text = "id: other\nname: Hill Clinic\npaper: letter\nlanguages: [en-US, es-US]\ntags: [us, pool]\n"
    assert clinic(tmp_path, text) == ClinicEntry(
        "hill", tmp_path / "hill.yaml", "Hill Clinic", "letter", ("en-US", "es-US"), ("us", "pool")
    )


def test_a_list_may_be_written_as_one_word_and_empty_entries_are_passed_over(tmp_path: Path) -> None:
    assert clinic(tmp_path, "tags: pool\nlanguages: ['', ' cy ', {a: b}]\n").tags == ("pool",)
    assert clinic(tmp_path, "tags: pool\nlanguages: ['', ' cy ', {a: b}]\n").languages == ("cy",)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        (LEAFLET, date(2028, 5, 6)),
        ('review: {next_review: " 2028-02-29 "}', date(2028, 2, 29)),
        ("review:\n  next_review: 2027-02-29\n", None),
        ("review:\n  next_review: 06/05/2028\n", None),
        ("review:\n  next_review: soon\n", None),
        ("review:\n  next_review:\n", None),
        ("review: 2028-05-06\n", None),
        ("next_review: 2028-05-06\n", None),
        ("review: [", None),
        ("", None),
    ],
)
def test_the_due_date_is_a_day_that_there_is_or_none(text: str, due: date | None) -> None:
    assert peek_due(text.encode()) == due


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("logo:\n  file: hill.svg\n  alt: Hill\n", "hill.svg"),
        ("logo: {file: ' hill.png '}", "hill.png"),
        ("name: Hill\n", None),
        ("name: Hill\n# logo: none yet\n", None),
        ("name: A logo shop\n", None),
        ("logo: hill.svg\n", None),
        ("logo:\n  alt: Hill\n", None),
        ("logo: {file: [", None),
    ],
)
def test_the_logo_is_the_file_that_is_named_under_it(text: str, name: str | None) -> None:
    assert peek_logo(text.encode()) == name
