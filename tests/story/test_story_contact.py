"""How to reach the clinic: everything in its file on a whole leaflet, the main line on the smallest form."""

from __future__ import annotations

from itertools import pairwise

import pytest
from msgspec.structs import replace
from pydantic import ValidationError

from handoutgen.content.clinic import Clinic
from handoutgen.content.markdown.inline import Text
from handoutgen.content.words import words_for
from handoutgen.story.contact import (
    COVERS,
    FEET,
    ContactRows,
    Foot,
    blanks,
    cover_rows,
    main_line,
    neutral_offer,
    offers,
    other_formats,
    panel,
)
from handoutgen.story.isolating import without_isolates
from handoutgen.story.printed_words import clinic_texts
from handoutgen.story.voice import voice_of
from story.small_leaflet import RIVERSIDE, bare_clinic, clinic, text_of, voice

PAGE = "Web page: www.riverside.example/ms"


def lines_of(rows: list[ContactRows]) -> list[list[str]]:
    return [[text_of(line) for line in row] for row in rows]


@pytest.mark.parametrize(
    ("whose", "labels"),
    [
        (None, ["Clinic:", "Phone:"]),
        (bare_clinic(), ["Phone:"]),
        (bare_clinic(phones=RIVERSIDE["phones"]), []),
    ],
    ids=["no clinic", "clinic without a phone", "clinic with a phone"],
)
def test_what_is_not_known_has_a_line_to_write_on(whose: Clinic | None, labels: list[str]) -> None:
    assert blanks(voice(whose)) == labels


def test_the_panel_says_who_and_where_then_phone_lines_then_mail_and_web() -> None:
    place, phones, writing = panel(voice(), clinic())
    assert lines_of(place) == [["Riverside Clinic"], ["Riverside Health"], ["1 River Street, Bristol"]]
    assert lines_of(phones) == [
        ["Nurse line: 0117 496 0123", "Monday to Friday"],
        ["Appointments: 0117 496 0150"],
        ["When we are closed: 0117 496 0199", "Night line. Nights"],
    ]
    assert lines_of(writing) == [["E-mail: hello@riverside.example"], [PAGE]]


def test_names_and_numbers_are_bold_and_addresses_can_be_opened() -> None:
    place, phones, writing = panel(voice(), clinic())
    assert place[0] == [[Text("Riverside Clinic", strong=True)]]
    assert phones[0][0] == [Text("Nurse line: "), Text("0117 496 0123", strong=True, link="tel:01174960123")]
    assert phones[2][0] == [Text("When we are closed: "), Text("0117 496 0199", strong=True, link="tel:01174960199")]
    assert [rows[0][1] for rows in writing] == [
        Text("hello@riverside.example", link="mailto:hello@riverside.example"),
        Text("www.riverside.example/ms", link="https://www.riverside.example/ms/"),
    ]


SITE = "https://leaflets.riverside.example"
OWN_PAGE = f"{SITE}/riverside/cramps/en-GB/"


@pytest.mark.parametrize("site", [SITE, f"{SITE}/"])
def test_a_clinic_with_a_site_says_where_its_leaflets_are_and_the_link_leads_to_this_one(site: str) -> None:
    whose = clinic(leaflets_at=site)
    speaks = voice_of(words_for("en-GB"), "en-GB", whose, "cramps")
    _, _, writing = panel(speaks, whose)
    assert lines_of(writing)[1:] == [[PAGE], ["Read online: leaflets.riverside.example"]]
    assert writing[2][0][1].link == OWN_PAGE
    assert speaks.scanned == OWN_PAGE
    assert [run.text for run in speaks.online] == ["www.riverside.example/ms"]


def test_without_a_page_of_the_clinic_its_leaflets_are_said_once() -> None:
    whose = clinic(leaflets_at=SITE, web=None)
    speaks = voice_of(words_for("en-GB"), "en-GB", whose, "cramps")
    assert lines_of(panel(speaks, whose)[2])[1:] == [["Read online: leaflets.riverside.example"]]
    assert speaks.online == (Text("leaflets.riverside.example", link=OWN_PAGE),)


def test_without_a_site_the_code_leads_to_the_clinics_page_and_without_both_there_is_none() -> None:
    assert voice_of(words_for("en-GB"), "en-GB", clinic(), "cramps").scanned == RIVERSIDE["web"]
    nothing = voice_of(words_for("en-GB"), "en-GB", bare_clinic(), "cramps")
    assert (nothing.scanned, nothing.online) == ("", ())


def test_a_code_that_leads_to_the_leaflets_own_page_can_say_which_version_the_paper_has() -> None:
    speaks = voice_of(words_for("en-GB"), "en-GB", clinic(leaflets_at=SITE), "cramps", "1.2")
    assert speaks.marks == ("#v=1.2",)
    assert replace(speaks, text_code="K7QX\u00a04MP6").marks == ("#v=1.2-K7QX4MP6", "#v=1.2")
    assert speaks.scanned == OWN_PAGE
    assert voice_of(words_for("en-GB"), "en-GB", clinic(), "cramps", "1.2").marks == ()
    assert voice_of(words_for("en-GB"), "en-GB", None, "cramps", "1.2").marks == ()


def test_the_promise_of_a_whole_leaflet_has_the_address_of_the_leaflets() -> None:
    whose = clinic(leaflets_at=SITE)
    assert ("leaflets_at", "leaflets.riverside.example") in list(clinic_texts(whose, whose.fields()))


