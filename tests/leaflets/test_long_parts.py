"""Parts of extreme length, in all sizes: nothing runs off a page, and nothing is lost."""

from __future__ import annotations

from typing import Any

import pytest

from handoutgen.content.model import Leaflet
from handoutgen.formats import FORMATS, Options
from handoutgen.layout.blocks.footer import Footer
from handoutgen.layout.forms import leaflet as flat
from handoutgen.layout.setting import Setting
from handoutgen.plan.pages import Composed, Page, Placed
from handoutgen.workshop import Workshop
from layout.setting_for_tests import CLOSED, a_clinic, a_leaflet, a_strategy, content_of, said_by, setting_for, words

SIZES = (12, 14, 15.9, 18, 24, 36)
LONGEST = words(60, "breathing")
"""As long as a phrase may be."""
MANY = [f"you feel a sharp pain in place {number}" for number in range(1, 61)]
FIGURE = {"file": "calf.svg", "alt": "A calf", "caption": LONGEST}
LABELS = [{"text": words(19, "breathing"), "x": 0.5, "y": number / 8} for number in range(8)]
COLUMNS = [{"title": words(3, "breathing"), "example": words(4, "breathing")}] * 7
SHORT = {"signs": ["sign one", "sign two"]}


def in_a_section(**content: Any) -> dict[str, Any]:
    return {"about": {"text": "About cramps.", **content}}


def in_a_strategy(**content: Any) -> dict[str, Any]:
    return {"management": {"strategies": [a_strategy(**content)]}}


LONG = {
    "an aside of 920 characters": in_a_section(callouts=[{"text": words(92, "breathing")}]),
    "an aside of 2,300 characters": in_a_section(callouts=[{"text": words(230, "breathing")}]),
    "an aside of paragraphs": in_a_section(callouts=[{"text": "\n\n".join([LONGEST] * 8), "title": "Numb skin"}]),
    "an aside with a list": in_a_section(callouts=[{"text": "\n".join(f"- {item}" for item in MANY)}]),
    "an aside in a strategy": in_a_strategy(callouts=[{"text": words(300, "breathing"), "kind": "important"}]),
    "when to stop": in_a_strategy(stop_if=MANY),
    "when to stop and when to ask": in_a_strategy(stop_if=MANY, ask_first=MANY),
    "long signs to stop": in_a_strategy(stop_if=[LONGEST] * 6, ask_first=[LONGEST]),
    "what to do and not to do": in_a_section(do=MANY, do_not=MANY),
    "long things to do": in_a_section(do=[LONGEST] * 6, do_not=[LONGEST]),
    "long facts": in_a_strategy(why=LONGEST, how_often=LONGEST, benefits=LONGEST, risks=LONGEST),
    "a long caption": in_a_strategy(how=[{"steps": ["Sit."], "figure": FIGURE}], figure=FIGURE),
    "long words at a picture": in_a_section(text=LONGEST, figure={**FIGURE, "labels": LABELS}),
    "words at a picture": in_a_strategy(figure={**FIGURE, "caption": "A calf.", "labels": LABELS[:2]}),
    "a long message": {"main_message": LONGEST, "subtitle": words(9, "breathing")},
    "long words explained": {"glossary": [{"term": "Cramp", "meaning": LONGEST}] * 2},
    "long support": {"support": [{"name": words(19, "breathing"), "text": LONGEST, "phone": "0117 496 0123"}]},
    "long goals": {"tools": [{"kind": "goals", "title": "Goals", "prompts": [LONGEST] * 2, "lines": 2}]},
    "a diary with long words": {"tools": [{"kind": "diary", "title": "Diary", "intro": LONGEST, "columns": COLUMNS}]},
    "high rows of a table": in_a_section(text=f"| A | B |\n|---|---|\n| {LONGEST} | {LONGEST} |"),
    "18 signs": {"help": {key: {"signs": MANY[:18]} for key in ("emergency", "urgent", "routine")}},
    "40 emergency signs": {"help": {"emergency": {"signs": MANY[:40]}, "urgent": SHORT, "routine": SHORT}},
    "180 signs": {"help": {key: {"signs": MANY} for key in ("emergency", "urgent", "routine")}},
    "long signs": {
        "help": {
            "intro": LONGEST,
            "emergency": {"signs": [LONGEST] * 3, "action": LONGEST},
            "urgent": SHORT,
            "routine": SHORT,
        },
    },
}  # fmt: skip


def laid_out(workshop: Workshop, base: float, form: str, content: dict[str, Any]) -> tuple[Leaflet, Setting, Composed]:
    leaflet = a_leaflet(**content)
    setting = setting_for(workshop.fonts, base, a_clinic(out_of_hours=CLOSED), form=form)
    return leaflet, setting, flat.compose(leaflet, setting, FORMATS[form], Options())


def below(page: Page, floor: float) -> list[Placed]:
    """What readers are meant to read that stands lower than `floor`."""
    return [put for put in content_of(page) if put.y < floor - 0.01]


@pytest.mark.parametrize("form", ["a4", "letter"])
@pytest.mark.parametrize("base", SIZES)
@pytest.mark.parametrize("name", LONG)
def test_nothing_runs_into_the_footer_or_off_the_page(workshop: Workshop, name: str, base: float, form: str) -> None:
    leaflet, setting, composed = laid_out(workshop, base, form, LONG[name])
    floor = setting.grid.bottom + Footer(setting, leaflet).height
    assert [number for number, page in enumerate(composed.pages, start=1) if below(page, floor)] == []


@pytest.mark.parametrize("base", SIZES)
@pytest.mark.parametrize("name", LONG)
def test_each_word_that_is_said_stands_on_a_page(workshop: Workshop, name: str, base: float) -> None:
    _, _, composed = laid_out(workshop, base, "a4", LONG[name])
    known = {id(element) for element in composed.root.walk()}
    shown = []
    for page in composed.pages:
        for put in content_of(page):
            for line in getattr(put.piece, "lines", ()):
                tags = {id(run.tag or put.piece.element) for run in line.runs}  # type: ignore[attr-defined]
                assert tags <= known
                shown += line.text.split()
    assert sorted(shown) == sorted(" ".join(said_by(composed.root)).split())
