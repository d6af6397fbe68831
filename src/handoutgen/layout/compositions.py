"""A leaflet and a printed form become a plan: compose the form's pages, then put them on sheets.

Each form names its composition (what of the leaflet it shows, and how) and its imposition (how pages lie on paper);
adding a form is one record, never a branch here.
"""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType

from handoutgen.content.model import Leaflet
from handoutgen.design.grid import OFFICE_PRINTER_INSET
from handoutgen.formats import Format, Options, Size
from handoutgen.formats.imposition import Side, c_fold, flat, saddle_stitch
from handoutgen.layout import booklet, diary, summary, trifold
from handoutgen.layout import leaflet as whole_leaflet
from handoutgen.layout.plan import Composed, Placement, Plan, SheetSide
from handoutgen.layout.setting import Setting

Composer = Callable[[Leaflet, Setting, Format, Options], Composed]
Imposer = Callable[[int, Format, bool], tuple[Side, ...]]

COMPOSITIONS: MappingProxyType[str, Composer] = MappingProxyType({
    "leaflet": whole_leaflet.compose,
    "booklet": booklet.compose,
    "trifold": trifold.compose,
    "summary": summary.compose,
    "diary": diary.compose,
})  # fmt: skip
IMPOSITIONS: MappingProxyType[str, Imposer] = MappingProxyType({
    "flat": lambda count, form, rtl: flat(count),
    "booklet": lambda count, form, rtl: saddle_stitch(count, form.page_width, rtl=rtl),
    "trifold": lambda count, form, rtl: c_fold(form.panels, rtl=rtl),
})  # fmt: skip


def lay_out(leaflet: Leaflet, setting: Setting, form: Format, size: Size, options: Options) -> tuple[Plan, Composed]:
    """Lay the leaflet out in a form and a print size: the plan, and what its composition says of itself."""
    composed = COMPOSITIONS[form.composition](leaflet, setting, form, options)
    sheets = _sheets(composed, setting, form, options)
    plan = Plan(
        title=leaflet.title,
        language=leaflet.language,
        direction=setting.direction,
        root=composed.root,
        pages=composed.pages,
        sheets=sheets,
        duplex=form.duplex if len(sheets) > 1 and not options.reading_order else "Simplex",
        smallest_text=form.smallest or size.smallest,
        safe_inset=OFFICE_PRINTER_INSET,
        subject=leaflet.subtitle or "",
        author=setting.fields.get("clinic.name") or leaflet.review.owner,
        keywords=leaflet.search_words,
        modified=leaflet.review.published,
    )
    return plan, composed


def _sheets(composed: Composed, setting: Setting, form: Format, options: Options) -> tuple[SheetSide, ...]:
    if options.reading_order or form.imposition == "flat":
        return tuple(
            SheetSide(page.width, page.height, (Placement(index),)) for index, page in enumerate(composed.pages)
        )
    sides = IMPOSITIONS[form.imposition](len(composed.pages), form, setting.direction == "rtl")
    return tuple(SheetSide(*form.sheet, tuple(Placement(s.page, s.x, s.y) for s in side)) for side in sides)
