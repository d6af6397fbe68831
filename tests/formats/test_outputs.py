"""All that a leaflet can become: the printed forms and, for those who cannot use paper, text, e-mail and a web page."""

from __future__ import annotations

from typing import Any

import pytest

from handoutgen.errors import UsageProblem
from handoutgen.formats.outputs import ALTERNATIVES, GROUPS, OUTPUTS, Alternative, parse_format, parse_printed
from handoutgen.formats.paper import FORMATS

ALL = (
    "a4, letter, a5-booklet, half-letter-booklet, a4-trifold, letter-trifold, a4-fold, letter-fold, a4-summary, "
    "letter-summary, a4-sheet, letter-sheet, exercise-a4, exercise-letter, easy-read-a4, easy-read-letter, "
    "write-on-a4, write-on-letter, diary-a4, "
    "diary-letter, a3-poster, tabloid-poster, card, card-letter, a6-card, a6-card-letter"
)


def test_alternatives_come_after_the_printed_forms() -> None:
    assert list(OUTPUTS) == [
        *FORMATS,
        "text",
        "email",
        "script",
        "ssml",
        "audio",
        "html",
        "epub",
        "braille",
        "braille-1",
    ]
    assert [OUTPUTS[name] for name in FORMATS] == list(FORMATS.values())


def test_an_alternative_is_one_file_whatever_the_size() -> None:
    assert dict(ALTERNATIVES) == {
        "text": Alternative("text", "plain text", ".txt", has_line_ends=True),
        "email": Alternative("email", "e-mail text", ".eml"),
        "script": Alternative("script", "script to read aloud", ".txt"),
        "ssml": Alternative("ssml", "speech in SSML", ".ssml"),
        "audio": Alternative("audio", "spoken file", ".wav", is_spoken=True),
        "html": Alternative("html", "web page", ".html", has_links=True),
        "epub": Alternative("epub", "EPUB book", ".epub", has_links=True),
        "braille": Alternative("braille", "braille", ".brf", has_cells=True),
        "braille-1": Alternative("braille-1", "uncontracted braille", ".brf", has_cells=True),
    }
    assert not any(alternative.is_sized for alternative in ALTERNATIVES.values())


def test_no_output_has_the_name_of_another() -> None:
    assert ALTERNATIVES.keys() & FORMATS.keys() == set()
    assert [output.name for output in OUTPUTS.values()] == list(OUTPUTS)


def test_words_for_several_formats_stand_for_all_of_them_or_all_alternatives_and_are_no_format() -> None:
    assert {name: list(group) for name, group in GROUPS.items()} == {
        "all": list(OUTPUTS), "alternatives": list(ALTERNATIVES)
    }  # fmt: skip
    assert not GROUPS.keys() & OUTPUTS.keys()


def test_an_output_is_found_by_its_name_and_no_other_way() -> None:
    assert parse_format("text") is ALTERNATIVES["text"]
    assert parse_format("card") is FORMATS["card"]
    for name in ("TEXT", " text", "plain text", "all", "alternatives", ""):
        with pytest.raises(UsageProblem, match="There is no format"):
            parse_format(name)


@pytest.mark.parametrize(
    ("typed", "guess"),
    [
        ("txt", 'Did you mean "text"? '),
        ("alternative", 'Did you mean "alternatives"? '),
        ("poster-a3", 'Did you mean "a3-poster"? '),
        ("brf", ""),
    ],
)
def test_a_name_that_there_is_not_is_answered_with_the_nearest_and_all(typed: str, guess: str) -> None:
    for parse in (parse_format, parse_printed):
        with pytest.raises(UsageProblem) as caught:
            parse(typed)
        assert caught.value.message == f'There is no format "{typed}".'
        assert (
            caught.value.remedy
            == f"{guess}The formats are: {ALL}, text, email, script, ssml, audio, html, epub, braille, braille-1."
        )


def test_where_pages_are_needed_text_is_refused_with_the_forms_that_have_some() -> None:
    assert parse_printed("a4") is FORMATS["a4"]
    with pytest.raises(UsageProblem) as caught:
        parse_printed("text")
    assert caught.value.message == "There are no printed pages in the plain text."
    assert caught.value.remedy == f"Choose one of: {ALL}."


def test_outputs_are_shared_and_cannot_be_changed() -> None:
    outputs: Any = OUTPUTS
    with pytest.raises(TypeError):
        outputs["text"] = FORMATS["a4"]
    text: Any = ALTERNATIVES["text"]
    with pytest.raises(AttributeError):
        text.suffix = ".pdf"
