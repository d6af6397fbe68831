"""A starter that somebody has filled in: what tests build from, as a starter itself may reach no patient."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from handoutgen.content.authoring.samples import samples_in
from handoutgen.content.authoring.starter import EXAMPLE_DAY, starter_leaflet
from handoutgen.content.load import leaflet_from


def written_leaflet(ident: str, language: str, today: date = EXAMPLE_DAY) -> str:
    """The starter of a leaflet with another word after each sample."""
    text = starter_leaflet(ident, language, today)
    samples = {sample for _, sample in samples_in(leaflet_from(text.encode(), Path("en-GB.yaml")).leaflet)}
    for sample in sorted(samples, key=len, reverse=True):
        text = re.sub(rf" {re.escape(sample)}(?=[ \n])", f" {_filled_in(sample)}", text)
    return text


def _filled_in(sample: str) -> str:
    return f"{sample[:-1]} here." if sample.endswith(".") else f"{sample} here"
