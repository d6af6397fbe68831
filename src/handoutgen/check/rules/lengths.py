"""Sentences, paragraphs and lists that are too long to keep in mind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from handoutgen.check.passages import CheckedPassage, words_in
from handoutgen.check.rules.matching import pattern
from handoutgen.check.rules.parting import has_two_thoughts, shorter, where_to_part
from handoutgen.check.rules.reading import JudgedLeaflet, JudgedText
from handoutgen.check.rules.record import Example, Hit, TextRule
from handoutgen.content.model import Leaflet
from handoutgen.content.yaml.nodes import ModelPath
from handoutgen.diagnostics import Severity

LONGEST_SENTENCE = 20
LONGEST_PARAGRAPH = 3
LONGEST_ADVISED_SENTENCE = 25
LONGEST_ADVISED_PARAGRAPH = 5
"""So long is only advice: GOV.UK, whose texts are for everybody too, asks to look at sentences of more than 25 words
and for no paragraph of more than 5 sentences. Judges saw little to gain in half of the shorter ones."""
LONGEST_OF_ONE_THOUGHT = 30
"""Of a sentence with no place to part it, such as one condition with what to do, and of what somebody is quoted as
saying: only advice as well."""
LONGEST_LIST = 7
LONGEST_EASY_SENTENCE = 22
"""A word or two more: two independent judges of such findings saw little to gain in any of them."""
LONGEST_EASY_LIST = 9
"""One or two more: judges of such findings found nothing to leave out and little to gain."""
LONGEST_LIST_OF_SIGNS = 12
"""Of signs to get help for, of which none may be left out."""
_WORDS_OF_AN_EASY_PARAGRAPH = 4 * LONGEST_SENTENCE
"""Of one sentence more, where none need be too long: judges of such findings saw little to gain."""
_ONE_WORD = re.compile(r"(?<=\d)[–—](?=\d)|(?<=\w)/(?=\w)")
"""In the middle of what is read as one: 60–70%, leg/foot."""
_PLURAL_IN_BRACKETS = re.compile(r"(?<=\w)\((?:e?s|ies)\)")
"""Which is part of its word: partner(s)."""
_HEAD = re.compile(r"[^:.!?]{1,100}:\s+(?=[A-Z])")
_LONGEST_PARTED = 26
"""Of a sentence that a dash or brackets cut in two already."""
_DASH_OR_BRACKET = re.compile(r"\s[-–—]\s|[()]")
_TELL_IT = "quote less of it, or say it in your own words."
_QUOTED = re.compile(
    r"\s*(?:“[^”]*[,.!?…]”|\"[^\"]*[,.!?…]\"|‘[^’]*[,.!?…]’)[^.!?“\"‘]*?\b(?:says?|said|explains?|explained|adds?|added|"
    r"tells? us|told us)\b"
)
"""What somebody said, and that they said it."""
_TWENTY = "Walk to the shop and back each day, then sit down with your foot up on a chair a while"
_SHORT_STEPS = ["Sit.", "Stand.", "Turn.", "Bend.", "Reach.", "Step.", "Rest."]


def _long_sentences(text: JudgedText) -> Iterator[Hit]:
    for passage, said in text.cut:
        for start, end in said:
            sentence = text.plain[start:end]
            bare = _without_head(sentence)
            joined = _ONE_WORD.sub("-", _PLURAL_IN_BRACKETS.sub("", bare))
            count = len(words_in(joined))
            if count > LONGEST_SENTENCE and not _is_easy(joined, count):
                message = f"a sentence of {count} words, more than {LONGEST_SENTENCE}"
                is_quoted = _is_a_quotation(sentence)
                is_one = is_quoted or not has_two_thoughts(bare)
                longest = LONGEST_OF_ONE_THOUGHT if is_one else LONGEST_ADVISED_SENTENCE
                hint = _TELL_IT if is_quoted else shorter(bare, count, passage.is_item)
                yield Hit(start, end, message, hint, _advice_up_to(longest, count))


def _without_head(sentence: str) -> str:
    """What follows a heading that runs into its text: “Feeling faint: Sit down …”."""
    head = _HEAD.match(sentence)
    return sentence[head.end() :] if head else sentence


def _is_a_quotation(sentence: str) -> bool:
    """Whether a sentence is what somebody said, with who said it: its words are theirs."""
    return bool(_QUOTED.match(sentence))


def _advice_up_to(longest: int, count: int) -> Severity | None:
    """The severity of what is only advice; None for the rule's own."""
    return Severity.NOTE if count <= longest else None


