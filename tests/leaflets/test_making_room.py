"""Forms that do not hold everything: what may be left out goes, and a refusal says what would really help."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from handoutgen.build import Built, Order, build
from handoutgen.content.audience import path_of
from handoutgen.errors import HandoutError
from handoutgen.formats import Options
from handoutgen.layout.flow.pieces import TextPiece
from handoutgen.layout.nothing_lost import lost_words, tree_text
from handoutgen.units import mm
from handoutgen.workshop import Workshop
from leaflets.conftest import Make
from leaflets.samples import CRAMPS, write_changed
from soundness import assert_sound

LONG = " and rest for as long as you need to" * 14
"""Makes a line about twelve lines longer on a panel."""


def changed(folder: Path, *edits: tuple[str, str]) -> Path:
    """The leaflet of the tests with some of its text replaced."""
    text = CRAMPS.read_text(encoding="utf-8")
    for old, new in edits:
        assert old in text
        text = text.replace(old, new, 1)
    return write_changed(folder, text)


def optional(ident: str) -> tuple[str, str]:
    """An edit that marks a strategy or a section as optional."""
    return f"- id: {ident}\n", f"- id: {ident}\n      optional: true\n"


OPTIONAL_SECTION = ("  - id: cramp-now\n", "  - id: cramp-now\n    optional: true\n")
LONG_SECTION = ("Most cramps pass by themselves.", "Most cramps pass by themselves" + LONG + ".")
LONG_INSIDE = tuple(
    (words, words + LONG)
    for words in ("you feel sharp pain", "you want to start any medicine", "your skin turns very red, pale or sore")
)


def make_pdf(path: Path, form: str = "a4-trifold") -> Built:
    return build(Order(path, None, form, "standard", date(2026, 12, 1)), Workshop())


def refusal(path: Path, form: str = "a4-trifold") -> HandoutError:
    with pytest.raises(HandoutError, match=r"\d+ mm \(\d+ lines?\) too long") as caught:
        make_pdf(path, form)
    return caught.value


def notes(built: Built) -> list[str]:
    return [d.message for d in built.diagnostics if d.code == "HG302"]


def test_an_optional_section_too_long_for_the_flap_is_left_out_and_named(make: Make, tmp_path: Path) -> None:
    path = changed(tmp_path, LONG_SECTION, OPTIONAL_SECTION)
    made = make("a4-trifold", "standard", path)
    assert "If you have a cramp now" not in tree_text(made.plan.root)
    assert_sound(made.data, made.plan)
    assert lost_words(made.plan, made.leaflet, {}, made.composed.claims) == ()
    assert notes(make_pdf(path)) == [
        "“If you have a cramp now” is left out of the Folded A4 leaflet: there is no room for it"
    ]


def test_a_section_that_must_stay_is_refused_with_the_line_to_mark(tmp_path: Path) -> None:
    path = changed(tmp_path, LONG_SECTION)
    found = refusal(path)
    line = next(n for n, text in enumerate(path.read_text(encoding="utf-8").splitlines(), 1) if "cramp-now" in text)
    assert "on the flap" in found.message
    assert f"“If you have a cramp now” (line {line})" in found.remedy
    assert "--format a4" in found.remedy


def test_everything_is_kept_where_there_is_room_for_it(tmp_path: Path) -> None:
    assert notes(make_pdf(changed(tmp_path, OPTIONAL_SECTION))) == []


def test_optional_strategies_go_last_first_and_only_as_many_as_must(tmp_path: Path) -> None:
    path = changed(tmp_path, *LONG_INSIDE, optional("easing-stress"), optional("warmth-and-cold"))
    assert [re.findall("^“(.+?)”", note) for note in notes(make_pdf(path))] == [["Easing stress"], ["Warmth and cold"]]


def named(remedy: str) -> list[str]:
    return re.findall("“(.+?)”", remedy)


IDS = {"Stretching and exercise": "stretching-and-exercise", "Medicines": "medicines", "Physiotherapy": "physiotherapy",
       "Warmth and cold": "warmth-and-cold", "Water and minerals": "water-and-minerals",
       "Easing stress": "easing-stress"}  # fmt: skip


def test_the_blocks_a_refusal_names_do_make_it_fit_and_each_is_needed(tmp_path: Path) -> None:
    titles = named(refusal(changed(tmp_path / "before", *LONG_INSIDE)).remedy)
    assert titles
    marks = [optional(IDS[title]) for title in titles]
    made = make_pdf(changed(tmp_path / "after", *LONG_INSIDE, *marks))
    assert len(notes(made)) == len(titles)
    for number in range(len(marks)):
        fewer = marks[:number] + marks[number + 1 :]
        refusal(changed(tmp_path / f"fewer-{number}", *LONG_INSIDE, *fewer))


def test_a_block_too_long_by_itself_is_the_one_to_mark(tmp_path: Path) -> None:
    edits = [
        (words, words + LONG)
        for words in ("you feel sharp pain", "you feel dizzy or unsteady", "your muscles jerk or tighten more")
    ]
    assert named(refusal(changed(tmp_path, *edits)).remedy) == ["Stretching and exercise"]


def test_a_refusal_says_so_when_no_block_can_help(tmp_path: Path) -> None:
    help_sign = "sudden trouble breathing or chest pain"
    found = refusal(changed(tmp_path, (help_sign, help_sign + LONG)))
    assert "on the back" in found.message
    assert found.remedy.startswith("No block can be left out to make it fit")
    assert "--format a4" in found.remedy


def test_by_how_much_is_what_must_go(tmp_path: Path) -> None:
    edits = [(sign, sign + LONG) for sign in ("sudden trouble breathing or chest pain", "a face that drops on 1 side")]
    short, long = (refusal(changed(tmp_path / str(n), *edits[:n])) for n in (1, 2))
    lines = [int(re.findall(r"\((\d+) lines?\)", found.message)[0]) for found in (short, long)]
    assert lines[1] - lines[0] >= 10


def test_a_long_main_message_is_refused_on_the_cover(tmp_path: Path) -> None:
    found = refusal(changed(tmp_path, ("Gentle stretching each day", "Gentle stretching" + LONG[:430] + " each day")))
    assert "on the cover" in found.message


WARNING = "Do not put heat or ice straight on your skin."


def test_a_warning_inside_a_strategy_is_on_the_folded_leaflet(make: Make) -> None:
    made = make("a4-trifold", "standard", CRAMPS)
    assert WARNING in tree_text(made.plan.root)
    assert made.composed.claims is not None
    assert made.composed.claims(("management", "strategies", 2, "callouts", 0, "text"))


def test_an_optional_warning_goes_before_its_strategy_does(make: Make, tmp_path: Path) -> None:
    long_warning = (WARNING, WARNING.removesuffix(".") + LONG * 2 + ".")
    mark = ("          title: Numb skin", "          optional: true\n          title: Numb skin")
    found = refusal(changed(tmp_path / "must", long_warning))
    assert "Numb skin" in found.remedy
    path = changed(tmp_path / "may", long_warning, mark)
    made = make("a4-trifold", "standard", path)
    assert "Numb skin" not in tree_text(made.plan.root)
    assert "Warmth and cold" in tree_text(made.plan.root)
    assert lost_words(made.plan, made.leaflet, {}, made.composed.claims) == ()


def test_what_keeps_a_reader_safe_is_never_left_out_to_save_room(make: Make, tmp_path: Path) -> None:
    longer = ("sharp pain", "sharp pain" + LONG[: len(LONG) // 2])
    made = make("a4-trifold", "standard", changed(tmp_path, longer))
    said = tree_text(made.plan.root)
    assert "you have fallen in the last year" in said
    assert "you have a kidney or heart problem" in said


SIGNS = tuple(
    (sign, sign + LONG)
    for sign in ("trouble breathing or chest pain", "a face that drops on 1 side", "suddenly weak", "suddenly slurred")
)


def just_too_long(folder: Path, form: str) -> list[tuple[str, str]]:
    """The fewest words too many, in steps of a line: edits with which a form is refused, and some block would help."""
    for more in range(0, len(SIGNS) * len(LONG), 80):
        added = [LONG[: max(0, more - place * len(LONG))] for place in range(len(SIGNS))]
        edits = [(sign, sign + words) for (sign, _), words in zip(SIGNS, added, strict=True)]
        try:
            make_pdf(changed(folder / str(more), *edits), form)
        except HandoutError as refused:
            assert named(refused.remedy)
            return edits
    raise AssertionError("nothing is too long")


@pytest.mark.parametrize("form", ["a3-poster"])
def test_other_forms_that_are_one_sheet_say_what_would_help_too(tmp_path: Path, form: str) -> None:
    edits = just_too_long(tmp_path, form)
    marks = [optional(IDS[title]) for title in named(refusal(changed(tmp_path / "before", *edits), form).remedy)]
    assert len(notes(make_pdf(changed(tmp_path / "after", *edits, *marks), form))) == len(marks)


@pytest.mark.parametrize("form", ["a3-poster"])
def test_other_forms_say_so_when_nothing_helps(tmp_path: Path, form: str) -> None:
    assert refusal(changed(tmp_path, *SIGNS), form).remedy.startswith("No block can be left out")


def test_a_poster_is_never_left_without_a_strategy(make: Make) -> None:
    with pytest.raises(HandoutError, match="too long") as caught:
        make("tabloid-poster", "standard", CRAMPS, Options(distance=1.9))
    assert caught.value.remedy.startswith("No block can be left out")


@pytest.mark.parametrize("distance", [1.0, 1.5])
def test_a_poster_is_as_wide_as_its_paper_at_any_distance(make: Make, distance: float) -> None:
    page = make("a3-poster", "standard", CRAMPS, Options(distance=distance)).plan.pages[0]
    words = [p.x for p in page.pieces if isinstance(p.piece, TextPiece)]  # a code's quiet zone reaches further
    assert min(words) == pytest.approx(mm(22), abs=1)
    assert max(p.right for p in page.pieces) == pytest.approx(page.width - mm(22), abs=1)


def test_a_block_is_found_by_itself_or_by_its_id(make: Make) -> None:
    leaflet = make("a4-trifold", "standard", CRAMPS).leaflet
    third = leaflet.strategies[2]
    assert path_of(third.callouts[0], leaflet) == ("management", "strategies", 2, "callouts", 0)
    assert path_of(third.model_copy(update={"callouts": ()}), leaflet) == ("management", "strategies", 2)
    assert path_of(third.callouts[0].model_copy(), leaflet) is None


def test_options_do_not_change_what_fits(make: Make) -> None:
    screens = make("a4-trifold", "standard", CRAMPS, Options(reading_order=True))
    assert screens.composed.dropped == ()
