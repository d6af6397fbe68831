"""Whether a plainer word can stand in a formal word's place, and what to advise where it cannot."""

from __future__ import annotations

import re

from handoutgen.check.rules.matching import pattern
from handoutgen.check.rules.words import Found

WRITE = 'write "{instead}".'
SUGGEST = 'say "{instead}", or put it another way.'
"""Of a word that comes near, but has another grammar or stands badly here."""
_NEEDS_A_CLAUSE = "make sure"
SUGGEST_A_CLAUSE = 'put it another way, such as "{instead} that …" and what must be so.'
_A_CLAUSE = pattern(
    r" (?:that\b(?! (?:safe|good)\b)|(?:you|they|it|we|he|she|i|there|this|these|everyone|everybody|someone|somebody|"
    r"nobody|nothing|no one|everything|all of) |[^.;:,!?()\n]{2,70}? (?:is|are|was|were|has|have|can|cannot|will|does|"
    r"do|must|should|gets|works|fits|stays|stands|knows|goes|comes|takes|receives)\b)"
)
"""What follows "make sure": something that has a verb of its own."""
_OF_A_NOUN = re.compile(r"(?:that|who|whose|which|what|how|being|not) \w")
"""How words begin that explain a noun or an adjective, and can seldom stand in its place."""
_OF_A_VERB = re.compile(r"(?:when|where|before|after|in|of|with|from|on|by|about|for) \w")
"""How words begin that can stand for an adverb, and for no noun or adjective."""
_AN_ADVERB = "ly"
_ASKS = re.compile(r"requir(?:e|es|ing)$", re.IGNORECASE)
_WHO_NEEDS = pattern(
    r"\b(?:you|we|i|they|he|she|who|that|which)(?: (?:will|may|might|can|could|do|does|did|would|also|often|still|"
    r"sometimes|not|usually))* $"
    r"|\b(?:patients?|people|adults?|women|men|child(?:ren)?|bab(?:y|ies)|persons?|someone|"
    r"somebody|anyone)\b[^.!?;]*$|\b(?:you|they|he|she) [^.!?;]* (?:and|or) $"
)
"""Before who or what needs something; policies and rules ask for it."""
_A_WORD = re.compile(r"[a-z]+")
_WORDS_BESIDE = 2
_LONGEST_BESIDE = 150
"""Characters before and after a word that are read for the words beside it."""


def explains(instead: str, term: str) -> bool:
    """Whether words say what a term means, and are of another kind than it: post-operative, after the operation."""
    is_adverb = term.endswith(_AN_ADVERB)
    return bool(_OF_A_NOUN.match(instead) or (not is_adverb and _OF_A_VERB.match(instead)))


def remedy_of(plain: str, found: Found, is_loose: bool) -> str:
    """How to tell of a plainer word: to be written in the place of the formal one, or only to be said somehow."""
    if found.instead == _NEEDS_A_CLAUSE:
        return WRITE if _A_CLAUSE.match(plain, found.end) else SUGGEST_A_CLAUSE
    first = found.instead.split(", ")[0]
    if is_loose or _OF_A_NOUN.match(first) or _is_beside(plain, found) or _is_asked_for(plain, found):
        return SUGGEST
    return WRITE


def _is_beside(plain: str, found: Found) -> bool:
    """Whether the plainer word stands right before or after: a need requiring an ambulance."""
    words = set(_A_WORD.findall(found.instead.split(", ")[0]))
    ahead = _A_WORD.findall(plain[max(0, found.start - _LONGEST_BESIDE) : found.start].lower())[-_WORDS_BESIDE:]
    after = _A_WORD.findall(plain[found.end : found.end + _LONGEST_BESIDE].lower())[:_WORDS_BESIDE]
    return len(words) == 1 and not words.isdisjoint({word.rstrip("s") for word in (*ahead, *after)})


def _is_asked_for(plain: str, found: Found) -> bool:
    """Whether it requires something and is nobody, nor anything that needs it: a policy requires a payment."""
    ahead = plain[max(0, found.start - _LONGEST_BESIDE) : found.start]
    return bool(_ASKS.match(plain[found.start : found.end])) and not _WHO_NEEDS.search(ahead)
