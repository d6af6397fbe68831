"""`assert_sound`: is a finished PDF what it promises to be? Asked of readers that share no code with the program.

qpdf (through pikepdf) says whether the file is whole and shows its objects, PDFium says what is on the paper and what
it means, page-validation holds it against PDF/UA-1 and PDF/A-2a. With a plan, words, margins and sizes are compared
with it too. Every PDF that a test makes should pass through here.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import page as page_validation
import pikepdf

from handoutgen.plan.pages import Plan
from soundness_paper import check_paper

PAINTING = frozenset(["f", "F", "f*", "B", "B*", "b", "b*", "s", "S", "sh", "Do", "Tj", "TJ", "'", '"', "BI"])
ALLOWED_KIDS = {
    "L": {"LI", "Caption"},
    "LI": {"Lbl", "LBody"},
    "Table": {"Caption", "THead", "TBody", "TFoot", "TR"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TR": {"TH", "TD"},
    "TOC": {"Caption", "TOC", "TOCI"},
}
NEEDED_PARENTS = {"LI": {"L"}, "LBody": {"LI"}, "TR": {"Table", "THead", "TBody"}, "TH": {"TR"}, "TD": {"TR"}}


def assert_sound(data: bytes, plan: Plan | None = None) -> None:
    """Fail with everything that is wrong with the file."""
    problems = unsound(data, plan)
    assert not problems, "the PDF is not sound:\n  " + "\n  ".join(problems)


def unsound(data: bytes, plan: Plan | None = None) -> list[str]:
    """What is wrong with the file, in words."""
    problems: list[str] = []
    try:
        pdf = pikepdf.open(io.BytesIO(data))
    except pikepdf.PdfError as error:
        return [f"qpdf cannot open it: {error}"]
    with pdf:
        problems += [f"qpdf: {problem}" for problem in (*pdf.get_warnings(), *pdf.check_pdf_syntax())]
        tree = Tree(pdf)
        problems += tree.problems
        problems += check_catalog(pdf, plan)
        problems += check_nesting(tree)
        problems += check_pages(pdf, tree)
        problems += check_links(pdf, tree)
        problems += check_fonts(pdf)
        problems += check_paper(data, tree.nodes, plan)
    for profile in ("ua1", "2a"):
        report = page_validation.validate_pdf_bytes(data, profile=profile)
        problems += [f"{profile}: {failure.rule_id} {failure.message}" for failure in report.failures]
    return problems


@dataclass(eq=False)
class Node:
    """An element as pikepdf sees it."""

    obj: Any
    role: str
    parent: Node | None
    kids: list[Node] = field(default_factory=list)
    marks: list[tuple[tuple[int, int], int]] = field(default_factory=list)
    annotations: list[tuple[int, int]] = field(default_factory=list)

    def walk(self) -> Iterator[Node]:
        """This node and all below, in reading order."""
        yield self
        for kid in self.kids:
            yield from kid.walk()

    def attribute(self, name: str) -> Any:
        """The value of an attribute, or None."""
        found = self.obj.get("/A")
        if found is None:
            return None
        blocks = found if isinstance(found, pikepdf.Array) else [found]
        return next((block[name] for block in blocks if name in block), None)


class Tree:
    """The structure tree and the ParentTree as pikepdf sees them."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.problems: list[str] = []
        self.nodes: list[Node] = []
        self.parents: dict[int, Any] = {}
        root = pdf.Root.get("/StructTreeRoot")
        if root is None:
            self.problems.append("there is no structure tree")
            return
        for kid in _array(root.get("/K")):
            self.nodes += self._read(kid, None, None).walk()
        numbers = pikepdf.NumberTree(root.ParentTree) if "/ParentTree" in root else {}
        self.parents = {int(key): numbers[key] for key in numbers}

    def _read(self, obj: Any, parent: Node | None, page: Any) -> Node:
        node = Node(obj, str(obj.S)[1:], parent)
        page = obj.get("/Pg", page)
        for kid in _array(obj.get("/K")):
            if isinstance(kid, int):
                node.marks.append((page.objgen, kid))
            elif kid.get("/Type") == "/MCR":
                node.marks.append((kid.get("/Pg", page).objgen, int(kid.MCID)))
            elif kid.get("/Type") == "/OBJR":
                node.annotations.append(kid.Obj.objgen)
            else:
                node.kids.append(self._read(kid, node, page))
        return node


