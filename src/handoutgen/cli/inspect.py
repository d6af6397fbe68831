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
    from handoutgen.pdf.reading.facts import LineFacts, PdfFacts, TextFacts
    from handoutgen.pdf.reading.inspector import Inspector
    from handoutgen.pdf.reading.profiles import Verdict

PROFILE_NAMES = ("uk-clear", "uk-large", "us-large")
NO_TEXT = "there is no text, at most a picture of it"
SHOWN_TEXT = 40
LONGEST_FOUND = 100
LONGEST_LINE = 2_000
LABEL_WIDTH = 17


@click.command("inspect")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--order", is_flag=True, help="Show the reading order too: what a screen reader says, step by step.")
@click.option(
    "--profile", type=click.Choice(PROFILE_NAMES), default=None,
    help="Hold them against guidance too: clear or large print of the UK, large print of the US.",
)  # fmt: skip
@json_option()
def command(files: tuple[Path, ...], order: bool, profile: str | None, as_json: bool) -> int:
    """Tell what finished PDF files are: pages, tags, language, sizes of text, contrast, fonts, claims.

    With a profile, a file that does not keep all of it ends the command with code 1.

    \b
    For example:
      handoutgen inspect out/leg-cramps-ms_en-GB_a4_large.pdf --order
      handoutgen inspect old-leaflet.pdf --profile uk-large
    """
    from handoutgen.pdf.reading.inspector import Inspector

    codes: set[int] = set()
    objects: list[dict[str, Any]] = []
    with Inspector() as inspector:
        for index, file in enumerate(files):
            result = _look(inspector, file)
            judged = _judged(result, profile)
            kept = all(verdict.passed for verdict in judged)
            codes.add(exit_code_of(result) if isinstance(result, Exception) else DONE if kept else REFUSED)
            if as_json:
                objects.append(_as_object(file, result, profile, judged))
            else:
                _tell(file, result, order=order, parted=index > 0)
                click.echo("".join(f"{line}\n" for line in _profile_lines(profile, judged)), nl=False)
    code = codes.pop() if len(codes) == 1 else REFUSED
    if as_json:
        click.echo(to_json({"files": objects, "exit_code": code}))
    return code


def _judged(result: PdfFacts | HandoutError, profile: str | None) -> tuple[Verdict, ...]:
    """How a file keeps the profile; nothing without one, or of a file that cannot be read."""
    if profile is None or isinstance(result, HandoutError):
        return ()
    from handoutgen.pdf.reading.profiles import verdicts

    return verdicts(result, profile)


def _profile_lines(profile: str | None, judged: tuple[Verdict, ...]) -> Iterator[str]:
    """What is not kept first, then the rest."""
    if judged:
        yield f"\n  Profile {profile}: {sum(verdict.passed for verdict in judged)} of {len(judged)} kept"
    for verdict in sorted(judged, key=lambda verdict: verdict.passed):
        found = printable(_cut(verdict.found, LONGEST_FOUND))
        yield f"    {'yes' if verdict.passed else 'NO ':<5}{verdict.asks}: {found} ({verdict.source})"


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


def _as_object(
    file: Path, result: PdfFacts | HandoutError, profile: str | None, judged: tuple[Verdict, ...]
) -> dict[str, Any]:
    if isinstance(result, HandoutError):
        return {"path": str(file), "error": problem_object(result)}
    told = {"path": str(file), "pages": len(result.page_sizes), **asdict(result)}
    return {**told, "profile": {"name": profile, "rules": [asdict(each) for each in judged]}} if profile else told


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
        "Most text": f"{facts.typical_size:g} pt" if facts.has_text else NO_TEXT,
        "Smallest text": _place(facts.smallest_text, "{0.size:g} pt"),
        "Lowest contrast": _place(facts.palest_text, "{0.contrast:g} : 1 on {1}"),
        "Over a picture": _place(facts.busy_text, "some text") if facts.busy_text else "no text",
        "Longest line": _line(facts.longest_line),
        "Fonts": ", ".join(fonts) or "none",
        "Pictures": str(facts.images),
        "Links": _links(facts),
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
        return NO_TEXT
    ground = text.behind or "white paper (what is behind it was not seen)"
    return f"{words.format(text, ground)} (page {text.page}: {_cut(text.text, SHOWN_TEXT)})"


def _line(line: LineFacts | None) -> str:
    if line is None:
        return NO_TEXT
    place = f"page {line.page}: {_cut(line.text, SHOWN_TEXT)}"
    return f"{counted(line.characters, 'character')}, {round(to_mm(line.width))} mm ({place})"


def _links(facts: PdfFacts) -> str:
    again = facts.repeated_links
    told = f"; {counted(len(again), 'place')} more than once, as {again[0]}" if again else ""
    return f"{len(facts.links)}{told}"


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
