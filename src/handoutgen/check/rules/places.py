"""Numbers and words of help that belong to another country, or that make an emergency sound like a choice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from msgspec.structs import replace

from handoutgen.check.rules.matching import DIGITS, Sought, any_of, before, by_pattern, in_sentence, pattern, where_said
from handoutgen.check.rules.reading import JudgedText
from handoutgen.check.rules.record import Example, Hit, TextRule
from handoutgen.diagnostics import Severity
from handoutgen.language import language_of

_NUMBERS: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "GB": ("999", "112", "111"), "IE": ("999", "112"), "US": ("911", "988"), "CA": ("911", "988", "811"),
    "AU": ("000", "112", "106"), "NZ": ("111",), "ZA": ("10111", "10177", "112"), "IN": ("112", "108", "102"),
    "MT": ("112",), "SG": ("995", "999"), "HK": ("999", "112"), "ES": ("112",), "FR": ("15", "112"),
    "DE": ("112", "116117"), "IT": ("112", "118"), "PL": ("112", "999"), "PT": ("112",),
})  # fmt: skip
"""Country → the numbers of its emergency services and of its line for urgent advice."""
_CUES = f"{DIGITS} & nhs gp emergency er care primary urgent"
_CALLED = re.compile(r"(?<![\w.,])(?:999|911|000|111|112|988|811|995|10111|10177)(?![\w]|[.,]\d|\s\d{3})")
_CALL = pattern(
    r"\b(?:call|dial|ring|phone|telephone|text|or|contact|to|on|use|tel|number|numbers|NHS|at) "
    r"(?:an ambulance on |to )?$"
    r"|\b(?:llame|llamar|marque|marcar|appelez|composez|rufen sie|wählen sie|chiami|chiamare|chiamate|componga|"
    r"ffoniwch) (?:al |a |el |le |den |die |il |o )?$"
)
_EMERGENCY = pattern(r"\b(?:emergency|ambulance|call|dial|ring|phone|helpline|contact)\b")
_ABROAD: Mapping[str, tuple[str, ...]] = MappingProxyType({
    name: _NUMBERS[region]
    for region, names in {
        "US": ("the united states", "the us", "the usa", "america"), "CA": ("canada",), "AU": ("australia",),
        "NZ": ("new zealand",), "IN": ("india",), "ZA": ("south africa",), "IE": ("ireland",), "SG": ("singapore",),
        "HK": ("hong kong",), "GB": ("the uk", "the united kingdom", "britain", "england", "scotland", "wales"),
        "ES": ("spain",), "FR": ("france",), "DE": ("germany",), "IT": ("italy",), "PL": ("poland",),
        "PT": ("portugal",),
        "MT": ("malta", "the eu", "europe", "the european union"),
    }.items()
    for name in names
})  # fmt: skip
"""A country as a sentence names it → its numbers."""
_OTHER_SERVICES: Mapping[str, Sought] = MappingProxyType(
    {
        "US": pattern(r"\bA&E\b|\bNHS\b|\byour GP\b"),
        "GB": pattern(r"\b(?:emergency room|(?:the|an|nearest) ER|urgent care center|primary care physician)\b"),
    }
)
"""Country → names of services that it does not have."""
_URGENT_HELP = (
    r"(?:999|911|112|000|111|988|(?:for )?an ambulance|an emergency ambulance|the emergency services|A&E|"
    r"(?:your )?(?:the )?(?:nearest )?(?:accident and emergency|emergency department|emergency room|ER\b))"
)
_SOFT = pattern(
    rf"\b(?:you (?:should|may|might|could|can|ought to|may want to|might want to|may need to|might need to|"
    rf"may wish to|would be wise to)|should|consider|try to|it (?:is|may be|might be|would be|could be) (?:best|"
    rf"advisable|sensible|a good idea|recommended) to|(?:is|are) advised to|think about|please feel free to|"
    rf"we (?:suggest|recommend) (?:that )?you|we (?:would )?(?:advise|recommend|suggest) you to|perhaps) (?:always |"
    rf"also |then |immediately |consider |either |try |still )*(?:call|calling|dial|dialling|dialing|ring|ringing|"
    rf"phone|phoning|seek|seeking|go|going|get|attend|attending|visit|visiting|contact|contacting) (?:straight |"
    rf"immediately |(?:emergency |urgent |medical |help )*by calling |directly |yourself |to |on |for |at |"
    rf"in )*{_URGENT_HELP}\b"
)
_NOT_SOFT = pattern(
    r"\b(?:should not|shouldn['’]t|you can also|not need to|when you (?:should|can)|if you should|how (?:you )?(?:can|"
    r"should)|text 999)\b"
)


def _of_other_countries(text: JudgedText) -> Iterator[Hit]:
    for region in sorted(text.countries) or [_region_of(text.language)]:
        own = _NUMBERS.get(region, ())
        for match in _CALLED.finditer(text.plain) if own else ():
            if match.group() not in own and _is_called(text, match) and not _is_told_of_there(text, match):
                message = f'"{match.group()}" is no number for help in {region}'
                yield Hit(*match.span(), message, f"write the country's own: {' or '.join(own)}.")
        for match in _OTHER_SERVICES[region].finditer(text.plain) if region in _OTHER_SERVICES else ():
            message = f'"{match.group()}" is no service in {region}'
            yield Hit(*match.span(), message, "name the service that readers there have.", Severity.WARNING)


def _is_told_of_there(text: JudgedText, match: re.Match[str]) -> bool:
    """Whether the sentence is about the country of the number, as for a holiday."""
    sentence = f" {text.sentence_at(match.start()).lower()} "
    return any(
        match.group() in numbers and re.search(rf"\b(?:in|to|from|of|across) {re.escape(name)}\b", sentence)
        for name, numbers in _ABROAD.items()
    )


def _region_of(tag: str) -> str:
    language = language_of(tag)
    return language.region or ("GB" if language.primary == "en" else "")


def _is_called(text: JudgedText, match: re.Match[str]) -> bool:
    start, end = match.span()
    ahead = text.plain[max(0, start - 30) : start]
    return bool(_CALL.search(ahead) or (not ahead.strip() and _EMERGENCY.search(text.sentence_at(start)))
                or text.plain[end : end + 10].startswith(" and ask"))  # fmt: skip


_EMERGENCY_WARD: Mapping[str, str] = MappingProxyType({"GB": "A&E", "US": "the emergency room"})
"""Country → what readers there call it, where it is not the emergency department."""
_AMBULANCE: Mapping[str, str] = MappingProxyType({"ZA": "10177", "IN": "108"})
"""Country → the number that is called for an ambulance, where it is not the first one."""
_AS_A_CHOICE = by_pattern(
    _SOFT, '"{}" makes an emergency sound like a choice', "{order}",
    unless=any_of(in_sentence(_NOT_SOFT), before(pattern(r"\b(?:when|whether|if|how|why) $"), 12)),
)  # fmt: skip


_NEXT_NUMBER = 8
_ADVICE_LINE = re.compile(r"[^\d]*111(?!\s(?:or|and)\s(?:999|112))", re.IGNORECASE)
"""NHS 111, which is for what is no emergency."""


def _orders_of_the_country(text: JudgedText) -> Iterator[Hit]:
    """An emergency told as a choice, with the order as readers of that country must follow it."""
    regions = sorted(text.countries) or [_region_of(text.language)]
    orders = " or ".join(dict.fromkeys(map(_order_in, regions)))
    for hit in _AS_A_CHOICE(text):
        if regions == ["GB"] and _ADVICE_LINE.match(text.plain[(hit.start or 0) : hit.end + _NEXT_NUMBER]):
            continue
        yield replace(hit, hint=f"write it as an order: {orders}.")


def _order_in(region: str) -> str:
    number = _AMBULANCE.get(region) or next(iter(_NUMBERS.get(region, ())), "")
    call = f"Call {number}" if number else "Call an ambulance"
    return f"{call}, Go to {_EMERGENCY_WARD.get(region, 'the emergency department')}"


RULES = (
    TextRule(
        code="HG151", severity=Severity.ERROR, in_text=where_said(_CUES, _of_other_countries),
        languages=("en", "es", "fr", "de", "it", "cy"),
        source="NHS digital service manual; emergency numbers as each country's service publishes them",
        why="Who dials the number of another country in an emergency reaches nobody.",
        remedy="Write the country's own number, or leave it to the clinic's file.",
        wrong=("Call 911 if you faint.", Example("Call 999 if you faint.", "en-US"),
               Example("Call 111 for advice.", "en-US"), Example("Dial 999 at once.", "en-AU"),
               Example("Llame al 911.", "es-ES"), Example("Ffoniwch 911.", "cy-GB")),
        right=("Call 999 if you faint.", Example("Call 911 if you faint.", "en-US"), Example("Llame al 911.", "es-US"),
               "It helped 911 people.", "On holiday in Canada, call 911.", Example("In the UK, call 999.", "en-US"),
               Example("Call 000 if you faint.", "en-AU"), "Call 0300 911 0000.", "Call 112 in the EU.",
               Example(keys={"help": {"urgent": {"signs": ["a hot leg"], "instead": [
                   {"only_for": ["us"], "action": "Or go to an emergency room."}]}}})),
    ),
    TextRule(
        code="HG152", severity=Severity.ERROR,
        in_text=where_said("999 911 112 000 111 988 ambulance emergency & er", _orders_of_the_country),
        source="NHS digital service manual, urgent and emergency callouts: Call 999",
        why="In an emergency people weigh up what they should do; an order is followed.",
        remedy="Write an order, with the number of the country: Call 999.",
        wrong=("You should call 999 if you faint.", "Consider calling an ambulance.",
               "You should call 111 or 999.", "You may want to go to A&E.",
               "It is best to dial 999.", Example("You should call 911.", "en-US")),
        right=("Call 999 if you faint.", "You can call 111 or use 111 online.",
               "You should not call 999 for a cold.", "You should call the clinic.",
               "Go to A&E if it bleeds."),
    ),
)  # fmt: skip
