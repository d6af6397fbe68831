"""How a long sentence is best made shorter, and where a long paragraph is best parted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from handoutgen.check.passages import words_in
from handoutgen.check.rules.matching import pattern
from handoutgen.check.rules.sentences import ACTIONS

_LONGEST_TO_CUT = 30
"""Words of a sentence that is short enough once a few are cut."""
_WORDS_WITHOUT_EXAMPLES = range(8, 21)
"""Of a sentence that says enough without its examples, and is no longer too long."""
_CLAUSE = (
    r"(?:(?:then|also|please|always|never|not|only) )*(?:you|it|they|we|he|she|there|this|that|these|those|if|when|how|"
    r"whether|do|does|don['’]t|doesn['’]t|is|are|was|were|will|can|cannot|can['’]t|may|might|should|must|have|has|had|"
    rf"could|would|so|\w+s to|by \w+ing|sometimes|usually|{ACTIONS})\b"
)
"""How something begins that can be a sentence of its own."""
_JOINT = pattern(
    rf"\b(?:and|or) {_CLAUSE}|, (?:and|or) \w|\b(?:but|because|so|which|although|whereas|however|therefore)\b"
    r"|(?<!such )\bas (?:it|this|that|they|you|we|there|some|many|"
    r"the [\w-]+ (?:is|are|was|were|has|have|may|can|will))\b|, meaning\b|[;:]|\s[-–—]\s"
    r"|^(?:in|on|during|after|before|while|since|as|with|due to|from) [^,;:.]{40,}, "
)
_ONE_MORE_THING = pattern(r", (?:and|or) (?:(?:a|an|the|your|any|other|some|more) )[\w’'-]+")
"""What a comma parts that is one more thing: “a nurse, or a doctor”."""
_THE_MORE = pattern(r"\bthe (?:more|less|\w+er)\b[^.!?;]*,? the (?:more|less|fewer|\w+er)\b")
_NO_PART = (
    r"(?:you|it|they|we|this|these|those(?! who)|there|he|she|which|that|who|whose|where|however|therefore|is|are|and|"
    r"or|but|so(?! on| forth)|if|when|while|as|because|although|please|such as|for example|including|with|without)\b"
)
"""How no part of a row begins, but a thought between commas."""
_PART = rf"(?!(?:{_NO_PART}|the\b))"
_ROW = pattern(
    rf"(?:, {_PART}[\w’'-]+(?: [\w’'-]+){{0,3}}){{2,}}(?:, {_PART}[^,;.:!?]{{2,60}}?)?,? (?:and|or) (?!{_NO_PART})\w"
    rf"|(?:, (?:the [\w-]+(?: [\w-]+)?(?=,)|{_PART}[^,;.:!?]{{2,90}})){{4,}},? (?:and|or) (?!{_NO_PART})\w"
)
"""Four short things in a row, or six that may be longer."""
_LISTED = pattern(
    r"\b(?:signs?|symptoms?|conditions?|side effects?)\b(?:(?!because)[^.;,]){0,45}\b(?:are|include|includes|"
    r"such as)\b[^.;]*,[^.;]*\b(?:or|and)\b|\bif [^.;:]+, (?:or )?if [^.;:]+\bor if\b"
    r"|\b(?:if|until|unless|when|who)\b[^.;,]+, "
    r"(?!(?:you|it|they|we|this|that|the|there|please|call|take|do|and|or|but|for)\b)[^.;,]+, (?:and|or) (?!if\b)"
)
"""Signs or conditions in a row."""
_EXAMPLES = pattern(
    rf",? \(?(?:such as|for example,?|including) (?!because\b|if\b|when\b|(?:{ACTIONS})\b)(?:(?!\b(?:can|may|might|"
    r"will|should|must|is|are|was|were|has|have|had|do|does|you|but)\b)[^.;:]){5,}[.!?)]*\s*$"
)
"""What ends a sentence that is whole without it."""
_LEANS = re.compile(
    r"\(|(?:It|Its|This|That|These|Those|They|Their|Them|He|She|Such|Although|Though|However|But|And|Or|So|Then|Therefore|"
    r"Otherwise|Also|Instead|Even|Alternatively|Additionally|Furthermore|Similarly|Likewise|Meanwhile|Until then|"
    r"Nevertheless|Unfortunately|Both|Neither|Either|Another|Others?|If not|In addition|As a result|"
    r"(?:One|Some|Most|All|None|Many|Each) of (?:these|them|those)|Please|If (?:so|yes|no)\b|"
    r"(?:The )?(?:\w+ )?ones?\b(?! of)|For (?:this|example|instance)|"
    r"In (?:this|these|that|such)|(?:If|When|After|Once|Until|Because of) (?:this|that|it|they|so|not|these|those))\b"
)
"""How a sentence begins that belongs to the one before it."""
_IT_OF_NOTHING = re.compile(
    r"It(?: is|['’]s|s) (?:also )?(?:very |best |quite )?(?:normal|common|usual|important|advisable|essential|safe|"
    r"helpful|useful|possible|likely|natural|vital|recommended)\b(?: for| to| that| if)"
)
"""“It is normal for”, which points at nothing before it."""
_EXPLAINS = re.compile(
    r"(?:An? |The )?([\w-]+(?: [\w-]+)?) (?:(?:is|are) (?:an?|the|when|where|what)|means?)\b", re.IGNORECASE
)
"""How a sentence begins that says what something is."""
_THE_SAME = re.compile(r"\bthe same\b")
_POINTS_BACK = re.compile(
    r"\b(?:this|these|those|such)\b(?! as)|\bthat (?:fact|way|case|time|point|reason|day|area|part)\b", re.IGNORECASE
)
_ORDER = re.compile(
    r"(?:Call|Contact|Ask|Tell|See|Speak|Go|Do not|Don['’]t|Never|Always|Take|Use|Keep|Stop|Start|Bring|Make|"
    r"Try|Avoid|Wash|Drink|Eat|Wear|Check|Be sure|Return|Phone|Ring)\b"
)
_CONTENT = re.compile(r"[a-z]{4,}|\d+-\d+")
_WORDS_OF_ALL_TEXTS = (
    "able about after again also always and are been before being between both cannot could does doing each every from "
    "have having here into just keep like make many more most much need only other over please same should some such "
    "take than that their them then there these they this those through time until used using very want well were what "
    "when where which while will with within without would your yours sure first important advisable "
    "days weeks months years hours minutes times"
)
_COMMON = frozenset(_WORDS_OF_ALL_TEXTS.split())
_ENDING = re.compile(r"(?<=\w{3})(?:ing|ed|es|(?<!s)s)$")
_STEM = 5
_LIKELY_PLACE = 3
"""The sentences of a paragraph that is short enough."""


_DEEDS_IN_A_ROW = re.compile(r"\w+ing\b[^.!?;:]+, \w+ing\b[^.!?;:]+, (?:and |or )?\w+ing\b", re.IGNORECASE)
"""“Taking your medicine each day, having a review, keeping a diary”."""


_LISTED_LAST = re.compile(
    r"(?::\s+|\b(?:such as|including|includes?|for example,?)\s+)"
    r"((?:[^,;.:!?]{2,90}, )+[^.;:!?]*\b(?:and|or)\b[^;:!?]*)$",
    re.IGNORECASE,
)
"""A row with which a sentence ends, after a colon or what leads to examples."""
_IN_BRACKETS = re.compile(r"\s?\([^()]*\)")
_ITEMS = re.compile(r",|\b(?:and|or)\b")
_FEWEST_OF_A_ROW = 3
_CONDITION = pattern(
    rf"\W*(?:if|when|whenever|unless)\b[^;:.!?]*?, (?={_CLAUSE}|(?:then|please|contact|phone|ring|visit|speak|see|"
    r"seek|use|try|let|stay|avoid)\b)"
)
"""What a sentence begins with under which the rest of it holds."""
_SO_THAT = pattern(r"\bso that\b")
"""Says what something is for, and is no thought of its own."""
_TWO_THINGS_HAPPEN = pattern(
    r"\b(?:is|are|was|were|will|has|have|can|may|should|must)\b[^.;:!?]* and (?:an?|the|your|our|any) (?:[\w-]+ ){1,6}"
    r"(?:is|are|was|were|will|has|have|can|may|should|must)\b"
)
FEWER_WORDS = "say it in fewer words: it has no place to part it."
MOST_READ = 1_000
"""Characters of a sentence that are looked at for what fits it: no sentence of a leaflet is as long, and rows of
conditions take time with the cube of it."""
IN_DOUBT = "part it, say it in fewer words, or make a list of it."


def shorter(sentence: str, count: int, is_entry: bool) -> str:
    """What to do with a long sentence: it has a list or examples, leads to a list, has no joint, or can be parted."""
    if len(sentence) > MOST_READ:
        return IN_DOUBT
    if sentence.rstrip(" *").endswith(":"):
        return "say it in fewer words: a list follows."
    if (row := _of_rows(sentence)) is not None:
        return row
    examples = _EXAMPLES.search(sentence)
    if examples and len(words_in(sentence[: examples.start()])) in _WORDS_WITHOUT_EXAMPLES:
        return "put the examples in a sentence of their own."
    is_one = not has_two_thoughts(sentence)
    if count <= _LONGEST_TO_CUT and (is_one or _THE_MORE.search(sentence)):
        return FEWER_WORDS
    if is_one and not _TWO_THINGS_HAPPEN.search(sentence):
        return IN_DOUBT
    if is_entry and not sentence.rstrip(" *").endswith((".", "!", "?")):
        return "make two entries of it."
    return "make two sentences of it."


def _of_rows(sentence: str) -> str | None:
    """The advice where three things or more stand in a row; None where none do."""
    if _ends_in_a_row(sentence):
        return "make a list of what stands in a row in it."
    condition = _CONDITION.match(sentence)
    begins = condition.end() if condition else 0
    parts = list(filter(None, (sentence[:begins], sentence[begins:])))
    rows = [_ROW.search(part) or _DEEDS_IN_A_ROW.match(part) for part in parts]
    if not (any(rows) or any(_LISTED.search(part) for part in parts)):
        return None
    is_all = len(parts) == 1 and rows[0] and not _has_joint(sentence[: rows[0].start()], sentence[rows[0].end() :])
    return "make a list of what stands in a row in it" + ("." if is_all else ", or two sentences.")


def _ends_in_a_row(sentence: str) -> bool:
    bare = _IN_BRACKETS.sub("", sentence).rstrip(" *.")
    last = _LISTED_LAST.search(bare)
    if not last or _has_joint(bare[: last.start()]) or _THEN.search(last.group(1)):
        return False
    return len([item for item in _ITEMS.split(last.group(1)) if item.strip()]) >= _FEWEST_OF_A_ROW


_THEN = pattern(rf"\s[-–—]\s|,? (?:but|so|because|which|although|whereas|however|therefore)\b|, (?:and |or )?{_CLAUSE}")
"""What goes on after a row with another thought."""


def has_two_thoughts(sentence: str) -> bool:
    """Whether a sentence has a place to part it: of “or a nurse” after a comma, the second part is no thought, nor is
    a condition one beside what to do under it."""
    condition = _CONDITION.match(sentence)
    said = _SO_THAT.compiled.sub(" ", sentence[condition.end() :] if condition else sentence)
    return bool(_JOINT.search(_ONE_MORE_THING.compiled.sub(" ", said)))


def _has_joint(*parts: str) -> bool:
    return any(_JOINT.search(part) for part in parts)


def where_to_part(said: Sequence[str]) -> int | None:
    """Which sentence may begin a new paragraph: none that leans on the one before it; where the fewest words of the one
    before it come again, near the third, rather where orders begin."""
    words = [_words_of(sentence) for sentence in said]
    counts = Counter(word for each in words for word in each)
    common = {word for word, count in counts.items() if 2 * count > len(words)}
    free = [number for number in range(1, len(said)) if not _leans(said[number], said[number - 1])]

    def cost(number: int) -> tuple[float, int, bool]:
        here, there = words[number] - common, words[number - 1] - common
        shared = len(here & there) / max(1, min(len(here), len(there)))
        far = abs(number - _LIKELY_PLACE)
        is_turn = far <= 1 and bool(_ORDER.match(said[number])) and not _ORDER.match(said[number - 1])
        points = 5 * bool(_THE_SAME.search(said[number])) + 3 * bool(_POINTS_BACK.search(said[number]))
        return far / 4 + shared + points / 10 - is_turn * 3 / 10, far, number > _LIKELY_PLACE

    return min(free, key=cost, default=None)


def _leans(sentence: str, ahead: str) -> bool:
    """Whether a sentence begins as one that goes on from the one ahead, or explains a word of it."""
    explained = _EXPLAINS.match(sentence)
    if explained and explained.group(1).lower() in ahead.lower():
        return True
    return bool(_LEANS.match(sentence)) and not _IT_OF_NOTHING.match(sentence)


def _words_of(sentence: str) -> set[str]:
    """What it is about: the beginnings of its words that are not in every text."""
    low = sentence.lower().replace("swollen", "swelling")
    return {_ENDING.sub("", word)[:_STEM] for word in _CONTENT.findall(low) if word not in _COMMON}
