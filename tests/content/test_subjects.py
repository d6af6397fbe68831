"""Subjects are a short list: known to the schema, named in each language; a slip is told with what was meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from handoutgen.content.authoring.schema import leaflet_schema
from handoutgen.content.authoring.starter import starter_leaflet
from handoutgen.content.load import draft_from, load_leaflet
from handoutgen.content.subjects import MOST_SUBJECTS, leaflet_subjects
from handoutgen.content.yaml.installed import read_installed
from handoutgen.design.iconset import icon_names
from handoutgen.diagnostics import Diagnostic
from handoutgen.errors import ContentRefused, InternalError

ROOT = Path(__file__).parents[2]
SHIPPED = sorted((ROOT / "handouts").glob("*/en-GB.yaml"))
LANGUAGES = ("en", "cy", "ar")
"""In which people say what they mean."""
NAMED_IN = (*LANGUAGES, "es", "pl", "ur", "zh-Hans")


def with_subjects(line: str) -> bytes:
    return starter_leaflet("my-leaflet", "en-GB").replace("# subjects: [daily-life]", line).encode()


def refused(line: str) -> list[Diagnostic]:
    with pytest.raises(ContentRefused) as refusal:
        draft_from(with_subjects(line), Path("my-leaflet/en-GB.yaml"))
    return list(refusal.value.diagnostics)


def test_there_are_ten_subjects_each_named_and_worded_in_every_language_with_an_icon_that_there_is() -> None:
    assert len(leaflet_subjects()) == 10
    for ident, subject in leaflet_subjects().items():
        assert subject.id == ident
        assert subject.icon in icon_names()
        assert (tuple(subject.names), tuple(subject.words)) == (NAMED_IN, LANGUAGES)
        assert all(subject.names.values()), ident
        assert all(word for words in subject.words.values() for word in words), ident


def test_a_name_is_in_the_language_asked_for_or_else_in_english() -> None:
    tests = leaflet_subjects()["tests"]
    assert tests.name("en-US") == tests.name("fr") == tests.name("zh-Hant") == "Tests and operations"
    assert tests.name("cy") == "Profion a llawdriniaethau"
    assert tests.name("zh") == tests.name("zh-CN") == tests.name("zh-Hans") == "检查与手术"


def test_the_starters_commented_line_works_when_it_is_taken_in() -> None:
    loaded = draft_from(with_subjects("subjects: [daily-life]"), Path("my-leaflet/en-GB.yaml"))
    assert loaded.leaflet.subjects == ("daily-life",)


def test_a_subject_that_is_none_is_told_with_the_one_that_was_meant() -> None:
    [finding] = refused("subjects: [movment]")
    assert (finding.code, finding.label) == ("HG030", 'did you mean "movement"?')
    assert finding.message == '"movment" is not one of the allowed words'
    assert "bladder-bowel" in finding.hint


def test_more_subjects_than_a_list_is_good_for_are_refused() -> None:
    names = ", ".join(list(leaflet_subjects())[: MOST_SUBJECTS + 1])
    assert [finding.code for finding in refused(f"subjects: [{names}]")] == ["HG029"]


def test_editors_know_the_subjects() -> None:
    assert leaflet_schema()["properties"]["subjects"]["items"]["enum"] == list(leaflet_subjects())


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.parent.name)
def test_each_leaflet_that_ships_with_us_stands_under_a_subject(path: Path) -> None:
    assert load_leaflet(path).leaflet.subjects


def test_a_file_of_the_installation_that_cannot_be_read_is_our_bug(tmp_path: Path) -> None:
    (tmp_path / "torn.yaml").write_text("a: [", encoding="utf-8")
    for name in ("torn.yaml", "missing.yaml"):
        with pytest.raises(InternalError, match=name):
            read_installed(tmp_path / name)


def test_values_are_texts_as_they_are_written(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("a: {b: [no, 0117]}\nc: 1.0\n", encoding="utf-8")
    assert read_installed(tmp_path / "a.yaml") == {"a": {"b": ["no", "0117"]}, "c": "1.0"}
