"""What is known of a leaflet for a clinic, and a day → its traffic light: green, amber or red, why, what it blocks.

Nothing is found out here: approvals, versions, missing numbers and mistakes come from the rooms that know them, so that
the light never says anything but what the build does. Where the two could part, the light is the stricter one.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from handoutgen.check.leaflet import DUE_SOON_DAYS
from handoutgen.content.yaml.nodes import ModelPath
from handoutgen.diagnostics import Diagnostic
from handoutgen.errors import UsageProblem
from handoutgen.formats import Format, parse_format, parse_size, refuse
from handoutgen.translation.parts import SAFETY_PARTS


class Light(StrEnum):
    """The colour."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


class Blocks(StrEnum):
    """What may not be done with the leaflet."""

    NOTHING = "nothing"
    UNTIL_A_REASON = "until a reason is given"
    """Nothing is printed or saved before somebody has said why; the reason is printed."""
    ALL = "no way round"


class LightReason(StrEnum):
    """Why a light shows what it shows; the gravest first."""

    MISTAKE = "mistake"
    """Its file, or the clinic's, has a mistake."""
    NUMBER = "number"
    """A number or another field of the clinic is missing that the leaflet needs."""
    SAFETY_BEHIND = "safety_behind"
    """The translation is older than the leaflet in what keeps a reader safe, or nobody knows in what."""
    FORM = "form"
    """The form does not exist in the print size."""
    OVERDUE = "overdue"
    BEHIND = "behind"
    """The translation is older in other parts."""
    DRAFT = "draft"
    SOON = "soon"
    APPROVED = "approved"


_SHOWS: Mapping[LightReason, tuple[Light, Blocks]] = MappingProxyType({
    LightReason.MISTAKE: (Light.RED, Blocks.ALL),
    LightReason.NUMBER: (Light.RED, Blocks.ALL),
    LightReason.SAFETY_BEHIND: (Light.RED, Blocks.ALL),
    LightReason.FORM: (Light.RED, Blocks.ALL),
    LightReason.OVERDUE: (Light.RED, Blocks.UNTIL_A_REASON),
    LightReason.BEHIND: (Light.AMBER, Blocks.NOTHING),
    LightReason.DRAFT: (Light.AMBER, Blocks.NOTHING),
    LightReason.SOON: (Light.AMBER, Blocks.NOTHING),
    LightReason.APPROVED: (Light.GREEN, Blocks.NOTHING),
})  # fmt: skip


class Approver(Struct, frozen=True):
    """Who has approved the very version that is there, and when."""

    role: str
    date: date
    organisation: str = ""
    """Empty where it is the clinic itself."""


class LeafletStanding(Struct, frozen=True):
    """What is known of a leaflet in one language for a clinic, or for none, whatever the day."""

    id: str
    language: str
    version: str = ""
    next_review: date | None = None
    approver: Approver | None = None
    is_draft: bool = True
    """Whether its first page says so."""
    newest: str = ""
    """The higher version that another language has; empty when it is in step, or where `parts_behind` tells more."""
    parts_behind: tuple[ModelPath, ...] | None = None
    """Parts that are older than in the language it was made from; None where that is not known part by part."""
    levels_without_number: tuple[str, ...] = ()
    """Levels of help at which the clinic has no number to call."""
    fields_without_value: tuple[Diagnostic, ...] = ()
    """Where texts show a field that the clinic has not filled in, or any field when there is no clinic."""
    is_by_version_alone: bool = False
    """Whether the clinic's approval names no text, so that nobody can tell whether this is the one that was read."""
    changed_since: Diagnostic | None = None
    """What has changed since the clinic approved it, where its version has not risen: a draft, and one that cannot be
    approved as it is."""
    mistakes: tuple[Diagnostic, ...] = ()
    unreadable: str = ""
    """Why its file could not be read at all."""

    def on(self, today: date) -> LeafletState:
        """How it stands on a day."""
        days_left = (self.next_review - today).days if self.next_review else None
        reasons = {
            LightReason.MISTAKE: bool(self.mistakes or self.unreadable),
            LightReason.NUMBER: bool(self.levels_without_number or self.fields_without_value),
            LightReason.SAFETY_BEHIND: self._is_behind_in_safety,
            LightReason.OVERDUE: days_left is not None and days_left < 0,
            LightReason.BEHIND: bool(self.parts_behind) and not self._is_behind_in_safety,
            LightReason.DRAFT: self.is_draft,
            LightReason.SOON: days_left is not None and 0 <= days_left <= DUE_SOON_DAYS,
        }
        found = tuple(reason for reason, holds in reasons.items() if holds)
        return LeafletState(self, found or (LightReason.APPROVED,), days_left)

    @property
    def _is_behind_in_safety(self) -> bool:
        if self.parts_behind is None:
            return bool(self.newest)
        return any(step in SAFETY_PARTS for path in self.parts_behind for step in path)


class LeafletState(Struct, frozen=True):
    """The traffic light of a leaflet in one language on one day."""

    standing: LeafletStanding
    reasons: tuple[LightReason, ...]
    """Never empty; the gravest first, which is what a line has room for."""
    days_left: int | None
    """Until the next review; negative when it is overdue, None when the file does not say."""
    nearest_form: str = ""
    """Where the form does not exist in the print size: the form that does."""

    @property
    def light(self) -> Light:
        """The colour of the gravest reason."""
        return _SHOWS[self.reasons[0]][0]

    @property
    def blocks(self) -> Blocks:
        """What may not be done."""
        return _SHOWS[self.reasons[0]][1]

    def in_form(self, form: str, size: str) -> LeafletState:
        """The state in a printed form and size. Raises UsageProblem for a name of either that there is not."""
        output, print_size = parse_format(form), parse_size(size)
        if not isinstance(output, Format):
            return self
        try:
            refuse(output, print_size)
        except UsageProblem:
            reasons = {*self.reasons, LightReason.FORM} - {LightReason.APPROVED}
            in_order = tuple(reason for reason in _SHOWS if reason in reasons)
            return replace(self, reasons=in_order, nearest_form=output.instead)
        return self
