"""A loaded leaflet, a day and perhaps a clinic turned into findings: dates, missing parts, fields, plain language."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from handoutgen.check.days_to_come import check_days_to_come
from handoutgen.check.easy_read import check_easy_icons, check_easy_read
from handoutgen.check.findings import Findings
from handoutgen.check.helpful_keys import check_helpful_keys
from handoutgen.check.icons import icon_meant
from handoutgen.check.language import check_language
from handoutgen.check.main_picture import check_main_picture
from handoutgen.check.passages import texts_of
from handoutgen.check.pasted_lists import check_pasted_lists
from handoutgen.check.printed_order import check_printed_order
from handoutgen.check.record import check_record
from handoutgen.check.repeated_signs import check_repeated_signs
from handoutgen.check.rules.catalogue import check_rules
from handoutgen.check.safety import check_safety
from handoutgen.check.samples import check_samples
from handoutgen.content.audience import asked_by, tags_of
from handoutgen.content.clinic import Clinic
from handoutgen.content.kinds import KindName
from handoutgen.content.load import LoadedClinic, LoadedLeaflet
from handoutgen.content.markdown.inline import fields_in
from handoutgen.content.markdown.sentences import LONGEST, alone_in_brief
from handoutgen.content.model import Leaflet
from handoutgen.content.nearest import listed, shortened
from handoutgen.content.reasons import way_out
from handoutgen.content.strategies import Strategy
from handoutgen.content.words import Words, words_for
from handoutgen.content.yaml.nodes import ModelPath
from handoutgen.diagnostics import Diagnostic, Severity

DUE_SOON_DAYS = 90
LONGEST_INTERVAL_YEARS = 3


def check_leaflet(
    loaded: LoadedLeaflet,
    *,
    today: date,
    clinic: LoadedClinic | None = None,
    icons: Collection[str] | None = None,
    words: Words | None = None,
) -> list[Diagnostic]:
    """All findings that need no layout, in file order.

    `icons` are the names that can be drawn; without them icons are not judged. `words` are the fixed words that will
    be printed; without them those of the program are. With a clinic, only what it prints is judged.
    """
    findings = Findings(loaded.sources)
    tags = tags_of(clinic.clinic) if clinic else None
    # The words of a pose are judged where they are written.
    texts = tuple(text for text in texts_of(loaded.leaflet, tags) if loaded.sources.says(text.path))
    check_language(loaded.leaflet, texts, words or words_for(loaded.leaflet.language), findings)
    check_samples(loaded.leaflet, findings)
    check_safety(loaded.leaflet, findings)
    check_repeated_signs(loaded.leaflet.help, loaded.leaflet.language, findings)
    check_printed_order(loaded.leaflet, findings)
    check_record(loaded.leaflet, findings)
    check_main_picture(loaded.leaflet, findings)
    check_easy_read(loaded.leaflet, tags, findings)
    _check_dates(loaded.leaflet, today, findings)
    check_days_to_come(loaded.leaflet, today, findings)
    _check_parts(loaded.leaflet, findings)
    if icons is not None:
        _check_icons(loaded.leaflet, icons, findings)
    if clinic:
        _check_fields(loaded.leaflet, clinic.clinic.fields(), tags, findings)
    check_pasted_lists(loaded.leaflet, tags, findings)
    check_rules(loaded.leaflet, texts, findings, is_whole=tags is None)
    check_helpful_keys(loaded.leaflet, texts, findings)
    return findings.in_order()


def check_fields(
    loaded: LoadedLeaflet, fields: Mapping[str, str], tags: Collection[str] | None = None
) -> list[Diagnostic]:
    """An error for every field in the leaflet's texts that `fields` has no value for."""
    findings = Findings(loaded.sources)
    _check_fields(loaded.leaflet, fields, tags, findings)
    return findings.in_order()


def check_fields_with(loaded: LoadedLeaflet, clinics: Sequence[Clinic]) -> list[Diagnostic]:
    """What to know of the clinic's fields in a leaflet's texts before any clinic is chosen: that it needs one, and
    which of these clinics it cannot be built for."""
    findings = Findings(loaded.sources)
    lacking = _Lacking(loaded.leaflet, clinics)
    for text in texts_of(loaded.leaflet, None, skip=()):
        for name, start, end in fields_in(text.text):
            if without := lacking.of(name, text.path):
                message = f"{{{name}}} is not filled in for {_counted_clinics(without)}"
                hint = f"fill in {name.partition('.')[2]} in their files, or take the field out of this text."
                findings.add("HG124", Severity.WARNING, message, hint, text.path, start, end)
            elif not clinics:
                message = f"{{{name}}} needs a clinic, and there is none here yet"
                findings.add("HG124", Severity.NOTE, message, "build it with --clinic.", text.path, start, end)
    return findings.in_order()


class _Lacking:
    """Which clinics have not filled in a field of a text that they print. What a clinic prints depends on the tags that
    the leaflet asks for alone, and in these even thousands of clinics hardly differ."""

    def __init__(self, leaflet: Leaflet, clinics: Sequence[Clinic]) -> None:
        self._leaflet = leaflet
        asked = asked_by(leaflet)
        self._clinics = [
            (number, clinic.id, tags_of(clinic) & asked, clinic.fields()) for number, clinic in enumerate(clinics)
        ]
        self._printed: dict[frozenset[str], frozenset[ModelPath]] = {}
        self._without: dict[str, dict[frozenset[str], list[tuple[int, str]]]] = {}

    def of(self, name: str, path: ModelPath) -> list[str]:
        """Their ids, in the order of the clinics."""
        if name not in self._without:
            self._without[name] = self._grouped(name)
        found = [each for tags, group in self._without[name].items() if path in self._paths_for(tags) for each in group]
        return [ident for _, ident in sorted(found)]

    def _grouped(self, name: str) -> dict[frozenset[str], list[tuple[int, str]]]:
        groups: dict[frozenset[str], list[tuple[int, str]]] = {}
        for number, ident, tags, values in self._clinics:
            if not values.get(name, "").strip():
                groups.setdefault(tags, []).append((number, ident))
        return groups

    def _paths_for(self, tags: frozenset[str]) -> frozenset[ModelPath]:
        if tags not in self._printed:
            self._printed[tags] = frozenset(text.path for text in texts_of(self._leaflet, tags, skip=()))
        return self._printed[tags]


