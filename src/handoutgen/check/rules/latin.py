"""Prescribers' Latin and other short forms, which readers do not know and which are read as something else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from handoutgen.check.rules.matching import pattern
from handoutgen.check.rules.reading import JudgedText
from handoutgen.check.rules.record import Hit, TextRule
from handoutgen.diagnostics import Severity

_PLAIN: Mapping[str, str] = MappingProxyType({
    "qd": "once a day", "qod": "every other day", "od": "once a day", "bd": "twice a day", "bid": "twice a day",
    "tds": "3 times a day", "tid": "3 times a day", "qds": "4 times a day", "qid": "4 times a day",
    "prn": "when you need it", "po": "by mouth", "pr": "into your bottom", "pv": "into the vagina",
    "sl": "under the tongue", "sc": "under the skin", "sq": "under the skin", "im": "into a muscle",
    "iv": "into a vein", "stat": "at once", "nocte": "at night", "on": "at night", "mane": "in the morning",
    "om": "in the morning", "hs": "at bedtime", "ac": "before meals", "pc": "after meals", "ad lib": "as you like",
    "gtt": "drops", "npo": "nothing to eat or drink", "nbm": "nothing to eat or drink", "qam": "each morning",
    "qhs": "each night", "qpm": "each evening", "ung": "ointment", "rx": "prescription", "dc": "stop", "d/c": "stop",
    "tiw": "3 times a week", "biw": "twice a week", "q4h": "every 4 hours", "q6h": "every 6 hours",
    "q8h": "every 8 hours", "q12h": "every 12 hours", "ou": "both eyes", "os": "left eye", "au": "both ears",
    "as": "left ear", "ad": "right ear", "per os": "by mouth", "per rectum": "into your bottom",
    "i/m": "into a muscle", "i/v": "into a vein", "s/c": "under the skin", "tab": "tablet", "tabs": "tablets",
    "caps": "capsules", "inj": "injection", "supp": "suppository", "susp": "liquid", "mdu": "as the label says",
    "mdi": "inhaler", "sos": "when you need it", "ss": "a half", "os.": "by mouth",
})  # fmt: skip
"""Short form in small letters without stops → what to write."""
_ALWAYS = (
    "qd|qod|bd|b.d|bid|tds|t.d.s|tid|qds|q.d.s|qid|prn|nocte|mane|gtt|npo|nbm|qam|qhs|qpm|tiw|biw|at hs|"
    "p.r.n|b.i.d|t.i.d|q.i.d|q.d|q.o.d|p.o|p.r|p.v|o.d|a.c|p.c|h.s|i.m|i.v|s.c|ad lib|per os|per rectum|i/m|i/v|s/c|d/c"
)
"""Never anything but prescribers' Latin; "tid" and "bid" as words of their own are told apart below."""
_WITH_A_DOSE = "od|po|pr|pv|sl|sc|sq|im|iv|stat|om|hs|ac|pc|on|ou|os|tabs?|caps|inj|supp|susp|mdu"
"""Words and names besides: Latin right after a dose, or in capitals where a dose is told."""
_ALWAYS_FOUND = re.compile(
    rf"(?<![\w./-])(?:{_ALWAYS.replace('.', '[.]')}|q[.]?\s?\d{{1,2}}[.]?\s?h)(?![\w/]|[.]\w|-\w)[.]?(?=\W|$)",
    re.IGNORECASE,
)
_AFTER_A_DOSE = re.compile(
    r"(?:\d\s?(?:mg|g|ml|mL|micrograms?|mcg|units?|tablets?|capsules?|puffs?|drops?)|\btablets?|\bdoses?|\btake(?: it|"
    r" 1| 2| one| two)?|\b[1-9](?=\s(?:tab|cap)s?\b))"
    rf",?\s(?P<short>{_WITH_A_DOSE})(?![\w/'’-])(?<!\bon(?=\s\w))(?!\s+(?:the|a|an|an empty|your|each|top|its?|this|"
    rf"that|day|days|both|"
    rf"either|one|"
    r"and off|time|skin|prescription|waking|[A-Z]\w+day|\d)\b)",
    re.IGNORECASE,
)
_ALWAYS_CUES = frozenset(
    {word for form in _ALWAYS.split("|") for word in re.split(r"[./ ]", form)} - set("abipth")
    | {f"q{hours}h" for hours in range(100)}
)
"""Words of which one is in every such short form: of letters with stops between them, the last ones."""
_DOSE_CUES = frozenset({*_PLAIN, "tab", "tabs"})
_CAPITALS = re.compile(r"(?<![\w.,/-])(?:OD|PO|PR|PV|SC|SQ|IM|HS|STAT|OM|OU)(?![\w/-])")
_ROUTE = re.compile(
    r"(?<![\w.,/-])(?:IV|IM|SC)(?= (?:drip|injection|line|antibiotics?|fluids?|infusion|infusions|medicines?|dose|"
    r"drugs?|therapy))"
)
_DOSE = pattern(r"\b\d[\d.,]* ?(?:mg|g|ml|micrograms?|mcg|units?|tablets?|capsules?|puffs?|drops?)\b")
_SAID_BEFORE = re.compile(
    r"\b(?:by mouth|eat or drink|needed|need it|a day|at night|bedtime|hours)\s*\($", re.IGNORECASE
)
"""In words, before brackets with the short form that staff say."""
_BID_FOR = pattern(r"\b(?:a|the|to|in a|made a|your|final|first) $")


