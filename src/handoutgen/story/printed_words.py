"""Every word a leaflet says to its reader, in plain text with its place in the model.

The other side of the promise that nothing is lost: layout walks the leaflet part by part, this walks the model field
by field, so a part that layout forgets is missed here and the build stops.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from handoutgen.content.clinic import Clinic
from handoutgen.content.markdown.blocks import Block, Items, Paragraph, Text
from handoutgen.content.markdown.inline import parse_phrase, parse_prose
from handoutgen.content.record import ReaderTesting
from handoutgen.content.sections import SmallPicture
from handoutgen.content.strategies import Strategy
from handoutgen.content.text_kinds import TextKind, kind_of_text
from handoutgen.content.yaml.nodes import ModelPath
from handoutgen.story.addresses import is_number_itself, printed_address, site_of

UNPRINTED = frozenset({
    "id", "language", "search_words", "codes", "icon", "short", "brief", "kind", "file", "pose", "at", "main_picture",
    "after", "only_for", "not_for", "subjects",
    "status", "web", "width", "lines", "published", "last_reviewed", "next_review", "date", "optional",
    "level", "levels", "lead_in", "none_because", "waive", "scored", "checked", "how_many",
    "uncertainty_sources", "need", "of", "from_version", "audience", "equality", "changes", "dose_box",
    "easy_read", "says", "help_level",
})  # fmt: skip
"""Fields that are not words for the reader of a whole leaflet, or are printed in another form (dates, addresses)."""


SHORT_FORMS = frozenset({"brief", "short", "dose_box", "easy_read"})
"""Fields that only forms of their own print: what they say stands in other words in the whole leaflet; but a strategy's
line in brief stands there too, under its title. Easy Read is a leaflet of its own, for readers of its own."""


def printed_strings(
    leaflet: BaseModel, path: ModelPath = (), *, unprinted: frozenset[str] = UNPRINTED
) -> Iterator[tuple[ModelPath, str, TextKind]]:
    """Every string a whole leaflet prints (alt texts included), as written in the file, with its path and kind."""
    for name in type(leaflet).model_fields:
        is_under_title = name == "brief" and isinstance(leaflet, Strategy)
        if (name in unprinted and not is_under_title) or (name == "sources" and path):
            continue
        yield from _strings(getattr(leaflet, name), (*path, name), kind_of_text(type(leaflet), name), unprinted)


def _strings(
    value: Any, path: ModelPath, kind: TextKind, unprinted: frozenset[str]
) -> Iterator[tuple[ModelPath, str, TextKind]]:
    if isinstance(value, str):
        yield path, str(value), kind
    elif isinstance(value, SmallPicture) or (isinstance(value, ReaderTesting) and not value.is_told):
        return
    elif isinstance(value, BaseModel):
        yield from printed_strings(value, path, unprinted=unprinted)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _strings(item, (*path, index), kind, unprinted)


def plain_texts(source: str, kind: TextKind, fields: Mapping[str, str]) -> tuple[str, ...]:
    """A string's words as printed, a text for each paragraph, cell or item, or each stretch between links; the number
    or mail address of a link whose words do not say it is a text of its own."""
    if kind == "plain":
        return (source,)
    if kind == "phrase":
        return _stretches(parse_phrase(source, fields))
    return tuple(text for block in parse_prose(source, fields) for text in _of_block(block))


def _of_block(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield from _stretches(block.content)
    elif isinstance(block, Items):
        for item in block.items:
            for inner in item:
                yield from _of_block(inner)
    else:
        for row in (block.head, *block.rows):
            for cell in row:
                yield from _stretches(cell)


def _stretches(content: tuple[Text, ...]) -> tuple[str, ...]:
    if any(part.link for part in content):
        return (*(part.text for part in content), *_behind_words(content))
    return ("".join(part.text for part in content),)


def _behind_words(content: tuple[Text, ...]) -> Iterator[str]:
    """The numbers and mail addresses that links lead to and their words do not say."""
    for part in content:
        link = part.link or ""
        is_said = is_number_itself(part) or site_of(link).casefold() in part.text.casefold()
        if link.startswith(("tel:", "mailto:")) and not is_said:
            yield printed_address(link)


def clinic_texts(clinic: Clinic, fields: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What a clinic's file says for readers, each with its key: all of it stands in every whole leaflet."""
    plain = [("name", clinic.name), ("organisation", clinic.organisation), ("address", ", ".join(clinic.address))]
    plain.append(("email", clinic.email))
    for line in (*clinic.phones, *([clinic.out_of_hours] if clinic.out_of_hours else [])):
        plain += [("phones", line.label), ("phones", line.number), ("phones", line.hours)]
    yield from ((key, text) for key, text in plain if text)
    for key in ("other_formats", "interpreter", "feedback"):
        own = getattr(clinic, key)
        for text in plain_texts(own, "phrase", fields) if own else ():
            yield key, text
    if clinic.web:
        yield "web", printed_address(clinic.web)
    if clinic.leaflets_at:
        yield "leaflets_at", printed_address(clinic.leaflets_at)
    if clinic.logo:
        yield "logo", clinic.logo.alt
