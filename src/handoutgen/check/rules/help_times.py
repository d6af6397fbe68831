"""When to get help: times and amounts that every reader takes in another way."""

from __future__ import annotations

import re

from handoutgen.check.rules.matching import all_of, any_of, by_pattern, in_sentence, pattern, where, where_said
from handoutgen.check.rules.reading import JudgedText
from handoutgen.check.rules.record import Example, TextRule
from handoutgen.diagnostics import Severity

_VAGUE = pattern(
    r"(?<!as )(?<!too )(?<!as )\bsoon\b(?! (?:after|before|enough|as|become|go|get|find|feel))"
    r"|\b(?:shortly(?! (?:after|before))|promptly|in due course|before (?:too )?long|at some (?:point|stage)|"
    r"eventually|in good time|at your (?:earliest )?convenience|when (?:convenient|you get a chance|you can|possible)|"
    r"within a reasonable time|without (?:too much )?delay|sooner rather than later|timely)\b"
    r"|\b(?:symptoms?|pain|fever|bleeding|it|problems?|this|these|they|signs?|cough|swelling|temperature|vomiting|"
    r"diarrhoea) (?:that |which )?(?:still )?(?:persists?|continues?|lingers?|drags? on)\b"
    r"|\b(?:goes|go|lasts?|carries) on too long\b|\blasts? too long\b|\bpersist(?:ent|ently|ing)\b|\bprolonged\b"
    r"|\bfor (?:a long time|too long|some time|a while|ages|longer than (?:usual|normal|expected))\b|\b(?:after|"
    r"in) (?:a while|some time)\b"
    r"|\b(?:gets?|getting|becomes?|is|are|feels?|looks?|seems?|turns?|goes) (?:too |very |really |so |quite |pretty |"
    r"that )?bad\b(?! (?:for|breath|enough that|that|it|you|they|your))"
    r"|\b(?:gets?|becomes?|is) (?:too much|out of hand|serious|worrying|unbearable)\b|\b(?:if|when) (?:it is |"
    r"it's )?(?:serious|severe)\b"
    r"|\bif (?:very |really |too )?bad\b|\b(?:too much|excessive|heavy|unusual|abnormal) (?:pain|discomfort)\b"
    r"|\b(?:excessive(?:ly)?|abnormal(?:ly)?)\b"
)
_STAFF_WILL = pattern(
    r"\bcome (?:back|in)\b|\b(?:we|(?:the|your|our|a) (?:\w+ )?(?:doctor|nurse|clinic|team|ward|hospital|surgery|gp|"
    r"pharmacist|midwife|"
    r"dietitian|"
    r"physiotherapist|specialist|secretary|office|consultant|surgeon|lab)|someone|somebody|staff|they) (?:will|[’']ll|"
    r"should) (?:\w+ ){0,4}?(?:ring|call|phone|write|contact|text|email|send|see|visit|tell|let|be in touch|"
    r"get in touch|"
    r"get back|arrange|book)\b"
    r"|\b(?:results?|letter|appointment|date) (?:will|should) (?:\w+ ){0,2}?(?:come|arrive|be ready|be sent|follow)\b"
    r"|\byou (?:will|should) (?:\w+ )?(?:hear|get|have|receive) (?:\w+ ){0,4}?(?:from us|results?|letter|appointment|"
    r"call)\b"
)
"""What a reader waits for."""
_WAIT = pattern(
    r"\b(?:wait|leave (?:it|them|the \w+(?: on| in| off| alone)?)|rest|pause|stay (?:off|away|in|still)|avoid \w+|"
    r"do not \w+(?: \w+){0,2}) (?:for )?"
    r"(?:quite )?(?:a (?:short |little )?(?:while|time)|a bit|some time|a few moments|a moment or two|"
    r"long enough)\b"
    r"(?! (?:ago|each|every))"
)
_NOTHING_HANGS_ON_IT = pattern(
    r"\b(?:do not wait|rest (?:for )?a (?:while|bit)(?! before)|you (?:may|might|can) (?:have to |need to )?wait)\b"
)
_WHEN_CUES = "soon shortly course long point stage eventually while time future"
_CUES = (
    "bit moments moment time "
    "soon shortly promptly course long point stage eventually time convenience convenient can chance possible "
    "delay sooner timely persist persists persistent persistently persisting continue continues linger lingers "
    "drag drags prolonged while ages longer bad much hand serious worrying unbearable severe excessive "
    "excessively abnormal abnormally heavy unusual lot necessary needed required appropriate need things"
)
_WHEN = pattern(
    r"(?<!as )(?<!too )(?:\bsoon\b(?! (?:after|before|enough|as))|\b(?:shortly(?! (?:after|before))|in due course|"
    r"before (?:too )?"
    r"long|at some (?:point|stage)|eventually|in (?:a while|good time|the near future))\b)"
)
_IF_NEEDED = pattern(
    r"\bif (?:necessary|needed|required|appropriate|need be|things (?:get|go|turn) \w+|"
    r"you (?:really )?(?:feel )?need (?:it|to(?! \w)))\b"
)
_HOW_LONG = pattern(
    r"\b(?:\d+|one|two|three|four|five|six|seven|half an?|an?) (?:or more |to \d+ )?(?:minutes?|hours?|days?|weeks?|"
    r"months?|years?|nights?)\b|\b\d+ ?(?:C|°)"
    r"|\b(?:for example|such as)\b|\b(?:get rid of|will not go|(?:won|does ?n)['’]t go) (?:it|them|away)\b"
    r"|\b(?:today|tonight|tomorrow|same day|at once|now|straight away|immediately|within)\b"
)
_HELP = (
    r"(?:doctors?|gp|gps|surgery|nurses?|pharmacists?|clinic|us|team|hospital|111|999|911|A&E|help|advice|dentist|"
    r"midwife|specialist|ward|optician|ambulance|attention|department|physio(?:therapist)?|practice|"
    r"healthcare professionals?|providers?|clinicians?|physicians?|care|team)"
)
_GET_HELP = pattern(
    rf"\b(?:see|call|contact|ring|phone|speak (?:to|with)|talk to|ask|tell|visit|go to|go back to|get|seek|consult|"
    rf"return to|make an appointment with|book (?:an appointment|in) with|come (?:back )?to|let|report (?:\w+ )?to|"
    rf"inform|notify) (?:(?![.!?;:]).){{0,40}}?\b{_HELP}\b"
)


