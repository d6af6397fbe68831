"""What several ways to lay out a form show is set once, and hung into the tree of each."""

from __future__ import annotations

from handoutgen.layout.flow.atoms import Atom
from handoutgen.layout.forms.set_once import SetOnce
from handoutgen.plan.element import Element
from layout.setting_for_tests import block


def test_a_part_is_set_once_and_hung_in_each_time() -> None:
    calls = []

    def make(holder: Element) -> list[Atom]:
        calls.append(holder)
        holder.add("P", "said")
        return [block(10)]

    once = SetOnce()
    first, second = Element("Document"), Element("Document")
    assert once.atoms(first, "a", make) == once.atoms(second, "a", make)
    assert first.kids == second.kids
    assert len(calls) == 1
    once.atoms(second, "b", make)
    assert [kid.text for kid in second.kids] == ["said", "said"]
    assert len(calls) == 2
