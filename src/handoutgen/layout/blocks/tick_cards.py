"""Strategies in brief, each with a box to tick, and what keeps readers safe under its line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from handoutgen.content.strategies import Strategy
from handoutgen.layout.blocks.asides import CALLOUT_ICONS, marked_line
from handoutgen.layout.blocks.discs import STRATEGY_DISC, disc_size, strategy_disc
from handoutgen.layout.blocks.strategy_parts import SAFETY_ICONS, Head, PartOfCard, card_head, under_rule
from handoutgen.layout.blocks.stretches import LINE_ICONS
from handoutgen.layout.blocks.ticking import TICK_BOX, place_to_tick, tick_mark_area
from handoutgen.layout.blocks.writing import inked
from handoutgen.layout.flow.atoms import FAIR, Atom, PieceInAtom, merge, overlay, piece_atom
from handoutgen.layout.flow.pieces import Rule, TextPiece
from handoutgen.layout.setting import Look
from handoutgen.plan.element import Element
from handoutgen.story.glance import strategy_reminders
from handoutgen.story.strategies import numbered_title
from handoutgen.story.voice import Runs

DISC_SHARE = 0.78
"""A disc beside the title in one line, as a share of a card's."""

HINT_SHARE = 0.62
"""How wide what to do with a box may be beside it, as a share of its one line: two lines of nearly one length."""


class Reminder(NamedTuple):
    """What must be said with a strategy, and the icon before it."""

    icon: str
    words: Runs


def reminders_of(look: Look, strategy: Strategy, *, all_of_them: bool = True) -> list[Reminder]:
    """Its caution, when to stop, when to ask first, and its warnings, each in one paragraph; or its caution alone in
    place of the lists, as everywhere in brief."""
    found: list[Reminder] = []
    bare = strategy.model_copy(update={"caution": None, "stop_if": (), "ask_first": (), "callouts": ()})
    if strategy.caution:
        found += _said(look, bare.model_copy(update={"caution": strategy.caution}), LINE_ICONS["caution"])
    for key, items in (("stop_if", strategy.stop_if), ("ask_first", strategy.ask_first)):
        if items and (all_of_them or not strategy.caution):
            found += _said(look, bare.model_copy(update={key: items}), SAFETY_ICONS[key])
    return found + _said(look, bare.model_copy(update={"callouts": strategy.callouts}), CALLOUT_ICONS["important"])


def _said(look: Look, strategy: Strategy, icon: str) -> list[Reminder]:
    return [Reminder(icon, words) for words in strategy_reminders(look.voice, strategy)]


def marked_reminders(look: Look, parent: Element, said: Sequence[Reminder], width: float) -> list[Atom]:
    """Each with its icon, one under another."""
    return [marked_line(look, parent, each.icon, each.words, width, before=look.unit * 0.4) for each in said]


def tick_card(look: Look, parent: Element, strategy: Strategy, number: int, width: float, *, all_of_them: bool) -> Atom:
    """A strategy in brief in a column of `width` pt; never parted."""
    sect = parent.add("Sect", ident=strategy.id)
    level = look.scale.numeral
    title = sect.add("H3", bookmark=numbered_title(look.voice, number, strategy))
    numeral = look.text(
        title.add("Span"), f"{number} ", level.size * 2.2, level, bold=True, colour=look.palette.accent
    )  # fmt: skip
    size = disc_size(look, STRATEGY_DISC) * DISC_SHARE
    x = max(level.size * 0.8, numeral.ink_width + level.size * 0.1)
    left = x + size + look.scale.base * 0.7
    disc = strategy_disc(look, title, strategy, size)
    room = width - left - _box_width(look) - look.scale.base * 0.5
    name = look.text(title.add("Span"), strategy.title, room, look.scale.h3, bold=True, balance=True)
    high = max(size, name.height)
    down = high / 2 - numeral.baseline + 0.335 * level.size
    puts = (
        PieceInAtom(numeral, 0.0, down),
        *disc.moved(x, (high - size) / 2).puts,
        PieceInAtom(name, left, (high - name.height) / 2),
        *_box_to_tick(look, sect, strategy, width, high),
    )
    line = look.text(sect.add("P"), look.voice.phrase(strategy.brief), width)
    rule = piece_atom(Rule(width, look.scale.hairline, look.palette.rule, look.scale.hairline))
    said = marked_reminders(look, sect, reminders_of(look, strategy, all_of_them=all_of_them), width)
    parts = [rule, Atom(puts, high, look.unit * 0.75), piece_atom(line, before=look.unit * 0.4), *said]
    return merge(parts).with_break(before=look.unit * 1.25, cost=FAIR)


def head_to_tick(look: Look, strategy: Strategy, number: int, width: float, *, with_hint: bool) -> Head:
    """The head of a strategy that is told in full, with a box to tick at its end; `with_hint`: before the box, if that
    has room there, what to do with it."""
    room = width - _box_width(look) - look.scale.base * 0.5
    head = card_head(look, strategy, number, room, ruled=False)
    (words,) = head.part.atoms
    holder = Element("Sect")
    hint = _hint_beside(look, holder, words.height) if with_hint else None
    if hint:
        beside = card_head(look, strategy, number, room - hint.width - look.scale.base, ruled=False)
        (with_it,) = beside.part.atoms
        if with_it.height <= words.height:
            put = PieceInAtom(hint, room - hint.width, (words.height - hint.height) / 2)
            head, words = beside, overlay(with_it, Atom((put,), 0.0))
        else:
            holder.kids.clear()
    box = Atom(_box_to_tick(look, holder, strategy, width, words.height), words.height)
    whole = under_rule(look, overlay(words, box), width)
    title, *line = head.part.elements
    return Head(head.title, PartOfCard((title, *line, *holder.kids), (whole,)))


def _hint_beside(look: Look, parent: Element, high: float) -> TextPiece | None:
    """What to do with a box, on two lines of nearly one length, unless they are over `high` pt."""
    said = look.voice.word("tick_first")
    wide = look.text(None, said, look.natural_width(said) * HINT_SHARE, balance=True).ink_width + 0.5
    piece = look.text(None, said, wide)
    return look.text(parent.add("P"), said, wide) if piece.height <= high else None


def _box_width(look: Look) -> float:
    return look.natural_width(TICK_BOX, look.scale.strategy) + 0.5


def _box_to_tick(look: Look, parent: Element, strategy: Strategy, right: float, high: float) -> tuple[PieceInAtom, ...]:
    """A strategy's box, its right edge `right` pt from the left, in the middle of a line `high` pt high."""
    form = place_to_tick(look, parent, look.voice.word("tick_box"), strategy.title)
    box = look.text(inked(form), TICK_BOX, _box_width(look), look.scale.strategy)
    at = right - _box_width(look), (high - box.height) / 2
    return PieceInAtom(box, *at), *tick_mark_area(form, box, *at)


def ticks_heading(look: Look, parent: Element, title: str, hint: str) -> Atom:
    """What the cards are, and at the right, where there is room, what to do with the boxes."""
    full = look.grid.full
    name = look.text(
        parent.add("H2", bookmark=title), title, full, look.scale.h2, bold=True, colour=look.palette.accent
    )
    wide = look.natural_width(hint) + 0.5
    beside = name.ink_width + wide + 2 * look.scale.base <= full
    words = look.text(parent.add("P"), hint, wide if beside else full)
    if not beside:
        return merge([piece_atom(name), piece_atom(words)])
    down = name.baseline - words.baseline
    return overlay(piece_atom(name), Atom((PieceInAtom(words, full - wide, down),), down + words.height))
