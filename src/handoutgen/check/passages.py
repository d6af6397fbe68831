"""A leaflet's texts cut into passages and sentences, each with its place in the text it comes from.

Markdown signs are blanked out one for one, so an index into a passage is an index into the author's own text.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from msgspec import Struct
from pydantic import BaseModel

from handoutgen.content.audience import instead_of, is_for
from handoutgen.content.helping import HelpLevel, OtherAction
from handoutgen.content.parts import keys_of
from handoutgen.content.values import ForSome
from handoutgen.content.yaml.nodes import ModelPath

# Names, numbers, records and addresses: not sentences a reader has to get through.
NOT_READ = frozenset(
    {
        "id", "code", "language", "search_words", "subjects", "codes", "icon", "kind", "file", "pose", "at", "after",
        "only_for", "not_for", "status", "version", "owner", "role", "organisation", "credit", "phone", "web",
        "publisher", "year", "none_because", "waive",
        "funding", "reader_involvement", "term", "name", "labels", "example",
        "optional", "sources", "review", "says", "help_level",
    }
)  # fmt: skip

_LINK = re.compile(r"\[([^\[\]]*)\]\((?:[^()\s]|\([^()\s]*\))*\)")
_SIGNS = re.compile(r"\*\*|\\(?=[!-/:-@\[-`{-~])")
_FIELD = re.compile(r"\{[^{}]*\}")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+")
_ABBREVIATION = re.compile(r"\b(?:Dr|Mr|Mrs|Ms|Prof|St|vs|approx|e\.g|i\.e|etc)\.$")
_ENDS_ALL_THE_SAME = re.compile(r"\betc\.\s+[“‘\"']?[A-Z]")
"""Short for what ends a sentence where another begins: soap, towels etc. Bring them."""
_GOES_ON = re.compile(
    r"\b(?:[AaPp]\.[Mm]|approx|[Nn]o|min|max|hrs?|mins?|[Tt]el|ext|incl|fig|dept|vol|[A-Z])\.\s+[^A-Z\s]",
    re.ASCII,
)
"""A short form that ends no sentence where none begins after it: 9 p.m. each night, the worm T. saginata."""
_NAME_GOES_ON = re.compile(
    r"\s+(?:Food and|Department|National|Centers|Public Health|Preventive|Environmental|Surgeon General|Consumer)\b"
)
"""After "U.S.", which then is part of the name of an authority."""
LONGEST_ABBREVIATION = 8
_SENTENCE_END = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s|$)")
_WORD = re.compile(r"[^\W_]+(?:[-'’.,][^\W_]+)*")


class TextAt(Struct, frozen=True):
    """A text of the model and its path; `text` is as loaded, `blank` the same without Markdown signs."""

    path: ModelPath
    text: str
    blank: str


class CheckedPassage(Struct, frozen=True):
    """A paragraph, list entry or table cell: from `start` to `end` of its text."""

    start: int
    end: int
    is_item: bool


def texts_of(
    part: BaseModel, tags: Collection[str] | None = None, skip: Collection[str] = NOT_READ, path: ModelPath = ()
) -> Iterator[TextAt]:
    """The texts a patient reads, in the order of the model, without the fields named in `skip`.

    With `tags`, only what a clinic with these tags prints.
    """
    found: list[tuple[ModelPath, str]] = []
    _gather(part, tags, skip, path, found)
    for at, text in found:
        yield TextAt(at, text, blank_markdown(text))


def _gather(
    part: object,
    tags: Collection[str] | None,
    skip: Collection[str],
    path: ModelPath,
    found: list[tuple[ModelPath, str]],
) -> None:
    """Each text of a part, of a list or of one value, with its path."""
    if isinstance(part, str):
        found.append((path, part))
    elif isinstance(part, tuple):
        for index, item in enumerate(part):
            _gather(item, tags, skip, (*path, index), found)
    elif keys := keys_of(type(part)):
        hidden = _hidden_for(part, tags) if tags is not None else ()
        for name in keys:
            if name not in skip and name not in hidden:
                _gather(getattr(part, name), tags, skip, (*path, name), found)


def _hidden_for(part: object, tags: Collection[str]) -> Collection[str]:
    """The keys of a part that a clinic with these tags does not print."""
    if isinstance(part, ForSome | OtherAction) and not is_for(part, tags):
        return keys_of(type(part))
    return ("action",) if isinstance(part, HelpLevel) and instead_of(part, tags) else ()


def blank_markdown(text: str) -> str:
    """The text with Markdown signs as spaces and addresses gone, each character where it was."""
    if "](" in text:
        text = _LINK.sub(lambda match: f" {match.group(1)} ".ljust(len(match.group())), text)
    if "**" in text or "\\" in text:
        text = _SIGNS.sub(lambda match: " " * len(match.group()), text)
    return text


def without_fields(text: str) -> str:
    """The text with fields as one word each, each character where it was."""
    return _FIELD.sub(lambda match: "x" * len(match.group()), text) if "{" in text else text


def passages(text: str) -> Iterator[CheckedPassage]:
    """Paragraphs, list entries and table cells of a text."""
    start, is_item, position = 0, False, 0
    for line in text.splitlines(keepends=True):
        item = _ITEM.match(line)
        if not line.strip() or item or line.lstrip().startswith("|"):
            if text[start:position].strip():
                yield CheckedPassage(start, position, is_item)
            start, is_item = position + (item.end() if item else 0), bool(item)
        if line.lstrip().startswith("|"):
            yield from _cells(line, position)
            start, is_item = position + len(line), False
        position += len(line)
    if text[start:].strip():
        yield CheckedPassage(start, len(text), is_item)


def _cells(line: str, position: int) -> Iterator[CheckedPassage]:
    start = 0
    for cell in line.split("|"):
        if cell.strip(" \t\r\n:-"):
            yield CheckedPassage(position + start, position + start + len(cell), True)
        start += len(cell) + 1


def sentences(text: str, passage: CheckedPassage) -> list[tuple[int, int]]:
    """From where to where each sentence of a passage goes."""
    found: list[tuple[int, int]] = []
    start = passage.start
    for match in _SENTENCE_END.finditer(text, passage.start, passage.end):
        ahead = max(start, match.end() - LONGEST_ABBREVIATION)
        is_short = _ABBREVIATION.search(text[ahead : match.end()]) and not _ENDS_ALL_THE_SAME.search(
            text, ahead, min(match.end() + 4, passage.end)
        )
        if text.endswith("U.S.", 0, match.end()) and _NAME_GOES_ON.match(text, match.end()):
            continue
        if not is_short and not _GOES_ON.search(text, ahead, match.end() + 2):
            found.append((start, match.end()))
            start = match.end()
    if _WORD.search(text[start : passage.end]):
        found.append((start, passage.end))
    return [_tight(text, *sentence) for sentence in found]


def _tight(text: str, start: int, end: int) -> tuple[int, int]:
    body = text[start:end].rstrip()
    return start + len(body) - len(body.lstrip()), start + len(body)


def words_in(text: str) -> list[str]:
    """Words as a reader counts them; a number is one, a hyphenated word is one, a field is one."""
    return _WORD.findall(without_fields(text))
