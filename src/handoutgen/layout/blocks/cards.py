"""A strategy as a card: over two columns, in one of them, or in the one column of large print.

A card is whole if a page can hold it. Over two columns the parts are shared out so that the card is as low as can be:
what to do at the left, why and what to beware of at the right; exercises with pictures stand side by side.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from msgspec.structs import replace

from handoutgen.content.strategies import Strategy
from handoutgen.layout.blocks.card_ways import Arranged, CardWays
from handoutgen.layout.blocks.exercises import exercise_pages, pictured
from handoutgen.layout.blocks.safety import care_first, safety_part
from handoutgen.layout.blocks.sections import reminder
from handoutgen.layout.blocks.single_ways import exercises_apart, single_ways
from handoutgen.layout.blocks.strategy_parts import (
    Head,
    PartOfCard,
    atoms_of,
    callouts_part,
    card_head,
    facts_part,
    figure_part,
    hang,
    how_parts,
    what_part,
    why_part,
)
from handoutgen.layout.flow.atoms import FREE, NEVER, Atom, continued, merge, overlay, spanning, total_height
from handoutgen.layout.setting import Look
from handoutgen.plan.element import Element
from handoutgen.story.strategies import numbered_title

LEAST_WHITE = 0.55
"""How much of the white between a card's parts stays."""
MOST_PARTED = 0.9
"""How much of a page exercises and their warnings may take to be kept on one."""
NEXT_CARD = 20.0
"""For a page break before a card: strategies that share a page are better compared."""
WHOLE_CARD = 1_500.0
"""For a break inside a card that a page can hold."""


class Card(NamedTuple):
    """A strategy set: its element, its title's, and its atoms."""

    sect: Element
    title: Element
    atoms: tuple[Atom, ...]

    @property
    def is_whole(self) -> bool:
        """Whether it never splits."""
        return len(self.atoms) == 1

    @property
    def height(self) -> float:
        """Of all of it, in pt."""
        return total_height(self.atoms)


class WideWays(NamedTuple):
    """What all cards of a strategy over both columns have in common: its head, and the ways to set what is under that,
    with usual white and with less."""

    head: Head
    usual: CardWays
    closer: CardWays


def wide_ways(look: Look, strategy: Strategy, number: int) -> WideWays:
    """Nothing but the head is set yet."""
    card = numbered_title(look.voice, number, strategy)
    head = card_head(look, strategy, number, look.grid.full)
    return WideWays(head, *(CardWays(each, strategy, card) for each in (look, _with_less_white(look))))


def wide_card(
    look: Look, strategy: Strategy, number: int, depths: Sequence[float], *, apart: bool = False,
    known: WideWays | None = None,
) -> Card:  # fmt: skip
    """Over both columns, in the first arrangement that one of `depths` pt can hold; one that is higher than all of them
    flows through the columns under its head: its exercises on one page, or `apart` on several. `known`: the strategy's
    `wide_ways`, where it is set several times."""
    head, ways, closer = known or wide_ways(look, strategy, number)
    for depth in depths:
        for way in _tries([ways, closer] if depth == depths[-1] else [ways]):
            whole = _whole(look, head, way, 1.0)
            if whole.height <= depth:
                loosened = partial(_whole, look, head, way)
                whole = replace(whole, before=look.unit * 2, cost=NEXT_CARD, loosened=loosened)
                return _card(strategy, head, way, spanning([whole]))
    room = 0.0 if apart else max(depths, default=look.grid.depth * MOST_PARTED)
    way = ways.plain[-1] if apart else ways.plain[:3][-1]
    if len(ways.plain) > 2:  # what is read first, or larger pictures, if a page has room for them
        richer = (*ways.kept, ways.plain[1]) if depths else ways.bands
        way = next((each for each in richer if _top_height(head, each) <= room), way)
    return _parted(look, strategy, head, way, room, numbered_title(look.voice, number, strategy))


def _tries(looks: Sequence[CardWays]) -> Iterator[Arranged]:
    """The ways to set a card that is whole: each with usual white, and with less if that is among the `looks`."""
    for ways in looks:
        yield from ways.beside
    for ways in looks:
        yield from ways.plain[:2]
    for ways in looks:
        yield from ways.bands
    for ways in looks:
        yield from ways.plain[2:]


def _top_height(head: Head, way: Arranged) -> float:
    """Of what stands over both columns, in pt."""
    return total_height([*head.part.atoms, *atoms_of(way.over)])


def _whole(look: Look, head: Head, way: Arranged, white: float) -> Atom:
    """A card as one atom over both columns, with so many times the white between its parts."""
    stacks = ([*head.part.atoms, *atoms_of(way.over)], atoms_of(way.left), atoms_of(way.right))
    over, *columns = ([atom.with_break(before=atom.before * white) for atom in stack] for stack in stacks if stack)
    if columns:
        first, *others = map(merge, columns)
        over.append(overlay(first, *(column.moved(look.grid.second) for column in others)))
    return replace(merge(over), spans=True)


def _with_less_white(look: Look) -> Look:
    """The same look with less white between parts: for a card that is a little too high for a page."""
    return replace(look, scale=replace(look.scale, unit=look.scale.unit * LEAST_WHITE))


