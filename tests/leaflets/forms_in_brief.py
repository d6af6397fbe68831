"""A leaflet in a printed form → a page of text that says what the form is: paper, sides, and where each heading is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import yaml

from handoutgen.content.audience import for_tags, tags_of
from handoutgen.content.load import leaflet_from
from handoutgen.formats import Options, parse_printed, parse_size
from handoutgen.layout.flow.pieces import TextPiece
from handoutgen.layout.forms.compositions import lay_out
from handoutgen.plan.element import Element
from handoutgen.plan.pages import Page, Plan
from handoutgen.units import to_mm
from handoutgen.workshop import Workshop
from story.small_easy_read import easy_read_for
from written import written_leaflet

ROOT = Path(__file__).parents[2]
DIARY = """tools:
  - kind: diary
    title: My diary
    columns:
      - title: Day
        example: Monday
      - title: What I did
"""
STEPS = """        - steps:
            - Do this first here.
            - Then do this here.
"""
EXERCISE = f"""        - title: An exercise
          {STEPS.strip().removeprefix("- ")}
          figure:
            file: bar.svg
            alt: A bar.
            caption: How it looks.
"""
BAR = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100"><rect width="200" height="100"/></svg>'
CLINIC = ROOT / "clinics/riverside-neurology.yaml"
GOLDENS = ROOT / "tests/goldens/forms"


def write_sample(folder: Path) -> Path:
    """The starter leaflet with a diary, an exercise and an Easy Read: small, and it stays as it is."""
    path = folder / "sample" / "en-GB.yaml"
    (path.parent / "figures").mkdir(parents=True)
    (path.parent / "figures" / "bar.svg").write_text(BAR, encoding="utf-8")
    text = written_leaflet("sample", "en-GB", date(2026, 1, 1))
    assert STEPS in text
    text = text.replace("tools:\n", DIARY).replace(STEPS, EXERCISE)
    easy = {"easy_read": easy_read_for(leaflet_from(text.encode(), path).leaflet)}
    path.write_text(f"{text}{yaml.safe_dump(easy, allow_unicode=True)}", encoding="utf-8")
    return path


def plan_of(form: str, leaflet: Path, workshop: Workshop) -> Plan:
    """A leaflet for a clinic, laid out in a form in standard print."""
    loaded, clinic = workshop.leaflet(leaflet), workshop.clinic(CLINIC)
    printed = parse_printed(form)
    size = printed.in_print(parse_size("standard"))
    setting = workshop.setting(loaded, clinic, printed, size, Options())
    return lay_out(for_tags(loaded.leaflet, tags_of(clinic.clinic)), setting, printed, size, Options())[0]


def in_brief(plan: Plan) -> str:
    """What a form is, in lines."""
    sheet = plan.sheets[0]
    lines = [
        f"sheet {to_mm(sheet.width):.0f} x {to_mm(sheet.height):.0f} mm, {len(plan.sheets)} sides, {plan.duplex}",
        f"smallest text {plan.smallest_text:g} pt",
        *(f"side {number}: pages {_pages_of(plan, number)}" for number in range(1, len(plan.sheets) + 1)),
    ]
    for number, page in enumerate(plan.pages, start=1):
        lines.append(f"page {number}: {to_mm(page.width):.0f} x {to_mm(page.height):.0f} mm")
        lines += [f"  {heading}" for heading in _headings(plan.root, page)]
    return "\n".join(lines) + "\n"


def _pages_of(plan: Plan, side: int) -> str:
    slots = sorted(plan.sheets[side - 1].placements, key=lambda slot: slot.x)
    return " | ".join(str(slot.page + 1) for slot in slots)


def _headings(root: Element, page: Page) -> Iterator[str]:
    owners = {kid: heading for heading in root.walk() if heading.role in ("H1", "H2", "H3") for kid in heading.walk()}
    shown = (owners.get(p.piece.element) for p in page.pieces if isinstance(p.piece, TextPiece) and p.piece.element)
    for heading in filter(None, dict.fromkeys(shown)):
        yield f"{heading.role} {' '.join(' '.join(kid.text for kid in heading.walk() if kid.text).split())}"
