"""All strategies: their heading and overview, cards one under another or in pairs, and what is not known."""

from __future__ import annotations

from typing import Any

import pytest

from handoutgen.content.strategies import Management
from handoutgen.layout.blocks.cards import narrow_card, wide_card
from handoutgen.layout.blocks.strategies import management_atoms
from handoutgen.layout.flow.atoms import FREE, HARD, LAST_RESORT, NEVER, Atom
from handoutgen.layout.flow.pieces import Frame, TextPiece
from handoutgen.layout.setting import Look
from handoutgen.plan.element import Element
from handoutgen.text.fontbook import FontBook
from layout.setting_for_tests import a_strategy, all_of, lines_of, look_for, put_that_says, puts, said_by, words

SAFETY: dict[str, Any] = {"caution": "Go slowly.", "stop_if": ["you feel pain"], "ask_first": ["you are pregnant"]}


def set_all(look: Look, depth: float = 700, **content: Any) -> tuple[Element, list[Atom]]:
    root = Element("Document")
    management = Management.model_validate({"strategies": [a_strategy(), a_strategy("warmth")], **content})
    return root, management_atoms(look, root, management, depth)


def atom_with(atoms: list[Atom], text: str) -> Atom:
    (atom,) = [atom for atom in atoms if text in lines_of(atom)]
    return atom


@pytest.mark.parametrize("base", [12, 14])
def test_heading_introduction_and_overview_are_one_over_both_columns(fonts: FontBook, base: float) -> None:
    root, atoms = set_all(look_for(fonts, base), intro="Try these.")
    assert said_by(root)[:3] == ["What you can do", "Try these.", "1 "]
    assert {"What you can do", "Try these.", "stretching daily", "warmth daily"} <= set(lines_of(atoms[0]))
    assert (atoms[0].spans, atoms[0].cost) == (True, FREE)


OVERVIEW = ["1 ", "stretching daily", "2 ", "warmth daily"]


@pytest.mark.parametrize(("base", "overview"), [(18, OVERVIEW), (24, OVERVIEW), (30, OVERVIEW), (31, []), (36, [])])
def test_in_large_print_an_overview_ends_a_page_and_a_heading_alone_never_does(
    fonts: FontBook, base: float, overview: list[str]
) -> None:
    root, atoms = set_all(look_for(fonts, base), intro="Try these.")
    opening = ["What you can do", "Try these.", *overview, "1 ", "Stretching"]
    assert said_by(root)[: len(opening)] == opening
    assert atom_with(atoms, "Stretching").cost == (FREE if overview else NEVER)
    assert atom_with(atoms, "Warmth").cost == FREE
    titles = all_of(root, "H3")
    assert [heading.bookmark for heading in titles] == ["1. Stretching", "2. Warmth"]
    assert len(all_of(root, "TOC")) == bool(overview)
    assert [link.target for link in all_of(root, "Link")] == (titles if overview else [])


def test_an_author_may_name_the_strategies_and_leave_out_the_introduction(fonts: FontBook) -> None:
    root, atoms = set_all(look_for(fonts, 36), title="Ways to ease cramps")
    assert all_of(root, "H2")[0].bookmark == "Ways to ease cramps"
    assert lines_of(atoms[0]) == ["Ways to ease cramps"]


@pytest.mark.parametrize("base", [12, 18])
def test_what_is_not_known_comes_last_under_its_own_heading(fonts: FontBook, base: float) -> None:
    root, atoms = set_all(look_for(fonts, base), uncertainty="Nobody knows yet.")
    assert said_by(root)[-2:] == ["What we do not know yet", "Nobody knows yet."]
    assert [kid.role for kid in root.kids[0].kids[-2:]] == ["H3", "P"]
    assert atoms[-1].cost == FREE


@pytest.mark.parametrize("base", [12, 18, 24])
def test_what_is_not_known_looks_like_the_heading_of_a_section(fonts: FontBook, base: float) -> None:
    look = look_for(fonts, base)
    name = put_that_says(set_all(look, uncertainty="Nobody knows.")[1], "What we do not know yet").piece
    assert name.size == look.scale.h2.size
    assert {run.colour for line in name.lines for run in line.runs} == {look.palette.accent}


def test_the_first_strategy_parts_over_pages_where_it_has_to_flow(fonts: FontBook) -> None:
    look, root = look_for(fonts), Element("Document")
    strategies = [a_strategy(what=words(90), why=words(50)), a_strategy("warmth")]
    management = Management.model_validate({"strategies": strategies})
    whole, flowing = (management_atoms(look, root, management, 700, first=first) for first in ("whole", "flowing"))
    assert [len([a for a in atoms if not a.spans]) > 0 for atoms in (whole, flowing)] == [False, True]
    said = [text for text in lines_of(flowing) if text in ("Stretching", "Warmth")]
    assert said == ["Stretching", "Warmth"]
    assert atom_with(flowing, "Warmth").spans
    assert " ".join(lines_of(flowing)).count("stretching") == " ".join(lines_of(whole)).count("stretching")


