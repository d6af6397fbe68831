"""A leaflet and its translation → what is not the same in both: parts, entries, pictures, numbers, contacts.

Both are walked side by side, so that a place is the same in both. Texts are compared one by one: 10 in
one step and 20 in the next must not change places.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct
from pydantic import BaseModel

from handoutgen.content.load import LoadedLeaflet
from handoutgen.content.yaml.nodes import ModelPath
from handoutgen.language import language_of
from handoutgen.translation.parts import MAY_LACK, PartText, names_of, part_key, texts_in
from handoutgen.translation.quantities import Quantity, apart, quantities_in, unmatched, words_of_numbers
from handoutgen.translation.ranges import turned_ranges


class DifferenceKind(StrEnum):
    """What is not the same."""

    STRUCTURE = "structure"
    NUMBER = "number"
    ORDER = "order"
    CONTACT = "contact"


class Difference(Struct, frozen=True):
    """One thing that is not the same, at the same place in both."""

    kind: DifferenceKind
    key: str
    message: str
    path: ModelPath


_NOT_COMPARED = frozenset({
    "language", "title", "subtitle", "brief", "short", "alt", "search_words", "subjects", "codes", "review", "waive",
    "none_because", "levels", "do_title", "do_not_title", "ask_first_title", "credit", "x", "y", "width", "icon",
    "lead_in", "example",
    "sources", "uncertainty_sources", "code", "version", "checked", "publisher", "level", "optional",
})  # fmt: skip
_EXACT = frozenset({
    "kind", "id", "pose", "file", "main_picture", "after", "only_for", "not_for", "rows", "lines", "daily", "year",
})  # fmt: skip
_CONTACT = frozenset({"phone", "web"})


def differences(source: LoadedLeaflet, translation: LoadedLeaflet) -> Iterator[Difference]:
    """Everything that is not the same, in the order of the model."""
    yield from _parts(source.leaflet, translation.leaflet, ())
    here = {text.path: text for text in texts_in(translation)}
    for text in texts_in(source):
        other = here.get(text.path)
        if other is not None and other.name == text.name and text.steps[0] != "glossary":
            yield from _texts(text, other, source.leaflet.language, translation.leaflet.language)


def _parts(one: BaseModel, other: BaseModel, path: ModelPath) -> Iterator[Difference]:
    for name in type(one).model_fields:
        if name in _NOT_COMPARED or (name == "sources" and path):
            continue
        first, second, here = getattr(one, name), getattr(other, name, None), (*path, name)
        if (name in MAY_LACK and not second) or (name == "file" and getattr(one, "pose", None)):
            continue  # a figure's file is found by its pose, which is compared
        if name in _CONTACT and first != second:
            yield Difference(DifferenceKind.CONTACT, _called(here), f"{name} is {second}, not {first}", here)
        elif name in _EXACT and not isinstance(first, tuple | BaseModel):
            if first != second:
                yield Difference(
                    DifferenceKind.STRUCTURE, _called(here), f"{_called(here)} is {second}, not {first}", here
                )
        else:
            yield from _values(first, second, here)


def _values(first: object, second: object, path: ModelPath) -> Iterator[Difference]:
    key = _called(path)
    if bool(first) != bool(second):
        where = "in the source alone" if first else "in the translation alone"
        yield Difference(DifferenceKind.STRUCTURE, key, f"{key} is {where}", path)
    elif isinstance(first, tuple) and isinstance(second, tuple):
        if len(first) != len(second):
            message = f"{key} has {len(second)} entries, not {len(first)}"
            yield Difference(DifferenceKind.STRUCTURE, key, message, path)
        elif names_of(first) != names_of(second):
            message = f"{key} has other ids or another order: {', '.join(map(str, names_of(second)))}"
            yield Difference(DifferenceKind.STRUCTURE, key, message, path)
        else:
            for index, pair in enumerate(zip(first, second, strict=True)):
                yield from _values(*pair, (*path, index))
    elif isinstance(first, BaseModel) and isinstance(second, BaseModel):
        if type(first) is type(second):
            yield from _parts(first, second, path)
        else:
            yield Difference(DifferenceKind.STRUCTURE, key, f"{key} is of another kind", path)


def _texts(one: PartText, other: PartText, tag: str, other_tag: str) -> Iterator[Difference]:
    key = part_key(one.steps)
    if key == "review":
        return
    said, bare = apart(one.text)
    told, other_bare = apart(other.text)
    if said != told:
        gone, come = list((said - told).elements()), list((told - said).elements())
        yield Difference(DifferenceKind.CONTACT, key, f"{_but(gone, come)} in {one.name}", other.path)
    source, made = quantities_in(bare, tag), quantities_in(other_bare, other_tag)
    gone_numbers, come_numbers, units = unmatched(source, made)
    if language_of(tag).primary == "en":
        words = words_of_numbers(bare)
        come_numbers = [each for each in come_numbers if not each.readings & words]
    if not come_numbers:
        gone_numbers = [each for each in gone_numbers if not _may_be_a_word(each, other_tag)]
    if gone_numbers or come_numbers:
        message = _but([each.written for each in gone_numbers], [each.written for each in come_numbers])
        yield Difference(DifferenceKind.NUMBER, key, f"{message} in {one.name}", other.path)
    for span in turned_ranges(bare, tag, other_bare, other_tag):
        message = f"{span} stands the other way round in {one.name}"
        yield Difference(DifferenceKind.ORDER, key, message, other.path)
    for number in units:
        yield Difference(DifferenceKind.NUMBER, key, f"{number} is of another unit in {one.name}", other.path)
    if one.kind == "prose" and _items(one.text) != _items(other.text):
        message = f"{_items(other.text)} list items, not {_items(one.text)}, in {one.name}"
        yield Difference(DifferenceKind.STRUCTURE, key, message, other.path)


def _may_be_a_word(number: Quantity, tag: str) -> bool:
    """Whether a language may say a number by the form of a word: 1 by an article, 2 where there is a dual."""
    return "1" in number.readings or ("2" in number.readings and "two" in language_of(tag).plurals)


def _items(text: str) -> int:
    return sum(line.lstrip().startswith(("- ", "* ", "+ ")) for line in text.splitlines())


def _but(gone: list[str], come: list[str]) -> str:
    return f"{', '.join(come) or 'nothing'} in place of {', '.join(gone) or 'nothing'}"


def _called(path: ModelPath) -> str:
    return ".".join(str(step + 1 if isinstance(step, int) else step) for step in path)
