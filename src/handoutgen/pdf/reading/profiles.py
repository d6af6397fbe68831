"""What guidance for print asks of a PDF, as data: a profile is a list of rules, each with its number and its source.

Sources: RNIB Clear Print guidelines; UKAAF G003 (creating clear print and large print, 2019); Office for Disability
Issues / DWP, accessible communication formats; American Council of the Blind, Best Practices and Guidelines for Large
Print Documents (2022); US Access Board, advisory on large print (36 CFR 1193.33); WCAG 2.2; ISO 14289-1 (PDF/UA-1).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType

from msgspec import Struct

from handoutgen.pdf.reading.facts import PdfFacts
from handoutgen.units import mm, to_mm

_ROUNDING = 0.05
"""Of a pt or a millimetre: what other programs lose when they write a size."""
_A4, _LETTER = (mm(210), mm(297)), (612.0, 792.0)


class Judged(Struct, frozen=True):
    """Whether a rule is kept, and what was found."""

    passed: bool
    found: str


class ProfileRule(Struct, frozen=True):
    """One thing that guidance asks for."""

    asks: str
    source: str
    judge: Callable[[PdfFacts], Judged]


class Verdict(Struct, frozen=True):
    """A rule of a profile and how a file keeps it."""

    asks: str
    source: str
    passed: bool
    found: str


def verdicts(facts: PdfFacts, profile: str) -> tuple[Verdict, ...]:
    """How a file keeps each rule of a profile, which is one of `PROFILES`."""
    judged = [(rule, rule.judge(facts)) for rule in PROFILES[profile]]
    return tuple(Verdict(rule.asks, rule.source, found.passed, found.found) for rule, found in judged)


def _has_words(facts: PdfFacts) -> Judged:
    return Judged(facts.has_text, "words" if facts.has_text else "no words, at most a picture of them")


def _typical(least: float, facts: PdfFacts) -> Judged:
    return Judged(facts.typical_size >= least - _ROUNDING, f"{facts.typical_size:g} pt")


def _smallest(least: float, facts: PdfFacts) -> Judged:
    text = facts.smallest_text
    if text is None:
        return Judged(passed=False, found="no words")
    return Judged(text.size >= least - _ROUNDING, f"{text.size:g} pt on page {text.page}: {text.text}")


def _stands_out(least: float, facts: PdfFacts) -> Judged:
    text = facts.palest_text
    if text is None:
        return Judged(passed=False, found="no words")
    ground = f"on {text.behind}" if text.behind else "on white paper; what is behind it was not seen"
    return Judged(text.contrast >= least, f"{text.contrast:g} : 1 {ground}, on page {text.page}: {text.text}")


def _nothing_behind(facts: PdfFacts) -> Judged:
    text = facts.busy_text
    return Judged(text is None, f"page {text.page}: {text.text}" if text else "none")


def _line_length(most: int, facts: PdfFacts) -> Judged:
    line = facts.longest_line
    if line is None:
        return Judged(passed=False, found="no words")
    return Judged(line.characters <= most, f"{line.characters} on page {line.page}: {line.text}")


def _line_width(most: float, facts: PdfFacts) -> Judged:
    line = facts.widest_line
    if line is None:
        return Judged(passed=False, found="no words")
    return Judged(line.width <= most + _ROUNDING, f"{to_mm(line.width):.0f} mm on page {line.page}: {line.text}")


def _no_italics(facts: PdfFacts) -> Judged:
    slanted = [font.name for font in facts.fonts if "italic" in font.name.lower() or "oblique" in font.name.lower()]
    return Judged(not slanted, ", ".join(slanted) or "none")


def _paper(facts: PdfFacts) -> Judged:
    """Smaller paper holds too little of large print, larger paper is unwieldy: A4 or Letter, upright or not."""
    wrong = [size for size in facts.page_sizes if not any(_is_paper(size, paper) for paper in (_A4, _LETTER))]
    sizes = sorted({f"{to_mm(width):.0f} x {to_mm(height):.0f} mm" for width, height in wrong or facts.page_sizes})
    return Judged(not wrong, ", ".join(sizes) or "no pages")


def _is_paper(size: tuple[float, float], paper: tuple[float, float]) -> bool:
    return all(abs(one - other) <= mm(2) for one, other in zip(sorted(size), sorted(paper), strict=True))


def _embedded(facts: PdfFacts) -> Judged:
    return Judged(not facts.unembedded_fonts, ", ".join(facts.unembedded_fonts) or "all")


def _tagged(facts: PdfFacts) -> Judged:
    return Judged(facts.tagged, "yes" if facts.tagged else "no: a screen reader has to guess the order")


def _language(facts: PdfFacts) -> Judged:
    return Judged(bool(facts.language), facts.language or "none: a screen reader may use the wrong voice")


def _title(facts: PdfFacts) -> Judged:
    return Judged(bool(facts.title.strip()), facts.title or "none: a screen reader says the file's name")


_FOR_EVERYBODY = (
    ProfileRule("Words, not pictures of words", "WCAG 1.4.5", _has_words),
    ProfileRule("Contrast of at least 4.5 : 1 with what is behind", "WCAG 1.4.3", partial(_stands_out, 4.5)),
    ProfileRule("No picture or pattern behind words", "RNIB", _nothing_behind),
    ProfileRule("No italics", "RNIB; UKAAF; ACB", _no_italics),
    ProfileRule("All fonts in the file", "PDF/UA 7.21.4", _embedded),
    ProfileRule("Tags for screen readers", "PDF/UA 7.1", _tagged),
    ProfileRule("A language", "PDF/UA 7.2; WCAG 3.1.1", _language),
    ProfileRule("A title", "PDF/UA 7.1; WCAG 2.4.2", _title),
)


def _sized(typical: float, smallest: float, source: str) -> tuple[ProfileRule, ...]:
    return (
        ProfileRule(f"Most words at least {typical:g} pt", source, partial(_typical, typical)),
        ProfileRule(f"All words at least {smallest:g} pt", source, partial(_smallest, smallest)),
    )


_LINES = ProfileRule("At most 70 characters in a line", "RNIB; ODI", partial(_line_length, 70))
_ORDINARY_PAPER = ProfileRule("A4 or Letter paper", "UKAAF; ACB", _paper)

PROFILES: Mapping[str, tuple[ProfileRule, ...]] = MappingProxyType({
    "uk-clear": (*_sized(12, 12, "RNIB; UKAAF"), _LINES, *_FOR_EVERYBODY),
    "uk-large": (*_sized(16, 16, "UKAAF; ODI"), _LINES, _ORDINARY_PAPER, *_FOR_EVERYBODY),
    "us-large": (
        *_sized(18, 18, "ACB"),
        ProfileRule("Lines at most 152 mm (6 in) wide", "US Access Board", partial(_line_width, mm(152.4))),
        _ORDINARY_PAPER,
        *_FOR_EVERYBODY,
    ),
})  # fmt: skip
"""By name: clear print and large print of the United Kingdom, large print of the United States."""

SOURCES = (
    "Sources: RNIB, Clear Print. UKAAF, G003. ODI: Office for Disability Issues, accessible communication formats. "
    "ACB: American Council of the Blind, large print, 2022. WCAG 2.2. PDF/UA-1."
)
"""The short names in the rules, written out."""
