"""Words that few readers know or that hurt them, from lists: each with what to write instead."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handoutgen.check.readability.syllables import syllables
from handoutgen.check.rules.reading import JudgedLeaflet, JudgedText
from handoutgen.check.rules.record import Example, Hit, LookInText, TextRule
from handoutgen.check.rules.words import Found, word_list
from handoutgen.diagnostics import Severity

_OWN_CHOICE = (
    "a list of our own, after CDC, Everyday Words for Public Health Communication, and the NHS A to Z of health writing"
)
_LEAVE_OUT = "leave it out"
_ALSO_ADJECTIVES = frozenset({
    "alcoholic", "anorexic", "arthritic", "asthmatic", "depressive", "diabetic", "epileptic", "haemophiliac", "invalid",
    "lunatic", "paraplegic", "psychotic", "quadriplegic", "schizophrenic", "spastic",
})  # fmt: skip
"""Of these, one with a noun after it is no label: diabetic foot, alcoholic drinks."""
_A_PERSON = re.compile(r"\b(?:a|an|any|every|each|the|this|known)\s$", re.IGNORECASE)
_NO_NOUN_FOLLOWS = re.compile(
    r"\s*(?:$|[.,;:!?)\]\n]|(?:who|should|must|may|can|is|are|was|were|has|have|needs?|will|and|or|with|in|of|to|as|"
    r"at|often|cannot|do|does|need|also|than|that|when|if|because|for|on|from|get|feel)\b)",
    re.IGNORECASE,
)
_THINGS = re.compile(
    r"\s+(?:person|people|adults?|man|men|woman|women|child|children|patients?|community|toilets?|badge|parking|spot|"
    r"leave|note|bay|area|care|ward|home|access|relatives?|friends?|parents?|passengers?|students?|staff|users?|"
    r"population|cheese|beef)\b",
    re.IGNORECASE,
)
"""After "the blind", a thing or somebody who is named."""


def _from_list(name: str, message: str, hint: str = 'write "{instead}".') -> LookInText:
    """Finds each word of a list."""

    def look(text: JudgedText) -> Iterator[Hit]:
        for found in word_list(name).found_in(text):
            if name != "labels" or _is_a_label(text.plain, found):
                yield _hit(text, found, message, hint)

    return look


def _hit(text: JudgedText, found: Found, message: str, hint: str) -> Hit:
    said = " ".join(text.plain[found.start : found.end].split())
    instead = f"{_LEAVE_OUT}." if found.instead == _LEAVE_OUT else hint.format(instead=found.instead)
    return Hit(found.start, found.end, message.format(said=said), instead)


def _is_a_label(plain: str, found: Found) -> bool:
    """Whether a word stands for people: diabetics, a diabetic; not diabetic foot, nor the blind spot."""
    if found.entry in _ALSO_ADJECTIVES:
        is_one_of_them = plain[found.start : found.end].lower() != found.entry
        is_one = _NO_NOUN_FOLLOWS.match(plain, found.end) and _A_PERSON.search(plain[: found.start])
        return is_one_of_them or bool(is_one)
    return not (found.entry.startswith("the ") and _THINGS.match(plain, found.end))


def _unexplained(read: JudgedLeaflet) -> Iterator[Hit]:
    """Medical terms that are not explained where they first stand."""
    done = {
        found.entry
        for text in read.texts
        if text.path[0] in ("title", "subtitle", "glossary") or "title" in text.path
        for found in word_list("medical").found_in(text)
    }
    known = _words_explained(read)
    for text in read.texts:
        for found in word_list("medical").found_in(text):
            if found.entry in done or found.entry.rstrip("s") in known:
                continue
            done.add(found.entry)
            if not _is_explained(text, found):
                yield _term(text, found)


def _term(text: JudgedText, found: Found) -> Hit:
    said = text.plain[found.start : found.end]
    hint = f'write "{found.instead}", or say it in plain words first: {found.instead} ({said.lower()}).'
    return Hit(found.start, found.end, f'"{said}" is not explained where it first stands', hint, path=text.path)


def _words_explained(read: JudgedLeaflet) -> frozenset[str]:
    terms = (entry.term.lower() for entry in read.leaflet.glossary)
    return frozenset(
        word.rstrip("s")
        for term in (*terms, *map(str.lower, read.leaflet.none_because))
        for word in (term, *term.split())
    )


_TELLS = re.compile(
    r"\**[ \t]*(?:(?:\w+[ \t]+){0,2}?\(|[–—:]\s|-\s|,\s(?:which|or|that is|meaning|also|an?)\b|means?\b|(?:is|are|"
    r"happens?|stands for)\s+(?:when|where|a|an|the|that|what|something|known|called)\b)",
    re.IGNORECASE,
)
"""What follows a word that is explained."""
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
    if _THIS_IS.match(plain, _end_of_sentence(text, found.start)):
        return True
    sentence = text.sentence_at(found.start).lower()
    return any(_stem(word) in sentence for word in found.instead.split(", ") if word != found.entry)


def _named_after(plain: str, found: Found) -> bool:
    ahead = plain[max(0, found.start - 30) : found.start]
    return bool(re.search(r"\b(?:called|named|known as|termed|as)\s+(?:an?\s+)?$|[“\"‘(]$", ahead, re.IGNORECASE))


def _in_brackets(plain: str, found: Found) -> bool:
    return plain.rfind("(", max(0, found.start - 40), found.start) > plain.rfind(")", 0, found.start)


def _end_of_sentence(text: JudgedText, index: int) -> int:
    return next((end for start, end in text.said if start <= index < end), len(text.plain))


def _stem(words: str) -> str:
    """What of a plain word stands in all its forms."""
    return words.lower().rstrip("s") if len(words) > 4 else f" {words.lower()}"


LONGEST_WORD = 5
"""Syllables of the longest words that leaflets need: medication, paracetamol."""
_LONG_ALL_THE_SAME = frozenset(
    {"physiotherapist", "physiotherapists", "physiotherapy", "immunotherapy", "acetaminophen"}
)
_WHOLE_WORD = re.compile(r"(?<![\w-])[a-z]{12,}(?![\w-])")


def _long_words(read: JudgedLeaflet) -> Iterator[Hit]:
    """Words that are hard to say, each once, but for those of the title and those that are explained."""
    told = {*_LONG_ALL_THE_SAME, *read.leaflet.title.lower().split(), *_words_explained(read)}
    for text in read.texts:
        for match in _WHOLE_WORD.finditer(text.plain):
            word = match.group()
            count = syllables(word) if word not in told else 0
            told.add(word)
            if count > LONGEST_WORD and not _is_explained(text, Found(*match.span(), word, word)):
                message = f'"{word}" has {count} syllables'
                yield Hit(*match.span(), message, "say it in shorter words.", path=text.path)


RULES = (
    TextRule(
        code="HG218", severity=Severity.WARNING,
        in_text=_from_list("everyday", '"{said}" is an office word'),
        source=_OWN_CHOICE,
        why="Formal words are read more slowly, and many readers do not know them.",
        remedy="Write the word that people say.",
        wrong=("Commence the exercises slowly.", "Rest prior to your visit.", "Utilising a stick helps.",
               "Take sufficient fluids.", "Eat in order to keep well.", "Minimize your salt."),
        right=("Start the exercises slowly.", "Rest before your visit.", "A prior. To rest is good.",
               "Lean forward slowly."),
    ),
    TextRule(
        code="HG219", severity=Severity.WARNING, in_leaflet=_unexplained,
        source=f"NHS digital service manual, plain term first and the medical term after it; {_OWN_CHOICE}",
        why="Readers who do not know a word guess, or stop reading.",
        remedy="Write the plain word, with the medical one in brackets if readers will meet it.",
        wrong=("You may get oedema.", "Renal problems are rare.", "Oedema is often mild.", "You may have hypertension.",
               "Take the analgesic.", "You may have:\n\n- pyrexia\n- a cough", "This is a chronic illness."),
        right=("You may get swelling (oedema).", "You may have oedema (swelling).", "A **diuretic** helps.",
               "Your kidneys may swell. This is called oedema.", "Hypertension is high blood pressure.",
               "You can feel your heart (heart palpitations).",
               "It can lead to faecal impaction. This is when poo gets stuck.",
               Example("Oedema can be sore.", keys={"glossary": [{"term": "Oedema", "meaning": "Fluid in a leg."}]})),
    ),
    TextRule(
        code="HG222", severity=Severity.WARNING,
        in_text=_from_list("idioms", '"{said}" is taken at its word', 'say what it means, such as "{instead}".'),
        source="NHS digital service manual, no metaphors; NSW Health, plain English before translation",
        why="People who are learning the language take figures of speech at their word, and nobody can translate them.",
        remedy="Say what it means.",
        wrong=("You will soon be right as rain.", "Keep an eye on the wound.", "Do not go cold turkey."),
        right=("You will soon be well.", "Stand on the ball of your foot.", "Check the wound each day."),
    ),
    TextRule(
        code="HG223", severity=Severity.WARNING,
        in_text=_from_list("hard_on_readers", '"{said}" frightens or blames', 'say what is so, such as "{instead}".'),
        source="NHS England, Language Matters; NHS digital service manual, inclusive content",
        why="People who are frightened or blamed put the leaflet away, and tell nobody how they take their medicine.",
        remedy="Say what is so, without judging.",
        wrong=("Non-compliance makes it worse.", "It is a silent killer.", "You failed to attend.",
               "It can be devastating."),
        right=("If you miss doses, it gets worse.", "It is not your fault.", "It can cause death."),
    ),
    TextRule(
        code="HG224", severity=Severity.WARNING,
        in_text=_from_list("labels", '"{said}" is a label for people'),
        source="NHS digital service manual, inclusive content; NHS England, Language Matters",
        why="Nobody is their illness; who feels labelled does not read on.",
        remedy="Name the person first: people with diabetes.",
        wrong=("Diabetics need foot checks.", "If you are a diabetic, tell us.", "The elderly fall more often.",
               "She is wheelchair-bound.", "You may suffer from cramps.", "A stroke victim may not speak."),
        right=("People with diabetes have foot checks.", "Look after a diabetic foot.", "Avoid alcoholic drinks.",
               "This is the blind spot.", "Older people fall more often."),
    ),
    TextRule(
        code="HG233", severity=Severity.NOTE, in_leaflet=_long_words,
        source="PEMAT-P item 3; McLaughlin 1969: long words are what makes a text hard",
        why="Who cannot say a word does not take it in.",
        remedy="Say it in shorter words.",
        wrong=("Watch for disorientation.", "Watch for:\n\n- disorientation\n- cold skin",
               "There is an incompatibility."),
        right=("Watch for anybody you cannot wake.", "See a physiotherapist.", "Your bones are thin (osteoporosis).",
               "Take your medication."),
    ),
    TextRule(
        code="HG232", severity=Severity.WARNING,
        in_text=_from_list("nouns_for_verbs", '"{said}" makes a noun of what is done'),
        source="NHS digital service manual, active voice; Plain English Campaign",
        why="A verb made into a noun is longer, and hides who does it.",
        remedy="Write the verb.",
        wrong=("Make an assessment of your pain.", "It is used for the treatment of cramps."),
        right=("Check your pain.", "It treats cramps.", "Make a list of your medicines."),
    ),
)  # fmt: skip
