"""The leaflet about cramps with its words in another language: nonsense, but as long and in the same places."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from itertools import cycle
from pathlib import Path
from typing import Any

import yaml

from handoutgen.content.load import draft_leaflet, leaflet_from
from handoutgen.language import language_of
from handoutgen.story.printed_words import printed_strings
from leaflets.samples import CRAMPS
from pdf.copying.copied_texts import TEXTS
from story.small_easy_read import easy_read_for

SHORT, SHORT_CHINESE = 12, 4
PHONE, ANOTHER = "0117 496 0000", "0117 496 0123"
"""The first is a sample of the starter files, which no leaflet may show."""
CHINESE = ("Hans", "Hant")
AS_LONG = 0.4
"""How many characters Chinese has for each of English."""
KEPT = {"url", "name", "publisher", "code"}
"""Keys whose words are no prose."""


def write_in(language: str, parent: Path, texts: Mapping[str, Sequence[str]] = TEXTS, easy_read: bool = False) -> Path:
    """The leaflet in the words of a sample text, in a folder of its own below `parent`; with an Easy Read if asked."""
    text = CRAMPS.read_text(encoding="utf-8")
    content: dict[str, Any] = yaml.safe_load(text)
    if easy_read:
        content["easy_read"] = easy_read_for(draft_leaflet(CRAMPS).leaflet)
        text = yaml.safe_dump(content, allow_unicode=True, sort_keys=False)
    is_chinese = language_of(language).written_in in CHINESE
    paragraphs = [paragraph.replace(PHONE, ANOTHER) for paragraph in texts[language]]
    words = cycle([word for paragraph in paragraphs for word in _words(paragraph, is_chinese)])
    for path, said, _ in printed_strings(leaflet_from(text.encode(), CRAMPS).leaflet):
        if path[-1] not in KEPT and any(map(str.isalpha, said)):
            _put(content, path, _like(said, words, is_chinese))
    content["language"] = language
    folder = parent / "handouts" / CRAMPS.parent.name
    shutil.copytree(CRAMPS.parent / "figures", folder / "figures", dirs_exist_ok=True)
    file = folder / f"{language}.yaml"
    file.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=10_000), encoding="utf-8")
    return file


def _words(paragraph: str, is_chinese: bool) -> list[str]:
    """What is put together anew: words, or what stands between the signs where there are no spaces."""
    return re.findall("[^，。；：！？、]+[，。；：！？、]?", paragraph) if is_chinese else paragraph.split()


def _like(said: str, words: Iterator[str], is_chinese: bool) -> str:
    """Words of no greater length together; one at least."""
    length, short, gap = (len(said) * AS_LONG, SHORT_CHINESE, "") if is_chinese else (len(said), SHORT, " ")
    found = next(words)[: int(max(length, short))]
    while len(found) + len(following := next(words)) < length:
        found += gap + following
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
