"""Headed stretches: where the heading stands, what is kept whole, and who is reminded of what on the next page."""

from __future__ import annotations

from typing import Any

import pytest

from handoutgen.content.sections import Section
from handoutgen.layout.blocks.sections import headed, heading, open_section, reminder, section_atoms
from handoutgen.layout.blocks.stretches import do_lists
from handoutgen.layout.flow.atoms import EASY, FAIR, FREE, HARD, LAST_RESORT, NEVER, Atom
from handoutgen.layout.flow.columns import balanced
from handoutgen.layout.flow.pieces import DrawingPiece, Frame, Rule, TextPiece
from handoutgen.layout.setting import Look
from handoutgen.plan.element import Element
from handoutgen.text.fontbook import FontBook
from layout.setting_for_tests import (
    block,
    costs,
    gaps,
    icons,
    lines_of,
    look_for,
    put_that_says,
    puts,
    right_end,
    said_by,
    setting_for,
    shape,
    words,
)

FIGURE = {"file": "knee.svg", "alt": "A knee", "caption": "A knee from the side."}


def set_section(look: Look, **content: Any) -> tuple[Element, list[Atom]]:
    root = Element("Document")
    return root, section_atoms(look, root, Section.model_validate(content), "My title", "about")


def with_heading(look: Look, *heights: float) -> list[Atom]:
    head = heading(look, open_section(Element("Document"), "about"), "My title", look.grid.measure)
    return headed(look, head, [block(height) for height in heights])


def test_a_section_is_a_sect_with_a_heading_in_the_outline(fonts: FontBook) -> None:
    look = look_for(fonts)
    root, atoms = set_section(look, text="About cramps.")
    assert shape(root) == "Document(Sect(H2 P))"
    (sect,) = root.kids
    assert (sect.ident, sect.kids[0].bookmark, sect.kids[0].text) == ("about", "My title", "My title")
    title = put_that_says(atoms, "My title").piece
    assert title.size == look.scale.h2.size
    assert {run.colour for line in title.lines for run in line.runs} == {look.palette.accent}


@pytest.mark.parametrize("base", [12, 14])
def test_the_heading_stands_over_the_text_in_one_of_two_columns(fonts: FontBook, base: float) -> None:
    look = look_for(fonts, base)
    _, atoms = set_section(look, text=f"About cramps.\n\n{words(40)}")
    title, text = put_that_says(atoms, "My title"), put_that_says(atoms, "About cramps.")
    assert (title.x, title.down, text.x) == (0.0, 0.0, 0.0)
    assert text.down == pytest.approx(title.piece.height + look.unit * 0.6)
    assert right_end(atoms) <= look.grid.measure
    assert puts(atoms, Rule) == []
    assert not any(atom.spans for atom in atoms)


@pytest.mark.parametrize("base", [18, 24])
def test_in_large_print_the_heading_stands_over_the_text_in_one_column(fonts: FontBook, base: float) -> None:
    look = look_for(fonts, base)
    _, atoms = set_section(look, text="About cramps.")
    title, text = put_that_says(atoms, "My title"), put_that_says(atoms, "About cramps.")
    assert (title.x, text.x) == (0.0, 0.0)
    assert text.down == pytest.approx(title.down + title.piece.height + look.unit * 0.6)
    assert title.down == pytest.approx(look.unit * 0.8)
    (rule,) = puts(atoms, Rule)
    assert (rule.down, rule.piece.width, rule.piece.thickness) == (0.0, look.grid.measure, look.scale.rule)


@pytest.mark.parametrize("base", [12, 18, 24])
def test_a_section_may_start_a_page_at_no_cost(fonts: FontBook, base: float) -> None:
    look = look_for(fonts, base)
    first = set_section(look, text="About cramps.")[1][0]
    assert (first.cost, first.before) == (FREE, look.unit * 2)


@pytest.mark.parametrize("base", [12, 18, 24])
def test_a_heading_is_never_parted_from_the_first_of_its_text(fonts: FontBook, base: float) -> None:
    _, atoms = set_section(look_for(fonts, base), text="First.\n\nSecond.")
    assert {"My title", "First."} <= set(lines_of(atoms[0]))


@pytest.mark.parametrize(("base", "share"), [(12, 0.6), (18, 0.33), (24, 1.0)])
def test_a_section_of_up_to_a_share_of_a_page_is_kept_whole(fonts: FontBook, base: float, share: float) -> None:
    look = look_for(fonts, base)
    first = with_heading(look, 20)[0].height
    short, long = (with_heading(look, 20, look.grid.depth * share - first + more) for more in (-0.1, 0.1))
    assert costs(short) == [FREE, HARD]
    assert costs(long) == [FREE, EASY]


