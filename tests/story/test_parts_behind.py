"""What the record says of a translation whose source has changed since."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from handoutgen.content.words import languages_with_words, words_for
from handoutgen.story.behind import titles_behind
from handoutgen.story.record import review_record
from handoutgen.story.voice import voice_of, words_of
from translation.translated import loaded_pair

KEYS = (
    "title", "main_message", "key_points", "about", "strategies.stretch.how", "strategies.stretch.what",
    "sections.rest", "tools.checklist-2", "support", "review", "strategies.gone.what",
)  # fmt: skip


def record(project: Path, *keys: str, language: str = "pl") -> str:
    leaflet = loaded_pair(project)[1].leaflet
    voice = voice_of(words_for(language), language, None)
    told = review_record(replace(voice, behind=keys), leaflet)
    return "\n".join(words_of(said) for said in told.labelled)


def test_each_part_is_told_by_what_stands_over_it_and_once(tmp_path: Path) -> None:
    voice = voice_of(words_for("pl"), "pl", None)
    assert titles_behind(voice, loaded_pair(tmp_path)[1].leaflet, KEYS) == (
        "Skurcze nóg", voice.word("key_points"), "Czym jest skurcz", "Powolne rozciąganie", "Kiedy odpoczywasz",
        "Mój plan tygodnia", voice.word("support"), voice.word("review"),
    )  # fmt: skip


def test_the_record_names_the_parts_in_its_own_language_and_nothing_where_all_follow(tmp_path: Path) -> None:
    said = "Zmiany w oryginale od czasu tego tłumaczenia: Czym jest skurcz; Powolne rozciąganie."
    assert said in record(tmp_path, "about", "strategies.stretch.how")
    assert "Zmiany w oryginale" not in record(tmp_path)
    assert "Zmiany w oryginale" not in record(tmp_path, "strategies.gone.what")


@pytest.mark.parametrize("tag", languages_with_words())
def test_every_language_has_words_of_its_own_for_it(tag: str) -> None:
    said = words_for(tag).get("translation_behind")
    assert said
    assert (said == words_for("en").get("translation_behind")) == tag.startswith("en")