def _parted(look: Look, strategy: Strategy, head: Head, way: Arranged, depth: float, card: str) -> Card:
    """A card that flows: first its head with the exercises and what keeps readers safe, on one page if `depth` pt can
    hold them, then what else there is in the columns."""
    top = [*head.part.atoms, *atoms_of(way.over)]
    is_whole = way.over and _top_height(head, way) <= depth
    if is_whole:
        top = [merge(top)]
    over = continued(spanning(top), reminder(look, card, width=look.grid.full))
    columns = atoms_of([*way.left, *way.right])
    again = [*over, *continued([over[-1], *columns], reminder(look, card, width=look.grid.full))[1:]]
    atoms = [again[0].with_break(before=look.unit * 2, cost=NEXT_CARD)]
    atoms += [a.with_break(cost=NEVER) if i == 0 and not is_whole else a for i, a in enumerate(again[1:])]
    return _card(strategy, head, way, atoms)


def _card(strategy: Strategy, head: Head, way: Arranged, atoms: Sequence[Atom]) -> Card:
    sect = Element("Sect", ident=strategy.id)
    hang(sect, [head.part, *way.over, *way.left, *way.right])
    return Card(sect, head.title, tuple(atoms))


def narrow_card(look: Look, strategy: Strategy, number: int) -> Card:
    """In one of two columns, whole."""
    card = numbered_title(look.voice, number, strategy)
    sect = Element("Sect", ident=strategy.id)
    head = card_head(look, strategy, number, look.grid.measure)
    width = look.grid.measure
    care, after = care_first(look, strategy, width)
    parts = [
        head.part,
        *what_part(look, strategy, width),
        *why_part(look, strategy, width),
        *care,
        *figure_part(look, strategy, width),
        *how_parts(look, strategy.how, card),
        *facts_part(look, strategy, width),
        *safety_part(look, after, width),
        *callouts_part(look, strategy, width),
    ]
    hang(sect, parts)
    return Card(sect, head.title, (merge(atoms_of(parts)).with_break(before=look.unit * 2, cost=NEXT_CARD),))


def single_card(
    look: Look, strategy: Strategy, number: int, depth: float, *, is_low: bool = False, is_spread: bool = False
) -> Card:
    """In the one column of pages of `depth` pt, over as many as it takes; its title is never parted from its first
    words, and in large print each exercise with a picture has a page of its own, or two: then with a lower picture if
    `is_low`, and with the end of what is said before on the first of them. `is_spread`: in standard print each
    exercise has its picture over its steps."""
    card, width = numbered_title(look.voice, number, strategy), look.grid.measure
    sect = Element("Sect", ident=strategy.id)
    head = card_head(look, strategy, number, width)
    first = [
        head.part,
        *what_part(look, strategy, width),
        *why_part(look, strategy, width),
        *figure_part(look, strategy, width),
    ]
    facts, asides = facts_part(look, strategy, width), callouts_part(look, strategy, width)
    again = reminder(look, card)
    shown = pictured(strategy.how) if look.scale.is_large else []
    safety, set_ways = safety_part(look, strategy, width), partial(single_ways, look, strategy.how, card)
    if len(pictured(strategy.how)) < 2:
        care, after = care_first(look, strategy, width)
        together = [*first, *care, *set_ways(), *facts, *safety_part(look, after, width), *asides]
    elif is_spread:
        together = [*first, *facts, *safety, *exercises_apart(look, strategy, card, depth), *asides]
    else:  # they take pages: what to beware of stands before them, not overleaf
        together = [*first, *safety, *set_ways(), *facts, *asides]
    if not shown or (len(shown) == 1 and _is_held(atoms_of(together), depth)):
        hang(sect, together)
        return Card(sect, head.title, tuple(continued(_kept_if_short(_opened(look, together), depth), again)))
    # What to know before and what needs no picture, then the exercises with when to stop.
    ways = how_parts(look, [how for how in strategy.how if not how.figure], card)
    before = [*first, *facts, *safety_part(look, strategy, width, with_stop=False), *ways]
    pages = exercise_pages(look, strategy, number, shown, depth, is_low=is_low)
    hang(sect, [*before, *pages, *asides])
    rest = [replace(a, heading=a.heading or again) for a in _kept_if_short(atoms_of(asides), depth)]
    opened = _opened(look, before)
    opened = continued(opened if is_low else _kept_if_short(opened, depth), again)
    return Card(sect, head.title, (*opened, *atoms_of(pages), *rest))


def _opened(look: Look, parts: Sequence[PartOfCard]) -> list[Atom]:
    """A card's atoms, its head never parted from its first words."""
    first, *rest = atoms_of(parts)
    glued_on = [a.with_break(cost=NEVER) if i == 0 else a for i, a in enumerate(rest)]
    return [first.with_break(before=look.unit * 2, cost=FREE), *glued_on]


def _is_held(atoms: Sequence[Atom], depth: float) -> bool:
    """Whether a page of `depth` pt can hold them, if need be with less white between them."""
    white = sum(atom.before for atom in atoms[1:])
    return total_height(atoms) - depth <= white * (1 - LEAST_WHITE)


def _kept_if_short(atoms: list[Atom], depth: float) -> list[Atom]:
    """A card that a page can hold is whole, whatever white it costs; one that is a little too high has less white
    between its parts."""
    if not _is_held(atoms, depth):
        return atoms
    white, over = sum(atom.before for atom in atoms[1:]), total_height(atoms) - depth
    if over > 0:
        share = 1 - over / white
        atoms = [a.with_break(before=a.before * share) if i else a for i, a in enumerate(atoms)]
    return [a if i == 0 else a.with_break(cost=max(a.cost, WHOLE_CARD)) for i, a in enumerate(atoms)]
