"""Several leaflets as one printed job: whole sheets, one tree, links of their own, and a note over them."""

from __future__ import annotations

import gc
import io
from datetime import date
from typing import Any

import pikepdf
import pypdfium2
import pytest

from handoutgen import pack as packing
from handoutgen.build import Order, build
from handoutgen.content.for_person import ForPerson
from handoutgen.errors import ContentRefused, HandoutError, InternalError, UsageProblem
from handoutgen.formats import FORMATS, Options
from handoutgen.library.files import find_clinic, find_leaflet
from handoutgen.pack import CoverNote, Packed, PackOrder, build_pack
from handoutgen.workshop import Workshop
from leaflets.conftest import ROOT
from leaflets.test_for_one_person import remembered, strings_below
from soundness import assert_sound

RIVERSIDE = find_clinic("riverside-neurology", ROOT)
THREE = ("leg-cramps-ms", "baclofen", "low-back-pain")
LINE = "Read number 1 first."


def orders(*names: str, form: str = "a4", size: str = "standard", **more: Any) -> tuple[Order, ...]:
    return tuple(
        Order(find_leaflet(name, ROOT), RIVERSIDE, form, size, date(2026, 11, 26), **more) for name in names
    )  # fmt: skip


def packed(workshop: Workshop, *names: str, note: CoverNote | None = None, **how: Any) -> Packed:
    return build_pack(PackOrder(orders(*names, **how), note), workshop)


def texts(data: bytes) -> list[str]:
    return [" ".join(page.get_textpage().get_text_bounded().split()) for page in pypdfium2.PdfDocument(data)]


def outline(data: bytes) -> list[str]:
    with pikepdf.open(io.BytesIO(data)) as pdf, pdf.open_outline() as found:
        return [str(item.title) for item in found.root]


@pytest.mark.parametrize(("form", "size"), [("a4", "standard"), ("a4", "large"), ("a4-sheet", "standard")])
def test_a_pack_is_sound_and_each_leaflet_starts_on_a_new_sheet(workshop: Workshop, form: str, size: str) -> None:
    made = packed(workshop, *THREE, note=CoverNote(LINE), form=form, size=size)
    assert_sound(made.data)
    said = texts(made.data)
    assert len(said) == made.pages
    assert made.sheets == (made.pages + 1) // 2
    for name in THREE:
        alone = texts(build(orders(name, form=form, size=size)[0], workshop).data)
        (start,) = [n for n in range(len(said)) if said[n : n + len(alone)] == alone]
        assert start % 2 == 0
    assert outline(made.data) == [
        "Your leaflets", "Leg cramps in multiple sclerosis", "Baclofen tablets and liquid",
        "Exercises for low back pain",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["leg-cramps-ms", "mri-scan", "baclofen"])
@pytest.mark.parametrize("size", ["large", "giant"])
def test_a_note_over_one_leaflet_shares_no_element_with_it(workshop: Workshop, name: str, size: str) -> None:
    assert_sound(packed(workshop, name, note=CoverNote(LINE), size=size).data)


def test_the_note_says_which_they_are_and_whom_to_call(workshop: Workshop) -> None:
    said = texts(packed(workshop, *THREE, note=CoverNote(LINE)).data)
    for words in ("Riverside Neurology Clinic", "Your leaflets", "LC-MS", "BAC", "LBP", "Exercises for low back pain",
                  LINE, "In an emergency, call 999.", "0117 496 0123", "0117 496 0199"):  # fmt: skip
        assert words in said[0], words
    assert said[1] == ""
    assert "Draft" not in said[0]


@pytest.mark.parametrize("size", ["large", "giant"])
def test_in_large_print_the_note_still_has_the_numbers(workshop: Workshop, size: str) -> None:
    said = " ".join(texts(packed(workshop, *THREE, note=CoverNote(LINE), size=size).data)[:2])
    for words in (LINE, "call 999", "0117 496 0123", "0117 496 0199"):
        assert words in said, words


def test_without_a_clinic_the_note_has_lines_to_write_on(workshop: Workshop) -> None:
    names = tuple(Order(find_leaflet(n, ROOT), None, "a4", "standard", date(2026, 11, 26)) for n in ("mri-scan",))
    said = texts(build_pack(PackOrder(names, CoverNote()), workshop).data)[0]
    assert "Clinic:" in said
    assert "Phone:" in said


