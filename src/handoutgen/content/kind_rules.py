"""Rules about what a kind of leaflet needs, and about the shapes that only two keys together can break.

They read the plain values, as `rules` does, and pass over whatever has the wrong shape: the model reports that.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from handoutgen.content.helping import LEVELS_OF_HELP
from handoutgen.content.kinds import KINDS, KNOWN_SECTIONS, Kind, KindName
from handoutgen.content.markdown.sentences import alone_in_brief
from handoutgen.content.nearest import shortened
from handoutgen.content.reasons import RefuseAt, reasons_in, way_out
from handoutgen.content.sections import LIST_TITLES
from handoutgen.content.yaml.nodes import ModelPath


def check_kind(values: Mapping[str, Any], refuse: RefuseAt) -> None:
    """What the leaflet's kind asks of it."""
    kind = _kind_of(values)
    if kind is None:
        return
    where: ModelPath = ("kind",) if "kind" in values else ()
    reasons = reasons_in(values)
    for name in kind.needs:
        if name not in values and name not in reasons:
            hint = f"write {name}:, {way_out(name)}; or choose another kind: {', '.join(KindName)}."
            refuse("HG051", f'a leaflet of the kind "{kind.name}" needs "{name}"', hint, where)
    sections = [(path, section) for path, section in _mappings(values.get("sections"), ("sections",))]
    _check_sections(kind, sections, reasons, where, refuse)
    if kind.needs_dose and "dose" not in reasons and not any("dose" in part for _, part in _stretches(values)):
        hint = f"add dose: to the section how-to-take, in one line; no form leaves it out; {way_out('dose')}."
        refuse("HG053", f'a leaflet of the kind "{kind.name}" must say how much to take', hint, where)


def check_shapes(values: Mapping[str, Any], refuse: RefuseAt) -> None:
    """Headings, tables and levels of help, whatever the kind."""
    for path, section in _mappings(values.get("sections"), ("sections",)):
        ident = section.get("id")
        if isinstance(ident, str) and "title" not in section and ident not in KNOWN_SECTIONS:
            hint = f"add title:, or use an id that has a heading of its own: {', '.join(KNOWN_SECTIONS)}."
            refuse("HG054", f'the section "{shortened(ident)}" has no title', hint, (*path, "id"))
    for path, part in _stretches(values):
        _check_table(path, part.get("table"), refuse)
        _check_list_titles(path, part, refuse)
    _check_briefs(values.get("management"), refuse)
    _check_help(values.get("help"), refuse)


def _kind_of(values: Mapping[str, Any]) -> Kind | None:
    try:
        return KINDS[KindName(values.get("kind", KindName.CONDITION))]
    except ValueError:
        return None


def _check_sections(
    kind: Kind,
    sections: list[tuple[ModelPath, Mapping[str, Any]]],
    reasons: Mapping[str, Any],
    where: ModelPath,
    refuse: RefuseAt,
) -> None:
    idents = [section.get("id") for _, section in sections]
    for needed in kind.needs_sections:
        if needed not in idents and needed not in reasons:
            hint = f"add a section with id: {needed} (its heading may be your own title), {way_out(needed)}."
            refuse("HG051", f'a leaflet of the kind "{kind.name}" needs a section "{needed}"', hint, where)
    first = kind.first_section
    if first in idents[1:]:
        hint = f'move it up: readers must meet "{first}" before they read on.'
        refuse("HG052", f'the section "{first}" stands after others', hint, (*sections[idents.index(first)][0], "id"))


def _check_table(path: ModelPath, table: Any, refuse: RefuseAt) -> None:
    if not isinstance(table, Mapping) or not isinstance(table.get("head"), list):
        return
    count = len(table["head"])
    rows = table.get("rows")
    for index, row in enumerate(rows if isinstance(rows, list) else ()):
        if isinstance(row, list) and len(row) != count:
            message = f"a row of {len(row)} cells under a head of {count}"
            hint = 'write one cell for each heading; "" is an empty one.'
            refuse("HG055", message, hint, (*path, "table", "rows", index))


def _check_list_titles(path: ModelPath, part: Mapping[str, Any], refuse: RefuseAt) -> None:
    """Words over a list need the list."""
    for title in LIST_TITLES:
        key = title.removesuffix("_title")
        if part.get(title) and not part.get(key):
            hint = f"write {key}: with what these words stand over, or take {title} away."
            refuse("HG022", f'"{key}" is missing here: "{title}" stands over nothing', hint, (*path, title))


def _check_briefs(management: Any, refuse: RefuseAt) -> None:
    """A line in brief that is left out needs a sentence of `what` that can stand without a list or a table."""
    strategies = management.get("strategies") if isinstance(management, Mapping) else None
    for path, strategy in _mappings(strategies, ("management", "strategies")):
        what = strategy.get("what")
        if "brief" not in strategy and isinstance(what, str) and what.strip() and not alone_in_brief(what.strip()):
            message = '"brief" is missing here: "what" begins with a list or table, or with words that lead to one'
            refuse("HG022", message, "write brief: with one line for the short forms.", (*path, "what"))


def _check_help(guide: Any, refuse: RefuseAt) -> None:
    if not isinstance(guide, Mapping):
        return
    there = []
    for key in LEVELS_OF_HELP:
        level = guide.get(key)
        if not isinstance(level, Mapping):
            there.append(key)  # missing or misshapen: the model reports it
            continue
        others = [name for name in level if name != "none_because"]
        if "none_because" in level and others:
            message = f'the level "{key}" has none_because and also {others[0]}'
            refuse("HG056", message, "write none_because alone, or take it away.", ("help", key, "none_because"))
        elif "none_because" not in level:
            there.append(key)
            if not level.get("signs") and not level.get("groups"):
                hint = "add signs:, or groups: of them, or say with none_because: why the leaflet has no such level."
                refuse("HG056", f'the level "{key}" has no signs', hint, ("help", key))
    if not there:
        refuse("HG057", "the leaflet says nowhere when to get help", "write signs: for one level at least.", ("help",))


def _stretches(values: Mapping[str, Any]) -> Iterator[tuple[ModelPath, Mapping[str, Any]]]:
    """Every section and subsection with its path."""
    for name in ("about", "causes", "symptoms"):
        section = values.get(name)
        if isinstance(section, Mapping):
            yield (name,), section
            yield from _mappings(section.get("subsections"), (name, "subsections"))
    for path, section in _mappings(values.get("sections"), ("sections",)):
        yield path, section
        yield from _mappings(section.get("subsections"), (*path, "subsections"))


def _mappings(values: Any, path: ModelPath) -> Iterator[tuple[ModelPath, Mapping[str, Any]]]:
    for index, value in enumerate(values if isinstance(values, list) else ()):
        if isinstance(value, Mapping):
            yield (*path, index), value
