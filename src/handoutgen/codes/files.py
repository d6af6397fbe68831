"""What is wrong with a file before anybody reads its words: its YAML, its keys, its pictures, lists of clinics."""

from __future__ import annotations

from handoutgen.codes.subject import Subject

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
