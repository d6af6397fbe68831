"""What a web page says around the leaflet: the emergency number, its controls, and which numbers in its texts can be
dialled.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct

from handoutgen import bounds
from handoutgen.content.markdown.inline import Text
from handoutgen.content.model import Leaflet
from handoutgen.language import language_of
from handoutgen.memory import remembered
from handoutgen.story.addresses import number_to_call
from handoutgen.story.help import help_title, in_an_emergency, number_for
from handoutgen.story.record import code_and_version
from handoutgen.story.voice import Runs, Voice
from handoutgen.unbreakable import kept_together, numbers_to_dial, phone_numbers

PAGE_WORDS = (
    "page_skip", "page_size", "page_size_normal", "page_size_large", "page_size_largest", "page_contents", "page_try",
    "page_row", "page_write", "page_keep", "page_keep_more", "page_delete", "page_print", "page_private", "draft",
)  # fmt: skip
"""The fixed words that a page adds."""
SERVICE_NUMBERS: Mapping[str, tuple[str, ...]] = {
    "GB": ("999", "112", "111"), "IE": ("999", "112"), "US": ("911", "988"), "CA": ("911", "988", "811"),
    "AU": ("000",), "NZ": ("111",), "": ("112",),
}  # fmt: skip
"""Numbers of three figures that are called for help in a region; elsewhere Europe's."""

_FIGURE = re.compile(r"\d\d")


class SurroundingWords(Struct, frozen=True):
    """What stands around the leaflet."""

    texts: Mapping[str, str]
    emergency: Runs
    """ "In an emergency, call 999.", with the number as a link."""
    help_title: str
    code: str
    """Which leaflet it is, and which version: by this a device keeps what its reader ticks."""
    numbers: tuple[str, ...]
    """Short numbers that can be dialled wherever they stand."""


def page_words(voice: Voice, leaflet: Leaflet) -> SurroundingWords:
    """The words around a leaflet for one clinic, or for none. Raises HandoutError for words that its language lacks."""
    number = number_for(voice, "emergency")
    region = language_of(voice.locale).region
    return SurroundingWords(
        {key: voice.words.get(key) for key in PAGE_WORDS},
        tuple(part if part.link else Text(part.text) for part in in_an_emergency(voice)),
        help_title(voice, leaflet.help.title),
        code_and_version(voice, leaflet),
        tuple(filter(None, dict.fromkeys((number, *SERVICE_NUMBERS.get(region, SERVICE_NUMBERS[""]))))),
    )


def dialled(runs: Runs, short: Sequence[str], *, remembers: bool = True) -> list[Text]:
    """The same words, with each phone number that is no link yet as one that can be dialled: whole numbers, and the
    `short` ones where they stand alone. Words for one person must not be remembered."""
    find = _remembered_numbers if remembers else _numbers_in
    return [part for run in runs for part in (_parted(run, find(run.text, tuple(short))) if _may(run) else (run,))]


def _may(run: Text) -> bool:
    return type(run) is Text and not run.link and _FIGURE.search(run.text) is not None


def _parted(run: Text, places: Sequence[tuple[int, int]]) -> list[Text]:
    parts, at = [], 0
    for start, end in places:
        number = number_to_call(run.text[start:end])
        parts += [Text(run.text[at:start], run.strong), Text(number.text, run.strong, number.link)]
        at = end
    return [part for part in (*parts, Text(run.text[at:], run.strong)) if part.text]


def _numbers_in(text: str, short: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    """Where the numbers in a text stand that can be dialled."""
    kept = kept_together(text)
    addresses = [(each.start, each.end) for each in kept if each.address]
    found = [(a.start, a.end) for a in numbers_to_dial(text) if not _touches(addresses, a.start, a.end)]
    taken = [(each.start, each.end) for each in (*phone_numbers(text), *kept)]
    alone = "|".join(map(re.escape, short))
    for match in re.finditer(rf"(?<![\w.,:/+-])(?<!\d )(?:{alone})(?![\w%°]|[.,:/-]\d| \d)", text):
        if not _touches(taken, *match.span()):
            found.append(match.span())
    return tuple(sorted(found))


def _touches(taken: Sequence[tuple[int, int]], first: int, last: int) -> bool:
    return any(start < last and first < end for start, end in taken)


@remembered(bounds.PHRASES_OF_PAGES)
def _remembered_numbers(text: str, short: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    """The same of what hundreds of clinics' pages say."""
    return _numbers_in(text, short)
