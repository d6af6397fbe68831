"""The bytes of a leaflet's file → the same with what its rules can put right by themselves, and what was changed.

Only the words that change are written anew, in the file's own text: comments, layout, quotes and line ends stay as they
are. What comes out is read again and must say what was there but for these changes; else nothing is changed at all.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from handoutgen.check.passages import texts_of
from handoutgen.check.rules.catalogue import RULES
from handoutgen.check.rules.reading import JudgedLeaflet, JudgedText, judged_texts
from handoutgen.check.rules.waiving import Waivers
from handoutgen.content.load import LoadedLeaflet, draft_from
from handoutgen.content.record import Status
from handoutgen.content.yaml.nodes import Mapping, ModelPath, Node, Scalar, find_node, stretch_in_scalar
from handoutgen.content.yaml.reader import read_yaml
from handoutgen.errors import ContentRefused, HandoutError
from handoutgen.language import language_of
from handoutgen.unbreakable import kept_together, phone_numbers

CONTRACTIONS = "HG205"
"""What a house may want to leave as it is."""
DOSES = ("HG141", "HG142")
"""What a person must read again when it has changed."""
BOM = b"\xef\xbb\xbf"
MOST_ROUNDS = 5
"""A place that is put right may show another one, as in 5.0-10.0 mg."""
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»|„[^“”]*[“”]|‘.*?’(?!\w)|(?<!\w)'[^']*'(?!\w)", re.DOTALL)
_NO_FILE = ("This file is written in a way that cannot be changed here.", "Mending it in an editor.")


class Mending(Struct, frozen=True):
    """Some words of a leaflet in the place of others: by which rule, and in which line of the file before."""

    code: str
    line: int
    before: str
    after: str


class Fixed(Struct, frozen=True):
    """A file with its changes. Where there are none it is the file that was there, and the version has not risen."""

    data: bytes
    changes: tuple[Mending, ...]
    version: str
    """Before."""
    new_version: str


class InFile(Struct, frozen=True):
    """A change as characters of the file's text, from `start` to `end`."""

    mending: Mending
    start: int
    end: int
    new: str


class _Edit(Struct, frozen=True):
    """Other characters in the place of some of a value's text, or of all of it where `old` is None."""

    path: ModelPath
    new: str
    start: int = 0
    old: str | None = None


def fixed(data: bytes, path: Path, leave: Collection[str] = ()) -> Fixed:
    """The file put right by all rules that can, but for those of the codes in `leave`; its version risen once.

    Raises ContentRefused for a file that cannot be read as a leaflet, HandoutError for one that cannot be changed
    without guessing.
    """
    loaded = _loaded(data, path)
    version = loaded.leaflet.review.version
    now, changes = data, list[Mending]()
    for _ in range(MOST_ROUNDS):
        found = list(_found(loaded, leave))
        if not found:
            break
        changes += [change for change, _ in found]
        now = _with(now, path, [edit for _, edit in found])
        loaded = _loaded(now, path)
    if not changes:
        return Fixed(data, (), version, version)
    risen = next_version(version)
    record = [_Edit(("review", "version"), risen)]
    if loaded.leaflet.review.status is Status.APPROVED:
        record.append(_Edit(("review", "status"), Status.DRAFT.value))  # nobody has read these words yet
    now = _with(now, path, record)
    _loaded(now, path)
    return Fixed(now, tuple(changes), version, risen)


def mendings_in(data: bytes, path: Path) -> list[InFile]:
    """Each change that could be made in a leaflet's file, for an editor: the version is then the author's to raise.
    None for a file that cannot be read as a leaflet."""
    try:
        found = list(_found(_loaded(data, path), ()))
    except ContentRefused:
        return []
    read = read_yaml(data, path.as_posix())
    assert read.root is not None  # noqa: S101 - it was loaded
    nodes = ((mending, edit, find_node(read.root, edit.path)[0]) for mending, edit in found)
    return [
        InFile(mending, *stretch_in_scalar(node, read.places.text, *_place(node, edit)), edit.new)
        for mending, edit, node in nodes
        if isinstance(node, Scalar)
    ]


def next_version(version: str) -> str:
    """The version after one: its last number is one more."""
    *front, last = version.split(".")
    return ".".join([*front, str(int(last) + 1)])


def _loaded(data: bytes, path: Path) -> LoadedLeaflet:
    loaded = draft_from(data, path)
    if any(finding.is_error for finding in read_yaml(data, path.as_posix()).diagnostics):
        raise ContentRefused(loaded.diagnostics)  # what it says is not known for certain
    return loaded


