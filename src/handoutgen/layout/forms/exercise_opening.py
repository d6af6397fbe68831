"""The head of a sheet of exercises: whose it is, of what, and whom to call in an emergency; and that of a strategy."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from handoutgen.content.model import Leaflet
from handoutgen.content.strategies import Strategy
from handoutgen.design.scale import Level
from handoutgen.layout.blocks.discs import HELP_DISC, STRATEGY_DISC, disc_size, strategy_disc, tick_mark
from handoutgen.layout.blocks.emergency_line import call_panel, emergency_line, emergency_width
from handoutgen.layout.blocks.exercise_head import head_again
from handoutgen.layout.blocks.exercises import pictured
from handoutgen.layout.blocks.masthead import masthead
from handoutgen.layout.blocks.strategy_parts import card_head, under_rule
from handoutgen.layout.blocks.tick_charts import Exercise
from handoutgen.layout.flow.atoms import NEVER, Atom, merge, overlay, piece_atom, reminding
from handoutgen.layout.flow.pieces import Frame
from handoutgen.layout.setting import Setting
from handoutgen.plan.element import Element
from handoutgen.story.contact import main_number
from handoutgen.story.strategies import facts, numbered_title

CALL_SHARES = (0.4, 0.41, 0.42, 0.43, 0.44, 0.46)
"""How much of the page's width whom to call takes in large print: on two lines beside the title, as narrow as it may
be."""
TITLE_LINES = 1.8
"""A title of so many lines, run together, is set in two."""


PLAIN = 3


class SheetHead(NamedTuple):
    """What the head of page 1 in large print has beyond the least."""

    title: int = PLAIN
    """How large a sole strategy's title is: its place among the levels of a page's title, or a step over the body."""
    has_line: bool = False
    """Whether it says the clinic's main line, in the frame with whom to call in an emergency."""
    is_over: bool = False
    """Whether the leaflet's title stands over that frame, not beside it, where the strategy's title and the name of its
    first exercise have room there."""


SHEET_HEADS = (
    SheetHead(0, True, is_over=True),
    SheetHead(1, True, is_over=True),
    *(SheetHead(1, True), SheetHead(2, True), SheetHead(2), SheetHead(PLAIN, True), SheetHead()),
)
"""From the most."""


def opening(
    setting: Setting, root: Element, leaflet: Leaflet, sole: Strategy | None = None, front: SheetHead = SHEET_HEADS[-1]
) -> list[Atom]:
    """At the head of page 1: whose it is, of what, and whom to call in an emergency. The exercises of a `sole` strategy
    have that strategy's title, and the leaflet's in small print over it."""
    full, unit, scale = setting.grid.full, setting.unit, setting.scale
    head = masthead(setting, root, leaflet)
    heading = root.add("H1", bookmark=leaflet.title)
    call = _both_to_call(setting, root) if front.has_line else _call(setting, root)
    wide = emergency_width(call)
    room = full - wide - scale.base * (0.5 if sole is not None else 1.0)
    if sole is not None:
        return [head, *_of_one_strategy(setting, root, leaflet, heading, sole, call, room, front)]
    beside = setting.longest_word(leaflet.title, scale.h2, bold=True) <= room and room > full * 0.4
    level = _title_level(setting, leaflet.title, room if beside else full)
    title = setting.text(
        heading, leaflet.title, room if beside else full, level, bold=True, colour=setting.palette.deep, balance=True
    )
    if not beside:
        root.kids.remove(heading)
        root.kids.append(heading)
        first = merge([head, call.with_break(before=unit * 0.75)])  # on page 1, whatever does not fit there
        return [first, piece_atom(title, before=unit, cost=NEVER)]
    return [head, _in_a_row(piece_atom(title), call, full - wide).with_break(before=unit)]


def _call(setting: Setting, root: Element) -> Atom:
    full = setting.grid.full
    if not setting.scale.is_large:
        return emergency_line(setting, root, full)
    tries = [emergency_line(setting, Element("Div"), full * share) for share in CALL_SHARES]
    lowest = min(call.height for call in tries)
    share = next(share for share, call in zip(CALL_SHARES, tries, strict=True) if call.height <= lowest)
    return emergency_line(setting, root, full * share)


def _both_to_call(setting: Setting, root: Element) -> Atom:
    """Whom to call in an emergency and under that the clinic's main line, in one frame: as narrow as it may be without
    a line more; the first alone where there is no such line."""
    if main_number(setting.voice) is None:
        return _call(setting, root)
    full = setting.grid.full
    tries = [call_panel(setting, Element("Div"), hours=False, width=full * share) for share in CALL_SHARES]
    lowest = min(call.height for call in tries)
    share = next(share for share, call in zip(CALL_SHARES, tries, strict=True) if call.height <= lowest)
    return call_panel(setting, root, hours=False, width=full * share)


