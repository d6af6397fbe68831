"""The names in a plan → the leaflets, clinics, formats and sizes they stand for; unknown names are told in place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from handoutgen.batch.plan_file import OF_THE_CLINIC, BatchPlan, Match
from handoutgen.depth import Depth
from handoutgen.errors import UsageProblem
from handoutgen.formats import ALL, GROUPS, SIZES, on_both_papers, parse_format, parse_size
from handoutgen.library.catalogue import Catalogue
from handoutgen.library.files import DEFAULT_LANGUAGE, edition_for
from handoutgen.library.peek import ClinicEntry, LeafletEntry

Refuse = Callable[..., None]
"""(code, message, hint, *path in the plan)."""


class Choice(Struct, frozen=True):
    """What stands on each axis. `names_…` says that somebody wrote the names, not "all"; `named_formats` are those
    of the formats that somebody wrote, and no group brought in."""

    leaflets: dict[str, dict[str, LeafletEntry]]
    clinics: tuple[ClinicEntry | None, ...]
    languages: tuple[str, ...]
    formats: tuple[str, ...]
    sizes: tuple[str, ...]
    details: tuple[Depth, ...]
    names_leaflets: bool
    named_formats: frozenset[str]
    names_sizes: bool

    @property
    def names_languages(self) -> bool:
        """Whether every language was written by its tag."""
        return ALL not in self.languages and OF_THE_CLINIC not in self.languages

    def languages_for(self, files: dict[str, LeafletEntry], clinic: ClinicEntry | None) -> tuple[str, ...]:
        """The languages asked for of one leaflet for one clinic; some may not be there."""
        if not self.languages:
            return (DEFAULT_LANGUAGE if DEFAULT_LANGUAGE in files else next(iter(files)),)
        asked: list[str] = []
        for language in self.languages:
            if language == ALL:
                asked += files
            elif language == OF_THE_CLINIC:
                asked += _languages_of(clinic)
            else:
                asked.append(language)
        return tuple(dict.fromkeys(asked))


def edition_in(files: dict[str, LeafletEntry], language: str) -> LeafletEntry | None:
    """A leaflet in a language: from its own file, or for ur-Aran from that of ur, which has the same words."""
    found = edition_for(language, files)
    return replace(files[found], language=language) if found else None


class Axes(Struct, frozen=True):
    """A plan's lists, its include rows (each filled up from the lists) and its exclude rows."""

    whole: Choice
    included: tuple[Choice, ...]
    excluded: tuple[Match, ...]


def asks_of_clinics(plan: BatchPlan) -> bool:
    """Whether any clinic's own paper, languages or tags decide which rows there are."""
    tags = plan.clinic_tags or any(match.clinic_tag for match in (*plan.include, *plan.exclude))
    languages = (plan.languages, *(match.language for match in plan.include))
    return bool(tags) or plan.paper == OF_THE_CLINIC or any(OF_THE_CLINIC in each for each in languages)


def chosen_axes(plan: BatchPlan, catalogue: Catalogue, refuse: Refuse, has_enough: Callable[[str], bool]) -> Axes:
    """Look all names up. `has_enough` says of a code that more problems of this kind would not be told."""
    choosing = _Choosing(plan, catalogue, refuse, has_enough)
    whole = choosing.whole()
    included = tuple(choosing.included(index, match, whole) for index, match in enumerate(plan.include))
    tags = _tags_of(whole.clinics)
    excluded = tuple(choosing.excluded(index, match, whole, tags) for index, match in enumerate(plan.exclude))
    return Axes(whole, included, excluded)


