"""Texts that speak about the reader instead of to them, or hide who should do what."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from handoutgen.check.rules.matching import all_of, any_of, before, by_pattern, in_sentence, pattern, where_said
from handoutgen.check.rules.patients import MUST, STUDY
from handoutgen.check.rules.reading import JudgedText
from handoutgen.check.rules.record import Hit, TextRule
from handoutgen.diagnostics import Severity

_WHO = (
    r"(?:(?:people|persons?|adults|those|anyone|everyone|somebody|someone|women|men) (?:with|who|whose|taking|on|"
    r"having|living|affected|suffering|diagnosed|undergoing|using|recovering)\b(?:(?![.!?;:]).){1,60}?"
    r"|the (?:person|client|service user|user|reader|recipient|individual)"
    r"|smokers|parents|mothers|drivers|wearers|one|those affected|service users|clients|attendees|recipients|"
    r"participants) "
)
_OTHERS = (
    "people person persons adults those anyone everyone somebody someone women men client user reader recipient "
    "individual one users clients attendees recipients smokers parents mothers drivers wearers participants"
)
_ABOUT_READER = pattern(rf"\b{_WHO}{MUST}\b")
_OTHER_PEOPLE = pattern(
    r"\b(?:people|anyone|everyone|those|someone|somebody|person) (?:who|with whom) (?:you|takes? you|brings? you|"
    r"lives? with|helps?|cares? for|looks? after|shares?|comes?|visits?|stays?|drives?|is with|are with|you live)|"
    r"\bhow (?:someone|people)\b|\bthan people\b"
)
_HOW_MANY = pattern(r"\b(?:few|fewer|some|most|many|not all|only) $")
"""How many of them there are, which tells nobody what to do."""
_PARTICIPLE = (
    r"(?:\w{3,}ed|taken|given|kept|worn|put|held|done|drunk|eaten|swallowed|told|sent|seen|made|brought|begun|chosen|"
    r"drawn|driven|cut|set|read|written|shown|left|stuck|shut|met|known|broken|hidden|laid|led|lost|paid|sought|"
    r"spread|sung|spent|withdrawn|drained|rubbed)"
)
_ORDERS = (
    "be recommended advised advisable suggested essential imperative important necessary vital crucial preferable "
    "desirable"
)
_PASSIVE_ORDER = pattern(
    rf"\b(?:should|must|ought to|needs? to|ha(?:s|ve) to) (?:not |never |always |only |also |then |still |"
    rf"now )*be (?:\w+ly )?{_PARTICIPLE}\b|\b(?:is|are) (?:to be|not to be) (?:\w+ly )?{_PARTICIPLE}\b"
    r"|\bit is (?:strongly )?(?:recommended|advised|advisable|suggested|essential|imperative|necessary|vital|crucial|"
    r"preferable|desirable) (?:that|to)\b"
    r"|\bmay be (?:taken|swallowed|applied|chewed|crushed|repeated)\b"
)
_DEEDS = (
    "taken kept worn put held done drunk eaten swallowed chewed crushed cut used applied avoided washed dried "
    "cleaned rinsed changed covered left raised elevated lifted rested rubbed massaged bent repeated stored "
    "shaken mixed dissolved opened finished completed continued discontinued resumed stopped started increased "
    "reduced limited restricted brought sent filled signed read thrown disposed placed inserted injected inhaled "
    "sprayed spread soaked pulled pushed pressed squeezed touched scratched picked popped burst shaved shared "
    "driven operated practised practiced exercised reported recorded written counted weighed followed "
    "fed wrapped bandaged taped tied loosened tightened fastened supported warmed cooled heated boiled frozen "
    "thawed peeled emptied flushed turned switched charged booked cancelled canceled encouraged consumed "
    "administered exceeded missed skipped doubled split broken handled attempted undertaken cleansed stuck"
)
_READER_DOES = frozenset(_DEEDS.split())
"""What is done by whoever reads; the rest of what should be done, staff do or nobody."""
_READER_TAKES_OFF = pattern(
    r"\b(?:dressings?|bandages?|plasters?|strips?|caps?|lids?|covers?|lens(?:es)?|jewell?ery|make-?up|polish|patch(?:es)?|"
    r"dentures?|shoes?|cloth(?:es|ing)|socks?|stockings?|splints?|braces?|boots?|slings?|ticks?|stings?|rings?|"
    r"piercings?|pads?|wrap(?:s|per)?|foil|batter(?:y|ies)|hearing aids?|glasses)\b"
)
_DONE_BY_READERS = pattern(
    r"\b(?:exercis\w+|stretch\w*|movements?|repetitions|steps?|breathing|walk\w*|clean\w*|wash\w*|dressings?|daily|"
    r"times|twice|once|every|each|at home|yourself)\b"
)
"""Without one of these, what should be done is not for readers to do."""
_TAKEN_IN_MIND = pattern(r" (?:into (?:account|consideration)|in mind|to (?:include|mean|be|refer)|as (?:read|a|an))\b")
_NOT_TOLD = pattern(
    r"\b(?:may|might|will|could|would|not|there|if (?:it|they)|stitches|you|sometimes|often|usually|rarely|"
    r"occasionally|"
    r"always) $"
)
"""What happens, or may."""
_ASKED = pattern(r"\b(?:how (?:long|often|much|many|far)|whether|what|which|when|where) (?:\w+ ){1,3}$")
"""What a reader is to find out, no order: how long they should be left in."""
_DONE_BY_STAFF = pattern(
    r"\b(?:operation|surgery|scan|test|X-ray|procedure|check|check-up|injection|biopsy|vaccine)s? $"
)
_THINGS_OF_STAFF = pattern(
    r"\b(?:drips?|drains?|tubes?|catheters?|cannulas?|plaster|cast|clips|staples|stitches|sutures?|pins?|screws?|plates?|"
    r"stent|pacemaker)\b"
)
_TAKEN_OUT = pattern(r"\b(?:removed|changed|replaced|taken|flushed)$")
_BY_STAFF = pattern(
    r"\bby (?:a|an|your|the|our) (?:\w+ )?(?:doctor|nurse|surgeon|gp|pharmacist|specialist|dentist|midwife|team|staff|"
    r"physiotherapist|vet|optician|hospital|clinic)\b|\b(?:you|your child|your baby) (?:should|must|need|needs|have|"
    r"has) "
)


def _is_no_deed_of_readers(text: JudgedText, match: re.Match[str]) -> bool:
    """Nerves that should be spared, or what should be taken into account."""
    words = match.group().lower().split()
    if words[-1] == "done" and not _DONE_BY_READERS.search(text.sentence_at(match.start())):
        return True
    is_taken_off = words[-1] == "removed" and _READER_TAKES_OFF.search(text.sentence_at(match.start()))
    is_of_staff = "be" in words and words[-1] not in _READER_DOES and not is_taken_off
    return is_of_staff or bool(_TAKEN_IN_MIND.match(text.plain, match.end()))


def _is_taken_out_by_staff(text: JudgedText, match: re.Match[str]) -> bool:
    """A drip or a plaster that comes off; but who keeps a plaster dry is the reader."""
    sentence = text.sentence_at(match.start())
    return bool(_TAKEN_OUT.search(match.group()) and _THINGS_OF_STAFF.search(sentence))


_STAFF = (
    r"(?:doctors?|nurses?|surgeons?|gps?|pharmacists?|specialists?|dentists?|midwi(?:fe|ves)|teams?|staff|"
    r"physiotherapists?|"
    r"opticians?|consultants?|dietitians?|radiographers?|therapists?|anaesthetists?|anesthesiologists?|paramedics?|"
    r"health visitors?|carers?|technicians?|porters?|receptionists?|practitioners?|podiatrists?|audiologists?)"
)
_DONE_BY = pattern(
    rf"\b(?:will be|is|are|was|were|(?:may|can|might|must|should|could|would) be|be|been|"
    rf"being) (?:\w+ly )?{_PARTICIPLE}\b"
    rf"(?:(?![.!?;:,()]).){{0,60}}?\bby (?:(?:a|an|the|your|our|one of our|one of the|1 of our|another|specially|"
    rf"trained|"
    rf"\w+) ){{0,3}}{_STAFF}\b(?![- ](?:led|run))"
)
_A_LIST_OF_WHO = pattern(r"\b(?:prescribed|recommended|advised|approved|referred|trained|employed|supervised)\b")
"""What a reader has from staff: "the tablets prescribed by your doctor", "if advised by your GP"."""
_OTHERS_TOO = pattern(r",(?: (?:a|an|the|your|our))? [^,.;:!?]{3,40}(?:,[^,.;:!?]{3,40})* or \w")
_THIS = pattern(r"\s*(?:this|that|it)\b")


def _names_the_doer(text: JudgedText, match: re.Match[str]) -> bool:
    """What a reader has from staff; or what begins with the thing, as one of several people does it."""
    several = _OTHERS_TOO.match(text.plain, match.end()) and not _THIS.match(text.sentence_at(match.start()))
    return bool(several or _A_LIST_OF_WHO.search(match.group()))


_WHO_MUST = pattern(
    r"\b(?:(?:needs?|ha(?:ve|s)|ought) (?:\w+ )?to|should|must)(?: (?:also|always|then|first|still))* $"
)


_YOU_ARE = pattern(r"\byou (?:will |may |might |also )*(?:need|have) to $|\byou (?:must|should|will|can|may) $")
_CAN = pattern(r"(?:can|may|might|could) be\b")
_ON_CONDITION = pattern(
    r"\b(?:once|when|if|after|until|unless|before|as soon as|although|because) (?:you|it|they|this|your \w+) "
    r"(?:have |has |had |are |is |were |was )?(?:due to |going to |about to )?$"
)
"""What a passive is that tells no deed to come, but when something else may be done."""


def _with_who(match: re.Match[str]) -> str:
    """What to begin with: of what must be done by staff, whoever has to go there, who is the reader."""
    if _YOU_ARE.search(match.string[max(0, match.start() - 40) : match.start()]):
        return "begin with who: A nurse will check you."
    if _CAN.match(match.group()):
        return "begin with who: A nurse can check it."
    is_asked = match.group().lower().startswith(("must", "should"))
    if is_asked or _WHO_MUST.search(match.string[max(0, match.start() - 30) : match.start()]):
        return "tell the reader what to do, and with whom: See a doctor, Take your child to a nurse."
    return "begin with who: A nurse will check it."


_WHO_LAST = by_pattern(_DONE_BY, '"{}" says last who does it', _with_who, unless=_names_the_doer)


def _done_by(text: JudgedText) -> Iterator[Hit]:
    """Of what is only a condition, it is advice."""
    for hit in _WHO_LAST(text):
        start = hit.start or 0
        is_condition = _ON_CONDITION.search(text.plain[max(0, start - 40) : start])
        yield replace(hit, severity=Severity.NOTE) if is_condition else hit


RULES = (
    TextRule(
        code="HG231", severity=Severity.WARNING,
        in_text=where_said(_OTHERS, by_pattern(
            _ABOUT_READER, '"{}" speaks about the reader', 'say "you", or "If you have …," and what to do.',
            unless=any_of(in_sentence(_OTHER_PEOPLE), in_sentence(STUDY), before(_HOW_MANY, 20)),
        )),
        source="PEMAT-P item 21; NHS digital service manual, how we write: address the reader as you",
        why="Advice to people in general is taken for advice to somebody else.",
        remedy="Say “If you have …” and then what to do.",
        wrong=("People with asthma should avoid smoke.", "Anyone taking warfarin must carry a card.",
               "One should drink more water.", "Those who smoke are advised to stop.", "The person must keep still.",
               "People who take blood thinners should not fall.", "Smokers should stop before the operation."),
        right=("If you have asthma, avoid smoke.", "Some people with asthma feel the cold.",
               "Very few people with asthma need to diet.",
               "Anyone who helps you should wash their hands.", "People who live with you should be told.",
               "Keep 1 hand on the rail.", "Parents of ill children sleep badly."),
    ),
    TextRule(
        code="HG217", severity=Severity.WARNING,
        in_text=all_of(where_said("by", _done_by), where_said(_ORDERS, by_pattern(
            _PASSIVE_ORDER, '"{}" does not say who should do it', "begin with what to do: Take, Keep, Do not use.",
            unless=any_of(in_sentence(_BY_STAFF),
                          before(_DONE_BY_STAFF, 30), _is_taken_out_by_staff,
                          before(_NOT_TOLD, 14), before(_ASKED), _is_no_deed_of_readers),
        ))),
        advice="who did what, after once, if or when",
        advised=("Go home once you have been seen by a doctor.",),
        source="NHS digital service manual, active voice; PEMAT-P items 5 and 21",
        why="An order in the passive hides who must act: the reader waits for somebody to do it.",
        remedy="Begin with what to do.",
        wrong=("The tablets should be taken with food.", "Dressings must not be removed.",
               "Baclofen must not be stopped suddenly. Ask us first.",
               "The leg needs to be kept up.", "It is recommended that you rest.", "It is essential to drink.",
               "The plaster must be kept dry.", "Paracetamol may be taken every 4 hours.",
               "Your stitches will be taken out by the nurse.", "You are looked after by a team of nurses.",
               "The scan is read by a specialist.", "The exercises should be done twice a day.",
               "This can be done by your GP, diabetes nurse or podiatrist."),
        right=("Take the tablets with food.", "A nurse must look at the wound.", "You should be able to walk.",
               "Your dose may be changed.", "A bad nail sometimes needs to be removed.",
               "Your baby should be protected by your antibodies.", "Most colds are caused by a virus.",
               "Your feet should be checked by your GP, diabetes nurse or podiatrist.",
               "Take the tablets that are prescribed by your doctor.", "The ward is run by night.",
               "Stitches may need to be taken out.", "Check how long they should be left in the hair.",
               "The cause needs to be established.", "The nerve must be spared.",
               "Your wishes should be taken into account.", "The lump should be removed.",
               "There may be repeated fits.", "It should be kept in mind.",
               "The operation should be done in 2 weeks.", "The drip should be removed once you can drink.",
               "The stitches should be removed after 2 weeks.", "Tests need to be done in a safe laboratory.",
               "This should be taken to include carers."),
    ),
)  # fmt: skip
