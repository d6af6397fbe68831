"""A rule's examples made into whole leaflets, and what is found in them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from handoutgen.check.findings import Findings
from handoutgen.check.passages import texts_of
from handoutgen.check.rules.catalogue import RULES, check_rules
from handoutgen.check.rules.record import Example, TextRule
from handoutgen.content.load import LoadedLeaflet, leaflet_from
from handoutgen.diagnostics import Diagnostic
from story.small_leaflet import LEAFLET

TODAY = date(2026, 11, 22)


def merged(values: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, Any]:
    """Values with others in their place, mapping in mapping."""
    inner = {
        key: merged(values[key], value)
        if isinstance(value, Mapping) and isinstance(values.get(key), Mapping)
        else value
        for key, value in other.items()
    }
    return {**values, **inner}


def leaflet_of(example: str | Example) -> LoadedLeaflet:
    """The small leaflet with an example in it."""
    each = Example(example) if isinstance(example, str) else example
    said = {"about": {"text": each.text}} if each.text else {}
    values = merged(merged(LEAFLET, {"language": each.language, **said}), each.keys)
    text = yaml.safe_dump(json.loads(json.dumps(values)), sort_keys=False, allow_unicode=True)
    return leaflet_from(text.encode(), Path(f"{each.language}.yaml"))


def found_in(example: str | Example) -> list[Diagnostic]:
    """What all rules together find in an example."""
    loaded = leaflet_of(example)
    findings = Findings(loaded.sources)
    check_rules(loaded.leaflet, tuple(texts_of(loaded.leaflet)), findings)
    return findings.in_order()


def examples() -> list[tuple[TextRule, str | Example, bool]]:
    """Every example of every rule: the rule, the example, and whether it is wrong."""
    return [
        (rule, example, is_wrong)
        for rule in RULES.values()
        for each, is_wrong in ((rule.wrong, True), (rule.right, False))
        for example in each
    ]
