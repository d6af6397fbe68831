"""When to get help: the only framed box of a leaflet, three levels, whole on one page.

The emergency level comes first, each level has an icon beside its word, and the number to call stands in the level's
own bold line. In a body size so large that the box is higher than a page, it parts between levels only, each framed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from handoutgen.content.helping import Help, HelpLevel
from handoutgen.content.markdown.inline import Text
from handoutgen.layout.blocks.help_levels import (
    LEVEL_ICONS,
    label_atom,
    label_hang,
    label_width,
    level_atoms,
    sign_atoms,
)
from handoutgen.layout.blocks.sections import reminder
from handoutgen.layout.flow.atoms import (
    EASY,
    FREE,
    HARD,
    NEVER,
    Atom,
    PieceInAtom,
    continued,
    merge,
    mostly_whole,
    overlay,
    piece_atom,
)
from handoutgen.layout.flow.pieces import DrawingPiece, Frame, Rule, UprightRule
from handoutgen.layout.setting import Look, Setting
from handoutgen.plan.element import Element
from handoutgen.story.help import help_title, label_words, level_label, levels_of, run_in_words, when_closed

NARROWEST_COLUMNS = (0.27, 0.28, 0.29, 0.3, 0.31, 0.32, 1 / 3)
"""Least shares of the width to try for a level when the three stand side by side."""
OWN_PAGE = -400.0
"""A help box of several pages starts at the head of one: no other break is worth more."""
COLUMNS_UP_TO = 13.0
"""The largest body size (pt) at which a third of the page still holds a sign on a line or two."""


@dataclass(frozen=True, slots=True)
class HelpBox:
    """The box as atoms, and its part of the structure tree, to be hung in where layout puts the box."""

    element: Element
    atoms: tuple[Atom, ...]


def help_box(setting: Setting, guide: Help, depth: float) -> HelpBox:
    """Set the box in the full width of the page; `depth` is the height of an empty page in pt."""
    for arrange in (_side_by_side, _stacked, _in_brief, _in_a_frame_each):
        box = arrange(setting, guide, depth)
        if box:
            return box
    return _unframed(setting, guide)


def _padding(setting: Setting) -> float:
    """From the frame to what stands in it, in pt."""
    return setting.scale.base * (1.1 if setting.grid.has_side else 0.9)


def _side_by_side(setting: Setting, guide: Help, depth: float) -> HelpBox | None:
    pad = _padding(setting)
    width = setting.grid.full - 2 * pad
    if not setting.grid.has_side or setting.scale.base > COLUMNS_UP_TO or not _tries(setting, guide, width):
        return None
    sect = Element("Sect", ident="help")
    top = _top(setting, sect, guide, width)
    return _whole(setting, sect, merge([*top, _columns(setting, sect, guide, width)]), pad, depth)


def _stacked(setting: Setting, guide: Help, depth: float) -> HelpBox | None:
    """One level under another, with as much white as there is room for."""
    pad = _padding(setting)
    width = setting.grid.full - 2 * pad
    sect, top, levels = _apart(setting, guide)
    for white, inside in ((1.0, pad), (0.5, pad), (0.5, pad * 0.5), (0.0, pad * 0.5)):
        parted = [_ruled_off(setting, _tightened(level, white), width, i == 0, white) for i, level in enumerate(levels)]
        box = _whole(setting, sect, merge([*top, *parted]).moved(pad - inside), inside, depth)
        if box:
            return box
    return None


def _in_brief(setting: Setting, guide: Help, depth: float) -> HelpBox | None:
    compact = compact_help(setting, guide, setting.grid.full)
    (atom,) = compact.atoms
    if atom.height > depth:
        return None
    return HelpBox(compact.element, (atom.with_break(before=setting.unit * 3, cost=FREE),))


def _in_a_frame_each(setting: Setting, guide: Help, depth: float) -> HelpBox | None:
    sect, top, (first, *others) = _apart(setting, guide)
    boxes = [_framed(setting, merge(inside), _padding(setting)) for inside in ([*top, *first], *others)]
    if max(box.height for box in boxes) > depth:
        return None
    rest = [box.with_break(before=setting.unit * 2, cost=EASY) for box in boxes[1:]]
    return HelpBox(sect, (boxes[0].with_break(before=setting.unit * 3, cost=OWN_PAGE), *rest))


def _apart(setting: Setting, guide: Help) -> tuple[Element, list[Atom], list[list[Atom]]]:
    """The element of a box, its top and its levels, each in atoms."""
    sect = Element("Sect", ident="help")
    width = setting.grid.full - 2 * _padding(setting)
    top = _top(setting, sect, guide, width)
    return sect, top, [level_atoms(setting, sect, key, level, guide, width) for key, level in levels_of(guide)]


def _whole(setting: Setting, sect: Element, content: Atom, pad: float, depth: float) -> HelpBox | None:
    """The box in one frame, if a page can hold it."""
    whole = _framed(setting, content, pad)
    return HelpBox(sect, (whole.with_break(before=setting.unit * 3, cost=FREE),)) if whole.height <= depth else None


def compact_help(setting: Setting, guide: Help, width: float, with_closed: bool = True, white: float = 1.0) -> HelpBox:
    """The three levels as three short paragraphs in a frame, for forms that have one page or one panel for all; whom to
    call when the clinic is closed is said with the urgent one, unless the form says it elsewhere. `white` is the share
    of the usual white between them and inside the frame."""
    sect = Element("Sect", ident="help")
    pad = setting.scale.base * 0.8 * (0.5 + white / 2)
    inner = width - 2 * pad
    atoms = _top(setting, sect, guide, inner)
    for key, level in levels_of(guide):
        more = when_closed(setting.voice) if key == "urgent" and with_closed else ()
        atom = _run_in_level(setting, sect, key, level, inner, more)
        atoms.append(atom.with_break(before=atom.before * white))
    inside = merge(atoms).moved(pad, pad)
    frame = Frame(width, inside.height + pad, radius=setting.scale.base * 0.5, stroke=setting.palette.ink,
                  thickness=setting.scale.frame)  # fmt: skip
    return HelpBox(sect, (Atom((PieceInAtom(frame, 0.0, 0.0), *inside.puts), frame.height, setting.unit * 2, NEVER),))


def _top(setting: Setting, sect: Element, guide: Help, width: float) -> list[Atom]:
    """The title and the sentence under it: the same for all clinics, like the signs."""

    def make(look: Look, sect: Element) -> list[Atom]:
        title = help_title(look.voice, guide.title)
        name = look.text(sect.add("H2", bookmark=title), title, width, look.scale.h2, bold=True, balance=True)
        if not guide.intro:
            return [piece_atom(name)]
        intro = look.text(sect.add("P"), look.voice.phrase(guide.intro), width)
        first, *rest = mostly_whole(intro, look.grid.depth, before=look.unit * 0.5)
        return [piece_atom(name), first.with_break(cost=NEVER), *rest]

    return list(setting.kept_below(sect, ("help", width), make))


def _run_in_level(
    setting: Setting, sect: Element, key: str, level: HelpLevel, width: float, more: Sequence[Text]
) -> Atom:
    size = setting.scale.base * 1.6
    hang = size + setting.scale.base * 0.6
    said = run_in_words(setting.voice, key, level, more)
    words = setting.text(sect.add("P"), said, width - hang)
    mark = DrawingPiece(None, setting.icon(LEVEL_ICONS[key], setting.palette.accent), size, size)
    atom = overlay(piece_atom(words).moved(hang), Atom((PieceInAtom(mark, 0.0, 0.0),), size))
    return atom.with_break(before=setting.unit * 0.75)


def _unframed(setting: Setting, guide: Help) -> HelpBox:
    """For print so large, or so many signs, that one level is higher than a page: no frame, and a page may end between
    two signs; the next one says for what they are."""
    sect, (name, *intro), levels = _apart(setting, guide)
    atoms = [name.with_break(before=setting.unit * 3, cost=OWN_PAGE), *intro]
    for index, ((key, level), (first, *signs)) in enumerate(zip(levels_of(guide), levels, strict=True)):
        head = first.with_break(before=setting.unit * 2, cost=NEVER if index == 0 else EASY)
        rest = [sign if sign.cost == NEVER else sign.with_break(cost=HARD) for sign in signs]
        over = reminder(setting, level_label(setting.voice, key, level))
        rest = [replace(sign, heading=merge([over, sign.heading])) if sign.heading else sign for sign in rest]
        atoms += continued([head, *rest], over)
    return HelpBox(sect, tuple(atoms))


def _framed(setting: Setting, content: Atom, pad: float) -> Atom:
    inside = content.moved(pad, pad)
    height = inside.height + pad
    frame = Frame(
        setting.grid.full, height, radius=setting.scale.base * 0.5,
        stroke=setting.palette.ink, thickness=setting.scale.frame,
    )  # fmt: skip
    return Atom((PieceInAtom(frame, 0.0, 0.0), *inside.puts), height)


def _columns(setting: Setting, sect: Element, guide: Help, width: float) -> Atom:
    """The three levels side by side, parted by hairlines: short enough to stand on page 1.

    Levels with more to say get wider columns. Several widths are tried and the lowest box is taken, because a single
    line can decide whether the box fits on page 1.
    """
    tries = _tries(setting, guide, width)
    # Kept though it shows a clinic's words: all that one clinic's columns have of their own is the number in the
    # labels, and where those are as high as another clinic's, the same try is the best.
    heights = tuple(
        setting.lines_in(label_words(setting.voice, key, level), column - label_hang(setting))
        for widths in tries for (key, level), column in zip(levels_of(guide), widths, strict=True)
    )  # fmt: skip
    closed = when_closed(setting.voice)
    heights += tuple(setting.lines_in(closed, width - _closed_at(setting, widths)) for widths in tries if closed)
    best = setting.memory.get(
        ("help widths", heights),
        lambda: min(tries, key=lambda widths: _set_columns(setting, Element("Sect"), guide, widths).height),
    )
    return _set_columns(setting, sect, guide, best)


def _tries(setting: Setting, guide: Help, width: float) -> list[list[float]]:
    """Widths for the three columns in which no number is torn over two lines, for it would be called wrongly; none
    where a number is too long for a third of the width."""
    lengths = [_length(level) for _, level in levels_of(guide)]
    room = width - (len(lengths) - 1) * _column_gap(setting)
    tries = [_column_widths(lengths, room, least) for least in NARROWEST_COLUMNS]
    whole = [label_width(setting, key, level) for key, level in levels_of(guide)]
    return [each for each in tries if all(have >= need for have, need in zip(each, whole, strict=True))]


def _set_columns(setting: Setting, sect: Element, guide: Help, widths: list[float]) -> Atom:
    gap = _column_gap(setting)
    atoms, starts, x = [], [], 0.0
    for (key, level), column in zip(levels_of(guide), widths, strict=True):
        group = sect.add("Sect", ident=f"help-{key}")
        head = label_atom(setting, group, key, level, column)
        body = sign_atoms(setting, group, key, level, column, ())
        atoms.append(merge([head, body[0].with_break(before=setting.unit * 0.5), *body[1:]]).moved(x))
        starts.append(x)
        x += column + gap
    whole = overlay(*atoms).with_break(before=setting.unit)
    rules = tuple(
        PieceInAtom(UprightRule(whole.height, setting.scale.hairline, setting.palette.rule), start - gap / 2, 0.0)
        for start in starts[1:]
    )
    columns = Atom((*rules, *whole.puts), whole.height, whole.before)
    closed = when_closed(setting.voice)
    if not closed:
        return columns
    # One line under both levels that have the clinic's number is less high than two in one of them, and keeps the box
    # on page 1. It never stands under the emergency, as if that had two numbers.
    left = _closed_at(setting, widths) if guide.emergency.is_there else 0.0
    words = setting.text(sect.add("P"), closed, x - gap - left)
    return merge([columns, piece_atom(words, left, before=setting.unit * 0.75)])


def _closed_at(setting: Setting, widths: Sequence[float]) -> float:
    return widths[0] + _column_gap(setting) if len(widths) > 1 else 0.0


def _column_gap(setting: Setting) -> float:
    return setting.scale.base * 1.6


def _column_widths(lengths: list[int], room: float, least: float) -> list[float]:
    """Each at least the share `least` of `room` pt; the rest goes by how much more a level says than the shortest."""
    more = [length**0.5 - min(lengths) ** 0.5 for length in lengths]
    shares = [m / sum(more) for m in more] if sum(more) else [1 / len(more)] * len(more)
    spare = 1 - least * len(lengths)
    return [room * (least + spare * share) for share in shares]


def _length(level: HelpLevel) -> int:
    signs = [text for _, when, signs in level.lists for text in (when, *signs)]
    return sum(len(text) for text in (*signs, *level.all_actions))


def _tightened(level: list[Atom], white: float) -> Atom:
    """One level with this share of the white between its lines: less of it is better than signs run into one
    paragraph."""
    return merge([atom.with_break(before=atom.before * white) for atom in level])


def _ruled_off(setting: Setting, atom: Atom, width: float, is_first: bool, white: float) -> Atom:
    space = setting.unit * (1.25 if setting.grid.has_side else 0.75) * (0.5 + white / 2)
    if is_first:
        return atom.with_break(before=space)
    rule = PieceInAtom(Rule(width, setting.scale.hairline, setting.palette.rule), 0.0, 0.0)
    lowered = atom.moved(0.0, space)
    return Atom((rule, *lowered.puts), lowered.height, space, NEVER)
