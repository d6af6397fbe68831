"""Words that need explaining: acronyms at their first place, and glossary entries nobody needs."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from handoutgen.check.rules.names import initials_of_names
from handoutgen.check.rules.reading import JudgedLeaflet, JudgedText
from handoutgen.check.rules.record import Example, Hit, TextRule
from handoutgen.check.rules.words import word_list
from handoutgen.diagnostics import Severity

KNOWN = frozenset({
    "NHS", "GP", "GPS", "UK", "USA", "US", "EU", "TV", "PDF", "ID", "OK", "QR", "DVD", "CD", "AM", "PM", "HIV", "DNA",
    "AIDS", "BBC", "VAT", "PIN", "SMS", "CT", "MRI", "DIY", "UV", "UVA", "UVB", "SPF", "USB", "LED", "PO", "COVID",
    "SOS", "AC", "BC", "AD", "FAQ", "IT", "PC", "ER", "MMR", "DEET", "PH", "BST", "GMT", "RAF", "MP", "ATM", "AA",
    "RICE", "DVLA", "ASAP", "CO2", "RNA", "PET",
    "IU", "QD", "QOD", "OD", "BD", "BID", "TDS", "TID", "QDS", "QID", "PRN", "OM", "HS", "STAT",
})  # fmt: skip
"""Better known than their long forms (NHS service manual, abbreviations and acronyms), or told by HG144 and HG145."""
_ACRONYM = re.compile(r"\b([a-z]{0,2}[A-Z]{2,6}|[A-Z][a-z]?[A-Z]\d[a-z]?)(?:s\b|\b)(?![’'-]?\d)")
"""Letters for words, small ones before them too: eGFR, HbA1c."""
_STAGE = re.compile(r"[IVX]+[ABC]?")
_A_WORD = re.compile(
    r"AFTER|ALL|ALWAYS|AND|ANY|ARE|BEFORE|BEST|BOTH|CALL|CANNOT|DAILY|DANGER|DAY|DO|EACH|EMPTY|EVEN|EVERY|FIRST|FOR|"
    r"FROM|GET|HAVE|HELP|IF|IN|IS|KEEP|LESS|MAY|MORE|MOST|MUST|NEVER|NEW|NIGHT|NO|NONE|NOT|NOTE|NOW|OF|OFF|ON|ONCE|ONE|"
    r"ONLY|OR|OUT|OVER|PLEASE|READ|SHOULD|SHOUT|START|STOP|TAKE|THE|THIS|TO|TOO|TWICE|TWO|UNTIL|UP|URGENT|USE|VERY|"
    r"WEAR|WHEN|WILL|WITH|YES|YOU|YOUR"
)
"""Words that are shouted, or are sent to a number by text."""
_BRAND = re.compile(r"\s?[®™©]")
_NAME_FOLLOWS = re.compile(
    r"\s(?:Society|Trust|Foundation|Association|Charity|Support|Research|UK|Alliance|Network|Institute|Federation|"
    r"Council|Fund|Ireland|Scotland|Wales|Cymru|England|Australia|Canada|Aotearoa|International|study|trial|programme|program|campaign|app)\b"
)
_OF_AN_ADDRESS = re.compile(
    r"\.(?:nhs|gov|ac|co|uk|com|org|net|edu|gov|health|info|ie|au|nz|ca|us|eu|int|wales|scot)\b", re.IGNORECASE
)
"""The rest of a website's name."""
_IN_AN_ADDRESS = re.compile(r"\w\.$")
_SHOUTED_WITH = re.compile(r"-[A-Z]{3,}\b")
"""The rest of a word in capitals: SLIP-RESISTANT."""
_SOUND = re.compile(
    r"\b([A-Za-z])[a-z]* \(([A-Za-z])(?=[^)]*[a-z])[A-Za-z]*(?:[- ][A-Za-z]+)*(?:-[A-Za-z]+)(?:[- ][A-Za-z]+)*\)"
)
MOST_HYPHENS = 2
"""In brackets that hold words as they are written otherwise."""
_CALLED = re.compile(r"\bcalled (?:[A-Z][\w-]* )?$")
"""What comes before a name, as of a vaccine."""
_OR_APPOSED = re.compile(r", or $")
_BRACKETS = re.compile(r"\([^()]*\)")
_AUTHORS = re.compile(r",? et al\b")
_IF_YOURS = re.compile(r"[^.!?\n]{0,30}\bif you (?:have|use|take|wear) (?:one|it|them)\b")
"""Who has the thing knows its letters: CPAP machine, if you use one."""
_WORD_START = re.compile(r"\b\w")
_LETTERS = re.compile(r"[A-Za-z]+")
_SMALL = frozenset({"of", "the", "and", "for", "in", "to", "a", "an", "by", "on", "or", "with"})
_TOLD = re.compile(
    r"\s?(?:\(|[–—:]\s|,\s(?:or|which|that is|short for|meaning)\b|(?:is|are)\s(?:a|an|the|short|when|where)\b|"
    r"stands? for\b|means?\b)"
)
LONGEST_TERM = 60
_SHOUTED = re.compile(r"\b[A-Z]{2,}[ \t]+[A-Z]{2,}\b")
_ORDERS_IN_A_ROW = re.compile(
    r"(?:(?<=[.!?:]\s)|(?<=[-*]\s)|^)[A-Z]{3,}(?:(?:, (?:and |or )?| and | or )[A-Z]{3,})+\b", re.MULTILINE
)
"""Words in capitals that begin a sentence one after the other: REST, ELEVATE."""
SHORTEST_STRESSED = 3


