"""Titles, names and other plain words are printed as they were typed, in every form: in them, ** is two stars."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from handoutgen.build import Order, build
from handoutgen.formats import OUTPUTS, SIZES
from handoutgen.service.sense import Pair, pairs_of
from handoutgen.workshop import Workshop
from leaflets.samples import LEG_CRAMPS

ODD = r"1\. a ** [b] {{c}} <d> ~~"
TITLES = (
    "title",
    "short",
    "term",
    "name",
    "label",
    "subtitle",
    "publisher",
    "owner",
    "credit",
    "alt",
    "role",
    "example",
)
PAIRS = pairs_of(tuple(OUTPUTS), tuple(SIZES)).sensible


def with_odd_labels(value: Any) -> Any:
    """The same leaflet, each plain word of it odd."""
    if isinstance(value, list):
        return [with_odd_labels(each) for each in value]
    if not isinstance(value, dict):
        return value
    return {
        key: ODD if key in TITLES and isinstance(each, str) else with_odd_labels(each) for key, each in value.items()
    }


@pytest.fixture(scope="module")
def leaflet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("labels") / "leg-cramps-ms" / "en-GB.yaml"
    shutil.copytree(LEG_CRAMPS.parent, path.parent)
    values = yaml.load(LEG_CRAMPS.read_bytes(), yaml.BaseLoader)  # noqa: S506 - it makes texts, lists and mappings
    path.write_text(yaml.safe_dump(with_odd_labels(values), allow_unicode=True), encoding="utf-8")
    return path


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair.format}-{pair.size}")
def test_signs_in_plain_words_are_printed_in_every_form(leaflet: Path, pair: Pair, workshop: Workshop) -> None:
    assert build(Order(leaflet, None, pair.format, pair.size, date(2026, 12, 1)), workshop).data
