"""Dates and times that mean two things, or that readers do not use."""

from __future__ import annotations

import re

from handoutgen.check.rules.matching import DIGITS, all_of, before, by_pattern, pattern, where_said
from handoutgen.check.rules.record import TextRule
from handoutgen.diagnostics import Severity

_DATE = re.compile(
    r"(?<![\w/.-])(?:\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2}|\d{1,2}-\d{1,2}-\d{4})(?![\w/-]|\.\d)"
)
_SHORT_DATE = re.compile(r"(?<![\w/.-])(?:0?[1-9]|[12]\d|3[01])/(?:0[1-9]|1[0-2])(?![\w/-]|\.\d)")
_A_DAY = pattern(r"\b(?:on|by|before|after|from|until|till|since|date|to|due) $")
_CLOCK = re.compile(
    r"(?<![\w:.,/-])(?:0\d|1[3-9]|2[0-3])[:.][0-5]\d(?![\w:/]|[.,]\d| ?(?:am|pm|AM|PM|mg|ml|g|kg|cm|mm|%|litres?|"
    r"hours|km|micrograms?))"
)
_HOURS = pattern(r"(?<![\w:.,/-])(?:[01]\d|2[0-3])[0-5]\d ?(?:hrs|hours|h)\b")
_OF_THE_DAY = re.compile(r"(?<![\w:.,/-])(?:[01]?\d|2[0-3]):[0-5]\d ?(?:hours|hrs|h)\b")
_MONTH = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
_WEEKDAY = r"(?:Mon|Tues?|Weds?|Thurs|Thur?|Fri|Sat|Sun)"
_NUMBER = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_CLIPPED = re.compile(
    rf"\b(?:{_WEEKDAY}\.?,? )?{_NUMBER} (?:of )?{_MONTH}\b(?! \w+(?:ed|ing)\b)|\b{_MONTH}\.? {_NUMBER}\b(?! ?(?:mg|"
    rf"ml|%|(?:hours?|minutes?|times|days?|weeks?|to)\b))|"
    rf"\b{_WEEKDAY}\.?,? {_NUMBER}\b(?! (?:hours?|minutes?|times|days?|to)\b)"
)
_CLIPPED_DAYS = re.compile(rf"\b{_WEEKDAY}\.? ?(?:to|and|or|&|-|–|/) ?{_WEEKDAY}\b")
"""Days and months cut short."""
_TWELVE = pattern(r"(?<![\w:.,])12(?:[:.]00)? ?(?:noon|midnight|am|pm|a\.m\.|p\.m\.)(?!\w)")
_NUMBER_OF_DOTS = pattern(
    r"\b(?:version|section|chapter|table|figure|level|ratio|of|is|was|score|pH|about|to|than|least) $"
)

RULES = (
    TextRule(
        code="HG227", severity=Severity.WARNING,
        in_text=all_of(where_said("mon fri sat sun", by_pattern(
            _CLIPPED_DAYS, '"{}" is cut short', "write the days in full: Monday to Friday.",
        )), where_said(DIGITS, all_of(
            by_pattern(_CLIPPED, '"{}" is cut short', "write the day and month in full: Monday 7 December."),
            by_pattern(_DATE, '"{}" is another day in another country', "write the month as a word: 6 August 2026."),
            by_pattern(_SHORT_DATE, '"{}" is another day in another country', "write the month as a word: 6 August.",
                       unless=lambda text, match: not before(_A_DAY)(text, match)),
            by_pattern(_CLOCK, '"{}" is read by few people', "write 5:30pm, midday or midnight.",
                       unless=lambda text, match: "." in match.group() and before(_NUMBER_OF_DOTS)(text, match)),
            by_pattern(_HOURS, '"{}" is read by few people', "write 5:30pm, midday or midnight."),
            by_pattern(_OF_THE_DAY, '"{}" is read by few people', "write 2:30pm, midday or midnight."),
            by_pattern(_TWELVE, '"{}" is noon to some and midnight to others', "write midday or midnight."),
        ))),
        source="NHS digital service manual, dates and times",
        why="03/04 is in March for some and in April for others; 12pm is midnight to many: people come on the "
            "wrong day.",
        remedy="Write 6 August 2026, 5:30pm, midday, midnight.",
        wrong=("Come on 03/04/2026.", "Come by 2026-05-06.", "Take it at 17:30.", "Come at 0930 hours.",
               "Stop eating at 12am.", "Reply by 5/06.", "Come at 9:15 hrs.", "We close on 3 Oct.",
               "Come on Tues 8th Sept.",
               "Call before Dec 24."),
        right=("Come on 3 April 2026.", "Ask Dr May 2 days before.", "Call Jan 2 days before.",
               "We open Monday to Friday.",
               "Keep out of the sun.", "Take it at 5:30pm.", "Eat 1/2 an apple.", "We are open 24/7.",
               "Weigh 14.30 kg.", "Call 0117 496 0123.", "Stop eating at midnight."),
    ),
)  # fmt: skip
