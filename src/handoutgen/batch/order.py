"""Jobs → the same jobs in the order in which a worker can use most of what it did before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar

from handoutgen.batch.matrix import Row

CLINICS_AT_A_TIME = 40
"""All forms of so many clinics before the next ones: a workshop remembers more clinics than these."""


class HasRow(Protocol):
    """Anything about one row."""

    @property
    def row(self) -> Row:
        """The row."""
        ...


J = TypeVar("J", bound=HasRow)


def work_order(jobs: Sequence[J]) -> list[J]:
    """Leaflet by leaflet, form by form, and within a form clinic after clinic: what is the same for all clinics is
    then laid out once."""
    leaflets: dict[object, int] = {}
    clinics: dict[object, int] = {}
    forms: dict[object, int] = {}
    keyed = []
    for job in jobs:
        row = job.row
        leaflet = leaflets.setdefault(row.leaflet.path, len(leaflets))
        clinic = clinics.setdefault(row.clinic.path if row.clinic else None, len(clinics))
        form = forms.setdefault((row.format, row.size), len(forms))
        keyed.append(((leaflet, clinic // CLINICS_AT_A_TIME, form, clinic), job))
    return [job for _, job in sorted(keyed, key=lambda pair: pair[0])]
