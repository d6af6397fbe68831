"""The heart of a leaflet: each strategy as a card with the same pattern, so that the sixth is found like the first.

A numeral and an icon, the title, what it is and why it helps, numbered steps with their figure, how often, benefits
and risks, then the quiet safety lines. Cards are parted by space and a hairline, never boxed.
"""

from __future__ import annotations

from collections.abc import Sequence

from handoutgen.content.markdown import inline
from handoutgen.content.model import HowTo, Management, Strategy
from handoutgen.layout.atoms import (
    EASY,
    FAIR,
    FREE,
    HARD,
    LAST_RESORT,
    NEVER,
    Atom,
    Put,
    beside,
    continued,
    merge,
    overlay,
    piece_atom,
    text_atoms,
    total_height,
)  # fmt: skip
from handoutgen.layout.figures import figure_atoms
from handoutgen.layout.lists import numbered
from handoutgen.layout.pieces import DrawingPiece, Rule
from handoutgen.layout.prose import prose
from handoutgen.layout.sections import callout_atoms, headed, heading, open_section, quiet_list, reminder
from handoutgen.layout.setting import Setting
from handoutgen.plan.element import Element

PICTURE_APART = 220.0
"""For a page break between a picture and its steps, in large print only: whoever turns back and forth, or takes
the next picture for that of the steps above it, does the wrong exercise. A page half white is better."""


def management_atoms(setting: Setting, parent: Element, management: Management) -> list[Atom]:
    """The heading, the introduction and all strategies."""
    sect = open_section(parent, "management")
    grid = setting.grid
    title = management.title or setting.word("management")
    head = heading(setting, sect, title, grid.side if grid.has_side else grid.measure)
    intro = prose(setting, sect, management.intro, grid.measure) if management.intro else []
    top = headed(setting, head, intro or [Atom((), 0.0)])
    atoms = top
    for number, strategy in enumerate(management.strategies, start=1):
        card = strategy_atoms(setting, sect, strategy, number)
        atoms += [card[0].with_break(cost=NEVER), *card[1:]] if number == 1 else card
    if management.uncertainty:
        atoms += _uncertainty(setting, sect, management.uncertainty)
    return atoms


def _uncertainty(setting: Setting, sect: Element, text: str) -> list[Atom]:
    grid = setting.grid
    title = setting.text(
        sect.add("H3"), setting.word("uncertainty"), grid.side if grid.has_side else grid.measure,
        setting.scale.h3, bold=True,
    )  # fmt: skip
    body = prose(setting, sect, text, grid.measure)
    return _carded(setting, piece_atom(title), body)


def strategy_atoms(setting: Setting, parent: Element, strategy: Strategy, number: int) -> list[Atom]:
    """One strategy; breaks inside it cost, and never part its title from its first steps."""
    sect = parent.add("Sect", ident=strategy.id)
    width = setting.grid.measure
    level = setting.scale.h3
    title = sect.add("H3", bookmark=f"{number}. {strategy.title}")
    number_run = _numeral_kid(title, number)
    name = setting.text(title.add("Span"), strategy.title, width, level, bold=True, balance=True)
    body: list[Atom] = [piece_atom(name)]
    body += _follow(prose(setting, sect, strategy.what, width, before=setting.unit * 0.25))
    if strategy.why:
        why = setting.text(sect.add("P"), setting.phrase(strategy.why), width)
        body += [a.with_break(cost=LAST_RESORT) for a in text_atoms(why, before=setting.unit * 0.5, whole_up_to=99)]
    side: list[Atom] = []
    if strategy.figure:
        if setting.grid.has_side:
            side = figure_atoms(setting, sect, strategy.figure, setting.grid.side, before=setting.unit * 2)
        else:
            body += figure_atoms(setting, sect, strategy.figure, width, before=setting.unit * 2)
    head = merge([_mark(setting, strategy, number_run, number), *side])
    atoms = _carded(setting, head, body)
    name_of_card = setting.word("strategy", number=number, title=strategy.title)
    for index, how in enumerate(strategy.how):
        atoms += _how_to(setting, sect, how, index == 0, name_of_card)
    after = _facts(setting, sect, strategy, width)
    after += _safety(setting, sect, strategy, width)
    for callout in strategy.callouts:
        after += [a.with_break(cost=HARD) for a in
                  callout_atoms(setting, sect, callout, width, before=setting.unit * 1.5)]  # fmt: skip
    atoms += [atom.moved(setting.grid.text_x) for atom in after]
    return continued(atoms, reminder(setting, name_of_card))


def _numeral_kid(title: Element, number: int) -> Element:
    return title.add("Span", text=f"{number} ")


