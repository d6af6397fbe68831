"""When to get help as lists in a narrow column: levels as parts of their own, told apart without colour."""

from __future__ import annotations

from typing import Any

import pytest

from handoutgen.content.clinic import Clinic
from handoutgen.layout.blocks.help_lists import ListedHelp, listed_help
from handoutgen.layout.blocks.help_whole import HelpBox
from handoutgen.layout.flow.pieces import Frame, Rule, TextPiece
from handoutgen.text.fontbook import FontBook
from layout.setting_for_tests import (
    CLOSED,
    a_clinic,
    a_leaflet,
    all_of,
    icons,
    left_edges,
    put_that_says,
    puts,
    right_end,
    said_by,
    setting_for,
    shape,
)

NIGHT = "When we are closed, call 0117 496 0999."


def listed(fonts: FontBook, how: ListedHelp, clinic: Clinic | None = None, **guide: Any) -> HelpBox:
    setting = setting_for(fonts, 12, clinic, form="a4-trifold")
    return listed_help(setting, a_leaflet(**({"help": guide} if guide else {})).help, 240, how)


def test_each_level_is_a_part_with_a_heading_and_a_list(fonts: FontBook) -> None:
    box = listed(fonts, ListedHelp(), a_clinic())
    signs = "L(LI(Lbl LBody) LI(Lbl LBody))"
    assert shape(box.element) == "Sect(H2 " + " ".join([f"Sect(H3(Link) {signs})"] * 3) + ")"
    assert [kid.ident for kid in box.element.kids] == [None, "help-emergency", "help-urgent", "help-routine"]
    assert all_of(box.element, "H3")[0].bookmark == "Call 999 now"


def test_numbers_are_bold_and_lead_to_the_phone(fonts: FontBook) -> None:
    box = listed(fonts, ListedHelp(), a_clinic())
    assert [link.uri for link in all_of(box.element, "Link")] == ["tel:999", "tel:01174960123", "tel:01174960123"]


def test_levels_are_told_by_their_discs_and_parted_by_lines(fonts: FontBook) -> None:
    (atom,) = listed(fonts, ListedHelp(), a_clinic()).atoms
    assert icons(atom) == ["emergency", "phone", "calendar"]
    discs = [put.piece for put in puts(atom, Frame)]
    assert [bool(disc.fill) for disc in discs] == [True, False, False]
    assert discs[1].thickness > discs[2].thickness > 0
    thick, *thin = [put.piece.thickness for put in puts(atom, Rule)]
    assert len(thin) == 2
    assert thick > max(thin)
    assert right_end(atom) <= 240.001


@pytest.mark.parametrize(("is_hung", "edges"), [(True, 1), (False, 2)])
def test_signs_stand_right_of_the_discs_or_under_them(fonts: FontBook, is_hung: bool, edges: int) -> None:
    (atom,) = listed(fonts, ListedHelp(is_hung=is_hung), a_clinic()).atoms
    label = next(put for put in puts(atom, TextPiece) if put.text.startswith("Call 999"))
    bullets = [put for put in puts(atom, TextPiece) if put.text == "•"]
    assert left_edges([label, *bullets]) == pytest.approx([label.x] if is_hung else [0, label.x])
    assert len(left_edges([label, *bullets])) == edges


@pytest.mark.parametrize("with_closed", [True, False])
def test_whom_to_call_at_night_is_said_with_urgent_advice_or_elsewhere(fonts: FontBook, with_closed: bool) -> None:
    box = listed(fonts, ListedHelp(with_closed=with_closed), a_clinic(out_of_hours=CLOSED))
    urgent = box.element.kids[2]
    assert (NIGHT in said_by(urgent)) is with_closed
    assert said_by(box.element).count(NIGHT) == with_closed


def test_levels_that_are_not_asked_for_and_the_title_are_left_out(fonts: FontBook) -> None:
    box = listed(fonts, ListedHelp(keys=("emergency",), is_titled=False))
    assert [kid.ident for kid in box.element.kids] == ["help-emergency"]
    assert puts(box.atoms, Rule) == []


def test_actions_and_an_introduction_are_said(fonts: FontBook) -> None:
    level = {"signs": ["a"], "action": "Bring this."}
    box = listed(fonts, ListedHelp(), intro="Read this first.", emergency=level, urgent=level, routine=level)
    assert said_by(box.element)[1] == "Read this first."
    assert said_by(box.element).count("Bring this.") == 3
    assert put_that_says(box.atoms, "Read this first.").x == 0


def test_what_to_do_may_be_one_paragraph_under_the_signs_and_loses_no_word(fonts: FontBook) -> None:
    level = {"signs": ["a", "b"], "actions": ["Lie down.", "Keep warm."]}
    said = []
    for joins in (False, True):
        box = listed(
            fonts, ListedHelp(joins_actions=joins), a_clinic(), emergency=level, urgent={"signs": ["c"]},
            routine={"signs": ["d"]},
        )  # fmt: skip
        said.append(" ".join(" ".join(said_by(box.element)).split()))
        lines = [put.piece for put in puts(box.atoms[0], TextPiece) if "Lie down." in put.piece.lines[0].text]
        assert ("Keep warm." in lines[0].lines[0].text) is joins
    assert said[0] == said[1]
