"""The leaflet on one page: how much it says, from the richest to the least, and what it never leaves out."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from handoutgen.content.clinic import Clinic
from handoutgen.errors import HandoutError
from handoutgen.formats import FORMATS, Options
from handoutgen.layout.forms import summary
from handoutgen.layout.forms.summary import AMOUNTS
from handoutgen.plan.pages import Composed
from handoutgen.story.detail import Detail
from handoutgen.text.fontbook import FontBook
from layout.setting_for_tests import a_clinic, a_leaflet, a_strategy, said_by, setting_for, shape, words

FORM = FORMATS["a4-summary"]
ABOUT = "About this condition"
MORE = "The full leaflet has more. Ask us for it."
POINTS = [f"Point {number}." for number in range(1, 6)]


def summed_up(fonts: FontBook, base: float = 12, clinic: Clinic | None = None, **leaflet: Any) -> Composed:
    setting = setting_for(fonts, base, clinic, form="a4-summary")
    return summary.compose(a_leaflet(**leaflet), setting, FORM, Options())


def test_amounts_go_from_the_richest_to_the_least_and_white_goes_before_words() -> None:
    assert AMOUNTS[0] == summary.Amount(Detail(), contact=True, key_points=5, gap=1.5)
    assert AMOUNTS[-1].detail == Detail(title=False, line="short")
    assert (AMOUNTS[-1].contact, AMOUNTS[-1].key_points) == (False, 2)
    for richer, poorer in pairwise(AMOUNTS):
        assert (richer.detail.title, richer.detail.line == "brief", richer.contact, richer.key_points, richer.gap) > (
            poorer.detail.title, poorer.detail.line == "brief", poorer.contact, poorer.key_points, poorer.gap
        )  # fmt: skip
    gaps = [amount.gap for amount in AMOUNTS]
    fewer = next(index for index, amount in enumerate(AMOUNTS) if amount.key_points < 5)
    assert min(gaps) == gaps[fewer - 1]


def test_a_short_leaflet_says_all_that_a_summary_can(fonts: FontBook) -> None:
    composed = summed_up(fonts, key_points=POINTS)
    said = said_by(composed.root)
    assert [text for text in said if text.startswith("Point")] == POINTS
    assert {"Clinic:", "Phone:", "Stretching", "Do stretching each day."} <= set(said)
    assert len(composed.pages) == 1
    assert composed.dropped == ()


def test_masthead_contact_title_message_points_strategies_and_help_follow_each_other(fonts: FontBook) -> None:
    root = summed_up(fonts).root
    assert [kid.role for kid in root.kids] == ["P", "P", "Div", "H1", "P", "Sect", "Sect", "Sect", "P"]
    assert [kid.ident for kid in root.kids[-4:-1]] == ["key-points", "management", "help"]
    assert shape(root.kids[-2]) == "Sect(H2 P(Link) P P)"
    assert said_by(root)[-1] == f"The full leaflet also tells you about: {ABOUT}."


@pytest.mark.parametrize(("signs", "more"), [(72, f"The full leaflet also tells you about: {ABOUT}."), (74, MORE)])
def test_it_says_what_it_leaves_out_or_at_the_least_that_there_is_more(fonts: FontBook, signs: int, more: str) -> None:
    assert said_by(with_signs(fonts, signs, 4).root)[-1] == more


def test_one_that_leaves_out_no_section_does_not_send_for_more(fonts: FontBook) -> None:
    about = {"title": ABOUT, "text": "Much.", "brief": "Little."}
    for sections in ({"kind": "exercises", "about": None}, {"about": about}):
        assert "full leaflet" not in " ".join(said_by(summed_up(fonts, **sections).root))


CARE = "Before you start, read in the full leaflet how to stay safe."


@pytest.mark.parametrize(
    ("changes", "signs", "sent"),
    [
        ({"caution": "Stand only if you are steady."}, 80, True),
        ({"stop_if": ["it hurts"]}, 80, True),
        ({"ask_first": ["you may be pregnant"]}, 80, True),
        ({"callouts": [{"kind": "important", "text": "Never stop suddenly."}]}, 80, True),
        ({"callouts": [{"kind": "tip", "text": "Try it in bed."}]}, 80, False),
        ({}, 80, False),
        ({"caution": "Stand only if you are steady."}, 4, False),
    ],
)
def test_where_ways_are_only_named_it_sends_to_the_full_leaflet_for_their_cautions(
    fonts: FontBook, changes: dict[str, Any], signs: int, sent: bool
) -> None:
    said = said_by(with_signs(fonts, signs, 8 if signs > 4 else 2, **changes).root)
    assert (CARE in said) is sent
    if "caution" in changes:
        assert any(changes["caution"] in text for text in said) is not sent


def with_signs(fonts: FontBook, signs: int, count: int, **changes: Any) -> Composed:
    """A summary of so many strategies, of which every second may go, and so many words of emergency signs."""
    strategies = [a_strategy(f"way-{n}", brief=words(9), optional=n % 2 == 0, **changes) for n in range(count)]
    levels = {"urgent": {"signs": ["swelling"]}, "routine": {"signs": ["questions"]}}
    guide = {"emergency": {"signs": ["stretching"] * signs}, **levels}
    return summed_up(fonts, key_points=POINTS, management={"strategies": strategies}, help=guide)


@pytest.mark.parametrize(
    ("signs", "count", "points", "contact", "detail"),
    [
        (50, 4, 5, True, Detail()),
        (42, 6, 5, True, Detail(title=False)),
        (80, 8, 5, True, Detail(title=False, line="short")),
        (104, 4, 4, True, Detail(title=False, line="short")),
        (100, 8, 3, True, Detail(title=False, line="short")),
        (104, 8, 3, False, Detail(title=False, line="short")),
        (116, 8, 2, False, Detail(title=False, line="short")),
    ],
)
def test_the_richest_amount_that_fits_is_taken(
    fonts: FontBook, signs: int, count: int, points: int, contact: bool, detail: Detail
) -> None:
    composed = with_signs(fonts, signs, count)
    said = said_by(composed.root)
    assert [text for text in said if text.startswith("Point")] == POINTS[:points]
    assert ("Phone:" in said) is contact
    assert ("Way-1" in said, words(9) in said) == (detail.title, detail.line == "brief")
    assert ("way-1 daily" in said) is (detail.line == "short")
    assert (composed.dropped, len(composed.pages)) == ((), 1)


@pytest.mark.parametrize(
    ("signs", "count", "gone", "points"),
    [(120, 8, ["way-6", "way-4"], 2), (112, 11, ["way-10", "way-8"], 3)],
)
def test_optional_strategies_go_last_first_when_even_the_least_is_too_long(
    fonts: FontBook, signs: int, count: int, gone: list[str], points: int
) -> None:
    composed = with_signs(fonts, signs, count)
    said = said_by(composed.root)
    assert [block.id for block in composed.dropped] == gone
    assert {f"{name} daily" for name in gone}.isdisjoint(said)
    assert len([text for text in said if text.startswith("way-")]) == count - len(gone)
    assert len([text for text in said if text.startswith("Point")]) == points
    claims = composed.claims
    assert claims is not None
    assert not claims(("management", "strategies", int(gone[0].removeprefix("way-")), "short"))
    assert claims(("management", "strategies", 1, "short"))


@pytest.mark.parametrize(
    ("base", "count", "points", "pages"), [(12, 6, 5, 1), (16, 1, 3, 1), (18, 1, 3, 2), (18, 12, 5, 2)]
)
def test_it_is_one_page_and_may_be_two_in_large_print(
    fonts: FontBook, base: float, count: int, points: int, pages: int
) -> None:
    strategies = [a_strategy(f"way-{number}") for number in range(count)]
    composed = summed_up(fonts, base, management={"strategies": strategies}, key_points=POINTS[:points])
    assert len(composed.pages) == pages


def test_what_is_too_long_even_then_is_refused(fonts: FontBook) -> None:
    with pytest.raises(HandoutError, match=r"on the A4 summary: on the page it is 18 mm \(4 lines\) too long"):
        with_signs(fonts, 140, 8)


def test_help_is_never_shortened(fonts: FontBook) -> None:
    level = {"signs": [words(15)] * 3, "action": "Bring this page."}
    composed = summed_up(fonts, clinic=a_clinic(), help={"emergency": level, "urgent": level, "routine": level})
    said = " ".join(said_by(composed.root))
    assert (said.count(words(15)), said.count("Bring this page.")) == (9, 3)


def test_it_claims_the_key_points_it_says_and_no_more(fonts: FontBook) -> None:
    claims = summed_up(fonts, key_points=POINTS).claims
    assert claims is not None
    assert [claims(("key_points", index)) for index in range(5)] == [True] * 5
    assert claims(("management", "strategies", 0, "brief"))
    assert not claims(("management", "strategies", 0, "short"))
    assert not claims(("about", "text"))
