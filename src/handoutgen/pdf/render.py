"""A finished plan turned into the bytes of a tagged, archival PDF (PDF/UA-1 and PDF/A-2a).

Draw the sides, then say what was drawn: structure, links, outline, metadata. The same plan gives the same bytes.
"""

from __future__ import annotations

from handoutgen.layout.plan import Plan, SheetSide
from handoutgen.pdf.canvas import TaggedCanvas
from handoutgen.pdf.fonts import FontEmbedder
from handoutgen.pdf.links import LinkWriter, enclosing_links, write_outline
from handoutgen.pdf.seam import SheetCanvas
from handoutgen.pdf.structure import StructureWriter
from handoutgen.pdf.syntax import text_string
from handoutgen.pdf.xmp import info_dictionary, metadata_packet, output_intent
from handoutgen.text.fontbook import FontBook


def render(plan: Plan, fonts: FontBook) -> bytes:
    """The PDF of a plan."""
    sheet = SheetCanvas()
    embedder = FontEmbedder(sheet.document, fonts)
    canvas = TaggedCanvas(sheet, embedder, enclosing_links(plan.root))
    links = LinkWriter(sheet.document, len(plan.sheets))
    pages = [_draw_side(canvas, links, plan, number, side) for number, side in enumerate(plan.sheets)]
    links.write(canvas.traces, pages)
    _write_resources(canvas, sheet.document.use_fonts(embedder.finish()))
    _write_catalog(plan, canvas, links, pages)
    return sheet.document.format()


def _draw_side(canvas: TaggedCanvas, links: LinkWriter, plan: Plan, number: int, side: SheetSide) -> int:
    """Draw one side of a sheet; its page's object number."""
    canvas.begin_side()
    for placement in side.placements:
        for placed in plan.pages[placement.page].pieces:
            canvas.place(placement.page, placement.x + placed.x, placement.y + placed.y)
            placed.piece.paint(canvas)
    notes = links.reserve(canvas.traces, number)
    canvas.sheet.annotations.extend(note.raw.reference for note in notes)
    return canvas.end_side(side.width, side.height)


def _write_resources(canvas: TaggedCanvas, fonts: str) -> None:
    """The one resource dictionary that all pages share."""
    images = "".join(f"/{name} {raw.reference}" for name, raw in canvas.images.items())
    pictures = f"/XObject<<{images}>>" if images else ""
    canvas.sheet.resources.data = f"<</Font {fonts}{pictures}>>"


def _write_catalog(plan: Plan, canvas: TaggedCanvas, links: LinkWriter, pages: list[int]) -> None:
    """What a reader asks a file first: its language, tags, outline, metadata and how to print it."""
    document = canvas.sheet.document
    structure = StructureWriter(document, canvas.traces, canvas.owners, pages, links.annotations)
    catalog = document.Catalog
    catalog.StructTreeRoot = structure.write(plan.root).reference
    outline = write_outline(document, plan.root, structure.objects, canvas.traces, pages)
    catalog.Outlines = outline.reference if outline else None
    metadata = document.add_stream(metadata_packet(plan), "/Type/Metadata/Subtype/XML", compressed=False)
    catalog.Metadata = metadata.reference
    catalog.OutputIntents = f"[{output_intent(document)}]"
    catalog.Lang = text_string(plan.language)
    catalog.MarkInfo = "<</Marked true>>"
    catalog.ViewerPreferences = _viewer_preferences(plan)
    document.info_object.data = info_dictionary(plan)


def _viewer_preferences(plan: Plan) -> str:
    """Show the title (PDF/UA-1 7.1), print at true size and on the right sides (ISO 32000-1 12.2)."""
    direction = "/Direction/R2L" if plan.direction == "rtl" else ""
    return f"<</DisplayDocTitle true/PrintScaling/None/Duplex/{plan.duplex}{direction}>>"
