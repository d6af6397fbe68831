"""Texts that speak about patients to the patient, or to somebody else who should be told of their own person."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from handoutgen.check.rules.matching import any_of, before, by_pattern, in_sentence, pattern, where_said
from handoutgen.check.rules.readers import is_about_a_child, is_for_somebody_else
from handoutgen.check.rules.reading import JudgedText
from handoutgen.check.rules.record import Example, Hit, TextRule
from handoutgen.diagnostics import Severity

MUST = (
    r"(?:should|must|ought to|need(?:s|ed)? to|ha(?:ve|s) to|(?:is|are|will be) (?:advised|asked|required|requested|"
    r"recommended|encouraged|expected|reminded|told|instructed|warned|invited|urged)|(?:may|might) (?:wish|want|"
    r"need) to|can expect|is to|are to|will (?:need|have|be (?:given|offered|able|contacted|seen))|shall)"
)
_NAMES = (
    "patient patients patient's service user users sufferer sufferers sufferer's individual individuals "
    "individual's user's"
)
_PATIENTS = pattern(
    r"\b(?:(?:the|all|most|some|our|many|any|a|an|each|every|such|these|those|female|male|adult|elderly|older|"
    r"diabetic|affected|new|few|individual) )*(?:patients?|service users?|sufferers?|individuals?)\b"
    r"(?!['’]?s?\s+(?:association|"
    r"transport|advice|information|liaison|leaflets?|experience|safety|records?|portal|groups?|held|support|line|"
    r"charter|initiated|controlled|participation|council|services?|care|app|access|education|forum|voice|"
    r"representative|helpline|online|wristband|choice|confidentiality|passport|knows best|until|while|names?|"
    r"handouts?|guides?|instructions?|numbers?|ID|details|labels?|hotels?|lounge|"
    r"and kind)\b)(?![’']s (?:association|charter)|\s?:)"
)
_NO_NOUN_FOLLOWS = pattern(
    r"[’']s\b|\s*(?:$|[.,;:!?)]|(?:who|whose|that|is|are|was|were|has|have|had|should|must|may|might|can|cannot|could|"
    r"will|would|needs?|does|do|did|and|or|with|in|of|to|at|from|on|for|by|as|if|when|because|before|after|feels?|"
    r"gets?|takes?|shows?|develops?|reports?)\b)"
)
_MANY = pattern(r"(?:these|those|most|many|some|few|all|our)\b")
_ATTRIBUTE = pattern(r"(?:(?:our|all|most|some|new|any|the|a|each|every) )*patient$")
_A_SYSTEM = pattern(
    r" (?:[\w-]+ing )?(?:\w+ )?(?:systems?|software|database|portal|programmes?|programs|schemes?|board|information|"
    r"centre|center|area|journey|pathway|questionnaires?|surveys?|feedback|entrance|lift|car park|parking|toilets?|"
    r"waiting room|kitchen|television|diary|booklets?)\b"
)
"""What a thing is called after the patients whom it is for."""
_NEEDS = pattern(r" needs? (?!to\b|a\b|an\b|the\b|more\b|help\b)")
_IN_GENERAL = pattern(r"(?:most|many|some|few|all|those)\b")
_A_GROUP = pattern(r"(?:\w+ )*(?:older|elderly|young|younger|adult|female|male) \w+s\b")
_PART_OF = pattern(
    r"\b(?:thirds?|quarters?|fifths?|tenths?|half|halves|majority|minority|proportion|percentage|share|group) of "
    r"(?:\w+ ){0,2}$"
)
_WHO_HAS = pattern(r" (?:with|who (?:have|has|had)) (?!(?:any|this|these|your|our)\b)\w")
_TOLD_WHAT_TO_DO = pattern(rf"[^.!?;:]*\b(?:{MUST}|can|may)\b")


def _is_no_person(text: JudgedText, match: re.Match[str]) -> bool:
    """One “patient” or “individual” before a noun: patient consent, our patient tracking system, an individual plan, or
    the address of a title, “for patients”."""
    word = match.group().split()[-1].lower()
    if "title" in text.path and word == "patients":
        ends = not text.plain[match.end() :].strip(" .:")
        return ends and text.plain[: match.start()].lower().endswith("for ")
    if word == "individual" and (_MANY.match(match.group()) or _NEEDS.match(text.plain, match.end())):
        return True
    if _ATTRIBUTE.match(match.group()) and _A_SYSTEM.match(text.plain, match.end()):
        return True
    is_bare = word == "individual" or match.group().lower() == "patient"
    return is_bare and not _NO_NOUN_FOLLOWS.match(text.plain, match.end())


def _is_in_general(match: re.Match[str]) -> bool:
    """Most patients, a part or an age of them, or those with an illness of whom something is told as a fact."""
    said, whole = match.group(), match.string
    if _IN_GENERAL.match(said) or _PART_OF.search(whole[max(0, match.start() - 40) : match.start()]):
        return True
    is_group = _A_GROUP.match(said) or (said.lower().endswith("s") and _WHO_HAS.match(whole, match.end()))
    return bool(is_group) and not _TOLD_WHAT_TO_DO.match(whole, match.end())


def _about_whom(match: re.Match[str]) -> str:
    said = " ".join(match.group().split())
    if _is_in_general(match):
        return f'"{said}" is how staff speak of people'
    return f'"{said}" speaks about the reader'


def _to_reader(match: re.Match[str]) -> str:
    if _is_in_general(match):
        return 'say "people", or what the reader can expect: "you may", "most people".'
    return 'speak to the reader: "you", or start with what to do.'


_OTHER_PATIENTS = pattern(r"\b(?:(?:an)?other |(?:fellow|expert|number of) |(?:in|out|day)-)$")
_A_NUMBER_OF = pattern(
    r"\b(?:\d[\d,]* (?:in|out of|of)(?: every)? \d[\d,]*|\d+(?:\.\d+)? ?(?:%|per ?cent) of|half of|(?:a|"
    r"one) (?:third|quarter) of|"
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|\w+ty) per ?cent of|"
    r"(?:\d{2,}|thousands of|hundreds of)(?: \w+)?) (?:all |the |our |these )*$"
)
"""A statistic about others."""
_CARE_FOR = pattern(
    r"\b(?:staff|nurses?|doctors?|workers?|carers?|teams?|people|who) (?:\w+ )?(?:treat(?:s|ing)?|see(?:s|ing)?|"
    r"(?:car(?:e|es|ing)|look(?:s|ing)?) (?:for|after)) (?:\w+ )?$"
)
"""Those whom somebody else looks after, as in a hospital."""
_BE_PATIENT = pattern(r"\b(?:be|is|are|being|stay|staying|remain|very|so|more) $")
_I_SIGN = pattern(
    r"\bI (?:certify|confirm|declare|have (?:explained|answered|discussed))\b|"
    r"\b(?:cannot|unable to) sign\b"
)
"""What staff sign of whoever reads, or somebody else for them."""
STUDY = pattern(r"\b(?:stud(?:y|ies|ied)|trials?|research(?:ers)?|surveys?|evidence|register|took part)\b")
_ONE_OF_THEM = pattern(r"(?:the|a|an|this|each|every) patient$")
_SIGNPOST = pattern(r"\b(?:advice|information|instructions?|notes?|tips|guidance|help) for $")


def _is_told_to_others(text: JudgedText, match: re.Match[str]) -> bool:
    """The patient of whom a carer is told; or the title over what is for the patient, beside what is for others."""
    is_one = bool(_ONE_OF_THEM.match(match.group()))
    is_over = "title" in text.path and is_one and _SIGNPOST.search(text.plain[: match.start()])
    return bool(is_over or is_for_somebody_else(text, match.start(), is_one)) and not is_about_a_child(text)


_AS_READERS = by_pattern(
    _PATIENTS, _about_whom, _to_reader,
    unless=any_of(before(_OTHER_PATIENTS, 20), before(_A_NUMBER_OF), before(_BE_PATIENT, 12), before(_CARE_FOR, 30),
                  in_sentence(STUDY), in_sentence(_I_SIGN), _is_no_person, _is_told_to_others),
)  # fmt: skip


def _spoken_about(text: JudgedText) -> Iterator[Hit]:
    """Of a leaflet about a child, the patient is the reader's child."""
    for hit in _AS_READERS(text):
        said = " ".join(text.plain[hit.start : hit.end].split())
        if _ONE_OF_THEM.match(said) and is_about_a_child(text):
            yield replace(hit, message=f'"{said}" is the reader\'s child', hint='say "your child".')
        else:
            yield hit


