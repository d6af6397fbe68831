"""What is typed for a person is on the print, and nowhere else."""

from __future__ import annotations

import gc
import logging
import secrets
import string
from pathlib import Path

import pytest
from msgspec import Struct

from handoutgen.content.for_person import ForPerson
from handoutgen.content.load import load_leaflet
from handoutgen.web.typed import dose_fields, person_of, typed_in
from handoutgen.web.visits import MINUTES
from web.desk import Desk, desk_for

PROJECT = Path(__file__).parents[2]
CRAMPS = PROJECT / "handouts" / "leg-cramps-ms" / "en-GB.yaml"


def secret_word() -> str:
    """A word that stands in no file of ours and that no other test has typed."""
    return "Mrs" + "".join(secrets.choice(string.ascii_letters) for _ in range(12))


@pytest.fixture
def typing(tmp_path: Path) -> Desk:
    return desk_for(PROJECT, "riverside-neurology", tmp_path / "kept" / "kept.json")


def test_what_is_typed_is_printed_and_stands_nowhere_else(
    typing: Desk, tmp_path: Path, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    word = secret_word()
    typing.get("/")
    answer = typing.post("/print", {"leaflet": "leg-cramps-ms", "form": "sheet", "typed_name": word})
    assert answer.status == 303
    assert word not in str(answer.headers)
    pdf = typing.get(answer.headers["location"])
    assert word in read_text(pdf.body)
    assert word not in str(pdf.headers)
    assert b"/Title" in pdf.body and word.encode() not in pdf.body.partition(b"stream")[0]
    assert word not in typing.get("/").text + typing.get("/leaflets").text
    assert word not in read_text(typing.get("/l/leg-cramps-ms/leaflet.pdf?form=sheet").body)
    assert word in typing.get("/l/leg-cramps-ms").text  # so that a plain form can print again
    typing.post("/next")
    assert word not in typing.get("/l/leg-cramps-ms").text
    said = capsys.readouterr()
    assert word not in caplog.text + said.out + said.err
    for path in tmp_path.rglob("*"):
        assert word not in path.name
        assert path.is_dir() or word.encode() not in path.read_bytes()


def read_text(pdf: bytes) -> str:
    """All words of a PDF, without the spaces between them."""
    return "".join(page_text for page_text in _texts(pdf)).replace(" ", "").replace("\n", "").replace("\r", "")


def _texts(pdf: bytes) -> list[str]:
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        return [document[index].get_textpage().get_text_range() for index in range(len(document))]
    finally:
        document.close()


def held(word: str) -> list[str]:
    """Everything in memory that holds a text with this word in it, but for what is of this very search."""
    gc.collect()
    found: list[str] = []
    untracked: list[object] = []
    seen: set[int] = set()
    for each in gc.get_objects():
        if type(each).__name__ in ("cell", "frame", "function"):
            continue
        for inner in gc.get_referents(each):
            found += _found(each, inner, word)
            if isinstance(inner, Struct | tuple) and not gc.is_tracked(inner):
                untracked.append(inner)
    while untracked:  # the collector does not know a struct or a tuple of texts alone
        each = untracked.pop()
        if id(each) not in seen:
            seen.add(id(each))
            for inner in gc.get_referents(each):
                found += _found(each, inner, word)
                untracked += [inner] if isinstance(inner, Struct | tuple) else []
    return found


def _found(holder: object, inner: object, word: str) -> list[str]:
    texts = [inner, *inner.values()] if type(inner) is dict else [inner]
    return [f"{type(holder).__name__} of {type(inner).__name__}" for text in texts if _has(text, word)]


def _has(text: object, word: str) -> bool:
    return (type(text) is str and word in text) or (type(text) is bytes and word.encode() in text)


def test_a_planted_word_is_found_in_a_struct_of_texts_too() -> None:
    word = secret_word()
    kept = [ForPerson(name=word)]
    assert not gc.is_tracked(kept[0])
    assert held(word) == ["ForPerson of str"]


@pytest.mark.parametrize("way", ["next person", "ten minutes"])
def test_nothing_in_memory_holds_it_after_the_person_has_gone(typing: Desk, way: str) -> None:
    word = secret_word()
    assert held(word) == []
    status = typing.post("/print", {"leaflet": "leg-cramps-ms", "form": "sheet", "typed_name": word}).status
    there = held(word)
    assert (status, there) == (303, ["Visit of dict"])
    if way == "next person":
        typing.post("/next")
    else:
        typing.site.visits.sweep(typing.clock.now + MINUTES * 60 + 1)
    there = held(word)
    assert there == []


def test_save_pdf_leaves_it_out(typing: Desk) -> None:
    word = secret_word()
    asked = {"leaflet": "leg-cramps-ms", "form": "sheet", "typed_name": word, "do": "save"}
    saved = typing.get(typing.post("/print", asked).headers["location"])
    assert word not in read_text(saved.body)
    assert saved.body == typing.get("/l/leg-cramps-ms/leaflet.pdf?form=sheet").body


def test_a_poster_is_for_everybody_and_prints_none_of_it(typing: Desk) -> None:
    word = secret_word()
    asked = {"leaflet": "leg-cramps-ms", "form": "poster", "typed_name": word}
    printed = typing.get(typing.post("/print", asked).headers["location"])
    assert word not in read_text(printed.body)


def test_looking_at_another_size_carries_no_typed_word_into_the_address(typing: Desk) -> None:
    word = secret_word()
    answer = typing.post("/choose", {"leaflet": "leg-cramps-ms", "size": "large", "typed_name": word})
    assert word not in answer.headers["location"]
    assert word in typing.get(answer.headers["location"]).text


@pytest.mark.parametrize("text", ["x" * 81, "line\nbreak", "turned \u202e round", "bell\x07"])
def test_what_cannot_be_printed_is_refused_without_repeating_it(typing: Desk, text: str) -> None:
    answer = typing.post("/print", {"leaflet": "leg-cramps-ms", "typed_name": text}, accept="application/json")
    assert answer.status == 422
    assert text not in answer.json["problem"]


def test_a_dose_is_for_an_exercise_that_is_shown() -> None:
    strategies = load_leaflet(CRAMPS).leaflet.strategies
    doses = dose_fields(strategies, "leg-cramps-ms")
    assert [dose.exercise for dose in doses][:2] == ["Standing calf stretch", "Seated calf stretch with a towel"]
    person = person_of({doses[0].field: "2", "typed_name": " Ann "}, doses)
    assert person is not None
    assert person.name == "Ann"
    assert person.doses == (("Standing calf stretch", "2"),)
    assert person_of({"typed_name": " "}, doses) is None


def test_only_typed_fields_are_taken_for_typed() -> None:
    assert typed_in({"leaflet": ["a"], "reason": ["b"]}) is None
    assert typed_in({"typed_name": ["a", "b"], "size": ["large"]}) == {"typed_name": "a"}