def _acronyms(read: JudgedLeaflet) -> Iterator[Hit]:
    """Those that are not explained, but for organisations that the leaflet names in full as well, such as its owner."""
    found = list(_unexplained_acronyms(read))
    named = initials_of_names(read.whole) if found else frozenset()
    yield from (hit for word, hit in found if not any(initials.endswith(word) for initials in named))


def _unexplained_acronyms(read: JudgedLeaflet) -> Iterator[tuple[str, Hit]]:
    explained = {*KNOWN, *read.leaflet.none_because, *(entry.term for entry in read.leaflet.glossary)}
    for text in read.texts:
        runs = [*_SHOUTED.finditer(text.plain), *filter(_are_orders, _ORDERS_IN_A_ROW.finditer(text.plain))]
        shouted = {place for match in runs for place in range(*match.span())}
        for match in _ACRONYM.finditer(text.plain):
            word = match.group(1)
            if word in explained or match.start() in shouted or _is_no_acronym(text.plain, match):
                continue
            explained.add(word)
            if not (_is_explained(text, match) or _is_told_below(word, text, read) or _is_stressed(word, read)):
                yield word, _unexplained(word, text, match)


def _is_told_below(word: str, text: JudgedText, read: JudgedLeaflet) -> bool:
    """Whether a title has it, which has no room, and the first text that says it spells it out."""
    if not _is_title(text):
        return False
    for below in read.texts:
        places = () if _is_title(below) else _ACRONYM.finditer(below.plain)
        first = next((match for match in places if match.group(1) == word), None)
        if first:
            return _is_explained(below, first)
    return False


def _is_title(text: JudgedText) -> bool:
    return text.path[-1:] in (("title",), ("subtitle",))


def _are_orders(run: re.Match[str]) -> bool:
    """Whether one of them is an everyday word: then none is an acronym."""
    everyday = word_list("everyday").entries
    return any(_A_WORD.fullmatch(word) or word.lower() in everyday for word in _LETTERS.findall(run.group()))


def _is_stressed(word: str, read: JudgedLeaflet) -> bool:
    """Whether it stands in small letters elsewhere: a word in capitals for weight."""
    return len(word) >= SHORTEST_STRESSED and bool(re.search(rf"\b{word.lower()}\b", read.whole))


