"""When to get help: the only framed box of a leaflet, three levels, whole on one page.

The emergency level comes first, each level has an icon beside its word, and the number to call stands in the level's
own bold line. In a body size so large that the box is higher than a page, it parts between levels only, each framed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from handoutgen.content.helping import Help, HelpLevel
from handoutgen.content.markdown.inline import Text
from handoutgen.design.scale import Level
from handoutgen.layout.blocks.help_levels import LEVEL_ICONS
from handoutgen.layout.blocks.help_print import CLOSEST, closer_lines, larger_print, tears_a_word
from handoutgen.layout.blocks.help_whole import (
    SPACE_ABOVE,
    HelpBox,
    help_padding,
    help_top,
    levels_apart,
    ruled_off,
    tightened,
    whole_help_box,
)
from handoutgen.layout.blocks.panels import framed
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
    overlay,
    piece_atom,
)
from handoutgen.layout.flow.pieces import DrawingPiece, Frame, Rule
from handoutgen.layout.setting import Setting
from handoutgen.plan.element import Element
from handoutgen.story.help import help_title, level_label, levels_of, run_in_words, when_closed

ALONE = (1.7, 1.6, 1.5, 1.4, 1.3, 1.2, 1.1)
"""How many times the usual size a level that stands alone on its page is set: the largest that its page holds."""
MOST_APART = 1.3
"""The most white between its lines, in baseline units."""
OWN_PAGE = -400.0
"""A help box of several pages starts at the head of one: no other break is worth more."""


def help_box(setting: Setting, guide: Help, depth: float) -> HelpBox:
    """Set the box in the full width of the page; `depth` is the height of an empty page in pt."""
    for arrange in (whole_help_box, _over_two_pages, _in_brief, _in_a_frame_each):
        box = arrange(setting, guide, depth)
        if box:
            return box
    return _unframed(setting, guide)


def _over_two_pages(setting: Setting, guide: Help, depth: float) -> HelpBox | None:
    """In large print a frame on each of two pages, the emergency level on the first: lists that are parted between
    levels are found faster than sentences on one page."""
    if not setting.scale.is_large:
        return None
    close = closer_lines(setting)
    for each, share, runs_in in (
        (setting, 0.6, False), (setting, 0.4, False), (setting, 0.4, True), (close, 0.4, False), (close, 0.4, True),
    ):  # fmt: skip
        pad = each.scale.base * share
        sect, top, levels = levels_apart(each, guide, pad, runs_in=runs_in)
        over = reminder(each, help_title(each.voice, guide.title))
        for white in (1.0, 0.5, 0.0):
            for count in range(1, len(levels)):
                front, back = _group(each, levels[:count], pad, white, top), _group(each, levels[count:], pad, white)
                if max(front.height, back.height) <= depth:
                    if count == 1:
                        larger = _alone(each, guide, pad, white, depth, runs_in=runs_in)
                        sect, front, back = larger or (sect, front, back)
                    front = front.with_break(before=each.unit * 3, cost=OWN_PAGE)
                    has_room = over.height + back.height <= depth
                    back = replace(back, heading=over if has_room else None)
                    return HelpBox(sect, (front, back.with_break(before=each.unit * SPACE_ABOVE, cost=FREE)))
    return None


def _alone(
    setting: Setting, guide: Help, pad: float, white: float, depth: float, *, runs_in: bool
) -> tuple[Element, Atom, Atom] | None:
    """The box's element, its first level in a frame alone, as large as a page of `depth` pt holds it, and the others;
    None where it fills the page as it is."""
    for times in ALONE:
        larger = larger_print(setting, times)
        if tears_a_word(larger, guide.emergency, setting.grid.full - 2 * pad):
            continue
        sect, top, (level, *others) = levels_apart(setting, guide, pad, runs_in=runs_in, first=larger)
        spare = depth - _group(setting, [level], pad, 1.0, top).height
        if spare < 0:
            continue
        more = min(spare / len(level), larger.unit * MOST_APART)
        level = [atom.with_break(before=atom.before + more) for atom in level]
        return sect, _group(setting, [level], pad, 1.0, top), _group(setting, others, pad, white)
    return None


def _group(setting: Setting, levels: Sequence[list[Atom]], pad: float, white: float, top: Sequence[Atom] = ()) -> Atom:
    """Levels in one frame, parted by hairlines."""
    width = setting.grid.full - 2 * pad
    parted = [
        ruled_off(setting, tightened(level, white), width, index == 0, white) for index, level in enumerate(levels)
    ]
    return framed(setting, merge([*top, *parted]), setting.grid.full, pad)


def _in_brief(setting: Setting, guide: Help, depth: float) -> HelpBox | None:
    for white, is_tight in ((1.0, False), (0.5, False), (0.0, False), (0.0, True)):
        compact = compact_help(setting, guide, setting.grid.full, white=white, is_tight=is_tight)
        (atom,) = compact.atoms
        if atom.height <= depth:
            return HelpBox(compact.element, (atom.with_break(before=setting.unit * SPACE_ABOVE, cost=FREE),))
    return None


def _in_a_frame_each(setting: Setting, guide: Help, depth: float) -> HelpBox | None:
    sect, top, (first, *others) = levels_apart(setting, guide, help_padding(setting))
    boxes = [
        framed(setting, merge(inside), setting.grid.full, help_padding(setting)) for inside in ([*top, *first], *others)
    ]
    if max(box.height for box in boxes) > depth:
        return None
    rest = [box.with_break(before=setting.unit * 2, cost=EASY) for box in boxes[1:]]
    return HelpBox(sect, (boxes[0].with_break(before=setting.unit * 3, cost=OWN_PAGE), *rest))


def compact_help(
    setting: Setting, guide: Help, width: float, with_closed: bool = True, white: float = 1.0, *, is_tight: bool = False
) -> HelpBox:
    """The three levels as three short paragraphs in a frame, for forms that have one page or one panel for all; whom to
    call when the clinic is closed is said with the urgent one, unless the form says it elsewhere. `white` is the share
    of the usual white between them and inside the frame; `is_tight` gives their icons' room to the words, on closer
    lines: all levels on one page are found faster than one on each of three."""
    sect = Element("Sect", ident="help")
    pad = setting.scale.base * 0.8 * (0.5 + white / 2)
    inner = width - 2 * pad
    atoms = help_top(setting, sect, guide, inner)
    for key, level in levels_of(guide):
        more = when_closed(setting.voice) if key == "urgent" and with_closed else ()
        atom = _run_in_level(setting, sect, key, level, inner, more, is_tight)
        atoms.append(atom.with_break(before=atom.before * (1.0 if is_tight else white)))
    inside = merge(atoms).moved(pad, pad)
    frame = Frame(width, inside.height + pad, radius=setting.scale.base * 0.5, stroke=setting.palette.ink,
                  thickness=setting.scale.frame)  # fmt: skip
    return HelpBox(sect, (Atom((PieceInAtom(frame, 0.0, 0.0), *inside.puts), frame.height, setting.unit * 2, NEVER),))


def _run_in_level(
    setting: Setting, sect: Element, key: str, level: HelpLevel, width: float, more: Sequence[Text], is_tight: bool
) -> Atom:
    if is_tight:
        body = setting.scale.body
        close = Level(body.size, round(body.size * CLOSEST, 2))
        words = setting.text(sect.add("P"), run_in_words(setting.voice, key, level, more), width, close)
        rule = PieceInAtom(Rule(width, setting.scale.hairline, setting.palette.rule), 0.0, 0.0)
        lowered = piece_atom(words).moved(0.0, setting.unit * 0.3)
        return Atom((rule, *lowered.puts), lowered.height, setting.unit * 0.3)
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
    sect, (name, *intro), levels = levels_apart(setting, guide, help_padding(setting))
    atoms = [name.with_break(before=setting.unit * 3, cost=OWN_PAGE), *intro]
    for index, ((key, level), (first, *signs)) in enumerate(zip(levels_of(guide), levels, strict=True)):
        head = first.with_break(before=setting.unit * 2, cost=NEVER if index == 0 else EASY)
        rest = [sign if sign.cost == NEVER else sign.with_break(cost=HARD) for sign in signs]
        over = reminder(setting, level_label(setting.voice, key, level))
        rest = [replace(sign, heading=merge([over, sign.heading])) if sign.heading else sign for sign in rest]
        atoms += continued([head, *rest], over)
    return HelpBox(sect, tuple(atoms))
