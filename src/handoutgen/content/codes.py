"""Every code the content room can report, with what it means; `docs/checks.md` is held in step by a test."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

READING: Mapping[str, str] = MappingProxyType(
    {
        "HG001": "The file is not UTF-8 text.",
        "HG002": "A control character or an invisible mark that turns text round.",
        "HG003": "A tab is used for indentation.",
        "HG004": "The file is too large, empty, or not a list of keys and values.",
        "HG005": "The YAML cannot be read from here on.",
        "HG006": "A key is written twice in the same place.",
        "HG007": "An anchor, an alias, a merge key or a tag: YAML features a leaflet does not need.",
        "HG008": "The nesting is too deep.",
        "HG009": "More than one document in a file.",
        "HG010": "A key that is not plain text.",
        "HG011": "A key or a list entry without a value.",
        "HG012": "A # that may have cut a text short (warning).",
    }
)
SHAPE: Mapping[str, str] = MappingProxyType(
    {
        "HG021": "An unknown key.",
        "HG022": "A key that must be there is missing.",
        "HG023": "A text is too long.",
        "HG024": "A text is empty.",
        "HG025": "A text has the wrong form (an id, a language tag, a web address, a version, a year, a code).",
        "HG026": "A text is wanted, but there is a list or a group of keys.",
        "HG027": "A list is wanted, but there is a single value or a group of keys.",
        "HG028": "A group of keys is wanted, but there is a single value or a list.",
        "HG029": "A list has too few or too many entries.",
        "HG030": "A word that is not one of the allowed ones.",
        "HG031": "A number is wanted, or the number is out of range.",
        "HG032": "A date is wanted as YYYY-MM-DD, or the day does not exist.",
        "HG033": "true or false is wanted.",
        "HG034": "A tool without its kind, or with an unknown kind.",
        "HG038": "More problems than can be told at once.",
        "HG039": "A value that cannot be used here.",
    }
)
MARKDOWN: Mapping[str, str] = MappingProxyType(
    {
        "HG041": "Markdown that leaflets do not use: headings, quotes, code, rules, lists in one-line texts.",
        "HG042": "HTML or a character entity.",
        "HG043": "An image in a text.",
        "HG044": "Italics or strikethrough.",
        "HG045": "A link that is not finished, has no words, or goes where a leaflet must not.",
        "HG046": "An unknown field, or a brace that is not part of one.",
        "HG047": "A field the clinic has not filled in.",
        "HG048": "A forced line break, or more than one paragraph in a one-paragraph text.",
        "HG049": "A table row that does not match its header, or a list nested too deep.",
    }
)
RULES: Mapping[str, str] = MappingProxyType(
    {
        "HG061": "An id is used twice.",
        "HG062": "A strategy names a source that is not in the list of sources.",
        "HG063": "A section is placed after a part that does not exist, or round in a circle.",
        "HG064": "The dates of the review record are out of order.",
        "HG065": "The leaflet is marked approved but names no approval.",
        "HG066": "A figure's or logo's file name is not a plain name with a known ending.",
        "HG067": "A figure's or logo's file is not in its folder.",
        "HG068": "The file's name or folder does not match the language or id inside it (warning).",
    }
)
LISTS: Mapping[str, str] = MappingProxyType(
    {
        "HG081": "A row has the wrong number of cells, or a quote in it is never closed.",
        "HG082": "A row does not say the clinic's name, or where it is.",
        "HG083": "The spreadsheet has changed a value: a shortened number, a lost 0, hours turned into a date.",
        "HG084": "A cell is not what its column should hold: a phone number, an address on the web, a country.",
        "HG085": "A cell holds control characters or was garbled when the list was saved.",
        "HG086": "A cell holds more than one value where there is room for one.",
        "HG087": "Rows are the same clinic but do not say the same of it.",
        "HG088": "The clinic's file is there already, and has problems.",
        "HG089": "A cell holds a character that no font has.",
    }
)
CODES: Mapping[str, str] = MappingProxyType({**READING, **SHAPE, **MARKDOWN, **RULES, **LISTS})
