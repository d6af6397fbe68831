"""A plan and a catalogue → the rows to build, in a stable order; every name that is wrong is told before any work.

Excluded rows go first, then included ones are added. What makes no sense and was named is refused with the line to
write; what only a group such as "all" brought in is left out, with its reason.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from handoutgen.batch.axes import Choice, asks_of_clinics, chosen_axes, edition_in
from handoutgen.batch.excluding import Excluding
from handoutgen.batch.naming import (
    AXES,
    FOR_CLINICS,
    FOR_NO_CLINIC,
    NO_CLINIC,
    fields_in,
    filled,
    problem_with,
    stays_inside,
)
from handoutgen.batch.plan_file import BatchPlan, LoadedPlan
from handoutgen.content.yaml.source_map import SourceMap
from handoutgen.depth import Depth
from handoutgen.diagnostics import Diagnostic, Severity
from handoutgen.errors import ContentRefused, UsageProblem
from handoutgen.formats import OUTPUTS, Format, Options, Output, on_paper, parse_size, refuse
from handoutgen.language import language_of
from handoutgen.library.catalogue import Catalogue
from handoutgen.library.file_names import is_safe_name
from handoutgen.library.peek import ClinicEntry, LeafletEntry

MOST_PROBLEMS = 50
"""So many problems of one kind are told; a plan with more has one cause."""
MOST_ROWS = 250_000
"""Fifty forms for five thousand clinics. More is a slip, or two plans."""
MOST_TRIES = 20 * MOST_ROWS
"""Combinations looked at, with those that make no sense or are not there."""


class Row(Struct, frozen=True):
    """One file to make. `path` is below the out folder, with / between folders."""

    leaflet: LeafletEntry
    clinic: ClinicEntry | None
    format: str
    size: str
    detail: Depth | None = None
    """None for a form that has no depth."""
    path: str = ""
    is_named: bool = True
    """Whether its form was written in the plan; else a group brought it in, and it is left out where it cannot be."""

    @property
    def names(self) -> dict[str, str]:
        """What the row is called on each axis."""
        return {
            "leaflet": self.leaflet.id,
            "language": self.leaflet.language,
            "clinic": self.clinic.id if self.clinic else NO_CLINIC,
            "format": self.format,
            "size": self.size,
            "detail": self.detail or "",
        }

    def asked(self, options: Options) -> Options:
        """The plan's options for this row, as a single build takes them: without those that do not concern its form."""
        options = replace(options, hand=language_of(self.leaflet.language).hand)
        if self.detail is None:
            return replace(options, detail=Depth.FULL, write_on=False)
        return replace(options, detail=self.detail)


class LeftOutRow(Struct, frozen=True):
    """A combination that is not built, and why."""

    what: str
    why: str


class Matrix(Struct, frozen=True):
    """All rows of a plan, and what was left out of it."""

    rows: tuple[Row, ...]
    left_out: tuple[LeftOutRow, ...]


class _Found(Struct):
    """Problems as they are met, each at its place in the plan."""

    sources: SourceMap
    told: list[Diagnostic] = field(default_factory=list)

    def refuse(self, code: str, message: str, hint: str, *path: str | int) -> None:
        if self.has_enough(code):
            return
        finding = Diagnostic(code, Severity.ERROR, message, hint, self.sources.span(path))
        if finding not in self.told:
            self.told.append(finding)

    def has_enough(self, code: str) -> bool:
        """Whether more of this kind would not be told."""
        return sum(each.code == code for each in self.told) >= MOST_PROBLEMS

    def stop_if_any(self) -> None:
        if self.told:
            raise ContentRefused(sorted(self.told, key=lambda finding: (finding.span.line, finding.span.column)))


