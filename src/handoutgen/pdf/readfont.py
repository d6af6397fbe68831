"""A font in a PDF turned into what verification needs of it: what its codes say, how wide they are, whether it is
embedded. Only the composite fonts that this program writes are understood (Type0, Identity-H: ISO 32000-1 9.7)."""

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
        self.used: set[str] = set()
        """Every code shown, as one character each."""
        self._texts: dict[int, str] = {}
        self._widths: dict[str, float] = {}
        self._glyphs = b""
        self._blank: frozenset[str] = frozenset()
        self._default = 1000.0
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
        self._blank = frozenset(chr(code) for code, text in self._texts.items() if text in (" ", "\u00a0"))
        self._read_widths(pdf.entry(descendant, "/W") or [])
        self._default = float(pdf.entry(descendant, "/DW") or 1000)
        glyphs = pdf.entry(descendant, "/CIDToGIDMap")
        self._glyphs = glyphs.content() if isinstance(glyphs, Stream) else b""

    def _read_texts(self, cmap: bytes) -> None:
        body = cmap.partition(b"endcodespacerange")[2]
        for code, text in _PAIR.findall(body):
            self._texts[int(code, 16)] = bytes.fromhex(text.decode("ascii")).decode("utf-16-be", "replace")

    def _read_widths(self, entries: list[Any]) -> None:
        """The W array (9.7.4.3)."""
        at = 0
        while at + 1 < len(entries):
            first, following = int(entries[at]), entries[at + 1]
            if isinstance(following, list):
                self._widths.update((chr(first + i), width) for i, width in enumerate(following))
                at += 2
            else:
                self._widths.update((chr(code), entries[at + 2]) for code in range(first, int(following) + 1))
                at += 3

    def text(self, codes: str) -> str:
        """What codes say, in reading order: within a right-to-left word the glyphs stand the other way round."""
        self.used.update(codes)
        said = codes.translate(self._texts)
        if said.isascii() or not _RIGHT_TO_LEFT.search(said):
            return said
        return codes[::-1].translate(self._texts)

    def width(self, codes: str) -> float:
        """The advance width in 1/1000 em."""
        try:
            return sum(map(self._widths.__getitem__, codes))
        except KeyError:
            return sum(self._widths.get(code, self._default) for code in codes)

    def inked_span(self, codes: str, width: float) -> tuple[float, float]:
        """Where the ink of the codes starts and ends: spaces at either end leave none."""
        start, end, blank = 0, len(codes), self._blank
        while start < end and codes[start] in blank:
            start += 1
        while end > start and codes[end - 1] in blank:
            end -= 1
        before = self.width(codes[:start]) if start else 0.0
        after = self.width(codes[end:]) if end < len(codes) else 0.0
        return before, max(before, width - after)

    def unexplained(self) -> list[str]:
        """What is wrong with the codes that were shown (PDF/UA-1 7.21.7, 7.21.8)."""
        missing = [code for code in self.used if ord(code) not in self._texts]
        lost = [code for code in self.used if self._glyph(ord(code)) == 0]
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
