"""Exercises with pictures: side by side, as a band, or each on a page of its own, never without when to stop."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from handoutgen.content.strategies import HowTo
from handoutgen.layout.blocks.exercise_head import head_again
from handoutgen.layout.blocks.exercises import (
    BAND_PICTURES,
    LOWER_PANELS,
    OVERLEAF,
    OWN_PAGE,
    Pictured,
    exercise_band,
    exercise_bands,
    exercise_pages,
    exercise_row,
    pictured,
)
from handoutgen.layout.blocks.figures import LARGE_PANEL_HIGH
from handoutgen.layout.blocks.strategy_parts import PICTURE_APART, PartOfCard
from handoutgen.layout.flow.atoms import FREE, HARD, NEVER, grown_by, total_height
from handoutgen.layout.flow.pieces import DrawingPiece, Frame, Rule, TextPiece
from handoutgen.layout.setting import Look
from handoutgen.pictures.model import Drawing
from handoutgen.plan.element import Element
from handoutgen.text.fontbook import FontBook
from handoutgen.units import mm
from layout.setting_for_tests import (
    a_strategy,
    icons,
    lines_of,
    look_for,
    put_that_says,
    puts,
    right_end,
    said_by,
    shape,
    words,
)

FIGURE = {"file": "calf.svg", "alt": "A calf stretch", "caption": "Lean on a wall."}
THIGH = {"file": "thigh.svg", "alt": "A thigh stretch", "caption": "Sit and reach."}
WAYS = [
    {"title": "Calf", "steps": ["Stand.", "Lean.", "Hold."], "figure": FIGURE},
    {"title": "Thigh", "steps": ["Sit.", "Reach."], "figure": THIGH},
]


def ways(*more: dict[str, Any]) -> list[Pictured]:
    return pictured([HowTo.model_validate(way) for way in (*WAYS, *more)])


def group(steps: int) -> str:
    return f"Div(H4 Figure Caption L({' '.join(['LI(Lbl LBody)'] * steps)}))"


def shapes(part: PartOfCard) -> list[str]:
    return [shape(element) for element in part.elements]


def tall(look: Look) -> Look:
    return replace(look, figure=lambda name, width: Drawing(100, 300, name))


def test_only_ways_with_a_picture_are_exercises_to_show() -> None:
    plain = HowTo.model_validate({"steps": ["Breathe."]})
    assert [how.title for how, _ in pictured([plain, *(how for how, _ in ways())])] == ["Calf", "Thigh"]
    assert pictured([plain]) == []


@pytest.mark.parametrize(("first", "second", "lines"), [
    ("Back heel on the floor, both hands on the wall, eyes ahead.", "Knee straight, toes towards you.", [2, 2]),
    ("Lean on a wall.", "Sit and reach.", [1, 1]),
    ("Back heel on the floor, both hands on the wall, eyes ahead.", "Reach", [2, 1]),
    (" ".join(["Keep your heel down and your knee straight."] * 3), "Knee straight, toes towards you.", [3, 1]),
])  # fmt: skip
def test_captions_side_by_side_end_alike_where_two_lines_are_enough(
    fonts: FontBook, first: str, second: str, lines: list[int]
) -> None:
    captioned = [
        {**way, "figure": {**FIGURE, "caption": text}} for way, text in zip(WAYS, (first, second), strict=True)
    ]
    shown = pictured([HowTo.model_validate(way) for way in captioned])
    (atom,) = exercise_row(look_for(fonts), shown, "2. Stretching").atoms
    found = [put.piece for put in puts(atom) if isinstance(put.piece, TextPiece)]
    captions = [piece for piece in found if piece.element and piece.element.role == "Caption"]
    assert [len(piece.lines) for piece in captions] == lines
    if lines == [2, 2]:
        assert min(line.width for line in captions[0].lines) > 0.8 * max(line.width for line in captions[0].lines)


@pytest.mark.parametrize("base", [12, 14, 15.9])
def test_two_exercises_are_one_row_whose_pictures_names_and_steps_stand_level(fonts: FontBook, base: float) -> None:
    look = look_for(fonts, base)
    part = exercise_row(look, ways(), "2. Stretching")
    (atom,) = part.atoms
    assert shapes(part) == [group(3), group(2)]
    assert atom.cost == HARD
    for left, right in (("Calf", "Thigh"), ("Stand.", "Sit."), ("Lean.", "Reach.")):
        one, two = put_that_says(atom, left), put_that_says(atom, right)
        assert one.down == two.down
        assert two.x - one.x == pytest.approx(look.grid.second)
    assert right_end(atom) <= look.grid.full + 0.01


def test_the_name_of_an_exercise_leads_then_its_picture_and_steps_as_it_is_read(fonts: FontBook) -> None:
    (atom,) = exercise_row(look_for(fonts), ways(), "2. Stretching").atoms
    names, panels, steps = (
        [put_that_says(atom, "Calf"), put_that_says(atom, "Thigh")],
        puts(atom, Frame),
        [put_that_says(atom, "Stand."), put_that_says(atom, "Sit.")],
    )
    assert max(name.down + name.piece.height for name in names) < min(panel.down for panel in panels)
    assert max(panel.down + panel.piece.height for panel in panels) < min(step.down for step in steps)


def test_the_pictures_of_a_row_stand_on_panels_of_one_height_and_one_foot(fonts: FontBook) -> None:
    look = look_for(fonts)

    def one_is_tall(name: str, width: float) -> Drawing:
        return Drawing(100, 300, name) if name == "calf.svg" else Drawing(400, 100, name)

    (atom,) = exercise_row(replace(look, figure=one_is_tall), ways(), "2. Stretching").atoms
    calf, thigh = puts(atom, Frame)
    assert calf.piece.height == thigh.piece.height
    assert calf.down == thigh.down
    assert {calf.piece.fill, thigh.piece.fill} == {look.palette.sand}
    assert (calf.x, thigh.x) == (0, look.grid.second)


def test_each_exercise_is_read_whole_before_the_next(fonts: FontBook) -> None:
    part = exercise_row(look_for(fonts), ways(), "2. Stretching")
    said = [text for element in part.elements for text in said_by(element)]
    assert said.index("Hold.") < said.index("Thigh")
    assert [element.role for element in part.elements] == ["Div", "Div"]
    assert said.index("Calf") < said.index("Stand.")


def test_a_row_that_no_page_can_hold_becomes_one_under_the_other_in_the_columns(fonts: FontBook) -> None:
    look = look_for(fonts)
    long = {"title": "Long", "steps": [words(24)] * 12, "figure": FIGURE}
    part = exercise_row(look, ways(long)[1:], "2. Stretching")
    assert len(part.atoms) > 2
    assert right_end(part.atoms) <= look.grid.measure + 0.01
    assert [text for text in lines_of(part.atoms) if text in ("Sit.", "Reach.")] == ["Sit.", "Reach."]
    assert " ".join(lines_of(part.atoms)).count("stretching") == 24 * 12


def test_lower_pictures_make_a_lower_row(fonts: FontBook) -> None:
    look = tall(look_for(fonts))
    (high,), (low,) = (exercise_row(look, ways(), "2.", high=high).atoms for high in (None, 100))
    assert low.height < high.height
    assert [put.piece.height for put in puts(low, Frame)] == pytest.approx([100, 100])


def test_the_pictures_of_a_row_grow_alike_where_their_page_has_room(fonts: FontBook) -> None:
    look = tall(look_for(fonts))
    (low,) = exercise_row(look, ways(), "2.", high=100).atoms
    for more, high in ((20.0, 120), (500.0, 150)):  # by half of their height at most
        grown = grown_by(low, more)
        assert [put.piece.height for put in puts(grown, Frame)] == pytest.approx([high, high])
        assert grown.height == pytest.approx(low.height + high - 100)
        assert lines_of(grown) == lines_of(low)
        assert put_that_says(grown, "Stand.").down == put_that_says(grown, "Sit.").down
        assert (grown.before, grown.cost) == (low.before, low.cost)


def test_a_band_is_a_picture_with_its_name_and_steps_beside_it(fonts: FontBook) -> None:
    look = look_for(fonts)
    how, figure = ways()[0]
    (atom,) = exercise_band(look, how, figure, "2. Stretching").atoms
    (panel,) = puts(atom, Frame)
    assert panel.x == 0
    for text in ("Calf", "Stand.", "Lean.", "Hold."):
        assert put_that_says(atom, text).x > panel.right
    assert put_that_says(atom, "Lean on a wall.").right <= panel.right
    assert right_end(atom) <= look.grid.full
    assert atom.cost == HARD


def test_the_pictures_of_bands_are_all_of_the_width_that_leaves_the_steps_on_the_fewest_lines(fonts: FontBook) -> None:
    look = look_for(fonts, 14)
    narrowed = 0
    for letters in range(30, 70):
        way = {"title": "Calf", "steps": ["m" * 5 + " " + "ab " * (letters // 3)] * 3, "figure": FIGURE}
        found = pictured([HowTo.model_validate(way)] * 2)
        bands = exercise_bands(look, found, "2.")
        widths = {put.piece.width for part in bands for put in puts(part.atoms, Frame)}
        assert len(widths) == 1
        tries = [[exercise_band(look, *each, "2.", share) for each in found] for share in BAND_PICTURES]
        heights = [total_height([atom for part in parts for atom in part.atoms]) for parts in tries]
        assert total_height([atom for part in bands for atom in part.atoms]) == min(heights)
        assert widths == {look.grid.full * BAND_PICTURES[heights.index(min(heights))]}
        narrowed += min(heights) < heights[0]
    assert 0 < narrowed < 40


def test_a_band_higher_than_half_a_page_flows_in_the_columns(fonts: FontBook) -> None:
    look = look_for(fonts)
    how, figure = ways({"title": "Long", "steps": [words(24)] * 12, "figure": FIGURE})[2]
    part = exercise_band(look, how, figure, "2. Stretching")
    assert len(part.atoms) > 2
    assert right_end(part.atoms) <= look.grid.measure + 0.01


def pages(look: Look, depth: float = 700, **content: Any) -> list[PartOfCard]:
    return exercise_pages(look, a_strategy(**content), 2, ways(), depth)


@pytest.mark.parametrize("base", [16, 18, 24])
def test_in_large_print_each_exercise_that_fits_is_one_page_under_the_head_of_its_card(
    fonts: FontBook, base: float
) -> None:
    look = look_for(fonts, base)
    parts = pages(look, stop_if=["you feel pain"])
    assert len(parts) == 2
    for part, name, picture in zip(parts, ("Calf", "Thigh"), ("calf.svg", "thigh.svg"), strict=True):
        (atom,) = part.atoms
        assert (atom.cost, atom.height <= 700) == (OWN_PAGE, True)
        said = lines_of(atom)
        assert {"2", "Stretching", name} <= set(said)
        assert icons(atom)[:2] == ["stretching-icon", picture]
        assert right_end(atom) <= look.grid.full + 0.01


def test_the_head_over_an_exercise_and_the_frame_under_it_are_said_once_to_who_listens(fonts: FontBook) -> None:
    calf, thigh = pages(look_for(fonts, 18), stop_if=["you feel pain"])
    assert shapes(calf) == [group(3)[:-1] + " P)"]
    assert shapes(thigh) == [group(2)]
    first, second = (said_by(part.elements[0]) for part in (calf, thigh))
    assert (first[0], second[0]) == ("Calf", "Thigh")
    assert first[-1] == "Stop if you feel pain."
    assert [text for text in (*first, *second) if text == "Stretching" or "you feel pain" in text] == first[-1:]


@pytest.mark.parametrize("base", [16, 18, 24])
def test_when_to_stop_stands_in_a_frame_at_the_foot_of_every_exercise(fonts: FontBook, base: float) -> None:
    look = look_for(fonts, base)
    for index, part in enumerate(pages(look, stop_if=["you feel pain", "you feel dizzy"])):
        (stop,) = [put for put in puts(part.atoms, TextPiece) if "you feel pain" in put.text]
        assert "you feel dizzy" in stop.text
        assert stop.text.startswith("Stop if")
        assert (stop.piece.element is None) is (index > 0)  # read out once
        frames = [put for put in puts(part.atoms, Frame) if put.piece.stroke == look.palette.ink]
        assert len(frames) == 1
        assert frames[0].down <= stop.down
        assert stop.down + stop.piece.height <= frames[0].down + frames[0].piece.height + 0.01
        assert "stop" in icons(part.atoms)
        assert max(put.down for put in puts(part.atoms, TextPiece)) == stop.down


def test_a_page_of_large_print_without_room_for_a_high_picture_has_a_lower_one(fonts: FontBook) -> None:
    look = tall(look_for(fonts, 18))
    (usual, _), (needed, _) = pages(look, 760), pages(look, 1)
    whole = usual.atoms[0].height
    heights: list[float] = []
    for depth in range(int(whole) + 1, int(whole) - 120, -5):
        calf, _ = pages(look, float(depth))
        if len(calf.atoms) == 1:
            assert calf.atoms[0].height <= depth
            (panel,) = [put for put in puts(calf.atoms, Frame) if put.piece.fill == look.palette.sand]
            heights += [panel.piece.height] if not heights or heights[-1] != panel.piece.height else []
    assert heights[1:] == pytest.approx([high for high in LOWER_PANELS if high < heights[0]])
    assert len(needed.atoms) > 1


CARE = "Take care: Stand only if you are steady."


def test_what_to_take_care_of_is_said_again_over_each_exercise_of_large_print(fonts: FontBook) -> None:
    look = look_for(fonts, 18)
    for part, name in zip(pages(look, caution="Stand only if you are steady."), ("Calf", "Thigh"), strict=True):
        said = lines_of(part.atoms)
        care = put_that_says(part.atoms, CARE)
        (panel,) = [put for put in puts(part.atoms, Frame) if put.piece.fill == look.palette.sand]
        assert said.index(name) < said.index(CARE)
        assert care.down < panel.down
        assert care.piece.element is None, "its card has said it before"
        assert not any("steady" in words for element in part.elements for words in said_by(element))
    assert not any("Take care" in line for part in pages(look) for line in lines_of(part.atoms))


def test_an_exercise_whose_page_has_no_room_for_it_stands_without_what_to_take_care_of(fonts: FontBook) -> None:
    look = look_for(fonts, 18)
    high = pages(look, caution="Stand only if you are steady.")[0].atoms[0].height
    calf, _ = pages(look, high - 1, caution="Stand only if you are steady.")
    assert CARE not in lines_of(calf.atoms)
    assert len(calf.atoms) == 1


def test_on_facing_pages_what_to_take_care_of_stands_over_the_picture(fonts: FontBook) -> None:
    given = a_strategy(caution="Stand only if you are steady.", stop_if=["you feel pain"])
    way = {"title": "Calf", "steps": LONG, "figure": ways()[0][1]}
    shown = pictured([HowTo.model_validate(way)])
    look = tall(look_for(fonts, 24))
    depth = 700.0
    picture, doing = exercise_pages(look, given, 2, shown, depth)[0].atoms
    assert (CARE in lines_of(picture), CARE in lines_of(doing)) == (True, False)
    assert picture.height <= depth


LONG = [words(7)] * 6


def apart(look: Look, depth: float, *, is_low: bool = False) -> list[PartOfCard]:
    way = {"title": "Calf", "steps": LONG, "figure": FIGURE}
    given = a_strategy(stop_if=["you feel pain"])
    return exercise_pages(tall(look), given, 2, pictured([HowTo.model_validate(way)] * 2), depth, is_low=is_low)


def test_an_exercise_that_no_page_holds_has_its_picture_and_its_steps_on_facing_pages(fonts: FontBook) -> None:
    look = look_for(fonts, 24)
    for part in apart(look, look.grid.depth):
        picture, steps = part.atoms
        (panel,) = [put for put in puts(picture, Frame) if put.piece.fill == look.palette.sand]
        assert panel.piece.height > mm(100)
        assert (picture.cost, steps.cost) == (OWN_PAGE, FREE)
        assert (picture.turned, steps.turned) == (0, OVERLEAF)
        assert lines_of(picture)[-1] == "Lean on a wall."
        assert " ".join(lines_of(steps)).count("stretching") == 7 * 6
        assert "you feel pain" in " ".join(lines_of(steps))
        assert max(picture.height, steps.height + (steps.heading.height if steps.heading else 0)) <= look.grid.depth


def test_over_its_steps_the_picture_stands_once_more_and_is_not_read_again(fonts: FontBook) -> None:
    look = look_for(fonts, 24)
    part, _ = apart(look, look.grid.depth)
    over = part.atoms[1].heading
    assert over
    (again,) = puts(over, DrawingPiece)
    assert (again.piece.element, icons(over)) == (None, ["calf.svg"])
    assert " ".join(lines_of(over)).split() == ["2.", "Stretching", "(continued)", "Calf"]
    assert max(put.right for put in puts(over, TextPiece)) <= min(put.x for put in puts(over, Frame))
    assert shapes(part) == ["Div(H4 Figure Caption L(" + " ".join(["LI(Lbl LBody)"] * 6) + ") P)"]


def test_only_the_first_picture_leaves_room_for_words_before_it(fonts: FontBook) -> None:
    look = look_for(fonts, 24)
    heights = [part.atoms[0].height for part in apart(look, look.grid.depth, is_low=True)]
    usual = [part.atoms[0].height for part in apart(look, look.grid.depth)]
    assert heights[0] < usual[0] - mm(20)
    assert heights[1] == usual[1]


def test_an_exercise_that_a_page_holds_has_a_lower_picture_where_words_may_stand_before_it(fonts: FontBook) -> None:
    look = tall(look_for(fonts, 18))
    (first, second), usual = (
        exercise_pages(look, a_strategy(), 2, ways(), 760, is_low=is_low) for is_low in (True, False)
    )
    assert [len(part.atoms) for part in (first, second)] == [1, 1]
    assert first.atoms[0].height == pytest.approx(usual[0].atoms[0].height - (LARGE_PANEL_HIGH - LOWER_PANELS[1]))
    assert second.atoms[0].height == usual[1].atoms[0].height


def test_steps_that_fill_more_than_a_page_are_not_kept_from_their_picture(fonts: FontBook) -> None:
    look = look_for(fonts, 24)
    for part in apart(look, 420):
        assert len(part.atoms) > 2
        assert not any(atom.turned for atom in part.atoms)


@pytest.mark.parametrize("ruled", [True, False])
def test_a_strategys_head_over_its_exercise_is_read_where_it_has_an_element(fonts: FontBook, ruled: bool) -> None:
    look, root = look_for(fonts, 18), Element("Document")
    title, name = root.add("H2"), root.add("H3")
    atom = head_again(look, a_strategy(), 2, (name, "Calf"), look.grid.full, title=title, ruled=ruled)
    assert said_by(root) == ["2 ", "Stretching", "Calf"]
    assert len(puts(atom, Rule)) == ruled
    again = head_again(look, a_strategy(), 2, (None, "Calf"), look.grid.full)
    assert all(put.piece.element is None for put in puts(again, TextPiece))


def test_a_strategy_without_reasons_to_stop_has_no_frame(fonts: FontBook) -> None:
    look = look_for(fonts, 18)
    for part in pages(look):
        assert [put for put in puts(part.atoms, Frame) if put.piece.stroke == look.palette.ink] == []


@pytest.mark.parametrize("base", [18, 24])
def test_an_exercise_higher_than_a_page_hardly_parts_from_its_picture_and_never_its_frame(
    fonts: FontBook, base: float
) -> None:
    look = look_for(fonts, base)
    calf, _ = pages(look, depth=250, stop_if=["you feel pain"])
    first, *rest = calf.atoms
    assert first.cost == OWN_PAGE
    assert "calf.svg" in icons(first)
    assert (lines_of(rest[0]), rest[0].cost) == (["Lean on a wall."], NEVER)
    assert "Stand." in lines_of(rest[1])
    assert rest[1].cost == PICTURE_APART
    assert all(HARD <= atom.cost <= NEVER for atom in rest[2:])
    assert len([put for put in puts(rest[-1], Frame) if put.piece.stroke == look.palette.ink]) == 1
    over = [lines_of(atom.heading) for atom in rest if atom.heading]
    assert over == [["2. Stretching (continued)", "Calf"]] * len(rest)
    assert total_height(calf.atoms) > 250


def test_the_steps_of_large_print_are_numbered_in_discs(fonts: FontBook) -> None:
    look = look_for(fonts, 18)
    (calf, _) = pages(look)
    discs = [put for put in puts(calf.atoms, Frame) if put.piece.fill == look.palette.accent]
    assert len(discs) == 3
    steps = [put_that_says(calf.atoms, text) for text in ("Stand.", "Lean.", "Hold.")]
    assert all(disc.right < step.x for disc, step in zip(discs, steps, strict=True))
    assert all(put.piece.element for put in puts(calf.atoms, DrawingPiece) if put.piece.drawing.operators[:4] == "calf")
