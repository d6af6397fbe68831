"""The program's own words on the page, by language: headings, labels, help levels, dates.

Translators work on the YAML files beside this module; a regional file (en-US) says only what differs from its base
(en). A project's own `words/<tag>.yaml` goes before the program's. What no file has is `missing`: a leaflet that lacks
a word is refused with its key, for nobody shall find a line of English in a page of another language.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from msgspec import Struct

from handoutgen import bounds
from handoutgen.content.words_file import CALENDAR, MOST_BYTES, WordsFile, counted_in, english_of, keys_of, words_in
from handoutgen.content.yaml.file import read_content
from handoutgen.diagnostics import Diagnostic
from handoutgen.errors import HandoutError, InternalError
from handoutgen.language import language_of
from handoutgen.memory import Once, remembered

_FOLDER = Path(__file__).parent / "fixed_words"
ENGLISH = "en"
WORDS = "words"
"""The folder of a project that holds words of its own, beside its `handouts`."""
_OF_PLURALS = ("HG021", "HG022")
"""Forms that a file has too many or too few: that a newer CLDR counts another way must stop no leaflet of ours, since
"other" serves for all. `tests/content/test_fixed_words.py` holds our files to the CLDR of the day."""
_SOME_DAY = date(2026, 11, 26)


class Words(Struct, frozen=True):
    """Fixed words of one language."""

    language: str
    texts: Mapping[str, str]
    """By key; a plural form by "key.few"."""
    missing: tuple[str, ...] = ()
    """The keys that no file has in this language."""
    is_draft: bool = False
    """Whether some of them were translated and no native reader has checked them."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """What is wrong in the project's own files."""
    own: str = ""
    """A digest of the project's own files; empty where there are none."""

    def __repr__(self) -> str:
        return f"Words({self.language!r})"

    def get(self, key: str, **values: object) -> str:
        """The words for a key, with `{name}` filled from `values`; a whole number `count` also chooses the form.
        Raises HandoutError for a key that the language lacks. KeyError for an unknown key: our bug."""
        text = self.texts.get(key)
        if text is None:
            text = self._form(key, values.get("count"))
        for name, value in values.items():
            text = text.replace(f"{{{name}}}", str(value))
        return text

    def _form(self, key: str, count: object) -> str:
        plural = language_of(self.language).plural_of(count) if isinstance(count, int) else "other"
        text = self.texts.get(f"{key}.{plural}", self.texts.get(f"{key}.other"))
        if text is not None:
            return text
        if key in self.missing:
            raise HandoutError(
                f"There are no fixed words “{key}” in {language_of(self.language).english_name}.",
                f"Add {key} to {WORDS}/{self.language}.yaml in the project (docs/languages.md).",
            )
        raise KeyError(key)

    def __contains__(self, key: object) -> bool:
        return key in self.texts

    def day(self, day: date) -> str:
        """A day with its month in full: 22 November 2026, or November 22, 2026."""
        if "date" in self:
            return self.get("date", day=day.day, month=self._month_name(day), year=day.year)
        known = language_of(self.language).conventions
        return (known.day(day) if known else "") or self.get("date")

    def month(self, day: date) -> str:
        """A month in full: November 2026."""
        if "month_year" in self:
            return self.get("month_year", month=self._month_name(day), year=day.year)
        known = language_of(self.language).conventions
        return (known.month(day) if known else "") or self.get("month_year")

    def short_month(self, day: date) -> str:
        """The same with the month's name abbreviated, where a file or CLDR says how: Nov 2026."""
        if f"short_month_{day.month}" in self and "month_year" in self:
            return self.get("month_year", month=self.get(f"short_month_{day.month}"), year=day.year)
        known = None if "month_year" in self else language_of(self.language).conventions
        return (known.short_month(day) if known else "") or self.month(day)

    def weekday(self, number: int) -> str:
        """The short name of a day of the week, 1 for Monday."""
        key = f"weekday_{number}"
        known = None if key in self else language_of(self.language).conventions
        return known.weekdays[number - 1] if known and known.weekdays else self.get(key)

    def _month_name(self, day: date) -> str:
        key = f"month_{day.month}"
        known = None if key in self else language_of(self.language).conventions
        return known.months[day.month - 1] if known and known.months else self.get(key)


