"""A finished plan turned into the bytes of a tagged, archival PDF (PDF/UA-1 and PDF/A-2a).

Draw the sides, then say what was drawn: structure, links, outline, metadata. The same plan gives the same bytes,
whatever was drawn before; what an earlier document has in common with this one is not drawn again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from handoutgen.pdf.writing.canvas import TaggedCanvas
from handoutgen.pdf.writing.fields import FieldWriter
from handoutgen.pdf.writing.fonts import FontEmbedder
from handoutgen.pdf.writing.graphics import write_graphics
from handoutgen.pdf.writing.links import Destinations, reserve_annotations, write_annotations, write_outline
from handoutgen.pdf.writing.reportlab_seam import ArchivalDocument, SheetCanvas, stream
from handoutgen.pdf.writing.reuse import DrawnMemory, DrawnSide
from handoutgen.pdf.writing.structure import StructureWriter
from handoutgen.pdf.writing.syntax import colour_space, text_string
from handoutgen.pdf.writing.xmp import info_dictionary, metadata_packet, output_intent
from handoutgen.pictures.named_colours import SPACE
from handoutgen.plan.element import Element
from handoutgen.plan.pages import Plan
from handoutgen.text.fontbook import FontBook


def render(plan: Plan, fonts: FontBook, memory: DrawnMemory | None = None) -> bytes:
    """The PDF of a plan. `memory` holds what earlier documents of the same fonts have in common with it."""
    memory = memory or DrawnMemory()
    branches = memory.branches_of(plan.root)
    sheet = SheetCanvas(memory.packs)
    document = sheet.document
    embedder = FontEmbedder(document, fonts, memory.operands)
    holders = {inner: holder for branch in branches for inner, holder in branch.holders.items()}
    sides = [_draw_side(plan, number, embedder, holders, memory) for number in range(len(plan.sheets))]
    pages = [
        sheet.end_page(side.width, side.height, drawn.content) for side, drawn in zip(plan.sheets, sides, strict=True)
    ]
    structure = StructureWriter(document, plan.root, branches, sides, pages)
    annotations = reserve_annotations(document, sides)
    fields = FieldWriter(document, embedder, is_rtl=plan.direction == "rtl")
    marked = [element for branch in branches for element in branch.bookmarked]
    places = Destinations(plan, sides, pages, marked)
    write_annotations(document, annotations, places, pages, fields)
    outline = write_outline(document, marked, structure.references, places)
    catalog = document.Catalog
    catalog.StructTreeRoot = structure.write(annotations, memory.written)
    catalog.Outlines = outline or None
    catalog.AcroForm = fields.form()
    _write_resources(sheet, sides, embedder, plan.colours)
    _write_catalog(plan, document)
    return document.format()


def _draw_side(
    plan: Plan, number: int, fonts: FontEmbedder, holders: Mapping[Element, Element], memory: DrawnMemory
) -> DrawnSide:
    """One side of a sheet, drawn now or before: the same pieces at the same places are the same ink, as long as the
    fonts give their letters the same codes."""
    placements = plan.sheets[number].placements
    key = (number, plan.placement_key(number))
    known = memory.sides.find(key)
    if known is not None and fonts.replay(known.codes):
        return known
    canvas = TaggedCanvas(number, fonts, holders)
    for placement in placements:
        for placed in plan.pages[placement.page].pieces:
            canvas.place(placement.page, placement.x + placed.x, placement.y + placed.y)
            placed.piece.paint(canvas)
    return memory.sides.keep(key, canvas.finish(fonts.take_used()))


def _write_resources(
    sheet: SheetCanvas, sides: Sequence[DrawnSide], embedder: FontEmbedder, colours: Sequence[str]
) -> None:
    """The one resource dictionary that all pages share; the colours stand outside of it, so that it is the same for
    clinics that differ in nothing else."""
    spaces = ""
    if colours:
        spaces = f"/ColorSpace<</{SPACE} {sheet.document.add_apart(colour_space(colours)).reference}>>"
    images = {name: image for side in sides for name, image in side.images.items()}
    named = "".join(f"/{name} {sheet.document.add(image).reference}" for name, image in images.items())
    named += write_graphics(sheet.document, sides, spaces)
    pictures = f"/XObject<<{named}>>" if named else ""
    sheet.resources.data = f"<</Font {embedder.finish()}{pictures}{spaces}>>"


def _write_catalog(plan: Plan, document: ArchivalDocument) -> None:
    """What a reader asks a file first: its language, tags, metadata and how to print it."""
    catalog = document.Catalog
    metadata = stream(metadata_packet(plan), "/Type/Metadata/Subtype/XML", compressed=False)
    catalog.Metadata = document.add(metadata).reference
    catalog.OutputIntents = f"[{output_intent(document)}]"
    catalog.Lang = text_string(plan.language)
    catalog.MarkInfo = "<</Marked true>>"
    catalog.ViewerPreferences = _viewer_preferences(plan)
    catalog.PageLabels = _page_labels(plan)
    document.info_object.data = info_dictionary(plan)


def _page_labels(plan: Plan) -> str | None:
    """What a reader calls each side, where sides hold several pages (ISO 32000-1 12.4.2)."""
    if not any(side.label for side in plan.sheets):
        return None
    labels = " ".join(f"{number}<</P{text_string(side.label)}>>" for number, side in enumerate(plan.sheets))
    return f"<</Nums[{labels}]>>"


def _viewer_preferences(plan: Plan) -> str:
    """Show the title (PDF/UA-1 7.1), print at true size and on the right sides (ISO 32000-1 12.2)."""
    direction = "/Direction/R2L" if plan.direction == "rtl" else ""
    return f"<</DisplayDocTitle true/PrintScaling/None/Duplex/{plan.duplex}{direction}>>"
