"""The bytes of a content file: at most one more than asked for, and one clear message for what is no file."""

from __future__ import annotations

from pathlib import Path

import pytest

from handoutgen.content.yaml.file import read_content
from handoutgen.errors import UsageProblem


def test_a_file_is_read_up_to_one_byte_more_than_may_be_there(tmp_path: Path) -> None:
    file = tmp_path / "leaflet.yaml"
    file.write_bytes(b"id: a\n" * 10)
    assert read_content(file) == b"id: a\n" * 10
    assert read_content(file, 6) == b"id: a\ni"


def test_no_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(UsageProblem, match="no file"):
        read_content(tmp_path / "none.yaml")
    with pytest.raises(UsageProblem, match="is a folder"):
        read_content(tmp_path)
