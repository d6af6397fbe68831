"""A leaflet in two languages side by side: both whole, each in its own part of the file, row by row the same."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from msgspec.structs import replace

from handoutgen.bilingual import LaidBeside, laid_beside, path_beside
from handoutgen.build import Order, build, read_for
from handoutgen.errors import HandoutError, InternalError, UsageProblem
from handoutgen.formats import Format, Options, parse_printed, parse_size
from handoutgen.layout.flow.pieces import DrawingPiece, TextPiece
from handoutgen.layout.forms import bilingual
from handoutgen.layout.nothing_lost import tree_text
from handoutgen.making import meant
from handoutgen.pdf.verifying.verify import verify
from handoutgen.pdf.writing.render import render
from handoutgen.plan.element import Element
from handoutgen.plan.pages import Placed
from handoutgen.story.beside import PairedRow, rows_of
from handoutgen.translation.quantities import quantities_in
from handoutgen.workshop import Workshop
from leaflets.samples import LEG_CRAMPS, ROOT
from soundness import assert_sound, unsound

TODAY = date(2026, 12, 1)
RIVERSIDE = ROOT / "clinics" / "riverside-neurology.yaml"
Lay = Callable[..., LaidBeside]
PAIRS = [
    ("ar", "en-GB", "a4", "standard"), ("ur", "en-GB", "letter", "clear"), ("pl", "es", "a4", "large"),
    ("ur", "ar", "letter", "giant"), ("ar", "en-GB", "a4-sheet", "standard"),
    ("zh-Hans", "en-GB", "letter-summary", "standard"), ("cy", "en-GB", "a4-summary", "large"),
]  # fmt: skip


def order(language: str, beside: str, form: str = "a4", size: str = "standard") -> Order:
    path = LEG_CRAMPS.with_name(f"{language}.yaml")
    return Order(path, RIVERSIDE, form, size, TODAY, options=Options(beside=beside))


@pytest.fixture(scope="session")
def lay(workshop: Workshop) -> Lay:
    """(language, beside, form, size) → the plan of both, made once."""

    @cache
    def laid(language: str, beside: str, form: str = "a4", size: str = "standard") -> LaidBeside:
        asked, printed = order(language, beside, form, size), parse_printed(form)
        one, _ = read_for(asked, workshop)
        other, _ = read_for(replace(asked, leaflet=path_beside(asked.leaflet, beside)), workshop)
        return laid_beside(one, other, printed, parse_size(size), meant(one, printed, asked.options), workshop)

    return laid


def texts(puts: Sequence[Placed], part: Element | None = None) -> Iterator[tuple[Placed, str]]:
    """The words on a page, all of them or those of one language's part."""
    below = {id(element) for element in part.walk()} if part else None
    for put in puts:
        if isinstance(put.piece, TextPiece) and (below is None or id(put.piece.element) in below):
            yield put, "".join(line.text for line in put.piece.lines)


@pytest.mark.parametrize("asked", PAIRS, ids=" ".join)
def test_it_is_sound_and_loses_nothing_of_either_language(lay: Lay, asked: tuple[str, ...]) -> None:
    laid = lay(*asked)
    data = render(laid.plan, laid.tongues[0].setting.fonts)
    assert laid.lost == ()
    assert verify(data, laid.plan) == ()
    assert_sound(data, laid.plan)


@pytest.mark.parametrize("beside", ["ar", "ur"])
def test_a_language_from_right_to_left_may_stand_beside_one_from_left_to_right(lay: Lay, beside: str) -> None:
    laid = lay("en-GB", beside)
    data = render(laid.plan, laid.tongues[0].setting.fonts)
    assert laid.lost == ()
    assert verify(data, laid.plan) == ()
    # PDFium takes both columns for one line from left to right, and copies an address in the second one piece by piece.
    assert [each for each in unsound(data, laid.plan) if "PDFium reads" not in each] == []


@pytest.mark.parametrize("asked", PAIRS, ids=" ".join)
def test_page_1_says_in_both_whom_to_call_in_an_emergency(lay: Lay, asked: tuple[str, ...]) -> None:
    laid = lay(*asked)
    for part in laid.parts:
        assert any("999" in said for _, said in texts(laid.composed.pages[0].pieces, part))


@pytest.mark.parametrize("asked", PAIRS, ids=" ".join)
def test_each_language_is_one_stretch_of_the_tag_tree(lay: Lay, asked: tuple[str, ...]) -> None:
    laid = lay(*asked)
    assert [part.language for part in laid.plan.root.kids] == list(asked[:2])
    for part in laid.parts:
        roles = [element.role for element in part.walk()]
        assert roles.count("H1") == 1
        assert roles.count("H2") > 3
    assert [e.role for e in laid.parts[0].walk() if e.role[0] == "H"] == [
        e.role for e in laid.parts[1].walk() if e.role[0] == "H"
    ]


