"""The structure tree of a PDF turned into plain nodes, with what is wrong in how it hangs together.

Reads what ISO 32000-1 14.7 writes: elements, their marks and annotations, and the ParentTree that leads back.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import Any, Protocol

from msgspec import Struct, field

from handoutgen import bounds
from handoutgen.memory import Memory
from handoutgen.pdf.reading.allowance import Allowance
from handoutgen.pdf.reading.limits import DEEPEST, MOST_OBJECTS
from handoutgen.pdf.reading.objects import Ref, UnreadableError, text_of
from handoutgen.pdf.reading.reader import PdfFile
from handoutgen.pdf.reading.streams import ElsewhereError

HEADINGS = frozenset(("H1", "H2", "H3", "H4", "H5", "H6"))


class TagNode(Struct, eq=False):
    """A structure element: `marks` are (page object, MCID), `annotations` annotation objects, in reading order."""

    number: int
    role: str
    entries: dict[str, Any]
    kids: list[TagNode] = field(default_factory=list)
    marks: list[tuple[int, int]] = field(default_factory=list)
    annotations: list[int] = field(default_factory=list)
    attributes: dict[str, Any] = field(default_factory=dict)

    @property
    def alt(self) -> str:
        """The words that stand for it."""
        return text_of(self.entries.get("/Alt"))

    @property
    def language(self) -> str:
        """Its own language, if it has one."""
        return text_of(self.entries.get("/Lang"))

    def walk(self) -> Iterator[TagNode]:
        """This node and all below it, in reading order."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            if node.kids:
                waiting += reversed(node.kids)


class ReadBranch(Struct, frozen=True, eq=False):
    """A kid of the tree's root with all below it. Read from one object stream alone, it depends on nothing else, and is
    the same in every file that has that stream; nothing changes it."""

    nodes: tuple[TagNode, ...]
    """In reading order: the first holds the others."""
    problems: tuple[str, ...]
    marks: dict[tuple[int, int], TagNode]
    """Whose each mark (page object, MCID) is."""
    pages: tuple[int, ...]
    """The pages it has marks on."""
    headings: tuple[TagNode, ...]
    figures: tuple[TagNode, ...]
    links: tuple[TagNode, ...]
    """Link elements, and whatever else has annotations."""


class TagTree(Struct):
    """What stands below the root, what the ParentTree says, and what is wrong."""

    roots: list[TagNode] = field(default_factory=list)
    branches: list[ReadBranch] = field(default_factory=list)
    """Of all roots, in reading order."""
    nodes: list[TagNode] = field(default_factory=list)
    """All nodes in reading order."""
    parents: dict[int, Any] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)


class TreeSource(Protocol):
    """Where objects come from: the whole file, or one object stream of it."""

    def get(self, value: Any) -> Any:
        """The value itself, or what it refers to."""


def read_tree(pdf: PdfFile, known: Memory[ReadBranch] | None = None) -> TagTree:
    """The structure tree; empty when the file has none. `known` remembers branches."""
    tree = TagTree()
    root = pdf.entry(pdf.catalog, "/StructTreeRoot")
    if not isinstance(root, dict):
        tree.problems.append("the file has no structure tree")
        return tree
    steps = Allowance(MOST_OBJECTS, "elements")
    trunk = _TrunkReader(pdf, tree.branches, Memory(bounds.ONE) if known is None else known, steps)
    for kid in _kids(pdf, root):
        node = trunk.read(kid, pdf.catalog.get("/StructTreeRoot"), None)
        if node:
            tree.roots.append(node)
    tree.nodes, tree.problems = trunk.nodes, trunk.problems
    if len({node.number for node in tree.nodes}) < len(tree.nodes):
        tree.problems.append("the structure tree holds an element twice")
    _read_parents(pdf, root.get("/ParentTree"), tree, Allowance(MOST_OBJECTS, "rows of the ParentTree"))
    return tree


def _kids(pdf: TreeSource, entries: dict[str, Any]) -> list[Any]:
    """What stands under K, as a list whose references are not followed."""
    kids = entries.get("/K")
    if type(kids) is Ref and isinstance(pdf.get(kids), list):
        kids = pdf.get(kids)
    return _listed(kids)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


