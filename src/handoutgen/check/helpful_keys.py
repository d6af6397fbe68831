"""Keys that a leaflet does not use and that would help it, all in one note: what nobody asks for, no author finds.

What a check asks for by a code of its own (a caution, an icon, a line in brief, the record, a reason for a part that is
missing) is not repeated here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from handoutgen.check.findings import Findings
from handoutgen.check.passages import TextAt, words_in
from handoutgen.content.model import Leaflet
from handoutgen.content.nearest import listed
from handoutgen.diagnostics import Severity
from handoutgen.story.help import levels_of

LONGEST_ESSENTIAL = 1150
"""Words of a leaflet that most readers get through: more, and its essential depth is worth having."""
LONGEST_SHORT = 30
"""Characters of a strategy's name that the poster sets large."""
FIRST_VERSION = (1, 0, 0)
HOW: Mapping[str, str] = MappingProxyType({
    "level: full": "level: full as a line of its own, in a section, strategy, way of doing it or aside",
    "short": "short: with three words or so",
    "icon": "icon: with a name from handoutgen list --icons",
    "sources": "sources: with ids from the list of sources, in brackets: [first-source]",
    "changes": "changes: below review:, each with version:, date: and what:",
})  # fmt: skip
"""Each key → how it is written. An author may have nothing but the starter and the messages."""


def check_helpful_keys(leaflet: Leaflet, texts: Sequence[TextAt], findings: Findings) -> None:
    """One note that names the keys and what each would do; none where nothing would help."""
    said = [*_depths(leaflet, texts), *_short_forms(leaflet, findings), *_sources(leaflet), *_changes(leaflet)]
    if said:
        message = f"keys that would help: {'; '.join(f'{key}, {where}' for key, where in said)}"
        hint = f"write {'; '.join(HOW[key] for key, _ in said)}."
        findings.add("HG132", Severity.NOTE, message, hint, ("title",))


def _depths(leaflet: Leaflet, texts: Sequence[TextAt]) -> Iterator[tuple[str, str]]:
    stretches = (part for _, part in leaflet.stretches)
    blocks = (
        *stretches,
        *leaflet.strategies,
        *(way for each in leaflet.strategies for way in each.how),
    )
    count = sum(len(words_in(text.blank)) for text in texts)
    if count > LONGEST_ESSENTIAL and not leaflet.levels and not any(block.level for block in blocks):
        yield "level: full", f"at what not everybody needs (the essential leaflet has most of {count} words)"


def _short_forms(leaflet: Leaflet, findings: Findings) -> Iterator[tuple[str, str]]:
    """Where what stands in for a line of the author's does not do."""
    ways = [(("management", "strategies", index), each) for index, each in enumerate(leaflet.strategies)]
    long = [
        each.title for path, each in ways
        if len(each.short) > LONGEST_SHORT and not findings.sources.says((*path, "short"))
    ]  # fmt: skip
    if long:
        yield "short", f"where the title is long for a poster ({listed(long)})"
    if not leaflet.strategies and not any(section.icon for section in leaflet.all_sections):
        yield "icon", "at sections: the cover shows them"


def _sources(leaflet: Leaflet) -> Iterator[tuple[str, str]]:
    lacking = [f"help.{key}" for key, level in levels_of(leaflet.help) if not level.sources]
    for path, part in leaflet.stretches:
        if len(path) < 3 and not part.sources:  # a subsection rests on what its section rests on
            lacking.append(str(getattr(part, "id", path[0])))
    if leaflet.management and leaflet.management.uncertainty and not leaflet.management.uncertainty_sources:
        lacking.append("management (uncertainty_sources)")
    if lacking:
        yield "sources", f"at {listed(lacking)}"


def _changes(leaflet: Leaflet) -> Iterator[tuple[str, str]]:
    version = tuple(map(int, leaflet.review.version.split(".")))
    if version > FIRST_VERSION[: len(version)] and not leaflet.review.changes:
        also = "" if leaflet.review.supersedes else " (and supersedes, if it takes another leaflet's place)"
        yield "changes", f"with what each version changed{also}"
