"""A rule told to people: on the screen, and as a page of the catalogue."""

from __future__ import annotations

from collections.abc import Mapping

import yaml

from handoutgen.check.rules.record import Example, TextRule
from handoutgen.codes import MEANINGS, SUBJECTS
from handoutgen.diagnostics import Severity

CATALOGUE_HEAD = """\
# The rules of safe and plain words

Each rule of `handoutgen check` that is about words: who says so, why it matters, what to write instead, and examples.
The examples are the rule's tests. `handoutgen check --explain HG141` prints one rule. This page is made from the rules:
`PYTHONPATH=tests python tests/check/rules/test_catalogue.py`.
"""
FIXED = "`handoutgen check --fix` puts it right where no other reading is possible."


def told(rule: TextRule) -> str:
    """A rule in plain text, as `--explain` prints it."""
    lines = [
        f"{rule.code} ({_how_bad(rule)}): {MEANINGS[rule.code]}",
        "",
        f"Why: {rule.why}",
        f"Instead: {rule.remedy}",
        f"Source: {rule.source}.",
        f"For: {_whose(rule)}.",
        *([f"Fix: {FIXED}"] if rule.fix else []),
        *_listed("Found:", rule.wrong),
        *(_listed("Found, as advice:", rule.advised) if rule.advised else []),
        *_listed("Left alone:", rule.right),
    ]
    return "\n".join(lines) + "\n"


def _how_bad(rule: TextRule) -> str:
    """Its severity, and what of it is only advice, which is told when it is asked for."""
    if rule.severity is Severity.NOTE:
        return f"{rule.severity}: advice, shown with --advice"
    return f"{rule.severity}; advice: {rule.advice}" if rule.advice else str(rule.severity)


def _listed(head: str, examples: tuple[str | Example, ...]) -> list[str]:
    return ["", head, *(f"  {_in_words(example)}" for example in examples)]


def catalogue(rules: Mapping[str, TextRule]) -> str:
    """Every rule as a page of Markdown, by subject."""
    parts = [CATALOGUE_HEAD]
    for subject in SUBJECTS:
        of_it = [rules[code] for code in sorted(subject.meanings) if code in rules]
        if of_it:
            parts += [f"## {subject.name.capitalize()}\n", *map(_entry, of_it)]
    return "\n".join(parts)


def _entry(rule: TextRule) -> str:
    lines = [
        f"### {rule.code}",
        "",
        f"{MEANINGS[rule.code]}",
        "",
        f"- Severity: {_how_bad(rule)}. For: {_whose(rule)}.",
        f"- Why: {rule.why}",
        f"- Instead: {rule.remedy}",
        f"- Source: {rule.source}.",
        *([f"- Fix: {FIXED}"] if rule.fix else []),
        f"- Found: {_in_code(rule.wrong)}",
        *([f"- Found, as advice: {_in_code(rule.advised)}"] if rule.advised else []),
        f"- Left alone: {_in_code(rule.right)}",
    ]
    return "\n".join(lines) + "\n"


def _in_code(examples: tuple[str | Example, ...]) -> str:
    return "; ".join(f"`{_in_words(example).replace('`', '')}`" for example in examples)


LONGEST_EXAMPLE = 200


def _in_words(example: str | Example) -> str:
    """An example on one line, and no longer than anybody reads."""
    said = _whole(example)
    return said if len(said) <= LONGEST_EXAMPLE else f"{said[:LONGEST_EXAMPLE]}…"


def _whole(example: str | Example) -> str:
    if isinstance(example, str):
        return " / ".join(example.split("\n"))
    text = " / ".join(example.text.split("\n"))
    keys = yaml.safe_dump(dict(example.keys), default_flow_style=True, width=10_000, allow_unicode=True).strip()
    said = " with ".join(part for part in (text, keys if example.keys else "") if part)
    return said if example.language == "en-GB" else f"{said} ({example.language})"


def _whose(rule: TextRule) -> str:
    names = ", ".join(rule.languages)
    return f"{names} in {', '.join(rule.regions)}" if rule.regions else names