def _is_easy(sentence: str, count: int) -> bool:
    """Whether a sentence is longer by a word or two alone, or is in short parts already."""
    longest = max(len(words_in(part)) for part in _DASH_OR_BRACKET.split(sentence))
    return count <= LONGEST_EASY_SENTENCE or (count <= _LONGEST_PARTED and longest <= LONGEST_SENTENCE)


_WARNS = pattern(
    r"\b(?:call|ring|phone|999|911|000|111|112|emergency|ambulance|urgent(?:ly)?|hospital|A&E|get help|seek|contact|"
    r"tell (?:us|your|a)|see (?:a|your)|speak to|ask (?:us|your|a)|warnings?|danger\w*|signs?|symptoms?|"
    r"stop|do not|don['’]t|never|avoid|must not|not (?:suitable|safe|take|use|have)|allerg\w*|side effects?)\b"
)
"""Before a list of which each entry may save somebody."""
_A_SIGN = pattern(
    r"\b(?:pain\w*|breath\w*|bleed\w*|blood\w*|fever|temperature|fits?|seizures?|vomit\w*|(?:being|feel(?:ing)?) sick|"
    r"rash\w*|swell\w*|swollen|numb\w*|weak\w*|faint\w*|collapse\w*|unconscious\w*|drows\w*|sleepy|floppy|confus\w*|pale|blue|"
    r"choking|infect\w*|dizz\w*|headaches?|vision|stiff neck|dehydrat\w*|pus|jaundice|yellow)\b"
)
_SIGNS_OF_A_LIST = 3
"""So many entries that name a sign, and the list is one of signs, whatever stands over it."""


def _is_main_message(text: JudgedText) -> bool:
    return text.path == ("main_message",)


def _long_paragraphs(text: JudgedText) -> Iterator[Hit]:
    for passage, said in () if _is_main_message(text) else _too_many(text):
        severity = _advice_up_to(LONGEST_ADVISED_PARAGRAPH, len(said))
        if passage.is_item:
            message = f"an entry of {len(said)} sentences, more than {LONGEST_PARAGRAPH}"
            parted = "make two entries of it" if severity else "give it a part of its own, under a heading"
            yield Hit(*said[LONGEST_PARAGRAPH], message, f"say it in fewer words, or {parted}.", severity)
            continue
        message = f"a paragraph of {len(said)} sentences, more than {LONGEST_PARAGRAPH}"
        at = where_to_part([text.plain[slice(*each)] for each in said])
        hint = "say it in fewer words, or part it where a new thought begins."
        if at:
            hint = "start a new paragraph with an empty line, such as here."
        yield Hit(*said[at or LONGEST_PARAGRAPH], message, hint, severity)


def _long_main_message(text: JudgedText) -> Iterator[Hit]:
    for _, said in _too_many(text) if _is_main_message(text) else ():
        message = f"a main message of {len(said)} sentences, more than {LONGEST_PARAGRAPH}"
        yield Hit(*said[LONGEST_PARAGRAPH], message, "keep what the reader should remember.")


