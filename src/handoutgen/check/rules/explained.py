"""Whether a medical term is explained where it stands: in brackets, by its plain word, as another name."""

from __future__ import annotations

import re

from handoutgen.check.rules.matching import is_quoted
from handoutgen.check.rules.reading import JudgedText
from handoutgen.check.rules.words import Found

_TELLS = re.compile(
    r"\**[ \t]*(?:(?:\w+[ \t]+){0,2}?\(|[–—:]\s|-\s|,\s(?:which|or|that is|meaning|also|an?|such as|like)\b|means?\b|"
    r"in which\b|(?:is|are|happens?|stands for)\s+(?:when|where|a|an|the|that|what|something|known|called)\b)",
    re.IGNORECASE,
)
"""What follows a word that is explained."""
SHORTEST_SHARED = 4
_OR_AFTER = re.compile(r"((?:[\w-]+[ \n]){1,3})or\s+(?:an?\s+)?$")
_OR_BEFORE = re.compile(r"\s+or\s+((?:[\w-]+[ \n]?){1,3})")
_CREDENTIALS = re.compile(
    r"(?:\b(?:MD|DO|PhD|MBBS|MBChB|FRCS|MRCP|FACS|DPM|RN|PT)\b|\bM\.\s?D\.|\bD\.\s?O\.|\bPh\.\s?D\.)[\s,]+"
    r"(?:(?:[A-Z][\w-]*|and|of|the|for|&)[\s,]+)*$"
)
_THIS_IS = re.compile(r"\s*(?:this|that|it|these|they)\s(?:is|are|means?|happens?)\b", re.IGNORECASE)


def is_explained(text: JudgedText, found: Found) -> bool:
    """Bold as a word that is taught, in brackets, before brackets, or with its plain word in the same sentence."""
    source, plain = text.at.text, text.plain
    if (
        source[max(0, found.start - 12) : found.start].rstrip().endswith("**")
        or source[found.end : found.end + 2] == "**"
    ):
        return True
    if _in_brackets(plain, found) or _named_after(plain, found) or _TELLS.match(plain, found.end):
        return True
    if _is_one_of_two(plain, found) or _is_in_byline(plain, found) or is_quoted(plain, found.start, found.end):
        return True
    if _is_another_name(text, found):
        return True
    if _THIS_IS.match(plain, _end_of_sentence(text, found.start)):
        return True
    if _is_told_what_it_does(text, found) or _is_told_next(text, found):
        return True
    sentence = text.sentence_at(found.start).lower()
    if _is_in_other_words(sentence, found) or _IN_A_NAME.search(plain[max(0, found.start - 60) : found.start]):
        return True
    return any(_stem(word) in sentence for word in found.instead.split(", ") if word != found.entry)


_DOES = re.compile(
    r"\s+(?:delay|stop|thin|slow|lower|reduce|kill|fight|block|relax|open|widen|prevent|treat|make|keep|remove|numb|"
    r"drain|carry|carrie|clean|filter|let|join|pump|measure|record|show)e?s?\s+(?:[\w’'-]+\s+){1,}[\w’'-]+",
    re.IGNORECASE,
)
"""What something is for, in three words at least: delays your blood from clotting."""
_OF_A_KIND = re.compile(r"(?:^|[.!?:]\s)\W*(?:an?\s)?$", re.IGNORECASE)
"""Before a word that begins its sentence and stands for all of its kind."""
_SENTENCES_AFTER = 2


def _is_told_what_it_does(text: JudgedText, found: Found) -> bool:
    """Whether its sentence begins with it and says what such a thing does: An anticoagulant delays your blood …."""
    begins = next((start for start, end in text.said if start <= found.start < end), 0)
    ahead = text.plain[begins : found.start]
    return bool(_OF_A_KIND.search(ahead) and _DOES.match(text.plain, found.end))


