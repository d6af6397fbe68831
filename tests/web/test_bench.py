"""Processes of their own: the same bytes, the same failures in words, and one that is ended is begun again."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from handoutgen.content.for_person import for_person
from handoutgen.errors import ContentRefused, HandoutError, InternalError, UsageProblem
from handoutgen.pack import CoverNote
from handoutgen.web import bench
from handoutgen.web.bench import OwnBench, ProcessBenches
from handoutgen.web.choice import LeafletChoice
from handoutgen.web.press import Press
from handoutgen.workshop import Workshop
from service.small_project import TODAY
from web.test_turns import until
from web.test_typed_words import held, secret_word

USUAL = LeafletChoice("back-pain", "en-GB")
PERSON = for_person({"name": "Ada Planted"}, {})


@pytest.fixture(scope="module")
def benches() -> Iterator[ProcessBenches]:
    made = ProcessBenches(1)
    yield made
    made.close()


def raise_(workshop: Workshop, problem: Exception) -> None:
    raise problem


def pid_of(workshop: Workshop) -> int:
    return os.getpid()


def sleep_(workshop: Workshop, seconds: float) -> None:
    import time

    time.sleep(seconds)


def test_another_process_makes_the_same_bytes(project: Path, benches: ProcessBenches) -> None:
    there, here = Press(project, "hill", lambda: TODAY, benches), Press(project, "hill", lambda: TODAY)
    assert there.leaflet(USUAL).data == here.leaflet(USUAL).data
    assert there.make(there.order(USUAL, person=PERSON)).data == here.make(here.order(USUAL, person=PERSON)).data
    packs = [press.pack([USUAL, USUAL.but(leaflet="cramps")], None, both_sides=True) for press in (there, here)]
    assert packs[0].data == packs[1].data


def test_a_mistake_comes_back_with_its_place(project: Path, benches: ProcessBenches) -> None:
    press = Press(project, "hill", lambda: TODAY, benches)
    path = project / "handouts" / "back-pain" / "en-GB.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("title:", "titel:", 1), encoding="utf-8")
    with pytest.raises(ContentRefused) as refused:
        press.leaflet(USUAL)
    assert any("titel" in finding.message for finding in refused.value.diagnostics)


@pytest.mark.parametrize("problem", [HandoutError("what", "how"), UsageProblem("what", "how")])
def test_failures_come_back_as_they_were(benches: ProcessBenches, problem: HandoutError) -> None:
    with pytest.raises(type(problem)) as told:
        benches.run(0, raise_, problem)
    assert (told.value.message, told.value.remedy, type(told.value)) == ("what", "how", type(problem))


def test_of_a_fault_of_ours_nothing_comes_back_but_its_kind(benches: ProcessBenches) -> None:
    with pytest.raises(InternalError) as told:
        benches.run(0, raise_, ValueError("Ada Planted"))
    assert "Ada" not in repr(told.value) and "ValueError" in str(told.value) and told.value.__cause__ is None


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
def test_a_process_that_is_ended_is_told_and_begun_again(benches: ProcessBenches) -> None:
    first = benches.run(0, pid_of)
    os.kill(first, signal.SIGKILL)
    with pytest.raises(HandoutError, match="stopped"):
        for _ in range(20):
            benches.run(0, sleep_, 0.05)
    assert benches.run(0, pid_of) != first


def test_what_takes_too_long_is_ended(benches: ProcessBenches, monkeypatch: pytest.MonkeyPatch) -> None:
    before = benches.run(0, pid_of)
    monkeypatch.setattr(bench, "MOST_SECONDS", 0.2)
    with pytest.raises(HandoutError, match="stopped"):
        benches.run(0, sleep_, 30.0)
    monkeypatch.setattr(bench, "MOST_SECONDS", 60.0)
    assert benches.run(0, pid_of) != before


def test_in_this_process_there_is_one_bench_and_failures_are_their_own() -> None:
    own: Any = OwnBench()
    assert own.count == 1 and own.run(0, pid_of) == os.getpid()
    with pytest.raises(KeyError):
        own.run(0, raise_, KeyError())
    own.close()


def test_after_the_end_nothing_is_begun() -> None:
    closed = ProcessBenches(1)
    closed.close()
    with pytest.raises(HandoutError, match="being stopped"):
        closed.run(0, pid_of)


def held_there(workshop: Workshop, turned: str) -> list[str]:
    """What of a word, told from its end, a worker still has."""
    return held(turned[::-1])


def keep_there(workshop: Workshop, word: str) -> None:
    kept_there.append([word])


kept_there: list[list[str]] = []


def held_by_threads(word: str) -> list[str]:
    """Names in the frames of this process that hold a word, for its pool works in threads that never end."""
    found = []
    for thread, frame in sys._current_frames().items():
        each: Any = frame if thread != threading.get_ident() else None
        while each is not None:
            values = each.f_locals.items()
            found += [
                name
                for name, value in values
                if isinstance(value, bytes | memoryview) and word.encode() in bytes(value)
            ]
            each = each.f_back
    return found


def test_a_worker_holds_nothing_that_was_typed_once_it_is_printed(project: Path) -> None:
    benches, word = ProcessBenches(1), secret_word()
    press = Press(project, "hill", lambda: TODAY, benches)
    try:
        person = for_person({"name": word}, {})
        assert press.make(press.order(USUAL, person=person)).data
        assert press.pack([USUAL], CoverNote(f"For {word}", person), both_sides=True).data
        del person
        until(lambda: not held_by_threads(word))
        assert benches.run(0, held_there, word[::-1]) == [] and held(word) == []
        benches.run(0, keep_there, word)
        assert benches.run(0, held_there, word[::-1]) != [], "the search finds what is there"
    finally:
        benches.close()
