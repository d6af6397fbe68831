"""Good PDFs broken on purpose: both `verify` and `assert_sound` must say what was done to them."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pikepdf
import pytest
from msgspec.structs import replace

from handoutgen.pdf.verifying.verify import VerifyMemory, verify
from handoutgen.pdf.writing.render import render
from handoutgen.plan.pages import Plan
from handoutgen.text.fontbook import FontBook
from pdf.sample_plan import flat_plan
from soundness import assert_sound, unsound


@dataclass(frozen=True)
class Good:
    """A sound file and its plan."""

    plan: Plan
    data: bytes

    def broken(self, sabotage: Callable[[pikepdf.Pdf], None]) -> bytes:
        """The file after somebody has been at it."""
        with pikepdf.open(io.BytesIO(self.data)) as pdf:
            sabotage(pdf)
            out = io.BytesIO()
            pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return out.getvalue()


@pytest.fixture(scope="module")
def good(fonts: FontBook) -> Good:
    plan = flat_plan(fonts)
    return Good(plan, render(plan, fonts))


def elements(pdf: pikepdf.Pdf, role: str) -> list[Any]:
    """All elements of a role, in reading order."""
    found = []
    todo = [pdf.Root.StructTreeRoot.K]
    while todo:
        node = todo.pop()
        if not isinstance(node, pikepdf.Dictionary) or "/S" not in node:
            continue
        if f"/{role}" == node.S:
            found.append(node)
        kids = node.get("/K")
        todo += reversed(list(kids) if isinstance(kids, pikepdf.Array) else [] if kids is None else [kids])
    assert found, f"the sample has no {role}"
    return found


def edit(pdf: pikepdf.Pdf, pattern: bytes, new: bytes | Callable[[re.Match[bytes]], bytes], page: int = 0) -> None:
    """Change the first place in a page's content that matches."""
    contents = pdf.pages[page].Contents
    old = contents.read_bytes()
    changed = re.sub(pattern, new, old, count=1, flags=re.DOTALL)
    assert changed != old, f"nothing matches {pattern!r}"
    contents.write(changed)


def parents(pdf: pikepdf.Pdf) -> Any:
    """The ParentTree's rows."""
    return pdf.Root.StructTreeRoot.ParentTree.Nums


def drop_alt(pdf: pikepdf.Pdf) -> None:
    del elements(pdf, "Figure")[0]["/Alt"]


def drop_box(pdf: pikepdf.Pdf) -> None:
    del elements(pdf, "Figure")[0].A["/BBox"]


def move_box(pdf: pikepdf.Pdf) -> None:
    attributes = elements(pdf, "Figure")[0].A
    attributes.BBox = [float(edge) + 14.17 for edge in attributes.BBox]


def drop_scope(pdf: pikepdf.Pdf) -> None:
    del elements(pdf, "TH")[0]["/A"]


