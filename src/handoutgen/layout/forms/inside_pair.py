"""The three panels inside a folded leaflet whose main strategy has two exercises with a drawing: one exercise to a
panel, its drawings on one line, and all else that can help on the third."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from msgspec.structs import replace

from handoutgen.content.strategies import HowTo, Strategy
from handoutgen.layout.blocks.brief_strategies import Numbered, brief_atom, how_often, safety_box, safety_line
from handoutgen.layout.blocks.exercises import pictured
from handoutgen.layout.blocks.figures import figure_panel
from handoutgen.layout.blocks.lists import numbered
from handoutgen.layout.blocks.panels import panel_padding
from handoutgen.layout.blocks.strategy_parts import card_head
from handoutgen.layout.blocks.tick_cards import marked_reminders, reminders_of
from handoutgen.layout.flow.atoms import Atom, PieceInAtom, merge, overlay, piece_atom, total_height
from handoutgen.layout.flow.pieces import Frame, Rule
from handoutgen.layout.flow.spread import spread_out
from handoutgen.layout.setting import Look
from handoutgen.plan.element import Element
from handoutgen.story.detail import Detail, is_cautioned
from handoutgen.units import mm

PAIR = 2
HIGHEST, LOWEST, STEP = mm(66), mm(34), mm(2)
"""How high the panels of the two drawings are: the highest that fits."""
HARDLY_LOWER = 0.9
"""How much lower than they might be drawings may be for more white between the lines."""
MOST_MORE = 1.5
"""How much more white than usual there may be between two rows, in units."""
TO_FOLD = mm(1.5)
"""How much further than on the flap, which is narrower, a fold is from a panel's text."""
KEEP_SAFE = ("ask_first", "stop_if")
HEAD_GAP = 0.75
"""Between the line over both panels and the words under it, in units."""
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
        return Detail() if self.keeps_lines and not is_cautioned(strategy) else self.detail


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
    look: Look, strategies: Sequence[Numbered], rest: Sequence[Atom], told: PairAmount, depth: float, *, noted: bool,
    looks: Sequence[Look] = (),
) -> PairSpread | None:  # fmt: skip
    """The spread with the highest drawings that fit, if any do. `rest`: what must stand under the other strategies.
    `noted`: another panel has room to say that the full leaflet says how to stay safe. `looks`: in which of them the
    exercises may be set, from the airiest, as the third panel may need closer lines than they."""
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
    found = [panels for each in looks or (look,) if (panels := _highest(each, main, depth))]
    if not found:
        return None
    best = max(panels.high for panels in found)
    pair = next(panels for panels in found if panels.high >= best * HARDLY_LOWER)
    last = merge(spread_out(third, depth, look.unit))
    spread = Element("Div", [*pair.element.kids, *others.kids])
    return PairSpread(spread, [(pair.left,), (pair.right,), (last,)], main[1], note)


class _Pair(NamedTuple):
    """The two panels of the exercises, their tree, and how high the panels of their drawings may be."""

    element: Element
    left: Atom
    right: Atom
    high: float


def _highest(look: Look, main: Numbered, depth: float) -> _Pair | None:
    """The two panels with the highest drawings that fit, and what is left of `depth` pt shared out between their
    rows."""
    high = HIGHEST
    while high >= LOWEST:
        spread = Element("Div")
        rows = _exercises(look, spread, main, high)
        excess = _height(rows) - depth
        if excess <= 0:
            left, right = _loosened(rows, -excess, look.unit)
            return _Pair(spread, left, right, high)
        high -= max(1, int(excess / STEP)) * STEP  # a panel shrinks by no more than that
    return None


_Row = tuple[Atom, Atom]
"""What stands on both panels, alike in height and at the same height; the space before the first is over both."""


