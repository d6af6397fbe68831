"""What is typed for one person, in a frame under the head of the first page: a label and the words in bold."""

from __future__ import annotations

from handoutgen.content.markdown.inline import Text
from handoutgen.layout.flow.atoms import Atom, PieceInAtom, merge, overlay, piece_atom
from handoutgen.layout.flow.pieces import Frame
from handoutgen.layout.setting import Setting
from handoutgen.plan.element import Element
from handoutgen.story.person import person_lines

PAD, GAP = 0.6, 1.6
"""White in the frame and between two lines beside each other, in units of the body size."""


def for_person(setting: Setting, parent: Element) -> list[Atom]:
    """The frame, as high as the words need; nothing where nothing is typed. Lines stand beside each other where they
    have room, in the order in which they are read."""
    lines = person_lines(setting.voice.word, setting.voice.person)
    if not lines:
        return []
    base, full = setting.scale.base, setting.grid.full
    pad, gap = base * PAD, base * GAP
    group = parent.add("Div", ident="for-person")
    inner = full - 2 * pad
    title = setting.voice.word("for_this_print")
    name = setting.text(group.add("P"), title, inner, bold=True, colour=setting.palette.deep)
    rows: list[Atom] = [piece_atom(name)]
    x = name.ink_width
    for label, words in lines:
        said = [Text(f"{label} "), Text(words, strong=True)]
        wide = min(setting.natural_width(said) + 0.5, inner)
        piece = piece_atom(setting.text(group.add("P"), said, wide))
        if x + gap + wide > inner:
            rows.append(piece.with_break(before=setting.unit * 0.2))
            x = wide
        else:
            rows[-1] = overlay(rows[-1], piece.moved(x + gap))
            x += gap + wide
    inside = merge(rows).moved(pad, pad * 0.8)
    high = inside.height + pad * 0.8
    frame = Frame(
        full, high, radius=setting.scale.corner * 0.6, stroke=setting.palette.accent, thickness=setting.scale.hairline
    )
    return [Atom((PieceInAtom(frame, 0.0, 0.0), *inside.puts), high, setting.unit)]
