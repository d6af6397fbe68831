"""Kept copies: readable, found by their record, and believed only as long as nobody has changed them."""

from __future__ import annotations

import hashlib
import os
import re
import time
from datetime import date
from pathlib import Path

import pytest

from approval.approved_texts import changed, text_of
from handoutgen.approval.content_text import ContentLine, ContentText
from handoutgen.approval.kept_copies import (
    APPROVED,
    MOST_BYTES,
    PICTURES,
    KeptState,
    copy_bytes,
    copy_name,
    folder_of_copies,
    kept_picture,
    picture_name,
    read_copy,
)
from handoutgen.content.clinic import LeafletApproval


@pytest.fixture
def text(tmp_path: Path) -> ContentText:
    return text_of(changed(tmp_path))


def approval(text: ContentText, **more: str) -> LeafletApproval:
    record = {"leaflet": "cramps", "version": "1.0", "language": "en-GB", "content": text.digest, **more}
    return LeafletApproval.model_validate({**record, "role": "Nurse", "date": "2026-11-26"})


def kept(folder: Path, text: ContentText) -> Path:
    path = folder / copy_name("cramps", "en-GB", "1.0", text.digest)
    path.write_bytes(copy_bytes(text, "cramps", "en-GB", "1.0"))
    return path


def test_a_copy_is_found_by_its_record_and_says_what_was_approved(tmp_path: Path, text: ContentText) -> None:
    path = kept(tmp_path, text)
    found = read_copy(tmp_path, approval(text))
    assert (found.state, found.lines, found.path) == (KeptState.SOUND, text.lines, path)


def test_a_person_can_read_it_and_any_tool_can_prove_it(tmp_path: Path, text: ContentText) -> None:
    head, _, body = kept(tmp_path, text).read_text(encoding="utf-8").partition("\n\n")
    assert "Version 1.0 of cramps in en-GB" in head
    assert "management > strategies > first-strategy > how 1 > steps 1: Do this first here.\n" in body
    assert hashlib.sha256(body.encode()).hexdigest() == text.digest


def test_it_lies_beside_the_clinics_where_none_is_looked_for() -> None:
    from handoutgen.library.files import clinic_files

    assert folder_of_copies(Path("clinics/hill.yaml")) == Path("clinics") / APPROVED
    assert clinic_files(Path("nowhere")) == {}


@pytest.mark.parametrize(
    "edit",
    [
        lambda data: data.replace(b"Do this first", b"Do that first"),
        lambda data: data[:-1],
        lambda data: data + b"more: words\n",
        lambda data: data.replace(b"\n\n", b"\n"),
        lambda data: b"",
        lambda data: os.urandom(5_000),
        lambda data: data.partition(b"\n\n")[0] + b"\n\n",
        lambda data: data.replace(b"\n\n", b"\n\nhelp > emergency > signs 9: planted\n"),
    ],
    ids=["a word", "the end", "a line more", "no head", "empty", "noise", "head alone", "planted"],
)
def test_a_copy_that_was_changed_by_hand_is_never_believed(tmp_path: Path, text: ContentText, edit: object) -> None:
    path = kept(tmp_path, text)
    assert callable(edit)
    path.write_bytes(edit(path.read_bytes()))
    found = read_copy(tmp_path, approval(text))
    assert (found.state, found.lines) == (KeptState.CHANGED, ())


@pytest.mark.parametrize(
    "edit",
    [
        lambda data: data.replace(b"\n", b"\r\n"),
        lambda data: b"\xef\xbb\xbf" + data,
        lambda data: data.replace(b"as a clinic approved it", b"read by the board"),
    ],
    ids=["line ends", "a mark of order", "words in the head"],
)
def test_what_editors_and_version_control_change_is_no_change(tmp_path: Path, text: ContentText, edit: object) -> None:
    path = kept(tmp_path, text)
    assert callable(edit)
    path.write_bytes(edit(path.read_bytes()))
    assert read_copy(tmp_path, approval(text)).state is KeptState.SOUND


def test_a_copy_that_is_gone_huge_or_no_file_is_told_as_that(tmp_path: Path, text: ContentText) -> None:
    assert read_copy(tmp_path, approval(text)).state is KeptState.MISSING
    path = kept(tmp_path, text)
    with path.open("ab") as file:
        file.truncate(20 * MOST_BYTES)
    before = time.perf_counter()
    assert read_copy(tmp_path, approval(text)).state is KeptState.TOO_LARGE
    assert time.perf_counter() - before < 2
    path.unlink()
    path.mkdir()
    assert read_copy(tmp_path, approval(text)).state is KeptState.UNREADABLE


def test_a_copy_of_another_text_under_this_name_is_not_believed(tmp_path: Path, text: ContentText) -> None:
    other = ContentText((ContentLine("title", "Falls"),))
    kept(tmp_path, text).write_bytes(copy_bytes(other, "cramps", "en-GB", "1.0"))
    assert read_copy(tmp_path, approval(text)).state is KeptState.CHANGED


@pytest.mark.parametrize(
    ("leaflet", "language", "version"),
    [("con", "en-GB", "1.0"), ("nul", "cy", "1"), ("a" * 60, "zh-Hant-TW", "9" * 400), ("com1", "ar", "0.0.1")],
)
def test_every_system_takes_the_names(leaflet: str, language: str, version: str) -> None:
    name = copy_name(leaflet, language, version, "f" * 64)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*_[A-Za-z0-9-]+_[0-9.]+_[0-9a-f]{16}\.txt", name)
    assert len(name) < 130
    assert name.partition(".")[0].lower() not in {"con", "nul", "com1", "aux", "prn"}


def test_a_kept_picture_is_believed_as_long_as_it_is_that_picture(tmp_path: Path) -> None:
    svg = b"<svg>\n</svg>\n"
    digest = hashlib.sha256(svg).hexdigest()
    place = tmp_path / PICTURES / picture_name(digest, Path("Calf.SVG"))
    place.parent.mkdir()
    assert kept_picture(tmp_path, digest) is None
    place.write_bytes(svg.replace(b"\n", b"\r\n"))
    assert kept_picture(tmp_path, digest) == place
    place.write_bytes(b"<svg><script/></svg>")
    assert kept_picture(tmp_path, digest) is None


def test_days_and_roles_are_in_the_record_and_not_in_the_copy(tmp_path: Path, text: ContentText) -> None:
    assert str(date.today().year) not in kept(tmp_path, text).read_text(encoding="utf-8")
