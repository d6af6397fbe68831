"""The entries at a leaflet's end, in words: terms explained, who helps further, sources and what rests on them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from handoutgen.content.markdown.inline import Text
from handoutgen.content.record import GlossaryEntry, Source, Support
from handoutgen.story.addresses import Cited, EndOfAddress, end_of, numbers_to_call, printed_address, site_of
from handoutgen.story.citing import NamesSources
from handoutgen.story.voice import SharedVoice


def glossary_words(voice: SharedVoice, entry: GlossaryEntry) -> list[Text]:
    """A term in bold, then what it means."""
    return [Text(entry.term + voice.word("colon"), strong=True), *voice.phrase(entry.meaning)]


def support_words(voice: SharedVoice, place: Support) -> list[Text]:
    """An organisation, its number unless that is its name, what it offers, and its page."""
    said: list[Text] = [Text(place.name, strong=True)]
    if place.phone and place.phone not in place.name:
        said += [Text(", ", strong=True), *numbers_to_call(place.phone)]
    if place.text:
        said += [Text(" " if said[-1].text.endswith(".") else ". "), *voice.phrase(place.text)]
    if place.web:
        said += [Text(" "), Text(printed_address(place.web), link=place.web)]
    return said


def sources_by_publisher(sources: Sequence[Source]) -> list[list[Text]]:
    """The sources run in, a paragraph for each publisher and site: "NHS (nhs.uk): 1. Leg cramps; 2. Baclofen."; the
    end of an address where the title does not tell it. Each title leads to its page."""
    numbers = source_numbers(sources)
    groups: dict[tuple[str, str], list[Text]] = {}
    for source in sources:
        said = groups.setdefault(_group_of(source), [])
        said += [Text("; " if said else ""), Text(f"{numbers[source.id]}.\u00a0"), *_titled(source)]
    return [
        [part for part in (*_published(publisher, site), *said, Text(".")) if part.text]
        for (publisher, site), said in groups.items()
    ]


def source_numbers(sources: Sequence[Source]) -> dict[str, int]:
    """The number of each source by its id: counted as they are printed, publisher by publisher."""
    groups = list(dict.fromkeys(map(_group_of, sources)))
    printed = sorted(sources, key=lambda source: groups.index(_group_of(source)))
    return {source.id: number for number, source in enumerate(printed, start=1)}


def _group_of(source: Source) -> tuple[str, str]:
    """Publisher and site."""
    return source.publisher, site_of(source.web) if source.web else ""


def _published(publisher: str, site: str) -> list[Text]:
    is_told = not site or site.casefold() in publisher.casefold() or _is_named_after(site, publisher)
    return [Text(publisher, strong=True), Text(": " if is_told else f" ({site}): ")]


def _is_named_after(site: str, publisher: str) -> bool:
    """Whether a site bears its publisher's name, or the first word of it: nhsfife.org is NHS Fife's."""
    words = re.findall(r"\w+", publisher.casefold())
    return bool({"".join(words), *words[:1]} & set(site.casefold().split(".")[:-1]))


def _titled(source: Source) -> list[Text]:
    """A source's title and year, and the end of its address."""
    title = f"{source.title} ({source.year})" if source.year else source.title
    if not source.web:
        return [Text(title)]
    end = end_of(source.web)
    said = [] if _tells(source.title, end) else [EndOfAddress(f" (…/{end})")]
    return [Cited(title, link=source.web, publisher=source.publisher), *said]


def _tells(title: str, end: str) -> bool:
    """Whether a title has most of the words at the end of an address, or that has none: whoever looks for the one finds
    the other."""
    words, named = _words(end), set(_words(title))
    return 2 * sum(word in named for word in words) >= len(words)


def _words(text: str) -> list[str]:
    """Words of three letters or more, without codes such as PMC1463088."""
    return [word for word in re.findall(r"\w{3,}", text.casefold()) if word.isalpha()]


def sources_note(voice: SharedVoice, sources: Sequence[Source], parts: Sequence[NamesSources]) -> list[Text]:
    """Which sources each part rests on, by number, in one sentence; empty where none names any."""
    numbers = source_numbers(sources)
    found = [
        voice.word("sources_of", title=part.title, sources=_listed({numbers[ident] for ident in part.sources}))
        for part in parts
        if part.sources
    ]
    if not found:
        return []
    said = f"{voice.word('between_items')} ".join(found) + voice.word("full_stop")
    return [Text(voice.word("sources_by_part") + voice.word("colon"), strong=True), Text(said)]


def _listed(numbers: Iterable[int]) -> str:
    """ "1, 5, 7"."""
    return ", ".join(map(str, sorted(numbers)))