def drop_language(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/Lang"]


def drop_foreign_language(pdf: pikepdf.Pdf) -> None:
    del next(span for span in elements(pdf, "Span") if "/Lang" in span)["/Lang"]


def swap_marks(pdf: pikepdf.Pdf) -> None:
    edit(pdf, rb"/P<</MCID 2>>(.*?)/P<</MCID 3>>", rb"/P<</MCID 3>>\1/P<</MCID 2>>")


def drop_mark_end(pdf: pikepdf.Pdf) -> None:
    edit(pdf, rb"EMC\n/P<<", rb"/P<<")


def drop_mark(pdf: pikepdf.Pdf) -> None:
    edit(pdf, rb"/Artifact BMC\n(.*?)EMC\n", rb"\1")


def drop_parent_entry(pdf: pikepdf.Pdf) -> None:
    del parents(pdf)[0:2]


def swap_parent_entries(pdf: pikepdf.Pdf) -> None:
    row = parents(pdf)[1]
    row[2], row[3] = row[3], row[2]


def drop_page_entry(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0].obj["/StructParents"]


def swap_elements(pdf: pikepdf.Pdf) -> None:
    kids = elements(pdf, "Sect")[0].K
    kids[0], kids[1] = kids[1], kids[0]


def skip_level(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "H2")[0].S = pikepdf.Name("/H4")


def drop_annotation_reference(pdf: pikepdf.Pdf) -> None:
    link = elements(pdf, "Link")[0]
    link.K = pikepdf.Array([kid for kid in link.K if isinstance(kid, int)])


def drop_contents(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0].Annots[0]["/Contents"]


def swap_annotation_entries(pdf: pikepdf.Pdf) -> None:
    first, last = pdf.pages[0].Annots[0], pdf.pages[0].Annots[2]
    first.StructParent, last.StructParent = last.StructParent, first.StructParent


def shrink_text(pdf: pikepdf.Pdf) -> None:
    edit(pdf, rb" 12 Tf", rb" 9 Tf")


def shrink_text_by_matrix(pdf: pikepdf.Pdf) -> None:
    edit(pdf, rb"BT\n(.*?)ET\n", rb"q 0.6 0 0 0.6 100 200 cm\nBT\n\1ET\nQ\n")


def move_text_to_edge(pdf: pikepdf.Pdf) -> None:
    edit(pdf, rb"BT\n(/H1.*?BDC\n)", rb"BT\n\1-52 0 Td ")


def move_line(pdf: pikepdf.Pdf) -> None:
    edit(pdf, rb"(/P<</MCID 3>>BDC\n)(.*?)EMC", rb"\g<1>0 14.17 Td \2EMC")


def unembed(pdf: pikepdf.Pdf) -> None:
    font = next(iter(dict(pdf.pages[0].Resources.Font).values()))
    del font.DescendantFonts[0].FontDescriptor["/FontFile2"]


def drop_meaning_of_codes(pdf: pikepdf.Pdf) -> None:
    font = next(iter(dict(pdf.pages[0].Resources.Font).values()))
    del font["/ToUnicode"]


def forget_a_character(pdf: pikepdf.Pdf) -> None:
    font = pdf.pages[0].Resources.Font["/F1"]
    lines = font.ToUnicode.read_bytes().split(b"\n")
    first = next(i for i, line in enumerate(lines) if line.endswith(b"beginbfchar"))
    lines[first] = b"%d beginbfchar" % (int(lines[first].split()[0]) - 1)
    del lines[first + 1]
    font.ToUnicode.write(b"\n".join(lines))


def show_a_missing_glyph(pdf: pikepdf.Pdf) -> None:
    edit(pdf, rb"\[<....", rb"[<0000")


def double_text(pdf: pikepdf.Pdf) -> None:
    edit(pdf, rb"(/P<</MCID 2>>BDC\n)([^\n]*\n)", rb"\1\2\2")


def lose_words(pdf: pikepdf.Pdf) -> None:
    edit(pdf, rb"(/P<</MCID 3>>BDC\n[^\n]*\n)[^\n]*\n", rb"\1")


def scale_when_printing(pdf: pikepdf.Pdf) -> None:
    pdf.Root.ViewerPreferences.PrintScaling = pikepdf.Name("/AppDefault")


def turn_wrongly(pdf: pikepdf.Pdf) -> None:
    pdf.Root.ViewerPreferences.Duplex = pikepdf.Name("/DuplexFlipShortEdge")


def hide_title(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.ViewerPreferences["/DisplayDocTitle"]


def rename(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Title"] = "Something else"


def drop_tabs(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0].obj["/Tabs"]


def drop_claim(pdf: pikepdf.Pdf) -> None:
    packet = pdf.Root.Metadata.read_bytes()
    pdf.Root.Metadata.write(packet.replace(b"<pdfuaid:part>1</pdfuaid:part>", b""))


BOTH = [
    (drop_alt, "Alt", "Figure without Alt"),
    (drop_box, "no box", "Figure without BBox"),
    (move_box, "BBox", "BBox does not hold its ink"),
    (drop_scope, "Scope", "TH without Scope"),
    (drop_language, "language", "no language"),
    (drop_foreign_language, "Lang", "Lang"),
    (swap_marks, "should say", "should say"),
    (drop_mark_end, "inside a mark", "a mark inside a mark"),
    (drop_mark, "outside of any mark", "paints outside of any mark"),
    (drop_parent_entry, "ParentTree", "ParentTree"),
    (swap_parent_entries, "ParentTree does not lead", "ParentTree does not lead"),
    (drop_page_entry, "StructParents", "ParentTree does not lead"),
    (swap_elements, "should say|the plan has", "not the plan's|should say"),
    (skip_level, "level is skipped", "H4 after H1"),
    (drop_annotation_reference, "not in a Link", "not in a Link"),
    (drop_contents, "Contents", "without Contents"),
    (swap_annotation_entries, "ParentTree does not lead from", "ParentTree does not lead from"),
    (shrink_text, "is 9 pt, below 12 pt", "is 9.0 pt, below 12 pt"),
    (shrink_text_by_matrix, "is 7.2 pt, below 12 pt", "is 7.2 pt, below 12 pt"),
    (move_text_to_edge, "52.0 pt from its place", "of the edge"),
    (unembed, "not embedded", "not embedded"),
    (drop_meaning_of_codes, "ToUnicode", "no ToUnicode"),
    (forget_a_character, "do not say what they mean", "ua1"),
    (show_a_missing_glyph, "missing character", "ua1"),
    (double_text, "should say", "should say"),
    (lose_words, "should say", "should say"),
    (scale_when_printing, "PrintScaling", "PrintScaling"),
    (turn_wrongly, "Duplex", "Duplex"),
    (hide_title, "DisplayDocTitle", "DisplayDocTitle"),
    (rename, "title", "title"),
    (drop_tabs, "tab order", "Tabs"),
    (drop_claim, "PDF/UA-1", "ua1"),
]


def test_the_file_is_sound_before_anybody_touches_it(good: Good) -> None:
    assert verify(good.data, good.plan) == ()
    assert_sound(good.data, good.plan)


def test_a_file_saved_again_by_another_program_still_counts_as_sound(good: Good) -> None:
    again = good.broken(lambda pdf: None)
    assert verify(again, good.plan) == ()
    assert_sound(again, good.plan)


@pytest.mark.parametrize(("sabotage", "verdict", "other"), BOTH, ids=[row[0].__name__ for row in BOTH])
def test_both_readers_name_what_was_broken(
    good: Good, sabotage: Callable[[pikepdf.Pdf], None], verdict: str, other: str
) -> None:
    broken = good.broken(sabotage)
    findings = "\n".join(verify(broken, good.plan))
    assert re.search(verdict, findings), findings
    problems = "\n".join(unsound(broken, good.plan))
    assert re.search(other, problems), problems


def test_what_was_found_in_good_files_hides_nothing_in_broken_ones(good: Good) -> None:
    memory = VerifyMemory()
    again = good.broken(lambda pdf: None)
    for _ in range(2):
        assert verify(good.data, good.plan, memory) == verify(again, good.plan, memory) == ()
    for sabotage in [row[0] for row in BOTH] + [move_line]:
        broken = good.broken(sabotage)
        assert verify(broken, good.plan, memory) == verify(broken, good.plan) != (), sabotage.__name__
    assert verify(good.data, good.plan, memory) == ()


def test_only_verify_knows_where_each_line_belongs(good: Good) -> None:
    broken = good.broken(move_line)
    assert any("14.2 pt from its place" in finding for finding in verify(broken, good.plan))
    assert unsound(broken, good.plan) == []


def test_a_plan_with_other_words_is_not_the_file_s(good: Good) -> None:
    leaf = next(e for e in good.plan.root.walk() if e.role == "H2")
    said, leaf.text = leaf.text, "Something that nobody drew"
    try:
        assert any("Something that nobody drew" in finding for finding in verify(good.data, good.plan))
        assert any("Something that nobody drew" in problem for problem in unsound(good.data, good.plan))
    finally:
        leaf.text = said


def test_a_wider_margin_than_the_file_keeps_is_noticed(good: Good) -> None:
    plan = replace(good.plan, safe_inset=70)
    assert any("too near the edge" in finding for finding in verify(good.data, plan))
    assert any("of the edge" in problem for problem in unsound(good.data, plan))


@pytest.mark.parametrize("junk", [b"", b"%PDF-1.7", b"hello" * 50])
def test_what_is_no_pdf_is_a_finding_and_no_crash(good: Good, junk: bytes) -> None:
    assert "cannot be read back" in verify(junk, good.plan)[0]


def test_a_torn_file_is_a_finding_and_no_crash(good: Good) -> None:
    for length in range(0, len(good.data) - 1, 997):
        assert verify(good.data[:length], good.plan)
