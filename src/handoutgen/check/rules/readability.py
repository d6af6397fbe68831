"""Scores of readability as findings: they advise, for a formula counts words and knows no meaning."""

from __future__ import annotations

from collections.abc import Iterator

from handoutgen.check.readability.sections import Counted, counted_sections, scores_of
from handoutgen.check.rules.reading import JudgedLeaflet
from handoutgen.check.rules.record import Example, Hit, TextRule
from handoutgen.diagnostics import Severity
from handoutgen.language import language_of
from handoutgen.memory import Shelf

HIGHEST_GRADE = 9
"""School grade of readers who are 14: the NHS's limit for hard subjects."""
LOWEST_EASE = 55
"""Of Fernández-Huerta's 100: below it, Spanish is rather hard (Barrio-Cantalejo and others 2008)."""
FEWEST_SENTENCES = 5
"""Fewer sentences than these are too few for a formula."""
_COUNTED: Shelf[list[Counted]] = Shelf(list)
_HARD = (
    "Gradually increasing cardiovascular activity considerably improves everyday capability, particularly following "
    "hospitalisation or extended inactivity."
)
_EASY = (
    "Walk a little each day. Rest when you are tired.\n\nDrink some water. Sleep well at night. Call us if it hurts."
)


def _counted(read: JudgedLeaflet) -> list[Counted]:
    """The leaflet's parts, counted once for both rules."""
    kept = read.shelves[_COUNTED]
    if not kept:
        kept += counted_sections(read.leaflet, read.texts)
    return kept


def _hard_leaflet(read: JudgedLeaflet) -> Iterator[Hit]:
    for whole in _counted(read)[:1]:
        if told := _too_hard(whole, read.language, "SMOG grade"):
            hint = "shorten the sentences and the words; handoutgen check --scores tells which sections are hard."
            yield Hit(None, 0, f"the leaflet as a whole has {told}", hint, path=("title",))


def _hard_sections(read: JudgedLeaflet) -> Iterator[Hit]:
    for section in _counted(read)[1:]:
        if told := _too_hard(section, read.language, "Flesch-Kincaid grade"):
            hint = "shorten its sentences and words first: it is the part that most readers leave unread."
            yield Hit(None, 0, f'the part "{section.name}" has {told}', hint, path=section.path)


def _too_hard(counted: Counted, language: str, formula: str) -> str:
    """The score of a part that is too hard, in words."""
    scores = scores_of(counted.own_names_apart, language)
    if counted.own_names_apart.sentences < FEWEST_SENTENCES:
        return ""
    if language_of(language).primary == "es":
        ease = scores["Fernández-Huerta"]
        return f"a reading ease (Fernández-Huerta) of {ease:.0f}, below {LOWEST_EASE}" if ease < LOWEST_EASE else ""
    grade = scores[formula]
    return f"a {formula} of {grade:.1f}, above {HIGHEST_GRADE}" if grade > HIGHEST_GRADE else ""


RULES = (
    TextRule(
        code="HG241", severity=Severity.WARNING, in_leaflet=_hard_leaflet, languages=("en", "es"),
        source="NHS digital service manual, reading age 9 to 14; McLaughlin 1969; Fernández Huerta 1959",
        why="Half of adults read no better than a child of 11 to 14: they give up on a hard leaflet.",
        remedy="Shorten the sentences and the words. A score advises; what counts is whether readers understand.",
        wrong=(Example("\n\n".join([_HARD] * 40)),),
        right=(_EASY,),
    ),
    TextRule(
        code="HG242", severity=Severity.NOTE, in_leaflet=_hard_sections, languages=("en", "es"),
        source="NHS digital service manual, reading age 9 to 14; Kincaid and others 1975; Fernández Huerta 1959",
        why="One hard part is where readers stop.",
        remedy="Begin with the part that has the worst score.",
        wrong=(Example("\n\n".join([_HARD] * 6)),),
        right=(_EASY,),
    ),
)  # fmt: skip
