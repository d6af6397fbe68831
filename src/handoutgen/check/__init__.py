"""Loaded content turned into findings: what is missing, out of date or hard to read, known without any layout."""

from __future__ import annotations

from handoutgen.check.clinic import check_clinic, check_clinic_with
from handoutgen.check.leaflet import check_fields, check_fields_with, check_leaflet

__all__ = ["check_clinic", "check_clinic_with", "check_fields", "check_fields_with", "check_leaflet"]
