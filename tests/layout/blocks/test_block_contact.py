"""How to reach the clinic: lines to write on where nothing is known, else all that its file says for readers."""

from __future__ import annotations

from typing import Any

import pytest

from handoutgen.content.clinic import Clinic
from handoutgen.layout.blocks.contact import contact_atoms, contact_lines, cover_contact
from handoutgen.layout.flow.atoms import LAST_RESORT, NEVER, Atom
from handoutgen.layout.flow.pieces import DrawingPiece, Frame, Rule, TextPiece
from handoutgen.layout.setting import Setting
from handoutgen.plan.element import Element
from handoutgen.text.fontbook import FontBook
from handoutgen.units import mm
from layout.setting_for_tests import (
    CLOSED,
    PHONE,
    a_clinic,
    all_of,
    costs,
    gaps,
    lines_of,
    put_that_says,
    puts,
    right_end,
    said_by,
    setting_for,
    shape,
    words,
)

WEB = "https://harbour.example.org/cramps/"
OFFER = "Ask us for this leaflet in large print, another format or another language."


def set_panel(fonts: FontBook, base: float = 12, **clinic: Any) -> tuple[Setting, Element, list[Atom]]:
    whose = a_clinic(**clinic)
    setting, root = setting_for(fonts, base, whose), Element("Document")
    return setting, root, contact_atoms(setting, root, whose)


@pytest.mark.parametrize(
    ("clinic", "labels"), [(None, ["Clinic:", "Phone:"]), (a_clinic(phones=[]), ["Phone:"]), (a_clinic(), [])]
)
def test_what_is_not_known_gets_a_line_to_write_it_on(
    fonts: FontBook, clinic: Clinic | None, labels: list[str]
) -> None:
    setting, root = setting_for(fonts, 12, clinic), Element("Document")
    atoms = contact_lines(setting, root)
    assert said_by(root) == labels
    assert len(puts(atoms, Rule)) == len(labels)
    if labels:
        assert right_end(atoms) == pytest.approx(setting.grid.full)
        assert root.kids[0].ident == "contact"


@pytest.mark.parametrize(("base", "rows"), [(12, 1), (18, 1), (24, 1), (36, 2)])
def test_clinic_and_phone_stand_side_by_side_while_both_lines_hold_a_shaky_hand(
    fonts: FontBook, base: float, rows: int
) -> None:
    atoms = contact_lines(setting_for(fonts, base), Element("Document"))
    assert len(atoms) == rows
    assert all(rule.piece.width >= mm(40) for rule in puts(atoms, Rule))
    assert all(atom.height >= mm(10) for atom in atoms)


def test_a_cover_says_the_main_line_the_closed_one_and_the_page(fonts: FontBook) -> None:
    phones = [PHONE, {"label": "Desk", "number": "0117 496 0456"}]
    setting, root = setting_for(fonts, 12, a_clinic(phones=phones, out_of_hours=CLOSED, web=WEB)), Element("Document")
    atoms = cover_contact(setting, root, True, True)
    assert lines_of(atoms) == [
        "Nurse advice line: 0117 496 0123", "Monday to Friday, 9am to 5pm",
        "When we are closed: 0117 496 0999", "Evening team. 5pm to 9am",
        "Web page: harbour.example.org/cramps",
    ]  # fmt: skip
    assert gaps(setting, atoms) == [0.5, 0, 0.5, 0, 0.5]
    assert shape(root) == "Document(Div(P(Link) P P(Link) P P(Link)))"
    assert [link.uri for link in all_of(root, "Link")] == ["tel:01174960123", "tel:01174960999", WEB]
    assert root.kids[0].ident == "contact"


@pytest.mark.parametrize(
    ("hours", "page", "left_out"),
    [(True, False, {"Web page: harbour.example.org/cramps"}),
     (False, False, {"Web page: harbour.example.org/cramps", "Monday to Friday, 9am to 5pm"})],
)  # fmt: skip
def test_a_cover_without_room_says_neither_page_nor_hours_but_always_the_numbers(
    fonts: FontBook, hours: bool, page: bool, left_out: set[str]
) -> None:
    setting = setting_for(fonts, 12, a_clinic(out_of_hours=CLOSED, web=WEB))
    richest, less = (cover_contact(setting, Element("Document"), *which) for which in ((True, True), (hours, page)))
    assert left_out.isdisjoint(lines_of(less))
    assert left_out <= set(lines_of(richest))
    assert {"Nurse advice line: 0117 496 0123", "When we are closed: 0117 496 0999"} <= set(lines_of(less))


def test_a_cover_without_a_clinic_has_lines_to_write_on_and_one_without_a_number_both(fonts: FontBook) -> None:
    plain, root = setting_for(fonts), Element("Document")
    assert lines_of(cover_contact(plain, root, True, True)) == ["Clinic:", "Phone:"]
    closed = setting_for(fonts, 12, a_clinic(phones=[], out_of_hours=CLOSED))
    assert lines_of(cover_contact(closed, Element("Document"), True, True)) == [
        "Phone:", "When we are closed: 0117 496 0999", "Evening team. 5pm to 9am",
    ]  # fmt: skip


