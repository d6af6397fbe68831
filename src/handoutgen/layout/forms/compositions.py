"""A leaflet and a printed form become a plan: compose the form's pages, then put them on sheets.

Each form names its composition (what of the leaflet it shows, and how) and its imposition (how pages lie on paper);
adding a form is one record, never a branch here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING

from msgspec.structs import replace

from handoutgen import bounds
from handoutgen.content.model import Leaflet
from handoutgen.design.grid import OFFICE_PRINTER_INSET
from handoutgen.errors import HandoutError
from handoutgen.formats import Format, Options, Size
from handoutgen.formats.imposition import Side, c_fold, flat, saddle_stitch
from handoutgen.formats.paper import Duplex
from handoutgen.language import Direction, language_of
from handoutgen.layout.flow.pages import in_reading_order, reading_places
from handoutgen.layout.flow.pieces import Frame, Rule
from handoutgen.layout.forms.print_marks import fold_ticks, proof_marks
from handoutgen.layout.setting import Setting
from handoutgen.memory import Memory
from handoutgen.plan.element import Element
from handoutgen.plan.pages import Composed, Page, Placed, Placement, Plan, SheetSide
from handoutgen.story.headings import help_references, whole_references
from handoutgen.story.isolating import without_isolates
from handoutgen.story.record import text_identifier
from handoutgen.story.references import References
from handoutgen.story.voice import SharedVoice

if TYPE_CHECKING:
    from handoutgen.layout.forms.bilingual import Tongue

Composer = Callable[[Leaflet, Setting, Format, Options], Composed]
Imposer = Callable[[int, Format, bool], tuple[Side, ...]]


def _when_asked_for(name: str) -> Composer:
    """The composition of the module of this name, imported when it is asked for: a command makes one or two, and all
    of them would be a good part of its start."""

    def compose(leaflet: Leaflet, setting: Setting, form: Format, options: Options) -> Composed:
        composer: Composer = import_module(f"handoutgen.layout.forms.{name}").compose
        return composer(leaflet, setting, form, options)

    return compose


COMPOSITIONS: MappingProxyType[str, Composer] = MappingProxyType({
    name: _when_asked_for(name.replace("-", "_"))
    for name in (
        "leaflet", "booklet", "trifold", "summary", "sheet", "fold", "diary", "write-on", "easy-read", "exercise",
        "poster", "card", "a6-card",
    )
})  # fmt: skip
"""By what forms call them: the names of their modules."""
REFERENCES: MappingProxyType[str, Callable[[Leaflet, SharedVoice], References]] = MappingProxyType({
    "leaflet": whole_references,
    "booklet": whole_references,
    "trifold": help_references,
    "summary": help_references,
    "sheet": help_references,
    "fold": help_references,
    "exercise": help_references,
})  # fmt: skip
"""What a composition's texts can lead to; in those that are not named here, to nothing."""
IMPOSITIONS: MappingProxyType[str, Imposer] = MappingProxyType({
    "flat": lambda count, form, rtl: flat(count),
    "booklet": lambda count, form, rtl: saddle_stitch(count, form.page_width, rtl=rtl),
    "trifold": lambda count, form, rtl: c_fold(form.panels, rtl=rtl),
})  # fmt: skip


def lay_out(leaflet: Leaflet, setting: Setting, form: Format, size: Size, options: Options) -> tuple[Plan, Composed]:
    """Lay the leaflet out in a form and a print size: the plan, and what its composition says of itself."""
    setting = _with_references(setting, leaflet, form)
    composed = COMPOSITIONS[form.composed_as](leaflet, setting, form, options)
    return _planned(leaflet, setting, form, size, options, composed)


