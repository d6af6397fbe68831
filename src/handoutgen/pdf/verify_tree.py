"""Checks of meaning: the tags say what the plan says, in its order, and lead to every mark on paper and back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from handoutgen.layout.plan import Element, Plan
from handoutgen.pdf.objects import Ref, text_of
from handoutgen.pdf.reader import PdfFile
from handoutgen.pdf.shown import PageContent
from handoutgen.pdf.tagtree import Node, TagTree

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
_SILENT = {0x200B: None}
"""What a font's ToUnicode says of a glyph whose character another glyph already stands for."""
_PLAIN_ENTRIES = 5
"""Type, S, P, Pg and K: what an element without attributes has at most."""

Pages = Sequence[tuple[int, dict[str, Any]]]


def check_nesting(tree: TagTree) -> list[str]:
    """Lists, tables, headings, figures as the standards nest them (ISO 32000-1 14.8.4, PDF/UA-1 7.2 to 7.5)."""
    found: list[str] = []
    if [root.role for root in tree.roots] != ["Document"]:
        found.append("the structure tree does not start with one Document")
    for root in tree.roots:
        _check_family(root, None, found)
    level = 0
    for node in tree.nodes:
        if node.role in ("H1", "H2", "H3", "H4", "H5", "H6"):
            if int(node.role[1]) > level + 1:
                found.append(f"the heading {node.role} follows level {level}: a level is skipped")
            level = int(node.role[1])
    return found


def _check_family(node: Node, parent: Node | None, found: list[str]) -> None:
    """One node, its kids and all below."""
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
        counts = {len(row.kids) for row in node.walk() if row.role == "TR"}
        if len(counts) > 1:
            found.append(f"a table's rows have different numbers of cells: {sorted(counts)}")
    if role == "TH" and node.attributes.get("/Scope") not in ("/Column", "/Row", "/Both"):
        found.append("a header cell does not say which cells it is for (Scope)")
    if role == "Figure" and not node.alt:
        found.append("a figure has no alternative text (Alt)")
    if role == "Note" and not node.entries.get("/ID"):
        found.append("a note has no identifier (ID)")
    for kid in node.kids:
        _check_family(kid, node, found)


def check_marks(tree: TagTree, pages: Pages, contents: Mapping[int, PageContent]) -> list[str]:
    """Every mark on paper is once in the tree, and the ParentTree leads from it to its element (14.7.4.4)."""
    found: list[str] = []
    owners: dict[tuple[int, int], Node] = {}
    for node in tree.nodes:
        for place in node.marks:
            if place in owners:
                found.append(f"the mark {place[1]} belongs to two elements, {owners[place].role} and {node.role}")
            owners[place] = node
    drawn: set[tuple[int, int]] = set()
    for sheet, (page, entries) in enumerate(pages, 1):
        parents = tree.parents.get(entries.get("/StructParents", -1))
        parents = parents if isinstance(parents, list) else []
        for mark in contents[page].marks:
            if mark.mcid is None:
                continue
            words = f"page {sheet}, mark {mark.mcid}"
            if (page, mark.mcid) in drawn:
                found.append(f"{words} occurs twice")
            drawn.add((page, mark.mcid))
            owner = owners.get((page, mark.mcid))
            if owner is None:
                found.append(f"{words} is not in the structure tree")
                continue
            if owner.role != mark.tag:
                found.append(f"{words} is tagged {mark.tag} but belongs to {owner.role}")
            if mark.mcid >= len(parents) or parents[mark.mcid] != Ref(owner.number):
                found.append(f"{words}: the ParentTree does not lead to its {owner.role}")
        if len(parents) > 1 + max((m.mcid for m in contents[page].marks if m.mcid is not None), default=-1):
            found.append(f"page {sheet}: the ParentTree names marks that are not there")
    found += [f"the tree names mark {mcid}, which is not drawn" for page, mcid in owners if (page, mcid) not in drawn]
    return found


def check_links(pdf: PdfFile, tree: TagTree, pages: Pages) -> list[str]:
    """Every annotation is a link in a Link, says where it leads and is printed (PDF/UA-1 7.18)."""
    found: list[str] = []
    owners = {number: node for node in tree.nodes for number in node.annotations}
    met: set[int] = set()
    for sheet, (_, page) in enumerate(pages, 1):
        for reference in pdf.get(page.get("/Annots")) or []:
            entries = pdf.get(reference)
            owner = owners.get(int(reference))
            met.add(int(reference))
            if owner is None or owner.role != "Link":
                found.append(f"page {sheet}: a link's annotation is not in a Link element")
            elif tree.parents.get(entries.get("/StructParent")) != Ref(owner.number):
                found.append(f"page {sheet}: the ParentTree does not lead from a link's annotation to its Link")
            if not text_of(entries.get("/Contents")):
                found.append(f"page {sheet}: a link's annotation does not say where it leads (Contents)")
            if entries.get("/F", 0) & 0b110111 != 4:
                found.append(f"page {sheet}: a link's annotation is hidden or not printed (F)")
            if "/A" not in entries and "/Dest" not in entries:
                found.append(f"page {sheet}: a link leads nowhere")
    found += ["a Link names an annotation that is on no page" for number in owners if number not in met]
    found += ["a Link has no annotation" for node in tree.nodes if node.role == "Link" and not node.annotations]
    return found


def check_words(tree: TagTree, plan: Plan, contents: Mapping[int, PageContent]) -> list[str]:
    """The tree is the plan's, element by element, and each leaf's marks say its text: nothing lost or doubled."""
    found: list[str] = []
    said: dict[tuple[int, int], str] = {}
    for page, content in contents.items():
        for mark in content.marks:
            if mark.mcid is not None:
                said[page, mark.mcid] = "".join([text.said for text in mark.texts])
    if tree.roots:
        _compare(plan.root, tree.roots[0], said, found)
    return found


def _compare(element: Element, node: Node, said: Mapping[tuple[int, int], str], found: list[str]) -> None:
    """One element of the plan with one node of the file, and all below them."""
    if element.role != node.role or len(element.kids) != len(node.kids):
        kids = [kid.role for kid in element.kids], [kid.role for kid in node.kids]
        found.append(f"the plan has {element.role} with {kids[0]} where the file has {node.role} with {kids[1]}")
        return
    text = "".join([said.get(mark, "") for mark in node.marks])
    wanted = element.text or ""
    if text != wanted and _plain(text) != _plain(wanted):
        found.append(f"{element.role} should say {_plain(wanted)!r} but says {_plain(text)!r}")
    if len(node.entries) > _PLAIN_ENTRIES or element.alt or element.language or element.scope or element.numbering:
        _compare_attributes(element, node, found)
    for kid, below in zip(element.kids, node.kids, strict=True):
        _compare(kid, below, said, found)


def _compare_attributes(element: Element, node: Node, found: list[str]) -> None:
    """What an element says beside its text."""
    pairs = {"Alt": (element.alt or "", node.alt), "Lang": (element.language or "", node.language)}
    if element.numbering:
        pairs["ListNumbering"] = (f"/{element.numbering}", node.attributes.get("/ListNumbering", ""))
    if element.scope:
        pairs["Scope"] = (f"/{element.scope}", node.attributes.get("/Scope", ""))
    found += [
        f"{element.role} should have {key} {wish!r} but has {real!r}"
        for key, (wish, real) in pairs.items()
        if wish != real
    ]


def _plain(text: str) -> str:
    """The words alone: how they are parted by white space is layout's business."""
    return " ".join(text.translate(_SILENT).split())
