"""The story as a script for a person who reads it to somebody: as plain text, with how things are said in brackets."""

from __future__ import annotations

import re
from collections.abc import Callable
from math import ceil

from msgspec.structs import replace

from handoutgen.alternatives.plain_text import plain_text
from handoutgen.alternatives.read_aloud.retelling import for_the_ear
from handoutgen.alternatives.read_aloud.saying import Spoken, spoken
from handoutgen.content.markdown.inline import Text
from handoutgen.story.passages import Aside, Chart, Lines, Listed, Passage, Picture, Said, Story, StoryBlock, Tabled
from handoutgen.story.voice import Runs, Voice

WORDS_A_MINUTE = 130
"""Slower than one talks: the usual pace of a person who reads so that others can follow."""
_SAID = re.compile(r"\s\[=\s[^\]]*\]")


def script(story: Story, voice: Voice) -> bytes:
    """The whole leaflet as UTF-8, under how to read it and how long that takes."""
    heard = for_the_ear(story)
    minutes = ceil(len(plain_text(heard).split()) / WORDS_A_MINUTE)
    note = Said([Text(f"{voice.word('script_note')} {voice.word('script_minutes', minutes=minutes)}")])
    told = _told(heard, _Brackets(story.language))
    return plain_text(replace(told, opening=(note, *told.opening)))


def words_of_script(data: bytes) -> str:
    """The words as they are written, without how they are said."""
    return _SAID.sub("", data.decode("utf-8"))


class _Brackets:
    """Tells how things are said: numbers and addresses each time, a unit and an abbreviation the first time."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._told: set[str] = set()

    def __call__(self, text: str) -> str:
        """ "5 mg [= milligrams]"."""
        return "".join(map(self._part, spoken(text, self._language)))

    def _part(self, part: Spoken) -> str:
        if not part.said or part.written in self._told:
            return part.written
        if part.written.isalpha():
            self._told.add(part.written)
        return f"{part.written} [= {part.said.strip()}]"


def _told(story: Story, say: Callable[[str], str]) -> Story:
    """The story with each of its texts said by `say`."""

    def runs(words: Runs) -> tuple[Text, ...]:
        return tuple(Text(say(run.text), run.strong) for run in words)

    def passage(told: Passage) -> Passage:
        inner = tuple(passage(each) if isinstance(each, Passage) else block(each) for each in told.blocks)
        return replace(told, title=runs(told.title), blocks=inner)

    def block(told: StoryBlock) -> StoryBlock:
        match told:
            case Said():
                return replace(told, words=runs(told.words))
            case Listed():
                return replace(told, items=tuple(tuple(map(block, item)) for item in told.items), title=say(told.title))
            case Picture():
                labels = tuple(map(say, told.labels))
                return replace(told, alt=say(told.alt), caption=runs(told.caption), labels=labels)
            case Aside():
                return replace(told, title=say(told.title), blocks=tuple(map(block, told.blocks)))
            case Chart():
                return replace(told, example=runs(told.example), columns=tuple(map(say, told.columns)))
            case Lines() | Tabled():
                return told

    return replace(
        story, title=say(story.title), opening=tuple(map(block, story.opening)),
        message=tuple(map(block, story.message)), passages=tuple(map(passage, story.passages)),
    )  # fmt: skip
