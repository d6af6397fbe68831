"""A mutant of a leaflet or clinic, read and checked as `handoutgen check` does → its exit code and the time it took."""

from __future__ import annotations

import random
import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from fuzz.yaml_mutants import Mutate, byte_mutants, structure_mutants
from handoutgen.content.load import clinic_from, draft_from
from handoutgen.diagnostics import Diagnostic, render_json, render_text
from handoutgen.errors import DONE, INTERNAL, REFUSED, ContentRefused
from handoutgen.examining import examine, examine_clinic
from handoutgen.workshop import Workshop

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 12, 1)
SEED = 20261126


@dataclass(frozen=True, slots=True)
class Base:
    """A whole file, and how its mutants are made."""

    path: Path
    kind: str
    mutate: Mutate

    @property
    def is_clinic(self) -> bool:
        """Whether it is a clinic's file."""
        return self.path.parent.name == "clinics"


@dataclass(frozen=True, slots=True)
class Judged:
    """What became of a mutant: `told` is what went wrong in us, empty when nothing did."""

    name: str
    code: int
    seconds: float
    told: str = ""


def bases() -> list[Base]:
    """The leaflets and clinics of the project, each twice: with its nodes and with its bytes mixed up."""
    files = sorted([*(ROOT / "handouts").glob("*/*.yaml"), *(ROOT / "clinics").glob("*.yaml")])
    files.append(ROOT / "tests/content/fixtures/leaflet/en-GB.yaml")
    makers = (("structure", structure_mutants), ("bytes", byte_mutants))
    return [Base(path, kind, make(path.read_bytes())) for path in files for kind, make in makers]


def judge(base: Base, number: int, workshop: Workshop) -> Judged:
    """Make a mutant, read it, check it, and write out what was found."""
    name = f"{base.path.parent.name}/{base.path.name} {base.kind} {number}"
    data = base.mutate(random.Random(f"{SEED}-{name}"))
    started = time.process_time()
    try:
        found = _check(base, data, workshop)
        render_text(found, {base.path.as_posix(): data.decode("utf-8", "replace")})
        render_json(found)
    except Exception as problem:
        return Judged(name, INTERNAL, time.process_time() - started, f"{type(problem).__name__}: {problem}")
    code = REFUSED if any(finding.is_error for finding in found) else DONE
    return Judged(name, code, time.process_time() - started)


def _check(base: Base, data: bytes, workshop: Workshop) -> tuple[Diagnostic, ...]:
    try:
        if base.is_clinic:
            return examine_clinic(clinic_from(data, base.path), workshop)
        return examine(draft_from(data, base.path), None, TODAY, workshop)
    except ContentRefused as refused:
        return refused.diagnostics
