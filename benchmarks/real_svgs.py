"""Real SVG files drawn by handoutgen and by librsvg: how many come out the same, which do not, and what is refused.

    python benchmarks/real_svgs.py FOLDER [--keep DIR] [--across 800]

Each file goes the whole way: read, drawn into a tagged PDF of one figure, the file held to its promises, its page
rendered by PDFium. The same file goes through `rsvg-convert` (package librsvg2-bin), on white. A drawing is right when
the mean difference of all pixels and channels is under 1 %; `--keep` saves both pictures of those that are not. A good
folder is a few hundred files of many hands: icon sets, logos, exports of Illustrator, Inkscape and Figma, from npm.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops, ImageStat

from handoutgen.errors import HandoutError
from handoutgen.layout.flow.pieces import DrawingPiece
from handoutgen.pdf.verifying.verify import verify
from handoutgen.pdf.writing.render import render
from handoutgen.pictures.model import Drawing
from handoutgen.pictures.svg import load_drawing
from handoutgen.plan.element import Element
from handoutgen.plan.pages import Page, Placed, Placement, Plan, SheetSide
from handoutgen.text.fontbook import FontBook

RIGHT = 0.01
"""The mean difference, as a share of white, under which two pictures count as the same."""
FONTS = Path(__file__).parents[1] / "fonts"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: `difference` when it was drawn, `reason` when it was refused."""

    path: Path
    difference: float = 0.0
    reason: str = ""
    problems: tuple[str, ...] = ()
    is_no_drawing: bool = False
    """Whether librsvg cannot draw it either: a sheet of symbols, for one."""

    @property
    def is_right(self) -> bool:
        """Whether it was drawn as librsvg draws it, in a file that keeps its promises."""
        return not self.reason and not self.problems and self.difference < RIGHT


def compare(path: Path, across: int, fonts: FontBook, keep: Path | None) -> Outcome:
    """One file drawn both ways."""
    try:
        drawing = load_drawing(path)
    except HandoutError as problem:
        return Outcome(path, reason=problem.message, is_no_drawing=by_librsvg(path, (across, across)) is None)
    plan = plan_of(drawing)
    data = render(plan, fonts)
    ours = rendered(data, across)
    theirs = by_librsvg(path, ours.size)
    if theirs is None:
        return Outcome(path, reason="(drawn, but librsvg cannot read it)", problems=tuple(verify(data, plan)))
    outcome = Outcome(path, difference(ours, theirs), problems=tuple(verify(data, plan)))
    if keep and not outcome.is_right:
        ours.save(keep / f"{path.stem}.ours.png")
        theirs.save(keep / f"{path.stem}.theirs.png")
    return outcome


def plan_of(drawing: Drawing) -> Plan:
    """A plan of one page that is the drawing and nothing else."""
    scale = 400 / max(drawing.width, drawing.height)
    width, height = drawing.width * scale, drawing.height * scale
    figure = Element("Figure", alt="A drawing")
    root = Element("Document", kids=[figure])
    page = Page(width, height, (Placed(DrawingPiece(figure, drawing, width, height), 0.0, 0.0),))
    return Plan(
        title="A drawing", language="en", direction="ltr", root=root, pages=(page,),
        sheets=(SheetSide(width, height, (Placement(0),)),), duplex="Simplex", smallest_text=0.0, safe_inset=-10.0,
    )  # fmt: skip


def rendered(data: bytes, across: int) -> Image.Image:
    """The page, its longer side `across` pixels."""
    with pypdfium2.PdfDocument(data) as document:
        page = document[0]
        picture: Image.Image = page.render(scale=across / max(page.get_size())).to_pil()
        return picture.convert("RGB")


def by_librsvg(path: Path, size: tuple[int, int]) -> Image.Image | None:
    """What rsvg-convert makes of the file, or None when it cannot."""
    command = ["rsvg-convert", "--width", str(size[0]), "--height", str(size[1]), "--background-color", "white"]
    try:
        done = subprocess.run([*command, str(path)], capture_output=True, timeout=60)
    except subprocess.TimeoutExpired:
        return None
    return Image.open(BytesIO(done.stdout)).convert("RGB").resize(size) if done.returncode == 0 else None


def difference(one: Image.Image, other: Image.Image) -> float:
    """The mean difference of all channels, as a share of white."""
    means = ImageStat.Stat(ImageChops.difference(one, other)).mean
    return sum(means) / len(means) / 255


def report(outcomes: Iterable[Outcome]) -> int:
    """Print the counts; 1 when a drawing is wrong without a word."""
    everything = list(outcomes)
    outcomes = [outcome for outcome in everything if not outcome.is_no_drawing]
    refused = [outcome for outcome in outcomes if outcome.reason]
    wrong = [outcome for outcome in outcomes if not outcome.reason and not outcome.is_right]
    right = len(outcomes) - len(refused) - len(wrong)
    print(f"{len(outcomes)} drawings: {right} right ({right / max(1, len(outcomes)):.1%}), {len(wrong)} wrong, "
          f"{len(refused)} refused; {len(everything) - len(outcomes)} that librsvg cannot draw either")  # fmt: skip
    for outcome in sorted(wrong, key=lambda outcome: -outcome.difference):
        print(f"  wrong by {outcome.difference:.1%}: {outcome.path.name} {'; '.join(outcome.problems)}")
    for reason, count in Counter(outcome.reason for outcome in refused).most_common():
        example = next(outcome.path.name for outcome in refused if outcome.reason == reason)
        print(f"  {count:4} refused: {reason} ({example})")
    return 1 if wrong else 0


def main() -> int:
    """Compare every SVG file of a folder."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--keep", type=Path, help="a folder for the pictures of what is drawn wrong")
    parser.add_argument("--across", type=int, default=800, help="pixels along the longer side")
    options = parser.parse_args()
    if options.keep:
        options.keep.mkdir(parents=True, exist_ok=True)
    fonts = FontBook(FONTS)
    files = sorted(options.folder.rglob("*.svg"))
    return report(compare(path, options.across, fonts, options.keep) for path in files)


if __name__ == "__main__":
    sys.exit(main())
