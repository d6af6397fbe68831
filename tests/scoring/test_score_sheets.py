"""Score sheets: each item with a leaflet that has what it asks and one that lacks it, the sums, a person's answers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from handoutgen.content.load import LoadedLeaflet, leaflet_from, load_leaflet
from handoutgen.content.model import Leaflet
from handoutgen.pdf.reading.inspect import inspect_pdf
from handoutgen.reporting import report_pdf
from handoutgen.scoring.clear_communication import CLEAR_COMMUNICATION, SHARED_FATE
from handoutgen.scoring.items import Evident, ItemMark, by_a_person, holds, none_found, only_if
from handoutgen.scoring.pemat import PEMAT
from handoutgen.scoring.sheet import ANSWERS, TOOLS, ScoreSheet, score_sheet
from handoutgen.service.score_sheets import mark_shown, score_report, score_sheets, score_words, sheet_object
from written import written_leaflet

CRAMPS = Path(__file__).parents[2] / "handouts" / "leg-cramps-ms" / "en-GB.yaml"
DAY = date(2026, 12, 1)
Change = Callable[[dict[str, Any]], object]


class Plain(yaml.SafeDumper):
    """Writes a value twice that is there twice: a leaflet has no aliases."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def loaded(*changes: Change) -> LoadedLeaflet:
    """A small leaflet, after changes to the values of its file."""
    values = yaml.safe_load(written_leaflet("back-pain", "en-GB", DAY))
    for change in changes:
        change(values)
    return leaflet_from(yaml.dump(values, Dumper=Plain, allow_unicode=True).encode(), Path("en-GB.yaml"))


def leaflet(*changes: Change) -> Leaflet:
    return loaded(*changes).leaflet


def mark(tool: str, number: int, one: Leaflet, *found: str) -> ItemMark:
    sheet = score_sheet(TOOLS[tool], one, found)
    return next(item.mark for item in sheet.items if item.number == number)


def strategy(**values: Any) -> Change:
    return lambda leaflet: leaflet["management"]["strategies"][0].update(values)


def about(**values: Any) -> Change:
    return lambda leaflet: leaflet["about"].update(values)


FIGURE = {"pose": "calf-wall", "caption": "Its line"}
TABLE = {"head": ["When", "What"], "rows": [["Monday", "Rest"]]}
WIDE = {"head": ["One", "Two", "Three", "Four", "Five"], "rows": [["1", "2", "3", "4", "5"]]}
REASON = "There is nothing to see."


@pytest.mark.parametrize(
    ("tool", "number", "changes", "wanted"),
    [
        ("pemat", 15, [strategy(figure=FIGURE)], ItemMark.YES),
        ("pemat", 15, [], ItemMark.NO),
        ("pemat", 15, [lambda values: values.update(none_because={"figures": REASON})], ItemMark.NOT_APPLICABLE),
        ("pemat", 16, [strategy(figure=FIGURE)], ItemMark.PERSON),
        ("pemat", 16, [], ItemMark.NOT_APPLICABLE),
        ("pemat", 17, [strategy(figure=FIGURE)], ItemMark.YES),
        ("pemat", 19, [about(table=TABLE)], ItemMark.YES),
        ("pemat", 19, [about(table=WIDE)], ItemMark.NO),
        ("pemat", 19, [about(table={**TABLE, "head": ["a b c d e", "f"]})], ItemMark.NO),
        ("pemat", 19, [], ItemMark.NOT_APPLICABLE),
        ("pemat", 23, [], ItemMark.YES),
        ("pemat", 23, [lambda values: values.update(tools=[])], ItemMark.NO),
        ("pemat", 26, [strategy(figure=FIGURE)], ItemMark.YES),
        ("pemat", 26, [about(figure=FIGURE)], ItemMark.NO),
        ("pemat", 25, [about(table=TABLE)], ItemMark.PERSON),
        ("cci", 4, [], ItemMark.NO),
        ("cci", 11, [], ItemMark.NO),
        ("cci", 11, [lambda values: values["management"].update(uncertainty="It is not known.")], ItemMark.YES),
        ("cci", 13, [], ItemMark.YES),
        ("cci", 13, [lambda values: values["management"]["strategies"][0].pop("why")], ItemMark.NO),
        ("cci", 15, [about(text="Take 2.5 mg.")], ItemMark.PERSON),
        ("cci", 19, [], ItemMark.NO),
        ("cci", 19, [strategy(benefits="Less pain.", risks="You may be sore.")], ItemMark.YES),
        ("cci", 20, [], ItemMark.NOT_APPLICABLE),
        ("cci", 20, [about(text="It helps 1 in 10 people.")], ItemMark.PERSON),
        ("cci", 18, [], ItemMark.NOT_APPLICABLE),
        ("cci", 18, [strategy(risks="You may be sore.")], ItemMark.PERSON),
    ],
)
def test_an_item_is_decided_by_what_the_file_has(
    tool: str, number: int, changes: list[Change], wanted: ItemMark
) -> None:
    assert mark(tool, number, leaflet(*changes)) is wanted


