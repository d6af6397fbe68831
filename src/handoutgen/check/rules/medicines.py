"""Medicines that harm when they are stopped suddenly, or that make a driver sleepy."""

from __future__ import annotations

from collections.abc import Iterator

from handoutgen.check.rules.matching import (
    any_of,
    before,
    by_pattern,
    first_unless_said,
    in_sentence,
    nearby,
    pattern,
    where_said,
)
from handoutgen.check.rules.reading import JudgedLeaflet, JudgedText
from handoutgen.check.rules.record import Example, Hit, TextRule
from handoutgen.content.kinds import KindName
from handoutgen.diagnostics import Severity

NEEDS_TAPERING = (
    r"(?:baclofen|prednisolone|prednisone|dexamethasone|(?:oral )?steroids?(?: tablets)?|antidepressants?|sertraline|"
    r"citalopram|escitalopram|paroxetine|venlafaxine|duloxetine|mirtazapine|amitriptyline|gabapentin|pregabalin|"
    r"diazepam|lorazepam|clonazepam|clobazam|benzodiazepines?|zopiclone|lamotrigine|carbamazepine|levetiracetam|"
    r"valproate|phenytoin|topiramate|epilepsy medicines?|propranolol|bisoprolol|atenolol|metoprolol|beta[- ]blockers?|"
    r"clonidine|tizanidine|levodopa|co-careldopa|co-beneldopa|morphine|oxycodone|tramadol|methadone|fentanyl|lithium|"
    r"clozapine|insulin|warfarin|apixaban|rivaroxaban|edoxaban|clopidogrel|blood thinners?|anticoagulants?)"
)
"""Medicines whose sudden end harms (BNF, "treatment cessation"; NHS medicines A to Z)."""
_ANY = (
    rf"(?:{NEEDS_TAPERING}|medicines?|medication|medications|tablets?|pills?|capsules?|antibiotics?|treatment|drugs?|"
    rf"course|prescription|"
    r"painkillers?|injections?|inhalers?|statins?|doses?)"
)
_STOP = pattern(
    rf"\b(?:stop(?! (?:smoking|drinking|exercis))|quit|cease|discontinue|come off|leave off|give up|drop|skip|"
    rf"throw away) (?:(?:taking|using|having) )?(?:the |your |this |these |all |any |all of |"
    rf"of )*(?:\w+ ){{0,2}}?(?:{_ANY}|it|them)\b"
)
_AS_AN_ORDER = pattern(
    r"(?:^|[.!?;:,•–-] |\b(?:you (?:can|may|should|must|could|will)|then|and|please|just|simply|safely|also|"
    r"it is (?:safe|fine|ok|okay) to|able to|free to|want to) (?:just |simply |then |also |safely )*)$"
)
_AT_ONCE = pattern(
    r"\b(?:suddenly|at once|straight ?away|immediately|abruptly|right away|overnight|cold turkey|whenever you (?:like|"
    r"want)|any ?time|(?:when|if|once|as soon as|after) (?:you|your|the|it|they|symptoms)(?:['’]re|"
    r"['’]ve)? (?:\w+ ){0,3}?(?:better|well|fine|ok|okay|gone|goes?|ease|eases|improve[sd]?|settle[sd]?|clears?|"
    r"recovered|sick|dizzy|sleepy|side effects?))\b"
)
_NAMED = pattern(rf"\b{NEEDS_TAPERING}\b")
_ADVICE = pattern(
    r"\b(?:ask|speak|talk|tell|call|contact|see|consult|check|advice|advised?|agreed?|told|tells?|says?|phone|ring|"
    r"get help|go to|unless|without (?:talking|asking|speaking)|instructions?|supervis\w+|discuss|come back|letter)\b"
)
_NOT_STOP = pattern(
    r"\b(?:do not|don['’]t|never|not|cannot|can['’]t|shouldn['’]t|without|before you|if you|how to|when to|"
    r"whether to)\W+(?:\w+ ){0,3}$"
)
_SKIN_ONLY = pattern(
    r"\b(?:cream|gel|lotion|ointment|spray|moisturiser|emollient|shampoo|drops|patch|nicotine|gum|products?|soap|"
    r"powder)s?\b"
)
_HOW_TO_STOP = pattern(
    r"\b(?:do not|don['’]t|never|not|cannot|without|before you|if you want to|want to|"
    r"rather than)(?:(?![.!?]).){0,60}\b(?:stop|come off|run out|skip)"
    r"|\bstopp(?:ing|ed)\b(?:(?![.!?]).){0,60}\b(?:sudden|too (?:fast|quickly)|danger|harm|withdraw|fits|unwell|"
    r"symptoms)"
    r"|\b(?:reduc|lower|taper|wean|come off)\w*\b(?:(?![.!?]).){0,40}\b(?:slowly|gradual|bit by bit|over (?:\d+|"
    r"several|a few))"
)
_SLEEPY = pattern(
    r"\b(?:make|makes|making|made|cause|causes|causing|leave|leaves|feel|feeling|be|become|becoming|get|getting|are|"
    r"is|with|include|includes|are:) (?:(?![.!?;]).){0,30}?\b(?:sleepy|sleepiness|drowsy|drowsiness|sedat(?:ed|ion)|"
    r"slow to react)\b"
)
_OF_A_MEDICINE = pattern(
    rf"\b(?:{_ANY}|antihistamines?|syrups?|linctus|patch(?:es)?|side effects?|codeine|opioids?|sedatives?|anaesthetic|"
    rf"anesthetic|muscle relaxants?|sleeping|"
    r"chlorphen\w+|cetirizine|promethazine|cyclizine|nytol|piriton|travel sickness|dose|they|it)\b"
)
_NOT_SLEEPY = pattern(
    r"\b(?:non-drowsy|not (?:normally |usually |make |cause )?(?:make )?(?:you |people )?(?:feel )?(?:sleepy|drowsy)|"
    r"less (?:likely|drowsy|sleepy)|do(?:es)? not|don['’]t|doesn['’]t|baby|babies|child|children|newborn|"
    r"alcohol alone|driv\w+|before bed|when you feel|if you feel)\b"
)
_DRIVING = pattern(r"\b(?:driv(?:e|es|er|ing)|machine(?:s|ry)?|at the wheel|behind the wheel)\b")


