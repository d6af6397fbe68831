"""How a leaflet stands → the light beside it: whether it prints, what is said, and what has to be done first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from handoutgen.content.clinic import Clinic
from handoutgen.library.peek import LeafletEntry

SOON_DAYS = 90


class Light(StrEnum):
    """From what stops a print to what does not."""

    OVERDUE = "overdue"
    DRAFT = "draft"
    SOON = "soon"
    APPROVED = "approved"

    @property
    def colour(self) -> str:
        """Red, amber or green: the class of what shows it, beside its own shape and word."""
        return {"overdue": "red", "approved": "green"}.get(self.value, "amber")


@dataclass(frozen=True, slots=True)
class ShelfStanding:
    """How one leaflet stands for one clinic today."""

    light: Light
    version: str
    next_review: date | None
    approved_by: str = ""
    """The role that approved this very version for the clinic."""
    approved_on: date | None = None

    @property
    def needs_reason(self) -> bool:
        """Whether it prints only with a reason."""
        return self.light is Light.OVERDUE


def standing_of(entry: LeafletEntry, clinic: Clinic | None, today: date) -> ShelfStanding:
    """The standing of a leaflet in one language, by what its file and the clinic's say."""
    approval = clinic.approval_of(entry.id, entry.version) if clinic else None
    days = (entry.next_review - today).days if entry.next_review else 0
    if entry.next_review and days < 0:
        light = Light.OVERDUE
    elif approval is None and entry.status == "draft":
        light = Light.DRAFT
    else:
        light = Light.SOON if entry.next_review and days <= SOON_DAYS else Light.APPROVED
    who, when = (approval.role, approval.date) if approval else ("", None)
    return ShelfStanding(light, entry.version, entry.next_review, who, when)
