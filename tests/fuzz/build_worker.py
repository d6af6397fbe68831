"""Orders on standard input → what became of each on standard output: the process that builds mutants.

Each order has a workshop of its own, as each `handoutgen build` has. The process looks at its own memory meanwhile,
and ends when an order takes far too much; `Builder`, in the other process, ends it when an order takes far too long.
"""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fuzz.build_mutants import TODAY
from handoutgen.build import Order
from handoutgen.errors import INTERNAL, HandoutError
from handoutgen.pdf.reading.own_memory import own_memory
from handoutgen.service.outcomes import BuildOutcome, run_orders
from handoutgen.service.problems import own_words
from handoutgen.workshop import Workshop

SLOWEST_SECONDS, MOST_MEMORY = 5.0, 500_000_000
"""What no build may exceed, in processor time and bytes."""
_ENDED_AT, _LONGEST = 2_000_000_000, 60.0
"""Bytes and seconds at which a build is ended, to go on with the next."""
_WORN_OUT = 130_000_000
"""Bytes: a process that still holds so much when an order is done makes room for a new one."""


@dataclass(frozen=True, slots=True)
class Became:
    """What became of an order. `told` says what went wrong in us; empty when nothing did."""

    code: int
    seconds: float
    peak: int
    told: str = ""
    """In a refusal, its first words."""

    @property
    def is_fault(self) -> bool:
        """Whether no user could have mended it, or it took more than it may."""
        return self.code not in (0, 1, 2) or self.seconds > SLOWEST_SECONDS or self.peak > MOST_MEMORY


class _Peak(threading.Thread):
    """The most memory that was seen since it was last asked."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.peak = 0

    def run(self) -> None:
        """As long as the process lives."""
        while True:
            self.peak = max(self.peak, own_memory())
            if self.peak > _ENDED_AT:
                os._exit(9)
            time.sleep(0.005)


def serve() -> None:
    """Build each order, a line of JSON, and say what became of it, in a line of JSON."""
    peak = _Peak()
    peak.start()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        for line in sys.stdin:
            peak.peak = 0
            began = time.process_time()
            outcome = _built(json.loads(line), folder / "out")
            answer = _answer(outcome, time.process_time() - began, max(peak.peak, own_memory()))
            print(json.dumps(answer), flush=True)


def _built(order: dict[str, Any], out: Path) -> BuildOutcome:
    clinic = Path(order["clinic"]) if order["clinic"] else None
    asked = Order(Path(order["leaflet"]), clinic, order["format"], order["size"], TODAY)
    outcome = next(run_orders([asked], out, Workshop()))
    if outcome.path is not None:
        outcome.path.unlink()
    return outcome


def _answer(outcome: BuildOutcome, seconds: float, peak: int) -> dict[str, Any]:
    problem = outcome.problem
    told = "" if problem is None else own_words(problem)
    if isinstance(problem, HandoutError) and outcome.exit_code != INTERNAL:
        found = getattr(problem, "diagnostics", ())
        told = "refused: " + ", ".join(sorted({each.code for each in found if each.is_error})) if found else told
    is_last = own_memory() > _WORN_OUT
    return {"code": outcome.exit_code, "seconds": seconds, "peak": peak, "told": told, "is_last": is_last}


SERVE = "from fuzz.build_worker import serve; serve()"


class Builder:
    """A process that builds, made anew when it has ended or is worn out."""

    def __init__(self, program: str = SERVE, longest: float = _LONGEST) -> None:
        """`program` is the Python that the process runs, `longest` the seconds after which an order is given up."""
        self._program, self._longest = program, longest
        self._process: subprocess.Popen[str] | None = None
        self._answers: queue.Queue[str] = queue.Queue()

    def build(self, leaflet: Path, clinic: Path | None, form: str, size: str) -> Became:
        """Have it built."""
        process = self._running()
        assert process.stdin is not None
        order = {"leaflet": str(leaflet), "clinic": str(clinic) if clinic else None, "format": form, "size": size}
        process.stdin.write(json.dumps(order) + "\n")
        process.stdin.flush()
        try:
            line = self._answers.get(timeout=self._longest)
        except queue.Empty:
            self.end()
            return Became(-1, self._longest, 0, "did not end")
        if not line:
            code = process.wait()
            self.end()
            return Became(-1, 0.0, _ENDED_AT if code == 9 else 0, f"the process ended with {code}")
        answer = json.loads(line)
        if answer.pop("is_last"):
            self.end()
        return Became(**answer)

    def end(self) -> None:
        """End the process, if there is one."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None

    def _running(self) -> subprocess.Popen[str]:
        if self._process is None:
            command = [sys.executable, "-c", self._program]
            path = os.pathsep.join(each for each in sys.path if each)
            self._process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8",
                env={**os.environ, "PYTHONPATH": path},
            )  # fmt: skip
            self._answers = queue.Queue()
            threading.Thread(target=_listen, args=(self._process, self._answers), daemon=True).start()
        return self._process


def _listen(process: subprocess.Popen[str], answers: queue.Queue[str]) -> None:
    assert process.stdout is not None
    for line in process.stdout:
        answers.put(line)
    answers.put("")
