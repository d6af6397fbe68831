"""One level of the help box: an icon and a label with the number to call, and the signs beside or under it."""

from __future__ import annotations

from collections.abc import Sequence

from handoutgen.content.helping import Help, HelpLevel
from handoutgen.content.markdown.inline import Text
from handoutgen.layout.blocks.lists import bulleted, named_again
from handoutgen.layout.flow.atoms import NEVER, Atom, PieceInAtom, as_high_as, mostly_whole, overlay, piece_atom
from handoutgen.layout.flow.pieces import DrawingPiece
from handoutgen.layout.setting import Look, Setting
from handoutgen.plan.element import Element
from handoutgen.story.help import label_words, level_label, levels_of, sign_lists, what_to_do, when_closed

LEVEL_ICONS = {"emergency": "emergency", "urgent": "phone", "routine": "calendar"}
SIGNS_SHARE, LEAST_SIGNS_SHARE = 0.62, 0.5
"""What the signs take of the width where they stand beside their label, and what they take at least."""


def level_atoms(setting: Setting, sect: Element, key: str, level: HelpLevel, guide: Help, width: float) -> list[Atom]:
    """One level: its label in the side column with the signs beside it, or the one above the other. No page ends
    between the label and the first sign."""
    group = sect.add("Sect", ident=f"help-{key}")
    column = _signs_width(setting, guide, width)
    if column is None:
        head = label_atom(setting, group, key, level, width)
        body = sign_atoms(setting, group, key, level, width, when_closed(setting.voice))
        return [head, body[0].with_break(before=setting.unit * 0.25, cost=NEVER), *body[1:]]
    head = label_atom(setting, group, key, level, width - column - setting.grid.gutter)
    body = sign_atoms(setting, group, key, level, column, when_closed(setting.voice))
    first, *rest = as_high_as(head, [atom.moved(width - column) for atom in body])
    return [overlay(head, first), *rest]


def _signs_width(setting: Setting, guide: Help, width: float) -> float | None:
    """What the signs of all levels take of `width` pt beside their labels: less where a number to call is long, as a
    torn one would be called wrongly. None where they stand under them."""
    if not setting.grid.has_side:
        return None
    label = max(label_width(setting, key, level) for key, level in levels_of(guide)) + 0.5
    column = min(width * SIGNS_SHARE, width - setting.grid.gutter - label)
    return column if column >= width * LEAST_SIGNS_SHARE else None


def label_width(setting: Setting, key: str, level: HelpLevel) -> float:
    """The least width in pt in which a level's label tears no number."""
    return setting.longest_word(label_words(setting.voice, key, level)) + label_hang(setting)


def label_hang(setting: Setting) -> float:
    """How far a label's words stand from its icon's left edge, in pt."""
    return _icon_side(setting) + setting.scale.base * 0.6


def _icon_side(setting: Setting) -> float:
    return setting.scale.base * (2.0 if setting.grid.has_side else 1.5)


def label_atom(setting: Setting, group: Element, key: str, level: HelpLevel, width: float) -> Atom:
    """The icon, and beside it in bold what to do, then a lead-in to the signs."""
    size, hang = _icon_side(setting), label_hang(setting)
    heading = group.add("H3", bookmark=level_label(setting.voice, key, level))
    label = setting.text(heading, label_words(setting.voice, key, level), width - hang, setting.scale.body)
    mark = DrawingPiece(None, setting.icon(LEVEL_ICONS[key], setting.palette.accent), size, size)
    high = max(label.height, size)
    down = 0.0 if len(label.lines) > 1 else (high - label.height) / 2
    return Atom((PieceInAtom(label, hang, down), PieceInAtom(mark, 0.0, 0.0)), high)


def sign_atoms(
    setting: Setting, group: Element, key: str, level: HelpLevel, column: float, closed: Sequence[Text]
) -> list[Atom]:
    """The signs, and then what to do: for urgent advice first whom to call when the clinic is closed."""
    said = tuple(closed) if key == "urgent" else ()

    def make(look: Look, group: Element) -> list[Atom]:
        body = grouped_signs(look, group, level, column)
        for words in what_to_do(look.voice, level, said):
            piece = look.text(group.add("P"), words, column)
            body += mostly_whole(piece, look.grid.depth, before=look.unit * 0.5)
        return body

    return setting.kept_below(group, ("help", key, column, said), make)


def grouped_signs(look: Look, parent: Element, level: HelpLevel, width: float) -> list[Atom]:
    """A level's lists of signs, one under another. The words over a list stand over its rest on the next page too: a
    sign that counts after an operation never reads as one that counts before it."""
    atoms: list[Atom] = []
    for over, signs in sign_lists(level):
        if not over:
            atoms += bulleted(look, parent, signs, width, before=0.0)
            continue
        name = look.text(parent.add("P"), over, width, bold=True)
        first, *rest = bulleted(look, parent, signs, width, before=look.unit * 0.25)
        above = piece_atom(name, before=look.unit * 0.5 if atoms else 0.0)
        atoms += [above, first.with_break(cost=NEVER), *named_again(look, rest, over.rstrip(":"), width)]
    return atoms
