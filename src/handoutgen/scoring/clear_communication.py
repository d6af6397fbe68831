"""The Clear Communication Index (CDC), with its items in our own words.

20 items in one score, pass mark 90 %: 1 to 11 for all material, 12 to 20 where they apply. A point is for every
instance or for none. Where item 1 fails, items 2 to 4 get no point (`SHARED_FATE`). Two people score, and no author.
"""

from __future__ import annotations

import re
from types import MappingProxyType

from handoutgen.scoring.items import (
    Decision,
    Evident,
    ItemMark,
    ScoreItem,
    ScoreTool,
    by_a_person,
    holds,
    none_found,
    only_if,
)
from handoutgen.scoring.pemat import SUMS

_DECIMAL = re.compile(r"\d[.,]\d")
_NOT_WHOLE = "each number with decimals: is it a dose or a test, which may have them?"
_NO_NUMBERS, _NO_RISK = "there are no numbers", "no strategy names a risk"


def _main_message_is_one(evident: Evident) -> Decision:
    if "HG214" in evident.found:
        return Decision(ItemMark.NO, "check finds the main message too long: HG214")
    return Decision(ItemMark.PERSON, f"is this the one thing to remember? {evident.leaflet.main_message}")


def _has_captioned_main_picture(evident: Evident) -> bool:
    return bool(evident.leaflet.main_figure and evident.leaflet.main_figure.caption)


def _whole_numbers(evident: Evident) -> Decision:
    if _DECIMAL.search(evident.words):
        return Decision(ItemMark.PERSON, _NOT_WHOLE)
    return Decision(ItemMark.YES, "there are no decimals")


def _has_strategies(evident: Evident) -> bool:
    return bool(evident.leaflet.strategies)


def _says_not_known(evident: Evident) -> bool:
    return bool(evident.leaflet.management and evident.leaflet.management.uncertainty)


def _may_not_know(evident: Evident) -> bool:
    return _says_not_known(evident) or "uncertainty" not in evident.leaflet.none_because


def _has_risks(evident: Evident) -> bool:
    return any(strategy.risks for strategy in evident.leaflet.strategies)


def _all_say_why(evident: Evident) -> bool:
    return all(strategy.why or "why" in strategy.none_because for strategy in evident.leaflet.strategies)


def _all_weigh(evident: Evident) -> bool:
    return all(
        told or name in strategy.none_because
        for strategy in evident.leaflet.strategies
        for name, told in (("benefits", strategy.benefits), ("risks", strategy.risks))
    )


_ITEMS = (
    (1, "One main message", _main_message_is_one),
    (2, "It stands in the first part", holds(lambda evident: True, "the leaflet has it under its title", "")),
    (3, "It is marked for the eye", holds(lambda evident: True, "the leaflet has it in its title's panel", "")),
    (4, "A picture with a caption backs it", holds(
        _has_captioned_main_picture, "main_picture has a caption", "no main_picture, or one without a caption")),
    (5, "It asks the reader to act", holds(Evident.has_actions, "there are steps or things to do", "nothing to do")),
    (6, "Main message and actions in active voice", none_found(("HG217",), "passives in what to do")),
    (7, "The readers' words, others explained", none_found(("HG210", "HG218", "HG219"), "hard or unexplained words")),
    (8, "Lists, none over 7 entries", none_found(("HG203",), "long lists")),
    (9, "Pieces under headings that fit", by_a_person("each section: one idea, and its heading's?")),
    (10, "The first part sums up what matters most", by_a_person("key points: are they what matters most?")),
    (11, "What is known and what is not", only_if(_may_not_know, "the file says why", holds(
        _says_not_known, "uncertainty says it", "there is no uncertainty"))),
    (12, "What to do is recommended", only_if(Evident.has_actions, "nothing to do", holds(
        Evident.has_actions, "there are steps or things to do", ""))),
    (13, "Why it matters to the reader", only_if(_has_strategies, "there are no strategies", holds(
        _all_say_why, "each strategy says why", "a strategy does not say why"))),
    (14, "How to do it", only_if(Evident.has_actions, "nothing to do", holds(
        Evident.has_steps, "there are steps", "there are no steps"))),
    (15, "Only numbers that readers use, and whole ones", only_if(Evident.has_numbers, _NO_NUMBERS, _whole_numbers)),
    (16, "What each number means", only_if(
        Evident.has_numbers, _NO_NUMBERS, by_a_person("each number: is it said what it means?"))),
    (17, "No sums, and chances out of the same number", only_if(
        Evident.has_numbers, _NO_NUMBERS, none_found((*SUMS, "HG213"), "sums or mixed denominators"))),
    (18, "What the risk is like", only_if(_has_risks, _NO_RISK, by_a_person("each risk: who, how bad, how long?"))),
    (19, "Benefits and risks", only_if(_has_strategies, "there are no strategies", holds(
        _all_weigh, "each strategy gives both, or why not", "a strategy lacks one of them"))),
    (20, "Chances in words or pictures too", only_if(
        Evident.has_chances, "there are no chances", by_a_person("each chance: in words or a picture too?"))),
)  # fmt: skip

CLEAR_COMMUNICATION = ScoreTool(
    "cci",
    "Clear Communication Index",
    "CDC, Clear Communication Index",
    90,
    tuple(ScoreItem(number, "index", asks, decide) for number, asks, decide in _ITEMS),
)
SHARED_FATE = MappingProxyType({("cci", 1): (2, 3, 4)})
"""Items that get no point where the first does not."""
