"""A list of what must not be done never reads as one of what to do: where it goes on on another page, the words over it
are said again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from handoutgen.build import Order, build
from handoutgen.content.model import Leaflet
from handoutgen.content.sections import SectionContent
from handoutgen.workshop import Workshop
from leaflets.samples import ROOT

LEAFLETS = sorted([*(ROOT / "handouts").glob("*/en-GB.yaml"), *Path(__file__).parent.glob("real_texts/*/en-GB.yaml")])
TODAY = date(2026, 12, 1)


@pytest.fixture(scope="module")
def workshop() -> Workshop:
    return Workshop()


def lists_of(leaflet: Leaflet) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What may stand over each list of don'ts, or of when to stop and whom to ask first, and its items."""
    for section in leaflet.all_sections:
        parts: list[SectionContent] = [section, *section.subsections]
        yield from ((part.do_not_title or "Do not", part.do_not) for part in parts)
        yield from ((part.ask_first_title or "Ask first if", part.ask_first) for part in parts)
    for strategy in leaflet.strategies:
        yield from (("Stop if", strategy.stop_if), ("Ask first if", strategy.ask_first))


def letters(text: str) -> str:
    return re.sub(r"\W+", "", re.sub(r"\]\(.*?\)", "", text)).casefold()


def unnamed(pages: list[str], leaflet: Leaflet) -> list[str]:
    """Items that stand on a page on which the words over their list do not stand before them."""
    found = []
    for words_over, items in lists_of(leaflet):
        for item in map(letters, items):
            standing = [page for page in pages if item in page]
            if standing and not any(letters(words_over) in page[: page.rindex(item)] for page in standing):
                found.append(item)
    return found


@pytest.mark.parametrize(("form", "size"), [("a4", "standard"), ("a4", "giant"), ("a5-booklet", "standard")])
@pytest.mark.parametrize("path", LEAFLETS, ids=lambda path: path.parent.name)
def test_the_words_over_a_list_stand_on_every_page_of_it(path: Path, form: str, size: str, workshop: Workshop) -> None:
    built = build(Order(path, None, form, size, TODAY), workshop)
    with pypdfium2.PdfDocument(built.data) as document:
        pages = [letters(page.get_textpage().get_text_range()) for page in document]
    assert unnamed(pages, workshop.leaflet(path).leaflet) == []


def test_a_list_without_its_words_would_be_noticed(workshop: Workshop) -> None:
    leaflet = workshop.leaflet(next(path for path in LEAFLETS if path.parent.name == "broken-ribs")).leaflet
    items = next(items for words_over, items in lists_of(leaflet) if words_over == "Do not" and items)
    first, *rest = map(letters, items)
    assert unnamed(["donot" + first, "donotcontinued" + "".join(rest)], leaflet) == []
    assert unnamed(["donot" + first, "thingsyoucandoyourselfcontinued" + "".join(rest)], leaflet) == rest
