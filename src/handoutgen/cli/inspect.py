"""`handoutgen inspect`: what a finished PDF is, ours or anybody's: size, tags, reading order, fonts, contrast."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from msgspec import to_builtins

from handoutgen.cli.at_hand import workshop_at_hand
from handoutgen.cli.options import json_option, today_option
from handoutgen.cli.screen import show, to_json
from handoutgen.diagnostics import printable
from handoutgen.errors import DONE, REFUSED, HandoutError, UsageProblem
from handoutgen.phrases import shortened
from handoutgen.service.inspection import fact_rows, field_rows, inspection_report
from handoutgen.service.problems import exit_code_of, problem_object

if TYPE_CHECKING:
    from handoutgen.pdf.reading.facts import PdfFacts
    from handoutgen.pdf.reading.inspector import Inspector
    from handoutgen.pdf.reading.profiles import Verdict
    from handoutgen.service.text_codes import CodeAnswer, TextCodes
    from handoutgen.story.report import StaffReport

PROFILE_NAMES = ("uk-clear", "uk-large", "us-large")
LONGEST_FOUND = 100
LONGEST_LINE = 2_000
LABEL_WIDTH = 17


@click.command("inspect")
@click.argument("files", metavar="FILE...", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--code", metavar="CODE", default=None,
    help="Tell which text a printed page has, by the code in its footer, such as “K7QX 4MP6”: no file is needed.",
)  # fmt: skip
@click.option("--order", is_flag=True, help="Show the reading order too: what a screen reader says, step by step.")
@click.option("--fields", is_flag=True, help="List what is filled in on a screen too, in the order of the Tab key.")
@click.option(
    "--profile", type=click.Choice(PROFILE_NAMES), default=None,
    help="Hold them against guidance too: clear or large print of the UK, large print of the US.",
)  # fmt: skip
@click.option(
    "--report", type=click.Path(path_type=Path, dir_okay=False), default=None, metavar="FILE",
    help="Write the same about one file as a page to print: a tagged PDF.",
)  # fmt: skip
@today_option()
@json_option()
def command(
    files: tuple[Path, ...], code: str | None, order: bool, fields: bool, profile: str | None, report: Path | None,
    today: date, as_json: bool,
) -> int:  # fmt: skip
    """Tell what finished PDF files are: pages, tags, language, sizes of text, contrast, fonts, claims; of our own also
    whether the text is the one of today.

    With a profile, a file that does not keep all of it ends the command with code 1. With --code, the exit code is 0
    for a text that is current, 1 for one that is superseded, altered or unknown, and 2 for a code that was misread.

    \b
    For example:
      handoutgen inspect out/leg-cramps-ms_en-GB_a4_large.pdf --order
      handoutgen inspect old-leaflet.pdf --profile uk-large --report what-it-lacks.pdf
      handoutgen inspect --code "K7QX 4MP6"
    """
    if code is not None:
        return _tell_of_code(code, files, today, as_json=as_json)
    if not files:
        raise UsageProblem("Nothing is named.", "Name a PDF file, or a printed code with --code.")
    if report and len(files) > 1:
        raise UsageProblem("A report is about one file, and several are named.", "Name one, or leave out --report.")
    return _tell_of_files(files, order, fields, profile, report, today, as_json=as_json)


def _tell_of_files(
    files: tuple[Path, ...], order: bool, fields: bool, profile: str | None, report: Path | None, today: date, *,
    as_json: bool,
) -> int:  # fmt: skip
    from handoutgen.pdf.reading.inspector import Inspector

    codes: set[int] = set()
    objects: list[dict[str, Any]] = []
    known = _text_codes(today)
    with Inspector() as inspector:
        for index, file in enumerate(files):
            result = _look(inspector, file)
            judged = _judged(result, profile)
            text = None if isinstance(result, HandoutError) else known.answer_of_file(result.text_identifier)
            kept = all(verdict.passed for verdict in judged)
            codes.add(exit_code_of(result) if isinstance(result, Exception) else DONE if kept else REFUSED)
            if report and not isinstance(result, HandoutError):
                _write_report(report, inspection_report(file.name, result, profile, judged, today, text))
            if as_json:
                objects.append(_as_object(file, result, profile, judged, text))
            else:
                _tell(file, result, text, order=order, fields=fields, parted=index > 0)
                click.echo("".join(f"{line}\n" for line in _profile_lines(profile, judged)), nl=False)
    code = codes.pop() if len(codes) == 1 else REFUSED
    if as_json:
        click.echo(to_json({"files": objects, "exit_code": code}))
    return code


def _tell_of_code(typed: str, files: tuple[Path, ...], today: date, *, as_json: bool) -> int:
    """Which text a printed code is of."""
    from handoutgen.service.text_codes import EXIT_CODES, in_words

    if files:
        raise UsageProblem("A code and a file are named.", "Ask for one of them at a time.")
    found = _text_codes(today).answer(typed)
    code = EXIT_CODES[found.state]
    click.echo(to_json({"code": to_builtins(found), "exit_code": code}) if as_json else printable(in_words(found)))
    return code


def _text_codes(today: date) -> TextCodes:
    from handoutgen.service.text_codes import TextCodes

    return TextCodes(Path(), today, workshop_at_hand())


def _write_report(path: Path, report: StaffReport) -> None:
    from handoutgen.output import write_whole
    from handoutgen.reporting import report_pdf

    write_whole(path, report_pdf(report))


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
        found = printable(shortened(verdict.found, LONGEST_FOUND))
        yield f"    {'yes' if verdict.passed else 'NO ':<5}{verdict.asks}: {found} ({verdict.source})"


def _tell(
    file: Path, result: PdfFacts | HandoutError, text: CodeAnswer | None, *, order: bool, fields: bool, parted: bool
) -> None:
    """One file's facts on standard output, `parted` from what stands above; or why there are none."""
    if isinstance(result, HandoutError):
        click.echo(f"{printable(str(file))}:", err=True)
        show(result)
        return
    click.echo(("\n" if parted else "") + printable(str(file)))
    for label, value in fact_rows(result, text):
        click.echo(f"  {label:<{LABEL_WIDTH}}{printable(shortened(value, LONGEST_LINE))}")
    if fields and result.fields:
        click.echo("\n  Fields")
        for line in field_rows(result):
            click.echo(f"    {printable(line)}")
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
    file: Path,
    result: PdfFacts | HandoutError,
    profile: str | None,
    judged: tuple[Verdict, ...],
    text: CodeAnswer | None,
) -> dict[str, Any]:
    if isinstance(result, HandoutError):
        return {"path": str(file), "error": problem_object(result)}
    told = {"path": str(file), "pages": len(result.page_sizes), **to_builtins(result), "text": to_builtins(text)}
    return {**told, "profile": {"name": profile, "rules": to_builtins(judged)}} if profile else told
