from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest

from handoutgen.service.traffic_light import LightReason
from handoutgen.web.views import leading
from web.desk import Desk
from web.test_screens import overdue


def test_what_needs_the_lead_first_stands_first(desk: Desk, project: Path) -> None:
    overdue(project)
    page = desk.get("/dates")
    table = page.text[page.text.index("<tbody>") :]
    assert table.index("/l/back-pain") < table.index("/l/cramps")
    assert "Review overdue" in page.words
    assert re.search(r"1 review overdue: do not print", page.words)
    assert "Print to review : Back pain" in page.words and "Read and approve : Cramps" in page.words
    due = desk.get("/dates?show=due").text
    assert "/l/back-pain?" in due and "/l/cramps?" not in due


def test_the_table_for_a_spreadsheet_has_every_leaflet_in_every_language(desk: Desk) -> None:
    answer = desk.get("/dates.csv")
    assert answer.headers["content-type"].startswith("text/csv")
    rows = list(csv.DictReader(io.StringIO(answer.body.decode("utf-8-sig"))))
    listed = desk.site.shelf.leaflets().values()
    assert len(rows) == sum(len(leaflet.editions) for leaflet in listed)
    assert {row["language"] for row in rows if row["leaflet"] == "cramps"} == {"English", "Cymraeg"}
    assert set(rows[0]) == set(leading.COLUMNS)


@pytest.mark.parametrize("title", ["=cmd()", "+1", "-1", "@x"])
def test_a_title_like_a_formula_is_none(desk: Desk, project: Path, title: str) -> None:
    path = project / "handouts" / "back-pain" / "en-GB.yaml"
    text = re.sub(r"(?m)^title: .*$", f'title: "{title}"', path.read_text(encoding="utf-8"), count=1)
    path.write_text(text, encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(desk.get("/dates.csv").body.decode("utf-8-sig"))))
    assert f"'{title}" in {row["title"] for row in rows}


def test_every_reason_has_its_place_in_the_order_but_the_one_of_forms() -> None:
    assert set(leading.URGENCY) == set(LightReason) - {LightReason.FORM}