class _Choosing:
    def __init__(
        self, plan: BatchPlan, catalogue: Catalogue, refuse: Refuse, has_enough: Callable[[str], bool]
    ) -> None:
        self._plan, self._catalogue, self._refuse, self._has_enough = plan, catalogue, refuse, has_enough

    def whole(self) -> Choice:
        plan = self._plan
        return Choice(
            self._leaflets(plan.leaflets, "leaflets"),
            self._clinics(plan.clinics, plan.clinic_tags, ("clinics",), ("clinic_tags",)),
            plan.languages,
            self._formats(plan.formats, "formats"),
            self._sizes(plan.sizes, "sizes"),
            plan.options.detail,
            ALL not in plan.leaflets,
            _written(plan.formats),
            ALL not in plan.sizes,
        )

    def included(self, index: int, match: Match, whole: Choice) -> Choice:
        at = ("include", index)
        named = match.clinic or match.clinic_tag
        return Choice(
            self._leaflets(match.leaflet, *at, "leaflet") if match.leaflet else whole.leaflets,
            self._clinics(match.clinic, match.clinic_tag, (*at, "clinic"), (*at, "clinic_tag"))
            if named
            else whole.clinics,
            match.language or whole.languages,
            self._formats(match.format, *at, "format") if match.format else whole.formats,
            self._sizes(match.size, *at, "size") if match.size else whole.sizes,
            match.detail or whole.details,
            ALL not in (match.leaflet or self._plan.leaflets),
            _written(match.format or self._plan.formats),
            ALL not in (match.size or self._plan.sizes),
        )

    def excluded(self, index: int, match: Match, whole: Choice, tags: frozenset[str] | None) -> Match:
        """The match with names as rows have them; an unknown name would quietly take nothing out."""
        at = ("exclude", index)
        for name in match.leaflet:
            if self._catalogue.leaflet(name) is None and name not in whole.leaflets:
                self._no_leaflet(name, *at, "leaflet")
        for name in match.clinic:
            if self._catalogue.clinic(name) is None:
                self._no_clinic(name, *at, "clinic")
        if match.clinic_tag:
            self._refuse_unknown_tags(match.clinic_tag, tags, (*at, "clinic_tag"))
        if not any(match.model_dump().values()):
            self._refuse("HG406", "this row of exclude names nothing", "name what is to be left out.", *at)
        return match.model_copy(
            update={
                "leaflet": tuple(each.id for each in _files(self._catalogue, match.leaflet)),
                "clinic": tuple(each.id for name in match.clinic if (each := self._catalogue.clinic(name))),
                "format": self._excluded_formats(match.format, *at, "format"),
                "size": self._sizes(match.size, *at, "size"),
            }
        )

    def _leaflets(self, names: Sequence[str], *path: str | int) -> dict[str, dict[str, LeafletEntry]]:
        found: dict[str, dict[str, LeafletEntry]] = {}
        for name in _spelled_out(names, self._catalogue.leaflets):
            files = self._catalogue.leaflet(name)
            if files is None:
                self._no_leaflet(name, *path)
            else:
                found[name] = files
        return found

    def _no_leaflet(self, name: str, *path: str | int) -> None:
        if self._has_enough("HG401"):
            return  # looking for the nearest of thousands takes its time
        near = self._catalogue.near_leaflet(name)
        hint = f'did you mean "{near}"?' if near else '"handoutgen list" shows what there is.'
        self._refuse("HG401", f'there is no leaflet "{name[:60]}"', hint, *path)

    def _clinics(
        self, names: Sequence[str], tags: Sequence[str], path: tuple[str | int, ...], tag_path: tuple[str | int, ...]
    ) -> tuple[ClinicEntry | None, ...]:
        if not names and not tags:
            return (None,)
        found: dict[object, ClinicEntry] = {}
        for name in _spelled_out(names or (ALL,), self._catalogue.clinics):
            clinic = self._catalogue.clinic(name)
            if clinic is None:
                self._no_clinic(name, *path)
            else:
                found[clinic.path] = clinic
        if not found and ALL in (names or (ALL,)):
            hint = 'make one with "handoutgen new clinic NAME", or go to their folder.'
            self._refuse("HG401", "there are no clinics here yet", hint, *path)
        clinics = list(found.values())
        return tuple(self._tagged(tags, clinics, tag_path) if tags else clinics)

    def _no_clinic(self, name: str, *path: str | int) -> None:
        if self._has_enough("HG401"):
            return  # as above
        near = self._catalogue.near_clinic(name)
        hint = f'did you mean "{near}"?' if near else '"handoutgen list" shows what there is.'
        self._refuse("HG401", f'there is no clinic "{name[:60]}"', hint, *path)

    def _tagged(
        self, tags: Sequence[str], clinics: Sequence[ClinicEntry], path: tuple[str | int, ...]
    ) -> list[ClinicEntry]:
        """The clinics that have one of the tags. One whose file cannot be read stays, so that its rows say so: left
        out without a word, its files of earlier runs would count as no longer in the plan."""
        self._refuse_unknown_tags(tags, _tags_of(clinics), path)
        wanted = set(tags)
        return [clinic for clinic in clinics if wanted & set(clinic.tags) or not clinic.is_readable]

    def _refuse_unknown_tags(
        self, tags: Sequence[str], there: frozenset[str] | None, path: tuple[str | int, ...]
    ) -> None:
        for tag in tags:
            if there is not None and tag not in there:
                hint = f"their tags are: {', '.join(sorted(there)[:20])}." if there else "the clinics have no tags yet."
                self._refuse("HG401", f'no clinic has the tag "{tag[:60]}"', hint, *path)

    def _formats(self, names: Sequence[str], *path: str | int) -> tuple[str, ...]:
        return self._parsed(_grouped(names), lambda name: parse_format(name).name, path)

    def _excluded_formats(self, names: Sequence[str], *path: str | int) -> tuple[str, ...]:
        """Where the clinic's paper decides, either of two twins stands for both."""
        forms = self._formats(names, *path)
        if self._plan.paper != OF_THE_CLINIC:
            return forms
        return tuple(name for form in forms for name in on_both_papers(form))

    def _sizes(self, names: Sequence[str], *path: str | int) -> tuple[str, ...]:
        return self._parsed(_spelled_out(names, SIZES), lambda name: parse_size(name).name, path)

    def _parsed(
        self, names: Sequence[str], parse: Callable[[str], str], path: tuple[str | int, ...]
    ) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for name in names:
            try:
                found[parse(name)] = None
            except UsageProblem as problem:
                hint = problem.remedy[:1].lower() + problem.remedy[1:]
                self._refuse("HG401", problem.message[:1].lower() + problem.message[1:].rstrip("."), hint, *path)
        return tuple(found)


