"""What writes each alternative to paper, and reads its words back: one record for each of `formats.ALTERNATIVES`.

A record is made when it is asked for, and what it needs is imported then: most commands make none.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from handoutgen.content.model import Leaflet
from handoutgen.formats import Options
from handoutgen.story.page_words import page_words
from handoutgen.story.passages import Story
from handoutgen.story.voice import Voice

if TYPE_CHECKING:
    from handoutgen.alternatives.braille.codes import Grade
    from handoutgen.alternatives.web_page.dress import Dress


class Telling(NamedTuple):
    """What an alternative is written from."""

    story: Story
    leaflet: Leaflet
    voice: Voice
    options: Options
    dress: Callable[[], Dress]
    """What it looks like, for those that are seen."""


class Writer(NamedTuple):
    """What writes an alternative, and reads the words back from what was written."""

    write: Callable[[Telling], bytes]
    words: Callable[[bytes, Telling], str]


def _read(words: Callable[[bytes], str]) -> Callable[[bytes, Telling], str]:
    """Reads what needs nothing but itself to be read."""
    return lambda data, _: words(data)


def _audio() -> Writer:
    from handoutgen.alternatives.read_aloud.audio import audio, words_of_audio

    return Writer(lambda t: audio(t.story, t.options.voice), lambda data, t: words_of_audio(data, t.story))


def _braille(grade: Grade) -> Writer:
    from handoutgen.alternatives.braille.brf import braille, words_of_braille
    from handoutgen.alternatives.braille.pages import BraillePaper

    def paper(telling: Telling) -> BraillePaper:
        return BraillePaper(telling.options.cells, telling.options.lines)

    return Writer(
        lambda telling: braille(telling.story, grade, paper(telling)),
        lambda data, telling: words_of_braille(data, telling.story, grade, paper(telling)),
    )


def _email() -> Writer:
    from handoutgen.alternatives.email_text import email_text, words_of_email

    return Writer(lambda t: email_text(t.story), _read(words_of_email))


def _epub() -> Writer:
    from handoutgen.alternatives.epub.book import epub, words_of_epub

    def book(telling: Telling) -> bytes:
        words = page_words(telling.voice, telling.leaflet)
        return epub(telling.story, words, telling.dress(), telling.leaflet.review.published)

    return Writer(book, _read(words_of_epub))


def _html() -> Writer:
    from handoutgen.alternatives.web_page.page import web_page
    from handoutgen.alternatives.web_page.reading_back import words_of_page

    return Writer(lambda t: web_page(t.story, page_words(t.voice, t.leaflet), t.dress()), _read(words_of_page))


def _script() -> Writer:
    from handoutgen.alternatives.read_aloud.script import script, words_of_script

    return Writer(lambda t: script(t.story, t.voice), _read(words_of_script))


def _ssml() -> Writer:
    from handoutgen.alternatives.read_aloud.ssml import ssml, words_of_ssml

    return Writer(lambda t: ssml(t.story), _read(words_of_ssml))


def _text() -> Writer:
    from handoutgen.alternatives.plain_text import plain_text

    return Writer(lambda t: plain_text(t.story, crlf=t.options.crlf), _read(bytes.decode))


WRITERS: Mapping[str, Callable[[], Writer]] = MappingProxyType({
    "audio": _audio,
    "braille": partial(_braille, 2),
    "braille-1": partial(_braille, 1),
    "email": _email,
    "epub": _epub,
    "html": _html,
    "script": _script,
    "ssml": _ssml,
    "text": _text,
})  # fmt: skip
"""By the names of `formats.ALTERNATIVES`."""
