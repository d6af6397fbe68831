"""Each rule of a profile is kept by a good file and broken by one that lacks just that."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from handoutgen.cli.inspect import PROFILE_NAMES
from handoutgen.pdf.reading.facts import FontFacts, LineFacts, PdfFacts, TextFacts
from handoutgen.pdf.reading.profiles import PROFILES, verdicts

LINE = LineFacts(1, "Call 999 if you cannot breathe.", 31, 300)
GOOD = PdfFacts(
    page_sizes=((595.28, 841.89),), tagged=True, language="en-GB", title="Leg cramps", producer="", identifier="",
    pdf_a="2A", pdf_ua="1", fonts=(FontFacts("Sans-Regular", embedded=True),),
    smallest_text=TextFacts(1, "Page 1 of 2", 18, 21, "#ffffff"), typical_size=18,
    palest_text=TextFacts(1, "Key points", 24, 7, "#edf4f5"), busy_text=None, longest_line=LINE, widest_line=LINE,
    reading_order=(), images=0, links=(),
)  # fmt: skip
BROKEN: dict[str, dict[str, Any]] = {
    "Most words at least": {"typical_size": 11.5},
    "All words at least": {"smallest_text": TextFacts(2, "small print", 9, 21)},
    "At most 70 characters": {"longest_line": replace(LINE, characters=71)},
    "Lines at most 152 mm": {"widest_line": replace(LINE, width=433)},
    "A4 or Letter": {"page_sizes": ((595.28, 841.89), (419.53, 595.28))},
    "Words, not pictures": {"smallest_text": None},
    "Contrast of at least": {"palest_text": TextFacts(1, "grey", 12, 4.49, "#ffffff")},
    "No picture or pattern": {"busy_text": TextFacts(3, "over a photograph", 12, 9)},
    "No italics": {"fonts": (FontFacts("Sans-BoldItalic", embedded=True),)},
    "All fonts": {"fonts": (FontFacts("Helvetica", embedded=False),)},
    "Tags": {"tagged": False},
    "A language": {"language": ""},
    "A title": {"title": " "},
}


@pytest.mark.parametrize("profile", PROFILES)
def test_a_good_file_keeps_all_of_it(profile: str) -> None:
    assert [verdict for verdict in verdicts(GOOD, profile) if not verdict.passed] == []


@pytest.mark.parametrize("profile", PROFILES)
def test_each_rule_is_broken_by_what_it_is_about_and_by_nothing_else(profile: str) -> None:
    asked = {verdict.asks for verdict in verdicts(GOOD, profile)}
    for start, lacking in BROKEN.items():
        broken = {verdict.asks for verdict in verdicts(replace(GOOD, **lacking), profile) if not verdict.passed}
        about = {asks for asks in asked if asks.startswith(start)}
        also = {asks for asks in asked if asks.startswith("All words")} if start == "Words, not pictures" else set()
        assert broken == about | also
    assert all(any(asks.startswith(start) for start in BROKEN) for asks in asked), "each rule has a broken example"


@pytest.mark.parametrize(("profile", "size"), [("uk-clear", 12), ("uk-large", 16), ("us-large", 18)])
def test_sizes_count_from_the_number_of_the_guidance(profile: str, size: float) -> None:
    def kept(points: float) -> bool:
        small = replace(GOOD.smallest_text, size=points) if GOOD.smallest_text else None
        return all(each.passed for each in verdicts(replace(GOOD, typical_size=points, smallest_text=small), profile))

    assert kept(size)
    assert kept(size - 0.04), "another program's rounding"
    assert not kept(size - 0.5)


def test_a_file_without_any_text_breaks_rules_and_never_the_program() -> None:
    empty = replace(GOOD, smallest_text=None, palest_text=None, longest_line=None, widest_line=None, page_sizes=())
    for profile in PROFILES:
        assert {"no words"} <= {verdict.found for verdict in verdicts(empty, profile)}


def test_each_rule_has_a_source() -> None:
    assert all(rule.source for rules in PROFILES.values() for rule in rules)


def test_the_command_offers_all_profiles() -> None:
    assert set(PROFILE_NAMES) == set(PROFILES)
