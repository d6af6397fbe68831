"""Two tellings become rows: by their place in the model, refused where one has what the other has not."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest
from msgspec.structs import replace

from handoutgen.content.load import load_leaflet
from handoutgen.content.markdown.inline import Text
from handoutgen.content.model import Leaflet
from handoutgen.content.words import words_for
from handoutgen.errors import HandoutError
from handoutgen.story.beside import PairedRow, heading_of, message_rows, rows_of
from handoutgen.story.beside_head import notices, own_name
from handoutgen.story.passages import Aside, Chart, Lines, Listed, Passage, Picture, Said, Story, StoryBlock, Tabled
from handoutgen.story.telling import tell
from handoutgen.story.voice import voice_of, words_of
from story.small_leaflet import ROOT, leaflet, voice, with_review


def story(*blocks: StoryBlock | Passage, ident: str = "about", language: str = "en-GB") -> Story:
    passage = Passage(ident, [Text("About")], 2, blocks)
    return Story(language, "ltr", "Cramps", (), (Said([Text("Stretch.")]),), (passage,))


def said(words: str) -> Said:
    return Said([Text(words)])


def listed(*items: str, title: str = "", kind: str = "", sign: str = "bullet") -> Listed:
    return Listed(tuple((said(item),) for item in items), sign, title=title, kind=kind)  # type: ignore[arg-type]


def told(row: PairedRow) -> tuple[str, str]:
    one, other = (words_of(cell.words) if cell else "-" for cell in row)
    return one, other


@cache
def shipped(language: str) -> Leaflet:
    return load_leaflet(ROOT / "handouts" / "leg-cramps-ms" / f"{language}.yaml").leaflet


@cache
def telling(language: str) -> Story:
    return tell(shipped(language), voice_of(words_for(language), language, None))


@pytest.mark.parametrize("language", ["ar", "cy", "es", "pl", "ur", "zh-Hans"])
def test_every_block_of_the_first_leaflet_has_its_counterpart(language: str) -> None:
    one, other = replace_tools(telling(language)), replace_tools(telling("en-GB"))
    rows = rows_of(one, other)
    assert all(row.one and row.other for row in rows)
    assert len(rows) > 100
    for row in rows:
        assert row.one is not None
        assert row.other is not None
        assert (row.one.place, row.one.mark, row.one.tone) == (row.other.place, row.other.mark, row.other.tone)


def replace_tools(whole: Story) -> Story:
    """Without what is a sheet of its own, as whole leaflets are printed."""
    return replace(whole, passages=tuple(each for each in whole.passages if not each.ident.startswith("tool-")))


def test_rows_stand_in_reading_order_with_marks_and_tones() -> None:
    stop = listed("it hurts", title="Stop if", kind="stop_if")
    rows = rows_of(
        *[story(said("One."), listed("a", "b", sign="number"), stop, Said([Text("Slowly.")], "caution"))] * 2
    )
    assert [told(row)[0] for row in rows] == ["About", "One.", "a", "b", "Stop if", "it hurts", "Slowly."]
    assert [row.any.mark for row in rows] == ["", "", "1.", "2.", "", "•", ""]
    assert [row.any.tone for row in rows] == ["", "", "", "", "safe", "safe", "safe"]
    assert rows[4].any.group == rows[5].any.group != ()


def test_an_important_aside_is_on_a_tint_and_a_tip_is_not() -> None:
    for kind, tone in (("important", "safe"), ("tip", "")):
        rows = rows_of(*[story(Aside(kind, "Heed", (said("Now."), listed("a"))))] * 2)
        assert [(told(row)[0], row.any.tone) for row in rows[1:]] == [("Heed", tone), ("Now.", tone), ("a", tone)]
        assert len({row.any.group for row in rows[1:3]}) == 1


def test_a_list_in_a_list_stands_further_in() -> None:
    inner = Listed(((said("outer"), listed("inner")),), "bullet")
    rows = rows_of(*[story(inner)] * 2)
    assert [(told(row)[0], row.any.level) for row in rows[1:]] == [("outer", 0), ("inner", 1)]


def test_a_table_says_its_heads_in_each_row() -> None:
    table = Tabled(([Text("Day")], [Text("Dose")]), (([Text("Monday")], [Text("5 mg")]),))
    rows = rows_of(story(table), story(table))
    assert told(rows[1])[0] == "Day: Monday; Dose: 5 mg"


def test_the_words_in_a_picture_have_letters() -> None:
    picture = Picture("a.svg", "A leg", [Text("The calf")], ("heel", "knee"), ((0.1, 0.2), (0.3, 0.4)))
    rows = rows_of(story(picture), story(picture))
    assert [(row.any.kind, row.any.mark) for row in rows[1:]] == [("picture", ""), ("item", "A"), ("item", "B")]


def test_lines_to_write_on_stay_and_a_diary_is_refused() -> None:
    rows = rows_of(story(Lines(1, "Phone:")), story(Lines(1, "Phone:")))
    assert rows[1].any.kind == "line"
    with pytest.raises(HandoutError, match="side by side"):
        rows_of(*[story(Chart(("Day",), [Text("Monday")], 7))] * 2)


@pytest.mark.parametrize(
    "change",
    [
        lambda: story(said("One.")),
        lambda: story(said("One."), listed("a")),
        lambda: story(said("One."), listed("a", "b", "c")),
        lambda: story(listed("a", "b"), said("One.")),
        lambda: story(said("One."), listed("a", "b", sign="number")),
        lambda: story(said("One."), listed("a", "b", kind="do_not")),
        lambda: story(said("One."), listed("a", "b"), ident="causes"),
        lambda: replace(story(said("One."), listed("a", "b")), passages=()),
    ],
    ids=["block", "item", "more", "order", "mark", "tone", "part", "all"],
)
def test_what_has_no_counterpart_is_refused_with_its_heading(change: Callable[[], Story]) -> None:
    whole = story(said("One."), listed("a", "b"))
    with pytest.raises(HandoutError, match="“About”") as refused:
        rows_of(whole, change())
    assert "HG324" in (refused.value.remedy or "")


def test_the_lines_of_the_record_are_each_languages_own_and_share_one_row() -> None:
    one = story(said("Version 1."), said("Translated."), ident="review")
    other = story(said("Version 2."), ident="review")
    rows = rows_of(one, other)
    assert len(rows) == 2
    assert [[words_of(line.words) for line in cell.several] for cell in rows[1] if cell] == [
        ["Version 1.", "Translated."], ["Version 2."],
    ]  # fmt: skip


def test_the_message_and_the_title_stand_beside_each_other() -> None:
    assert [told(row) for row in message_rows(story(), story())] == [("Stretch.", "Stretch.")]
    assert words_of(heading_of(story()).words) == "Cramps"


@pytest.mark.parametrize(
    ("tag", "name"),
    [("ar", "العربية"), ("en-GB", "English"), ("pl", "Polski"), ("zh-Hans", "中文 (简体)"), ("xx", "xx")],
)
def test_a_language_is_called_as_its_speakers_call_it(tag: str, name: str) -> None:
    assert own_name(tag) == name


def test_each_head_says_what_is_not_settled() -> None:
    final = with_review(status="approved")
    assert notices(voice(), final) == []
    assert [words_of(each) for each in notices(voice(), leaflet())] == [voice().word("draft")]
    assert [words_of(each) for each in notices(replace(voice(), notice="Old."), final)] == ["Old."]
    arabic = voice_of(words_for("ar"), "ar", None)
    assert any("لا أحد" in words_of(each) for each in notices(arabic, shipped("ar")))
