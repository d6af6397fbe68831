"""A leaflet that was read and passed becomes a finished output: shown for one clinic and one person, laid out or told,
drawn, tagged and verified. `build` decides what is made; here it is made.
"""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from msgspec.structs import replace

from handoutgen.alternatives.nothing_lost import lost_words as words_lost_in
from handoutgen.content.audience import for_tags, tags_of
from handoutgen.content.load import LoadedClinic, LoadedLeaflet
from handoutgen.content.model import Leaflet
from handoutgen.depth import Depth
from handoutgen.diagnostics import Diagnostic
from handoutgen.errors import HandoutError
from handoutgen.formats import Alternative, Format, Options, Output, Size
from handoutgen.layout.forms.compositions import lay_out
from handoutgen.layout.forms.left_out import (
    only_in_full_depth,
    only_ticked,
    only_to_write_on,
    place_of,
    what_is_left_out,
)
from handoutgen.layout.forms.making_room import DoesNotFit
from handoutgen.layout.nothing_lost import lost_contact, lost_words, tree_text
from handoutgen.layout.setting import Setting
from handoutgen.pdf.verifying.verify import verify
from handoutgen.pdf.writing.render import render
from handoutgen.plan.pages import Composed, Plan
from handoutgen.story.chosen import ChosenOnes, only_chosen, refuse_unknown
from handoutgen.story.depth import at_depth
from handoutgen.story.detail import name_of
from handoutgen.story.headings import whole_references
from handoutgen.story.person import lost_typed, personal
from handoutgen.story.strategies import said_once
from handoutgen.story.telling import tell
from handoutgen.story.voice import SharedVoice, Voice
from handoutgen.story.write_on import without_write_on
from handoutgen.workshop import Shared, Workshop, voice_for
from handoutgen.writers import WRITERS, Telling

MOST_PAGES, MOST_PARTS = 600, 20_000
"""Of one document: more is a file gone wrong, or a book, and reading it back would take longer than anybody waits.
Parts are counted in documents of more than MANY_PAGES pages; fewer pages never hold as many."""
MANY_PAGES = 25


class ReadLeaflet(NamedTuple):
    """What an order is about, read and examined."""

    loaded: LoadedLeaflet
    clinic: LoadedClinic | None
    notice: str | None = None
    """Why it is built past its review date, if it is."""
    has_samples: bool = False

    def spoken(self, voice: Voice) -> Voice:
        """The voice with the notice of a leaflet that is past its review date."""
        return replace(voice, notice=voice.word("overdue", reason=self.notice)) if self.notice else voice

    @property
    def tags(self) -> frozenset[str]:
        """Of the clinic."""
        return tags_of(self.clinic.clinic if self.clinic else None)

    @property
    def for_clinic(self) -> Leaflet:
        """The leaflet with the blocks that are for the clinic."""
        return for_tags(self.loaded.leaflet, self.tags)


class MadeFile(NamedTuple):
    """A file before its promises are judged."""

    data: bytes
    problems: tuple[str, ...]
    pages: int = 0
    sheets: int = 0
    left_out: tuple[Diagnostic, ...] = ()


class LaidLeaflet(NamedTuple):
    """A leaflet laid out, with what its words were held to."""

    plan: Plan
    composed: Composed
    problems: tuple[str, ...]
    shared: Shared
    left_out: tuple[Diagnostic, ...]


class ShownLeaflet(NamedTuple):
    """What of a leaflet an output shows, and the titles of what it does not."""

    leaflet: Leaflet
    also: tuple[str, ...]
    to_write_on: tuple[str, ...]
    not_chosen: tuple[str, ...]
    chosen: frozenset[str]
    out_of: int

    def spoken(self, voice: Voice) -> Voice:
        """The voice that says so."""
        return replace(
            voice, also=self.also, to_write_on=self.to_write_on, chosen=self.chosen, out_of=self.out_of
        )  # fmt: skip

    def left_out(self, loaded: LoadedLeaflet, *, beside: bool = False) -> tuple[Diagnostic, ...]:
        """The same for whoever builds it, alone or `beside` another language."""
        return (
            *only_in_full_depth(self.also, loaded, beside=beside),
            *only_to_write_on(self.to_write_on, loaded, beside=beside),
            *only_ticked(self.not_chosen, loaded),
        )


