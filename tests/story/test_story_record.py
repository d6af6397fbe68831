"""What a leaflet says of itself: a draft until this very version is approved, dates as the clinic writes them."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from handoutgen.content.markdown.inline import Text
from handoutgen.story.record import (
    clinic_approval,
    code_and_version,
    due_in_short,
    giver,
    identity,
    identity_in_short,
    is_draft,
    next_review,
    published_and_due,
    review_record,
)
from handoutgen.story.voice import Voice
from story.small_leaflet import STRATEGY, bare_clinic, leaflet, text_of, voice, with_review

DRAFT = "Draft: not yet approved by a clinic"
DISCLAIMER = "This leaflet does not replace advice from your doctor, nurse or therapist."


def approving(*versions: str, of: str = "cramps") -> Voice:
    """The voice of a clinic that has approved these versions of a leaflet."""
    approvals = [{"leaflet": of, "version": each, "role": "Nurse", "date": "2026-12-01"} for each in versions]
    return voice(bare_clinic(approvals=approvals))


def figure(credit: str | None) -> dict[str, Any]:
    return {"file": "leg.svg", "alt": "A leg.", "caption": "A leg", "credit": credit}


@pytest.mark.parametrize(
    ("spoken", "draft"),
    [
        (voice(), True),
        (approving(), True),
        (approving("1.0"), False),
        (approving("0.9"), True),
        (approving("1"), True),
        (approving("1.0.1"), True),
        (approving("0.9", "1.0"), False),
        (approving("1.0", of="cramp"), True),
    ],
    ids=[
        "no clinic", "no approval", "this version", "an older one", "a shorter one", "a longer one", "both",
        "another leaflet",
    ],
)  # fmt: skip
def test_it_is_a_draft_until_the_clinic_has_approved_this_very_version(spoken: Voice, draft: bool) -> None:
    content = leaflet()
    assert is_draft(spoken, content) is draft
    assert (clinic_approval(spoken, content) is None) is draft
    assert DRAFT not in " ".join(review_record(spoken, content).lines)


def test_a_leaflet_approved_by_who_wrote_it_is_no_draft_for_anybody() -> None:
    content = with_review(status="approved", approvals=[{"role": "Lead nurse", "date": "2026-11-03"}])
    assert not is_draft(voice(), content)
    assert not is_draft(approving("0.9"), content)
    assert "Approved by Lead nurse, 3 November 2026." in review_record(voice(), content).lines


def test_the_record_says_everything_in_this_order() -> None:
    content = with_review(approvals=[{"role": "Lead nurse", "organisation": "A society", "date": "2026-11-05"}])
    assert review_record(approving("1.0"), content).lines == (
        "LC-1, Version 1.0. Published 2 November 2026. Last reviewed 3 November 2026. Next review 4 November 2029.",
        "Written by Riverside.",
        "Approved by Lead nurse, A society, 5 November 2026.",
        "Approved by Bare Clinic (Nurse), 1 December 2026.",
        DISCLAIMER,
    )


def test_the_essential_leaflet_says_what_the_full_one_has_in_place_of_who_paid_and_how_readers_helped() -> None:
    short = replace(approving("1.0"), also=("Causes",))
    assert review_record(short, leaflet()).lines == review_record(approving("1.0"), leaflet()).lines
    assert [text_of(each) for each in review_record(short, leaflet()).labelled] == [
        "This is the short leaflet: Ask us for the full one. It also tells you about: Causes."
    ]


def test_a_day_on_which_it_was_both_reviewed_and_published_is_named_once() -> None:
    content = with_review(published="2026-11-03")
    assert review_record(voice(), content).lines[0] == (
        "LC-1, Version 1.0. Last reviewed 3 November 2026. Next review 4 November 2029."
    )


def test_that_nobody_has_tested_it_yet_is_said_once() -> None:
    untested = with_review(reader_testing={"who": "Nobody yet.", "how_many": 0})
    assert review_record(voice(), untested) == review_record(voice(), leaflet())
    tested = with_review(reader_testing={"who": "Six readers.", "how_many": 6, "changed": "The title."})
    said = "Tested with readers: Six readers. How many: 6. What we changed: The title."
    assert text_of(review_record(voice(), tested).labelled[-1]) == said


def test_who_tested_it_how_many_and_what_changed_do_not_run_together() -> None:
    tested = with_review(reader_testing={"who": "Carers", "how_many": 5, "changed": "Words"})
    said = "Tested with readers: Carers. How many: 5. What we changed: Words."
    assert text_of(review_record(voice(), tested).labelled[-1]) == said
    alone = with_review(reader_testing={"who": "Carers", "how_many": 5})
    assert text_of(review_record(voice(), alone).labelled[-1]) == "Tested with readers: Carers. How many: 5."


def test_text_and_pictures_that_may_be_used_alike_have_one_licence() -> None:
    content = with_review(licences={"text": "MIT", "pictures": "MIT"})
    assert text_of(review_record(voice(), content).labelled[-1]) == "Licence of the text and the pictures: MIT."


def test_an_approval_of_another_version_is_not_in_the_record() -> None:
    lines = review_record(approving("0.9"), leaflet()).lines
    assert [line for line in lines if "Approved" in line] == []


def test_dates_are_in_the_clinics_way_of_writing() -> None:
    american = voice(bare_clinic(), locale="en-US")
    said = "Published November 2, 2026. Last reviewed November 3, 2026. Next review November 4, 2029."
    assert review_record(american, leaflet()).lines[0].endswith(said)


@pytest.mark.parametrize("spoken", [voice(), approving(), approving("1.0")], ids=["no clinic", "draft", "approved"])
def test_the_disclaimer_is_always_there_and_last(spoken: Voice) -> None:
    assert review_record(spoken, leaflet()).lines[-1] == DISCLAIMER


def test_who_paid_and_how_readers_helped_have_a_bold_label() -> None:
    content = with_review(funding="The **clinic**.")
    assert review_record(voice(), content).labelled == (
        (Text("Who paid for it: ", strong=True), Text("The "), Text("clinic", strong=True), Text(".")),
        (Text("How readers helped: ", strong=True), Text("Ten readers.")),
    )


def test_every_fact_with_a_label_is_a_sentence_as_another_may_follow_it_on_its_line() -> None:
    content = with_review(
        authors=[{"role": "Nurse", "interests": "none"}], approving_group="A society", funding="Nobody",
        reader_involvement="Did ten readers help? Yes!", licences={"text": "CC BY", "pictures": "See [here](https://a.org/)"},
    )  # fmt: skip
    assert [text_of(each) for each in review_record(voice(), content).labelled] == [
        "Who paid for it: Nobody.",
        "How readers helped: Did ten readers help? Yes!",
        "Author: Nurse. Interests: none.",
        "Approved by the group: A society.",
        "Licence of the text: CC BY.",
        "Licence of the pictures: See here.",
    ]


def test_whoever_made_pictures_is_named_once_wherever_they_stand() -> None:
    strategy = {
        **STRATEGY,
        "figure": figure("Strategy"),
        "how": [{"steps": ["Pull."], "figure": figure("Way")}, {"steps": ["Push."], "figure": figure("About")}],
    }
    content = leaflet(
        about={"figure": figure("About")},
        causes={"text": "Why.", "figure": figure(None)},
        symptoms={"figure": figure("Symptoms")},
        sections=[{"id": "own", "title": "Own", "figure": figure("Own")}],
        management={"strategies": [strategy]},
    )
    assert [text_of(each) for each in review_record(voice(), content).labelled][2:] == [
        "Pictures: About; Symptoms; Own; Strategy; Way."
    ]


def test_the_offer_of_other_formats_is_the_records_only_without_a_clinic() -> None:
    offer = review_record(voice(), leaflet()).offer
    assert offer == "Ask your clinic for this leaflet in large print, another format or another language."
    assert review_record(voice(bare_clinic()), leaflet()).offer == ""


def test_the_head_says_whose_it_is() -> None:
    assert giver(voice()) == "Patient information"
    assert giver(voice(bare_clinic())) == "Bare Clinic"


def test_which_leaflet_it_is_and_until_when_fits_on_one_line() -> None:
    content = leaflet()
    assert code_and_version(voice(), content) == "LC-1 · Version 1.0"
    assert next_review(voice(), content) == "Next review November 2029"
    assert identity(voice(), content) == "LC-1 · Version 1.0 · Next review November 2029"
    assert published_and_due(voice(), content) == "Published November 2026, review November 2029"
    assert due_in_short(voice(), content) == "review Nov 2029"


def test_a_leaflet_without_its_parts_to_write_on_says_first_what_sheet_to_ask_for() -> None:
    spoken = replace(voice(), to_write_on=("My diary", "My questions"))
    first, *others = (text_of(each) for each in review_record(spoken, leaflet()).labelled)
    assert "My diary" in first
    assert "My questions" in first
    assert others == [text_of(each) for each in review_record(voice(), leaflet()).labelled]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("pl", "Stałych zwrotów nie sprawdziła żadna osoba, której językiem ojczystym jest polski."),
        ("ar", "لم يراجع العبارات الثابتة أي قارئ لغته الأم العربية."),
        ("zh-Hant", "固定用語尚未經母語讀者審校。"),
    ],
)
def test_words_that_no_native_reader_has_checked_say_so_in_their_language(language: str, said: str) -> None:
    assert said in review_record(voice(None, language, language), leaflet()).lines
    assert not [line for line in review_record(voice(), leaflet()).lines if "native reader" in line]


def test_facts_are_written_with_the_signs_of_the_language() -> None:
    french = review_record(voice(None, "fr", "fr"), leaflet())
    assert any("\u00a0: " in text_of(fact) for fact in french.labelled)
    assert review_record(voice(None, "ar", "ar"), leaflet()).lines[0].startswith(f"{leaflet().code}، ")


def test_where_it_has_one_line_the_code_of_the_text_goes_before_the_month_is_abbreviated() -> None:
    coded = replace(voice(), text_code="K7QX 4MP6")
    content = leaflet()
    whole = identity(coded, content)

    def in_room_for(count: int) -> list[str]:
        return list(identity_in_short(coded, content, lambda line: len(line) <= count))

    assert in_room_for(len(whole)) == [whole]
    (bare,) = in_room_for(len(whole) - 1)
    assert bare == whole.replace(" · K7QX 4MP6", "")
    (footed,) = in_room_for(len(bare) - 1)
    assert footed.endswith("Version 1.0 · review November 2029")
    assert in_room_for(len(footed) - 1) == [footed.replace("November", "Nov")]
    assert len(in_room_for(5)) == 2, "with no room for any, all is said on two"
