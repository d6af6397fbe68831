"""The light of a leaflet on a day: what it shows, why, and what it blocks; the gravest reason counts."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from handoutgen.check.leaflet import DUE_SOON_DAYS
from handoutgen.diagnostics import Diagnostic, Severity, Span
from handoutgen.errors import UsageProblem
from handoutgen.service.traffic_light import Blocks, LeafletStanding, LeafletState, Light, LightReason
from handoutgen.translation.parts import SAFETY_PARTS

TODAY = date(2026, 12, 1)
FINDING = Diagnostic("HG021", Severity.ERROR, "unknown field", "rename the key.", Span("en-GB.yaml", 3, 5, 3, 9))
GREEN = LeafletStanding("cramps", "en-GB", "1.0", date(2028, 1, 1), is_draft=False)


def state(**changes: object) -> LeafletState:
    return replace(GREEN, **changes).on(TODAY)


def due_in(days: int) -> LeafletState:
    return state(next_review=TODAY + timedelta(days))


def test_an_approved_leaflet_in_date_and_in_step_is_green_and_blocks_nothing() -> None:
    assert (state().light, state().blocks, state().reasons) == (Light.GREEN, Blocks.NOTHING, (LightReason.APPROVED,))
    assert state().days_left == 396


def test_a_draft_is_amber_and_prints() -> None:
    draft = state(is_draft=True)
    assert (draft.light, draft.blocks, draft.reasons) == (Light.AMBER, Blocks.NOTHING, (LightReason.DRAFT,))


@pytest.mark.parametrize(
    ("days", "light", "reason"),
    [
        (DUE_SOON_DAYS + 1, Light.GREEN, LightReason.APPROVED),
        (DUE_SOON_DAYS, Light.AMBER, LightReason.SOON),
        (0, Light.AMBER, LightReason.SOON),
        (-1, Light.RED, LightReason.OVERDUE),
    ],
)
def test_a_review_that_is_near_is_amber_and_one_that_has_passed_is_red(
    days: int, light: Light, reason: LightReason
) -> None:
    assert (due_in(days).light, due_in(days).reasons) == (light, (reason,))
    assert due_in(days).days_left == days


def test_an_overdue_leaflet_prints_when_a_reason_is_given() -> None:
    assert due_in(-1).blocks is Blocks.UNTIL_A_REASON
    assert state(next_review=TODAY - timedelta(1), is_draft=True).reasons == (LightReason.OVERDUE, LightReason.DRAFT)


@pytest.mark.parametrize("part", sorted(SAFETY_PARTS))
def test_a_translation_that_is_behind_in_what_keeps_a_reader_safe_does_not_print(part: str) -> None:
    behind = state(parts_behind=(("causes", "text"), ("management", "strategies", 0, part, 1)))
    assert (behind.light, behind.blocks) == (Light.RED, Blocks.ALL)
    assert behind.reasons == (LightReason.SAFETY_BEHIND,)


def test_a_translation_that_is_behind_elsewhere_is_amber_and_prints() -> None:
    behind = state(parts_behind=(("causes", "text"),), newest="1.1")
    assert (behind.light, behind.blocks, behind.reasons) == (Light.AMBER, Blocks.NOTHING, (LightReason.BEHIND,))


def test_an_older_version_of_which_nobody_knows_what_is_behind_does_not_print() -> None:
    assert state(newest="1.1").reasons == (LightReason.SAFETY_BEHIND,)
    assert state(newest="1.1", parts_behind=()).reasons == (LightReason.APPROVED,)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"mistakes": (FINDING,)}, LightReason.MISTAKE),
        ({"unreadable": "The file cannot be read."}, LightReason.MISTAKE),
        ({"levels_without_number": ("urgent",)}, LightReason.NUMBER),
        ({"fields_without_value": (FINDING,)}, LightReason.NUMBER),
    ],
)
def test_a_mistake_or_a_missing_number_has_no_way_round_even_with_a_reason(
    changes: dict[str, object], reason: LightReason
) -> None:
    red = state(next_review=TODAY - timedelta(1), **changes)
    assert (red.light, red.blocks, red.reasons) == (Light.RED, Blocks.ALL, (reason, LightReason.OVERDUE))


def test_a_file_that_does_not_say_when_its_review_is_due_has_no_days_left() -> None:
    unknown = state(next_review=None, unreadable="torn")
    assert (unknown.days_left, unknown.reasons) == (None, (LightReason.MISTAKE,))


def test_a_form_that_does_not_exist_in_a_size_blocks_and_names_the_one_that_does() -> None:
    refused = state().in_form("a4-trifold", "large")
    assert (refused.light, refused.blocks, refused.nearest_form) == (Light.RED, Blocks.ALL, "a4")
    assert refused.reasons == (LightReason.FORM,)
    assert state(is_draft=True).in_form("a4-trifold", "large").reasons == (LightReason.FORM, LightReason.DRAFT)
    assert refused.in_form("a4", "large").reasons == (LightReason.FORM,)


@pytest.mark.parametrize(("form", "size"), [("a4-trifold", "standard"), ("a4", "giant"), ("text", "giant")])
def test_a_form_that_exists_changes_nothing(form: str, size: str) -> None:
    assert state().in_form(form, size) == state()


def test_a_name_that_is_no_form_is_told() -> None:
    with pytest.raises(UsageProblem):
        state().in_form("a9", "large")
