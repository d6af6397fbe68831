"""Whom a part of a leaflet speaks to: the patient, or somebody who looks after them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handoutgen.check.rules.matching import pattern
from handoutgen.check.rules.reading import FARTHEST, JudgedText
from handoutgen.memory import Shelf

_ONE_PERSON = (
    r"(?:someone|somebody|a person|an adult|a patient|the patient|a relative|a friend|your (?:relative|partner|friend|"
    r"husband|wife|mother|father|parent)|them|him|her)\b"
)
_OTHERS = (
    r"(?:(?:carers?|care ?givers?|famil(?:y|ies)|relatives?|friends?|visitors?|partners?|parents?|guardians?|"
    r"next of kin)\b|(?:person|people|adults?|someone|somebody|anyone|anybody|whoever|those)(?: who)?(?: is| are| will "
    r"be)? (?:tak|look|car|liv|stay|accompany|collect|driv|sitt?|help|visit|support|bring)(?:ing|e?s|e)?"
    rf"(?: after| for| with)? {_ONE_PERSON})"
)
_LOOKING_AFTER = (
    r"(?:look(?:ing)? after|car(?:e|ing) for|liv(?:e|ing) with|stay(?:ing)? with|tak(?:e|ing) home|help(?:ing)?|"
    r"support(?:ing)?)"
)
_FOR_OTHERS = pattern(
    rf"\b(?:for|(?:advice|information|instructions?|a note|a letter|a word) to) "
    rf"(?:the |all |your |their |our |any )*{_OTHERS}"
    r"|^\W*(?:carers|families|relatives)\b"
    rf"|\b(?:if you(?: are)? |^\W*){_LOOKING_AFTER} {_ONE_PERSON}"
    r"|\bif you are (?:a|the|their) (?:carer|relative|partner)\b"
)
_IF_YOU = pattern(
    rf"\W*if you(?: are (?:a|the|their) (?:carer|relative|partner)|(?: are)? {_LOOKING_AFTER} {_ONE_PERSON})"
)
_FOR_PATIENTS = pattern(r"\b(?:for|to) (?:the |all |our |both )*patients?\b")
_DONE_TO_THEM = pattern(
    r"(?:^|[.!?:;,(]\s+|[-*]\s+|\b(?:please|not|don['’]t|never|always|and|or|then|you|you (?:can|should|must|may|will|"
    r"need to)) )(?:(?:please|not|also|straight|gently|always) )*(?:watch|wake|rouse|leave|take|bring|drive|accompany|"
    r"stay with|sit with|look after|care for|check (?:on )?|keep an eye on|encourage|remind|turn|comfort|observe|feed|"
    r"help|let|call for|talk to) the patient\b(?!['’]s)"
    r"|\b(?:watch|wake|rouse|leave|take|bring|drive|stay with|sit with|feed) the patient\b(?!['’]s)"
)
"""An order of which the patient is no more than the object: somebody else is to follow it."""
_BY_STAFF = pattern(
    r"\b(?:we|they|staff|teams?|nurses?|doctors?|surgeons?|therapists?|physiotherapists?|specialists?|paramedics?)\b"
)
_ASKED_ABOUT = pattern(r"\W*(?:is|has|does|did|was|can|had) (?:the|a) patient\b[^.!]*\?")
_A_CHILD = pattern(
    r"\b(?:child(?:ren)?(?:['’]s)?|kids?|toddlers?|infants?|paediatrics?|pediatrics?|"
    r"your bab(?:y|ies)|your (?:son|daughter))\b"
)
_YOUR_CHILD = pattern(r"\byour (?:child|toddler|son|daughter|little one)\b")
_BORDER = re.compile(r"[.!?]\s")
"""Between two sentences."""
_TOLD: Shelf[list[bool]] = Shelf(list)
"""Of a text, whether it tells somebody what to do with the patient."""
LONGEST_LEAD = 15
"""Words of a line that says for whom the lines below it are."""
LONGEST_WORD = 20
"""Characters of such a word, with the space behind it: all of them together are never so many."""


def is_about_a_child(text: JudgedText) -> bool:
    """Whether the reader is a parent: a title over the text says so, or the text speaks of your child."""
    return any(map(_A_CHILD.search, text.titles)) or bool(_YOUR_CHILD.search(text.plain))


def is_for_somebody_else(text: JudgedText, at: int, is_one: bool) -> bool:
    """Whether a place is for a carer: by a title over it or a line before it; of one patient, also as others are asked
    about them in its sentence, or told what to do with them in the same text."""
    if any(_FOR_OTHERS.search(title) and not _FOR_PATIENTS.search(title) for title in text.titles):
        return True
    if _is_led_to(text, at):
        return True
    return is_one and (bool(_ASKED_ABOUT.match(text.sentence_at(at))) or _has_orders_for_others(text))


def _is_led_to(text: JudgedText, at: int) -> bool:
    """The last line above a place that says for whom what follows is."""
    end = text.plain.find("\n", at)
    lines = text.plain[max(0, at - 4 * FARTHEST) : end if end >= 0 else len(text.plain)].split("\n")
    for line in reversed(lines):
        is_lead = _is_lead(line)  # asked first: most lines are none, and that is seen at once
        if (is_lead or _IF_YOU.match(line)) and _FOR_OTHERS.search(line):
            return not _FOR_PATIENTS.search(line)
        if is_lead and _FOR_PATIENTS.search(line):
            return False
    return False


def _is_lead(line: str) -> bool:
    if len(line) > LONGEST_LEAD * LONGEST_WORD:
        return False
    said = line.strip(" *_#")
    is_open = said.endswith((":", ")")) or not said.endswith((".", "!", "?", ",", ";"))
    return is_open and not _BORDER.search(said) and len(said.split()) <= LONGEST_LEAD


def _has_orders_for_others(text: JudgedText) -> bool:
    known = text.shelves[_TOLD]
    if not known:
        known.append(any(_tells_others(sentence) for sentence in _said(text)))
    return known[0]


def _said(text: JudgedText) -> Iterator[str]:
    return (text.plain[start : min(end, start + FARTHEST)] for start, end in text.said)


def _tells_others(sentence: str) -> bool:
    told = _DONE_TO_THEM.search(sentence)
    return bool(told) and not _BY_STAFF.search(sentence[: told.start() if told else 0])
