"""Bullets that came in with text from a word processor, as warnings: in a leaflet they are signs like any others, and
the entries behind them run together into one paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import islice

from handoutgen.check.findings import Findings
from handoutgen.check.passages import texts_of
from handoutgen.content.model import Leaflet
from handoutgen.content.yaml.nodes import ModelPath
from handoutgen.diagnostics import Severity
from handoutgen.story.printed_words import SHORT_FORMS, UNPRINTED

HINT = (
    'start each entry with "- " on a line of its own, below an empty line, in a text written after |; where a text '
    "takes no list, make each an entry of the file's own list, or write sentences."
)
BULLETS = "•‣⁃∙▪▫■□●○◦◆◇➢➤►▶✓✔❖·\uf0a7\uf0b7"
_MARK = re.compile(rf"(?:(?<=\s)|^)(?:[{BULLETS}]|[-*+–—o](?=\s)|(?:[A-Za-z]|[ivIV]{{1,3}}|\d{{1,2}})[.)](?=\s))")
MOST_LOOKED_AT = 20
"""Finding the line of a sign takes time, and the first entries tell as much as all."""
LANGUAGES_WITH_O = frozenset(
    {"bs", "ca", "cs", "cy", "es", "eu", "ga", "gd", "gl", "hr", "it", "pl", "pt", "ro", "sk", "sl", "sr"}
)
"""Languages in which o is a word."""
_NEXT = {"a": "b", "i": "ii", "1": "2"}


def check_pasted_lists(leaflet: Leaflet, tags: Collection[str] | None, findings: Findings) -> None:
    """Add a warning for each text in which bullets or numbers begin lines without making a list."""
    for text in texts_of(leaflet, tags, skip=UNPRINTED - SHORT_FORMS):
        check_pasted_list(text.path, text.text, leaflet.language, findings)


def check_pasted_list(path: ModelPath, text: str, language: str, findings: Findings) -> None:
    """Add a warning if bullets or numbers begin lines of a text without making a list."""
    marks = [match for match in islice(_MARK.finditer(text), MOST_LOOKED_AT) if _begins_an_entry(match, path, findings)]
    found = next(_pasted(marks, language), None)
    if found:
        message = f"“{found.group()}” makes no list here: what follows runs on in one paragraph"
        findings.add("HG215", Severity.WARNING, message, HINT, path, *found.span())


def _begins_an_entry(match: re.Match[str], path: ModelPath, findings: Findings) -> bool:
    """Whether a sign begins a line, in the text or in the file (YAML turns the line ends of most texts into spaces),
    and is not a list's own sign: of those at the start of a text's line, Markdown makes a list."""
    before = match.string[: match.start()].rstrip(" \t")
    if not before or before.endswith("\n"):
        return match.group() not in ("-", "*", "+") and not match.group()[0].isdigit()
    return findings.begins_a_line(path, match.start())


def _pasted(marks: Sequence[re.Match[str]], language: str) -> Iterator[re.Match[str]]:
    """A bullet is enough. A dash, a star or an o may be a sign or a word that stands there by chance, so there must be
    two; and what looks like a letter or number of an entry must be followed by the next."""
    said = [mark.group().rstrip(".)").lower() for mark in marks]
    has_o = language.partition("-")[0] not in LANGUAGES_WITH_O
    for mark, sign in zip(marks, said, strict=True):
        is_twice = sign in "-*+–—o" and said.count(sign) > 1 and (sign != "o" or has_o)
        if sign in BULLETS or is_twice or _NEXT.get(sign, "") in said:
            yield mark
