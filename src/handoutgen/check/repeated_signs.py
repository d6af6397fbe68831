"""A sign under two levels of help, as warnings: the reader cannot tell whether to call an ambulance or to wait.

Only what is the same sign in other small words counts. A figure, a time or another word of difference makes two signs
of it: "a temperature of 38°C" and "a temperature of 39°C", "a fever" and "a fever that does not go".

In every language, two signs are the same whose words are the same but for capitals, punctuation, vowel marks that may
be left out, and another script's digits; an article makes no difference where the language's articles are known. Only
English signs are taken apart ("a fever or chills"), or known by another name.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from handoutgen.check.findings import Findings
from handoutgen.check.passages import blank_markdown
from handoutgen.content.helping import Help
from handoutgen.content.nearest import shortened
from handoutgen.diagnostics import Severity
from handoutgen.language import language_of
from handoutgen.story.help import levels_of

_LETTER = r"(?:[^\W_]|[\u0300-\u036f\u0900-\u0963\u0966-\u0df3\u0e00-\u0e4e\u0e50-\u0eff\u1000-\u1049\u1050-\u109f])"
"""A letter or digit, or a vowel sign that is a character of its own (as Hindi and Thai have)."""
_WORD = re.compile(rf"{_LETTER}+(?:['’.,°]{_LETTER}+)*%?")
_OPENING = re.compile(
    r"^(?:you (?:have|get|feel|develop|notice|are)|there (?:is|are)|it is)\s+(?:got\s+)?", re.IGNORECASE
)
_SMALL: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "en": frozenset({"a", "an", "the", "any", "some", "your", "or", "of", "feeling", "being"}),
        "cy": frozenset({"y", "yr"}),
    }
)
"""Words that make no other sign of a sign, by language: articles, and in English what opens a sign."""
_ARTICLE = MappingProxyType({"ar": "ال"})
"""The article that is written as one with its word, by language."""
_LEAST_STEM = 3
"""Letters that a word has besides such an article."""
_OPTIONAL_MARKS = ("ARABIC", "HEBREW")
"""Scripts whose marks for vowels are written or left out, by how Unicode's names of them begin."""
_TATWEEL = "\u0640"
"""Lengthens an Arabic word on the page, and says nothing."""
_QUALIFIES = re.compile(
    r"\d|\b(?:that|which|who|for|with|without|after|before|when|while|if|and|but|not|no|more|over|in|on|at|from|than|"
    r"despite|lasting|since|until|as|to|very|much|severe|bad|sudden|new|worse|worsening|strong|mild|constant|repeated|"
    r"heavy)\b",
    re.IGNORECASE,
)
"""What may belong to each of the things that a sign names: then it is not taken apart."""
_APART = re.compile(r"\s*,\s*(?:or\s+)?|\s+or\s+", re.IGNORECASE)
_SAME: Mapping[str, str] = MappingProxyType(
    {
        "high temperature": "fever",
        "raised temperature": "fever",
        "shortness breath": "breathlessness",
        "short breath": "breathlessness",
        "breathless": "breathlessness",
        "trouble breathing": "breathlessness",
        "difficulty breathing": "breathlessness",
        "sick": "vomiting",
        "throwing up": "vomiting",
        "fit": "seizure",
    }
)
"""Signs by the words that are kept of them → the word for the same sign (NHS A to Z of health writing)."""


def check_repeated_signs(guide: Help, language: str, findings: Findings) -> None:
    """Add a warning for each sign that a level of help shares with one before it; `language` is a tag."""
    primary = language_of(language).primary
    first: dict[tuple[str, str], str] = {}
    for key, level in levels_of(guide):
        here: dict[tuple[str, str], str] = {}
        for path, when, sign in level.each_sign:
            time = _folded(when, primary)
            named = [(time, thing) for thing in _things(sign, primary)]
            before = next((first[thing] for thing in named if thing in first), None)
            if before:
                message = f'"{shortened(sign)}" stands under {key} and under {before}'
                hint = "leave it under one level, or say what makes the difference: how bad, how long, with what else."
                findings.add("HG131", Severity.WARNING, message, hint, ("help", key, *path))
            here.update(dict.fromkeys(named, key))
        first = {**here, **first}


def _things(sign: str, language: str) -> Iterator[str]:
    """What a sign names, in the words that matter: the whole of it and, in English, its parts where nothing qualifies
    them."""
    plain = " ".join(blank_markdown(sign).split())
    if language != "en":
        yield _folded(plain, language)
        return
    plain = _OPENING.sub("", plain)
    yield _folded(plain, language)
    if not _QUALIFIES.search(plain):
        yield from (_folded(part, language) for part in _APART.split(plain) if len(_APART.split(plain)) > 1)


def _folded(words: str, language: str) -> str:
    """The words that matter, as they are compared."""
    small, article = _SMALL.get(language, frozenset()), _ARTICLE.get(language, "")
    found = (word for word in _WORD.findall(_plain_letters(words)) if word not in small)
    kept = [word.removeprefix(article) if len(word) >= len(article) + _LEAST_STEM else word for word in found]
    if language != "en":
        return " ".join(kept)
    return _SAME.get(" ".join(kept), " ".join(map(_singular, kept)))


def _plain_letters(text: str) -> str:
    """In small letters, with digits of every script as 0 to 9, without marks that may be left out."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(
        str(unicodedata.digit(sign)) if sign.isdecimal() else sign
        for sign in folded
        if sign != _TATWEEL and not _is_optional_mark(sign)
    )


def _is_optional_mark(sign: str) -> bool:
    return unicodedata.category(sign) == "Mn" and unicodedata.name(sign, "").startswith(_OPTIONAL_MARKS)


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word
