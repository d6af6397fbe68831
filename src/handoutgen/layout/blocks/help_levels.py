"""One level of the help box: a disc and a label with the number to call, and the signs beside or under it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from handoutgen.content.helping import Help, HelpLevel
from handoutgen.content.markdown.inline import Text
from handoutgen.layout.blocks.discs import HELP_DISC, DiscKind, disc_size, icon_disc
from handoutgen.layout.blocks.lists import bulleted, named_again
from handoutgen.layout.flow.atoms import NEVER, Atom, as_high_as, merge, mostly_whole, overlay, piece_atom
from handoutgen.layout.flow.pieces import TextPiece
from handoutgen.layout.setting import Look, Setting
from handoutgen.plan.element import Element
from handoutgen.story.help import (
    label_words,
    lead_in,
    level_label,
    levels_of,
    sign_lists,
    what_to_do,
    when_closed,
    whom_to_call,
)
from handoutgen.story.voice import Voice
from handoutgen.units import mm

LEVEL_ICONS = {"emergency": "emergency", "urgent": "phone", "routine": "calendar"}
LEVEL_DISCS: Mapping[str, DiscKind] = MappingProxyType({"emergency": "solid", "urgent": "ring", "routine": "thin ring"})
"""A level is told by its words, by its place, and by its disc, which holds in grey."""
LABELS_WIDE = (mm(60), mm(50))
"""A level's label with its disc, at 12 pt, where the signs stand beside it: the wide one, and one that leaves them more
room."""
LEAST_SIGNS_SHARE = 0.5
"""What the signs take at least of the width beside their label."""


class LevelWords(NamedTuple):
    """What a level says that a clinic may have in its own words: its bookmark, whom to call, the same with what leads
    in to the signs, that alone, and whom to call when the clinic is closed."""

    bookmark: str
    called: tuple[Text, ...]
    run_in: tuple[Text, ...]
    lead: str
    closed: tuple[Text, ...]


def level_words(voice: Voice, key: str, level: HelpLevel) -> LevelWords:
    """What a level says for a clinic."""
    return LevelWords(
        level_label(voice, key, level),
        tuple(whom_to_call(voice, key, level)),
        tuple(label_words(voice, key, level)),
        lead_in(voice, key, level),
        when_closed(voice) if key == "urgent" else (),
    )


def level_atoms(
    setting: Setting, sect: Element, key: str, level: HelpLevel, width: float, column: float | None,
    *, runs_in: bool = False,
) -> list[Atom]:  # fmt: skip
    """One level: its label with the signs beside it in a `column` of this width, or the one above the other, with what
    leads in to them in the line of the label if it `runs_in`. No page ends between the label and the first sign. Set
    once for all clinics of which it says the same."""
    said = level_words(setting.voice, key, level)

    def make(look: Look, sect: Element) -> list[Atom]:
        group = sect.add("Sect", ident=f"help-{key}")
        if column is None:
            head = label_atom(look, group, key, said, width, runs_in=runs_in)
            body = sign_atoms(look, group, key, level, width, said.closed)
            return [head, body[0].with_break(before=look.unit * 0.25, cost=NEVER), *body[1:]]
        head = label_atom(look, group, key, said, width - column - look.scale.base)
        body = sign_atoms(look, group, key, level, column, said.closed)
        first, *rest = as_high_as(head, [atom.moved(width - column) for atom in body])
        return [overlay(head, first), *rest]

    return list(
        setting.kept_below(
            sect, ("help level", key, width, column, runs_in, said.bookmark, said.called, said.lead, said.closed), make
        )
    )


def signs_width(setting: Setting, guide: Help, width: float, wide: float) -> float | None:
    """What the signs of all levels take of `width` pt beside their labels, which are `wide` pt at 12 pt: less where a
    number to call is long, as a torn one would be called wrongly. None where they stand under them."""
    if not setting.grid.has_columns:
        return None
    label = max(label_width(setting, key, level) for key, level in levels_of(guide)) + 0.5
    column = width - max(label, wide * setting.scale.base / 12) - setting.scale.base
    return column if column >= width * LEAST_SIGNS_SHARE else None


def label_width(setting: Setting, key: str, level: HelpLevel) -> float:
    """The least width in pt in which a level's label tears no number."""
    words = whom_to_call(setting.voice, key, level)
    return setting.longest_word(words, setting.scale.h3, bold=True) + label_hang(setting)


def label_hang(look: Look) -> float:
    """How far a label's words stand from its disc's left edge, in pt."""
    return _disc_side(look) + look.scale.base * 0.9


def _disc_side(look: Look) -> float:
    if look.grid.has_columns or look.scale.is_large:
        return disc_size(look, HELP_DISC)
    return look.scale.base * 2.3


def label_atom(
    look: Look, group: Element, key: str, said: LevelWords, width: float, *, runs_in: bool = False
) -> Atom:  # fmt: skip
    """The disc, and beside it in bold whom to call, then a lead-in to the signs: on a line of its own unless it
    `runs_in`."""
    size, hang = _disc_side(look), label_hang(look)
    heading = group.add("H3", bookmark=said.bookmark)
    if runs_in:
        beside = piece_atom(run_in_label(look, heading, said, width - hang))
    else:
        label = look.text(heading, said.called, width - hang, look.scale.h3, bold=True)
        lead = look.text(group.add("P"), said.lead, width - hang)
        beside = merge([piece_atom(label), piece_atom(lead)])
    disc = icon_disc(look, LEVEL_ICONS[key], size, LEVEL_DISCS[key])
    down = max(0.0, (size - beside.height) / 2)
    return overlay(beside.moved(hang, down), disc)


def run_in_label(look: Look, heading: Element, said: LevelWords, width: float) -> TextPiece:
    """Whom to call in bold, and the lead-in on its line or, where that has no room, on one of its own."""
    scale = look.scale.h3
    called = look.natural_width(said.called, scale) + 0.5
    is_parted = called <= width < look.natural_width(said.run_in, scale) + 0.5
    lead = look.natural_width(said.lead, scale) + 0.5
    return look.text(heading, said.run_in, max(called, lead) if is_parted and lead <= width else width, scale)


def sign_atoms(
    look: Look, group: Element, key: str, level: HelpLevel, column: float, closed: Sequence[Text]
) -> list[Atom]:
    """The signs, and then what to do: for urgent advice first whom to call when the clinic is closed."""
    said = tuple(closed) if key == "urgent" else ()

    def make(look: Look, group: Element) -> list[Atom]:
        body = grouped_signs(look, group, level, column)
        for words in what_to_do(look.voice, level, said):
            piece = look.text(group.add("P"), words, column, look.scale.list)
            body += mostly_whole(piece, look.grid.depth, before=look.unit * 0.35)
        return body

    return look.kept_below(group, ("help", key, column, said), make)


def grouped_signs(look: Look, parent: Element, level: HelpLevel, width: float) -> list[Atom]:
    """A level's lists of signs, one under another. The words over a list stand over its rest on the next page too: a
    sign that counts after an operation never reads as one that counts before it."""
    atoms: list[Atom] = []
    for over, signs in sign_lists(level):
        if not over:
            atoms += bulleted(look, parent, signs, width, before=0.0, level=look.scale.list)
            continue
        name = look.text(parent.add("P"), over, width, bold=True)
        first, *rest = bulleted(look, parent, signs, width, before=look.unit * 0.25, level=look.scale.list)
        above = piece_atom(name, before=look.unit * 0.5 if atoms else 0.0)
        atoms += [above, first.with_break(cost=NEVER), *named_again(look, rest, over.rstrip(":"), width)]
    return atoms
