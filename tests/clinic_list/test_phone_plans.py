"""A phone number is taken when it is whole: no regulator gives out one that is refused, and none is a figure short."""

from __future__ import annotations

import pytest

from handoutgen.clinic_list.cells import CellProblem, read_phones
from handoutgen.clinic_list.countries import country_named
from handoutgen.clinic_list.phone_plans import PLANS

OFCOM = (
    "0113 496 0", "0114 496 0", "0115 496 0", "0116 496 0", "0117 496 0", "0118 496 0", "0121 496 0", "0131 496 0",
    "0141 496 0", "0151 496 0", "0161 496 0", "0191 498 0", "020 7946 0", "028 9649 6", "029 2018 0", "01632 960",
    "07700 900", "08081 570", "0909 8790", "03069 990",
)  # fmt: skip
"""What Ofcom keeps for drama, without the last three figures."""


def takes(number: str, country: str) -> bool:
    """Whether a list's cell with this number is taken as it is."""
    try:
        return read_phones(number, country_named(country)) == (number,)
    except CellProblem:
        return False


@pytest.mark.parametrize("range_", OFCOM)
@pytest.mark.parametrize("before", ["0", "+44 ", "+44 (0)", "0044 ", "00 44 (0)"])
def test_a_british_number_is_whole_with_ten_figures_after_the_0_in_any_notation(range_: str, before: str) -> None:
    number = before + range_[1:]
    assert takes(f"{number}123", "GB")
    assert not takes(f"{number}12", "GB")
    assert not takes(f"{number}1234", "GB")


def test_five_figures_after_a_british_area_code_are_whole_only_in_the_blocks_that_have_such_numbers() -> None:
    plan = PLANS["GB"]
    bolton = [block for block in range(100) if plan.takes(f"01204{block:02d}000")]
    assert bolton == [61, 62, 63, 64]
    brampton = [block for block in range(100) if plan.takes(f"01697{block:02d}000")]
    assert brampton == [72, 73]
    blocks = [
        (area, block) for area in range(1000, 2000) for block in range(100) if plan.takes(f"0{area}{block:02d}000")
    ]
    assert (len({area for area, _ in blocks}), len(blocks)) == (41, 335), "as many as libphonenumber 9.0.43 knows"


def test_what_is_given_out_to_nobody_in_britain_is_refused() -> None:
    for start in ("010", "021", "031", "040", "050", "060", "081", "083", "089", "092"):
        assert not takes(f"{start}12345678", "GB"), start
    assert not takes("0500 123456", "GB"), "closed in 2017"
    assert takes("0800 123456", "GB")


@pytest.mark.parametrize(
    ("country", "numbers"),
    [
        ("GB", ("111", "999", "112", "101", "119", "116 123", "0800 1111")),
        ("IE", ("112", "999", "116 123", "1800 123456")),
        ("US", ("911", "988", "211")), ("CA", ("911", "811", "310-0000")),
        ("AU", ("000", "13 00 00", "1300 000 000", "1800 000 000")), ("NZ", ("111", "1737", "0800 000 000")),
        ("FR", ("112", "3114")), ("SE", ("1177", "112")), ("DE", ("112", "116117")),
    ],
)  # fmt: skip
def test_the_short_numbers_of_a_country_are_whole(country: str, numbers: tuple[str, ...]) -> None:
    for number in numbers:
        assert takes(number, country), number


@pytest.mark.parametrize(
    ("country", "whole"),
    [
        ("IE", "020 911 0123"),
        ("IE", "(020) 910 0000"),
        ("IE", "+353 20 911 0123"),
        ("IE", "00353 (0)20 911 0123"),
        ("US", "(612) 555-0123"),
        ("US", "1-612-555-0123"),
        ("US", "+1 612 555 0123"),
        ("CA", "416.555.0123"),
        ("AU", "(02) 5550 1234"),
        ("AU", "+61 2 5550 1234"),
        ("FR", "01 99 00 12 34"),
        ("FR", "+33 1 99 00 12 34"),
    ],
)
def test_a_number_of_another_country_is_whole_and_without_its_last_figure_is_not(country: str, whole: str) -> None:
    assert takes(whole, country)
    assert not takes(whole[:-1], country)
    assert not takes(whole + "5", country)


def test_an_irish_area_has_numbers_of_its_own_length() -> None:
    plan = PLANS["IE"]
    lengths = {
        "01": 7,
        "021": 7,
        "022": 5,
        "0404": 5,
        "045": 6,
        "048": 8,
        "051": 6,
        "061": 6,
        "066": 7,
        "091": 6,
        "094": 7,
    }
    for area, length in lengths.items():
        assert plan.takes(area + "0" * length), area
        assert not plan.takes(area + "0" * (length - 1)), area


def test_an_american_number_has_an_area_code_and_an_exchange_that_can_be() -> None:
    for number in ("555-0123", "112 555 0123", "692 555 0123", "612 155 0123", "612 055 0123"):
        assert not takes(number, "US"), number


def test_a_number_with_the_code_of_another_country_is_judged_by_that_country() -> None:
    assert takes("+353 20 911 0123", "GB")
    assert takes("+44 117 496 0123", "IE")
    assert takes("011 44 117 496 0123", "US")
    assert takes("0011 44 117 496 0123", "AU")
    assert not takes("+353 20 911 012", "GB")
    assert not takes("+44 117 496 012", "IE")
    assert not takes("011 44 117 496 012", "US")


def test_a_number_of_a_country_that_is_not_known_may_have_eight_figures_or_more() -> None:
    assert takes("+999 12345", "GB")
    assert not takes("+999 1234", "GB")


def test_an_area_code_is_never_left_to_the_reader() -> None:
    for number in ("496 0123", "960123", "61000", "7946 0123"):
        assert not takes(number, "GB"), number
    assert not takes("911 0123", "IE")


@pytest.mark.parametrize("country", ["GB", "IE", "DE", "IT"])
def test_a_number_that_would_be_whole_with_a_0_is_said_to_have_lost_it(country: str) -> None:
    number = {"GB": "1632960123", "IE": "209110123", "DE": "3023125000", "IT": "699000000"}[country]
    with pytest.raises(CellProblem) as problem:
        read_phones(number, country_named(country))
    assert problem.value.code == "HG083"
    assert "first 0" in problem.value.message
