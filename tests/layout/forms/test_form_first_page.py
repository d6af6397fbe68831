"""The first page: the richest opening under which the help box still has room, or the richest of all without it."""

from __future__ import annotations

from typing import Any

import pytest

from handoutgen.content.clinic import Clinic
from handoutgen.content.model import Leaflet
from handoutgen.layout.blocks.footer import Footer
from handoutgen.layout.blocks.help_whole import SPACE_ABOVE
from handoutgen.layout.blocks.parts import set_body
from handoutgen.layout.flow.atoms import NEVER, total_height
from handoutgen.layout.flow.pieces import DrawingPiece, TextPiece
from handoutgen.layout.forms.first_page import KEY_POINTS_APART, OVER_FOOTER, FirstPage, first_page
from handoutgen.layout.setting import Setting
from handoutgen.plan.element import Element
from handoutgen.text.fontbook import FontBook
from layout.setting_for_tests import (
    a_clinic,
    a_leaflet,
    icons,
    lines_of,
    put_that_says,
    puts,
    said_by,
    setting_for,
    words,
)

FIGURE = {"file": "legs.svg", "alt": "Two legs", "caption": "Legs."}
NOW: dict[str, Any] = {
    "sections": [{"id": "now", "title": "When a cramp comes", "after": "key-points", "do": ["Stand.", "Stretch."]}]
}
PICTURED: dict[str, Any] = {"about": {"text": "About cramps.", "figure": FIGURE}, "main_picture": "legs.svg"}


def opened(
    fonts: FontBook, base: float = 12, depth: float | None = None, clinic: Clinic | None = None, **content: Any
) -> tuple[Setting, Leaflet, FirstPage, float]:
    setting, leaflet = setting_for(fonts, base, clinic), a_leaflet(**content)
    room = setting.grid.depth - Footer(setting, leaflet).height if depth is None else depth
    body = set_body(setting, Element("Document"), leaflet, room)
    return setting, leaflet, first_page(setting, leaflet, body, room), room


@pytest.mark.parametrize("base", [12, 14])
def test_everything_fits_on_a_short_leaflets_first_page(fonts: FontBook, base: float) -> None:
    setting, _, start, room = opened(fonts, base, clinic=a_clinic(), **PICTURED, **NOW)
    assert start.help is not None
    assert start.opening.now is not None
    assert "legs.svg" in icons(start.opening.atoms)
    help_high = sum(atom.height for atom in start.help.atoms)
    assert start.opening.height + SPACE_ABOVE * setting.unit + help_high <= room + 0.01


def test_it_says_whose_it_is_then_the_title_the_message_and_the_key_points(fonts: FontBook) -> None:
    _, _, start, _ = opened(fonts, clinic=a_clinic())
    said = [text for element in (*start.opening.elements, start.opening.part.element) for text in said_by(element)]
    order = ["Harbour Clinic", "Leg cramps", "Cramps can be eased.", "Key points", "Point one.", "Point three."]
    assert [text for text in said if text in order] == order


def test_without_a_clinic_it_has_lines_to_write_its_name_and_number_on(fonts: FontBook) -> None:
    _, _, start, _ = opened(fonts)
    assert {"Clinic:", "Phone:"} <= set(lines_of(start.opening.atoms))
    _, _, known, _ = opened(fonts, clinic=a_clinic())
    assert {"Clinic:", "Phone:"}.isdisjoint(lines_of(known.opening.atoms))


def test_what_to_do_now_stands_beside_the_key_points_in_two_columns(fonts: FontBook) -> None:
    setting, _, start, _ = opened(fonts, clinic=a_clinic(), **NOW)
    (both,) = start.opening.points
    points, now = put_that_says(both, "Key points"), put_that_says(both, "When a cramp comes")
    assert both.spans
    assert now.x - points.x == pytest.approx(setting.grid.second)
    assert start.opening.now is not None
    assert start.opening.now.name == "now"


@pytest.mark.parametrize("base", [18, 24])
def test_in_large_print_key_points_stand_in_one_column_and_what_to_do_now_after_them(
    fonts: FontBook, base: float
) -> None:
    _, _, start, _ = opened(fonts, base, clinic=a_clinic(), **NOW)
    assert start.opening.now is None
    assert "When a cramp comes" not in lines_of(start.opening.atoms)


def test_what_to_do_now_that_fills_more_than_half_a_page_does_not_stand_beside_them(fonts: FontBook) -> None:
    long: dict[str, Any] = {"sections": [{**NOW["sections"][0], "text": "\n\n".join([words(60)] * 5)}]}
    assert opened(fonts, clinic=a_clinic(), **long)[2].opening.now is None


