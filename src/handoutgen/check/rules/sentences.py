"""Sentences that a reader must turn round or take apart to follow: two negatives, several actions in one step."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handoutgen.check.rules.matching import by_pattern, in_sentence, pattern, where_said
from handoutgen.check.rules.reading import JudgedText
from handoutgen.check.rules.record import Example, Hit, TextRule
from handoutgen.diagnostics import Severity

_NEGATIVES = "not never no nobody none nothing unless avoid cannot can't don't one stop prevent"
_TWO_NEGATIVES = pattern(
    r"\bnot (?:un(?!til|der|less|iversal|ion|ited|ique|it|cle)\w{3,}|in(?:frequent|significant|accurate|appropriate|"
    r"correct|effective|adequate|conceivable|considerable|consistent|eligible|evitable|visible|valid|capable)\w*|"
    r"im(?:possible|probable|proper|mobile)\w*|ir(?:regular|relevant)\w*|dis(?:similar|advantage|continue|like)\w*|"
    r"without (?:risks?|side effects?|problems?|danger|pain|difficult\w+|its)|never|none|only if (?:you|it|"
    r"the \w+) (?:is|are|do|does|has|have) not|abnormal\w*|atypical)\b"
    r"|\b(?:do not|don['’]t|must not|should not|never|cannot|can['’]t) (?:fail|hesitate|omit|neglect|refrain|abstain|"
    r"not|be unwilling)\b"
    r"|\b(?:do not|don['’]t|must not|should not|never) (?:avoid|exclude|prevent|deny)\b"
    r"|\b(?:no|never|not|nobody|nothing|none)\b(?:(?![.!?;:,–]).){1,50}?\bunless\b(?:(?![.!?;:]).){1,40}?\b(?:not|"
    r"never|no longer|cannot|isn['’]t|aren['’]t|don['’]t|haven['’]t|hasn['’]t)\b"
    r"|\bunless\b(?:(?![.!?;:,]).){1,50}?\b(?:not|never|cannot|isn['’]t|aren['’]t|don['’]t|haven['’]t|"
    r"hasn['’]t)\b(?:(?![.!?;:]).){1,50}?,(?:(?![.!?;:]).){1,30}?\b(?:not|never|no)\b"
    r"|\b(?:nobody|no one|nothing|none|no (?:patients?|people|person)) (?:\w+ )?(?:should |must |can |will |is |are |"
    r"has |have )?(?:not|never)\b"
    r"|\b(?:avoid|stop|prevent) (?:not|failing|omitting|avoiding)\b|\bit is not (?:true|"
    r"the case) that\b(?:(?![.!?]).){1,40}\bnot\b"
    r"|\bthere is no (?:reason|need) (?:why you should |for you )?not to\b|\bno reason (?:not to|"
    r"why you should not)\b|\bcannot not\b"
)
ACTIONS = (
    "add|apply|ask|bend|blow|breathe|bring|brush|call|change|check|clean|clip|close|count|cover|cross|dab|dip|do|draw|drink|drop|dry|eat|empty|"
    "fill|fix|fold|get|gently|give|go|grip|hang|hold|inhale|exhale|inject|insert|keep|kneel|lean|lie|lift|lower|loop|make|massage|measure|mix|move|"
    "open|pat|peel|pick|place|point|pour|press|pull|push|put|raise|read|reach|relax|release|remove|repeat|rest|rinse|roll|rub|sit|shake|"
    "slide|slowly|slip|soak|spread|spray|squeeze|stand|step|stick|stir|stop|straighten|stretch|swallow|swing|take|tap|tape|tell|throw|tie|tighten|"
    "tilt|touch|tuck|turn|twist|wait|walk|wash|watch|wear|wipe|wrap|write|wet|shave|screw|scoop|snap|tip|store|switch|swab"
)
_AN_ACTION = re.compile(
    rf"(?:^|[.!?]\s+|[,;]\s+(?:and\s+)?(?:then\s+)?|\b(?:and|then)\s+(?:then\s+)?)(?:(?:gently|slowly|now|"
    rf"carefully)\s+)?({ACTIONS})\b(?!\s+(?:or|and)\s+\w+ing)",
    re.IGNORECASE,
)
_NO_NEW_ACTION = re.compile(r"^(?:keep|do not|repeat|do|hold|wait|breathe|relax|rest|then)\b", re.IGNORECASE)
_HANDLED = re.compile(
    r"^(?:add|apply|blow|brush|change|check|clean|clip|close|cover|dab|dip|draw|drink|drop|dry|eat|empty|fill|fix|"
    r"fold|give|inhale|inject|"
    r"insert|loop|make|"
    r"measure|mix|open|pat|peel|pick|place|pour|put|read|remove|rinse|rub|shake|slip|soak|spray|spread|stick|stir|"
    r"swallow|"
    r"take|tape|throw|tie|tuck|twist|wash|wipe|wrap|write|wet|shave|screw|scoop|snap|tip|store|switch|swab)$",
    re.IGNORECASE,
)
"""What is done to a thing; the parts of one movement are done together."""
_HELD = re.compile(r"hold\s+(?:it|your|this|that|the|them)\b", re.IGNORECASE)
MOST_ACTIONS = 2


def _crowded_steps(text: JudgedText) -> Iterator[Hit]:
    """Steps that ask for more than two actions, or for two after each other with things. To keep or repeat is how, and
    no action more; nor is to hold, unless a thing or a limb is named in a list."""
    if not text.stands_under("steps"):
        return
    for start, end in text.said:
        in_one = [
            match.group(1).lower()
            for match in _AN_ACTION.finditer(text.plain, start, end)
            if not _NO_NEW_ACTION.match(match.group(1)) or _HELD.match(text.plain, match.start(1))
        ]
        in_turn = _in_turn(text.plain, start, end)
        if len(in_turn) == MOST_ACTIONS == len(in_one) or len(in_one) > MOST_ACTIONS:
            yield _crowded(text, in_turn if len(in_turn) == len(in_one) else in_one)
            return
    found = [match.group(1) for match in _AN_ACTION.finditer(text.plain) if not _NO_NEW_ACTION.match(match.group(1))]
    if len(found) > MOST_ACTIONS:
        yield _crowded(text, [word.lower() for word in found])


def _in_turn(plain: str, start: int, end: int) -> list[str]:
    """The actions with things of a sentence; "wash and dry" is one."""
    found: list[str] = []
    last = start
    for match in _AN_ACTION.finditer(plain, start, end):
        word, between = match.group(1).lower(), plain[last : match.start(1)].split()
        if _HANDLED.match(word) and not (found and len(between) <= 1):
            found.append(word)
        last = match.end()
    return found


def _crowded(text: JudgedText, actions: list[str]) -> Hit:
    return Hit(0, len(text.plain), f"a step of {len(actions)} actions: {', '.join(actions)}", "make a step of each.")


def _step(words: str) -> Example:
    return Example(keys={"about": {"text": "How to do it.", "steps": [words, "Rest."]}})


RULES = (
    TextRule(
        code="HG220", severity=Severity.WARNING,
        in_text=where_said(_NEGATIVES, by_pattern(
            _TWO_NEGATIVES, '"{}" says no twice', "say what is so, or what to do.",
            unless=in_sentence(pattern(r"\bwhether or not\b|\bnot under\b")),
        )),
        source="NHS digital service manual, negatives; Plain English Campaign",
        why="Two negatives must be turned round in the head: a tired reader drops one, and does the opposite.",
        remedy="Say what is so, or what to do.",
        wrong=("It is not uncommon to feel sick.", "Do not hesitate to call us.", "Do not fail to take it.",
               "Do not drive unless you are not sleepy.", "There is no reason not to walk.",
               "The scan is not without risks."),
        right=("It is common to feel sick.", "You cannot prevent hay fever.", "Call us if you are worried.",
               "Do not stop it without asking us.", "Do not drive unless we say so.",
               "It is not until later that it hurts."),
    ),
    TextRule(
        code="HG221", severity=Severity.WARNING, in_text=_crowded_steps,
        source="PEMAT-P item 22: actions in explicit steps; NHS digital service manual, numbered lists",
        why="Who looks up from a long step loses their place, and leaves an action out.",
        remedy="Make a step of each action.",
        wrong=(_step("Wash your hands, open the bottle and measure the dose."),
               _step("Clean the skin and stick on the patch."), _step("Fill the cup, then stir in the powder."),
               _step("Mix the powder with water and drink it."),
               _step("Sit down, lift your leg, then bend your knee and push.")),
        right=(_step("Wash your hands."), _step("Wash and dry your hands."), _step("Bend your knee and lean in."),
               _step("Squeeze your bottom and slowly lift your hips."), _step("Stand up, hold on and wait."),
               _step("Step back with 1 leg. Keep your heel down."),
               "Wash your hands, open the bottle and measure the dose."),
    ),
)  # fmt: skip
