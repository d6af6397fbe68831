"""The page's own words, by language of the page, from the YAML files beside this module.

A file has every key of English with the same fields in it; one that has not is our bug and is told when it is read, so
that no page is half in another language. Where a language has a form of its own for some numbers, a second key has it:
`pages_one` for {n} = 1 (and `_two`, `_few`, `_many`; by CLDR's plural rules).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from handoutgen import bounds
from handoutgen.content.yaml.installed import read_installed
from handoutgen.errors import InternalError
from handoutgen.language import Direction, language_of
from handoutgen.memory import remembered

ENGLISH = "en"
DRAFT = "draft"
"""The key of the one sentence that English has not: that no native reader has checked the words."""
FORMS = ("one", "two", "few", "many")
"""Kinds of numbers that may have a form of their own; all others have the key itself."""
_FOLDER = Path(__file__).parent
_FIELD = re.compile(r"\{(\w+)\}")
_FORM = re.compile(rf"(.+)_(?:{'|'.join(FORMS)})")


class InterfaceWords(Struct, frozen=True):
    """The words of one language."""

    language: str
    texts: Mapping[str, str]
    """By group and key, such as "find.title"."""
    lists: Mapping[str, tuple[str, ...]]
    """Words that belong together, such as the heads of a table, by group and key."""
    draft: str = ""
    """That no native reader has checked the words, in the language; empty where one has."""

    def __repr__(self) -> str:
        return f"InterfaceWords({self.language!r})"

    @property
    def direction(self) -> Direction:
        """Which way the page runs."""
        return language_of(self.language).direction

    @property
    def own_name(self) -> str:
        """The language as its speakers call it."""
        return self.texts["nav.own_name"]

    def get(self, key: str, **values: object) -> str:
        """The words for a key, with `{name}` filled from `values`; a whole number `n` also chooses the form. KeyError
        for an unknown key or a field without a value: our bug."""
        number = values.get("n")
        form = f"{key}_{language_of(self.language).plural_of(number)}" if isinstance(number, int) else key
        return _FIELD.sub(lambda found: str(values[found[1]]), self.texts.get(form) or self.texts[key])


def interface_languages() -> tuple[str, ...]:
    """The languages that the page is there in, English first."""
    return tuple(sorted((path.stem for path in _FOLDER.glob("*.yaml")), key=lambda tag: (tag != ENGLISH, tag)))


@remembered(bounds.FIXED_WORDS)
def interface_words(language: str) -> InterfaceWords:
    """The words for a language tag; English for a language that the page is not there in. Raises InternalError when
    the file is not in step with English."""
    known = interface_languages()
    tag = next((tag for tag in (language, language_of(language).primary) if tag in known), ENGLISH)
    words = words_from(tag, read_installed(_FOLDER / f"{tag}.yaml"))
    problems = differences(words, interface_words(ENGLISH)) if tag != ENGLISH else ()
    if problems:
        raise InternalError(f"The page's words in {tag}.yaml are not those of English: {'; '.join(problems)}.")
    return words


def words_from(language: str, values: Mapping[str, Any]) -> InterfaceWords:
    """The words of a file's values: groups of keys, and perhaps the sentence on the draft."""
    groups = {name: group for name, group in values.items() if name != DRAFT}
    flat = {f"{name}.{key}": value for name, group in groups.items() for key, value in group.items()}
    texts = {key: value for key, value in flat.items() if isinstance(value, str)}
    lists = {key: tuple(value) for key, value in flat.items() if isinstance(value, list)}
    return InterfaceWords(language, texts, lists, values.get(DRAFT, ""))


def differences(words: InterfaceWords, english: InterfaceWords) -> tuple[str, ...]:
    """What is missing from a language's words, what is too much in them, and which fields are not the same."""
    return (*_text_differences(words.texts, english.texts), *_list_differences(words.lists, english.lists))


def _text_differences(texts: Mapping[str, str], english: Mapping[str, str]) -> Iterator[str]:
    for key in english:
        if key not in texts and not _is_form_in(english, key):
            yield f"{key} is missing"
    for key, text in texts.items():
        form_of = _is_form_in(texts, key)
        ours = english.get(form_of or key)
        if ours is None:
            yield f"{key} is not in English"
            continue
        fields = set(_FIELD.findall(ours))
        own = set(_FIELD.findall(text))
        if form_of and "n" not in fields:
            yield f"{key} is a form of a text without {{n}}"
        elif own != fields and not (form_of and own == fields - {"n"}):
            yield f"{key} has other fields"


def _is_form_in(texts: Mapping[str, str], key: str) -> str:
    """The key that this one is a form of; empty for one that stands for itself."""
    found = _FORM.fullmatch(key)
    return found[1] if found and found[1] in texts else ""


def _list_differences(lists: Mapping[str, tuple[str, ...]], english: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    yield from (f"{key} is missing" for key in english if key not in lists)
    for key, items in lists.items():
        if key not in english:
            yield f"{key} is not in English"
        elif [set(_FIELD.findall(item)) for item in items] != [set(_FIELD.findall(item)) for item in english[key]]:
            yield f"{key} has other entries"
