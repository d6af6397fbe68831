"""An Easy Read's words: the author's, and whom to call, which the program says."""

from __future__ import annotations

from handoutgen.content.clinic import Clinic
from handoutgen.story.easy_read import call_over, call_under, easy_pairs, video_words, videos_of
from story.small_easy_read import with_easy_read
from story.small_leaflet import bare_clinic, clinic, text_of, voice

FILM = {"title": "Cramps", "language_name": "British Sign Language", "web": "https://www.example.org/films/cramps"}
CONTENT = with_easy_read(videos=[FILM])


def over(place: int, whose: Clinic | None) -> str | None:
    assert CONTENT.easy_read
    call = call_over(voice(whose), CONTENT, CONTENT.easy_read.parts[place])
    return text_of(call.words) if call else None


def test_over_the_signs_of_a_level_stands_whom_to_call() -> None:
    assert [over(place, clinic()) for place in range(4)] == [
        None, "Call 999 now if:", "Call us today on 0117 496 0123 if:",
        "Tell us at your next visit, or call 0117 496 0123 if:",
    ]  # fmt: skip
    assert over(1, bare_clinic(emergency_number="911")) == "Call 911 now if:"
    assert over(2, None) == "Call your clinic today if:"


def test_under_urgent_signs_stands_whom_to_call_when_the_clinic_is_closed() -> None:
    assert CONTENT.easy_read
    said = [call_under(voice(clinic()), part) for part in CONTENT.easy_read.parts]
    assert [text_of(each.words) if each else "" for each in said] == [
        "", "", "When we are closed, call 0117 496 0199.", "",
    ]  # fmt: skip
    assert [call_under(voice(bare_clinic()), part) for part in CONTENT.easy_read.parts] == [None] * 4


def test_each_pair_keeps_its_picture() -> None:
    assert CONTENT.easy_read
    [(picture, words)] = easy_pairs(voice(), CONTENT.easy_read.parts[0])
    assert (picture.alt, text_of(words)) == ("A phone", "This is about cramps.")


def test_films_are_the_leaflets_and_those_of_its_clinic() -> None:
    own = {**FILM, "title": "How to find us"}
    films = [own, {**own, "title": "On cramps", "leaflet": "cramps"}, {**own, "title": "On backs", "leaflet": "backs"}]
    assert [film.title for film in videos_of(voice(), CONTENT)] == ["Cramps"]
    assert [film.title for film in videos_of(voice(clinic(videos=films)), CONTENT)] == [
        "Cramps", "How to find us", "On cramps",
    ]  # fmt: skip
    said = video_words(videos_of(voice(), CONTENT)[0])
    assert [text_of(words) for words in said] == ["Cramps", "British Sign Language", "www.example.org/films/cramps"]
    assert [run.link for run in said[2]] == [FILM["web"]]
