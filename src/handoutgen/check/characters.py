"""Characters that no font has become diagnostics with their place in the YAML, never boxes on paper.

A sign here and there is told where it stands. A text in a script without a font is one problem, however many characters
it has: it is told once for each text, or once for the file when it runs through the whole of it.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from handoutgen.content.load import LoadedClinic, LoadedLeaflet
from handoutgen.content.yaml.nodes import ModelPath
from handoutgen.content.yaml.source_map import SourceMap
from handoutgen.diagnostics import Diagnostic, Severity
from handoutgen.story.printed_words import SHORT_FORMS, UNPRINTED, printed_strings
from handoutgen.text.model import Uncovered

CODE = "HG301"
MOST_TEXTS = 5
"""In more texts than these, a script is told once for the file."""
SIGNS = "signs and pictures"
_SCRIPTS = {"Cjk": "Chinese", "Hiragana": "Japanese", "Katakana": "Japanese", "Hangul": "Korean", "Bopomofo": "Chinese"}


class _Lack(Struct, frozen=True):
    """The characters of one script in one text that no font has, the first of them at `index`."""

    path: ModelPath
    index: int
    characters: tuple[str, ...]


def uncovered_characters(loaded: LoadedLeaflet, uncovered: Uncovered) -> Iterator[Diagnostic]:
    """Errors for the characters of the leaflet that no font covers, whichever form prints them."""
    printed = printed_strings(loaded.leaflet, unprinted=UNPRINTED - SHORT_FORMS - {"web"})
    yield from _told(((path, text) for path, text, _ in printed), loaded.sources, uncovered)


def uncovered_in_clinic(loaded: LoadedClinic, uncovered: Uncovered) -> list[Diagnostic]:
    """As `uncovered_characters`, for what a clinic says of itself."""
    if loaded.sources.text.isascii() and "\\" not in loaded.sources.text:
        return []
    texts = _texts_in(loaded.clinic.model_dump(mode="json", exclude_unset=True), ())
    return list(_told(texts, loaded.sources, uncovered))


def _texts_in(value: object, path: ModelPath) -> Iterator[tuple[ModelPath, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts_in(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _texts_in(inner, (*path, index))


def _told(texts: Iterable[tuple[ModelPath, str]], sources: SourceMap, uncovered: Uncovered) -> Iterator[Diagnostic]:
    for script, lacks in _by_script(texts, uncovered).items():
        if len(lacks) > MOST_TEXTS:
            count = sum(len(lack.characters) for lack in lacks)
            whole = f"no font has {script}: {count:,} characters in {len(lacks)} texts of this file, from “{{}}” on"
            yield _error(whole, script, lacks[0], sources)
        else:
            yield from (_error(_in_one_text(script, lack), script, lack, sources) for lack in lacks)


def _by_script(texts: Iterable[tuple[ModelPath, str]], uncovered: Uncovered) -> dict[str, list[_Lack]]:
    """Script → what of it no font has, text by text."""
    found: dict[str, list[_Lack]] = defaultdict(list)
    for path, text in texts:
        hits: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for index, character in () if text.isascii() else uncovered(text):
            hits[script_name(character)].append((index, character))
        for script, places in hits.items():
            found[script].append(_Lack(path, places[0][0], tuple(character for _, character in places)))
    return found


def _in_one_text(script: str, lack: _Lack) -> str:
    if len(lack.characters) == 1:
        return "no font has the character “{}”"
    return f"no font has {len(lack.characters)} characters of this text ({script}), from “{{}}” on"


def _error(message: str, script: str, lack: _Lack, sources: SourceMap) -> Diagnostic:
    first = lack.characters[0]
    shown = f"{first}” (U+{ord(first):04X})"
    return Diagnostic(
        CODE, Severity.ERROR, message.replace("{}”", shown), _remedy(script, lack.characters),
        sources.span(lack.path, lack.index, 1),
    )  # fmt: skip


def _remedy(script: str, characters: Sequence[str]) -> str:
    if script == SIGNS or len(characters) == 1:
        return "write it another way, for example in words."
    package = "install the package handoutgen-cjk, or " if script == _SCRIPTS["Cjk"] else ""
    return (
        f"{package}put a font for {script} into the project's folder fonts (docs/languages.md, “A font of your own”), "
        "or write it in another script."
    )


def script_name(character: str) -> str:
    """What people call the script of a letter; "signs and pictures" for what is no letter."""
    if unicodedata.category(character)[0] not in "LM":
        if unicodedata.east_asian_width(character) in "WF" and unicodedata.category(character)[0] == "P":
            return _SCRIPTS["Cjk"]
        return SIGNS
    first = unicodedata.name(character, "an unknown script").partition(" ")[0].capitalize()
    return _SCRIPTS.get(first, first)
