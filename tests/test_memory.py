"""What is remembered is what was worked out; what was asked for once makes room for what is asked for again."""

from __future__ import annotations

from handoutgen.memory import Bound, Memory, Once, Shelf, Shelves, remembered


def test_an_answer_is_worked_out_once() -> None:
    asked: list[str] = []
    memory: Memory[str] = Memory(Bound(2, 2, 2))

    def answer(question: str) -> str:
        return memory.get(question, lambda: asked.append(question) or question.upper())  # type: ignore[func-returns-value]

    assert [answer(q) for q in ("a", "b", "a")] == ["A", "B", "A"]
    assert asked == ["a", "b"]


def test_what_was_not_asked_for_longest_is_forgotten() -> None:
    memory: Memory[int] = Memory(Bound(2, 1, 2))
    for number, key in enumerate("abc"):
        memory.keep(key, number)
        assert memory.find(key) == number
    assert [memory.find(key) for key in "abc"] == [None, 1, 2]


def test_any_number_of_answers_asked_for_once_drive_out_none_that_was_asked_for_again() -> None:
    memory: Memory[int] = Memory(Bound(2, 1, 2))
    for key in "aabb":
        memory.get(key, lambda: 1)
    for number in range(1000):
        memory.get(number, lambda: 0)
    assert memory.find("a") == memory.find("b") == 1
    assert len(memory) == 3


def test_an_answer_that_is_asked_for_again_later_is_kept_from_then_on() -> None:
    memory: Memory[int] = Memory(Bound(4, 1, 4))
    for key in ("a", "b", "a", "c", "d"):
        memory.get(key, lambda: 1)
    assert memory.find("a") == 1
    assert memory.find("b") is None


def test_a_dismissed_answer_is_itself_forgotten_in_the_end() -> None:
    memory: Memory[int] = Memory(Bound(1, 1, 1))
    for key in ("a", "b", "c", "d", "a", "e"):
        memory.get(key, lambda: 1)
    assert memory.find("a") is None


def test_an_answer_kept_anew_takes_the_place_of_the_old_one() -> None:
    memory: Memory[int] = Memory(Bound(2, 1, 2))
    for answer in (1, 2, 3):
        memory.keep("a", answer)
        assert memory.find("a") == answer
    assert len(memory) == 1


def test_empty_answers_are_answers() -> None:
    memory: Memory[tuple[int, ...]] = Memory(Bound(1, 1, 1))
    assert memory.get("a", tuple) is memory.get("a", lambda: (_ for _ in ()).throw(AssertionError))


def test_without_trial_every_answer_is_kept_and_the_oldest_goes_before_a_new_one_is_made() -> None:
    memory: Memory[str] = Memory(Bound(2))
    held: list[int] = []

    def make() -> str:
        held.append(len(memory))
        return "made"

    for key in "abac":
        memory.get(key, make)
    assert held == [0, 1, 1]  # never two others while a third is made
    assert [memory.find(key) for key in "abc"] == ["made", None, "made"]


def test_whoever_cares_is_told_of_each_answer_that_goes() -> None:
    gone: list[tuple[object, int]] = []
    memory: Memory[int] = Memory(Bound(1), lambda key, answer: gone.append((key, answer)))
    for number, key in enumerate("abb"):
        memory.get(key, lambda number=number: number)  # type: ignore[misc]
    assert gone == [("a", 0)]


def test_keys_of_answers_on_trial_are_recalled_only_as_often_as_the_bound_says() -> None:
    memory: Memory[int] = Memory(Bound(4, on_trial=1))
    for key in ("a", "b", "a", "c"):
        memory.get(key, lambda: 1)
    assert memory.find("a") is None  # it came back, but nobody remembered that it had been there


def test_an_answer_is_not_on_trial_for_longer_than_all_that_is_kept_is_asked_for_a_few_times() -> None:
    shared, gone = ("a", "b", "c"), list[object]()
    memory: Memory[int] = Memory(Bound(8, on_trial=6), lambda key, _: gone.append(key))
    for clinic in range(8):
        for key in (*shared, clinic):
            memory.get(key, lambda: 1)
    assert gone == [0, 1, 2, 3]  # though there is room for six
    assert memory.find(4) == 1
    assert [memory.find(key) for key in shared] == [1, 1, 1]


def test_as_long_as_nothing_is_kept_an_answer_is_on_trial_until_as_many_others_are() -> None:
    memory: Memory[int] = Memory(Bound(8, on_trial=3))
    for key in "abcabc":
        memory.get(key, lambda: 1)
    assert len(memory) == 3
    assert [memory.find(key) for key in "abc"] == [1, 1, 1]


def test_a_shelf_is_filled_once_for_each_object() -> None:
    shelf: Shelf[list[int]] = Shelf(list)
    other: Shelf[list[int]] = Shelf(list)
    one, two = Shelves(), Shelves()
    one[shelf].append(1)
    assert (one[shelf], one[other], two[shelf]) == ([1], [], [])


def test_a_pure_function_is_asked_once_for_each_value_as_long_as_there_is_room() -> None:
    asked: list[int] = []

    @remembered(Bound(2))
    def double(number: int) -> int:
        asked.append(number)
        return 2 * number

    assert [double(n) for n in (1, 1, 2, 3, 1)] == [2, 2, 4, 6, 2]
    assert asked == [1, 2, 3, 1]


def test_what_is_made_once_is_made_when_first_asked_for() -> None:
    made: list[str] = []
    once = Once(lambda: made.append("x") or len(made))  # type: ignore[func-returns-value]
    assert made == []
    assert (once(), once(), made) == (1, 1, ["x"])
