"""The site's own words, by language, from the YAML files beside this module; and which language a page speaks.

A file has every key of English with the same fields in it, as the words of the desk's page do (`web.words`); one that
has not is our bug and is told when it is read, so that no page is half in another language.
"""

from __future__ import annotations

from pathlib import Path

from handoutgen import bounds
from handoutgen.content.yaml.installed import read_installed
from handoutgen.errors import InternalError
from handoutgen.language import language_of, locale_for
from handoutgen.memory import Once, remembered
from handoutgen.web.words import ENGLISH, InterfaceWords, differences, words_from

USUAL_ENGLISH = "en-GB"
_FOLDER = Path(__file__).parent


def site_languages() -> tuple[str, ...]:
    """The languages that the pages are there in, English first."""
    return _known()


def site_words(language: str) -> InterfaceWords:
    """The words for a language tag, by group and key such as "find.title"; English for a language that the site is not
    there in. Raises InternalError when a file is not in step with English."""
    return _words_in(_words_for(language) or ENGLISH)


def language_of_index(locale: str | None) -> str:
    """The language of a clinic's list of leaflets: the clinic's own, or else British English."""
    return locale if locale and _words_for(locale) else USUAL_ENGLISH


def language_of_page(language: str, locale: str | None) -> str:
    """The language of the page of a leaflet in a `language`: the leaflet's, as its clinic writes it; that of the
    clinic's list where the site is not there in it."""
    return locale_for(language, locale) if _words_for(language) else language_of_index(locale)


def common_language(locales: frozenset[str | None]) -> str:
    """The language of a page over several clinics: theirs where all have the same, or else British English."""
    return language_of_index(next(iter(locales))) if len(locales) == 1 else USUAL_ENGLISH


def _words_for(language: str) -> str:
    """The file that serves a tag, the narrowest first; empty where none does."""
    return next((tag for tag in reversed(language_of(language).words_from) if tag in _known()), "")


@Once
def _known() -> tuple[str, ...]:
    return tuple(sorted((path.stem for path in _FOLDER.glob("*.yaml")), key=lambda tag: (tag != ENGLISH, tag)))


@remembered(bounds.FIXED_WORDS)
def _words_in(tag: str) -> InterfaceWords:
    words = words_from(tag, read_installed(_FOLDER / f"{tag}.yaml"))
    problems = differences(words, _words_in(ENGLISH)) if tag != ENGLISH else ()
    if problems:
        raise InternalError(f"The site's words in {tag}.yaml are not those of English: {'; '.join(problems)}.")
    return words
