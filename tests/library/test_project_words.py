"""A project's own words: found beside its leaflets, carried along by a batch, and part of what a leaflet depends on."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from handoutgen.batch.payload import leaflet_payload, unpack
from handoutgen.build import Order, build
from handoutgen.content.load import load_leaflet
from handoutgen.errors import ContentRefused
from handoutgen.library.words import list_words, words_folders, words_of
from handoutgen.workshop import Workshop
from leaflets.samples import CRAMPS, write_changed

TODAY = date(2026, 12, 1)


@pytest.fixture
def leaflet(tmp_path: Path) -> Path:
    path = write_changed(tmp_path / "handouts", CRAMPS.read_text(encoding="utf-8"))
    (tmp_path / "words").mkdir()
    return path


def write(leaflet: Path, name: str, text: str) -> None:
    (leaflet.parents[2] / "words" / name).write_text(text, encoding="utf-8")


def text_of(path: Path, workshop: Workshop) -> str:
    return build(Order(path, None, "text", "standard", TODAY), workshop).data.decode("utf-8")


def test_they_lie_beside_the_leaflets_or_beside_the_leaflet(leaflet: Path) -> None:
    project = leaflet.parents[2]
    assert words_folders(leaflet.parent) == (project / "words", leaflet.parent / "words")
    assert words_folders(project / "somewhere") == (project / "somewhere" / "words",)


def test_they_are_listed(leaflet: Path) -> None:
    project = leaflet.parents[2]
    assert list_words(project) == ()
    write(leaflet, "pl.yaml", "tip: Rada\n")
    write(leaflet, "notes.txt", "no words")
    assert list_words(project) == (project / "words" / "pl.yaml",)


def test_a_leaflet_is_built_with_them_and_again_when_they_change(leaflet: Path) -> None:
    workshop = Workshop()
    assert "About this leaflet" in text_of(leaflet, workshop)
    write(leaflet, "en.yaml", "review: Who wrote this\n")
    assert "Who wrote this" in text_of(leaflet, workshop)
    first = build(Order(leaflet, None, "a4", "standard", TODAY), workshop).data
    write(leaflet, "en.yaml", "review: Who made this\n")
    assert "Who made this" in text_of(leaflet, workshop)
    assert build(Order(leaflet, None, "a4", "standard", TODAY), workshop).data != first
    assert words_of(load_leaflet(leaflet), "en-US").get("review") == "Who made this"


def test_what_is_wrong_in_them_stops_the_build(leaflet: Path) -> None:
    write(leaflet, "en-GB.yaml", 'help_on_page: "{titel}"\n')
    with pytest.raises(ContentRefused) as refused:
        text_of(leaflet, Workshop())
    [error] = [finding for finding in refused.value.diagnostics if finding.is_error]
    assert (error.code, Path(error.span.file).name, error.span.line) == ("HG046", "en-GB.yaml", 1)


def test_a_batch_carries_them_along(leaflet: Path, tmp_path: Path) -> None:
    before = leaflet_payload(leaflet).digest
    write(leaflet, "en.yaml", "review: Who wrote this\n")
    payload = leaflet_payload(leaflet)
    assert payload.digest != before
    assert "Who wrote this" in text_of(unpack(payload, tmp_path / "worker"), Workshop())
