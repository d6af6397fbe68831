"""The pages' own words, by language of the pages: one YAML file each in `words/`, with every key that English has."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape

from handoutgen.content.yaml.nodes import Mapping as YamlMapping
from handoutgen.content.yaml.nodes import Scalar
from handoutgen.content.yaml.reader import read_yaml
from handoutgen.errors import InternalError
from handoutgen.language import Direction, language_of
from handoutgen.memory import Once

_FOLDER = Path(__file__).parent / "words"
ENGLISH = "en"
_FIELD = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class PageWords:
    """The words of one language."""

    language: str
    texts: Mapping[str, str] = field(repr=False)

    @property
    def direction(self) -> Direction:
        """Which way the pages run."""
        return language_of(self.language).direction

    @property
    def own_name(self) -> str:
        """The language as its speakers call it."""
        return self.texts["nav.own_name"]

    def text(self, key: str, **values: object) -> Markup:
        """The words for a key such as "find.title", with `{name}` filled and everything escaped but markup.

        With `n=1` the words for one, where there are any. KeyError for an unknown key: our bug.
        """
        if str(values.get("n")) == "1" and f"{key}_one" in self.texts:
            key = f"{key}_one"
        return Markup(_FIELD.sub(lambda found: _filled(found, values), str(escape(self.texts[key]))))  # noqa: S704


def _filled(found: re.Match[str], values: Mapping[str, object]) -> str:
    """A field's value, escaped; a field that nobody fills stays as it is, for a test to find."""
    return str(escape(values[found[1]])) if found[1] in values else found[0]


def words(language: str) -> PageWords:
    """The words of a language of the pages; English for one that there is not."""
    known = _all()
    return known.get(language, known[ENGLISH])


def page_languages() -> tuple[PageWords, ...]:
    """The languages that the pages speak, English first."""
    return tuple(sorted(_all().values(), key=lambda each: (each.language != ENGLISH, each.language)))


@Once
def _all() -> dict[str, PageWords]:
    return {path.stem: PageWords(path.stem, _read(path)) for path in sorted(_FOLDER.glob("*.yaml"))}


def _read(path: Path) -> dict[str, str]:
    read = read_yaml(path.read_bytes(), path.name)
    if read.root is None or read.diagnostics:
        raise InternalError(f"The words of the pages in {path.name} cannot be read.")
    return dict(_texts(read.root, ""))


def _texts(node: YamlMapping, before: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for key, value in node.values.items():
        name: Any = f"{before}{key}"
        if isinstance(value, Scalar):
            found.append((name, value.text))
        elif isinstance(value, YamlMapping):
            found += _texts(value, f"{name}.")
    return found
