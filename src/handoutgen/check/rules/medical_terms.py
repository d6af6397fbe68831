"""Medical terms and long words that are not explained where a reader first meets them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from handoutgen.check.readability.syllables import syllables
from handoutgen.check.rules.matching import is_quoted
from handoutgen.check.rules.medicine_names import STEMS
from handoutgen.check.rules.reading import JudgedLeaflet, JudgedText
from handoutgen.check.rules.record import Example, Hit, TextRule
from handoutgen.check.rules.vocabulary import OWN_CHOICE
from handoutgen.check.rules.words import Found, word_list
from handoutgen.diagnostics import Severity
from handoutgen.language import language_of


def _unexplained(read: JudgedLeaflet) -> Iterator[Hit]:
    """Medical terms that are not explained where they first stand."""
    done = {
        found.entry
        for text in read.texts
        if text.path[0] in ("title", "subtitle", "glossary") or "title" in text.path
        for found in (*word_list("medical").found_in(text), *_by_ending(text))
    }
    known = _words_explained(read)
    if language_of(read.language).region == "US":
        done |= _KNOWN_IN_AMERICA
    for text in read.texts:
        terms = (*word_list("medical").found_in(text), *_by_ending(text))
        for found in terms:
            if found.entry in done or found.entry.rstrip("s") in known:
                continue
            done.add(found.entry)
            if not (_is_explained(text, found) or _is_of_a_longer_term(text.plain, found, terms)):
                yield _term(text, found)


_KNOWN_IN_AMERICA = frozenset({"urinate"})
"""The plain word there."""
_ENDINGS: Mapping[str, str] = MappingProxyType({
    "ectomy": "operation to take it out", "ostomy": "opening made in the body", "oscopy": "look inside with a camera",
    "oplasty": "operation to mend or replace it", "centesis": "needle test", "rrhaphy": "operation to sew it",
    "opexy": "operation to fix it in place", "lithiasis": "stones", "megaly": "swelling",
    "cytosis": "blood count that is off",
    "paresis": "weakness", "plegia": "not being able to move", "osclerosis": "hardening", "algesia": "feeling of pain",
    "aemia": "blood problem", "emia": "blood problem", "otomy": "cut", "opathy": "disease", "odynia": "pain",
    "uria": "in your pee", "ectasia": "widening", "ography": "kind of scan", "itis": "swelling",
})  # fmt: skip
"""Endings of medical words → what they mean: for terms that the list does not have."""
_ENDS = tuple(_ENDINGS)
_KNOWN_ALL_THE_SAME = re.compile(
    r"(?:vas|lump|hyster|mast)ectomy|(?:anat|dichot|lobot|phleb?ot)omy|micr?oscopy|(?:leuk|an)a?emia|ischa?emia|"
    r"(?:arthr|bronch|appendic|tonsill|hepat|mening|dermat|conjunctiv|cyst|sinus|laryng|tendon|tendin|colit|burs|"
    r"gingiv|"
    r"phleb|rhin|pancreat|gastroenter|diverticul|cellul|blephar|bronchiol|enceph?al|neph?r|prostat|gastr|oesophag|"
    r"esophag|pharyng|ot|col|vulv|vagin|osteoarthr)itis|(?:photo|ge|mammo|radio|ultrasono|biblio|carto|demo|carto|"
    r"choreo|typo|porno|oceano)graphy|(?:homeo|osteo|em|sym|anti|a|path|tele|naturo)opathy|(?:osteo|homeo|naturo)pathy|"
    r"multiple\ssclerosis"
)
"""Endings alike, or words that people use."""


def _by_ending(text: JudgedText) -> Iterator[Found]:
    """Terms that are none of the list's, by how they end."""
    if not any(word.endswith(_ENDS) for word in text.vocabulary):
        return
    listed = word_list("medical").entries
    told = {found.end for found in word_list("medical").found_in(text)}
    for word, start, end in text.tokens:
        if end in told:
            continue  # as the last word of a longer term
        is_a_term = len(word) >= SHORTEST_TERM and word.endswith(_ENDS) and word not in listed
        if is_a_term and not _KNOWN_ALL_THE_SAME.fullmatch(word):
            meaning = next(meaning for ending, meaning in _ENDINGS.items() if word.endswith(ending))
            yield Found(start, end, word, meaning)


