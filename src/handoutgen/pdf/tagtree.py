"""The structure tree of a PDF turned into plain nodes, with what is wrong in how it hangs together.

Reads what ISO 32000-1 14.7 writes: elements, their marks and annotations, and the ParentTree that leads back.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from handoutgen.pdf.objects import Ref, text_of
from handoutgen.pdf.reader import PdfFile


@dataclass(slots=True, eq=False)
class Node:
    """A structure element: `marks` are (page object, MCID), `annotations` annotation objects, in reading order."""

    number: int
    role: str
    entries: dict[str, Any]
    kids: list[Node] = field(default_factory=list)
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

    def walk(self) -> Iterator[Node]:
        """This node and all below it, in reading order."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting += reversed(node.kids)


@dataclass(slots=True)
class TagTree:
    """The nodes below the root, what the ParentTree says, and what is wrong."""

    roots: list[Node] = field(default_factory=list)
    nodes: list[Node] = field(default_factory=list)
    """All nodes in reading order."""
    parents: dict[int, Any] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)


def read_tree(pdf: PdfFile) -> TagTree:
    """The structure tree; empty when the file has none."""
    tree = TagTree()
    root = pdf.entry(pdf.catalog, "/StructTreeRoot")
    if root is None:
        tree.problems.append("the file has no structure tree")
        return tree
    seen: set[int] = set()
    for kid in _kids(pdf, root):
        node = _read_node(pdf, kid, pdf.catalog.get("/StructTreeRoot"), tree, seen, None)
        if node:
            tree.roots.append(node)
            tree.nodes += node.walk()
    _read_parents(pdf, root.get("/ParentTree"), tree)
    return tree


def _kids(pdf: PdfFile, entries: dict[str, Any]) -> list[Any]:
    """What stands under K, as a list whose references are not followed."""
    kids = entries.get("/K")
    if type(kids) is Ref and isinstance(pdf.get(kids), list):
        kids = pdf.get(kids)
    return _listed(kids)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _read_node(
    pdf: PdfFile, reference: Any, parent: Any, tree: TagTree, seen: set[int], page: int | None
) -> Node | None:
    """One element and all below it; None (and a problem) when it is none."""
    entries = pdf.get(reference)
    if type(reference) is not Ref or type(entries) is not dict or reference in seen:
        tree.problems.append("the structure tree holds something that is no element, or one twice")
        return None
    seen.add(reference)
    node = Node(int(reference), entries.get("/S", "/?")[1:], entries)
    if entries.get("/P") != parent:
        tree.problems.append(f"a {node.role} does not lead back to its parent")
    own = entries.get("/Pg")
    page = int(own) if type(own) is Ref else page
    if "/A" in entries:
        for block in _listed(pdf.get(entries["/A"])):
            node.attributes.update(pdf.get(block))
    for kid in _kids(pdf, entries):
        if type(kid) is int:
            node.marks.append((page or 0, kid))
        else:
            _read_kid(pdf, kid, node, tree, seen, page)
    return node


def _read_kid(pdf: PdfFile, kid: Any, node: Node, tree: TagTree, seen: set[int], page: int | None) -> None:
    """A kid of an element that is not a plain mark: an element, a mark on another page, or an annotation."""
    value = pdf.get(kid)
    kind = value.get("/Type") if type(value) is dict else None
    if kind == "/MCR":
        node.marks.append((int(value.get("/Pg", page) or 0), value.get("/MCID", -1)))
    elif kind == "/OBJR":
        node.annotations.append(int(value.get("/Obj") or 0))
    else:
        below = _read_node(pdf, kid, Ref(node.number), tree, seen, page)
        if below:
            node.kids.append(below)


def _read_parents(pdf: PdfFile, reference: Any, tree: TagTree) -> None:
    """The number tree from pages and annotations to elements (14.7.4.4)."""
    todo, steps = [reference], 0
    while todo and steps < 10_000:
        steps += 1
        branch = pdf.get(todo.pop())
        if not isinstance(branch, dict):
            tree.problems.append("the ParentTree is missing or damaged")
            return
        todo += _listed(pdf.get(branch.get("/Kids")))
        rows = _listed(pdf.get(branch.get("/Nums")))
        for key, value in zip(rows[::2], rows[1::2], strict=False):
            found = pdf.get(value)
            tree.parents[key] = found if isinstance(found, list) else value
