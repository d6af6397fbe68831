"""Medical terms and long words that are not explained where a reader first meets them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from handoutgen.check.readability.syllables import syllables
from handoutgen.check.rules.explained import is_explained
from handoutgen.check.rules.fitting import explains
from handoutgen.check.rules.medicine_names import STEMS
from handoutgen.check.rules.reading import JudgedLeaflet, JudgedText
from handoutgen.check.rules.record import Example, Hit, TextRule
from handoutgen.check.rules.vocabulary import OWN_CHOICE
from handoutgen.check.rules.words import Found, word_list
from handoutgen.diagnostics import Severity
from handoutgen.language import language_of


def _unexplained(read: JudgedLeaflet) -> Iterator[Hit]:
    """Medical terms that are not explained where they first stand. Of one that is only advice there, as in the name
    of a ward, the first place is told where it is more."""
    advised: set[str] = set()
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
            is_told = is_explained(text, found) or _is_of_a_longer_term(text.plain, found, terms)
            hit = None if is_told else _term(text, found)
            if hit and not (hit.severity and found.entry in advised):
                yield hit
            (advised if hit and hit.severity else done).add(found.entry)


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
_A_THING_FOLLOWS = re.compile(r"\s(?:clip|coil|stent|shunt|pump|monitor|valve|graft|implant|plate|report)s?\b")
"""With the term before it, what it is called on a form: another word would name nothing."""
_STAFF_FOLLOW = re.compile(
    r"\s(?:(?:[a-z]+\s)?(?:clinic|nurse|team|ward|unit|service|lab|department|centre|center|hospital|consultant|doctor|"
    r"surgeon|physician|specialist)s?\b|laborator\w+)",
    re.IGNORECASE,
)
"""With the term before it, what stands on a door: of whom a reader need know no more."""


def _term(text: JudgedText, found: Found) -> Hit:
    said = text.plain[found.start : found.end]
    message = f'"{said}" is not explained where it first stands'
    staff = _STAFF_FOLLOW.match(text.plain, found.end)
    if staff or _A_THING_FOLLOWS.match(text.plain, found.end):
        hint = f"keep the name, and say beside it what {said.lower()} means: {found.instead}."
        return Hit(found.start, found.end, message, hint, Severity.NOTE if staff else None, text.path)
    medical = word_list("medical")
    hint = f'write "{found.instead}", or say it in plain words first: {found.instead} ({said.lower()}).'
    if explains(found.instead, said):
        hint = f'say it in plain words, such as "{found.instead}", and put {said.lower()} in brackets.'
    if found.entry not in medical.entries:  # the ending tells what kind of thing it is, and not of what
        hint = f'say in plain words what it is, with "{found.instead}" in it, and put {said.lower()} in brackets.'
    severity = Severity.NOTE if found.entry in medical.advised else None
    return Hit(found.start, found.end, message, hint, severity, text.path)


def _words_explained(read: JudgedLeaflet) -> frozenset[str]:
    terms = (entry.term.lower() for entry in read.leaflet.glossary)
    return frozenset(
        word.rstrip("s")
        for term in (*terms, *map(str.lower, read.leaflet.none_because))
        for word in (term, *term.split())
    )


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
            if count > LONGEST_WORD and not is_explained(text, Found(*match.span(), word, word)):
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
               "It may be fever, gout, or neuropathy.", "Ask the cardiac nurse about cardiac pain.",
               "An anticoagulant is best.", "You may get oedema. Oedema is common."),
        advice="terms that most readers have met, such as abdomen, and of staff and wards",
        advised=("Ask the cardiac nurse.", "Go to the Renal Unit.", "You feel pain in the abdomen.",
                 "You may have a respiratory infection."),
        right=("You may get swelling (oedema).", "You may have oedema (swelling).", "A **diuretic** helps.",
               "We take out the gallbladder (cholecystectomy).", "Arthritis can hurt.",
               Example("Call if it burns when urinating.", "en-US"), "It is known as peri-implantitis.",
               "You may have a vasectomy.",
               "Read ‘Your Musculoskeletal Health’ first.", "You may need acute care.",
               "It is also called chronic gout or chronic podagra.", "Your bones may be weak, or osteoporotic.",
               "Lupus is an autoimmune illness: the body attacks its own cells.",
               "Seizures are convulsions in which you shake.",
               "Ask the National Institute of Neurological Disorders.",
               "An anticoagulant delays your blood from clotting.", "Diuretics make you pass more water.",
               "A lump may be malignant. Malignant ones are cancer.",
               "You may get oedema. An oedema is when a part swells.",
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
