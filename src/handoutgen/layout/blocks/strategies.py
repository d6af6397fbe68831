"""The heart of a leaflet: each strategy as a card with the same pattern, so that the sixth is found like the first.

A numeral and an icon, the title, what it is and why it helps, numbered steps with their figure, how often, benefits
and risks, then the quiet safety lines. Cards are parted by space and a hairline, never boxed.
"""

from __future__ import annotations

from collections.abc import Sequence

from handoutgen.content.strategies import HowTo, Management, Strategy
from handoutgen.layout.blocks.asides import callout_atoms, marked_line, quiet_list
from handoutgen.layout.blocks.figures import figure_atoms, stands_beside
from handoutgen.layout.blocks.lists import named_again, numbered
from handoutgen.layout.blocks.prose import prose
from handoutgen.layout.blocks.sections import headed, heading, open_section, reminder
from handoutgen.layout.blocks.stretches import LINE_ICONS, WHOLE_TO_DO
from handoutgen.layout.flow.atoms import (
    EASY,
    FAIR,
    FREE,
    HARD,
    LAST_RESORT,
    NEVER,
    Atom,
    PieceInAtom,
    beside,
    continued,
    glued,
    merge,
    merged_unless_high,
    mostly_whole,
    overlay,
    piece_atom,
    total_height,
)
from handoutgen.layout.flow.pieces import DrawingPiece, Rule
from handoutgen.layout.setting import Look
from handoutgen.plan.element import Element
from handoutgen.story.strategies import facts, numbered_title, safety_lists
from handoutgen.story.stretches import line_words

SAFETY_ICONS = {"stop_if": "stop", "ask_first": "ask"}
PICTURE_APART = 800.0
"""For a page break between a picture and its steps, in large print only: whoever turns back and forth, or takes
the next picture for that of the steps above it, does the wrong exercise. A page half white and one page more are
better."""


def management_atoms(look: Look, parent: Element, management: Management) -> list[Atom]:
    """The heading, the introduction and all strategies."""
    sect = open_section(parent, "management")
    grid = look.grid
    title = management.title or look.voice.word("management")
    head = heading(look, sect, title, grid.side if grid.has_side else grid.measure)
    intro = prose(look, sect, management.intro, grid.measure) if management.intro else []
    top = headed(look, head, intro or [Atom((), 0.0)])
    atoms = top
    for number, strategy in enumerate(management.strategies, start=1):
        card = strategy_atoms(look, sect, strategy, number)
        atoms += [card[0].with_break(cost=NEVER), *card[1:]] if number == 1 else card
    if management.uncertainty:
        atoms += _uncertainty(look, sect, management.uncertainty)
    return atoms


def _uncertainty(look: Look, sect: Element, text: str) -> list[Atom]:
    grid = look.grid
    title = look.text(
        sect.add("H3"), look.voice.word("uncertainty"), grid.side if grid.has_side else grid.measure,
        look.scale.h3, bold=True,
    )  # fmt: skip
    body = prose(look, sect, text, grid.measure)
    return _carded(look, piece_atom(title), body)


def strategy_atoms(look: Look, parent: Element, strategy: Strategy, number: int) -> list[Atom]:
    """One strategy; breaks inside it cost, and never part its title from its first steps."""
    sect = parent.add("Sect", ident=strategy.id)
    width = look.grid.measure
    level = look.scale.h3
    name_of_card = numbered_title(look.voice, number, strategy)
    title = sect.add("H3", bookmark=name_of_card)
    number_run = _numeral_kid(title, number)
    name = look.text(title.add("Span"), strategy.title, width, level, bold=True, balance=True)
    body: list[Atom] = [piece_atom(name)]
    body += _follow(prose(look, sect, strategy.what, width, before=look.unit * 0.25))
    if strategy.why:
        why = look.text(sect.add("P"), look.voice.phrase(strategy.why), width)
        body += [a.with_break(cost=LAST_RESORT) for a in mostly_whole(why, look.grid.depth, before=look.unit * 0.5)]
    if strategy.caution:
        words = line_words(look.voice, strategy, "caution")
        caution = marked_line(look, sect, LINE_ICONS["caution"], words, width, before=look.unit * 0.75)
        body.append(caution.with_break(cost=LAST_RESORT))
    side: list[Atom] = []
    if strategy.figure:
        if stands_beside(look, strategy.figure):
            side = figure_atoms(look, sect, strategy.figure, look.grid.side, before=look.unit * 2)
        else:
            body += figure_atoms(look, sect, strategy.figure, width, before=look.unit * 2)
    head = merge([_mark(look, strategy, number_run, number), *side])
    atoms = _carded(look, head, body)
    for index, how in enumerate(strategy.how):
        atoms += _how_to(look, sect, how, index == 0, name_of_card)
    after = _facts(look, sect, strategy, width)
    after += _safety(look, sect, strategy, width)
    for callout in strategy.callouts:
        first, *rest = callout_atoms(look, sect, callout, width, before=look.unit * 1.5, role="H4")
        after += glued([first.with_break(cost=HARD), *rest], HARD)
    atoms += [atom.moved(look.grid.text_x) for atom in after]
    return continued(atoms, reminder(look, name_of_card))


