"""The end of a leaflet: words explained, support, sources, and the review record."""

from __future__ import annotations

from collections.abc import Sequence

from handoutgen.content.markdown.inline import Text
from handoutgen.content.record import GlossaryEntry, Source, Support
from handoutgen.layout.blocks.sections import headed, open_section, shared_heading
from handoutgen.layout.flow.atoms import EASY, HARD, Atom, mostly_whole, piece_atom, text_atoms
from handoutgen.layout.setting import Look
from handoutgen.plan.element import Element
from handoutgen.story.citing import NamesSources
from handoutgen.story.entries import glossary_words, sources_by_publisher, sources_note, support_words
from handoutgen.story.record import Record


def glossary_atoms(look: Look, parent: Element, entries: Sequence[GlossaryEntry]) -> list[Atom]:
    """Each word in bold, then what it means."""
    sect = open_section(parent, "glossary")
    head = shared_heading(look, sect, look.voice.word("glossary"))
    holder = sect.add("L", numbering="None")
    body: list[Atom] = []
    for entry in entries:
        term, *meaning = glossary_words(look.voice, entry)
        item = holder.add("LI")
        piece = look.labelled(item.add("Lbl"), item.add("LBody"), term, meaning, look.grid.measure, look.scale.small)
        body += mostly_whole(piece, look.grid.depth, before=look.unit * 0.4 if body else 0.0, cost=EASY)
    return headed(look, head, body)


def support_atoms(look: Look, parent: Element, support: Sequence[Support]) -> list[Atom]:
    """Organisations, what they offer, and how to reach them."""
    sect = open_section(parent, "support")
    head = shared_heading(look, sect, look.voice.word("support"))
    holder = sect.add("L", numbering="None")
    body: list[Atom] = []
    for place in support:
        words = support_words(look.voice, place)
        piece = look.text(holder.add("LI").add("LBody"), words, look.grid.measure, look.scale.small)
        body += mostly_whole(piece, look.grid.depth, before=look.unit * 0.4 if body else 0.0, cost=EASY)
    return headed(look, head, body)


def sources_atoms(look: Look, parent: Element, sources: Sequence[Source], parts: Sequence[NamesSources]) -> list[Atom]:
    """The sources run in by publisher, then which part of the leaflet rests on which."""
    sect = open_section(parent, "sources")
    head = shared_heading(look, sect, look.voice.word("sources"))
    measure, level = look.grid.measure, look.scale.small
    groups = sources_by_publisher(sources)
    said = [run for group in groups for run in (*group, Text(" "))][:-1]
    body = text_atoms(look.text(sect.add("P"), said, measure, level), cost=EASY)
    note = sources_note(look.voice, sources, parts)
    if note:
        body += text_atoms(look.text(sect.add("P"), note, measure, level), before=look.unit * 0.4, cost=HARD)
    return headed(look, head, body)


def review_atoms(look: Look, parent: Element, record: Record) -> list[Atom]:
    """The review record and, where nobody else makes it, the offer of other formats."""
    sect = open_section(parent, "review")
    head = shared_heading(look, sect, look.voice.word("review"))
    measure = look.grid.measure
    body: list[Atom] = []
    for line in record.lines:
        piece = look.text(sect.add("P"), line, measure, look.scale.small)
        body.append(piece_atom(piece, before=look.unit * 0.25 if body else 0.0))
    made = [run for said in record.labelled for run in (*said, Text(" "))]
    body += text_atoms(
        look.text(sect.add("P"), made[:-1], measure, look.scale.small), before=look.unit * 0.25, cost=EASY
    )
    if record.offer:
        piece = look.text(sect.add("P"), record.offer, measure, look.scale.standfirst, bold=True)
        body += text_atoms(piece, before=look.unit * 2, cost=EASY)
    return headed(look, head, body)
