"""A clinic's words in a page that runs the other way: in their own direction, and still all there."""

from __future__ import annotations

import pytest

from handoutgen.content.clinic import Clinic
from handoutgen.content.words import words_for
from handoutgen.story.contact import cover_rows, main_number, offers, other_formats, panel
from handoutgen.story.isolating import as_one, isolated, isolated_clinic, without_isolates
from handoutgen.story.promises import contact_problems, fold
from handoutgen.story.record import giver
from handoutgen.story.voice import Voice, voice_of, words_of
from handoutgen.text.bidi import levels, visual_order
from handoutgen.unbreakable import kept_together
from story.small_leaflet import RIVERSIDE, clinic, voice

ENGLISH = {
    **RIVERSIDE, "other_formats": "Ask us for large print.",
    "interpreter": "An interpreter is **free**. Ask (at once).",
    "feedback": "Write to us, at {clinic.name}!",
}  # fmt: skip
ARABIC = {
    **RIVERSIDE, "name": "عيادة النهر", "organisation": "صحة النهر", "address": ["1 شارع النهر", "لندن"],
    "phones": [{"label": "خط الممرضات", "number": "0117 496 0123", "hours": "من الاثنين إلى الجمعة."}],
    "out_of_hours": {"label": "خط الليل", "number": "0117 496 0199", "hours": "الليل."},
    "interpreter": "المترجم مجاني.", "feedback": "اكتب إلينا!",
}  # fmt: skip


def lines_of(speaks: Voice) -> list[str]:
    """Every line that says something of the clinic."""
    clinic = speaks.clinic
    assert clinic is not None
    rows = [row for group in panel(speaks, clinic) for row in group] + cover_rows(speaks, hours=True, page=True)
    said = [words_of(line) for row in rows for line in row]
    main = main_number(speaks)
    assert main is not None
    return [
        *said,
        *map(words_of, offers(speaks, clinic)),
        *map(words_of, other_formats(speaks)),
        giver(speaks),
        main[0].text,
    ]


def seen(text: str, base: int) -> str:
    """The characters of one line from left to right."""
    found = levels(text, base, kept_together(text)) or [0] * len(text)
    return without_isolates("".join(text[index] for index in visual_order(found)))


@pytest.mark.parametrize("language", ["ar", "ur"])
def test_english_texts_of_a_clinic_stand_as_written_in_a_page_from_right_to_left(language: str) -> None:
    lines = [seen(line, 1) for line in lines_of(voice(Clinic.model_validate(ENGLISH), language, language))]
    for text in (
        "Riverside Clinic", "Riverside Health", "1 River Street, Bristol", "Monday to Friday", "Night line. Nights",
        "Ask us for large print.", "An interpreter is free. Ask (at once).", "Write to us, at Riverside Clinic!",
    ):  # fmt: skip
        assert any(text in line for line in lines), (text, lines)
    assert any(line.startswith("0117 496 0123 :Nurse line") for line in lines)


@pytest.mark.parametrize("base", ["en-GB", "pl"])
def test_arabic_texts_of_a_clinic_keep_their_place_in_a_page_from_left_to_right(base: str) -> None:
    lines = lines_of(voice(Clinic.model_validate(ARABIC), base, base))
    seen_lines = [seen(line, 0) for line in lines]
    assert "خط الممرضات"[::-1] + ": 0117 496 0123" in seen_lines
    for text in ("المترجم مجاني.", "اكتب إلينا!", "خط الليل. الليل.", "عيادة النهر"):
        assert text[::-1] in seen_lines


@pytest.mark.parametrize("language", ["ar", "en-GB"])
@pytest.mark.parametrize("whose", [ENGLISH, ARABIC], ids=["English", "Arabic"])
def test_marks_are_no_words_that_could_be_lost(language: str, whose: dict[str, object]) -> None:
    speaks = voice(Clinic.model_validate(whose), language, language)
    said = fold(" ".join([*lines_of(speaks), "hello@riverside.example www.riverside.example/ms"]))
    assert not contact_problems(speaks, said)
    assert contact_problems(speaks, said.replace(str(whose["name"]), ""))


def test_a_clinic_of_the_pages_direction_is_itself() -> None:
    own = clinic()
    assert isolated_clinic(own, "ltr") is own
    assert voice_of(words_for("en-GB"), "en-GB", own).clinic is own


@pytest.mark.parametrize(
    ("text", "direction", "is_marked"),
    [
        ("Ask us.", "rtl", True),
        ("Ask us.", "ltr", False),
        ("اسألنا.", "ltr", True),
        ("0117 496 0123", "rtl", False),
        ("اسأل NHS", "rtl", False),
    ],
)
def test_what_runs_the_other_way_is_marked(text: str, direction: str, is_marked: bool) -> None:
    marked = isolated(text, "rtl" if direction == "rtl" else "ltr")
    assert (marked != text) is is_marked
    assert without_isolates(marked) == text


def test_two_marked_texts_and_the_stop_between_them_are_one() -> None:
    assert as_one(isolated("Line", "rtl"), ". ", isolated("Nights", "rtl")) == isolated("Line. Nights", "rtl")
    assert as_one("Line", ". ", "Nights") == "Line. Nights"
