"""Doses as they are written: what is misread by a factor of 10, 100 or 1,000."""

from __future__ import annotations

import re

from handoutgen.check.rules import fixes
from handoutgen.check.rules.matching import DIGITS, all_of, any_of, before, by_pattern, in_sentence, pattern, where_said
from handoutgen.check.rules.medicine_names import LIQUIDS, STEMS
from handoutgen.check.rules.reading import JudgedText
from handoutgen.check.rules.record import Example, TextRule
from handoutgen.diagnostics import Severity

UNIT = (
    r"(?:milligrams?|micrograms?|nanograms?|kilograms?|grams?|millilit(?:re|er)s?|lit(?:re|er)s?|mcgs?|[µμ]g|mgs?|"
    r"ngs?|kgs?|gm?s?|m[lL]s?|[µμ][lL]|mmols?|millimoles?|international units?|units?|IU|iu|mega ?units?|puffs?|"
    r"tablets?|capsules?|drops?|sachets?|patches|patch|sprays?|mEq|cc)"
)
ISMP = "ISMP, list of error-prone abbreviations, symbols and dose designations"
_NHS = "NHS digital service manual, measurements and numbers"
_METRIC = ("en", "cy", "ga", "es", "fr", "de", "it", "pt", "nl", "pl")
"""Languages in which doses are written with these figures and units; some have a comma for the point."""
_NAKED = re.compile(rf"(?<![\w.,])[.,]\d+(?=\s?-?(?:{UNIT}|%|to|of a)\b|\s?%)")
_TRAILING = re.compile(rf"(?<![\w.,])(\d[\d,]*)(?:\.0+|,0{{1,2}})(?=\s?-?{UNIT}\b|\s?%)")
_NOT_A_DOSE = pattern(r"\b(?:pH|version|INR|HbA1c|HbA1C|score|level|result|reading)(?: of| is| was| at| between)? $")
_MICRO = re.compile(r"(?<![A-Za-z])(?:mcgs?|MCG|Mcg|[µμ]gs?|ug|[µμ][lL])(?![A-Za-z])")
_TAUGHT = pattern(
    r"(?:mcgs?|[µμ]g|ug)[”’\"')]*,? (?:\(|=|(?:which |it |that )?(?:is |are )?(?:short for|stands? for|means?|"
    r"the same as)).{0,30}"
    r"micrograms?|micrograms? (?:\(|(?:may |can |is |are |be )*(?:written|shortened|shown|printed|called|"
    r"abbreviated) (?:as |to )?)"
    r"[“‘\"'(]*(?:or )?(?:mcgs?|[µμ]g|ug)"
    r"|\b(?:label|box|pack|prescription|bottle)\b.{0,30}\b(?:says?|shows?|writes?|reads?)\b.{0,12}(?:mcgs?|[µμ]g|"
    r"ug).{0,60}micrograms?"
)
"""The short form as a reader meets it on a box, with what it means."""
_NANO = re.compile(r"(?<=[\d\s])ng(?=$|[\s.,;:/)])")
_BARE_UNIT = re.compile(r"(?<![\w.])(\d[\d,.]*)\s?(?:[Uu]|IU|iu|i\.u\.|I\.U\.|MU)(?![A-Za-z.-]\w|\w)")
_NO_COMMA = re.compile(rf"(?<![\w.,+-])(?<!\d[ -])(\d{{4,}})(?=\s?-?(?:{UNIT})\b)")
_LARGE = re.compile(r"(?<![\w.,+/@#-])(?<!\d[ -])([1-9]\d{4,6})(?![\w/@-]|[.,]\d| \d)")
_A_NUMBER_TO_CALL = pattern(
    r"\b(?:call|dial|ring|text|phone|tel|telephone|number|code|ref|reference|fax|extension|charity|no\.?|PO Box|"
    r"SMS)(?: \w+){0,3}:? ?$"
)
_TWO_NUMBERS = re.compile(
    r"(?<![\w.,/:-])(?<!\d\s)(\d{1,3})\s(\d[\d,]*(?:\.\d+)?)\s?-?(mg|g|micrograms?|mcg|milligrams?|grams?|m[lL]|"
    r"units?|mmol|kg)\b"
)
_NOT_TWO = pattern(r"\b(?:age|aged|at|day|days|step|stage|type|grade|week|weeks|hours?|pm|am|chapter|page|level|is) $")
_MANY = pattern(
    r"\b\d[\d,.]* ?x ?\d[\d,.]* ?(?:mg|g|micrograms?|m[lL]|units?)\b|\b\d[\d,.]* ?(?:mg|g|micrograms?|m[lL]) ?x ?\d+"
)
_MEASURES = (
    "spoon spoons spoonful spoonfuls teaspoon teaspoons teaspoonful teaspoonfuls tablespoon tablespoons "
    "tablespoonful tablespoonfuls dessertspoon dessertspoons dessertspoonful dessertspoonfuls tsp tsps tbsp tbsps "
    "capful capfuls oz fl ounce ounces dram drams grain grains minim minims pint pints"
)
_SPOON = pattern(r"\b(?:(?:tea|table|dessert)[ -]?)?spoon(?:ful|fuls|s|sful)?\b|\b(?:tsps?|tbsps?)\b\.?|\bcapfuls?\b")
_IMPERIAL = pattern(r"\b(?:fl\.? ?oz|fluid ounces?|fluid drams?|drams?|grains?|minims?|pints?|ounces?|oz)\b")
_MEDICINE = pattern(
    r"\b(?:medicines?|medication|syrup|linctus|suspension|antibiotics?|antacids?|laxatives?|paracetamol|"
    r"acetaminophen|aspirin|"
    r"ibuprofen|calpol|amoxicillin|penicillin|lactulose|gaviscon|antihistamines?|morphine|oramorph|codeine|doses?|"
    r"dosage|cetirizine|chlorphen\w+|baclofen|methadone|iron|elixir|mixture|oral (?:solution|liquid)|tablets?|"
    rf"prednisolone|domperidone|senna|peptac|{LIQUIDS}|{STEMS}|(?:times|twice|once) (?:a|each|per|every) day|"
    rf"(?:twice|once|three times|"
    r"3 times) daily|every \d+(?: to \d+)? hours)\b"
)
_NO_SPOON_DOSE = pattern(
    r"\b(?:do not use|never use|never(?: with| in)?|no|don['’]t use|instead of|rather than|not (?:a|with a|in a)|"
    r"avoid|isn['’]t|is not|"
    r"are not) (?:an? |the |your |any )?(?:ordinary |kitchen |household |normal |food |usual |metal )*$"
)
_NOT_WITH_IT = pattern(
    r"\b(?:do not|don['’]t|never)(?:(?![.!?]).){0,60}\b(?:use|measure|with|in)\b(?:(?![.!?]).){0,40}spoon"
)
_FOOD = pattern(
    r"\b(?:of|with) (?:\w+ )?(?:salt|sugar|honey|oil|vinegar|bran|seeds?|linseeds?|jam|yoghurt|yogurt|food|"
    r"peanut butter|squash|porridge|water|bicarbonate|baking soda|lemon juice|milk|rice|vegetables|peas|beans|lentils|"
    r"cereal|washing)\b"
)
_SPOON_THAT_COMES = pattern(
    r"\b(?:5 ?m[lL]|2\.5 ?m[lL]|10 ?m[lL]|medicine|measuring|plastic|dosing|oral|syringe or|the|its) (?:plastic |"
    r"measuring )*$"
)
SPOON_AND_ML = pattern(
    r"\b\d+(?:\.\d+)? ?m[lL]s?,? ?(?:\(|=|or ) ?(?:about |around |equal to )?(?:\d+|one|two|half an?|a|1/2|"
    r"½) (?:level |rounded )?(?:tea|table|dessert)?spoon(?:ful|fuls|s)?\b"
    r"|\b(?:\d+|one|two|half an?|a) (?:level )?(?:tea|table|dessert)spoons?(?:ful|fuls)? ?(?:\(|=|"
    r"or ) ?(?:about )?\d+(?:\.\d+)? ?m[lL]s?\b"
)


