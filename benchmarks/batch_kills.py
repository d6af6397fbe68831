"""A batch killed again and again at random moments: no torn file, no wrong byte, and the next run goes on.

    python benchmarks/batch_kills.py [--kills 100] [--clinics 20] [--jobs 2] [--seed 1]

Builds one leaflet for some clinics without a disturbance, then the same in another folder with kills (SIGKILL;
TerminateProcess on Windows). After each kill every PDF that is there must be byte for byte the undisturbed one.
"""

from __future__ import annotations

import argparse
import random
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from written import written_leaflet

TODAY = "2026-12-01"
PLAN = "leaflets: back-pain\nclinics: all\nsizes: [standard, large, giant]\n"
CLINIC = """\
id: clinic-{n}
name: Clinic number {n:05d}
phones:
  - {{label: Nurse advice line, number: 020 7946 {n:04d}}}
emergency_number: "999"
"""
"""The numbers are from the range that Ofcom keeps for drama."""


@dataclass
class Trial:
    """A project, how it looks when nobody disturbs it, and what came of the kills."""

    folder: Path
    jobs: int
    whole: dict[str, bytes] = field(default_factory=dict)
    seconds: float = 0.0
    kills: int = 0
    finished: int = 0
    faults: list[str] = field(default_factory=list)

    def set_up(self, clinics: int) -> None:
        """Write the project and build it once in peace."""
        leaflet = self.folder / "handouts" / "back-pain" / "en-GB.yaml"
        leaflet.parent.mkdir(parents=True)
        leaflet.write_text(written_leaflet("back-pain", "en-GB", date.fromisoformat(TODAY)), encoding="utf-8")
        (self.folder / "clinics").mkdir()
        for n in range(clinics):
            path = self.folder / "clinics" / f"clinic-{n}.yaml"
            path.write_text(CLINIC.format(n=n), encoding="utf-8")
        (self.folder / "plan.yaml").write_text(PLAN, encoding="utf-8")
        begun = time.perf_counter()
        process = self.start("peace")
        assert process.wait() == 0
        self.seconds = time.perf_counter() - begun
        self.whole = self.files("peace")
        assert len(self.whole) == 3 * clinics

    def start(self, out: str) -> subprocess.Popen[bytes]:
        """The batch as a process of its own."""
        words = ["batch", "plan.yaml", "--out", out, "--jobs", str(self.jobs), "--today", TODAY]
        with (self.folder / "said.txt").open("wb") as said:
            command = [sys.executable, "-m", "handoutgen", *words]
            return subprocess.Popen(command, cwd=self.folder, stdout=subprocess.DEVNULL, stderr=said)

    def files(self, out: str) -> dict[str, bytes]:
        """All PDFs in a folder."""
        root = self.folder / out
        return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*.pdf")}

    def kill_once(self, after: float) -> bool:
        """Start the batch, kill it after so many seconds, look at every file. Whether it was killed in time."""
        process = self.start("killed")
        try:
            code = process.wait(after)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            self.kills += 1
            self.look()
            return True
        if code:
            self.faults.append(f"exit code {code}: {(self.folder / 'said.txt').read_text(encoding='utf-8')[:300]}")
        self.finished += 1
        self.look(all_of_them=True)
        return False

    def look(self, *, all_of_them: bool = False) -> None:
        """Whatever has a PDF's name is whole and right; after the end, all are there and no half is left."""
        there = self.files("killed")
        self.faults += [f"wrong bytes in {name}" for name, data in there.items() if self.whole.get(name) != data]
        if all_of_them:
            self.faults += [f"{name} is missing" for name in self.whole if name not in there]
            self.faults += [f"left behind: {path}" for path in (self.folder / "killed").rglob("*.tmp")]
            for name in ("manifest.json", "manifest.csv"):
                if (self.folder / "killed" / name).read_bytes() != (self.folder / "peace" / name).read_bytes():
                    self.faults.append(f"{name} differs")

    def finish(self) -> None:
        """Let it run to its end."""
        while self.kill_once(600):
            pass

    def begin_again(self) -> None:
        """A fresh out folder."""
        shutil.rmtree(self.folder / "killed", ignore_errors=True)


def run_trial(folder: Path, kills: int, clinics: int, jobs: int, seed: int) -> Trial:
    """Kill a batch at random moments until it was killed so many times; then let it finish."""
    trial, dice = Trial(folder, jobs), random.Random(seed)  # noqa: S311 - no secret
    trial.set_up(clinics)
    while trial.kills < kills:
        if not trial.kill_once(dice.uniform(0.1, 1.1 * trial.seconds)):
            trial.begin_again()
    trial.finish()
    return trial


def main() -> None:
    """Run the trial and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--clinics", type=int, default=20)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        trial = run_trial(Path(name), asked.kills, asked.clinics, asked.jobs, asked.seed)
    print(f"{trial.kills} kills, {trial.finished} batches finished, {len(trial.whole)} files each")
    print(f"{len(trial.faults)} torn files, wrong bytes or other faults")
    for fault in trial.faults[:20]:
        print(f"  {fault}")
    sys.exit(bool(trial.faults))


if __name__ == "__main__":
    main()
