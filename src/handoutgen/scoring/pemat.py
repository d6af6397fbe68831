"""PEMAT-P, AHRQ's Patient Education Materials Assessment Tool for printed materials, with its items in our own words.

24 items, numbered 1 to 26 (13 and 14 are for audio and video), in two scores: points by items that apply. 70 % is the
usual pass mark.
"""

from __future__ import annotations

from handoutgen.content.sections import Table
from handoutgen.scoring.items import Evident, ScoreItem, ScoreTool, by_a_person, holds, none_found, only_if

UNDERSTANDABILITY, ACTIONABILITY = "understandability", "actionability"
HARD_WORDS = ("HG210", "HG218", "HG219", "HG222", "HG232")
SUMS = ("HG149", "HG226")
_NO_PICTURES, _NO_TABLES = "there are no pictures", "there are no tables"
_MOST_COLUMNS, _MOST_WORDS = 4, 4


def _is_simple(table: Table) -> bool:
    return len(table.head) <= _MOST_COLUMNS and all(len(head.split()) <= _MOST_WORDS for head in table.head)


def _leads_the_eye(evident: Evident) -> bool:
    return evident.has_callouts() or bool(evident.leaflet.strategies)


def _all_captioned(evident: Evident) -> bool:
    return all(figure.caption for figure in evident.leaflet.figures)


def _has_sums(evident: Evident) -> bool:
    return not evident.found.isdisjoint(SUMS)


_UNDERSTOOD = (
    (1, "Its purpose is plain at once", by_a_person("title and main message on page 1")),
    (2, "Nothing leads away from its purpose", by_a_person("each section: does the purpose need it?")),
    (3, "Everyday words", none_found(HARD_WORDS, "office, medical or hard words")),
    (4, "Medical words only to make them known", none_found(("HG210", "HG219"), "unexplained words")),
    (5, "Active voice", none_found(("HG217",), "passives in what to do")),
    (6, "Numbers are clear", only_if(
        Evident.has_numbers, "there are no numbers", by_a_person("each number: needed and understood?"))),
    (7, "Nothing is left to be worked out", none_found(SUMS, "sums left to the reader")),
    (8, "Short pieces", none_found(("HG201", "HG202"), "long sentences or paragraphs")),
    (9, "Headings that say what follows", by_a_person("each heading by itself")),
    (10, "A logical order", by_a_person("the order of the sections")),
    (11, "A summary", holds(
        lambda evident: bool(evident.leaflet.key_points), "key points stand on page 1", "there are no key points")),
    (12, "Signs that lead the eye to what matters", holds(
        _leads_the_eye, "callouts, numerals, icons and panels", "no callout and no strategies")),
    (15, "Pictures where they help", only_if(Evident.may_have_pictures, "the file says why there are none", holds(
        Evident.has_pictures, "there are pictures", _NO_PICTURES))),
    (16, "Pictures say what the text says", only_if(
        Evident.has_pictures, _NO_PICTURES, by_a_person("each picture beside its steps"))),
    (17, "Pictures have a line of their own", only_if(Evident.has_pictures, _NO_PICTURES, holds(
        _all_captioned, "each has a caption", "one has no caption"))),
    (18, "Pictures are clear and uncluttered", only_if(
        Evident.has_pictures, _NO_PICTURES, by_a_person("each picture at arm's length"))),
    (19, "Tables are simple, with short heads", only_if(Evident.has_tables, _NO_TABLES, holds(
        lambda evident: all(map(_is_simple, evident.tables)),
        "at most 4 columns, 4 words a head", "over 4 columns, or a head over 4 words"))),
)  # fmt: skip
_ACTED_ON = (
    (20, "At least one thing to do", holds(Evident.has_actions, "there are steps or things to do", "nothing to do")),
    (21, "What to do is said to the reader", none_found(("HG207",), "patients in place of you")),
    (22, "What to do is in steps", holds(Evident.has_steps, "there are steps", "there are no steps")),
    (23, "Something to use, such as a checklist", holds(
        lambda evident: bool(evident.leaflet.tools), "there is something to fill in", "nothing to fill in")),
    (24, "Sums are explained", only_if(
        _has_sums, "nothing has to be worked out", by_a_person("each sum: is there an example?"))),
    (25, "Use of tables and charts is explained", only_if(
        Evident.has_tables, _NO_TABLES, by_a_person("each table: what to do with it?"))),
    (26, "Pictures where they help to act", only_if(
        Evident.may_have_pictures, "the file says why there are none", holds(
            Evident.has_pictures_of_actions, "a picture stands beside steps", "no picture stands beside steps"))),
)  # fmt: skip

PEMAT = ScoreTool(
    "pemat",
    "PEMAT-P",
    "AHRQ, PEMAT-P",
    70,
    (
        *(ScoreItem(number, UNDERSTANDABILITY, asks, decide) for number, asks, decide in _UNDERSTOOD),
        *(ScoreItem(number, ACTIONABILITY, asks, decide) for number, asks, decide in _ACTED_ON),
    ),
)