@pytest.mark.parametrize(
    ("tool", "number", "code"),
    [
        ("pemat", 3, "HG218"), ("pemat", 4, "HG219"), ("pemat", 5, "HG217"), ("pemat", 7, "HG226"),
        ("pemat", 8, "HG201"), ("pemat", 21, "HG207"), ("cci", 1, "HG214"), ("cci", 6, "HG217"),
        ("cci", 7, "HG210"), ("cci", 8, "HG203"), ("cci", 17, "HG213"),
    ],
)  # fmt: skip
def test_an_item_is_lost_by_what_the_checks_find(tool: str, number: int, code: str) -> None:
    one = leaflet(about(text="It helps 1 in 10 people."))
    assert mark(tool, number, one) is not ItemMark.NO
    assert mark(tool, number, one, code) is ItemMark.NO


def test_a_sum_asks_for_its_explanation() -> None:
    assert mark("pemat", 24, leaflet()) is ItemMark.NOT_APPLICABLE
    assert mark("pemat", 24, leaflet(), "HG149") is ItemMark.PERSON


def test_the_tools_have_the_items_they_have() -> None:
    assert [item.number for item in PEMAT.items] == [*range(1, 13), *range(15, 27)]
    assert [item.number for item in CLEAR_COMMUNICATION.items] == [*range(1, 21)]
    assert [sum(item.scale == scale for item in PEMAT.items) for scale in PEMAT.scales] == [17, 7]
    assert (PEMAT.passes_at, CLEAR_COMMUNICATION.passes_at) == (70, 90)


def test_a_score_is_points_by_what_applies_and_its_range_is_what_persons_decide() -> None:
    sheet = score_sheet(PEMAT, leaflet(), ())
    for score in sheet.scores:
        marks = [item.mark for item in sheet.items if item.scale == score.scale]
        marks = [each for each in marks if each is not ItemMark.NOT_APPLICABLE]
        assert score.least == 100 * marks.count(ItemMark.YES) // len(marks)
        assert score.most == 100 * (len(marks) - marks.count(ItemMark.NO)) // len(marks)
        assert score.open == marks.count(ItemMark.PERSON)
    assert [score.verdict for score in sheet.scores] == ["open", "passes"]
    found = ("HG201", "HG207", "HG217", "HG218", "HG226")
    lost = score_sheet(PEMAT, leaflet(lambda values: values.update(tools=[])), found)
    assert "fails" in [score.verdict for score in lost.scores]


def test_where_there_is_no_main_message_what_hangs_on_it_is_lost() -> None:
    sheet = score_sheet(CLEAR_COMMUNICATION, leaflet(), ("HG214",))
    assert {item.number for item in sheet.items if "item 1 is not met" in item.because} == {*SHARED_FATE["cci", 1]}


