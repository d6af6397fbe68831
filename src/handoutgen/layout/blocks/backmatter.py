"""The end of a leaflet: words explained, support, sources, and the review record."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from handoutgen.content.record import GlossaryEntry, Source, Support
from handoutgen.layout.blocks.sections import headed, open_section, reminder, shared_heading
from handoutgen.layout.flow.atoms import (
    EASY,
    FREE,
    HARD,
    LAST_RESORT,
    NEVER,
    Atom,
    continued,
    glued,
    kept_together,
    merge,
    mostly_whole,
    piece_atom,
    spanning,
    text_atoms,
    total_height,
)
from handoutgen.layout.flow.pieces import Rule, TextPiece
from handoutgen.layout.setting import Look
from handoutgen.plan.element import Element
from handoutgen.story.citing import NamesSources
from handoutgen.story.entries import glossary_words, sources_by_publisher, sources_note, support_words
from handoutgen.story.record import Record
from handoutgen.story.voice import Runs

CLOSE = 0.25
"""In baseline units: between facts and between publishers."""
ITEM = re.compile(r"\d+\.\u00a0")
"""How a source begins."""
WHOLE_SOURCES, BOTH_COLUMNS = 120.0, 1.4
"""For a page break in sources that a page can hold, less than a page more costs; and how many times its depth both of
its columns hold, with other words over them."""
SHORT = 5
"""A publisher's sources on so few lines are never parted."""


def glossary_atoms(look: Look, parent: Element, entries: Sequence[GlossaryEntry]) -> list[Atom]:
    """Each word in bold, then what it means."""
    sect = open_section(parent, "glossary")
    head = shared_heading(look, sect, look.voice.word("glossary"))
    holder = sect.add("L", numbering="None")
    body: list[Atom] = []
    for index, entry in enumerate(entries):
        term, *meaning = glossary_words(look.voice, entry)
        item = holder.add("LI")
        piece = look.labelled(item.add("Lbl"), item.add("LBody"), term, meaning, look.grid.measure, look.scale.small)
        body += _entry(look, piece, index, len(entries))
    return headed(look, head, body)


def support_atoms(look: Look, parent: Element, support: Sequence[Support]) -> list[Atom]:
    """Organisations, what they offer, and how to reach them."""
    sect = open_section(parent, "support")
    head = shared_heading(look, sect, look.voice.word("support"))
    holder = sect.add("L", numbering="None")
    body: list[Atom] = []
    for index, place in enumerate(support):
        words = support_words(look.voice, place)
        piece = look.text(holder.add("LI").add("LBody"), words, look.grid.measure, look.scale.small)
        body += _entry(look, piece, index, len(support))
    return headed(look, head, body)


def _entry(look: Look, piece: TextPiece, index: int, count: int) -> list[Atom]:
    """One of `count` words or organisations: the first and the last seldom stand alone on a page."""
    cost = HARD if index in (1, count - 1) else EASY
    return mostly_whole(piece, look.grid.depth, before=look.unit * 0.4 if index else 0.0, cost=cost)


def sources_atoms(look: Look, parent: Element, sources: Sequence[Source], parts: Sequence[NamesSources]) -> list[Atom]:
    """The sources run in by publisher, then which part of the leaflet rests on which. They are whole if a page can
    hold them, over two columns then under one heading; where they go on on the next one, that says so."""
    sect, title = open_section(parent, "sources"), look.voice.word("sources")
    body: list[Atom] = []
    for said in sources_by_publisher(sources):
        space = look.unit * CLOSE if body else 0.0
        body += _parted_before_items(_small(look, sect, said), before=space)
    note = sources_note(look.voice, sources, parts)
    if note:
        body += _shared_by_columns(look, _small(look, sect, note), before=look.unit * 0.4)
    paragraphs, sect.kids = sect.kids, []
    is_across = look.grid.has_columns and total_height(body) <= look.grid.depth * BOTH_COLUMNS
    head = shared_heading(look, sect, title, look.grid.full if is_across else None)
    sect.kids += paragraphs
    if is_across:
        return _across(look, head, body, title)
    whole = kept_together(headed(look, head, body), look.grid.depth, WHOLE_SOURCES)
    if look.grid.has_columns:
        return continued(whole, reminder(look, title, width=look.grid.full))
    return continued(whole, _if_there_is_room(look, title))


def _across(look: Look, head: Atom, body: Sequence[Atom], title: str) -> list[Atom]:
    """Both columns under one heading, whose line over both says that the right one goes on with it."""
    line = piece_atom(Rule(look.grid.full, look.scale.rule, look.palette.accent))
    named = merge([line, head.with_break(before=look.unit * 0.8)])
    (over,) = spanning([named.with_break(before=look.unit * 2, cost=FREE)])
    first, *rest = [body[0], *(atom.with_break(cost=max(atom.cost, WHOLE_SOURCES)) for atom in body[1:])]
    under = [first.with_break(before=look.unit * 0.6, cost=NEVER), *rest]
    return [over, *continued([over, *under], reminder(look, title, width=look.grid.full))[1:]]


def _small(look: Look, sect: Element, said: Runs | str) -> TextPiece:
    """A paragraph in the level of what stands at the end."""
    return look.text(sect.add("P"), said, look.grid.measure, look.scale.small)


def _shared_by_columns(look: Look, piece: TextPiece, before: float) -> list[Atom]:
    """A long paragraph that may begin in one column and end in the other: alone on a page it would leave half of it
    white."""
    if look.grid.has_columns:
        return text_atoms(piece, before=before, cost=HARD, whole_up_to=SHORT)
    return mostly_whole(piece, look.grid.depth, before=before, cost=HARD)


def _parted_before_items(piece: TextPiece, before: float) -> list[Atom]:
    """A publisher's paragraph: whole if it is short, else parted only where a line begins with a source."""
    count = len(piece.lines)
    starts = [i for i, line in enumerate(piece.lines) if i and ITEM.match(line.text)] if count > SHORT else []
    cuts = [0, *starts, count]
    parts = [piece_atom(piece.part(a, b), cost=HARD) for a, b in pairwise(cuts)]
    return [parts[0].with_break(before=before, cost=EASY), *parts[1:]]


def review_atoms(look: Look, parent: Element, record: Record) -> list[Atom]:
    """The review record and, where nobody else makes it, the offer of other formats."""
    sect, title = open_section(parent, "review"), look.voice.word("review")
    head = shared_heading(look, sect, title)
    body: list[Atom] = []
    said: list[Runs | str] = [*record.lines, *record.labelled]
    for line in said:
        space = look.unit * CLOSE if body else 0.0
        body += mostly_whole(_small(look, sect, line), look.grid.depth, before=space)
    if record.offer:
        piece = look.text(sect.add("P"), record.offer, look.grid.measure, look.scale.standfirst, bold=True)
        body += text_atoms(piece, before=look.unit * 2, cost=EASY)
    *lines, last = glued(body, HARD)
    last = last if record.offer else last.with_break(cost=LAST_RESORT)
    atoms = headed(look, head, [*lines, last])
    return atoms if look.grid.has_columns else continued(atoms, _if_there_is_room(look, title))


def _if_there_is_room(look: Look, title: str) -> Atom:
    """Over the rest of what stands at the end, on a next page: what goes on. No page is added for it."""
    return replace(reminder(look, title), gives_way=True)
