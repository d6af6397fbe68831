"""The bytes of an SVG file → a small tree of its SVG elements, after everything dangerous has been turned away.

Read with expat, event by event, so that a bad file is refused at its first bad line and deep nesting never reaches the
call stack. Not allowed: scripts, events, embedded pages and pictures, and any address but a "#fragment" of the file
itself. What paper cannot do is dropped: where a link (`a`) leads, and an animation, unless it alone shows something. A
document type may name plain entities, as Illustrator writes them, and nothing else. Elements of other namespaces (an
editor's own data) are dropped.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.parsers import expat

from handoutgen.pictures.problem import BROKEN, TOO_BIG, UNSAFE, UNSUPPORTED, WRONG_KIND, PictureProblem
from handoutgen.pictures.svg_doctype import DocumentType

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
XML = "http://www.w3.org/XML/1998/namespace"
MOST_BYTES = 2_000_000
MOST_ELEMENTS = 20_000
MOST_LEVELS = 50

_SCRIPTS = "remove it; a printed drawing can only hold shapes"
_ACTIVE = {
    "script": _SCRIPTS, "handler": _SCRIPTS, "listener": _SCRIPTS, "foreignObject": _SCRIPTS, "iframe": _SCRIPTS,
    "audio": _SCRIPTS, "video": _SCRIPTS, "canvas": _SCRIPTS, "discard": _SCRIPTS,
    "image": "use the photograph itself as the figure (PNG or JPEG), or draw it with shapes",
    "feImage": "remove the effect",
}  # fmt: skip
"""Elements that run or fetch something → what to do about them."""
_MOVES = frozenset({"animate", "animateColor", "animateMotion", "animateTransform", "set"})
_HIDES = frozenset({"0", "0%", "none", "hidden", "collapse", "transparent"})
"""Values that keep out of sight what has them."""
_RUNS = re.compile(r"[\s\x00-\x1f]*(javascript|data|vbscript)", re.IGNORECASE)


@dataclass(slots=True, eq=False)
class SvgNode:
    """An SVG element: its name without namespace, its attributes, where it stands, and what is in it."""

    name: str
    attributes: dict[str, str]
    line: int
    kids: list[SvgNode] = field(default_factory=list)
    text: str = ""
    """Only of a style element: the style sheet."""
    parent: SvgNode | None = field(default=None, repr=False)

    @property
    def target(self) -> str:
        """The fragment that a `use` element refers to, without its "#"."""
        return self.attributes.get("href", "").strip().removeprefix("#")


def read_tree(data: bytes) -> SvgNode:
    """The root element, or `PictureProblem`."""
    if len(data) > MOST_BYTES:
        raise PictureProblem(
            TOO_BIG, f"the drawing has {len(data) / 1e6:.1f} MB; at most {MOST_BYTES / 1e6:g} MB can be used",
            "simplify its paths, or save it as a PNG picture",
        )  # fmt: skip
    reader = _Reader(data)
    try:
        reader.parser.Parse(data, True)
    except expat.ExpatError as error:
        reason = expat.ErrorString(error.code)
        raise PictureProblem(
            BROKEN, f"the drawing is not well-formed XML: {reason}", "open it in a drawing program and save it again",
            error.lineno,
        ) from None  # fmt: skip
    except (LookupError, ValueError) as error:  # an encoding that Python does not know
        raise PictureProblem(BROKEN, f"the drawing cannot be read: {error}", "save it as UTF-8") from None
    assert reader.root is not None  # noqa: S101 - expat promises a root element
    return reader.root


class _Reader:
    """Collects nodes while expat reads. `path` is the way down to the open element; None stands for a dropped one."""

    def __init__(self, data: bytes) -> None:
        self.root: SvgNode | None = None
        self.path: list[SvgNode | None] = []
        self.elements = 0
        parser = self.parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        doctype = self.doctype = DocumentType(parser, data)
        parser.XmlDeclHandler = doctype.on_declaration
        parser.EntityDeclHandler = doctype.on_entity
        parser.AttlistDeclHandler = doctype.on_attribute
        parser.EndDoctypeDeclHandler = doctype.on_end
        parser.ProcessingInstructionHandler = self.on_instruction
        parser.StartElementHandler = self.on_start
        parser.EndElementHandler = self.on_end
        parser.CharacterDataHandler = self.on_text

    @property
    def line(self) -> int:
        return self.parser.CurrentLineNumber

    def on_instruction(self, target: str, data: str) -> None:
        if target == "xml-stylesheet":
            raise PictureProblem(
                UNSAFE, "the drawing wants a style sheet from another file",
                "save it with its styles inside the file", self.line,
            )  # fmt: skip

    def on_start(self, name: str, attributes: dict[str, str]) -> None:
        self.elements += 1
        if self.elements > MOST_ELEMENTS:
            raise PictureProblem(
                TOO_BIG, f"the drawing has more than {MOST_ELEMENTS} elements", "simplify it", self.line
            )
        if len(self.path) >= MOST_LEVELS:
            raise PictureProblem(
                TOO_BIG, f"the drawing is nested more than {MOST_LEVELS} levels deep", "ungroup its shapes", self.line
            )
        node = self._node(name, attributes)
        if self.path and self.path[-1] is not None and node is not None:
            self.path[-1].kids.append(node)
            node.parent = self.path[-1]
        self.path.append(node)

    def on_end(self, name: str) -> None:
        self.path.pop()

    def on_text(self, text: str) -> None:
        node = self.path[-1]
        if node is not None and node.name == "style":
            node.text += text

    def _node(self, name: str, attributes: dict[str, str]) -> SvgNode | None:
        namespace, _, local = name.rpartition(" ")
        if self.root is None:
            if (namespace, local) != (SVG, "svg"):
                raise PictureProblem(
                    WRONG_KIND, f'the file begins with <{local}>, not with <svg xmlns="{SVG}">',
                    "save the drawing as SVG", self.line,
                )  # fmt: skip
        elif namespace != SVG or self.path[-1] is None:
            return None
        above = self.path[-1] if self.path else None
        if local == "foreignObject" and above is not None and above.name == "switch":
            return None  # a switch has another way to say the same, for those who do not know this one
        if local in _ACTIVE:
            raise PictureProblem(
                UNSAFE, f"the drawing holds a <{local}> element, which is not allowed", _ACTIVE[local], self.line
            )
        own = self._own_attributes(local, attributes)
        if local in _MOVES:
            self._refuse_to_lose(local, own, above)
            return None
        node = SvgNode(local, own, self.line)
        self.root = self.root or node
        return node

    def _refuse_to_lose(self, name: str, own: dict[str, str], moved: SvgNode | None) -> None:
        """Refuse an animation whose first moment, which is what paper shows, may lack something."""
        value = moved.attributes.get(own.get("attributeName", ""), "") if moved else ""
        if "href" in own or value.strip() in _HIDES:
            raise PictureProblem(
                UNSUPPORTED, f"the drawing holds a <{name}> element that shows what is hidden at first",
                "save the drawing as it looks at the moment you want", self.line,
            )  # fmt: skip

    def _own_attributes(self, element: str, attributes: dict[str, str]) -> dict[str, str]:
        own = {}
        for name, value in attributes.items():
            namespace, _, local = name.rpartition(" ")
            if namespace == XML and local == "base":
                self._refuse_address("xml:base", value)
            if namespace not in ("", XLINK):
                continue
            if local.lower().startswith("on"):
                raise PictureProblem(UNSAFE, f'the drawing has an event handler, "{local}"', _SCRIPTS, self.line)
            if local == "href" and not value.strip().startswith("#"):
                if element == "a" and not _RUNS.match(value):
                    continue
                self._refuse_address("href", value)
            own[local] = value
        return own

    def _refuse_address(self, name: str, value: str) -> None:
        raise PictureProblem(
            UNSAFE, f'the drawing refers to something outside itself: {name}="{value[:60]}"',
            "put everything that is needed into the drawing, and remove links", self.line,
        )  # fmt: skip
