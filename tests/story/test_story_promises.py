"""Nothing lost: every field of the model that is words is promised, and what was not said is noticed with its place."""

from __future__ import annotations

import pytest

from handoutgen.alternatives.nothing_lost import lost_words
from handoutgen.content.text_kinds import TextKind
from handoutgen.content.yaml.nodes import ModelPath
from handoutgen.story.printed_words import (
    SHORT_FORMS,
    UNPRINTED,
    clinic_texts,
    plain_texts,
    printed_strings,
)
from handoutgen.story.promises import contact_problems, fold, promises
from handoutgen.story.telling import tell
from story.small_leaflet import (
    STRATEGY,
    bare_clinic,
    clinic,
    filled_leaflet,
    leaflet,
    marker,
    voice,
    whole_text,
    with_strategy,
)

NOT_WORDS = {
    "id", "language", "search_words", "codes", "icon", "file", "pose", "main_picture", "at", "kind", "only_for",
    "not_for", "after", "web", "status", "brief", "short", "dose_box", "level", "lead_in", "none_because", "waive",
    "scored", "uncertainty_sources", "need", "audience", "equality", "changes", "subjects",
    "easy_read", "says", "help_level", "of", "from_version",
}  # fmt: skip
"""Texts of a leaflet's file that a whole leaflet does not say as they stand."""
FILLED = filled_leaflet()


def all_paths() -> list[ModelPath]:
    """Where a filled leaflet has texts, sources of strategies aside."""
    return [path for path, _, _ in printed_strings(FILLED, unprinted=frozenset())]


def is_words(path: ModelPath) -> bool:
    """A strategy's line in brief stands under its title; those of sections are for the short forms."""
    if path[-1] == "brief" and path[:2] == ("management", "strategies"):
        return True
    return not any(step in NOT_WORDS for step in path)


def test_every_field_of_the_model_that_is_words_is_promised() -> None:
    assert len(all_paths()) > 150
    assert [path for path, _, _ in printed_strings(FILLED)] == [path for path in all_paths() if is_words(path)]


def test_a_promise_names_the_place_where_its_text_stands() -> None:
    promised = promises(FILLED, {})
    assert len(promised) > 100
    assert [each.text for each in promised] == [marker(each.path) for each in promised]


def test_of_what_is_no_words_each_field_is_there_for_a_reason() -> None:
    unsaid = {step for path in all_paths() if not is_words(path) for step in path if step in UNPRINTED}
    assert unsaid == NOT_WORDS
    assert UNPRINTED - unsaid == {
        "width", "lines", "published", "last_reviewed", "next_review", "date", "optional", "levels", "checked",
        "how_many",
    }  # fmt: skip
    assert {"brief", "short", "dose_box", "easy_read"} == SHORT_FORMS


def test_a_short_form_promises_its_own_lines_too() -> None:
    more = {each.path for each in promises(FILLED, {}, UNPRINTED - SHORT_FORMS)}
    fewer = {each.path for each in promises(FILLED, {})}
    strategy, parts = ("management", "strategies", 0), (("about",), ("causes",), ("symptoms",), ("sections", 0))
    box = (*strategy, "how", 0, "dose_box")
    boxes = {(*box, "hold"), (*box, "times")}
    lines = {(*strategy, "short"), *((*part, "brief") for part in parts)}
    line = ("easy_read", "parts", 0, "pairs", 0)
    easy = {("easy_read", "title"), ("easy_read", "tested"), ("easy_read", "parts", 0, "title"), (*line, "text")}
    easy |= {
        ("easy_read", "videos", 0, "title"),
        ("easy_read", "videos", 0, "language_name"),
        (*line, "picture", "alt"),
    }
    assert more - fewer == lines | boxes | easy


def test_a_strategys_line_in_brief_is_promised_by_whole_leaflets_and_that_of_a_section_is_not() -> None:
    content = leaflet(about={"brief": "About in brief."}, management={"strategies": [{**STRATEGY, "brief": "Do it."}]})
    promised = {each.path: each.text for each in promises(content, {})}
    assert promised["management", "strategies", 0, "brief"] == "Do it."
    assert ("about", "brief") not in promised


def test_each_text_is_read_as_what_its_field_is() -> None:
    kinds: dict[ModelPath, TextKind] = {
        ("title",): "plain",
        ("about", "figure", "alt"): "plain",
        ("management", "strategies", 0, "title"): "plain",
        ("support", 0, "phone"): "plain",
        ("main_message",): "phrase",
        ("management", "strategies", 0, "stop_if", 0): "phrase",
        ("management", "strategies", 0, "how", 0, "steps", 0): "phrase",
        ("help", "urgent", "action"): "phrase",
        ("review", "funding"): "phrase",
        ("about", "text"): "prose",
        ("about", "callouts", 0, "text"): "prose",
        ("management", "strategies", 0, "what"): "prose",
        ("tools", 0, "intro"): "prose",
    }
    assert {path: kind for path, _, kind in printed_strings(FILLED) if path in kinds} == kinds


