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


RIGHT_TO_LEFT = {
    "Arab": "ar ar-EG az-Arab az-IR bal brh ckb fa fa-AF glk haz hno kk-Arab kk-CN ks ku-Arab ku-IQ lrc ms-Arab mzn "
    "pa-Arab pa-PK prs ps sd sdh skr ug ur ur-PK uz-AF uz-Arab",
    "Hebr": "he iw yi", "Thaa": "dv", "Syrc": "syr aii", "Nkoo": "nqo", "Adlm": "ff-Adlm",
}  # fmt: skip
LEFT_TO_RIGHT = {
    "Latn": "en en-GB az ku ar-Latn arn cy fil ff ms pl so sr-Latn tl tr uz vi uz-Latn-AF",
    "Cyrl": "ru uk sr az-Cyrl kk mn tg", "Deva": "hi ne mr sd-Deva sd-IN ks-Deva", "Beng": "bn as",
    "Guru": "pa pa-Guru pa-IN", "Gujr": "gu", "Taml": "ta", "Telu": "te", "Ethi": "am ti", "Grek": "el",
    "Hans": "zh zh-CN", "Thai": "th",
    "Hant": "zh-Hant zh-TW zh-HK", "Jpan": "ja", "Kore": "ko", "Khmr": "km", "Mymr": "my", "Laoo": "lo", "Armn": "hy",
}  # fmt: skip
"""Script → tags that are written with it: more than a hundred in all."""


def tags_by_script(table: dict[str, str]) -> list[tuple[str, str]]:
    return [(tag, script) for script, tags in table.items() for tag in tags.split()]


@pytest.mark.parametrize(("tag", "script"), tags_by_script(RIGHT_TO_LEFT))
def test_some_are_written_from_right_to_left(tag: str, script: str) -> None:
    assert (language_of(tag).written_in, language_of(tag).direction) == (script, "rtl")


@pytest.mark.parametrize(("tag", "script"), tags_by_script(LEFT_TO_RIGHT))
def test_all_others_are_written_from_left_to_right(tag: str, script: str) -> None:
    assert (language_of(tag).written_in, language_of(tag).direction) == (script, "ltr")


@pytest.mark.parametrize("tag", ["xx", "", "../../secret"])
def test_nobody_knows_the_script_of_what_is_no_language(tag: str) -> None:
    assert (language_of(tag).written_in, language_of(tag).direction) == ("", "ltr")
    assert language_of(tag).conventions is None
    assert language_of(tag).english_name == tag


@pytest.mark.parametrize(
    ("tag", "own", "english", "digits"),
    [
        ("pl", "polski", "Polish (pl)", "0123456789"), ("ar", "العربية", "Arabic (ar)", "٠١٢٣٤٥٦٧٨٩"),
        ("ur", "اردو", "Urdu (ur)", "۰۱۲۳۴۵۶۷۸۹"), ("bn", "বাংলা", "Bangla (bn)", "০১২৩৪৫৬৭৮৯"),
        ("ckb", "کوردیی ناوەندی", "Central Kurdish (ckb)", "٠١٢٣٤٥٦٧٨٩"), ("ne", "नेपाली", "Nepali (ne)", "०१२३४५६७८९"),
    ],
)  # fmt: skip
def test_a_language_knows_its_name_and_its_digits(tag: str, own: str, english: str, digits: str) -> None:
    known = language_of(tag).conventions
    assert known is not None
    assert (known.own_name, language_of(tag).english_name, known.digits) == (own, english, digits)


@pytest.mark.parametrize(
    ("tag", "plurals"),
    [
        ("en-GB", ("one", "other")), ("zh-Hant", ("other",)), ("pl", ("few", "many", "one", "other")),
        ("ar", ("few", "many", "one", "other", "two")), ("cy", ("few", "many", "one", "other", "two")),
        ("cs", ("few", "one", "other")), ("xx", ("other",)),
    ],
)  # fmt: skip
def test_whole_numbers_take_the_plural_categories_of_cldr(tag: str, plurals: tuple[str, ...]) -> None:
    assert language_of(tag).plurals == plurals
    assert {language_of(tag).plural_of(number) for number in range(1, 201)} | {"other"} == set(plurals)


@pytest.mark.parametrize(("tag", "alone"), [("en", True), ("pl", True), ("ru", False), ("tl", False), ("xx", False)])
def test_a_plural_category_may_be_that_of_one_number_alone(tag: str, alone: bool) -> None:
    assert language_of(tag).is_one_number("one") is alone


@pytest.mark.parametrize(
    ("tag", "tags"),
    [
        ("en-GB", ("en", "en-GB")), ("prs", ("fa", "fa-Arab", "fa-AF", "prs")),
        ("fa-AF", ("fa", "fa-Arab", "prs", "fa-AF")),
        ("fil", ("fil", "fil-Latn", "tl")), ("zh-TW", ("zh-Hant", "zh-TW")), ("pa-PK", ("pa-Arab", "pa-PK")),
        ("sr-Latn-RS", ("sr-Latn", "sr-Latn-RS")), ("xx", ("xx",)),
    ],
)  # fmt: skip
def test_words_come_from_more_general_tags_of_the_same_script(tag: str, tags: tuple[str, ...]) -> None:
    assert set(language_of(tag).words_from) == set(tags)
    assert language_of(tag).words_from[-1] in (tag, "tl", "prs")


@pytest.mark.parametrize(
    ("tag", "family"),
    [
        ("vi", "noto"),
        ("uk-UA", "noto"),
        ("en-GB", None),
        ("pl", None),
        ("sr", "noto"),
        ("sr-Latn", None),
        ("uz-Cyrl", "noto"),
        ("ne", "noto"),
        ("ar", None),
    ],
)
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
        ("sr-Latn", "sr-RS", "sr-Latn"),
        ("pa-Arab", "pa-IN", "pa-Arab"),
    ],
)
def test_a_clinic_lends_its_words_to_leaflets_of_its_language_alone(language: str, locale: str, whose: str) -> None:
    assert locale_for(language, locale) == whose
