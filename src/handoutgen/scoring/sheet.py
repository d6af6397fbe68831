"""A tool held against a leaflet: each item with its mark, the scores, and what would help most."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from types import MappingProxyType

from msgspec import Struct

from handoutgen.content.model import Leaflet
from handoutgen.content.record import ItemAnswer
from handoutgen.scoring.clear_communication import CLEAR_COMMUNICATION, SHARED_FATE
from handoutgen.scoring.items import Decision, Evident, ItemMark, ScoreItem, ScoreTool
from handoutgen.scoring.pemat import PEMAT

TOOLS = MappingProxyType({tool.name: tool for tool in (PEMAT, CLEAR_COMMUNICATION)})
ANSWERS = MappingProxyType({"met": ItemMark.YES, "not met": ItemMark.NO, "does not apply": ItemMark.NOT_APPLICABLE})
"""What a person writes in the file → the mark."""


class ScoredItem(Struct, frozen=True):
    """An item with its mark; `by` is the role of who answered it, empty for the program."""

    number: int
    scale: str
    asks: str
    mark: ItemMark
    because: str
    by: str = ""


class Score(Struct, frozen=True):
    """Points by items that apply, in per cent. What needs a person counts for nothing in `least`, as met in `most`."""

    scale: str
    least: int
    most: int
    open: int
    """How many items need a person."""
    passes_at: int

    @property
    def verdict(self) -> str:
        """Whether it passes, fails, or hangs on what needs a person."""
        if self.least >= self.passes_at:
            return "passes"
        return "fails" if self.most < self.passes_at else "open"


class ScoreSheet(Struct, frozen=True):
    """A filled-in sheet of one tool."""

    tool: ScoreTool
    items: tuple[ScoredItem, ...]
    scores: tuple[Score, ...]
    unknown: tuple[int, ...]
    """Items that the file answers and the tool does not have."""

    @property
    def to_do(self) -> tuple[ScoredItem, ...]:
        """What to do next: what is not met, then what needs a person."""
        return tuple(item for mark in (ItemMark.NO, ItemMark.PERSON) for item in self.items if item.mark is mark)


def score_sheet(tool: ScoreTool, leaflet: Leaflet, found: Collection[str]) -> ScoreSheet:
    """The sheet of a tool for a leaflet; `found` are the codes of what the checks find in it and nobody has waived.

    What a person has answered stands where the program decides nothing. A `no` of the program's stays one, for what it
    finds is there; an answer older than the last review is asked for again.
    """
    evident = Evident(leaflet, found)
    given = sorted((each for each in leaflet.review.scored if each.tool == tool.name), key=lambda each: each.date)
    answers = {answer.item: answer for answer in given}  # the newest counts
    since = leaflet.review.last_reviewed
    items = [_scored(item, item.decide(evident), answers.get(item.number), since) for item in tool.items]
    items = _sharing_fate(tool, items)
    scores = tuple(_score(scale, tool.passes_at, [i for i in items if i.scale == scale]) for scale in tool.scales)
    unknown = tuple(sorted(answers.keys() - {item.number for item in tool.items}))
    return ScoreSheet(tool, tuple(items), scores, unknown)


def _scored(item: ScoreItem, decided: Decision, answer: ItemAnswer | None, since: date) -> ScoredItem:
    told = ScoredItem(item.number, item.scale, item.asks, decided.mark, decided.because)
    if answer is None or decided.mark is ItemMark.NO:
        return told
    if answer.date < since:
        again = f"answered on {answer.date.isoformat()}, before the last review; {decided.because}"
        return ScoredItem(item.number, item.scale, item.asks, ItemMark.PERSON, again)
    because = f"{answer.by}, {answer.date.isoformat()}"
    return ScoredItem(item.number, item.scale, item.asks, ANSWERS[answer.answer], because, answer.by)


def _sharing_fate(tool: ScoreTool, items: list[ScoredItem]) -> list[ScoredItem]:
    """Items that get no point because another has none."""
    failed = {item.number for item in items if item.mark is ItemMark.NO}
    lost = {each: first for (name, first), others in SHARED_FATE.items() if name == tool.name and first in failed
            for each in others}  # fmt: skip
    return [
        ScoredItem(item.number, item.scale, item.asks, ItemMark.NO, f"item {lost[item.number]} is not met")
        if item.number in lost
        else item
        for item in items
    ]


def _score(scale: str, passes_at: int, items: list[ScoredItem]) -> Score:
    apply = [item for item in items if item.mark is not ItemMark.NOT_APPLICABLE]
    met = sum(item.mark is ItemMark.YES for item in apply)
    unanswered = sum(item.mark is ItemMark.PERSON for item in apply)
    total = len(apply) or 1
    return Score(scale, 100 * met // total, 100 * (met + unanswered) // total, unanswered, passes_at)