def test_links_stay_in_their_leaflet_and_titles_on_the_note_lead_to_theirs(workshop: Workshop) -> None:
    made = packed(workshop, "leg-cramps-ms", "preventing-falls", note=CoverNote(), size="giant")
    with pikepdf.open(io.BytesIO(made.data)) as pdf:
        numbers: dict[Any, int] = {page.objgen: index for index, page in enumerate(pdf.pages)}
        starts = [n for n, said in enumerate(texts(made.data)) if "Page 1 of" in said]
        inside = {0: range(starts[0]), 1: range(starts[0], starts[1]), 2: range(starts[1], made.pages)}
        led: dict[int, set[int]] = {0: set(), 1: set(), 2: set()}
        for number, page in enumerate(pdf.pages):
            whose = next(part for part, pages in inside.items() if number in pages)
            for note in page.get("/Annots", []):
                if "/Dest" in note:
                    led[whose].add(numbers[note.Dest[0].objgen])
    assert led[0] == set(starts)
    for part in (1, 2):
        assert led[part]
        assert all(page in inside[part] for page in led[part])


def test_a_pack_is_the_same_bytes_each_time_and_has_a_title_of_its_own(workshop: Workshop) -> None:
    first = packed(workshop, *THREE, note=CoverNote(LINE))
    assert packed(Workshop(), *THREE, note=CoverNote(LINE)).data == first.data
    named = build_pack(PackOrder(orders(*THREE), CoverNote(), title="Starting baclofen"), workshop)
    for made, title in ((first, "Your leaflets"), (named, "Starting baclofen")):
        with pikepdf.open(io.BytesIO(made.data)) as pdf:
            assert str(pdf.docinfo["/Title"]) == title
            assert str(pdf.Root.ViewerPreferences.Duplex) == "/DuplexFlipLongEdge"


def test_for_a_printer_of_one_side_no_page_is_empty(workshop: Workshop) -> None:
    made = build_pack(PackOrder(orders(*THREE), CoverNote(), both_sides=False), workshop)
    assert_sound(made.data)
    assert "" not in texts(made.data)
    assert made.sheets == made.pages


@pytest.mark.parametrize(
    ("form", "why"),
    [
        ("a5-booklet", "folded and turn at the other edge"),
        ("a4-trifold", "folded and turn at the other edge"),
        ("a4-fold", "folded and turn at the other edge"),
        ("card", "cut into several"),
        ("a6-card", "cut into several"),
        ("a3-poster", "for a wall"),
        ("text", "no paper"),
    ],
)
def test_what_cannot_lie_in_one_pile_is_refused_with_the_reason(workshop: Workshop, form: str, why: str) -> None:
    with pytest.raises(UsageProblem) as problem:
        packed(workshop, "leg-cramps-ms", "baclofen", form=form)
    assert "cannot join a pack: " in problem.value.message
    assert why in problem.value.message
    assert problem.value.remedy


def test_paper_of_two_sizes_and_a_sheet_on_its_side_are_refused(workshop: Workshop) -> None:
    mixed = (*orders("leg-cramps-ms"), *orders("baclofen", form="letter"))
    with pytest.raises(UsageProblem, match="paper of one size"):
        build_pack(PackOrder(mixed), workshop)
    with pytest.raises(HandoutError, match="its sheet lies on its side"):
        packed(workshop, "leg-cramps-ms", form="write-on-a4", size="large")
    with pytest.raises(UsageProblem, match="cannot be made in large print"):
        packed(workshop, "leg-cramps-ms", form="a4-sheet", size="large")


def test_forms_of_one_paper_may_be_mixed(workshop: Workshop) -> None:
    mixed = (*orders("leg-cramps-ms", form="a4-sheet"), *orders("baclofen"), *orders("mri-scan", size="large"))
    assert_sound(build_pack(PackOrder(mixed, CoverNote()), workshop).data)


