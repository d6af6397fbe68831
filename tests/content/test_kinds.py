"""What each kind of leaflet asks of its file, and the shapes that two keys together can break."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from handoutgen.content.helping import LEVELS_OF_HELP
from handoutgen.content.kind_rules import check_kind
from handoutgen.content.kinds import KINDS, KNOWN_SECTIONS, SECTIONS, Kind, KindName
from handoutgen.content.load import leaflet_from
from handoutgen.content.model import Leaflet
from handoutgen.content.words import words_for
from handoutgen.errors import ContentRefused
from story.small_leaflet import LEAFLET

NONE = {"none_because": "There is none."}
MEDICINE: dict[str, Any] = {
    **{key: value for key, value in LEAFLET.items() if key not in ("about", "management")},
    "kind": "medicine",
    "sections": [
        {"id": "do-not-take", "do_not": ["you are allergic to it"]},
        {"id": "how-to-take", "dose": "1 tablet a day.", "text": "With water."},
        {"id": "side-effects", "text": "Sleepiness."},
    ],
}  # fmt: skip


def as_yaml(values: dict[str, Any]) -> bytes:
    """The values as a file, without the anchors that equal parts would get."""
    return yaml.safe_dump(json.loads(json.dumps(values)), sort_keys=False).encode()


def codes(values: dict[str, Any]) -> list[str]:
    try:
        leaflet_from(as_yaml(values), Path("en-GB.yaml"))
    except ContentRefused as refusal:
        return [finding.code for finding in refusal.diagnostics]
    return []


def without(values: dict[str, Any], *keys: str) -> dict[str, Any]:
    return {key: value for key, value in values.items() if key not in keys}


def sections(*idents: str) -> list[dict[str, str]]:
    return [{"id": ident, "text": "Words."} for ident in idents]


def test_a_condition_is_the_kind_that_need_not_be_named() -> None:
    assert codes(LEAFLET) == []
    assert Leaflet.model_validate(LEAFLET).kind is KindName.CONDITION


@pytest.mark.parametrize("part", ["about", "management"])
def test_a_condition_needs_what_it_is_and_what_to_do(part: str) -> None:
    assert codes(without(LEAFLET, part)) == ["HG051"]


@pytest.mark.parametrize(
    ("kind", "needed"),
    [
        ("procedure", ("before", "on-the-day", "going-home")),
        ("test", ("getting-ready", "what-happens", "results")),
        ("aftercare", ("looking-after",)),
        ("service", ("what-we-do",)),
    ],
)
def test_a_kind_needs_its_sections_and_nothing_else(kind: str, needed: tuple[str, ...]) -> None:
    bare = {**without(LEAFLET, "about", "management"), "kind": kind}
    assert codes({**bare, "sections": sections(*needed)}) == []
    for gone in needed:
        rest = sections(*(ident for ident in needed if ident != gone))
        assert codes({**bare, "sections": rest}) == ["HG051"]


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_what_a_kind_needs_may_be_missing_for_a_reason(kind: Kind) -> None:
    bare = {**without(LEAFLET, "about", "management"), "kind": kind.name}
    needed = [*kind.needs, *kind.needs_sections, *(["dose"] if kind.needs_dose else [])]
    assert codes({**bare, "none_because": dict.fromkeys(needed, "Each ward tells its own.")}) == []
    for name in needed:
        reasons = {other: "Each ward tells its own." for other in needed if other != name}
        assert codes({**bare, "none_because": reasons}) == ["HG053" if name == "dose" else "HG051"]


def test_the_remedy_for_a_missing_part_names_the_way_out() -> None:
    with pytest.raises(ContentRefused) as refusal:
        leaflet_from(as_yaml({**LEAFLET, "kind": "procedure"}), Path("en-GB.yaml"))
    hints = [found.hint for found in refusal.value.diagnostics]
    assert all(
        f"none_because: {{{name}: …}}" in hint
        for name, hint in zip(KINDS[KindName.PROCEDURE].needs_sections, hints, strict=True)
    )


def test_a_medicine_says_first_who_must_not_take_it_and_how_much_to_take() -> None:
    assert codes(MEDICINE) == []
    first, *rest = MEDICINE["sections"]
    assert codes({**MEDICINE, "sections": [*rest, first]}) == ["HG052"]
    undosed = [without(section, "dose") for section in MEDICINE["sections"]]
    assert codes({**MEDICINE, "sections": undosed}) == ["HG053"]


def test_a_section_has_a_title_or_an_id_with_one() -> None:
    assert codes({**LEAFLET, "sections": sections("driving")}) == []
    assert codes({**LEAFLET, "sections": sections("at-work")}) == ["HG054"]


def test_each_known_section_has_fixed_words() -> None:
    words = words_for("en-GB")
    assert [ident for ident in KNOWN_SECTIONS if f"section_{ident.replace('-', '_')}" not in words] == []


def test_each_row_of_a_table_has_a_cell_for_each_heading() -> None:
    def table(*rows: list[str]) -> dict[str, Any]:
        return {**LEAFLET, "about": {"text": "A.", "table": {"head": ["When", "What"], "rows": list(rows)}}}

    assert codes(table(["Now", ""], ["Later", "Rest"])) == []
    assert codes(table(["Now"])) == ["HG055"]
    assert codes(table(["Now", "", "Rest"])) == ["HG055"]


def test_a_strategy_whose_text_begins_with_a_list_needs_a_line_in_brief() -> None:
    def strategy(what: str, **more: str) -> dict[str, Any]:
        kept = without(LEAFLET["management"]["strategies"][0], "brief")
        return {**LEAFLET, "management": {"strategies": [{**kept, "what": what, **more}]}}

    assert codes(strategy("Take a little:\n\n- 2 tablets\n")) == ["HG022"]
    assert codes(strategy("- 2 tablets\n- a rest\n")) == ["HG022"]
    assert codes(strategy("- 2 tablets\n- a rest\n", brief="Take 2 tablets.")) == []
    assert codes(strategy("Take a little.\n\n- 2 tablets\n")) == []


@pytest.mark.parametrize("key", ["do", "do_not", "ask_first"])
def test_words_over_a_list_need_the_list(key: str) -> None:
    bare = {**LEAFLET, "about": {"text": "A.", f"{key}_title": "Words"}}
    assert codes(bare) == ["HG022"]
    assert codes({**bare, "about": {**bare["about"], key: []}}) == ["HG022"]
    assert codes({**bare, "about": {**bare["about"], key: ["An item."]}}) == []


def test_a_level_of_help_has_signs_or_says_why_not() -> None:
    guide = LEAFLET["help"]
    assert codes({**LEAFLET, "help": {**guide, "emergency": NONE}}) == []
    assert codes({**LEAFLET, "help": {**guide, "emergency": {"action": "Call."}}}) == ["HG056"]
    assert codes({**LEAFLET, "help": {**guide, "emergency": {**NONE, "signs": ["pain"]}}}) == ["HG056"]
    assert codes({**LEAFLET, "help": dict.fromkeys(LEVELS_OF_HELP, NONE)}) == ["HG057"]


def test_a_level_of_help_may_have_groups_of_signs_in_place_of_signs() -> None:
    group = {"when": "After it", "signs": ["a fever"]}
    assert codes({**LEAFLET, "help": {**LEAFLET["help"], "urgent": {"groups": [group]}}}) == []
    assert codes({**LEAFLET, "help": {**LEAFLET["help"], "urgent": {"groups": []}}}) == ["HG056"]


def test_every_place_that_names_a_source_is_held_to_the_list() -> None:
    about = {"text": "A.", "sources": ["book"], "callouts": [{"text": "B.", "sources": ["nowhere"]}]}
    assert codes({**LEAFLET, "about": about}) == ["HG062"]


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_every_part_has_its_place_in_every_kind(kind: Any) -> None:
    parts = {"about", "causes", "symptoms", "management", "tools", "glossary", "support", "sources", "review", SECTIONS}
    assert set(kind.parts) == parts
    assert len(kind.parts) == len(parts)


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_the_reference_says_in_which_order_the_parts_of_a_kind_print(kind: Kind) -> None:
    page = (Path(__file__).parents[2] / "docs/content.md").read_text(encoding="utf-8")
    (row,) = (line for line in page.splitlines() if line.startswith(f"| `{kind.name}`"))
    parts = kind.parts[: kind.parts.index("tools")]
    said = ", ".join("your sections" if part == SECTIONS else part for part in parts)
    assert row.endswith(f"| {said} |")


def test_a_section_prints_its_keys_as_they_are_written() -> None:
    values = {**LEAFLET, "about": {"do_not_title": "Never", "text": "A.", "do_not": ["Run."], "do": ["Rest."]}}
    about = leaflet_from(as_yaml(values), Path("en-GB.yaml")).leaflet.about
    assert about is not None
    assert about.written_order == ("do_not", "text", "do")


def test_a_strategy_need_not_say_one_thing_twice() -> None:
    bare = {"id": "stretch", "title": "Stretch", "what": "A slow pull. It helps.", "how": [{"steps": ["Pull."]}]}
    (strategy,) = Leaflet.model_validate({**LEAFLET, "management": {"strategies": [bare]}}).strategies
    assert (strategy.short, strategy.brief, strategy.icon) == ("Stretch", "A slow pull.", "info")


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("Adults: 1 tablet a day", "Adults: 1 tablet a day"),
        ("Adults: 2 tablets\n      Children: 1 tablet", "Adults: 2 tablets; Children: 1 tablet"),
        ("Adults: 2 tablets.\n      Children: 1 tablet.", "Adults: 2 tablets. Children: 1 tablet."),
        ("- 2 tablets\n    - at night", "2 tablets; at night"),
        ("- '2 \"small\" tablets'", '2 "small" tablets'),
    ],
)
def test_the_remedy_for_keys_or_a_list_in_place_of_a_dose_is_a_line_that_prints_without_quotes(
    written: str, printed: str
) -> None:
    text = as_yaml(MEDICINE).decode()
    (line,) = (line for line in text.splitlines() if "dose:" in line)
    with pytest.raises(ContentRefused) as refusal:
        leaflet_from(
            text.replace(
                line, f"  dose:\n      {written}" if written[0] != "-" else f"  dose:\n    {written}"
            ).encode(),
            Path("en-GB.yaml"),
        )
    hint = next(found.hint for found in refusal.value.diagnostics if found.code == "HG026")
    mended = text.replace(line, "  dose: " + hint.partition("dose: ")[2])
    assert [part.dose for part in leaflet_from(mended.encode(), Path("en-GB.yaml")).leaflet.sections if part.dose] == [
        printed
    ]


def test_a_missing_section_is_told_at_the_kind_with_both_ways_out() -> None:
    told: list[tuple[str, str, str, object]] = []
    check_kind(without(MEDICINE, "sections"), lambda *finding: told.append(finding))
    assert [(code, path) for code, _, _, path in told] == [("HG051", ("kind",))] * 3 + [("HG053", ("kind",))]
    assert "add a section with id: do-not-take" in told[0][2]
    assert "none_because: {do-not-take: …}" in told[0][2]