def test_without_what_to_do_now_the_key_points_stand_in_both_columns(fonts: FontBook) -> None:
    setting, _, start, _ = opened(fonts, clinic=a_clinic())
    xs = {put_that_says(start.opening.points, text).x for text in ("Point one.", "Point two.", "Point three.")}
    assert len(xs) == 2
    assert max(xs) - min(xs) == pytest.approx(setting.grid.second)
    assert all(atom.spans for atom in start.opening.atoms)


def test_with_less_room_the_picture_goes_first_then_the_pair_and_the_help_box_last(fonts: FontBook) -> None:
    found: list[tuple[bool, bool, bool]] = []
    for depth in range(760, 200, -5):
        _, _, start, _ = opened(fonts, 12, float(depth), a_clinic(), main_message=words(30), **PICTURED, **NOW)
        state = (start.help is not None, start.opening.now is not None, "legs.svg" in icons(start.opening.atoms))
        if not found or found[-1] != state:
            found.append(state)
    assert found[0] == (True, True, True)
    assert (True, True, False) in found
    assert found.index((True, True, True)) < found.index((True, True, False))
    assert found[-1] == (False, True, True)  # where nothing fits, there is no reason to leave anything out
    with_box = [state[0] for state in found]
    assert with_box == sorted(with_box, reverse=True)  # once it is gone it does not come back


def test_a_smaller_picture_is_tried_before_none(fonts: FontBook) -> None:
    title = "Leg cramps in multiple sclerosis"
    content: dict[str, Any] = {"title": title, "main_message": words(16), **PICTURED}
    found: list[str] = []
    for depth in range(760, 400, -2):
        _, _, start, _ = opened(fonts, 12, float(depth), a_clinic(), **content)
        if start.help is not None:
            drawn = [p for p in puts(start.opening.head, DrawingPiece) if p.piece.drawing.operators[:8] == "legs.svg"]
            right = max(p.right for p in puts(start.opening.head, TextPiece) if title.startswith(p.text[:10]))
            state = ("small" if right > drawn[0].x else "large") if drawn else "none"
            found += [] if found[-1:] == [state] else [state]
    assert found == ["large", "small", "none"]


def test_there_is_white_under_the_box_unless_only_without_it_the_page_holds_as_rich_a_one(fonts: FontBook) -> None:
    spare: dict[str, list[float]] = {}
    for depth in range(760, 400, -2):
        _, _, start, room = opened(fonts, 12, float(depth), a_clinic(), main_message=words(30), **PICTURED, **NOW)
        if start.help is None:
            break
        (box,) = start.help.atoms
        kind = f"{start.opening.now is not None} {icons(start.opening.head)}"
        spare.setdefault(kind, []).append(room - start.opening.height - box.before - box.height)
    assert len(spare) > 1
    for each in spare.values():
        kept = [white >= OVER_FOOTER - 0.01 for white in each]
        assert kept == sorted(kept, reverse=True)
        assert min(each) >= -0.01
    assert min(map(min, spare.values())) < OVER_FOOTER


def test_the_box_on_the_first_page_keeps_its_lists(fonts: FontBook) -> None:
    for depth in range(760, 300, -20):
        start = opened(fonts, 12, float(depth), a_clinic())[2]
        if start.help is not None:
            said = said_by(start.help.element)
            assert [text for text in said if text.endswith(" sign one")] == [
                f"{key} sign one" for key in ("emergency", "urgent", "routine")
            ]


@pytest.mark.parametrize("base", [12, 18, 24])
def test_the_opening_is_hardly_ever_parted(fonts: FontBook, base: float) -> None:
    _, _, start, _ = opened(fonts, base, clinic=a_clinic())
    atoms = start.opening.atoms
    count = len(start.opening.head)
    assert all(atom.cost == NEVER for atom in atoms[:count])
    assert all(atom.cost >= KEY_POINTS_APART for atom in atoms[count:])
    assert start.opening.height == pytest.approx(total_height(atoms))


@pytest.mark.parametrize("base", [16, 18])
def test_in_large_print_the_picture_goes_where_the_key_points_need_its_room(fonts: FontBook, base: float) -> None:
    """With the pointer to the help box, they stand on the first page."""
    content: dict[str, Any] = {**PICTURED, "main_message": words(30)}
    plain = opened(fonts, base, 100, a_clinic(), about={"text": "About cramps."}, main_message=words(30))[2].opening
    rich = opened(fonts, base, 100, a_clinic(), **content)[2].opening
    assert "legs.svg" in icons(rich.atoms)
    assert plain.height < rich.height
    found = set()
    for more in range(0, 200, 5):
        start = opened(fonts, base, plain.height + more, a_clinic(), **content)[2]
        if start.help is None:
            found.add(("legs.svg" in icons(start.opening.atoms), start.opening.height <= plain.height + more))
    assert (False, True) in found
