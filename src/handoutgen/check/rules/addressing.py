"""Texts that speak about the reader instead of to them, or hide who should do what."""

from __future__ import annotations

import re

from handoutgen.check.rules.matching import all_of, any_of, before, by_pattern, in_sentence, pattern, where_said
from handoutgen.check.rules.reading import JudgedText
from handoutgen.check.rules.record import Example, TextRule
from handoutgen.diagnostics import Severity

_MUST = (
    r"(?:should|must|ought to|need(?:s|ed)? to|ha(?:ve|s) to|(?:is|are|will be) (?:advised|asked|required|requested|"
    r"recommended|encouraged|expected|reminded|told|instructed|warned|invited|urged)|(?:may|might) (?:wish|want|"
    r"need) to|can expect|is to|are to|will (?:need|have|be (?:given|offered|able|contacted|seen))|shall)"
)
_WHO = (
    r"(?:(?:people|persons?|adults|those|anyone|everyone|somebody|someone|women|men) (?:with|who|whose|taking|on|"
    r"having|living|affected|suffering|diagnosed|undergoing|using|recovering)\b(?:(?![.!?;:]).){1,60}?"
    r"|the (?:person|client|service user|user|reader|recipient|individual)"
    r"|smokers|parents|mothers|drivers|wearers|one|those affected|service users|clients|attendees|recipients|"
    r"participants) "
)
_NAMES = (
    "patient patients patient's service user users sufferer sufferers sufferer's individual individuals "
    "individual's user's"
)
_OTHERS = (
    "people person persons adults those anyone everyone somebody someone women men client user reader recipient "
    "individual one users clients attendees recipients smokers parents mothers drivers wearers participants"
)
_PATIENTS = pattern(
    r"\b(?:(?:the|all|most|some|our|many|any|a|an|each|every|such|these|those|female|male|adult|elderly|older|"
    r"diabetic|affected|new|few|individual) )*(?:patients?|service users?|sufferers?|individuals?)\b"
    r"(?!['’]?s?\s+(?:association|"
    r"transport|advice|information|liaison|leaflet|experience|safety|records?|portal|groups?|held|support|line|"
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
_NEEDS = pattern(r" needs? (?!to\b|a\b|an\b|the\b|more\b|help\b)")
_IN_GENERAL = pattern(r"(?:most|many|some|few|all)\b")
_A_GROUP = pattern(r"(?:\w+ )*(?:older|elderly|young|younger|adult|female|male) \w+s\b")
_PART_OF = pattern(
    r"\b(?:thirds?|quarters?|fifths?|tenths?|half|halves|majority|minority|proportion|percentage|share|group) of "
    r"(?:\w+ ){0,2}$"
)
_WHO_HAS = pattern(r" (?:with|who (?:have|has|had)) (?!(?:any|this|these|your|our)\b)\w")
_TOLD_WHAT_TO_DO = pattern(rf"[^.!?;:]*\b(?:{_MUST}|can|may)\b")


def _is_no_person(text: JudgedText, match: re.Match[str]) -> bool:
    """One “patient” or “individual” before a noun: patient consent, an individual plan, or the address of a title,
    “for patients”."""
    word = match.group().split()[-1].lower()
    if "title" in text.path and word == "patients":
        ends = not text.plain[match.end() :].strip(" .:")
        return ends and text.plain[: match.start()].lower().endswith("for ")
    if word == "individual" and (_MANY.match(match.group()) or _NEEDS.match(text.plain, match.end())):
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


_OTHER_PATIENTS = pattern(r"\b(?:(?:other|fellow|expert|number of) |(?:in|out|day)-)$")
_A_NUMBER_OF = pattern(
    r"\b(?:\d[\d,]* (?:in|out of|of)(?: every)? \d[\d,]*|\d+(?:\.\d+)? ?(?:%|per ?cent) of|half of|(?:a|"
    r"one) (?:third|quarter) of|"
    r"(?:\d{2,}|thousands of|hundreds of)(?: \w+)?) (?:all |the |our |these )*$"
)
"""A statistic about others."""
_BE_PATIENT = pattern(r"\b(?:be|is|are|being|stay|staying|remain|very|so|more) $")
_I_SIGN = pattern(
    r"\bI (?:certify|confirm|declare|have (?:explained|answered|discussed))\b|"
    r"\b(?:cannot|unable to) sign\b"
)
"""What staff sign of whoever reads, or somebody else for them."""
_STUDY = pattern(r"\b(?:stud(?:y|ies|ied)|trials?|research(?:ers)?|surveys?|evidence|register|took part)\b")
_ABOUT_READER = pattern(rf"\b{_WHO}{_MUST}\b")
_OTHER_PEOPLE = pattern(
    r"\b(?:people|anyone|everyone|those|someone|somebody|person) (?:who|with whom) (?:you|takes? you|brings? you|"
    r"lives? with|helps?|cares? for|looks? after|shares?|comes?|visits?|stays?|drives?|is with|are with|you live)|"
    r"\bhow (?:someone|people)\b|\bthan people\b"
)
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
_TAKEN_IN_MIND = pattern(r" (?:into (?:account|consideration)|in mind)\b")
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


RULES = (
    TextRule(
        code="HG207", severity=Severity.WARNING,
        in_text=where_said(_NAMES, by_pattern(
            _PATIENTS, _about_whom, _to_reader,
            unless=any_of(before(_OTHER_PATIENTS, 20), before(_A_NUMBER_OF), before(_BE_PATIENT, 12),
                          in_sentence(_STUDY), in_sentence(_I_SIGN), _is_no_person),
        )),
        source="PEMAT-P item 21; NHS digital service manual, how we write: address the reader as you",
        why="Who reads about patients does not see that they are meant, and does not act.",
        remedy="Say you, or begin with what to do; call others people.",
        wrong=("Patients should rest.", "The patient is asked to fast.", "Sufferers may find heat helps.",
               "Some individuals feel sick.", "It helps if the patient keeps still.", "Tell us, as all patients do.",
               "This is for patients who have had a stroke.", "It depends on each individual patient."),
        right=("You should rest, as other patients do.", "Ask about patient transport.", "Be patient with yourself.",
               "Go to the outpatient clinic.", "In 1 study, patients slept better.", "It helps 20 in 100 patients.",
               "About half of all patients feel sick.", "Call the patient advice line.",
               "Read the patient instructions.", "Patient consent", "Your care follows an individual plan.",
               "It suits individual needs and these individual foods.",
               "I have explained the operation to the patient.",
               Example(keys={"title": "Medicines for patients"}),
               "Patient name: write it here."),
    ),
    TextRule(
        code="HG231", severity=Severity.WARNING,
        in_text=where_said(_OTHERS, by_pattern(
            _ABOUT_READER, '"{}" speaks about the reader', 'say "you", or "If you have …," and what to do.',
            unless=any_of(in_sentence(_OTHER_PEOPLE), in_sentence(_STUDY)),
        )),
        source="PEMAT-P item 21; NHS digital service manual, how we write: address the reader as you",
        why="Advice to people in general is taken for advice to somebody else.",
        remedy="Say “If you have …” and then what to do.",
        wrong=("People with asthma should avoid smoke.", "Anyone taking warfarin must carry a card.",
               "One should drink more water.", "Those who smoke are advised to stop.", "The person must keep still.",
               "People who take blood thinners should not fall.", "Smokers should stop before the operation."),
        right=("If you have asthma, avoid smoke.", "Some people with asthma feel the cold.",
               "Anyone who helps you should wash their hands.", "People who live with you should be told.",
               "Keep 1 hand on the rail.", "Parents of ill children sleep badly."),
    ),
    TextRule(
        code="HG217", severity=Severity.WARNING,
        in_text=all_of(where_said("by", by_pattern(
            _DONE_BY, '"{}" says last who does it', "begin with who: A nurse will check it.",
            unless=_names_the_doer,
        )), where_said(_ORDERS, by_pattern(
            _PASSIVE_ORDER, '"{}" does not say who should do it', "begin with what to do: Take, Keep, Do not use.",
            unless=any_of(in_sentence(_BY_STAFF),
                          before(_DONE_BY_STAFF, 30), _is_taken_out_by_staff,
                          before(_NOT_TOLD, 14), before(_ASKED), _is_no_deed_of_readers),
        ))),
        source="NHS digital service manual, active voice; PEMAT-P items 5 and 21",
        why="An order in the passive hides who must act: the reader waits for somebody to do it.",
        remedy="Begin with what to do.",
        wrong=("The tablets should be taken with food.", "Dressings must not be removed.",
               "Baclofen must not be stopped suddenly. Ask us first.",
               "The leg needs to be kept up.", "It is recommended that you rest.", "It is essential to drink.",
               "The plaster must be kept dry.", "Paracetamol may be taken every 4 hours.",
               "Your stitches will be taken out by the nurse.", "You are looked after by a team of nurses.",
               "The scan is read by a specialist.", "This can be done by your GP, diabetes nurse or podiatrist."),
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
               "The stitches should be removed after 2 weeks."),
    ),
)  # fmt: skip