def rows_of(loaded: LoadedPlan, catalogue: Catalogue, usual: str = "") -> Matrix:
    """All rows; `usual` names the files of a plan without a `name` in another way than by clinic. Raises
    ContentRefused with every problem of the plan."""
    plan, found = loaded.plan, _Found(loaded.sources)
    catalogue.opens_clinics = asks_of_clinics(plan)
    axes = chosen_axes(plan, catalogue, found.refuse, found.has_enough)
    found.stop_if_any()
    combining, excluding = _Combining(plan, found), Excluding(axes.excluded)
    rows = {_key(row): row for row in combining.rows(axes.whole, "leaflets") if not _is_excluded(row, excluding)}
    for index, choice in enumerate(axes.included):
        for row in combining.rows(choice, "include", index):
            rows.setdefault(_key(row), row)
    combining.refuse_senseless(excluding)
    found.stop_if_any()
    named = _named(list(rows.values()), plan, found, usual)
    if not named and not found.told:
        hint = "look at its lists and at exclude."
        found.refuse("HG407", "this plan has no rows: all are left out", hint, "leaflets")
    found.stop_if_any()
    return Matrix(tuple(named), tuple(combining.left_out()))


class _Combining:
    """Axes → rows, remembering what made no sense."""

    def __init__(self, plan: BatchPlan, found: _Found) -> None:
        self._plan = plan
        self._found = found
        self._left: dict[str, LeftOutRow] = {}
        self._senseless: dict[tuple[str, str], UsageProblem] = {}
        self._absent: dict[tuple[str, str], str] = {}
        self._tried = self._made = 0

    def rows(self, choice: Choice, *path: str | int) -> Iterator[Row]:
        """The rows of a choice that stands at `path` in the plan. Raises ContentRefused when there are too many."""
        for name, files in choice.leaflets.items():
            for clinic in choice.clinics:
                for edition in self._languages(name, files, clinic, choice, path):
                    for form, size, detail, is_named in self._forms(clinic, choice, path):
                        self._made += 1
                        yield Row(edition, clinic, form, size, detail, is_named=is_named)

    def _count(self, path: Sequence[str | int]) -> None:
        """One more is tried."""
        self._tried += 1
        if self._made >= MOST_ROWS or self._tried > MOST_TRIES:
            message = f"this plan asks for more than {MOST_ROWS:,} files"
            hint = "name fewer leaflets, clinics, languages, formats or sizes, or write several plans."
            self._found.refuse("HG408", message, hint, *path)
            self._found.stop_if_any()

    def _languages(
        self,
        name: str,
        files: dict[str, LeafletEntry],
        clinic: ClinicEntry | None,
        choice: Choice,
        path: Sequence[str | int],
    ) -> Iterator[LeafletEntry]:
        for language in choice.languages_for(files, clinic):
            self._count(path)
            if edition := edition_in(files, language):
                yield edition
            elif choice.names_languages and choice.names_leaflets:
                self._absent[name, language] = ", ".join(files)
            else:
                self._leave(f"{name} in {language}", "the leaflet is not there in this language")

    def _forms(
        self, clinic: ClinicEntry | None, choice: Choice, path: Sequence[str | int]
    ) -> Iterator[tuple[str, str, Depth | None, bool]]:
        for written in choice.formats:
            name = on_paper(written, clinic.paper) if clinic and self._plan.paper == "clinic" else written
            form, is_named = OUTPUTS[name], written in choice.named_formats
            for size in _sizes_of(form, choice.sizes):
                self._count(path)
                try:
                    if isinstance(form, Format):
                        refuse(form, parse_size(size))
                except UsageProblem as problem:
                    self._refused(name, size, problem, is_named and choice.names_sizes)
                else:
                    has_depths = form.is_whole if isinstance(form, Format) else True
                    details = choice.details if has_depths else (None,)
                    yield from ((name, size, detail, is_named) for detail in details)

    def _refused(self, form: str, size: str, problem: UsageProblem, is_named: bool) -> None:
        if is_named:
            self._senseless.setdefault((form, size), problem)
        else:
            self._leave(f"{form} in {size}", problem.message)

    def _leave(self, what: str, why: str) -> None:
        self._left.setdefault(what, LeftOutRow(what, why))

    def refuse_senseless(self, excluding: Excluding) -> None:
        """Tell what was named and makes no sense, unless an exclude row takes it out."""
        for (form, size), problem in self._senseless.items():
            if not excluding.takes_out_all(format=form, size=size):
                hint = f"leave it out with a row in exclude: {{format: {form}, size: {size}}}."
                self._found.refuse("HG402", problem.message.rstrip("."), hint, "formats")
        for (name, language), there in self._absent.items():
            if not excluding.takes_out_all(leaflet=name, language=language):
                line = f"{{leaflet: {name}, language: {language}}}"
                hint = f"it is there in {there}. Leave it out with a row in exclude: {line}."
                self._found.refuse("HG402", f'the leaflet {name} is not there in "{language}"', hint, "languages")

    def left_out(self) -> Iterator[LeftOutRow]:
        """What was left out and not refused."""
        yield from self._left.values()


