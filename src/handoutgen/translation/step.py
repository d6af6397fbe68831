"""The parts of a source, those of a translation and what its record says of them → which parts are in step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum

from msgspec import Struct

from handoutgen.content.load import LoadedLeaflet
from handoutgen.content.record import UNTRANSLATED
from handoutgen.translation.parts import MAY_LACK, LeafletPart, parts_of


class StepState(StrEnum):
    """How a part of a translation stands to its source."""

    IN_STEP = "in step"
    BEHIND = "behind"
    """The source says something else than when the part was accepted."""
    UNTRANSLATED = "not translated"
    """It still has the words of the source, and nobody has said otherwise."""
    UNKNOWN = "unknown"
    """The record does not say from which text it was made."""
    MISSING = "missing"
    """The source has it, the translation has not."""
    EXTRA = "extra"
    """The translation has it, the source has not."""


FOLLOWS = frozenset({StepState.IN_STEP, StepState.EXTRA})
"""States in which nothing of the source is lacking."""


class PartStep(Struct, frozen=True):
    """One part in both languages; None where one has it not."""

    key: str
    state: StepState
    source: LeafletPart | None
    translation: LeafletPart | None


def steps_between(source: LoadedLeaflet, translation: LoadedLeaflet) -> tuple[PartStep, ...]:
    """Every part of both, those of the source first."""
    return tuple(_steps(parts_of(source), parts_of(translation), marks_of(translation)))


def marks_of(translation: LoadedLeaflet) -> Mapping[str, str]:
    """What the record says of each part: the digest of its source, or that it is not translated."""
    made = translation.leaflet.review.translation
    return made.parts if made else {}


def keys_behind(source: LoadedLeaflet, translation: LoadedLeaflet) -> tuple[str, ...] | None:
    """The parts that do not follow the source as it is now; None where the record says nothing of parts."""
    if not marks_of(translation):
        return None
    return tuple(step.key for step in steps_between(source, translation) if step.state not in FOLLOWS)


def _steps(
    source: Mapping[str, LeafletPart], made: Mapping[str, LeafletPart], marks: Mapping[str, str]
) -> Iterator[PartStep]:
    for key, part in source.items():
        if key in MAY_LACK and key not in made:
            continue
        yield PartStep(key, _state(part, made.get(key), marks.get(key)), part, made.get(key))
    for key, part in made.items():
        if key not in source:
            yield PartStep(key, StepState.EXTRA, None, part)


def _state(part: LeafletPart, made: LeafletPart | None, mark: str | None) -> StepState:
    if made is None:
        return StepState.MISSING
    if mark is None:
        return StepState.UNKNOWN
    if mark == UNTRANSLATED:
        return StepState.UNTRANSLATED
    return StepState.IN_STEP if mark == part.digest else StepState.BEHIND
