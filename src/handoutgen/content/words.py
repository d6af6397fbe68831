"""The program's own words on the page, by language: headings, labels, help levels, dates.

Translators work on the YAML files beside this module; a regional file (en-US) says only what differs from its
base (en). What neither has comes from English, and `missing` tells which, so that nobody prints a mixed page unseen.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from handoutgen import bounds
from handoutgen.content.yaml.nodes import Scalar
from handoutgen.content.yaml.reader import read_yaml
from handoutgen.errors import InternalError
from handoutgen.language import language_of
from handoutgen.memory import remembered

_FOLDER = Path(__file__).parent / "fixed_words"


@dataclass(frozen=True, slots=True)
class Words:
    """Fixed words of one language. `missing` names the keys that had to be taken from English."""

    language: str
    texts: dict[str, str] = field(repr=False)
    missing: tuple[str, ...] = ()

    def get(self, key: str, **values: object) -> str:
        """The words for a key, with `{name}` filled from `values`. KeyError for an unknown key: our bug."""
        text = self.texts[key]
        for name, value in values.items():
            text = text.replace(f"{{{name}}}", str(value))
        return text

    def __contains__(self, key: object) -> bool:
        return key in self.texts


@remembered(bounds.FIXED_WORDS)
def words_for(language: str) -> Words:
    """Words for a language tag: the region's, else the base language's, else English (see `missing`)."""
    english = _read("en")
    own: dict[str, str] = {}
    for tag in language_of(language).from_general_to_narrow:
        own.update(_read(tag))
    return Words(language, {**english, **own}, tuple(key for key in english if key not in own))


def languages_with_words() -> tuple[str, ...]:
    """The languages that have a file of fixed words."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.yaml")))


def format_date(day: date, language: str) -> str:
    """A day with its month in full: 22 November 2026, or November 22, 2026."""
    words = words_for(language)
    return words.get("date", day=day.day, month=words.get(f"month_{day.month}"), year=day.year)


def format_month(day: date, language: str) -> str:
    """A month in full: November 2026."""
    words = words_for(language)
    return words.get("month_year", month=words.get(f"month_{day.month}"), year=day.year)


def _read(name: str) -> dict[str, str]:
    if not name.replace("-", "").isalnum() or not (path := _FOLDER / f"{name}.yaml").is_file():
        return {}
    read = read_yaml(path.read_bytes(), path.name)
    if read.root is None or read.diagnostics:
        raise InternalError(f"The fixed words in {path.name} cannot be read.")
    return {key: value.text for key, value in read.root.values.items() if isinstance(value, Scalar)}
