"""When to get help: the framed box, its three levels, whom it says to call, and how it parts when it must."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from handoutgen.content.clinic import Clinic
from handoutgen.content.helping import Help, HelpLevel
from handoutgen.layout.blocks.help_levels import label_atom, label_width, level_words
from handoutgen.layout.blocks.help_pages import OWN_PAGE
from handoutgen.layout.blocks.help_whole import (
    MOST_OVER_ROWS,
    MOST_WHITE_FIRST,
    HelpBox,
    WholeHelpBoxes,
    whole_help_box,
)
from handoutgen.layout.blocks.helpbox import compact_help, help_box
from handoutgen.layout.blocks.lists import BULLET_INDENT
from handoutgen.layout.flow.atoms import EASY, FREE, HARD, NEVER, Atom
from handoutgen.layout.flow.pieces import Frame, Rule, TextPiece
from handoutgen.layout.setting import Setting
from handoutgen.plan.element import Element
from handoutgen.text.fontbook import FontBook
from layout.setting_for_tests import (
    CLOSED,
    Put,
    a_clinic,
    all_of,
    costs,
    gaps,
    icons,
    lines_of,
    put_that_says,
    puts,
    right_end,
    said_by,
    setting_for,
    shape,
    words,
)

LEVELS = ("emergency", "urgent", "routine")
LEVEL = "Sect(H3 P L(LI(Lbl LBody) LI(Lbl LBody)))"
EMERGENCY = "Sect(H3(Link) P L(LI(Lbl LBody) LI(Lbl LBody)))"
"""A label with a number to dial in it; without a clinic the emergency alone has one."""
WITHOUT = ["Call 999 now", "Call your clinic today", "Tell us at your next visit"]
WITH = ["Call 999 now", "Call us today on 0117 496 0123", "Tell us at your next visit, or call 0117 496 0123"]
LEADS = ["if you have:", "if you have:", "about:"]
"""What stands under each label, before the signs."""
NIGHT = "When we are closed, call 0117 496 0999."


def a_guide(**changes: Any) -> Help:
    levels = {key: {"signs": [f"{key} sign one", f"{key} sign two"]} for key in LEVELS}
    return Help.model_validate({**levels, **changes})


def set_box(setting: Setting, depth: float = 700, **changes: Any) -> HelpBox:
    return help_box(setting, a_guide(**changes), depth)


def boxes(box: HelpBox | Atom) -> list[Put]:
    """The frames round levels, and not the discs that are put in them."""
    atoms = [box] if isinstance(box, Atom) else box.atoms
    return [put for put in puts(atoms, Frame) if put.piece.radius < put.piece.height / 2 - 1]


def labels(box: HelpBox) -> list[str]:
    return ["".join(said_by(heading)) for heading in all_of(box.element, "H3")]


@pytest.mark.parametrize("base", [12, 14, 18, 24])
def test_the_box_is_a_heading_and_three_levels_each_a_label_over_its_signs(fonts: FontBook, base: float) -> None:
    box = set_box(setting_for(fonts, base), intro="Trust yourself.")
    assert shape(box.element) == f"Sect(H2 P {EMERGENCY} {LEVEL} {LEVEL})"
    assert all_of(box.element, "H2")[0].bookmark == "When to get help"
    assert [kid.ident for kid in box.element.kids[2:]] == ["help-emergency", "help-urgent", "help-routine"]
    said = said_by(box.element)
    opening = ["When to get help", "Trust yourself.", WITHOUT[0], LEADS[0]]
    assert said[:8] == [*opening, "•", "emergency sign one", "•", "emergency sign two"]
    assert [text for text in said if text in LEADS] == LEADS
    assert icons(box.atoms) == ["emergency", "phone", "calendar"]


@pytest.mark.parametrize("base", [12, 14, 18, 24])
@pytest.mark.parametrize(("clinic", "expected"), [(None, WITHOUT), (a_clinic(), WITH), (a_clinic(phones=[]), WITHOUT)])
def test_the_number_to_call_stands_in_the_label(
    fonts: FontBook, base: float, clinic: Clinic | None, expected: list[str]
) -> None:
    box = set_box(setting_for(fonts, base, clinic))
    assert labels(box) == expected
    dialled = [link.uri for link in all_of(box.element, "Link")]
    assert dialled == ["tel:999", *["tel:01174960123"] * (2 if expected is WITH else 0)]


def test_the_clinics_own_emergency_number_is_the_one_to_call(fonts: FontBook) -> None:
    assert labels(set_box(setting_for(fonts, 12, a_clinic(emergency_number="112"))))[0] == "Call 112 now"


@pytest.mark.parametrize("base", [12, 14, 18, 24])
def test_whom_to_call_at_night_is_said_with_urgent_advice_and_never_with_the_emergency(
    fonts: FontBook, base: float
) -> None:
    box = set_box(setting_for(fonts, base, a_clinic(out_of_hours=CLOSED)))
    said = said_by(box.element)
    assert said.count(NIGHT) == 1
    assert said.index(NIGHT) > said.index("urgent sign two")
    assert NIGHT not in said_by(set_box(setting_for(fonts, base, a_clinic())).element)


def test_labels_are_narrower_only_where_that_lets_a_page_hold_the_box_in_its_frame(fonts: FontBook) -> None:
    setting = setting_for(fonts, 14, a_clinic())
    signs = {"signs": [f"{words(6, 'ache')} a sign {number}" for number in range(6)]}
    columns: list[float] = []
    for depth in range(700, 300, -4):
        box = whole_help_box(setting, a_guide(emergency=signs, urgent=signs), float(depth), narrows=True)
        if box is None:
            break
        assert box.atoms[0].height <= depth
        label = put_that_says(box.atoms, "Call 999 now")
        x = put_that_says(box.atoms, "routine sign one").x - label.x
        columns += [] if x in columns else [x]
    wide, narrow = columns
    assert narrow < wide


def test_an_action_follows_the_signs_and_the_night_line(fonts: FontBook) -> None:
    level = {"signs": ["swelling"], "action": "Bring this leaflet."}
    box = set_box(setting_for(fonts, 18, a_clinic(out_of_hours=CLOSED)), urgent=level)
    said = said_by(box.element)
    start = said.index("swelling")
    assert said[start : start + 3] == ["swelling", NIGHT, "Bring this leaflet."]


@pytest.mark.parametrize("base", [12, 14, 15])
def test_levels_are_rows_parted_by_hairlines_with_the_signs_right_of_their_labels(fonts: FontBook, base: float) -> None:
    box = set_box(setting_for(fonts, base, a_clinic(out_of_hours=CLOSED)))
    labelled = [put_that_says(box.atoms, label) for label in ("Call 999 now", "Call us today on 0117 496 0123")]
    signs = [put_that_says(box.atoms, f"{key} sign one") for key in LEVELS]
    assert len({put.x for put in signs}) == 1
    assert all(label.right < signs[0].x for label in labelled)
    assert {put.piece.leading for put in signs} == {setting_for(fonts, base).scale.list.leading}
    downs = [put.down for put in signs]
    assert downs == sorted(set(downs))
    hairlines = puts(box.atoms, Rule)
    assert [downs[0] < hairlines[0].down < downs[1], downs[1] < hairlines[1].down < downs[2]] == [True, True]
    assert len(hairlines) == 2
    night = put_that_says(box.atoms, NIGHT)
    assert night.x == pytest.approx(signs[0].x - BULLET_INDENT * base)
    assert downs[1] < night.down < downs[2]


def test_levels_are_told_apart_by_their_discs_which_hold_in_grey(fonts: FontBook) -> None:
    setting = setting_for(fonts)
    box = set_box(setting)
    _, *discs = puts(box.atoms, Frame)
    deep = setting.palette.deep
    assert [(disc.piece.fill, disc.piece.stroke) for disc in discs] == [(deep, None), (None, deep), (None, deep)]
    assert discs[1].piece.thickness > 2 * discs[2].piece.thickness


def test_signs_take_at_least_half_of_the_width(fonts: FontBook) -> None:
    for base in (12, 14, 15.9):
        setting = setting_for(fonts, base)
        box = set_box(setting, urgent={"signs": [words(9), words(9)]})
        sign = put_that_says(box.atoms, "emergency sign one")
        assert sign.x < setting.grid.full / 2


@pytest.mark.parametrize("number", ["0117 496 0123", "0117 496 0123 ext. 45"])
def test_a_number_is_never_torn_over_two_lines_and_a_long_one_takes_room_from_the_signs(
    fonts: FontBook, number: str
) -> None:
    box, plain = (
        set_box(setting_for(fonts, 12, a_clinic(phones=[{"label": "Desk", "number": each}])))
        for each in (number, "0117 496 0123")
    )
    lines = [line.text for put in puts(box.atoms, TextPiece) for line in put.piece.lines]
    assert len([line for line in lines if number in line]) == 2
    sign, usual = (put_that_says(each.atoms, "urgent sign one").x for each in (box, plain))
    assert (sign > usual) is (number != "0117 496 0123")


LONG_NUMBERS = ("+44 (0)117 496 0123", "+353 (0)1 234 5678", "0117 496 0123 ext. 4567", "+1 (617) 555-0123")


@pytest.mark.parametrize("base", [12, 13, 14, 15, 15.9, 18, 24])
@pytest.mark.parametrize("number", LONG_NUMBERS)
def test_no_number_to_call_is_torn_in_any_arrangement(fonts: FontBook, number: str, base: float) -> None:
    box = set_box(setting_for(fonts, base, a_clinic(phones=[{"label": "Desk", "number": number}])))
    lines = [line.text for put in puts(box.atoms, TextPiece) for line in put.piece.lines]
    assert len([line for line in lines if number in line]) == 2


@pytest.mark.parametrize("base", [12, 15, 18, 24])
def test_a_label_as_narrow_as_can_be_still_holds_its_number(fonts: FontBook, base: float) -> None:
    setting = setting_for(fonts, base, a_clinic(phones=[{"label": "Desk", "number": LONG_NUMBERS[0]}]))
    level = HelpLevel(signs=("a sign",))
    width = label_width(setting, "urgent", level) + 0.5
    label = label_atom(setting, Element("Sect"), "urgent", level_words(setting.voice, "urgent", level), width)
    assert LONG_NUMBERS[0] in [line.text.strip() for put in puts(label, TextPiece) for line in put.piece.lines]
    assert right_end(label) <= width


def test_labels_beside_which_signs_would_have_less_than_half_the_width_stand_over_them(fonts: FontBook) -> None:
    beside, over = (
        set_box(setting_for(fonts, 15, a_clinic(phones=[{"label": "Desk", "number": number}])))
        for number in (LONG_NUMBERS[1], "+44 (0)117 496 0123 ext. 45678")
    )
    sign, label = put_that_says(beside.atoms, "emergency sign one"), put_that_says(over.atoms, WITHOUT[0])
    assert sign.x > label.x + 100
    assert put_that_says(over.atoms, "emergency sign one").down >= label.down + label.piece.height
    assert put_that_says(over.atoms, "emergency sign one").x < label.x


@pytest.mark.parametrize("base", [12, 13])
def test_rows_higher_than_the_page_part_between_levels_or_signs(fonts: FontBook, base: float) -> None:
    many = {key: {"signs": [f"{key} sign {number}" for number in range(18)]} for key in LEVELS}
    depth = 230
    box = set_box(setting_for(fonts, base), depth, **many)
    assert len(box.atoms) > 1
    assert max(atom.height for atom in box.atoms) <= depth
    said = said_by(box.element)
    assert [text for text in said if " sign " in text] == [sign for key in LEVELS for sign in many[key]["signs"]]


@pytest.mark.parametrize("base", [12, 14, 15])
def test_a_level_in_a_side_column_that_is_higher_than_a_page_parts_between_its_signs(
    fonts: FontBook, base: float
) -> None:
    signs = [f"emergency sign {number}" for number in range(40)]
    box = set_box(setting_for(fonts, base), 200, emergency={"signs": signs})
    assert boxes(box) == []
    shown = [line for line in lines_of(box.atoms) if line in signs]
    assert shown == signs
    (label,) = [atom for atom in box.atoms if WITHOUT[0] in lines_of(atom)]
    assert signs[0] in lines_of(label)  # beside it
    assert max(atom.height for atom in box.atoms) < 100


@pytest.mark.parametrize("base", [12, 14, 15.9])
def test_under_each_label_stands_what_leads_in_to_the_signs_and_left_of_it_the_disc(
    fonts: FontBook, base: float
) -> None:
    box = set_box(setting_for(fonts, base))
    discs = [put for put in puts(box.atoms, Frame) if put not in boxes(box)]
    leads = [put for put in puts(box.atoms, TextPiece) if put.text in LEADS]
    for label, lead, disc in zip(WITHOUT, leads, discs, strict=True):
        name = put_that_says(box.atoms, label)
        assert (lead.x, lead.down) == pytest.approx((name.x, name.down + name.piece.height))
        assert disc.right < name.x
        high = lead.down + lead.piece.height - name.down
        edge = disc.piece.thickness / 2
        if high <= disc.piece.height + 2 * edge:
            assert disc.down + disc.piece.height / 2 == pytest.approx(name.down + high / 2)
        else:
            assert disc.down - edge == pytest.approx(name.down)


@pytest.mark.parametrize("base", [15.9, 18, 24])
def test_in_large_print_signs_stand_under_their_label(fonts: FontBook, base: float) -> None:
    box = set_box(setting_for(fonts, base))
    downs: list[float] = []
    for key, label in zip(LEVELS, WITHOUT, strict=True):
        name, sign = put_that_says(box.atoms, label), put_that_says(box.atoms, f"{key} sign one")
        assert sign.down >= name.down + name.piece.height
        assert sign.x < name.x  # under the disc
        downs += [name.down, sign.down]
    assert downs == sorted(downs)


@pytest.mark.parametrize("base", [12, 14, 18, 24])
def test_a_box_that_fits_a_page_is_one_frame_as_wide_as_the_page_and_never_parts(fonts: FontBook, base: float) -> None:
    setting = setting_for(fonts, base, a_clinic())
    box = set_box(setting)
    (frame,) = boxes(box)
    assert (frame.x, frame.down, frame.piece.width) == (0.0, 0.0, setting.grid.full)
    assert frame.piece.height == box.atoms[0].height
    assert (frame.piece.stroke, frame.piece.thickness) == (setting.palette.ink, setting.scale.frame)
    assert costs(box.atoms) == [FREE]
    assert gaps(setting, box.atoms) == [2]
    assert right_end(box.atoms) == setting.grid.full


def test_less_white_is_tried_before_the_box_gives_up_its_lists(fonts: FontBook) -> None:
    setting = setting_for(fonts, 18)
    whole = set_box(setting).atoms[0].height
    tight = set_box(setting, whole - 1)
    assert whole * 0.75 < tight.atoms[0].height < whole
    assert shape(tight.element) == f"Sect(H2 {EMERGENCY} {LEVEL} {LEVEL})"


@pytest.mark.parametrize("depth", [400, 370, 340])
def test_then_its_lists_are_in_two_frames_the_emergency_whole_in_the_first(fonts: FontBook, depth: float) -> None:
    box = set_box(setting_for(fonts, 24), depth)
    assert [len(boxes(atom)) for atom in box.atoms] == [1, 1]
    assert costs(box.atoms) == [OWN_PAGE, FREE]
    first, second = map(lines_of, box.atoms)
    assert first[0] == "When to get help"
    assert {"emergency sign one", "emergency sign two"} <= set(first)
    assert {"routine sign one", "routine sign two"} <= set(second)
    assert max(atom.height for atom in box.atoms) <= depth
    assert box.atoms[0].height + box.atoms[1].height > depth
    assert len(puts(box.atoms, Rule)) == 1  # between the two levels that stand on one page


@pytest.mark.parametrize("depth", range(300, 560, 12))
def test_a_page_that_ends_in_the_box_tears_no_level(fonts: FontBook, depth: float) -> None:
    box = set_box(setting_for(fonts, 24, a_clinic(out_of_hours=CLOSED)), depth)
    assert len(box.atoms) <= 3
    for atom in box.atoms:
        shown = [key for key in LEVELS if any(f"{key} sign" in line for line in lines_of(atom))]
        assert all({f"{key} sign one", f"{key} sign two"} <= set(lines_of(atom)) for key in shown)


def test_below_large_print_each_level_becomes_a_paragraph_in_the_same_frame(fonts: FontBook) -> None:
    box = set_box(setting_for(fonts, 15.9), 170)
    assert shape(box.element) == "Sect(H2 P(Link) P P)"
    assert (len(box.atoms), len(boxes(box))) == (1, 1)
    assert box.atoms[0].height <= 170


def test_then_it_parts_between_levels_each_in_a_frame_and_starts_a_page(fonts: FontBook) -> None:
    setting = setting_for(fonts, 24)
    box = set_box(setting, 220)
    assert [len(boxes(atom)) for atom in box.atoms] == [1, 1, 1]
    assert costs(box.atoms) == [OWN_PAGE, EASY, EASY]
    assert [lines_of(atom)[0] for atom in box.atoms] == ["When to get help", *WITHOUT[1:]]
    assert max(atom.height for atom in box.atoms) <= 220


def test_at_last_a_page_may_end_between_two_signs_but_never_under_a_label(fonts: FontBook) -> None:
    box = set_box(setting_for(fonts, 24), 120)
    assert boxes(box) == []
    cost = {lines_of(atom)[0]: atom.cost for atom in box.atoms}
    assert cost == {
        "When to get help": OWN_PAGE, WITHOUT[0]: NEVER, "emergency sign one": NEVER, "emergency sign two": HARD,
        WITHOUT[1]: EASY, "urgent sign one": NEVER, "urgent sign two": HARD,
        WITHOUT[2]: EASY, "routine sign one": NEVER, "routine sign two": HARD,
    }  # fmt: skip


@pytest.mark.parametrize("depth", [700, 400, 300, 220, 120])
def test_no_sign_is_lost_however_the_box_is_set(fonts: FontBook, depth: float) -> None:
    box = set_box(setting_for(fonts, 24, a_clinic(out_of_hours=CLOSED)), depth)
    said = " ".join(said_by(box.element))
    for sign in [NIGHT, *(f"{key} sign {number}" for key in LEVELS for number in ("one", "two"))]:
        assert said.count(sign) == 1


def compact(setting: Setting, with_closed: bool = True) -> Sequence[str]:
    return said_by(compact_help(setting, a_guide(), 300, with_closed).element)


def test_a_small_form_says_each_level_in_one_paragraph(fonts: FontBook) -> None:
    setting = setting_for(fonts, 12, a_clinic(out_of_hours=CLOSED))
    assert compact(setting) == [
        "When to get help",
        "Call 999 now if you have: emergency sign one; emergency sign two.",
        f"Call us today on 0117 496 0123 if you have: urgent sign one; urgent sign two. {NIGHT}",
        "Tell us at your next visit, or call 0117 496 0123 about: routine sign one; routine sign two.",
    ]
    assert NIGHT not in " ".join(compact(setting, with_closed=False))


@pytest.mark.parametrize("base", [12, 18, 24])
def test_its_frame_is_as_wide_as_it_is_told_and_holds_all_words(fonts: FontBook, base: float) -> None:
    box = compact_help(setting_for(fonts, base), a_guide(intro=words(12)), 300)
    (frame,) = puts(box.atoms, Frame)
    assert (frame.piece.width, frame.piece.height) == (300, box.atoms[0].height)
    inner = [put for put in puts(box.atoms) if not isinstance(put.piece, Frame)]
    assert min(put.x for put in inner) == pytest.approx(0.8 * base)
    assert max(put.right for put in inner) <= 300 - 0.8 * base
    assert costs(box.atoms) == [NEVER]


@pytest.mark.parametrize("clinic", [None, a_clinic()])
def test_a_box_in_one_frame_is_as_high_as_was_known_before_it_was_built(fonts: FontBook, clinic: Clinic | None) -> None:
    boxes = WholeHelpBoxes(setting_for(fonts, 12, clinic), a_guide())
    heights, depth = list[float](), 700.0
    while (box := boxes.within(depth)) is not None:
        (atom,) = box.atoms
        assert boxes.holds(atom.height) and boxes.within(atom.height) is not None
        heights.append(atom.height)
        depth = atom.height - 0.01
    assert not boxes.holds(depth)
    assert len(heights) == len(MOST_WHITE_FIRST) and heights == sorted(heights, reverse=True)


def test_a_close_box_has_what_its_page_leaves_over_its_rows_and_a_roomy_one_has_not(fonts: FontBook) -> None:
    boxes = WholeHelpBoxes(setting_for(fonts, 12), a_guide())
    roomy, close = boxes.within(700, 9), boxes.within(700)
    assert roomy is not None and close is not None and roomy.atoms[0].height == close.atoms[0].height
    depth = roomy.atoms[0].height - 1
    (usual,), (spread,) = (box.atoms for box in (boxes.within(depth), boxes.within(depth, 9)) if box)
    assert usual.height < spread.height <= depth + 9
    more = (spread.height - usual.height) / len(LEVELS)
    assert under_rules(spread) == pytest.approx([white + more for white in under_rules(usual)])
    assert 0 < more <= MOST_OVER_ROWS


def under_rules(box: Atom) -> list[float]:
    signs = [put_that_says(box, f"{key} sign one").down for key in LEVELS[1:]]
    return [sign - rule.down for sign, rule in zip(signs, puts([box], Rule), strict=True)]