def _is_told_next(text: JudgedText, found: Found) -> bool:
    """Whether one of the next two sentences begins with it and tells what it is; or one of them has it again, and its
    plain word stands there: Malignant ones are. Benign tumors are not cancer."""
    number = next((at for at, (start, end) in enumerate(text.said) if start <= found.start < end), len(text.said))
    said = [text.plain[slice(*each)].lower() for each in text.said[number + 1 : number + 1 + _SENTENCES_AFTER]]
    word = text.plain[found.start : found.end].lower().rstrip("s")
    begins = re.compile(rf"\W*(?:an?\s|the\s)?{re.escape(word)}")
    again = [match for match in map(begins.match, said) if match]
    if not again:
        return False
    is_defined = any(_TELLS_OF_IT.match(match.string, match.end()) for match in again)
    return is_defined or any(_stem(plain) in each for plain in found.instead.split(", ") for each in said)


_TELLS_OF_IT = re.compile(
    r"s?\s(?:[\w’'-]+\s){0,2}?(?:(?:is|are)\s(?:when|where|what|an?|the)|means?|happens?\swhen)\b"
)
"""How a sentence goes on that begins with a term and says what it is."""
_NAMED = re.compile(
    r"\b(?:called|named|known as|termed|as)\s+(?:an?\s+)?$|[“\"‘(]$"
    r"|\b(?:called|named|known as|termed)\s(?:(?!and\b|which\b|that\b|is\b|are\b|may\b|can\b|causes?\b)[\w-]+\s){0,2}"
    r"(?:(?!and\b)[\w-]+\sor\s(?:[\w-]+\s)?)?$",
    re.IGNORECASE,
)


_IN_A_NAME = re.compile(
    r"\b(?:Institute|College|Society|Department|Association|Cent(?:re|er)|Foundation|Academy|Board|Council|Hospital|"
    r"Faculty|School|Federation|Alliance) (?:(?:of|for|on|and|the|[A-Z][\w-]*,?) )+$"
)
"""The beginning of the name of an institution."""
_A_WORD_OF_ITS_MEANING = re.compile(r"[a-z]{4,}")
_OF_NO_MEANING = frozenset({"when", "that", "with", "from", "your", "what", "which", "into", "something", "kind"})


def _is_in_other_words(sentence: str, found: Found) -> bool:
    """Whether most words of what it means, at least two, are in its sentence: the body attacks its own cells."""
    words = set(_A_WORD_OF_ITS_MEANING.findall(found.instead.lower())) - _OF_NO_MEANING
    there = sum(_stem(word) in sentence for word in words)
    return there > 1 and 3 * there >= 2 * len(words)


def _named_after(plain: str, found: Found) -> bool:
    ahead = plain[max(0, found.start - 70) : found.start].rstrip(
        "-abcdefghijklmnopqrstuvwxyz" if plain[found.start - 1 : found.start] == "-" else ""
    )
    return bool(_NAMED.search(ahead))


def _is_another_name(text: JudgedText, found: Found) -> bool:
    """Whether it follows plain words as their other name, after a comma that begins no row: hives, or urticaria."""
    sentence = next((start for start, end in text.said if start <= found.start < end), 0)
    said, comma, joined = text.plain[sentence : found.start].rpartition(",")
    return bool(comma and "," not in said and joined.split() in (["or"], ["or", "a"], ["or", "an"]))


def _is_one_of_two(plain: str, found: Found) -> bool:
    """Whether plain words beside it share a word with what it means: nerve pain or neuropathy."""
    meaning = {word for word in re.findall(r"[a-z]+", found.instead.lower()) if len(word) >= SHORTEST_SHARED}
    beside = (_OR_AFTER.search(plain[max(0, found.start - 60) : found.start]), _OR_BEFORE.match(plain, found.end))
    return any(match and meaning & set(match.group(1).lower().split()) for match in beside)


def _is_in_byline(plain: str, found: Found) -> bool:
    """Whether it is of a name's title: Ann Lee, M.D., Orthopaedic Surgery."""
    is_name = plain[found.start].isupper()
    return is_name and bool(_CREDENTIALS.search(plain[max(0, found.start - 80) : found.start]))


def _in_brackets(plain: str, found: Found) -> bool:
    return plain.rfind("(", max(0, found.start - 40), found.start) > plain.rfind(")", 0, found.start)


def _end_of_sentence(text: JudgedText, index: int) -> int:
    return next((end for start, end in text.said if start <= index < end), len(text.plain))


def _stem(words: str) -> str:
    """What of a plain word stands in all its forms."""
    return words.lower().rstrip("s") if len(words) > 4 else f" {words.lower()}"