@pytest.mark.parametrize(("base", "cost"), [(12, LAST_RESORT), (14, LAST_RESORT), (18, HARD)])
def test_a_short_section_is_hardly_parted_by_columns_where_its_rest_would_have_no_name(
    fonts: FontBook, base: float, cost: float
) -> None:
    look = look_for(fonts, base)
    _, short = set_section(look, text="First.\n\nSecond.\n\nThird.")
    assert costs(short) == [FREE, cost, cost]
    paragraphs = "\n\n".join(["A paragraph."] * 18)
    _, long = set_section(look, text=paragraphs)
    assert set(costs(long)[1:]) <= {EASY, HARD}, "one of more than a quarter of a page may part"


def test_columns_are_a_line_or_two_higher_rather_than_part_a_short_section(fonts: FontBook) -> None:
    look = look_for(fonts, 14)
    _, one = set_section(look, text=words(12) + "\n\n" + words(9))
    _, two = set_section(look, text=words(9))
    columns = balanced([*one, *two])
    assert [len(columns.left), len(columns.right)] == [2, 1]
    as_before = [atom.with_break(cost=min(atom.cost, EASY)) for atom in (*one, *two)]
    assert [len(balanced(as_before).left), len(balanced(as_before).right)] == [1, 2]


def test_on_the_small_pages_of_a_booklet_one_of_more_than_half_a_page_is_kept_whole_too(fonts: FontBook) -> None:
    look = setting_for(fonts, form="a5-booklet").shared
    first = with_heading(look, 20)[0].height
    short, long = (with_heading(look, 20, look.grid.depth * 0.6 - first + more) for more in (-0.1, 0.1))
    assert costs(short) == [FREE, HARD]
    assert costs(long) == [FREE, EASY]


def test_the_rest_of_a_section_on_the_next_page_says_whose_it_is_but_is_not_read_twice(fonts: FontBook) -> None:
    look = look_for(fonts)
    root, (first, second) = set_section(look, text="First.\n\nSecond.")
    assert first.heading is None
    assert second.heading is not None
    (title,) = puts(second.heading)
    assert (title.text, title.x, title.piece.element) == ("My title (continued)", 0.0, None)
    assert second.heading.height == 16 + look.unit
    assert said_by(root) == ["My title", "First.", "Second."]


def test_a_reminder_may_name_the_exercise_too(fonts: FontBook) -> None:
    assert lines_of(reminder(look_for(fonts, 18), "2. Stretching", "Calf")) == ["2. Stretching (continued)", "Calf"]


@pytest.mark.parametrize("text", [words(60), "Short."])
def test_in_two_columns_a_figure_stands_on_its_panel_in_the_column_after_the_text(fonts: FontBook, text: str) -> None:
    look = look_for(fonts)
    root, atoms = set_section(look, text=text, figure=FIGURE)
    assert shape(root) == "Document(Sect(H2 P Div(Figure Caption)))"
    (panel,), (picture,) = puts(atoms, Frame), puts(atoms, DrawingPiece)
    assert (panel.x, panel.piece.width, panel.piece.fill) == (0.0, look.grid.measure, look.palette.sand)
    assert panel.x < picture.x < picture.right < panel.right
    assert icons(atoms[-1]) == ["knee.svg"]
    assert (atoms[-1].cost, lines_of(atoms[-1])) == (NEVER, ["A knee from the side."])


@pytest.mark.parametrize("labels", [[], [{"text": "Joint", "x": 0.5, "y": 0.5}]])
@pytest.mark.parametrize("base", [12, 18, 24])
def test_a_figure_stays_with_the_text_before_it_and_one_with_words_of_its_own_is_hardly_parted_in_large_print(
    fonts: FontBook, base: float, labels: list[dict[str, Any]]
) -> None:
    root, atoms = set_section(look_for(fonts, base), text=words(60), figure={**FIGURE, "labels": labels})
    (picture,) = [put.piece.element for put in puts(atoms, DrawingPiece)]
    assert picture in list(root.walk())
    assert icons(atoms[-1]) == ["knee.svg"]
    assert atoms[-1].cost == (HARD if labels and base >= 16 else NEVER)
    assert lines_of(atoms[-1])[-1] == "A knee from the side."