def words_for(language: str, folders: tuple[Path, ...] = ()) -> Words:
    """The words for a language tag: what the files for it and for what is more general say together. The program's
    words come first, then those of a project's `folders` in their order; these are read again when they change. Raises
    HandoutError when one of them cannot be read."""
    return _words_of(language, tuple(_project_files(language, folders)))


def languages_with_words() -> tuple[str, ...]:
    """The languages that have a file of fixed words."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.yaml")))


def format_date(day: date, language: str) -> str:
    """A day with its month in full, in a language: see `Words.day`."""
    return words_for(language).day(day)


def format_month(day: date, language: str) -> str:
    """A month in full, in a language: see `Words.month`."""
    return words_for(language).month(day)


def read_words_file(path: Path) -> WordsFile:
    """A project's file of fixed words, with what is wrong in it. Raises HandoutError when it cannot be read."""
    return words_in(read_content(path, MOST_BYTES), path.as_posix(), path.stem, _english_bytes())


def _project_files(language: str, folders: tuple[Path, ...]) -> Iterator[tuple[str, str, bytes]]:
    """The tags, names and bytes of the project's files that serve a language."""
    for folder in folders:
        for tag in language_of(language).words_from if folder.is_dir() else ():
            path = folder / f"{tag}.yaml"
            if path.is_file():
                yield tag, path.as_posix(), read_content(path, MOST_BYTES)


@remembered(bounds.FIXED_WORDS)
def _words_of(language: str, project: tuple[tuple[str, str, bytes], ...]) -> Words:
    spoken = language_of(language)
    files = [(tag, ours) for tag in spoken.words_from if (ours := _ours(tag))]
    own = [(tag, words_in(data, name, tag, _english_bytes())) for tag, name, data in project]
    texts: dict[str, str] = {}
    for _, read in (*files, *own):
        texts.update(read.texts)
    is_draft = spoken.primary != ENGLISH and any(read.texts and not read.reviewed_by for _, read in (*files, *own))
    found = tuple(finding for _, read in own for finding in read.diagnostics)
    digest = hashlib.sha256(repr(project).encode()).hexdigest() if project else ""
    return Words(language, texts, tuple(_missing(language, texts)), is_draft, found, digest)


def _missing(language: str, texts: Mapping[str, str]) -> Iterator[str]:
    """The keys of English that a language has no words for."""
    english = english_of(_english_bytes()).texts
    counted = counted_in(english)
    for key in keys_of(english):
        if key in counted:
            if f"{key}.other" not in texts:
                yield key
        elif key not in CALENDAR and key not in texts:
            yield key
    yield from _missing_of_calendar(language, texts)


def _missing_of_calendar(language: str, texts: Mapping[str, str]) -> Iterator[str]:
    """Keys of the calendar that neither a file nor CLDR has. Months are asked for where a file says how dates are
    written; for a short one its whole name will do."""
    lacking = [key for key in CALENDAR if key not in texts and not key.startswith("short_")]
    known = language_of(language).conventions if lacking else None
    of_dates = bool(known and known.day(_SOME_DAY)), bool(known and known.month(_SOME_DAY))
    there = dict(zip(("date", "month_year"), of_dates, strict=True))
    has_names = bool(known and known.months) or not ("date" in texts or "month_year" in texts)
    has_weekdays = bool(known and known.weekdays)
    for key in lacking:
        if not there.get(key, has_weekdays if key.startswith("weekday_") else has_names):
            yield key


def _ours(tag: str) -> WordsFile | None:
    """The program's own file for a tag. Raises InternalError when it cannot be read."""
    if not tag.replace("-", "").isalnum() or not (path := _FOLDER / f"{tag}.yaml").is_file():
        return None
    data = path.read_bytes()
    read = english_of(data) if tag == ENGLISH else words_in(data, path.name, tag, _english_bytes())
    broken = [found for found in read.diagnostics if found.code not in _OF_PLURALS]
    if broken:
        first = broken[0]
        raise InternalError(f"The fixed words in {path.name} cannot be read: line {first.span.line}, {first.message}.")
    return read


@Once
def _english_bytes() -> bytes:
    return (_FOLDER / f"{ENGLISH}.yaml").read_bytes()
