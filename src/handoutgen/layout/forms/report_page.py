"""A report for staff: a title, a few lines under it, and tables. It belongs to no leaflet and to no clinic."""

from __future__ import annotations

from handoutgen.content.markdown.blocks import TableBlock
from handoutgen.content.markdown.inline import Text
from handoutgen.layout.blocks.sections import heading
from handoutgen.layout.blocks.tables import table_atoms
from handoutgen.layout.flow.atoms import HARD, NEVER, Atom, piece_atom, spanning
from handoutgen.layout.flow.pagebreak import break_pages
from handoutgen.layout.flow.pages import place_page
from handoutgen.layout.setting import Setting
from handoutgen.plan.element import Element
from handoutgen.plan.pages import Composed, Page
from handoutgen.story.report import ReportTable, StaffReport


def report_pages(setting: Setting, report: StaffReport) -> Composed:
    """The report as pages, mostly one."""
    grid, unit = setting.grid, setting.unit
    root = Element("Document", language=setting.voice.language)
    title = setting.text(
        root.add("H1", bookmark=report.title), report.title, grid.full, setting.scale.h1, bold=True,
        colour=setting.palette.deep,
    )  # fmt: skip
    atoms = [piece_atom(title)]
    for line in report.about:
        atoms.append(piece_atom(setting.text(root.add("P"), line, grid.full), before=unit, cost=NEVER))
    for table in report.tables:
        atoms += _table(setting, root, table)
    pages = break_pages(spanning(atoms), grid.depth).pages
    return Composed(root, tuple(Page(grid.width, grid.height, tuple(place_page(grid, page))) for page in pages))


def _table(setting: Setting, root: Element, table: ReportTable) -> list[Atom]:
    section = root.add("Sect")
    top = heading(setting, section, table.title, setting.grid.full).with_break(before=setting.unit * 2, cost=HARD)
    first, *others = table_atoms(setting, section, _block(table), setting.grid.full, before=setting.unit)
    return [top, first.with_break(before=setting.unit, cost=NEVER), *others]


def _block(table: ReportTable) -> TableBlock:
    """The table with its texts as runs: none of them is Markdown."""

    def runs(cells: tuple[str, ...]) -> tuple[tuple[Text, ...], ...]:
        return tuple((Text(cell),) for cell in cells)

    return TableBlock(runs(table.head), tuple(runs(row) for row in table.rows))
