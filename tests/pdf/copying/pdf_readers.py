"""Programs that copy text out of PDFs, as far as this machine has them: a file → all that they take for its text.

PDFium is always here. poppler is asked through `pdftotext`, pdf.js through Node (22 or newer) with the package
`pdfjs-dist`, Chromium by opening the file in its viewer, selecting all and copying.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pypdfium2

Reader = Callable[[Path], str]
_SCRIPTS = Path(__file__).resolve().parents[3] / "benchmarks"
_CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "chrome")


def readers(pdfjs: Path | None, node: str | None = None, chromium: bool = False) -> Mapping[str, Reader]:
    """The readers to be had, by name. `pdfjs`: the folder of `pdfjs-dist`; `node`: which Node to run."""
    found: dict[str, Reader] = {"PDFium": _pdfium}
    poppler, node = shutil.which("pdftotext"), node or shutil.which("node")
    if poppler:
        found["poppler"] = lambda path: _told(poppler, path, "-")
        found["poppler -raw"] = lambda path: _told(poppler, "-raw", path, "-")
    if node and pdfjs:
        module = pdfjs / "legacy" / "build" / "pdf.mjs"
        found["pdf.js"] = lambda path: _told(node, _SCRIPTS / "read_back_pdfjs.mjs", module, path)
    browser = next((at for name in _CHROMIUM if (at := shutil.which(name))), None)
    if node and browser and chromium:
        found["Chromium"] = lambda path: _told(node, _SCRIPTS / "read_back_chromium.mjs", browser, path)
    return found


def readers_of_this_machine() -> Mapping[str, Reader]:
    """Those that tests can count on being quick; pdf.js where HANDOUTGEN_PDFJS names its folder."""
    folder = os.environ.get("HANDOUTGEN_PDFJS")
    return readers(Path(folder) if folder else None, os.environ.get("HANDOUTGEN_NODE"))


def _pdfium(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def _told(*command: object) -> str:
    return subprocess.run(list(map(str, command)), capture_output=True, check=True, encoding="utf-8").stdout
