"""What writes each alternative to paper, and reads its words back: one record for each of `formats.ALTERNATIVES`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from handoutgen.alternatives.braille.brf import braille, words_of_braille
from handoutgen.alternatives.braille.codes import Grade
from handoutgen.alternatives.braille.pages import BraillePaper
from handoutgen.alternatives.email_text import email_text, words_of_email
from handoutgen.alternatives.epub.book import epub, words_of_epub
from handoutgen.alternatives.plain_text import plain_text
from handoutgen.alternatives.read_aloud.audio import audio, words_of_audio
from handoutgen.alternatives.read_aloud.script import script, words_of_script
from handoutgen.alternatives.read_aloud.ssml import ssml, words_of_ssml
from handoutgen.alternatives.web_page.dress import Dress
from handoutgen.alternatives.web_page.page import web_page
from handoutgen.alternatives.web_page.reading_back import words_of_page
from handoutgen.content.model import Leaflet
from handoutgen.formats import Options
from handoutgen.story.page_words import page_words
from handoutgen.story.passages import Story
from handoutgen.story.voice import Voice


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


def _braille(grade: Grade) -> Writer:
    def paper(telling: Telling) -> BraillePaper:
        return BraillePaper(telling.options.cells, telling.options.lines)

    return Writer(
        lambda telling: braille(telling.story, grade, paper(telling)),
        lambda data, telling: words_of_braille(data, telling.story, grade, paper(telling)),
    )


WRITERS: Mapping[str, Writer] = MappingProxyType({
    "audio": Writer(lambda t: audio(t.story, t.options.voice), lambda data, t: words_of_audio(data, t.story)),
    "braille": _braille(2),
    "braille-1": _braille(1),
    "email": Writer(lambda t: email_text(t.story), _read(words_of_email)),
    "epub": Writer(
        lambda t: epub(t.story, page_words(t.voice, t.leaflet), t.dress(), t.leaflet.review.published),
        _read(words_of_epub),
    ),
    "html": Writer(lambda t: web_page(t.story, page_words(t.voice, t.leaflet), t.dress()), _read(words_of_page)),
    "script": Writer(lambda t: script(t.story, t.voice), _read(words_of_script)),
    "ssml": Writer(lambda t: ssml(t.story), _read(words_of_ssml)),
    "text": Writer(lambda t: plain_text(t.story, crlf=t.options.crlf), _read(bytes.decode)),
})  # fmt: skip
"""By the names of `formats.ALTERNATIVES`."""
