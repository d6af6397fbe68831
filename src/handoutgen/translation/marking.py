"""A leaflet's file → the file of its translation to begin with; a translation's file → the same with another record of
which parts follow the source. All other lines stay as they were written, comments too.

The result is read again and must say just what was asked for; a file that is written in a way that this cannot change
is refused, never guessed at.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from handoutgen.clinic_list.clinic_yaml import entry_text
from handoutgen.clinic_list.rewriting import BOM, plain, rewritten
from handoutgen.content.load import LoadedLeaflet
from handoutgen.content.record import UNTRANSLATED
from handoutgen.content.yaml.nodes import Mapping as MappingNode
from handoutgen.content.yaml.nodes import Node, Scalar, Sequence
from handoutgen.content.yaml.reader import read_yaml
from handoutgen.errors import ContentRefused, HandoutError
from handoutgen.translation.parts import parts_of

TRANSLATION, PARTS = "translation", "parts"
_Edit = tuple[int, int, str]


def started(data: bytes, source: LoadedLeaflet, language: str, translator: str) -> bytes:
    """The source's file as a translation in which nothing is translated yet: its language, a record, every part marked.
    What somebody has approved or waived of the source's words is not taken along."""
    read = read_yaml(data, "")
    if read.root is None:
        raise ContentRefused(read.diagnostics)
    review = plain(read.root)["review"]
    kept = {key: value for key, value in review.items() if key not in ("approvals", TRANSLATION)}
    changed = rewritten(data, {"language": language, "waive": None, "review": {**kept, "status": "draft"}}).data
    record = {
        "translator": translator,
        "of": source.leaflet.language,
        "from_version": source.leaflet.review.version,
        PARTS: dict.fromkeys(parts_of(source), UNTRANSLATED),
    }
    return with_record(changed, record)


def with_record(data: bytes, record: Mapping[str, Any]) -> bytes:
    """The file with another `review.translation`; only its lines that differ are changed. Raises ContentRefused for a
    file that cannot be read, HandoutError for one that cannot be changed without guessing."""
    read = read_yaml(data, "")
    if read.root is None:
        raise ContentRefused(read.diagnostics)
    text, wanted = read.places.text, plain(read.root)
    wanted["review"] = {**wanted["review"], TRANSLATION: dict(record)}
    in_order = sorted(_edits(text, read.root, record), key=lambda edit: edit[:2])
    for start, end, new in reversed(in_order):  # of two at one place the first stays first
        text = text[:start] + (new.replace("\n", "\r\n") if "\r\n" in text else new) + text[end:]
    made = (BOM if data.startswith(BOM) else b"") + text.encode("utf-8")
    again = read_yaml(made, "")
    if again.root is None or plain(again.root) != wanted:
        raise HandoutError(
            "This file is written in a way that cannot be changed here.",
            "Write review: with each key on a line of its own, and translation: below it.",
        )
    return made


def _edits(text: str, root: MappingNode, record: Mapping[str, Any]) -> Iterator[_Edit]:
    review = root.values.get("review")
    if isinstance(review, MappingNode) and review.keys:
        yield from _entry(text, review, TRANSLATION, record)


def _entry(text: str, owner: MappingNode, key: str, value: Any) -> Iterator[_Edit]:
    """What changes so that a key of a block says `value`; None takes it away."""
    indent = " " * _column(text, next(iter(owner.keys.values())).start)
    there = owner.values.get(key)
    if there is None:
        last = list(owner.values)[-1]
        place = _after(text, owner.values[last], owner.keys[last])
        begun = "" if place == 0 or text[place - 1] == "\n" else "\n"
        if value is not None:
            yield place, place, begun + entry_text(key, value, indent)
    elif value is None:
        yield _line(text, owner.keys[key]), _after(text, there, owner.keys[key]), ""
    elif plain(there) == value:
        return
    elif isinstance(there, MappingNode) and isinstance(value, Mapping) and text[there.start] != "{":
        gone = [each for each in there.values if each not in value]
        for inner in [*gone, *value]:
            yield from _entry(text, there, inner, value.get(inner))
    else:
        yield _line(text, owner.keys[key]), _after(text, there, owner.keys[key]), entry_text(key, value, indent)


def _column(text: str, index: int) -> int:
    return index - (text.rfind("\n", 0, index) + 1)


def _line(text: str, key: Scalar) -> int:
    return key.start - _column(text, key.start)


def _after(text: str, node: Node, key: Scalar) -> int:
    """Where the line behind a value begins: a block's own end is where the next thing begins."""
    last = max(_ends(node), default=node.end)
    last = max(last, key.end)
    end = text.find("\n", last - 1 if text[last - 1 : last] == "\n" else last)
    return len(text) if end < 0 else end + 1


def _ends(node: Node) -> Iterator[int]:
    if isinstance(node, Scalar):
        yield node.end
        return
    if isinstance(node, Sequence) or not node.values:
        yield from (each for item in getattr(node, "items", ()) for each in _ends(item))
        return
    for inner in (*node.keys.values(), *node.values.values()):
        yield from _ends(inner)