def _names_what_must_be_tapered(read: JudgedLeaflet) -> Iterator[Hit]:
    """The first place where the leaflet offers such a medicine."""
    if _HOW_TO_STOP.search(read.whole):
        return
    for text in read.texts:
        match = _NAMED.search(text.plain) if _offers(text, read) else None
        if match:
            message = f'the leaflet says nowhere not to stop "{match.group()}" suddenly'
            hint = "add: Do not stop it suddenly. Ask your doctor, nurse or pharmacist first."
            yield Hit(*match.span(), message, hint, path=text.path)
            return


def _offers(text: JudgedText, read: JudgedLeaflet) -> bool:
    if read.leaflet.kind is KindName.MEDICINE and text.path[0] in ("title", "subtitle", "main_message"):
        return True
    return text.path[:2] == ("management", "strategies") and text.path[3] in ("title", "brief", "short", "what")


RULES = (
    TextRule(
        code="HG155", severity=Severity.ERROR,
        in_text=where_said("stop quit cease discontinue come leave give drop skip throw", by_pattern(
            _STOP, '"{}" lets a reader stop a medicine without advice',
            "say whom to ask first, or: Do not stop it suddenly.",
            unless=any_of(
                lambda text, match: not before(_AS_AN_ORDER, 60)(text, match),
                before(_NOT_STOP, 60), nearby(_ADVICE), in_sentence(_SKIN_ONLY),
                lambda text, match: not (_AT_ONCE.search(text.sentence_at(match.start()))
                                         or _NAMED.search(text.sentence_at(match.start()))),
                lambda text, match: match.group().split()[-1].lower() in ("it", "them")
                and not pattern(rf"\b{_ANY}\b").search(text.around(match.start()).replace(match.group(), "")),
            ),
        )),
        in_leaflet=_names_what_must_be_tapered,
        source="BNF, treatment cessation; NHS medicines A to Z; NICE NG215, medicines associated with withdrawal",
        why="Stopping some medicines suddenly causes fits, strokes or collapse; an infection that is half "
            "treated returns.",
        remedy="Say whom to ask first, and not to stop suddenly.",
        wrong=("Stop taking your tablets when you feel better.", "You can stop the medicine at once.",
               "If you feel dizzy, stop baclofen.", "Just stop your steroids if you feel sick.",
               Example(keys={"management": {"strategies": [{
                   "id": "baclofen", "title": "Baclofen tablets", "icon": "medicines", "short": "Baclofen",
                   "brief": "Take your tablets.", "what": "A muscle relaxant.", "how": [{"steps": ["Take it."]}],
               }]}})),
        right=("Do not stop taking your tablets when you feel better.",
               "Stop taking it and call 111 if you feel dizzy.",
               "Stop taking ibuprofen if your stomach hurts.", "Stop smoking.", "Stop using the cream if it stings.",
               "Ask your doctor. Stop the tablets only if they say so.",
               Example(keys={"management": {"strategies": [{
                   "id": "baclofen", "title": "Baclofen tablets", "icon": "medicines", "short": "Baclofen",
                   "brief": "Take your tablets.", "what": "A muscle relaxant. Never stop it suddenly.",
                   "how": [{"steps": ["Take it."]}],
               }]}})),
    ),
    TextRule(
        code="HG156", severity=Severity.ERROR,
        in_leaflet=first_unless_said(
            where_said("sleepy sleepiness drowsy drowsiness sedated sedation slow", by_pattern(
                _SLEEPY, '"{}", and the leaflet says nothing of driving',
                "add: Do not drive or use machines if you feel sleepy.",
                unless=any_of(in_sentence(_NOT_SLEEPY),
                              lambda text, match: not _OF_A_MEDICINE.search(text.sentence_at(match.start()))
                              or bool(text.help_level)),
            )),
            _DRIVING,
        ),
        source="GOV.UK, drugs and driving: the law; MHRA, warnings on medicines that can make you drowsy",
        why="People drive on medicines that slow them down, and nobody has told them.",
        remedy="Say not to drive or use machines when the medicine makes them sleepy.",
        wrong=("This medicine can make you sleepy.", "Side effects include drowsiness.",
               "The syrup makes some people sleepy.", "Antihistamines may cause drowsiness."),
        right=("This medicine can make you sleepy. Do not drive if it does.", "Try a non-drowsy antihistamine.",
               "Go to bed when you feel sleepy.", "Call us if your baby is drowsy."),
    ),
)  # fmt: skip
