"""What a translation was made from, kept as text: it proves itself, or it is not used."""

from __future__ import annotations

from pathlib import Path

from handoutgen.content.record import UNTRANSLATED
from handoutgen.translation.kept_source import kept_bytes, kept_parts, kept_path
from handoutgen.translation.parts import parts_of
from translation.translated import loaded_pair


def kept(project: Path) -> tuple[Path, dict[str, str]]:
    source, translation = loaded_pair(project)
    parts = parts_of(source)
    path = kept_path(translation.path, "pl")
    path.parent.mkdir()
    path.write_bytes(kept_bytes({key: part.lines for key, part in parts.items()}, "cramps", "pl", "en-GB"))
    return path, {key: part.digest for key, part in parts.items()}


def test_what_was_kept_is_read_again_word_for_word(tmp_path: Path) -> None:
    path, marks = kept(tmp_path)
    parts = parts_of(loaded_pair(tmp_path)[0])
    assert kept_parts(path, marks) == {key: part.lines for key, part in parts.items()}


def test_a_part_that_somebody_has_changed_is_not_used_and_the_others_are(tmp_path: Path) -> None:
    path, marks = kept(tmp_path)
    path.write_text(path.read_text(encoding="utf-8").replace("sharp pain", "pain"), encoding="utf-8", newline="\r\n")
    assert set(marks) - set(kept_parts(path, marks)) == {"strategies.stretch.stop_if"}


def test_what_is_not_translated_yet_is_what_it_was_when_begun(tmp_path: Path) -> None:
    path, marks = kept(tmp_path)
    assert set(kept_parts(path, dict.fromkeys(marks, UNTRANSLATED))) == set(marks)


def test_what_cannot_be_read_is_no_failure(tmp_path: Path) -> None:
    path, marks = kept(tmp_path)
    assert kept_parts(tmp_path / "none.txt", marks) == {}
    path.write_bytes(b"\xff\xff\n\n")
    assert kept_parts(path, marks) == {}
