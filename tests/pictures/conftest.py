"""What the picture tests share: a drawing rendered by an independent program, and small files to refuse."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pypdfium2
import pytest
from PIL import Image

from handoutgen.pictures.model import Drawing

Render = Callable[[Drawing, int], Image.Image]


def page_of(drawing: Drawing) -> bytes:
    """The smallest PDF file that holds a drawing: no resources at all, so that a drawing cannot need any."""
    content = drawing.operators.encode("ascii")
    box = f"[0 0 {drawing.width:.3f} {drawing.height:.3f}]".encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox" + box + b"/Contents 4 0 R/Resources<<>>>>",
        b"<</Length %d>>stream\n" % len(content) + content + b"\nendstream",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(out)
    return out + b"xref\n0 5\n0000000000 65535 f \n" + table + end


def rendered(pdf: bytes, across: int) -> Image.Image:
    """Page 1 of a PDF file, `across` pixels wide, in RGB."""
    with pypdfium2.PdfDocument(BytesIO(pdf)) as document:
        page = document[0]
        picture: Image.Image = page.render(scale=across / page.get_width()).to_pil()
        return picture.convert("RGB")


@pytest.fixture
def render() -> Render:
    """(drawing, width in pixels) → its picture, by PDFium."""
    return lambda drawing, across: rendered(page_of(drawing), across)


@pytest.fixture
def render_pdf() -> Callable[[bytes, int], Image.Image]:
    """(PDF file, width in pixels) → its first page, by PDFium."""
    return rendered
