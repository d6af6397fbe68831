"""Strategies in brief in large print: what keeps readers safe hangs under the title, each with its icon; and the row
that closes such a page.
"""

from __future__ import annotations

from collections.abc import Sequence

from handoutgen.layout.blocks.brief_strategies import Numbered, brief_head
from handoutgen.layout.blocks.tick_cards import marked_reminders, reminders_of
from handoutgen.layout.flow.atoms import FAIR, FREE, Atom, PieceInAtom, merge, overlay, piece_atom
from handoutgen.layout.flow.pieces import DrawingPiece, Rule, TextPiece
from handoutgen.layout.setting import Look, Setting
from handoutgen.pictures.qr import qr_drawing
from handoutgen.plan.element import Element
from handoutgen.story.detail import Detail
from handoutgen.story.voice import Runs
from handoutgen.units import mm

CODE = mm(28)
"""How wide and high the code is in the row that closes a page."""
HEAD_GAP, APART = 0.75, 1.25
"""Between the line over a strategy and its head, and above that line, in units."""


def hung_strategy(
    look: Look, holder: Element, numbered: Numbered, width: float, detail: Detail, *, marks: float = 1.0
) -> Atom:
    """One strategy under a line: its head, and under its title what `detail` says of how to stay safe."""
    number, strategy = numbered
    sect = holder.add("Sect", ident=strategy.id)
    head = brief_head(look, sect, strategy, number, width, detail, marks)
    left = max(put.x for put in head.puts if isinstance(put.piece, TextPiece))
    said = marked_reminders(look, sect, reminders_of(look, strategy, all_of_them=detail.safety), width - left)
    rule = piece_atom(Rule(width, look.scale.hairline, look.palette.rule))
    whole = merge([rule, head.with_break(before=look.unit * HEAD_GAP), *(atom.moved(left) for atom in said)])
    return whole.with_break(before=look.unit * APART, cost=FAIR)


def closing_row(setting: Setting, parent: Element, said: Sequence[str | Runs]) -> Atom:
    """Under a line, what there is to say of the whole leaflet; beside it the code that opens the clinic's page, whose
    address stands with the words."""
    full = setting.grid.full
    web = setting.voice.scanned
    left = CODE + setting.scale.base if web else 0.0
    group = parent.add("Div", ident="more")
    address = [setting.voice.online] if web else []
    *first, last = said
    lines = [piece_atom(setting.text(group.add("P"), each, full - left)) for each in (*first, *address, last)]
    words = merge([line.with_break(before=setting.unit * 0.5) for line in lines])
    rule = piece_atom(Rule(full, setting.scale.band, setting.palette.accent, setting.scale.band))
    row = words.moved(left)
    if web:
        code = Atom((PieceInAtom(DrawingPiece(None, qr_drawing(web), CODE, CODE), 0.0, 0.0),), CODE)
        row = overlay(code, words.moved(left, max(0.0, (CODE - words.height) / 2)))
    return merge([rule, row.with_break(before=setting.unit)]).with_break(before=setting.unit * 2, cost=FREE)
