"""How quick the pages of `handoutgen serve` are, and what they hold, as a browser at the desk has it: over HTTP.

    python benchmarks/serve.py [--leaflets 1000] [--prints 1000] [--at-most 20]
    python benchmarks/serve.py --only-prints --prints 1000
    python benchmarks/serve.py --users 20 --minutes 5

The first measures, each beside its promise: from starting the command to the first usable page; from a click on a size
to the new page's picture, in each size and depth (in a real Chromium too, where there is one); memory after a thousand
prints of sixty leaflets in two sizes and forms, half of them with a name; and the search among a thousand leaflets. The
second measures those prints alone. The third lets users find, look, choose a size and print at once, with one to three
seconds before each step, and says how many answers were errors, how long a warm print took, and what the program with
its workers held every half minute: at a clinic's server behind its proxy, for only there are there several users. The
program, the users and whoever else uses this machine share its cores, so its load is told as well.
"""

from __future__ import annotations

import argparse
import contextlib
import itertools
import os
import random
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import psutil
from desk_client import DeskClient, Timed

from finding import QUESTIONS, made_up_words
from handoutgen.output import write_whole
from handoutgen.web.tickets import ticket

PROJECT = Path(__file__).resolve().parents[1]
CLINIC = "riverside-neurology"
PROXY = "https://leaflets.clinic.example"
MB = 1024 * 1024
CLICK, SEARCH, START, MEMORY, PRINT = 0.6, 0.030, 3.0, 250.0, 1.0
"""What is promised: seconds, and MB."""
PRINTED, FLAT = 60, 25.0
"""Leaflets that are printed, more than the program keeps parts of; MB that memory may still grow by once it is warm."""
SIZES, DEPTHS, FORMS = ("standard", "clear", "large", "giant"), ("full", "essential"), ("leaflet", "sheet", "booklet")
ROUNDS = 5