def _unexplained(word: str, text: JudgedText, match: re.Match[str]) -> Hit:
    hint = (
        f'write it in full with the short form after it, "… ({word})", or put it in the glossary, or say '
        f"why readers need no more: none_because: {{{word}: …}}."
    )
    return Hit(*match.span(), f'"{word}" is not explained where it first stands', hint, path=text.path)


def _is_no_acronym(plain: str, match: re.Match[str]) -> bool:
    """A stage such as IIIB, a brand such as BOTOX®, part of an organisation's name."""
    ends = match.end()
    return bool(
        _is_how_it_sounds(plain, match)
        or _STAGE.fullmatch(match.group(1)) or _A_WORD.fullmatch(match.group(1)) or _BRAND.match(plain, ends)
        or _OF_AN_ADDRESS.match(plain, ends) or _IN_AN_ADDRESS.search(plain[max(0, match.start() - 2) : match.start()])
        or _SHOUTED_WITH.match(plain, ends)
        or _CALLED.search(plain[max(0, match.start() - LONGEST_TERM) : match.start()])
        or _AUTHORS.match(plain, ends) or _IF_YOURS.match(plain, ends)
        or (_NAME_FOLLOWS.match(plain, ends) and plain[match.end() - 1] != "s")
    )  # fmt: skip


def _is_how_it_sounds(plain: str, match: re.Match[str]) -> bool:
    """The loud part of a word that is written as it is said, alone in brackets: (AZ-ma)."""
    sounds = _SOUND.finditer(plain, max(0, match.start() - LONGEST_TERM))
    sound = next((each for each in sounds if each.start() < match.start() < each.end()), None)
    return bool(
        sound and (sound.group().count("-") >= MOST_HYPHENS or sound.group(1).lower() == sound.group(2).lower())
    )


def _is_explained(text: JudgedText, match: re.Match[str]) -> bool:
    """`multiple sclerosis (MS)`, `MS (multiple sclerosis)`, or its words in the same sentence: `MS is short for …`."""
    plain, (start, end) = text.plain, match.span()
    in_brackets = plain[start - 1 : start] == "(" and plain[end : end + 1] in (")", ",", ";")
    sentence = text.sentence_at(start)
    return (
        in_brackets
        or f"({match.group(1)})" in sentence
        or bool(_TOLD.match(plain, end))
        or _is_other_name(text, start)
        or _spells(sentence, match.group(1))
        or _stands_beside_its_words(plain[max(0, start - LONGEST_TERM) : start], match.group(1))
    )


def _is_other_name(text: JudgedText, start: int) -> bool:
    """Whether it follows what it stands for after the one comma of a sentence: Immune thrombocytopenia, or ITP."""
    begins = next((from_ for from_, to in text.said if from_ <= start < to), start)
    ahead = _BRACKETS.sub("", text.plain[begins:start])
    return bool(_OR_APPOSED.search(ahead)) and ahead.count(",") == 1


def _stands_beside_its_words(ahead: str, acronym: str) -> bool:
    """Oxygen therapy, OT; tetrahydrocannabinol, THC: after a comma and words of which one begins as it does."""
    if not ahead.endswith(", "):
        return False
    said = re.split(r"[.;:,()\n]", ahead[:-2])[-1]
    return any(word[:1].lower() == acronym[:1].lower() for word in _LETTERS.findall(said)[-5:])


def _spells(sentence: str, acronym: str) -> bool:
    """Whether words of the sentence begin with the letters of the acronym, in order."""
    words = [word for word in _LETTERS.findall(sentence) if word != acronym]
    for small in (frozenset(), _SMALL):
        letters = "".join(word[0] for word in words if word.lower() not in small).upper()
        if acronym.upper() in letters:
            return True
    return False


