"""The exclude rows of a plan → which rows of the matrix they take out, in the same time however many they are.

Each exclude row is one bit of a number. For every axis it is known which of them a value would satisfy; those that all
axes of a row satisfy take it out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from handoutgen.batch.naming import AXES
from handoutgen.batch.plan_file import Match

TAG = "clinic_tag"


class Excluding:
    """All exclude rows of a plan at once."""

    def __init__(self, matches: Sequence[Match]) -> None:
        each_once = list(dict.fromkeys(matches))
        self._all = (1 << len(each_once)) - 1
        self._silent: dict[str, int] = {}
        """Axis → the exclude rows that do not ask for it."""
        self._asking: dict[tuple[str, str], int] = {}
        """Axis and value → the exclude rows that ask for this value."""
        for axis in (*AXES, TAG):
            wanted = [getattr(match, axis) for match in each_once]
            self._silent[axis] = sum(1 << index for index, values in enumerate(wanted) if not values)
            for index, values in enumerate(wanted):
                for value in values:
                    self._asking[axis, value] = self._asking.get((axis, value), 0) | 1 << index

    def takes_out(self, names: Mapping[str, str], tags: Iterable[str]) -> bool:
        """Whether any of them takes out a row that is called so on each axis, with its clinic's tags."""
        left = self._all
        for axis in AXES:
            if not left:
                return False
            left &= self._silent[axis] | self._asking.get((axis, names[axis]), 0)
        tagged = self._silent[TAG]
        for tag in tags:
            tagged |= self._asking.get((TAG, tag), 0)
        return bool(left & tagged)

    def takes_out_all(self, **names: str) -> bool:
        """Whether one of them takes out everything that has these names: it asks for nothing else."""
        left = self._all
        for axis in (*AXES, TAG):
            asking = self._asking.get((axis, names[axis]), 0) if axis in names else 0
            left &= self._silent[axis] | asking
        return bool(left)