def test_what_to_do_and_not_to_do_stand_one_under_the_other_under_their_words(fonts: FontBook) -> None:
    look = look_for(fonts)
    root, atoms = set_section(look, do=["Stand.", "Walk."], do_not=["Do not drive."])
    assert shape(root) == "Document(Sect(H2 P L(LI(LBody) LI(LBody)) P L(LI(LBody))))"
    assert said_by(root) == ["My title", "Do", "Stand.", "Walk.", "Do not", "Do not drive."]
    assert [lines_of(atom)[-1] for atom in atoms] == ["Do", "Stand.", "Walk.", "Do not", "Do not drive."]
    assert {put.x for put in puts(atoms, TextPiece)} == {0.0, 18.0}
    assert icons(atoms) == ["yes", "yes", "no"]


@pytest.mark.parametrize("base", [12, 18])
def test_what_to_do_at_once_has_its_steps_in_discs(fonts: FontBook, base: float) -> None:
    look = look_for(fonts, base)
    content = Section.model_validate({"steps": ["Stand.", "Stretch."]})
    now, later = (
        section_atoms(look, Element("Document"), content, "My title", "now", is_now=is_now) for is_now in (True, False)
    )
    assert [put.piece.fill for put in puts(now, Frame)] == [look.palette.accent] * 2
    assert puts(later, Frame) == []
    shown = ["1", "Stand.", "2", "Stretch."]
    assert [line for line in lines_of(now) if line in shown] == shown
    assert "1." in lines_of(later)


@pytest.mark.parametrize("base", [18, 24])
def test_in_large_print_they_stand_one_under_the_other(fonts: FontBook, base: float) -> None:
    look = look_for(fonts, base)
    _, atoms = set_section(look, text="Now:", do=["Stand.", "Walk."], do_not=["Do not drive."])
    assert [lines_of(atom)[-1] for atom in atoms] == ["Now:", "Do", "Stand.", "Walk.", "Do not", "Do not drive."]
    assert {put.x for put in puts(atoms, TextPiece)} == {0.0, 1.5 * base}
    assert gaps(look, atoms)[1:] == [1, 0.5, 0.5, 1, 0.5]
    assert min(costs(atoms)[2], costs(atoms)[5]) >= LAST_RESORT


def both(items: list[str]) -> list[tuple[list[str], str, str]]:
    """The same items to do and not to do."""
    return [(items, "Do", "yes"), (items, "Do not", "no")]


@pytest.mark.parametrize("base", [18, 24])
def test_do_and_do_not_are_never_parted_from_their_first_item(fonts: FontBook, base: float) -> None:
    many = ["Stand.", "Walk.", "Rest.", "Drink."]
    atoms = do_lists(look_for(fonts, base), Element("Div"), both(many), 300, before=0.0)
    assert costs(atoms) == [EASY, NEVER, LAST_RESORT, FAIR, LAST_RESORT] * 2


def test_lists_higher_than_a_page_stand_under_each_other_and_may_part(fonts: FontBook) -> None:
    look, parent = look_for(fonts), Element("Div")
    many = [f"Do not lift {number}." for number in range(50)]
    atoms = do_lists(look, parent, both(many), 340, before=0.0)
    assert len(atoms) == 2 * 51
    assert [kid.role for kid in parent.kids] == ["P", "L", "P", "L"]
    assert (costs(atoms)[1], costs(atoms)[52]) == (NEVER, NEVER)
    assert lines_of(atoms) == ["Do", *many, "Do not", *many]


@pytest.mark.parametrize("base", [12, 18])
def test_what_to_do_now_is_kept_on_one_page_whatever_that_costs(fonts: FontBook, base: float) -> None:
    look = look_for(fonts, base)
    paragraph = words(26)
    for content in ({"do": ["Stand."]}, {"do_not": ["Do not drive."]}):
        _, atoms = set_section(look, text=f"{paragraph}\n\n{paragraph}\n\n{paragraph}", **content)
        assert min(costs(atoms)[1:]) == 800
    assert min(costs(set_section(look, text="\n\n".join([paragraph] * 40), do=["Stand."])[1])[1:]) < 800
    assert max(costs(set_section(look, text=f"{paragraph}\n\n{paragraph}")[1])) <= HARD


@pytest.mark.parametrize("base", [12, 18, 24])
def test_nothing_in_a_section_reaches_beyond_the_page(fonts: FontBook, base: float) -> None:
    look = look_for(fonts, base)
    many = words(20)
    aside = {"text": f"{many}\n\n- {many}"}
    _, atoms = set_section(look, text=many, do=[many], do_not=[many], callouts=[aside], figure=FIGURE)
    assert right_end(atoms) == pytest.approx(look.grid.measure)
