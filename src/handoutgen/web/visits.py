"""What is held for the person at the desk, in memory alone: size, language, paper, the pack, and finished jobs.

All of it goes at *Next person*, after ten minutes without a request, or with the program.
"""

from __future__ import annotations

import secrets
import threading
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from handoutgen.build import Built
from handoutgen.web.choice import LeafletChoice
from handoutgen.web.wanted import Wanted

MINUTES = 10
MOST_VISITS = 200
MOST_JOBS = 4
"""Of one person: what is printed again comes again."""
MOST_IN_PACK = 20
MOST_TYPED = 120
"""Fields of all forms together."""


class PrintJob(Struct, frozen=True):
    """A finished file that waits to be printed or saved."""

    data: bytes
    file_name: str
    is_saved: bool = False
    """Whether the browser shall save it rather than show it."""


@dataclass(slots=True)
class Visit:
    """One person at one browser."""

    wanted: Wanted = field(default_factory=Wanted)
    query: str = ""
    """What was searched for last, so that *Results* leads back."""
    pack: tuple[LeafletChoice, ...] = ()
    """The leaflets that go out together."""
    typed: dict[str, str] = field(default_factory=dict, repr=False)
    """What was typed for this person's prints, by the names of the fields."""
    jobs: dict[str, PrintJob] = field(default_factory=dict)
    typed_number: int = 0
    """How often that has changed: a picture that shows it has an address of its own, which says nothing of it."""
    look: tuple[Hashable, Built] | None = field(default=None, repr=False)
    """The leaflet with what is typed, as it was looked at last, and what it was made of."""
    spoken: str = ""
    """The language of the pages, as chosen at the top for now; empty: as this computer has it."""
    touched: float = 0.0
    is_lead: bool = False
    """Whether the lead's PIN was typed; it goes with all else."""
    was_cleared: bool = False
    """Whether ten minutes have ended it, and nobody has been told yet."""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to clear."""
        return self.wanted == Wanted() and not (self.pack or self.jobs or self.query or self.typed or self.is_lead)

    def hold_typed(self, words: Mapping[str, str] | None) -> None:
        """Hold what a form says beside what others said, for this person alone; None: it had no such fields."""
        now = dict(list({**self.typed, **(words or {})}.items())[-MOST_TYPED:])
        if now != self.typed:
            self.typed, self.look = now, None
            self.typed_number += 1


class Visits:
    """The visits of all browsers, each cleared when its time is over. Safe to use from several threads."""

    def __init__(self) -> None:
        self._visits: dict[str, Visit] = {}
        self._lock = threading.Lock()

    def of(self, name: str, now: float) -> Visit:
        """The visit of a browser, which this request keeps alive."""
        with self._lock:
            self._sweep(now)
            visit = self._visits.setdefault(name, Visit())
            visit.touched = now
            while len(self._visits) > MOST_VISITS:
                self._visits.pop(min(self._visits, key=lambda each: self._visits[each].touched))
            return visit

    def sweep(self, now: float) -> None:
        """Clear what nobody has asked for in ten minutes."""
        with self._lock:
            self._sweep(now)

    def next_person(self, name: str, now: float) -> None:
        """Forget everything about the person."""
        with self._lock:
            self._visits[name] = Visit(touched=now)

    def put_job(self, name: str, job: PrintJob) -> str:
        """Hold a finished file; returns the name that nobody can guess. The oldest goes when there are too many."""
        with self._lock:
            jobs = self._visits[name].jobs
            while len(jobs) >= MOST_JOBS:
                jobs.pop(next(iter(jobs)))
            key = secrets.token_urlsafe(24)
            jobs[key] = job
            return key

    def job(self, name: str, key: str) -> PrintJob | None:
        """A file of this browser's own visit; nobody else's."""
        with self._lock:
            visit = self._visits.get(name)
            return visit.jobs.get(key) if visit else None

    def want(self, name: str, **changes: Any) -> None:
        """Remember what the person needs."""
        with self._lock:
            visit = self._visits[name]
            visit.wanted = replace(visit.wanted, **changes)

    def _sweep(self, now: float) -> None:
        for name, visit in list(self._visits.items()):
            if now - visit.touched > MINUTES * 60:
                had = not visit.is_empty or visit.was_cleared
                self._visits[name] = Visit(touched=now, was_cleared=True) if had else visit
                if not had:
                    del self._visits[name]
