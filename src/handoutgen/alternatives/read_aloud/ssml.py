"""The story as SSML 1.1 (W3C), for a program that speaks it: chapters, sentences, pauses, and how things are said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count
from typing import assert_never
from xml.etree import ElementTree
from xml.sax.saxutils import escape, quoteattr

from handoutgen.alternatives.read_aloud.retelling import for_the_ear
from handoutgen.alternatives.read_aloud.saying import spoken
from handoutgen.story.isolating import without_isolates
from handoutgen.story.passages import Aside, Chart, Lines, Listed, Passage, Picture, Said, Story, StoryBlock, Tabled
from handoutgen.story.voice import words_of

_CONTROLS = dict.fromkeys((*range(32), *range(127, 160), 65534, 65535), " ")
PAUSES = {1: "1500ms", 2: "1200ms", 3: "900ms", 4: "700ms"}
"""Before what follows a heading of each level."""


def ssml(story: Story) -> bytes:
    """The whole leaflet as UTF-8; each part begins with a mark of its name, which a player can go to."""
    return ssml_of(story.language, [line for _, lines in spoken_parts(story) for line in lines])


def spoken_parts(story: Story) -> list[tuple[str, list[str]]]:
    """The leaflet's opening and each of its parts: its title, and its speech in lines of SSML."""
    heard = for_the_ear(story)
    speech = _Speech(story.language)
    opening = [*speech.blocks(heard.opening), *speech.heading(heard.title, 1), *speech.blocks(heard.message)]
    parts = [(words_of(passage.title), list(speech.passage(passage))) for passage in heard.passages]
    return [(heard.title, opening), *parts]


def ssml_of(language: str, said: Iterable[str]) -> bytes:
    """Lines of speech as one document in UTF-8."""
    root = f'<speak version="1.1" xmlns="http://www.w3.org/2001/10/synthesis" xml:lang={quoteattr(language)}>'
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', root, *said, "</speak>", ""]).encode("utf-8")


def words_of_ssml(data: bytes) -> str:
    """The words as they are written, without how they are said."""
    root = ElementTree.fromstring(data)  # noqa: S314 - ours
    return " ".join("".join(each.itertext()) for each in root)


class _Speech:
    """Writes paragraphs of speech in one language."""

    def __init__(self, language: str) -> None:
        self._language = language

    def heading(self, words: str, level: int) -> Iterator[str]:
        """A heading between pauses."""
        yield f'<break time="{PAUSES.get(level, PAUSES[4])}"/>'
        yield f'<p><s><emphasis level="moderate">{self._said(words)}</emphasis></s></p>'
        yield '<break time="600ms"/>'

    def passage(self, passage: Passage) -> Iterator[str]:
        """A stretch under its heading; a part and a strategy begin with a mark."""
        if passage.level == 2 or passage.number is not None:
            yield f"<mark name={quoteattr(passage.ident)}/>"
        yield from self.heading(words_of(passage.title), passage.level)
        for each in passage.blocks:
            yield from self.passage(each) if isinstance(each, Passage) else self.block(each)

    def blocks(self, blocks: Iterable[StoryBlock]) -> Iterator[str]:
        """Blocks one after another."""
        for each in blocks:
            yield from self.block(each)

    def block(self, block: StoryBlock) -> Iterator[str]:
        """One block as paragraphs."""
        match block:
            case Said(words):
                yield self._paragraph(words_of(words))
            case Listed():
                yield from self._list(block)
            case Picture():
                for said in (block.alt, *block.labels, words_of(block.caption)):
                    yield self._paragraph(said)
            case Aside():
                yield self._paragraph(block.title)
                yield from self.blocks(block.blocks)
            case Lines():
                yield from [self._paragraph(block.label)] * bool(block.label)
            case Chart():
                for said in (words_of(block.example), *block.columns):
                    yield self._paragraph(said)
            case Tabled():
                raise AssertionError("a table is rows for the ear")
            case _:
                assert_never(block)

    def _list(self, listed: Listed) -> Iterator[str]:
        if listed.title:
            yield self._paragraph(listed.title)
        for number, item in zip(count(listed.start), listed.items, strict=False):
            if listed.sign == "number":
                yield f"<p><s>{number}.</s></p>"
            yield from self.blocks(item)
            yield '<break time="300ms"/>'

    def _paragraph(self, words: str) -> str:
        return f"<p><s>{self._said(words)}</s></p>" if words else ""

    def _said(self, words: str) -> str:
        return "".join(
            f"<sub alias={quoteattr(part.said.strip())}>{escape(part.written)}</sub>"
            if part.said
            else escape(part.written)
            for part in spoken(without_isolates(words).translate(_CONTROLS), self._language)
        )
