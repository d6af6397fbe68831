"""The leaflet about cramps with its words in another language: nonsense, but as long and in the same places."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from typing import Any

import yaml

from handoutgen.content.load import draft_leaflet
from handoutgen.story.printed_words import printed_strings
from leaflets.samples import CRAMPS
from pdf.copying.copied_texts import TEXTS

SHORT = 12
PHONE = ("0117", "496", "0000")
"""Is a sample of the starter files, which no leaflet may show."""
KEPT = {"url", "name", "publisher", "code"}
"""Keys whose words are no prose."""


def write_in(language: str, parent: Path) -> Path:
    """The leaflet in the words of a sample text, in a folder of its own below `parent`."""
    text = CRAMPS.read_text(encoding="utf-8")
    content: dict[str, Any] = yaml.safe_load(text)
    paragraphs = TEXTS[language]
    words = cycle([word for paragraph in paragraphs for word in paragraph.split() if word not in PHONE])
    for path, said, _ in printed_strings(draft_leaflet(CRAMPS).leaflet):
        if path[-1] not in KEPT and any(map(str.isalpha, said)):
            _put(content, path, _like(said, words))
    content["language"] = language
    folder = parent / "handouts" / CRAMPS.parent.name
    shutil.copytree(CRAMPS.parent / "figures", folder / "figures")
    file = folder / f"{language}.yaml"
    file.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=10_000), encoding="utf-8")
    return file


def _like(said: str, words: Iterator[str]) -> str:
    """Words of no greater length together; one at least."""
    found = next(words)[: max(len(said), SHORT)]
    while len(found) + len(following := next(words)) < len(said):
        found += " " + following
    return found


def _put(content: Any, path: tuple[Any, ...], text: str) -> None:
    """The text in its place; what the model alone has, and the file writes another way, stays."""
    for key in path[:-1]:
        if not _has(content, key):
            return
        content = content[key]
    if _has(content, path[-1]) and isinstance(content[path[-1]], str):
        content[path[-1]] = text


def _has(content: Any, key: Any) -> bool:
    if isinstance(content, list):
        return isinstance(key, int) and key < len(content)
    return isinstance(content, dict) and key in content
