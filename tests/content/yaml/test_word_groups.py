"""The quick reader of long lists says what the careful one says, and leaves to it what it does not know."""

from __future__ import annotations

from pathlib import Path

import pytest

from handoutgen.check.rules import words
from handoutgen.content.yaml import installed
from handoutgen.content.yaml.installed import read_installed, read_word_groups
from handoutgen.errors import InternalError

LISTS = sorted(Path(words.__file__).with_name("lists").glob("*.yaml"))


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_both_readers_say_the_same_and_the_careful_one_is_not_asked(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = read_installed(path)
    monkeypatch.setattr(installed, "read_installed", lambda _: pytest.fail("read twice"))
    read = read_word_groups(path)
    assert read == told
    assert [list(group) for group in read.values()] == [list(group) for group in told.values()]


@pytest.mark.parametrize("line", ["ask: 'it''s'", 'ask: "a \\u0041"', "ask: tell  # why", "ask: >-", "a: b: c", "- a"])
def test_what_is_more_than_words_is_left_to_the_careful_reader(
    line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "list.yaml"
    path.write_text(f"words:\n  {line}\n", encoding="utf-8")
    monkeypatch.setattr(installed, "read_installed", lambda _: {"asked": {}})
    assert read_word_groups(path) == {"asked": {}}


def test_a_list_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(InternalError):
        read_word_groups(tmp_path / "none.yaml")
