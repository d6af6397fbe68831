"""Several plans → one: a file with a part for each, printed as one job in which each starts on a sheet of its own."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from handoutgen.plan.element import Element
from handoutgen.plan.pages import Page, Placement, Plan, PlanPart, SheetSide


def joined(plans: Sequence[Plan], title: str, *, both_sides: bool = True) -> Plan:
    """The plans one after another, at least one, all on paper of one size. Printed on both sides (`both_sides`), each
    is filled up with an empty page to whole sheets. Its language and author are those of the first."""
    first = plans[0]
    root = Element("Document", language=first.language)
    pages: list[Page] = []
    sheets: list[SheetSide] = []
    parts: list[PlanPart] = []
    for number, plan in enumerate(plans, start=1):
        parts.append(PlanPart(_part(root, plan), len(pages)))
        sheets += [_moved(side, len(pages)) for side in plan.sheets]
        pages += plan.pages
        if both_sides and len(plan.sheets) % 2 and number < len(plans):
            pages.append(Page(plan.sheets[-1].width, plan.sheets[-1].height, ()))
            sheets.append(SheetSide(pages[-1].width, pages[-1].height, (Placement(len(pages) - 1),)))
    return replace(
        first,
        title=title,
        root=root,
        pages=tuple(pages),
        sheets=tuple(sheets),
        duplex="DuplexFlipLongEdge" if both_sides and len(sheets) > 1 else "Simplex",
        smallest_text=min(plan.smallest_text for plan in plans),
        safe_inset=min(plan.safe_inset for plan in plans),
        subject="",
        identifier="",
        keywords=tuple(dict.fromkeys(word for plan in plans for word in plan.keywords)),
        modified=max((plan.modified for plan in plans if plan.modified), default=None),
        parts=tuple(parts),
    )


def _part(root: Element, plan: Plan) -> Element:
    """A plan's tree as one of the whole; in its own language where that is another."""
    language = plan.language if plan.language != root.language else None
    part = root.add("Part", language=language)
    part.kids += plan.root.kids
    return part


def _moved(side: SheetSide, by: int) -> SheetSide:
    """The side with its pages' numbers as they are in the whole."""
    return replace(side, placements=tuple(replace(put, page=put.page + by) for put in side.placements))