def _found(loaded: LoadedLeaflet, leave: Collection[str]) -> Iterator[tuple[Mending, _Edit]]:
    """What can be put right now, in the order of the file's texts, no two at the same place."""
    leaflet, language = loaded.leaflet, language_of(loaded.leaflet.language)
    texts = judged_texts(leaflet, [text for text in texts_of(leaflet) if loaded.sources.says(text.path)])
    waivers = Waivers(JudgedLeaflet(leaflet, texts, leaflet.language))
    codes = [code for code, rule in RULES.items() if rule.fix and code not in leave and rule.is_for(language)]
    quoted = _quoted_in(texts)
    for text in texts:
        if text.path[-1] == "title" and text.plain.strip().casefold() in quoted:
            continue  # its name stands in other texts
        taken = _not_ours(text)
        for code in codes:
            for start, end, new in _of_rule(text, code):
                if not any(start < last and first < end for first, last in taken) and not waivers.cover(
                    code, text.path
                ):
                    taken.append((start, end))
                    line = loaded.sources.span(text.path, start, end - start).line
                    yield Mending(code, line, text.at.text[start:end], new), _tight(text, start, end, new)


def _of_rule(text: JudgedText, code: str) -> Iterator[tuple[int, int, str]]:
    """What a rule puts in the place of what it finds in a text, where that is as it is written."""
    rule = RULES[code]
    assert rule.fix  # noqa: S101 - asked before
    for hit in rule.in_text(text) if rule.in_text else ():
        if hit.start is not None and text.plain[hit.start : hit.end] == text.at.text[hit.start : hit.end]:
            new = rule.fix(text, hit)
            if new is not None:
                yield hit.start, hit.end, new


def _not_ours(text: JudgedText) -> list[tuple[int, int]]:
    """What stands between quotation marks, which somebody else has said, addresses and phone numbers."""
    said = text.at.text
    places = [match.span() for match in _QUOTED.finditer(said)]
    places += [(each.start, each.end) for each in kept_together(said) if each.address]
    return places + [(each.start, each.end) for each in phone_numbers(said)]


def _quoted_in(texts: Sequence[JudgedText]) -> frozenset[str]:
    return frozenset(
        match.group()[1:-1].strip().casefold() for text in texts for match in _QUOTED.finditer(text.at.text)
    )


def _tight(text: JudgedText, start: int, end: int, new: str) -> _Edit:
    """Only what differs, so that a line break between the words stays where it is."""
    old = text.at.text[start:end]
    front = 0
    while front < min(len(old), len(new)) and old[front] == new[front]:
        front += 1
    back = 0
    while back < min(len(old), len(new)) - front and old[-1 - back] == new[-1 - back]:
        back += 1
    return _Edit(text.path, new[front : len(new) - back], start + front, old[front : len(old) - back])


def _with(data: bytes, path: Path, edits: Sequence[_Edit]) -> bytes:
    """The file with these edits. Raises HandoutError when it would not say just that."""
    read = read_yaml(data, path.as_posix())
    assert read.root is not None  # noqa: S101 - it was loaded
    source, wanted = read.places.text, dict(_scalars(read.root, ()))
    places: list[tuple[int, int, str]] = []
    for edit in sorted(edits, key=lambda each: (str(each.path), each.start), reverse=True):
        node, _ = find_node(read.root, edit.path)
        start, end = _place(node, edit) if isinstance(node, Scalar) else (0, 0)
        if not isinstance(node, Scalar) or edit.old not in (None, node.text[start:end]):
            raise HandoutError(*_NO_FILE)
        wanted[edit.path] = wanted[edit.path][:start] + edit.new + wanted[edit.path][end:]
        places.append((*stretch_in_scalar(node, source, start, end), edit.new))
    for first, last, new in sorted(places, reverse=True):
        source = source[:first] + new + source[last:]
    made = (BOM if data.startswith(BOM) else b"") + source.encode("utf-8")
    again = read_yaml(made, path.as_posix())
    if again.root is None or dict(_scalars(again.root, ())) != wanted:
        raise HandoutError(*_NO_FILE)
    return made


def _place(scalar: Scalar, edit: _Edit) -> tuple[int, int]:
    """From where to where in a scalar's text; the model has texts without the white space around them."""
    start = len(scalar.text) - len(scalar.text.lstrip()) + edit.start
    return start, start + len(scalar.text.strip() if edit.old is None else edit.old)


def _scalars(node: Node, path: ModelPath) -> Iterator[tuple[ModelPath, str]]:
    """Every value with its place."""
    if isinstance(node, Scalar):
        yield path, node.text
        return
    for step, inner in node.values.items() if isinstance(node, Mapping) else enumerate(node.items):
        yield from _scalars(inner, (*path, step))
