"""When to get help: the only framed box of a leaflet, three levels, whole on one page.

The emergency level comes first, each level has an icon beside its word, and the number to call stands in the level's
own bold line. In a body size so large that the box is higher than a page, it parts between levels only, each framed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from handoutgen.content.helping import Help, HelpLevel
from handoutgen.content.markdown.inline import Text
from handoutgen.design.scale import Level
from handoutgen.layout.blocks.help_levels import (
    LABELS_WIDE,
    LEVEL_ICONS,
    level_atoms,
)
from handoutgen.layout.blocks.help_print import CLOSEST, closer_lines, larger_print, tears_a_word
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
    mostly_whole,
    overlay,
    piece_atom,
)
from handoutgen.layout.flow.pieces import DrawingPiece, Frame, Rule
from handoutgen.layout.setting import Look, Setting
from handoutgen.plan.element import Element
from handoutgen.story.help import help_title, level_label, levels_of, run_in_words, when_closed

SPACE_ABOVE = 2.0
"""In baseline units."""
ALONE = (1.7, 1.6, 1.5, 1.4, 1.3, 1.2, 1.1)
"""How many times the usual size a level that stands alone on its page is set: the largest that its page holds."""
MOST_APART = 1.3
"""The most white between its lines, in baseline units."""
OWN_PAGE = -400.0
"""A help box of several pages starts at the head of one: no other break is worth more."""


@dataclass(frozen=True, slots=True)
class HelpBox:
    """The box as atoms, and its part of the structure tree, to be hung in where layout puts the box."""

    element: Element
    atoms: tuple[Atom, ...]


def help_box(setting: Setting, guide: Help, depth: float) -> HelpBox:
    """Set the box in the full width of the page; `depth` is the height of an empty page in pt."""
    for arrange in (_stacked, _over_two_pages, _in_brief, _in_a_frame_each):
        box = arrange(setting, guide, depth)
        if box:
            return box
    return _unframed(setting, guide)


def whole_help_box(setting: Setting, guide: Help, depth: float, *, narrows: bool = False) -> HelpBox | None:
    """The box with its signs in lists and in one frame, if `depth` pt can hold that, and if need be with labels that it
    `narrows` for them."""
    return _stacked(setting, guide, depth, LABELS_WIDE if narrows else LABELS_WIDE[:1])


class WholeHelpBoxes:
    """The boxes of one setting from the one with most white to the closest, each set when it is first asked for: which
    of them stands on a page is tried for several heights."""

    def __init__(self, setting: Setting, guide: Help, label: float = LABELS_WIDE[0]) -> None:
        self._made: list[HelpBox] = []
        self._more = _from_most_white(setting, guide, label)

    def within(self, depth: float) -> HelpBox | None:
        """The one with most white that `depth` pt can hold."""
        made = next((box for box in self._made if box.atoms[0].height <= depth), None)
        while made is None and (box := next(self._more, None)) is not None:
            self._made.append(box)
            made = box if box.atoms[0].height <= depth else None
        return made


def _padding(setting: Setting) -> float:
    """From the frame to what stands in it, in pt."""
    return setting.scale.base * (1.2 if setting.grid.has_columns else 0.9)


def _stacked(setting: Setting, guide: Help, depth: float, labels: Sequence[float] = LABELS_WIDE[:1]) -> HelpBox | None:
    """One level under another, with as much white as there is room for."""
    boxes = (WholeHelpBoxes(setting, guide, label).within(depth) for label in labels)
    return next(filter(None, boxes), None)


def _from_most_white(setting: Setting, guide: Help, label: float) -> Iterator[HelpBox]:
    pad = _padding(setting)
    width = setting.grid.full - 2 * pad
    sect, top, levels = _apart(setting, guide, pad, label=label)
    for white, inside in ((1.0, pad), (0.5, pad), (0.5, pad * 0.5), (0.0, pad * 0.5)):
        tight = [_tightened(level, white) for level in levels]
        parted = [_ruled_off(setting, level, width, i == 0, white) for i, level in enumerate(tight)]
        yield _whole(setting, sect, merge([*top, *parted]).moved(pad - inside), inside)


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
        sect, top, levels = _apart(each, guide, pad, runs_in=runs_in)
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
        sect, top, (level, *others) = _apart(setting, guide, pad, runs_in=runs_in, first=larger)
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
        _ruled_off(setting, _tightened(level, white), width, index == 0, white) for index, level in enumerate(levels)
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
    sect, top, (first, *others) = _apart(setting, guide, _padding(setting))
    boxes = [
        framed(setting, merge(inside), setting.grid.full, _padding(setting)) for inside in ([*top, *first], *others)
    ]
    if max(box.height for box in boxes) > depth:
        return None
    rest = [box.with_break(before=setting.unit * 2, cost=EASY) for box in boxes[1:]]
    return HelpBox(sect, (boxes[0].with_break(before=setting.unit * 3, cost=OWN_PAGE), *rest))


def _apart(
    setting: Setting,
    guide: Help,
    pad: float,
    *,
    label: float = LABELS_WIDE[0],
    runs_in: bool = False,
    first: Setting | None = None,
) -> tuple[Element, list[Atom], list[list[Atom]]]:
    """The element of a box, its top and its levels, each in atoms, with a `label` of this width, `pad` pt from the
    edges of the page. `runs_in`: what leads in to the signs stands in the line of the label. The top and the
    `first` level may have a setting of their own."""
    sect = Element("Sect", ident="help")
    width = setting.grid.full - 2 * pad
    top = _top(first or setting, sect, guide, width)
    levels = [
        level_atoms(
            setting if index or first is None else first, sect, key, level, guide, width, label=label, runs_in=runs_in
        )
        for index, (key, level) in enumerate(levels_of(guide))
    ]
    return sect, top, levels


def _whole(setting: Setting, sect: Element, content: Atom, pad: float) -> HelpBox:
    """The box in one frame."""
    whole = framed(setting, content, setting.grid.full, pad)
    return HelpBox(sect, (whole.with_break(before=setting.unit * SPACE_ABOVE, cost=FREE),))


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
    atoms = _top(setting, sect, guide, inner)
    for key, level in levels_of(guide):
        more = when_closed(setting.voice) if key == "urgent" and with_closed else ()
        atom = _run_in_level(setting, sect, key, level, inner, more, is_tight)
        atoms.append(atom.with_break(before=atom.before * (1.0 if is_tight else white)))
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
    sect, (name, *intro), levels = _apart(setting, guide, _padding(setting))
    atoms = [name.with_break(before=setting.unit * 3, cost=OWN_PAGE), *intro]
    for index, ((key, level), (first, *signs)) in enumerate(zip(levels_of(guide), levels, strict=True)):
        head = first.with_break(before=setting.unit * 2, cost=NEVER if index == 0 else EASY)
        rest = [sign if sign.cost == NEVER else sign.with_break(cost=HARD) for sign in signs]
        over = reminder(setting, level_label(setting.voice, key, level))
        rest = [replace(sign, heading=merge([over, sign.heading])) if sign.heading else sign for sign in rest]
        atoms += continued([head, *rest], over)
    return HelpBox(sect, tuple(atoms))


def _tightened(level: list[Atom], white: float) -> Atom:
    """One level with this share of the white between its lines: less of it is better than signs run into one
    paragraph."""
    return merge([atom.with_break(before=atom.before * white) for atom in level])


def _ruled_off(setting: Setting, atom: Atom, width: float, is_first: bool, white: float) -> Atom:
    space = setting.unit * 0.75 * (0.5 + white / 2)
    if is_first:
        return atom.with_break(before=space)
    rule = PieceInAtom(Rule(width, setting.scale.hairline, setting.palette.rule), 0.0, 0.0)
    lowered = atom.moved(0.0, space)
    return Atom((rule, *lowered.puts), lowered.height, space, NEVER)
