"""Signs, short forms and directions that are misread, or that mean nothing on paper."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handoutgen.check.rules import fixes
from handoutgen.check.rules.matching import LONGEST_LABEL, all_of, by_pattern, is_quoted, pattern, where_said
from handoutgen.check.rules.reading import FARTHEST, JudgedText
from handoutgen.check.rules.record import Example, Hit, TextRule
from handoutgen.diagnostics import Severity

_CAPITALS = re.compile(r"\b[A-Z]{2,}(?:[ \t]+[A-Z]{2,}){2,}\b")
_CONTRACTION = re.compile(
    r"\b(?:(?:do|does|did|is|are|was|were|have|has|had|should|would|could|must|need|might|ai)n['’]t(?! hesitate)|"
    r"can['’]t|won['’]t|shan['’]t|(?:should|would|could|must|might)(?=['’]ve))(?:['’]ve)?\b",
    re.IGNORECASE,
)
_OF_READER = pattern(
    r"(?:^|[.!?:;,–—(]|[-*•]|\b(?:and|but|or|so|please|then|also|just|you|your (?:child|baby|partner|relative)))\s*"
    r"(?:(?:really|still|probably|also|just) )?[\"“‘'(]*$"
)
"""What stands before a contraction in an order, or of whoever reads."""
_FORBIDS = pattern(r"(?:do|ca|must|should|wo)n['’]t\b")
_REASSURES = pattern(r"don['’]t (?:worry|panic|be (?:afraid|alarmed|worried|scared|anxious|embarrassed|shy))\b")
_IF_ABLE = pattern(r"\b(?:if|when|because|in case) (?:\w+ ){1,3}$")
"""Before can't, under which nothing is forbidden."""
_IS_LEFT_UNDONE = pattern(r"(?:have|has)n['’]t\b|don['’]t have\b")
_GOES_ON_FROM_YOU = pattern(r"\byou:[ \t]*\n(?:[ \t]*(?:[-*+][ \t][^\n]*)?\n)*[ \t]*[-*+][ \t]$")
_RANGE = re.compile(r"(?<![\w.,/–—-])(\d{1,3})[ ]?[-–—][ ]?(\d{1,3})(?![\w/–—-]|[.,]\d)")
_UNIT_RANGE = re.compile(
    r"(?<![\w.,/–—-])(\d+(?:\.\d+)?)[ ]?[-–—][ ]?(\d+(?:\.\d+)?)[ ]?(mg|g|kg|ml|mL|cm|mm|micrograms|units|hours|"
    r"minutes|days|weeks|months|times|tablets)\b"
)
_AND_SIGN = re.compile(r"(?<=\s)&(?=\s)")
_NAME_AHEAD = re.compile(r"\b[A-Z][\w’'-]* $")
_NAME_AFTER = re.compile(r" [A-Z][\w’'-]*")
_SMALL_LETTERS = re.compile(r"(?<![\w’'-])[a-z]{2,}")
_JOINING = frozenset({"and", "for", "of", "the", "in", "to", "with", "on", "at", "from", "your", "after", "before"})
"""Words that are small in a heading whose other words begin with capitals."""
_PLURAL = re.compile(r"\b\w+\((?:e?s|ies)\)")
_AND_OR = pattern(r"\band/or\b|\bhe/she\b|\bshe/he\b|\bhis/her\b|\b\(s\)he\b|\bs/he\b")
_ETC = pattern(r"\b(?:etc|e\.?g|i\.?e|viz|cf)\.(?=[\s,;)]|$)|\betc\b(?!\.)|\b(?:eg|ie)\b(?=[ ,])")
_PAGE = pattern(r"\b(?:see|on|go to|turn to|look at) page \d+\b(?!\s+of\b)")
_SHORT_FORMS = {"etc": "and so on, or the list in full", "eg": "for example", "ie": "that is"}


