"""Print sizes and printed forms by name."""

from __future__ import annotations

import pytest

from handoutgen.errors import UsageProblem
from handoutgen.formats import (
    FORMATS,
    SIZES,
    Options,
    on_both_papers,
    on_paper,
    parse_format,
    parse_size,
    readable_distance,
    refuse,
)
from handoutgen.formats.paper import Format, refuse_beside


@pytest.mark.parametrize(("text", "base"), [("standard", 12), ("clear", 14), ("large", 18), ("giant", 24), ("16", 16),
                                            ("18.5", 18.5), ("20pt", 20)])  # fmt: skip
def test_a_size_is_a_name_or_a_number(text: str, base: float) -> None:
    assert parse_size(text).base == base


def test_a_number_that_has_a_name_gets_it() -> None:
    assert parse_size("18").name == "large"


@pytest.mark.parametrize("text", ["huge", "11", "37", "nan", "inf", "", "-18", "1e9"])
def test_other_sizes_are_refused_with_what_there_is(text: str) -> None:
    with pytest.raises(UsageProblem) as caught:
        parse_size(text)
    assert "giant" in caught.value.remedy


@pytest.mark.parametrize("size", SIZES.values())
def test_nothing_is_smaller_than_the_body(size: object) -> None:
    assert size.smallest == size.base  # type: ignore[attr-defined]


def test_a_misspelt_format_gets_the_nearest() -> None:
    with pytest.raises(UsageProblem, match="leter") as caught:
        parse_format("leter")
    assert '"letter"' in caught.value.remedy


@pytest.mark.parametrize("form", [FORMATS[name] for name in ("a4", "letter", "diary-a4", "diary-letter")])
def test_flat_leaflets_come_in_every_size(form: Format) -> None:
    for size in SIZES.values():
        refuse(form, size)


def test_a_size_too_large_for_a_form_is_refused_with_the_nearest_good_choice() -> None:
    small = Format("slip", "Slip", "leaflet", "a4", 200, 300, "Simplex", 14, "a4")
    with pytest.raises(UsageProblem) as caught:
        refuse(small, SIZES["giant"])
    assert "--format a4 --size giant" in caught.value.remedy
    assert "clear" in caught.value.remedy


@pytest.mark.parametrize(
    ("form", "size", "instead"),
    [("a4-trifold", "giant", "--format a4 --size giant"), ("letter-trifold", "large", "--format letter --size large"),
     ("a5-booklet", "large", "--format a4 --size large"), ("a4-summary", "giant", "--format a4 --size giant"),
     ("card", "large", "--format a4 --size large")],
)  # fmt: skip
def test_a_combination_that_makes_no_sense_is_refused_with_the_nearest_good_one(
    form: str, size: str, instead: str
) -> None:
    with pytest.raises(UsageProblem) as caught:
        refuse(FORMATS[form], SIZES[size])
    assert instead in caught.value.remedy


@pytest.mark.parametrize("metres", [1.0, 1.25, 2.0])
def test_a_poster_is_read_from_one_to_two_metres(metres: float) -> None:
    assert readable_distance(metres) == metres


@pytest.mark.parametrize(("metres", "reason", "instead"), [
    (2.5, "no room for the words", "print shop"), (30.0, "no room for the words", "print shop"),
    (0.5, "a leaflet in the hand", "--format a4"), (float("nan"), "", "--distance 1 to 2"),
])  # fmt: skip
def test_other_distances_are_refused_with_the_reason(metres: float, reason: str, instead: str) -> None:
    with pytest.raises(UsageProblem) as caught:
        readable_distance(metres)
    assert reason in caught.value.message
    assert instead in caught.value.remedy


@pytest.mark.parametrize("form", FORMATS.values(), ids=lambda form: form.name)
def test_every_form_has_a_twin_on_the_other_paper(form: Format) -> None:
    iso, letter = on_both_papers(form.name)
    assert form.name in (iso, letter)
    assert (FORMATS[iso].paper, FORMATS[letter].paper) == ("a4", "letter")
    assert FORMATS[iso].family == FORMATS[letter].family == form.family
    assert FORMATS[iso].imposition == FORMATS[letter].imposition
    assert on_paper(letter, "a4") == on_paper(iso, "a4") == iso
    assert on_paper(iso, "letter") == on_paper(letter, "letter") == letter


def test_a_paper_that_there_is_not_counts_as_iso_paper() -> None:
    assert on_paper("letter", "foolscap") == "a4"


@pytest.mark.parametrize("form", ["a4", "letter", "a4-sheet", "letter-sheet", "a4-summary", "letter-summary"])
def test_flat_forms_that_are_read_together_may_stand_in_two_languages(form: str) -> None:
    refuse_beside(FORMATS[form], Options(beside="ar"))


@pytest.mark.parametrize("form", ["a5-booklet", "a4-trifold", "card", "exercise-a4", "a3-poster"])
def test_other_forms_say_which_may_and_nobody_is_asked_without_a_second_language(form: str) -> None:
    refuse_beside(FORMATS[form], Options())
    with pytest.raises(UsageProblem, match="side by side"):
        refuse_beside(FORMATS[form], Options(beside="ar"))