def _mark(setting: Setting, strategy: Strategy, element: Element, number: int) -> Atom:
    """The big numeral, with the icon beside it."""
    level = setting.scale.numeral
    numeral = setting.text(element, f"{number} ", level.size * 2.2, level, bold=True, colour=setting.palette.accent)
    drawing = setting.icon(strategy.icon, setting.palette.accent)
    size = level.size * (1.0 if setting.grid.has_side else 1.15)
    x = max(level.size * 0.95, numeral.ink_width + level.size * 0.3)
    # The numeral's cap height is 2/3 of its size: centre the icon on it.
    down = numeral.baseline - 0.335 * level.size - size / 2
    top = max(0.0, -down)
    puts = (Put(numeral, 0.0, top), Put(DrawingPiece(None, drawing, size, size), x, down + top))
    return Atom(puts, max(numeral.height, size))


def _carded(setting: Setting, side: Atom, body: Sequence[Atom]) -> list[Atom]:
    """A hairline, then the mark beside (or above) the card's first lines."""
    grid = setting.grid
    line = Put(Rule(grid.full, setting.scale.hairline, setting.palette.rule), 0.0, 0.0)
    pad = setting.unit * (1.5 if grid.has_side else 2)
    if grid.has_side:
        moved = [atom.moved(grid.text_x) for atom in body]
        first, *rest = beside(side, moved)
    else:
        first, rest = merge([side, body[0].with_break(before=setting.unit * 0.5)]), list(body[1:])
    first = first.moved(0.0, pad)
    first = Atom((line, *first.puts), first.height, setting.unit * (1.5 if grid.has_side else 2), FREE)
    return [first, *rest]


def _follow(atoms: list[Atom]) -> list[Atom]:
    return [atoms[0].with_break(cost=NEVER), *(a.with_break(cost=HARD) for a in atoms[1:])]


def _how_to(setting: Setting, sect: Element, how: HowTo, is_first: bool, card: str) -> list[Atom]:
    grid = setting.grid
    group = sect.add("Div")
    body: list[Atom] = []
    if how.title:
        title = setting.text(group.add("H4"), how.title, grid.measure, bold=True)
        body.append(piece_atom(title))
    side: list[Atom] = []
    if how.figure and grid.has_side:
        side = figure_atoms(setting, group, how.figure, grid.side, before=0.0)
    elif how.figure:
        body += figure_atoms(setting, group, how.figure, grid.measure, before=setting.unit)
    steps = numbered(setting, group, how.steps, grid.measure, before=setting.unit * 0.5 if body else 0.0)
    pictured = how.figure is not None and not grid.has_side
    if pictured:
        steps = [step.with_break(cost=max(step.cost, HARD)) for step in steps]
    if body:
        steps = [steps[0].with_break(cost=PICTURE_APART if pictured else NEVER), *steps[1:]]
    body += steps
    body = [atom.moved(grid.text_x) for atom in body]
    if side:
        body = [merge(body)] if total_height(body) < grid.depth * 0.5 else body
        body = beside(side[0], body)
    cost = LAST_RESORT if is_first and not how.figure else EASY if pictured else HARD * 0.5
    atoms = [body[0].with_break(before=setting.unit * (1 if is_first else 2), cost=cost), *body[1:]]
    return continued(atoms, reminder(setting, card, how.title))


def _facts(setting: Setting, sect: Element, strategy: Strategy, width: float) -> list[Atom]:
    """How often, benefits and risks: a bold word, then a sentence."""
    rows = (("how_often", strategy.how_often), ("benefits", strategy.benefits), ("risks", strategy.risks))
    atoms: list[Atom] = []
    for word, text in rows:
        if text:
            said = [inline.Text(setting.word(word) + ": ", strong=True), *setting.phrase(text)]
            piece = setting.text(sect.add("P"), said, width)
            space = setting.unit * (1.5 if not atoms else 0.5)
            atoms += text_atoms(piece, before=space, cost=HARD * 0.5 if atoms else FAIR, whole_up_to=99)
    return atoms


def _safety(setting: Setting, sect: Element, strategy: Strategy, width: float) -> list[Atom]:
    """Stop if and ask first: side by side where the column is wide enough, else one under the other."""
    lists = [(icon, word, items) for icon, word, items in
             (("stop", "stop_if", strategy.stop_if), ("ask", "ask_first", strategy.ask_first)) if items]  # fmt: skip
    if not lists:
        return []
    space = setting.unit * 1.5
    if len(lists) == 2 and setting.grid.has_side:
        gap = setting.scale.base * 1.5
        half = (width - gap) / 2
        left, right = (merge(quiet_list(setting, sect, icon, setting.word(word), items, half))
                       for icon, word, items in lists)  # fmt: skip
        return [overlay(left, right.moved(half + gap)).with_break(before=space, cost=HARD)]
    return [
        merge(quiet_list(setting, sect, icon, setting.word(word), items, width)).with_break(before=space, cost=HARD)
        for icon, word, items in lists
    ]
