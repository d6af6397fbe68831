"""A leaflet → the forms that it can be built in today, by building each: the only way to know."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from msgspec import Struct

from handoutgen.build import Order, build
from handoutgen.errors import ContentRefused, HandoutError, InternalError
from handoutgen.formats import ALL
from handoutgen.library.peek import LeafletEntry
from handoutgen.service.sense import SOLE_PARTS, has_part, pairs_of, sole_part
from handoutgen.workshop import Workshop


class BuiltForms(Struct, frozen=True):
    """Names of forms, in the order in which `list --formats` has them."""

    built: tuple[str, ...]
    refused: Mapping[str, str]
    """Form → why it cannot be built."""


def forms_that_build(entry: LeafletEntry, clinic: Path | None, today: date, workshop: Workshop) -> BuiltForms:
    """Every form in standard print, for a clinic or for none; no file is written. A diary is no form of a leaflet that
    has none, nor is an Easy Read."""
    built, refused = [], {}
    lacking = {part for part in SOLE_PARTS.values() if not has_part(part, entry.path, clinic)}
    for pair in pairs_of((ALL,), ("standard",)).sensible:
        if sole_part(pair.format) in lacking:
            continue
        try:
            build(Order(entry.path, clinic, pair.format, pair.size, today), workshop)
        except ContentRefused as problem:
            errors = [finding for finding in problem.diagnostics if finding.is_error]
            refused[pair.format] = "; ".join(f"{each.code} {each.message}" for each in errors[:3])
        except (HandoutError, InternalError) as problem:
            refused[pair.format] = str(problem)
        else:
            built.append(pair.format)
    return BuiltForms(tuple(built), refused)
