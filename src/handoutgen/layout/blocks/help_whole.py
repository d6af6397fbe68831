"""The help box in one frame: its levels one under another, with as much white as there is room for."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from handoutgen import bounds
from handoutgen.content.helping import Help
from handoutgen.layout.blocks.help_levels import LABELS_WIDE, level_atoms, signs_width
from handoutgen.layout.blocks.panels import framed
from handoutgen.layout.flow.atoms import FREE, NEVER, Atom, PieceInAtom, merge, mostly_whole, outline_of, piece_atom
from handoutgen.layout.flow.pieces import Rule
from handoutgen.layout.setting import Look, Setting
from handoutgen.memory import Memory
from handoutgen.plan.element import Element
from handoutgen.story.help import help_title, levels_of
from handoutgen.units import mm

SPACE_ABOVE = 2.0
"""In baseline units."""
MOST_WHITE_FIRST = ((1.0, 1.0), (0.5, 1.0), (0.5, 0.5), (0.0, 0.5))
"""The shares of white between the lines of a box in one frame, and inside its frame, that are tried."""
MOST_OVER_ROWS = mm(2)
"""White over a row of a close box, where the page has room for more than the usual."""


class HelpBox(Struct, frozen=True):
    """The box as atoms, and its part of the structure tree, to be hung in where layout puts the box."""

    element: Element
    atoms: tuple[Atom, ...]


def whole_help_box(setting: Setting, guide: Help, depth: float, *, narrows: bool = False) -> HelpBox | None:
    """The box with its signs in lists and in one frame, with as much white as `depth` pt have room for, and if need be
    with labels that it `narrows` for the signs; None where they can hold none."""
    labels = LABELS_WIDE if narrows else LABELS_WIDE[:1]
    boxes = (WholeHelpBoxes(setting, guide, label).within(depth) for label in labels)
    return next(filter(None, boxes), None)


class WholeHelpBoxes:
    """The boxes of one setting from the one with most white to the closest. Their words are set once, their heights are
    known before they are built, and which of them stands on a page is tried for several heights."""

    def __init__(self, setting: Setting, guide: Help, label: float = LABELS_WIDE[0]) -> None:
        self._setting, self._pad = setting, help_padding(setting)
        self._sect, self._top, self._levels = levels_apart(setting, guide, self._pad, label=label)
        self._heights: dict[tuple[float, float], float] = {}

    @property
    def shape(self) -> Hashable:
        """All that of one clinic's boxes decides which of them is taken, and where its lines stand."""
        return tuple(outline_of(atom) for level in (self._top, *self._levels) for atom in level)

    def holds(self, depth: float) -> bool:
        """Whether `depth` pt can hold any of them."""
        return any(self._height(way) <= depth for way in MOST_WHITE_FIRST)

    def within(self, depth: float, spare: float = 0.0) -> HelpBox | None:
        """The one with most white that `depth` pt can hold; where it is a close one, what is left of these and `spare`
        pt more stand over its rows."""
        way = next((way for way in MOST_WHITE_FIRST if self._height(way) <= depth), None)
        if way is None:
            return None
        over = 0.0
        if spare and way != MOST_WHITE_FIRST[0]:
            over = min((depth + spare - self._height(way)) / len(self._levels), MOST_OVER_ROWS)
        box = self._framed(list, way, over)
        return HelpBox(self._sect, (box.with_break(before=self._setting.unit * SPACE_ABOVE, cost=FREE),))

    def _height(self, way: tuple[float, float]) -> float:
        if way not in self._heights:
            self._heights[way] = self._framed(without_words, way).height
        return self._heights[way]

    def _framed(self, of: Callable[[Sequence[Atom]], list[Atom]], way: tuple[float, float], over: float = 0.0) -> Atom:
        """The box in one frame: with a share of the white between its lines, and one of that inside the frame, and
        `over` pt more over each row."""
        setting, pad, (white, inside) = self._setting, self._pad, way
        width = setting.grid.full - 2 * pad
        tight = [tightened(of(level), white) for level in self._levels]
        parted = [ruled_off(setting, level, width, index == 0, white, over) for index, level in enumerate(tight)]
        content = merge([*of(self._top), *parted]).moved(pad - pad * inside)
        return framed(setting, content, setting.grid.full, pad * inside)


def without_words(atoms: Sequence[Atom]) -> list[Atom]:
    """Atoms of the same measures with nothing in them: quickly stacked to know how high a stack is."""
    return [Atom((), atom.height, atom.before, atom.cost) for atom in atoms]


def help_padding(setting: Setting) -> float:
    """From the frame to what stands in it, in pt."""
    return setting.scale.base * (1.2 if setting.grid.has_columns else 0.9)


def levels_apart(
    setting: Setting, guide: Help, pad: float, *, label: float = LABELS_WIDE[0], runs_in: bool = False
) -> tuple[Element, list[Atom], list[list[Atom]]]:
    """The element of a box, its top and its levels, each in atoms, with a `label` of this width, `pad` pt from the
    edges of the page. `runs_in`: what leads in to the signs stands in the line of the label."""
    sect = Element("Sect", ident="help")
    width = setting.grid.full - 2 * pad
    top = help_top(setting, sect, guide, width)
    column = signs_width(setting, guide, width, label)
    # Apart from what all clinics share: those with numbers of their own come and go.
    apart = replace(setting, memory=setting.kept("help levels", lambda _: Memory[Any](bounds.HELP_LEVELS)))
    levels = [level_atoms(apart, sect, key, level, width, column, runs_in=runs_in) for key, level in levels_of(guide)]
    return sect, top, levels


def help_top(setting: Setting, sect: Element, guide: Help, width: float) -> list[Atom]:
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


def tightened(level: list[Atom], white: float) -> Atom:
    """One level with this share of the white between its lines: less of it is better than signs run into one
    paragraph."""
    return merge([atom.with_break(before=atom.before * white) for atom in level])


def ruled_off(setting: Setting, atom: Atom, width: float, is_first: bool, white: float, over: float = 0.0) -> Atom:
    """A level under a hairline that parts it from the one before, with `over` pt more white over it than usual."""
    space = setting.unit * 0.75 * (0.5 + white / 2)
    if is_first:
        return atom.with_break(before=space + over)
    rule = PieceInAtom(Rule(width, setting.scale.hairline, setting.palette.rule), 0.0, 0.0)
    lowered = atom.moved(0.0, space + over)
    return Atom((rule, *lowered.puts), lowered.height, space, NEVER)
