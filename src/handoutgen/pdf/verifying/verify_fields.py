"""Checks of fields: each place to write has one, where the plan has it, named, printed, empty, and free of actions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Any

from handoutgen.pdf.reading.fields import FoundField, read_fields
from handoutgen.pdf.reading.geometry import ReadBox
from handoutgen.pdf.reading.objects import Ref
from handoutgen.pdf.reading.reader import PdfFile
from handoutgen.pdf.reading.streams import Stream
from handoutgen.pdf.reading.tagtree import TagNode, TagTree
from handoutgen.pdf.verifying.expected import expected_side
from handoutgen.pdf.verifying.verify_tree import Pages
from handoutgen.plan.element import Element
from handoutgen.plan.pages import Plan

_CLOSE = 0.02
"""How far a box may be from its place, in pt."""
_KINDS = {"tick": "tick", "write": "text"}


def check_fields(pdf: PdfFile, tree: TagTree, pages: Pages, plan: Plan, elements: Sequence[Element]) -> list[str]:
    """The file's fields are those of the plan, which has these `elements` to write on, among others (PDF/UA-1 7.18.4,
    PDF/A-2 6.3.3, 6.4.1)."""
    forms = [element for element in elements if element.role == "Form"]
    wanted = [element for element in forms if element.field and element.field.typed]
    fields = read_fields(pdf, pages)
    form = pdf.get(pdf.catalog.get("/AcroForm"))
    if not wanted and not fields and form is None:
        return []
    if not isinstance(form, dict):
        return ["there are places to fill in, and the file has no form (AcroForm)"]
    found = _check_form(pdf, form, fields)
    owners = {number: node for branch in tree.branches for node in branch.links for number in node.annotations}
    for each in fields:
        found += [f"page {each.page}: the field {each.said!r} {problem}" for problem in _wrong(pdf, tree, each, owners)]
    return found + _check_places(pdf, fields, forms, owners, tree, plan) + _check_overlaps(fields, plan)


def _check_form(pdf: PdfFile, form: dict[str, Any], fields: Sequence[FoundField]) -> list[str]:
    """What the form says of all fields."""
    found: list[str] = []
    if "/NeedAppearances" in form or "/XFA" in form:
        found.append("the form leaves it to readers what fields look like")
    named = sorted(int(reference) for reference in pdf.get(form.get("/Fields")) or [])
    if named != sorted(each.number for each in fields):
        found.append("the form names other fields than stand on the pages")
    twice = [name for name, count in Counter(each.name for each in fields).items() if count > 1]
    found += [f"several fields have the name {name!r}" for name in twice]
    for name, reference in (pdf.entry(form, "/DR", "/Font") or {}).items():
        descendants = pdf.entry(pdf.get(reference), "/DescendantFonts")
        file = pdf.entry(pdf.get(descendants[0]), "/FontDescriptor", "/FontFile2") if descendants else None
        if file is None or "+" in str(pdf.entry(pdf.get(reference), "/BaseFont")):
            found.append(f"the font {name[1:]} of what is typed is not in the file, or not whole")
    return found


def _wrong(pdf: PdfFile, tree: TagTree, found: FoundField, owners: dict[int, TagNode]) -> Iterator[str]:
    """What is wrong with one field in itself."""
    entries = pdf.get(Ref(found.number))
    owner = owners.get(found.number)
    if owner is None or owner.role != "Form":
        yield "is not in a Form element"
    elif tree.parents.get(entries.get("/StructParent")) != Ref(owner.number):
        yield "is not what the ParentTree leads from to its Form"
    if not found.said or not found.name:
        yield "does not say what it is for (T, TU)"
    if entries.get("/F", 0) & 0b110111 != 4:
        yield "is hidden or not printed (F)"
    if "/A" in entries or "/AA" in entries:
        yield "does something"
    shown = pdf.entry(entries, "/AP", "/N")
    is_tick = found.kind == "tick"
    if shown is None or (is_tick and set(shown) != {"/Off", "/Yes"}):
        yield "has no appearance (AP)"
    if pdf.get(entries.get("/V")) not in ((None, "/Off") if is_tick else (None,)):
        yield "is filled in already"
    if not is_tick and not _has_font(pdf, str(entries.get("/DA", ""))):
        yield "is filled in with a font that the form does not have (DA)"


def _has_font(pdf: PdfFile, how: str) -> bool:
    fonts = pdf.entry(pdf.catalog, "/AcroForm", "/DR", "/Font") or {}
    return any(f"{name} " in how for name in fonts)


def _check_places(
    pdf: PdfFile, fields: Sequence[FoundField], forms: Sequence[Element], owners: dict[int, TagNode], tree: TagTree,
    plan: Plan,
) -> list[str]:  # fmt: skip
    """Each place of the plan has its field, in the box and with the name that the plan gives it; and no other has."""
    boxes = _boxes(plan)
    by_form: dict[int, list[FoundField]] = {}
    for each in fields:
        if each.number in owners:
            by_form.setdefault(owners[each.number].number, []).append(each)
    nodes = [node for branch in tree.branches for node in branch.nodes if node.role == "Form"]
    if len(nodes) != len(forms):
        return ["the file has other places to write than the plan"]
    found: list[str] = []
    for element, node in zip(forms, nodes, strict=True):
        place = element.field
        got = by_form.get(node.number, [])
        if place is None or not place.typed:
            found += [f"there is a field {each.said!r} that the plan has not" for each in got]
            continue
        real = [(each.page, each.said, each.kind, each.many_lines) for each in got]
        many = bool(place.typed and place.typed.many_lines)
        wish = [(page, place.about, _KINDS[place.kind], many) for page, _ in boxes.get(element, [])]
        if real != wish or not wish:
            found.append(f"the place to write {place.about!r} should have the fields {wish} but has {real}")
        elif any(not _alike(each.box, box) for each, (_, box) in zip(got, boxes[element], strict=True)):
            found.append(f"the field {place.about!r} is not where the plan has it")
        elif place.typed and place.typed.ruling and not _is_ruled(pdf, got, place.typed.ruling.pitch):
            found.append(f"the empty field {place.about!r} does not show its lines")
    return found


def _is_ruled(pdf: PdfFile, fields: Sequence[FoundField], pitch: float) -> bool:
    """Whether the fields of a place show lines to write on by hand. The last line of all is not theirs."""
    shown = [pdf.entry(pdf.get(Ref(each.number)), "/AP", "/N") for each in fields]
    lines = [each.content().count(b" l S") if isinstance(each, Stream) else 0 for each in shown]
    wanted = [round((each.box[3] - each.box[1]) / pitch) for each in fields]
    return lines == [*wanted[:-1], wanted[-1] - 1]


def _boxes(plan: Plan) -> dict[Element, list[tuple[int, ReadBox]]]:
    """Where each place is filled in, page by page: lines of one that stand under each other are one box."""
    boxes: dict[Element, list[tuple[int, ReadBox]]] = {}
    for number in range(len(plan.sheets)):
        for element, box in expected_side(plan, number).fields:
            known = boxes.setdefault(element, [])
            if known and known[-1][0] == number + 1 and abs(known[-1][1][1] - box[3]) < 1:
                above = known.pop()[1]
                box = above[0], box[1], above[2], above[3]
            known.append((number + 1, box))
    return boxes


def _alike(a: ReadBox, b: ReadBox) -> bool:
    return all(abs(x - y) < _CLOSE for x, y in zip(a, b, strict=True))


def _check_overlaps(fields: Sequence[FoundField], plan: Plan) -> list[str]:
    """Each field is on its page, and none lies over another."""
    found: list[str] = []
    for number, sheet in enumerate(plan.sheets, 1):
        here = [each for each in fields if each.page == number]
        for each in here:
            left, foot, right, top = each.box
            if left < 0 or foot < 0 or right > sheet.width or top > sheet.height or left >= right or foot >= top:
                found.append(f"page {number}: the field {each.said!r} is not on the page")
        found += [
            f"page {number}: the fields {a.said!r} and {b.said!r} lie over each other"
            for a, b in combinations(here, 2)
            if _overlap(a.box, b.box)
        ]
    return found


def _overlap(a: ReadBox, b: ReadBox) -> bool:
    across = min(a[2], b[2]) - max(a[0], b[0])
    return across > _CLOSE and min(a[3], b[3]) - max(a[1], b[1]) > _CLOSE
