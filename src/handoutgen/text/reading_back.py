"""A line with right-to-left text in; the same line, cut and marked so that programs that read PDFs back say its words
in their order, out.

A PDF shows glyphs and says of each what it stands for; the order of reading is left to whoever copies or searches.
The readers that matter guess it from places and characters, each in its own way (docs/reading-back.md has what they
do, and what was measured). This comes out right in all of them:

- **Right-to-left words side by side are one run**, its glyphs from left to right. All readers turn such a string round
  as a whole. pdf.js drops a space at the end of a string, so the spaces have to be inside; one more stands at the end
  of the paragraph, to part it from what is beside it.
- **A sign is a run of its own**: poppler's raw order takes full stop, comma, colon and dash for parts of a number, and
  says a string with one in its middle from left to right. After a vowel mark alone a sign stays with its word, for
  pdf.js gives a mark that begins a string to the word before (and one at a paragraph's end stands behind its space).
- **Marks part what readers would join.** RLM stands between a left-to-right stretch and what clings to it, and between
  a sign and what follows it if that is no letter: an author would write it there too. LRM stands before a bracket,
  which PDFium would mirror otherwise, and ALM between a vowel mark and a sign.
- **In a left-to-right stretch each word has its lead.** PDFium sorts the strings of a line by where they start, and
  then says the pieces of a right-to-left line from right to left: "5 mg" as "mg 5". So each word starts to the left of
  the one before it, with a space (the last one with an RLM), and goes on where it belongs.

A word's place, length and ink are never changed by this, and lines without right-to-left text never come here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple
from unicodedata import bidirectional, category, mirrored

from msgspec.structs import replace

from handoutgen.text.model import NO_INK, Glyph, SetRun

LRM, RLM, ALM = "\u200e", "\u200f", "\u061c"
_OF_WORDS = frozenset(("R", "AL", "NSM", "BN"))
_TURNED_BY_PDFIUM = "“”‘’"
"""Signs that PDFium mirrors, though Unicode does not."""
_STEP = 0.1
"""How far one word of a left-to-right stretch starts to the left of the one before it, in pt: more than positions are
rounded by."""
_LEAD = 250.0
"""About the width of a space, in 1/1000 em. No two words of a stretch have leads of the same width: PDFium takes equal
glyphs at nearly one place for a shadow, and drops one."""


class _Part(NamedTuple):
    """A glyph of the line in the order of reading, its run by its place in the line, and what it is: a "word", a
    "space", a "sign", or "other" for what runs from left to right."""

    run: int
    glyph: Glyph
    kind: str


def cut(runs: Sequence[tuple[SetRun, int]], base: int, opens: bool = True, closes: bool = True) -> tuple[SetRun, ...]:
    """The runs of a line of base level `base`, in reading order and with their levels, cut anew and marked. `opens`: it
    does not go on with a word of the line before; `closes`: it is the last of its paragraph."""
    parts = [part for number, (run, level) in enumerate(runs) for part in _parts(number, run, level)]
    said = [_said(parts, at, "space" if base and closes else "word") for at in range(len(parts))]
    made: list[SetRun] = []
    for number, group in groupby(range(len(parts)), key=lambda at: _stretch(runs, parts[at].run, base)):
        places = list(group)
        if runs[number][1] % 2:
            made += _right_to_left(runs[number][0], [(parts[at], said[at]) for at in places])
        elif base:
            parted = parts[places[0] - 1].kind == "space" if places[0] else opens
            made += _left_to_right([run for run, _ in runs[number : parts[places[-1]].run + 1]], parted)
        else:
            made.append(runs[number][0])
    return _ended(made, parts[-1].kind) if base and closes and made else tuple(made)


def _ended(runs: Sequence[SetRun], kind: str) -> tuple[SetRun, ...]:
    """The runs of a right-to-left line with a space on its far side, for pdf.js to part it from what is beside it: in
    the string of a word; alone after anything else, which pdf.js would turn round with it. `kind` is what ends it."""
    last = runs[-1]
    if kind == "space":
        return tuple(runs)
    space = Glyph(NO_INK, " ", _LEAD)
    wide = _LEAD * last.size / 1000
    edge = min([run.x for run in runs])
    if kind == "word" and last.x == edge:
        longer = last._replace(
            x=edge - wide, width=last.width + wide, text=last.text + " ", glyphs=(space, *last.glyphs)
        )
        return (*runs[:-1], longer)
    return (*runs, last._replace(x=edge - wide, width=wide, text=" ", glyphs=(space,), rtl=True, lead=0.0))


def _stretch(runs: Sequence[tuple[SetRun, int]], number: int, base: int) -> int:
    """The first run of what is set in one go with this one: in a right-to-left line, left-to-right neighbours are."""
    while base and number and not runs[number][1] % 2 and not runs[number - 1][1] % 2:
        number -= 1
    return number


def _parts(number: int, run: SetRun, level: int) -> Iterator[_Part]:
    for glyph in reversed(run.glyphs) if level % 2 else run.glyphs:
        yield _Part(number, glyph, _kind(glyph.text) if level % 2 else "other")


def _kind(text: str) -> str:
    """What a glyph of a right-to-left run is; one that says nothing belongs to the letter before it."""
    if text.isspace():
        return "space"
    return "word" if not text or bidirectional(text[0]) in _OF_WORDS else "sign"


def _said(parts: Sequence[_Part], at: int, end: str) -> tuple[str, str]:
    """The marks before and after a glyph, in the order of reading; `end` is what kind of thing ends the line."""
    part = parts[at]
    before = parts[at - 1] if at else None
    after = parts[at + 1].kind if at + 1 < len(parts) else end
    if part.kind not in ("sign", "space"):
        return "", ""
    lead = RLM if before and before.kind == "other" else ""
    if part.kind == "space":
        return lead, ""
    if before and _is_mark(before.glyph):
        lead += ALM
    if mirrored(part.glyph.text[0]) or part.glyph.text[0] in _TURNED_BY_PDFIUM:
        lead += LRM
    return lead, "" if after == "word" else RLM


def _is_mark(glyph: Glyph) -> bool:
    """Whether a glyph is a vowel mark, or the last of several."""
    return category(glyph.text[-1:] or " ") == "Mn"


def _right_to_left(run: SetRun, parts: Sequence[tuple[_Part, tuple[str, str]]]) -> Iterator[SetRun]:
    """A right-to-left run in pieces: words with their spaces, and signs."""
    pieces: list[list[Glyph]] = [[]]
    for (_, glyph, kind), (before, after) in parts:
        if kind == "sign" and pieces[-1] and not _is_mark(pieces[-1][-1]):
            pieces.append([])
        piece = pieces[-1]
        if before and piece:
            piece[-1] = replace(piece[-1], text=piece[-1].text + before)
        elif before:
            piece.append(Glyph(NO_INK, before, 0.0))
        piece.append(replace(glyph, text=glyph.text + after) if after else glyph)
        if kind == "sign":
            pieces.append([])
    return _placed(run, [piece for piece in pieces if piece])


def _placed(run: SetRun, pieces: Sequence[Sequence[Glyph]]) -> Iterator[SetRun]:
    """Pieces of a right-to-left run, each glyph by glyph in the order of reading, as runs."""
    x = run.x
    placed: list[SetRun] = []
    for piece in reversed(pieces):
        text, width = "".join([glyph.text for glyph in piece]), _width(run, piece)
        placed.append(run._replace(x=x, width=width, text=text, glyphs=tuple(piece[::-1])))
        x += width
    return reversed(placed)


def _width(run: SetRun, glyphs: Sequence[Glyph]) -> float:
    return sum([glyph.advance for glyph in glyphs]) * run.size / 1000


def _left_to_right(runs: Sequence[SetRun], parted: bool) -> Sequence[SetRun]:
    """A left-to-right stretch word by word, each with its lead; as it is when it is one word. A lead is a space where
    that is none too many: words may touch those of other runs. `parted`: the first one has a space before it."""
    words = [word for run in runs for word in _words(run)]
    if len(words) == 1:
        return runs
    after = [parted, *[word.text[-1].isspace() for word in words[:-1]], False]
    made: list[SetRun] = []
    for number, word in enumerate(words, 1):
        space = after[number - 1] and after[number]
        lead = Glyph(NO_INK, " ", _LEAD + number) if space else Glyph(NO_INK, RLM, 0.0)
        far = word.x - runs[0].x + number * _STEP
        made.append(word._replace(text=lead.text + word.text, glyphs=(lead, *word.glyphs), lead=far))
    return made


def _words(run: SetRun) -> Iterator[SetRun]:
    """A left-to-right run cut behind its spaces."""
    x, start = run.x, 0
    for end, glyph in enumerate(run.glyphs, 1):
        if glyph.text.isspace() or end == len(run.glyphs):
            glyphs = run.glyphs[start:end]
            width = _width(run, glyphs)
            yield run._replace(x=x, width=width, text="".join([g.text for g in glyphs]), glyphs=glyphs)
            x, start = x + width, end
