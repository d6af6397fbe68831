"""What a site costs beside the batch it is made from, in milliseconds a page.

    python benchmarks/make_site.py [--clinics 20]

Every leaflet that ships, for clinics in four colours with a number each, as A4 and web page. The promise is 20 ms a
page over the batch, and that the next run writes no file.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from handoutgen.batch.plan_file import load_plan
from handoutgen.batch.pools import pools_of
from handoutgen.batch.run import Batch, folder_held
from handoutgen.library.catalogue import catalogue_of
from handoutgen.site.run import SiteOrder, SiteRun
from handoutgen.workshop import Workshop

PROMISED = 20.0
"""Milliseconds for one page."""
ROOT = Path(__file__).resolve().parents[1]
TODAY = date(2026, 12, 1)
COLOURS = ("#005f6b", "#1f4e8c", "#1d5c36", "#7a1f3d")
PLAN = "leaflets: all\nclinics: all\nformats: [a4]\n"


def project(folder: Path, clinics: int) -> None:
    """The leaflets, and so many clinics that differ in name, number and colour."""
    shutil.copytree(ROOT / "handouts", folder / "handouts")
    (folder / "clinics").mkdir()
    text = (ROOT / "clinics/riverside-neurology.yaml").read_text(encoding="utf-8")
    for number in range(clinics):
        ident = f"place-{number:04}"
        own = text.replace("riverside-neurology", ident).replace("Riverside Neurology Clinic", f"Clinic {number}")
        own = own.replace("0117 496 0123", f"0117 496 {1000 + number:04}").replace(COLOURS[0], COLOURS[number % 4])
        (folder / f"clinics/{ident}.yaml").write_text(own, encoding="utf-8")
        shutil.copy(ROOT / "clinics/riverside-neurology.svg", folder / f"clinics/{ident}.svg")
    (folder / "plan.yaml").write_text(PLAN, encoding="utf-8")


def made(folder: Path) -> tuple[float, float, int, int]:
    """Seconds for the batch and for all else, how many pages there are, and how many files were written."""
    begun = time.perf_counter()
    order = SiteOrder(load_plan(folder / "plan.yaml"), catalogue_of(folder), folder / "site", TODAY)
    run = SiteRun(order, Workshop())
    own = time.perf_counter() - begun
    with folder_held(order.out) as ledger:
        run.take_up()
        begun = time.perf_counter()
        batch = Batch(order.plan_of_batch, order.out, TODAY, None, ledger)
        batch.prepare(run.matrix)
        todo = batch.to_build()
        if todo:
            list(batch.outcomes(todo, pools_of(1)))
        built = time.perf_counter() - begun
        begun = time.perf_counter()
        told = run.publish(run.pages(list(batch.standing().values())))
        own += time.perf_counter() - begun
    return built, own, len(told.written) + len(told.unchanged), len(todo) + len(told.written)


def main() -> int:
    """1 when a promise is not kept."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--clinics", type=int, default=20)
    kept = True
    with tempfile.TemporaryDirectory() as folder:
        project(Path(folder), parser.parse_args().clinics)
        for name in ("first run", "next run"):
            built, own, pages, written = made(Path(folder))
            each = 1000 * own / pages
            print(
                f"{name}: batch {built:.1f} s, site {own:.2f} s for {pages} pages: {each:.1f} ms each; {written} files"
            )
            kept &= each <= PROMISED and (name == "first run" or written == 0)
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
