"""Leaflets laid out and drawn once for all tests of the finished page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from handoutgen.content.audience import for_tags
from handoutgen.content.load import LoadedLeaflet
from handoutgen.content.model import Leaflet
from handoutgen.formats import Options, parse_printed, parse_size
from handoutgen.layout.forms.compositions import lay_out
from handoutgen.layout.setting import Setting
from handoutgen.pdf.writing.render import render
from handoutgen.plan.pages import Composed, Plan
from handoutgen.workshop import Workshop
from leaflets.samples import LEG_CRAMPS, ROOT

__all__ = ["LEG_CRAMPS", "ROOT", "Made", "Make"]


@dataclass(frozen=True)
class Made:
    """A leaflet in one form and size, at every stage."""

    loaded: LoadedLeaflet
    leaflet: Leaflet
    """As it is printed without a clinic."""
    setting: Setting
    plan: Plan
    composed: Composed
    data: bytes


Make = Callable[..., Made]


@pytest.fixture(scope="session")
def workshop() -> Workshop:
    return Workshop()


@pytest.fixture(scope="session")
def make(workshop: Workshop) -> Make:
    """(form, size, path) → the leaflet, made once."""

    @cache
    def make(form: str, size: str, path: Path = LEG_CRAMPS, options: Options = Options()) -> Made:  # noqa: B008
        loaded = workshop.leaflet(path)
        printed = parse_printed(form)
        base = printed.in_print(parse_size(size))
        setting = workshop.setting(loaded, None, printed, base, options)
        leaflet = for_tags(loaded.leaflet, ())
        plan, composed = lay_out(leaflet, setting, printed, base, options)
        return Made(loaded, leaflet, setting, plan, composed, render(plan, workshop.fonts))

    return make
