"""Programs that fill in the fields of a PDF: a file and what to type → the file that they save.

pikepdf, which writes values and shows none of them in a font with two bytes to a letter, and PDFium are always here.
pdf.js, which Firefox has, is asked where HANDOUTGEN_PDFJS names the folder of `pdfjs-dist`, in a Chromium; so is
Chromium's own viewer, by its keys alone, and saved by what its download button asks.
"""

from __future__ import annotations

import base64
import ctypes
import functools
import http.server
import io
import json
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium_c

Filler = Callable[[bytes, Sequence[str]], bytes]
"""A file, and for each of its fields in their order what is typed; a box is ticked whatever that says."""
_PDFJS = (Path(__file__).parent / "fill_pdfjs.js").read_text(encoding="utf-8")
_SAVE_IN_VIEWER = (Path(__file__).parent / "save_in_viewer.js").read_text(encoding="utf-8")
_PAUSE = 300
"""Milliseconds that a viewer needs to take a click."""


def by_pikepdf(data: bytes, typed: Sequence[str]) -> bytes:
    """Values alone are written."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for text, field in zip(typed, pdf.Root.AcroForm.Fields, strict=True):
            if field.FT == "/Btn":
                field.V = field.AS = pikepdf.Name.Yes
            else:
                field.V = pikepdf.String(text)
        saved = io.BytesIO()
        pdf.save(saved)
        return saved.getvalue()


def by_pdfium(data: bytes, typed: Sequence[str]) -> bytes:
    """Each field is clicked, then typed in key by key."""
    with pypdfium2.PdfDocument(data) as document:
        document.init_forms()
        texts = iter(typed)
        for page in document:
            for number in range(pdfium_c.FPDFPage_GetAnnotCount(page)):
                note = pdfium_c.FPDFPage_GetAnnot(page, number)
                if pdfium_c.FPDFAnnot_GetSubtype(note) == pdfium_c.FPDF_ANNOT_WIDGET:
                    _type_in_pdfium(document.formenv, page, note, next(texts))
                pdfium_c.FPDFPage_CloseAnnot(note)
            pdfium_c.FORM_ForceToKillFocus(document.formenv)
        saved = io.BytesIO()
        document.save(saved)
        return saved.getvalue()


def _type_in_pdfium(form: Any, page: Any, note: Any, text: str) -> None:
    box = pdfium_c.FS_RECTF()
    pdfium_c.FPDFAnnot_GetRect(note, ctypes.byref(box))
    middle = (box.left + box.right) / 2, (box.bottom + box.top) / 2
    for act in (pdfium_c.FORM_OnMouseMove, pdfium_c.FORM_OnLButtonDown, pdfium_c.FORM_OnLButtonUp):
        act(form, page, 0, *middle)
    if pdfium_c.FPDFAnnot_GetFormFieldType(form, note) == pdfium_c.FPDF_FORMFIELD_TEXTFIELD:
        for letter in text:
            pdfium_c.FORM_OnChar(form, page, ord(letter), 0)


def by_pdfjs(data: bytes, typed: Sequence[str], browser: Any, folder: Path) -> bytes:
    """Values go into pdf.js's store, as its own fields put them there, and the document is saved."""
    with _served(folder, data) as here:
        tab = browser.new_page()
        tab.goto(f"{here}/package.json")
        saved = tab.evaluate(_PDFJS, list(typed))
        tab.close()
    return base64.b64decode(saved)


def by_chromium(data: bytes, typed: Sequence[str], browser: Any) -> bytes:
    """The viewer that Chromium has: the Tab key leads from link to field to field, a space ticks."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        kinds = [str(note.get("/FT", note.Subtype)) for page in pdf.pages for note in page.get("/Annots", [])]
    texts = iter(typed)
    with _served(Path(__file__).parent, data) as here:
        tab = browser.new_page(viewport={"width": 1000, "height": 1300})
        keys = tab.context.new_cdp_session(tab)
        tab.goto(f"{here}/file.pdf#toolbar=0")
        tab.wait_for_timeout(8 * _PAUSE)
        tab.mouse.click(500, 20)  # on the page, and on no field
        tab.wait_for_timeout(_PAUSE)
        for kind in kinds:
            tab.keyboard.press("Tab")
            text = "" if kind == "/Link" else next(texts)
            for letter in " " if kind == "/Btn" else text:
                keys.send("Input.dispatchKeyEvent", {"type": "char", "text": letter})
        tab.keyboard.press("Tab")
        tab.wait_for_timeout(_PAUSE)
        saved = _saved_in_viewer(browser, tab)
        tab.close()
    return saved


def _saved_in_viewer(browser: Any, tab: Any) -> bytes:
    """The viewer is a page of the browser's own, which only its debugging protocol leads to."""
    session = browser.new_browser_cdp_session()
    answers: list[Any] = []
    session.on("Target.receivedMessageFromTarget", lambda event: answers.append(json.loads(event["message"])))
    targets = session.send("Target.getTargets", {"filter": [{}]})["targetInfos"]
    (viewer,) = [each["targetId"] for each in targets if each["url"].startswith("chrome-extension://")]
    attached = session.send("Target.attachToTarget", {"targetId": viewer, "flatten": False})["sessionId"]
    asked = {"expression": f"({_SAVE_IN_VIEWER})()", "awaitPromise": True, "returnByValue": True}
    message = json.dumps({"id": 1, "method": "Runtime.evaluate", "params": asked})
    session.send("Target.sendMessageToTarget", {"sessionId": attached, "message": message})
    for _ in range(100):
        tab.wait_for_timeout(_PAUSE / 3)
        if answers:
            return base64.b64decode(answers[0]["result"]["result"]["value"])
    raise AssertionError("Chromium's viewer did not save")


@contextmanager
def _served(folder: Path, data: bytes) -> Iterator[str]:
    """A folder's files, and the PDF as /file.pdf."""

    class Handler(http.server.SimpleHTTPRequestHandler):
        extensions_map = {  # noqa: RUF012 - as its class has it
            **http.server.SimpleHTTPRequestHandler.extensions_map, ".mjs": "text/javascript",
        }  # fmt: skip

        def log_message(self, format: str, *words: Any) -> None:
            """Nothing."""

        def do_GET(self) -> None:
            if not self.path.startswith("/file.pdf"):
                return super().do_GET()
            self.send_response(200)
            self.send_header("content-type", "application/pdf")
            self.end_headers()
            self.wfile.write(data)
            return None

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