def _too_many(text: JudgedText) -> Iterator[tuple[CheckedPassage, list[tuple[int, int]]]]:
    """Each passage that has too many sentences, and these."""
    for passage, said in text.cut:
        is_lead_in = bool(said) and text.plain[slice(*said[-1])].rstrip().endswith(":")  # it belongs to its list
        count = len(said) - is_lead_in
        words = sum(len(words_in(text.plain[slice(*each)])) for each in said)
        is_easy = count == LONGEST_PARAGRAPH + 1 and words <= _WORDS_OF_AN_EASY_PARAGRAPH
        if count > LONGEST_PARAGRAPH and (not is_easy or _is_main_message(text)):
            yield passage, said


def _long_lists(text: JudgedText) -> Iterator[Hit]:
    run: list[CheckedPassage] = []
    has_table = "|" in text.plain
    for passage in [*(passage for passage, _ in text.cut), None]:
        if passage is not None and passage.is_item and not has_table:
            run.append(passage)
            continue
        for items in _lists_in(text.plain, run):
            if len(items) > LONGEST_EASY_LIST:
                lead = " ".join((*text.titles, *text.plain[: items[0].start].rstrip(" -*+\n").split("\n")[-1:]))
                entries = [text.plain[item.start : item.end] for item in items]
                yield _too_long(entries, items[LONGEST_LIST].start, lead=lead)
        run = []


def _lists_in(plain: str, run: Sequence[CheckedPassage]) -> Iterator[list[CheckedPassage]]:
    """The lists of a run of entries: a list within an entry is one of its own."""
    open_lists: list[tuple[int, list[CheckedPassage]]] = []
    for item in run:
        line = plain[plain.rfind("\n", 0, item.start) + 1 : item.start]
        indent = len(line) - len(line.lstrip())
        while open_lists and open_lists[-1][0] > indent:
            yield open_lists.pop()[1]
        if not open_lists or open_lists[-1][0] < indent:
            open_lists.append((indent, []))
        open_lists[-1][1].append(item)
    yield from (items for _, items in open_lists)


def _too_long(entries: Sequence[str], start: int | None, path: ModelPath | None = None, lead: str = "") -> Hit:
    """The finding. No advice to leave entries out where each may save somebody."""
    first = " ".join(entries[0].split()).lstrip("-*+0123456789.) ")
    message = f"a list of {len(entries)} entries, more than {LONGEST_LIST}, that begins with “{first}”"
    is_of_help = path is not None and ("help" in path or path[-1] in {"stop_if", "ask_first", "do_not"})
    signs = sum(bool(_A_SIGN.search(entry)) for entry in entries)
    is_safety = is_of_help or _WARNS.search(lead) or signs >= _SIGNS_OF_A_LIST
    hint = "put what belongs together under a line of its own" + ("." if is_safety else ", or leave out the least.")
    return Hit(start, (start or 0) + 1, message, hint, path=path)


def _long_lists_of_the_model(read: JudgedLeaflet) -> Iterator[Hit]:
    for path, entries in _lists(read.leaflet):
        if len(entries) > (LONGEST_LIST_OF_SIGNS if path[0] == "help" else LONGEST_LIST):
            yield _too_long(entries, None, path)


def _lists(leaflet: Leaflet) -> Iterator[tuple[ModelPath, Sequence[str]]]:
    for at, part in leaflet.stretches:
        yield from (((*at, name), getattr(part, name)) for name in ("steps", "do", "do_not", "ask_first"))
    for name in ("emergency", "urgent", "routine"):
        yield from ((("help", name, *at), signs) for at, _, signs in getattr(leaflet.help, name).lists)
    for index, strategy in enumerate(leaflet.strategies):
        path = ("management", "strategies", index)
        yield (*path, "stop_if"), strategy.stop_if
        yield (*path, "ask_first"), strategy.ask_first
        yield from (((*path, "how", number, "steps"), how.steps) for number, how in enumerate(strategy.how))


