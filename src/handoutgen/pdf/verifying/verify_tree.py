"""Checks of meaning: the tags say what the plan says, in its order, and lead to every mark on paper and back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from handoutgen.memory import Memory
from handoutgen.pdf.reading.objects import Ref, text_of
from handoutgen.pdf.reading.tagtree import ReadBranch, TagNode, TagTree
from handoutgen.pdf.verifying.verify_ink import ReadSide
from handoutgen.plan.element import Element
from handoutgen.plan.pages import Plan
from handoutgen.text.characters import SILENT

_PARENTS = {
    "LI": {"L"},
    "LBody": {"LI"},
    "TR": {"Table", "THead", "TBody"},
    "TH": {"TR"},
    "TD": {"TR"},
    "THead": {"Table"},
    "TBody": {"Table"},
    "TOCI": {"TOC"},
}
_KIDS = {
    "L": {"LI", "Caption"},
    "LI": {"Lbl", "LBody"},
    "Table": {"THead", "TBody", "TR", "Caption"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TR": {"TH", "TD"},
    "TOC": {"TOCI", "TOC", "Caption"},
}
_SILENT = dict.fromkeys(map(ord, SILENT))
"""Characters that are gone once text is set; and U+200B is what a font's ToUnicode says of a glyph whose character
another glyph already stands for."""
_FIELD_ROLES = {"tick": "/cb", "write": "/tv"}
_PLAIN_ENTRIES = 5
"""Type, S, P, Pg and K: what an element without attributes has at most."""

Pages = Sequence[tuple[int, dict[str, Any]]]
Sides = Mapping[int, ReadSide]
"""What is on each page, by its object number."""
Known = Memory[tuple[str, ...]]
"""Findings, by all they depend on."""


def check_nesting(tree: TagTree, known: Known) -> list[str]:
    """Lists, tables, headings, figures as the standards nest them (ISO 32000-1 14.8.4, PDF/UA-1 7.2 to 7.5)."""
    found: list[str] = []
    if [root.role for root in tree.roots] != ["Document"]:
        found.append("the structure tree does not start with one Document")
    for root in tree.roots:
        _check_node(root, None, found)
        for kid in root.kids:
            _check_node(kid, root, found)
    for branch in tree.branches:
        found += known.get(branch, lambda: _check_below(branch))  # noqa: B023 (called at once)
    level = 0
    for node in (heading for branch in tree.branches for heading in branch.headings):
        if int(node.role[1]) > level + 1:
            found.append(f"the heading {node.role} follows level {level}: a level is skipped")
        level = int(node.role[1])
    return found


def _check_below(branch: ReadBranch) -> tuple[str, ...]:
    """All nodes of a branch but the first, whose parent is not in it."""
    found: list[str] = []
    for node in branch.nodes:
        for kid in node.kids:
            _check_node(kid, node, found)
    return tuple(found)


def _check_node(node: TagNode, parent: TagNode | None, found: list[str]) -> None:
    """One node, below its parent and over its kids."""
    role = node.role
    if role in _PARENTS and (parent is None or parent.role not in _PARENTS[role]):
        found.append(f"{role} stands in {parent.role if parent else 'nothing'}")
    if role in _KIDS:
        found += [f"{role} holds {kid.role}" for kid in node.kids if kid.role not in _KIDS[role]]
        if node.marks:
            found.append(f"{role} holds text of its own")
    if role == "LI" and not any(kid.role == "LBody" for kid in node.kids):
        found.append("LI has no LBody")
    if role == "Table":
        counts = {sum(map(_columns, row.kids)) for row in node.walk() if row.role == "TR"}
        if len(counts) > 1:
            found.append(f"a table's rows have different numbers of columns: {sorted(counts)}")
    if role == "TH" and node.attributes.get("/Scope") not in ("/Column", "/Row", "/Both"):
        found.append("a header cell does not say which cells it is for (Scope)")
    if role == "Figure" and not node.alt:
        found.append("a figure has no alternative text (Alt)")
    if role == "Note" and not node.entries.get("/ID"):
        found.append("a note has no identifier (ID)")
    if role == "Form":
        _check_field(node, found)


def _columns(cell: TagNode) -> int:
    """How many columns a cell takes."""
    span = cell.attributes.get("/ColSpan", 1)
    return span if isinstance(span, int) else 1


def _check_field(node: TagNode, found: list[str]) -> None:
    """A place to write on paper says what it is for and where it is (14.8.4.5, 14.8.5.6); one that is a field has that
    alone, and several only with a role."""
    if node.annotations and node.marks:
        found.append("a field has ink of its own")
    if len(node.annotations) == 1:
        if "/Role" in node.attributes:
            found.append("a field has the role of a place on paper (PrintField)")
        return
    if node.attributes.get("/Role") not in ("/cb", "/tv") or not text_of(node.attributes.get("/Desc")):
        found.append("a place to write does not say what it is for (PrintField)")
    if not node.marks and not node.annotations:
        found.append("a place to write is nowhere on paper")


def check_marks(tree: TagTree, pages: Pages, sides: Sides) -> list[str]:
    """Every mark on paper is once in the tree, and the ParentTree leads from it to its element (14.7.4.4)."""
    found: list[str] = []
    owners = {mark: root for root in tree.roots for mark in root.marks}
    for branch in tree.branches:
        for mark in sorted(owners.keys() & branch.marks.keys()):
            roles = f"{owners[mark].role} and {branch.marks[mark].role}"
            found.append(f"the mark {mark[1]} belongs to two elements, {roles}")
        owners.update(branch.marks)
    for sheet, (page, entries) in enumerate(pages, 1):
        tags = sides[page].tags
        nodes = [owners.get((page, mcid)) for mcid, _ in tags]
        parents = tree.parents.get(entries.get("/StructParents", -1))
        parents = parents if isinstance(parents, list) else []
        told = [(mcid, node.role, node.number) for mcid, node in enumerate(nodes) if node]
        if told != [(*tag, parent) for tag, parent in zip(tags, parents, strict=False)] or len(told) != len(parents):
            found += [f"page {sheet}{problem}" for problem in _wrong_marks(tags, nodes, parents)]
    drawn = {(page, mcid) for page, side in sides.items() for mcid, _ in side.tags}
    found += [f"the tree names mark {mcid}, which is not drawn" for _, mcid in sorted(owners.keys() - drawn)]
    return found


def _wrong_marks(
    tags: Sequence[tuple[int, str]], nodes: Sequence[TagNode | None], parents: Sequence[Any]
) -> Iterator[str]:
    """What is wrong between a page's marks, the elements they belong to, and its row of the ParentTree."""
    met: set[int] = set()
    for (mcid, tag), owner in zip(tags, nodes, strict=True):
        if mcid in met:
            yield f", mark {mcid} occurs twice"
        met.add(mcid)
        if owner is None:
            yield f", mark {mcid} is not in the structure tree"
            continue
        if owner.role != tag:
            yield f", mark {mcid} is tagged {tag} but belongs to {owner.role}"
        if mcid >= len(parents) or parents[mcid] != Ref(owner.number):
            yield f", mark {mcid}: the ParentTree does not lead to its {owner.role}"
    if len(parents) > 1 + max(met, default=-1):
        yield ": the ParentTree names marks that are not there"


