"""Words for one person are on their copy and nowhere else: no name, message, metadata or memory has them."""

from __future__ import annotations

import gc
import io
import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest

from handoutgen import making, memory
from handoutgen.alternatives.braille import liblouis
from handoutgen.alternatives.web_page import markup
from handoutgen.build import Built, Order, build
from handoutgen.content.for_person import ForPerson
from handoutgen.errors import InternalError, UsageProblem
from handoutgen.formats import FORMATS, Options
from handoutgen.library.files import find_clinic, find_leaflet
from handoutgen.service.outcomes import as_object, run_orders
from handoutgen.workshop import Workshop
from leaflets.conftest import ROOT
from soundness import assert_sound

LEAFLET = find_leaflet("leg-cramps-ms", ROOT)
RIVERSIDE = find_clinic("riverside-neurology", ROOT)
PLANTED = ("Quillfeather", "Brambleday", "Nightjarson", "9thrice")
ANN = ForPerson(
    name=f"Mrs {PLANTED[0]}", next_visit=f"on {PLANTED[1]}", ask_for=PLANTED[2],
    doses=(("standing-calf-stretch", PLANTED[3]),),
)  # fmt: skip
FOR_ANN = Options(for_person=ANN)
FORMS = [form.name for form in FORMATS.values() if form.has_room_for_words and form.paper == "a4"]


def order(form: str, options: Options = FOR_ANN, size: str = "standard") -> Order:
    return Order(LEAFLET, RIVERSIDE, form, size, date(2026, 11, 26), options=options)


def page_texts(data: bytes) -> list[str]:
    return [" ".join(page.get_textpage().get_text_bounded().split()) for page in pypdfium2.PdfDocument(data)]


def first_side(built: Built) -> str:
    return page_texts(built.data)[0]


@pytest.mark.parametrize("form", FORMS)
def test_they_are_on_the_first_side_of_every_form_for_one_person(workshop: Workshop, form: str) -> None:
    built = build(order(form), workshop)
    assert_sound(built.data)
    said = first_side(built)
    for word in PLANTED[:3]:
        assert word in said, word
    assert "For this print only" in said
    assert PLANTED[3] in " ".join(page_texts(built.data))


@pytest.mark.parametrize("size", ["clear", "large", "giant"])
def test_they_are_in_large_print_too(workshop: Workshop, size: str) -> None:
    said = first_side(build(order("a4", size=size), workshop))
    assert all(word in said for word in PLANTED)


@pytest.mark.parametrize("form", ["a4-sheet", "exercise-a4"])
def test_a_dose_is_in_its_box(workshop: Workshop, form: str) -> None:
    said = " ".join(page_texts(build(order(form), workshop).data))
    assert f"Times a day {PLANTED[3]}" in said or f"{PLANTED[3]}" in said.split("Repeat")[1]
    assert f"times a day: {PLANTED[3]}" not in said


@pytest.mark.parametrize("form", ["card", "a6-card", "a3-poster"])
def test_a_form_that_is_not_for_one_has_none_of_it_and_says_so(workshop: Workshop, form: str) -> None:
    built, plain = build(order(form), workshop), build(order(form, Options()), workshop)
    assert (built.data, built.file_name) == (plain.data, plain.file_name)
    assert "HG309" in [finding.code for finding in built.diagnostics]


def test_the_text_the_e_mail_and_the_page_have_them_at_their_head(workshop: Workshop) -> None:
    for form in ("text", "email", "html"):
        said = build(order(form), workshop).data.decode().partition("Key points")[0]
        assert all(word in said for word in PLANTED), form
        head = said.replace("\r", "").partition("</head>" if form == "html" else "\n\n")[0]
        assert form == "text" or not any(word in head for word in PLANTED)


def test_no_name_message_or_metadata_has_them(workshop: Workshop, tmp_path: Path) -> None:
    (outcome,) = run_orders([order("a4")], tmp_path, workshop)
    assert outcome.built is not None
    assert outcome.path is not None
    assert outcome.path.name == "leg-cramps-ms_en-GB_riverside-neurology_a4_standard_filled-in.pdf"
    told = [json.dumps(as_object(outcome)), repr(outcome), repr(outcome.order), str(outcome.built.order)]
    told += [repr(finding) for finding in outcome.built.diagnostics]
    with pikepdf.open(io.BytesIO(outcome.built.data)) as pdf:
        with pdf.open_outline() as outline:
            told += [str(item) for item in outline.root]
        told += [repr(dict(pdf.docinfo)), pdf.Root.Metadata.read_bytes().decode(), str(pdf.Root.ViewerPreferences)]
    assert [(word, text[:80]) for word in PLANTED for text in told if word in text] == []
    assert [path.name for path in tmp_path.iterdir()] == [outcome.path.name]


