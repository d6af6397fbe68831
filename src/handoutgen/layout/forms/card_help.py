"""When to get help on a side of a card, how to reach the clinic, and what sections warn of: lists where they have room,
sentences where they do not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from msgspec import Struct
from msgspec.structs import replace

from handoutgen.content.model import Leaflet
from handoutgen.design.scale import Level
from handoutgen.layout.blocks.brief_strategies import glance_list
from handoutgen.layout.blocks.contact import contact_lines
from handoutgen.layout.blocks.help_lists import ListedHelp, listed_levels
from handoutgen.layout.flow.atoms import Atom, merge, overlay, piece_atom, total_height
from handoutgen.layout.flow.pieces import Rule
from handoutgen.layout.flow.spread import spread_out
from handoutgen.layout.forms.closer import closer
from handoutgen.layout.setting import Setting
from handoutgen.plan.element import Element
from handoutgen.story.contact import FEET, Foot, main_line
from handoutgen.story.glance import Glance
from handoutgen.story.help import LEVELS, levels_of, number_for

CLOSE, LEADING = 0.6, 1.2
"""The unit of white and the leading, as shares of the body size, where lines are closer."""
CANNOT_WAIT = LEVELS[:2]
WHITES = (1.0, 0.7, 0.4, 0.2, 0.0)
APART = (0.4, 0.2, 0.0)
"""From the best: how far what to do stands from the signs over it, in units of the body size."""
LISTS = (
    ListedHelp(),
    ListedHelp(white=0.4),
    *(ListedHelp(is_hung=False, white=white, disc=0.7) for white in WHITES),
)
AIRY = tuple(
    ListedHelp(is_hung=False, white=white, disc=0.7, keys=CANNOT_WAIT, joins_actions=joins)
    for white in WHITES[:2]
    for joins in (False, True)
)
BARE = tuple(replace(how, is_titled=False) for how in AIRY)
"""Without a title: the labels of the levels say as much."""
LEAST = (
    ListedHelp(is_hung=False, white=0.0, disc=0.7, is_titled=False),
    ListedHelp(is_hung=False, white=0.0, disc=0.7, is_titled=False, is_run_in=True),
)
RUN_IN = tuple(ListedHelp(is_hung=False, white=white, disc=0.7, is_run_in=True) for white in WHITES)
TWO = tuple(replace(how, keys=CANNOT_WAIT) for how in (*LISTS, *RUN_IN))


def _from_rich_to_plain(*airy: Sequence[ListedHelp]) -> tuple[tuple[ListedHelp, bool], ...]:
    return (
        *((how, is_close) for is_close in (False, True) for how in LISTS),
        *((how, False) for how in LEAST),
        *((how, is_close) for hows in airy for is_close in (False, True) for how in hows),
        *((how, is_close) for hows in (TWO[: len(LISTS)], TWO[len(LISTS) :]) for is_close in (False, True)
          for how in hows),
        *((replace(how, keys=CANNOT_WAIT), False) for how in LEAST),
    )  # fmt: skip


BACKS, FOLDED_BACKS = _from_rich_to_plain(AIRY), _from_rich_to_plain(AIRY, BARE)
"""How a side says when to get help, and whether on closer lines, on a card of one leaf and inside a folded one, whose
cover says what it is; the richest that fits. What can wait for the next
visit goes where there is no room for all levels; what cannot wait never does."""

SPREAD = 0.6
"""How much more white than usual there may be on each side of a fold, as a share of what pages may have."""
UNDER_FOLD = 0.3
"""White under the fold, in units of white."""


class CardSide(Struct, frozen=True):
    """What a side of a card says, and by how many pt it is too high."""

    kids: list[Element]
    atoms: list[Atom]
    excess: float
    foot: Atom | None = None
    has_points: bool = False
    has_message: bool = False
    has_line: bool = False
    """Whether it says the clinic's main line."""
    how: ListedHelp = ListedHelp()


