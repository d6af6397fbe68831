"""Whatever keeps readers safe is in the words of every short form, read back from the finished file; or there is no
file.

What must be there is taken from the leaflet by rules of this test's own, not by those the program holds itself to.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import yaml

from handoutgen.build import Order, build
from handoutgen.content.audience import for_tags, tags_of
from handoutgen.content.clinic import Clinic
from handoutgen.content.helping import Help
from handoutgen.content.kinds import KindName
from handoutgen.content.model import Leaflet
from handoutgen.content.sections import Callout, Section
from handoutgen.content.strategies import Strategy
from handoutgen.errors import ContentRefused, HandoutError
from handoutgen.formats import FORMATS
from handoutgen.workshop import Workshop, voice_for
from leaflets.samples import LEG_CRAMPS, ROOT
from written import written_leaflet

SAYS_WHAT_TO_DO = ("summary", "trifold", "poster", "card", "a6-card", "sheet", "fold", "exercise")
"""The short forms; a diary and a sheet to write on say nothing that could be done wrongly."""
SHORT = sorted(form.name for form in FORMATS.values() if form.family in SAYS_WHAT_TO_DO)
ALL_LEVELS = ("summary", "trifold", "sheet", "fold", "exercise")
"""Parts of the names of forms that have room for every level of help by design."""
SHIPPED = sorted((ROOT / "handouts").glob("*/en-GB.yaml"))
REAL_TEXTS = sorted((Path(__file__).parent / "real_texts").glob("*/en-GB.yaml"))
RIVERSIDE = ROOT / "clinics/riverside-neurology.yaml"
TODAY = date(2026, 12, 1)
WARNING = {"kind": "important", "title": "Swollen face", "text": "A swollen **tongue** is no side effect to wait with."}
TIP = {"kind": "tip", "text": "A glass of water helps."}
OWN: dict[KindName, dict[str, dict[str, Any]]] = {
    KindName.MEDICINE: {
        "do-not-take": {"callouts": [TIP, WARNING]},
        "side-effects": {"caution": "Call us before you drive.", "do_not": ["stop it at once", "drink wine"],
            "ask_first": ["you have asthma"], "ask_first_title": "Ask a pharmacist first if",
        },
        "how-to-take": {
            "subsections": [
                {"title": "At night", "dose": "Take **half** a tablet at 10pm."},
                {"title": "By tube", "do_not": ["crush it"], "do_not_title": "Never"},
            ]
        },
        "storing": {"level": "full", "caution": "Lock it away."},
    },
    KindName.PROCEDURE: {
        "before": {"caution": "Do not eat after midnight.", "level": "full", "callouts": [WARNING]},
        "going-home": {"do_not": ["drive for 24 hours", "sign papers"], "brief": "Have somebody with you."},
        "risks": {"subsections": [{"title": "Later", "text": "Rare.", "callouts": [WARNING, TIP]}]},
    },
}  # fmt: skip
"""What is added to sections of the starters of two kinds."""


def own_leaflet(folder: Path, kind: KindName) -> Path:
    content = yaml.safe_load(written_leaflet(f"own-{kind}", "en-GB", TODAY, kind))
    for section in content["sections"]:
        section.update(OWN[kind].get(section["id"], {}))
    path = folder / f"own-{kind}" / "en-GB.yaml"
    path.parent.mkdir()
    path.write_text(json.dumps(content, default=str), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def workshop() -> Workshop:
    return Workshop()


def letters(text: str) -> str:
    """A text as what an eye reads, whatever breaks its lines or marks its lists: letters and figures alone."""
    return "".join(filter(str.isalnum, text.casefold()))


class Shown:
    """The words of one form of a leaflet, and the leaflet as that clinic's readers get it."""

    def __init__(self, data: bytes, leaflet: Leaflet, fields: dict[str, str]) -> None:
        document = pypdfium2.PdfDocument(data)
        self.text = letters("".join(page.get_textpage().get_text_bounded() for page in document))
        document.close()
        self.leaflet, self.fields = leaflet, fields

    def has(self, source: str) -> bool:
        """Whether all of a text in Markdown is said: each of its paragraphs, items and cells."""
        for name, value in self.fields.items():
            source = source.replace(f"{{{name}}}", value)
        plain = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", source)
        parts = re.split(r"\n\s*\n|\n\s*(?:[-*]|\d+\.)\s|[|]", plain)
        return all(letters(part) in self.text for part in parts)


def shown(workshop: Workshop, path: Path, form: str, clinic: Path | None) -> Shown | None:
    """One form as it was read back; None where it is refused for want of room."""
    whose: Clinic | None = workshop.clinic(clinic).clinic if clinic else None
    try:
        built = build(Order(path, clinic, form, "standard", TODAY), workshop)
    except ContentRefused:
        raise
    except HandoutError as refusal:
        assert "does not fit" in refusal.message or "no exercises with a picture" in refusal.message
        return None
    loaded = workshop.leaflet(path)
    voice = voice_for(loaded, whose)
    return Shown(built.data, for_tags(loaded.leaflet, tags_of(whose)), dict(voice.fields))


