"""An SVG file → a `Drawing`: PDF operators in the units of its viewBox, as librsvg would show it, or a refusal.

In four steps: the tree, after everything dangerous has been turned away (`svg_tree`); what each element's style says
(`svg_sheet`, `svg_style`); the scene, with uses, frames, clips and gradients worked out (`svg_walk` and what it uses);
the operators (`operators`).

Why not a library. On 310 real files from 25 npm packages, held against librsvg (`benchmarks/real_svgs.py` says how),
this reader draws 291 right, none wrong, and refuses 19, each with its reason. svglib, the one that draws to ReportLab,
draws 278 right and 29 wrong without a word, which on paper nobody would notice. picosvg and usvg write simpler SVG. Of
the first hundred or so of the same files, what picosvg wrote was right 72 times of 94 (12 wrong, 10 refused), what usvg
wrote 109 times of 123 (14 wrong); picosvg needs lxml and a build of Skia, usvg is from Python a program of 30 MB that
may open any file. Both leave gradients, clips and opacity for somebody else to draw, which is half of the work here,
and neither can name the line of a fault.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from handoutgen import bounds
from handoutgen.content.poses.stamp import read_stamp
from handoutgen.design.colour import parse
from handoutgen.memory import remembered
from handoutgen.pictures.floor import floor_of
from handoutgen.pictures.inks import Inkwell, Recolour, reclothed, recoloured_to
from handoutgen.pictures.model import Drawing
from handoutgen.pictures.operators import Operators
from handoutgen.pictures.problem import NO_SHAPE, PictureProblem
from handoutgen.pictures.reading import read_bytes
from handoutgen.pictures.scene import SceneItem
from handoutgen.pictures.svg_tree import MOST_BYTES, read_tree
from handoutgen.pictures.svg_viewport import frame_of
from handoutgen.pictures.svg_walk import Walk


def load_drawing(path: Path, *, recolour: str | None = None, stroke_scale: float = 1.0) -> Drawing:
    """Read a drawing. `recolour` ("#rrggbb") paints all but white in one colour; `stroke_scale` makes lines heavier.

    Raises `PictureProblem` for whatever cannot be drawn exactly.
    """
    return drawing_from(read_bytes(path, MOST_BYTES), recolour, stroke_scale)


@remembered(bounds.DRAWINGS)
def drawing_from(
    data: bytes, recolour: str | None = None, stroke_scale: float = 1.0, accent: str | None = None
) -> Drawing:
    """The drawing in the bytes of an SVG file. Pure, so results are kept: a batch asks for the same figures often.
    `accent` ("#rrggbb", or that of `BY_NAME`) is the clinic's colour in drawings of ours, whose stamp says so; other
    drawings keep theirs."""
    see = _seen if len(data) <= bounds.LARGEST_SCENE_KEPT else _see
    items, width, height, line = see(data)
    inkwell = Inkwell(_recolour(data, recolour, accent))
    operators = Operators(inkwell, (0.0, 0.0, width, height), stroke_scale)
    operators.paint(items)
    if operators.box is None:
        raise PictureProblem(
            NO_SHAPE, "there is nothing to see in the drawing, or all of it is outside its own frame (its viewBox)",
            "draw it, or leave it out; fit the page to the drawing", line,
        )  # fmt: skip
    drawn, resources = operators.text(), inkwell.resources()
    if not read_stamp(data):
        return Drawing(width, height, drawn, resources, inkwell.is_blank)
    with_lines = partial(_with_lines, data, accent)
    return Drawing(width, height, drawn, resources, inkwell.is_blank, with_lines, floor_of(drawn, width))


class _Seen(NamedTuple):
    """What a file shows, whatever its lines and colours become."""

    items: Sequence[SceneItem]
    width: float
    height: float
    line: int
    """Where in the file it begins."""


def _see(data: bytes) -> _Seen:
    root = read_tree(data)
    left, top, width, height = frame_of(root)
    items = Walk(root).scene((1.0, 0.0, 0.0, -1.0, -left, top + height), width, height)
    return _Seen(items, width, height, root.line)


@remembered(bounds.SCENES)
def _seen(data: bytes) -> _Seen:
    return _see(data)


def _with_lines(data: bytes, accent: str | None, scale: float) -> Drawing:
    return drawing_from(data, None, scale, accent)


def _recolour(data: bytes, recolour: str | None, accent: str | None) -> Recolour | None:
    if recolour:
        return recoloured_to(parse(recolour))
    return reclothed(accent) if accent and read_stamp(data) else None
