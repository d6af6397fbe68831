"""What goes when a small form is too full, and what a refusal says: by how much, and what would help.

The region below holds strategies of given heights (their title is a letter and the height in points): they fit when
their sum does.
"""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from handoutgen.content.strategies import Strategy
from handoutgen.content.values import Audience
from handoutgen.formats import FORMATS
from handoutgen.layout.forms.making_room import DoesNotFit, Region, fill, stacked, too_long
from handoutgen.layout.setting import Look
from handoutgen.story.detail import LeftOut, is_among
from handoutgen.text.fontbook import FontBook
from handoutgen.units import mm
from layout.setting_for_tests import a_leaflet, a_strategy, block, look_for

FORM = FORMATS["a4-trifold"]


def blocks_of(rows: Sequence[tuple[str, bool]]) -> tuple[Strategy, ...]:
    return tuple(a_strategy(f"way-{n}", title=title, optional=may) for n, (title, may) in enumerate(rows))


def region_of(depth: float, rows: Sequence[tuple[str, bool]], where: str = "inside") -> Region[list[str]]:
    def lay(gone: LeftOut, depth: float) -> list[str] | None:
        kept = [block.title for block in blocks if not is_among(block, gone)]
        return kept if sum(float(title.split()[1]) for title in kept) <= depth else None

    blocks = blocks_of(rows)
    return Region(where, blocks, lay, depth, "the brief lines")


def titles(blocks: Sequence[Audience]) -> list[str]:
    return [block.title for block in blocks if isinstance(block, Strategy)]


def fitted(look: Look, depth: float, *rows: tuple[str, bool]) -> tuple[list[str], list[str]]:
    laid, gone = fill(region_of(depth, rows), a_leaflet(), FORM, look)
    return laid, titles(gone)


def refused(look: Look, depth: float, *rows: tuple[str, bool], where: str = "inside") -> DoesNotFit:
    with pytest.raises(DoesNotFit) as caught:
        fill(region_of(depth, rows, where), a_leaflet(), FORM, look)
    return caught.value


def test_nothing_goes_where_there_is_room(fonts: FontBook) -> None:
    assert fitted(look_for(fonts), 60, ("A 30", True), ("B 30", True)) == (["A 30", "B 30"], [])


@pytest.mark.parametrize(
    ("depth", "kept", "gone"),
    [
        (99, ["A 30", "B 30", "C 30"], ["D 30"]),
        (89, ["A 30", "C 30"], ["D 30", "B 30"]),
        (30, ["C 30"], ["D 30", "B 30", "A 30"]),
    ],
)
def test_optional_blocks_go_last_first_and_only_as_many_as_must(
    fonts: FontBook, depth: float, kept: list[str], gone: list[str]
) -> None:
    rows = (("A 30", True), ("B 30", True), ("C 30", False), ("D 30", True))
    assert fitted(look_for(fonts), depth, *rows) == (kept, gone)


def test_a_block_that_must_stay_is_never_left_out(fonts: FontBook) -> None:
    assert titles(refused(look_for(fonts), 29, ("A 30", False), ("B 30", True)).helping) == ["A 30"]


@pytest.mark.parametrize(
    ("excess", "amount"),
    [(mm(1), "1 mm (1 line)"), (0.3, "1 mm (1 line)"), (15, "5 mm (1 line)"), (17, "6 mm (2 lines)"),
     (mm(25), "25 mm (5 lines)"), (mm(190), "190 mm (34 lines)")],
)  # fmt: skip
def test_a_refusal_says_by_how_many_millimetres_and_lines_it_is_too_long(
    fonts: FontBook, excess: float, amount: str
) -> None:
    found = refused(look_for(fonts), 100, (f"A {100 + excess}", False))
    assert found.message == f"cramps does not fit on the Folded A4 leaflet: inside it is {amount} too long."


def test_what_is_too_long_is_what_is_left_when_all_that_may_go_has_gone(fonts: FontBook) -> None:
    found = refused(look_for(fonts), 100, (f"A {100 + mm(10)}", False), ("B 500", True))
    assert "10 mm" in found.message


def test_a_form_that_is_one_region_needs_no_place_in_its_refusal(fonts: FontBook) -> None:
    assert "Folded A4 leaflet: it is" in refused(look_for(fonts), 10, ("A 20", False), where="").message


def test_lines_are_those_of_the_print_size(fonts: FontBook) -> None:
    found = [too_long(a_leaflet(), FORM, look_for(fonts, base), "inside", 46, "the title") for base in (12, 18, 24)]
    assert [each.message.partition("(")[2].partition(")")[0] for each in found] == ["3 lines", "2 lines", "2 lines"]


@pytest.mark.parametrize(
    ("depth", "helping"),
    [(90, ["D 10"]), (80, ["C 10", "D 10"]), (65, ["B 50"]), (49, ["B 50", "D 10"]), (19, ["A 30", "B 50", "D 10"])],
)
def test_the_blocks_a_refusal_names_would_make_it_fit_and_none_of_them_is_needless(
    fonts: FontBook, depth: float, helping: list[str]
) -> None:
    rows = (("A 30", False), ("B 50", False), ("C 10", False), ("D 10", False))
    assert titles(refused(look_for(fonts), depth, *rows).helping) == helping
    assert fitted(look_for(fonts), depth, *((title, title in helping) for title, _ in rows))[1] == helping[::-1]


def test_the_remedy_names_the_blocks_the_key_to_write_and_the_other_form(fonts: FontBook) -> None:
    found = refused(look_for(fonts), 50, ("A 40", False), ("B 30", False))
    assert found.remedy == (
        "It fits when marked optional: true: “B 30”. Or shorten the brief lines, or use --format a4."
    )
    assert found.advice(["“B 30” (line 9)"]).startswith("It fits when marked optional: true: “B 30” (line 9). Or ")


def test_a_refusal_says_so_when_no_block_can_help(fonts: FontBook) -> None:
    def lay(gone: LeftOut, depth: float) -> str | None:
        return "laid" if depth >= 120 else None

    with pytest.raises(DoesNotFit) as caught:
        fill(Region("inside", blocks_of([("A 1", False)]), lay, 100, "the signs"), a_leaflet(), FORM, look_for(fonts))
    assert caught.value.helping == ()
    assert "7 mm (2 lines)" in caught.value.message
    assert caught.value.remedy == ("No block can be left out to make it fit: shorten the signs, or use --format a4.")


def test_what_fits_at_no_depth_is_refused_too(fonts: FontBook) -> None:
    region: Region[str] = Region("inside", (), lambda gone, depth: None, 100, "the signs")
    with pytest.raises(DoesNotFit, match="too long"):
        fill(region, a_leaflet(), FORM, look_for(fonts))


def test_blocks_that_say_the_same_are_still_two(fonts: FontBook) -> None:
    laid, gone = fill(region_of(30, [("A 30", True), ("A 30", True)]), a_leaflet(), FORM, look_for(fonts))
    assert (laid, titles(gone)) == (["A 30"], ["A 30"])


@pytest.mark.parametrize(("depth", "fits"), [(65, True), (64.9, False)])
def test_a_stack_fits_a_panel_that_holds_it_without_the_space_before_the_first(depth: float, fits: bool) -> None:
    atoms = [block(30, before=99), block(30, before=5)]
    assert (stacked(atoms, depth) == atoms) is fits
