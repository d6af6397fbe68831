"""A project folder for tests of the batch: write its files, run its plan, ask what became of it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from handoutgen.batch.ledger import read_ledger
from handoutgen.batch.matrix import Matrix, rows_of
from handoutgen.batch.plan_file import load_plan
from handoutgen.batch.pools import Pools, pools_of
from handoutgen.batch.run import Batch, RowOutcome, folder_held
from handoutgen.library.catalogue import catalogue_of

TODAY = date(2026, 12, 1)
CLINIC = """\
id: {id}
name: {name}
phones:
  - {{label: Nurse advice line, number: 0117 496 0123}}
emergency_number: "999"
"""
"""The number is from the range that Ofcom keeps for drama."""
ONE_LEAFLET = "leaflets: back-pain\nclinics: all\nsizes: [standard, large]\n"


@dataclass
class Project:
    """A folder with handouts, clinics and a plan."""

    folder: Path
    out: Path = field(init=False)

    def __post_init__(self) -> None:
        self.out = self.folder / "out"

    def write_leaflet(self, ident: str, language: str, text: str) -> Path:
        path = self.folder / "handouts" / ident / f"{language}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        return path

    def write_clinic(self, ident: str, name: str = "", **keys: str) -> Path:
        path = self.folder / "clinics" / f"{ident}.yaml"
        path.parent.mkdir(exist_ok=True)
        text = CLINIC.format(id=ident, name=name or f"The {ident.title()} Clinic")
        path.write_text(text + "".join(f"{key}: {value}\n" for key, value in keys.items()), encoding="utf-8")
        return path

    def change(self, path: str, old: str, new: str) -> None:
        """One edit in a file of the project."""
        file = self.folder / path
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8", newline="\n")

    def write_plan(self, text: str = ONE_LEAFLET, name: str = "plan.yaml") -> Path:
        path = self.folder / name
        path.write_text(text, encoding="utf-8", newline="\n")
        return path

    def matrix(self, text: str = ONE_LEAFLET) -> Matrix:
        """The rows of a plan."""
        return rows_of(load_plan(self.write_plan(text)), catalogue_of(self.folder))

    def paths(self, text: str) -> list[str]:
        return [row.path for row in self.matrix(text).rows]

    def prepared(self, text: str = ONE_LEAFLET, name: str = "plan.yaml", today: date = TODAY) -> Batch:
        """A batch that knows its reasons, as a dry run has it."""
        plan = load_plan(self.write_plan(text, name))
        batch = Batch(plan, self.out, today, plan.plan.allow_expired, read_ledger(self.out))
        batch.prepare(rows_of(plan, catalogue_of(self.folder)))
        return batch

    def reasons(self, text: str = ONE_LEAFLET, today: date = TODAY) -> dict[str, tuple[str, ...]]:
        """What a dry run says: row → reasons."""
        return {job.row.path: tuple(map(str, job.reasons)) for job in self.prepared(text, today=today).jobs}

    def to_build(self, text: str = ONE_LEAFLET) -> list[str]:
        """The rows that are not unchanged."""
        return sorted(path for path, reasons in self.reasons(text).items() if reasons)

    def run(
        self, text: str = ONE_LEAFLET, pools: Pools | None = None, *, failed: bool = False, today: date = TODAY
    ) -> list[RowOutcome]:
        """Build it, in this process unless other pools are given."""
        plan = load_plan(self.write_plan(text))
        with folder_held(self.out) as ledger:
            batch = Batch(plan, self.out, today, plan.plan.allow_expired, ledger)
            batch.prepare(rows_of(plan, catalogue_of(self.folder)))
            return list(batch.outcomes(batch.to_build(failed), pools or pools_of(1)))

    def files(self) -> dict[str, str]:
        """Each PDF in the out folder with its hash."""
        return {
            path.relative_to(self.out).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(self.out.rglob("*.pdf"))
        }


def made(outcomes: Sequence[RowOutcome]) -> list[str]:
    """The paths of what was made."""
    return sorted(outcome.entry.path for outcome in outcomes if outcome.entry.status == "made")


def failed(outcomes: Sequence[RowOutcome]) -> list[str]:
    """The paths of what was not."""
    return sorted(outcome.entry.path for outcome in outcomes if outcome.entry.status == "failed")
