"""A source and its translation → the texts that go to a translator, each with how far it is and what to know of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

from msgspec import Struct
from pydantic import BaseModel, StringConstraints

from handoutgen.content.load import LoadedLeaflet
from handoutgen.content.record import Status
from handoutgen.content.yaml.nodes import ModelPath
from handoutgen.translation.exchange.model import ExchangeFile, ExchangeState, ExchangeText
from handoutgen.translation.kept_source import KeptParts
from handoutgen.translation.parts import PartText, is_safety
from handoutgen.translation.quantities import apart, quantities_in
from handoutgen.translation.step import FOLLOWS, PartStep, StepState, steps_between

_SAFETY = "This keeps readers safe. Every not, never, only and unless must stay."
_LISTED = "List marks, line breaks and | bars stay as they are."


class Outgoing(Struct, frozen=True):
    """What goes out, and the texts of the source for which the translation's file has no place yet."""

    file: ExchangeFile
    lacking: tuple[str, ...]


def outgoing(source: LoadedLeaflet, translation: LoadedLeaflet, kept: KeptParts, only_behind: bool) -> Outgoing:
    """All texts that both have; with `only_behind` those of parts that do not follow the source as it is now. `kept` is
    what parts were made from, where that is known: of a part that is behind, only what has changed is not translated.
    """
    texts: list[ExchangeText] = []
    lacking: list[str] = []
    done = _done(translation)
    for step in steps_between(source, translation):
        if step.source is None or (only_behind and step.state in FOLLOWS):
            continue
        there = {text.name: text for text in step.translation.texts} if step.translation else {}
        for text in step.source.texts:
            if text.name in there:
                state = done if _follows(step, text, kept) else ExchangeState.INITIAL
                texts.append(_text(source, step, text, there[text.name], state))
            else:
                lacking.append(text.name)
    one, other = source.leaflet, translation.leaflet
    return Outgoing(
        ExchangeFile(one.id, one.language, other.language, tuple(texts), one.review.version), tuple(lacking)
    )


def _done(translation: LoadedLeaflet) -> ExchangeState:
    """How far a text is that follows its source: as far as the translation's record says."""
    review = translation.leaflet.review
    if not review.translation or not review.translation.checker:
        return ExchangeState.TRANSLATED
    return ExchangeState.FINAL if review.status is Status.APPROVED else ExchangeState.REVIEWED


def _follows(step: PartStep, text: PartText, kept: KeptParts) -> bool:
    if step.state is StepState.IN_STEP:
        return True
    if step.state is not StepState.BEHIND or step.key not in kept:
        return False
    return all(line in kept[step.key] for line in text.lines)


def _text(source: LoadedLeaflet, step: PartStep, text: PartText, made: PartText, state: ExchangeState) -> ExchangeText:
    is_copy = step.state is StepState.UNTRANSLATED and tuple(_said(text)) == tuple(_said(made))
    target = "" if is_copy else made.text
    note = "\n".join(_notes(source, step, text, state, bool(target)))
    return ExchangeText(text.name, text.text, target, state, step.key, note)


def _said(text: PartText) -> Iterator[str]:
    return (line.said for line in text.lines)


def _notes(
    source: LoadedLeaflet, step: PartStep, text: PartText, state: ExchangeState, has_target: bool
) -> Iterator[str]:
    what, most = _described(source.leaflet, text.path)
    yield f"{text.place}. {what}" if what else f"{text.place}."
    if is_safety(step.key):
        yield _SAFETY
    if has_target and state is ExchangeState.INITIAL:
        yield "The translation was made from other words. Where it is still right, set its state to translated."
    if kept := ", ".join(_unchanged(source, text)):
        yield f"These stay, in any digits: {kept}"
    if text.kind == "prose" and "\n" in text.text:
        yield _LISTED
    if most:
        yield f"At most {most:,} characters."


def _unchanged(source: LoadedLeaflet, text: PartText) -> Iterator[str]:
    """The numbers, phone numbers, addresses and fields that both languages must have."""
    contacts, bare = apart(text.text)
    yield from contacts
    numbers = (each.written for each in quantities_in(bare, source.leaflet.language))
    yield from dict.fromkeys(numbers)


def _described(leaflet: BaseModel, path: ModelPath) -> tuple[str, int | None]:
    """What the model says of a text's key, and how long its text may be."""
    owner: Any = leaflet
    part, name = leaflet, ""
    for step in path:
        if isinstance(step, str):
            part, name = owner, step
        owner = owner[step] if isinstance(step, int) else getattr(owner, step)
    field = type(part).model_fields[name]
    limits = [limit for limit in _limits((field.annotation, *field.metadata)) if limit is not None]
    return field.description or "", min(limits, default=None)


def _limits(items: tuple[Any, ...]) -> Iterator[int | None]:
    for item in items:
        if isinstance(item, StringConstraints):
            yield item.max_length
        yield from _limits(get_args(item) + tuple(getattr(item, "__metadata__", ())))