def answered(*answers: dict[str, Any]) -> Change:
    given = [{"tool": "pemat", "by": "Reader panel", "date": DAY, **answer} for answer in answers]
    return lambda values: values["review"].update(scored=given)


def item_of(sheet: ScoreSheet, number: int) -> tuple[ItemMark, str]:
    return next((item.mark, item.because) for item in sheet.items if item.number == number)


@pytest.mark.parametrize("answer", ANSWERS)
def test_a_persons_answer_stands_with_role_and_day(answer: str) -> None:
    sheet = score_sheet(PEMAT, leaflet(answered({"item": 2, "answer": answer})), ())
    assert item_of(sheet, 2) == (ANSWERS[answer], "Reader panel, 2026-12-01")


def test_a_person_cannot_answer_away_what_is_found() -> None:
    sheet = score_sheet(PEMAT, leaflet(answered({"item": 3, "answer": "met"})), ("HG218",))
    assert item_of(sheet, 3)[0] is ItemMark.NO


def test_an_answer_from_before_the_last_review_is_asked_again() -> None:
    sheet = score_sheet(PEMAT, leaflet(answered({"item": 2, "answer": "met", "date": date(2026, 11, 30)})), ())
    assert item_of(sheet, 2)[0] is ItemMark.PERSON
    assert "before the last review" in item_of(sheet, 2)[1]


def test_the_newest_of_two_answers_counts_and_another_tools_does_not() -> None:
    later = {"item": 2, "answer": "not met", "date": date(2026, 12, 5)}
    one = leaflet(answered(later, {"item": 2, "answer": "met"}, {"item": 9, "answer": "met", "tool": "cci"}))
    sheet = score_sheet(PEMAT, one, ())
    assert item_of(sheet, 2)[0] is ItemMark.NO
    assert item_of(sheet, 9)[0] is ItemMark.PERSON


def test_an_item_the_tool_does_not_have_is_told() -> None:
    sheet = score_sheet(PEMAT, leaflet(answered({"item": 13, "answer": "met"})), ())
    assert sheet.unknown == (13,)


def test_what_is_to_be_done_begins_with_what_is_not_met() -> None:
    marks = [item.mark for item in score_sheet(PEMAT, leaflet(), ("HG218",)).to_do]
    assert marks == sorted(marks, key=lambda each: each is ItemMark.PERSON)
    assert marks[0] is ItemMark.NO


def test_the_first_leaflet_fails_nothing() -> None:
    for sheet in score_sheets(load_leaflet(CRAMPS), tuple(TOOLS), DAY):
        assert [item for item in sheet.items if item.mark is ItemMark.NO] == []
        assert all(score.most == 100 for score in sheet.scores)


@pytest.mark.parametrize("tool", TOOLS)
def test_the_report_is_one_tagged_page(tool: str) -> None:
    one = load_leaflet(CRAMPS)
    (sheet,) = score_sheets(one, (tool,), DAY)
    found = inspect_pdf(report_pdf(score_report(one, sheet, DAY)))
    assert (len(found.page_sizes), found.tagged) == (1, True)
    said = " ".join(passage.text for passage in found.reading_order)
    assert all(item.asks in said for item in sheet.items)


def test_words_and_values_of_a_sheet() -> None:
    sheet = score_sheet(PEMAT, leaflet(), ("HG218",))
    told = sheet_object(sheet)
    assert [item["number"] for item in told["items"]] == [item.number for item in PEMAT.items]
    assert told["next"][0] == 3
    assert "pass mark 70 %" in score_words(sheet.scores[0])
    assert mark_shown(ItemMark.NO) == "NO"


def test_the_ways_to_decide() -> None:
    evident = Evident(leaflet(), ())
    assert by_a_person("look")(evident).mark is ItemMark.PERSON
    assert holds(lambda _: False, "yes", "no")(evident).because == "no"
    assert only_if(lambda _: False, "not here", by_a_person("look"))(evident).mark is ItemMark.NOT_APPLICABLE
    assert none_found(("HG999",), "things")(evident).mark is ItemMark.YES
