"""Several plans as one: each from a new sheet, its links its own."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from handoutgen.pdf.verifying.verify import verify
from handoutgen.pdf.writing.render import render
from handoutgen.plan.element import Element
from handoutgen.plan.joining import joined
from handoutgen.plan.pages import Page, Placement, Plan, SheetSide
from handoutgen.text.fontbook import FontBook
from pdf.sample_plan import flat_plan


def empty(count: int, **changes: object) -> Plan:
    """A plan of so many pages that show nothing."""
    pages = tuple(Page(100, 200, ()) for _ in range(count))
    sheets = tuple(SheetSide(100, 200, (Placement(n),)) for n in range(count))
    root = Element("Document", [Element("P", text="x")], language="en-GB")
    plan = Plan("One", "en-GB", "ltr", root, pages, sheets, "DuplexFlipLongEdge", 12, 14)
    return replace(plan, **changes)


def starts(plan: Plan) -> list[int]:
    return [part.first_page for part in plan.parts]


def test_each_starts_on_a_sheet_of_its_own_and_the_last_is_not_filled_up() -> None:
    whole = joined([empty(1), empty(3), empty(2), empty(1)], "All")
    assert starts(whole) == [0, 2, 6, 8]
    assert len(whole.sheets) == len(whole.pages) == 9
    assert [put.page for side in whole.sheets for put in side.placements] == list(range(9))
    assert [(side.width, side.height) for side in whole.sheets] == [(100, 200)] * 9
    assert whole.duplex == "DuplexFlipLongEdge"


def test_printed_on_one_side_nothing_is_filled_up() -> None:
    whole = joined([empty(1), empty(3)], "All", both_sides=False)
    assert (starts(whole), len(whole.sheets), whole.duplex) == ([0, 1], 4, "Simplex")
    assert joined([empty(1)], "One").duplex == "Simplex"


def test_the_trees_are_parts_of_one_in_their_own_languages() -> None:
    whole = joined([empty(1), empty(1, language="cy")], "All")
    assert whole.root.role == "Document"
    assert [(kid.role, kid.language) for kid in whole.root.kids] == [("Part", None), ("Part", "cy")]
    assert [part.element for part in whole.parts] == whole.root.kids
    assert set(whole.parts_of_elements().values()) == set(whole.parts)
    assert empty(1).parts_of_elements() == {}


def test_it_says_of_itself_what_all_of_them_do() -> None:
    one = empty(1, keywords=("a", "b"), modified=date(2026, 1, 2), smallest_text=18, subject="x", author="Us")
    whole = joined([one, empty(1, keywords=("b", "c"), modified=date(2026, 3, 4))], "All")
    assert (whole.title, whole.subject, whole.author) == ("All", "", "Us")
    assert (whole.keywords, whole.modified, whole.smallest_text) == (("a", "b", "c"), date(2026, 3, 4), 12)


def test_the_file_of_a_joined_plan_keeps_its_promises_and_links_stay_in_their_part(fonts: FontBook) -> None:
    for where in ("page", "heading"):
        plans = [flat_plan(fonts), flat_plan(fonts)]
        title = next(each.bookmark for each in plans[1].root.walk() if each.bookmark)
        for link in [each for each in plans[1].root.walk() if each.target]:
            link.target = None
            link.page, link.heading = (1, None) if where == "page" else (None, title)
        whole = joined(plans, "Both")
        data = render(whole, fonts)
        assert verify(data, whole) == ()
        told = verify(data, replace(whole, parts=()))
        assert any("does not lead to the page it names" in problem for problem in told)