SHORTEST_TERM = 8


def _is_of_a_longer_term(plain: str, found: Found, terms: Sequence[Found]) -> bool:
    """Whether a term that is told follows: the one word of a venous thrombotic embolism says nothing alone."""
    return any(_SAME_TERM.fullmatch(plain, found.end, each.start) for each in terms if each.start > found.end)


_SAME_TERM = re.compile(r"\s(?:(?!and\b|or\b|of\b|the\b)[a-z]+\s)?")
_A_THING_FOLLOWS = re.compile(
    r"\s(?:clip|coil|stent|shunt|pump|monitor|valve|graft|implant|plate|clinic|nurse|team|ward|unit|service)s?\b"
)
"""With the term before it, what it is called on a form or a door: another word would name nothing."""


def _term(text: JudgedText, found: Found) -> Hit:
    said = text.plain[found.start : found.end]
    if _A_THING_FOLLOWS.match(text.plain, found.end):
        hint = f"keep the name of the thing, and say beside it what {said.lower()} means: {found.instead}."
        return Hit(found.start, found.end, f'"{said}" is not explained where it first stands', hint, path=text.path)
    medical = word_list("medical")
    hint = f'write "{found.instead}", or say it in plain words first: {found.instead} ({said.lower()}).'
    if found.entry not in medical.entries:  # the ending tells what kind of thing it is, and not of what
        hint = f'say in plain words what it is, with "{found.instead}" in it, and put {said.lower()} in brackets.'
    severity = Severity.NOTE if found.entry in medical.advised else None
    message = f'"{said}" is not explained where it first stands'
    return Hit(found.start, found.end, message, hint, severity, text.path)


def _words_explained(read: JudgedLeaflet) -> frozenset[str]:
    terms = (entry.term.lower() for entry in read.leaflet.glossary)
    return frozenset(
        word.rstrip("s")
        for term in (*terms, *map(str.lower, read.leaflet.none_because))
        for word in (term, *term.split())
    )


