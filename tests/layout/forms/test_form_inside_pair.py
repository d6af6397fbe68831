"""Two exercises on two panels of a folded leaflet: drawings on one line, nothing parted, all else on the third."""

from __future__ import annotations

from typing import Any

import pytest

from handoutgen.content.strategies import Strategy
from handoutgen.design.colour import BY_NAME, SAND
from handoutgen.formats import FORMATS, Options
from handoutgen.layout.blocks.brief_strategies import Numbered
from handoutgen.layout.flow.pieces import Frame, Rule, TextPiece
from handoutgen.layout.forms import trifold
from handoutgen.layout.forms.inside_pair import PairAmount, main_of_a_pair
from handoutgen.plan.pages import Composed, Page, Placed
from handoutgen.story.detail import Detail, is_cautioned
from handoutgen.text.fontbook import FontBook
from layout.setting_for_tests import a_clinic, a_leaflet, a_strategy, said_by, setting_for, words

PICTURE = {"file": "a.svg", "alt": "Somebody leans.", "caption": "Lean."}
MAIN: dict[str, Any] = {
    "title": "Stretching", "caution": "Hold on.", "stop_if": ["it hurts"], "ask_first": ["you fell"],
    "how_often": "Daily.",
    "how": [{"title": name, "steps": [f"{name} one.", f"{name} two."], "figure": PICTURE} for name in ("Wall", "Bed")],
}  # fmt: skip


def strategies(count: int, **others: Any) -> list[Strategy]:
    rest = [a_strategy(id=f"other-{n}", title=f"Other {n}", **others) for n in range(count)]
    return [a_strategy(id="main", **MAIN), *rest]


def folded(fonts: FontBook, count: int = 2, **others: Any) -> Composed:
    form = FORMATS["a4-trifold"]
    leaflet = a_leaflet(management={"strategies": strategies(count, **others)})
    return trifold.compose(leaflet, setting_for(fonts, clinic=a_clinic(), form=form.name), form, Options())


def said_on(page: Page) -> str:
    pieces = [put.piece for put in page.pieces if isinstance(put.piece, TextPiece)]
    return " ".join(line.text.strip() for piece in pieces for line in piece.lines)


def test_an_exercise_is_whole_on_each_of_two_panels_and_the_others_are_on_the_third(fonts: FontBook) -> None:
    _, _, first, second, third, _ = folded(fonts).pages
    for page, name in ((first, "Wall"), (second, "Bed")):
        said = said_on(page)
        for part in (f"{name} one.", f"{name} two."):
            assert part in said
        assert "continued" not in said
    assert "Take care: Hold on. How often: Daily." in said_on(second)
    assert "2 more things that can help" in said_on(third)
    assert "Other 1" in said_on(third)


def tints(page: Page) -> list[Placed]:
    """The tints behind words; a disc is as high as it is wide."""
    frames = [put for put in page.pieces if isinstance(put.piece, Frame) and put.piece.fill == BY_NAME.tint]
    return [put for put in frames if put.piece.width > put.piece.height]


def test_when_to_ask_and_when_to_stop_stand_on_one_tint_that_runs_over_the_fold_and_no_title_twice(
    fonts: FontBook,
) -> None:
    composed = folded(fonts)
    left, right = composed.pages[2:4]
    assert said_on(right).startswith("Take care: Hold on. How often: Daily. Stop if it hurts. Bed")
    assert "Ask first if you fell. Wall" in said_on(left)
    assert [said_on(page).count("Stretching") for page in (left, right)] == [1, 0]
    assert max(put.right for put in tints(left)) == pytest.approx(left.width)
    assert min(put.x for put in tints(right)) == pytest.approx(0.0, abs=0.01)
    ends = {(round(put.y, 2), round(put.top, 2)) for page in (left, right) for put in tints(page)}
    assert len(ends) == 1, "all of it is one band"
    said = said_by(composed.root)
    order = ["Take care: Hold on.", "Ask first if you fell.", "Stop if it hurts.", "Wall", "Bed"]
    found = [next(place for place, each in enumerate(said) if each.startswith(words)) for words in order]
    assert found == sorted(found)


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        ({"stop_if": [], "ask_first": []}, "Take care: Hold on. How often: Daily. Bed"),
        ({"ask_first": []}, "Take care: Hold on. How often: Daily. Stop if it hurts. Bed"),
        ({"ask_first": [], "caution": None, "how_often": None}, "Stop if it hurts. Bed"),
        ({"stop_if": [], "ask_first": [], "caution": None, "how_often": None}, "Bed"),
    ],
)
def test_with_one_of_those_lists_or_none_nothing_but_the_line_runs_over_the_fold(
    fonts: FontBook, shown: dict[str, Any], said: str
) -> None:
    bare = a_strategy(id="main", **{**MAIN, **shown})
    leaflet = a_leaflet(management={"strategies": [bare, *strategies(1)[1:]]})
    form = FORMATS["a4-trifold"]
    pages = trifold.compose(leaflet, setting_for(fonts, form=form.name), form, Options()).pages
    assert said_on(pages[3]).startswith(said)
    assert "Take care" not in said_on(pages[2])
    assert tints(pages[2]) == []
    assert all(put.x > 1.0 for put in tints(pages[3]))


