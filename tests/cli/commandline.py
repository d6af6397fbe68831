"""What tests of the command line share: the answer of a command, and the type of the fixture that gives it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command said."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Standard output, read as a program would."""
        return json.loads(self.out)


Typed = Callable[..., Answer]
