"""A report for staff → a verified, tagged PDF of one sheet or a few."""

from __future__ import annotations

from collections.abc import Callable
from typing import NoReturn

from msgspec.structs import replace

from handoutgen.content.words import words_for
from handoutgen.design.colour import palette
from handoutgen.design.grid import grid_for
from handoutgen.design.scale import scale_for
from handoutgen.diagnostics import printable
from handoutgen.errors import InternalError
from handoutgen.formats import FORMATS, Format, parse_size
from handoutgen.layout.forms.compositions import lay_out_note
from handoutgen.layout.forms.report_page import report_pages
from handoutgen.layout.setting import Setting
from handoutgen.library.resources import library_folder
from handoutgen.pdf.verifying.verify import verify
from handoutgen.pdf.writing.render import render
from handoutgen.pictures.icons import load_icon
from handoutgen.story.report import StaffReport
from handoutgen.story.voice import voice_of
from handoutgen.text.fontbook import FontBook

LANGUAGE = "en-GB"
"""Of all that the program says to staff."""
_MISSING = "\N{REPLACEMENT CHARACTER}"


def report_pdf(report: StaffReport, form: Format | None = None) -> bytes:
    """The report on the paper of a form, or of the first one there is. Characters that no font of ours has are printed
    as question marks.

    Raises InternalError when the finished file breaks a promise.
    """
    form, size = form or next(iter(FORMATS.values())), parse_size("standard")
    fonts = FontBook(library_folder("fonts"))
    scale = scale_for(size.base)
    setting = Setting(
        fonts=fonts,
        scale=scale,
        grid=grid_for(form.page_width, form.page_height, scale),
        palette=palette(),
        voice=voice_of(words_for(LANGUAGE), LANGUAGE, None),
        icon=load_icon,
        figure=_no_figure,
    )
    shown = _with_texts(report, lambda text: _covered(fonts, text))
    plan = lay_out_note(report_pages(setting, shown), setting, form, size, shown.title)
    data = render(plan, fonts)
    if problems := verify(data, plan):
        raise InternalError("the finished report breaks a promise: " + "; ".join(problems[:5]))
    return data


def _no_figure(name: str, width: float) -> NoReturn:
    raise InternalError(f"a report has no figure, and {name} is asked for")


def _with_texts(report: StaffReport, change: Callable[[str], str]) -> StaffReport:
    """The report with all of its texts changed."""
    tables = tuple(
        replace(
            table,
            title=change(table.title),
            head=tuple(map(change, table.head)),
            rows=tuple(tuple(map(change, row)) for row in table.rows),
        )
        for table in report.tables
    )
    return StaffReport(change(report.title), tuple(map(change, report.about)), tables)


def _covered(fonts: FontBook, text: str) -> str:
    """The text without what would print as an empty box."""
    shown = printable(text).replace(_MISSING, "?")
    for index, characters in reversed(fonts.uncovered(shown)):
        shown = f"{shown[:index]}?{shown[index + len(characters) :]}"
    return shown