def test_what_stands_in_a_row_is_level_and_bears_one_number(lay: Lay) -> None:
    laid = lay("ar", "en-GB")
    one, other = laid.parts
    for page in laid.composed.pages:
        tops = [{round(put.top, 1) for put, _ in texts(page.pieces, part)} for part in (one, other)]
        for put, said in texts(page.pieces):
            if put.piece.element is None and re.fullmatch(r"\d+", said):  # type: ignore[attr-defined]
                assert all(round(put.top, 1) in each for each in tops), said
    count = len([row for row in rows_of(*(tongue.story for tongue in laid.tongues)) if row.any.kind != "heading"])
    numbers = [
        int(said)
        for page in laid.composed.pages
        for put, said in texts(page.pieces)
        if put.piece.element is None and re.fullmatch(r"\d+", said)  # type: ignore[attr-defined]
    ]
    assert numbers == list(range(1, count + 1))


@pytest.mark.parametrize(("asked", "first"), [(("ar", "en-GB"), "right"), (("en-GB", "ar"), "left")])
def test_the_language_asked_for_stands_where_its_page_starts(lay: Lay, asked: tuple[str, str], first: str) -> None:
    laid = lay(*asked)
    middle = laid.composed.pages[1].width / 2
    for page in laid.composed.pages[1:]:
        for part, side in zip(laid.parts, (first, "left" if first == "right" else "right"), strict=True):
            for put, said in texts(page.pieces, part):
                assert (put.x >= middle - 1) == (side == "right"), said


def test_each_text_runs_its_own_way_and_its_list_marks_stand_before_it(lay: Lay) -> None:
    laid = lay("ar", "en-GB")
    for part, is_rtl in zip(laid.parts, (True, False), strict=True):
        for item in (element for element in part.walk() if element.role == "LI"):
            places = {
                put.piece.element: put  # type: ignore[attr-defined]
                for page in laid.composed.pages
                for put, _ in texts(page.pieces, item)
            }
            label, body = (places[kid] for kid in item.kids)
            assert (label.x > body.x) == is_rtl


def test_in_large_print_the_second_language_stands_below_the_first(lay: Lay) -> None:
    laid = lay("pl", "es", "a4", "large")
    page = laid.composed.pages[1]
    first, second = (next(texts(page.pieces, part))[0] for part in laid.parts)
    assert first.x == second.x
    assert second.top == pytest.approx(first.y, abs=8)


def test_a_picture_stands_once_and_is_a_figure_in_each_language(lay: Lay) -> None:
    laid = lay("ar", "en-GB")
    alts = [[e.alt for e in part.walk() if e.role == "Figure"] for part in laid.parts]
    assert len(alts[0]) == len(alts[1]) == 2
    assert not set(alts[0]) & set(alts[1])
    figures = {e: (n, part) for part in range(2) for n, e in enumerate(_figures(laid.parts[part]))}
    boxes: dict[int, list[tuple[int, Placed]]] = {}
    for page in laid.composed.pages:
        for put in page.pieces:
            if isinstance(put.piece, DrawingPiece) and put.piece.element in figures:
                number, part = figures[put.piece.element]
                boxes.setdefault(number, []).append((part, put))
    for found in boxes.values():
        (_, drawn), (_, frame) = sorted(found, key=lambda each: each[0])
        assert frame.x < drawn.x
        assert drawn.right < frame.right
        assert frame.y < drawn.y


def _figures(part: Element) -> list[Element]:
    return [element for element in part.walk() if element.role == "Figure"]


@pytest.mark.parametrize("language", ["ar", "ur", "pl", "es", "cy", "zh-Hans"])
def test_the_words_of_a_row_have_the_same_numbers(lay: Lay, language: str) -> None:
    laid = lay(language, "en-GB")
    one, other = (tongue.story for tongue in laid.tongues)
    for row in rows_of(one, other):
        if row.one and row.other and row.one.tone == "safe" and row.one.kind == "item":
            numbers = [
                {frozenset(q.readings) for q in quantities_in("".join(run.text for run in told.words), story.language)}
                for told, story in ((row.one, one), (row.other, other))
            ]
            assert len(numbers[0]) == len(numbers[1])


