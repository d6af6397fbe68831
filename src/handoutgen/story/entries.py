"""The entries at a leaflet's end, in words: terms explained, who helps further, sources and what rests on them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from handoutgen.content.markdown.inline import Text
from handoutgen.content.record import GlossaryEntry, Source, Support
from handoutgen.content.strategies import Strategy
from handoutgen.story.addresses import number_to_call, page_of, printed_address
from handoutgen.story.voice import SharedVoice


def glossary_words(voice: SharedVoice, entry: GlossaryEntry) -> list[Text]:
    """A term in bold, then what it means."""
    return [Text(entry.term + ": ", strong=True), *voice.phrase(entry.meaning)]


def support_words(voice: SharedVoice, place: Support) -> list[Text]:
    """An organisation, its number unless that is its name, what it offers, and its page."""
    said: list[Text] = [Text(place.name, strong=True)]
    if place.phone and place.phone not in place.name:
        said += [Text(", ", strong=True), number_to_call(place.phone)]
    if place.text:
        said += [Text(" " if said[-1].text.endswith(".") else ". "), *voice.phrase(place.text)]
    if place.web:
        said += [Text(" "), Text(printed_address(place.web), link=place.web)]
    return said


def source_words(source: Source) -> list[Text]:
    """Publisher, title, year, and enough of its address to find it: the link has the whole one."""
    year = f" ({source.year})" if source.year else ""
    said = [Text(f"{source.publisher}: {source.title}{year}.")]
    return [*said, Text(" "), Text(page_of(source.web), link=source.web)] if source.web else said


def sources_note(voice: SharedVoice, sources: Sequence[Source], strategies: Sequence[Strategy]) -> str:
    """Which sources to see for each strategy, by number; empty where none names any."""
    numbers = {source.id: index for index, source in enumerate(sources, start=1)}
    return " ".join(
        voice.word(
            "sources_of" if len(set(strategy.sources)) > 1 else "sources_of_one",
            title=strategy.title,
            sources=_listed(voice, {numbers[ident] for ident in strategy.sources}),
        )
        for strategy in strategies
        if strategy.sources
    )


def _listed(voice: SharedVoice, numbers: Iterable[int]) -> str:
    """ "1, 5 and 7"."""
    *before, last = map(str, sorted(numbers))
    return voice.word("last_of_numbers", numbers=", ".join(before), last=last) if before else last
