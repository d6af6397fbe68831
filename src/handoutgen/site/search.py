"""What there is to find → the box to search in, and what its script looks through: plain data that stands in the page.

The search is that of `finding`, written once more for browsers (site.js): a static folder has nobody to ask.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from handoutgen.alternatives.web_page.markup import element
from handoutgen.finding.folding import little_words
from handoutgen.finding.results import SEARCH_WORD, SUBTITLE, TITLE
from handoutgen.memory import Once
from handoutgen.site.frame import SitePage, panel_of
from handoutgen.web.words import FORMS

_TOLD = ("count", "none", *(f"count_{form}" for form in FORMS))
_SAFE = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


class Findable(NamedTuple):
    """One thing in a list, by the name of its first item there."""

    ident: str
    titles: Sequence[str]
    subtitles: Sequence[str] = ()
    words: Sequence[str] = ()
    codes: Sequence[str] = ()
    comes_last: bool = False
    """Whether it stands behind what answers alike."""

    @property
    def as_data(self) -> Mapping[str, object]:
        """The same as the script reads it: each text with what a word counts for in it."""
        texts = [*((TITLE, each) for each in self.titles), *((SUBTITLE, each) for each in self.subtitles)]
        texts += [(SEARCH_WORD, each) for each in self.words]
        codes = [*dict.fromkeys(filter(None, self.codes))]
        return {"id": self.ident, "texts": [*dict.fromkeys(texts)], "codes": codes, "last": self.comes_last}


def search_box(page: SitePage, title: str, hint: str) -> str:
    """The box, which is hidden where no script runs; `title` is HTML."""
    label = element("label", page.word(hint), for_="query")
    field = '<input type="search" id="query" autocomplete="off" autocapitalize="none" spellcheck="false">'
    line = element("div", field + element("button", page.word("find.search"), type="submit"), class_="line")
    form = element("form", label + line, id="search", role="search", hidden=True)
    return element("div", element("h1", title) + form, class_="panel")


def results(page: SitePage, group: str) -> str:
    """Where the script shows what it has found."""
    said = element("p", "", id="count", role="status") + element("p", "", id="corrected")
    said += '<ul id="results" role="list"></ul>'
    return panel_of(page.word(f"{group}.found"), "found", said, "panel results", hidden=True)


def search_data(page: SitePage, things: Iterable[Findable], group: str) -> str:
    """What the script looks through, and what it says, as JSON in an element that no browser runs."""
    texts = page.look.words.texts
    words = {key: texts[f"{group}.{key}"] for key in _TOLD if f"{group}.{key}" in texts}
    words |= {"corrected": texts["find.corrected"], "between": texts["page.between"]}
    data = {"things": [each.as_data for each in things], "little": sorted(little_words()), "words": words}
    told = json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_SAFE)
    return f'<script type="application/json" id="data">{told}</script>'


@Once
def search_script() -> str:
    """The script, as it stands in each page with a search."""
    return (Path(__file__).parent / "site.js").read_text(encoding="utf-8")
