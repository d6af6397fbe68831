"""What is read of CLDR, and what is said where it knows nothing."""

from __future__ import annotations

from datetime import date

import pytest

from handoutgen.cldr import conventions_of, likely_script, modern_parts

DAY = date(2026, 3, 5)


@pytest.mark.parametrize(
    ("primary", "parts"),
    [("prs", ("fa", "AF")), ("tl", ("fil", "")), ("iw", ("he", "")), ("en", ("en", "")), ("xx", ("xx", ""))],
)
def test_old_tags_have_a_modern_one(primary: str, parts: tuple[str, str]) -> None:
    assert modern_parts(primary) == parts


@pytest.mark.parametrize(
    ("primary", "region", "script"),
    [("pa", "", "Guru"), ("pa", "PK", "Arab"), ("pa", "GB", "Guru"), ("prs", "", "Arab"), ("xx", "", "")],
)
def test_a_region_may_write_a_language_in_another_script(primary: str, region: str, script: str) -> None:
    assert likely_script(primary, region) == script


def test_the_narrowest_locale_in_the_script_is_taken() -> None:
    syrian, general = conventions_of("ar", "Arab", "SY"), conventions_of("ar", "Arab", "ZZ")
    assert syrian is not None
    assert general is not None
    assert (syrian.months[2], general.months[2]) == ("آذار", "مارس")
    latin = conventions_of("sr", "Latn", "")
    assert latin is not None
    assert latin.months[2] == "mart"


def test_a_language_that_cldr_does_not_have_in_a_script_has_no_conventions() -> None:
    assert conventions_of("en", "Arab", "") is None
    assert conventions_of("xx", "", "") is None


def test_what_comes_from_the_root_of_cldr_is_not_taken_for_the_languages_own() -> None:
    kurdish = conventions_of("ku", "Arab", "")
    assert kurdish is not None
    assert (kurdish.months, kurdish.weekdays, kurdish.day(DAY), kurdish.month(DAY)) == ((), (), "", "")
    english = conventions_of("en", "Latn", "GB")
    assert english is not None
    assert (english.weekdays[0], english.day(DAY), english.month(DAY)) == ("Mon", "5 March 2026", "March 2026")
