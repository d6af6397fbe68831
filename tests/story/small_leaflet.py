"""A small leaflet, a clinic that hands it out, and a leaflet with every field filled: what tests of the story tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from handoutgen.content.clinic import Clinic
from handoutgen.content.load import load_leaflet
from handoutgen.content.markdown.inline import Text
from handoutgen.content.model import Leaflet
from handoutgen.content.sections import ExtraSection
from handoutgen.content.words import words_for
from handoutgen.story.passages import Aside, Chart, Lines, Listed, Passage, Picture, Said, Story, StoryBlock, Tabled
from handoutgen.story.voice import Voice, voice_of

ROOT = Path(__file__).parents[2]
DAY = date(2026, 5, 6)
SOURCE = "«sources.0.id»"
"""The id of the filled leaflet's source: all parts of it rest on that one."""
STRATEGY: dict[str, Any] = {
    "id": "stretch", "title": "Stretch", "icon": "leg", "short": "Stretch it", "brief": "Stretch the calf.",
    "what": "A slow pull.", "how": [{"steps": ["Pull slowly."]}],
}  # fmt: skip
LEAFLET: dict[str, Any] = {
    "id": "cramps", "code": "LC-1", "title": "Cramps", "language": "en-GB", "main_message": "Stretch a **little**.",
    "key_points": ["One.", "Two.", "Three."], "about": {"text": "What it is."},
    "management": {"strategies": [STRATEGY]},
    "help": {
        "emergency": {"signs": ["chest pain"]}, "urgent": {"signs": ["a hot leg", "a swollen leg"]},
        "routine": {"signs": ["more cramps"]},
    },
    "sources": [{"id": "book", "title": "A book", "publisher": "A press"}],
    "review": {
        "version": "1.0", "published": "2026-11-02", "last_reviewed": "2026-11-03", "next_review": "2029-11-04",
        "owner": "Riverside", "funding": "The clinic.", "reader_involvement": "Ten readers.",
    },
}  # fmt: skip
RIVERSIDE: dict[str, Any] = {
    "id": "riverside", "name": "Riverside Clinic", "organisation": "Riverside Health",
    "address": ["1 River Street", "Bristol"],
    "phones": [
        {"label": "Nurse line", "number": "0117 496 0123", "hours": "Monday to Friday"},
        {"label": "Appointments", "number": "0117 496 0150"},
    ],
    "out_of_hours": {"label": "Night line", "number": "0117 496 0199", "hours": "Nights"},
    "emergency_number": "999", "email": "hello@riverside.example", "web": "https://www.riverside.example/ms/",
    "interpreter": "Interpreters are **free**.", "feedback": "Write to {clinic.email}.",
}  # fmt: skip


def leaflet(**changes: Any) -> Leaflet:
    """The small leaflet, with some of its parts in other words."""
    return Leaflet.model_validate({**LEAFLET, **changes})


def with_strategy(**changes: Any) -> Leaflet:
    """The small leaflet, its one strategy changed."""
    return leaflet(management={"strategies": [{**STRATEGY, **changes}]})


def with_review(**changes: Any) -> Leaflet:
    """The small leaflet, its record changed."""
    return leaflet(review={**LEAFLET["review"], **changes})


def clinic(**changes: Any) -> Clinic:
    """The clinic with everything that readers are told, but for some changes."""
    return Clinic.model_validate({**RIVERSIDE, **changes})


def bare_clinic(**more: Any) -> Clinic:
    """A clinic that says no more than it must."""
    return Clinic.model_validate({"id": "bare", "name": "Bare Clinic", "emergency_number": "999", **more})


def voice(whose: Clinic | None = None, locale: str = "en-GB", language: str = "en-GB") -> Voice:
    """The voice of a leaflet, in fixed words of `locale`."""
    return voice_of(words_for(locale), language, whose)


@cache
def leg_cramps() -> Leaflet:
    """The first leaflet that ships."""
    return load_leaflet(ROOT / "handouts/leg-cramps-ms/en-GB.yaml").leaflet


def text_of(runs: Sequence[Text]) -> str:
    """The words of some runs."""
    return "".join(run.text for run in runs)


def said_in(block: StoryBlock | Passage) -> Iterator[str]:
    """Every text of a block, in reading order."""
    match block:
        case Said(words):
            yield text_of(words)
        case Listed():
            yield block.title
            for item in block.items:
                yield from said_in_all(item)
        case Tabled():
            yield from (text_of(cell) for row in (block.head, *block.rows) for cell in row)
        case Picture():
            yield from (block.alt, *block.labels, text_of(block.caption))
        case Aside():
            yield block.title
            yield from said_in_all(block.blocks)
        case Lines():
            yield block.label
        case Chart():
            yield from (*block.columns, text_of(block.example))
        case Passage():
            yield text_of(block.title)
            yield from said_in_all(block.blocks)


def said_in_all(blocks: Sequence[StoryBlock | Passage]) -> Iterator[str]:
    """Every text of some blocks, in reading order."""
    for block in blocks:
        yield from said_in(block)


def whole_text(story: Story) -> str:
    """All that a story says, a line for each of its texts."""
    texts = said_in_all((*story.opening, *story.message, *story.passages))
    return "\n".join((story.title, *(text for text in texts if text)))


def filled_leaflet() -> Leaflet:
    """A leaflet in which every field is filled, each text with its own path, "«about.figure.alt»": nothing can be
    added to the model that is not in it."""
    made = _filled(Leaflet, ())
    assert isinstance(made, Leaflet)
    section = made.sections[0]
    assert isinstance(section, ExtraSection)
    return made.model_copy(update={"language": "en-GB", "sections": (section.model_copy(update={"after": "about"}),)})


def _filled(part: type[BaseModel], path: tuple[str | int, ...]) -> BaseModel:
    values = {name: _value(part.model_fields[name].annotation, (*path, name)) for name in part.model_fields}
    return part.model_construct(None, **values)


def _value(kind: Any, path: tuple[str | int, ...]) -> Any:
    origin, args = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _value(args[0], path)
    if origin is Literal:
        return args[0]
    if path[1:] and path[-1] in ("sources", "uncertainty_sources"):
        return (SOURCE,)
    if origin is tuple:
        return tuple(_value(each, (*path, index)) for index, each in enumerate(_each_of(args[0])))
    if origin is dict:
        return {}
    if origin in (Union, UnionType):
        return _value(next(each for each in args if each is not NoneType), path)
    if issubclass(kind, BaseModel):
        return _filled(kind, path)
    if issubclass(kind, StrEnum):
        return next(iter(kind))
    if issubclass(kind, str):
        return marker(path)
    return DAY if kind is date else kind(1)


def _each_of(kind: Any) -> Sequence[Any]:
    """The kinds that may stand in a list: all five tools, or one."""
    bare = get_args(kind)[0] if get_origin(kind) is Annotated else kind
    return get_args(bare) if get_origin(bare) in (Union, UnionType) else (bare,)


def marker(path: Sequence[str | int]) -> str:
    """What stands in a filled leaflet at a path."""
    return f"«{'.'.join(map(str, path)).replace('_', '-')}»"
