"""The one sheet: both sides, what each says, the boxes to fill in and to tick, and what it claims."""

from __future__ import annotations

from typing import Any

import pytest

from handoutgen.content.strategies import HowTo
from handoutgen.errors import HandoutError
from handoutgen.formats import FORMATS, Options
from handoutgen.layout.blocks.dose_box import dose_box
from handoutgen.layout.blocks.dosed_exercises import exercise_rows, safety_panel
from handoutgen.layout.blocks.help_rows import help_rows
from handoutgen.layout.blocks.now_panel import now_panel
from handoutgen.layout.blocks.tick_cards import reminders_of, tick_card
from handoutgen.layout.blocks.want_more import want_more
from handoutgen.layout.flow.pieces import Frame, Rule, TextPiece, UprightRule
from handoutgen.layout.forms import sheet
from handoutgen.layout.forms.closer import CLOSER, closer
from handoutgen.layout.forms.sheet_amounts import AMOUNTS, FEWER, FULLER
from handoutgen.layout.forms.sheet_back import LEAST_GAP, back_region
from handoutgen.layout.forms.sheet_front import front_region
from handoutgen.layout.forms.sheet_sections import sections_region
from handoutgen.plan.element import Element
from handoutgen.plan.pages import Composed, Page, Placed
from handoutgen.story.dose import dose_cells
from handoutgen.text.fontbook import FontBook
from layout.setting_for_tests import (
    a_clinic,
    a_leaflet,
    a_strategy,
    all_of,
    fields,
    look_for,
    placed_text,
    puts,
    said_by,
    setting_for,
    shape,
    text_in,
    words,
)

NOW = {"id": "now", "title": "If it hurts now", "after": "key-points", "text": "It passes.", "steps": ["Sit.", "Rub."]}
FIGURE = {"file": "calf.svg", "alt": "A calf.", "caption": "Heel down."}
STRETCH = {"title": "Calf stretch", "steps": ["Stand.", "Lean."], "figure": FIGURE}
SAFETY: dict[str, Any] = {"caution": "Stand firmly.", "stop_if": ["you feel pain"], "ask_first": ["you are pregnant"]}


def made(fonts: FontBook, **leaflet: Any) -> Composed:
    two = [STRETCH, {**STRETCH, "title": "Other stretch"}]
    strategies = [a_strategy("rest"), a_strategy("stretch", how=two, **SAFETY), a_strategy("walk", **SAFETY)]
    plain: dict[str, Any] = {"sections": [NOW], "management": {"strategies": strategies}}
    setting = setting_for(fonts, 12, a_clinic(), form="a4-sheet")
    return sheet.compose(a_leaflet(**{**plain, **leaflet}), setting, FORMATS["a4-sheet"], Options())


def test_it_has_two_sides_and_says_so(fonts: FontBook) -> None:
    for number, page in enumerate(made(fonts).pages, start=1):
        said = placed_text(page.pieces)
        assert f"Side {number} of 2" in said
        assert "CR-1 one sheet · Version 1.0 · Next review November 2029" in said


def test_the_main_strategy_is_the_first_with_a_drawing_and_keeps_its_number(fonts: FontBook) -> None:
    composed = made(fonts)
    front, back = (placed_text(page.pieces) for page in composed.pages)
    assert {"Stretch", "Calf stretch", "Other stretch"} <= set(front)
    assert {"Rest", "Walk"} <= set(back)
    heads = [each.bookmark for each in composed.root.walk() if each.role in ("H1", "H2")]
    own = ["Leg cramps", "If it hurts now", "What you can do"]
    assert heads == [*own, "2 more things that can help", "When to get help"]
    third = [each.bookmark for each in composed.root.walk() if each.role == "H3" and each.bookmark]
    assert third[:3] == ["2. Stretch", "1. Rest", "3. Walk"]


def test_each_exercise_has_boxes_and_each_other_strategy_one_to_tick(fonts: FontBook) -> None:
    found = fields(made(fonts).root)
    assert found.count(("1 empty line", "times a day")) == 2
    assert {("Tick box", each) for each in ("Stretch", "Rest", "Walk")} <= set(found)
    assert found[-1] == ("1 empty line", "My next visit and notes")