def _numeral_kid(title: Element, number: int) -> Element:
    return title.add("Span", text=f"{number} ")


def _mark(look: Look, strategy: Strategy, element: Element, number: int) -> Atom:
    """The big numeral, with the icon beside it."""
    level = look.scale.numeral
    numeral = look.text(element, f"{number} ", level.size * 2.2, level, bold=True, colour=look.palette.accent)
    drawing = look.icon(strategy.icon, look.palette.accent)
    size = level.size * (1.0 if look.grid.has_side else 1.15)
    x = max(level.size * 0.95, numeral.ink_width + level.size * 0.3)
    # The numeral's cap height is 2/3 of its size: centre the icon on it.
    down = numeral.baseline - 0.335 * level.size - size / 2
    top = max(0.0, -down)
    puts = (PieceInAtom(numeral, 0.0, top), PieceInAtom(DrawingPiece(None, drawing, size, size), x, down + top))
    return Atom(puts, max(numeral.height, size))


def _carded(look: Look, side: Atom, body: Sequence[Atom]) -> list[Atom]:
    """A hairline, then the mark beside (or above) the card's first lines."""
    grid = look.grid
    line = PieceInAtom(Rule(grid.full, look.scale.hairline, look.palette.rule), 0.0, 0.0)
    pad = look.unit * (1.5 if grid.has_side else 2)
    if grid.has_side:
        moved = [atom.moved(grid.text_x) for atom in body]
        first, *rest = beside(side, moved)
    else:
        first, rest = merge([side, body[0].with_break(before=look.unit * 0.5)]), list(body[1:])
    first = first.moved(0.0, pad)
    first = Atom((line, *first.puts), first.height, look.unit * (1.5 if grid.has_side else 2), FREE)
    return [first, *rest]


def _follow(atoms: list[Atom]) -> list[Atom]:
    return [atoms[0].with_break(cost=NEVER), *(a.with_break(cost=HARD) for a in atoms[1:])]


def _how_to(look: Look, sect: Element, how: HowTo, is_first: bool, card: str) -> list[Atom]:
    grid = look.grid
    group = sect.add("Div")
    body: list[Atom] = []
    if how.title:
        title = look.text(group.add("H4"), how.title, grid.measure, bold=True)
        body.append(piece_atom(title))
    side: list[Atom] = []
    if how.figure and stands_beside(look, how.figure):
        side = figure_atoms(look, group, how.figure, grid.side, before=0.0)
    elif how.figure:
        body += figure_atoms(look, group, how.figure, grid.measure, before=look.unit)
    steps = numbered(look, group, how.steps, grid.measure, before=look.unit * 0.5 if body else 0.0)
    pictured = how.figure is not None and not side
    if pictured:
        steps = [step.with_break(cost=max(step.cost, HARD)) for step in steps]
    if body:
        steps = [steps[0].with_break(cost=PICTURE_APART if pictured else NEVER), *steps[1:]]
    body += steps
    body = [atom.moved(grid.text_x) for atom in body]
    if side:
        body = [merge(body)] if total_height(body) < grid.depth * 0.5 else body
        body = beside(merge(side), body)
    cost = LAST_RESORT if is_first and not how.figure else EASY if pictured else HARD * 0.5
    atoms = [body[0].with_break(before=look.unit * (1 if is_first else 2), cost=cost), *body[1:]]
    return continued(atoms, reminder(look, card, how.title))


def _facts(look: Look, sect: Element, strategy: Strategy, width: float) -> list[Atom]:
    """How often, benefits and risks: a bold word, then a sentence."""
    atoms: list[Atom] = []
    for said in facts(look.voice, strategy):
        piece = look.text(sect.add("P"), said, width)
        space = look.unit * (1.5 if not atoms else 0.5)
        atoms += mostly_whole(piece, look.grid.depth, before=space, cost=HARD * 0.5 if atoms else FAIR)
    return atoms


def _safety(look: Look, sect: Element, strategy: Strategy, width: float) -> list[Atom]:
    """Stop if and ask first: side by side where the column is wide enough and a page can hold them, else one under the
    other."""
    lists = [(SAFETY_ICONS[word], word, items) for word, items in safety_lists(strategy)]
    if not lists:
        return []
    space = look.unit * 1.5
    if len(lists) == 2 and look.grid.has_side:
        gap = look.scale.base * 1.5
        half = (width - gap) / 2
        holder = Element("Sect")
        left, right = (merge(quiet_list(look, holder, icon, look.voice.word(word), items, half))
                       for icon, word, items in lists)  # fmt: skip
        both = overlay(left, right.moved(half + gap))
        if both.height <= look.grid.depth * WHOLE_TO_DO:
            sect.kids += holder.kids
            return [both.with_break(before=space, cost=HARD)]
    atoms: list[Atom] = []
    for icon, word, items in lists:
        listed = quiet_list(look, sect, icon, look.voice.word(word), items, width)
        first, *rest = merged_unless_high(listed, look.grid.depth)
        atoms += [first.with_break(before=space, cost=HARD), *named_again(look, rest, look.voice.word(word), width)]
    return atoms
