"""A paragraph in; where lines may break inside text that has no spaces between its words, out (Unicode, UAX#14).

Chinese and Japanese break between any two characters but before what closes and after what opens (kinsoku): a rule of
characters, written out here and held to ICU by a test. Thai, Lao, Khmer and Burmese break between words, which only a
dictionary knows: ICU's, by the package icu4py, which comes with an extra because it weighs more than all the rest.
Without it such a text is refused, for a page must not depend on what happens to be installed.
"""

from __future__ import annotations

import re
from typing import Literal
from unicodedata import category, east_asian_width

from handoutgen import bounds
from handoutgen.errors import HandoutError
from handoutgen.memory import remembered
from handoutgen.text.scripts import scripts_of

BY_DICTIONARY = {"Thai": "th", "Laoo": "lo", "Khmr": "km", "Mymr": "my"}
"""Scripts whose words only a dictionary tells apart, with a language that ICU knows them by."""
_NAMES = {"Thai": "Thai", "Laoo": "Lao", "Khmr": "Khmer", "Mymr": "Burmese"}
_ANY = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\ua9e0-\ua9ff\uaa60-\uaa7f\uf900-\ufaff\uff00-\uff9f\U00020000-\U0003ffff]"
)
_IDEOGRAPHIC = frozenset(("Hani", "Hira", "Kana", "Bopo"))
_NOT_FIRST = frozenset(
    "、。，．・：；？！‼⁇⁈⁉ー゛゜ゝゞヽヾ々〻〜～…‥ゅゃょぁぃぅぇぉっゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ｡､･ｰﾞﾟ,.:;?!"
)
"""No line begins with these, beside what closes a bracket or quotation mark (classes CL, EX, IS, NS, CJ and IN)."""
_COUNTED = re.compile(
    "\\d(?:毫克|微克|千克|公斤|毫升|公升|公分|厘米|毫米|分钟|分鐘|小时|小時|星期|个月|個月|公里|ミリグラム|ミリリットル|グラム|キロ|時間|週間|か月|錠)"
)
"""A number and its unit, which stay on one line: half of a dose is another dose."""
_Kind = Literal["ideograph", "alphabetic", "opens", "closes", "other"]


def opportunities(text: str) -> list[int]:
    """The places in a paragraph where a line may end inside unspaced text, in order. Raises HandoutError when that
    takes a dictionary and there is none."""
    if not _ANY.search(text):
        return []
    places = {place for place in range(1, len(text)) if _may_part(text[place - 1], text[place])}
    places.difference_update(*[range(found.start() + 1, found.end()) for found in _COUNTED.finditer(text)])
    return sorted(places.union(*[_between_words(text, script) for script in BY_DICTIONARY]))


def _may_part(before: str, after: str) -> bool:
    first, second = _place(before), _place(after)
    if first in ("opens", "other") or second in ("closes", "other"):
        return False
    if "ideograph" in (first, second):
        # A number stays with the word for its unit, though the standard lets them part.
        return not before.isdecimal()
    return first == "closes" and east_asian_width(before) in "WF"


@remembered(bounds.CHARACTERS)
def _place(character: str) -> _Kind:
    """What a character is to a line of Chinese or Japanese."""
    kind = category(character)
    if character in _NOT_FIRST or kind in ("Pe", "Pf"):
        return "closes"
    if kind in ("Ps", "Pi"):
        return "opens"
    if not _IDEOGRAPHIC.isdisjoint(scripts_of(character)) and kind in ("Lo", "Lm", "Nl", "So", "No"):
        return "ideograph"
    return "alphabetic" if kind[0] in "LN" else "other"


def _between_words(text: str, script: str) -> set[int]:
    """The places between two letters of a script where ICU's dictionary has a word begin."""
    of_script = [script in scripts_of(character) for character in text]
    if not any(of_script):
        return set()
    try:
        from icu4py.breakers import LineBreaker
    except ImportError as problem:
        raise HandoutError(
            f"{_NAMES[script]} has no spaces between its words, and the dictionary that finds them is not installed.",
            "Install handoutgen with it: pip install 'handoutgen[dictionary]'.",
        ) from problem
    ends = [end for _, end in LineBreaker(text, BY_DICTIONARY[script]).segments()]
    return {end for end in ends if 0 < end < len(text) and of_script[end - 1] and of_script[end]}
