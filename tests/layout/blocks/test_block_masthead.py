"""The head of the first page: whose leaflet it is, its logo, and what a reader must know of this printing."""

from __future__ import annotations

from typing import Any

import pytest

from handoutgen.content.clinic import Clinic
from handoutgen.layout.blocks.masthead import LOGO_IN_A_LINE, masthead
from handoutgen.layout.flow.atoms import Atom
from handoutgen.layout.flow.pieces import DrawingPiece, Frame, Rule, TextPiece
from handoutgen.layout.setting import Setting
from handoutgen.pictures.model import Drawing
from handoutgen.plan.element import Element
from handoutgen.text.fontbook import FontBook
from layout.setting_for_tests import (
    a_clinic,
    a_leaflet,
    left_edges,
    put_that_says,
    puts,
    right_end,
    said_by,
    setting_for,
    shape,
    words,
)

DRAFT = "Draft: not yet approved by a clinic"
LOGO = {"file": "logo.svg", "alt": "Harbour Trust"}


def set_head(setting: Setting, **leaflet: Any) -> tuple[Element, Atom]:
    root = Element("Document")
    return root, masthead(setting, root, a_leaflet(**leaflet))


def test_without_a_clinic_it_says_what_it_is_and_that_it_is_a_draft(fonts: FontBook) -> None:
    root, _ = set_head(setting_for(fonts))
    assert shape(root) == "Document(P P)"
    assert said_by(root) == ["Patient information", DRAFT]


@pytest.mark.parametrize(("clinic", "lines"), [(None, 1), (a_clinic(), 2)])
def test_where_it_is_asked_for_the_emergency_number_stands_in_a_frame_at_the_right(
    fonts: FontBook, clinic: Clinic | None, lines: int
) -> None:
    root, setting = Element("Document"), setting_for(fonts, clinic=clinic)
    atom = masthead(setting, root, a_leaflet(), with_emergency=True)
    assert "In an emergency, call 999." in said_by(root)
    (frame,) = (put for put in puts(atom, Frame) if put.piece.stroke)
    (band,) = puts(atom, Rule)
    said = next(put for put in puts(atom, TextPiece) if put.piece.lines[0].text.startswith("In an emergency"))
    assert len(said.piece.lines) == lines
    assert frame.x < said.x < said.x + said.piece.ink_width < frame.x + frame.piece.width <= setting.grid.full
    assert frame.down >= 0
    assert frame.down + frame.piece.height < band.down
    assert right_end(atom) == pytest.approx(setting.grid.full)


def test_a_head_that_is_full_of_names_has_no_such_number(fonts: FontBook) -> None:
    root = Element("Document")
    masthead(setting_for(fonts, clinic=a_clinic(name=words(9))), root, a_leaflet(), with_emergency=True)
    assert "In an emergency, call 999." not in said_by(root)


CALL = ["Nurse advice line", "0117 496 0123"]


def test_with_a_clinic_it_says_whose_it_is_and_whom_to_call(fonts: FontBook) -> None:
    assert said_by(set_head(setting_for(fonts, 12, a_clinic()))[0]) == ["Harbour Clinic", DRAFT, *CALL]
    assert said_by(set_head(setting_for(fonts, 12, a_clinic(phones=[])))[0]) == ["Harbour Clinic", DRAFT]


@pytest.mark.parametrize("base", [12, 14])
def test_the_number_to_call_stands_in_bold_at_the_right_margin_under_what_it_is(fonts: FontBook, base: float) -> None:
    setting = setting_for(fonts, base, a_clinic())
    root, atom = set_head(setting)
    label, number = (put_that_says(atom, text) for text in CALL)
    assert label.x == number.x
    assert number.down == pytest.approx(label.down + label.piece.height)
    assert max(label.right, number.right) == pytest.approx(setting.grid.full, abs=0.51)
    name = put_that_says(atom, "Harbour Clinic").piece
    assert {run.face for run in number.piece.lines[0].runs} == {run.face for run in name.lines[0].runs}
    assert shape(root) == "Document(P P P P(Link))"


@pytest.mark.parametrize("base", [18, 24])
def test_in_large_print_the_number_stands_in_the_help_box_and_not_in_the_head(fonts: FontBook, base: float) -> None:
    assert said_by(set_head(setting_for(fonts, base, a_clinic()))[0]) == ["Harbour Clinic", DRAFT]