def test_none_too_many_and_one_twice_are_refused(workshop: Workshop) -> None:
    for count in (0, 21):
        with pytest.raises(UsageProblem, match=f"A pack of {count} leaflets"):
            build_pack(PackOrder(orders("mri-scan") * count), workshop)
    with pytest.raises(UsageProblem, match="mri-scan is twice in the pack"):
        packed(workshop, "mri-scan", "mri-scan")


def test_what_is_wrong_with_one_of_them_is_told_with_its_place(workshop: Workshop) -> None:
    late = orders("mri-scan")[0]
    with pytest.raises(ContentRefused) as problem:
        build_pack(PackOrder((Order(late.leaflet, RIVERSIDE, "a4", "standard", date(2049, 1, 1)),)), workshop)
    assert "HG101" in [finding.code for finding in problem.value.diagnostics]


def test_ticks_and_depth_of_each_leaflet_hold_in_a_pack(workshop: Workshop) -> None:
    ticked = orders("leg-cramps-ms", options=Options(chosen=("easing-stress",)))
    assert "Start with this: 5. Easing stress." in texts(build_pack(PackOrder(ticked), workshop).data)[0]


def test_words_for_one_person_are_on_the_note_and_nowhere_else() -> None:
    workshop = Workshop()

    def word() -> str:
        return "".join(["Tree", "creeper"])

    note = CoverNote(f"See you, {word()}.", ForPerson(name=f"Mr {word()}"))
    assert word() not in repr(note)
    data = build_pack(PackOrder(orders("mri-scan", "baclofen"), note), workshop).data
    said = texts(data)
    assert said[0].count(word()) == 2
    assert not [page for page in said[1:] if word() in page]
    with pikepdf.open(io.BytesIO(data)) as pdf:
        told = [str(dict(pdf.docinfo)), pdf.Root.Metadata.read_bytes().decode(), *outline(data)]
    assert not [text for text in told if word() in text]
    del note, said, told
    gc.collect()
    held = strings_below(workshop, *remembered())
    assert not [each for each in held if (word() in each if isinstance(each, str) else word().encode() in each)]


def test_a_failure_of_ours_does_not_repeat_them(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    note = CoverNote("Quillfeather", ForPerson(name="Quillfeather"))
    for name, instead in (("verify", lambda *_: ("Quillfeather",)), ("render", lambda *_: int("Quillfeather"))):
        with monkeypatch.context() as patch:
            patch.setattr(packing, name, instead)
            with pytest.raises(InternalError) as problem:
                build_pack(PackOrder(orders("mri-scan"), note), workshop)
            assert "Quillfeather" not in f"{problem.value!r}{problem.value.__context__!r}"
            with pytest.raises((InternalError, ValueError)):
                build_pack(PackOrder(orders("mri-scan"), CoverNote()), workshop)


@pytest.mark.parametrize(
    ("line", "why"), [("x" * 201, "has 201 characters"), ("a\nb", "line break"), ("a\u202eb", "invisible")]
)
def test_a_line_that_cannot_be_printed_is_refused(line: str, why: str) -> None:
    with pytest.raises(UsageProblem, match=f"The line for the cover note .*{why}"):
        CoverNote(line)


def test_doses_have_no_place_on_the_note_and_unknown_characters_none_on_paper(workshop: Workshop) -> None:
    with pytest.raises(UsageProblem, match="no place on the cover note"):
        CoverNote(person=ForPerson(doses=(("x", "2"),)))
    for note in (CoverNote("Quillfeather \U00012000"), CoverNote(person=ForPerson(name="Quillfeather \U00012000"))):
        with pytest.raises(UsageProblem) as problem:
            build_pack(PackOrder(orders("mri-scan"), note), workshop)
        assert "holds a character that no font" in problem.value.message
        assert "Quillfeather" not in problem.value.message


def test_every_form_either_joins_or_says_why_not() -> None:
    for form in FORMATS.values():
        joins = form.imposition == "flat" and not form.is_cut and form.is_for_one
        order = Order(find_leaflet("mri-scan", ROOT), None, form.name, "standard", date(2026, 11, 26))
        if joins:
            assert packing.form_of(order) is form
        else:
            with pytest.raises(UsageProblem):
                packing.form_of(order)
