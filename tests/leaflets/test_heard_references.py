""" "See …" in a leaflet's text takes readers of the file there, in every form with that part; on paper it is words."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pikepdf
import pytest

from handoutgen.build import Order, build
from handoutgen.errors import HandoutError
from handoutgen.formats import FORMATS, SIZES
from handoutgen.workshop import Workshop
from leaflets.samples import CRAMPS, LEG_CRAMPS, ROOT
from soundness import Tree
from written import written_leaflet

TODAY = date(2026, 12, 1)
RIVERSIDE = ROOT / "clinics/riverside-neurology.yaml"
ALL = [
    (form.name, size.name) for form in FORMATS.values() for size in SIZES.values()
    if size.base <= form.largest_base and form.family != "easy-read"
]  # fmt: skip
"""The leaflet has no Easy Read, whose parts are its own."""


def leads(data: bytes) -> Iterator[tuple[str, str, int, float]]:
    """Each link inside the file: its words, what it is called, to which page and how high on it."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, start=1)}
        said = {annotation: node for node in Tree(pdf).nodes for annotation in node.annotations}
        for page in pdf.pages:
            for annotation in page.obj.get("/Annots", []):
                if "/Dest" in annotation:
                    place = annotation.Dest
                    role = said[annotation.objgen].role
                    yield role, str(annotation.Contents), numbers[place[0].objgen], float(place[3])


@pytest.mark.parametrize(("form", "size"), ALL)
def test_see_when_to_get_help_leads_to_its_heading_in_every_form_that_says_it(
    workshop: Workshop, form: str, size: str
) -> None:
    composed = FORMATS[form].composed_as
    whole = composed in ("leaflet", "booklet") or (composed == "summary" and size == "large")
    found = list(leads(build(Order(CRAMPS, RIVERSIDE, form, size, TODAY), workshop).data))
    to_help = {lead for lead in found if lead[1] == "Go to When to get help"}
    assert {role for role, *_ in found} <= {"Link"}
    assert bool(to_help) is whole, "a large summary has its box on a later page"
    assert len({(page, height) for _, _, page, height in to_help}) <= 1, "one place"


def test_the_first_page_leads_to_help_and_the_number_before_it_can_be_dialled(workshop: Workshop) -> None:
    data = build(Order(LEG_CRAMPS, RIVERSIDE, "a4", "clear", TODAY), workshop).data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        notes = [(str(note.Contents), "/Dest" in note) for note in pdf.pages[0].Annots]
        count = len(pdf.pages)
    assert ("In an emergency, call 999", False) in notes
    assert ("Go to When to get help", True) in notes
    assert {page for _, name, page, _ in leads(data) if name == "Go to When to get help"} == {count}


def test_each_line_of_a_contents_list_says_where_it_leads(workshop: Workshop) -> None:
    data = build(Order(LEG_CRAMPS, None, "a4", "giant", TODAY), workshop).data
    names = list(dict.fromkeys(name for _, name, _, _ in leads(data)))  # over two lines, a link has two annotations
    first = ["Go to When to get help", "Go to If you have a cramp now", "Go to What MS and leg cramps are"]
    assert names[: len(first)] == first
    assert all(name.startswith("Go to ") for name in names)


TEXT = """about:
  text: |
    See “The first thing to do”, see page 2, and {more}.

"""


def written(folder: Path, more: str = "read on") -> Path:
    """A leaflet whose text sends the reader to a strategy and to pages."""
    path = folder / "sample" / "en-GB.yaml"
    path.parent.mkdir(parents=True)
    text = written_leaflet("sample", "en-GB", TODAY)
    start, end = text.index("about:"), text.index("\nmanagement:")
    title = text[text.index("      title: ", end) :].partition("title: ")[2].partition("\n")[0].strip().strip('"')
    about = TEXT.replace("{more}", more).replace("The first thing to do", title)
    path.write_text(text[:start] + about + text[end + 1 :], encoding="utf-8")
    return path


@pytest.mark.parametrize(("form", "side"), [("a4", 2), ("a5-booklet", 2)])
def test_page_numbers_and_strategies_lead_to_where_they_are_on_the_sheets(
    workshop: Workshop, tmp_path: Path, form: str, side: int
) -> None:
    data = build(Order(written(tmp_path), None, form, "standard", TODAY), workshop).data
    found = {name: page for _, name, page, _ in leads(data)}
    assert found["Go to page 2"] == side
    (strategy,) = [name for name in found if name.startswith("Go to 1. ")]
    with pikepdf.open(io.BytesIO(data)) as pdf, pdf.open_outline() as outline:
        entries = [entry for part in outline.root for entry in _below(part)]
        (place,) = [entry.destination for entry in entries if f"Go to {entry.title}" == strategy]
        assert isinstance(place, pikepdf.Array)
        numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, start=1)}
        assert numbers[place[0].objgen] == found[strategy]


def _below(entry: pikepdf.OutlineItem) -> Iterator[pikepdf.OutlineItem]:
    yield entry
    for kid in entry.children:
        yield from _below(kid)


def test_a_page_that_is_not_there_is_refused_with_what_to_do(workshop: Workshop, tmp_path: Path) -> None:
    path = written(tmp_path, "go to page 97")
    with pytest.raises(HandoutError, match=r"“page 97”, but as A4 leaflet it has \d pages") as caught:
        build(Order(path, None, "a4", "standard", TODAY), workshop)
    assert "heading" in caught.value.remedy
    assert build(Order(path, None, "text", "standard", TODAY), workshop).data  # words like any others


def test_the_words_look_and_read_the_same_on_paper_and_in_plain_text(workshop: Workshop, tmp_path: Path) -> None:
    text = build(Order(written(tmp_path), None, "text", "standard", TODAY), workshop).data.decode("utf-8")
    assert "see page 2, and read on." in " ".join(text.split())
