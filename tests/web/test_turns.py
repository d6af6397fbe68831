from __future__ import annotations

import threading
import time
from collections.abc import Callable

import pytest

from handoutgen.web import turns as room
from handoutgen.web.turns import MOST_WAITING, Busy, Turns, asking


def waiting_for(
    turns: Turns, name: str, order: list[str], *, is_urgent: bool = True, what: str = ""
) -> threading.Thread:
    """A thread that wants a bench, and says when it has it."""

    def wait() -> None:
        asking.set(name)
        with turns.taken(is_urgent, what) as bench:
            order.append(f"{name}{bench}")

    thread = threading.Thread(target=wait, daemon=True)
    thread.start()
    return thread


def until(holds: Callable[[], object]) -> None:
    start = time.monotonic()
    while not holds():
        assert time.monotonic() - start < 5
        time.sleep(0.005)


def test_those_who_wait_have_their_turn_in_the_order_they_came_and_know_their_place() -> None:
    turns, order = Turns(1), list[str]()
    with turns.taken(True):
        threads = []
        for place, name in enumerate("abc"):
            threads.append(waiting_for(turns, name, order))
            until(lambda name=name, place=place: turns.before(name) == place)  # type: ignore[misc]
        assert turns.before("nobody") is None
    for thread in threads:
        thread.join(5)
    assert order == ["a0", "b0", "c0"]
    assert turns.before("a") is None


def test_what_is_made_ahead_waits_for_all_that_somebody_waits_for() -> None:
    turns, order = Turns(1), list[str]()
    with turns.taken(True):
        ahead = waiting_for(turns, "ahead", order, is_urgent=False)
        until(lambda: len(turns._queue) == 1)
        urgent = waiting_for(turns, "urgent", order)
        until(lambda: turns.before("urgent") == 0)
        assert turns.before("ahead") is None
    urgent.join(5)
    ahead.join(5)
    assert order == ["urgent0", "ahead0"]


def test_as_many_are_made_at_once_as_there_are_benches() -> None:
    turns = Turns(2)
    with turns.taken(True) as first, turns.taken(True) as second:
        assert {first, second} == {0, 1}
        order = list[str]()
        third = waiting_for(turns, "c", order)
        until(lambda: turns.before("c") == 0)
        assert order == []
    third.join(5)
    assert len(order) == 1


def test_a_bench_makes_again_what_it_made_last() -> None:
    turns = Turns(2)
    with turns.taken(True, "cramps") as cramps, turns.taken(True, "falls") as falls:
        pass
    for _ in range(3):
        with turns.taken(True, "falls") as again:
            assert again == falls
        with turns.taken(True, "cramps") as again:
            assert again == cramps


def test_more_than_anybody_waits_for_is_refused_and_a_failure_gives_the_bench_back() -> None:
    turns, order = Turns(1), list[str]()
    with turns.taken(True):
        threads = [waiting_for(turns, f"{number}.", order) for number in range(MOST_WAITING)]
        until(lambda: len(turns._queue) == MOST_WAITING)
        with pytest.raises(Busy), turns.taken(True):
            raise AssertionError("had a turn")
    for thread in threads:
        thread.join(5)
    assert len(order) == MOST_WAITING
    with pytest.raises(KeyError), turns.taken(True):
        raise KeyError
    with turns.taken(True) as bench:
        assert bench == 0


@pytest.mark.parametrize("is_urgent", [True, False])
def test_nobody_waits_for_ever_and_who_comes_after_is_first_then(
    monkeypatch: pytest.MonkeyPatch, *, is_urgent: bool
) -> None:
    monkeypatch.setattr(room, "MOST_SECONDS" if is_urgent else "MOST_SECONDS_AHEAD", 0.05)
    turns, order = Turns(1), list[str]()
    with turns.taken(True):
        with pytest.raises(Busy) as told, turns.taken(is_urgent):
            raise AssertionError("had a turn")
        assert told.value.is_urgent is is_urgent and turns._queue == []
        monkeypatch.undo()
        after = waiting_for(turns, "after", order)
        until(lambda: turns.before("after") == 0)
    after.join(5)
    assert order == ["after0"]