def _is_no_order(text: JudgedText, match: re.Match[str]) -> bool:
    """“Don’t” alone, over what not to do, as the NHS writes it; a reader's own question, “if I don’t”; what has been
    left undone, in a list that goes on with “if you”; and in the United States, whose guides allow contractions, what
    forbids nothing."""
    before = text.plain[: match.start()]
    return (
        before.endswith((" I ", "\nI "))
        or text.sentence_at(match.start()).strip(" *:\n") == match.group()
        or bool(_IS_LEFT_UNDONE.match(text.plain, match.start()) and _GOES_ON_FROM_YOU.search(before[-FARTHEST:]))
        or (text.language.endswith("-US") and not _FORBIDS.match(match.group()))
    )


def _is_of_others(text: JudgedText, match: re.Match[str]) -> bool:
    """Whether it says what is so of things or of other people, reassures, or says what somebody may be unable to do:
    misread, it harms nobody at once."""
    start = match.start()
    ahead = text.plain[max(0, start - _LONGEST_LEAD) : start].rpartition("\n")[2]
    if match.group().lower().startswith(("must", "should")):
        return False
    is_unable = match.group().lower().startswith("can") and _IF_ABLE.search(text.plain[:start][-_LONGEST_LEAD:])
    if _REASSURES.match(text.plain, start) or (is_unable and not text.help_level):
        return True
    return bool(ahead.strip()) and not _OF_READER.search(ahead)


def _contractions(text: JudgedText) -> Iterator[Hit]:
    for match in _CONTRACTION.finditer(text.plain):
        if not _is_no_order(text, match):
            severity = Severity.NOTE if _is_of_others(text, match) else None
            yield Hit(*match.span(), f'"{match.group()}" is easily misread', _in_full(match), severity)


def _in_full(match: re.Match[str]) -> str:
    full = fixes.contraction_in_words(match.group())
    return f'write "{full.capitalize() if match.group()[0].isupper() else full}".'


_LONGEST_LEAD = 30
"""Characters before a range that are looked at."""
LARGEST_OF_TWO = 15
"""Milligrams of the opioid in a tablet with a second medicine."""
_OF_PARACETAMOL_OR_IBUPROFEN = frozenset({200, 300, 325, 400, 500, 650, 750})


def _is_a_name(text: JudgedText, match: re.Match[str]) -> bool:
    """The 15-15 rule; a tablet of two medicines, 5-325."""
    is_of_two = float(match.group(1)) <= LARGEST_OF_TWO and float(match.group(2)) in _OF_PARACETAMOL_OR_IBUPROFEN
    return is_of_two or match.group(1) == match.group(2) or text.plain[match.end() :].startswith(" rule")


def _is_in_a_label_or_name(text: JudgedText, match: re.Match[str]) -> bool:
    """In quotation marks, as it stands on a door or a form; or between words with capitals in a sentence of small ones,
    as of a shop or a department."""
    start, end = match.span()
    ahead, after = text.plain[max(0, start - LONGEST_LABEL) : start], text.plain[end : end + LONGEST_LABEL]
    if is_quoted(text.plain, start, end):
        return True
    said = set(_SMALL_LETTERS.findall(text.sentence_at(start))) - _JOINING
    return bool(said and _NAME_AHEAD.search(ahead) and _NAME_AFTER.match(after))


def _to_range(match: re.Match[str]) -> str:
    lead = match.string[max(0, match.start() - _LONGEST_LEAD) : match.start()]
    return f'write "{fixes.range_in_words(match.group(), lead)}".'


def _spelt_out(match: re.Match[str]) -> str:
    return f'write "{_SHORT_FORMS.get(match.group().lower().replace(".", ""), "it in words")}".'


