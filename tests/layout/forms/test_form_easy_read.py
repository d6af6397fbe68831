"""Easy Read on paper: large print, a picture left of each sentence, none of them parted, and the number on page 1."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from handoutgen.content.clinic import Clinic
from handoutgen.content.model import Leaflet
from handoutgen.errors import HandoutError
from handoutgen.formats import FORMATS, Options
from handoutgen.layout.blocks.easy_pairs import PICTURE_SHARE
from handoutgen.layout.flow.pieces import DrawingPiece, Frame, TextPiece
from handoutgen.layout.forms import easy_read
from handoutgen.layout.nothing_lost import lost_words, tree_text
from handoutgen.layout.setting import Setting
from handoutgen.plan.element import Element
from handoutgen.plan.pages import Composed, Page, Placed
from handoutgen.story.printed_words import SHORT_FORMS, UNPRINTED
from handoutgen.story.promises import promises
from handoutgen.text.fontbook import FontBook
from layout.setting_for_tests import a_clinic, setting_for
from story.small_easy_read import pair, with_easy_read
from story.small_leaflet import LEAFLET, clinic, leaflet

FILM = {"title": "Cramps", "language_name": "British Sign Language", "web": "https://www.example.org/films/cramps"}
SIZES = (16.0, 18.0, 24.0, 36.0)


def setting(fonts: FontBook, base: float, whose: Clinic | None) -> Setting:
    return setting_for(fonts, base, whose, form="easy-read-a4")


def composed(
    fonts: FontBook, base: float = 18.0, whose: Clinic | None = None, content: Leaflet | None = None
) -> Composed:
    content = content or with_easy_read(videos=[FILM])
    return easy_read.compose(content, setting(fonts, base, whose), FORMATS["easy-read-a4"], Options())


def many_pairs(count: int) -> Leaflet:
    made = with_easy_read()
    assert made.easy_read
    values = made.easy_read.model_dump(exclude_none=True, exclude_defaults=True, mode="json")
    values["parts"][0]["pairs"] = [pair(f"This is sentence {number}.") for number in range(1, count + 1)]
    return leaflet(easy_read=values)


def of_page(page: Page, kind: type[Any]) -> list[Placed]:
    return [put for put in page.pieces if isinstance(put.piece, kind)]


@pytest.mark.parametrize("base", SIZES)
def test_all_its_words_are_printed_whatever_the_size(fonts: FontBook, base: float) -> None:
    content = with_easy_read(videos=[FILM])
    made = composed(fonts, base, clinic(), content)
    said = tree_text(made.root)
    mine = [each for each in promises(content, {}, UNPRINTED - SHORT_FORMS) if each.path[0] == "easy_read"]
    assert len(mine) > 15
    assert [each.problem for each in mine if each.folded not in said] == []
    assert made.claims is not None and all(made.claims(each.path) for each in mine)
    assert made.retells


def test_a_word_that_it_lost_would_be_noticed(fonts: FontBook) -> None:
    content = many_pairs(3)
    made = composed(fonts, content=content)
    sect = next(element for element in made.root.walk() if element.ident == "easy-read-1")
    sect.kids = [kid for kid in sect.kids if kid.role != "Div"]
    plan: Any = made
    assert any("This is sentence 2." in told for told in lost_words(plan, content, {}, made.claims))


@pytest.mark.parametrize("base", SIZES)
@pytest.mark.parametrize("whose", [None, clinic(), a_clinic(phones=[])], ids=["none", "full", "no phone"])
def test_page_1_says_whom_to_call_in_an_emergency(fonts: FontBook, base: float, whose: Clinic | None) -> None:
    first = composed(fonts, base, whose).pages[0]
    shown = {put.piece.element for put in first.pieces if isinstance(put.piece, TextPiece)}
    assert "emergency" in [element.ident for element in shown if element]


def test_each_picture_stands_left_of_its_words_level_with_them_and_on_their_page(fonts: FontBook) -> None:
    made = composed(fonts, content=many_pairs(30))
    pairs = 0
    places = {element: place for place, element in enumerate(made.root.walk())}
    for page in made.pages:
        icons = [put for put in of_page(page, DrawingPiece) if put.piece.element]  # type: ignore[attr-defined]
        for icon in icons:
            after = places[icon.piece.element] + 1  # type: ignore[attr-defined]
            [words] = [
                put for put in of_page(page, TextPiece)
                if (element := put.piece.element) and places.get(element) == after  # type: ignore[attr-defined]
            ]  # fmt: skip
            assert icon.right < words.x
            assert abs((icon.y + icon.top) / 2 - (words.y + words.top) / 2) < 0.01
            pairs += 1
    assert pairs >= 30


def test_pictures_take_a_third_of_the_width_and_words_begin_at_one_edge(fonts: FontBook) -> None:
    made = composed(fonts, content=many_pairs(12))
    own = setting(fonts, 18, None)
    panels = [put for page in made.pages for put in of_page(page, Frame) if put.piece.fill == own.palette.tint]  # type: ignore[attr-defined]
    assert len(panels) >= 12
    assert {round(put.piece.width / own.grid.full, 2) for put in panels} == {PICTURE_SHARE}
    paragraphs = [
        put for page in made.pages[1:] for put in of_page(page, TextPiece)
        if put.piece.element and put.piece.element.role == "P" and put.x > own.grid.left + 1  # type: ignore[attr-defined]
    ]  # fmt: skip
    assert len({round(put.x, 1) for put in paragraphs}) == 1


def test_a_pair_is_a_figure_with_its_words_and_a_paragraph(fonts: FontBook) -> None:
    root = composed(fonts, content=many_pairs(2)).root
    sect = next(element for element in root.walk() if element.ident == "easy-read-1")
    assert [kid.role for kid in sect.kids] == ["H2", "Div", "Div"]
    assert [[(kid.role, kid.alt or kid.text) for kid in group.kids] for group in sect.kids[1:]] == [
        [("Figure", "A phone"), ("P", "This is sentence 1.")], [("Figure", "A phone"), ("P", "This is sentence 2.")],
    ]  # fmt: skip


def test_nothing_is_smaller_than_the_body(fonts: FontBook) -> None:
    for page in composed(fonts, 18.0, clinic()).pages:
        assert min(put.piece.size for put in of_page(page, TextPiece)) >= 18  # type: ignore[attr-defined]


def test_a_level_of_help_has_the_number_under_its_heading_and_again_overleaf(fonts: FontBook) -> None:
    guide = {**LEAFLET["help"], "urgent": {"signs": [f"sign {number}" for number in range(1, 12)]}}
    made = composed(fonts, 18.0, clinic(), with_easy_read({"help": guide}))
    texts = [
        ["".join(run for line in put.piece.lines for run in [line.text]) for put in of_page(page, TextPiece)]  # type: ignore[attr-defined]
        for page in made.pages
    ]
    with_number = [any("0117 496 0123 if:" in text.replace("\u00a0", " ") for text in page) for page in texts]
    assert sum(with_number) >= 3, "urgent on two pages, routine on one"


def test_what_all_pairs_of_a_part_are_for_others_leaves_no_heading(fonts: FontBook) -> None:
    content = with_easy_read()
    assert content.easy_read
    empty = content.easy_read.parts[0].model_copy(update={"pairs": ()})
    easy = content.easy_read.model_copy(update={"parts": (empty, *content.easy_read.parts[1:])})
    root = composed(fonts, content=content.model_copy(update={"easy_read": easy})).root
    assert "About this" not in tree_text(root)


def test_a_film_has_a_code_and_its_address(fonts: FontBook) -> None:
    made = composed(fonts, 18.0, clinic())
    films = next(element for element in made.root.walk() if element.ident == "videos")
    said = tree_text(films)
    assert "British Sign Language" in said and "www.example.org/films/cramps" in said
    assert [kid.uri for kid in films.walk() if kid.uri] == [FILM["web"]]


def test_no_page_but_the_last_is_left_half_empty_by_short_parts(fonts: FontBook) -> None:
    made = composed(fonts, content=many_pairs(30))
    lowest = [min(put.y for put in of_page(page, Frame)) for page in made.pages if of_page(page, Frame)]
    assert len(made.pages) <= 11 and all(low < made.pages[0].height * 0.6 for low in lowest[1:-2])


def test_a_leaflet_without_one_is_refused(fonts: FontBook) -> None:
    with pytest.raises(HandoutError, match="has no Easy Read"):
        composed(fonts, content=leaflet())


def test_the_order_of_the_tree_is_that_of_the_pages(fonts: FontBook) -> None:
    made = composed(fonts, 18.0, clinic(), many_pairs(20))
    places: dict[Element, int] = {element: place for place, element in enumerate(made.root.walk())}
    first = [
        min(places[put.piece.element] for put in of_page(page, TextPiece) if put.piece.element in places)  # type: ignore[attr-defined]
        for page in made.pages
    ]
    assert all(a < b for a, b in pairwise(first))
