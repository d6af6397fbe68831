"""The three panels inside a folded leaflet whose main strategy has two exercises with a drawing: one exercise to a
panel, its drawings on one line, and all else that can help on the third."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal, NamedTuple

from handoutgen.content.strategies import HowTo, Strategy
from handoutgen.layout.blocks.brief_strategies import Numbered, brief_atom, how_often, safety_box
from handoutgen.layout.blocks.exercises import pictured
from handoutgen.layout.blocks.figures import figure_panel
from handoutgen.layout.blocks.lists import numbered
from handoutgen.layout.blocks.strategy_parts import card_head
from handoutgen.layout.blocks.tick_cards import marked_reminders, reminders_of
from handoutgen.layout.flow.atoms import Atom, PieceInAtom, merge, overlay, piece_atom, reminding, total_height
from handoutgen.layout.flow.pieces import Rule
from handoutgen.layout.flow.spread import spread_out
from handoutgen.layout.setting import Look
from handoutgen.plan.element import Element
from handoutgen.story.detail import Detail, is_warning
from handoutgen.units import mm

PAIR = 2
HIGHEST, LOWEST, STEP = mm(66), mm(34), mm(2)
"""How high the panels of the two drawings are: the highest that fits."""
TO_FOLD = mm(1.5)
"""How much further than on the flap, which is narrower, a fold is from a panel's text."""
TIGHT = 0.4
"""White between steps, as a share of the usual."""
Note = Literal["", "inside", "on the flap"]
"""Where it is said that the full leaflet says how to stay safe, if that has to be said."""


class PairAmount(NamedTuple):
    """How much of the other strategies is told, and whether those that have nothing to warn of keep title and line
    where `detail` has a few words in their place: nothing else would be under these."""

    detail: Detail
    keeps_lines: bool = False

    def of(self, strategy: Strategy) -> Detail:
        """How much of one."""
        return Detail() if self.keeps_lines and not has_warnings(strategy) else self.detail


def has_warnings(strategy: Strategy) -> bool:
    """Whether something must be said with it wherever it is named."""
    return bool(strategy.caution or strategy.stop_if or strategy.ask_first or any(map(is_warning, strategy.callouts)))


FEW_WORDS = Detail(title=False, line="short")
TOLD = (
    PairAmount(Detail(safety=True)),
    PairAmount(Detail()),
    PairAmount(FEW_WORDS, keeps_lines=True),
    PairAmount(FEW_WORDS),
)
"""From all that keeps readers safe, over their caution where they have one, to that under a few words in place of the
title and the line."""


class PairSpread(NamedTuple):
    """The panels, their tree, and the strategy whose exercises they have."""

    element: Element
    panels: list[tuple[Atom, ...]]
    main: Strategy
    note: Note
    """Where it is said that the full leaflet says how to stay safe."""


def main_of_a_pair(strategies: Sequence[Numbered]) -> Numbered | None:
    """The only strategy with exercises in pictures, if it has two of them and comes first."""
    with_pictures = [each for each in strategies if pictured(each[1].how)]
    if len(with_pictures) != 1 or with_pictures[0] is not strategies[0] or len(strategies) < PAIR:
        return None
    return strategies[0] if len(pictured(strategies[0][1].how)) == PAIR else None


def pair_spread(
    look: Look, strategies: Sequence[Numbered], rest: Sequence[Atom], told: PairAmount, depth: float, *, noted: bool
) -> PairSpread | None:
    """The spread with the highest drawings that fit, if any do. `rest`: what must stand under the other strategies.
    `noted`: another panel has room to say that the full leaflet says how to stay safe."""
    main = main_of_a_pair(strategies)
    if main is None:
        return None
    others = Element("Div")
    is_note_due = not told.detail.safety and any(
        each.caution and (each.stop_if or each.ask_first) for _, each in strategies[1:]
    )
    note: Note = "" if not is_note_due else "on the flap" if noted else "inside"
    third = [*_others(look, others, strategies[1:], told, with_note=note == "inside"), *rest]
    if total_height(third) > depth:
        return None
    high = HIGHEST
    while high >= LOWEST:
        spread = Element("Div")
        left, right = _exercises(look, spread, main, high)
        if max(left.height, right.height) <= depth:
            spread.kids += others.kids
            last = merge(spread_out(third, depth, look.unit))
            return PairSpread(spread, [(left,), (right,), (last,)], main[1], note)
        high -= STEP
    return None