def check_words(tree: TagTree, plan: Plan, sides: Sides, known: Known) -> list[str]:
    """The tree is the plan's, element by element, and each leaf's marks say its text: nothing lost or doubled."""
    found: list[str] = []
    if tree.roots and _compare(plan.root, tree.roots[0], sides, found):
        branches = [branch for branch in tree.branches if branch.nodes]
        for element, branch in zip(plan.root.kids, branches, strict=False):
            key = (element, branch, *[(page, sides.get(page)) for page in branch.pages])
            found += known.get(key, lambda: _compare_branch(element, branch, sides))  # noqa: B023 (called at once)
    return found


def _compare_branch(element: Element, branch: ReadBranch, sides: Sides) -> tuple[str, ...]:
    found: list[str] = []
    _compare_all(element, branch.nodes[0], sides, found)
    return tuple(found)


def _compare_all(element: Element, node: TagNode, sides: Sides, found: list[str]) -> None:
    """One element of the plan with one node of the file, and all below them."""
    if _compare(element, node, sides, found):
        for kid, below in zip(element.inner, node.kids, strict=True):
            _compare_all(kid, below, sides, found)


def _compare(element: Element, node: TagNode, sides: Sides, found: list[str]) -> bool:
    """One element of the plan with one node of the file; whether what is below them can be compared."""
    if element.role != node.role or len(element.inner) != len(node.kids):
        kids = [kid.role for kid in element.inner], [kid.role for kid in node.kids]
        found.append(f"the plan has {element.role} with {kids[0]} where the file has {node.role} with {kids[1]}")
        return False
    text = "".join([sides[page].said.get(mcid, "") for page, mcid in node.marks if page in sides])
    wanted = element.own_text
    if len(element.kids) > len(element.inner) and _sequence(element) != _read_sequence(node, sides):
        found.append(f"{element.role} has its words and its links in another order than the plan")
    if text != wanted and _plain(text) != _plain(wanted):
        found.append(f"{element.role} should say {_plain(wanted)!r} but says {_plain(text)!r}")
    if len(node.entries) > _PLAIN_ENTRIES or _says_more(element):
        _compare_attributes(element, node, found)
    return True


