"""Loaded content turned into findings: what is missing, out of date or hard to read, known without any layout."""

from __future__ import annotations

from handoutgen.check.leaflet import check_fields, check_fields_with, check_leaflet

__all__ = ["check_fields", "check_fields_with", "check_leaflet"]
