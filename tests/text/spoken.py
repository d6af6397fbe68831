"""What lines say in the order of reading, without what is there for programs that read PDFs back alone."""

from collections.abc import Iterable

from handoutgen.text.characters import BIDI_MARKS
from handoutgen.text.model import NO_INK, GlyphRun, Line

_MARKS = dict.fromkeys(map(ord, BIDI_MARKS))


def said(run: GlyphRun) -> str:
    """The characters of a run that stand for something on paper."""
    glyphs = reversed(run.glyphs) if run.rtl else run.glyphs
    return "".join(glyph.text.translate(_MARKS) for glyph in glyphs if glyph.gid != NO_INK)


def spoken(lines: Iterable[Line]) -> str:
    """All that lines say."""
    return "".join(said(run) for line in lines for run in line.runs)
