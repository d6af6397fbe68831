"""What must not go wrong on any form: whom to call at night, which steps a picture belongs to, which points stay."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from handoutgen.build import Order, build
from handoutgen.content.audience import for_tags, tags_of
from handoutgen.formats import Options, parse_printed, parse_size
from handoutgen.layout.blocks.diary_chart import _shared_out
from handoutgen.layout.flow.pieces import DrawingPiece, TextPiece
from handoutgen.layout.forms.compositions import lay_out
from handoutgen.layout.nothing_lost import tree_text
from handoutgen.library.files import find_clinic, find_leaflet
from handoutgen.plan.element import Element
from handoutgen.plan.pages import Page, Plan
from handoutgen.workshop import Workshop
from layout.setting_for_tests import text_in
from leaflets.conftest import ROOT, Make
from leaflets.samples import CRAMPS

LEAFLET = find_leaflet("leg-cramps-ms", ROOT)
RIVERSIDE = find_clinic("riverside-neurology", ROOT)
FORMS = (
    ("a4", "standard"), ("a4", "large"), ("a4", "giant"), ("a5-booklet", "clear"), ("a4-trifold", "standard"),
    ("letter-trifold", "standard"), ("a4-summary", "standard"), ("a4-summary", "clear"), ("a4-summary", "large"),
    ("letter-summary", "clear"), ("a3-poster", "standard"), ("tabloid-poster", "standard"), ("card", "standard"),
    ("a6-card", "standard"), ("a6-card-letter", "standard"),
)  # fmt: skip


def planned(
    workshop: Workshop,
    form: str,
    size: str,
    clinic: Path | None = RIVERSIDE,
    *,
    options: Options = Options(),  # noqa: B008
    leaflet: Path = LEAFLET,
) -> Plan:
    loaded, whose = workshop.leaflet(leaflet), workshop.clinic(clinic) if clinic else None
    setting = workshop.setting(loaded, whose, parse_printed(form), parse_size(size), options)
    printed = for_tags(loaded.leaflet, tags_of(whose.clinic if whose else None))
    return lay_out(printed, setting, parse_printed(form), parse_size(size), options)[0]


@pytest.mark.parametrize(("form", "size"), FORMS)
def test_every_form_says_whom_to_call_by_day_and_by_night(workshop: Workshop, form: str, size: str) -> None:
    said = tree_text(planned(workshop, form, size).root)
    assert "999" in said
    assert "0117 496 0123" in said
    assert "0117 496 0199" in said


@pytest.mark.parametrize("form", ["a3-poster", "tabloid-poster"])
def test_a_form_without_the_urgent_signs_does_not_tell_everybody_to_call_today(workshop: Workshop, form: str) -> None:
    said = tree_text(planned(workshop, form, "standard").root)
    assert "today" not in said
    assert "Nurse advice line: 0117 496 0123" in said


@pytest.mark.parametrize("form", ["a4-summary", "a3-poster", "card"])
def test_without_a_clinic_there_is_a_line_for_its_number(workshop: Workshop, form: str) -> None:
    assert "Phone:" in tree_text(planned(workshop, form, "standard", None).root)


@pytest.mark.parametrize("form", ["a3-poster", "card", "a4-trifold"])
def test_forms_without_a_footer_say_which_version_they_are(workshop: Workshop, form: str) -> None:
    said = tree_text(planned(workshop, form, "standard").root)
    assert f"Version {workshop.leaflet(LEAFLET).leaflet.review.version}" in said
    assert "Next review November 2028" in said


@pytest.mark.parametrize("form", ["a4", "letter"])
@pytest.mark.parametrize("size", ["16", "large", "giant"])
def test_a_picture_of_an_exercise_is_on_the_page_where_its_steps_start(
    workshop: Workshop, form: str, size: str
) -> None:
    plan = planned(workshop, form, size)
    groups = [e for e in plan.root.walk() if e.role == "Div" and {"H4", "L"} <= {kid.role for kid in e.kids}]
    exercises = [group for group in groups if any(e.role == "Figure" for e in group.walk())]
    assert len(exercises) == 2
    for exercise in exercises:
        picture = next(e for e in exercise.walk() if e.role == "Figure")
        steps = next(kid for kid in exercise.kids if kid.role == "L")
        start = pages_of(plan, steps.kids[0])
        assert pages_of(plan, picture) & start or shown_again(plan, picture, start)


@pytest.mark.parametrize("form", ["a4", "letter"])
@pytest.mark.parametrize("size", ["large", "giant"])
def test_nobody_turns_a_page_between_two_steps_of_an_exercise_or_before_when_to_stop(
    workshop: Workshop, form: str, size: str
) -> None:
    plan = planned(workshop, form, size)
    lists = [e for e in plan.root.walk() if e.role == "Div" and {"H4", "L", "Figure"} <= {kid.role for kid in e.kids}]
    assert len(lists) == 2
    for exercise in lists:
        (page,) = pages_of(plan, next(kid for kid in exercise.kids if kid.role == "L"))
        assert any(words.startswith("Stop if") for words in shown(plan.pages[page]))


def shown_again(plan: Plan, picture: Element, pages: set[int]) -> bool:
    """Whether the picture stands once more, small, on one of the pages, which follows its own."""
    (own,) = pages_of(plan, picture)
    drawn = [put.piece for page in (own, own + 1) for put in plan.pages[page].pieces
             if isinstance(put.piece, DrawingPiece)]  # fmt: skip
    (large,) = [piece for piece in drawn if piece.element in set(picture.walk())]
    alike = [piece for piece in drawn if piece.width / piece.height == pytest.approx(large.width / large.height)]
    return pages == {own + 1} and any(piece.element is None and piece.width > 40 for piece in alike)


def pages_of(plan: Plan, element: Element) -> set[int]:
    inside = {id(each) for each in element.walk()}
    pages = enumerate(plan.pages)
    return {n for n, page in pages for put in page.pieces if id(getattr(put.piece, "element", None)) in inside}


@pytest.mark.parametrize("size", ["standard", "clear", "large"])
def test_a_summary_on_a4_keeps_the_key_points_that_warn(workshop: Workshop, size: str) -> None:
    said = tree_text(planned(workshop, "a4-summary", size).root)
    assert "before any new medicine" in said
    assert "A swollen or hot leg may be a blood clot, not a cramp" in said
    assert "Do not stop a medicine for spasms suddenly" in said


@pytest.mark.parametrize("size", ["16", "large"])
def test_the_signs_of_an_emergency_are_a_list_in_large_print(workshop: Workshop, size: str) -> None:
    plan = planned(workshop, "a4", size)
    level = next(e for e in plan.root.walk() if e.ident == "help-emergency")
    signs = workshop.leaflet(LEAFLET).leaflet.help.emergency.signs
    assert sum(e.role == "LI" for e in level.walk()) == len(signs) > 1


def test_help_of_several_pages_starts_at_the_head_of_one(workshop: Workshop) -> None:
    plan = planned(workshop, "a4", "giant")
    help_box = next(e for e in plan.root.kids if e.ident == "help")
    first = min(pages_of(plan, help_box))
    inside = {id(each) for each in help_box.walk()}
    others = [
        put for put in plan.pages[first].pieces
        if (element := getattr(put.piece, "element", None)) is not None and id(element) not in inside
    ]  # fmt: skip
    assert not others


def test_an_example_row_says_that_it_is_one(make: Make) -> None:
    assert "Example: Monday" in tree_text(make("a4", "standard").plan.root)


def test_diary_columns_have_the_authors_shares_and_room_for_their_words() -> None:
    assert _shared_out([10, 10, 10], [1, 1, 2], 100) == [25, 25, 50]
    assert _shared_out([40, 10, 10], [1, 1, 2], 100) == [40, 20, 40]
    assert sum(_shared_out([40, 35, 10], [1, 2, 3], 100)) == pytest.approx(100)
    assert _shared_out([50, 50], [1, 3], 100) == [50, 50]


@pytest.mark.parametrize("size", ["standard", "clear", "large"])
@pytest.mark.parametrize("form", ["a4-summary", "letter-summary"])
def test_a_summary_has_all_key_points_and_says_nothing_of_them_to_who_prints_it(
    workshop: Workshop, form: str, size: str
) -> None:
    built = build(Order(LEAFLET, RIVERSIDE, form, size, date(2026, 12, 1)), workshop)
    assert not [finding for finding in built.diagnostics if finding.code == "HG303"]
    said = tree_text(planned(workshop, form, size).root)
    assert all(point in said for point in workshop.leaflet(LEAFLET).leaflet.key_points)


@pytest.mark.parametrize("size", ["standard", "clear", "large"])
def test_a_summary_never_sends_to_the_full_leaflet_for_how_to_stay_safe(workshop: Workshop, size: str) -> None:
    said = tree_text(planned(workshop, "a4-summary", size).root)
    assert "read in the full leaflet" not in said
    for strategy in workshop.leaflet(LEAFLET).leaflet.strategies:
        assert not strategy.caution or f"Take care: {strategy.caution}" in said


@pytest.mark.parametrize("form", ["a3-poster", "tabloid-poster", "card", "a4-trifold"])
def test_a_clinic_with_much_to_say_gets_its_form_with_its_number(workshop: Workshop, tmp_path: Path, form: str) -> None:
    path = tmp_path / "much.yaml"
    path.write_text(
        "id: much\nname: Centre for Neurological Rehabilitation and Long-term Conditions, North and East\n"
        "phones:\n  - {label: 'Neurology secretaries, Monday to Friday only, all enquiries', number: 0117 496 0123,"
        " hours: 'Monday to Friday, 9am to 5pm, but not on public holidays'}\n"
        "out_of_hours: {label: Night line, number: 0117 496 0199}\nemergency_number: '999'\n"
        f"web: https://www.clinic.example/{'w' * 180}\n",
        encoding="utf-8",
    )
    built = build(Order(LEAFLET, path, form, "standard", date(2026, 12, 1)), workshop)
    assert built.data
    assert "0117 496 0123" in tree_text(planned(workshop, form, "standard", path).root)


@pytest.mark.parametrize("form", ["a5-booklet", "half-letter-booklet"])
def test_what_a_clinic_says_on_a_cover_never_runs_into_the_icons(workshop: Workshop, tmp_path: Path, form: str) -> None:
    path = tmp_path / "much.yaml"
    line = "label: 'Neurology secretaries, Monday to Friday only, all enquiries', hours: 'Monday to Friday, 9am to 5pm'"
    path.write_text(
        f"id: much\nname: Much\nphones:\n  - {{{line}, number: 0117 496 0123}}\n"
        f"out_of_hours: {{{line}, number: 0117 496 0199}}\nemergency_number: '999'\n"
        f"web: https://www.clinic.example/{'leaflets/' * 12}\n",
        encoding="utf-8",
    )
    cover = planned(workshop, form, "clear", path).pages[0].pieces
    icons = [put for put in cover if isinstance(put.piece, DrawingPiece)]
    words = [put for put in cover if isinstance(put.piece, TextPiece)]
    assert not [(i, w) for i in icons for w in words if i.y < w.top and w.y < i.top and i.x < w.right and w.x < i.right]


@pytest.mark.parametrize("number", ["01323 440022", "0118 9587676", "+44 (0)1323 440022", "028 9649 6123"])
@pytest.mark.parametrize("form", ["a4", "letter"])
def test_no_number_in_the_help_box_is_torn(workshop: Workshop, tmp_path: Path, form: str, number: str) -> None:
    path = tmp_path / "one.yaml"
    path.write_text(
        f'id: one\nname: One\nphones: [{{label: Line, number: "{number}"}}]\nemergency_number: "999"\n',
        encoding="utf-8",
    )
    plan = planned(workshop, form, "standard", path)
    inside = {id(e) for e in next(e for e in plan.root.kids if e.ident == "help").walk()}
    said = [
        " ".join(line.text for line in put.piece.lines) + "|" + "|".join(line.text for line in put.piece.lines)
        for page in plan.pages for put in page.pieces
        if isinstance(put.piece, TextPiece) and id(put.piece.element) in inside
    ]  # fmt: skip
    calls = [words for words in said if number in words.partition("|")[0]]
    assert len(calls) == 2
    assert all(number in words.partition("|")[2] for words in calls)


@pytest.mark.parametrize("size", ["standard", "clear", "large"])
@pytest.mark.parametrize("form", ["a4", "letter"])
def test_page_1_says_where_the_help_box_is_when_it_is_not_there(workshop: Workshop, form: str, size: str) -> None:
    plan = planned(workshop, form, size)
    box = next(e for e in plan.root.kids if e.ident == "help")
    pointers = [e for e in plan.root.kids if e.ident == "help-pointer"]
    assert bool(pointers) == (0 not in pages_of(plan, box))
    for pointer in pointers:
        page = 1 + min(pages_of(plan, box))
        assert tree_text(pointer) == f"In an emergency, call 999. “When to get help” is on page {page}."
        assert pages_of(plan, pointer) == {0}


@pytest.mark.parametrize("form", ["a4", "letter"])
def test_in_two_columns_each_strategy_is_on_one_page(workshop: Workshop, form: str) -> None:
    plan = planned(workshop, form, "standard")
    strategies = [e for e in plan.root.walk() if e.role == "Sect" and e.kids[0].role == "H3" and e.kids[0].inner]
    cards = [e for e in strategies if not (e.ident or "").startswith("help-")]
    assert len(cards) == 6
    assert [e.ident for e in cards if len(pages_of(plan, e)) > 1] == []


@pytest.mark.parametrize("form", ["a4", "letter"])
def test_when_to_stop_stands_on_a_page_with_an_exercise(workshop: Workshop, form: str) -> None:
    plan = planned(workshop, form, "standard")
    card = next(e for e in plan.root.walk() if e.ident == "stretching-and-exercise")
    stop = next(e for e in card.walk() if e.text == "Stop if")
    pictures = [e for e in card.walk() if e.role == "Figure"]
    shown = {number for number, page in enumerate(plan.pages) for put in page.pieces
             for each in pictures if getattr(put.piece, "element", None) in set(each.walk())}  # fmt: skip
    assert pages_of(plan, stop) <= shown


@pytest.mark.parametrize("size", ["large", "giant"])
def test_a_page_that_starts_inside_a_strategy_or_a_level_of_help_says_which_one(workshop: Workshop, size: str) -> None:
    """Its title with "(continued)", the head of its card again over an exercise, or whom to call under that of help."""
    plan = planned(workshop, "a4", size)
    strategies = [e for e in plan.root.walk() if e.role == "Sect" and e.kids[0].role == "H3"]
    reminded = 0
    for number, strategy in enumerate(strategies, start=1):
        title = strategy.kids[0].bookmark or ""
        names = [title, *[e.text for e in strategy.walk() if e.role == "H4"]]
        for page in sorted(pages_of(plan, strategy))[1:]:
            words = [put for put in plan.pages[page].pieces if isinstance(put.piece, TextPiece)]
            first, second, *_ = sorted(words, key=lambda put: -put.top)
            said = [" ".join(line.text for line in text_in(put).lines).strip() for put in (first, second)]
            is_head_again = f"{min(said)}. {max(said)}" == title or said == ["When to get help (continued)", title]
            assert said[0] in [f"{name} (continued)" for name in names] or is_head_again, (number, page, said)
            # Artifacts: read aloud, the strategy has no break.
            assert all(text_in(put).element is None for put in ((first, second) if is_head_again else (first,)))
            reminded += 1
    assert reminded


@pytest.mark.parametrize("size", ["standard", "clear"])
@pytest.mark.parametrize("folded", [True, False])
def test_in_a_booklet_the_title_of_what_goes_on_is_in_sight_on_each_spread(
    workshop: Workshop, size: str, folded: bool
) -> None:
    """On the right of a spread the left has it; page after page, as when they are not folded, each page has."""
    plan = planned(workshop, "a5-booklet", size, options=Options(reading_order=not folded))
    strategies = [e for e in plan.root.walk() if e.role == "Sect" and e.kids[0].role == "H3"]
    reminded = 0
    for strategy in strategies:
        names = [strategy.kids[0].bookmark, *[e.text for e in strategy.walk() if e.role == "H4"]]
        first, *others = sorted(pages_of(plan, strategy))
        for page in others:
            has_it = bool({f"{name} (continued)" for name in names} & set(shown(plan.pages[page])))
            is_on_the_right = page % 2 == 0  # the cover is page 0
            assert has_it is not (folded and is_on_the_right), (strategy.ident, page)
            if is_on_the_right and folded:
                assert page - 1 in {first, *others}
            reminded += has_it
    assert reminded


def shown(page: Page) -> list[str]:
    return [" ".join(line.text for line in put.piece.lines) for put in page.pieces if isinstance(put.piece, TextPiece)]


@pytest.mark.parametrize(("form", "size"), [
    ("a4", "large"), ("a4", "giant"), ("letter", "giant"), ("a5-booklet", "clear"), ("half-letter-booklet", "clear"),
])  # fmt: skip
def test_what_to_do_in_a_cramp_is_on_one_page(workshop: Workshop, form: str, size: str) -> None:
    plan = planned(workshop, form, size)
    section = next(e for e in plan.root.kids if e.ident == "cramp-now")
    assert len(pages_of(plan, section)) == 1


def test_whom_to_call_when_closed_never_stands_under_the_emergency(workshop: Workshop) -> None:
    """It stands in the row of the urgent level: under its head, over the head of the next."""
    plan = planned(workshop, "a4", "standard")
    firsts = [(put, put.piece.lines[0].text) for put in plan.pages[0].pieces if isinstance(put.piece, TextPiece)]
    closed = next(put for put, text in firsts if text.startswith("When we are closed"))
    urgent = next(put for put, text in firsts if text.startswith("Call us today"))
    emergency = next(put for put, text in firsts if text.startswith("Call 999"))
    routine = next(put for put, text in firsts if text.startswith("Tell us at"))
    assert emergency.top > urgent.top > closed.top > routine.top


@pytest.mark.parametrize("form", ["a4-trifold", "a4-summary"])
def test_the_clinics_own_line_comes_before_other_help(workshop: Workshop, form: str) -> None:
    said = tree_text(planned(workshop, form, "standard", leaflet=CRAMPS).root)
    assert said.index("When we are closed, call 0117 496 0199") < said.index("If you cannot reach us")
    urgent = workshop.leaflet(LEAFLET).leaflet.help.urgent
    said = tree_text(planned(workshop, form, "standard").root)  # so many signs that the cover alone may say the line
    assert said.index("0117 496 0199") < said.index(" ".join(urgent.all_actions))


@pytest.mark.parametrize(("leaflet", "sign"), [(CRAMPS, "a leg that is swollen"), (LEAFLET, "a swollen, sore")])
def test_a_clinics_card_has_the_signs_of_a_clot_however_much_its_clinic_has_to_say(
    workshop: Workshop, tmp_path: Path, leaflet: Path, sign: str
) -> None:
    said = tree_text(planned(workshop, "card", "standard", leaflet=leaflet).root)
    front, inside = said.split("Call 999 now")
    assert "0117 496 0123" in front
    assert max(inside.index("0117 496 0123"), inside.index("today")) < inside.index(sign)
    crowded = tmp_path / "clinic.yaml"
    crowded.write_text(
        f"id: clinic\nname: {'Long and busy ' * 8}clinic\nemergency_number: '999'\n"
        "phones:\n  - {label: Nurses, number: 0117 496 0123 ext 123456}\n", encoding="utf-8"
    )  # fmt: skip
    said = tree_text(planned(workshop, "card", "standard", crowded, leaflet=leaflet).root)
    assert "slurred" in said
    assert "0117 496 0123 ext 123456" in said
    assert sign in said
