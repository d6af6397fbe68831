"""What a strategy is made of, each part set by itself: so that a card can put its parts left or right, or one under
another, and the tags follow in the order in which they are then read.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from handoutgen.content.sections import Callout
from handoutgen.content.strategies import HowTo, Strategy
from handoutgen.layout.blocks.asides import callout_atoms
from handoutgen.layout.blocks.discs import STRATEGY_DISC, disc_size, strategy_disc
from handoutgen.layout.blocks.figures import figure_atoms
from handoutgen.layout.blocks.lists import numbered
from handoutgen.layout.blocks.prose import prose
from handoutgen.layout.blocks.sections import reminder
from handoutgen.layout.flow.atoms import (
    EASY,
    FAIR,
    HARD,
    LAST_RESORT,
    NEVER,
    Atom,
    PieceInAtom,
    continued,
    glued,
    kept_together,
    merge,
    mostly_whole,
    overlay,
    piece_atom,
)
from handoutgen.layout.flow.pieces import Rule
from handoutgen.layout.setting import Look
from handoutgen.plan.element import Element
from handoutgen.story.strategies import facts, is_said_in_brief, numbered_title

SAFETY_ICONS = {"stop_if": "stop", "ask_first": "ask"}
WHOLE_WAY, WAY_APART = 0.4, 600.0
"""A way without a picture is whole up to this share of a page: its last step is not looked for overleaf."""
PICTURE_APART = 800.0
"""For a page break between a picture and its steps: whoever turns back and forth, or takes the next picture for that of
the steps above it, does the wrong exercise. A page half white and one page more are better."""


class PartOfCard(Struct, frozen=True):
    """A part of a strategy: its elements, to be hung in where it is read, and its atoms."""

    elements: tuple[Element, ...]
    atoms: tuple[Atom, ...]


def made(make: Callable[[Element], list[Atom]]) -> list[PartOfCard]:
    """What `make` sets under the element that it is given; nothing where it sets nothing."""
    holder = Element("Sect")
    atoms = make(holder)
    return [PartOfCard(tuple(holder.kids), tuple(atoms))] if atoms else []


class Head(NamedTuple):
    """A card's head, and the element of its title."""

    title: Element
    part: PartOfCard


def card_head(look: Look, strategy: Strategy, number: int, width: float, *, ruled: bool = True) -> Head:
    """The line over a card if it is `ruled`; a numeral, the icon in a disc, the title and the strategy in one line."""
    holder = Element("Sect")
    title = holder.add("H3", bookmark=numbered_title(look.voice, number, strategy))
    mark, x = strategy_mark(look, strategy, title, number)
    room = width - x
    is_narrow = look.longest_word(strategy.title, look.scale.strategy, bold=True) > room
    if is_narrow:
        x, room = 0.0, width
    name = look.text(title.add("Span"), strategy.title, room, look.scale.strategy, bold=True, balance=True)
    line = look.text(holder.add("P"), look.voice.phrase(strategy.brief), room, balance=True)
    words = merge([piece_atom(name), piece_atom(line, before=look.unit * 0.1)])
    if is_narrow:
        top = merge([mark, words.with_break(before=look.unit * 0.5)])
    else:
        top = overlay(mark, words.moved(x, max(0.0, (mark.height - words.height) / 2)))
    whole = under_rule(look, top, width) if ruled else top
    return Head(title, PartOfCard(tuple(holder.kids), (whole,)))


def under_rule(look: Look, top: Atom, width: float) -> Atom:
    """A card's head under the line over a card."""
    rule = piece_atom(Rule(width, look.scale.band, look.palette.accent, look.scale.band))
    return merge([rule, top.with_break(before=look.unit)])


def strategy_mark(look: Look, strategy: Strategy, title: Element | None, number: int | None) -> tuple[Atom, float]:
    """The numeral, if there is one, with the disc beside it, and how far from the left edge the words may start."""
    if number is None:
        size = disc_size(look, STRATEGY_DISC)
        return strategy_disc(look, title, strategy, size), size + look.scale.base * 0.9
    level = look.scale.numeral
    element = title.add("Span") if title else None
    numeral = look.text(element, f"{number} ", level.size * 2.2, level, bold=True, colour=look.palette.accent)
    if element is None:
        numeral = replace(numeral, running="Header")
    size = disc_size(look, STRATEGY_DISC)
    x = max(level.size * 0.9, numeral.ink_width + level.size * 0.1)
    disc = strategy_disc(look, title, strategy, size)
    high = max(size, numeral.height)
    # Figures are 2/3 of their size high: the numeral's middle is the disc's.
    down = high / 2 - numeral.baseline + 0.335 * level.size
    puts = (PieceInAtom(numeral, 0.0, down), *disc.moved(x, (high - size) / 2).puts)
    return Atom(puts, high), x + size + look.scale.base * 0.9


