"""`handoutgen inspect`: what a finished PDF is, ours or anybody's: size, tags, reading order, fonts, contrast."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from handoutgen.cli.options import json_option
from handoutgen.cli.screen import counted, show, to_json
from handoutgen.diagnostics import printable
from handoutgen.errors import DONE, REFUSED, HandoutError, UsageProblem
from handoutgen.service.problems import exit_code_of, problem_object
from handoutgen.units import to_mm

if TYPE_CHECKING:
    from handoutgen.pdf.reading.inspect import PdfFacts, TextFacts
    from handoutgen.pdf.reading.inspector import Inspector

SHOWN_TEXT = 40
LONGEST_LINE = 2_000
LABEL_WIDTH = 17


@click.command("inspect")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--order", is_flag=True, help="Show the reading order too: what a screen reader says, step by step.")
@json_option()
def command(files: tuple[Path, ...], order: bool, as_json: bool) -> int:
    """Tell what finished PDF files are: pages, tags, language, smallest text, contrast, fonts, claims.

    \b
    For example:
      handoutgen inspect out/leg-cramps-ms_en-GB_a4_large.pdf --order
    """
    from handoutgen.pdf.reading.inspector import Inspector

    codes: set[int] = set()
    objects: list[dict[str, Any]] = []
    with Inspector() as inspector:
        for index, file in enumerate(files):
            result = _look(inspector, file)
            codes.add(exit_code_of(result) if isinstance(result, Exception) else DONE)
            if as_json:
                objects.append(_as_object(file, result))
            else:
                _tell(file, result, order=order, parted=index > 0)
    code = codes.pop() if len(codes) == 1 else REFUSED
    if as_json:
        click.echo(to_json({"files": objects, "exit_code": code}))
    return code


def _tell(file: Path, result: PdfFacts | HandoutError, *, order: bool, parted: bool) -> None:
    """One file's facts on standard output, `parted` from what stands above; or why there are none."""
    if isinstance(result, HandoutError):
        click.echo(f"{printable(str(file))}:", err=True)
        show(result)
        return
    click.echo(("\n" if parted else "") + printable(str(file)))
    click.echo("\n".join(f"  {line}" for line in _lines(result)))
    if order:
        click.echo("\n  Reading order")
        for step in result.reading_order:
            click.echo(f"    {printable(step.role):<10} {printable(step.text)}")


def _look(inspector: Inspector, file: Path) -> PdfFacts | HandoutError:
    try:
        return inspector.facts_of(file)
    except FileNotFoundError:
        return UsageProblem(f"There is no file {file}.", "Check the name and the folder.")
    except OSError as problem:
        return HandoutError(f"{file} cannot be read: {problem.strerror}.", "Name a PDF file that you may open.")
    except HandoutError as problem:
        return problem


def _as_object(file: Path, result: PdfFacts | HandoutError) -> dict[str, Any]:
    if isinstance(result, HandoutError):
        return {"path": str(file), "error": problem_object(result)}
    return {"path": str(file), "pages": len(result.page_sizes), **asdict(result)}


def _lines(facts: PdfFacts) -> Iterator[str]:
    """The facts in plain words, what is missing named as such."""
    claims = [f"PDF/A-{facts.pdf_a}"] * bool(facts.pdf_a) + [f"PDF/UA-{facts.pdf_ua}"] * bool(facts.pdf_ua)
    fonts = [font.name if font.embedded else f"{font.name} (not embedded)" for font in facts.fonts]
    rows = {
        "Title": facts.title or "none: a screen reader says the file's name",
        "Language": facts.language or "none: a screen reader may use the wrong voice",
        "Pages": _pages(facts),
        "Tagged": "yes" if facts.tagged else "no: a screen reader has to guess the order",
        "Claims": ", ".join(claims) or "no standard for archives or accessibility",
        "Smallest text": _place(facts.smallest_text, "{0.size:g} pt"),
        "Lowest contrast": _place(facts.palest_text, "{0.contrast:g} : 1 on white"),
        "Fonts": ", ".join(fonts) or "none",
        "Pictures": str(facts.images),
        "Links": str(len(facts.links)),
        "Made by": facts.producer or "not said",
    }
    yield from (f"{label:<{LABEL_WIDTH}}{printable(_cut(value, LONGEST_LINE))}" for label, value in rows.items())


def _pages(facts: PdfFacts) -> str:
    """ "10 pages, 210 x 297 mm", or each size with its count."""
    sizes = sorted((round(to_mm(width)), round(to_mm(height))) for width, height in facts.page_sizes)
    grouped = [(size, len(list(group))) for size, group in groupby(sizes)]
    return ", ".join(f"{counted(count, 'page')} of {size[0]} x {size[1]} mm" for size, count in grouped) or "none"


def _place(text: TextFacts | None, words: str) -> str:
    if text is None:
        return "there is no text, at most a picture of it"
    return f"{words.format(text)} (page {text.page}: {_cut(text.text, SHOWN_TEXT)})"


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
