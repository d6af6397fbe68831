"""Words that need explaining: acronyms at their first place, and glossary entries nobody needs."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from handoutgen.check.findings import Findings
from handoutgen.check.passages import TextAt, without_fields
from handoutgen.content.model import Leaflet
from handoutgen.diagnostics import Severity

# Better known than their long forms (NHS service manual, abbreviations and acronyms).
KNOWN = frozenset(
    {
        "NHS", "GP", "GPS", "UK", "USA", "US", "EU", "TV", "PDF", "ID", "OK", "QR", "DVD", "AM", "PM", "HIV", "DNA",
        "AIDS", "BBC", "II", "III", "IV", "VAT", "PIN", "SMS",
    }
)  # fmt: skip
_ACRONYM = re.compile(r"\b[A-Z]{2,6}\b")
_WORD_START = re.compile(r"\b\w")
LONGEST_TERM = 60
_SHOUTED = re.compile(r"\b[A-Z]{2,}[ \t]+[A-Z]{2,}\b")


def check_terms(leaflet: Leaflet, texts: Sequence[TextAt], findings: Findings) -> None:
    """Add warnings about acronyms and glossary entries of an English leaflet."""
    if not leaflet.language.startswith("en"):
        return
    _check_acronyms(leaflet, texts, findings)
    _check_glossary(leaflet, texts, findings)


def _check_acronyms(leaflet: Leaflet, texts: Sequence[TextAt], findings: Findings) -> None:
    explained = {*KNOWN, *leaflet.none_because, *(entry.term for entry in leaflet.glossary)}
    for text in texts:
        plain = without_fields(text.blank)
        shouted = {place for match in _SHOUTED.finditer(plain) for place in range(*match.span())}
        for match in _ACRONYM.finditer(plain):
            word = match.group()
            if word in explained or match.start() in shouted:
                continue
            explained.add(word)
            if not _is_explained(plain, *match.span()):
                hint = (
                    f'write it in full with the short form after it, "… ({word})", or put it in the glossary, or say '
                    f"why readers need no more: none_because: {{{word}: …}}."
                )
                message = f'"{word}" is not explained where it first stands'
                findings.add("HG210", Severity.WARNING, message, hint, text.path, *match.span())


def _is_explained(text: str, start: int, end: int) -> bool:
    """`multiple sclerosis (MS)` or `MS (multiple sclerosis)`."""
    in_brackets = text[start - 1 : start] == "(" and text[end : end + 1] == ")"
    return in_brackets or text[end : end + 2] == " ("


def _is_said(stem: str, said: str, starts: Sequence[str]) -> bool:
    """Whether a word of the leaflet begins with the stem. `starts` is sorted: a long glossary is not looked for word by
    word."""
    if not stem[:1].isalnum():
        return stem in said
    at = bisect_left(starts, stem)
    return at < len(starts) and starts[at].startswith(stem)


def _check_glossary(leaflet: Leaflet, texts: Sequence[TextAt], findings: Findings) -> None:
    said = " ".join(text.blank for text in texts if text.path[0] != "glossary").lower()
    starts = sorted({said[match.start() : match.start() + LONGEST_TERM] for match in _WORD_START.finditer(said)})
    for index, entry in enumerate(leaflet.glossary):
        stem = entry.term.lower().rstrip("s")
        if not _is_said(stem, said, starts):
            message = f'"{entry.term}" is explained, but the leaflet does not use it'
            findings.add(
                "HG209", Severity.WARNING, message, "use the word, or take the entry out.", ("glossary", index, "term")
            )
