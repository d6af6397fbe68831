"""The units of one line in; glyph runs with their places on it out.

Positions are visual (UAX#9 L1, L2), the order of the runs is that of reading. Within a run the glyphs stand from left
to right, whatever its direction; where right-to-left text is cut into runs, and why, is the affair of `reading_back`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from handoutgen.text.bidi import visual_order
from handoutgen.text.model import Glyph, GlyphRun, Line, Run, SetRun, TextStyle
from handoutgen.text.paragraph import ShapedSpan, Unit
from handoutgen.text.reading_back import cut


class SetLine(NamedTuple):
    """A line that any runs of the same text and look can share."""

    runs: tuple[SetRun, ...]
    width: float
    text: str


def with_tags(lines: Sequence[SetLine], runs: Sequence[Run]) -> tuple[Line, ...]:
    """Lines of the caller's own runs, with their colours and tags."""
    return tuple(
        [
            Line(
                tuple(
                    [
                        GlyphRun(face, size, x, width, runs[run].colour, text, glyphs, runs[run].tag, rtl, lead)
                        for run, face, size, x, width, text, glyphs, rtl, lead in line.runs
                    ]
                ),
                line.width,
                line.text,
            )
            for line in lines
        ]
    )


def place(
    units: Sequence[Unit], base: int, style: TextStyle, width: float, opens: bool = True, closes: bool = True
) -> SetLine:
    """Set units on a line of `width` pt, flush to the side where reading starts unless the style says otherwise. See
    `reading_back.cut` for `opens` and `closes`."""
    scale = style.size / 1000
    atoms: list[ShapedSpan] = []
    inked = 0.0
    for unit in units:
        atoms += unit.atoms
        inked += unit.width + unit.gap_width
        if unit.gap is not None:
            atoms.append(unit.gap)
    last = units[-1]
    inked = (inked - last.gap_width) * scale
    left = _left(style, base, width - inked)
    if not base and not any(atom.level or not atom.piece.glyphs for atom in atoms):
        runs = _left_to_right(atoms, left, style.size)
        text = "".join([run.text for run in runs])
        return SetLine(runs, inked, text[:-1] if last.gap else text)
    text = "".join([atom.piece.text for atom in (atoms[:-1] if last.gap else atoms)])
    if last.gap:
        atoms[-1] = last.gap._replace(level=base)
        left -= last.gap.piece.width * scale * base
    return SetLine(cut(_mixed(atoms, left, style.size), base, opens, closes), inked, text)


def _left(style: TextStyle, base: int, free: float) -> float:
    """Where ink starts, from how much of the line is free."""
    if style.align == "center":
        return free / 2
    flush_right = (style.align == "end") != bool(base)
    return free if flush_right else 0.0


def _left_to_right(atoms: Sequence[ShapedSpan], x: float, size: float) -> tuple[SetRun, ...]:
    """The common case: neighbours of one run and face become one glyph run. One pass, for most lines take this way."""
    runs: list[SetRun] = []
    glyphs: list[Glyph] = []
    texts: list[str] = []
    width = 0.0
    current = atoms[0].run
    face = atoms[0].piece.face
    for run, _, (its_face, text, its_glyphs, its_width) in atoms:
        if run != current or its_face != face:
            runs.append(SetRun(current, face, size, x, width * size / 1000, "".join(texts), tuple(glyphs), False))
            x += width * size / 1000
            glyphs, texts, width, current, face = [], [], 0.0, run, its_face
        glyphs += its_glyphs
        texts.append(text)
        width += its_width
    runs.append(SetRun(current, face, size, x, width * size / 1000, "".join(texts), tuple(glyphs), False))
    return tuple(runs)


def _mixed(atoms: Sequence[ShapedSpan], x: float, size: float) -> list[tuple[SetRun, int]]:
    """Runs at their visual places, in the order of reading, with their levels."""
    groups = _groups(atoms)
    placed: dict[int, SetRun] = {}
    for index in visual_order([group[0].level for group in groups]):
        placed[index] = _merge(groups[index], x, size)
        x += placed[index].width
    return [(placed[index], group[0].level) for index, group in enumerate(groups) if placed[index].glyphs]


def _groups(atoms: Sequence[ShapedSpan]) -> list[list[ShapedSpan]]:
    """Neighbours that may be one glyph run."""
    groups: list[list[ShapedSpan]] = []
    for atom in atoms:
        last = groups[-1][-1] if groups else None
        if last is not None and (last.run, last.level, last.piece.face) == (atom.run, atom.level, atom.piece.face):
            groups[-1].append(atom)
        else:
            groups.append([atom])
    return groups


def _merge(atoms: Sequence[ShapedSpan], x: float, size: float) -> SetRun:
    first = atoms[0]
    rtl = bool(first.level % 2)
    if len(atoms) == 1:
        piece = first.piece
        return SetRun(first.run, piece.face, size, x, piece.width * size / 1000, piece.text, piece.glyphs, rtl)
    glyphs: list[Glyph] = []
    width = 0.0
    for atom in reversed(atoms) if rtl else atoms:
        glyphs += atom.piece.glyphs
        width += atom.piece.width
    text = "".join([atom.piece.text for atom in atoms])
    return SetRun(first.run, first.piece.face, size, x, width * size / 1000, text, tuple(glyphs), rtl)