class _NodeReader:
    """Reads an element and all below it."""

    def __init__(self, source: TreeSource, steps: Allowance) -> None:
        """`steps` counts kids and attributes, for many elements may share one long list of them."""
        self.nodes: list[TagNode] = []
        """In reading order."""
        self.problems: list[str] = []
        self._source = source
        self._steps = steps
        self._seen: set[int] = set()
        self._depth = 0

    def read(self, reference: Any, parent: Any, page: int | None) -> TagNode | None:
        """The node; None (and a problem) when it is no element."""
        entries = self._source.get(reference)
        if type(reference) is not Ref or type(entries) is not dict or reference in self._seen:
            self.problems.append("the structure tree holds something that is no element, or one twice")
            return None
        self._seen.add(reference)
        role = entries.get("/S")
        node = TagNode(int(reference), role[1:] if type(role) is str else "?", entries)
        self.nodes.append(node)
        if entries.get("/P") != parent:
            self.problems.append(f"a {node.role} does not lead back to its parent")
        own = entries.get("/Pg")
        page = int(own) if type(own) is Ref else page
        if "/A" in entries:
            self._read_attributes(node)
        kids = _kids(self._source, entries)
        self._steps.spend(1 + len(kids))
        for kid in kids:
            if type(kid) is int:
                node.marks.append((page or 0, kid))
            else:
                self._read_kid(kid, node, page)
        return node

    def _read_attributes(self, node: TagNode) -> None:
        blocks = _listed(self._source.get(node.entries["/A"]))
        self._steps.spend(len(blocks))
        for block in blocks:
            found = self._source.get(block)
            if isinstance(found, dict):  # else a revision number (14.7.5.3), or nothing we know
                self._steps.spend(len(found))
                node.attributes.update(found)

    def _read_kid(self, kid: Any, node: TagNode, page: int | None) -> None:
        """A kid of an element that is not a plain mark: an element, a mark on another page, or an annotation."""
        value = self._source.get(kid)
        kind = value.get("/Type") if type(value) is dict else None
        if kind == "/MCR":
            node.marks.append((int(value.get("/Pg", page) or 0), value.get("/MCID", -1)))
        elif kind == "/OBJR":
            node.annotations.append(int(value.get("/Obj") or 0))
        else:
            self._depth += 1
            if self._depth > DEEPEST:
                raise UnreadableError("The structure tree is too deep.")
            below = self._read_below(kid, Ref(node.number), page)
            self._depth -= 1
            if below:
                node.kids.append(below)

    def _read_below(self, reference: Any, parent: Ref, page: int | None) -> TagNode | None:
        return self.read(reference, parent, page)


class _TrunkReader(_NodeReader):
    """Reads a root, and its kids as branches."""

    def __init__(self, pdf: PdfFile, branches: list[ReadBranch], known: Memory[ReadBranch], steps: Allowance) -> None:
        super().__init__(pdf, steps)
        self._pdf = pdf
        self._branches = branches
        self._known = known

    def _read_below(self, reference: Any, parent: Ref, page: int | None) -> TagNode | None:
        branch = self._branch(reference, parent, page)
        self._branches.append(branch)
        self.nodes += branch.nodes
        self.problems += branch.problems
        return branch.nodes[0] if branch.nodes else None

    def _branch(self, reference: Any, parent: Ref, page: int | None) -> ReadBranch:
        pack = self._pdf.pack_of(reference)
        if pack is not None:
            key = (pack, reference, parent, page)
            with suppress(ElsewhereError):
                return self._known.get(key, lambda: _read_branch(pack, self._steps, reference, parent, page))
        return _read_branch(self._pdf, self._steps, reference, parent, page)


def _read_branch(source: TreeSource, steps: Allowance, reference: Any, parent: Ref, page: int | None) -> ReadBranch:
    reader = _NodeReader(source, steps)
    reader.read(reference, parent, page)
    marks: dict[tuple[int, int], TagNode] = {}
    for node in reader.nodes:
        for mark in node.marks:
            if mark in marks:
                roles = f"{marks[mark].role} and {node.role}"
                reader.problems.append(f"the mark {mark[1]} belongs to two elements, {roles}")
            marks[mark] = node
    return ReadBranch(
        nodes=tuple(reader.nodes),
        problems=tuple(reader.problems),
        marks=marks,
        pages=tuple(sorted({page for page, _ in marks})),
        headings=tuple(node for node in reader.nodes if node.role in HEADINGS),
        figures=tuple(node for node in reader.nodes if node.role == "Figure"),
        links=tuple(node for node in reader.nodes if node.role == "Link" or node.annotations),
    )


def _read_parents(pdf: PdfFile, reference: Any, tree: TagTree, steps: Allowance) -> None:
    """The number tree from pages and annotations to elements (14.7.4.4)."""
    todo = [reference]
    while todo:
        branch = pdf.get(todo.pop())
        if not isinstance(branch, dict):
            tree.problems.append("the ParentTree is missing or damaged")
            return
        kids, rows = _listed(pdf.get(branch.get("/Kids"))), _listed(pdf.get(branch.get("/Nums")))
        steps.spend(1 + len(kids) + len(rows))
        todo += kids
        for key, value in zip(rows[::2], rows[1::2], strict=False):
            found = pdf.get(value)
            tree.parents[key] = found if isinstance(found, list) else value
