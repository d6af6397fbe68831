"""A report for staff, as words: nothing of it is a leaflet's or a clinic's."""

from __future__ import annotations

from msgspec import Struct


class ReportTable(Struct, frozen=True):
    """Rows of plain texts under a heading; as many cells in each as in the head."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class StaffReport(Struct, frozen=True):
    """What is told, in plain texts."""

    title: str
    about: tuple[str, ...]
    tables: tuple[ReportTable, ...]
