r"""The figures of a phone number → whether they are a whole number in a country, as far as its length tells.

A number that has lost a figure on its way through spreadsheets looks like any other, and readers will call it. So a
plan takes what its regulator gives out, in the lengths it gives out, and no more. Held against libphonenumber 9.0.43,
whose data follow the regulators' own lists; where that keeps what is closed (NHS Direct's 0845 46 47, now 111) or
leaves out what is kept for drama (Ireland's 020 91x xxxx, 01632 960xxx), we do not.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct

_UK_FIVE = """
    1204:6[1-4] 1208:7[2-9] 1254:5[1-79] 1276:2.|3[1-8]|6[1-6] 1297:2[0-4]|3[2-5] 1298:2[2-8]|7[0-47-9]|8[3-5]
    1363:8[2-5] 1364:7[23] 1384:7[04-9] 1386:4[0157-9] 1404:4[1-7] 1420:2[23]|8. 1460:30|5[2-57]|6[1-8]|7[2-8]
    1461:40 1480:52 1488:7[1-3] 1524:3[2-79]|6. 1527:6. 1562:6[06-9] 1566:86 1606:4.|7[4-79] 1629:5[5-7] 1635:[34].
    1647:24|61 1659:5[08]|6[67]|74 1695:5[0-4] 1697:7[23] 1726:6[13-9]|7[0-7] 1744:2. 1750:2[0-3]|[34568]2|76
    1768:8. 1827:[56]. 1837:5[2-5]|8[239] 1884:3[2-58] 1900:6[1-8]|85 1905:2. 1935:83 1946:6[1-8] 1949:2[01]|81
    1963:23|3[1-4] 1995:61
""".replace(".", r"\d")
"""British area codes, and the first two figures of the only local numbers in them with five figures instead of six (in
016977, four). Everywhere else, and for all other numbers in these areas, ten figures are one short."""
_UK_TEN = "|".join(rf"{area}(?:{blocks})\d{{3}}" for area, blocks in (word.split(":") for word in _UK_FIVE.split()))
_UK = (
    r"0(?:1[1-9]\d{8}|2[03489]\d{8}|3[0347]\d{8}|5[56]\d{8}|7\d{9}|80[08]\d{7}|8[47]\d{8}|9[018]\d{8}"
    rf"|{_UK_TEN}|800\d{{6}}|8001111)|1\d\d|11[68]\d{{3}}|999"
)
_IRELAND = (
    r"0(?:1\d{7,8}|2(?:0\d{7}|[13]\d{7}|[24-9]\d{5})|40[24]\d{5}|4(?:5\d{6}|7\d{5}|8\d{8}|[1-469]\d{7})"
    r"|50[45]\d{5}|5(?:1\d{6}|8\d{5}|[23679]\d{7})|6(?:1\d{6}|[237-9]\d{5}|[4-6]\d{7})|7(?:00\d{6}|[146]\d{7})"
    r"|8(?:22|[35-9]\d)\d{6}|818\d{6}|9(?:1\d{6}|[35-9]\d{5}|[04]\d{7}))"
    r"|1(?:800|850|890|5\d\d)\d{6}|1\d\d|118\d\d|116\d{3}|19\d\d|999"
)
_NORTH_AMERICA = r"1?[2-9][0-8]\d[2-9]\d{6}|[2-9]11|988"
_AUSTRALIA = r"0(?:[23478]\d{8}|14\d{7})|13\d{4}|1[38]00\d{6}|1345\d{4}|1802\d{3}|1\d\d|000"
_NEW_ZEALAND = (
    r"0(?:240\d{5}|2(?:[0-27-9]\d|6)\d{6,7}|2(?:1\d|75)\d{5}|[34679][2-9]\d{6}|70\d{7}|508\d{6,7}|80\d{6,8}"
    r"|8[1-9]\d{3,8}|90\d{6,8})|1\d{2,3}"
)
_SHORT = r"[019]\d\d|1\d{3,5}"
"""Emergency and service numbers of the other countries; no number there that can be called from far is as short."""
_NINE = r"(?:[2357]0|[23]1|38)"
"""How Hungarian mobile and internet numbers begin, which have nine figures."""
_ITALIAN = rf"0\d{{5,11}}|3\d{{8,9}}|43\d{{8}}|55\d{{8}}|8\d{{5,9}}|1(?:78|99)\d{{6,7}}|{_SHORT}"
_HUNGARY = rf"(?:06)?(?:680\d{{6}}|{_NINE}\d{{7}}|(?!{_NINE})[1-9]\d{{7}})|{_SHORT}"


class NumberPlan(Struct, frozen=True):
    """How phone numbers of a country are dialled: `code` from abroad, `trunk` in front of them at home, as in 0 117;
    `numbers` are the figures that are a whole number at home, `exit` what is dialled to get out."""

    code: str
    trunk: str
    numbers: str
    exit: str = "00"

    def takes(self, figures: str) -> bool:
        """Whether these figures are a whole number when dialled at home."""
        return re.fullmatch(self.numbers, figures) is not None

    def takes_from_abroad(self, figures: str) -> bool:
        """Whether these figures, after the country's code, are a whole number; a trunk 0 may stand, as in (0)117."""
        return len(figures) >= SHORTEST_ABROAD and (self.takes(figures) or self.takes(self.trunk + figures))

    def has_lost_its_start(self, figures: str) -> bool:
        """Whether these figures would be a whole number with the 0 or the + that a spreadsheet takes away."""
        return self.takes("0" + figures) or (
            figures.startswith(self.code) and self.takes_from_abroad(figures.removeprefix(self.code))
        )


