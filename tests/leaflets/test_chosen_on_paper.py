"""Ticked strategies in every printed form: seen as a tick, heard as words; left out ones keep what they warn of."""

from __future__ import annotations

from datetime import date

import pytest

from handoutgen.build import Built, Order, build
from handoutgen.errors import HandoutError, UsageProblem
from handoutgen.formats import FORMATS, Options, parse_printed, parse_size
from handoutgen.layout.nothing_lost import tree_text
from handoutgen.library.files import find_clinic, find_leaflet
from handoutgen.making import ReadLeaflet, laid_out, meant
from handoutgen.pdf.writing.render import render
from handoutgen.plan.element import Element
from handoutgen.plan.pages import Plan
from handoutgen.workshop import Workshop
from leaflets.conftest import ROOT
from soundness import assert_sound

LEAFLET = find_leaflet("leg-cramps-ms", ROOT)
RIVERSIDE = find_clinic("riverside-neurology", ROOT)
TICKED = Options(chosen=("stretching-and-exercise", "easing-stress"))
ALONE = Options(chosen=("stretching-and-exercise", "easing-stress"), only_chosen=True)
OF_STRATEGIES = [form.name for form in FORMATS.values() if form.shows_strategies and form.paper == "a4"]
LINE = "Start with these: 1. Stretching and exercise; "


def planned(workshop: Workshop, form: str, options: Options, size: str = "standard") -> Plan:
    read = ReadLeaflet(workshop.leaflet(LEAFLET), workshop.clinic(RIVERSIDE))
    output = parse_printed(form)
    laid = laid_out(read, output, parse_size(size), meant(read, output, options), workshop)
    assert laid.problems == ()
    return laid.plan


def made(workshop: Workshop, form: str, options: Options, size: str = "standard") -> Built:
    return build(Order(LEAFLET, RIVERSIDE, form, size, date(2026, 11, 26), options=options), workshop)


def ticks(root: Element) -> list[Element]:
    return [each for each in root.walk() if each.role == "Figure" and each.alt == "Start with this"]


def test_there_are_forms_of_each_kind() -> None:
    assert {"a4", "a5-booklet", "a4-trifold", "a4-fold", "a4-summary", "a4-sheet", "exercise-a4"} < set(OF_STRATEGIES)


@pytest.mark.parametrize("form", OF_STRATEGIES)
def test_each_title_that_is_ticked_says_so_and_no_other(workshop: Workshop, form: str) -> None:
    plan = planned(workshop, form, TICKED)
    owners = [each for each in plan.root.walk() if any(kid.alt == "Start with this" for kid in each.kids)]
    said = " ".join(tree_text(each) for each in owners)
    assert "Stretch" in said
    assert ("Easing stress" in said or "Breathe and relax" in said) is (form != "exercise-a4")
    assert not [title for title in ("Medicines", "Warmth", "Water", "Physio") if title in said]
    assert_sound(render(plan, workshop.fonts), plan)


@pytest.mark.parametrize("form", [form for form in OF_STRATEGIES if form not in ("a3-poster", "exercise-a4")])
def test_the_first_page_names_what_to_start_with(workshop: Workshop, form: str) -> None:
    plan = planned(workshop, form, TICKED)
    (line,) = [each for each in plan.root.walk() if each.ident == "start-with"]
    assert tree_text(line).startswith(LINE + "5. Easing stress.")
    texts = [getattr(put.piece, "element", None) for put in plan.pages[0].pieces]
    assert line in texts or any(kid in texts for kid in line.walk())


@pytest.mark.parametrize("size", ["large", "giant"])
def test_large_print_says_it_too(workshop: Workshop, size: str) -> None:
    plan = planned(workshop, "a4", TICKED, size)
    assert len(ticks(plan.root)) == 2
    assert LINE in tree_text(plan.root)
    assert_sound(render(plan, workshop.fonts), plan)


