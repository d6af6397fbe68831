"""What keeps readers safe has a name entry by entry, whatever a clinic leaves out."""

from __future__ import annotations

from handoutgen.content.easy_read import EasyRead
from handoutgen.story.safety_parts import missing_in, retold_by, safety_parts
from story.small_easy_read import with_easy_read
from story.small_leaflet import LEAFLET, STRATEGY, leaflet

SAFE = leaflet(
    about={
        "text": "What it is.", "caution": "Not in the car.", "dose": "1 tablet.", "do_not": ["drive", "swim"],
        "ask_first": ["you are tired"],
    },
    management={"strategies": [{
        **STRATEGY, "caution": "Slowly.", "stop_if": ["it hurts", "you fall"], "ask_first": ["you fell"],
        "callouts": [{"kind": "note", "text": "A note."}, {"kind": "important", "text": "No ice."}],
    }]},
    sections=[
        {"id": "stretch", "title": "S", "caution": "Called as the strategy.", "subsections": [
            {"title": "At night", "caution": "Not in bed."}, {"title": "By day", "dose": "2 tablets."},
        ]},
        {"id": "us-only", "title": "U", "only_for": ["us"], "caution": "In the US.", "subsections": [
            {"title": "There", "caution": "Below it."},
        ]},
    ],
    help={**LEAFLET["help"], "urgent": {
        "signs": ["a hot leg"], "groups": [{"when": "At night", "signs": ["a cold leg"]}],
        "action": "Call 111.", "instead": [{"only_for": ["us"], "action": "Call another doctor."}],
    }},
)  # fmt: skip


def names(tags: tuple[str, ...] | None = None) -> list[str]:
    return [part.name for part in safety_parts(SAFE, tags)]


def test_each_entry_has_a_name_of_its_own() -> None:
    assert names() == [
        "help.emergency.signs.1", "help.urgent.signs.1", "help.urgent.groups.1.signs.1", "help.urgent.action",
        "help.urgent.instead.1", "help.routine.signs.1",
        "stretch.caution", "stretch.stop_if.1", "stretch.stop_if.2", "stretch.ask_first.1", "stretch.callouts.2",
        "about.dose", "about.caution", "about.do_not.1", "about.do_not.2", "about.ask_first.1",
        "sections.stretch.caution", "sections.stretch.subsections.1.caution", "sections.stretch.subsections.2.dose",
        "us-only.caution", "us-only.subsections.1.caution",
    ]  # fmt: skip
    assert len(set(names())) == len(names())


def test_a_clinic_has_what_is_for_it_under_the_same_names() -> None:
    here, there = names(()), names(("us",))
    assert set(names()) - set(here) == {"help.urgent.instead.1", "us-only.caution", "us-only.subsections.1.caution"}
    assert set(names()) - set(there) == {"help.urgent.action"}


def test_what_a_line_for_others_says_is_not_said_here() -> None:
    content = with_easy_read()
    assert content.easy_read is not None
    assert missing_in(content, ()) == missing_in(content, ("us",)) == []
    parts = content.easy_read.parts
    urgent = parts[2].model_copy(
        update={"pairs": tuple(each.model_copy(update={"not_for": ("us",)}) for each in parts[2].pairs)}
    )
    easy: EasyRead = content.easy_read.model_copy(update={"parts": (*parts[:2], urgent, *parts[3:])})
    content = content.model_copy(update={"easy_read": easy})
    assert [part.name for part in missing_in(content, ("us",))] == ["help.urgent.signs.1", "help.urgent.signs.2"]
    assert missing_in(content, ()) == []
    assert "help.urgent.signs.1" in retold_by(easy) and "help.urgent.signs.1" not in retold_by(easy, ("us",))


def test_a_leaflet_without_one_has_said_nothing() -> None:
    assert missing_in(SAFE, None) == safety_parts(SAFE)