def test_the_exercises_keep_their_white_where_the_other_strategies_need_closer_lines(fonts: FontBook) -> None:
    def pitch(page: Page) -> float:
        tops = [put.top for put in page.pieces for step in ("Wall one.", "Wall two.") if said_on_piece(put) == step]
        return max(tops) - min(tops)

    crowded = folded(fonts, 6, caution="Not on numb skin.", brief=words(9), short="In short").pages
    roomy = folded(fonts, 2).pages
    assert line_pitch(crowded[4]) < line_pitch(roomy[4])
    assert pitch(crowded[2]) == pytest.approx(pitch(roomy[2]))


def said_on_piece(put: Placed) -> str:
    return " ".join(line.text.strip() for line in put.piece.lines) if isinstance(put.piece, TextPiece) else ""


def line_pitch(page: Page) -> float:
    """The leading of the body text on a panel."""
    return min(put.piece.leading for put in page.pieces if isinstance(put.piece, TextPiece))


def test_both_drawings_stand_on_one_line(fonts: FontBook) -> None:
    panels = folded(fonts).pages[2:4]
    sands = [next(put for put in page.pieces if isinstance(put.piece, Frame) and put.piece.fill == SAND)
             for page in panels]  # fmt: skip
    assert sands[0].y == pytest.approx(sands[1].y)
    assert sands[0].piece.height == pytest.approx(sands[1].piece.height)


@pytest.mark.parametrize(("count", "what"), [(2, "all"), (4, "caution"), (6, "few words")])
def test_the_others_say_less_before_an_exercise_goes_and_never_no_caution(
    fonts: FontBook, count: int, what: str
) -> None:
    long = {"caution": "Not on numb skin.", "stop_if": [words(9)], "brief": words(12), "short": "In short"}
    composed = folded(fonts, count, **long)
    said = said_on(composed.pages[4])
    assert said.count("Take care: Not on numb skin.") == count
    assert ("Stop if" in said) is (what == "all")
    assert ("In short" in said) is (what == "few words")
    note = "read in the full leaflet how to stay safe"
    assert note not in said
    assert (note in said_on(composed.pages[1])) is (what != "all"), "on the flap"
    claims = composed.claims
    assert claims is not None
    place = ("management", "strategies", 1)
    assert claims((*place, "caution"))
    assert claims((*place, "stop_if", 0)) is (what == "all")
    assert claims((*place, "brief")) is (what != "few words")
    main = ("management", "strategies", 0)
    assert claims((*main, "ask_first", 0))
    assert claims((*main, "how", 1, "steps", 1))
    assert claims((*main, "title"))
    assert not claims((*main, "short")) or what != "few words"


def test_the_note_stands_inside_where_the_flap_has_no_room(fonts: FontBook) -> None:
    form = FORMATS["a4-trifold"]
    many = strategies(4, caution="Not on numb skin.", stop_if=[words(9)], brief=words(12), short="In short")
    leaflet = a_leaflet(management={"strategies": many}, key_points=[words(18)] * 5)
    pages = trifold.compose(leaflet, setting_for(fonts, form=form.name), form, Options()).pages
    note = "read in the full leaflet how to stay safe"
    assert note not in said_on(pages[1])
    assert note in said_on(pages[4])


def test_a_strategy_that_warns_of_nothing_keeps_its_line_under_few_words_of_others(fonts: FontBook) -> None:
    plain = a_strategy(id="plain", title="Plain one", brief="Do it plainly.", short="Plain")
    told = PairAmount(Detail(title=False, line="short"), keeps_lines=True)
    assert told.of(plain) == Detail()
    warned = a_strategy(id="warned", caution="Not on numb skin.")
    assert told.of(warned) == told.detail
    assert not is_cautioned(plain)
    assert is_cautioned(warned)


def test_the_line_over_the_main_strategy_runs_over_the_fold(fonts: FontBook) -> None:
    left, right = folded(fonts).pages[2:4]

    def ends(page: Page) -> list[tuple[float, float]]:
        return [(put.x, put.x + put.piece.width) for put in page.pieces if isinstance(put.piece, Rule)]

    assert max(end for _, end in ends(left)) == pytest.approx(left.width)
    assert min(start for start, _ in ends(right)) == pytest.approx(0.0, abs=0.01)


def test_it_is_for_one_strategy_with_two_drawings_that_comes_first(fonts: FontBook) -> None:
    def numbered(*listed: Strategy) -> list[Numbered]:
        return list(enumerate(listed, start=1))

    main, other = strategies(1)
    assert main_of_a_pair(numbered(main, other)) is not None
    assert main_of_a_pair(numbered(other, main)) is None
    assert main_of_a_pair(numbered(main)) is None
    three = main.model_copy(update={"how": (*main.how, main.how[0])})
    assert main_of_a_pair(numbered(three, other)) is None
    assert "Stretching" in said_by(folded(fonts).root)
