"""`handoutgen score`: text, JSON and a page."""

from __future__ import annotations

from pathlib import Path

from cli.commandline import Typed
from handoutgen.cli.score import TOOL_NAMES
from handoutgen.pdf.reading.inspect import inspect_pdf
from handoutgen.scoring.sheet import TOOLS


def test_both_sheets_are_told(typed: Typed) -> None:
    answer = typed("score", "leg-cramps-ms")
    assert answer.code == 0
    assert "PEMAT-P" in answer.out and "Clear Communication Index" in answer.out
    assert "needs a person" in answer.out


def test_json_has_every_item(typed: Typed) -> None:
    told = typed("score", "leg-cramps-ms", "--tool", "cci", "--json").json
    (sheet,) = told["sheets"]
    assert (told["id"], sheet["tool"], len(sheet["items"])) == ("leg-cramps-ms", "cci", 20)


def test_a_report_is_of_one_tool(typed: Typed, tmp_path: Path) -> None:
    assert typed("score", "leg-cramps-ms", "--report", "both.pdf").code == 2
    assert not (tmp_path / "both.pdf").exists()
    assert typed("score", "leg-cramps-ms", "--tool", "pemat", "--report", "one.pdf").code == 0
    assert inspect_pdf((tmp_path / "one.pdf").read_bytes()).title == "PEMAT-P"


def test_all_tools_are_offered() -> None:
    assert tuple(TOOLS) == TOOL_NAMES
