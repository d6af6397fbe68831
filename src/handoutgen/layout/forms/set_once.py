"""Parts of a form that tries many ways to fit: what several of them show is set once."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

from handoutgen.layout.flow.atoms import Atom
from handoutgen.plan.element import Element


class SetOnce:
    """Atoms and their elements by what they show; it lives as long as one form is laid out."""

    def __init__(self) -> None:
        self._made: dict[Hashable, tuple[list[Element], Sequence[Atom]]] = {}

    def atoms(self, parent: Element, key: Hashable, make: Callable[[Element], Sequence[Atom]]) -> list[Atom]:
        """What `make` sets, with its elements hung into `parent`."""
        if key not in self._made:
            holder = Element("Sect")
            atoms = make(holder)
            self._made[key] = holder.kids, atoms
        kids, atoms = self._made[key]
        parent.kids += kids
        return list(atoms)
