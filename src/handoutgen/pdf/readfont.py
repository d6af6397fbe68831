"""A font in a PDF turned into what verification needs of it: what its codes say and whether it is embedded.

Only the composite fonts that this program writes are understood (Type0, Identity-H: ISO 32000-1 9.7).
"""

from __future__ import annotations

import re
from typing import Any

from handoutgen.pdf.reader import PdfFile, Stream

_PAIR = re.compile(rb"<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]+)>")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")


class ReadFont:
    """One font of the file. `problems` says in words what is wrong with it."""

    def __init__(self, pdf: PdfFile, font: Any) -> None:
        self.problems: list[str] = []
        self.name = str(pdf.entry(font, "/BaseFont") or "?").lstrip("/")
        self.shown: list[str] = []
        """The codes of everything set in this font, one character each."""
        self._texts: dict[int, str] = {}
        self._glyphs = b""
        if pdf.entry(font, "/Subtype") != "/Type0" or pdf.entry(font, "/Encoding") != "/Identity-H":
            self.problems.append(f"the font {self.name} is not a composite font with Identity-H")
            return
        descendant = pdf.get((pdf.entry(font, "/DescendantFonts") or [None])[0])
        descriptor = pdf.entry(descendant, "/FontDescriptor") or {}
        if not any(isinstance(pdf.entry(descriptor, key), Stream) for key in ("/FontFile2", "/FontFile3")):
            self.problems.append(f"the font {self.name} is not embedded")
        mapping = pdf.entry(font, "/ToUnicode")
        if not isinstance(mapping, Stream):
            self.problems.append(f"the font {self.name} does not say what its codes mean (ToUnicode is missing)")
        else:
            self._read_texts(mapping.content())
        glyphs = pdf.entry(descendant, "/CIDToGIDMap")
        self._glyphs = glyphs.content() if isinstance(glyphs, Stream) else b""

    def _read_texts(self, cmap: bytes) -> None:
        body = cmap.partition(b"endcodespacerange")[2]
        for code, text in _PAIR.findall(body):
            self._texts[int(code, 16)] = bytes.fromhex(text.decode("ascii")).decode("utf-16-be", "replace")

    def text(self, codes: str, rtl: bool = False) -> str:
        """What codes say, in reading order: in a right-to-left run the glyphs stand the other way round."""
        said = codes.translate(self._texts)
        if rtl or (not said.isascii() and _RIGHT_TO_LEFT.search(said)):
            return codes[::-1].translate(self._texts)
        return said

    def unexplained(self) -> list[str]:
        """What is wrong with the codes that were shown (PDF/UA-1 7.21.7, 7.21.8)."""
        used = set("".join(self.shown))
        missing = [code for code in used if ord(code) not in self._texts]
        lost = [code for code in used if self._glyph(ord(code)) == 0]
        found = []
        if missing:
            found.append(f"the font {self.name} shows {len(missing)} codes that do not say what they mean")
        if lost:
            found.append(f"the font {self.name} shows the sign for a missing character")
        return found

    def _glyph(self, code: int) -> int:
        if not self._glyphs:
            return code
        return int.from_bytes(self._glyphs[2 * code : 2 * code + 2], "big")
