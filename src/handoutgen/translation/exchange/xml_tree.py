"""The bytes of an XML file that came from outside → a small tree, or a refusal with its line.

Read with expat, event by event. A document type is refused at its first sign, so that no entity can be named, let alone
a bomb of them; size, number and depth of elements have bounds.
"""

from __future__ import annotations

from pathlib import Path
from xml.parsers import expat

from msgspec import Struct, field

from handoutgen.translation.exchange.model import refusal, refuse_too_much

MOST_ELEMENTS = 200_000
MOST_LEVELS = 50


class XmlElement(Struct, eq=False):
    """An element: "namespace name", its attributes, where it stands, and texts and elements in their order."""

    name: str
    attributes: dict[str, str]
    line: int
    kids: list[str | XmlElement] = field(default_factory=list)

    def elements(self, *names: str) -> list[XmlElement]:
        """The elements right below it that have one of these names."""
        return [kid for kid in self.kids if isinstance(kid, XmlElement) and kid.name in names]


def read_xml(data: bytes, file: Path) -> XmlElement:
    """The root element. Raises ContentRefused."""
    refuse_too_much(file, data)
    reader = _Reader(file)
    try:
        reader.parser.Parse(data, True)
    except expat.ExpatError as error:
        message = f"the file is not well-formed XML: {expat.ErrorString(error.code)}"
        raise refusal(file, message, "ask for the file again, as the program saves it.", error.lineno) from None
    except (LookupError, ValueError) as error:  # an encoding that Python does not know
        raise refusal(file, f"the file cannot be read: {error}", "save it as UTF-8.") from None
    assert reader.root is not None  # noqa: S101 - expat promises a root element
    return reader.root


class _Reader:
    """Collects elements while expat reads; `path` is the way down to the open one."""

    def __init__(self, file: Path) -> None:
        self.file, self.count = file, 0
        self.root: XmlElement | None = None
        self.path: list[XmlElement] = []
        parser = self.parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self.on_doctype
        parser.StartElementHandler = self.on_start
        parser.EndElementHandler = self.on_end
        parser.CharacterDataHandler = self.on_text

    def on_doctype(self, *_: object) -> None:
        hint = "take the <!DOCTYPE …> away; no translation tool needs one."
        raise refusal(self.file, "the file has a document type (DOCTYPE)", hint, self.parser.CurrentLineNumber)

    def on_start(self, name: str, attributes: dict[str, str]) -> None:
        self.count += 1
        line = self.parser.CurrentLineNumber
        if self.count > MOST_ELEMENTS or len(self.path) >= MOST_LEVELS:
            raise refusal(self.file, "the file has too many elements, or too many in each other",
                          "check that it is the right file.", line)  # fmt: skip
        element = XmlElement(name, attributes, line)
        if self.path:
            self.path[-1].kids.append(element)
        else:
            self.root = element
        self.path.append(element)

    def on_end(self, _: str) -> None:
        self.path.pop()

    def on_text(self, text: str) -> None:
        self.path[-1].kids.append(text)
