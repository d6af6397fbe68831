"""A story and its dress → one HTML file: nothing in it is fetched, and its own policy lets nothing else in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import unescape
from pathlib import Path
from typing import NamedTuple

from handoutgen.alternatives.web_page.blocks import block
from handoutgen.alternatives.web_page.dress import Dress
from handoutgen.alternatives.web_page.markup import Phrases, element, text
from handoutgen.alternatives.web_page.paper import PageInMaking
from handoutgen.alternatives.web_page.parts import part
from handoutgen.alternatives.web_page.policy import head_of, style_of
from handoutgen.memory import Once
from handoutgen.story.page_words import SurroundingWords
from handoutgen.story.passages import Listed, Passage, Said, Story
from handoutgen.story.voice import words_of

_FOLDER = Path(__file__).parent
SIZES = ("normal", "large", "largest")
LIST_SIGNS = " ✓ ✗"
"""Before the items of a list in the style sheet, which the faces must have too."""
OWN_NAMES = ("leaflet", "keep", "delete", "print", *(f"size-{size}" for size in SIZES))
"""Ids of the page itself; the parts of a leaflet have their own names, so that links to them last."""


@Once
def _sheet() -> str:
    """The style sheet, without its comments and the white space between its lines."""
    return " ".join((_FOLDER / "page.css").read_text(encoding="utf-8").split())


@Once
def _script() -> str:
    """What remembers the size and, if its reader says so, what is ticked and written."""
    return (_FOLDER / "page.js").read_text(encoding="utf-8")


class LeafletInHtml(NamedTuple):
    """The leaflet itself, for whatever holds it."""

    paper: PageInMaking
    bar: str
    """The emergency number."""
    masthead: str
    title: str
    parts: str
    idents: list[str]
    """Ids of the headings of the parts."""


def leaflet_in_html(story: Story, words: SurroundingWords, dress: Dress, *, opens_pages: bool = True) -> LeafletInHtml:
    """The leaflet without what a browser needs around it. `opens_pages`: whether what shows it opens other pages."""
    places: dict[str, str] = {}
    is_for_one = any(isinstance(each, Listed) and each.kind == "person" for each in story.opening)
    is_rtl = story.direction == "rtl"
    phrases = Phrases(words.numbers, places, right_to_left=is_rtl, remembers=not is_for_one, opens_pages=opens_pages)
    paper = PageInMaking(phrases, words, dress)
    for own in OWN_NAMES:
        paper.name(own)
    idents = [paper.place(passage) for passage in story.passages]
    places.update((words_of(each.title), paper.place(each)) for each in led_to(story))
    parts = "".join(part(paper, each, ident) for each, ident in zip(story.passages, idents, strict=True))
    return LeafletInHtml(paper, _bar(paper, words), _masthead(paper, story), _title(paper, story), parts, idents)


def web_page(story: Story, words: SurroundingWords, dress: Dress) -> bytes:
    """The whole leaflet as UTF-8, as it stands in a file of its own."""
    leaflet = leaflet_in_html(story, words, dress)
    paper = leaflet.paper
    has_fields = 'class="kept"' in leaflet.parts
    main = element("main", leaflet.title + leaflet.parts, id="leaflet", tabindex="-1")
    inside = _contents(paper, words, story, leaflet.idents) + element("div", main + _foot(paper, has_fields))
    body = element("header", leaflet.bar + leaflet.masthead + _tools(paper)) + element("div", inside, class_="body")
    whole = paper.own("page_skip", "a", class_="skip", href="#leaflet") + paper.icons + body
    return _document(story, words, dress, whole)


def led_to(story: Story) -> Iterator[Passage]:
    """What the texts can lead to: the parts, and the strategies in them."""
    for passage in story.passages:
        yield passage
        yield from (each for each in passage.blocks if isinstance(each, Passage) and each.number is not None)


def _document(story: Story, words: SurroundingWords, dress: Dress, body: str) -> bytes:
    style = style_of(dress, dress.faces(unescape(body) + LIST_SIGNS), _sheet())
    script = _script()
    giver = next(
        (words_of(each.words) for each in story.opening if isinstance(each, Said) and each.kind == "giver"), ""
    )
    head = head_of(" · ".join(filter(None, (story.title, giver))), style, script)
    opened = f'<html lang="{text(story.language)}" dir="{story.direction}" data-leaflet="{text(words.code)}">'
    page = f"<!DOCTYPE html>\n{opened}{head}\n<body>{body}\n<script>{script}</script></body></html>\n"
    return page.encode("utf-8")


def _bar(paper: PageInMaking, words: SurroundingWords) -> str:
    """The emergency number, before all else, and the way to the signs."""
    call = element("p", paper.icon("emergency") + element("span", paper.phrases.written(words.emergency)))
    return element("div", element("div", call + _to_help(words, "to-help")), class_="bar", data_own="")


def _to_help(words: SurroundingWords, kind: str) -> str:
    return element("a", text(words.help_title), href="#help", class_=kind)


def _masthead(paper: PageInMaking, story: Story) -> str:
    """Whose leaflet it is, what a reader must know of this edition, and whom to call."""
    names = [each for each in story.opening if isinstance(each, Said) and each.kind in ("giver", "draft", "notice")]
    others = [each for each in story.opening if each not in names]
    person = [element("div", block(paper, each), class_="person") for each in others if isinstance(each, Listed)]
    rest = [block(paper, each) for each in others if not isinstance(each, Listed)]
    inner = paper.logo + element("div", "".join(block(paper, each) for each in names), class_="names")
    return element(
        "div", element("div", inner + "".join(rest) + "".join(person), class_="masthead"), class_="head-of-page"
    )


def _tools(paper: PageInMaking) -> str:
    """The size of the text, without a script; and what needs one, hidden where there is none."""
    sizes = "".join(
        element(
            "label",
            f'<input type="radio" name="size" id="size-{size}"{" checked" if size == "normal" else ""}>'
            + element("b", "A", aria_hidden="true")
            + paper.own(f"page_size_{size}", class_="unseen"),
        )
        for size in SIZES
    )
    chosen = element("fieldset", paper.own("page_size", "legend") + element("div", sizes, class_="sizes"))
    printing = paper.own("page_print", "button", type="button", id="print", hidden=True, data_needs_script="")
    return element("div", element("div", chosen + printing), class_="tools", data_own="")


def _contents(paper: PageInMaking, words: SurroundingWords, story: Story, idents: Sequence[str]) -> str:
    links = "".join(
        element("li", element("a", text(words_of(each.title)), href=f"#{ident}"))
        for each, ident in zip(story.passages, idents, strict=True)
    )
    listed = element("details", paper.own("page_contents", "summary") + element("ul", links), class_="contents")
    return element("nav", listed + _to_help(words, "to-help below"), aria_label=paper.say("page_contents"), data_own="")


def _title(paper: PageInMaking, story: Story) -> str:
    message = "".join(block(paper, each) for each in story.message)
    words = element("div", element("h1", text(story.title)) + message, class_="words")
    drawn = element("div", paper.decoration(story.main_picture), class_="drawn") if story.main_picture else ""
    return element("div", words + drawn, class_="hero")


def _foot(paper: PageInMaking, has_fields: bool) -> str:
    """What the page keeps, and what it does not."""
    kept = ""
    if has_fields:
        box = '<input type="checkbox" id="keep">'
        kept = element("label", box + paper.own("page_keep"), class_="tick") + paper.own("page_keep_more", "p")
        kept += paper.own("page_delete", "button", type="button", id="delete")
        kept = element("div", kept, hidden=True, data_needs_script="")
    return element("footer", kept + paper.own("page_private", "p"), class_="foot", data_own="")
