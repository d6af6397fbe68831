"""Runs of characters in; the paragraph as unbreakable units of shaped text out, the same for every size and width.

Words are shaped without the space after them, so a unit knows its own width and the width of the gap that follows;
what a unit is (a word, a dose, half a hyphenated word) is settled here, which line it goes on in `lines`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from handoutgen import bounds
from handoutgen.language import Direction
from handoutgen.memory import Memory, Shelf
from handoutgen.text import bidi
from handoutgen.text.addresses import address_cuts
from handoutgen.text.characters import SILENT, cling, clusters
from handoutgen.text.fontbook import FontBook
from handoutgen.text.model import Run
from handoutgen.text.shaping import ShapedPart, shape_in_face, shape_word
from handoutgen.text.unspaced import opportunities
from handoutgen.unbreakable import Stretch, kept_together

_WHITE = re.compile(r"[ \t\n\r\f\v\x1c-\x1f\x85\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]+")
_SILENT = re.compile(f"[{SILENT}]")
_LETTERS = r"[^\W\d_]{2}"
_OPPORTUNITY = re.compile(
    f"(?<![«‹]) (?![!?;:»›])|\u200b+|[-‐/](?<={_LETTERS}.)(?={_LETTERS})|[–—](?<=[^\\W_].)(?=[^\\W\\d_])"
)


NOTHING = ShapedPart("", "", (), 0.0)
_AFTER_SPACE = re.compile("[^ \\-‐]*(?:[-‐]+| )|[^ \\-‐]+")
SHORT_COMPOUND = 14
"""A word with a hyphen of so many characters stays whole: its halves read as other words, as in light-headed."""


class ShapedSpan(NamedTuple):
    """Shaped text of one run, face and level. `width` in 1/1000 em."""

    run: int
    level: int
    piece: ShapedPart


class Unit(NamedTuple):
    """What no line break may part. Characters `start` to before `end` of the paragraph, `gap` the space after it."""

    start: int
    end: int
    atoms: tuple[ShapedSpan, ...]
    width: float
    gap: ShapedSpan | None = None
    gap_width: float = 0.0


Word = tuple[tuple[ShapedSpan, ...], float, ShapedSpan | None, float]
"""What a unit is made of, wherever it stands."""


def normalise(runs: Sequence[Run]) -> tuple[str, ...]:
    """The text of each run as it will be drawn: white space collapsed to single spaces, none at either end, and soft
    hyphens and other silent controls gone. Joined, this is what a structure element should say."""
    return tuple(_SILENT.sub("", text) for text in _collapse(runs))


def _collapse(runs: Sequence[Run]) -> list[str]:
    """The runs' texts with white space collapsed across run borders; silent controls still in."""
    texts: list[str] = []
    at_space = True
    for run in runs:
        text = _WHITE.sub(" ", run.text)
        if at_space and text[:1] == " ":
            text = text[1:]
        visible = _SILENT.sub("", text) if not text.isascii() else text
        if visible:
            at_space = visible[-1] == " "
        texts.append(text)
    for index in range(len(texts) - 1, -1, -1):
        texts[index] = texts[index].rstrip(" ")
        if texts[index]:
            break
    return texts


