"""An SVG file's document type: which of it is harmless, judged while expat reads it.

Illustrator names the addresses of its namespaces with entities (`<!ENTITY ns_svg "http://…">`), and a drawing from it
cannot be read without them. Such plain texts are let pass. Entities that load a file, or hold other entities or markup,
could read this machine's files or multiply without end, and so could attributes given by the document type.
"""

from __future__ import annotations

from xml.parsers import expat

from handoutgen.pictures.problem import UNSAFE, PictureProblem

MOST_ENTITIES = 50
LONGEST_ENTITY = 200
MOST_EXPANDED = 2_000_000
"""Characters that all entities of a file may become."""
_REMEDY = "delete the <!DOCTYPE …> lines, or save the drawing as plain SVG"
_PLAIN_CODINGS = frozenset({"utf-8", "utf8", "utf-16", "us-ascii", "ascii", "iso-8859-1", "windows-1252"})
"""Encodings in which every "&" of the text is a byte 26 (hexadecimal), so that counting those counts the entities."""


class DocumentType:
    """What a document type declares, counted and refused at its first bad line."""

    def __init__(self, parser: expat.XMLParserType, data: bytes) -> None:
        self._parser = parser
        self._data = data
        self._coding = "utf-8"
        self._lengths: list[int] = []

    def on_declaration(self, version: str, encoding: str | None, standalone: int) -> None:
        """Remember the encoding that the file says it has."""
        self._coding = (encoding or "utf-8").lower()

    def on_entity(
        self, name: str, is_parameter: bool, value: str | None, base: str | None, system: str | None,
        public: str | None, notation: str | None,
    ) -> None:  # fmt: skip
        """Let a plain text pass, and nothing else."""
        if is_parameter or value is None or len(value) > LONGEST_ENTITY or any(sign in value for sign in "&<%"):
            raise self._problem("can load or multiply things")
        self._lengths.append(len(value))
        if len(self._lengths) > MOST_ENTITIES:
            raise self._problem("are too many")

    def on_attribute(self, element: str, name: str, kind: str, default: str | None, required: int) -> None:
        """Refuse attributes that stand nowhere in the drawing itself, unless they name a namespace."""
        if default and not (name.startswith("xmlns") and len(default) <= LONGEST_ENTITY):
            raise self._problem("add attributes")

    def on_end(self) -> None:
        """Refuse more uses of entities than a drawing needs, before the first is expanded."""
        if not self._lengths:
            return
        if self._coding not in _PLAIN_CODINGS or self._data.count(b"&") * max(self._lengths) > MOST_EXPANDED:
            raise self._problem("are used too often")

    def _problem(self, fault: str) -> PictureProblem:
        message = f"the drawing has a document type (DOCTYPE) whose declarations {fault}"
        return PictureProblem(UNSAFE, message, _REMEDY, self._parser.CurrentLineNumber)