@contextlib.contextmanager
def running(project: Path, behind: str = "") -> Iterator[tuple[DeskClient, psutil.Process, float]]:
    """The command itself with a home of its own, behind a proxy if one is named; how long it took until a page could be
    used."""
    with tempfile.TemporaryDirectory() as home, socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        words = ["serve", "--no-browser", "--port", str(port), "--clinic", CLINIC]
        words += ["--behind-proxy", behind] if behind else []
        environment = {**os.environ, "HOME": home, "XDG_STATE_HOME": home, "LOCALAPPDATA": home}
        start = time.perf_counter()
        command = [sys.executable, "-m", "handoutgen", *words]
        program = subprocess.Popen(
            command, cwd=project, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        try:
            assert program.stdout is not None
            program.stdout.readline()  # it says where it is when one leaflet is made, which is when the browser opens
            client = DeskClient(port, (Path(home) / "handoutgen" / "secret").read_bytes(), behind=behind)
            client.get("/")
            yield client, psutil.Process(program.pid), time.perf_counter() - start
        finally:
            program.terminate()
            program.wait()


def tell(what: str, found: float, promised: float, unit: str, worked: float | None = None) -> bool:
    """A line with its promise, and what of it was processor time of the program (others who use the machine make all
    else longer, and hardly this); whether it was kept."""
    kept = found <= promised
    of_it = "" if worked is None else f" ({worked:.3f} s of processor)"
    print(f"{what:54s} {found:8.3g} {unit:3s} promised {promised:g}{of_it}{'' if kept else '   NOT KEPT'}", flush=True)
    return kept


def worked_by(process: psutil.Process) -> float:
    """Seconds of processor that the program has had."""
    told = process.cpu_times()
    return float(told.user + told.system)


def held_by(process: psutil.Process) -> float:
    """MB that the program and its workers have."""
    held = 0.0
    for each in (process, *process.children(recursive=True)):
        with contextlib.suppress(psutil.NoSuchProcess):
            held += float(each.memory_info().rss) / MB
    return held


def clicks(client: DeskClient, process: psutil.Process) -> bool:
    """From a click on a size to its picture: all a browser asks for until it can show it, each from warm."""
    kept = True
    for size, depth in itertools.product(("standard", "giant"), DEPTHS):
        other = {"leaflet": "leg-cramps-ms", "size": "large", "detail": depth}
        times, worked = [], []
        for _ in range(ROUNDS + 1):
            client.picture(other)
            before = worked_by(process)
            times.append(client.picture({**other, "size": size}))
            worked.append(worked_by(process) - before)
        kept &= tell(f"click on {size}, {depth}: first time", times[0], CLICK, "s", worked[0])
        again = statistics.median(times[1:]), statistics.median(worked[1:])
        kept &= tell(f"click on {size}, {depth}: median of {ROUNDS} more", again[0], CLICK, "s", again[1])
    return kept


def clicks_in_chromium(client: DeskClient) -> bool:
    """The same in a browser, from the click to the picture that is decoded; nothing where there is none."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return True
    kept = True
    with sync_playwright() as started, contextlib.suppress(ImportError):
        browser = started.chromium.launch(executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"),
                                          args=["--no-sandbox"])  # fmt: skip
        page = browser.new_page(viewport={"width": 1366, "height": 768})
        page.goto(f"{client.at}/?t={ticket(client.secret, time.time())}")
        for depth, size in itertools.product(DEPTHS, ("standard", "giant")):
            page.goto(f"{client.at}/l/leg-cramps-ms?size=large&form=leaflet&detail={depth}")
            page.wait_for_load_state("networkidle")
            times = []
            for each in (size, "large", size, "large", size):
                times.append(page.evaluate(_CLICK, each) / 1000)
                page.wait_for_load_state("networkidle")
            kept &= tell(f"in Chromium: click on {size}, {depth}", statistics.median(times), CLICK, "s")
        browser.close()
    return kept


_CLICK = """(size) => new Promise((done) => {
  const start = performance.now();
  const look = () => {
    const page = document.getElementById("page");
    if (page && page.src.includes(`size=${size}`) && page.complete && page.naturalWidth)
      done(performance.now() - start);
    else setTimeout(look, 4);
  };
  document.querySelector(`input[name=size][value=${size}]`).click();
  look();
})"""


def searches(count: int) -> bool:
    """A search among so many leaflets: the whole page with its results."""
    with tempfile.TemporaryDirectory() as folder:
        write_many(Path(folder), count)
        with running(Path(folder)) as (client, process, seconds):
            print(f"{count} leaflets: first page after {seconds:.1f} s, {worked_by(process):.1f} s of processor")
            times, worked = {}, {}
            for question in QUESTIONS:
                before = worked_by(process)
                asked = [client.seconds_for("GET", f"/?q={question.replace(' ', '+')}") for _ in range(ROUNDS)]
                times[question] = statistics.median(asked)
                worked[question] = (worked_by(process) - before) / ROUNDS
    slowest = max(worked, key=lambda question: worked[question])
    middle = statistics.median(times.values()), statistics.median(worked.values())
    kept = tell(f"search among {count} leaflets, over HTTP: median", middle[0], SEARCH, "s", middle[1])
    return tell(f"slowest: {slowest[:40]!r}", times[slowest], SEARCH, "s", worked[slowest]) and kept


def write_many(folder: Path, count: int) -> None:
    """A project of as many leaflets with titles of made-up words, each else like one of ours."""
    chance = random.Random(1)  # noqa: S311 - not for secrets
    words = made_up_words(chance, 4 * count)
    text = (PROJECT / "handouts" / "mri-scan" / "en-GB.yaml").read_text(encoding="utf-8")
    clinic = (PROJECT / "clinics" / f"{CLINIC}.yaml").read_text(encoding="utf-8")
    lines = [line for line in clinic.splitlines() if not line.startswith("logo")]
    write_whole(folder / "clinics" / f"{CLINIC}.yaml", "\n".join(lines).encode())
    for number in range(count):
        name, title = f"leaflet-{number:04d}", " ".join(chance.sample(words, 3)).capitalize()
        new = text.replace("id: mri-scan", f"id: {name}", 1).replace("title: ", f"title: {title} #", 1)
        write_whole(folder / "handouts" / name / "en-GB.yaml", new.encode())


def many_prints(count: int, minutes: float) -> bool:
    """What the program holds after so many prints of many leaflets, half of them with a name; of as many as there is
    time for, which is said."""
    chance = random.Random(2)  # noqa: S311 - not for secrets
    with tempfile.TemporaryDirectory() as folder:
        write_many(Path(folder), PRINTED)
        with running(Path(folder)) as (client, process, _):
            start, before, held = time.perf_counter(), process.memory_info().rss / MB, list[float]()
            for number in range(count):
                asked = {"leaflet": f"leaflet-{chance.randrange(PRINTED):04d}", "size": chance.choice(SIZES[:2])}
                asked |= {"form": chance.choice(("leaflet", "sheet")), "detail": "essential"}
                if number % 2:
                    asked["typed_name"] = f"Person {number}"
                client.printed(asked, ok=(200, 422))  # one sheet is not made in every size
                if number % 25 == 24:
                    client.post("/next")
                    held.append(process.memory_info().rss / MB)
                if number % 100 == 99:
                    print(f"  {number + 1} prints: {held[-1]:.0f} MB", flush=True)
                if time.perf_counter() - start > 60 * minutes:
                    break
            rate = (time.perf_counter() - start) / (number + 1)
    print(f"{number + 1} of {count} prints; {rate:.2f} s each; from {before:.0f} MB")
    half = held[len(held) // 2 :]
    kept = tell("memory of the second half, from its first", max(half) - half[0], FLAT, "MB")
    return tell(f"memory after {number + 1} prints", held[-1], MEMORY, "MB") and number + 1 == count and kept


def load(users: int, minutes: float) -> bool:
    """Users at once for some minutes: errors, a warm print, memory."""
    with running(PROJECT, PROXY) as (client, process, _):
        time.sleep(3)
        timed = Timed()
        until = time.monotonic() + 60 * minutes
        at_desks = [
            threading.Thread(target=work, args=(client.another(), random.Random(number), timed, until))  # noqa: S311
            for number in range(users)
        ]
        held = [held_by(process)]
        for each in at_desks:
            each.start()
        while time.monotonic() < until:
            time.sleep(min(30, max(0.1, until - time.monotonic())))
            held.append(held_by(process))
            busy = ", ".join(f"{each:.1f}" for each in os.getloadavg()) if hasattr(os, "getloadavg") else "unknown"
            print(f"  {held[-1]:.0f} MB, {timed.count('print')} prints, load of the machine {busy}", flush=True)
        for each in at_desks:
            each.join()
        return told_of(timed, held)  # before the program is ended, which is no error of its


def work(client: DeskClient, chance: random.Random, timed: Timed, until: float) -> None:
    """One user: find, look, choose a size, print, next person; one to three seconds before each step."""
    names = ("leg-cramps-ms", "baclofen", "low-back-pain", "mri-scan")

    def step(what: str, do: Callable[[], object]) -> None:
        time.sleep(chance.uniform(1, 3))
        timed.take(what, do)

    while time.monotonic() < until:
        leaflet, size, depth = chance.choice(names), chance.choice(SIZES), chance.choice(DEPTHS)
        asked = {"leaflet": leaflet, "size": size, "detail": depth, "form": "leaflet"}
        step("find", lambda: client.get(f"/?q={leaflet.partition('-')[0]}"))  # noqa: B023 - called at once
        step("look", lambda: client.picture({**asked, "size": "standard"}))  # noqa: B023
        client.rest_of_page(timed)
        step("size", lambda: client.picture(asked))  # noqa: B023
        client.rest_of_page(timed)
        if chance.random() < 0.3:
            asked["typed_name"] = "Ann Example"
        step("print" if "typed_name" not in asked else "print with a name", lambda: client.printed(asked))  # noqa: B023
        step("next", lambda: client.post("/next"))
    client.beside = []


def told_of(timed: Timed, held: Sequence[float]) -> bool:
    """What came of it; whether the promises were kept."""
    for what, seconds in sorted(timed.seconds.items()):
        middle, late = statistics.median(seconds), statistics.quantiles(seconds, n=20)[-1]
        print(f"{what:18s} {len(seconds):5d} times, median {middle:.2f} s, 95th percentile {late:.2f} s")
    for problem, count in sorted(timed.problems.items()):
        print(f"ERROR {count} times: {problem}")
    kept = tell("errors", sum(timed.problems.values()), 0, "")
    kept &= tell("median of a warm print", statistics.median(timed.seconds["print"]), PRINT, "s")
    early = held[min(4, len(held) - 1)]
    kept &= tell(f"memory at the end, beside {early:.0f} MB at two minutes", held[-1], 1.1 * early, "MB")
    return kept


def main() -> int:
    """Measure, print, and say with the exit code whether the promises were kept."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--leaflets", type=int, default=1000)
    parser.add_argument("--prints", type=int, default=1000)
    parser.add_argument("--users", type=int, default=0)
    parser.add_argument("--minutes", type=float, default=5)
    parser.add_argument("--at-most", type=float, default=20, help="minutes for the prints")
    parser.add_argument("--only-prints", action="store_true")
    asked = parser.parse_args()
    if asked.only_prints:
        return int(not many_prints(asked.prints, asked.at_most))
    if asked.users:
        return int(not load(asked.users, asked.minutes))
    with running(PROJECT) as (client, process, seconds):
        kept = tell("from the command to the first usable page", seconds, START, "s", worked_by(process))
        time.sleep(5)  # it makes ahead what is asked for first
        kept = clicks(client, process) and kept
        kept = clicks_in_chromium(client) and kept
    kept = many_prints(asked.prints, asked.at_most) and kept
    return int(not (searches(asked.leaflets) and kept))


if __name__ == "__main__":
    sys.exit(main())
