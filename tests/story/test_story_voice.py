"""How a leaflet speaks: fixed words, phrases with the clinic's fields, and several phrases as one sentence."""

from __future__ import annotations

from typing import Any

import pytest

from handoutgen.content.markdown.inline import Items, MarkdownProblem, Paragraph, Text
from handoutgen.content.words import Words
from handoutgen.story.addresses import printed_address, site_of, written_out
from handoutgen.story.voice import SharedVoice, Voice
from story.small_leaflet import bare_clinic, clinic, text_of, voice


def test_fixed_words_have_their_values_filled_in() -> None:
    assert voice().word("strategy", number=3, title="Warmth") == "3. Warmth"
    assert voice(locale="en-US").word("email") == "Email"
    assert voice(locale="en-GB").word("email") == "E-mail"


def test_a_word_that_there_is_not_is_our_fault() -> None:
    with pytest.raises(KeyError):
        voice().word("nothing")


def test_a_phrase_has_the_clinics_fields_in_it() -> None:
    runs = voice(clinic()).phrase("Call **{clinic.phone}** at {clinic.name}.")
    assert list(runs) == [Text("Call "), Text("0117 496 0123", strong=True), Text(" at Riverside Clinic.")]


def test_a_clinics_value_is_never_read_as_markdown() -> None:
    runs = voice(clinic(name="A **B** [C](tel:1)")).phrase("We are {clinic.name}.")
    assert list(runs) == [Text("We are A **B** [C](tel:1).")]


def test_without_a_clinic_a_field_is_a_problem_not_a_gap() -> None:
    with pytest.raises(MarkdownProblem, match=r"\{clinic\.phone\}"):
        voice().phrase("Call {clinic.phone}.")


def test_a_field_that_the_clinic_left_empty_is_a_problem_not_a_gap() -> None:
    with pytest.raises(MarkdownProblem, match="no value"):
        voice(bare_clinic()).phrase("Call {clinic.phone}.")


def test_prose_is_paragraphs_and_lists_with_fields() -> None:
    blocks = voice(clinic()).prose("Ring us.\n\n1. {clinic.phone}\n2. wait")
    item = Paragraph((Text("0117 496 0123"),))
    assert blocks == (
        Paragraph((Text("Ring us."),)), Items(True, 1, ((item,), (Paragraph((Text("wait"),)),)))
    )  # fmt: skip


@pytest.mark.parametrize(
    ("phrases", "sentence"),
    [
        (["this"], "this."),
        (["this", "that", "the other"], "this; that; the other."),
        (["It hurts.", "It burns."], "It hurts. It burns."),
        (["It hurts.", "it burns"], "It hurts. it burns."),
        (["it hurts", "It burns."], "it hurts; It burns."),
        (["Is it hot?", "Call us!"], "Is it hot? Call us!"),
        (["هل هو ساخن؟", "x"], "هل هو ساخن؟ x."),
        (["दर्द है।", "x।"], "दर्द है। x।"),
        (["hurts, e.g. at night", "swells"], "hurts, e.g. at night; swells."),
    ],
)
def test_phrases_become_one_sentence_and_a_sentence_stays_one(phrases: list[str], sentence: str) -> None:
    assert text_of(voice().run_in(phrases)) == sentence


def test_run_in_phrases_keep_their_look_and_the_signs_between_have_none() -> None:
    runs = voice(clinic()).run_in(["**a hot leg**", "call {clinic.phone}"])
    assert runs == [Text("a hot leg", strong=True), Text("; "), Text("call 0117 496 0123"), Text(".")]


def test_the_signs_between_are_those_of_the_language() -> None:
    own = Voice(words=Words("ur", {"between_items": "؛", "full_stop": "۔"}), language="ur", _fields={})
    assert text_of(own.run_in(["a", "b"])) == "a؛ b۔"


def test_it_runs_the_way_its_language_is_written() -> None:
    tags = ("en-GB", "ar", "ur-PK", "az-Arab", "ar-Latn", "zh-Hant")
    directions = [voice(language=tag).direction for tag in tags]
    assert directions == ["ltr", "rtl", "rtl", "rtl", "ltr", "ltr"]


def test_dates_follow_the_fixed_words_not_the_leaflets_own_tag() -> None:
    spoken = voice(locale="en-US", language="en-GB")
    assert (spoken.locale, spoken.language) == ("en-US", "en-GB")


def test_the_fields_are_the_clinics_and_none_without_one() -> None:
    assert voice().fields == {}
    fields = voice(clinic()).fields
    assert (fields["clinic.phone"], fields["clinic.address"]) == ("0117 496 0123", "1 River Street, Bristol")
    assert voice(bare_clinic()).fields["clinic.phone"] == ""


def test_what_is_shared_says_the_same_and_has_no_clinic() -> None:
    shared = voice(clinic()).shared
    assert type(shared) is SharedVoice
    assert not hasattr(shared, "clinic")
    assert not hasattr(shared, "notice")
    assert text_of(shared.phrase("Call {clinic.phone}.")) == "Call 0117 496 0123."
    assert shared.word("help") == "When to get help"


def test_clinics_that_differ_in_nothing_but_their_offers_share_a_voice() -> None:
    one, other = clinic(interpreter="Ask us."), clinic(interpreter="Tell us.")
    assert voice(one).shared == voice(other).shared
    assert voice(one) != voice(other)
    assert voice(one).shared != voice(clinic(name="Another")).shared


def test_a_voice_cannot_be_changed() -> None:
    spoken: Any = voice()
    with pytest.raises(AttributeError):
        spoken.notice = "Too late"


@pytest.mark.parametrize(
    ("link", "printed", "site"),
    [
        ("https://www.nhs.uk/leg/cramps/", "www.nhs.uk/leg/cramps", "nhs.uk"),
        ("http://knee.example", "knee.example", "knee.example"),
        ("https://knee.example/", "knee.example", "knee.example"),
        ("mailto:hello@riverside.example", "hello@riverside.example", "hello@riverside.example"),
        ("tel:01174960123", "01174960123", "01174960123"),
    ],
)
def test_an_address_is_printed_as_one_writes_it(link: str, printed: str, site: str) -> None:
    assert printed_address(link) == printed
    assert site_of(link) == site


@pytest.mark.parametrize(
    ("run", "written"),
    [
        (Text("no link"), "no link"),
        (Text("arthritis", link="https://www.nhs.uk/arthritis/"), "arthritis (www.nhs.uk/arthritis)"),
        (Text("the page on NHS.uk", link="https://www.nhs.uk/arthritis/"), "the page on NHS.uk"),
        (Text("call us", link="tel:01174960123"), "call us (01174960123)"),
        (Text("01174960123", link="tel:01174960123"), "01174960123"),
    ],
)
def test_a_link_has_its_address_after_it_unless_its_words_say_the_site(run: Text, written: str) -> None:
    assert written_out(run) == written
