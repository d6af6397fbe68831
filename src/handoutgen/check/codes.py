"""Every code the check room can report, with what it means and what it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

COMPLETENESS: Mapping[str, str] = MappingProxyType(
    {
        "HG101": "The leaflet is past its review date (error).",
        "HG102": "The review is due within 90 days (note).",
        "HG103": "More than three years between two reviews.",
        "HG110": "The clinic has not filled in a field that the leaflet uses (error).",
        "HG111": "A strategy does not say why it helps, its benefits or its risks (PEMAT 21, CDC index 13 and 19).",
        "HG112": "A strategy names no source.",
        "HG114": "The leaflet has nothing to write on: no diary, checklist, goals or questions (PEMAT 23).",
        "HG115": "The leaflet has no picture (PEMAT 15).",
        "HG116": "The leaflet does not say what is not known (CDC index 11).",
        "HG117": "The leaflet names no organisation that helps further (DISCERN 7).",
        "HG118": "There is no icon of this name (error).",
        "HG120": "The clinic has approved another version of this leaflet (note).",
        "HG121": "The clinic's colour is too pale for words and is printed darker (note, WCAG 1.4.6).",
        "HG122": "The leaflet is written for another country than the clinic's.",
    }
)
PLAIN_LANGUAGE: Mapping[str, str] = MappingProxyType(
    {
        "HG201": "A sentence of more than 20 words (NHS).",
        "HG202": "A paragraph of more than 3 sentences (NHS).",
        "HG203": "A list of more than 7 entries (CDC index 8).",
        "HG204": "Three or more words in block capitals (RNIB).",
        "HG205": "A contraction that readers miss: don't, can't, should've (NHS).",
        "HG206": "A range with a dash (NHS: 2 to 4).",
        "HG207": "Patients are spoken about, not to (PEMAT 21).",
        "HG208": "A percentage alone (NHS: 1 in 7).",
        "HG209": "A word is explained, but the leaflet does not use it.",
        "HG210": "An acronym is not explained where it first stands (NHS).",
        "HG211": "An & or a plural in brackets: (s) (NHS).",
        "HG212": "A link that does not say where it goes: click here (WCAG 2.4.4).",
        "HG213": "Chances out of different numbers (CDC index 17).",
        "HG214": "A main message of more than 3 sentences (CDC index 1).",
    }
)
CODES: Mapping[str, str] = MappingProxyType({**COMPLETENESS, **PLAIN_LANGUAGE})
