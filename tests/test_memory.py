"""What is remembered is what was worked out, and no more than so many answers."""

from __future__ import annotations

from handoutgen.memory import Memory


def test_an_answer_is_worked_out_once() -> None:
    asked: list[str] = []
    memory: Memory[str] = Memory(2)

    def answer(question: str) -> str:
        return memory.get(question, lambda: asked.append(question) or question.upper())  # type: ignore[func-returns-value]

    assert [answer(q) for q in ("a", "b", "a")] == ["A", "B", "A"]
    assert asked == ["a", "b"]


def test_what_was_not_asked_for_longest_is_forgotten() -> None:
    memory: Memory[int] = Memory(2)
    for number, key in enumerate("ab"):
        memory.keep(key, number)
    assert memory.find("a") == 0
    memory.keep("c", 2)
    assert [memory.find(key) for key in "abc"] == [0, None, 2]
    assert len(memory) == 2


def test_empty_answers_are_answers() -> None:
    memory: Memory[tuple[()]] = Memory(1)
    assert memory.get("a", tuple) is memory.get("a", lambda: (_ for _ in ()).throw(AssertionError))
