"""A sign under two levels of help, as warnings: the reader cannot tell whether to call an ambulance or to wait.

Only what is the same sign in other small words counts. A figure, a time or another word of difference makes two signs
of it: "a temperature of 38°C" and "a temperature of 39°C", "a fever" and "a fever that does not go".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from handoutgen.check.findings import Findings
from handoutgen.check.passages import blank_markdown
from handoutgen.content.helping import Help
from handoutgen.content.nearest import shortened
from handoutgen.diagnostics import Severity
from handoutgen.story.help import levels_of

_WORD = re.compile(r"[^\W_]+(?:['’.,°][^\W_]+)*%?")
_OPENING = re.compile(
    r"^(?:you (?:have|get|feel|develop|notice|are)|there (?:is|are)|it is)\s+(?:got\s+)?", re.IGNORECASE
)
_SMALL = frozenset({"a", "an", "the", "any", "some", "your", "or", "of", "feeling", "being"})
"""Words that make no other sign of a sign."""
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


def check_repeated_signs(guide: Help, findings: Findings) -> None:
    """Add a warning for each sign that a level of help shares with one before it."""
    first: dict[tuple[str, str], str] = {}
    for key, level in levels_of(guide):
        here: dict[tuple[str, str], str] = {}
        for path, when, sign in level.each_sign:
            named = [(_folded(when), thing) for thing in _things(sign)]
            before = next((first[thing] for thing in named if thing in first), None)
            if before:
                message = f'"{shortened(sign)}" stands under {key} and under {before}'
                hint = "leave it under one level, or say what makes the difference: how bad, how long, with what else."
                findings.add("HG131", Severity.WARNING, message, hint, ("help", key, *path))
            here.update(dict.fromkeys(named, key))
        first = {**here, **first}


def _things(sign: str) -> Iterator[str]:
    """What a sign names, in the words that matter: the whole of it and, where nothing qualifies them, its parts."""
    plain = _OPENING.sub("", " ".join(blank_markdown(sign).split()))
    yield _folded(plain)
    if not _QUALIFIES.search(plain):
        yield from (_folded(part) for part in _APART.split(plain) if len(_APART.split(plain)) > 1)


def _folded(words: str) -> str:
    kept = [word for word in (found.casefold() for found in _WORD.findall(words)) if word not in _SMALL]
    folded = " ".join(kept)
    return _SAME.get(folded, " ".join(map(_singular, kept)))


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word