def _counted_clinics(names: Sequence[str]) -> str:
    return f"the clinic{'' if len(names) == 1 else 's'} {listed(names)}"


def _check_fields(
    leaflet: Leaflet, fields: Mapping[str, str], tags: Collection[str] | None, findings: Findings
) -> None:
    for text in texts_of(leaflet, tags, skip=()):
        for name, start, end in fields_in(text.text):
            if not fields.get(name, "").strip():
                message = f"the clinic has no value for {{{name}}}"
                hint = f"fill in {name.partition('.')[2]} in the clinic's file, or take the field out of this text."
                findings.add("HG110", Severity.ERROR, message, hint, text.path, start, end)


def _check_dates(leaflet: Leaflet, today: date, findings: Findings) -> None:
    review = leaflet.review
    left = (review.next_review - today).days
    path = ("review", "next_review")
    if left < 0:
        days = f"{-left} day{'' if left == -1 else 's'}"
        message = f"the review was due on {review.next_review}, {days} ago"
        hint = f"ask {review.owner} to review the leaflet and to set the next date."
        findings.add("HG101", Severity.ERROR, message, hint, path)
    elif left <= DUE_SOON_DAYS:
        when = "today" if left == 0 else f"in {left} day{'' if left == 1 else 's'}"
        findings.add("HG102", Severity.NOTE, f"the review is due {when}", f"tell {review.owner}.", path)
    years = (review.next_review - review.last_reviewed).days / 365.25
    if years > LONGEST_INTERVAL_YEARS + 0.01:
        message = f"more than {LONGEST_INTERVAL_YEARS} years between two reviews"
        findings.add("HG103", Severity.WARNING, message, "plan the next review sooner.", path)


def _check_parts(leaflet: Leaflet, findings: Findings) -> None:
    for index, strategy in enumerate(leaflet.strategies):
        path = ("management", "strategies", index, "title")
        asked = () if leaflet.kind is KindName.EXERCISES else ("why", "benefits", "risks")
        lacking = [name for name in asked if not getattr(strategy, name) and name not in strategy.none_because]
        if lacking:
            message = f'"{strategy.title}" does not say {_listed(lacking)}'
            hint = f"add {_listed(lacking)}, {way_out(lacking[0])} (in the strategy)."
            findings.add("HG111", Severity.WARNING, message, hint, path)
        if not strategy.sources:
            message = f'"{strategy.title}" names no source'
            findings.add("HG112", Severity.WARNING, message, "add sources: with the ids it rests on.", path)
        _check_brief(strategy, (*path[:-1], "what"), findings)
    _check_whole(leaflet, findings)


def _check_brief(strategy: Strategy, path: ModelPath, findings: Findings) -> None:
    """The first sentence of `what` stands in whole for a line in brief: half of it may be a wrong instruction."""
    if len(strategy.brief) > LONGEST and strategy.brief == alone_in_brief(strategy.what):
        message = f"the first sentence has {len(strategy.brief):,} characters, and short forms print all of it"
        hint = f"write brief: with one line of at most {LONGEST} characters; or make this sentence shorter."
        findings.add("HG140", Severity.WARNING, message, hint, path)


def _check_whole(leaflet: Leaflet, findings: Findings) -> None:
    says_unknown = leaflet.management is None or leaflet.management.uncertainty
    checks = (
        ("tools", _is_written_on(leaflet), "HG114", "has nothing to write on", "add a tool, such as a diary"),
        ("figures", _has_figure(leaflet), "HG115", "has no picture", "add a figure where it helps to do something"),
        ("uncertainty", says_unknown, "HG116", "does not say what is not known", "add uncertainty: under management"),
        ("support", leaflet.support, "HG117", "names nobody who helps further", "add an organisation to support"),
    )
    for name, is_there, code, message, hint in checks:
        if not is_there and name not in leaflet.none_because:
            findings.add(code, Severity.WARNING, f"the leaflet {message}", f"{hint}, {way_out(name)}.", ("title",))


def _is_written_on(leaflet: Leaflet) -> bool:
    """Whether there is a tool, or a table with a place to write."""
    tables = (part.table for _, part in leaflet.stretches if part.table)
    return bool(leaflet.tools) or any("" in row for table in tables for row in table.rows)


def _has_figure(leaflet: Leaflet) -> bool:
    strategies = leaflet.strategies
    return (
        any(part.figure for _, part in leaflet.stretches)
        or any(strategy.figure for strategy in strategies)
        or any(way.figure for strategy in strategies for way in strategy.how)
    )


def _check_icons(leaflet: Leaflet, icons: Collection[str], findings: Findings) -> None:
    for index, strategy in enumerate(leaflet.strategies):
        if strategy.icon not in icons:
            meant = icon_meant(strategy.icon, icons)
            hint = f'did you mean "{meant}"?' if meant else "handoutgen list --icons shows all."
            message = f'there is no icon "{shortened(strategy.icon)}"'
            findings.add("HG118", Severity.ERROR, message, hint, ("management", "strategies", index, "icon"))
    if leaflet.easy_read:
        check_easy_icons(leaflet.easy_read, icons, findings)


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