def _sizes_of(form: Output, sizes: Sequence[str]) -> Sequence[str]:
    """The print sizes that it is made in where these are asked for, each once."""
    if not form.is_sized:
        return ("standard",)
    if not isinstance(form, Format):
        return sizes
    return tuple(dict.fromkeys(form.in_print(parse_size(size)).name for size in sizes))


def _key(row: Row) -> tuple[str, ...]:
    whose = str(row.clinic.path) if row.clinic else ""
    return (str(row.leaflet.path), row.leaflet.language, whose, row.format, row.size, row.detail or "")


def _is_excluded(row: Row, excluding: Excluding) -> bool:
    return excluding.takes_out(row.names, row.clinic.tags if row.clinic else ())


def _named(rows: Sequence[Row], plan: BatchPlan, found: _Found, usual: str) -> list[Row]:
    """The rows with their paths; two on one path are refused, with the axis that the name lacks."""
    if plan.name and (problem := problem_with(plan.name)):
        found.refuse("HG404", *problem, "name")
        return []
    lacking = _lacking(rows, plan)
    usual = usual or (FOR_CLINICS if any(row.clinic for row in rows) else FOR_NO_CLINIC)
    for axis in lacking:
        hint = f"put {{{axis}}} into the name, or two files would have one name."
        found.refuse("HG403", f"the files differ in their {axis}, and the name does not say it", hint, "name")
    paths: dict[str, Row] = {}
    named = []
    for row in rows:
        placed = named_by(row, plan.name) if plan.name else usually_named(row, usual, plan)
        other = paths.setdefault(placed.path.casefold(), placed)  # Windows and macOS: A.pdf is a.pdf
        if other is not placed and not lacking:
            told = f"two rows would be written to {placed.path}: {_said(other)}, and {_said(placed)}"
            found.refuse("HG405", told, "give one of the leaflets or clinics another id.", "leaflets")
        _refuse_unsafe(placed, found)
        named.append(placed)
    return named


def _refuse_unsafe(row: Row, found: _Found) -> None:
    """Every name becomes a path: in the file's name, and a clinic's as the name of its archive."""
    unsafe = next((name for name in row.names.values() if name and not is_safe_name(name)), "")
    if unsafe:
        hint = "give the file another name: plain words, and none that Windows keeps for devices (con, nul, com1)."
        found.refuse("HG404", f'not every system takes the name "{unsafe[:60]}" for a file', hint, "name")
    elif not stays_inside(row.path):
        found.refuse("HG404", f"no system takes the file name {row.path}", "write a shorter name.", "name")


def _lacking(rows: Sequence[Row], plan: BatchPlan) -> list[str]:
    """The axes on which files differ and that their name does not say. What has no depth differs from nothing in it."""
    if not plan.name:
        return []
    varying = [axis for axis in AXES if len({row.names[axis] for row in rows} - {""}) > 1]
    return [axis for axis in varying if axis not in fields_in(plan.name)]


def named_by(row: Row, template: str) -> Row:
    """The row with the path that a template gives it."""
    return replace(row, path=filled(template, row.names, OUTPUTS[row.format]))


def usually_named(row: Row, template: str, plan: BatchPlan) -> Row:
    """The same, with the plan's options behind it, as a single build names its files."""
    return named_by(row, "_".join([template, *row.asked(plan.asked).in_file_name]) + ".pdf")


def _said(row: Row) -> str:
    whose = f" for {row.clinic.path.as_posix()}" if row.clinic else ""
    depth = f", {row.detail}" if row.detail else ""
    return f"{row.leaflet.path.as_posix()}{whose} ({row.format}, {row.size}{depth})"
