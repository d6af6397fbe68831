"""A leaflet in each language whose letters our samples have: built, and each fixed word in it of that language."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from handoutgen.build import Order, build
from handoutgen.content.words import languages_with_words, words_for
from handoutgen.errors import ContentRefused
from handoutgen.language import language_of
from handoutgen.workshop import Workshop
from leaflets.samples import ARABIC, CRAMPS, write_changed

TODAY = date(2026, 12, 1)
SAMPLES = {"Latn": (CRAMPS, "en-GB"), "Arab": (ARABIC, "ar")}
TAGS = [tag for tag in languages_with_words() if language_of(tag).written_in in SAMPLES and tag != "en-US"]


@pytest.fixture(scope="module")
def workshop() -> Workshop:
    return Workshop()


def sample(folder: Path, tag: str, script: str) -> Path:
    path, own = SAMPLES[script]
    text = path.read_text(encoding="utf-8").replace(f"language: {own}", f"language: {tag}")
    return write_changed(folder, text, path)


@pytest.mark.parametrize("tag", TAGS)
def test_a_leaflet_is_built_with_the_words_of_its_language(tag: str, tmp_path: Path, workshop: Workshop) -> None:
    leaflet, words, english = sample(tmp_path, tag, language_of(tag).written_in), words_for(tag), words_for("en-GB")
    printed = build(Order(leaflet, None, "a4", "standard", TODAY), workshop)
    assert printed.pages > 1  # verified: tags, glyphs and words
    text = " ".join(build(Order(leaflet, None, "text", "standard", TODAY), workshop).data.decode("utf-8").split())
    for key in ("stop_if", "ask_first", "emergency_no_number", "draft", "disclaimer"):
        assert " ".join(words.get(key).split()) in text, key
        assert tag == "en" or english.get(key) not in text, key


@pytest.mark.parametrize("tag", ["ga", "sw", "pa-Arab", "ku-Arab", "sd"])
def test_a_leaflet_in_a_language_without_words_is_not_built(tag: str, tmp_path: Path, workshop: Workshop) -> None:
    leaflet = sample(tmp_path, tag, language_of(tag).written_in)
    for form in ("a4", "text"):
        with pytest.raises(ContentRefused) as refused:
            build(Order(leaflet, None, form, "standard", TODAY), workshop)
        assert [finding.code for finding in refused.value.diagnostics if finding.is_error] == ["HG313"]