def test_without_room_for_a_heading_the_box_has_what_to_do_with_it_beside_it(fonts: FontBook) -> None:
    steps = [f"Bend your knee a little and count to {each}, then rest." for each in range(10, 18)]
    front = made(fonts, management={"strategies": [a_strategy(how=[{**STRETCH, "steps": steps}] * 2, **SAFETY)]})
    assert "What you can do" not in placed_text(front.pages[0].pieces)
    placed = [put for put in front.pages[0].pieces if isinstance(put.piece, TextPiece)]
    (tick,) = (put for put in placed if put_says(put) == "☐")
    (hint,) = (put for put in placed if put_says(put) == "Tick what you want to try first")
    assert hint.x + hint.piece.width < tick.x
    assert [each.role for each in front.root.walk() if each.bookmark == "1. Stretching"] == ["H2"]


def test_what_the_author_says_of_an_exercise_fills_its_boxes(fonts: FontBook) -> None:
    look = setting_for(fonts)
    how = HowTo.model_validate({**STRETCH, "dose_box": {"hold": "20 seconds"}})
    assert dose_cells(look.voice, how) == [("Hold for", "20 seconds"), ("Repeat", ""), ("times a day", "")]
    root = Element("Document")
    atom = dose_box(look, root, how, 240)
    assert said_by(root) == ["Hold for", "20 seconds", "Repeat", "times a day"]
    assert shape(root) == "Document(Div(P P P Form P Form))"
    assert max(put.x + put.piece.width for put in puts(atom)) <= 240.01
    assert dose_box(look, Element("Div"), how, 100).height > atom.height, "too narrow for three: one under another"


def test_three_boxes_are_alike_with_an_amount_over_its_unit_and_one_baseline(fonts: FontBook) -> None:
    look, root = setting_for(fonts), Element("Document")
    how = HowTo.model_validate({**STRETCH, "dose_box": {"hold": "20 to 30 seconds", "times": "3 times each leg"}})
    atom = dose_box(look, root, how, 238)
    assert said_by(root) == ["Hold for", "20 to 30 seconds", "Repeat", "3 times each leg", "times a day"]
    parted = [put.x for put in puts(atom) if isinstance(put.piece, UprightRule)]
    assert parted == pytest.approx([238 / 3, 238 * 2 / 3])
    texts = [put for put in puts(atom) if isinstance(put.piece, TextPiece)]
    ends = {round(put.down + put.piece.height, 3) for put in texts if put.piece.lines[0].text.strip()[:1] in "23t"}
    assert len(ends) == 1
    amount = next(put.piece for put in texts if isinstance(put.piece, TextPiece) and len(put.piece.lines) == 2)
    assert [line.text.strip() for line in amount.lines] == ["20 to 30", "seconds"]


def test_the_first_side_says_whom_to_call_in_an_emergency(fonts: FontBook) -> None:
    assert "In an emergency" in " ".join(placed_text(made(fonts).pages[0].pieces))


def test_blocks_of_the_back_stand_apart_on_the_closest_lines_too(fonts: FontBook) -> None:
    tight = closer(setting_for(fonts), setting_for(fonts).scale.small, 0.1)
    region = back_region((tight, tight), a_leaflet(management={"strategies": [a_strategy()]}), (), 700)
    back = region.lay((), 700)
    assert back is not None
    _, _, box, more, _ = back.atoms
    assert min(box.before, more.before) >= 12 * LEAST_GAP


def test_amounts_go_from_all_to_the_least(fonts: FontBook) -> None:
    first, last = AMOUNTS[0], AMOUNTS[-1]
    assert (first.ways, first.facts, first.lists, first.text) == (True,) * 4
    assert (last.ways, last.facts, last.lists, last.text) == (False,) * 4
    assert {each.most for each in FEWER} == {1, 2, 3, 4}
    assert not any(each.ways for each in FULLER)


@pytest.mark.parametrize(("caution", "all_of_them", "count"), [
    ("Stand firmly.", True, 3), ("Stand firmly.", False, 1), (None, True, 2), (None, False, 2),
])  # fmt: skip
def test_a_caution_alone_stands_for_the_lists(
    fonts: FontBook, caution: str | None, all_of_them: bool, count: int
) -> None:
    strategy = a_strategy(**{**SAFETY, "caution": caution})
    assert len(reminders_of(look_for(fonts), strategy, all_of_them=all_of_them)) == count