@pytest.mark.parametrize(
    ("source", "kind", "texts"),
    [
        ("A **b** {c}", "plain", ("A **b** {c}",)),
        ("A **b** {clinic.phone}.", "phrase", ("A b 0117 496 0123.",)),
        ("A [b](https://b.example) c", "phrase", ("A ", "b", " c")),
        ("[Call us](tel:{clinic.phone}) now", "phrase", ("Call us", " now", "01174960123")),
        ("- [{clinic.phone}](tel:{clinic.phone})", "prose", ("0117 496 0123",)),
        ("[Write](mailto:a@b.org) or [a@b.org](mailto:a@b.org)", "phrase", ("Write", " or ", "a@b.org", "a@b.org")),
        ("One.\n\n- two\n- **three**\n  1. four", "prose", ("One.", "two", "three", "four")),
        ("| A | B |\n|---|---|\n| c | **d** |", "prose", ("A", "B", "c", "d")),
    ],
)
def test_words_are_as_printed_a_text_for_each_stretch_that_stays_together(
    source: str, kind: TextKind, texts: tuple[str, ...]
) -> None:
    assert plain_texts(source, kind, voice(clinic()).fields) == texts


def test_sources_that_a_strategy_names_are_numbers_in_print_so_their_ids_are_no_promise() -> None:
    paths = {each.path for each in promises(with_strategy(sources=["book"]), {})}
    assert ("sources", 0, "title") in paths
    assert [path for path in paths if "sources" in path and path[0] == "management"] == []


def test_white_space_of_any_kind_is_one_space() -> None:
    assert fold(" 0117\u00a0496\n\t0123  now ") == "0117 496 0123 now"


@pytest.mark.parametrize(
    ("lost", "place"),
    [
        ("chest pain", "help.emergency.signs.0"),
        ("a swollen leg", "help.urgent.signs.1"),
        ("it hurts", "management.strategies.0.stop_if.0"),
        ("you fell", "management.strategies.0.ask_first.0"),
        ("Do not put ice on skin.", "management.strategies.0.callouts.0.text"),
        ("Ten readers.", "review.reader_involvement"),
    ],
)
def test_a_text_taken_from_what_was_said_is_noticed_with_its_place(lost: str, place: str) -> None:
    warning = {"kind": "important", "text": "Do not put ice on skin."}
    content = with_strategy(stop_if=["it hurts"], ask_first=["you fell"], callouts=[warning])
    said = whole_text(tell(content, voice()))
    assert lost_words(said, content, voice()) == ()
    assert said.count(lost) == 1
    assert lost_words(said.replace(lost, ""), content, voice()) == (f'{place}: "{lost}" is not in the leaflet',)


def test_what_a_clinic_tells_readers_is_promised_with_its_key() -> None:
    whose = clinic(other_formats="Large **print**.")
    assert list(clinic_texts(whose, whose.fields())) == [
        ("name", "Riverside Clinic"), ("organisation", "Riverside Health"), ("address", "1 River Street, Bristol"),
        ("email", "hello@riverside.example"), ("phones", "Nurse line"), ("phones", "0117 496 0123"),
        ("phones", "Monday to Friday"), ("phones", "Appointments"), ("phones", "0117 496 0150"),
        ("phones", "Night line"), ("phones", "0117 496 0199"), ("phones", "Nights"),
        ("other_formats", "Large print."), ("interpreter", "Interpreters are free."),
        ("feedback", "Write to hello@riverside.example."), ("web", "www.riverside.example/ms"),
    ]  # fmt: skip


def test_a_clinic_that_says_little_promises_its_name_and_what_its_logo_says() -> None:
    little, logo = bare_clinic(), bare_clinic(logo={"file": "logo.svg", "alt": "The logo"})
    said = [[each for each in clinic_texts(whose, whose.fields()) if each[1]] for whose in (little, logo)]
    assert said == [[("name", "Bare Clinic")], [("name", "Bare Clinic"), ("logo", "The logo")]]


@pytest.mark.parametrize(
    ("lost", "problem"),
    [
        ("0117 496 0150", 'the clinic\'s phones: "0117 496 0150" is not in the leaflet'),
        ("0117 496 0199", 'the clinic\'s phones: "0117 496 0199" is not in the leaflet'),
        ("Nights", 'the clinic\'s phones: "Nights" is not in the leaflet'),
        ("Interpreters", 'the clinic\'s interpreter: "Interpreters are free." is not in the leaflet'),
    ],
)
def test_a_number_or_an_offer_of_the_clinic_that_is_missing_is_noticed(lost: str, problem: str) -> None:
    spoken = voice(clinic())
    said = fold(whole_text(tell(leaflet(), spoken)))
    assert contact_problems(spoken, said) == ()
    assert contact_problems(spoken, said.replace(lost, "")) == (problem,)


def test_without_a_clinic_nothing_of_one_can_be_missing() -> None:
    assert contact_problems(voice(), "") == ()
