"""Every rule by its code, and a leaflet held to them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from handoutgen.check.findings import Findings
from handoutgen.check.passages import TextAt
from handoutgen.check.rules import (
    addressing,
    chances,
    dates,
    doses,
    help_times,
    latin,
    lengths,
    marks,
    medical_terms,
    medicines,
    patients,
    places,
    quantities,
    readability,
    sentences,
    spelling,
    sums,
    terms,
    vocabulary,
    warning_signs,
    web,
)
from handoutgen.check.rules.reading import JudgedLeaflet, JudgedText, judged_texts
from handoutgen.check.rules.record import Hit, TextRule, hits_in_texts
from handoutgen.check.rules.waiving import Waivers
from handoutgen.content.model import Leaflet
from handoutgen.content.yaml.nodes import ModelPath
from handoutgen.language import language_of

_SAFETY = (doses, quantities, latin, places, help_times, medicines, warning_signs)
_PLAIN = (
    lengths,
    marks,
    chances,
    sums,
    patients,
    addressing,
    vocabulary,
    medical_terms,
    terms,
    sentences,
    dates,
    spelling,
    web,
    readability,
)
RULES: Mapping[str, TextRule] = MappingProxyType(
    {rule.code: rule for module in (*_SAFETY, *_PLAIN) for rule in sorted(module.RULES, key=lambda rule: rule.code)}
)
"""Code → rule: those of safety first."""


def check_rules(leaflet: Leaflet, texts: Sequence[TextAt], findings: Findings, is_whole: bool = True) -> None:
    """Add what breaks the rules of the leaflet's language and is not waived. Where the texts are not the whole leaflet,
    a waiver may be for others."""
    read = JudgedLeaflet(leaflet, judged_texts(leaflet, texts), leaflet.language)
    waivers = Waivers(read)
    language = language_of(leaflet.language)
    for rule in RULES.values():
        if rule.is_for(language):
            for path, hit in hits_of(rule, read):
                if not waivers.cover(rule.code, path):
                    _add(findings, rule, hit, path)
    if is_whole:
        waivers.tell_unused(RULES, findings)


def hits_of(rule: TextRule, read: JudgedLeaflet) -> Iterator[tuple[ModelPath, Hit]]:
    """Each place that breaks a rule, waived or not."""
    if rule.in_text:
        for text, hit in hits_in_texts(rule.in_text, read):
            yield text.path, hit
    if rule.in_leaflet:
        yield from ((hit.path or (), hit) for hit in rule.in_leaflet(read))


def check_text(text: TextAt, language: str, findings: Findings) -> None:
    """Add what breaks the rules in a text that stands alone, such as the words for a drawing."""
    read = JudgedText(text, language)
    for rule in RULES.values():
        if rule.in_text and rule.is_for(language_of(language)):
            for hit in rule.in_text(read):
                _add(findings, rule, hit, text.path)


def _add(findings: Findings, rule: TextRule, hit: Hit, path: ModelPath) -> None:
    place = () if hit.start is None else (hit.start, hit.end)
    findings.add(rule.code, hit.severity or rule.severity, hit.message, hit.hint, path, *place)
