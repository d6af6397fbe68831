"""How much the front of the one sheet says, from all to the least."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from handoutgen.units import mm


class FrontAmount(Struct, frozen=True):
    """How much the front says of a strategy beside its drawings and steps, and how it shows them."""

    picture: float
    """How high the panels of the drawings are at most."""
    in_pairs: bool
    """Two drawings beside each other, not each beside its steps."""
    ways: bool = False
    """The ways without a picture as well."""
    facts: bool = False
    """Benefits and risks, beside how often."""
    lists: bool = False
    """When to stop and when to ask first as lists, or each in one sentence."""
    text: bool = True
    """What is said over the steps of what to do now."""
    most: int = 12
    """How many exercises with a drawing, at most."""
    is_closest: bool = False
    """On the closest lines."""
    is_airy: bool = False
    """With white between the steps and over the boxes: a drawing somewhat lower shows as much."""
    is_headed: bool = True
    """With a heading over the first strategy: in pairs only where there is white for it too."""


PAIRS = (mm(60), mm(52), mm(44), mm(39), mm(34))
AIRY_GAP = 0.6
"""Between two blocks, in units of the body size."""
AIRY_PAIRS = (mm(48), mm(44), mm(40), mm(37), mm(34))
BANDS = (mm(56), mm(44), mm(36))
"""How high drawings are at most, in pairs or each beside its steps: from the best to the least in which the action is
clear."""
WITH_WAYS = ((True, True, True, True), (True, True, False, True))
WITH_FACTS = ((False, True, True, True), (False, True, False, True))
WITHOUT = ((False, False, False, True), (False, False, False, False))
"""Whether ways without a drawing, facts, lists and the text over the first steps are said."""
AIRY = tuple((high, True, True) for high in AIRY_PAIRS)
RICHEST = ((PAIRS[0], True, True), (PAIRS[1], True, True), *AIRY, (BANDS[0], False, True), (BANDS[0], False, False))
BOTH_LOOKS = (False, True)
AMOUNTS = tuple(
    FrontAmount(
        high, in_pairs, ways=ways, facts=facts, lists=lists, text=text, is_closest=is_closest, is_airy=is_airy,
        is_headed=is_headed,
    )
    for tiers, looks, drawings in (
        (WITH_WAYS, (False,), RICHEST),
        (WITH_FACTS, BOTH_LOOKS, (*((high, True, True) for high in PAIRS[:2]), *AIRY)),
        (WITHOUT, BOTH_LOOKS, (*AIRY, *((high, True, False) for high in PAIRS[3:]))),
        (WITH_FACTS, (False,), tuple((high, False, False) for high in BANDS)),
        (WITHOUT, BOTH_LOOKS, tuple((high, False, False) for high in BANDS)),
    )
    for ways, facts, lists, text in tiers
    for is_closest in looks
    for is_headed in (True, False)
    for high, in_pairs, is_airy in drawings
    if is_airy or not in_pairs or not is_headed
)  # fmt: skip
"""From all to the least; the richest that fits is taken."""

FEWER = tuple(
    replace(each, most=most)
    for most in (4, 3, 2, 1)
    for each in AMOUNTS
    if each.is_closest and not each.facts and not each.text and not each.is_headed
)
"""With fewer of its exercises: the last resort."""
FULLER = tuple(each for each in AMOUNTS if not each.ways)
"""What is tried with more than one strategy on the front."""