def test_the_same_words_give_the_same_bytes_and_the_next_print_is_as_if_nobody_had_typed(workshop: Workshop) -> None:
    plain = build(order("a4", Options()), workshop).data
    first, second = build(order("a4"), workshop).data, build(order("a4"), Workshop()).data
    assert first == second != plain
    assert build(order("a4", Options()), workshop).data == plain


def strings_below(*roots: Any) -> Iterator[str | bytes]:
    """Every text that is held, however deep, by what is given; what Python's own machinery holds is left out."""
    seen: set[int] = set()
    waiting = list(roots)
    while waiting:
        found = waiting.pop()
        if id(found) in seen or isinstance(found, type(sys)):
            continue
        seen.add(id(found))
        if isinstance(found, str | bytes):
            yield found
        elif not isinstance(found, int | float):
            waiting += gc.get_referents(found)


def remembered() -> list[Any]:
    """All that modules of the program hold: their names, and the answers of functions that remember."""
    modules = [module for name, module in sys.modules.items() if name.split(".")[0] == "handoutgen"]
    return [vars(module) for module in modules]


def zebra() -> str:
    """The word to look for. It is put together anew each time, so that nothing but what was built from it holds it."""
    return "".join(["Zebra", "wood"])


def for_zebra() -> Options:
    return Options(for_person=ForPerson(name=f"Mr {zebra()}", doses=(("standing-calf-stretch", f"2 {zebra()}"),)))


BRAILLE = ("braille",) if liblouis.is_installed() else ()


def still_held(workshop: Workshop) -> list[str | bytes]:
    """The texts with the word that the workshop or a module of the program holds."""
    gc.collect()
    held = list(strings_below(workshop, *remembered()))
    assert any("Stretching and exercise" in each for each in held if isinstance(each, str))  # it does look into them
    return [each for each in held if (zebra() in each if isinstance(each, str) else zebra().encode() in each)]


def test_neither_the_workshop_nor_the_program_remembers_them() -> None:
    workshop = Workshop()
    for form in ("a4", "a4-sheet", "text", "email", "script", "ssml", "html", "epub", *BRAILLE):
        made = build(order(form, for_zebra()), workshop)
        assert made.order.options.for_person is None
    assert still_held(workshop) == []


def test_without_a_workshop_of_their_own_they_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Workshop, "apart", lambda self: self)
    workshop = Workshop()
    build(order("a4", for_zebra()), workshop)
    assert still_held(workshop) != []


def test_a_page_that_remembered_its_words_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markup, "_plain", memory.remembered(memory.Bound(1_000))(markup._plain))
    workshop = Workshop()
    build(order("html", for_zebra()), workshop)
    assert still_held(workshop) != []


def test_a_failure_of_ours_does_not_repeat_them(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    def faulty(*_: Any) -> tuple[str, ...]:
        return (f"P should say {ANN.name}",)

    def raising(*_: Any) -> bytes:
        raise ValueError(ANN.name)

    for name, instead in (("verify", faulty), ("render", raising)):
        with monkeypatch.context() as patch:
            patch.setattr(making, name, instead)
            with pytest.raises(InternalError) as problem:
                build(order("a4"), workshop)
            assert PLANTED[0] not in f"{problem.value!r}{problem.value.__context__!r}{problem.value.__cause__!r}"


def test_a_character_that_no_font_has_is_refused_by_its_field(workshop: Workshop) -> None:
    with pytest.raises(UsageProblem) as problem:
        build(order("a4", Options(for_person=ForPerson(name="Quillfeather \U00012000"))), workshop)
    assert problem.value.message == (
        "What is typed for this print: name holds a character that no font of the program has."
    )


def test_a_dose_for_no_exercise_is_refused(workshop: Workshop) -> None:
    with pytest.raises(UsageProblem, match="Dose 1 that is typed for this print is for no exercise of leg-cramps-ms"):
        build(order("a4", Options(for_person=ForPerson(doses=(("Quillfeather", "2"),)))), workshop)
