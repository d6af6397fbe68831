"""Sentences, paragraphs and lists that are too long to keep in mind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from handoutgen.check.passages import CheckedPassage, words_in
from handoutgen.check.rules.matching import pattern
from handoutgen.check.rules.reading import JudgedLeaflet, JudgedText
from handoutgen.check.rules.record import Example, Hit, TextRule
from handoutgen.content.model import Leaflet
from handoutgen.content.yaml.nodes import ModelPath
from handoutgen.diagnostics import Severity

LONGEST_SENTENCE = 20
LONGEST_PARAGRAPH = 3
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
_LONGEST_TO_CUT = 24
"""Words of a sentence that is short enough once a few are cut."""
_JOINT = pattern(
    r"\b(?:and|but|because|so|which|although|whereas)\b|\bas (?:it|this|that|they|you|we|the|there)\b"
    r"|\bor (?:you|they|it|we|that)\b|, meaning\b|[;:]|\s[-–—]\s"
)
_THE_MORE = pattern(r"\bthe (?:more|less|\w+er)\b[^.!?;]*,? the (?:more|less|fewer|\w+er)\b")
_LISTED = pattern(
    r"\b(?:signs?|symptoms?|conditions?|side effects?)\b(?:(?!because)[^.;,]){0,45}\b(?:are|include|includes|"
    r"such as)\b[^.;]*,[^.;]*\b(?:or|and)\b"
    r"|\b(?:if|until|unless|when|who)\b[^.;,]+, "
    r"(?!(?:you|it|they|we|this|that|the|there|please|call|take|do|and|or|but|for)\b)[^.;,]+, (?:and|or) (?!if\b)"
    r"|(?:, (?!(?:you|it|they|we|this|the|there|which|however|therefore|is|are|and|or|but|so)\b)"
    r"[\w’'-]+(?: [\w’'-]+){0,2}){2,},? (?:and|or) \w"
)
"""Signs, conditions, or four short things in a row."""
_LEANS = re.compile(
    r"(?:It|Its|This|That|These|Those|They|Their|Them|He|She|Such|Although|Though|However|But|And|Or|So|Then|Therefore|"
    r"Otherwise|Also|Instead|Even|Alternatively|Additionally|Furthermore|In addition|As a result|For (?:this|example)|"
    r"In (?:this|these|that|such)|(?:If|When|After|Once|Because of) (?:this|that|it|they|so|not|these))\b"
)
"""How a sentence begins that belongs to the one before it."""
_ORDER = re.compile(
    r"(?:Please|Call|Contact|Ask|Tell|See|Speak|Go|Do not|Don['’]t|Never|Always|Take|Use|Keep|Stop|Start|Bring|Make|"
    r"Try|Avoid|Wash|Drink|Eat|Wear|Check|Be sure|Return|Phone|Ring)\b"
)
_LONGEST_PARTED = 26
"""Of a sentence that a dash or brackets cut in two already."""
_DASH_OR_BRACKET = re.compile(r"\s[-–—]\s|[()]")
_TWENTY = "Walk to the shop and back each day, then sit down with your foot up on a chair a while"
_SHORT_STEPS = ["Sit.", "Stand.", "Turn.", "Bend.", "Reach.", "Step.", "Rest."]


def _long_sentences(text: JudgedText) -> Iterator[Hit]:
    for start, end in text.said:
        sentence = text.plain[start:end]
        count = len(words_in(_ONE_WORD.sub("-", sentence)))
        if count > LONGEST_SENTENCE and not _is_easy(sentence, count):
            message = f"a sentence of {count} words, more than {LONGEST_SENTENCE}"
            yield Hit(start, end, message, _shorter(sentence, count))


def _shorter(sentence: str, count: int) -> str:
    """What to do with a long sentence: it has a list, no joint, or can be parted."""
    if _LISTED.search(sentence):
        return "make a list of what stands in a row in it, or two sentences."
    if count <= _LONGEST_TO_CUT and (_THE_MORE.search(sentence) or not _JOINT.search(sentence)):
        return "say it in fewer words: it has no place to part it."
    return "make two sentences of it."


def _is_easy(sentence: str, count: int) -> bool:
    """Whether a sentence is longer by a word or two alone, or is in short parts already."""
    longest = max(len(words_in(part)) for part in _DASH_OR_BRACKET.split(sentence))
    return count <= LONGEST_EASY_SENTENCE or (count <= _LONGEST_PARTED and longest <= LONGEST_SENTENCE)


def _is_main_message(text: JudgedText) -> bool:
    return text.path == ("main_message",)


def _long_paragraphs(text: JudgedText) -> Iterator[Hit]:
    for passage, said in () if _is_main_message(text) else _too_many(text):
        if passage.is_item:
            message = f"an entry of {len(said)} sentences, more than {LONGEST_PARAGRAPH}"
            yield Hit(*said[LONGEST_PARAGRAPH], message, "say it in fewer words, or make two entries of it.")
            continue
        message = f"a paragraph of {len(said)} sentences, more than {LONGEST_PARAGRAPH}"
        at = _where_to_part([text.plain[slice(*each)] for each in said])
        hint = "start a new paragraph here, with an empty line." if at else "leave out what matters least."
        yield Hit(*said[at or LONGEST_PARAGRAPH], message, hint)


def _where_to_part(said: Sequence[str]) -> int | None:
    """Which sentence may begin a new paragraph: none that leans on the one before it; rather one where orders begin."""
    free = [number for number in range(1, len(said)) if not _LEANS.match(said[number])]

    def worth(number: int) -> tuple[bool, int, bool]:
        is_turn = bool(_ORDER.match(said[number])) and not _ORDER.match(said[number - 1])
        is_near = number <= LONGEST_PARAGRAPH + 1
        return is_turn and is_near, -abs(number - LONGEST_PARAGRAPH), number <= LONGEST_PARAGRAPH

    return max(free, key=worth, default=None)


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
                yield _too_long([text.plain[item.start : item.end] for item in items], items[LONGEST_LIST].start)
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


def _too_long(entries: Sequence[str], start: int | None, path: ModelPath | None = None) -> Hit:
    """The finding. No advice to leave entries out where each may save somebody."""
    first = " ".join(entries[0].split()).lstrip("-*+0123456789.) ")
    message = f"a list of {len(entries)} entries, more than {LONGEST_LIST}, that begins with “{first}”"
    is_safety = path is not None and ("help" in path or path[-1] in {"stop_if", "ask_first", "do_not"})
    hint = "put what belongs together under a line of its own" + ("." if is_safety else ", or leave out the least.")
    return Hit(start, (start or 0) + 1, message, hint, path=path)


def _long_lists_of_the_model(read: JudgedLeaflet) -> Iterator[Hit]:
    for path, entries in _lists(read.leaflet):
        if len(entries) > (LONGEST_LIST_OF_SIGNS if path[0] == "help" else LONGEST_LIST):
            yield _too_long(entries, None, path)


def _lists(leaflet: Leaflet) -> Iterator[tuple[ModelPath, Sequence[str]]]:
    for at, part in leaflet.stretches:
        yield from (((*at, name), getattr(part, name)) for name in ("steps", "do", "do_not"))
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
        remedy="Make two sentences of it, one idea in each.",
        wrong=(f"{_TWENTY} longer, for your leg.",
               f"{_TWENTY} (as long as it takes and longer).", f"It helps - {_TWENTY.lower()} longer, each day.",
               f"{_TWENTY} on or off."),
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
        wrong=("Sit down. Lift your foot. Hold it there. Rest it. Stand up.",
               " ".join(4 * [f"{_TWENTY} more."])),
        right=("Sit down. Lift your foot. Hold it there.\n\nRest it.",
               "Sit down. Lift your foot. Hold it there. Rest it.",
               " ".join(4 * ["Sit down, put your foot up on a chair and rest it there."]),
               "Sit down. Lift your foot. Hold it there. Then:\n\n- rest it\n- lift it again"),
    ),
    TextRule(
        code="HG203", severity=Severity.WARNING, in_text=_long_lists, in_leaflet=_long_lists_of_the_model,
        source="CDC Clear Communication Index, item 8: no list of more than 7 entries",
        why="Nobody keeps a long list in mind.",
        remedy="Split it in two under headings, or leave out what matters least.",
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