def test_everything_else_stays_where_ticks_only_mark(workshop: Workshop) -> None:
    plain = tree_text(planned(workshop, "a4", Options()).root)
    said = tree_text(planned(workshop, "a4", TICKED).root)
    for strategy in workshop.leaflet(LEAFLET).leaflet.strategies:
        for text in (strategy.title, strategy.brief, *strategy.stop_if, *strategy.ask_first):
            assert text in plain
            assert text in said


@pytest.mark.parametrize("form", [form for form in OF_STRATEGIES if form not in ("a3-poster", "exercise-a4")])
def test_only_the_ticked_ones_say_of_how_many_and_what_the_others_warn_of(workshop: Workshop, form: str) -> None:
    plan = planned(workshop, form, ALONE)
    said = tree_text(plan.root)
    assert "2 of 6 things that can help. Ask us for the whole leaflet." in said
    for strategy in workshop.leaflet(LEAFLET).leaflet.strategies:
        is_ticked = strategy.id in ALONE.chosen
        assert (strategy.brief in said) is is_ticked
        assert strategy.caution is None or strategy.caution in said
    assert "It can cause fits and hallucinations." in said
    assert_sound(render(plan, workshop.fonts), plan)


@pytest.mark.parametrize("form", ["a4", "a5-booklet"])
def test_whole_forms_keep_every_list_of_the_others(workshop: Workshop, form: str) -> None:
    said = tree_text(planned(workshop, form, ALONE).root)
    for strategy in workshop.leaflet(LEAFLET).leaflet.strategies:
        for item in (*strategy.stop_if, *strategy.ask_first):
            assert item in said, item


def test_help_and_key_points_are_the_same_with_and_without_the_others(workshop: Workshop) -> None:
    def of(plan: Plan, ident: str) -> list[str]:
        return [tree_text(each) for each in plan.root.walk() if each.ident == ident]

    plain, alone = planned(workshop, "a4", Options()), planned(workshop, "a4", ALONE)
    for ident in ("help", "key-points"):
        assert of(plain, ident) == of(alone, ident) != []


def test_a_poster_is_for_everybody_and_keeps_all_of_them(workshop: Workshop) -> None:
    assert "Ask about medicines" in tree_text(planned(workshop, "a3-poster", ALONE).root)


@pytest.mark.parametrize("form", ["diary-a4", "write-on-a4", "card", "a6-card"])
def test_what_shows_no_strategy_is_the_same_with_ticks(workshop: Workshop, form: str) -> None:
    plain, ticked = made(workshop, form, Options()), made(workshop, form, ALONE)
    assert (ticked.data, ticked.file_name) == (plain.data, plain.file_name)


def test_who_prints_it_is_told_what_was_left_out(workshop: Workshop) -> None:
    built = made(workshop, "a4", ALONE)
    assert built.file_name == "leg-cramps-ms_en-GB_riverside-neurology_a4_standard_only-1-5.pdf"
    (note,) = [finding.message for finding in built.diagnostics if finding.code == "HG308"]
    assert note.startswith("left out, as they are not chosen: Medicines; Warmth and cold;")
    assert not [finding for finding in made(workshop, "a4", TICKED).diagnostics if finding.code == "HG308"]


def test_an_unknown_strategy_stops_the_build_in_every_form(workshop: Workshop) -> None:
    for form in ("a4", "diary-a4", "text"):
        with pytest.raises(UsageProblem, match='no strategy "streching"'):
            made(workshop, form, Options(chosen=("streching",)))


def test_exercises_alone_need_one_that_is_chosen(workshop: Workshop) -> None:
    with pytest.raises(HandoutError, match="none of the chosen strategies has an exercise with a picture"):
        made(workshop, "exercise-a4", Options(chosen=("easing-stress",), only_chosen=True))


def test_ticks_of_one_print_are_not_in_the_next(workshop: Workshop) -> None:
    before = made(workshop, "a4", Options()).data
    made(workshop, "a4", TICKED)
    assert made(workshop, "a4", Options()).data == before