def what_part(look: Look, strategy: Strategy, width: float) -> list[PartOfCard]:
    """What the strategy is."""
    if is_said_in_brief(strategy):
        return []
    return made(lambda holder: prose(look, holder, strategy.what, width, before=look.unit))


def why_part(look: Look, strategy: Strategy, width: float) -> list[PartOfCard]:
    """Why it helps."""
    if not strategy.why:
        return []
    words = look.voice.phrase(strategy.why)
    return made(
        lambda holder: mostly_whole(
            look.text(holder.add("P"), words, width), look.grid.depth, before=look.unit * 0.6, cost=LAST_RESORT
        )
    )


def figure_part(look: Look, strategy: Strategy, width: float) -> list[PartOfCard]:
    """The strategy's own picture."""
    figure = strategy.figure
    return made(lambda holder: figure_atoms(look, holder, figure, width, before=look.unit)) if figure else []


def how_part(look: Look, how: HowTo, width: float, card: str) -> list[PartOfCard]:
    """One way to do it: its name, its picture, its steps."""
    return made(lambda holder: _how_to(look, holder.add("Div"), how, width, card))


def how_parts(look: Look, ways: Sequence[HowTo], card: str) -> list[PartOfCard]:
    """Ways to do it, one after another in a column."""
    return [part for how in ways for part in how_part(look, how, look.grid.measure, card)]


def _how_to(look: Look, group: Element, how: HowTo, width: float, card: str) -> list[Atom]:
    body: list[Atom] = []
    if how.title:
        level = look.scale.h3 if how.figure else None
        colour = look.palette.deep if how.figure else None
        title = look.text(group.add("H4"), how.title, width, level, bold=True, colour=colour, balance=True)
        body.append(piece_atom(title))
    if how.figure:
        body += figure_atoms(look, group, how.figure, width, before=look.unit * 0.5 if body else 0.0)
        body = glued(body)
    steps = numbered(look, group, how.steps, width, before=look.unit * 0.4 if body else 0.0)
    if how.figure:
        steps = [step.with_break(cost=max(step.cost, HARD)) for step in steps]
    if body:
        steps = [steps[0].with_break(cost=PICTURE_APART if how.figure else NEVER), *steps[1:]]
    first, *rest = [*body, *steps]
    if not how.figure:
        first, *rest = kept_together([first, *rest], look.grid.depth * WHOLE_WAY, WAY_APART)
    cost = EASY if how.figure else HARD * 0.5
    return continued([first.with_break(before=look.unit, cost=cost), *rest], reminder(look, card, how.title))


def facts_part(look: Look, strategy: Strategy, width: float) -> list[PartOfCard]:
    """How often, benefits and risks, each a part: a bold word, then a sentence."""
    parts: list[PartOfCard] = []
    for fact in facts(look.voice, strategy):
        element = Element("P")
        piece = look.text(element, fact, width)
        space, cost = (look.unit * 0.5, HARD) if parts else (look.unit, FAIR)
        parts.append(PartOfCard((element,), tuple(mostly_whole(piece, look.grid.depth, before=space, cost=cost))))
    return parts


def callouts_part(look: Look, strategy: Strategy, width: float) -> list[PartOfCard]:
    """Asides, each a part."""

    def make(callout: Callout) -> list[PartOfCard]:
        def aside(holder: Element) -> list[Atom]:
            first, *rest = callout_atoms(look, holder, callout, width, before=look.unit * 1.25, role="H4")
            return glued([first.with_break(cost=HARD), *rest], HARD)

        return made(aside)

    return [part for callout in strategy.callouts for part in make(callout)]


def beside_each_other(look: Look, left: Sequence[PartOfCard], right: Sequence[PartOfCard]) -> list[PartOfCard]:
    """Short parts side by side, as one that never splits."""
    columns = [merge(atoms_of(parts)) for parts in (left, right) if parts]
    if not columns:
        return []
    first, *others = columns
    both = overlay(first, *(column.moved(look.grid.second) for column in others))
    return [PartOfCard(tuple(element for part in (*left, *right) for element in part.elements), (both,))]


def atoms_of(parts: Sequence[PartOfCard]) -> list[Atom]:
    """All atoms, in order."""
    return [atom for part in parts for atom in part.atoms]


def hang(sect: Element, parts: Sequence[PartOfCard]) -> None:
    """Hang the parts' elements into the card's, in the order in which they are read."""
    sect.kids += [element for part in parts for element in part.elements]
