"""Pairs of a translation and its source: found by what the record says, refused in words where one is not there."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from handoutgen.errors import HandoutError, UsageProblem
from handoutgen.library.sources import source_path, source_tag
from handoutgen.readings import Readings
from handoutgen.service.translating import accept_parts, find_pair, statuses_of
from translation.translated import RECORD, loaded_pair, polish, write_pair

NOW = datetime(2026, 12, 1, 12, 0, 0)


def test_the_source_is_the_language_that_the_record_names_or_else_english(tmp_path: Path) -> None:
    source, made = loaded_pair(tmp_path)
    assert (source_tag(made), source_path(made)) == ("en-GB", source.path)
    assert (source_tag(source), source_path(source)) == ("", None)
    _, of_welsh = loaded_pair(tmp_path, translation=polish() + "    of: cy\n")
    assert (source_tag(of_welsh), source_path(of_welsh)) == ("cy", None)
    _, none = loaded_pair(tmp_path, translation=polish().removesuffix(RECORD))
    assert source_tag(none) == ""


def test_a_source_that_is_not_there_is_told(tmp_path: Path) -> None:
    write_pair(tmp_path, translation=polish() + "    of: cy\n")
    with pytest.raises(HandoutError, match="made from cy, which is not there"):
        list(statuses_of("cramps", tmp_path, Readings()))
    with pytest.raises(UsageProblem, match='not there in "cy"'):
        find_pair("cramps", "pl", None, tmp_path, Readings())


def test_a_source_that_cannot_be_read_is_none_for_a_check(tmp_path: Path) -> None:
    source, made = loaded_pair(tmp_path)
    assert Readings().source_of(made) is not None
    source.path.write_text("a: [", encoding="utf-8")
    assert Readings().source_of(made) is None


def test_the_file_before_is_kept_whole(tmp_path: Path) -> None:
    write_pair(tmp_path)
    pair = find_pair("cramps", "pl", None, tmp_path, Readings())
    accepted = accept_parts(pair, ["title"], None, tmp_path, NOW)
    assert accepted.keys == ("title",)
    assert accepted.earlier is not None
    assert accepted.earlier.read_text(encoding="utf-8") == polish()
