"""A starter that somebody has filled in: what tests build from, as a starter itself may reach no patient."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from pydantic import BaseModel

from handoutgen.content.authoring.samples import samples_in
from handoutgen.content.authoring.starter import EXAMPLE_DAY, starter_clinic, starter_leaflet
from handoutgen.content.kinds import KindName
from handoutgen.content.load import clinic_from, leaflet_from


def written_leaflet(ident: str, language: str, today: date = EXAMPLE_DAY, kind: KindName = KindName.CONDITION) -> str:
    """The starter of a leaflet with another word after each sample."""
    text = starter_leaflet(ident, language, today, kind=kind)
    return _written(text, leaflet_from(text.encode(), Path("en-GB.yaml")).leaflet)


def written_clinic(ident: str) -> str:
    """The starter of a clinic with another word after each sample, and another number."""
    text = starter_clinic(ident)
    return _written(text, clinic_from(text.encode(), Path(f"{ident}.yaml")).clinic)


def _written(text: str, model: BaseModel) -> str:
    for sample in sorted({sample for _, sample in samples_in(model)}, key=len, reverse=True):
        text = re.sub(rf" {re.escape(sample)}(?=[] ,\n])", f" {_filled_in(sample)}", text)
    return text


def _filled_in(sample: str) -> str:
    if sample[0].isdigit():
        return "0117 496 0123"
    return f"{sample[:-1]} here." if sample.endswith(".") else f"{sample} here"
