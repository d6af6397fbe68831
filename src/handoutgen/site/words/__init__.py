"""The site's own words, from the YAML file beside this module.

The pages speak English: there are no words in another language yet, and nobody's language is guessed at. What a leaflet
says in another language is marked with it (`lang`).
"""

from __future__ import annotations

from pathlib import Path

from handoutgen.content.yaml.installed import read_installed
from handoutgen.language import language_of
from handoutgen.memory import Once
from handoutgen.web.words import ENGLISH, InterfaceWords, words_from

USUAL_ENGLISH = "en-GB"
_FILE = Path(__file__).with_name("english.yaml")


def site_words() -> InterfaceWords:
    """The words, by group and key, such as "find.title"."""
    return _english()


def page_language(locale: str | None) -> str:
    """The tag of the pages' language: English as it is written there, for its dates, or else British."""
    return locale if locale and language_of(locale).primary == ENGLISH else USUAL_ENGLISH


@Once
def _english() -> InterfaceWords:
    return words_from(ENGLISH, read_installed(_FILE))
