"""Sums that a leaflet leaves to its reader."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handoutgen.check.rules.matching import DIGITS, all_of, any_of, before, by_pattern, in_sentence, pattern, where_said
from handoutgen.check.rules.reading import JudgedText
from handoutgen.check.rules.record import Hit, TextRule
from handoutgen.diagnostics import Severity

_OWN = r"(?:your|their|his|her|the)"
_SUM = pattern(
    rf"\b(?:take (?:away )?|subtract )\d[\d,.]* from\b|\btake {_OWN} (?:\w+ ){{1,3}}(?:away )?from \d|\b(?:halve|"
    rf"double|treble|"
    rf"triple) {_OWN} (?:\w+ ){{0,3}}dose\b|\badd \d[\d,.]* to {_OWN}\b|\b\d[\d,.]* (?:minus|plus|"
    rf"times) {_OWN} (?:age|weight|height|"
    r"dose|score)\b|\b(?:multiply|divide|subtract)\b(?=[^.!?]{0,60}\b(?:by|from|your|the|dose|total|number|score|"
    r"units|weight|"
    r"days)\b)"
)
_WORK_OUT = pattern(
    r"\b(?:calculate|work out(?! (?:at|in|with|on|too|hard)\b)|add up)\b(?=[^.!?]{0,60}\b(?:by|from|your|the|"
    r"how many|how much|dose|total|number|"
    r"score|units|"
    r"carbohydrates?|weight|days)\b)"
)
_TOLD_TO = pattern(
    r"(?:^|[.!?:;]\s+|\n\s*(?:[-*+]|\d+[.)])?\s*|\b(?:and|then|please|first|also|now)\s+|,\s+|"
    r"\byou (?:\w+ )?(?:need to|must|should|can|"
    r"have to|will|may)\s+(?:\w+ly |need to |have to |also )?)$"
)
"""What stands before an order: whoever else works it out is no reader."""
_NO_SUM = pattern(
    r"\b(?:for example|such as|help (?:you )?(?:to )?(?:work out|calculate)|how to|(?:ask|call|"
    r"see) (?:\w+ ){1,4}(?:to|who will) (?:\w+ )?"
    r"(?:calculate|work out)|work out (?:what|why|if|whether|which|when|who|where|for yourself|the (?:cause|best|"
    r"problem|right "
    r"time|reason)))\b"
)
_PART = (
    r"(?:half|a half|one half|a third|one third|two[- ]thirds|a quarter|one quarter|three[- ]quarters|[1-3]/[2-4]|"
    r"[½¼¾]|twice|"
    r"double|three times|\d+ ?(?:%|per ?cent))"
)
_A_LINK = re.compile(r"[^.!?]{0,20}\[[^\]]+\]\(http")


def _is_done_at_a_link(text: JudgedText, match: re.Match[str]) -> bool:
    """The page that is named does the sum: work out your [body mass index](https://…)."""
    return bool(_A_LINK.match(text.at.text, match.end()))


_A_SUM_ALONE = re.compile(r"(?:multiply|divide|subtract)$", re.IGNORECASE)


_WHAT_GROWS = pattern(r"\b(?:cells?|bacteria|virus(?:es)?|germs?|parasites?|organisms?|mites?|lice|yeasts?)\b")


def _is_no_sum(text: JudgedText, match: re.Match[str]) -> bool:
    """Cells that divide or multiply, a divide between the north and the south."""
    is_alone = bool(_A_SUM_ALONE.match(match.group()))
    is_alive = is_alone and bool(_WHAT_GROWS.search(text.sentence_at(match.start())))
    return is_alive or (is_alone and not before(_TOLD_TO)(text, match))


_PART_OF_A_DOSE = pattern(
    rf"\b{_PART} (?:of )?(?:your|the) (?:(?:usual|normal|daily|morning|evening|night|bedtime|current|last|first|"
    rf"long-acting|\w{{4,}}) )"
    r"{0,3}(?:dose|units|insulin)\b"
)
_DONE = pattern(r"\b(?:that is|this is|so take|for example|which is|such as)\b|\(\d")
_TAKE = re.compile(r"\b(?:take|give|have|swallow)\s+(\d[\d,]*(?:\.\d+)?)\s?(mg|micrograms?|g)\b", re.IGNORECASE)
_STRENGTH = re.compile(
    r"\b(?:(?:each|every|1|one)\s+(?:\w+\s+)?(?:tablet|capsule|sachet|patch|suppository|pill)\s+(?:is|has|contains|"
    r"comes as|"
    r"holds)|(?:the|your)\s+(?:tablets|capsules|pills|sachets)\s+(?:are|come as|contain|"
    r"have))\s+(\d[\d,]*(?:\.\d+)?)\s?"
    r"(mg|micrograms?|g)\b",
    re.IGNORECASE,
)
_HOW_MANY = pattern(
    r"\b(?:\d+|one|two|three|four|half a|half an) (?:of (?:the|these) )?(?:\w+ )?(?:tablets|capsules|sachets|pills|"
    r"patches|of "
    r"(?:the|these)|of them)\b|\b(?:1|one|half a) (?:tablet|capsule|sachet|pill)\b(?=[^.!?]{0,40}\b(?:day|daily|"
    r"night|morning|"
    r"time))"
)


def _tablets_to_count(text: JudgedText) -> Iterator[Hit]:
    """A dose and the strength of a tablet, and nowhere how many that makes."""
    for match in _TAKE.finditer(text.plain):
        near = text.around(match.start())
        strength = _STRENGTH.search(near)
        if strength and strength.groups() != match.groups() and not _HOW_MANY.search(near):
            message = f'"{match.group()}", with "{strength.group()}", leaves a sum to the reader'
            yield Hit(*match.span(), message, "say how many: This is 3 tablets.")


_SAID = '"{}" leaves a sum to the reader'
_HINT = "do the sum for them, in a table, or show one worked out."

RULES = (
    TextRule(
        code="HG226", severity=Severity.WARNING,
        in_text=all_of(
            where_said("multiply divide subtract take halve double treble triple add minus plus times", by_pattern(
                _SUM, _SAID, _HINT, unless=any_of(in_sentence(_NO_SUM), _is_no_sum),
            )),
            where_said("calculate work add", by_pattern(
                _WORK_OUT, _SAID, _HINT,
                unless=any_of(
                    in_sentence(_NO_SUM), _is_done_at_a_link, lambda text, match: not before(_TOLD_TO)(text, match)
                ),
            )),
            where_said("dose units insulin", by_pattern(_PART_OF_A_DOSE, _SAID, _HINT, unless=in_sentence(_DONE))),
            where_said(DIGITS, _tablets_to_count),
        ),
        source="PEMAT-P items 7 and 24; CDC Clear Communication Index, item 17",
        why="Half of adults cannot do the sums that leaflets ask of them; a wrong sum is a wrong dose.",
        remedy="Give the result, in a table by age or weight, or show a sum worked out.",
        wrong=("Multiply your weight by 30 to get your daily drink.", "Work out how many units you drink in a week.",
               "Divide the dose by 3.", "Take away 20 from your age.",
               "Halve the dose after a week.", "Subtract your age from the total of 220.",
               "Take your weight last week from 100.", "Add 10 to your score.",
               "Take half of your usual evening dose before the test.", "Use 80% of your long-acting insulin.",
               "Take 40mg of it each day. Your tablets are 5mg.", "Each capsule has 250mg. Take 750mg at night."),
        right=("Your nurse will work out your dose.",
               "Bad cells form and multiply in the outer layer of the skin.",
               "Work out your\n[healthy weight (BMI)](https://www.example.org).",
               "We work out the right dose for you.", "Work out what helps you.",
               "A blood test is used to work out the right dose.", "Your doctor will need time to work out the dose.",
               "See a table with the dose for each age.", "Take 40mg each day. This is 2 tablets of 20mg.",
               "Take 20mg each day. Each tablet is 20mg.", "Snap the tablet in half.", "Work out at the gym.",
               "Cells divide to replace the old ones in your body.",
               "Take half your usual insulin dose: for example, 10 units if you take 20 units."),
    ),
)  # fmt: skip
