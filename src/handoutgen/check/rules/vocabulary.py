"""Words that few readers know or that hurt them, from lists: each with what to write instead."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType

from msgspec.structs import replace

from handoutgen.check.rules.fitting import SUGGEST, SUGGEST_A_CLAUSE, WRITE, remedy_of
from handoutgen.check.rules.matching import all_of, by_pattern, in_sentence, pattern, where_said
from handoutgen.check.rules.reading import JudgedText
from handoutgen.check.rules.record import Cued, Hit, LookInText, TextRule
from handoutgen.check.rules.words import Found, word_list
from handoutgen.diagnostics import Severity

OWN_CHOICE = (
    "a list of our own, after CDC, Everyday Words for Public Health Communication, and the NHS A to Z of health writing"
)
_LEAVE_OUT = "leave it out"
_ENDS_OF_FORMS = ("s", "d", "ing")
_TOLD = re.compile(r"\s*(?::|\s[-–—])\s+\w")
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


_HARM_DONE = re.compile(
    r"\s(?:\w+\s){0,3}?(?:accident|crime|assault|attack|abuse|violence|rape|crash|fraud|torture|trafficking|disaster|"
    r"fire|flood)s?\b",
    re.IGNORECASE,
)
"""What somebody is a victim of without being ill."""


def _about_people(found: Found) -> str:
    if found.entry.startswith("suffer"):
        return '"{said}" says how bad it is, which people tell for themselves'
    return '"{said}" is no kind way to speak of people'


_AN_ADJECTIVE = re.compile(
    r"\b(?:\w{2,}(?:ful|al|ive|ous|ic|ent|ant|able|ible|ular)|gentle|daily|weekly|repeated|slow|quick|early|late|"
    r"prompt|immediate|rapid|sudden|complete|thin|further|safe)\s$"
)


def _as_a_verb(plain: str, found: Found) -> str:
    """A noun with an adjective before it is no verb until the adjective is changed too: careful application of."""
    if _AN_ADJECTIVE.search(plain[: found.start]):
        return 'say who does it and how, with a verb in the form that fits, such as "{instead}".'
    return WRITE


def _as_it_fits(plain: str, found: Found) -> str:
    return remedy_of(plain, found, found.entry in word_list("everyday").loose)


def _from_list(
    name: str, message: str | Callable[[Found], str], hint: str | Callable[[str, Found], str] = WRITE
) -> LookInText:
    """Finds each word of a list."""

    def look(text: JudgedText) -> Iterator[Hit]:
        for found in word_list(name).found_in(text):
            if not _UNLESS.get(name, _never)(text.plain, found):
                advice = hint(text.plain, found) if callable(hint) else hint
                hit = _hit(text, found, message(found) if callable(message) else message, advice)
                yield replace(hit, severity=Severity.NOTE) if found.entry in word_list(name).advised else hit

    return Cued(lambda: word_list(name).cues, look)


def _never(_: str, __: Found) -> bool:
    return False


def _is_told(plain: str, found: Found) -> bool:
    """Whether a word begins its line and what it means follows: “Elevate - keep your foot raised”."""
    line = plain[: found.start].rpartition("\n")[2]
    return not line.strip(" -*+0123456789.)") and bool(_TOLD.match(plain, found.end))


def _hit(text: JudgedText, found: Found, message: str, hint: str) -> Hit:
    said = " ".join(text.plain[found.start : found.end].split())
    pairs = zip(re.split(r"[\s-]+", said.lower()), re.split(r"[\s-]+", found.entry), strict=False)
    is_a_form = any(here != there and here.endswith(_ENDS_OF_FORMS) for here, there in pairs)
    written = _in_its_form(hint) if is_a_form else hint
    choices = found.instead.split(", ")
    words = [choice for choice in choices if choice != _LEAVE_OUT]
    told = [written.format(instead=_any_of(words)).rstrip(".")] if words else []
    instead = ", or ".join([*told, _LEAVE_OUT] if _LEAVE_OUT in choices else told)
    return Hit(found.start, found.end, message.format(said=said), f"{instead}.")


def _any_of(words: Sequence[str]) -> str:
    """Words to choose from, as they stand between quotation marks."""
    return '" or "'.join(filter(None, ('", "'.join(words[:-1]), words[-1])))


def _in_its_form(hint: str) -> str:
    """Advice to use a word where the form that the list has may not be the one that fits."""
    if hint == SUGGEST_A_CLAUSE:
        return hint
    if hint == SUGGEST:
        return hint.replace(", or", " in the form that fits, or")
    return f"{hint.rstrip('.')}, in the form that fits."


def _is_no_label(plain: str, found: Found) -> bool:
    return not _is_a_label(plain, found)


def _is_a_label(plain: str, found: Found) -> bool:
    """Whether a word stands for people: diabetics, a diabetic; not diabetic foot, nor the blind spot."""
    if found.entry in _ALSO_ADJECTIVES:
        is_one_of_them = plain[found.start : found.end].lower() != found.entry
        is_one = _NO_NOUN_FOLLOWS.match(plain, found.end) and _A_PERSON.search(plain[: found.start])
        return is_one_of_them or bool(is_one)
    if found.entry.startswith("victim") and _HARM_DONE.match(plain, found.end):
        return False
    return not (found.entry.startswith("the ") and _THINGS.match(plain, found.end))


_BEFORE_A_NOUN = re.compile(r"\s+(?!to\b|for\b|by\b|in\b|if\b|when\b|that\b|at\b|on\b|and\b|or\b|as\b)\w")
_CASES = re.compile(r"in \w+ cases")
_WHICH_CASES = re.compile(
    r"\s+(?:of|where|when|with|without|beyond|above|below|except|other than|apart from|but|like|such as|that|which|"
    r"in which|involving)\b",
    re.IGNORECASE,
)
_SAYS_IT_IS = re.compile(r"\b(?:is|are|be|been|was|were|if|when|where|as|not|it|you|we)\s+(?:\w+ly\s+)?$")


def _is_what_a_word_means(plain: str, found: Found) -> bool:
    """Whether it explains a term in brackets: gastrectomy (removal of the stomach)."""
    return plain[: found.start].endswith("(")


def _is_as_good(plain: str, found: Found) -> bool:
    """Explained in its line; or “required” before a noun, or “in all cases” of something, where no other word is any
    better."""
    is_kind = plain[found.start : found.end].lower() == "required" and _BEFORE_A_NOUN.match(plain, found.end)
    is_narrowed = _CASES.fullmatch(found.entry) and _WHICH_CASES.match(plain, found.end)
    is_no_other = is_narrowed or (is_kind and not _SAYS_IT_IS.search(plain[: found.start]))
    said = plain[found.start : found.end]
    is_sound = "-" in said and said.lower() != said and said.capitalize() != said  # AS-per, as a word is said
    return _is_told(plain, found) or is_sound or bool(is_no_other)


_UNLESS: Mapping[str, Callable[[str, Found], bool]] = MappingProxyType({
    "labels": _is_no_label, "everyday": _is_as_good, "nouns_for_verbs": _is_what_a_word_means,
})  # fmt: skip
"""Of each list, where a word is none of those that are meant."""

_THREAT = pattern(
    r"\byou (?:will|['’]ll|are going to) (?:(?:certainly|surely|probably|soon|only|just|definitely|end up|one day|"
    r"be left) )*"
    r"(?:go(?:ing)? blind|die|dying|dead|be (?:blind|crippled|paralysed|paralyzed|disabled|dead|in a wheelchair)|"
    r"in a wheelchair|"
    r"lose (?:your|a|an|the) (?:sight|vision|eyes?|leg|legs|foot|feet|toes?|arm|hand|kidneys?|baby|life|limb|teeth|"
    r"voice|"
    r"hearing|job|home)|have a (?:stroke|heart attack)|get (?:cancer|gangrene|dementia)|suffer|regret (?:it|this))\b"
)
_NO_THREAT = pattern(r"\b(?:does not mean|not mean|do not think|worry|fear|afraid|unlikely|chance|out of)\b")


RULES = (
    TextRule(
        code="HG218", severity=Severity.WARNING,
        in_text=_from_list("everyday", '"{said}" has a plainer word', _as_it_fits),
        source=OWN_CHOICE,
        why="Formal words are read more slowly, and many readers do not know them.",
        remedy="Write the word that people say; where it does not fit, put it another way.",
        advice="words with others that fit in some places only, or that people say all the same",
        advised=("Use the parking facilities.", "Read about fasting requirements.", "It is incorrectly filled in.",
                  "It is mandatory.", "It works in most cases."),
        wrong=("Commence the exercises slowly.", "Rest prior to your visit.", "Utilising a stick helps.",
               "Take sufficient fluids.", "Eat in order to keep well.", "Minimize your salt.",
               "Maintain hydration.", "You will be impaired.", "Stop it ASAP.",
               "We ensure a safe stay.", "Prolonged pain is rare.",
               "Policies may require a payment.", "It impairs your ability to drive.", "It is frequently asked about.",
               "You may complain of pain."),
        right=("Start the exercises slowly.", "- Elevate - keep your foot raised on a pillow.",
               "1. **Elevate** - keep it raised.", "Bring your completed form and any required test.",
               "It is a modified release tablet.", "Read the frequently asked questions.",
               "We can plan for additional support needs.", "You may have an assisted vaginal birth.",
               "In all cases of doubt, call us.", "It is aspergillosis (AS-per-ji-LO-sis).",
               "Rest before your visit.", "A prior. To rest is good.",
               "Lean forward slowly."),
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
        in_text=all_of(
            _from_list("hard_on_readers", '"{said}" frightens or blames', 'say what is so, such as "{instead}".'),
            where_said("will going ll", by_pattern(
                _THREAT, '"{}" frightens', "say what can happen, and how likely it is: can, may, 1 in 10 people.",
                unless=in_sentence(_NO_THREAT),
            )),
        ),
        source="NHS England, Language Matters; NHS digital service manual, inclusive content",
        why="People who are frightened or blamed put the leaflet away, and tell nobody how they take their medicine.",
        remedy="Say what is so, without judging.",
        wrong=("Non-compliance makes it worse.", "It is a silent killer.", "You failed to attend.",
               "It can be devastating.",
               "If you do not take it, you will lose your sight.",
               "Without treatment you will end up in a wheelchair."),
        right=("If you miss doses, it gets worse.", "It is not your fault.", "It can cause death.",
               "Without treatment, you could lose your sight.",
               "You will lose your hair for a time, but it grows back.", "You may have a nagging pain."),
    ),
    TextRule(
        code="HG224", severity=Severity.WARNING,
        in_text=_from_list("labels", _about_people),
        source="NHS digital service manual, inclusive content; NHS England, Language Matters",
        why="Nobody is their illness; who feels labelled does not read on.",
        remedy="Name the person first: people with diabetes.",
        wrong=("Diabetics need foot checks.", "If you are a diabetic, tell us.", "The elderly fall more often.",
               "She is wheelchair-bound.", "You may suffer from cramps.", "A stroke victim may not speak."),
        right=("People with diabetes have foot checks.", "Look after a diabetic foot.", "Avoid alcoholic drinks.",
               "This is the blind spot.", "Older people fall more often.",
               "Call 999 if you are the victim of a bad accident."),
    ),
    TextRule(
        code="HG232", severity=Severity.WARNING,
        in_text=_from_list("nouns_for_verbs", '"{said}" makes a noun of what is done', _as_a_verb),
        source="NHS digital service manual, active voice; Plain English Campaign",
        why="A verb made into a noun is longer, and hides who does it.",
        remedy="Write the verb.",
        wrong=("Make an assessment of your pain.", "Removal of the drain takes 1 minute.",
               "Avoid consumption of milk.", "It is used for the treatment of cramps.",
               "It is relevant for the treatment of cramps.", "Your participation in this study is free."),
        right=("Check your pain.", "When you have filled in the form, send it.", "It treats cramps.",
               "Make a list of your medicines.", "You may have a gastrectomy (removal of the stomach)."),
    ),
)  # fmt: skip
