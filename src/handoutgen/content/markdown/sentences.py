"""Where sentences end: the first of a text and what stands behind it, or all of a line.

A full stop may end no sentence ("approx. 2 times", "Dr. Khan", "am 1. Mai"), and half an instruction may be a wrong
one: where it can be read both ways, the sentence goes on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_BEGINS = r"(?:[-*+]\s|\d{1,9}[.)]\s|\|)"
"""How a list or a table begins."""
_CLOSING = r"(?:[\"'”’»)\]」』）]|\*\*)*"
_SIGN, _SIGN_UNSPACED = "[.!?…؟۔።፧]", "[。！？।]"
_END = re.compile(rf"{_SIGN}{_CLOSING}(?=\s|$)|\n\s*\n|(?=\n\s*{_BEGINS})|{_SIGN_UNSPACED}{_CLOSING}")
"""A sentence's last sign with what closes after it; or the end of a paragraph, also before a list or a table."""
_BLOCK = re.compile(rf"\s*{_BEGINS}")
_PARAGRAPH_ENDS = re.compile(rf"[^\S\n]*(?:\n\s*(?:\n|{_BEGINS})|$)")
_LEADS_ON = (":", "：")
_CLOSED_SENTENCE = re.compile(rf"(?:{_SIGN}|{_SIGN_UNSPACED}){_CLOSING}$")
_ESCAPED = re.compile(r"\\.", re.DOTALL)
_OPENED, _CLOSED = re.compile(r"[\[(（「『]"), re.compile(r"[\])）」』]")
_NEXT = re.compile(r"[^\w{]{0,40}([\w{])")
"""The first letter or figure of what follows, past signs that open something; or a field of a clinic."""
_LAST_WORD = re.compile(r"[^\s(\[{\"'“„«‘*/|]*$")
_ORDINAL = re.compile(r"(?<![\w.,:/-])\d{1,2}$")
_WITH_STOPS = re.compile(r"[^\W\d_]|(?:[^\s.\d]{1,4}\.)+[^\s.\d]{1,4}")
"""A letter alone, or short for several words: p.m, z.B, т.е."""
_NO_LETTERS = re.compile(r"^[\W\d_]+")
_FARTHEST = 40
"""Characters before a full stop that are looked at."""
_ABBREVIATIONS_OF_ALL_LANGUAGES = (
    "dr mr mrs ms mx prof rev st jr vs approx max min hr hrs mins sec secs tab tabs caps tel ext incl dept vol "
    "bzw ca evtl ggf inkl nr std stk str tbl tabl kaps tägl vgl bes fr env ex mme mlle gél cp comp éd "
    "aprox dra sr sra srta ud uds máx mín núm nº n° pág ej cáp dott sig es cpr cps dl dna "
    "np tzn tj godz lek ul pkt např tzv cca hod mudr kb pl sz örn yakl maks sn dk doç bs ths ts pgs hal gng bb tus "
    "δρ κα δηλ τηλ περ μέγ ελάχ δισκ χαπ др пр напр прим тел табл таб капс мин макс ул проф сут сек хв мін вул "
    "تل डॉ डा मि ডা ডঃ ડૉ ડો ਡਾ மி டா"
)
"""In the languages that there are words for, without the stop: what leads to the words behind it. No "etc.", which
may end a sentence, and no word that is a common one without its stop (no, mind, cap)."""
_ABBREVIATIONS = frozenset(_ABBREVIATIONS_OF_ALL_LANGUAGES.split())
LONGEST = 160
"""Characters of a sentence that short forms have a line for."""


def first_sentence(text: str) -> str:
    """The first sentence of a text in full, on one line, however long it is."""
    return " ".join(text[: _first_end(text)].split())


def alone_in_brief(text: str) -> str:
    """The first sentence of a text, on one line, for forms that print nothing else of it. Empty where it cannot stand
    alone: a list or a table begins there, or is what the sentence leads to."""
    end = _first_end(text)
    said = text[:end].rstrip()
    leads_to_a_block = not _CLOSED_SENTENCE.search(said) and _BLOCK.match(text[end:])
    return "" if leads_to_a_block or _BLOCK.match(text) else " ".join(said.split())


def sentences_of(line: str) -> Iterator[str]:
    """The sentences of a text on one line; put together again with a space between them they are the text."""
    start = 0
    for end in _ends(line):
        if line[start:end].strip():
            yield line[start:end].strip()
        start = end
    if line[start:].strip() or not start:
        yield line[start:].strip()


def parted(text: str) -> tuple[str, str]:
    """The first sentence of a text in full, on one line, and what stands behind it. Both are empty where neither can
    stand alone: a list or a table begins there, or strong words or a link of the sentence are closed nowhere."""
    end = _first_end(text)
    sentence, rest = " ".join(text[:end].split()), text[end:]
    is_cut = sentence.count("**") % 2 or sentence.count("[") != sentence.count("]")
    between = text[len(text[:end].rstrip()) : len(text) - len(rest.lstrip())]
    becomes_a_list = _BLOCK.match(rest) and "\n" not in between
    return ("", "") if is_cut or becomes_a_list or _BLOCK.match(text) else (sentence, rest.strip())


def _first_end(text: str) -> int:
    return next(_ends(text), len(text))


def _ends(text: str) -> Iterator[int]:
    """Where the sentences of a text end: never within strong words, a link or brackets."""
    strong, open_brackets, read = 0, 0, 0
    for found in _END.finditer(text):
        said = _ESCAPED.sub("", text[read : found.end()])
        read = found.end()
        strong += said.count("**")
        open_brackets = max(0, open_brackets + len(_OPENED.findall(said)) - len(_CLOSED.findall(said)))
        if not found[0].strip():
            leads_on = text[: found.start()].rstrip().endswith(_LEADS_ON) and not _BLOCK.match(text, found.end())
            strong, open_brackets = (strong, open_brackets) if leads_on else (0, 0)
            is_end = not leads_on
        else:
            is_end = strong % 2 == 0 and not open_brackets and not _goes_on(text, found)
        if is_end:
            yield found.end()


def _goes_on(text: str, found: re.Match[str]) -> bool:
    """Whether the sentence goes on behind a sign that could end it."""
    sign, ahead = found[0][0], _NEXT.match(text, found.end())
    if sign not in ".!?…؟" or not ahead or _PARAGRAPH_ENDS.match(text, found.end()):
        return False
    character = ahead[1]
    # Georgian has small letters alone: what begins there is not told by them.
    if character.islower() and character.title() != character:
        return True
    is_figure = character == "{" or (character.isnumeric() and not character.isalpha())
    if sign not in ".…" or is_figure:
        return is_figure and sign in ".…"
    return sign == "." and _is_short(text[max(0, found.start() - _FARTHEST) : found.start()])


def _is_short(lead: str) -> bool:
    """Whether the stop behind these words is that of an abbreviation, or of a number as of a day."""
    if _ORDINAL.search(lead):
        return True
    last = _LAST_WORD.search(lead)
    word = _NO_LETTERS.sub("", last[0]).casefold() if last else ""
    return word in _ABBREVIATIONS or bool(_WITH_STOPS.fullmatch(word))
