"""A font in a PDF turned into what verification needs of it: what its codes say and whether it is embedded.

Only the composite fonts that this program writes are understood (Type0, Identity-H: ISO 32000-1 9.7).
"""

from __future__ import annotations

import re
from typing import Any

from handoutgen import bounds
from handoutgen.memory import Memory
from handoutgen.pdf.reading.reader import PdfFile
from handoutgen.pdf.reading.streams import Stream

_PAIR = re.compile(rb"<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]+)>")


class CodeMap:
    """What a ToUnicode stream says. The same for all files that have that stream; nothing changes it."""

    def __init__(self, cmap: bytes) -> None:
        body = cmap.partition(b"endcodespacerange")[2]
        self.texts = {
            int(code, 16): bytes.fromhex(text.decode("ascii")).decode("utf-16-be", "replace")
            for code, text in _PAIR.findall(body)
        }
        self._meanings: Memory[tuple[str | None, ...]] = Memory(bounds.MEANINGS)

    def meaning(self, codes: str) -> tuple[str | None, ...]:
        """What each of these codes says; None for one that says nothing."""
        return self._meanings.get(codes, lambda: tuple(map(self.texts.get, map(ord, codes))))


class ReadFont:
    """One font of the file. `problems` says in words what is wrong with it."""

    def __init__(self, pdf: PdfFile, font: Any, maps: Memory[CodeMap]) -> None:
        """`maps` remembers what ToUnicode streams say."""
        self.problems: list[str] = []
        self.name = str(pdf.entry(font, "/BaseFont") or "?").lstrip("/")
        self._map = CodeMap(b"")
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
            self._map = maps.get(mapping.as_found, lambda: CodeMap(mapping.content()))
        glyphs = pdf.entry(descendant, "/CIDToGIDMap")
        self._glyphs = glyphs.content() if isinstance(glyphs, Stream) else b""

    def text(self, codes: str, rtl: bool = False) -> str:
        """What codes say, in reading order: in a right-to-left run the glyphs stand the other way round.

        The run's direction alone decides. The block of a character does not: Arabic-Indic and Persian figures are
        Arabic characters that stand from left to right (Unicode Standard Annex 9, classes AN and EN).
        """
        said = codes.translate(self._map.texts)
        return said[::-1] if rtl else said

    def meaning(self, codes: str) -> tuple[str | None, ...]:
        """What each of these codes says; None for one that says nothing."""
        return self._map.meaning(codes)

    def unexplained(self, codes: str) -> list[str]:
        """What is wrong with codes that are shown (PDF/UA-1 7.21.7, 7.21.8)."""
        missing = self.meaning(codes).count(None)
        found = []
        if missing:
            found.append(f"the font {self.name} shows {missing} codes that do not say what they mean")
        if "\0" in codes if not self._glyphs else any(self._glyph(ord(code)) == 0 for code in codes):
            found.append(f"the font {self.name} shows the sign for a missing character")
        return found

    def _glyph(self, code: int) -> int:
        return int.from_bytes(self._glyphs[2 * code : 2 * code + 2], "big")
