"""Others' word on set lines: ICU's, where a line may end (UAX#14 and its dictionaries), and HarfBuzz's, which glyphs a
stretch has when it is shaped whole, in scripts that fontTools tells. Neither shares code with the program's own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from unicodedata import category, combining

import uharfbuzz as hb
from fontTools import unicodedata as by_fonttools

from handoutgen.text.characters import STAND_INS
from handoutgen.text.faces import Face
from handoutgen.text.fontbook import FontBook
from handoutgen.text.model import GlyphRun, Line
from handoutgen.unbreakable import kept_together
from leaflets.set_lines import SetLine, Stretch, stretches_of, whole_text

Placed = tuple[int, int, int, int]
_STRICT = {"zh": "zh-u-lb-strict", "ja": "ja-u-lb-strict"}
_ALPHABETS = ("Latn", "Grek", "Cyrl")
_OPENING, _CLOSING = ("Ps", "Pi"), ("Pe", "Pf", "Po")


@dataclass
class Breaks:
    """Where lines ended: how many, how many in web addresses, the words that are cut because their column is narrower
    than they are, and what nobody allows, with what stands around it."""

    seen: int = 0
    in_addresses: int = 0
    cut: list[str] = field(default_factory=list)
    forbidden: list[str] = field(default_factory=list)

    def judge(self, lines: Sequence[SetLine], language: str, fonts: FontBook) -> None:
        """Take down the breaks of a paragraph."""
        from icu4py.breakers import LineBreaker

        text, ends = whole_text([put.line for put in lines])
        if len(ends) < 2:
            return
        locale = _STRICT.get(language.partition("-")[0], language)
        segments = list(LineBreaker(text, locale).segments())
        allowed = {end for _, end in segments}
        addresses = [kept for kept in kept_together(text) if kept.address]
        for put, end in zip(lines, ends[:-1], strict=False):
            self.seen += 1
            if any(kept.start < end < kept.end for kept in addresses):
                self.in_addresses += 1
            elif end not in allowed:
                [word] = [text[start:stop] for start, stop in segments if start < end < stop]
                clings = category(text[end]) in _CLOSING or category(text[end - 1]) in _OPENING
                is_cut = not clings and _width(put.line.runs[0], word.rstrip(), language, fonts) > put.width
                (self.cut if is_cut else self.forbidden).append(
                    f"{text[max(0, end - 12) : end]}|{text[end : end + 12]}"
                )


def _width(run: GlyphRun, word: str, language: str, fonts: FontBook) -> float:
    """Of a word in a run's face and size, in pt."""
    face = fonts.face(run.face)
    return sum(placed[1] for placed in by_harfbuzz(face, word, run.rtl, language)) * face.scale * run.size / 1000


@dataclass
class Shapes:
    """Stretches held to HarfBuzz: how many are the "same" with its own choice of features, how many are so once
    accented letters may stay one glyph ("whole letters": the ink is the same), how many have the same glyphs but other
    white between them ("kerning"), and those that are "different"."""

    fonts: FontBook
    kinds: Counter[str] = field(default_factory=Counter)
    different: list[str] = field(default_factory=list)
    _known: dict[Stretch, str] = field(default_factory=dict)

    def judge(self, line: Line, language: str) -> None:
        """Take down the stretches of a line."""
        for stretch in stretches_of(line):
            kind = self._known.get(stretch)
            if kind is None:
                kind = self._known[stretch] = self._kind(stretch, language)
                self.kinds[kind] += 1
                if kind == "different":
                    self.different.append(stretch.text)

    def _kind(self, stretch: Stretch, language: str) -> str:
        face = self.fonts.face(stretch.face)
        ours = [
            (glyph.gid, round(glyph.advance / face.scale), round(glyph.x_offset / face.scale),
             round(glyph.y_offset / face.scale))
            for glyph in stretch.glyphs
        ]  # fmt: skip
        judged = [by_harfbuzz(face, stretch.text, stretch.rtl, language, whole) for whole in (False, True)]
        if ours == judged[0]:
            return "same"
        if ours == judged[1]:
            return "whole letters"
        # Words, and the parts of an address that is cut, are shaped by themselves, so that they may stand on any line.
        return "kerning" if _without_advances(ours) in map(_without_advances, judged) else "different"


def _without_advances(placed: Sequence[Placed]) -> list[tuple[int, int, int]]:
    return [(gid, x, y) for gid, _, x, y in placed]


def by_harfbuzz(face: Face, text: str, rtl: bool, language: str, whole_letters: bool = False) -> list[Placed]:
    """What HarfBuzz makes of a text of one direction, each script in one go, in the order of reading."""
    placed: list[Placed] = []
    for script, part in in_scripts(text):
        buffer = hb.Buffer()
        buffer.add_codepoints([_stood_in(face, ord(character)) for character in part])
        buffer.script, buffer.language, buffer.direction = script, language, "rtl" if rtl else "ltr"
        buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
        is_whole = whole_letters and script in _ALPHABETS and not any(map(combining, part))
        hb.shape(face.hb_font, buffer, {"ccmp": False} if is_whole else None)
        found = [
            (info.codepoint, at.x_advance, at.x_offset, at.y_offset)
            for info, at in zip(buffer.glyph_infos or (), buffer.glyph_positions or (), strict=True)
        ]
        placed += reversed(found) if rtl else found
    return placed


def _stood_in(face: Face, code: int) -> int:
    return code if code in face.characters else STAND_INS.get(code, code)


def in_scripts(text: str) -> list[tuple[str, str]]:
    """A text cut where its script changes, common signs with what stands before them, or after at the start."""
    pieces: list[tuple[str, str]] = []
    for character in text:
        script = by_fonttools.script(character)
        shared = by_fonttools.script_extension(character)
        before = pieces[-1][0] if pieces else ""
        if pieces and (script in ("Zyyy", "Zinh") and (before in shared or shared & {"Zyyy", "Zinh"})):
            script = before
        elif script in ("Zyyy", "Zinh"):
            script = "Zyyy" if shared & {"Zyyy", "Zinh"} else min(shared)
        if pieces and before in ("Zyyy", script):
            pieces[-1] = (script, pieces[-1][1] + character)
        else:
            pieces.append((script, character))
    return pieces
