"""A leaflet's Easy Read: all that keeps readers safe is in it, and each line is short, has one idea and a picture."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from handoutgen.check.findings import Findings
from handoutgen.check.icons import icon_meant
from handoutgen.check.passages import blank_markdown, passages, sentences, without_fields, words_in
from handoutgen.content.audience import asked_by
from handoutgen.content.easy_read import EasyPair, EasyRead
from handoutgen.content.model import Leaflet
from handoutgen.content.nearest import did_you_mean, shortened
from handoutgen.content.yaml.nodes import ModelPath
from handoutgen.diagnostics import Severity
from handoutgen.story.help import levels_of
from handoutgen.story.safety_parts import missing_in, safety_parts

LONGEST_SENTENCE = 15
"""Words: as guides to Easy Read ask for."""
MOST_SENTENCES = 2
"""In a line: the second for a hard word that the first brings in, or what to do about it."""


def check_easy_read(leaflet: Leaflet, tags: Collection[str] | None, findings: Findings) -> None:
    """Nothing for a leaflet without one. With the tags of a clinic, what that one prints; else what anyone might."""
    easy = leaflet.easy_read
    if easy is None:
        return
    _check_levels(leaflet, easy, findings)
    _check_names(leaflet, easy, findings)
    _check_nothing_missing(leaflet, tags, findings)
    for path, line in _lines(easy):
        _check_length(line, path, findings)


def check_easy_icons(easy: EasyRead, icons: Collection[str], findings: Findings) -> None:
    """An error for each icon that there is not."""
    for path, line in _lines(easy):
        icon = line.picture.icon
        if icon and icon not in icons:
            meant = icon_meant(icon, icons)
            hint = f'did you mean "{meant}"?' if meant else "handoutgen list --icons shows all."
            message = f'there is no icon "{shortened(icon)}"'
            findings.add("HG118", Severity.ERROR, message, hint, (*path, "picture", "icon"))


def _lines(easy: EasyRead) -> Iterator[tuple[ModelPath, EasyPair]]:
    for number, part in enumerate(easy.parts):
        for place, line in enumerate(part.pairs):
            yield ("easy_read", "parts", number, "pairs", place), line


def _check_levels(leaflet: Leaflet, easy: EasyRead, findings: Findings) -> None:
    """Each level of help has one part of its own, which brings the number to call."""
    there = [key for key, _ in levels_of(leaflet.help)]
    told: list[str] = [part.help_level for part in easy.parts if part.help_level]
    for key in there:
        if told.count(key) != 1:
            message = f"{'no part' if key not in told else 'more than one part'} of the Easy Read is for {key} help"
            hint = f"write help_level: {key} in the one part that says when to get it."
            findings.add("HG136", Severity.ERROR, message, hint, ("easy_read", "parts"))
    for number, part in enumerate(easy.parts):
        if part.help_level and part.help_level not in there:
            message = f"the leaflet has no {part.help_level} help"
            hint = "take help_level: away; the part would tell whom to call for nothing."
            findings.add("HG136", Severity.ERROR, message, hint, ("easy_read", "parts", number, "help_level"))


def _check_names(leaflet: Leaflet, easy: EasyRead, findings: Findings) -> None:
    known = [part.name for part in safety_parts(leaflet)]
    for path, line in _lines(easy):
        for place, name in enumerate(line.says):
            if name not in known:
                near = [each for each in known if each.startswith(f"{name}.")]
                hint = f"name each by itself: {', '.join(near[:4])}." if near else did_you_mean(name, known)
                hint = hint or "such as help.emergency.signs.1, or a strategy's id with .caution or .stop_if.1."
                message = f'"{shortened(name)}" is nothing that keeps readers of the leaflet safe'
                findings.add("HG137", Severity.ERROR, message, hint, (*path, "says", place))


def _check_nothing_missing(leaflet: Leaflet, tags: Collection[str] | None, findings: Findings) -> None:
    """Judged for a clinic's tags; without them for no clinic and for one with each tag that the leaflet asks for."""
    asked = [tags] if tags is not None else [(), *((tag,) for tag in sorted(asked_by(leaflet)))]
    missing = {part.name: (part, each) for each in reversed(asked) for part in missing_in(leaflet, each)}
    for name in (part.name for part in safety_parts(leaflet) if part.name in missing):
        part, which = missing[name]
        whose = f" for clinics tagged {', '.join(which)}" if which and tags is None else ""
        message = f"the Easy Read leaves out {name}{whose}: “{shortened(part.words)}”"
        hint = f"write a line that says it, with says: [{name}]."
        findings.add("HG136", Severity.ERROR, message, hint, ("easy_read",))


def _check_length(line: EasyPair, path: ModelPath, findings: Findings) -> None:
    plain = without_fields(blank_markdown(line.text))
    said = [sentence for passage in passages(plain) for sentence in sentences(plain, passage)]
    for start, end in said:
        count = len(words_in(plain[start:end]))
        if count > LONGEST_SENTENCE:
            message = f"a sentence of {count} words, more than the {LONGEST_SENTENCE} of Easy Read"
            findings.add("HG138", Severity.WARNING, message, "make two lines of it.", (*path, "text"), start, end)
    if len(said) > MOST_SENTENCES:
        message = f"{len(said)} sentences beside one picture, more than {MOST_SENTENCES}"
        hint = "make two lines of it, each with its picture."
        findings.add("HG139", Severity.WARNING, message, hint, (*path, "text"), *said[MOST_SENTENCES])
