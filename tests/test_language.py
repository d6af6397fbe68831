"""A language tag taken apart, and what follows from it."""

from __future__ import annotations

import pytest

from handoutgen.language import language_of, locale_for


@pytest.mark.parametrize(
    ("tag", "parts"),
    [
        ("en", ("en", "", "")),
        ("en-GB", ("en", "", "GB")),
        ("EN-gb", ("en", "", "GB")),
        ("sr-Cyrl-RS", ("sr", "Cyrl", "RS")),
        ("zh-hant-hk", ("zh", "Hant", "HK")),
        ("es-419", ("es", "", "419")),
        ("ckb", ("ckb", "", "")),
        ("", ("", "", "")),
    ],
)
def test_a_tag_is_taken_apart(tag: str, parts: tuple[str, str, str]) -> None:
    found = language_of(tag)
    assert (found.primary, found.script, found.region) == parts


@pytest.mark.parametrize("tag", ["ar", "ar-EG", "fa", "ur-PK", "he", "ckb", "ku-Arab", "pa-Arab-PK", "uz-Arab"])
def test_some_are_written_from_right_to_left(tag: str) -> None:
    assert language_of(tag).direction == "rtl"


@pytest.mark.parametrize("tag", ["en", "pa", "pa-Guru", "ku", "ar-Latn", "az-Cyrl", "arn"])
def test_the_script_that_a_tag_names_goes_before_the_languages_own(tag: str) -> None:
    assert language_of(tag).direction == "ltr"


@pytest.mark.parametrize(("tag", "family"), [("vi", "noto"), ("uk-UA", "noto"), ("en-GB", None), ("pl", None)])
def test_languages_whose_letters_the_first_face_lacks_have_another(tag: str, family: str | None) -> None:
    assert language_of(tag).first_family == family


def test_the_tags_it_is_made_of_come_from_the_most_general_to_the_narrowest() -> None:
    assert language_of("sr-Cyrl-RS").from_general_to_narrow == ("sr", "sr-Cyrl", "sr-Cyrl-RS")


@pytest.mark.parametrize(
    ("language", "locale", "whose"),
    [
        ("en-GB", "en-US", "en-US"),
        ("en-GB", "EN-ie", "EN-ie"),
        ("pl", "en-GB", "pl"),
        ("en-GB", None, "en-GB"),
        ("en-GB", "", "en-GB"),
    ],
)
def test_a_clinic_lends_its_words_to_leaflets_of_its_language_alone(language: str, locale: str, whose: str) -> None:
    assert locale_for(language, locale) == whose