@pytest.mark.parametrize("form", ["a4", "a4-sheet", "a4-summary"])
@pytest.mark.parametrize("column", [0, 1])
@pytest.mark.parametrize("kind", ["heading", "safe", "help"])
def test_a_row_that_one_language_loses_stops_the_build(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch, form: str, column: int, kind: str
) -> None:
    def with_a_hole(*stories: object) -> list[PairedRow]:
        rows = rows_of(*stories)  # type: ignore[arg-type]
        place = next(n for n, row in enumerate(rows) if _is_of(row, kind))
        hole = rows[place]._replace(**{("one", "other")[column]: None})
        return [*rows[:place], hole, *rows[place + 1 :]]

    monkeypatch.setattr(bilingual, "rows_of", with_a_hole)
    with pytest.raises(InternalError, match="breaks a promise"):
        build(order("ar", "en-GB", form), workshop)


def _is_of(row: PairedRow, kind: str) -> bool:
    told = row.any
    if kind == "heading":
        return told.kind == "heading" and told.place[0] == "management" and told.level == 3
    if kind == "help":
        return told.kind == "item" and told.place[0] == "help"
    return told.tone == "safe" and told.place[0] == "management" and told.place[-1] != "title"


def test_the_file_is_named_by_both_and_told_with_both_titles(workshop: Workshop) -> None:
    made = build(order("ar", "en-GB"), workshop)
    assert made.file_name == "leg-cramps-ms_ar_riverside-neurology_a4_standard_essential_beside-en-GB.pdf"
    assert made.data == build(order("ar", "en-GB"), Workshop()).data


def test_both_say_that_they_are_drafts_and_which_was_not_checked(lay: Lay) -> None:
    arabic, english = (tree_text(part) for part in lay("ar", "en-GB").parts)
    assert "Draft: not yet approved by a clinic" in english
    assert "مسودة" in arabic
    assert "لا أحد من الناطقين بالعربية بعد" in arabic
    assert "العربية" in arabic
    assert english.startswith("English")


def test_it_must_be_another_language_that_is_there(workshop: Workshop) -> None:
    with pytest.raises(UsageProblem, match="in ar already"):
        build(order("ar", "ar"), workshop)
    for tag in ("fr", "../en-GB", "en/GB", "."):
        with pytest.raises(UsageProblem, match="is not there in"):
            build(order("ar", tag), workshop)


@pytest.mark.parametrize("form", ["text", "a5-booklet", "card", "html"])
def test_other_forms_say_which_ones_can(workshop: Workshop, form: str) -> None:
    with pytest.raises(UsageProblem, match="flat leaflet, the sheet and the summary alone") as refused:
        build(order("ar", "en-GB", form), workshop)
    assert "a4-summary" in refused.value.remedy


@pytest.mark.parametrize(
    ("name", "options"),
    [("--fillable", Options(fillable=True)), ("--with write-on", Options(write_on=True))],
)
def test_what_is_for_one_language_cannot_be_asked_beside(workshop: Workshop, name: str, options: Options) -> None:
    asked = order("ar", "en-GB")
    with pytest.raises(UsageProblem, match=name):
        build(replace(asked, options=replace(options, beside="en-GB")), workshop)


def changed_project(folder: Path, old: str, new: str) -> Path:
    """The leaflet and its translations in a folder of their own, one text of the Arabic one changed."""
    made = folder / "handouts" / "leg-cramps-ms"
    shutil.copytree(LEG_CRAMPS.parent, made)
    shutil.copytree(LEG_CRAMPS.parents[1] / "poses", folder / "handouts" / "poses")
    path = made / "ar.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    return path


def test_a_source_that_has_changed_since_is_refused_with_the_code(tmp_path: Path, workshop: Workshop) -> None:
    path = changed_project(tmp_path, "id: leg-cramps-ms", "id: leg-cramps-ms")
    source = path.with_name("en-GB.yaml")
    text = source.read_text(encoding="utf-8")
    source.write_text(
        text.replace("Slow stretches for your calves", "Slow stretches for both calves"), encoding="utf-8"
    )
    with pytest.raises(HandoutError, match="HG322"):
        build(replace(order("ar", "en-GB"), leaflet=path), workshop)


def test_a_short_form_is_never_a_long_one(workshop: Workshop) -> None:
    with pytest.raises(HandoutError, match="5 sides, and it has at most 4") as refused:
        build(order("es", "en-GB", "a4-sheet"), workshop)
    assert "a4-summary" in refused.value.remedy


def test_what_no_page_can_hold_is_refused_with_what_to_do(lay: Lay) -> None:
    with pytest.raises(HandoutError, match="mm higher than a page") as refused:
        lay("es", "ur", "letter", "36")
    assert "smaller print size" in (refused.value.remedy or "")


def test_every_form_that_can_stand_beside_is_flat() -> None:
    for name in ("a4", "letter", "a4-sheet", "letter-sheet", "a4-summary", "letter-summary"):
        form = parse_printed(name)
        assert isinstance(form, Format)
        assert form.imposition == "flat"