RULES = (
    TextRule(
        code="HG201", severity=Severity.WARNING, in_text=_long_sentences,
        source="NHS digital service manual, sentences: at most 20 words",
        why="Who reaches the end of a long sentence may have lost its beginning.",
        remedy="Make two sentences of it, one idea in each, or a list of what stands in a row.",
        advice="up to 25 words; up to 30 where there is no place to part it, and of what somebody is quoted as saying",
        advised=(f"{_TWENTY} longer, for your leg.", f"{_TWENTY} longer etc. (as your nurse says).",
                 f"It helps - {_TWENTY.lower()} longer, each day.",
                 f"{_TWENTY} on or off.",
                 f"“{_TWENTY}, but stop if it hurts,” says Ann Lee, a nurse.",
                 "We make room for you in the ward so that you are able to come to us by noon on the day of the test "
                 "with your bag.",
                 f"Note: {_TWENTY} on or off.",
                 "If you take tablets and have a cold, please read the sheet that we gave you at the end of your last "
                 "visit to our ward.",
                 "If the pain in your lower back gets worse at night or in the morning, take the tablets that we gave "
                 "you with a glass of water or some milk."),
        wrong=(f"{_TWENTY} (as long as it takes and longer).", f"{_TWENTY} longer, but stop if it hurts your leg.",
               f"{_TWENTY} near the table in the room with the window at the end of it."),
        right=(f"{_TWENTY}.", f"{_TWENTY} longer.", f"{_TWENTY} on/off longer.",
               "Most people need 2 or 3 weeks - if your job is heavy, you may need 6 weeks or more to get well.",
               "Your leg is getting bigger and hotter (this could be a sign of something worse, such as an "
               "infection)."),
    ),
    TextRule(
        code="HG202", severity=Severity.WARNING, in_text=_long_paragraphs,
        source="NHS digital service manual, paragraphs: at most 3 sentences",
        why="A block of text looks like work, and is left unread.",
        remedy="Start a new paragraph with an empty line.",
        advice="up to 5 sentences",
        advised=("Sit down. Lift your foot. Hold it there. Rest it. Stand up.", " ".join(4 * [f"{_TWENTY} more."])),
        wrong=("Sit down. Lift your foot. Hold it there. Rest it. Stand up. Turn round.",),
        right=("Sit down. Lift your foot. Hold it there.\n\nRest it.",
               "Sit down. Lift your foot. Hold it there. Rest it.",
               " ".join(4 * ["Sit down, put your foot up on a chair and rest it there."]),
               "Sit down. Lift your foot. Hold it there. Then:\n\n- rest it\n- lift it again"),
    ),
    TextRule(
        code="HG203", severity=Severity.WARNING, in_text=_long_lists, in_leaflet=_long_lists_of_the_model,
        source="CDC Clear Communication Index, item 8: no list of more than 7 entries",
        why="Nobody keeps a long list in mind.",
        remedy="Split it in two under headings, or leave out what matters least; never a sign of danger.",
        wrong=("- one\n- two\n- three\n- four\n- five\n- six\n- seven\n- eight\n- nine\n- ten",
               Example(keys={"help": {"urgent": {"signs": [f"sign {number}" for number in range(13)]}}}),
               Example(keys={"about": {"text": "How to move.", "steps": [*_SHORT_STEPS, "Wait."]}})),
        right=("- one\n- two\n- three\n- four\n- five\n- six\n- seven\n- eight\n- nine",
               "\n".join(8 * ["- a swollen leg or a sore and hot one"]),
               "\n".join(6 * ["1. sit:\n   - down\n   - well"]),
               Example(keys={"help": {"urgent": {"signs": [f"sign {number}" for number in range(12)]}}}),
               Example(keys={"about": {"text": "How to move.", "steps": _SHORT_STEPS}})),
    ),
    TextRule(
        code="HG214", severity=Severity.WARNING, in_text=_long_main_message,
        source="CDC Clear Communication Index, item 1: one main message of 1 to 3 short sentences",
        why="A main message that says everything is none.",
        remedy="Keep what the reader should remember.",
        wrong=(Example(keys={"main_message": "Keep moving. Take rests. Drink water. Sleep well."}),),
        right=(Example(keys={"main_message": "Keep moving. Take rests. Drink water."}),),
    ),
)  # fmt: skip
