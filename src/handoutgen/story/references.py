"""Words that send the reader to another part of the leaflet: "See “When to get help”", "see page 4".

On paper they are words like any others; in a file they take the reader there. Only what can be nothing else counts: the
whole title of a heading in quotation marks, or after a word such as "see" as it is written over the part; a page number
after such a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from handoutgen.content.markdown.inline import Text
from handoutgen.content.words import Words

_OPENING, _CLOSING = "“„‟”\"'‘‚’«»‹›「『《〈", "”“\"'’‘»«›‹」』》〉"
_BETWEEN = ";"
"""Between the words of a list in the files of fixed words."""


class Pointer(Text, frozen=True):
    """A run that names another part: by its heading's bookmark, or by the number of its page."""

    heading: str | None = None
    page: int | None = None


class _Found(NamedTuple):
    start: int
    end: int
    heading: str | None
    page: int | None


class References:
    """What a leaflet's texts can refer to in one printed form."""

    def __init__(self, words: Words, headings: Mapping[str, str], *, has_page_numbers: bool) -> None:
        """`headings` gives the bookmark of each title; what the form may leave out must not be among them."""
        self._headings = {_folded(title): bookmark for title, bookmark in headings.items()}
        self._patterns = tuple(_patterns(words, tuple(headings), has_page_numbers))

    def __bool__(self) -> bool:
        return bool(self._patterns)

    def marked(self, runs: Sequence[Text]) -> tuple[Text, ...]:
        """The same words, with each reference a run of its own. One that a link or a change to bold parts is none."""
        if not self._patterns:
            return tuple(runs)
        found = sorted(self._found("".join(run.text for run in runs)))
        if not found:
            return tuple(runs)
        start, parts = 0, []
        for run in runs:
            end = start + len(run.text)
            inside = [each for each in found if start <= each.start and each.end <= end and not run.link]
            parts += _cut(run, inside, start)
            start = end
        return tuple(parts)

    def _found(self, text: str) -> Iterator[_Found]:
        for pattern in self._patterns:
            for match in pattern.finditer(text):
                page = match.groupdict().get("number")
                name = "page" if page else "title"
                heading = None if page else self._headings[_folded(match["title"])]
                yield _Found(*match.span(name), heading, int(page) if page else None)


def _cut(run: Text, inside: Sequence[_Found], start: int) -> list[Text]:
    """A run that starts at `start`, cut at what was found inside it."""
    parts: list[Text] = []
    at = 0
    for found in inside:
        first, last = found.start - start, found.end - start
        if first < at:
            continue
        parts += [
            Text(run.text[at:first], run.strong),
            Pointer(run.text[first:last], run.strong, None, found.heading, found.page),
        ]
        at = last
    rest = Text(run.text[at:], run.strong, run.link) if parts else run
    return [part for part in (*parts, rest) if part.text]


def _patterns(words: Words, titles: Sequence[str], has_page_numbers: bool) -> Iterator[re.Pattern[str]]:
    see = "|".join(_spelled(word) for word in words.get("see_words").split(_BETWEEN) if word.strip())
    said = rf"(?<!\w)(?i:{see})\s+"
    if titles:
        title = "|".join(_spelled(each) for each in sorted(titles, key=len, reverse=True))
        yield re.compile(rf"[{_OPENING}]\s?(?P<title>{title})\s?[.,]?\s?[{_CLOSING}]", re.IGNORECASE)
        yield re.compile(rf"{said}(?P<title>{title})(?!\w)")
    if has_page_numbers:
        before, _, after = words.get("page_reference").partition("{page}")
        page = rf"{_spelled(before)}\s?(?P<number>\d{{1,3}}){_spelled(after)}"
        yield re.compile(rf"{said}(?P<page>(?i:{page}))(?!\w)")


def _spelled(words: str) -> str:
    """A pattern for these words, with any white space between them."""
    return r"\s+".join(map(re.escape, words.split()))


def _folded(title: str) -> str:
    return " ".join(title.split()).casefold()


def no_references() -> References:
    """For what has no places to go to, such as plain text and a card."""
    return _NONE


_NONE = References(Words("", {"see_words": "", "page_reference": ""}), {}, has_page_numbers=False)
