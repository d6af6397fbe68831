"""Two texts of a leaflet → what has changed from the one to the other, sentence by sentence, pictures too.

A step that was put in moves the numbers of those after it, and nothing else has changed: places are compared without
their numbers, and the order of what stands there with them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

from msgspec import Struct

from handoutgen.approval.content_text import PICTURE, ContentLine
from handoutgen.content.markdown.sentences import sentences_of

_NUMBER = re.compile(r" \d+(?= > |$)")


_ENTRY = re.compile(r"\s*\d{1,9}[.)] ")
"""The number of an entry in a list."""
BEGINS = "\x02"
MOST_EXACT = 4_000
"""Of more sentences than a book has, only those that came and went are told, and not where order alone has changed:
comparing would take minutes."""


class ChangeKind(StrEnum):
    """What has changed."""

    WORDS = "words"
    PICTURE = "picture"
    DETAIL = "detail"
    """How something is shown or to whom: an icon, a clinic's tags, the place of a label."""


DETAILS = frozenset({
    "x", "y", "icon", "only_for", "not_for", "optional", "level", "levels", "after", "sources", "uncertainty_sources",
    "kind", "lead_in", "lines", "rows", "width", "main_picture", "id", "code", "language", "how_many",
})  # fmt: skip
"""Last steps of places where no sentence stands. `rows` of a table are told by their own sign, a bar."""


class ContentChange(Struct, frozen=True):
    """What was there and is there now at one place; one of the two may be empty."""

    place: str
    """Today's place, or the one that was, for what is gone."""
    kind: ChangeKind
    before: tuple[str, ...]
    now: tuple[str, ...]


class _Said(NamedTuple):
    """One sentence, or what else stands at a place; or the sign that something begins."""

    where: str
    """The place without numbers."""
    key: str
    """What is compared: the sentence, but for the number of an entry that follows another."""
    said: str
    place: str
    begins: bool = False


def changes_between(before: Sequence[ContentLine], now: Sequence[ContentLine]) -> tuple[ContentChange, ...]:
    """Every change, in the order of today's text; what is gone stands where it was. Empty for equal texts alone."""
    if tuple(before) == tuple(now):
        return ()
    changes = tuple(_changes(list(_sayings(before)), list(_sayings(now)))) or tuple(
        _changes(_whole(before), _whole(now))
    )
    return changes or (ContentChange(now[0].place if now else before[0].place, ChangeKind.DETAIL, (), ()),)


def _changes(old: list[_Said], new: list[_Said]) -> Iterator[ContentChange]:
    start = _alike(old, new)
    old, new = old[start:], new[start:]
    end = _alike(old[::-1], new[::-1])
    old, new = old[: len(old) - end], new[: len(new) - end]
    one, two = ([each[:2] for each in sayings] for sayings in (old, new))
    if max(len(one), len(two)) > MOST_EXACT:
        yield from _of_stretch(_beyond(old, one, two), _beyond(new, two, one))
        return
    for tag, a, b, c, d in SequenceMatcher(None, one, two, autojunk=False).get_opcodes():
        if tag != "equal":
            yield from _of_stretch(old[a:b], new[c:d])


def _beyond(
    sayings: Sequence[_Said], mine: Sequence[tuple[str, str]], others: Sequence[tuple[str, str]]
) -> list[_Said]:
    """What is there more often than in the other text, wherever it stands."""
    more = Counter(mine) - Counter(others)
    left = []
    for said in sayings:
        if more[said[:2]] > 0:
            more[said[:2]] -= 1
            left.append(said)
    return left


def _alike(old: Sequence[_Said], new: Sequence[_Said]) -> int:
    """How many are the same from the start."""
    pairs = enumerate(zip(old, new, strict=False))
    return next((i for i, (a, b) in pairs if a[:2] != b[:2]), min(len(old), len(new)))


def summary(changes: Sequence[ContentChange]) -> str:
    """How much has changed, in a few words: "2 sentences and 1 picture"."""
    names = {
        ChangeKind.WORDS: ("sentence", "sentences"),
        ChangeKind.PICTURE: ("picture", "pictures"),
        ChangeKind.DETAIL: ("detail", "details"),
    }
    counts = {kind: sum(max(1, len(e.before), len(e.now)) for e in changes if e.kind is kind) for kind in names}
    told = [f"{count:,} {names[kind][count != 1]}" for kind, count in counts.items() if count]
    return " and ".join(filter(None, (", ".join(told[:-1]), told[-1]))) if told else "nothing"


def places_of(changes: Sequence[ContentChange], most: int = 3) -> str:
    """Where the changes are, the first few."""
    places = list(dict.fromkeys(change.place for change in changes))
    more = f" and {len(places) - most:,} more" if len(places) > most else ""
    return "; ".join(places[:most]) + more


def _of_stretch(old: Sequence[_Said], new: Sequence[_Said]) -> Iterator[ContentChange]:
    """Changes of one stretch: what stood at a place beside what stands there now."""
    before: dict[str, list[_Said]] = {}
    for said in old:
        before.setdefault(said.where, []).append(said)
    told: set[str] = set()
    for where, each in groupby(new, key=lambda said: said.where):
        here = list(each)
        was = before.get(where, []) if where not in told else []
        told.add(where)
        yield _change(here[0].place, was, here)
    for where, was in before.items():
        if where not in told:
            yield _change(was[0].place, was, [])


def _change(place: str, before: Sequence[_Said], now: Sequence[_Said]) -> ContentChange:
    was, there = (tuple(each.said for each in sayings if not each.begins) for sayings in (before, now))
    return ContentChange(place, _kind(place) if was or there else ChangeKind.DETAIL, was, there)


def _kind(place: str) -> ChangeKind:
    last = _NUMBER.sub("", place).rpartition(" > ")[2]
    if last == PICTURE:
        return ChangeKind.PICTURE
    is_table_row = last == "rows" and " > table > " in place
    return ChangeKind.DETAIL if last in DETAILS and not is_table_row else ChangeKind.WORDS


def _whole(lines: Sequence[ContentLine]) -> list[_Said]:
    """Line by line, each with its numbers: what is left to differ when all sentences are the same."""
    return [_Said(line.place, line.said, line.said, line.place) for line in lines]


def _sayings(lines: Sequence[ContentLine]) -> Iterator[_Said]:
    """Sentence by sentence, with signs between them: the same sentences in other steps are another text."""
    steps: list[str] = []
    for index, line in enumerate(lines):
        where, here = _NUMBER.sub("", line.place), line.place.split(" > ")
        for depth, step in enumerate(here):
            is_new = here[: depth + 1] != steps[: depth + 1]
            if depth == len(here) - 1 or (is_new and _NUMBER.search(step)):
                yield _Said(where, f"{BEGINS}{depth}", "", line.place, begins=True)
        steps = here
        sign = _ENTRY.match(line.said)
        follows = index > 0 and lines[index - 1].place == line.place and _ENTRY.match(lines[index - 1].said)
        for number, said in enumerate(sentences_of(line.said[sign.end() :] if sign else line.said)):
            shown = sign[0] + said if sign and not number else said
            yield _Said(where, "#. " + said if sign and follows and not number else shown, shown, line.place)
