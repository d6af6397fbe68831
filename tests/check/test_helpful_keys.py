"""Keys that would help are named in one note, each only where it would."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from handoutgen.check.helpful_keys import HOW, LONGEST_ESSENTIAL
from handoutgen.check.leaflet import check_leaflet
from handoutgen.content.load import leaflet_from, load_leaflet
from handoutgen.diagnostics import Severity
from story.small_leaflet import LEAFLET, STRATEGY

ROOT = Path(__file__).parents[2]
SOURCED: dict[str, Any] = {
    "about": {"text": "What it is.", "sources": ["book"]},
    "help": {key: {**level, "sources": ["book"]} for key, level in LEAFLET["help"].items()},
}
LONG = {"text": "\n\n".join(["Walk a little each day."] * (LONGEST_ESSENTIAL // 5 + 1)), "sources": ["book"]}


def notes(**changes: Any) -> list[str]:
    values = {key: value for key, value in {**LEAFLET, **SOURCED, **changes}.items() if value is not None}
    text = yaml.safe_dump(json.loads(json.dumps(values)), sort_keys=False)
    found = check_leaflet(leaflet_from(text.encode(), Path("en-GB.yaml")), today=date(2026, 11, 3))
    told = [finding for finding in found if finding.code == "HG132"]
    assert all(finding.severity is Severity.NOTE for finding in told)
    return [finding.message.partition(": ")[2] for finding in told]


def managed(**changes: Any) -> dict[str, Any]:
    kept = {key: value for key, value in STRATEGY.items() if key not in [k for k, v in changes.items() if v is None]}
    return {"strategies": [{**kept, **{key: value for key, value in changes.items() if value is not None}}]}


def record(**changes: Any) -> dict[str, Any]:
    return {**LEAFLET["review"], **changes}


def test_a_leaflet_that_lacks_none_of_them_is_told_nothing() -> None:
    assert notes() == []


@pytest.mark.parametrize(
    ("changes", "named", "mended"),
    [
        ({"about": {"text": "What it is."}}, "sources, at about", SOURCED),
        ({"help": LEAFLET["help"]}, "sources, at help.emergency, help.urgent, help.routine", SOURCED),
        (
            {"management": {**managed(), "uncertainty": "Much."}}, "sources, at management (uncertainty_sources)",
            {"management": {**managed(), "uncertainty": "Much.", "uncertainty_sources": ["book"]}},
        ),
        ({"about": LONG}, "level: full", {"about": LONG, "levels": {"tools": "full"}}),
        ({"about": LONG}, "level: full", {"about": {**LONG, "level": "full"}}),
        (
            {"management": managed(short=None, title="Stretch the calf at a wall or chair")}, "short, where the title",
            {"management": managed(title="Stretch the calf at a wall or chair")},
        ),
        ({"review": record(version="1.1")}, "changes", {"review": record(
            version="1.1", changes=[{"version": "1.1", "date": "2026-11-02", "what": "All."}])}),
        ({"review": record(version="2", supersedes="Old")}, "changes", {"review": record(version="1")}),
    ],
)  # fmt: skip
def test_a_key_is_named_where_it_would_help(changes: dict[str, Any], named: str, mended: dict[str, Any]) -> None:
    (note,) = notes(**changes)
    assert note.startswith(named)
    assert notes(**mended) == []


def test_sections_without_any_icon_leave_the_cover_bare() -> None:
    section = {"id": "looking-after", "text": "Rest.", "sources": ["book"]}
    (note,) = notes(kind="aftercare", management=None, sections=[section])
    assert note.startswith("icon, at sections")
    assert notes(kind="aftercare", management=None, sections=[{**section, "icon": "foot"}]) == []


def test_all_stand_in_one_note() -> None:
    (note,) = notes(about=LONG, help=LEAFLET["help"], review=record(version="1.1"))
    assert [part.partition(",")[0].partition(" ")[0] for part in note.split("; ")] == ["level:", "sources", "changes"]
    assert "supersedes, if" in note


def test_the_remedy_says_how_each_is_written() -> None:
    section = {"id": "looking-after", "text": "Rest."}
    values = {**LEAFLET, "kind": "aftercare", "sections": [section]}
    del values["management"]
    loaded = leaflet_from(yaml.safe_dump(values, sort_keys=False).encode(), Path("en-GB.yaml"))
    (note,) = [each for each in check_leaflet(loaded, today=date(2026, 11, 3)) if each.code == "HG132"]
    assert note.hint == f"write {HOW['icon']}; {HOW['sources']}."


@pytest.mark.parametrize("path", sorted((ROOT / "handouts").glob("*/*.yaml")), ids=lambda path: path.parent.name)
def test_the_leaflets_that_are_handed_out_are_told_nothing(path: Path) -> None:
    assert "HG132" not in [finding.code for finding in check_leaflet(load_leaflet(path), today=date(2026, 11, 22))]