def test_a_name_that_needs_the_room_takes_it_from_the_number(fonts: FontBook) -> None:
    name = "Harbour Clinic for Muscles and Nerves of the Western Counties"
    root, atom = set_head(setting_for(fonts, 12, a_clinic(name=name)))
    assert said_by(root) == [name, DRAFT]
    assert len(put_that_says(atom, name).piece.lines) == 1


@pytest.mark.parametrize(("version", "state"), [("1.0", []), ("0.9", [DRAFT])])
def test_the_clinics_approval_of_this_very_version_takes_the_draft_line_away(
    fonts: FontBook, version: str, state: list[str]
) -> None:
    approval = {"leaflet": "cramps", "version": version, "role": "Lead nurse", "date": "2026-12-01"}
    assert said_by(set_head(setting_for(fonts, 12, a_clinic(approvals=[approval])))[0]) == [
        "Harbour Clinic", *state, *CALL,
    ]  # fmt: skip


@pytest.mark.parametrize("base", [12, 18, 24])
def test_the_draft_line_stands_under_the_name(fonts: FontBook, base: float) -> None:
    setting = setting_for(fonts, base, a_clinic())
    _, atom = set_head(setting)
    name, draft = put_that_says(atom, "Harbour Clinic"), put_that_says(atom, DRAFT)
    assert (name.x, draft.x) == (0.0, 0.0)
    assert draft.down == pytest.approx(name.down + name.piece.height)
    assert name.piece.size == setting.scale.h3.size


@pytest.mark.parametrize("base", [12, 18, 24])
def test_why_an_overdue_leaflet_is_handed_out_stands_last_over_the_rule(fonts: FontBook, base: float) -> None:
    setting = setting_for(fonts, base, notice="Past its review date: no new version yet.")
    root, atom = set_head(setting)
    assert said_by(root)[-1] == "Past its review date: no new version yet."
    assert root.kids[-1].ident == "notice"
    notice, draft = put_that_says(atom, "Past its review date: no new version yet."), put_that_says(atom, DRAFT)
    assert notice.down >= draft.down + draft.piece.height
    (rule,) = puts(atom, Rule)
    assert (rule.piece.width, rule.piece.thickness) == (setting.grid.full, setting.scale.band)
    assert rule.down == pytest.approx(notice.down + notice.piece.height + setting.unit * 0.6)
    assert atom.height == pytest.approx(rule.down + setting.scale.band)


@pytest.mark.parametrize(
    ("drawing", "wide", "high"),
    [(Drawing(100, 100, "logo"), 33.6, 33.6), (Drawing(1000, 50, "logo"), 504.567 * 0.36, 504.567 * 0.018)],
)
def test_a_logo_is_as_large_as_its_height_and_its_share_of_the_width_allow(
    fonts: FontBook, drawing: Drawing, wide: float, high: float
) -> None:
    root, atom = set_head(setting_for(fonts, 12, a_clinic(logo=LOGO), logo=drawing))
    (logo,) = puts(atom, DrawingPiece)
    assert (logo.piece.width, logo.piece.height) == pytest.approx((wide, high), rel=1e-4)
    assert shape(root) == "Document(Figure P P P P(Link))"
    assert (root.kids[0].alt, logo.piece.element) == ("Harbour Trust", root.kids[0])
    assert put_that_says(atom, "Harbour Clinic").x == pytest.approx(logo.right + 12 * 0.9)


def test_on_a_form_with_one_page_for_all_a_logo_is_as_high_as_a_line_of_words(fonts: FontBook) -> None:
    setting = setting_for(fonts, 12, a_clinic(logo=LOGO), logo=Drawing(100, 100, "logo"))
    atom = masthead(setting, Element("Document"), a_leaflet(), LOGO_IN_A_LINE)
    assert puts(atom, DrawingPiece)[0].piece.height == pytest.approx(16.2)


def test_a_picture_without_a_logo_in_the_clinics_file_is_not_shown(fonts: FontBook) -> None:
    drawing = Drawing(100, 100, "logo")
    for setting in (setting_for(fonts, 12, a_clinic(), logo=drawing), setting_for(fonts, logo=drawing)):
        assert puts(set_head(setting)[1], DrawingPiece) == []


@pytest.mark.parametrize("base", [12, 18, 24])
def test_no_name_is_wider_than_the_page(fonts: FontBook, base: float) -> None:
    setting = setting_for(fonts, base, a_clinic(name=words(10), logo=LOGO), logo=Drawing(100, 100, "logo"))
    _, atom = set_head(setting)
    assert right_end(atom) == pytest.approx(setting.grid.full)
    assert len(left_edges(puts(atom, TextPiece))) <= 2
