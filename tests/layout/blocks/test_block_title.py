"""The title, its main message and the main drawing beside them."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from handoutgen.content.model import Leaflet
from handoutgen.layout.blocks.panels import panel_padding
from handoutgen.layout.blocks.title import PANEL_LEAST, PictureSize, title_block
from handoutgen.layout.flow.atoms import Atom, total_height
from handoutgen.layout.flow.pieces import DrawingPiece, Frame, TextPiece
from handoutgen.layout.setting import Look
from handoutgen.pictures.model import Drawing
from handoutgen.plan.element import Element
from handoutgen.text.fontbook import FontBook
from layout.setting_for_tests import (
    a_leaflet,
    all_of,
    gaps,
    icons,
    left_edges,
    look_for,
    put_that_says,
    puts,
    right_end,
    said_by,
    shape,
    words,
)

FIGURE = {"file": "legs.svg", "alt": "Two legs", "caption": "Legs."}


def pictured(**changes: Any) -> Leaflet:
    return a_leaflet(about={"text": "About cramps.", "figure": FIGURE}, main_picture="legs.svg", **changes)


def set_title(look: Look, leaflet: Leaflet, picture: PictureSize = "large") -> tuple[Element, list[Atom]]:
    root = Element("Document")
    return root, title_block(look, root, leaflet, picture=picture)


@pytest.mark.parametrize(
    ("base", "title", "subtitle", "standfirst"),
    [(12, 31.2, 14, 13.5), (18, 32.4, 19.98, 19.98), (24, 39.2, 26.24, 26.08)],
)
def test_the_title_is_the_biggest_thing_and_the_message_is_larger_than_the_text(
    fonts: FontBook, base: float, title: float, subtitle: float, standfirst: float
) -> None:
    root, atoms = set_title(look_for(fonts, base), a_leaflet(subtitle="For people with MS"))
    assert len(atoms) == 1
    assert shape(root) == "Document(H1 P P)"
    assert said_by(root) == ["Leg cramps", "For people with MS", "Cramps can be eased."]
    assert [put.piece.size for put in puts(atoms, TextPiece)] == [title, subtitle, standfirst]
    assert all_of(root, "H1")[0].bookmark == "Leg cramps"
    assert root.kids[2].ident == "main-message"


def test_without_a_subtitle_nothing_stands_in_its_place(fonts: FontBook) -> None:
    look = look_for(fonts)
    root, atoms = set_title(look, a_leaflet())
    assert shape(root) == "Document(H1 P)"
    title, message = (put_that_says(atoms, text) for text in ("Leg cramps", "Cramps can be eased."))
    assert message.down == pytest.approx(title.down + title.piece.height + 0.6 * look.unit)
    assert gaps(look, atoms) == [1.5]


@pytest.mark.parametrize("base", [12, 14])
def test_in_standard_print_it_stands_on_a_tint_as_wide_as_the_page(fonts: FontBook, base: float) -> None:
    look = look_for(fonts, base)
    _, (atom,) = set_title(look, a_leaflet())
    (panel,) = puts(atom, Frame)
    assert (panel.x, panel.down, panel.piece.width) == (0, 0, look.grid.full)
    assert panel.piece.height == atom.height
    assert panel.piece.fill == look.palette.tint
    pad = panel_padding(look)
    assert left_edges(puts(atom, TextPiece)) == [pad]
    assert max(put.right for put in puts(atom, TextPiece)) <= look.grid.full - pad
    assert atom.spans is False  # whoever sets the first page says so


@pytest.mark.parametrize("base", [16, 18, 24, 36])
def test_in_large_print_nothing_stands_behind_words(fonts: FontBook, base: float) -> None:
    look = look_for(fonts, base)
    _, atoms = set_title(look, a_leaflet())
    assert puts(atoms, Frame) == []
    assert left_edges(puts(atoms, TextPiece)) == [0.0]
    assert right_end(atoms) <= look.grid.full


def test_the_main_drawing_stands_right_of_the_words_on_the_foot_of_the_panel(fonts: FontBook) -> None:
    look = look_for(fonts)
    root, (atom,) = set_title(look, pictured())
    (panel,), (picture,) = puts(atom, Frame), puts(atom, DrawingPiece)
    assert icons(atom) == ["legs.svg"]
    assert shape(root) == "Document(H1 P)"  # it is told where it is explained
    assert picture.piece.element is None
    assert picture.x > max(put.right for put in puts(atom, TextPiece))
    assert picture.right <= look.grid.full - panel_padding(look) + 0.01
    assert picture.down + picture.piece.height == pytest.approx(panel.piece.height)
    assert panel.piece.height >= PANEL_LEAST
    assert picture.piece.width == 2 * picture.piece.height


def test_a_tall_drawing_stays_inside_the_panel(fonts: FontBook) -> None:
    look = replace(look_for(fonts), figure=lambda name, width: Drawing(100, 500, name))
    _, (atom,) = set_title(look, pictured())
    (panel,), (picture,) = puts(atom, Frame), puts(atom, DrawingPiece)
    assert picture.down >= panel_padding(look) * 0.6 - 0.01
    assert picture.down + picture.piece.height <= panel.piece.height


def test_on_a_first_page_without_room_for_it_the_words_have_the_whole_panel(fonts: FontBook) -> None:
    look = look_for(fonts)
    leaflet = pictured(main_message=words(40))
    _, (rich,) = set_title(look, leaflet)
    _, (plain,) = set_title(look, leaflet, "none")
    assert puts(plain, DrawingPiece) == []
    assert plain.height < rich.height
    assert max(p.right for p in puts(plain, TextPiece)) > max(p.right for p in puts(rich, TextPiece))


def test_where_room_is_scarce_the_drawing_is_small_and_stands_beside_the_message_alone(fonts: FontBook) -> None:
    look = look_for(fonts)
    leaflet = pictured(title="Leg cramps in multiple sclerosis", main_message=words(24))
    _, (large,) = set_title(look, leaflet)
    _, (small,) = set_title(look, leaflet, "small")
    (panel,), (picture,) = puts(small, Frame), puts(small, DrawingPiece)
    title, message = (put for put in puts(small, TextPiece))
    assert small.height < large.height
    assert picture.piece.element is None
    assert picture.down >= title.down + title.piece.height
    assert picture.down + picture.piece.height == pytest.approx(panel.piece.height)
    assert title.right > picture.x > message.right
    assert title.right <= look.grid.full - panel_padding(look)


def test_where_its_title_can_stand_on_one_line_the_drawing_has_the_whole_height_of_a_panel_no_higher(
    fonts: FontBook,
) -> None:
    look = replace(look_for(fonts), figure=lambda name, width: Drawing(49, 56, name))
    leaflet = pictured(title="Leg cramps and your sleep", main_message=words(16))
    _, (large,) = set_title(look, leaflet)
    _, (small,) = set_title(look, leaflet, "small")
    (panel,), (picture,) = puts(small, Frame), puts(small, DrawingPiece)
    title, message = (put for put in puts(small, TextPiece))
    assert small.height < large.height
    assert len(title.piece.lines) == 1
    assert title.piece.size >= 0.8 * look.scale.h1.size
    assert picture.piece.height == pytest.approx(panel.piece.height - 0.6 * panel_padding(look))
    assert picture.down + picture.piece.height == pytest.approx(panel.piece.height)
    assert max(title.right, message.right) <= picture.x
    assert title.down >= panel_padding(look) - 0.01
    assert message.down + message.piece.height <= panel.piece.height - panel_padding(look) + 0.01


def test_a_leaflet_that_names_no_picture_has_none_beside_its_title(fonts: FontBook) -> None:
    leaflet = a_leaflet(about={"text": "About cramps.", "figure": FIGURE})
    assert puts(set_title(look_for(fonts), leaflet)[1], DrawingPiece) == []


@pytest.mark.parametrize(("base", "beside"), [(18, True), (24, True), (28, False), (36, False)])
def test_in_large_print_the_drawing_has_a_panel_of_its_own_while_the_words_have_room(
    fonts: FontBook, base: float, beside: bool
) -> None:
    look = look_for(fonts, base)
    _, atoms = set_title(look, pictured())
    assert bool(puts(atoms, DrawingPiece)) is beside
    if beside:
        (panel,), (picture,) = puts(atoms, Frame), puts(atoms, DrawingPiece)
        assert panel.piece.fill == look.palette.sand
        assert panel.right == pytest.approx(look.grid.full)
        assert panel.x > max(put.right for put in puts(atoms, TextPiece))
        assert panel.x <= picture.x
        assert picture.right <= panel.right
        assert panel.down <= picture.down
        assert picture.down + picture.piece.height <= panel.down + panel.piece.height


def test_in_large_print_the_panel_is_filled_by_its_drawing(fonts: FontBook) -> None:
    tall = Drawing(49, 57, "", with_lines=lambda scale: tall, floor=1.5)
    look = replace(look_for(fonts, 18), figure=lambda name, width: tall)
    _, atoms = set_title(look, pictured(title="Leg cramps in multiple sclerosis", main_message=words(20)))
    (panel,), (picture,) = puts(atoms, Frame), puts(atoms, DrawingPiece)
    assert picture.down - panel.down == pytest.approx(0.35 * 18)
    assert picture.down + picture.piece.height == pytest.approx(panel.down + panel.piece.height)


def test_in_large_print_a_long_word_in_the_title_takes_the_place_of_the_drawing(fonts: FontBook) -> None:
    look = look_for(fonts, 24)
    assert puts(set_title(look, pictured(title="Encephalomyelitis disseminata"))[1], DrawingPiece) == []


@pytest.mark.parametrize("base", [12, 18, 24, 36])
@pytest.mark.parametrize("picture", [True, False])
def test_a_long_message_is_never_wider_than_the_page_and_never_lost(
    fonts: FontBook, base: float, picture: bool
) -> None:
    look = look_for(fonts, base)
    make = pictured if picture else a_leaflet
    message = words(20, "WOMWOM")
    root, atoms = set_title(look, make(main_message=message, subtitle=words(6)))
    assert right_end(atoms) <= look.grid.full + 0.01
    assert said_by(root)[-1] == message
    shown = " ".join(put.text for put in puts(atoms, TextPiece))
    assert shown.count("WOMWOM") == 20


def test_a_title_and_message_higher_than_most_of_a_page_may_part(fonts: FontBook) -> None:
    look = look_for(fonts, 36)
    whole, parted = (set_title(look_for(fonts, 36), a_leaflet(main_message=words(n)))[1] for n in (10, 54))
    assert len(whole) == 1
    assert len(parted) > 1
    assert max(atom.height for atom in parted) < look.grid.depth
    assert total_height(parted) > look.grid.depth * 0.8


@pytest.mark.parametrize("leaflet", [a_leaflet(), pictured()], ids=["plain", "with its picture"])
def test_the_title_is_set_once_for_all_clinics_and_hung_into_each_ones_tree(fonts: FontBook, leaflet: Leaflet) -> None:
    look = look_for(fonts)
    (one, first), (other, second) = set_title(look, leaflet), set_title(look, leaflet)
    assert first is second
    assert one.kids == other.kids
    assert shape(other) == "Document(H1 P)"
    assert set_title(look, leaflet, "none")[1] is not first
