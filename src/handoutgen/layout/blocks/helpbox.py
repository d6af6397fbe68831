"""When to get help: the only framed box of a leaflet, three levels, whole on one page.

The emergency level comes first, each level has an icon beside its word, and the number to call stands in the level's
own bold line. In a body size so large that the box is higher than a page, it parts between levels only, each framed.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from handoutgen.content.helping import Help, HelpLevel
from handoutgen.content.markdown.inline import Text
from handoutgen.design.scale import Level
from handoutgen.layout.blocks.help_levels import LEVEL_ICONS
from handoutgen.layout.blocks.help_pages import OWN_PAGE, help_over_two_pages
from handoutgen.layout.blocks.help_print import CLOSEST
from handoutgen.layout.blocks.help_whole import (
    SPACE_ABOVE,
    HelpBox,
    help_padding,
    help_top,
    levels_apart,
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
from handoutgen.story.help import level_label, levels_of, run_in_words, when_closed


def help_box(setting: Setting, guide: Help, depth: float) -> HelpBox:
    """Set the box in the full width of the page; `depth` is the height of an empty page in pt."""
    for arrange in (whole_help_box, help_over_two_pages, _in_brief, _in_a_frame_each):
        box = arrange(setting, guide, depth)
        if box:
            return box
    return _unframed(setting, guide)


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