def test_two_low_cards_stand_side_by_side_where_that_saves_room(fonts: FontBook) -> None:
    look = look_for(fonts)
    root, atoms = set_all(look)
    row = atom_with(atoms, "Stretching")
    one, two = put_that_says(row, "Stretching"), put_that_says(row, "Warmth")
    assert row.spans
    assert (one.down, two.x - one.x) == pytest.approx((two.down, look.grid.second))
    assert [heading.bookmark for heading in all_of(root, "H3")] == ["1. Stretching", "2. Warmth"]
    assert [kid.ident for kid in root.kids[0].kids if kid.role == "Sect"] == ["stretching", "warmth"]


def test_strategies_in_brief_stand_one_under_the_other_their_warnings_over_both_columns(fonts: FontBook) -> None:
    look, root = look_for(fonts), Element("Document")
    whole = Management.model_validate({"strategies": [a_strategy(**SAFETY), a_strategy("warmth"), a_strategy("water")]})
    brief = tuple(each.model_copy(update={"what": each.brief, "how": ()}) for each in whole.strategies)
    atoms = management_atoms(look, root, whole.model_copy(update={"strategies": brief}), 700)
    rows = [[name for name in ("Stretching", "Warmth", "Water") if name in lines_of(atom)] for atom in atoms]
    assert [row for row in rows if row] == [["Stretching"], ["Warmth"], ["Water"]]
    (panel,) = [put for put in puts(atom_with(atoms, "Stretching"), Frame) if put.piece.width > look.grid.measure]
    assert (panel.x, panel.piece.width) == (0.0, look.grid.full)


def test_cards_of_unlike_length_stand_one_under_the_other(fonts: FontBook) -> None:
    long = a_strategy(what=words(150), **SAFETY)
    _, atoms = set_all(look_for(fonts), strategies=[long, a_strategy("warmth")])
    assert "Warmth" not in lines_of(atom_with(atoms, "Stretching"))


def test_of_three_low_cards_two_are_a_pair_and_the_order_stays(fonts: FontBook) -> None:
    root, atoms = set_all(look_for(fonts), strategies=[a_strategy(name) for name in ("stretching", "warmth", "water")])
    rows = [[name for name in ("Stretching", "Warmth", "Water") if name in lines_of(atom)] for atom in atoms]
    assert sorted(map(len, filter(None, rows))) == [1, 2]
    assert [name for row in rows for name in row] == ["Stretching", "Warmth", "Water"]
    assert [heading.bookmark for heading in all_of(root, "H3")] == ["1. Stretching", "2. Warmth", "3. Water"]


@pytest.mark.parametrize("lengths", [(10, 10, 10), (10, 80, 80, 10), (80, 10, 10, 80), (5, 40, 60, 5, 5), (150, 150)])
def test_the_rows_are_the_least_high_of_all_ways_to_pair_cards(fonts: FontBook, lengths: tuple[int, ...]) -> None:
    look = look_for(fonts)
    strategies = [a_strategy(f"way-{chr(97 + i)}", title=f"Way {i}", what=words(n)) for i, n in enumerate(lengths)]
    _, (top, *rows) = set_all(look, strategies=strategies)
    under = 700 - top.height - 2 * look.unit
    wide = [wide_card(look, each, i, (under, 700) if i == 1 else (700,)).height for i, each in enumerate(strategies, 1)]
    narrow = [narrow_card(look, each, i).height for i, each in enumerate(strategies, 1)]

    def least(start: int) -> float:
        if start >= len(wide):
            return 0.0
        ways = [wide[start] + least(start + 1)]
        if start + 1 < len(wide):
            high = max(narrow[start : start + 2])
            saves = wide[start] + wide[start + 1] - high >= 2 * look.scale.body.leading
            if saves and high <= 0.8 * look.grid.depth:
                ways.append(high + least(start + 2))
        return min(ways)

    assert sum(row.height for row in rows) == pytest.approx(least(0))


def test_a_card_higher_than_the_page_flows_and_says_on_the_next_page_whose_it_is(fonts: FontBook) -> None:
    _, atoms = set_all(look_for(fonts), 400, strategies=[a_strategy(what=words(300)), a_strategy("warmth")])
    said = {line for atom in atoms if atom.heading for line in lines_of(atom.heading)}
    assert said == {"1. Stretching (continued)"}


def test_a_single_strategy_has_no_overview(fonts: FontBook) -> None:
    root, atoms = set_all(look_for(fonts), strategies=[a_strategy()])
    assert all_of(root, "TOC") == []
    assert len([put for put in puts(atoms, TextPiece) if put.text == "1"]) == 1


def test_in_one_column_what_nobody_knows_says_so_again_on_a_next_page_that_has_room(fonts: FontBook) -> None:
    told = {"strategies": [a_strategy()], "uncertainty": f"{words(20)}\n\n{words(20)}"}
    for base in (12, 24):
        look = look_for(fonts, base)
        last = management_atoms(look, Element("Document"), Management.model_validate(told), 700)[-1]
        if look.grid.has_columns:
            assert last.heading is None
        else:
            assert last.heading and last.heading.gives_way
            assert lines_of(last.heading) == ["What we do not know yet (continued)"]


@pytest.mark.parametrize(("base", "cost"), [(12, LAST_RESORT), (14, LAST_RESORT), (18, HARD)])
def test_what_is_not_known_is_hardly_parted_by_columns(fonts: FontBook, base: float, cost: float) -> None:
    _, atoms = set_all(look_for(fonts, base), uncertainty="This is not known.\n\nNor is that.")
    assert atom_with(atoms, "Nor is that.").cost == cost