def meant(read: ReadLeaflet, output: Output, options: Options) -> Options:
    """The options without those that do not concern the output, so that they show nowhere. Raises UsageProblem for a
    strategy to tick that the leaflet does not have."""
    if options.chosen or options.only_chosen:
        refuse_unknown(read.for_clinic, options.chosen, options.only_chosen)
    if not is_whole(output):
        options = replace(options, detail=Depth.FULL, write_on=False)
    elif options.beside:  # the full one in two languages is a book
        options = replace(options, detail=Depth.ESSENTIAL)
    if isinstance(output, Format) and not output.shows_strategies:
        options = replace(options, chosen=(), only_chosen=False)
    if isinstance(output, Format) and not output.is_for_one:
        options = replace(options, only_chosen=False)
    if isinstance(output, Alternative) and not output.has_line_ends:
        options = replace(options, crlf=False)
    if isinstance(output, Alternative):
        options = replace(options, fillable=False)
    if not isinstance(output, Alternative) or not output.has_cells:
        options = replace(options, cells=Options().cells, lines=Options().lines)
    if not isinstance(output, Alternative) or not output.is_spoken:
        options = replace(options, voice="")
    if isinstance(output, Format) and not output.has_room_for_words:
        options = replace(options, for_person=None)
    return options


def is_whole(output: Output) -> bool:
    """Whether it is the whole leaflet, which has two depths of detail."""
    return output.is_whole if isinstance(output, Format) else True


def shown_of(read: ReadLeaflet, output: Output, options: Options, voice: SharedVoice) -> ShownLeaflet:
    """The leaflet for the clinic's tags at the depth that was asked for; whole forms without the parts to write on."""
    leaflet = read.for_clinic
    total = len(leaflet.strategies)
    to_write_on: tuple[str, ...] = ()
    if is_whole(output):
        leaflet = said_once(leaflet)
    if is_whole(output) and not options.write_on:
        leaflet, to_write_on = without_write_on(leaflet)
    ticked = ChosenOnes(leaflet, ())
    if options.only_chosen:
        is_named = output.names_every_strategy if isinstance(output, Format) else True
        ticked = only_chosen(leaflet, options.chosen, voice, with_warnings=is_named)
    essence = at_depth(ticked.leaflet, options.detail, voice)
    out_of = total if ticked.gone else 0
    return ShownLeaflet(essence.leaflet, essence.also, to_write_on, ticked.gone, frozenset(options.chosen), out_of)


def _for_person(leaflet: Leaflet, options: Options, voice: Voice) -> Voice:
    """The voice with what is typed for one person. Raises UsageProblem for a dose of an exercise that is not there."""
    return replace(voice, person=personal(leaflet, options.for_person)) if options.for_person else voice


def told(read: ReadLeaflet, output: Alternative, options: Options, workshop: Workshop) -> MadeFile:
    """The leaflet in an alternative format."""
    voice = read.spoken(voice_for(read.loaded, read.clinic.clinic if read.clinic else None))
    voice = replace(voice, text_code=workshop.text_code(read.loaded), behind=workshop.parts_behind(read.loaded) or ())
    if read.has_samples:  # pictures of pages have it across them, so that it moves nothing
        voice = replace(voice, notice=voice.word("has_samples"))
    shown = shown_of(read, output, options, voice)
    leaflet, voice = shown.leaflet, _for_person(shown.leaflet, options, shown.spoken(voice))
    if output.has_links:
        voice = replace(voice, references=whole_references(leaflet, voice, has_page_numbers=False))
    writer = WRITERS[output.name]()
    dress = partial(workshop.dress, read.loaded, read.clinic)
    telling = Telling(tell(leaflet, voice), leaflet, voice, options, dress)
    data = writer.write(telling)
    said = writer.words(data, telling)
    return MadeFile(
        data,
        (*words_lost_in(said, leaflet, voice), *lost_typed(voice.person, said)),
        left_out=shown.left_out(read.loaded),
    )


def printed(read: ReadLeaflet, form: Format, size: Size, options: Options, workshop: Workshop) -> MadeFile:
    """The leaflet as a PDF: laid out, drawn and verified. Raises HandoutError where a form has no room for it."""
    laid = laid_out(read, form, size, options, workshop)
    plan = laid.plan
    data = render(plan, workshop.fonts_of(read.loaded), laid.shared.drawn)
    problems = (*laid.problems, *verify(data, plan, laid.shared.verified))
    return MadeFile(data, problems, len(laid.composed.pages), sheets_of(plan), laid.left_out)


