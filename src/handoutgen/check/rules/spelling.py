"""Spelling and words of the other side of the Atlantic, by the country that a text is for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handoutgen.check.rules.reading import JudgedText
from handoutgen.check.rules.record import BRITISH, Example, Hit, TextRule
from handoutgen.check.rules.words import WordList, word_list
from handoutgen.diagnostics import Severity
from handoutgen.language import language_of

_AMERICAN = ("US",)


def _of_the_other_side(text: JudgedText) -> Iterator[Hit]:
    countries = text.countries or {language_of(text.language).region or "GB"}
    if countries <= set(BRITISH):
        yield from _foreign(text, word_list("spelling_us"), "a spelling of the United States")
    elif countries <= set(_AMERICAN):
        yield from _foreign(text, word_list("spelling"), "a word or spelling of the United Kingdom")


def _foreign(text: JudgedText, words: WordList, where: str) -> Iterator[Hit]:
    for found in words.found_in(text):
        said = text.plain[found.start : found.end]
        is_told_beside = re.search(rf"\b{re.escape(found.instead)}", text.sentence_at(found.start), re.IGNORECASE)
        is_named = re.search(
            r"\b(?:called|known as|named|the US name is)\s+$", text.plain[max(0, found.start - 20) : found.start]
        )
        if not is_told_beside and not is_named and not said[1:].isupper():
            yield Hit(found.start, found.end, f'"{said}" is {where}', f'write "{found.instead}".')


RULES = (
    TextRule(
        code="HG228", severity=Severity.WARNING, in_text=_of_the_other_side,
        source="NHS digital service manual, spelling; dictionaries of both countries",
        why="A foreign spelling makes readers doubt that a leaflet is meant for them; a foreign medicine's name "
            "is unknown.",
        remedy="Spell as the country does that the leaflet is for.",
        wrong=("You may get diarrhea.", "Write down the color.", "Ask about hemorrhoids.", "It organizes your day.",
               "Take acetaminophen.", Example("You may get diarrhoea.", "en-US"), Example("Take paracetamol.", "en-US"),
               Example("It is in the oesophagus, your food pipe.", "en-US"),
               Example("Write down the colour.", "en-US"), Example("It is for paediatric use.", "en-US")),
        right=("You may get diarrhoea.", Example("You may get diarrhea.", "en-US"),
               "In the US, paracetamol is called acetaminophen.", Example("Take acetaminophen.", "en-US"),
               Example("See our bone and joint (orthopaedic) surgeon.", "en-US"),
               "It is also called acetaminophen.", "Test your blood with a meter."),
    ),
)  # fmt: skip
