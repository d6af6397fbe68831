"""Ways to look for what breaks a rule: by a pattern, sentence by sentence, in the whole leaflet."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from msgspec.structs import replace

from handoutgen.check.rules.reading import JudgedLeaflet, JudgedText
from handoutgen.check.rules.record import Cued, Hit, LookInLeaflet, LookInText, hits_in_texts
from handoutgen.diagnostics import Severity

DIGITS = "0 1 2 3 4 5 6 7 8 9"
Say = str | Callable[[re.Match[str]], str]
Unless = Callable[[JudgedText, re.Match[str]], bool]


_SPACES = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]|\(\?<[!=][^()]*\)| \?| ")
"""The spaces of a pattern; and what they stay as they are in: escapes, sets, what stands before."""


class Sought:
    """A pattern that is compiled when it is first looked for: most are for words that a leaflet does not have."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._compiled: re.Pattern[str] | None = None

    @property
    def compiled(self) -> re.Pattern[str]:
        """What is looked for."""
        if self._compiled is None:
            self._compiled = re.compile(_SPACES.sub(_any_space, self._text), re.IGNORECASE)
        return self._compiled

    def search(self, text: str) -> re.Match[str] | None:
        """The first place."""
        return self.compiled.search(text)

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """The place that begins at `start`."""
        return self.compiled.match(text, start)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every place."""
        return self.compiled.finditer(text)


Pattern = Sought | re.Pattern[str]


def pattern(text: str) -> Sought:
    """A pattern whose capital letters do not count; a space in it is any white space, a line break too."""
    return Sought(text)


def _any_space(found: re.Match[str]) -> str:
    return {" ": r"\s+", " ?": r"\s*"}.get(found.group(), found.group())


def by_pattern(
    looked_for: Pattern, message: Say, hint: Say, unless: Unless | None = None, severity: Severity | None = None
) -> LookInText:
    """Finds each match; `message` and `hint` are texts, or made from the match. "{}" in a text is what was matched."""

    def look(text: JudgedText) -> Iterator[Hit]:
        for match in looked_for.finditer(text.plain):
            if unless is None or not unless(text, match):
                yield Hit(*match.span(), _said(message, match), _said(hint, match), severity)

    return look


def _said(words: Say, match: re.Match[str]) -> str:
    if callable(words):
        return words(match)
    return words.replace("{}", " ".join(match.group().split()))


def all_of(*looks: LookInText) -> LookInText:
    """Finds what any of these finds."""

    def look(text: JudgedText) -> Iterator[Hit]:
        for each in looks:
            yield from each(text)

    cued = [each for each in looks if isinstance(each, Cued)]
    if len(cued) < len(looks):
        return look
    return Cued(lambda: frozenset[str]().union(*(each.cues for each in cued)), look)


def where_said(cues: str, look: LookInText) -> LookInText:
    """Looks only in texts that have one of these words, signs or figures: most rules have no word in most texts, and
    a look at the words is far quicker than a pattern."""
    wanted = frozenset(cues.split())
    return Cued(lambda: wanted, look)


def where(is_meant: Callable[[JudgedText], bool], look: LookInText) -> LookInText:
    """Looks only in some texts."""

    def looked(text: JudgedText) -> Iterator[Hit]:
        if is_meant(text):
            yield from look(text)

    return Cued(lambda: look.cues, looked) if isinstance(look, Cued) else looked


def first_unless_said(look: LookInText, said: Pattern) -> LookInLeaflet:
    """Finds the first place of a leaflet, unless the leaflet says somewhere what such a place asks for; of places that
    weigh differently, the first of the gravest."""

    def look_through(read: JudgedLeaflet) -> Iterator[Hit]:
        hits = [replace(hit, path=text.path) for text, hit in hits_in_texts(look, read)]
        if hits and not said.search(read.whole):
            yield min(hits, key=lambda hit: list(Severity).index(hit.severity or Severity.ERROR))

    return look_through


def in_sentence(looked_for: Pattern) -> Unless:
    """Whether the sentence around a match says something else as well."""
    return lambda text, match: bool(looked_for.search(text.sentence_at(match.start())))


_QUOTES = (("“", "”"), ("‘", "’"), ('"', '"'), ("«", "»"))
LONGEST_LABEL = 60
"""Characters of a label in quotation marks before and after a place in it."""


def is_quoted(plain: str, start: int, end: int) -> bool:
    """Whether a place is in quotation marks, as of a label or a title."""
    ahead, after = plain[max(0, start - LONGEST_LABEL) : start], plain[end : end + LONGEST_LABEL]
    return any(_is_open(ahead, opens, closes) and closes in after.partition("\n")[0] for opens, closes in _QUOTES)


def _is_open(ahead: str, opens: str, closes: str) -> bool:
    """Whether a quotation begins before a place on its line and has not ended there."""
    line = ahead.rpartition("\n")[2]
    if opens == closes:
        return line.count(opens) % 2 == 1
    return line.rfind(opens) > line.rfind(closes)


def nearby(looked_for: Pattern) -> Unless:
    """Whether the sentence around a match, or one beside it, says something else as well."""
    return lambda text, match: bool(looked_for.search(text.around(match.start())))


def before(looked_for: Pattern, characters: int = 40) -> Unless:
    """Whether something stands right before a match, within its sentence. The pattern must end where the match begins:
    write it with `$`."""

    def stands(text: JudgedText, match: re.Match[str]) -> bool:
        return bool(looked_for.search(text.plain[max(0, match.start() - characters) : match.start()]))

    return stands


def any_of(*reasons: Unless) -> Unless:
    """Whether one of these holds."""
    return lambda text, match: any(holds(text, match) for holds in reasons)