def _latin(text: JudgedText) -> Iterator[Hit]:
    plain = text.plain
    said, places = text.vocabulary, set[tuple[int, int]]()
    if not said.isdisjoint(_ALWAYS_CUES):
        places |= {match.span() for match in _ALWAYS_FOUND.finditer(plain) if not _is_a_word(plain, match)}
    if not said.isdisjoint(_DOSE_CUES):
        places |= {match.span("short") for match in _AFTER_A_DOSE.finditer(plain)}
        places |= {match.span() for match in _ROUTE.finditer(plain)}
        places |= {match.span() for match in _CAPITALS.finditer(plain) if _DOSE.search(text.sentence_at(match.start()))}
    for start, end in sorted(places):
        if _SAID_BEFORE.search(plain[:start]) and plain[end : end + 1] == ")":
            continue
        short = plain[start:end]
        instead = _PLAIN.get(short.lower().replace(".", "")) or "it in words"
        yield Hit(start, end, f'"{short}" is Latin that readers do not know', f'write "{instead}".')


def _is_a_word(plain: str, match: re.Match[str]) -> bool:
    """ "bid" for a house, and Tid, a name."""
    short = match.group()
    return short.lower() == "bid" and (short.istitle() or bool(_BID_FOR.search(plain[: match.start()])))


RULES = (
    TextRule(
        code="HG145", severity=Severity.ERROR, in_text=_latin,
        source="ISMP, list of error-prone abbreviations, symbols and dose designations; NHS digital service manual",
        why="QD is read as QID, four times the dose; OD as right eye or overdose; bd means nothing to most people.",
        remedy="Write it in words: once a day, twice a day, when you need it, at night.",
        wrong=("Take 5 mg QD.", "Take 1 tablet PRN.", "Take 10mg od.", "Take it bd.", "Take 5 mg b.d. with food.",
               "Take 1 tablet t.d.s.", "Take 5 ml qds.", "Take 10 mg nocte.", "Take 5 mg PO.", "Inject 4 units SC.",
               "Take 1 tablet mane.", "Take 2 tablets stat.", "You may have IV antibiotics."),
        right=("Take 5 mg once a day.", "Put 1 drop on the skin.", "Take 2 tablets on Monday.",
               "Have nothing by mouth (NPO).", "Take it on schedule.", "Call on 1 May.",
               "Apply at night.", "The clinic is in St Ives.", "Take it on an empty stomach."),
    ),
)  # fmt: skip
