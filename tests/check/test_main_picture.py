"""The picture beside the title is one of the leaflet's figures, by its pose or its file."""

from __future__ import annotations

from pathlib import Path

import pytest

from check.checked_texts import FIXTURE, TODAY
from handoutgen.check.findings import Findings
from handoutgen.check.leaflet import check_leaflet
from handoutgen.check.main_picture import check_main_picture
from handoutgen.content.load import leaflet_from
from handoutgen.diagnostics import Diagnostic, Severity

LEG_CRAMPS = Path(__file__).parents[2] / "handouts/leg-cramps-ms/en-GB.yaml"
NAMED = "main_picture: calf-wall\n"


def found(name: str | None, path: Path = LEG_CRAMPS) -> list[Diagnostic]:
    """What is said of a leaflet that names this picture for its title."""
    text = path.read_text(encoding="utf-8").replace(NAMED, "")
    text += f"main_picture: {name}\n" if name else ""
    told = check_leaflet(leaflet_from(text.encode(), path), today=TODAY)
    return [finding for finding in told if finding.code == "HG133"]


@pytest.mark.parametrize("name", [None, "calf-wall", "where-cramps-happen"])
def test_a_posed_figure_of_the_leaflet_or_none_at_all_is_right(name: str | None) -> None:
    assert found(name) == []


def test_a_figure_from_a_file_is_named_by_its_file() -> None:
    assert found("knee.svg", FIXTURE) == []


def test_a_name_that_no_figure_has_is_an_error_that_names_the_nearest() -> None:
    (finding,) = found("calf-wal")
    assert finding.severity is Severity.ERROR
    assert finding.message == 'the leaflet has no figure "calf-wal"'
    assert finding.hint == 'did you mean "calf-wall"?'
    assert finding.span is not None


def test_where_none_is_near_all_are_listed() -> None:
    (finding,) = found("brain.svg.old.copy")
    assert finding.hint is not None
    assert all(name in finding.hint for name in ("calf-wall", "calf-towel-bed", "where-cramps-happen"))


def test_a_leaflet_without_figures_is_told_to_take_the_line_away() -> None:
    loaded = leaflet_from(LEG_CRAMPS.read_bytes(), LEG_CRAMPS)
    bare = {key: getattr(loaded.leaflet, key) for key in ("about", "causes", "symptoms")}
    assert any(section and section.figure for section in bare.values())
    plain = {key: section and section.model_copy(update={"figure": None}) for key, section in bare.items()}
    leaflet = loaded.leaflet.model_copy(update={**plain, "management": None})
    findings = Findings(loaded.sources)
    check_main_picture(leaflet, findings)
    (finding,) = findings.in_order()
    assert finding.hint == "give the leaflet a figure, or take the line away."
