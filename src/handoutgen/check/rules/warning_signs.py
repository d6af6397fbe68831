"""Signs of danger that pass, or that show on some skins alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from handoutgen.check.rules.matching import all_of, by_pattern, first_unless_said, in_sentence, pattern, where_said
from handoutgen.check.rules.reading import JudgedLeaflet, JudgedText
from handoutgen.check.rules.record import Example, Hit, TextRule
from handoutgen.diagnostics import Severity

_STROKE = pattern(
    r"\b(?:signs?|symptoms?) of (?:a |an )?(?:stroke|mini[- ]stroke|TIA)\b"
    r"|\bface (?:that |which |has |is |may have )?(?:drop|droop|fall|fell|weak|numb)\w*|\b(?:drooping|dropped|"
    r"lopsided|fallen) (?:face|mouth|eyelid)"
    r"|\b(?:face|mouth|smile)\b(?:(?![.!?]).){0,40}\b(?:dropped|droops?|drooping|drops|fallen)\b"
    r"|\b(?:arms?|leg|side)\b(?:(?![.!?]).){0,30}\b(?:weak|weakness|numb)\b(?:(?![.!?]).){0,60}\b(?:slurred|speech|"
    r"speak)\b"
    r"|\b(?:cannot|can['’]t|unable to|not be able to) (?:lift|raise) both arms\b"
    r"|\bsudden(?:ly)? (?:\w+ ){0,4}?(?:weak|weakness|numb|numbness)\b(?:(?![.!?]).){0,20}\b(?:arm|face|side)\b"
    r"|\b(?:weak|weakness|numb|numbness)\b(?:(?![.!?]).){0,30}\b(?:1|one) side\b|\bslurred speech\b|\b(?:one|1|"
    r"an?) (?:arm|leg|side) (?:goes|becomes|feels|gets|is) (?:weak|numb|limp)\b|\bspeech (?:that |"
    r"which )?(?:is |may be )?slurred\b|\b(?:speech|words) (?:suddenly )?(?:slurs?|(?:is|are|becomes?|gets?|"
    r"comes? out) "
    r"(?:suddenly )?(?:slurred|jumbled|garbled|muddled))\b"
)
_SUDDENLY = pattern(
    r"\bsudden(?:ly)? (?:\w+ ){0,4}?(?:cannot (?:see|speak|talk|find words|understand)|loss of (?:sight|vision|"
    r"speech)|"
    r"los(?:e|es|t|ing) (?:your |the |their )?(?:sight|vision|speech)|go(?:es)? blind|trouble (?:seeing|speaking)|"
    r"double vision|"
    r"(?:not|unable|not able) (?:to )?(?:see|speak|talk))\b"
    r"|\b(?:sight|vision|speech) (?:in (?:one|1) eye )?(?:suddenly )?(?:goes|is lost|disappears|"
    r"is gone)(?: suddenly)?\b"
)
_CLOT = pattern(
    r"\b(?:signs?|symptoms?) of (?:a |an )?(?:blood clot|clot|DVT|deep vein thrombosis|pulmonary embolism|PE)s?\b"
    r"|\bsudden(?:ly)? (?:(?![.!?]).){0,20}?(?:chest pain|short(?:ness)? of breath|breathless\w*|(?:trouble|"
    r"difficulty) breathing|"
    r"cannot breathe)\b(?:(?![.!?]).){1,50}?\b(?:after|since|following|in the weeks after) (?:(?:your|an?|the|any|long|"
    r"major|hip|knee) )*(?:operation|surgery|replacement|flight|journey|birth|baby|plaster|cast|broken|hospital)\b"
)
_DANGERS = (
    "sudden suddenly words "
    "stroke strokes tia face mouth eyelid smile arm arms leg side weak weakness numb numbness speech clot clots "
    "dvt embolism pe sight vision"
)
_EVEN_IF = pattern(
    r"\beven (?:if|when|though) (?:(?![.!?]).){0,60}\b(?:go(?:es|ne)?|went|stop(?:s|ped)?|pass(?:es|ed)?|better|"
    r"disappear\w*|improve[sd]?|clears?|cleared|settle[sd]?|wear off|last\w*|ease[sd]?|brief|well|fine|over)\b"
    r"|\b(?:if|when) (?:they|it|the signs|the symptoms|your symptoms|symptoms) (?:go|goes|went|have gone|has gone|"
    r"pass|stop|clear)(?: away)? (?:too|as well|again),? (?:still )?(?:call|go)\b|\bwhether or not they (?:pass|go|"
    r"last)\b"
)
_RED = pattern(r"\b(?:red|redder|redness|reddened|reddish|reddening|erythema)\b")
_OF_SKIN = pattern(
    r"\b(?:skin|rash\w*|sores?|wounds?|legs?|calf|calves|patch(?:es)?|hot|warm|swollen|swelling|scars?|cuts?|spots?|"
    r"areas?|blisters?|lumps?|toes?|foot|feet|arms?|joints?|cheeks|face|stitch(?:es)?|itch\w*|bites?|stings?|streaks?|"
    r"marks?|inflamed|inflammation|tender|ulcers?|bump\w*|raised|tight|nappy|infection|infected|redness|raw|burn\w*|"
    r"knee|ankle|breast|penis|vulva|around)\b"
)
_NOT_SKIN = pattern(
    r"\bred (?:blood|cells?|meat|wine|cross|flags?|light|cards?|lens|book|bag|bin|tape|peppers?|lentils|kidney beans|"
    r"ink|line|box|button|wheel|dot)"
    r"|\b(?:eyes?|eyelids?|eyeball|throat|tonsils?|tongue|urine|pee|poo|stools?|vomit|sick|drinks?|conjunctiva|gums?|"
    r"whites? of|blood(?:shot)?|mouth|palate|mucosal?)\b"
)
_NO_SKIN_THERE = pattern(
    r"\b(?:eyes?|eyelids?|conjunctivitis|mouth|gums?|teeth|tooth|tongue|throat|tonsil\w*|laryngitis|sinus\w*|"
    r"nose\w*)\b(?!.*skin)"
)
_PART_INSIDE = (
    r"(?:(?:airways?|air passages?|windpipe|bronch\w*|lungs?|gullet|o?esophagus|stomach|bowels?|intestines?|gut|colon|"
    r"rectum|bladder|urethra|womb|uterus|cervix|gall ?bladder|pancreas|liver|kidneys?|appendix|sinus(?:es)?|nostrils?|"
    r"ear ?drums?|ear canals?|voice ?box|larynx|vocal cords?|retina|linings?)\b(?! (?:operations?|surgery|wounds?|"
    r"drains?|tubes?|catheters?|biops(?:y|ies)|sites?|nurses?|scars?|stomas?|transplants?|removal|replacement)))"
)
_SEEN_INSIDE = r"(?:scans?|X-rays?|ultrasound|camera|telescope|endoscop[ey]|microscope)"
_INSIDE = pattern(
    r"\b(?:red|redder|redness|reddened|reddish|reddening)(?:,? (?:and|or)|,)?(?: (?:sore\w*|swell\w*|swollen|inflam\w*|"
    r"irritat\w*|dry\w*|tender\w*|pain\w*|puffy|narrow\w*)(?:,? (?:and|or)|,)?)*(?: (?:in|of|inside|within|along))?"
    rf"(?: (?:the|your|their|his|her|both|a|an|some))*(?: \w+)? {_PART_INSIDE}"
    rf"|\b{_PART_INSIDE}(?: of (?:your|the) \w+)?(?:,? (?:which|that|is|are|may|can|will|to|be|becomes?|gets?|goes?|go|"
    r"turns?|looks?|very|more|too|and|or|swollen|sore|inflamed|irritated|dry|narrow))* red(?:der|dened|dish)?\b"
    rf"|\b(?:on|under|through|by) (?:an?|the|your) (?:\w+ )?{_SEEN_INSIDE}\b"
    rf"|\b{_SEEN_INSIDE} (?:\w+ ){{0,2}}(?:shows?|sees?|finds?|found|showed|picks? up|looks? for) (?:\w+ ){{0,4}}red"
)
"""What is red inside the body, or on a scan, where no reader looks."""
_ON_THE_SURFACE = pattern(
    r"\b(?:skin|rash\w*|sores?|wounds?|cuts?|scars?|stitch(?:es)?|legs?|calf|calves|patch(?:es)?|spots?|blisters?|"
    r"toes?|foot|feet|arms?|hands?|fingers?|cheeks?|face|bites?|stings?|streaks?|nappy|ulcers?|breasts?|penis|vulva|"
    r"ankles?|knees?|hot|drain|tube|stoma|site)\b"
)
_TONES = pattern(
    r"\b(?:brown|black|dark(?:er)?)(?:,? (?:or|and) \w+)* (?:skins?|tones?)\b|\bskin (?:tones?|colours?|colors?)\b|"
    r"\bskin is (?:brown|black|dark)"
    r"|\bred,? (?:or |hot,? |sore,? |swollen,? |and |pink,? )*(?:darker|purple|brown|grey|gray|discolou?red|dark)\b|"
    r"\b(?:darker|purple|brown|discolou?red),? or red"
    r"|\b(?:harder|difficult|less (?:easy|obvious|visible)) to (?:see|spot|notice) on\b|\bred,? \w+,? \w* ?or darker\b"
    r"|\bred(?:ness)?\b(?:(?![.!?]).){0,25}\b(?:darker|purple|discolou?red)\b"
)
_ANOTHER_SIGN = pattern(
    r"\b(?:hot|warm|heat|swollen|swelling|swells?|pain\w*|sore\w*|tender|hurts?|pus|weeps?|weeping|hard|blister\w*|"
    r"itch\w*|bigger|throbbing|raised|lumps?|bleeds?|bleeding|burn\w*|shiny|darker|wet|smell\w*)\b"
)
"""What can be noticed on any skin."""
_BLOOD = in_sentence(_NOT_SKIN)


def _is_inside(sentence: str) -> bool:
    """Redness within the body alone: nothing of the skin stands in the same sentence."""
    return bool(_INSIDE.search(sentence)) and not _ON_THE_SURFACE.search(sentence)


def _redness(text: JudgedText) -> Iterator[Hit]:
    """An error where redness is all that tells a reader to get help; elsewhere a warning."""
    for match in _RED.finditer(text.plain):
        sentence = text.sentence_at(match.start())
        if (
            _BLOOD(text, match)
            or _is_inside(sentence)
            or not (_OF_SKIN.search(sentence) or _is_told_where_it_counts(text))
        ):
            continue
        is_alone = text.help_level in ("emergency", "urgent") and not _ANOTHER_SIGN.search(sentence)
        message = f'"{match.group()}" shows less on brown or black skin, and nothing says so'
        hint = "say what it looks like there: redness may be harder to see on brown or black skin."
        yield Hit(*match.span(), message, hint, Severity.ERROR if is_alone else Severity.WARNING)


def _help(sign: str, action: str = "") -> Example:
    level: dict[str, object] = {"signs": [sign], **({"action": action} if action else {})}
    return Example(keys={"help": {"emergency": level}})


def _is_told_where_it_counts(text: JudgedText) -> bool:
    return bool(text.help_level) or text.stands_under("symptoms", "stop_if", "ask_first")


_LOOK_FOR_REDNESS = first_unless_said(
    where_said("red redder redness reddened reddish reddening erythema", _redness), _TONES
)


def _first_redness(read: JudgedLeaflet) -> Iterable[Hit]:
    """None in a leaflet about what has no skin: eyes, mouth, throat."""
    return () if _NO_SKIN_THERE.search(read.leaflet.title) else _LOOK_FOR_REDNESS(read)


_GET_HELP = pattern(
    r"\b(?:(call|ring|phone|dial)|(return|come back)|(go) to)\b"
    r"(?=(?:(?![.!?;]).){0,80}(?:\.?\s*$|:|\b(?:if|when)\b|\d{3}|A&E))"
)
"""What a reader is told to do about signs, before them."""
_PASSING = first_unless_said(
    where_said(_DANGERS, all_of(
        by_pattern(_STROKE, '"{}" can pass, and nothing says to {verb} even so', "{verb}"),
        where_said("sudden suddenly sight vision speech", by_pattern(
            _SUDDENLY, '"{}" can pass, and nothing says to {verb} even so', "{verb}",
        )),
        by_pattern(_CLOT, '"{}" can ease, and nothing says to {verb} even so', "{verb}", severity=Severity.WARNING),
    )),
    _EVEN_IF,
)  # fmt: skip


def _signs_that_pass(read: JudgedLeaflet) -> Iterator[Hit]:
    """With the verb that leads to them: call, return, go."""
    for hit in _PASSING(read):
        verb = _verb_over(read, hit)
        hint = f"add: {verb.capitalize()} even if the signs go away."
        yield replace(hit, message=hit.message.replace("{verb}", verb), hint=hint)


def _verb_over(read: JudgedLeaflet, hit: Hit) -> str:
    text = next(text for text in read.texts if text.path == hit.path)
    level = getattr(read.leaflet.help, text.help_level) if text.help_level else None
    leads = (text.plain[: hit.start], getattr(level, "action", None) or "")
    told = next((found for lead in leads for found in [*_GET_HELP.finditer(lead)][-1:]), None)
    if told is None:
        return "call"
    return "go there" if told.group(3) else " ".join(told.group().lower().split()[: 2 if told.group(2) else 1])


RULES = (
    TextRule(
        code="HG157", severity=Severity.ERROR,
        in_leaflet=_signs_that_pass,
        source="NHS, stroke and TIA: call 999 even if the symptoms disappear; NICE NG128",
        why="Signs that pass within an hour seem harmless: the stroke that follows disables or kills.",
        remedy="Add: Call even if the signs go away.",
        wrong=(_help("a face that drops on 1 side"), _help("sudden slurred speech"), "Know the symptoms of a stroke.",
               "Call 999 if your words suddenly come out jumbled.", "Call 999 if you suddenly lose the sight of 1 eye.",
               "Call 999 if you are suddenly breathless after a long flight.", "Learn the signs of a blood clot."),
        right=(_help("a face that drops on 1 side", "Call even if the signs go away."),
               "Know the symptoms of a stroke. Call 999 even if they pass.", "A stroke is sudden.",
               "Call 999 if you suddenly cannot see, even if it passes.", "Call 999 if you suddenly get chest pain.",
               "A clot is a lump of blood."),
    ),
    TextRule(
        code="HG158", severity=Severity.WARNING,
        in_leaflet=_first_redness,
        source="NHS digital service manual, inclusive content: skin symptoms; British Association of Dermatologists",
        why="On brown and black skin infection and burns hardly look red: readers wait, and are treated too late.",
        remedy="Say how it looks on brown and black skin, or name a sign that all can see: hot, swollen, painful.",
        wrong=("Call us if the skin around the wound is red.", "A red rash may spread.",
               "Look for redness and swelling.", "Tell us after your scan if it is red and swollen.",
               "Look for redness where the tube goes into your stomach.",
               "Call us if the area is red and swollen after your bowel operation.",
               "Look for redness around your bladder catheter.", "It can cause bowel disease, and red lumps.",
               "Tell your lung nurse if it is red and itchy.", "Call us if a joint is red and warm."),
        right=("Call us if the skin is red. Redness may be harder to see on brown or black skin.",
               "You may get red, itchy eyes.", "A red patch in your mouth may hurt.",
               "You make fewer red blood cells.", "Eat less red meat.",
               "An inhaler calms redness and swelling in the lungs.", "Acid makes the gullet red and swollen.",
               "On a scan, an inflamed joint shows as a red area.", "The lining of your bowel is red and inflamed.",
               _help("a cough, as your windpipe is red"),
               Example("Call us if it gets red.", keys={"title": "Mouth ulcers"}),
               "Call us if a leg is hot, red or darker than usual."),
    ),
)  # fmt: skip