def _array(value: Any) -> list[Any]:
    if value is None:
        return []
    return list(value) if isinstance(value, pikepdf.Array) else [value]


def check_catalog(pdf: pikepdf.Pdf, plan: Plan | None) -> list[str]:
    """Language, title, how to print."""
    problems = []
    if not str(pdf.Root.get("/Lang", "")):
        problems.append("the file has no language (Lang)")
    preferences: Any = pdf.Root.get("/ViewerPreferences", {})
    if preferences.get("/PrintScaling") != "/None":
        problems.append("the file may be scaled when printed (PrintScaling)")
    if preferences.get("/DisplayDocTitle") is not True:
        problems.append("the window does not show the title (DisplayDocTitle)")
    title = str(pdf.docinfo.get("/Title", ""))
    with pdf.open_metadata() as metadata:
        if not title or metadata.get("dc:title") != title:
            problems.append("title in Info and metadata differ, or there is none")
    if plan:
        if str(pdf.Root.get("/Lang", "")) != plan.language:
            problems.append("the language is not the plan's (Lang)")
        if preferences.get("/Duplex") != f"/{plan.duplex}":
            problems.append("the sheets are not turned as planned (Duplex)")
        if title != plan.title:
            problems.append("the title is not the plan's")
    return problems


def check_nesting(tree: Tree) -> list[str]:
    """Lists, tables, headings and figures."""
    problems = []
    level = 0
    for node in tree.nodes:
        role, parent = node.role, node.parent.role if node.parent else "nothing"
        if role in NEEDED_PARENTS and parent not in NEEDED_PARENTS[role]:
            problems.append(f"{role} stands in {parent}")
        problems += [
            f"{role} holds {kid.role}"
            for kid in node.kids
            if role in ALLOWED_KIDS and kid.role not in ALLOWED_KIDS[role]
        ]
        if role == "TH" and node.attribute("/Scope") is None:
            problems.append("TH without Scope")
        if role == "Figure" and not str(node.obj.get("/Alt", "")):
            problems.append("Figure without Alt")
        if role == "Figure" and len(node.attribute("/BBox") or ()) != 4:
            problems.append("Figure without BBox")
        if role == "Form" and len(node.annotations) == 1:
            if node.marks or node.attribute("/Role") is not None or not str(_array(node.obj.K)[0].Obj.get("/TU", "")):
                problems.append("Form with a field and ink, a Role, or no name (TU)")
            continue
        if role == "Form" and str(node.attribute("/Role")) not in ("/cb", "/tv"):
            problems.append("Form without Role")
        if role == "Form" and not (str(node.attribute("/Desc") or "") and str(node.obj.get("/Alt", ""))):
            problems.append("Form without Desc or Alt")
        if role == "Form" and not node.marks and not node.annotations:
            problems.append("Form without ink")
        if role[0] == "H" and role[1:].isdigit():
            if int(role[1:]) > level + 1:
                problems.append(f"{role} after H{level}")
            level = int(role[1:])
        if node.parent and node.obj.P.objgen != node.parent.obj.objgen:
            problems.append(f"{role} does not lead to its parent")
    return problems


