"""Ticks for one person mark; where the others are left out, nothing that keeps a reader safe goes with them."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from handoutgen.content.model import Leaflet
from handoutgen.errors import UsageProblem
from handoutgen.story.chosen import WARNINGS_OF_OTHERS, choice_in_file_name, only_chosen, overview, refuse_unknown
from handoutgen.story.glance import glances, keeps_safe
from handoutgen.story.references import Pointer
from handoutgen.story.telling import tell
from story.small_leaflet import STRATEGY, leaflet, text_of, voice, whole_text

WARM = {
    **STRATEGY, "id": "warmth", "title": "Warmth", "caution": "Warm, not hot.", "stop_if": ["it burns"],
    "callouts": [{"kind": "important", "text": "Never on numb skin."}, {"kind": "tip", "text": "Slowly."}],
}  # fmt: skip
COLD = {
    **STRATEGY, "id": "cold", "title": "Cold", "stop_if": ["it hurts", "it turns white."], "ask_first": ["you are old"],
}  # fmt: skip
REST = {**STRATEGY, "id": "rest", "title": "Rest"}


def three(**more: Any) -> Leaflet:
    return leaflet(management={"intro": "Some help.", "strategies": [STRATEGY, WARM, COLD, REST]}, **more)


def test_an_unknown_strategy_is_refused_with_the_nearest() -> None:
    with pytest.raises(UsageProblem) as refused:
        refuse_unknown(three(), ("strech",), only=False)
    assert refused.value.message == 'cramps has no strategy "strech".'
    assert refused.value.remedy == 'Did you mean "stretch"? There are: stretch, warmth, cold, rest.'


def test_one_that_is_like_none_is_refused_with_what_there_is() -> None:
    with pytest.raises(UsageProblem) as refused:
        refuse_unknown(three(), ("stretch", "zzzzzz"), only=False)
    assert refused.value.remedy == "There are: stretch, warmth, cold, rest."


def test_a_leaflet_without_strategies_has_none_to_choose() -> None:
    with pytest.raises(UsageProblem, match="no strategies to choose from"):
        refuse_unknown(leaflet(management=None, kind="procedure"), ("stretch",), only=False)


def test_only_the_chosen_of_none_is_refused_and_known_ones_are_not() -> None:
    with pytest.raises(UsageProblem, match="none is chosen"):
        refuse_unknown(three(), (), only=True)
    refuse_unknown(three(), (), only=False)
    refuse_unknown(three(), ("cold", "stretch"), only=True)


def test_the_line_names_the_ticked_ones_in_the_leaflets_order() -> None:
    ticked = replace(voice(), chosen=frozenset(["cold", "stretch"]))
    assert text_of(overview(ticked, three())) == "Start with these: 1. Stretch; 3. Cold."
    one = replace(voice(), chosen=frozenset(["cold"]))
    assert text_of(overview(one, three())) == "Start with this: 3. Cold."
    assert overview(voice(), three()) == ()


def test_titles_lead_to_their_cards_where_there_is_one_for_each() -> None:
    ticked = replace(voice(), chosen=frozenset(["cold", "stretch"]), out_of=4)
    led = [run.heading for run in overview(ticked, three(), leads=True) if isinstance(run, Pointer)]
    assert led == ["1. Stretch", "3. Cold"]
    assert text_of(overview(ticked, three(), leads=True)).endswith("Cold.")
    assert text_of(overview(ticked, three())).endswith(
        "2 of 4 things that can help. Ask us for the whole leaflet."
    )  # fmt: skip


def test_only_the_ticked_ones_stay_and_the_page_says_of_how_many() -> None:
    short = only_chosen(three(), ("stretch", "rest"), voice())
    assert [each.id for each in short.leaflet.strategies] == ["stretch", "rest"]
    assert short.gone == ("Warmth", "Cold")
    management = short.leaflet.management
    assert management is not None
    assert management.intro == "Some help.\n\n2 of 4 things that can help. Ask us for the whole leaflet."


def test_what_the_others_warn_of_stays_under_their_titles_in_the_whole_leaflet() -> None:
    short = only_chosen(three(), ("stretch",), voice()).leaflet
    said = whole_text(tell(short, voice()))
    for words in ("Before you try the other things", "Warmth", "Warm, not hot.", "it burns", "Never on numb skin.",
                  "Cold", "it turns white.", "you are old", "chest pain", "One.", "Two.", "Three."):  # fmt: skip
        assert words in said, words
    for words in ("Rest", "Slowly."):
        assert words not in said, words


def test_short_forms_must_say_the_cautions_of_the_others_with_their_titles() -> None:
    short = only_chosen(three(), ("stretch",), voice()).leaflet
    warned = [each for each in glances(voice(), short) if each.ident == WARNINGS_OF_OTHERS]
    assert {each.title: list(map(text_of, each.reminders)) for each in warned} == {
        "Warmth": ["Take care: Warm, not hot.", "Important: Never on numb skin."],
        "Cold": ["Take care: Stop if it hurts; it turns white. Ask first if you are old."],
    }
    place = len(short.sections) - 1
    for field in (("title",), ("caution",), ("callouts", 0, "text")):
        assert keeps_safe(short, ("sections", place, "subsections", 0, *field)), field
    assert not keeps_safe(short, ("sections", place, "subsections", 0, "text"))


def test_nothing_is_added_where_nothing_goes_or_nothing_is_warned_of() -> None:
    whole = three()
    assert only_chosen(whole, ("stretch", "warmth", "cold", "rest"), voice()).leaflet is whole
    mild = leaflet(management={"strategies": [STRATEGY, REST]})
    assert only_chosen(mild, ("stretch",), voice()).leaflet.sections == ()
    assert only_chosen(whole, ("stretch",), voice(), with_warnings=False).leaflet.sections == ()


def test_a_text_says_beside_each_ticked_title_to_start_with_it() -> None:
    said = whole_text(tell(three(), replace(voice(), chosen=frozenset(["cold"]))))
    assert "Start with this: 3. Cold." in said
    assert said.count("Start with this.") == 1


def test_files_of_different_ticks_have_different_names() -> None:
    assert choice_in_file_name(three(), ("cold", "stretch"), only=False) == ("start-1-3",)
    assert choice_in_file_name(three(), ("cold",), only=True) == ("only-3",)
    assert choice_in_file_name(three(), (), only=False) == ()
