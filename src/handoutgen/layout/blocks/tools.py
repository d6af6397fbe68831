"""Tools to write on: diary, checklist, goals, questions, notes; each under its own heading."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from handoutgen.content.tools import Checklist, Diary, Goals, Notes, Questions, Tool
from handoutgen.layout.blocks.diary_chart import diary_chart, is_grid
from handoutgen.layout.blocks.lists import keep_ends, tick_boxes, ticked
from handoutgen.layout.blocks.prose import prose
from handoutgen.layout.blocks.sections import headed, heading, open_section
from handoutgen.layout.blocks.writing import (
    blank_lines,
)
from handoutgen.layout.flow.atoms import (
    HARD,
    NEVER,
    Atom,
    glued,
    mostly_whole,
    piece_atom,
    spanning,
)
from handoutgen.layout.setting import Look
from handoutgen.plan.element import Element
from handoutgen.story.voice import words_of

STACKED_ENTRIES = 4
"""Diary entries when every entry is a small form of its own: about two pages in giant print."""


def tool_atoms(look: Look, parent: Element, tool: Tool, ident: str, *, box: float | None = None) -> list[Atom]:
    """One tool with its heading; its boxes to tick of `box` pt, on a sheet to write on."""
    sect = open_section(parent, ident)
    if isinstance(tool, Diary):
        return _diary(look, sect, tool)
    grid = look.grid
    head = heading(look, sect, tool.title, grid.measure)
    body = prose(look, sect, tool.intro, grid.measure) if tool.intro else []
    space = look.unit if body else 0.0
    match tool:
        case Checklist():
            body += _ticks(look, sect, tool.items, space, box)
        case Questions():
            body += _ticks(look, sect, tool.questions, space, box)
            if tool.lines:
                label = look.voice.word("my_questions")
                own = piece_atom(look.text(sect.add("P"), label, grid.measure), before=look.unit)
                body += glued([own, *blank_lines(look, sect, label, tool.lines, grid.measure)])
                body[-1] = _with_room(look, body[-1])
        case Goals():
            for index, prompt in enumerate(tool.prompts):
                words = look.text(sect.add("P"), look.voice.phrase(prompt), grid.measure, bold=True)
                body += mostly_whole(words, look.grid.depth, before=space if index == 0 else look.unit * 2)
                about = words_of(look.voice.phrase(prompt))
                body += glued([Atom((), 0.0), *blank_lines(look, sect, about, tool.lines, grid.measure)])
        case Notes():
            body += keep_ends([[line] for line in blank_lines(look, sect, tool.title, tool.lines, grid.measure)])
            body[-1] = _with_room(look, body[-1])
    return headed(look, head, body, remind=tool.title)


def _ticks(look: Look, sect: Element, items: Sequence[str], before: float, box: float | None) -> list[Atom]:
    if box is None:
        return ticked(look, sect, items, look.grid.measure, before=before)
    return tick_boxes(look, sect, items, look.grid.measure, before=before, side=box)


def _with_room(look: Look, last: Atom) -> Atom:
    """The end of lines to write on with more white under it, or the hairline over the next section is one of them."""
    return replace(last, height=last.height + look.unit * 2)


def _diary(look: Look, sect: Element, diary: Diary) -> list[Atom]:
    """The chart across the full width, or a form for each entry where the columns are too narrow for the words."""
    grid = look.grid
    head = heading(look, sect, diary.title, grid.measure)
    intro = prose(look, sect, diary.intro, grid.line) if diary.intro else [Atom((), 0.0)]
    top = headed(look, head, intro)
    chart = diary_chart(look, sect, diary, diary.rows, min(diary.rows, STACKED_ENTRIES))
    if diary.rows > STACKED_ENTRIES and not is_grid(look, diary):
        more = look.text(sect.add("P"), look.voice.word("copy_pages"), grid.measure)
        chart.append(piece_atom(more, before=look.unit * 2, cost=HARD))
    chart[-1] = _with_room(look, chart[-1])
    return spanning([*top, chart[0].with_break(before=look.unit * 1.5, cost=NEVER), *chart[1:]])