@pytest.mark.parametrize("in_lists", [True, False])
def test_a_safety_panel_says_all_of_it_either_way(fonts: FontBook, in_lists: bool) -> None:
    root = Element("Sect")
    callouts = [{"kind": "important", "text": "Call us."}, {"kind": "tip", "text": "Drink."}]
    safety_panel(look_for(fonts), root, a_strategy(callouts=callouts, **SAFETY), in_lists=in_lists)
    said = " ".join(said_by(root))
    assert all(text in said for text in ("Stand firmly.", "you feel pain", "you are pregnant", "Call us."))
    assert "Drink." not in said
    assert bool(all_of(root, "L")) is in_lists


def test_signs_run_into_a_sentence_are_a_list_under_the_heading_of_their_level(fonts: FontBook) -> None:
    box = help_rows(setting_for(fonts, clinic=a_clinic()), a_leaflet().help, 500)
    assert box is not None
    assert [kid.role for kid in box.element.kids] == ["H2", "Sect", "Sect", "Sect"]
    emergency = box.element.kids[1]
    assert [kid.role for kid in emergency.kids] == ["H3", "P", "L"]
    assert said_by(emergency.kids[2]) == ["emergency sign one; ", "emergency sign two."]
    assert help_rows(setting_for(fonts), a_leaflet().help, 50) is None


def test_drawings_stand_in_pairs_or_beside_their_steps(fonts: FontBook) -> None:
    look, root = setting_for(fonts), Element("Sect")
    how = HowTo.model_validate(STRETCH)
    assert how.figure is not None
    ways = [(how, how.figure)] * 3
    assert len(exercise_rows(look, root, ways, 120, in_pairs=True)) == 2
    assert shape(root.kids[0]) == "Div(H3 Figure L(LI(Lbl LBody) LI(Lbl LBody)) Div(P Form P Form P Form))"
    assert len(exercise_rows(look, Element("Sect"), ways, 120, in_pairs=False)) == 3


@pytest.mark.parametrize("text", [True, False])
def test_what_to_do_now_may_go_without_its_text_but_not_without_its_steps(fonts: FontBook, text: bool) -> None:
    root = Element("Document")
    now_panel(look_for(fonts), root, a_leaflet(sections=[NOW]).sections[0], text=text)
    assert ("It passes." in said_by(root)) is text
    assert {"Sit.", "Rub."} <= set(said_by(root))


def test_without_a_clinic_there_is_no_code_but_the_offer(fonts: FontBook) -> None:
    root = Element("Document")
    want_more(setting_for(fonts), root, 400, with_lines=True)
    assert said_by(root)[-1].startswith("Ask your clinic for this leaflet in large print")
    card = Element("Document")
    tick_card(look_for(fonts), card, a_strategy(), 3, 240, all_of_them=True)
    assert shape(card) == "Document(Sect(H3(Span Span) Form P))"


def test_it_claims_what_it_says_and_no_more(fonts: FontBook) -> None:
    claims = made(fonts).claims
    assert claims is not None
    main, other = ("management", "strategies", 1), ("management", "strategies", 2)
    said = [("title",), (*main, "how", 1, "steps", 0), (*main, "stop_if", 0), (*other, "brief"), (*other, "caution")]
    for path in (*said, ("sections", 0, "steps", 1), ("help", "urgent", "signs", 0)):
        assert claims(path), path
    for path in (("key_points", 0), (*other, "how", 0, "steps", 0), ("about", "text"), ("sources", 0, "title")):
        assert not claims(path), path


def test_without_strategies_it_has_as_many_sections_in_full_as_it_holds(fonts: FontBook) -> None:
    long = {"id": "long", "title": "Long", "text": words(1800), "brief": "In brief.", "caution": "Beware."}
    short = {"id": "short", "title": "Short", "text": "Said in full."}
    leaflet = a_leaflet(kind="medicine", management=None, about=None, sections=[long, short])
    setting = setting_for(fonts, clinic=a_clinic(), form="a4-sheet")
    setting = closer(setting, setting.scale.list, CLOSER)
    sides = sections_region(setting, leaflet, 700).lay((), 700)
    assert sides is not None
    assert len(sides.pages) <= 2
    for path in (("sections", 1, "text"), ("sections", 0, "caution"), ("key_points", 0)):
        assert sides.claims(path), path
    assert not sides.claims(("sections", 0, "text"))


