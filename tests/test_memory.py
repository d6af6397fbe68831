"""What is remembered is what was worked out; what was asked for once makes room for what is asked for again."""

from __future__ import annotations

from handoutgen.memory import Memory


def test_an_answer_is_worked_out_once() -> None:
    asked: list[str] = []
    memory: Memory[str] = Memory(2, on_trial=2)

    def answer(question: str) -> str:
        return memory.get(question, lambda: asked.append(question) or question.upper())  # type: ignore[func-returns-value]

    assert [answer(q) for q in ("a", "b", "a")] == ["A", "B", "A"]
    assert asked == ["a", "b"]


def test_what_was_not_asked_for_longest_is_forgotten() -> None:
    memory: Memory[int] = Memory(2, on_trial=1)
    for number, key in enumerate("abc"):
        memory.keep(key, number)
        assert memory.find(key) == number
    assert [memory.find(key) for key in "abc"] == [None, 1, 2]


def test_any_number_of_answers_asked_for_once_drive_out_none_that_was_asked_for_again() -> None:
    memory: Memory[int] = Memory(2, on_trial=1)
    for key in "aabb":
        memory.get(key, lambda: 1)
    for key in range(1000):
        memory.get(key, lambda: 0)
    assert memory.find("a") == memory.find("b") == 1
    assert len(memory) == 3


def test_an_answer_that_is_asked_for_again_later_is_kept_from_then_on() -> None:
    memory: Memory[int] = Memory(4, on_trial=1)
    for key in ("a", "b", "a", "c", "d"):
        memory.get(key, lambda: 1)
    assert memory.find("a") == 1
    assert memory.find("b") is None


def test_a_dismissed_answer_is_itself_forgotten_in_the_end() -> None:
    memory: Memory[int] = Memory(1, on_trial=1)
    for key in ("a", "b", "c", "d", "a", "e"):
        memory.get(key, lambda: 1)
    assert memory.find("a") is None


def test_an_answer_kept_anew_takes_the_place_of_the_old_one() -> None:
    memory: Memory[int] = Memory(2)
    for answer in (1, 2, 3):
        memory.keep("a", answer)
        assert memory.find("a") == answer
    assert len(memory) == 1


def test_empty_answers_are_answers() -> None:
    memory: Memory[tuple[()]] = Memory(1)
    assert memory.get("a", tuple) is memory.get("a", lambda: (_ for _ in ()).throw(AssertionError))