class CompiledParagraph:
    """A paragraph's characters, levels and units."""

    def __init__(self, runs: Sequence[Run], direction: Direction, language: str, fonts: FontBook) -> None:
        self.fonts = fonts
        texts = _collapse(runs)
        self.text = "".join(texts)
        self.bold = [run.bold for run in runs]
        self.languages = [run.language or language for run in runs]
        self.base = int(direction == "rtl")
        self.kept = kept_together(self.text)
        self.levels = bidi.levels(self.text, self.base, self.kept)
        ends = [0]
        for text in texts:
            ends.append(ends[-1] + len(text))
        self.run_spans = [(i, a, b) for i, (a, b) in enumerate(pairwise(ends)) if b > a]
        self.units = self._units()

    def _units(self) -> tuple[Unit, ...]:
        units: list[Unit] = []
        spans = iter(self.run_spans)
        run = run_start = run_end = 0
        words: dict[str, Word] = {}
        start = 0
        for end, next_start in self._breaks():
            while start >= run_end:
                run, run_start, run_end = next(spans)
                words = self._words(run)
            if self.levels or next_start > run_end or start < run_start:
                units.append(self.unit(start, end, next_start))
            else:
                word = words.get(self.text[start:next_start]) or self._word(words, start, end, next_start)
                units.append(Unit(start, end, *word))
            start = next_start
        return tuple([unit for unit in units if unit.atoms or unit.gap])

    def _breaks(self) -> Iterator[tuple[int, int]]:
        """Where units end, and where the next ones start."""
        kept = iter(self.kept)
        current = next(kept, None)
        start = 0
        for end, next_start in self._opportunities():
            while current and current.end <= end:
                current = next(kept, None)
            if end > start and not (current and current.start < end):
                yield end, next_start
                start = next_start
        if start < len(self.text):
            yield len(self.text), len(self.text)

    def _opportunities(self) -> Iterable[tuple[int, int]]:
        """Where lines may end by the characters alone, and where the next ones would start."""
        between = opportunities(self.text)
        if not between:
            return self._at_signs()
        return sorted({*self._at_signs(), *zip(between, between, strict=True)})

    def _at_signs(self) -> Iterator[tuple[int, int]]:
        for found in _OPPORTUNITY.finditer(self.text):
            if not (found[0] in "-‐" and self._is_short_compound(found.start())):
                yield (found.start() if found[0] in " \u200b" else found.end()), found.end()

    def _is_short_compound(self, hyphen: int) -> bool:
        """Whether a hyphen stands in a word so short that it is not broken there."""
        end = self.text.find(" ", hyphen)
        return (len(self.text) if end < 0 else end) - self.text.rfind(" ", 0, hyphen) - 1 <= SHORT_COMPOUND

    def _words(self, run: int) -> dict[str, Word]:
        """The words met before at this place of a paragraph in this look."""
        return self.fonts.shelves[_UNITS].setdefault((run, self.bold[run], self.languages[run]), {})

    def _word(self, words: dict[str, Word], start: int, end: int, next_start: int) -> Word:
        if len(words) >= bounds.UNITS.kept:
            words.clear()
        unit = self.unit(start, end, next_start)
        word = words[self.text[start:next_start]] = (unit.atoms, unit.width, unit.gap, unit.gap_width)
        return word

    def unit(self, start: int, end: int, next_start: int) -> Unit:
        """The unit of characters `start` to before `end`; what follows up to `next_start` is its gap."""
        atoms = self._atoms(start, end)
        width = 0.0
        for atom in atoms:
            width += atom.piece.width
        if next_start == end or self.text[end] != " ":
            return Unit(start, end, atoms, width)
        gap = self._gap(end, atoms)
        return Unit(start, end, atoms, width, gap, gap.piece.width)

    def _gap(self, at: int, atoms: tuple[ShapedSpan, ...]) -> ShapedSpan:
        """A space takes the face of the word before it, so that a line in one face is one glyph run."""
        run = self._run_at(at)
        language = self.languages[run]
        face = (
            atoms[-1].piece.face
            if atoms and atoms[-1].piece.face
            else self.fonts.chain(language, self.bold[run])[0].key
        )
        if atoms and self.bold[atoms[-1].run] != self.bold[run]:
            face = self.fonts.chain(language, self.bold[run])[0].key
        return ShapedSpan(run, self.levels[at] if self.levels else 0, shape_in_face(self.fonts, face, " ", language))

    def _run_at(self, at: int) -> int:
        return next(run for run, start, end in self.run_spans if start <= at < end)

    def _atoms(self, start: int, end: int) -> tuple[ShapedSpan, ...]:
        if len(self.run_spans) == 1 and not self.levels:
            return self._shaped(self.run_spans[0][0], start, end, 0)
        atoms: tuple[ShapedSpan, ...] = ()
        for run, run_start, run_end in self.run_spans:
            first, last = max(start, run_start), min(end, run_end)
            while first < last:
                stop, level = self._same_level(first, last)
                atoms += self._shaped(run, first, stop, level)
                first = stop
        return atoms

    def _same_level(self, first: int, last: int) -> tuple[int, int]:
        if not self.levels:
            return last, 0
        level = self.levels[first]
        stop = first + 1
        while stop < last and self.levels[stop] == level:
            stop += 1
        return stop, level

    def _shaped(self, run: int, start: int, end: int, level: int) -> tuple[ShapedSpan, ...]:
        text = self.text[start:end]
        if not text.isascii():
            text = _SILENT.sub("", text)
            if not text:
                # A bidi control leaves no ink, but it still parts what stands at its sides when the line is reordered.
                return (ShapedSpan(run, level, NOTHING),) if self.levels else ()
        pieces = shape_word(self.fonts, text, self.bold[run], self.languages[run], bool(level % 2))
        return tuple([ShapedSpan(run, level, piece) for piece in pieces])

    def characters(self, start: int, end: int) -> int:
        """How many of the characters `start` to before `end` can be seen or are spaces between such."""
        text = self.text[start:end]
        return len(text if text.isascii() else _SILENT.sub("", text))

    def is_address(self, unit: Unit) -> bool:
        """Whether a unit holds a web or e-mail address, which may break after its signs when it must."""
        return any(k.address and k.start < unit.end and k.end > unit.start for k in self.kept)

    def fragments(self, unit: Unit, limit: float) -> list[Unit]:
        """A unit too wide for a line, cut to fit: an address at its signs, a phone number after all at its spaces,
        anything else between grapheme clusters, without a hyphen, which would be taken for part of the word."""
        if self.is_address(unit):
            cuts = address_cuts(self.text, unit.start, unit.end, lambda a, b: self.unit(a, b, b).width <= limit)
        else:
            cuts = (match.end() for match in _AFTER_SPACE.finditer(self.text, unit.start, unit.end))
        whole = [k for k in self.kept if not k.address and self.unit(k.start, k.end, k.end).width <= limit]
        fragments: list[Unit] = []
        at = unit.start
        for cut in self._outside(whole, unit, cuts):
            end = at + len(self.text[at:cut].rstrip(" "))
            part = self.unit(at, end, cut)
            fragments += [part] if part.width <= limit else self._fill(part, limit, whole)
            at = cut
        return self._with_gap(fragments, unit)

    @staticmethod
    def _outside(whole: Sequence[Stretch], unit: Unit, places: Iterable[int]) -> list[int]:
        """Those of some places to cut a unit that lie in nothing to be kept whole, and the unit's end."""
        good = {at for at in places if unit.start < at and not any(k.start < at < k.end for k in whole)}
        return sorted(good | {unit.end})

    @staticmethod
    def _with_gap(fragments: list[Unit], unit: Unit) -> list[Unit]:
        """The last fragment is followed by what followed the whole."""
        last = fragments[-1]
        return [*fragments[:-1], last._replace(gap=unit.gap, gap_width=unit.gap_width)]

    def _fill(self, unit: Unit, limit: float, whole: Sequence[Stretch]) -> list[Unit]:
        """Pieces of a word, each as long as the line allows and at least one cluster, signs with their letters."""
        fragments: list[Unit] = []
        best = good = unit._replace(end=unit.start)
        begin = unit.start
        ends = accumulate(map(len, clusters(self.text[unit.start : unit.end])), initial=unit.start)
        for at in self._outside(whole, unit, ends):
            longer = self.unit(begin, at, at)
            for end in (good.end, best.end):
                if longer.width > limit and end > begin:
                    fragments.append(self.unit(begin, end, end))
                    begin, longer = end, self.unit(end, at, at)
            best = longer
            good = good if cling(self.text[at - 1 : at + 1]) else longer
        return self._with_gap([*fragments, best], unit)


def _paragraphs() -> Memory[CompiledParagraph]:
    return Memory(bounds.PARAGRAPHS)


def _units() -> dict[tuple[int, bool, str], dict[str, Word]]:
    return {}


_PARAGRAPHS, _UNITS = Shelf(_paragraphs), Shelf(_units)
"""Of a font book. Units are plain dictionaries, as every word of a paragraph asks them; full ones are emptied."""


def signature(runs: Sequence[Run]) -> tuple[tuple[str, bool, str | None], ...]:
    """What about runs decides how they are set; colour and tag do not."""
    return tuple([(run.text, run.bold, run.language) for run in runs])


def compile_paragraph(runs: Sequence[Run], direction: Direction, language: str, fonts: FontBook) -> CompiledParagraph:
    """The paragraph of some runs, from memory where they were met before."""
    return fonts.shelves[_PARAGRAPHS].get(
        (signature(runs), direction, language), lambda: CompiledParagraph(runs, direction, language, fonts)
    )
