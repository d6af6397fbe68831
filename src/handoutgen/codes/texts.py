"""What is missing, harmful or hard to read in the words of a leaflet or a clinic."""

from __future__ import annotations

from handoutgen.codes.subject import Subject

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
        "HG126": "A strategy that warns, or says when to stop or ask first, has no caution for the short forms.",
        "HG127": "A sign of help does not fit the words before it (error; a warning where it may be right).",
        "HG128": "The record does not say what trusts ask for (note).",
        "HG129": "An exercise has no picture.",
        "HG130": "A strategy has no icon of its own (note).",
        "HG131": "The same sign stands under two levels of help.",
        "HG132": "Keys that the leaflet does not use and that would help it (note).",
        "HG133": "The picture for the title is none of the leaflet's figures (error).",
        "HG134": "A part stands before the sections in the file, and prints after them (note).",
        "HG135": "A waiver (waive) of what nothing finds, or of a finding that is not about words.",
    },
)
SAFETY = Subject(
    "safety",
    ("check",),
    {
        "HG141": "A decimal without its 0: .5 mg (error, ISMP).",
        "HG142": "A 0 that ends a dose: 5.0 mg (error, ISMP).",
        "HG143": "mcg or µg for micrograms, ng for nanograms (error, ISMP).",
        "HG144": "U or IU for units (error, ISMP).",
        "HG145": "Prescribers' Latin: QD, PRN, bd, nocte (error, ISMP).",
        "HG146": "A large number without commas: 100000 units (error; a warning where it is no dose).",
        "HG147": "Two numbers side by side: 2 200mg (error, NHS).",
        "HG148": "A dose in kitchen spoons, ounces or grains (error, ISMP).",
        "HG149": "A dose for each kg of weight, left to the reader to work out (error, PEMAT 7).",
        "HG150": "One quantity in two units: 0.5 g (500 mg); one dose in mg, the next in g (error, ISMP).",
        "HG151": "A number or service for help of another country (error; a warning for a service).",
        "HG152": "An emergency told as a choice: you should call 999 (error, NHS).",
        "HG153": "A sign of help that says no time or amount: persistent, bad (error; if routine, a warning).",
        "HG154": "A text that sends for help, or makes wait, without a time or amount: soon, if it gets bad (NHS).",
        "HG155": "A medicine that is stopped suddenly, without advice (error, BNF).",
        "HG156": "A medicine that makes sleepy, and nothing about driving (error, MHRA).",
        "HG157": "Signs of a stroke without a word that they count even if they pass (error; a warning for a clot).",
        "HG158": "Redness, and nothing about brown or black skin (NHS; an error where it is the only sign for help).",
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
        "HG211": "An &, a plural in brackets, and/or, eg, ie, etc (NHS).",
        "HG212": "A link or address that does not say where it goes: click here, bit.ly (WCAG 2.4.4).",
        "HG213": "Chances out of different numbers (CDC index 17).",
        "HG214": "A main message of more than 3 sentences (CDC index 1).",
        "HG215": "Bullets or numbers pasted into a text, which make no list and run together.",
        "HG216": "A text that sends the reader to a page by its number, which each format has another of.",
        "HG217": "A passive that hides or says last who acts: should be kept dry, checked by a nurse (NHS, PEMAT 5).",
        "HG218": "An office word, where people say another: commence, prior to (CDC, NHS).",
        "HG219": "A medical term is not explained where it first stands (NHS).",
        "HG220": "Two negatives in a sentence: not uncommon, do not hesitate (NHS).",
        "HG221": "A step of more than 2 actions, or of 2 with things, one after the other (PEMAT 22).",
        "HG222": "A figure of speech: right as rain (NHS).",
        "HG223": "A word that frightens or blames the reader (NHS).",
        "HG224": "A label that makes an illness of a person: diabetics (NHS).",
        "HG225": "How much more or less likely, and not how likely (IPDAS).",
        "HG226": "A sum that is left to the reader (PEMAT 7).",
        "HG227": "A date or time that means two things or is cut short: 03/04/2026, 12am, Mon 7 Dec (NHS).",
        "HG228": "A spelling or a medicine's name of the other side of the Atlantic (NHS).",
        "HG229": "What works on a screen alone: scroll down; or a place on the page: on the left, overleaf (WCAG "
        "1.3.3).",
        "HG231": "People with a condition are told what to do, not the reader (PEMAT 21).",
        "HG232": "A noun made of what is done: make an assessment of (NHS).",
        "HG233": "A word of more than 5 syllables (note, PEMAT 3).",
        "HG241": "The leaflet as a whole is hard to read by a formula (NHS: a reading age of 14 at most).",
        "HG242": "A part of the leaflet is hard to read by a formula (note).",
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
TRANSLATIONS = Subject(
    "translations",
    ("check",),
    {
        "HG321": "A part of a translation is not translated: its record says so, or it has the source's words (error).",
    },
)