def _languages_of(clinic: ClinicEntry | None) -> tuple[str, ...]:
    """Those in which a clinic hands leaflets out; one whose file cannot be read has a row that says so."""
    if clinic is None:
        return ()
    return clinic.languages if clinic.is_readable else (DEFAULT_LANGUAGE,)


def _tags_of(clinics: Sequence[ClinicEntry | None]) -> frozenset[str] | None:
    """All their tags; None when one of them cannot be read, so that nobody can say which tags there are not."""
    if any(clinic and not clinic.is_readable for clinic in clinics):
        return None
    return frozenset(tag for clinic in clinics if clinic for tag in clinic.tags)


def _written(formats: Sequence[str]) -> frozenset[str]:
    """The formats that are named each by itself."""
    return frozenset(name for name in formats if name not in GROUPS)


def _grouped(formats: Sequence[str]) -> list[str]:
    """The names, each once, with each group of formats spelled out."""
    return list(dict.fromkeys(each for name in formats for each in GROUPS.get(name, (name,))))


def _spelled_out(names: Sequence[str], everything: Iterable[str]) -> list[str]:
    """The names, each once, with "all" spelled out."""
    spelled: dict[str, None] = {}
    for name in names:
        spelled.update(dict.fromkeys(everything if name == ALL else (name,)))
    return list(spelled)


def _files(catalogue: Catalogue, names: Sequence[str]) -> list[LeafletEntry]:
    return [next(iter(files.values())) for name in names if (files := catalogue.leaflet(name))]