def test_what_does_not_fit_is_refused_with_the_side_and_what_to_shorten(fonts: FontBook) -> None:
    strategies = [a_strategy(how=[{"steps": [words(50)] * 12}], caution=words(13))]
    with pytest.raises(HandoutError, match=r"does not fit on the A4 sheet: on side 1 it is \d+ mm") as caught:
        made(fonts, management={"strategies": strategies})
    assert "“Stretching”" in caught.value.remedy
    assert front_region((setting_for(fonts),) * 2, a_leaflet(), 700).lay((), 50) is None
    assert back_region((setting_for(fonts),) * 2, a_leaflet(), (), 700).lay((), 50) is None


def said_in(page: Page, start: str) -> Placed:
    return next(put for put in page.pieces if isinstance(put.piece, TextPiece) and put_says(put).startswith(start))


def put_says(put: Placed) -> str:
    return " ".join(line.text.strip() for line in text_in(put).lines)


def test_two_exercises_stand_side_by_side(fonts: FontBook) -> None:
    front = made(fonts).pages[0]
    left, right = said_in(front, "Calf stretch"), said_in(front, "Other stretch")
    assert left.y == pytest.approx(right.y)
    assert left.x < right.x


@pytest.mark.parametrize("in_lists", [True, False])
def test_what_to_take_care_of_and_when_to_ask_first_come_before_the_exercises(fonts: FontBook, in_lists: bool) -> None:
    leaflet = a_leaflet(management={"strategies": [a_strategy("stretch", how=[STRETCH, STRETCH], **SAFETY)]})
    region = front_region((setting_for(fonts, form="a4-sheet"),) * 2, leaflet, 700)
    sides = [side for side in (region.lay((), depth) for depth in range(700, 300, -20)) if side]
    side = next(side for side in sides if side.amount.lists == in_lists)
    said = " ".join(text for element in side.elements for text in said_by(element))
    assert said.index("Take care: Stand firmly.") < said.index("Ask first if") < said.index("Lean.")
    assert (said.index("Stop if") < said.index("Lean.")) == in_lists


def test_without_a_reason_to_stop_nothing_stands_under_the_exercises(fonts: FontBook) -> None:
    safety = {**SAFETY, "stop_if": []}
    two = [{**STRETCH, "steps": [words(12)] * 4}, {**STRETCH, "title": "Other stretch", "steps": [words(12)] * 4}]
    front = made(fonts, management={"strategies": [a_strategy("stretch", how=two, **safety)]}).pages[0]
    name = said_in(front, "Calf stretch")
    assert said_in(front, "Take care: Stand").y > name.y
    assert said_in(front, "Ask first if").y > name.y


def test_help_is_in_lists_on_the_closest_lines_before_it_is_run_into_sentences(fonts: FontBook) -> None:
    guide = {key: {"signs": [words(4)] * count} for key, count in (("emergency", 4), ("urgent", 6), ("routine", 3))}
    others = [a_strategy(f"other-{n}", **{**SAFETY, "stop_if": [words(8)]}) for n in range(5)]
    strategies = [a_strategy("stretch", how=[STRETCH], **SAFETY), *others]
    back = made(fonts, help=guide, management={"strategies": strategies}).pages[1]
    assert placed_text(back.pieces).count("•") == 13


def test_a_line_to_write_on_is_not_one_with_the_footers(fonts: FontBook) -> None:
    for page in made(fonts).pages:
        texts = [put for put in page.pieces if isinstance(put.piece, TextPiece)]
        foot = next(put for put in texts if text_in(put).lines[0].text.startswith("CR-1 one sheet"))
        rules = sorted(put.y for put in page.pieces if isinstance(put.piece, Rule) and put.y > foot.y)
        edges = [put.y for put in page.pieces if isinstance(put.piece, Frame)]
        lowest = min([*rules[1:], *edges])
        assert lowest - rules[0] >= 11.9
