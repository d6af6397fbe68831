"""The note over a pack: numbered titles that lead to their leaflets, the line, the numbers."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from handoutgen.formats import FORMATS, parse_size
from handoutgen.layout.flow.pieces import Frame
from handoutgen.layout.forms.compositions import lay_out_note
from handoutgen.layout.forms.cover_note import NoteEntry, cover_note
from handoutgen.plan.element import Element
from handoutgen.text.fontbook import FontBook
from layout.setting_for_tests import a_clinic, all_of, placed_text, said_by, setting_for, shape

HEADINGS = [Element("H1", bookmark="Cramps"), Element("H1", bookmark="Falls")]
ENTRIES = [
    NoteEntry("Cramps", "CR-1 · Version 1.0", HEADINGS[0]),
    NoteEntry("Falls", "FA-1 · Version 2.0", HEADINGS[1]),
]


def test_titles_are_a_numbered_list_that_leads_to_the_leaflets(fonts: FontBook) -> None:
    note = cover_note(setting_for(fonts, clinic=a_clinic()), ENTRIES, "Read 1 first.")
    (listed,) = [each for each in all_of(note.root, "L") if each.numbering == "Decimal"]
    assert shape(listed) == "L(LI(Lbl LBody(P(Link) P)) LI(Lbl LBody(P(Link) P)))"
    assert [link.target for link in all_of(listed, "Link")] == HEADINGS
    assert said_by(listed) == ["1", "Cramps", "CR-1 · Version 1.0", "2", "Falls", "FA-1 · Version 2.0"]
    assert [each.text for each in all_of(note.root, "H1")] == ["Your leaflets"]


def test_the_line_stands_on_a_tint_and_in_large_print_in_a_frame(fonts: FontBook) -> None:
    for base, is_tint in ((12, True), (18, False)):
        setting = setting_for(fonts, base, a_clinic())
        with_line, without = cover_note(setting, ENTRIES, "Read **1** first."), cover_note(setting, ENTRIES, "")
        assert "Read **1** first." in said_by(with_line.root)
        frames = [put.piece for put in with_line.pages[0].pieces if isinstance(put.piece, Frame)]
        count = len(frames) - sum(isinstance(put.piece, Frame) for put in without.pages[0].pieces)
        assert count == 1
        assert any(frame.fill == setting.palette.tint for frame in frames) or not is_tint


@pytest.mark.parametrize("base", [12, 14, 18, 24, 36])
def test_the_numbers_are_on_it_in_every_size(fonts: FontBook, base: float) -> None:
    note = cover_note(setting_for(fonts, base, a_clinic()), ENTRIES, "")
    said = " ".join(word for page in note.pages for word in placed_text(page.pieces))
    assert "999" in said
    assert "0117 496 0123" in said
    assert len(note.pages) <= 2


def test_without_a_clinic_there_are_lines_to_write_on(fonts: FontBook) -> None:
    note = cover_note(setting_for(fonts), ENTRIES, "")
    assert [each.alt for each in all_of(note.root, "Form")] == ["1 empty line"] * 2


def test_read_from_right_to_left_it_is_the_mirror(fonts: FontBook) -> None:
    setting = setting_for(fonts, clinic=a_clinic())
    plain = lay_out_note(cover_note(setting, ENTRIES, ""), setting, FORMATS["a4"], parse_size("standard"), "Both")
    assert (plain.title, plain.author, plain.duplex) == ("Both", "Harbour Clinic", "Simplex")
    arabic = replace(setting, voice=replace(setting.voice, language="ar"))
    turned = lay_out_note(cover_note(arabic, ENTRIES, ""), arabic, FORMATS["a4"], parse_size("standard"), "Both")
    assert turned.direction == "rtl"
    widest = max(turned.pages[0].pieces, key=lambda put: put.piece.width)
    assert widest.x + widest.piece.width <= turned.pages[0].width