def _exercises(look: Look, spread: Element, main: Numbered, high: float) -> list[_Row]:
    """The two panels, row by row: under a line that runs over the fold what it is, what to take
    care of and how often; on a tint that runs over the fold too when to ask first and when to stop; the drawings; the
    steps."""
    number, strategy = main
    width = look.grid.measure
    sect = spread.add("Sect", ident=strategy.id)
    head = card_head(look, strategy, number, width)
    head.title.role = "H2"
    sect.kids += head.part.elements
    shown = [key for key in KEEP_SAFE if getattr(strategy, key)]
    reach = (look.grid.width - width) / 2 + TO_FOLD
    beside = _before(look, sect, strategy, width)
    if len(shown) == 1:
        beside.append(safety_box(look, sect, strategy, shown[0], width).with_break(before=look.unit))
    under_line = look.scale.band + look.unit * HEAD_GAP
    right = merge(beside).moved(0.0, under_line) if beside else Atom((), 0.0)
    lines = _line_over(look, reach), _line_over(look, width + reach)
    rows = [(
        overlay(merge(head.part.atoms), lines[0].moved(width)),
        overlay(right, lines[1].moved(-reach)),
    )]  # fmt: skip
    if len(shown) == len(KEEP_SAFE):
        rows.append(_over_the_fold(look, sect, strategy, reach))
    ways = pictured(strategy.how)
    groups = [sect.add("Div") for _ in ways]
    least = max(figure_panel(look, Element("Div"), figure, width, high=high)[0].height for _, figure in ways)
    columns = []
    for group, (how, figure) in zip(groups, ways, strict=True):
        drawing, under = figure_panel(look, group, figure, width, least, high)
        columns.append((merge([drawing, *under]), _steps(look, group, how, width)))
    rows += list(zip(*columns, strict=True))
    return [_alike(row, look.unit * (0.5 if row is rows[-1] else 1.0)) for row in rows]


def _alike(row: _Row, before: float) -> _Row:
    high = max(atom.height for atom in row)
    left, right = (replace(atom, height=high, before=before) for atom in row)
    return left, right


def _height(rows: Sequence[_Row]) -> float:
    return total_height([left for left, _ in rows])


def _loosened(rows: Sequence[_Row], spare: float, unit: float) -> tuple[Atom, Atom]:
    """The panels, each row with as much more white over it as the others, but for the first."""
    more = min(spare / (len(rows) - 1), unit * MOST_MORE)
    left, right = (
        merge([atom.with_break(before=atom.before + more * bool(index)) for index, atom in enumerate(column)])
        for column in zip(*rows, strict=True)
    )
    return left, right


def _over_the_fold(look: Look, sect: Element, strategy: Strategy, reach: float) -> tuple[Atom, Atom]:
    """When to ask first, and when to stop, on one tint over both panels, as they hold for both exercises: no word
    stands on the fold, which is `reach` pt from either panel's text."""
    width, pad = look.grid.measure, panel_padding(look) * 0.75
    lines = [safety_line(look, sect, strategy, key, width - pad) for key in KEEP_SAFE]
    high = max(line.height for line in lines) + 2 * pad
    corner = look.scale.corner
    panel = piece_atom(Frame(width, high, radius=corner, fill=look.palette.tint))
    to_fold = piece_atom(Frame(reach + corner, high, fill=look.palette.tint))  # no corner is round at the fold
    left, right = (overlay(panel, to_fold.moved(x)) for x in (width - corner, -reach))
    return overlay(left, lines[0].moved(pad, pad)), overlay(right, lines[1].moved(0.0, pad))


def _line_over(look: Look, width: float) -> Atom:
    return piece_atom(Rule(width, look.scale.band, look.palette.accent, look.scale.band))


def _before(look: Look, sect: Element, strategy: Strategy, width: float) -> list[Atom]:
    """What to take care of and how often, before the first exercise."""
    bare = strategy.model_copy(update={"stop_if": (), "ask_first": ()})
    lines = marked_reminders(look, sect, reminders_of(look, bare), width)
    lines += [piece_atom(look.text(sect.add("P"), said, width)) for said in how_often(look, strategy, True)]
    return [atom.with_break(before=look.unit * 0.75 * bool(index)) for index, atom in enumerate(lines)]


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