RULES = (
    TextRule(
        code="HG204", severity=Severity.WARNING,
        in_text=by_pattern(_CAPITALS, "words in block capitals", "write them in small letters."),
        source="RNIB clear print; NHS digital service manual, capitals",
        why="Words in capitals have no shape, so people with poor sight read them letter by letter.",
        remedy="Write them in small letters; say why it matters instead.",
        wrong=("DO NOT STOP your exercises.",),
        right=("Ask your NHS GP to help.",),
    ),
    TextRule(
        code="HG205", severity=Severity.WARNING, fix=fixes.in_full,
        in_text=where_said("' ’", _contractions),
        advice="what is so of things or of other people; don't worry; if you can't",
        source="NHS digital service manual, contractions",
        why="Readers miss the n't, and do what they must not; few know the have in should've.",
        remedy="Write do not, cannot, should have.",
        wrong=("You don't need it.", "You can’t hurt it.", "You should've rested.", "If you ache, don't walk.",
               "If you don't eat, call us.",
               "The cap mustn't get wet.",
               Example("Don't drive.", "en-US"), "- Don't drive.\n- Rest.",
               "Call us if you:\n\n- can't breathe"),
        advised=("If painkillers don't work, call us.", "Don't worry. It goes.", "If you can't come, call us.",
                 "A cold won't make it worse."),
        right=("You do not need it.", "You'll feel better when it's warm.", "Don't:\n\n- run\n- jump",
               "What if I don't take it?", "Tell us if they've been ill, or it's too much for you.",
               "We may cancel if you:\n\n- are late\n- haven't been tested",
               Example("It doesn't hurt.", "en-US")),
    ),
    TextRule(
        code="HG206", severity=Severity.WARNING, fix=fixes.as_range,
        in_text=where_said("- – —", all_of(
            by_pattern(_RANGE, "a range with a dash", _to_range, _is_a_name),
            by_pattern(_UNIT_RANGE, "a range with a dash", _to_range,
                       unless=lambda text, match: bool(_RANGE.match(match.group())) or _is_a_name(text, match)),
        )),
        source="NHS digital service manual, numbers; ISMP error-prone abbreviations",
        why="A dash is taken for a minus, or is not seen: 2-4 becomes 24.",
        remedy="Write 2 to 4.",
        wrong=("Hold for 20-30 seconds.", "Walk for 5–10 minutes.", "It takes 0.5-1.5 hours.",
               "Stitches come out between 2–4 weeks.", "We wait until 4-6weeks after surgery."),
        right=("Hold for 20 to 30 seconds.", "Stitches come out between 2 and 4 weeks.",
               "Call 0117 496-0123.", "It has a half-hour break.",
               "Follow the 15-15 rule.",
               "Take 1 tablet of Percocet 5-325 mg.", "Your tablet is 7.5-325 mg, or 10-325."),
    ),
    TextRule(
        code="HG211", severity=Severity.WARNING, fix=fixes.as_and,
        in_text=where_said("& ( / etc eg ie e i viz cf", all_of(
            by_pattern(_AND_SIGN, '"{}" is hard to read', 'write "and".', _is_in_a_label_or_name),
            by_pattern(_PLURAL, '"{}" is hard to read', "write the plural, or both words."),
            by_pattern(_AND_OR, '"{}" is hard to read', "say which of them: a, b or both; they."),
            by_pattern(_ETC, '"{}" is misread, and read out wrongly', _spelt_out),
        )),
        source="NHS digital service manual, punctuation and abbreviations (and, plurals in brackets, eg, ie, etc)",
        why="Signs and Latin short forms stop the eye, and screen readers read them out wrongly.",
        remedy="Write the words: and, for example, that is, the plural.",
        wrong=("Rest & drink.", "Signs & Symptoms", "Diet & Exercise for You", "Rest & Drink.",
               "Read “Pain” & rest.", "Sit & rest, then read “Getting up”.",
               "Take your tablet(s).", "Bring snacks and/or drinks.", "Eat fruit, e.g. apples.",
               "Bring soap, towels etc."),
        right=("Rest and drink.", "Look at our R&D page.", "Follow the signs to “X-ray & Scans”.",
               'Tick the box "Diet & Fluids" on the form.', "Ask at the Ear, Nose & Throat desk.",
               "Buy it at Hill & Sons.", "Eat fruit, for example apples."),
    ),
    TextRule(
        code="HG216", severity=Severity.WARNING,
        in_text=where_said("page", by_pattern(_PAGE, "each format has other page numbers",
                           "name the part by its heading, in quotation marks: See “When to get help”.")),
        source="UKAAF, minimum standards for clear and large print: large print is laid out anew",
        why="Who reads another format is sent to the wrong page.",
        remedy="Name the part by its heading, in quotation marks.",
        wrong=("See page 4.",),
        right=("See “What you can do”.", "It is on page 2 of your letter."),
    ),
)  # fmt: skip