def check_pages(pdf: pikepdf.Pdf, tree: Tree) -> list[str]:
    """Marks: balanced, around everything painted, each once in tree and ParentTree."""
    problems = []
    owners: dict[tuple[tuple[int, int], int], Node] = {}
    for node in tree.nodes:
        for mark in node.marks:
            if mark in owners:
                problems.append(f"mark {mark[1]} is in the tree twice")
            owners[mark] = node
    drawn = set()
    for number, sheet in enumerate(pdf.pages, 1):
        where = f"page {number}"
        if sheet.obj.get("/Tabs") != "/S":
            problems.append(f"{where}: Tabs is not S")
        key = sheet.obj.get("/StructParents")
        parents = _array(tree.parents.get(int(key))) if key is not None else []
        found, faults = _marks_of(sheet)
        problems += [f"{where}: {fault}" for fault in faults]
        for tag, mcid in found:
            mark = (sheet.obj.objgen, mcid)
            owner = owners.get(mark)
            if mark in drawn:
                problems.append(f"{where}: MCID {mcid} is drawn twice")
            drawn.add(mark)
            if owner is None:
                problems.append(f"{where}: MCID {mcid} is not in the tree")
            elif owner.role != tag:
                problems.append(f"{where}: MCID {mcid} is drawn as {tag} but is a {owner.role}")
            if owner and (mcid >= len(parents) or parents[mcid].objgen != owner.obj.objgen):
                problems.append(f"{where}: ParentTree does not lead from MCID {mcid} to its {owner.role}")
    problems += [f"MCID {mcid} is in the tree but never drawn" for page, mcid in owners if (page, mcid) not in drawn]
    return problems


def _marks_of(sheet: pikepdf.Page) -> tuple[list[tuple[str, int]], list[str]]:
    """The (tag, MCID) of a page's marks, and its faults."""
    marks: list[tuple[str, int]] = []
    faults: list[str] = []
    open_marks: list[str] = []
    in_text = False
    for step in pikepdf.parse_content_stream(sheet):
        operands, name = step.operands, str(step.operator)
        if name in ("BDC", "BMC"):
            open_marks.append(str(operands[0])[1:])
            mcid = operands[1].get("/MCID") if name == "BDC" else None
            if mcid is not None:
                marks.append((open_marks[-1], int(mcid)))
            elif open_marks[-1] != "Artifact":
                faults.append(f"a mark {open_marks[-1]} has no MCID")
            if len(open_marks) > 1:
                faults.append("a mark inside a mark")
        elif name == "EMC":
            if not open_marks:
                faults.append("EMC without a mark")
            open_marks = open_marks[:-1]
        elif name in ("BT", "ET"):
            if in_text == (name == "BT"):
                faults.append(f"{name} out of turn")
            in_text = name == "BT"
        elif name in PAINTING and not open_marks:
            faults.append(f"{name} paints outside of any mark")
    if open_marks:
        faults.append("a mark is never closed (EMC)")
    return marks, faults


def check_links(pdf: pikepdf.Pdf, tree: Tree) -> list[str]:
    """Link elements and annotations lead to each other."""
    problems = []
    owners = {annotation: node for node in tree.nodes for annotation in node.annotations}
    for sheet in pdf.pages:
        for annotation in _array(sheet.obj.get("/Annots")):
            owner = owners.pop(annotation.objgen, None)
            wanted = ("Form", "/TU") if annotation.Subtype == "/Widget" else ("Link", "/Contents")
            if owner is None or owner.role != wanted[0]:
                problems.append(f"an annotation is not in a {wanted[0]} element (OBJR)")
            elif tree.parents.get(int(annotation.get("/StructParent", -1))) != owner.obj:
                problems.append("ParentTree does not lead from an annotation to its Link")
            if not str(annotation.get(wanted[1], "")):
                problems.append(f"an annotation without {wanted[1][1:]}")
    problems += ["a Link names an annotation that is on no page" for _ in owners]
    problems += ["Link without annotation" for node in tree.nodes if node.role == "Link" and not node.annotations]
    return problems


def check_fonts(pdf: pikepdf.Pdf) -> list[str]:
    """Every font composite, embedded and with ToUnicode."""
    problems = []
    for sheet in pdf.pages:
        for font in dict(sheet.obj.Resources.get("/Font", {})).values():
            name = str(font.BaseFont)
            if font.Subtype != "/Type0":
                problems.append(f"{name} is not a composite font")
                continue
            if "/FontFile2" not in font.DescendantFonts[0].FontDescriptor:
                problems.append(f"{name} is not embedded")
            if "/ToUnicode" not in font:
                problems.append(f"{name} has no ToUnicode")
    return sorted(set(problems))