_TELLS = re.compile(
    r"\**[ \t]*(?:(?:\w+[ \t]+){0,2}?\(|[–—:]\s|-\s|,\s(?:which|or|that is|meaning|also|an?|such as|like)\b|means?\b|"
    r"(?:is|are|happens?|stands for)\s+(?:when|where|a|an|the|that|what|something|known|called)\b)",
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


def _is_explained(text: JudgedText, found: Found) -> bool:
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
    sentence = text.sentence_at(found.start).lower()
    return any(_stem(word) in sentence for word in found.instead.split(", ") if word != found.entry)


_NAMED = re.compile(
    r"\b(?:called|named|known as|termed|as)\s+(?:an?\s+)?$|[“\"‘(]$"
    r"|\b(?:called|named|known as|termed)\s(?:(?!and\b|which\b|that\b|is\b|are\b|may\b|can\b|causes?\b)[\w-]+\s){0,2}"
    r"(?:(?!and\b)[\w-]+\sor\s(?:[\w-]+\s)?)?$",
    re.IGNORECASE,
)


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


LONGEST_WORD = 5
"""Syllables of the longest words that leaflets need: medication, paracetamol."""
_LONG_ALL_THE_SAME = frozenset({
    "physiotherapist", "physiotherapists", "physiotherapy", "acetaminophen", "antibacterial", "individually",
    "internationally", "temporarily", "necessarily", "unnecessarily", "responsibilities", "possibilities",
    "availability", "communication", "organisations", "capabilities", "identification",
})  # fmt: skip
"""Names of people, treatments and things on a packet, and words that people say all the same."""
_A_MEDICINE = re.compile(STEMS, re.IGNORECASE)
"""The name on the box, which has no shorter one."""
_ENDS_OF_NAMES = (*_ENDS, "iasis", "osis", "therapy", "therapist", "therapists", "ologist", "ologists", "ology")
"""Of terms that are told as such, and of illnesses, which have no shorter name."""
_AGAINST = "anti"
"""Of a word that is plain from its parts: antiparasitic."""
_WHOLE_WORD = re.compile(r"(?<![\w-])[a-z]{12,}(?![\w-])")


def _long_words(read: JudgedLeaflet) -> Iterator[Hit]:
    """Words that are hard to say, each once, but for those of the title and those that are explained."""
    told = {*_LONG_ALL_THE_SAME, *read.leaflet.title.lower().split(), *_words_explained(read)}
    terms = word_list("medical").entries  # told as terms already
    for text in read.texts:
        for match in _WHOLE_WORD.finditer(text.plain):
            word = match.group()
            is_name = word in terms or word.endswith(_ENDS_OF_NAMES) or _A_MEDICINE.fullmatch(word)
            count = 0 if word in told or is_name else syllables(word.removeprefix(_AGAINST))
            told.add(word)
            if count > LONGEST_WORD and not _is_explained(text, Found(*match.span(), word, word)):
                message = f'"{word}" has {count} syllables'
                yield Hit(
                    *match.span(), message, "say it in shorter words, or say beside it what it means.", path=text.path
                )


RULES = (
    TextRule(
        code="HG219", severity=Severity.WARNING, in_leaflet=_unexplained,
        source=f"NHS digital service manual, plain term first and the medical term after it; {OWN_CHOICE}",
        why="Readers who do not know a word guess, or stop reading.",
        remedy="Write the plain word, with the medical one in brackets if readers will meet it.",
        wrong=("You may get oedema.", "Renal problems are rare.", "Oedema is often mild.", "You may have hypertension.",
               "Take the analgesic.", "You may have:\n\n- pyrexia\n- a cough", "This is a chronic illness.",
               "It may burn when urinating.", "It may be necrotising fasciitis.",
               "You will have a cholecystectomy.", "It may cause hepatomegaly.",
               "It treats fever or neuropathy.", "Ann Lee wrote this. Orthopaedic care is free.",
               "It reaches the peripheral parts.", "You may relapse.", "You may get a venous clot.",
               "It may be fever, gout, or neuropathy."),
        advice="terms that most readers have met, such as abdomen",
        advised=("You feel pain in the abdomen.", "You may have a respiratory infection."),
        right=("You may get swelling (oedema).", "You may have oedema (swelling).", "A **diuretic** helps.",
               "We take out the gallbladder (cholecystectomy).", "Arthritis can hurt.",
               Example("Call if it burns when urinating.", "en-US"), "It is known as peri-implantitis.",
               "You may have a vasectomy.",
               "Read ‘Your Musculoskeletal Health’ first.", "You may need acute care.",
               "It is also called chronic gout or chronic podagra.", "Your bones may be weak, or osteoporotic.",
               "Your kidneys may swell. This is called oedema.", "Hypertension is high blood pressure.",
               "You can feel your heart (heart palpitations).", "It treats nerve pain or neuropathy.",
               "By Ann Lee, M.D.\nOrthopaedic Surgery, Foot and Ankle", "A set bone can relapse from its place.",
               "It can lead to faecal impaction. This is when poo gets stuck.",
               Example("Oedema can be sore.", keys={"glossary": [{"term": "Oedema", "meaning": "Fluid in a leg."}]})),
    ),
    TextRule(
        code="HG233", severity=Severity.NOTE, in_leaflet=_long_words,
        source="PEMAT-P item 3; McLaughlin 1969: long words are what makes a text hard",
        why="Who cannot say a word does not take it in.",
        remedy="Say it in shorter words.",
        wrong=("Watch for irritability.", "Watch for:\n\n- irritability\n- cold skin",
               "There is an incompatibility."),
        right=("Watch for anybody you cannot wake.", "It is slow thyroid, or hypothyroidism.",
               "See a physiotherapist.", "Your bones are thin (osteoporosis).",
               "Take your medication.", "You may have trichomoniasis.", "Use antibacterial soap.",
               "It is antiparasitic.",
               "You may have radiotherapy from a radiotherapist.", "See the anesthesiologist.",
               "Take it with hydroxychloroquine.", "Ask about atorvastatin and dihydrocodeine."),
    ),
)  # fmt: skip