def _exercises(look: Look, spread: Element, main: Numbered, high: float) -> tuple[Atom, Atom]:
    """The two panels, row by row: under a line that runs over the fold what it is, what to take care of and how often,
    beside when to ask first and when to stop, which hold for both exercises; the drawings; the steps."""
    number, strategy = main
    width = look.grid.measure
    sect = spread.add("Sect", ident=strategy.id)
    head = card_head(look, strategy, number, width)
    head.title.role = "H2"
    sect.kids += head.part.elements
    before = _before(look, sect, strategy, width)
    boxes = [safety_box(look, sect, strategy, key, width) for key in ("ask_first", "stop_if")]
    boxes = [box.with_break(before=look.unit) for box in boxes if box.height]
    # Without boxes the second panel has what else there is to say before the exercises.
    left, right = ([*head.part.atoms, *before], boxes) if boxes else (head.part.atoms, before)
    reach = (look.grid.width - width) / 2 + TO_FOLD
    beside = merge([_line_over(look, width), _named_again(look, strategy, width), *right])
    rows = [(
        overlay(merge(left), _line_over(look, reach).moved(width)),
        overlay(beside, _line_over(look, reach).moved(-reach)),
    )]  # fmt: skip
    ways = pictured(strategy.how)
    groups = [sect.add("Div") for _ in ways]
    least = max(figure_panel(look, Element("Div"), figure, width, high=high)[0].height for _, figure in ways)
    columns = []
    for group, (how, figure) in zip(groups, ways, strict=True):
        drawing, under = figure_panel(look, group, figure, width, least, high)
        columns.append((merge([drawing, *under]), _steps(look, group, how, width)))
    rows += list(zip(*columns, strict=True))
    spaces = (0.0, look.unit, look.unit * 0.5)
    return _stacked([row[0] for row in rows], rows, spaces), _stacked([row[1] for row in rows], rows, spaces)


def _stacked(column: Sequence[Atom], rows: Sequence[tuple[Atom, Atom]], spaces: Sequence[float]) -> Atom:
    """A column whose rows start as low as those of the other one."""
    highs = [max(atom.height for atom in row) for row in rows]
    return merge([
        replace(atom, height=high, before=space) for atom, high, space in zip(column, highs, spaces, strict=True)
    ])  # fmt: skip


def _line_over(look: Look, width: float) -> Atom:
    return piece_atom(Rule(width, look.scale.band, look.palette.accent, look.scale.band))


def _named_again(look: Look, strategy: Strategy, width: float) -> Atom:
    """The strategy's title over the second panel, which the fold parts from the first: an artifact."""
    title = look.text(
        None, strategy.title, width, look.scale.h3, bold=True, colour=look.palette.deep, balance=True
    )  # fmt: skip
    return reminding(piece_atom(title, before=look.unit))


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


def _others(
    look: Look, root: Element, strategies: Sequence[Numbered], told: PairAmount, *, with_note: bool
) -> list[Atom]:
    """The other strategies in brief under their own heading, on the line of the first panel's; `with_note`, that the
    full leaflet has the lists for which a caution stands."""
    width = look.grid.measure
    group = root.add("Sect", ident="more-things")
    count, word = len(strategies), look.voice.word
    title = word("more_things", count=count)
    name = look.text(
        group.add("H2", bookmark=title), title, width, look.scale.h2, bold=True, colour=look.palette.accent
    )
    line = PieceInAtom(Rule(width, look.scale.band, look.palette.accent, look.scale.band), 0.0, 0.0)
    under = piece_atom(name).moved(0.0, look.scale.band + look.unit)
    head = [Atom((line, *under.puts), under.height)]
    if with_note:
        note = look.text(group.add("P"), word("care_in_full"), width)
        head.append(piece_atom(note, before=look.unit * 0.25))
    first, *rest = [brief_atom(look, group, each, width, told.of(each[1]), is_ruled=index > 0)
                    for index, each in enumerate(strategies)]  # fmt: skip
    return [merge(head), first.with_break(before=look.unit * 0.75), *rest]
