"""What a search found, as plain values: which leaflets, which of their words to underline, what was corrected."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from handoutgen.content.subjects import LeafletSubject
from handoutgen.finding.leaflets import LeafletEdition, ListedLeaflet

TITLE, SUBTITLE, SEARCH_WORD = 1.3, 0.5, 1.0
"""What a word counts for in each."""
MOST_OTHER_NAMES = 4
"""Search words that a line has room for."""


class MarkedText(Struct, frozen=True):
    """A text of a leaflet, and the stretches of it that answer the question."""

    text: str
    spans: tuple[tuple[int, int], ...] = ()
    """From where to where, in order; none overlaps another."""

    @property
    def pieces(self) -> Iterator[tuple[str, bool]]:
        """The text in pieces, each with whether it is to be underlined."""
        done = 0
        for start, end in self.spans:
            yield from (
                (self.text[a:b], is_marked) for a, b, is_marked in ((done, start, False), (start, end, True)) if b > a
            )
            done = end
        if done < len(self.text):
            yield self.text[done:], False


class FoundLeaflet(Struct, frozen=True):
    """A leaflet that answers the question, in the language in which it does so best."""

    leaflet: ListedLeaflet
    edition: LeafletEdition
    score: float
    title: MarkedText
    subtitle: MarkedText
    also: tuple[MarkedText, ...]
    """Some of its search words, those that answer first."""
    is_close: bool
    """Whether it answers only what was corrected."""
    code: str = ""
    """The code that was typed, as the leaflet writes it."""


class SearchResults(Struct, frozen=True):
    """The answer to a question."""

    query: str
    """As it was looked for: no longer than is looked at, and without characters that nobody sees."""
    found: tuple[FoundLeaflet, ...] = ()
    corrected: tuple[str, ...] = ()
    """Words that were looked for in place of misspelt ones, as leaflets write them."""
    nearest: tuple[ListedLeaflet, ...] = ()
    """Where nothing was found: leaflets of the subject that the question is about."""
    subject: LeafletSubject | None = None
    """That subject."""


def marked(text: str, places: Iterable[tuple[int, int]]) -> MarkedText:
    """The text with these places marked; what overlaps or touches becomes one."""
    spans: list[tuple[int, int]] = []
    for start, end in sorted(places):
        if spans and start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return MarkedText(text, tuple(spans))
