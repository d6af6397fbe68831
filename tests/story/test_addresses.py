"""Links written out, dialled, and called by a name that can stand alone."""

from __future__ import annotations

import pytest

from handoutgen.content.markdown.inline import Text
from handoutgen.story.addresses import (
    LONGEST_ADDRESS,
    described,
    followed,
    number_to_call,
    numbers_to_call,
    page_of,
    printed_address,
    with_mail_links,
    written_out,
)


@pytest.mark.parametrize(
    ("number", "link"),
    [
        ("999", "tel:999"),
        ("0117 496 0123", "tel:01174960123"),
        ("+44 (0)117 496 0123", "tel:+441174960123"),
        ("01632 960123 ext 12", "tel:01632960123"),
        ("555-0123", "tel:5550123"),
        ("0044 (0)117 496 0123", "tel:00441174960123"),
        ("0011 44 (0)117 496 0123", "tel:0011441174960123"),
        ("(0)117 496 0123", "tel:01174960123"),
        ("+39 (06) 1234 5678", "tel:+390612345678"),
        ("0117 - 496 0123", "tel:01174960123"),
        ("22 555 01 23", "tel:225550123"),
        ("0351/555 01 01", "tel:03515550101"),
        ("13 11 14", "tel:131114"),
        ("٠١١٧ ٤٩٦ ٠١٢٣", "tel:01174960123"),
        ("ask at the desk", None),
        ("44 (0)117 496 0123", None),
        ("+44 (0117) 496 0123", None),
        ("0117 496 0123-4", None),
        ("0800 1111 - 1112", None),
        ("111/999", None),
    ],
)
def test_a_number_is_printed_as_written_and_dialled_by_its_figures(number: str, link: str | None) -> None:
    assert number_to_call(number) == Text(number, strong=True, link=link)


def test_a_number_is_not_written_out_a_second_time() -> None:
    for number in ("0117 496 0123", "0044 (0)117 496 0123", "(0)117 496 0123"):
        assert written_out(number_to_call(number)) == number


@pytest.mark.parametrize(
    ("words", "links"),
    [
        ("116 123 24/7", {"116 123": "tel:116123"}),
        ("0808 800 8006 - 24 hours", {"0808 800 8006": "tel:08088008006"}),
        ("0808 800 8005, 9am to 5pm", {"0808 800 8005": "tel:08088008005"}),
        ("0808 800 8000 / 0808 800 8001", {"0808 800 8000": "tel:08088008000", "0808 800 8001": "tel:08088008001"}),
        ("0800 1111 or 0808 800 8003", {"0800 1111": "tel:08001111", "0808 800 8003": "tel:08088008003"}),
        ("Freephone 0808 800 8000", {"0808 800 8000": "tel:08088008000"}),
        ("18001 0808 800 8004 (text phone)", {"18001 0808 800 8004": "tel:1800108088008004"}),
        ("111, day and night", {"111": "tel:111"}),
        ("22 555 01 23 24/7", {"22 555 01 23": "tel:225550123"}),
        ("1-800-CALL-NOW", {}),
        ("0800 FLOWERS", {}),
        ("text SHOUT to 85258", {}),
    ],
)
def test_of_an_authors_words_each_number_can_be_dialled_and_nothing_beside_it(
    words: str, links: dict[str, str]
) -> None:
    said = numbers_to_call(words)
    assert "".join(run.text for run in said) == words
    assert {run.text: run.link for run in said if run.link} == links
    assert all(run.strong for run in said)


def test_a_number_that_the_words_do_not_say_is_written_out() -> None:
    assert written_out(Text("call us", link="tel:01174960123")) == "call us (01174960123)"
    assert written_out(Text("ward 12", link="tel:01174960123")) == "ward 12 (01174960123)"
    assert written_out(Text("call us", link="tel:01174960123;ext=45")) == "call us (01174960123 ext 45)"


def test_an_extension_is_written_and_not_dialled() -> None:
    assert printed_address("https://example.org/a;ext=pdf") == "example.org/a;ext=pdf"
    assert followed("tel:01174960123;ext=45") == "tel:01174960123"
    assert followed("https://example.org/a;ext=1") == "https://example.org/a;ext=1"


def test_mail_addresses_become_links_and_the_words_stay() -> None:
    said = (Text("Write to a.b@clinic.example, or to "), Text("c@d.example", strong=True), Text("."))
    linked = with_mail_links(said)
    assert "".join(run.text for run in linked) == "".join(run.text for run in said)
    assert [(run.text, run.strong, run.link) for run in linked if run.link] == [
        ("a.b@clinic.example", False, "mailto:a.b@clinic.example"),
        ("c@d.example", True, "mailto:c@d.example"),
    ]