def test_the_panel_says_all_that_the_clinics_file_says_for_readers(fonts: FontBook) -> None:
    _, root, atoms = set_panel(
        fonts, organisation="Harbour Trust", address=["1 Quay", "Bristol"], out_of_hours=CLOSED,
        email="team@example.org", web=WEB, interpreter="Ask for an interpreter.", feedback="Tell us what to change.",
    )  # fmt: skip
    said = [
        "How to contact us", "Harbour Clinic", "Harbour Trust", "1 Quay, Bristol",
        "Nurse advice line: 0117 496 0123", "Monday to Friday, 9am to 5pm",
        "When we are closed: 0117 496 0999", "Evening team. 5pm to 9am",
        "E-mail: team@example.org", "Web page: harbour.example.org/cramps",
        "Ask for an interpreter.", "Tell us what to change.", OFFER,
    ]  # fmt: skip
    assert said_by(root) == said
    assert [link.uri for link in all_of(root, "Link")] == [
        "tel:01174960123", "tel:01174960999", "mailto:team@example.org", WEB
    ]  # fmt: skip
    assert len(puts(atoms, DrawingPiece)) == 1


def test_what_a_clinic_offers_in_its_own_words_takes_the_place_of_the_fixed_ones(fonts: FontBook) -> None:
    assert said_by(set_panel(fonts, other_formats="Ring us for braille.")[1])[-1] == "Ring us for braille."


@pytest.mark.parametrize("base", [12, 18])
def test_the_offer_of_other_formats_is_bold_and_a_step_larger(fonts: FontBook, base: float) -> None:
    setting, _, atoms = set_panel(fonts, base)
    offer = put_that_says(atoms, OFFER)
    assert offer.piece.size == setting.scale.standfirst.size > base
    name = put_that_says(atoms, "Harbour Clinic").piece
    assert {run.face for line in offer.piece.lines for run in line.runs} == {run.face for run in name.lines[0].runs}
    if base == 12:
        last = max(put.down + put.piece.height for put in puts(atoms, TextPiece) if put.text != OFFER)
        assert offer.down == pytest.approx(last + setting.unit)
    else:
        assert gaps(setting, atoms)[-1] == 1


@pytest.mark.parametrize("base", [12, 14])
def test_in_two_columns_the_panel_is_a_tint_over_the_whole_page_and_never_parts(fonts: FontBook, base: float) -> None:
    setting, _, atoms = set_panel(fonts, base, web=WEB, address=["1 Quay", "Bristol"], out_of_hours=CLOSED)
    (atom,) = atoms
    (panel,) = puts(atom, Frame)
    assert atom.spans
    assert (panel.x, panel.piece.width, panel.piece.fill) == (0.0, setting.grid.full, setting.palette.tint)
    assert (panel.piece.height, atom.cost, gaps(setting, atoms)) == (atom.height, LAST_RESORT, [2])
    inner = [put for put in puts(atom) if not isinstance(put.piece, Frame)]
    assert min(put.x for put in inner) == pytest.approx(base)
    assert max(put.right for put in inner) <= setting.grid.full - base + 0.01
    assert max(put.down + put.piece.height for put in inner) <= atom.height - base + 0.01


@pytest.mark.parametrize("phones", [1, 2, 3, 5])
def test_no_number_is_parted_from_its_name_or_hours_by_a_column(fonts: FontBook, phones: int) -> None:
    lines = [
        {"label": f"Desk {index}", "number": f"0117 496 012{index}", "hours": f"{index}pm to 9pm"}
        for index in range(1, phones + 1)
    ]
    _, _, (atom,) = set_panel(fonts, 12, phones=lines, out_of_hours=CLOSED)
    for index in range(1, phones + 1):
        number = put_that_says(atom, f"Desk {index}: 0117 496 012{index}")
        hours = put_that_says(atom, f"{index}pm to 9pm")
        assert number.x == hours.x
        assert hours.down == pytest.approx(number.down + number.piece.height)


def test_a_panel_that_would_fill_more_than_half_a_page_is_set_in_the_columns_and_said_once(fonts: FontBook) -> None:
    _, root, atoms = set_panel(fonts, 12, interpreter=words(50), feedback=words(50), other_formats=words(50), web=WEB)
    if puts(atoms, Frame):
        assert len(atoms) == 1
    assert sum(text == words(50) for text in said_by(root)) == 3
    assert said_by(root).count("How to contact us") == 1