def _tells_when(text: JudgedText) -> bool:
    return bool(text.help_level) or text.stands_under("stop_if", "ask_first")


def _is_urgent(text: JudgedText) -> bool:
    return _tells_when(text) and text.help_level != "routine"


def _is_routine(text: JudgedText) -> bool:
    return text.help_level == "routine"


def _is_elsewhere(text: JudgedText) -> bool:
    return not _tells_when(text)


def _asks_no_help(text: JudgedText, match: re.Match[str]) -> bool:
    return not _GET_HELP.search(text.sentence_at(match.start()))


def _keeps_nobody_waiting(text: JudgedText, match: re.Match[str]) -> bool:
    sentence = text.sentence_at(match.start())
    return bool(_GET_HELP.search(sentence)) or not _STAFF_WILL.search(sentence)


_UNLESS_TOLD = in_sentence(_HOW_LONG)
_HINT = "say how long, how much or by when: for more than 3 days, within 24 hours, so that you cannot sleep."
_HINT_OF_SIGNS = (
    "say how long, or how much by what readers notice: for more than 3 days, more than usual, so that you cannot sleep."
)
_SAID = '"{}" means another thing to each reader'

RULES = (
    TextRule(
        code="HG153", severity=Severity.ERROR,
        in_text=where_said(_CUES, all_of(
            where(_is_urgent, by_pattern(_VAGUE, _SAID, _HINT_OF_SIGNS, _UNLESS_TOLD)),
            where(_is_routine, by_pattern(_VAGUE, _SAID, _HINT_OF_SIGNS, _UNLESS_TOLD, Severity.WARNING)),
        )),
        source="NHS digital service manual, urgent and emergency callouts; NICE NG5, safety-netting",
        why="One reader waits a day, another a month: help comes too late.",
        remedy="Say how long, how much or by when.",
        wrong=(Example(keys={"help": {"urgent": {"signs": ["pain that gets bad"]}}}),
               Example(keys={"help": {"urgent": {"signs": ["a persistent cough"]}}}),
               Example(keys={"help": {"urgent": {"signs": ["a rash"], "action": "Come back soon."}}})),
        right=(Example(keys={"help": {"urgent": {"signs": ["pain that keeps you awake"]}}}),
               Example(keys={"help": {"urgent": {"signs": ["pain that is so bad it wakes you"]}}}),
               Example(keys={"help": {"urgent": {"signs": ["a cough for more than 3 weeks"]}}}),
               Example(keys={"help": {"urgent": {"signs": ["your cough is very bad, such as all night"]}}}),
               Example(keys={"help": {"urgent": {"signs": ["persistent piles and you cannot get rid of them"]}}}),
               Example(keys={"help": {"urgent": {"signs": ["a rash soon after a new medicine"]}}})),
    ),
    TextRule(
        code="HG154", severity=Severity.WARNING,
        in_text=where_said(_CUES, where(_is_elsewhere, all_of(
            by_pattern(_VAGUE, _SAID, _HINT, any_of(_asks_no_help, _UNLESS_TOLD)),
            by_pattern(_IF_NEEDED, _SAID, _HINT, any_of(_asks_no_help, _UNLESS_TOLD)),
            where_said(_WHEN_CUES, by_pattern(
                _WHEN, _SAID, _HINT, any_of(_keeps_nobody_waiting, _UNLESS_TOLD))),
            where_said("while time bit moments moment enough", by_pattern(
                _WAIT, _SAID, _HINT, any_of(in_sentence(_NOTHING_HANGS_ON_IT), _UNLESS_TOLD))),
        ))),
        source="NHS digital service manual, urgent and emergency callouts; NICE NG5, safety-netting",
        why="One reader waits a day, another a month: help comes too late.",
        remedy="Say how long, how much or by when.",
        wrong=("See your GP soon.", "Call us if it gets bad.", "Ask your doctor if symptoms persist.",
               "Tell your clinician promptly about sores.", "Seek care promptly.",
               "Speak to a nurse if the pain is really bad.", "Contact the clinic if necessary.",
               "We will write to you in due course.", "Your results should come shortly.",
               "Leave the cream on for some time.", "Wait a bit before you drive.",
               "Call us if you need to."),
        right=("See your GP within 2 days.", "Call us if you need to change the day.",
               "Call us if the pain stops you sleeping.", "You will soon feel better.",
               "We will write to you within 2 weeks.", "Wait 30 minutes before you drive.",
               "You may have to wait a while.",
               "Rest for a while if you are tired.",
               "Call us as soon as you can.", "Ask your doctor if it lasts more than 3 weeks."),
    ),
)  # fmt: skip