def _says_more(element: Element) -> bool:
    """Whether an element of the plan has attributes."""
    return bool(element.alt or element.language or element.scope or element.numbering or element.field) or (
        element.span > 1
    )


def _sequence(element: Element) -> str:
    """Words and inner elements in turn, as letters: "wlw" for words around a link."""
    return _turns("w" if kid.within else "l" for kid in element.kids if kid.within is None or (kid.text or "").strip())


def _read_sequence(node: TagNode, sides: Sides) -> str:
    """The same as it stands in the file; marks of white space alone do not count."""
    kids, marks = node.entries.get("/K"), iter(node.marks)
    turns = []
    for kid in kids if isinstance(kids, list) else [kids]:
        if type(kid) is int or (type(kid) is dict and "/MCID" in kid):  # a reference is an int too
            page, mcid = next(marks)
            turns += ["w"] if page in sides and sides[page].said.get(mcid, "").strip() else []
        else:
            turns.append("l")
    return _turns(turns)


def _turns(letters: Iterable[str]) -> str:
    """Words that follow each other are one turn, however many marks they are."""
    return re.sub("w+", "w", "".join(letters))


def _compare_attributes(element: Element, node: TagNode, found: list[str]) -> None:
    """What an element says beside its text."""
    pairs = {"Alt": (element.alt or "", node.alt), "Lang": (element.language or "", node.language)}
    if element.numbering:
        pairs["ListNumbering"] = (f"/{element.numbering}", node.attributes.get("/ListNumbering", ""))
    if element.scope:
        pairs["Scope"] = (f"/{element.scope}", node.attributes.get("/Scope", ""))
    if element.span > 1:
        pairs["ColSpan"] = (str(element.span), str(node.attributes.get("/ColSpan", 1)))
    if element.field and len(node.annotations) != 1:
        pairs["Role"] = (_FIELD_ROLES[element.field.kind], node.attributes.get("/Role", ""))
        pairs["Desc"] = (element.field.about, text_of(node.attributes.get("/Desc")))
    found += [
        f"{element.role} should have {key} {wish!r} but has {real!r}"
        for key, (wish, real) in pairs.items()
        if wish != real
    ]


def _plain(text: str) -> str:
    """The words alone: how they are parted by white space is layout's business."""
    return " ".join(text.translate(_SILENT).split())
