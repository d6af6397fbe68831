"""What keeps readers safe, as far as a machine can tell: cautions for the short forms, and help that reads right."""

from __future__ import annotations

import re

from handoutgen.check.findings import Findings
from handoutgen.check.passages import blank_markdown
from handoutgen.content.helping import LeadIn
from handoutgen.content.kinds import KINDS
from handoutgen.content.model import Leaflet
from handoutgen.content.nearest import shortened
from handoutgen.content.reasons import way_out
from handoutgen.content.strategies import Strategy
from handoutgen.content.words import words_for
from handoutgen.diagnostics import Severity
from handoutgen.story.detail import has_warnings
from handoutgen.story.help import levels_of

_VERBS = (
    r"is|are|was|were|am|has|have|had|do|does|did|can|cannot|could|will|would|feels?|felt|gets?|got|becomes?|became|heard|"
    r"hurts?|swells?|bleeds?|opens?|stops?|starts?|keeps?|turns?|looks?|smells?|leaks?|comes?|goes|lasts?|think|thought|fall|"
    r"fell|faint|vomit|cough|need|notice|see|saw|took|take|miss|lose|lost|break|broke"
)
_NAME = r"(?:(?!(?:that|which|who|or|and|an?|the)\b)\w+\s+){1,3}"
"""Up to three words of a name, but none that opens a clause about it ("a cramp that lasts" is a thing) or another name
("a cold or a cough" are two)."""
_CLAUSE = re.compile(
    r"(?:you|he|she|they|it|we|i|somebody|someone|nobody|anybody)\b"
    rf"|(?:your|the|this|a|an|one)\s+{_NAME}(?:{_VERBS})\b"
    r"|there (?:is|are)\b",
    re.IGNORECASE,
)
"""How a clause begins: "you heard a crack", "your leg swells", "there is blood"."""
_LATE_CLAUSE = re.compile(
    r"(?:(?!(?:that|which|who|whose|where|when|while|and|or|if|as|than|you|your|what|but)\b)[\w'’-]+\s+){1,5}"
    r"(?:is|are|was|were|has|have|does|do|will|can|cannot)\b",
    re.IGNORECASE,
)
"""What is most likely a clause, as nothing before its verb makes it say something about a thing: "treatment at home is
not working"."""
_NO_SUBJECT = re.compile(
    r"(?:cannot|can['’]t|can|could|might|must|should|would|have|has|are|aren['’]t|is|isn['’]t|am|was|were|do|don['’]t|"
    r"does|doesn['’]t|did|didn['’]t|feels?|gets?|becomes?|became|keeps?|fell|saw|see(?=\s)|took|lose|loses|seems?|"
    r"unable to|able to|need to|think you|vomit(?=\s+(?:more|every|again|up|after|and|blood)\b|$)|"
    r"faint(?=\s+(?:when|while|again)\b|$)|cough up|throw up|pass out|black out|wake up|fall (?:over|down|asleep)|"
    r"look (?!of\b)\w+|starts? \w+ing|stops? \w+ing)\b",
    re.IGNORECASE,
)
"""A clause that has lost its subject: "cannot breathe", "have chest pain", "are dizzy" read right after neither
lead-in. What may follow "have" ("heard a crack", "lost feeling") and what may be a thing ("a cough", "vomit with blood
in it") is none."""
_ANY_VERB = re.compile(rf"\b(?:{_VERBS})\b", re.IGNORECASE)


_WARNING = re.compile(
    r"(?:^|[.!?:;]\s+|\n\s*(?:[-*+]|\d+[.)])?\s*)(?:do not|don['’]t|never)\s+(?!worry|hesitate|forget|be\b)|"
    r"\bno more than \d|\b\d+ \w+ at most\b|\bnot (?:safe|suitable) (?:if|for)\b",
    re.IGNORECASE,
)
"""What a reader must not do, or how much is too much."""
_NEVER = re.compile(r"\bnever\b|\bno more than \d+ (?:tablets|times|doses)", re.IGNORECASE)
"""The same in a step, where "do not let your back sag" is how to do it well."""


_STOP = re.compile(r"\bstop\b(?:(?![.!?]).){0,40}\bif\b", re.IGNORECASE)


def check_safety(leaflet: Leaflet, findings: Findings) -> None:
    """Add what is found; the wording of signs is judged in English alone."""
    for index, strategy in enumerate(leaflet.strategies):
        path = ("management", "strategies", index)
        warns = has_warnings(strategy) or _warns_in_its_text(strategy, leaflet)
        if warns and not strategy.caution:
            message = f'"{strategy.title}" has no caution for the forms that show it in a line'
            hint = "add caution: one line of what to beware of; those forms print all of its safety lines instead."
            findings.add("HG126", Severity.WARNING, message, hint, (*path, "title"))
        figures = (strategy.figure, *(how.figure for how in strategy.how))
        if KINDS[leaflet.kind].needs_figures and not any(figures) and "figure" not in strategy.none_because:
            message = f'the exercise "{strategy.title}" has no picture'
            hint = f"add figure: to it or to one of its ways, {way_out('figure')} (in the strategy)."
            findings.add("HG129", Severity.WARNING, message, hint, (*path, "title"))
        if "icon" not in strategy.keys:
            hint = "add icon: with a name from handoutgen list --icons."
            findings.add("HG130", Severity.NOTE, f'"{strategy.title}" has the neutral icon', hint, (*path, "title"))
    if leaflet.language.startswith("en"):
        _check_signs_of_help(leaflet, findings)


def _warns_in_its_text(strategy: Strategy, leaflet: Leaflet) -> bool:
    """Whether its own text, in English, warns of something that its line in brief leaves out. When to stop may be said
    once for all strategies, as the caution of a section: the short forms print that."""
    if not leaflet.language.startswith("en") or _WARNING.search(strategy.brief):
        return False
    steps = [step for how in strategy.how for step in how.steps]
    texts = [blank_markdown(text or "") for text in (strategy.what, strategy.risks, strategy.how_often)]
    stops = any(map(_STOP.search, (*texts, *steps)))
    is_told_once = any(_STOP.search(section.caution or "") for section in leaflet.all_sections)
    return any(map(_WARNING.search, texts)) or any(map(_NEVER.search, steps)) or (stops and not is_told_once)


def _check_signs_of_help(leaflet: Leaflet, findings: Findings) -> None:
    words = words_for(leaflet.language)
    for key, level in levels_of(leaflet.help):
        for path, _, sign in level.each_sign:
            lacks_subject = bool(_NO_SUBJECT.match(sign))
            is_clause, may_be_one = bool(_CLAUSE.match(sign)) or lacks_subject, bool(_LATE_CLAUSE.match(sign))
            severity = Severity.ERROR if is_clause else Severity.WARNING  # what may be one may be right all the same
            if lacks_subject:
                said = words.get("signs_if" if level.lead_in is LeadIn.CLAUSES else f"{key}_signs")
                hint = (
                    "begin with who or what, such as you cannot breathe, and write lead_in: clauses; or name a thing."
                )
            elif level.lead_in is LeadIn.THINGS and (is_clause or may_be_one):
                said, hint = words.get(f"{key}_signs"), "write lead_in: clauses, or name a thing such as chest pain."
            elif level.lead_in is LeadIn.CLAUSES and not is_clause and not _ANY_VERB.search(sign):
                said, hint = words.get("signs_if"), "begin with who or what, such as you faint; or leave lead_in out."
            else:
                continue
            message = f'"{said} {shortened(sign)}" does not read right'
            findings.add("HG127", severity, message, hint, ("help", key, *path))
