"""What a strategy is made of, each part set by itself: so that a card can put its parts left or right, or one under
another, and the tags follow in the order in which they are then read.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from handoutgen.content.sections import Callout
from handoutgen.content.strategies import HowTo, Strategy
from handoutgen.layout.blocks.asides import callout_atoms, marked_line, quiet_list
from handoutgen.layout.blocks.discs import STRATEGY_DISC, disc_size, strategy_disc
from handoutgen.layout.blocks.figures import figure_atoms
from handoutgen.layout.blocks.lists import named_again, numbered
from handoutgen.layout.blocks.panels import on_panel, panel_padding
from handoutgen.layout.blocks.prose import prose
from handoutgen.layout.blocks.sections import reminder
from handoutgen.layout.blocks.stretches import LINE_ICONS
from handoutgen.layout.flow.atoms import (
    EASY,
    FAIR,
    HALF,
    HARD,
    LAST_RESORT,
    NEVER,
    Atom,
    PieceInAtom,
    continued,
    glued,
    merge,
    merged_unless_high,
    mostly_whole,
    overlay,
    piece_atom,
    reminding,
)
from handoutgen.layout.flow.pieces import Rule
from handoutgen.layout.setting import Look
from handoutgen.plan.element import Element
from handoutgen.story.strategies import facts, is_said_in_brief, numbered_title, safety_lists
from handoutgen.story.stretches import line_words

SAFETY_ICONS = {"stop_if": "stop", "ask_first": "ask"}
LEAST_HALF = 12.0
"""In units of the body size: the narrowest column of large print that reads as lines."""
PICTURE_APART = 800.0
"""For a page break between a picture and its steps: whoever turns back and forth, or takes the next picture for that of
the steps above it, does the wrong exercise. A page half white and one page more are better."""


@dataclass(frozen=True, slots=True)
class PartOfCard:
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


def card_head(look: Look, strategy: Strategy, number: int, width: float) -> Head:
    """The line over a card; a numeral, the icon in a disc, the title and the strategy in one line."""
    holder = Element("Sect")
    title = holder.add("H3", bookmark=numbered_title(look.voice, number, strategy))
    mark, x = _mark(look, strategy, title, number)
    room = width - x
    is_narrow = look.longest_word(strategy.title, look.scale.strategy, bold=True) > room
    if is_narrow:
        x, room = 0.0, width
    name = look.text(title.add("Span"), strategy.title, room, look.scale.strategy, bold=True, balance=True)
    line = look.text(holder.add("P"), look.voice.phrase(strategy.brief), room)
    words = merge([piece_atom(name), piece_atom(line, before=look.unit * 0.1)])
    if is_narrow:
        top = merge([mark, words.with_break(before=look.unit * 0.5)])
    else:
        top = overlay(mark, words.moved(x, max(0.0, (mark.height - words.height) / 2)))
    rule = piece_atom(Rule(width, look.scale.band, look.palette.accent, look.scale.band))
    return Head(title, PartOfCard(tuple(holder.kids), (merge([rule, top.with_break(before=look.unit)]),)))


def head_again(look: Look, strategy: Strategy, number: int, exercise: tuple[Element | None, str], width: float) -> Atom:
    """The head of a card again over one of its exercises on a page of its own, an artifact; and under its title the
    name of the exercise, which is its heading."""
    mark, x = _mark(look, strategy, None, number)
    rows = [look.text(None, strategy.title, width - x, look.scale.strategy, bold=True, balance=True)]
    above = reminding(merge([piece_atom(row) for row in rows]))
    heading, name = exercise
    words = [above]
    if heading is not None:
        words.append(piece_atom(look.text(heading, name, width - x, look.scale.h3)))
    text = merge(words)
    top = overlay(mark, text.moved(x, max(0.0, (mark.height - text.height) / 2)))
    rule = piece_atom(Rule(width, look.scale.band, look.palette.accent, look.scale.band))
    return merge([rule, top.with_break(before=look.unit)])


def _mark(look: Look, strategy: Strategy, title: Element | None, number: int) -> tuple[Atom, float]:
    """The numeral with the disc beside it, and how far from the left edge the words may start."""
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


def safety_part(look: Look, strategy: Strategy, width: float, *, with_stop: bool = True) -> list[PartOfCard]:
    """What to take care of, when to stop, when to ask first: on a tint, or in large print, where nothing stands behind
    text, as quiet lists. Without when to stop (`with_stop`) where that stands with the exercises."""
    lists = [each for each in safety_lists(strategy) if with_stop or each[0] != "stop_if"]
    is_on_tint = not look.scale.is_large
    inner = width - 2 * panel_padding(look) if is_on_tint else width

    def make(holder: Element) -> list[Atom]:
        atoms: list[Atom] = []
        if strategy.caution:
            words = line_words(look.voice, strategy, "caution")
            atoms.append(marked_line(look, holder, LINE_ICONS["caution"], words, inner, before=look.unit))
        both = _side_by_side(look, holder, lists, inner) if look.scale.is_large else []
        for word, items in lists if not both else ():
            said = look.voice.word(word)
            listed = quiet_list(look, holder, SAFETY_ICONS[word], said, items, inner)
            first, *rest = merged_unless_high(listed, look.grid.depth)
            atoms += [first.with_break(before=look.unit, cost=HARD), *named_again(look, rest, said, inner)]
        if not atoms or not is_on_tint:
            return [*atoms, *both]
        whole = merge(atoms)
        if whole.height > look.grid.depth * HALF:
            return atoms
        return [on_panel(look, whole, width, look.palette.tint).with_break(before=look.unit * 1.25, cost=HARD)]

    return made(make)


def _side_by_side(look: Look, holder: Element, lists: Sequence[tuple[str, Sequence[str]]], width: float) -> list[Atom]:
    """When to stop and when to ask first in two columns, where a line of each holds words enough."""
    gap = look.scale.base
    half = (width - gap) / 2
    if len(lists) < 2 or half < LEAST_HALF * look.scale.base:
        return []
    inner = Element("Sect")
    left, right = (
        merge(quiet_list(look, inner, SAFETY_ICONS[word], look.voice.word(word), items, half)) for word, items in lists
    )
    both = overlay(left, right.moved(half + gap))
    if both.height > look.grid.depth * HALF:
        return []
    holder.kids += inner.kids
    return [both.with_break(before=look.unit, cost=HARD)]


def safety_across(look: Look, strategy: Strategy) -> list[PartOfCard]:
    """The same side by side on a tint over both columns; one under the other where a page has no room for that."""
    inner = look.grid.full - 2 * panel_padding(look)
    lists = safety_lists(strategy)

    lengths = [*([len(strategy.caution)] if strategy.caution else []), *(sum(map(len, items)) for _, items in lists)]
    gap = look.scale.base * 1.25
    total = sum(length**0.5 for length in lengths)
    widths = [(inner - gap * (len(lengths) - 1)) * length**0.5 / total for length in lengths]

    def make(holder: Element) -> list[Atom]:
        cells: list[Atom] = []
        if strategy.caution:
            words = line_words(look.voice, strategy, "caution")
            cells.append(marked_line(look, holder, LINE_ICONS["caution"], words, widths[0], before=0.0))
        for (word, items), width in zip(lists, widths[len(cells) :], strict=True):
            cells.append(merge(quiet_list(look, holder, SAFETY_ICONS[word], look.voice.word(word), items, width)))
        first, *others = cells
        starts = [sum(widths[:i]) + gap * i for i in range(1, len(widths))]
        whole = overlay(first, *(cell.moved(x) for cell, x in zip(others, starts, strict=True)))
        panel = on_panel(look, whole, look.grid.full, look.palette.tint)
        return [panel.with_break(before=look.unit, cost=HARD)]

    across = made(make) if lengths else []
    if across and across[0].atoms[0].height > look.grid.depth * HALF:
        return safety_part(look, strategy, look.grid.measure)
    return across


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
