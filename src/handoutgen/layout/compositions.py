"""A leaflet and a printed form become a plan: compose the form's pages, then put them on sheets.

Each form names its composition (what of the leaflet it shows, and how) and its imposition (how pages lie on paper);
adding a form is one record, never a branch here.
"""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType

from handoutgen.content.model import Leaflet
from handoutgen.design.grid import OFFICE_PRINTER_INSET
from handoutgen.formats import Format, Size
from handoutgen.layout import leaflet as whole_leaflet
from handoutgen.layout.plan import Composed, Placement, Plan, SheetSide
from handoutgen.layout.setting import Setting

Composer = Callable[[Leaflet, Setting], Composed]

COMPOSITIONS: MappingProxyType[str, Composer] = MappingProxyType({"leaflet": whole_leaflet.compose})


def lay_out(leaflet: Leaflet, setting: Setting, form: Format, size: Size) -> Plan:
    """Lay the leaflet out in a form and a print size."""
    composed = COMPOSITIONS[form.composition](leaflet, setting)
    sheets = tuple(
        SheetSide(form.page_width, form.page_height, (Placement(index),)) for index in range(len(composed.pages))
    )
    return Plan(
        title=leaflet.title,
        language=leaflet.language,
        direction=setting.direction,
        root=composed.root,
        pages=composed.pages,
        sheets=sheets,
        duplex=form.duplex if len(sheets) > 1 else "Simplex",
        smallest_text=size.smallest,
        safe_inset=OFFICE_PRINTER_INSET,
        subject=leaflet.subtitle or "",
        author=setting.fields.get("clinic.name") or leaflet.review.owner,
        keywords=leaflet.search_words,
        modified=leaflet.review.published,
    )