def _in_a_row(words: Atom, call: Atom, right: float) -> Atom:
    high = max(words.height, call.height)
    return overlay(words.moved(0.0, (high - words.height) / 2), call.moved(right, (high - call.height) / 2))


def _of_one_strategy(
    setting: Setting, root: Element, leaflet: Leaflet, heading: Element, sole: Strategy, call: Atom, room: float,
    front: SheetHead,
) -> list[Atom]:  # fmt: skip
    """The leaflet's title beside whom to call; the strategy's, larger, under it: in large print beside it too."""
    full, unit, scale, deep = setting.grid.full, setting.unit, setting.scale, setting.palette.deep
    title = root.add("H2", bookmark=sole.title)
    if scale.is_large:
        over = _over_frame(setting, leaflet, heading, title, sole, call, room, front)
        if over:
            return over
        fits = setting.longest_word(leaflet.title) <= room
        level = _title_level(setting, sole.title, room, most=front.title)
        wide = room if fits and setting.longest_word(sole.title, level, bold=True) <= room else full
        words = merge([
            piece_atom(setting.text(heading, leaflet.title, wide)),
            _named(setting, title, sole, wide, level).with_break(before=unit * 0.25),
        ])  # fmt: skip
        if wide == full:
            first = merge([call, words.with_break(before=unit * 0.75)])
            root.kids.remove(heading)
            root.kids.insert(root.kids.index(title), heading)
            return [first.with_break(before=unit * 0.75)]
        return [_in_a_row(words, call, full - emergency_width(call)).with_break(before=unit * 0.75)]
    beside = setting.longest_word(leaflet.title, scale.h3) <= room  # some languages need a whole line for whom to call
    if not beside:
        root.kids.remove(heading)
        root.kids.insert(root.kids.index(title), heading)
    small = piece_atom(setting.text(heading, leaflet.title, room if beside else full, scale.h3))
    disc = strategy_disc(setting, title, sole, disc_size(setting, STRATEGY_DISC))
    left = disc.height + scale.base * 0.9
    level = _title_level(setting, sole.title, full - left, lines=1.0)
    name = setting.text(title.add("Span"), sole.title, full - left, level, bold=True, colour=deep, balance=True)
    below = _in_a_row(disc, piece_atom(name), left)
    row = (
        _in_a_row(small, call, full - emergency_width(call))
        if beside
        else merge([call, small.with_break(before=unit * 0.5)])
    )
    return [row.with_break(before=unit), below.with_break(before=unit * 0.5)]


def _over_frame(
    setting: Setting, leaflet: Leaflet, heading: Element, title: Element, sole: Strategy, call: Atom, room: float,
    front: SheetHead,
) -> list[Atom]:  # fmt: skip
    """The leaflet's title over the page's width, and under it whom to call beside the strategy's title and the name of
    its first exercise; nothing where these have no room there, or it is not asked for."""
    level = _title_level(setting, sole.title, room, most=front.title)
    if not front.is_over or setting.longest_word(sole.title, level, bold=True) > room:
        return []
    trial = Element("H2")
    name = _named(setting, trial, sole, room, level)
    row = overlay(name, call.moved(setting.grid.full - emergency_width(call)))
    if not _corner(setting, row, sole):
        return []
    title.kids += trial.kids
    over = piece_atom(setting.text(heading, leaflet.title, setting.grid.full), before=setting.unit)
    return [over, row.with_break(before=setting.unit * 0.5)]


def _named(setting: Setting, title: Element | None, strategy: Strategy, width: float, level: Level) -> Atom:
    """A strategy's title in large print, with a tick where it is one to start with; without an element it is said again
    over the name of an exercise, and gives way to that."""
    scale = setting.scale
    mark = None
    left = 0.0
    if strategy.id in setting.voice.chosen:
        mark = tick_mark(setting, title, disc_size(setting, HELP_DISC) * 0.5)
        left = mark.height + scale.base * 0.4
    element = title.add("Span") if title else None
    name = setting.text(
        element,
        strategy.title,
        width - left,
        level,
        bold=title is not None,
        colour=setting.palette.accent,
        balance=True,
    )
    words = piece_atom(name) if title else reminding(piece_atom(name))
    return _in_a_row(mark, words, left) if mark else words


