"""What may take the place of what a rule found without asking anybody; None where a person must look.

Each answer means the same as what stood there, for every reader and in every sentence: where another reading is
possible (a dash between two thoughts, a name, a question, a figure of thousands) there is none.
"""

from __future__ import annotations

import re

from handoutgen.check.rules.reading import JudgedText
from handoutgen.check.rules.record import Hit
from handoutgen.language import language_of

_IRREGULAR = {"can't": "cannot", "won't": "will not", "shan't": "shall not", "ain't": "is not"}
_MORE_OF_A_WORD = re.compile(r"['’‐‑-]\w")
"""After "can't" it is part of a longer word: a can't-do attitude."""
_TURNED_ROUND = re.compile(r"\s+(?:you|i|we|they|he|she|it|there)\b", re.IGNORECASE)
"""After "don't" it is a question, or another half of the sentence: "do not you" is no English."""
_WORD_OF_UNIT = re.compile(r"[a-z]{4,}")
"""What stands apart from its number; mg and cm may touch it."""
_ENDS_IN_QUESTION = re.compile(r"\?[\"'”’)\]*]*\s*$")
_TWO_NUMBERS = re.compile(r"(\d+(?:\.\d+)?)[-–](\d+(?:\.\d+)?)(?![\d.])")
_ANY_RANGE = re.compile(r"(\d+(?:\.\d+)?) ?[-–—] ?(\d+(?:\.\d+)?)( ?)([a-zA-Z]*)")
_NO_RANGE = re.compile(
    r"(?:[£$€#]|\b(?:call|dial|ring|text|phone|tel|telephone|sms|fax|extension|ext|number|no|nr|ref|reference|code|"
    r"room|ward|flat|bus|route|form|minus)\b[.:]?)\s*$",
    re.IGNORECASE,
)
"""Before figures that are a name or a sum."""
_BETWEEN = re.compile(r"\bbetween\s+(?:about\s+|ages?\s+)?$", re.IGNORECASE)
_PART_OF_MORE = re.compile(r"(?:\d|[-–—−+/x×*=<>]|\bno\.?)\s*$", re.IGNORECASE)
_ZEROS = re.compile(r"(\d[\d,]*)(?:([.,])(0{1,2}))(?!\d)")
_FARTHEST = 40
"""Characters before a place that are looked at."""


def in_full(text: JudgedText, hit: Hit) -> str | None:
    """A contraction as two words: do not for don't. Not in a question, where the words would have to change places."""
    said, after = _said(text, hit), text.plain[hit.end :]
    is_question = _ENDS_IN_QUESTION.search(text.sentence_at(hit.start or 0))
    is_part = _MORE_OF_A_WORD.match(after) or re.search(r"\w[‐‑-]$", _lead(text, hit))
    if said.lower().startswith("ain") or is_question or is_part or _TURNED_ROUND.match(after):
        return None
    full = contraction_in_words(said)
    if said.isupper():
        return full.upper()
    return full[0].upper() + full[1:] if said[0].isupper() else full


def contraction_in_words(said: str) -> str:
    """Do not for don't, cannot have for can't've; in small letters."""
    word, has, _ = said.lower().replace("’", "'").partition("'ve")
    return (_IRREGULAR.get(word) or word.replace("n't", " not")) + (" have" if has else "")


def as_range(text: JudgedText, hit: Hit) -> str | None:
    """3 to 5 for 3-5. Not where the dash has spaces or is long, as one between two thoughts; nor where the figures do
    not rise, as of a score or a name."""
    said, lead = _said(text, hit), _lead(text, hit)
    found = _TWO_NUMBERS.match(said)
    if not found or _NO_RANGE.search(lead) or float(found[1]) >= float(found[2]):
        return None
    return range_in_words(said, lead)


def range_in_words(said: str, lead: str) -> str:
    """Two numbers with a dash as words, "and" after "between"; a unit that is a word stands apart from them."""
    found = _ANY_RANGE.match(said)
    if not found:
        return said
    word, (first, last, space, unit) = "and" if _BETWEEN.search(lead) else "to", found.groups()
    space = space or (" " if _WORD_OF_UNIT.fullmatch(unit) else "")
    first = _ZEROS.sub(r"\1", first) if unit else first  # once it stands apart from its unit, no rule finds it
    return f"{first} {word} {last}{space if unit else ''}{unit}"


def as_and(text: JudgedText, hit: Hit) -> str | None:
    """And for &, between words that are no name: Marks & Spencer keeps its sign."""
    before, after = text.plain[: hit.start].rstrip(), text.plain[hit.end :].lstrip()
    is_word = before[-1:].isalnum() and not re.search(r"(?:^|\W)\w$", before)
    if _said(text, hit) != "&" or not is_word or not (after[:1].islower() or after[:1].isdigit()):
        return None
    return None if re.match(r"\w(?:\W|$)", after) else "and"


def with_zero(text: JudgedText, hit: Hit) -> str | None:
    """0.5 for .5. Not after a figure or a sign, where it may be the end of a number; nor for a comma in English."""
    said = _said(text, hit)
    if _PART_OF_MORE.search(_lead(text, hit)) or (said[0] == "," and not _has_decimal_comma(text)):
        return None
    return f"0{said}"


def without_zeros(text: JudgedText, hit: Hit) -> str | None:
    """5 for 5.0. Not for three zeros, which are thousands in half of Europe; nor for a comma in English."""
    said = _said(text, hit)
    found = _ZEROS.fullmatch(said)
    if not found or (found[2] == "," and not _has_decimal_comma(text)):
        return None
    return found[1]


def _has_decimal_comma(text: JudgedText) -> bool:
    return language_of(text.language).primary not in ("en", "cy", "ga")


def _said(text: JudgedText, hit: Hit) -> str:
    return text.plain[hit.start : hit.end]


def _lead(text: JudgedText, hit: Hit) -> str:
    start = hit.start or 0
    return text.plain[max(0, start - _FARTHEST) : start]
