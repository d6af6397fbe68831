"""Lists: what each item is to a reader with a screen reader, how it hangs, and where a page may end."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from handoutgen.layout.blocks.lists import bulleted, keep_ends, numbered, tick_boxes, ticked
from handoutgen.layout.flow.atoms import FAIR, HARD, LAST_RESORT, NEVER, Atom
from handoutgen.layout.flow.pagebreak import break_pages
from handoutgen.layout.flow.pieces import TextPiece
from handoutgen.layout.setting import Look
from handoutgen.plan.element import Element
from handoutgen.text.fontbook import FontBook
from layout.setting_for_tests import (
    block,
    costs,
    gaps,
    lines_of,
    look_for,
    put_that_says,
    puts,
    right_end,
    said_by,
    shape,
    words,
)

KINDS = [(bulleted, "•", 1.15, "Disc"), (ticked, "☐", 1.7, "None"), (numbered, "1.", 1.6, "Decimal")]
Lister = Callable[..., list[Atom]]


def listed(
    look: Look, items: Sequence[str], lister: Lister = bulleted, width: float = 300
) -> tuple[Element, list[Atom]]:
    parent = Element("Div")
    return parent, lister(look, parent, items, width, before=look.unit * 3)


@pytest.mark.parametrize(("lister", "mark", "indent", "numbering"), KINDS)
def test_every_item_is_a_label_and_a_body_in_one_list(
    fonts: FontBook, lister: Lister, mark: str, indent: float, numbering: str
) -> None:
    parent, _ = listed(look_for(fonts), ["Sit down.", "Breathe out."], lister)
    label = "Lbl(Form)" if mark == "☐" else "Lbl"
    assert shape(parent) == f"Div(L(LI({label} LBody) LI({label} LBody)))"
    assert parent.kids[0].numbering == numbering
    second = "2." if mark == "1." else mark
    assert said_by(parent) == [mark, "Sit down.", second, "Breathe out."]


@pytest.mark.parametrize("base", [12, 18, 24])
@pytest.mark.parametrize(("lister", "mark", "indent", "numbering"), KINDS)
def test_all_items_hang_by_the_same_indent_in_each_size(
    fonts: FontBook, lister: Lister, mark: str, indent: float, numbering: str, base: float
) -> None:
    _, atoms = listed(look_for(fonts, base), ["Short.", words(12), "Short."] * 3, lister)
    labels = {"•", "☐", *(f"{number}." for number in range(1, 10))}
    hung = {put.x for put in puts(atoms) if put.text not in labels}
    assert hung == {indent * base}
    assert {put.x for put in puts(atoms) if put.text in labels} == {0.0}
    assert right_end(atoms) <= 300


@pytest.mark.parametrize("base", [12, 18, 24])
def test_a_numeral_of_two_digits_does_not_touch_the_words(fonts: FontBook, base: float) -> None:
    _, atoms = listed(look_for(fonts, base), ["Step."] * 12, numbered)
    assert put_that_says(atoms, "12.").right < 1.6 * base


def test_a_label_stands_on_the_first_line_of_its_words(fonts: FontBook) -> None:
    _, atoms = listed(look_for(fonts), [words(20)])
    body, label = puts(atoms)
    assert (body.down, label.down) == (0.0, 0.0)
    assert body.piece.baseline == label.piece.baseline
    assert len(body.piece.lines) > 1


@pytest.mark.parametrize("base", [12, 14, 18, 24])
def test_items_stand_a_little_apart_in_every_size(fonts: FontBook, base: float) -> None:
    look = look_for(fonts, base)
    assert gaps(look, listed(look, ["One.", "Two.", "Three."])[1]) == [3, 0.4, 0.4]


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (1, [FAIR]),
        (2, [FAIR, LAST_RESORT]),
        (3, [FAIR, LAST_RESORT, LAST_RESORT]),
        (5, [FAIR, LAST_RESORT, FAIR, FAIR, LAST_RESORT]),
    ],
)
def test_the_first_two_and_the_last_two_items_stay_together(fonts: FontBook, count: int, expected: list[float]) -> None:
    for lister in (bulleted, ticked, numbered):
        assert costs(listed(look_for(fonts), ["Item."] * count, lister)[1]) == expected


def test_a_page_break_leaves_no_item_alone(fonts: FontBook) -> None:
    _, atoms = listed(look_for(fonts), [f"Item {number}." for number in range(1, 6)])
    depth = atoms[0].height * 5 + 2  # room for four of the five
    pages = [lines_of(page)[::2] for page in break_pages(atoms, depth).pages]
    assert pages == [["Item 1.", "Item 2.", "Item 3."], ["Item 4.", "Item 5."]]


def test_keeping_the_ends_never_makes_a_break_cheaper() -> None:
    kept = keep_ends([[block(1, cost=cost)] for cost in (NEVER, NEVER, HARD, FAIR)])
    assert costs(kept) == [NEVER, NEVER, HARD, LAST_RESORT]


@pytest.mark.parametrize("lister", [bulleted, ticked, numbered])
def test_long_items_at_the_ends_stay_with_their_neighbours_too(fonts: FontBook, lister: Lister) -> None:
    look, long = look_for(fonts), words(8)
    _, first = listed(look, [long, "Two.", "Three.", "Four."], lister, width=80)
    assert costs(first) == [FAIR, *[LAST_RESORT] * 6, FAIR, LAST_RESORT]
    _, last = listed(look, ["One.", "Two.", "Three.", long], lister, width=80)
    assert costs(last) == [FAIR, LAST_RESORT, FAIR, *[LAST_RESORT] * 6]
    _, middle = listed(look, ["One.", long, "Three.", "Four."], lister, width=80)
    assert costs(middle) == [FAIR, LAST_RESORT, *[HARD] * 5, FAIR, LAST_RESORT]


def test_an_item_of_six_lines_stays_whole_and_a_longer_one_may_be_parted_inside(fonts: FontBook) -> None:
    look = look_for(fonts)
    six, seven = (listed(look, [words(count)], width=80)[1] for count in (6, 7))
    assert [len(put.piece.lines) for put in puts(six)] == [6, 1]
    assert [len(puts(atom)[0].piece.lines) for atom in seven] == [2, 1, 1, 1, 2]
    assert costs(seven)[2:4] == [HARD, HARD]
    assert min(costs(seven)[1:]) == HARD
    assert {put.x for put in puts(seven) if put.text != "•"} == {1.15 * 12}


def test_a_link_in_an_item_is_a_link_inside_its_body(fonts: FontBook) -> None:
    parent, _ = listed(look_for(fonts), ["Ask [the MS Society](https://mssociety.org.uk/) too."])
    assert shape(parent) == "Div(L(LI(Lbl LBody(Link))))"
    link = parent.kids[0].kids[0].kids[1].inner[0]
    assert (link.text, link.uri) == ("the MS Society (mssociety.org.uk)", "https://mssociety.org.uk/")


def test_bullets_and_numerals_are_bold_in_the_accent_and_a_box_to_tick_is_in_ink(fonts: FontBook) -> None:
    look = look_for(fonts)
    for lister, mark, colour in ((bulleted, "•", look.palette.accent), (numbered, "1.", look.palette.accent),
                                 (ticked, "☐", look.palette.ink)):  # fmt: skip
        label = put_that_says(listed(look, ["Item."], lister)[1], mark).piece
        assert [run.colour for line in label.lines for run in line.runs] == [colour]


@pytest.mark.parametrize("base", [12, 18, 24, 30, 36])
def test_a_box_to_tick_is_never_the_smallest_print_of_its_page(fonts: FontBook, base: float) -> None:
    atoms = tick_boxes(look_for(fonts, base), Element("Sect"), ["One."], 400, before=0.0, side=20.0)
    (box,) = [put.piece for put in puts(atoms, TextPiece) if put.text.strip() == "☐"]
    assert isinstance(box, TextPiece)
    assert box.size >= base