@pytest.mark.parametrize(
    "site",
    ["http://a.example", "https://a.example/?x=1", "https://a.example/#x", "https://me:word@a.example", "a.example",
     "https://a.example/a b", "https://a.example/../x", "javascript:alert(1)", f"https://{'a' * 120}.example"],
)  # fmt: skip
def test_a_site_is_an_https_address_to_which_names_can_be_added(site: str) -> None:
    with pytest.raises(ValidationError):
        clinic(leaflets_at=site)


def test_a_night_line_without_hours_has_its_own_name_alone() -> None:
    quiet = clinic(out_of_hours={"label": "Night line", "number": "0117 496 0199"})
    assert lines_of(panel(voice(), quiet)[1])[-1] == ["When we are closed: 0117 496 0199", "Night line"]


def test_what_a_clinic_does_not_say_leaves_no_gap_and_no_label() -> None:
    assert panel(voice(), bare_clinic()) == [[[[Text("Bare Clinic", strong=True)]]], [], []]


HOURS = [["Nurse line: 0117 496 0123", "Monday to Friday"], ["When we are closed: 0117 496 0199", "Night line. Nights"]]
NO_HOURS = [["Nurse line: 0117 496 0123"], ["When we are closed: 0117 496 0199", "Night line"]]


@pytest.mark.parametrize(
    ("hours", "page", "rows"),
    [
        (True, True, [*HOURS, [PAGE]]),
        (True, False, HOURS),
        (False, True, [*NO_HOURS, [PAGE]]),
        (False, False, NO_HOURS),
    ],
)
def test_a_cover_says_the_main_line_and_the_one_for_the_night_whatever_else_goes(
    hours: bool, page: bool, rows: list[list[str]]
) -> None:
    assert lines_of(cover_rows(voice(clinic()), hours, page)) == rows


def test_a_cover_tries_with_everything_first_and_lets_go_of_the_page_before_the_hours() -> None:
    assert COVERS == ((True, True), (True, False), (False, False))


def test_a_cover_without_a_clinic_or_its_lines_has_no_rows() -> None:
    for whose in (None, bare_clinic()):
        assert [cover_rows(voice(whose), hours, page) for hours, page in COVERS] == [[], [], []]


NUMBER = Text("0117 496 0123", strong=True, link="tel:01174960123")


def test_the_main_number_is_at_every_foot_with_as_much_as_there_is_room_for() -> None:
    named = [Text("Nurse line: "), NUMBER]
    richest = [*named, Text(". Monday to Friday")]
    assert [main_line(voice(clinic()), foot) for foot in FEET] == [richest, *[named] * 4, [NUMBER], [NUMBER]]


def test_a_line_without_hours_ends_with_its_number_at_the_richest_foot() -> None:
    short = clinic(phones=[{"label": "Nurse line", "number": "0117 496 0123"}])
    assert main_line(voice(short), FEET[0]) == [Text("Nurse line: "), NUMBER]


@pytest.mark.parametrize("whose", [None, bare_clinic()], ids=["no clinic", "no phone"])
def test_without_a_line_a_foot_says_none(whose: Clinic | None) -> None:
    assert main_line(voice(whose), FEET[0]) == []


def shown(foot: Foot) -> set[str]:
    return {name for name in Foot.__struct_fields__ if getattr(foot, name)}


def test_feet_go_from_all_to_the_least_and_each_says_less_than_the_one_before() -> None:
    assert shown(FEET[0]) == {"hours", "identity", "more", "label", "address", "closed"}
    assert all(shown(less) < shown(more) for more, less in pairwise(FEET))
    assert shown(FEET[-1]) == set()


def test_whom_to_call_at_night_goes_last_of_all() -> None:
    assert [foot.closed for foot in FEET] == [True] * 6 + [False]


MAIL = "hello@riverside.example"


def test_the_offers_are_an_interpreter_and_then_feedback() -> None:
    said = [list(offer) for offer in offers(voice(clinic()), clinic())]
    assert said == [
        [Text("Interpreters are "), Text("free", strong=True), Text(".")],
        [Text("Write to "), Text(MAIL, link=f"mailto:{MAIL}"), Text(".")],
    ]
    assert offers(voice(bare_clinic()), bare_clinic()) == []
    assert len(offers(voice(clinic()), clinic(interpreter=None))) == 1


def test_other_formats_are_offered_in_the_clinics_own_words_or_in_fixed_ones() -> None:
    own = clinic(other_formats="Large print: call {clinic.phone}.")
    assert [text_of(each) for each in other_formats(voice(own))] == ["Large print: call 0117 496 0123."]
    fixed = "Ask us for this leaflet in large print, another format or another language."
    assert [text_of(each) for each in other_formats(voice(clinic()))] == [fixed]
    assert neutral_offer(voice(own)) == fixed


def test_readers_of_another_language_than_the_clinics_are_offered_formats_in_their_own_first() -> None:
    own = clinic(other_formats="Large print: call us.", locale="en-GB")
    arabic = words_for("ar").get("other_formats")
    said = [without_isolates(text_of(each)) for each in other_formats(voice(own, "ar", "ar"))]
    assert said == [arabic, "Large print: call us."]
    assert len(other_formats(voice(own, "en-US", "en-US"))) == 1
    assert len(other_formats(voice(clinic(other_formats="Large print.", locale=None), "ar", "ar"))) == 1


def test_without_a_clinic_it_is_your_clinic_that_is_asked() -> None:
    assert neutral_offer(voice()) == (
        "Ask your clinic for this leaflet in large print, another format or another language."
    )
