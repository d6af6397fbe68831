"""A part that prints after the sections, though it stands before them in the file, is told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from handoutgen.check.findings import Findings
from handoutgen.check.printed_order import check_printed_order
from handoutgen.content.load import leaflet_from
from story.small_leaflet import LEAFLET

SECTIONS = [{"id": "looking-after", "text": "Rest."}]
SYMPTOMS = {"text": "It hurts."}


def told(kind: str, **parts: Any) -> list[tuple[str, int]]:
    """The parts that are told, each with its line, of a leaflet whose parts stand in this order."""
    kept = {key: value for key, value in LEAFLET.items() if key != "management"}
    text = yaml.safe_dump({"kind": kind, **parts, **kept}, sort_keys=False)
    loaded = leaflet_from(text.encode(), Path("en-GB.yaml"))
    findings = Findings(loaded.sources)
    check_printed_order(loaded.leaflet, findings)
    return [(each.message.split('"')[1], each.span.line) for each in findings.in_order()]


def test_symptoms_above_the_sections_are_told_at_their_key() -> None:
    assert told("aftercare", symptoms=SYMPTOMS, sections=SECTIONS) == [("symptoms", 2)]
    both = told("aftercare", symptoms=SYMPTOMS, causes={"text": "A fall."}, sections=SECTIONS)
    assert both == [("symptoms", 2), ("causes", 4)]


def test_what_prints_where_it_stands_is_not() -> None:
    assert told("aftercare", sections=SECTIONS, symptoms=SYMPTOMS) == []
    assert told("aftercare", sections=SECTIONS) == []


@pytest.mark.parametrize("kind", ["condition", "exercises"])
def test_each_kind_has_its_own_order(kind: str) -> None:
    management = LEAFLET["management"]
    assert told(kind, management=management, sections=SECTIONS) == []
    symptoms_first = told(kind, symptoms=SYMPTOMS, management=management, sections=SECTIONS)
    assert [name for name, _ in symptoms_first] == (["symptoms"] if kind == "exercises" else [])