def lay_out_beside(
    one: Tongue, other: Tongue, form: Format, size: Size, options: Options
) -> tuple[Plan, Composed, tuple[Element, Element]]:
    """The same of a leaflet in two languages, side by side, with each one's part of the tag tree. It is the first one's
    document: its title, its language, its direction."""
    from handoutgen.layout.forms import bilingual  # late, as the compositions

    laid = bilingual.compose(one, other, form)
    plan, composed = _planned(one.leaflet, one.setting, form, size, options, laid.composed)
    names = " · ".join((plan.title, other.leaflet.title))
    return replace(plan, title=names), composed, laid.parts


def _planned(
    leaflet: Leaflet, setting: Setting, form: Format, size: Size, options: Options, composed: Composed
) -> tuple[Plan, Composed]:
    """Composed pages as a plan."""
    _refuse_missing_pages(leaflet, composed, form)
    composed = replace(composed, pages=_in_reading_order(composed, setting))
    composed = _the_way_it_is_read(composed, setting.voice.direction)
    if options.reading_order:
        composed = replace(composed, pages=tuple(map(_without_lines_over_folds, composed.pages)))
    sheets = _sheets(composed, setting, form, options)
    pages, sheets = _with_ticks(setting, composed.pages, sheets)
    if options.proof:
        pages, sheets = _with_proof(setting, pages, sheets)
    plan = Plan(
        title=f"{leaflet.title} ({form_said(setting.voice, form, size)})",
        language=leaflet.spoken,
        direction=setting.voice.direction,
        root=composed.root,
        pages=pages,
        sheets=sheets,
        duplex=_duplex(sheets, form) if len(sheets) > 1 and not options.reading_order else "Simplex",
        smallest_text=form.base(size, options),
        safe_inset=OFFICE_PRINTER_INSET,
        subject=leaflet.subtitle or "",
        author=without_isolates(setting.voice.fields.get("clinic.name", "")) or leaflet.review.owner,
        keywords=leaflet.search_words,
        modified=leaflet.review.published,
        colours=setting.colours,
        identifier=text_identifier(setting.voice, leaflet),
    )
    return plan, composed


def lay_out_note(note: Composed, setting: Setting, form: Format, size: Size, title: str) -> Plan:
    """A note of pages that lie flat as a plan: it has no leaflet, and a title of its own."""
    note = _the_way_it_is_read(
        replace(note, pages=_in_reading_order(note, setting)), setting.voice.direction
    )  # fmt: skip
    sheets = tuple(SheetSide(page.width, page.height, (Placement(n),)) for n, page in enumerate(note.pages))
    return Plan(
        title=title,
        language=setting.voice.language,
        direction=setting.voice.direction,
        root=note.root,
        pages=note.pages,
        sheets=sheets,
        duplex=form.duplex if len(sheets) > 1 else "Simplex",
        smallest_text=form.base(size, Options()),
        safe_inset=OFFICE_PRINTER_INSET,
        author=without_isolates(setting.voice.fields.get("clinic.name", "")),
        colours=setting.colours,
    )


def _duplex(sheets: Sequence[SheetSide], form: Format) -> Duplex:
    """How a printer turns the sheet: pages that lie on their side turn over at their short edge, as those of a book."""
    if form.imposition == "flat" and all(side.width > side.height for side in sheets):
        return "DuplexFlipShortEdge"
    return form.duplex


def _with_references(setting: Setting, leaflet: Leaflet, form: Format) -> Setting:
    make = REFERENCES.get(form.composed_as)
    if make is None:
        return setting
    references = setting.kept("references", lambda look: make(leaflet, look.voice))
    return replace(setting, voice=replace(setting.voice, references=references))


def _refuse_missing_pages(leaflet: Leaflet, composed: Composed, form: Format) -> None:
    """Raise HandoutError where a text sends the reader to a page that is not there."""
    count = len(composed.pages)
    for element in composed.root.walk():
        if element.page is not None and not 1 <= element.page <= count:
            raise HandoutError(
                f"{leaflet.id} sends the reader to “{element.text}”, but as {form.title} it has {count} pages.",
                "Name the part by its heading, in quotation marks: pages differ from format to format.",
            )


