"""Every code a finding can have, once, with what it means; the tables of `docs/checks.md` are made from here.

A code never changes its meaning and is never given away again: clinics' own programs look for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Subject:
    """Findings about one subject."""

    name: str
    """The name of its table in `docs/checks.md`."""
    rooms: tuple[str, ...]
    """The rooms of the house that report these codes, and no others."""
    meanings: Mapping[str, str]


READING = Subject(
    "reading",
    ("content",),
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
        "HG012": "A # that cuts a text short (a warning where it may begin a comment).",
    },
)
SHAPE = Subject(
    "shape",
    ("content",),
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
        "HG035": "A place, a range, an arc or a direction in a pose that is not written as it must be.",
        "HG036": "A thing in a pose without its type, or with an unknown type.",
        "HG038": "More problems than can be told at once.",
        "HG039": "A value that cannot be used here.",
    },
)
MARKDOWN = Subject(
    "markdown",
    ("content",),
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
    },
)
RULES = Subject(
    "rules",
    ("content",),
    {
        "HG061": "An id is used twice, or a leaflet in a ready pack.",
        "HG062": "A part names a source that is not in the list of sources.",
        "HG063": "A section is placed after a part that does not exist, or round in a circle.",
        "HG064": "The dates of the review record are out of order.",
        "HG065": "The leaflet is marked approved but names no approval.",
        "HG066": "A figure's or logo's file name is not a plain name with a known ending.",
        "HG067": "A figure's or logo's file is not in its folder.",
        "HG068": "The file's name or folder does not match the language or id inside it (warning).",
        "HG069": "A figure, or a label in it, says the same thing in two ways, or points at what is not there.",
    },
)
POSES = Subject(
    "poses",
    ("content",),
    {
        "HG091": "A pose shows nothing, or more than one kind of scene.",
        "HG092": "Words of a pose that exclude each other, such as a target and an angle.",
    },
)
DRAWN = Subject(
    "drawn",
    ("service",),
    {
        "HG093": "A joint of a pose is past its range, or a hand or foot cannot reach its place (warning).",
        "HG501": "A part of the body is inside a thing: a limb in the mat, a head in the wall (warning).",
        "HG502": "A person who would fall over, or floats (warning).",
        "HG503": "Lines that cross, lie too close or are too pale to be seen, or a drawing that is too large (note).",
    },
)
DRAWINGS = Subject(
    "drawings",
    ("library", "check"),
    {
        "HG094": "There is no pose of this name (error).",
        "HG095": "A pose has no drawing: it has not been drawn yet (error in a leaflet that shows it).",
        "HG096": "A drawing shows an older state of its pose (warning).",
        "HG097": "A drawing was made by an older version of the program (note).",
        "HG098": "A label points at a part that the drawing does not show, or the drawing tells no parts (error).",
        "HG099": "Neither a figure nor its pose says in words, in the leaflet's language, what it shows (error).",
    },
)
KIND = Subject(
    "kind",
    ("content",),
    {
        "HG051": "A part or section that this kind of leaflet needs is missing.",
        "HG052": "A section that readers must meet first stands after another.",
        "HG053": "A leaflet about a medicine does not say how much to take.",
        "HG054": "A section has no title, and its id has no heading of its own.",
        "HG055": "A table row has another number of cells than the table's head.",
        "HG056": "A level of help has no signs and does not say why, or has both.",
        "HG057": "The leaflet says nowhere when to get help.",
        "HG058": "A reason (none_because) for what the leaflet has, or for what nothing asks for.",
    },
)
PICTURES = Subject(
    "pictures",
    ("pictures",),
    {
        "HG071": "The file is damaged: XML or image data that cannot be read.",
        "HG072": "The file would run, load or expand something, or its name leads out of the figures folder.",
        "HG073": "The picture uses something that cannot be printed exactly.",
        "HG074": "Too many bytes, pixels, shapes or levels.",
        "HG075": "Empty, without a size, or with numbers that make no sense.",
        "HG076": "Not an SVG, PNG or JPEG file.",
        "HG077": "There is no such file.",
        "HG078": "The picture is white, or see-through, all over: nothing of it shows on paper (warning).",
        "HG079": "The photograph has too few pixels for the size at which it is printed (warning).",
    },
)
LISTS = Subject(
    "lists",
    ("clinic_list",),
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
    },
)
COMPLETENESS = Subject(
    "completeness",
    ("check", "build"),
    {
        "HG101": "The leaflet is past its review date (error).",
        "HG102": "The review is due within 90 days (note).",
        "HG103": "More than three years between two reviews.",
        "HG110": "The clinic has not filled in a field that the leaflet uses (error).",
        "HG111": "A strategy does not say why it helps, its benefits or its risks (PEMAT 21, CDC index 13 and 19).",
        "HG112": "A strategy names no source.",
        "HG114": "The leaflet has nothing to write on: no tool, and no table with an empty cell (PEMAT 23).",
        "HG115": "The leaflet has no picture (PEMAT 15).",
        "HG116": "The leaflet does not say what is not known (CDC index 11).",
        "HG117": "The leaflet names no organisation that helps further (DISCERN 7).",
        "HG118": "There is no icon of this name (error).",
        "HG120": "The clinic has approved another version of this leaflet (note).",
        "HG121": "The clinic's colour is too pale for words and is printed darker (note, WCAG 1.4.6).",
        "HG122": "The leaflet is written for another country than the clinic's.",
        "HG123": "A phone number of the clinic is not a whole number where the clinic is.",
        "HG124": "A text shows a clinic's field: the leaflet needs a clinic, and one that has filled it in.",
        "HG125": "A text, name or number is still the sample that came with a starter, commented ones too (error).",
        "HG126": "A strategy that says when to stop or when to ask first has no caution for the short forms.",
        "HG127": "A sign of help does not fit the words before it (error; a warning where it may be right).",
        "HG128": "The record does not say what trusts ask for (note).",
        "HG129": "An exercise has no picture.",
        "HG130": "A strategy has no icon of its own (note).",
        "HG131": "The same sign stands under two levels of help.",
        "HG132": "Keys that the leaflet does not use and that would help it (note).",
        "HG133": "The picture for the title is none of the leaflet's figures (error).",
        "HG134": "A part stands before the sections in the file, and prints after them (note).",
    },
)
PLAIN = Subject(
    "plain",
    ("check",),
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
        "HG215": "Bullets or numbers pasted into a text, which make no list and run together.",
        "HG216": "A text that sends the reader to a page by its number, which each format has another of.",
    },
)
CHARACTERS = Subject(
    "characters",
    ("check",),
    {
        "HG301": "A character that no font of the program has (error).",
    },
)
LANGUAGE = Subject(
    "language",
    ("check",),
    {
        "HG311": "The texts are in the letters of another language than the leaflet's tag says (error).",
        "HG312": "A text has no letter of the leaflet's language (warning).",
        "HG313": "The program has no fixed words in the leaflet's language, or lacks some (error).",
        "HG314": "No native reader has checked the fixed words in the leaflet's language (note).",
    },
)
ROOM = Subject(
    "room",
    ("layout",),
    {
        "HG302": "A block marked optional is left out of a small form, with what it warns of, for want of room (note).",
        "HG303": "A key point is left out of a small form: there is no room for it (note).",
        "HG304": "What the essential leaflet leaves out of the full one (note).",
        "HG305": "Sections of which a short form says no more than what keeps readers safe, or not even that (note).",
        "HG306": "Parts to write on, which are a sheet of their own (note).",
        "HG307": "Help levels, or what else to do at one, that a small form has no room for (note).",
        "HG308": "Strategies that are left out because others are chosen (note).",
        "HG309": "A form that is not for one person does not say what is typed for one (note).",
    },
)
PLANS = Subject(
    "plans",
    ("batch",),
    {
        "HG401": "A leaflet, clinic, tag, format or size that is not there.",
        "HG402": "A format and size, or a leaflet and language, that do not go together.",
        "HG403": "Two files would get the same name, as the pattern for names leaves out what they differ in.",
        "HG404": "A pattern for names that no system takes as a file name, or with an unknown field.",
        "HG405": "Two leaflets or clinics with the same id.",
        "HG406": "A row of exclude that names nothing.",
        "HG407": "A plan without rows: all are left out.",
        "HG408": "A plan that asks for more files than one plan can.",
    },
)
PACKS = Subject(
    "packs",
    ("library",),
    {
        "HG601": "A ready pack names a leaflet that is not there (error).",
    },
)
SUBJECTS = (
    READING, SHAPE, MARKDOWN, RULES, KIND, POSES, DRAWN, DRAWINGS, PICTURES, LISTS, COMPLETENESS, PLAIN, CHARACTERS,
    LANGUAGE, ROOM, PLANS, PACKS,
)  # fmt: skip

MEANINGS: Mapping[str, str] = MappingProxyType(
    {code: meaning for subject in SUBJECTS for code, meaning in subject.meanings.items()}
)
FOR_WHO_PRINTS = frozenset(
    {"HG120", "HG121", "HG122", "HG123", "HG302", "HG303", "HG304", "HG305", "HG306", "HG307", "HG308", "HG309"}
)
"""What concerns whoever prints a leaflet, not its author: another version approved, a colour printed darker, a text
for another country, a block left out."""