def _titled(title: str, said: str) -> Example:
    return Example(keys={"sections": [{"id": "part", "title": title, "text": said}]})


_RESTS = "The patient rests."

RULES = (
    TextRule(
        code="HG207", severity=Severity.WARNING,
        in_text=where_said(_NAMES, _spoken_about),
        source="PEMAT-P item 21; NHS digital service manual, how we write: address the reader as you",
        why="Who reads about patients does not see that they are meant, and does not act.",
        remedy="Say you, or begin with what to do; call others people.",
        wrong=("Patients should rest.", "The patient is asked to fast.", "Sufferers may find heat helps.",
               "Some individuals feel sick.", "It helps if the patient keeps still.", "Tell us, as all patients do.",
               "This is for patients who have had a stroke.", "It depends on each individual patient.",
               "We talk to carers. The patient rests.", "The nurse helps the patient to stand. The patient sits down.",
               "Patients should rest. Do not leave the patient alone.", _titled("For patients and carers", _RESTS),
               _titled("For people living with gout", _RESTS), _titled("Talking to your family", _RESTS),
               "The patient sleeps. Bring the patient's slippers.",
               "For carers:\n\n- Stay near.\n\nFor the patient:\n\n- The patient should rest.",
               Example("Wake the patient at 2am.", keys={"title": "Head injury in children"})),
        right=("You should rest, as other patients do.", "We can give your place to another patient.",
               "Fewer than one percent of patients have this.", "Read the patient leaflets.",
               "Staff who care for patients with Ebola wear masks.", "Ask about patient transport.",
               "Be patient with yourself.", "Our patient tracking system shows it.", "It is on the patient portal.",
               "Go to the outpatient clinic.", "In 1 study, patients slept better.", "It helps 20 in 100 patients.",
               "About half of all patients feel sick.", "Call the patient advice line.",
               "Read the patient instructions.", "Patient consent", "Your care follows an individual plan.",
               "It suits individual needs and these individual foods.",
               "I have explained the operation to the patient.",
               Example(keys={"title": "Medicines for patients"}),
               "Patient name: write it here.", _titled("Advice for carers", _RESTS),
               _titled("If you look after somebody at home", _RESTS), _titled("Extra advice for the patient", "Rest."),
               "(For whoever drives a patient home)\n\nThe patient may be drowsy.",
               "For the family:\n\n- The patient may be drowsy.", "Is the patient hard to wake?",
               "Is it hard to wake the patient?", "Stay with the patient. The patient may be sick.",
               "Call us if you are worried, and bring the patient back."),
    ),
)  # fmt: skip