def test_a_full_stop_after_an_address_is_no_part_of_it() -> None:
    assert [run.text for run in with_mail_links([Text("Ask c@d.example.")])] == ["Ask ", "c@d.example", "."]


def test_a_link_stays_the_link_it_is() -> None:
    link = Text("c@d.example", link="https://d.example/form")
    assert with_mail_links([link]) == (link,)


@pytest.mark.parametrize(
    ("before", "run", "name"),
    [
        ("NHS: Leg cramps. ", Text("nhs.uk", link="https://www.nhs.uk/leg"), "NHS: Leg cramps, nhs.uk"),
        ("", Text("nhs.uk", link="https://www.nhs.uk/leg"), "nhs.uk"),
        ("Read ", Text("about cramps", link="https://www.nhs.uk/leg"), "about cramps"),
        ("In an emergency, call ", Text("999", link="tel:999"), "In an emergency, call 999"),
        ("Web page: ", Text("www.a.example", link="https://www.a.example/"), "Web page, www.a.example"),
    ],
)
def test_a_link_whose_words_are_an_address_is_called_by_what_came_before_too(before: str, run: Text, name: str) -> None:
    assert described(before, run) == name


@pytest.mark.parametrize(
    ("link", "shown"),
    [
        ("https://www.nhs.uk/", "www.nhs.uk"),
        ("https://www.nhs.uk/conditions/stroke/symptoms/", "www.nhs.uk/conditions/stroke/symptoms"),
        ("https://www.nhs.uk/conditions/deep-vein-thrombosis-dvt/", "nhs.uk/conditions/deep-vein-thrombosis-dvt"),
        ("https://www.nhs.uk/conditions/mri-scan/who-can-have-it/", "nhs.uk/conditions/mri-scan/who-can-have-it"),
        (
            "https://www.nhs.uk/medicines/baclofen/common-questions-about-baclofen/",
            "nhs.uk/…/common-questions-about-baclofen",
        ),
        (
            "https://nbt.nhs.uk/our-services/a-z-services/same-day-emergency-clinic-sdec-cauda-equina-syndrome-sec",
            "nbt.nhs.uk/…/same-day…syndrome-sec",
        ),
        (
            "https://www.nice.org.uk/guidance/ng249/chapter/recommendations#falls",
            "nice.org.uk/…/ng249/chapter/recommendations",
        ),
        ("https://www.nhs.uk/conditions/leg-cramps/#causes", "www.nhs.uk/conditions/leg-cramps/#causes"),
        (
            "https://drpharmacy.uk/health-detail/?topic=sprains-and-strains",
            "drpharmacy.uk/…/?topic=sprains-and-strains",
        ),
        (
            "https://x.example/a/caf%C3%A9-near-the-hospital-in-the-old-town",
            "x.example/a/café-near-the…in-the-old-town",
        ),
        (
            "https://x.example/a/two%20words-in-the-old-town-and-many-more-words",
            "x.example/a/two%20words-in…many-more-words",
        ),
        ("https://x.example/a/" + "f" * 60, "x.example/…/" + "f" * 31 + "…"),
        ("https://" + "long-name." * 5 + "example/leaflets/ankle-sprain", "long-name." * 5 + "example/…/ankle-sprain"),
        ("mailto:hello@riverside.example", "hello@riverside.example"),
    ],
)
def test_of_a_pages_address_enough_is_shown_to_find_it(link: str, shown: str) -> None:
    assert page_of(link) == shown


def test_pages_that_begin_alike_can_be_told_apart_by_their_end() -> None:
    start = "https://northerncarealliance.nhs.uk/patient-information/patient-leaflets/emergency-and-urgent-care-"
    assert [page_of(start + end) for end in ("managing-ankle-injuries", "ankle-injury-advice")] == [
        "northerncarealliance.nhs.uk/…/emergency-and…injuries",
        "northerncarealliance.nhs.uk/…/emergency-and…injury-advice",
    ]


def test_pages_of_one_site_can_be_told_apart() -> None:
    pages = ("leg-cramps", "deep-vein-thrombosis-dvt", "multiple-sclerosis", "pulmonary-embolism", "stroke/symptoms")
    shown = [page_of(f"https://www.nhs.uk/conditions/{page}/") for page in pages]
    assert len(set(shown)) == len(pages)
    assert max(map(len, shown)) <= LONGEST_ADDRESS


def test_a_page_that_is_shown_in_short_is_called_by_what_was_said_before_it() -> None:
    link = "https://www.nhs.uk/medicines/baclofen/common-questions-about-baclofen/"
    named = described("NHS: Questions. ", Text(page_of(link), link=link))
    assert named == "NHS: Questions, nhs.uk/…/common-questions-about-baclofen"
