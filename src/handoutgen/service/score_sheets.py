"""A leaflet's file → its score sheets, in values for programs and words for staff."""

from __future__ import annotations

from datetime import date
from typing import Any

from msgspec import to_builtins

from handoutgen.check.leaflet import check_leaflet
from handoutgen.content.load import LoadedLeaflet
from handoutgen.phrases import counted, shortened
from handoutgen.scoring.items import ItemMark
from handoutgen.scoring.sheet import TOOLS, Score, ScoreSheet, score_sheet
from handoutgen.story.report import ReportTable, StaffReport

LONGEST_ON_PAPER = 80
"""Characters of what an answer rests on, in the report."""
_SHORT = {ItemMark.NO: "NO", ItemMark.PERSON: "ask", ItemMark.NOT_APPLICABLE: "n/a"}
"""For the narrow column of the report."""


def score_sheets(loaded: LoadedLeaflet, tools: tuple[str, ...], today: date) -> tuple[ScoreSheet, ...]:
    """The sheets of these tools, which are some of `TOOLS`, in their order."""
    found = {finding.code for finding in check_leaflet(loaded, today=today)}
    return tuple(score_sheet(TOOLS[name], loaded.leaflet, found) for name in tools)


def score_words(score: Score) -> str:
    """A score in words: "actionability 80 to 100 %, pass mark 70 %: passes, 1 item to ask"."""
    share = f"{score.least} %" if score.least == score.most else f"{score.least} to {score.most} %"
    told = f"{score.scale} {share}, pass mark {score.passes_at} %: {score.verdict}"
    return told + (f", {counted(score.open, 'item')} to ask" if score.open else "")


def sheet_object(sheet: ScoreSheet) -> dict[str, Any]:
    """A sheet for programs."""
    return {
        "tool": sheet.tool.name,
        "source": sheet.tool.source,
        "scores": [{**to_builtins(score), "verdict": score.verdict} for score in sheet.scores],
        "items": to_builtins(sheet.items),
        "next": [item.number for item in sheet.to_do],
        "unknown_items": list(sheet.unknown),
    }


def score_report(loaded: LoadedLeaflet, sheet: ScoreSheet, day: date) -> StaffReport:
    """A sheet as a page to print: what is to be done first."""
    about = (
        f"{loaded.leaflet.title}, version {loaded.leaflet.review.version}, on {day.day} {day:%B %Y}",
        *(f"{words[:1].upper()}{words[1:]}." for words in map(score_words, sheet.scores)),
        f"After {sheet.tool.source}, in our own words.",
        "ask: a person answers it; n/a: it does not apply",
    )
    rest = [item for item in sheet.items if item not in sheet.to_do]
    rows = tuple(
        (str(item.number), _SHORT.get(item.mark, item.mark), item.asks, shortened(item.because, LONGEST_ON_PAPER))
        for item in (*sheet.to_do, *rest)
    )
    return StaffReport(sheet.tool.title, about, (ReportTable("Items", ("No.", "Met", "What it asks", "Why"), rows),))


def mark_shown(mark: ItemMark) -> str:
    """A mark as a reader of the sheet sees it: a no must not be overlooked."""
    return "NO" if mark is ItemMark.NO else str(mark)
