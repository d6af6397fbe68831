"""Medicines that harm when they are stopped suddenly, or that make a driver sleepy."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handoutgen.check.rules.matching import (
    all_of,
    any_of,
    before,
    by_pattern,
    first_unless_said,
    in_sentence,
    nearby,
    pattern,
    where_said,
)
from handoutgen.check.rules.medicine_names import NEEDS_TAPERING, SEDATING
from handoutgen.check.rules.reading import JudgedLeaflet, JudgedText
from handoutgen.check.rules.record import Example, Hit, TextRule
from handoutgen.content.kinds import KindName
from handoutgen.diagnostics import Severity

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
_NO_LONGER_NEEDED = pattern(
    rf"\b(?:you (?:do not|don['’]t|will not|won['’]t|no longer|can do without)|there is no) (?:need (?:to (?:keep |"
    rf"go on |"
    rf"carry on |continue |be )*(?:taking|take|using|use|on) |for )?)?(?:(?:the|your|this|these|"
    rf"any) )?(?:\w+ ){{0,2}}?{_ANY}"
    rf"(?: (?:tablets?|pills?|capsules?|medicines?|injections?|doses?|treatment))?"
    rf"(?P<over> (?:any ?more|any longer|now|at all))?(?![\w-])"
)
"""The end of a medicine told as a fact."""
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
_WHEN_BETTER = pattern(
    r"\b(?:when|if|once|as soon as|after|now that|because) (?:you|your|the|it|"
    r"they)\b(?:(?![.!?]).){1,40}\b(?:stopp?ed|gone|"
    r"normal|better|well|over|cured|fine|under control)\b"
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
_MISSED = pattern(
    r"\b(?:missed|forg[eo]t\w*|remember|next (?:\w+ )?(?:is |are )?due|time for (?:the|your) next|next (?:dose|one|"
    r"tablet))\b"
)
"""One dose that is left out, and the next taken as ever."""
_MAY_END = pattern(r"\b(?:painkillers?|paracetamol|ibuprofen|antihistamines?|laxatives?|antacids?|anti-sickness)\b")
_UNADVISED = '"{}" lets a reader stop a medicine without advice'
_ASK_FIRST = "say whom to ask first, or: Do not stop it suddenly."
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
    r"slow to react)\b|\bside effects?\b(?:(?![.!?]).){0,40}?\b(?:drowsiness|sleepiness)\b|\b(?:drowsiness|"
    r"sleepiness) (?:is|"
    r"are|may|can|happens)\b(?:(?![.!?;]).){0,20}?\bwith\b"
)
_OF_A_MEDICINE = pattern(
    rf"\b(?:{_ANY}|{SEDATING}|syrups?|linctus|patch(?:es)?|side effects?|anaesthetic|anesthetic|sleeping|"
    r"travel sickness|dose|they|it)\b"
)
_NOT_SLEEPY = pattern(
    r"\b(?:non-drowsy|not (?:normally |usually |make |cause )?(?:make )?(?:you |people )?(?:feel )?(?:sleepy|drowsy)|"
    r"less (?:likely|drowsy|sleepy)|do(?:es)? not|don['’]t|doesn['’]t|baby|babies|child|children|newborn|"
    r"alcohol alone|driv\w+|when you feel|if you feel)\b"
)
_BEFORE_BED = pattern(r"\b(?:before|at|to|until) bed(?:time)?\b")
_SEDATING = pattern(rf"\b{SEDATING}\b")
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


def _is_of_no_medicine(text: JudgedText, match: re.Match[str]) -> bool:
    """Whether sleep is meant, or a sign for help, and no effect of a medicine."""
    sentence = text.sentence_at(match.start())
    asleep = _BEFORE_BED.search(sentence) and not _SEDATING.search(sentence)
    return bool(asleep or text.help_level or not _OF_A_MEDICINE.search(sentence))


def _is_no_end(text: JudgedText, match: re.Match[str]) -> bool:
    """Whether it is about a medicine that may end at any time, or that nobody has begun."""
    sentence = text.sentence_at(match.start())
    if not match.group("over") and "no longer" not in match.group():
        return True
    return not (_NAMED.search(sentence) or _AT_ONCE.search(sentence) or _WHEN_BETTER.search(sentence))


RULES = (
    TextRule(
        code="HG155", severity=Severity.ERROR,
        in_text=all_of(
            where_said("stop quit cease discontinue come leave give drop skip throw", by_pattern(
                _STOP, _UNADVISED, _ASK_FIRST,
                unless=any_of(
                    lambda text, match: not before(_AS_AN_ORDER, 60)(text, match),
                    before(_NOT_STOP, 60), nearby(_ADVICE), in_sentence(_SKIN_ONLY), in_sentence(_MISSED),
                    lambda text, match: not (_AT_ONCE.search(text.sentence_at(match.start()))
                                             or _NAMED.search(text.sentence_at(match.start()))),
                    lambda text, match: match.group().split()[-1].lower() in ("it", "them")
                    and not pattern(rf"\b{_ANY}\b").search(text.around(match.start()).replace(match.group(), "")),
                ),
            )),
            where_said("longer more now without", by_pattern(
                _NO_LONGER_NEEDED, _UNADVISED, _ASK_FIRST,
                unless=any_of(nearby(_ADVICE), in_sentence(_SKIN_ONLY), in_sentence(_MAY_END), _is_no_end),
            )),
        ),
        in_leaflet=_names_what_must_be_tapered,
        source="BNF, treatment cessation; NHS medicines A to Z; NICE NG215, medicines associated with withdrawal",
        why="Stopping some medicines suddenly causes fits, strokes or collapse; an infection that is half "
            "treated returns.",
        remedy="Say whom to ask first, and not to stop suddenly.",
        wrong=("Stop taking your tablets when you feel better.", "You can stop the medicine at once.",
               "If you feel dizzy, stop baclofen.",
               "Once your blood pressure is normal, you no longer need your tablets.",
               "You do not need sertraline any more if your mood is better.",
               "Just stop your steroids if you feel sick.",
               Example(keys={"management": {"strategies": [{
                   "id": "baclofen", "title": "Baclofen tablets", "icon": "medicines", "short": "Baclofen",
                   "brief": "Take your tablets.", "what": "A muscle relaxant.", "how": [{"steps": ["Take it."]}],
               }]}})),
        right=("Do not stop taking your tablets when you feel better.",
               "You do not need antibiotics for a cold.",
               "If the next dose of insulin is due, skip the missed dose.",
               "Your tests are done, so you no longer need the clinic.",
               "You no longer need painkillers once the pain has gone.",
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
                unless=any_of(in_sentence(_NOT_SLEEPY), _is_of_no_medicine),
            )),
            _DRIVING,
        ),
        source="GOV.UK, drugs and driving: the law; MHRA, warnings on medicines that can make you drowsy",
        why="People drive on medicines that slow them down, and nobody has told them.",
        remedy="Say not to drive or use machines when the medicine makes them sleepy.",
        wrong=("This medicine can make you sleepy.", "Sleepiness is common with pregabalin.",
               "Promethazine makes most people drowsy.",
               "Take mirtazapine at bedtime, as it can make you sleepy.", "Side effects include drowsiness.",
               "The syrup makes some people sleepy.", "Antihistamines may cause drowsiness."),
        right=("This medicine can make you sleepy. Do not drive if it does.", "Try a non-drowsy antihistamine.",
               "Go to bed when you feel sleepy.", "Call us if your baby is drowsy."),
    ),
)  # fmt: skip