SHORTEST_ABROAD = 6
"""Fewer figures after a country's code are a service number, which answers at home alone."""
_LEAST_UNKNOWN, _MOST = 8, 15
"""Figures of a number in a country that is not known here (ITU-T E.164: 15 at most), its code counted."""

PLANS: Mapping[str, NumberPlan] = MappingProxyType(
    {
        "GB": (uk := NumberPlan("44", "0", _UK)), "IM": uk, "JE": uk, "GG": uk,
        "IE": NumberPlan("353", "0", _IRELAND),
        "US": NumberPlan("1", "", _NORTH_AMERICA, "011"),
        "CA": NumberPlan("1", "", rf"{_NORTH_AMERICA}|310\d{{4}}", "011"),
        "AU": NumberPlan("61", "0", _AUSTRALIA, "0011"),
        "NZ": NumberPlan("64", "0", _NEW_ZEALAND),
        "AT": NumberPlan("43", "0", rf"0\d{{4,13}}|{_SHORT}"),
        "BE": NumberPlan("32", "0", rf"04[5-9]\d{{7}}|0(?!4[5-9])\d{{8}}|{_SHORT}"),
        "BG": NumberPlan("359", "0", rf"0(?:8[7-9]|98)\d{{7}}|0(?!8[7-9]|98)\d{{6,9}}|{_SHORT}"),
        "HR": NumberPlan("385", "0", rf"0\d{{7,9}}|{_SHORT}"),
        "CY": NumberPlan("357", "", rf"[25-9]\d{{7}}|{_SHORT}"),
        "CZ": NumberPlan("420", "", rf"[2-9]\d{{8}}|{_SHORT}"),
        "DK": NumberPlan("45", "", rf"[2-9]\d{{7}}|{_SHORT}"),
        "EE": NumberPlan("372", "", rf"[3-9]\d{{6,7}}|800\d{{7}}|{_SHORT}"),
        "FI": NumberPlan("358", "0", rf"0\d{{5,12}}|{_SHORT}"),
        "FR": NumberPlan("33", "0", rf"0[1-9]\d{{8}}|3\d{{3}}|{_SHORT}"),
        "DE": NumberPlan("49", "0", rf"01[5-7]\d{{8,9}}|0(?!1[5-7])\d{{5,14}}|{_SHORT}"),
        "GR": NumberPlan("30", "", rf"[2-9]\d{{9}}|800\d{{7,9}}|{_SHORT}"),
        "HU": NumberPlan("36", "06", _HUNGARY),
        "IT": NumberPlan("39", "", _ITALIAN),
        "LV": NumberPlan("371", "", rf"[2-9]\d{{7}}|{_SHORT}"),
        "LT": NumberPlan("370", "0", rf"[08][3-9]\d{{7}}|{_SHORT}"),
        "LU": NumberPlan("352", "", rf"[2-9]\d{{3,10}}|{_SHORT}"),
        "MT": NumberPlan("356", "", rf"[2-9]\d{{7}}|{_SHORT}"),
        "NL": NumberPlan("31", "0", rf"0[1-9]\d{{8}}|0[89]00\d{{4,7}}|097\d{{9}}|{_SHORT}"),
        "PL": NumberPlan("48", "", rf"[1-9]\d{{8}}|{_SHORT}"),
        "PT": NumberPlan("351", "", rf"[2-9]\d{{8}}|16\d{{7}}|{_SHORT}"),
        "RO": NumberPlan("40", "0", rf"0[2-9]\d{{8}}|0[23]\d{{5}}|{_SHORT}"),
        "SK": NumberPlan("421", "0", rf"0[2-9]\d{{8}}|{_SHORT}"),
        "SI": NumberPlan("386", "0", rf"0[1-9]\d{{7}}|080\d{{4,6}}|{_SHORT}"),
        "ES": NumberPlan("34", "", rf"[4-9]\d{{8}}|{_SHORT}"),
        "SE": NumberPlan("46", "0", rf"07\d{{8}}|010\d{{7}}|0(?!7|10)\d{{6,9}}|{_SHORT}"),
    }
)  # fmt: skip
"""Country → how numbers are dialled there."""
_BY_CODE = MappingProxyType({plan.code: plan for plan in reversed(tuple(PLANS.values()))})


def after_the_plus(number: str, figures: str, plan: NumberPlan | None) -> str | None:
    """The figures from the country's code on, when a number is written with it: after a +, or what is dialled to get
    out of the country of `plan`. None for a number written as at home."""
    if number.startswith("+"):
        return figures
    for exit_code in (plan.exit if plan else "00", "00"):
        if figures.startswith(exit_code) and len(figures) > len(exit_code) + SHORTEST_ABROAD:
            return figures.removeprefix(exit_code)
    return None


def can_be_dialled(number: str, figures: str, plan: NumberPlan | None) -> bool:
    """Whether a number is whole in the country of `plan`, or with another country's code in front. Where the country is
    not known, what is written as at home may be."""
    abroad = after_the_plus(number, figures, plan)
    return is_whole_abroad(abroad) if abroad else plan is None or plan.takes(figures)


def is_whole_abroad(figures: str) -> bool:
    """Whether figures that begin with a country's code are a whole number; of a country not known here, they may be."""
    for code, plan in _BY_CODE.items():
        if figures.startswith(code):
            return plan.takes_from_abroad(figures.removeprefix(code))
    return not figures.startswith("0") and _LEAST_UNKNOWN <= len(figures) <= _MOST