def laid_out(read: ReadLeaflet, form: Format, size: Size, options: Options, workshop: Workshop) -> LaidLeaflet:
    """The leaflet as a plan, held to its words."""
    loaded, clinic = read.loaded, read.clinic
    shared = workshop.shared(loaded, clinic)
    setting = workshop.setting(loaded, clinic, form, size, options, shared)
    shown = setting.kept("leaflet", lambda look: shown_of(read, form, options, look.voice))
    leaflet = shown.leaflet
    setting = replace(setting, voice=_for_person(leaflet, options, shown.spoken(read.spoken(setting.voice))))
    try:
        plan, composed = _laid_for_one(leaflet, setting, form, size, options)
    except DoesNotFit as refusal:
        raise _with_places(refusal, loaded) from refusal
    refuse_a_book(plan, form)
    if options.fillable:
        refuse_nothing_to_fill_in(plan, form, read.for_clinic, options)
    lost = lost_words(plan, leaflet, setting.voice.fields, composed.claims, setting.memory, shared.said)
    typed = lost_typed(setting.voice.person, tree_text(plan.root)) if options.for_person else ()
    problems = (*lost, *lost_contact(plan, setting, composed), *typed)
    left_out = (*shown.left_out(loaded), *what_is_left_out(leaflet, composed, form, loaded))
    return LaidLeaflet(plan, composed, problems, shared, left_out)


def _laid_for_one(
    leaflet: Leaflet, setting: Setting, form: Format, size: Size, options: Options
) -> tuple[Plan, Composed]:
    """Laid out with the typed doses in their boxes; on the first page too where a box has no room in the form."""
    person = setting.voice.person
    if person and form.has_dose_boxes:
        boxed = replace(setting, voice=replace(setting.voice, person=replace(person, in_boxes=True)))
        plan, composed = lay_out(leaflet, boxed, form, size, options)
        shown = [
            how for i, strategy in enumerate(leaflet.strategies) for j, how in enumerate(strategy.how)
            if composed.claims is None or composed.claims(("management", "strategies", i, "how", j, "steps", 0))
        ]  # fmt: skip
        if all(dose.how in shown for dose in person.doses if dose.how.figure):
            return plan, composed
    return lay_out(leaflet, setting, form, size, options)


def sheets_of(plan: Plan) -> int:
    """How many sheets of paper a printer that turns them takes."""
    sides = len(plan.sheets)
    return sides if plan.duplex == "Simplex" else (sides + 1) // 2


def refuse_a_book(plan: Plan, form: Format) -> None:
    """Raise HandoutError for a plan of more pages or parts than anything that is handed out."""
    pages = len(plan.pages)
    parts = sum(1 for _ in plan.root.walk()) if pages > MANY_PAGES else 0
    if pages > MOST_PAGES or parts > MOST_PARTS:
        counted = f"{pages:,} pages with {parts:,} paragraphs, cells and other parts"
        raise HandoutError(
            f"{form.title}: this leaflet would have {counted}; at most {MOST_PAGES} with {MOST_PARTS:,} can be made.",
            "Check that no text went in many times over, or make several leaflets of it.",
        )


def refuse_nothing_to_fill_in(plan: Plan, form: Format, leaflet: Leaflet, options: Options) -> None:
    """Raise HandoutError where the file of a clinic's leaflet would have no field, with what would give it one."""
    if any(element.field and element.field.typed for element in plan.root.walk()):
        return
    ways = ["Leave out --fillable"]
    if leaflet.tools and not options.write_on:
        ways.append("add --with write-on" if form.is_whole else "add --with write-on to a whole leaflet")
    if leaflet.tools:
        ways.append("use --format write-on-a4")
    raise HandoutError(
        f"{form.title}: there is nothing to write on in it, so it cannot be filled in on a screen.",
        f"{', or '.join(ways)}.",
    )


def _with_places(refusal: DoesNotFit, loaded: LoadedLeaflet) -> HandoutError:
    """The refusal with the line in the file of each block that would make it fit."""
    names = [f"“{name_of(block)}” (line {place_of(block, loaded).line})" for block in refusal.helping]
    return HandoutError(refusal.message, refusal.advice(names))