def form_said(voice: SharedVoice, form: Format, size: Size) -> str:
    """Which printing of a leaflet this is, for a window's title: in words in English, else by what needs none."""
    if language_of(voice.language).primary != "en":
        return f"{form.name}, {size.base:g} pt"
    return form.title if not form.is_sized else f"{form.title}, {size.name} print"


def _in_reading_order(composed: Composed, setting: Setting) -> tuple[Page, ...]:
    """The pages with their pieces in the order of the structure tree. A page that clinics share is put in order once,
    and the tree is walked only for a page that is new."""
    known: Memory[Page] = setting.kept("pages in order", lambda _: Memory(bounds.pages(len(composed.pages))))
    places: dict[Element, int] = {}

    def ordered(page: Page) -> Page:
        if not places:
            places.update(reading_places(composed.root))
        return in_reading_order(page, places)

    return tuple(known.get(page, lambda: ordered(page)) for page in composed.pages)  # noqa: B023 (called at once)


def _the_way_it_is_read(composed: Composed, direction: Direction) -> Composed:
    """Compositions set every page from left to right. Read from right to left, each piece stands as far from the other
    edge: side columns, numerals, bullets, table columns and icons change sides; what is inside a piece does not."""
    if direction == "ltr":
        return composed
    return replace(composed, pages=tuple(map(_mirrored, composed.pages)))


def _mirrored(page: Page) -> Page:
    return replace(page, pieces=tuple(put._replace(x=page.width - put.right) for put in page.pieces))


def _without_lines_over_folds(page: Page) -> Page:
    """A panel that is a page of its own: a line or a tint that runs on to the next one would end at the page's edge."""
    ends = page.width - OFFICE_PRINTER_INSET

    def stays(put: Placed) -> bool:
        return not isinstance(put.piece, Rule | Frame) or (put.x >= OFFICE_PRINTER_INSET and put.right <= ends)

    return replace(page, pieces=tuple(filter(stays, page.pieces)))


def _sheets(composed: Composed, setting: Setting, form: Format, options: Options) -> tuple[SheetSide, ...]:
    if options.reading_order or form.imposition == "flat":
        return tuple(
            SheetSide(page.width, page.height, (Placement(index),)) for index, page in enumerate(composed.pages)
        )
    sides = IMPOSITIONS[form.imposition](len(composed.pages), form, setting.voice.direction == "rtl")
    return tuple(
        SheetSide(*form.sheet, tuple(Placement(s.page, s.x, s.y) for s in side), _label(side)) for side in sides
    )


def _label(side: Side) -> str:
    """The numbers of a side's pages, from left to right."""
    return ", ".join(str(slot.page + 1) for slot in sorted(side, key=lambda slot: slot.x))


Sheets = tuple[tuple[Page, ...], tuple[SheetSide, ...]]
"""Pages, and how they lie on the sides of sheets."""


def _with_ticks(setting: Setting, pages: tuple[Page, ...], sheets: tuple[SheetSide, ...]) -> Sheets:
    """Ticks on the last side, where it has folds."""
    *others, last = sheets
    folds = _folds(last)
    if not folds:
        return pages, sheets
    return (*pages, fold_ticks(setting, last.width, last.height, folds)), (*others, _laid_over(last, len(pages)))


def _with_proof(setting: Setting, pages: tuple[Page, ...], sheets: tuple[SheetSide, ...]) -> Sheets:
    """Marks on every side."""
    marked: list[SheetSide] = []
    for side in sheets:
        marked.append(_laid_over(side, len(pages)))
        pages = (*pages, proof_marks(setting, side.width, side.height, _folds(side)))
    return pages, tuple(marked)


def _folds(side: SheetSide) -> tuple[float, ...]:
    """Where pages meet on a side, in pt from its left edge."""
    return tuple(sorted(placement.x for placement in side.placements if placement.x > 0))


def _laid_over(side: SheetSide, page: int) -> SheetSide:
    """The side with one more page over it: marks are nobody's content."""
    return replace(side, placements=(*side.placements, Placement(page)))
