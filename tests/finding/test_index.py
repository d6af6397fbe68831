"""What a search says: which leaflets and why, what to underline, what was corrected; and what it never looks at."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from finding.small_shelf import edition, ids, listed, shelf, shipped
from handoutgen.finding.answers import MOST_CORRECTED, MOST_FOUND
from handoutgen.finding.index import MOST_LETTERS, MOST_NEAREST, MOST_WORDS, LeafletIndex
from handoutgen.finding.results import MOST_OTHER_NAMES, FoundLeaflet, MarkedText, marked

SCLEROSIS = listed(
    "ms", edition("Leg cramps in multiple sclerosis", "MS", "night cramps", "calf pain", "leg spasm", "G 35"), code="LC"
)
TWO_LANGUAGES = listed(
    "scan",
    edition("Your scan", "MRI"),
    edition("Eich sgan", "sganio’r pen", language="cy"),
    edition("التصوير بالرنين", "أشعة الرأس", language="ar"),
    codes=("R90.0",),
)


def only(query: str, *leaflets: object, language: str = "en-GB") -> FoundLeaflet:
    [found] = LeafletIndex(leaflets or (SCLEROSIS,)).search(query, language).found  # type: ignore[arg-type]
    return found


def underlined(text: MarkedText) -> list[str]:
    return [piece for piece, is_marked in text.pieces if is_marked]


def test_the_words_that_answer_are_underlined_in_the_title_and_in_the_search_words() -> None:
    found = only("legs cramp sclerosis")
    assert underlined(found.title) == ["Leg", "cramps", "sclerosis"]
    assert [(text.text, underlined(text)) for text in found.also] == [
        ("night cramps", ["cramps"]), ("leg spasm", ["leg"]), ("MS", []), ("calf pain", [])
    ]  # fmt: skip
    assert "".join(piece for piece, _ in found.title.pieces) == found.title.text


def test_at_most_as_many_search_words_are_shown_as_a_line_holds() -> None:
    assert len(only("cramps").also) == MOST_OTHER_NAMES


def test_of_two_that_answer_alike_the_medicine_comes_last() -> None:
    pill = replace(listed("a-pill", edition("Baclofen tablets", "spasticity")), is_medicine=True)
    stiff = listed("stiffness", edition("Stiff muscles", "spasticity"))
    assert ids(LeafletIndex((pill, stiff)).search("spasticity")) == ["stiffness", "a-pill"]
    assert ids(LeafletIndex((pill, stiff)).search("baclofen for spasticity"))[0] == "a-pill"


def test_a_subtitle_answers_too() -> None:
    found = only("leg", listed("a", edition("Gabapentin", subtitle="For nerve pain, such as in the leg")))
    assert underlined(found.subtitle) == ["leg"]


def test_places_that_touch_are_underlined_as_one() -> None:
    assert marked("backpain", [(4, 8), (0, 4)]).spans == ((0, 8),)
    assert marked("back pain", [(5, 9), (0, 4), (0, 9)]).spans == ((0, 9),)
    assert list(marked("back pain", []).pieces) == [("back pain", False)]
    assert list(marked("back pain", [(0, 4)]).pieces) == [("back", True), (" pain", False)]


def test_what_was_corrected_is_said_as_the_leaflet_writes_it() -> None:
    results = LeafletIndex([SCLEROSIS]).search("leg cramp skleroses")
    assert results.corrected == ("sclerosis",)
    assert not results.found[0].is_close
    assert LeafletIndex([SCLEROSIS]).search("leg cramp").corrected == ()


def test_a_leaflet_that_answers_only_what_was_corrected_says_so() -> None:
    assert only("skleroses").is_close


def test_a_leaflet_that_has_few_of_the_words_and_only_corrected_ones_is_not_found() -> None:
    index = shelf(a="Muscle spasms", b="Something else")
    assert ids(index.search("scared of small spaces")) == []
    assert ids(index.search("leg spasams")) == ["a"]
    assert ids(index.search("small muscle spaces")) == ["a"]


def test_a_correction_is_told_from_what_is_shown() -> None:
    index = shelf(a="Hernias", b="Knee pain", c="hernia")
    assert index.search("hurnia").corrected == ("hernia",)


def test_only_the_last_word_may_be_a_misspelt_beginning() -> None:
    index = shelf(a="Sclerosis", b="Pain")
    assert set(ids(index.search("pain sklero"))) == {"a", "b"}
    assert ids(index.search("sklero pain")) == ["b"]


def test_of_many_misspelt_words_a_few_are_told() -> None:
    titles = {"a": "sciatica lumbago gadolinium resonance sclerosis"}
    results = shelf(**titles).search("siatica lumbaygo gadolinum resonanse sklerosis")
    assert len(results.corrected) == MOST_CORRECTED


def test_a_title_counts_for_more_than_a_search_word_and_that_for_more_than_a_subtitle() -> None:
    index = LeafletIndex([
        listed("under", edition("One thing", subtitle="hernia")),
        listed("also", edition("Another thing", "hernia")),
        listed("title", edition("hernia thing")),
    ])  # fmt: skip
    assert ids(index.search("hernia")) == ["title", "also", "under"]


def test_a_word_that_few_leaflets_have_counts_for_more() -> None:
    index = shelf(a="Pain in the knee", b="Pain in the hip", c="Pain in the foot", d="Gout of the foot")
    assert ids(index.search("pain gout"))[0] == "d"


def test_words_in_one_phrase_count_for_more_than_words_apart() -> None:
    index = LeafletIndex([
        listed("apart", edition("Calf", "leg pain", "back exercises")), listed("one", edition("Spine", "back pain"))
    ])  # fmt: skip
    assert ids(index.search("back pain")) == ["one", "apart"]


def test_what_answers_next_to_nothing_is_left_out() -> None:
    index = shelf(a="Hernia repair", b="Pain", c="Pain", d="Pain", e="Pain", f="Pain", g="Pain", h="Pain", i="Pain")
    assert ids(index.search("hernia repair pain")) == ["a"]


@pytest.mark.parametrize("query", ["lc", "LC", "lc,"])
def test_a_code_counts_only_whole(query: str) -> None:
    assert only(query).code == "LC"
    assert ids(LeafletIndex([SCLEROSIS]).search("L")) == []


def test_a_code_outweighs_words() -> None:
    index = LeafletIndex([listed("words", edition("Back and bac")), listed("code", edition("Baclofen"), code="BAC")])
    assert ids(index.search("bac"))[0] == "code"


def test_beside_a_code_words_are_found_as_ever() -> None:
    index = LeafletIndex([listed("back", edition("Back pain")), listed("code", edition("Tablets"), code="BAC")])
    assert ids(index.search("bac")) == ["code", "back"]


def test_of_a_code_and_an_id_that_are_the_same_the_code_is_shown() -> None:
    assert only("mri-scan", listed("mri-scan", edition("Scan"), code="MRI-SCAN")).code == "MRI-SCAN"


def test_an_id_finds_its_leaflet_and_is_not_shown_as_a_code() -> None:
    assert only("leg-pain", listed("leg-pain", edition("Nothing like it"))).code == ""


@pytest.mark.parametrize(
    ("query", "language", "shown"),
    [
        ("scan", "ar", "en-GB"),
        ("sgan", "en-GB", "cy"),
        ("Sganior", "en-GB", "cy"),
        ("تصوير", "en-GB", "ar"),
        ("الاشعه", "en-GB", "ar"),
        ("R90.0", "cy", "cy"),
        ("R90.0", "cy-GB", "cy"),
        ("R90.0", "pl", "en-GB"),
    ],
)
def test_the_edition_that_answers_best_is_shown_and_of_equals_that_of_the_language(
    query: str, language: str, shown: str
) -> None:
    assert only(query, TWO_LANGUAGES, language=language).edition.language == shown


def test_little_words_are_passed_over_unless_there_are_no_others() -> None:
    index = shelf(a="What to do in a fire", b="Hernia")
    assert ids(index.search("what is a hernia")) == ["b"]
    assert ids(index.search("what to do")) == ["a"]


def test_no_more_is_looked_at_than_a_question_is_long() -> None:
    results = shelf(a="Hernia").search("x" * MOST_LETTERS + " hernia")
    assert (results.query, results.found) == ("x" * MOST_LETTERS, ())
    few = [f"w{number}" for number in range(MOST_WORDS)]
    assert ids(shelf(a="Hernia").search(" ".join([*few[1:], "hernia"]))) == ["a"]
    assert ids(shelf(a="Hernia").search(" ".join([*few, "hernia"]))) == []


def test_no_more_is_found_than_a_page_holds() -> None:
    assert len(shelf(**{f"n{number}": "Pain" for number in range(MOST_FOUND + 5)}).search("pain").found) == MOST_FOUND


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("  her \n nia ", "her nia"),
        ("her\u202enia", "hernia"),
        ("her\x00\x1bnia\ud800", "hernia"),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_the_question_is_told_back_without_what_nobody_sees(typed: str, told: str) -> None:
    assert shelf(a="Hernia").search(typed).query == told


@pytest.mark.parametrize("query", ["", "   ", "…", "'", "\u202e", "-"])
def test_a_question_without_a_word_finds_nothing_and_proposes_nothing(query: str) -> None:
    results = shipped().search(query)
    assert (results.found, results.nearest, results.corrected) == ((), (), ())


def test_the_nearest_are_few_and_of_one_subject_that_has_leaflets() -> None:
    many = [
        listed(f"n{number}", edition(f"Title {number}"), subjects=("eating",)) for number in range(MOST_NEAREST + 2)
    ]
    results = LeafletIndex([*many, listed("a", edition("A"), subjects=("breathing",))]).search("diabetes and food")
    assert results.subject is not None
    assert results.subject.id == "eating"
    assert [leaflet.id for leaflet in results.nearest] == [leaflet.id for leaflet in many[:MOST_NEAREST]]
    assert LeafletIndex(many).search("asthma").subject is None


@pytest.mark.parametrize("query", ["diabetis", "siwgr", "سكري"])
def test_subjects_are_known_by_misspelt_words_and_in_each_language(query: str) -> None:
    results = LeafletIndex([listed("a", edition("A"), subjects=("eating",))]).search(query)
    assert [leaflet.id for leaflet in results.nearest] == ["a"]


def test_a_list_goes_from_a_to_z_without_regard_to_case_and_accents() -> None:
    index = shelf(a="élan", b="Zebra", c="eland", d="“Dog”")
    assert [leaflet.id for leaflet in index.from_a_to_z()] == ["d", "a", "c", "b"]


def test_a_subject_has_its_leaflets_from_a_to_z() -> None:
    assert [leaflet.id for leaflet in shipped().under("movement")] == [
        "low-back-pain", "leg-cramps-ms", "sprained-ankle", "preventing-falls"
    ]  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_whatever_is_typed_is_answered_and_underlined_within_its_text(query: str) -> None:
    for found in shipped().search(query).found:
        for text in (found.title, found.subtitle, *found.also):
            assert "".join(piece for piece, _ in text.pieces) == text.text


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(["Hernia repair", "تشنج الساق", "Ŵy Thŷ", "Straße ﬁ", "小腿 抽筋"]))
def test_each_title_finds_its_own_leaflet_with_all_of_it_underlined(title: str) -> None:
    index = LeafletIndex([listed("other", edition("Other")), listed("own", edition(title))])
    [found] = index.search(title).found
    assert found.leaflet.id == "own"
    assert "".join(underlined(found.title)).replace(" ", "") == title.replace(" ", "")
