"""The cover of a folded form: what stands where, and what goes first when there is no room."""

from __future__ import annotations

import pytest

from handoutgen.content.clinic import Clinic
from handoutgen.layout.flow.atoms import piece_atom
from handoutgen.layout.flow.pieces import DrawingPiece, Frame
from handoutgen.layout.forms.cover import icon_row, place_cover
from handoutgen.layout.setting import Setting
from handoutgen.pictures.model import Drawing
from handoutgen.plan.element import Element
from handoutgen.plan.pages import Placed
from handoutgen.text.fontbook import FontBook
from layout.setting_for_tests import (
    CLOSED,
    a_clinic,
    a_leaflet,
    a_strategy,
    block,
    icons,
    placed_text,
    puts,
    said_by,
    setting_for,
)

CLINIC = a_clinic(out_of_hours=CLOSED, web="https://harbour.example.org/")
NUMBERS = ["Nurse advice line: 0117 496 0123", "When we are closed: 0117 496 0999", "Evening team"]
HOURS = [NUMBERS[0], "Monday to Friday, 9am to 5pm", NUMBERS[1], "Evening team. 5pm to 9am"]
ICON = piece_atom(DrawingPiece(None, Drawing(1, 1, "row"), 40, 40), before=10)


def set_cover(setting: Setting, title: float, share: float = 0.2) -> tuple[list[Placed], float, Element]:
    root = Element("Document")
    placed, excess = place_cover(setting, root, block(30), [block(title)], ICON, share)
    return placed, excess, root


def panel(fonts: FontBook, clinic: Clinic | None = CLINIC) -> Setting:
    return setting_for(fonts, 12, clinic, form="a4-trifold")


def room(setting: Setting, contact: float) -> float:
    """How high title and icons may be, with so much at the foot: the highest place of a title down to the foot."""
    grid, unit = setting.grid, setting.unit
    return grid.depth - 30 - 2 * unit - (contact + unit) - unit


def contact_height(setting: Setting, lines: int, gaps: int) -> float:
    return lines * 16 + gaps * setting.unit * 0.5


def has_icons(placed: list[Placed]) -> bool:
    return any(isinstance(put.piece, DrawingPiece) for put in placed)


def test_head_title_icons_and_contact_stand_from_top_to_bottom(fonts: FontBook) -> None:
    setting = panel(fonts)
    placed, excess, root = set_cover(setting, 60)
    grid = setting.grid
    head, title = [put for put in placed if isinstance(put.piece, Frame)]
    assert head.top == grid.height - grid.top
    assert title.top == pytest.approx(grid.height - grid.top - 0.2 * grid.depth)
    (icon,) = [put for put in placed if isinstance(put.piece, DrawingPiece)]
    assert icon.top == pytest.approx(title.y - 10)
    assert placed_text(placed) == [*HOURS, "Web page: harbour.example.org"]
    assert placed[-1].y == pytest.approx(grid.bottom + setting.unit)
    assert excess == 0
    assert said_by(root) == [*HOURS, "Web page: harbour.example.org"]


def test_without_a_clinic_there_are_lines_to_write_on(fonts: FontBook) -> None:
    placed, _, root = set_cover(panel(fonts, None), 60)
    assert placed_text(placed) == ["Clinic:", "Phone:"]
    assert said_by(root) == ["Clinic:", "Phone:"]


def test_the_title_moves_up_before_anything_goes(fonts: FontBook) -> None:
    setting = panel(fonts)
    full = room(setting, contact_height(setting, 5, 2)) - 50
    placed, excess, _ = set_cover(setting, full - 1)
    title = [put for put in placed if isinstance(put.piece, Frame)][1]
    assert title.top > setting.grid.height - setting.grid.top - 0.2 * setting.grid.depth
    assert title.top <= setting.grid.height - setting.grid.top - 30 - 2 * setting.unit + 0.001
    assert (has_icons(placed), excess) == (True, 0)
    assert placed_text(placed) == [*HOURS, "Web page: harbour.example.org"]


def test_then_the_icons_go_then_the_page_and_last_the_hours(fonts: FontBook) -> None:
    setting = panel(fonts)
    with_page, with_hours, least = (room(setting, contact_height(setting, *rows)) for rows in ((5, 2), (4, 1), (3, 1)))
    for title, said in (
        (with_page - 50 + 1, [*HOURS, "Web page: harbour.example.org"]),
        (with_page - 1, [*HOURS, "Web page: harbour.example.org"]),
        (with_page + 1, HOURS),
        (with_hours - 1, HOURS),
        (with_hours + 1, NUMBERS),
        (least - 1, NUMBERS),
    ):
        placed, excess, _ = set_cover(setting, title)
        assert (placed_text(placed), has_icons(placed), excess) == (said, False, 0)


def test_what_is_still_too_high_is_told_by_how_much_and_the_numbers_stay(fonts: FontBook) -> None:
    setting = panel(fonts)
    least = room(setting, contact_height(setting, 3, 1))
    placed, excess, root = set_cover(setting, least + 25)
    assert excess == pytest.approx(25)
    assert placed_text(placed) == NUMBERS
    assert said_by(root) == NUMBERS


def test_nothing_else_goes_for_whom_to_call_in_an_emergency(fonts: FontBook) -> None:
    setting, call = panel(fonts), "In an emergency, call 999."
    said = [*HOURS, "Web page: harbour.example.org"]
    with_page, with_hours = (room(setting, contact_height(setting, *rows)) for rows in ((5, 2), (4, 1)))
    for title, expected in ((60, [call, *said]), (with_page - 1, said), (with_hours - 1, HOURS)):
        placed, excess = place_cover(
            setting, Element("Document"), block(30), [block(title)], ICON, 0.2, calls=True
        )  # fmt: skip
        assert (placed_text(placed), excess) == (expected, 0)


@pytest.mark.parametrize(("count", "shown"), [(1, 1), (4, 4), (6, 6), (9, 6)])
def test_the_icons_of_up_to_six_strategies_fill_no_more_than_the_width_and_are_not_read(
    fonts: FontBook, count: int, shown: int
) -> None:
    setting = panel(fonts)
    strategies = [a_strategy(f"way-{number}") for number in range(1, count + 1)]
    row = icon_row(setting, a_leaflet(management={"strategies": strategies}), 200)
    assert icons(row) == [f"way-{number}-icon" for number in range(1, shown + 1)]
    found = puts(row, DrawingPiece)
    assert max(put.right for put in puts(row)) <= 200.001
    assert {put.piece.element for put in found} == {None}
    size = min((200 - 7.2 * (shown - 1)) / shown, 40.8)
    assert [put.x for put in puts(row, Frame)] == pytest.approx([number * (size + 7.2) for number in range(shown)])
    assert row.height == pytest.approx(size)