def _with_commas(match: re.Match[str]) -> str:
    return f'write "{int(match.group(1)):,}".'


def _is_large(text: JudgedText, match: re.Match[str]) -> bool:
    return bool(_NO_COMMA.match(text.plain, match.start()))


RULES = (
    TextRule(
        code="HG141", severity=Severity.ERROR, languages=_METRIC, source=f"{ISMP}; {_NHS}", fix=fixes.with_zero,
        in_text=where_said(DIGITS, by_pattern(
            _NAKED, '"{}" has no 0 before its point', lambda match: f'write "0{match.group()}".',
        )),
        why="The point is not seen, and .5 mg becomes 5 mg: ten times the dose.",
        remedy="Write the 0: 0.5 mg.",
        wrong=(Example("Toma ,5 mg.", "es"), "Take .5 mg at night.", "Take .25 micrograms.", "Use .1% cream."),
        right=("Take 0.5 mg at night.", "Rest. 5 mg is a low dose.", "Go to www.example.5 at 2.5 km."),
    ),
    TextRule(
        code="HG142", severity=Severity.ERROR, languages=_METRIC, source=ISMP, fix=fixes.without_zeros,
        in_text=where_said(DIGITS, by_pattern(
            _TRAILING, '"{}" ends in a 0 that is not needed', lambda match: f'write "{match.group(1)}".',
            unless=before(_NOT_A_DOSE),
        )),
        why="The point is not seen, and 5.0 mg becomes 50 mg: ten times the dose.",
        remedy="Leave the point and the 0 out: 5 mg.",
        wrong=(Example("Toma 5,0 mg.", "es"), "Take 5.0 mg at night.", "Inject 10.0 units.", "Take 1.00g."),
        right=("Take 5 mg at night.", "Take 5,000 mg in all.", "A pH of 5.0 is acid.", "Take 10 mg or 0.05 mg.",
               "A level of 7.0 mmol is high."),
    ),
    TextRule(
        code="HG143", severity=Severity.ERROR, languages=_METRIC, source=f"{ISMP}; {_NHS}",
        in_text=where_said("mcg mcgs µg μg µgs ug µl μl µ μ ng "+DIGITS, all_of(
            by_pattern(_MICRO, '"{}" is read as mg', 'write "micrograms" (of a liquid: millilitres).',
                       unless=in_sentence(_TAUGHT)),
            by_pattern(_NANO, '"{}" is read as mg', 'write "nanograms".'),
        )),
        why="mcg and µg are read as mg: a thousand times the dose.",
        remedy="Write micrograms.",
        wrong=("Take 100mcg a day.", "Take 50 µg.", "Take 50 μg a day.", "Take 25 ug.", "Take 50mcg (1 tablet)."),
        right=("Take 100 micrograms a day.", "On the label, mcg means micrograms.",
               "Micrograms may be written as “µg”.", "Drink from a mug."),
    ),
    TextRule(
        code="HG144", severity=Severity.ERROR, source=ISMP,
        in_text=where_said(DIGITS, by_pattern(
            _BARE_UNIT, '"{}" is read as another number', lambda match: f'write "{match.group(1)} units".',
        )),
        why="U is read as 0 or 4, and IU as IV or 10: 10U becomes 100.",
        remedy="Write units.",
        wrong=("Inject 10U of insulin.", "Inject 4 u at noon.", "Take 400 IU of vitamin D.", "Take 400iu a day."),
        right=("Inject 10 units of insulin.", "Take 400 units of vitamin D.", "Do 10 U-turns."),
    ),
    TextRule(
        code="HG146", severity=Severity.ERROR, source=f"{ISMP}; {_NHS}",
        in_text=where_said(DIGITS, all_of(
            by_pattern(_NO_COMMA, '"{}" has no comma', _with_commas),
            by_pattern(_LARGE, '"{}" has no comma', _with_commas, severity=Severity.WARNING,
                       unless=any_of(_is_large, before(_A_NUMBER_TO_CALL))),
        )),
        why="Nobody counts zeros: 100000 units is read as 10,000 or a million.",
        remedy="Write a comma after the thousands: 100,000 units; or 1 million.",
        wrong=("Inject 100000 units.", "Take 1000 units a day.", "Take 2500mg.", "About 20000 people have it."),
        right=("Inject 100,000 units.", "It began in 1998.", "Text 85258 at any time.", "Call 0300 123 4567.",
               "Take 500 mg."),
    ),
    TextRule(
        code="HG147", severity=Severity.ERROR, source=f"{_NHS} (one or two 200mg tablets)",
        in_text=where_said(DIGITS, all_of(
            by_pattern(
                _TWO_NUMBERS, '"{}" is read as one number',
                lambda m: f'say how many in words or apart: "{m.group(1)} tablets of {m.group(2)}{m.group(3)}".',
                unless=before(_NOT_TWO),
            ),
            by_pattern(_MANY, '"{}" is read as one number', "say how many tablets of how much: 2 tablets of 200mg."),
        )),
        why="2 200mg is read as 2,200mg.",
        remedy="Write two 200mg tablets, or 2 tablets of 200mg.",
        wrong=("Take 2 200mg tablets.", "Take 1 500 mg capsule.", "Take 2 x 500mg tablets."),
        right=("Take 2 tablets of 200mg.", "Take two 200mg tablets.", "On day 2 500 mg is enough.",
               "Take 2,200mg in all."),
    ),
    TextRule(
        code="HG148", severity=Severity.ERROR, source="ISMP, metric units only for oral liquids; MHRA",
        in_text=where_said(_MEASURES, all_of(
            by_pattern(
                _SPOON, '"{}" is no measure for a medicine',
                "give the dose in ml, with the syringe or spoon of the pack.",
                unless=any_of(
                    lambda text, match: not _MEDICINE.search(text.sentence_at(match.start())),
                    before(_NO_SPOON_DOSE, 60), before(_SPOON_THAT_COMES, 30), in_sentence(_FOOD),
                    in_sentence(_NOT_WITH_IT),
                    in_sentence(pattern(r"\bis not (?:exact|accurate)|\bspoon (?:that|which) (?:came|comes)")),
                    lambda text, match: bool(SPOON_AND_ML.search(text.sentence_at(match.start()))),
                ),
            ),
            by_pattern(
                _IMPERIAL, '"{}" is no measure for a medicine', "give the dose in mg or ml.",
                unless=any_of(
                    lambda text, match: not _MEDICINE.search(text.sentence_at(match.start())),
                    in_sentence(pattern(r"\b(?:water|"
                                        r"fluids|fluid(?! ounce)|juice|squash|beer|milk(?! of magnesia)|weigh\w*|"
                                        r"cheese|whole grains?|wine|"
                                        r"drinks|a drink)\b")),
                ),
            ),
        )),
        why="Kitchen spoons hold between half and twice as much as they should.",
        remedy="Give ml, and say to use the syringe or medicine spoon of the pack.",
        wrong=("Give 2 teaspoons of the syrup.", "Take 1 tablespoon 3 times a day.", "Take 1 tsp of the antibiotic.",
               "Take half an ounce of the mixture.",
               "Drink 2 fluid ounces of magnesium citrate.", "Take half a pint of the bowel prep each hour.",
               "Take 1 tablespoon of docusate at night."),
        right=("Give 10 ml of the syrup.", "Use a 5ml spoon for the syrup.",
               "Never measure your medicine with a teaspoon.", "Do not use a kitchen teaspoon for medicine.",
               "Measure the liquid with a medicine spoon, never a kitchen spoon: each dose counts.",
               "Stir 1 teaspoon of salt into water.", "Take your tablets with a pint of water.",
               "Measure medicine with the spoon that comes with it."),
    ),
)  # fmt: skip