def test_the_code_to_scan_stands_at_the_right_of_the_panel_with_its_word_under_it(fonts: FontBook) -> None:
    setting, root, atoms = set_panel(fonts, web=WEB, address=[words(8)])
    (code,) = puts(atoms, DrawingPiece)
    assert (code.piece.width, code.piece.height, code.piece.element) == (mm(26), mm(26), None)
    assert code.right == pytest.approx(setting.grid.full - 12)
    word = put_that_says(atoms, "Read online")
    assert (word.x, word.down, word.piece.width) == pytest.approx((code.x, code.down + mm(26), mm(26)))
    assert word.piece.element is None  # as nobody who listens can scan
    others = [put for put in puts(atoms, TextPiece) if put.text != "Read online"]
    assert max(put.right for put in others) <= code.x
    assert "Web page: harbour.example.org/cramps" in said_by(root)


def test_a_link_on_the_tint_is_deeper_than_one_on_white(fonts: FontBook) -> None:
    setting, _, atoms = set_panel(fonts, web=WEB)
    (link,) = [run for put in puts(atoms, TextPiece) for line in put.piece.lines for run in line.runs
               if run.tag and run.tag.role == "Link" and "harbour.example" in run.text]  # fmt: skip
    assert link.colour == setting.palette.deep != setting.palette.link


def test_in_large_print_the_code_stands_at_the_right_of_lines_that_leave_it_room(fonts: FontBook) -> None:
    setting, _, atoms = set_panel(fonts, 18, web=WEB)
    (code,) = puts(atoms, DrawingPiece)
    assert code.right == pytest.approx(setting.grid.full)
    (reach,) = [atom for atom in atoms if puts(atom, DrawingPiece)]
    assert "Web page: harbour.example.org/cramps" in lines_of(reach)
    others = [put for put in puts(reach, TextPiece) if put.piece.element]
    assert max(put.right for put in others) + setting.scale.base <= code.x
    assert put_that_says(atoms, "Read online").x == code.x


@pytest.mark.parametrize("base", [18, 24])
def test_in_large_print_the_code_stands_under_lines_that_leave_it_no_room(fonts: FontBook, base: float) -> None:
    setting, _, atoms = set_panel(fonts, base, web=WEB, address=[words(8)])
    (code,) = puts(atoms, DrawingPiece)
    assert code.x == 0.0
    (held,) = [index for index, atom in enumerate(atoms) if puts(atom, DrawingPiece)]
    above = [line for atom in atoms[:held] for line in lines_of(atom)]
    page = "Web page: harbour.example.org/cramps"
    if page in above:
        assert gaps(setting, [atoms[held]]) == [1]
    else:
        put = put_that_says(atoms[held], page)
        assert code.down == pytest.approx(put.down + put.piece.height + setting.unit)


@pytest.mark.parametrize("base", [12, 18, 24])
def test_names_numbers_and_address_stay_on_one_page_with_the_heading(fonts: FontBook, base: float) -> None:
    _, _, atoms = set_panel(fonts, base, address=["1 Quay"], out_of_hours=CLOSED)
    first = lines_of(atoms[0])
    assert {"How to contact us", "1 Quay", "When we are closed: 0117 496 0999"} <= set(first)
    assert costs(atoms[1:]) == ([] if base == 12 else [LAST_RESORT])


def test_the_code_stands_beside_the_names_where_later_lines_leave_it_no_room(fonts: FontBook) -> None:
    far = {**CLOSED, "label": "Team of all hospitals in the county, evening and night"}
    setting, _, atoms = set_panel(fonts, 24, address=["1 Quay"], out_of_hours=far, phones=[PHONE] * 6, web=WEB)
    code = next(put for atom in atoms for put in puts(atom, DrawingPiece))
    first = next(atom for atom in atoms if puts(atom, DrawingPiece))
    assert "1 Quay" in lines_of(first)
    assert code.right == pytest.approx(setting.grid.full)
    beside = [put for put in puts(first, TextPiece) if put.piece.element]  # the word under the code is an artifact
    assert max(put.x + put.piece.ink_width for put in beside) <= code.x


def test_where_they_fill_more_than_half_a_page_no_number_is_parted_from_its_hours(fonts: FontBook) -> None:
    phones = [{**PHONE, "number": f"0117 496 012{number}"} for number in range(8)]
    setting, _, atoms = set_panel(fonts, 24, phones=phones, out_of_hours=CLOSED, web=WEB)
    assert len(atoms) > 16
    cost = {lines_of(atom)[-1]: atom.cost for atom in atoms if puts(atom, TextPiece)}
    assert cost["Monday to Friday, 9am to 5pm"] == NEVER
    assert cost["Evening team. 5pm to 9am"] == NEVER
    assert cost["Nurse advice line: 0117 496 0125"] < NEVER, "the first stand beside the code"
    assert right_end(atoms) == setting.grid.full


@pytest.mark.parametrize("base", [12, 18, 24])
def test_no_line_of_the_panel_is_wider_than_the_page(fonts: FontBook, base: float) -> None:
    setting, _, atoms = set_panel(fonts, base, address=[words(15)], web=WEB, interpreter=words(20))
    assert right_end(atoms) == pytest.approx(setting.grid.full)