def exercise_head(
    setting: Setting, sect: Element, exercise: Exercise, *, again: bool, ruled: bool, width: float | None = None
) -> tuple[Atom, Element]:
    """In large print the head of a page: the strategy's title with the exercise's name, and the element of the
    exercise. On a sheet for one strategy page 1 (not `ruled`) has that title, and the name is smaller than it. `width`:
    what the head takes in pt, if not all of the page's."""
    strategy, number, full = exercise.strategy, exercise.number, width or setting.grid.full
    if number is not None:
        title = None if again else sect.add("H2", bookmark=numbered_title(setting.voice, number, strategy))
        group = sect.add("Div")
        name = group.add("H3") if exercise.how.title else None
        named = (name, exercise.how.title or "")
        return head_again(setting, strategy, number, named, full, title=title, ruled=ruled), group
    group = sect.add("Div")
    atoms = [_named(setting, None, strategy, full, setting.scale.body)] if ruled else []
    if exercise.how.title:
        level = _level_of_name(setting, exercise.how.title, full) if ruled else setting.scale.h3
        words = setting.text(group.add("H3"), exercise.how.title, full, level, bold=True, colour=setting.palette.deep)
        atoms.append(piece_atom(words))
    whole = merge(atoms) if atoms else Atom((), 0.0)
    return under_rule(setting, whole, full) if ruled else whole, group


class _Corner(NamedTuple):
    """The room beside a frame and under what stands there: its width, how far down it starts, and its height."""

    width: float
    down: float
    height: float


def under_head(
    setting: Setting, sect: Element, exercise: Exercise, over: Sequence[Atom], *, again: bool
) -> tuple[list[Atom], Element]:
    """What stands over the parts of an exercise in large print, `over` included, and the element of the exercise: its
    name stands beside the frame of whom to call where there is room under the strategy's title."""
    corner = _corner(setting, over[-1], exercise.strategy) if over and exercise.number is None else None
    head, group = exercise_head(
        setting, sect, exercise, again=again, ruled=not over, width=corner.width if corner else None
    )
    if corner and corner.height >= head.height:
        return [*over[:-1], overlay(over[-1], head.moved(0.0, corner.down + corner.height - head.height))], group
    return [*over, head.with_break(before=setting.unit if over else 0.0)], group


def _corner(setting: Setting, over: Atom, sole: Strategy) -> _Corner | None:
    """Where the name of a sole strategy's first exercise stands, on one line beside the frame in this atom; None where
    it has no name, or no room there."""
    frames = [put.x for put in over.puts if isinstance(put.piece, Frame)]
    name = pictured(sole.how)[0][0].title
    if not frames or not name:
        return None
    width = min(frames) - setting.scale.base * 0.5
    left = [put.down + put.piece.height for put in over.puts if put.x + put.piece.width <= width + 0.01]
    corner = _Corner(width, max(left, default=over.height), 0.0)
    corner = corner._replace(height=over.height - corner.down)
    level = setting.scale.h3
    fits = corner.height >= level.leading + setting.unit and setting.natural_width(name, level, bold=True) <= width
    return corner if fits else None


def _level_of_name(setting: Setting, name: str, width: float) -> Level:
    """Of an exercise's name at the head of a page: that of a heading if it is one line in it."""
    scale = setting.scale
    return scale.h2 if setting.natural_width(name, scale.h2, bold=True) <= width else scale.h3


def _title_level(setting: Setting, title: str, width: float, lines: float = TITLE_LINES, most: int = 0) -> Level:
    """The largest in which a title takes two lines at most, or as many as it may (`lines`), or else the least. `most`:
    the place of the largest to try."""
    scale = setting.scale
    middle = (scale.h1.size + scale.h2.size) / 2
    levels = (scale.h1, Level(round(middle, 2), round(middle * 1.15, 2)), scale.h2, scale.h3)[most : most + 3]
    fitting = [
        level for level in levels
        if setting.longest_word(title, level, bold=True) <= width
        and setting.natural_width(title, level, bold=True) <= width * lines
    ]  # fmt: skip
    return fitting[0] if fitting else levels[-1]


def strategy_head(setting: Setting, sect: Element, exercise: Exercise, *, again: bool, ruled: bool) -> list[Atom]:
    """The strategy's numeral, icon, title and line, and how often; the line and how often alone where the page has its
    title (of a sole strategy, not `ruled`); `again`: over its next exercise, as an artifact."""
    full, strategy = setting.grid.full, exercise.strategy
    if again:
        return [head_again(setting, strategy, exercise.number, (None, ""), full)]
    if exercise.number is None and not ruled:
        line = setting.text(sect.add("P"), setting.voice.phrase(strategy.brief), setting.grid.line)
        atoms = [piece_atom(line)]
    else:
        head = card_head(setting, strategy, exercise.number or 1, full, ruled=ruled)
        head.title.role = "H2"
        sect.kids += head.part.elements
        atoms = list(head.part.atoms)
    alone = strategy.model_copy(update={"benefits": None, "risks": None})
    often = [
        piece_atom(setting.text(sect.add("P"), said, setting.grid.line), before=setting.unit * 0.4, cost=NEVER)
        for said in facts(setting.voice, alone)
    ]
    return [*atoms, *often]
