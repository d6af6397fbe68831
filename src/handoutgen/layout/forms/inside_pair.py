"""The three panels inside a folded leaflet whose main strategy has two exercises with a drawing: one exercise to a
panel, its drawings on one line, and all else that can help on the third."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from handoutgen.content.strategies import HowTo, Strategy
from handoutgen.layout.blocks.brief_strategies import Numbered, brief_atom, how_often, safety_box
from handoutgen.layout.blocks.exercises import pictured
from handoutgen.layout.blocks.figures import figure_panel
from handoutgen.layout.blocks.lists import numbered
from handoutgen.layout.blocks.strategy_parts import card_head
from handoutgen.layout.blocks.tick_cards import marked_reminders, reminders_of
from handoutgen.layout.flow.atoms import Atom, PieceInAtom, merge, piece_atom, total_height
from handoutgen.layout.flow.pieces import Rule
from handoutgen.layout.flow.spread import spread_out
from handoutgen.layout.setting import Look
from handoutgen.plan.element import Element
from handoutgen.story.detail import Detail
from handoutgen.units import mm

PAIR = 2
HIGHEST, LOWEST, STEP = mm(66), mm(34), mm(2)
"""How high the panels of the two drawings are: the highest that fits."""
TIGHT = 0.4
"""White between steps, as a share of the usual."""
DETAILS = (Detail(safety=True), Detail(), Detail(title=False, line="short"))
"""How much of the other strategies: all that keeps readers safe, or their caution where they have one, that under a few
words in place of the title and the line."""


class PairSpread(NamedTuple):
    """The panels, their tree, and the strategy whose exercises they have."""

    element: Element
    panels: list[tuple[Atom, ...]]
    main: Strategy


def main_of_a_pair(strategies: Sequence[Numbered]) -> Numbered | None:
    """The only strategy with exercises in pictures, if it has two of them and comes first."""
    with_pictures = [each for each in strategies if pictured(each[1].how)]
    if len(with_pictures) != 1 or with_pictures[0] is not strategies[0] or len(strategies) < PAIR:
        return None
    return strategies[0] if len(pictured(strategies[0][1].how)) == PAIR else None


def pair_spread(
    look: Look, strategies: Sequence[Numbered], rest: Sequence[Atom], detail: Detail, depth: float
) -> PairSpread | None:
    """The spread with the highest drawings that fit, if any do. `rest`: what must stand under the other strategies."""
    main = main_of_a_pair(strategies)
    if main is None:
        return None
    others = Element("Div")
    third = [*_others(look, others, strategies[1:], detail), *rest]
    if total_height(third) > depth:
        return None
    high = HIGHEST
    while high >= LOWEST:
        spread = Element("Div")
        left, right = _exercises(look, spread, main, high)
        if max(left.height, right.height) <= depth:
            spread.kids += others.kids
            return PairSpread(spread, [(left,), (right,), (merge(spread_out(third, depth, look.unit)),)], main[1])
        high -= STEP
    return None


def _exercises(look: Look, spread: Element, main: Numbered, high: float) -> tuple[Atom, Atom]:
    """The two panels, row by row: what it is and what to take care of, the drawings, the steps, when to stop and when
    to ask first."""
    number, strategy = main
    width = look.grid.measure
    sect = spread.add("Sect", ident=strategy.id)
    head = card_head(look, strategy, number, width)
    head.title.role = "H2"
    sect.kids += head.part.elements
    beside = merge([_line_over(look, width), *_before(look, sect, strategy, width)])
    rows = [(merge(head.part.atoms), beside)]
    ways = pictured(strategy.how)
    groups = [sect.add("Div") for _ in ways]
    least = max(figure_panel(look, Element("Div"), figure, width, high=high)[0].height for _, figure in ways)
    columns = []
    for group, (how, figure) in zip(groups, ways, strict=True):
        drawing, under = figure_panel(look, group, figure, width, least, high)
        columns.append((merge([drawing, *under]), _steps(look, group, how, width)))
    rows += list(zip(*columns, strict=True))
    left, right = (safety_box(look, sect, strategy, key, width) for key in ("ask_first", "stop_if"))
    rows.append((left, right))
    spaces = (0.0, look.unit, look.unit * 0.5, look.unit)
    return _stacked([row[0] for row in rows], rows, spaces), _stacked([row[1] for row in rows], rows, spaces)


def _stacked(column: Sequence[Atom], rows: Sequence[tuple[Atom, Atom]], spaces: Sequence[float]) -> Atom:
    """A column whose rows start as low as those of the other one."""
    highs = [max(atom.height for atom in row) for row in rows]
    return merge([
        replace(atom, height=high, before=space) for atom, high, space in zip(column, highs, spaces, strict=True)
    ])  # fmt: skip


def _line_over(look: Look, width: float) -> Atom:
    return piece_atom(Rule(width, look.scale.band, look.palette.accent, look.scale.band))


def _before(look: Look, sect: Element, strategy: Strategy, width: float) -> list[Atom]:
    """What to take care of and how often, before the first exercise."""
    bare = strategy.model_copy(update={"stop_if": (), "ask_first": ()})
    lines = marked_reminders(look, sect, reminders_of(look, bare), width)
    lines += [piece_atom(look.text(sect.add("P"), said, width)) for said in how_often(look, strategy, True)]
    return [atom.with_break(before=look.unit * (0.75 if index else 1.0)) for index, atom in enumerate(lines)]


def _steps(look: Look, group: Element, how: HowTo, width: float) -> Atom:
    atoms: list[Atom] = []
    if how.title:
        name = look.text(
            group.add("H3"), how.title, width, look.scale.h3, bold=True, colour=look.palette.deep, balance=True
        )
        atoms.append(piece_atom(name))
    first, *rest = numbered(look, group, how.steps, width, before=look.unit * 0.3)
    return merge([*atoms, first, *(step.with_break(before=step.before * TIGHT) for step in rest)])


def _others(look: Look, root: Element, strategies: Sequence[Numbered], detail: Detail) -> list[Atom]:
    """The other strategies in brief under their own heading, on the line of the first panel's; where a caution stands
    for lists, that the full leaflet has those."""
    width = look.grid.measure
    group = root.add("Sect", ident="more-things")
    count, word = len(strategies), look.voice.word
    title = word("more_thing") if count == 1 else word("more_things", count=count)
    name = look.text(
        group.add("H2", bookmark=title), title, width, look.scale.h2, bold=True, colour=look.palette.accent
    )
    line = PieceInAtom(Rule(width, look.scale.band, look.palette.accent, look.scale.band), 0.0, 0.0)
    under = piece_atom(name).moved(0.0, look.scale.band + look.unit)
    head = [Atom((line, *under.puts), under.height)]
    if not detail.safety and any(each.caution and (each.stop_if or each.ask_first) for _, each in strategies):
        note = look.text(group.add("P"), word("care_in_full"), width)
        head.append(piece_atom(note, before=look.unit * 0.25))
    first, *rest = [brief_atom(look, group, each, width, detail, is_ruled=index > 0)
                    for index, each in enumerate(strategies)]  # fmt: skip
    return [merge(head), first.with_break(before=look.unit * 0.75), *rest]