def help_side(
    setting: Setting, leaflet: Leaflet, listed: Sequence[Glance], depth: float,
    backs: Sequence[tuple[ListedHelp, bool]] = BACKS, fold: float | None = None, *, has_number_in_front: bool = False,
) -> CardSide:  # fmt: skip
    """When to get help in one of the ways `backs`, how to reach the clinic, and what sections warn of. Over the `fold`,
    so many pt down, no list goes if each side holds what it has; else no line stands on it, where the room for that can
    be had from the white between lines. What to do stands apart from signs where there is room for that. A card that
    `has_number_in_front` has it once inside."""
    lines = Level(setting.scale.base, round(setting.scale.base * LEADING, 2))
    close = closer(setting, lines, CLOSE)
    close = replace(close, scale=replace(close.scale, list=lines))

    def said(how: ListedHelp, is_close: bool, foot: Foot | None) -> CardSide:
        root, look = Element("Document"), close if is_close else setting
        box = listed_levels(look, leaflet.help, look.grid.measure, how)
        root.kids.append(box.element)
        atoms = [*box.atoms, *_clinic(look, root, foot)]
        atoms += glance_list(look, root, listed, look.grid.measure, with_brief=False)
        return CardSide(root.kids, atoms, max(0.0, total_height(atoms) - depth), how=how)

    for how, is_close, foot in _ways(setting, leaflet, backs):
        side = said(how, is_close, foot)
        if side.excess <= 0:
            break
    if side.excess > 0:
        return side
    whites = [white for white in WHITES if white <= how.white]
    if fold is None:
        apart_ones = (replace(how, apart=apart, white=white) for apart, white in product(APART[:-1], whites[:2]))
        sides = (said(way, is_close, foot) for way in apart_ones)
        return next((laid for laid in sides if laid.excess <= 0), side)
    once = replace(how, repeats_number=not has_number_in_front)
    for parted, closer_lines, apart, white in product((False, True), sorted({is_close, True}), APART, whites):
        each = said(replace(once, white=white, parts_urgent=parted, apart=apart), closer_lines, foot)
        halves = in_halves(each.atoms, fold, depth, setting.unit)
        if halves:
            return replace(each, atoms=[halves])
    closer_ones = (said(replace(how, white=white, apart=apart), is_close, foot) for apart in APART for white in whites)
    ways = (
        (each, atoms) for each in closer_ones for atoms in (spread_out(each.atoms, depth, setting.unit), each.atoms)
    )
    clear = ((each, clear_of_fold(atoms, fold, depth)) for each, atoms in ways)
    return next((replace(each, atoms=[atom]) for each, atom in clear if atom), side)


def in_halves(atoms: Sequence[Atom], fold: float, depth: float, unit: float) -> Atom | None:
    """The atoms as one, each whole over the fold or under it, their white shared out over each half; the fold takes the
    place of a rule. None where they are too high for that."""
    count = max(count for count in range(len(atoms) + 1) if total_height(atoms[:count]) <= fold)
    upper, lower = list(atoms[:count]), list(atoms[count:])
    while upper and _is_rule(upper[-1]):
        upper.pop()
    while lower and _is_rule(lower[0]):
        lower.pop(0)
    top = fold + unit * UNDER_FOLD
    if not upper or not lower or total_height(lower) > depth - top:
        return None
    rooms = max(total_height(upper), fold - unit), depth - top
    halves = [merge(spread_out(half, room, unit * SPREAD)) for half, room in zip((upper, lower), rooms, strict=True)]
    return overlay(halves[0], halves[1].moved(0.0, top))


def _is_rule(atom: Atom) -> bool:
    return all(isinstance(put.piece, Rule) for put in atom.puts)


def clear_of_fold(atoms: Sequence[Atom], fold: float, depth: float) -> Atom | None:
    """The atoms as one, what would stand on the fold moved under it with all that follows; None where it is then higher
    than `depth` pt."""
    whole = merge(atoms)
    top = fold
    while crossing := [put.down for put in whole.puts if put.down < top < put.down + put.piece.height]:
        top = min(crossing)
    lower = fold - top
    puts = tuple(put if put.down < top else put._replace(down=put.down + lower) for put in whole.puts)
    return replace(whole, puts=puts, height=whole.height + lower) if whole.height + lower <= depth else None


def _ways(
    setting: Setting, leaflet: Leaflet, backs: Sequence[tuple[ListedHelp, bool]]
) -> Iterator[tuple[ListedHelp, bool, Foot | None]]:
    """The levels, and with them the clinic's line, its hours going first; it goes only where a level says its
    number."""
    urgent = leaflet.help.urgent
    is_said = bool(number_for(setting.voice, "urgent") and urgent.is_there and not urgent.where)
    some_cannot_wait = any(key in CANNOT_WAIT for key, _ in levels_of(leaflet.help))
    for how, is_close in (each for each in backs if some_cannot_wait or each[0].keys == LEVELS):
        for foot in (*FEET[:2], *((None,) if is_said else ())):
            yield how, is_close, foot


def _clinic(setting: Setting, root: Element, foot: Foot | None) -> list[Atom]:
    """The clinic's line, or lines to write it on."""
    said = main_line(setting.voice, foot) if foot else []
    lines = [setting.text(root.add("P"), said, setting.grid.measure)] if said else []
    return [*contact_lines(setting, root), *(piece_atom(line, before=setting.unit) for line in lines)]
