"""A report for staff, as words: nothing of it is a leaflet's or a clinic's."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReportTable:
    """Rows of plain texts under a heading; as many cells in each as in the head."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class StaffReport:
    """What is told, in plain texts."""

    title: str
    about: tuple[str, ...]
    tables: tuple[ReportTable, ...]
