"""Chances: numbers that a reader can picture without reckoning."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from handoutgen.check.rules.matching import DIGITS, any_of, by_pattern, in_sentence, pattern, where_said
from handoutgen.check.rules.reading import JudgedLeaflet, JudgedText
from handoutgen.check.rules.record import Hit, TextRule
from handoutgen.diagnostics import Severity

_PERCENTAGE = re.compile(r"\b(?!100\b)\d+(?:\.\d+)?[ \u00a0]?(?:%(?![0-9A-F]{2})|per ?cent\b)")
_CHANCE = re.compile(
    r"\b(\d[\d,]*) (?:in|out of)(?: every)? (\d[\d,]*)\b(?! (?:minutes?|hours?|days?|weeks?|months?|years?))"
)
_A_BAND = pattern(r"\b(?:up to|(?:fewer|less|more) than|at least|between) $|\b1 in \d[\d,]*(?: people)? (?:to|and) $")
_ENDS_A_BAND = pattern(r"(?: people)? (?:to|and) 1 in \d")
"""How common a side effect is, as the European Medicines Agency has it: in fewer than 1 in 1,000 people."""
_IN_WORDS = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|nineteen|twenty|thirty|forty|fifty|a "
    r"hundred|one hundred|hundred|a thousand|thousand)"
)
_NUMBER_OF = pattern(
    rf"(?:\b\d[\d,]*|\b{_IN_WORDS}) (?:(?:people |women |men |children |patients |cases |babies |adults )?"
    rf"(?:in|out of|of|for|per)(?: every| each)?) (?:\d[\d,]*(?!\.?\d| ?(?:%|mg|ml|g\b|hours?|days?|weeks?|"
    rf"months?|years?|minutes?))|{_IN_WORDS})\b|\b\d+/10+\b"
)
"""So many of so many, in figures or words: 95 of 100, nineteen in twenty, 5 people in every 100."""
_SHARE_AHEAD = re.compile(r"\b\d+/\d+ \($")
"""A share that the percentage only says again: 4/7 (57%)."""
_THAT_IS = pattern(r"\(?(?:that is|that['’]s|that means|this is|this means|in other words|or|so|put another way)\b")
_NO_CHANCE = pattern(
    r"\b(?:alcohol|bleach|solution|strength|oxygen|humidity|cream|ointment|gel|lotion|spray|drops|full[- ]fat|fat|"
    r"cocoa|lidocaine|hydrocortisone|peroxide|effort|charged?|battery|discount|SPF|UVA|UVB|cotton|salt|sugar|ABV|"
    r"your speed|maximum heart|contain(?:s|ing)?|DEET|heart rate|body ?weight|of your weight|blood sugar|HbA1c|A1C|"
    r"of (?:normal|your (?:usual|full|normal))|"
    r"weight[- ]?bearing|(?:your|full|of) (?:strength|motion|movement))\b"
)
"""What is measured in % and is no chance: strengths, effort, a test result."""
_HOW_FAR_WELL = pattern(
    r"\b(?:get(?:s|ting)? to|be|is|are|feel(?:s|ing)?|becomes?|until|reach(?:es)?) (?:about |around |at least |over )?"
    r"(?:\d+ ?[-–—] ?)?\d+ ?(?:%|per ?cent) (?:improved|better|recovered|healed|well)\b"
)
"""How much better one person is, which is no share of people."""
_FRACTION_OF_RISK = (
    r"(?:twice|double|(?:two|three|four|five|six|seven|eight|nine|ten) times|\d+(?:\.\d+)? times|half|a third|"
    r"a quarter|\d+(?:\.\d+)? ?(?:%|per ?cent))"
)
_RELATIVE = pattern(
    rf"\b{_FRACTION_OF_RISK} (?:as likely|more likely|less likely|the (?:risk|chance)|(?:higher|greater|lower|"
    rf"increased|"
    r"reduced|more|less) (?:risk|chance))\b"
    rf"|\b(?:risks?|chances?) (?:\w+ ){{0,6}}?(?:is|are|was|were|becomes?) (?:about |around |over |"
    rf"up to )?{_FRACTION_OF_RISK} "
    r"(?:lower|higher|less|more|greater|smaller)\b"
    rf"|\b(?:risks?|chances?) (?:\w+ ){{0,6}}?(?:drops?|falls?|rises?|goes up|goes down|increases?|"
    rf"decreases?) by (?:about |around |over |up to )?{_FRACTION_OF_RISK}"
    r"|\b\d+ ?% (?:reduction|increase|rise|fall|drop) in (?:the |your )?(?:risk|chance)"
    r"|\b(?:doubles?|doubling|triples?|halves|halving) (?:your|the|their|a person's|our) (?:risk|chance)s?\b"
    rf"|\b(?:cuts?|reduces?|lowers?|raises?|increases?) (?:your|the|their) (?:risk|"
    rf"chance)s? (?:of [\w ]{{1,40}} )?by (?:up to |about |around |over |more than |as much as )?{_FRACTION_OF_RISK}"
)


def _is_said_again(plain: str, match: re.Match[str]) -> bool:
    return bool(_SHARE_AHEAD.search(plain[max(0, match.start() - 12) : match.start()]))


def _bare_percentages(text: JudgedText) -> Iterator[Hit]:
    if not _PERCENTAGE.search(text.plain):
        return
    for number, (start, end) in enumerate(text.said):
        sentence = text.plain[start:end]
        after = text.plain[slice(*text.said[number + 1])] if number + 1 < len(text.said) else ""
        if (
            _NUMBER_OF.search(sentence)
            or (_THAT_IS.match(after) and _NUMBER_OF.search(after))
            or _NO_CHANCE.search(sentence)
            or _HOW_FAR_WELL.search(sentence)
        ):
            continue
        alone = (each for each in _PERCENTAGE.finditer(text.plain, start, end) if not _is_said_again(text.plain, each))
        for match in islice(alone, 1):  # the others are mended with it
            hint = 'write so many out of so many, such as "1 in 7 people"; the percentage may follow.'
            yield Hit(*match.span(), "a percentage alone", hint)


def _is_a_band(plain: str, match: re.Match[str]) -> bool:
    """Whether a chance is one end of how common something is: 1 in 10 to 1 in 100, up to 1 in 10."""
    ahead = plain[max(0, match.start() - 30) : match.start()]
    return bool(_A_BAND.search(ahead) or _ENDS_A_BAND.match(plain, match.end()))


def _mixed_denominators(read: JudgedLeaflet) -> Iterator[Hit]:
    """All chances out of the same number, so that nobody has to reckon."""
    first = ""
    for text in read.texts:
        for match in _CHANCE.finditer(text.plain):
            if _is_a_band(text.plain, match):
                continue
            first = first or match.group(2)
            if match.group(2) != first:
                message = f"a chance out of {match.group(2)}, after one out of {first}"
                hint = "give both out of the same number, such as so many in 1,000."
                yield Hit(*match.span(), message, hint, path=text.path)


RULES = (
    TextRule(
        code="HG208", severity=Severity.WARNING, in_text=where_said(DIGITS, _bare_percentages),
        source="NHS digital service manual, numbers: 1 in 7, not 14.3%; IPDAS, natural frequencies",
        why="Few people can picture a percentage; many take 1% for more than it is.",
        remedy="Say how many people out of how many; the percentage may follow.",
        wrong=("It helps 20% of people.", "About 5 per cent of people feel sick.",
               "About 60% improved with exercise.", "It helps 20% of people. Most wait 2 of 4 weeks.",
               "It helps 20% of people in 2026. They slept 1 in 3 nights.",
               "Over 10% of people take 5 of 10 mg."),
        right=("It helps 20 in 100 people (20%).", "It works for 90% of people (90 of 100).",
               "It fails in 5% of people, or one in twenty.", "About 2% (2 people in every 100) feel sick.",
               "About 3% (3 out of every hundred people) feel sick.",
               "It helps 20% of people. That is 1 in 5.", "Fewer than 1% (1/100) need more.",
               "Of 7 people, 4/7 (57%) felt better.",
               "Use a gel with 60% alcohol.", "Use a 1% hydrocortisone cream.",
               "See [our page about pain](https://www.example.org/20%20ways%20(pain)).",
               "Sprays containing 50% DEET work best.", "You will have 40% of normal movement.",
               "It takes 3 months to get to 60% improved.",
               "Go on to 75% weightbearing."),
    ),
    TextRule(
        code="HG213", severity=Severity.NOTE, in_leaflet=_mixed_denominators,
        source="CDC Clear Communication Index, item 17; IPDAS, the same denominator throughout",
        why="1 in 7 and 3 in 100 can only be compared by reckoning.",
        remedy="Give all chances out of the same number.",
        wrong=("It helps 1 in 7 people, and 3 in 100 feel sick.",),
        right=("It helps 1 in 7 people. 2 in 7 tire.", "Do it 10 in 5 minutes. It helps 1 in 7 people.",
               "It is common (1 in 10 to 1 in 100 people). It is rare (1 in 1,000 to 1 in 10,000 people).",
               "It affects up to 1 in 10 people. More rarely, in fewer than 1 in 1,000, it hurts."),
    ),
    TextRule(
        code="HG225", severity=Severity.WARNING,
        in_text=where_said("likely risk risks chance chances", by_pattern(
            _RELATIVE, '"{}" does not say out of how many', "say how many people in 100 with it, and how many without.",
            unless=any_of(in_sentence(_NUMBER_OF), in_sentence(pattern(r"\bfrom \d+ to \d+\b"))),
        )),
        source="IPDAS, absolute risk; NHS digital service manual, how to write about risk",
        why="Twice a tiny chance is still tiny: without the chance itself it frightens, or promises, too much.",
        remedy="Give the chance itself, with and without: 2 in 100 people instead of 1 in 100.",
        wrong=("Smoking doubles your risk of infection.", "You are twice as likely to fall.",
               "It cuts the risk of a stroke by a third.", "They have a 50% higher risk of clots.",
               "The risk of a fall is 50% lower.",
               "Your risk drops by a third."),
        right=("It cuts falls from 4 in 100 people to 2 in 100.", "Smoking raises your risk of infection.",
               "You are twice as likely to fall: 2 in 100 people, not 1 in 100.", "Walk for twice as long."),
    ),
)  # fmt: skip
