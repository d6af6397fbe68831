"""A leaflet in two languages that were read and passed becomes one finished output, the one beside the other.

Both are held to the same promises as a leaflet of one language, each in its own part of the document: nothing of either
is lost. They must be in step, since what stands in one row is taken to say the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from handoutgen.check.side_by_side import refuse_out_of_step
from handoutgen.content.load import LoadedLeaflet
from handoutgen.diagnostics import Diagnostic
from handoutgen.errors import UsageProblem
from handoutgen.formats import Format, Options, Size
from handoutgen.language import language_of
from handoutgen.layout.forms.bilingual import Tongue
from handoutgen.layout.forms.compositions import lay_out_beside
from handoutgen.layout.nothing_lost import lost_words, tree_text
from handoutgen.making import MadeFile, ReadLeaflet, refuse_a_book, sheets_of, shown_of
from handoutgen.pdf.verifying.verify import verify
from handoutgen.pdf.writing.render import render
from handoutgen.plan.element import Element
from handoutgen.plan.pages import Composed, Plan
from handoutgen.readings import Readings
from handoutgen.story.beside_short import shortened, with_main_trimmed
from handoutgen.story.promises import contact_problems
from handoutgen.story.telling import tell
from handoutgen.text.fontbook import FontBook
from handoutgen.workshop import Workshop

_TAG = re.compile(r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*")


def path_beside(leaflet: Path, tag: str) -> Path:
    """The file of the same leaflet in another language, which stands beside it. Raises UsageProblem where there is
    none, or where it is the very same."""
    if leaflet.stem == tag:
        raise UsageProblem(
            f"{leaflet} is in {tag} already: there is no second language to stand beside it.",
            "Name another language with --beside, such as --beside en-GB.",
        )
    tags = (tag, *language_of(tag).same_words) if _TAG.fullmatch(tag) else ()
    path = next((there for each in tags if (there := leaflet.with_name(f"{each}.yaml")).is_file()), None)
    if path is not None and path.samefile(leaflet):
        raise UsageProblem(
            f"{leaflet} has the words of {tag} already: there is no second language to stand beside it.",
            "Name another language with --beside, such as --beside en-GB.",
        )
    if path is None:
        others = sorted(each.stem for each in leaflet.parent.glob("*.yaml") if each.stem != leaflet.stem)
        raise UsageProblem(
            f"{leaflet.parent.name} is not there in {tag}.",
            f"It is there in: {', '.join(others)}." if others else "Translate it first: handoutgen translate start.",
        )
    return path


def refuse_apart(one: LoadedLeaflet, other: LoadedLeaflet, findings: Sequence[Diagnostic], readings: Readings) -> None:
    """Raise HandoutError where one of two languages is behind, or says other numbers: `findings` are those of both."""
    refuse_out_of_step(one, other, findings, of_one_source=_source(one, readings) == _source(other, readings))


def _source(loaded: LoadedLeaflet, readings: Readings) -> Path:
    """The file that it was translated from, or its own."""
    source = readings.source_of(loaded)
    return source.path if source else loaded.path


class LaidBeside(NamedTuple):
    """A leaflet in two languages laid out: each as it is shown, and its part of the tag tree."""

    plan: Plan
    composed: Composed
    tongues: tuple[Tongue, Tongue]
    parts: tuple[Element, Element]
    left_out: tuple[Diagnostic, ...]

    @property
    def lost(self) -> tuple[str, ...]:
        """What either language should say in its part and does not."""
        pairs = zip(self.tongues, self.parts, strict=True)
        return tuple(told for tongue, part in pairs for told in _lost(self.plan, tongue, part))


def printed_beside(
    one: ReadLeaflet, other: ReadLeaflet, form: Format, size: Size, options: Options, workshop: Workshop
) -> MadeFile:
    """The leaflet in two languages as a PDF: laid out, drawn and verified."""
    laid = laid_beside(one, other, form, size, options, workshop)
    plan = laid.plan
    refuse_a_book(plan, form)
    data = render(plan, workshop.fonts_of(one.loaded, other.loaded))
    return MadeFile(data, (*laid.lost, *verify(data, plan)), len(laid.composed.pages), sheets_of(plan), laid.left_out)


def laid_beside(
    one: ReadLeaflet, other: ReadLeaflet, form: Format, size: Size, options: Options, workshop: Workshop
) -> LaidBeside:
    """The leaflet in two languages as a plan."""
    fonts = workshop.fonts_of(one.loaded, other.loaded)
    first, left_out = _tongue(one, form, size, options, workshop, fonts)
    second, _ = _tongue(other, form, size, options, workshop, fonts)
    plan, composed, parts = lay_out_beside(first, second, form, size, options)
    return LaidBeside(plan, composed, (first, second), parts, left_out)


def _tongue(
    read: ReadLeaflet, form: Format, size: Size, options: Options, workshop: Workshop, fonts: FontBook
) -> tuple[Tongue, tuple[Diagnostic, ...]]:
    """One of the two languages, told and ready to be set."""
    setting = replace(workshop.setting(read.loaded, read.clinic, form, size, options), fonts=fonts)
    shown = shown_of(read, form, options, setting.voice)
    setting = replace(setting, voice=shown.spoken(read.spoken(setting.voice)))
    left_out = shown.left_out(read.loaded, beside=True)
    if form.is_whole:
        return Tongue(shown.leaflet, setting, tell(shown.leaflet, setting.voice)), left_out
    is_sheet = form.family == "sheet"
    leaflet = with_main_trimmed(shown.leaflet) if is_sheet else shown.leaflet
    short = shortened(tell(leaflet, setting.voice), leaflet, setting.voice, with_main=is_sheet)
    return Tongue(leaflet, setting, short.story, short.claims), left_out


def _lost(plan: Plan, tongue: Tongue, part: Element) -> tuple[str, ...]:
    """What a language's part does not say and should. A logo is no language's: the document has it once."""
    voice = tongue.setting.voice
    lost = lost_words(replace(plan, root=part), tongue.leaflet, voice.fields, tongue.claims)
    if tongue.claims is not None:
        return lost
    logo = " ".join(each.alt or "" for each in plan.root.walk() if each.role == "Figure")
    return (*lost, *contact_problems(voice, f"{tree_text(part)} {logo}"))