def _unused(read: JudgedLeaflet) -> Iterator[Hit]:
    glossary = read.leaflet.glossary
    said = " ".join(text.plain for text in read.texts if text.path[0] != "glossary").lower() if glossary else ""
    starts = sorted({said[match.start() : match.start() + LONGEST_TERM] for match in _WORD_START.finditer(said)})
    for index, entry in enumerate(glossary):
        if not _is_said(entry.term.lower().rstrip("s"), said, starts):
            message = f'"{entry.term}" is explained, but the leaflet does not use it'
            yield Hit(None, 0, message, "use the word, or take the entry out.", path=("glossary", index, "term"))


def _is_said(stem: str, said: str, starts: Sequence[str]) -> bool:
    """Whether a word of the leaflet begins with the stem. `starts` is sorted: a long glossary is not looked for word by
    word."""
    if not stem[:1].isalnum():
        return stem in said
    at = bisect_left(starts, stem)
    return at < len(starts) and starts[at].startswith(stem)


_MENISCUS = [{"term": "Meniscus", "meaning": "A pad in the knee."}]

RULES = (
    TextRule(
        code="HG209", severity=Severity.WARNING, in_leaflet=_unused,
        source="NHS digital service manual: explain what readers meet",
        why="A word that the leaflet does not use is one more to learn, for nothing.",
        remedy="Use the word, or take the entry out.",
        wrong=(Example("Your knee bends.", keys={"glossary": _MENISCUS}),),
        right=(Example("The meniscus is a pad.", keys={"glossary": _MENISCUS}),),
    ),
    TextRule(
        code="HG210", severity=Severity.WARNING, in_leaflet=_acronyms,
        source="NHS digital service manual, abbreviations and acronyms; CDC Clear Communication Index, item 7",
        why="Letters mean nothing to who has not met them, and other things to who has.",
        remedy="Write it in full where it first stands, with the short form after it.",
        wrong=("You may have an EMG.", "Ask about UTIs.", "Tell us if you have COPD.", "We check your eGFR.",
               "Your HbA1c may rise.",
               "They look for mRNA.", "Ask about EMG. Then rest.", Example("Rest.", keys={"title": "EMG at home"}),
               Example("An EMG helps. A nerve test (EMG) is short.", keys={"title": "Your EMG"}),
               "COPD, EMG and others.", "EMG helps.\n\nElbow, Muscle and Gout are words.",
               "It is a test of nerves (EMG-guided).", "You may have COPD, ADHD or gout."),
        right=("You may have a nerve test (EMG).", "MS stands for multiple sclerosis.",
               "You may have a CT or MRI scan.", "It is at stage IIIB.", "BOTOX® can help.", "Call the MS Society.",
               "Ask your GPs.", "Stop it the night BEFORE your scan.", "Bring your CPAP machine (if you use one).",
               "Wear SLIP-RESISTANT shoes.",
               "Smith SB et al. say so.", "We check your HbA1c (your blood sugar over 3 months).",
               "Aim for a pH of 7 and 5 mmHg.", "Text SHOUT to 85258.", "Then LIFT it: a lift of 1 cm is enough.",
               "REST, TAKE your tablets and drink.",
               "Multiple sclerosis, or MS, is an illness of the nerves.",
               "You may have an exercise test, ET, first.", "Read more at GOV.UK, EMG.nhs.uk or GOV.WALES.",
               "GNT gives advice.\n\nThe Gout and Nerve Trust wrote this.",
               "Ask MS Ireland or the EMG Institute.", "Asthma (AZ-ma) may flare up (eg-zas-er-BA-shun).",
               "It is pulmonary hypertension (PULL-mun-ary HI-per-TEN-shun).", "You get a vaccine called ADACEL.",
               "Immune thrombocytopenia, or ITP, is rare.", "The WISE study began in 1996.",
               "The EMG nerve test shows your nerve speed (EMG).",
               Example("A nerve test (EMG) is short. An EMG helps.", keys={"title": "Your EMG"})),
    ),
)  # fmt: skip
