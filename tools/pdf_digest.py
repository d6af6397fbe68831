"""Every PDF the program can make of three leaflets → one digest, to see whether a change of the code changed a byte.

    python tools/pdf_digest.py                 # the digest of all
    python tools/pdf_digest.py --each          # a line for each file, to compare with diff

The first leaflet, a long one with tables and one in Arabic, in every form and size and with the options that change a
page, with a clinic and without. Needs handoutgen installed, and the tests beside this folder.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from handoutgen.build import Order, build
from handoutgen.errors import HandoutError
from handoutgen.formats import FORMATS, SIZES, Options
from handoutgen.library.files import find_clinic
from handoutgen.workshop import Workshop
from leaflets import samples

TODAY = date(2026, 12, 1)
ODD_SIZES = ("16", "30")
CLINIC = "riverside-neurology"


def orders(leaflet: Path, clinic: Path | None) -> Iterator[Order]:
    """Every form in every size that makes sense in it, and what else can be asked of a form."""
    for form in FORMATS.values():
        for size in SIZES.values():
            if size.base <= form.largest_base:
                yield Order(leaflet, clinic, form.name, size.name, TODAY)
        if form.largest_base > 30:
            yield from (Order(leaflet, clinic, form.name, size, TODAY) for size in ODD_SIZES)
        yield Order(leaflet, clinic, form.name, "standard", TODAY, options=Options(proof=True))
        if form.imposition != "flat":
            yield Order(leaflet, clinic, form.name, "standard", TODAY, options=Options(reading_order=True))
        if form.composed_as == "diary":
            yield Order(leaflet, clinic, form.name, "large", TODAY, options=Options(weeks=2))


def digest_of(order: Order, workshop: Workshop) -> str:
    """The file's hash; for a form that has no room for the leaflet, that it was refused (in whatever words)."""
    try:
        return hashlib.sha256(build(order, workshop).data).hexdigest()
    except HandoutError:
        return "refused"


def lines(scratch: Path) -> Iterator[str]:
    """A line for every file: what was asked for, and its digest."""
    clinic = find_clinic(CLINIC, ROOT)
    leaflets = {
        "first": samples.LEG_CRAMPS, "long": samples.write_long_leaflet(scratch / "long"), "arabic": samples.ARABIC
    }  # fmt: skip
    for name, leaflet in leaflets.items():
        for whose in (None, clinic):
            workshop = Workshop()
            for order in orders(leaflet, whose):
                asked = " ".join([order.format, order.size, *order.options.in_file_name])
                yield f"{name} {CLINIC if whose else '-'} {asked} {digest_of(order, workshop)}"


def main() -> None:
    """Print the digest of all files, or of each."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--each", action="store_true", help="a line for each file")
    each = parser.parse_args().each
    whole, count, refused = hashlib.sha256(), 0, 0
    with tempfile.TemporaryDirectory() as scratch:
        for line in lines(Path(scratch)):
            whole.update(line.encode())
            count += 1
            refused += line.endswith("refused")
            if each:
                print(line, flush=True)
    print(f"{whole.hexdigest()} ({count} orders, {refused} of them refused)")


if __name__ == "__main__":
    main()