def of_sections(leaflet: Leaflet) -> Iterator[str]:
    """All that no form may leave out of any section, about, causes and symptoms among them."""
    sections: list[Section] = [*leaflet.sections]
    sections += [part for part in (leaflet.about, leaflet.causes, leaflet.symptoms) if part]
    for section in sections:
        for stretch in (section, *section.subsections):
            yield from filter(None, (stretch.dose, stretch.caution, *stretch.do_not, *stretch.ask_first))
            if stretch.do_not:
                yield stretch.do_not_title or "Do not"
            if stretch.ask_first:
                yield stretch.ask_first_title or "Ask first if"
            yield from of_important(stretch.callouts)
        for part in section.subsections:
            is_bare = (part.do_not and not part.do_not_title) or (part.ask_first and not part.ask_first_title)
            if part.dose or is_bare:
                yield part.title  # without it, the dose or the list is another one


def of_important(callouts: tuple[Callout, ...]) -> Iterator[str]:
    for callout in callouts:
        if callout.kind == "important":
            yield from filter(None, (callout.title, callout.text))


def of_strategy(strategy: Strategy) -> Iterator[str]:
    """What must be said with a strategy that is named with more than its title and its few words."""
    yield from (strategy.caution,) if strategy.caution else (*strategy.stop_if, *strategy.ask_first)
    yield from of_important(strategy.callouts)


def missing_help(said: Shown, form: str) -> list[str]:
    """Signs and actions of the levels that a form shows: all of them where there is room for every level by design,
    else the first; a level that begins must end. A wallet card and a poster say what else to do in an emergency."""
    guide: Help = said.leaflet.help
    levels = [level for level in (guide.emergency, guide.urgent, guide.routine) if level.signs]
    is_whole = any(name in form for name in ALL_LEVELS)
    shown_levels = [
        level for place, level in enumerate(levels)
        if is_whole or place == 0 or (level is guide.urgent and any(map(said.has, level.signs)))
    ]  # fmt: skip
    texts = [text for level in shown_levels for text in (*level.signs, *(level.all_actions if is_whole else ()))]
    if form.startswith("card") or "poster" in form:
        texts += guide.emergency.all_actions
    return [text for text in texts if not said.has(text)]


def missing(said: Shown, form: str) -> list[str]:
    """What keeps readers safe and is not in a form."""
    lost = [text for text in of_sections(said.leaflet) if not said.has(text)]
    for strategy in said.leaflet.strategies:
        if said.has(strategy.brief) and any(name in form for name in ALL_LEVELS):
            lost += [text for text in of_strategy(strategy) if not said.has(text)]
    return lost + missing_help(said, form)


@pytest.mark.parametrize("form", SHORT)
@pytest.mark.parametrize("path", [*SHIPPED, *REAL_TEXTS], ids=lambda path: path.parent.name)
def test_no_short_form_of_a_shipped_leaflet_loses_a_warning(workshop: Workshop, path: Path, form: str) -> None:
    said = shown(workshop, path, form, RIVERSIDE)
    assert said is None or missing(said, form) == []


@pytest.mark.parametrize("clinic", [None, RIVERSIDE], ids=["no clinic", "clinic"])
@pytest.mark.parametrize("form", SHORT)
@pytest.mark.parametrize("kind", list(OWN))
def test_no_short_form_of_a_medicine_or_an_operation_loses_a_warning(
    workshop: Workshop, tmp_path: Path, kind: KindName, form: str, clinic: Path | None
) -> None:
    said = shown(workshop, own_leaflet(tmp_path, kind), form, clinic)
    assert said is None or missing(said, form) == []
    assert said is not None or "card" in form or "exercise" in form, "all but a card have room for it"


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.parent.name)
def test_every_shipped_leaflet_has_some_short_form(workshop: Workshop, path: Path) -> None:
    assert any(shown(workshop, path, form, RIVERSIDE) for form in SHORT)


def test_what_falls_away_would_be_noticed(workshop: Workshop, tmp_path: Path) -> None:
    said = shown(workshop, own_leaflet(tmp_path, KindName.MEDICINE), "a4-summary", None)
    assert said is not None
    for warning in (
        "Lock it away.",
        "drink wine",
        "crush it",
        "Take half a tablet at 10pm.",
        "At night",
        "Swollen face",
    ):
        whole, found = said.text, letters(warning)
        assert found in whole
        said.text = whole.replace(found, "")
        assert missing(said, "a4-summary") != [], warning
        said.text = whole


@pytest.mark.parametrize("form", sorted(form.name for form in FORMATS.values() if form.family == "write-on"))
@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.parent.name)
def test_a_sheet_to_write_on_says_whom_to_call_in_an_emergency(workshop: Workshop, path: Path, form: str) -> None:
    said = shown(workshop, path, form, RIVERSIDE)
    assert said is not None
    assert letters("In an emergency, call 999.") in said.text


def test_a_poster_sends_to_the_leaflet_for_how_to_stay_safe(workshop: Workshop) -> None:
    said = shown(workshop, LEG_CRAMPS, "a3-poster", RIVERSIDE)
    assert said is not None
    assert said.has("Before you start, read in the full leaflet how to stay safe.")
