"""Texts that came back from a translator, and the leaflet in both languages as it is now → what to write, what to
record as following the source, what is left out and why, and every reason to refuse the file as a whole.

Texts are found by name and held against the source by their words. A text whose source has changed since it was sent is
never written: its part stays behind, and is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from handoutgen.approval.inline_text import written_lines
from handoutgen.content.markdown.blocks import MarkdownProblem
from handoutgen.content.markdown.inline import phrase_unfilled, prose_unfilled
from handoutgen.content.text_kinds import TextKind
from handoutgen.content.yaml.nodes import ModelPath
from handoutgen.content.yaml.reader import REFUSED_SIGNS
from handoutgen.diagnostics import Diagnostic
from handoutgen.translation.exchange.model import NO_TEXT, ExchangeFile, ExchangeState, ExchangeText, finding
from handoutgen.translation.parts import PartText
from handoutgen.translation.step import PartStep, StepState

_ADD_IT = "add it to the translation's file in the words of the source, then export again."


class Incoming(Struct, frozen=True):
    """What a file asks for."""

    texts: Mapping[ModelPath, str]
    """New words by place; nothing that says what is there already."""
    lines: Mapping[ModelPath, int]
    """Where each text of the file stands in it, by its place in the translation."""
    changed: tuple[str, ...]
    """Parts that get other words."""
    follow: tuple[str, ...]
    """Parts to record as following the source as it is now."""
    moved: tuple[str, ...]
    """Parts left as they are: their source has changed since they were sent."""
    open: tuple[str, ...]
    """Parts that do not follow the source and of which a text has neither other words nor the state translated, or
    did not come back."""
    refused: tuple[Diagnostic, ...]
    """Reasons to write nothing at all."""


def incoming(file: ExchangeFile, path: Path, steps: tuple[PartStep, ...]) -> Incoming:
    """Hold a file against the parts as they are now; `path` is the file's name in messages."""
    sources = {text.name: (step, text) for step in steps if step.source for text in step.source.texts}
    made = {text.name: text for step in steps if step.translation for text in step.translation.texts}
    refused = tuple(_refused(file, path, sources, made))
    fit = [text for text in file.texts if text.name in sources and text.name in made]
    moved = dict.fromkeys(
        sources[text.name][0].key for text in fit if not says_the_same(text.source, sources[text.name][1])
    )
    taken = [text for text in fit if sources[text.name][0].key not in moved and text.target]
    new = {text.name: text for text in taken if not says_the_same(text.target, made[text.name])}
    done = {text.name for text in taken if text.name in new or text.state is not ExchangeState.INITIAL}
    came = {sources[text.name][0].key for text in taken}
    behind = [step for step in steps if step.key in came and step.state is not StepState.IN_STEP and step.source]
    follow = [step.key for step in behind if step.source and all(text.name in done for text in step.source.texts)]
    return Incoming(
        {made[name].path: _clean(text.target) for name, text in new.items()},
        {made[text.name].path: text.line for text in fit},
        tuple(dict.fromkeys(sources[name][0].key for name in new)),
        tuple(follow),
        tuple(moved),
        tuple(step.key for step in behind if step.key not in follow),
        refused,
    )


def says_the_same(text: str, there: PartText) -> bool:
    """Whether a text is the same but for how its lines are broken."""
    return tuple(written_lines(_clean(text), there.kind)) == tuple(written_lines(there.text, there.kind))


def _clean(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.replace("\r\n", "\n").split("\n")).strip()


def _refused(
    file: ExchangeFile, path: Path, sources: Mapping[str, tuple[PartStep, PartText]], made: Mapping[str, PartText]
) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for text in file.texts:
        told = _reason(text, sources, made, seen)
        seen.add(text.name)
        if told:
            yield finding(path, NO_TEXT, *told, text.line)


def _reason(
    text: ExchangeText,
    sources: Mapping[str, tuple[PartStep, PartText]],
    made: Mapping[str, PartText],
    seen: set[str],
) -> tuple[str, str] | None:
    """Why a text cannot be taken, and what to do."""
    if text.name in seen:
        return f'"{text.name}" is there twice', "leave one of the two."
    if text.name not in sources:
        return f'the source has no text "{text.name}"', "leave the keys as they were sent."
    if text.name not in made:
        return f'the translation has no place for "{text.name}"', _ADD_IT
    if not text.target:
        return f'"{text.name}" has no translation', "have it translated, or take the text out of the file."
    if problem := _not_printable(text.target, made[text.name].kind):
        return f'"{text.name}" cannot be printed: {problem}', "mend the translation."
    return None


def _not_printable(text: str, kind: TextKind) -> str:
    if sign := REFUSED_SIGNS.search(text):
        return f"it has a sign that no leaflet may hold (U+{ord(sign[0]):04X})"
    try:
        if kind == "prose":
            prose_unfilled(_clean(text))
        elif kind == "phrase":
            phrase_unfilled(_clean(text))
    except MarkdownProblem as problem:
        return problem.problems[0].message
    return ""
