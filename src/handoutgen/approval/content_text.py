"""A leaflet as read → the plain text of what its reader reads and sees, and the digest of that text.

Each line is a place and what stands there: a phrase, a paragraph, a row, or the digest of a picture's bytes. The text
is the same on every machine, whatever the file's layout, comments, order of keys that print nothing, or line ends.

Everything that a model says is in it unless it is listed here as something no reader sees (`UNSEEN`), so that a key of
tomorrow ends approvals rather than slipping past them. What says nothing, or what it would say unwritten, is left out:
a new key that nobody uses changes no digest. Of the record, what is printed counts (owner, funding, authors, licences),
but not its version, which an approval names beside the text, nor days, status and approvals: a review that changes no
word changes nothing that was approved. What is the clinic's own, and the program's own words and looks, are not in it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from pathlib import Path
from typing import Any

from msgspec import Struct
from pydantic import BaseModel

from handoutgen.approval.inline_text import one_line, written_lines, written_row
from handoutgen.content.easy_read import EasyPair
from handoutgen.content.load import LoadedLeaflet
from handoutgen.content.model import Leaflet
from handoutgen.content.poses.stamp import without_stamp
from handoutgen.content.record import Review, Source, Translation
from handoutgen.content.sections import CONTENT, FigureLabel, PictureSource, SectionContent, Table
from handoutgen.content.text_kinds import TextKind, kind_of_text

UNSEEN: Mapping[type[BaseModel], frozenset[str]] = {
    BaseModel: frozenset({"none_because"}),
    Leaflet: frozenset({"subjects", "search_words", "codes", "main_picture", "waive"}),
    Review: frozenset({
        "version", "published", "last_reviewed", "next_review", "status", "approvals",
        "need", "audience", "equality", "changes", "scored",
    }),
    Source: frozenset({"checked"}),
    Translation: frozenset({"of", "from_version", "parts"}),
    PictureSource: frozenset({"file", "pose"}),
    EasyPair: frozenset({"says"}),
    FigureLabel: frozenset({"at"}),
}  # fmt: skip
"""Part → keys that no reader reads or sees, or that are told in another way: a figure by its picture, a label by where
it stands. What stands under BaseModel is in every part."""
PICTURE = "picture"
MISSING = "missing"
MOST_PICTURE = 100_000_000
"""Bytes of a picture file; no larger one is ever used."""


class ContentLine(Struct, frozen=True):
    """What stands at one place."""

    place: str
    """Keys, ids and numbers from the whole to the part: "management > strategies > calf-stretch > how 1 > steps 3"."""
    said: str

    def __str__(self) -> str:
        return f"{self.place}: {self.said}"


@dataclass(frozen=True)
class ContentText:
    """What a reader reads and sees, in the order of the model."""

    lines: tuple[ContentLine, ...]
    pictures: Mapping[str, Path] = field(default_factory=dict, compare=False)
    """Digest → file of each picture."""

    @cached_property
    def text(self) -> str:
        """A line for each place, each with its end."""
        return "".join(f"{line}\n" for line in self.lines)

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the text in UTF-8, as 64 signs."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


def content_text(loaded: LoadedLeaflet) -> ContentText:
    """The text of a leaflet whose poses were found (`library.posed_figures.with_poses`)."""
    pictures: dict[str, Path] = {}
    return ContentText(tuple(_Walk(loaded, pictures).leaflet()), pictures)


def picture_digest(data: bytes, name: str) -> str:
    """What a picture's file is known by: of a drawing, without its stamp and however its lines end."""
    if name.lower().endswith(".svg"):
        data = without_stamp(data.replace(b"\r\n", b"\n"))
    return hashlib.sha256(data).hexdigest()


class _Walk(Struct, frozen=True):
    loaded: LoadedLeaflet
    pictures: dict[str, Path]

    def leaflet(self) -> Iterator[ContentLine]:
        leaflet = self.loaded.leaflet
        yield from self._part(leaflet, "")
        if leaflet.main_figure:
            yield ContentLine("main_picture", self._picture(leaflet.main_figure))

    def _part(self, part: BaseModel, place: str) -> Iterator[ContentLine]:
        if isinstance(part, PictureSource) and not getattr(part, "icon", None):
            yield ContentLine(_below(place, PICTURE), self._picture(part))
        if isinstance(part, Table):
            yield from self._table(part, place)
            return
        for name in _names_in_order(part):
            if name == "id" and place:
                continue  # it is in the place
            value = getattr(part, name)
            if value not in (None, (), "", {}) and value != type(part).model_fields[name].default:
                yield from self._value(value, _below(place, name), kind_of_text(type(part), name))

    def _value(self, value: Any, place: str, kind: TextKind) -> Iterator[ContentLine]:
        if isinstance(value, BaseModel):
            yield from self._part(value, place)
        elif isinstance(value, tuple):
            for number, item in enumerate(value, start=1):
                ident = getattr(item, "id", None)
                yield from self._value(item, _below(place, ident) if ident else f"{place} {number}", kind)
        elif isinstance(value, str) and not isinstance(value, Enum):
            yield from (ContentLine(place, said) for said in written_lines(value, kind))
        else:
            yield ContentLine(place, _plainly(value))

    def _table(self, table: Table, place: str) -> Iterator[ContentLine]:
        if table.caption:
            yield from self._value(table.caption, _below(place, "caption"), "phrase")
        yield ContentLine(_below(place, "head"), written_row(table.head))
        for number, row in enumerate(table.rows, start=1):
            yield ContentLine(f"{_below(place, 'rows')} {number}", written_row(row))

    def _picture(self, figure: PictureSource) -> str:
        """The digest of a figure's picture; a word where there is none that could be printed."""
        path = self.loaded.figures_folder(figure.file) / figure.file
        try:
            if not figure.file or path.stat().st_size > MOST_PICTURE:
                return MISSING
            digest = picture_digest(path.read_bytes(), figure.file)
        except (OSError, ValueError):
            return MISSING
        self.pictures[digest] = path
        return digest


def _names_in_order(part: BaseModel) -> list[str]:
    """The keys of a part that count; those of a section that print stand in the author's order, as on paper."""
    kinds = [kind for kind in UNSEEN if isinstance(part, kind)]
    names = [name for name in type(part).model_fields if not any(name in UNSEEN[kind] for kind in kinds)]
    if not isinstance(part, SectionContent):
        return names
    written = [key for key in part.written_order if key in names]
    return [*(name for name in names if name not in CONTENT), *written]


def _below(place: str, name: str) -> str:
    return f"{place} > {name}" if place else name


def _plainly(value: Any) -> str:
    """A value that is no text."""
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.3f}".rstrip("0").rstrip(".")
    if isinstance(value, dict):
        return ", ".join(sorted(f"{_plainly(key)}={_plainly(each)}" for key, each in value.items()))
    return one_line(str(value))
