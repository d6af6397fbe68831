"""Quantities that a reader must work out or compare: doses by weight, and one thing in more than one unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from handoutgen.check.rules.doses import ISMP, SPOON_AND_ML, UNIT
from handoutgen.check.rules.matching import DIGITS, all_of, by_pattern, pattern, where_said
from handoutgen.check.rules.reading import JudgedText
from handoutgen.check.rules.record import Hit, TextRule
from handoutgen.diagnostics import Severity

_PER = r"(?: ?/ ?| per | a )"
_WEIGHTS = "kg kilo kilogram kgs kilos kilograms lb pound pounds lbs"
_PER_KG = pattern(
    rf"(?<![\w.])\d[\d,.]* ?{UNIT}{_PER}(?:kg|kilo|kilogram|lb|pound)s?\b(?: of (?:body ?)?weight)?|\b(?:mg|"
    rf"micrograms?|m[lL]|units?|"
    r"g) ?(?:/|per) ?(?:kg|kilo(?:gram)?)\b|\bfor (?:each|every) (?:kg|kilo(?:gram)?)\b(?: of (?:body ?)?weight)?"
    r"|\b\d[\d,.]* ?(?:mg|micrograms?|m[lL]|units?) (?:for )?(?:each|every) (?:kg|kilo(?:gram)?)\b"
)
_MASS = {"g": 1000.0, "gram": 1000.0, "mg": 1.0, "milligram": 1.0, "microgram": 0.001, "mcg": 0.001, "µg": 0.001}
_QUANTITY = re.compile(
    r"(?<![\w.,])(\d[\d,]*(?:\.\d+)?|\.\d+)\s?(micrograms?|milligrams?|grams?|mcg|µg|mg|g|ml|mL|"
    r"millilitres?)\b(?!\s?(?:/|per\b|in\b(?! (?:a|any|one|1|24|total|all)\b)))"
)
_JOINS = pattern(r"^\s?(?:\(|=|\[|or |which is |that is |, or |/ ?|, which is |is the same as |equals |, that is )+$")
_PINTS = pattern(
    r"\b\d[\d.,]* ?(?:millilit(?:re|er)s?|lit(?:re|er)s?|m?l)\b,? ?(?:\(|=|or ) ?(?:about |around )?(?:\d[\d./]*|"
    r"half an?|an?|"
    r"one|two|three) ?(?:fluid |US |UK )?(?:pints?|ounces?|fl\.? ?oz|oz|quarts?|gallons?|cups?)\b"
    r"|\b(?:\d[\d./]*|half an?|an?|one|two|three) ?(?:fluid |US |UK )?(?:pints?|ounces?|fl\.? ?oz|quarts?|"
    r"gallons?) ?(?:\(|=|"
    r"or ) ?(?:about |around )?\d[\d.,]* ?(?:millilit(?:re|er)s?|lit(?:re|er)s?|m?l)\b"
)
_TWICE = '"{}" gives one quantity in two units'
_NAME = re.compile(r"\s+of\s+(?:your\s+|the\s+)?([a-z][a-z-]{2,})", re.IGNORECASE)
_DOSE_WORDS = pattern(
    r"\b(?:take|takes|taking|dose|doses|give|inject|use|start\w*|raise|rais\w+|increase|lower|reduce|no more than|"
    r"more than|"
    r"go(?:es)? (?:up|down)|drops? to|then|up to|at most|maximum)\b"
)
_EATEN = pattern(
    r"\b(?:fibre|fiber|sugars?|salt|protein|fat|carbs?|carbohydrates?|alcohol|food|eat|cream|ointment|gel|weigh\w*|"
    r"each \d+ ?ml|"
    r"tube|sodium|meat|fish|cheese|nuts|portion)\b"
)


def _two_units(text: JudgedText) -> Iterator[Hit]:
    """One mass, said twice in different units side by side."""
    before_it: re.Match[str] | None = None
    for match in _QUANTITY.finditer(text.plain):
        if before_it and _JOINS.match(text.plain[before_it.end() : match.start()]):
            first, second = _in_mg(before_it), _in_mg(match)
            if first and second and before_it.group(2)[:2] != match.group(2)[:2]:
                said = text.plain[before_it.start() : match.end()]
                yield Hit(before_it.start(), match.end(), f'"{said}" gives one quantity in two units', _ONE_UNIT)
        before_it = match


_ONE_UNIT = "keep the unit that is on the pack."


def _in_mg(match: re.Match[str]) -> float | None:
    factor = _MASS.get(match.group(2).rstrip("s"))
    return float(match.group(1).replace(",", "")) * factor if factor else None


def _mixed_units(text: JudgedText) -> Iterator[Hit]:
    """Doses of one medicine in a sentence and the next, one in mg and one in g or micrograms."""
    for _, said in text.cut:
        for one, other in pairwise(said):
            first, second = (_dose_in(text.plain, *sentence) for sentence in (one, other))
            if first and second and first.group(2)[:2] != second.group(2)[:2] and _are_of_one(text, first, second):
                message = f'"{second.group()}" is in another unit than "{first.group()}" before it'
                yield Hit(*second.span(), message, _ONE_UNIT)


def _dose_in(plain: str, start: int, end: int) -> re.Match[str] | None:
    """The only mass of a sentence that tells a dose."""
    sentence = plain[start:end]
    found = [match for match in _QUANTITY.finditer(plain, start, end) if _in_mg(match)]
    return found[0] if len(found) == 1 and _DOSE_WORDS.search(sentence) and not _EATEN.search(sentence) else None


def _are_of_one(text: JudgedText, first: re.Match[str], second: re.Match[str]) -> bool:
    """Whether the second names no medicine but that of the first."""
    named = _NAME.match(text.plain, second.end())
    return not named or named.group(1).lower() in text.sentence_at(first.start()).lower()


RULES = (
    TextRule(
        code="HG149", severity=Severity.ERROR, source="PEMAT-P items 7 and 24; ISMP, weight-based doses",
        in_text=where_said(_WEIGHTS, by_pattern(_PER_KG, '"{}" leaves the dose to be worked out',
                           "give the dose itself, in a table by weight or age.")),
        why="A dose that readers must multiply is often ten times too much.",
        remedy="Give the dose itself, in a table by weight or age.",
        wrong=("Give 15 mg per kg.", "Give 15mg/kg 4 times a day.", "Give 5 ml for every kg of body weight."),
        right=("Give 250 mg if your child weighs 20 kg.", "Do not lift over 5 kg."),
    ),
    TextRule(
        code="HG150", severity=Severity.ERROR, source=ISMP,
        in_text=where_said(DIGITS, all_of(
            _two_units, _mixed_units,
            by_pattern(_PINTS, _TWICE, "keep litres or ml.", severity=Severity.WARNING),
            by_pattern(SPOON_AND_ML, _TWICE, "keep ml, and say which spoon or syringe."),
        )),
        why="Two numbers for one dose: the wrong one is taken, or both.",
        remedy="Keep the unit that stands on the pack.",
        wrong=("Take 0.5 g (500 mg).", "Take 100 micrograms (0.1 mg).", "Give 5 ml (1 teaspoon).",
               "Take 1g or 1,000mg.", "Take 250mg of aspirin now. Do not take more than 4g in a day.",
               "Start on 100 micrograms of digoxin. The dose may go up to 0.25mg.",
               "Drink 1.5 litres (2.6 pints) of water."),
        right=("Take 500 mg.", "One liquid has 5 mg in 5 ml.", "Take 5 ml (250 mg).", "Take 500 mg or 1,000 mg.",
               "Take 500mg of paracetamol. Eat 30g of fibre a day.",
               "Take 5mg of ramipril. Take 1g of paracetamol too.",
               "Take 1g of paracetamol. Do not take more than 4g a day."),
    ),
)  # fmt: skip
