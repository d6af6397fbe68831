"""A language tag (BCP 47, RFC 5646) → what of it decides how a leaflet is set: script, direction, fonts, whose words.

The only place that takes a tag apart. What a tag does not say comes from CLDR (`cldr`), but for English, whose leaflets
must not wait for data of other languages.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from handoutgen import bounds
from handoutgen.cldr import (
    Conventions,
    conventions_of,
    decimal_sign_of,
    likely_script,
    modern_parts,
    unit_names_of,
)
from handoutgen.memory import remembered

Direction = Literal["ltr", "rtl"]

SENTENCE_ENDS = (".", "!", "?", "؟", "۔", "।", "॥", "。", "！", "？", "።", "။", "។", "։")
"""What ends a sentence, in any script."""

MOST_COUNTED = 201
"""Plural categories repeat by hundreds at the latest: numbers below this take each of them."""
_ENGLISH = "en"
_RIGHT_TO_LEFT_SCRIPTS = frozenset([
    "Adlm", "Arab", "Aran", "Hebr", "Mand", "Mend", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa", "Yezi",
])  # fmt: skip
"""Living scripts that CLDR's scriptMetadata marks as running from right to left. Babel does not carry that file."""
HANDS = {"Aran": "Arab"}
"""Hands: ways to draw a script that ISO 15924 gives a code of their own, and whose letters they are. The same words in
the same direction; fonts and leading alone differ."""
_SCRIPTS_OF_NOTO = frozenset(["Cyrl", "Deva", "Grek"])
_LATIN_OF_NOTO = frozenset(["ak", "bm", "ee", "ff", "ig", "ln", "tw", "vi", "wo", "yo"])
"""Languages written with Latin letters that the first face lacks: all their text is set in the face that has them, so
that neither a word nor a page is a patchwork of two designs. CLDR's lists of letters are not in babel."""


class Language(Struct, frozen=True):
    """A tag taken apart. Parts that the tag does not name are empty."""

    tag: str
    primary: str
    """In small letters: "en" in en-GB."""
    script: str = ""
    """As ISO 15924 writes it: "Cyrl" in sr-Cyrl-RS."""
    region: str = ""
    """In capitals: "GB" in en-GB."""

    @property
    def written_in(self) -> str:
        """Its script: the one that the tag names, else the usual one of the language in the region (CLDR likely
        subtags); empty where nobody knows."""
        if self.script:
            return HANDS.get(self.script, self.script)
        if self.primary == _ENGLISH:
            return "Latn"
        return _usual_script(self.primary, self.region)

    @property
    def hand(self) -> str:
        """The hand that its script is to be drawn in, as ISO 15924 has it: "Aran" (Nastaliq) in ur-Aran; empty for the
        usual one."""
        return self.script if self.script in HANDS else ""

    @property
    def drawn_in(self) -> str:
        """The script whose fonts it needs: its hand, else the script that it is written in."""
        return self.hand or self.written_in

    @property
    def spoken(self) -> str:
        """The tag for whoever listens, which says nothing of a hand: "ur" for ur-Aran, "pa-Arab" for pa-Aran. A hand is
        nothing to hear, RFC 5646 (4.1) asks for no subtag that tells nothing apart, and programs that read aloud look
        for a voice by tags that they know: many have none for ur-Aran."""
        if not self.hand:
            return self.tag
        script = "" if _usual_script(self.primary, self.region) == self.written_in else self.written_in
        return self._with_script(script)

    def in_hand(self, hand: str) -> str:
        """The tag of the same language drawn in a hand: ur-Aran for ur; its own where the hand is not of its script."""
        return self._with_script(hand) if HANDS.get(hand) == self.written_in else self.tag

    @property
    def same_words(self) -> tuple[str, ...]:
        """The tags of leaflets whose words are those of this one in its usual hand, the likeliest first; none where it
        asks for no hand."""
        if not self.hand:
            return ()
        tags = (self.spoken, self._with_script(self.written_in), self._with_script(""))
        return tuple(tag for tag in dict.fromkeys(tags) if language_of(tag).written_in == self.written_in)

    def _with_script(self, script: str) -> str:
        parts = self.tag.split("-")
        rest = [part for part in parts[1:] if part.capitalize() != self.script] if self.script else parts[1:]
        return "-".join([parts[0], *filter(None, [script]), *rest])

    @property
    def direction(self) -> Direction:
        """Which way it is written, which is a matter of its script."""
        return "rtl" if self.written_in in _RIGHT_TO_LEFT_SCRIPTS else "ltr"

    @property
    def first_family(self) -> str | None:
        """The font family that sets all of its text; None for the program's first."""
        script = self.written_in
        is_of_noto = script in _SCRIPTS_OF_NOTO or (script == "Latn" and self.primary in _LATIN_OF_NOTO)
        return "noto" if is_of_noto else None

    @property
    def from_general_to_narrow(self) -> tuple[str, ...]:
        """The tags it is made of, longer and longer: en, en-GB."""
        parts = self.tag.split("-")
        return tuple("-".join(parts[:count]) for count in range(1, len(parts) + 1))

    @property
    def words_from(self) -> tuple[str, ...]:
        """The tags whose words may serve it, from the most general to its own: fa, fa-Arab, fa-AF, prs for prs; zh,
        zh-Hant, zh-TW for zh-TW. None is of another script."""
        if self.primary == _ENGLISH and not self.script:
            return self.from_general_to_narrow
        modern, place = modern_parts(self.primary)
        region = self.region or place
        narrower = [f"{modern}-{part}" for part in (self.written_in, region) if part]
        older = [old for old, new in _OTHER_TAGS if new == (modern, region)]
        tags = (modern, *narrower, *older, *self.from_general_to_narrow)
        return tuple(dict.fromkeys(tag for tag in tags if language_of(tag).written_in == self.written_in))

    @property
    def conventions(self) -> Conventions | None:
        """Its own name, digits, plurals and dates; None where CLDR has nothing of it in its script."""
        return conventions_of(self.primary, self.written_in, self.region)

    @property
    def unit_names(self) -> tuple[tuple[str, frozenset[str]], ...]:
        """What units are called after a number, the longest name first (CLDR); English is asked for too, for it is only
        compared with other languages."""
        return unit_names_of(self.primary, self.written_in, self.region)

    @property
    def decimal_sign(self) -> str:
        """The sign before decimals."""
        return "." if self.primary == _ENGLISH else decimal_sign_of(self.primary, self.written_in, self.region)

    @property
    def english_name(self) -> str:
        """ "Central Kurdish (ckb)" for messages; the tag alone where CLDR knows no name."""
        known = self.conventions
        return f"{known.english_name} ({self.tag})" if known and known.english_name else self.tag

    @property
    def plurals(self) -> tuple[str, ...]:
        """The plural categories that its whole numbers take (CLDR plural rules); "other" is always one of them."""
        if self.primary == _ENGLISH:
            return ("one", "other")
        known = self.conventions
        return known.plurals if known else ("other",)

    def plural_of(self, number: int) -> str:
        """The plural category of a whole number."""
        if self.primary == _ENGLISH:
            return "one" if number == 1 else "other"
        known = self.conventions
        return known.plural_of(number) if known else "other"

    def is_one_number(self, plural: str) -> bool:
        """Whether a plural category is that of a single number, which its words may then spell out: "one" in Polish
        is 1 alone, in Russian 21 as well."""
        return [self.plural_of(number) for number in range(1, MOST_COUNTED)].count(plural) == 1


_OTHER_TAGS = (("prs", ("fa", "AF")), ("tl", ("fil", "")), ("tl", ("fil", "PH")))
"""Tags in use for what CLDR files under another: whose words also serve that other tag."""


@remembered(bounds.LOCALES)
def language_of(tag: str) -> Language:
    """The parts of a tag: the first is the language; a script has four letters, a region two letters or three
    figures (RFC 5646 2.2). What is not well formed has a language and nothing else."""
    primary, *rest = tag.split("-")
    script = next((part for part in rest[:2] if len(part) == 4 and part.isalpha()), "")
    region = next((part for part in rest if _is_region(part)), "")
    return Language(tag, primary.lower(), script.capitalize(), region.upper())


def _is_region(part: str) -> bool:
    return (len(part) == 2 and part.isalpha()) or (len(part) == 3 and part.isdecimal())


@remembered(bounds.LOCALES)
def _usual_script(primary: str, region: str) -> str:
    return likely_script(primary, region)


def locale_for(language: str, locale: str | None) -> str:
    """Whose fixed words a leaflet in `language` gets: those of `locale` if that is a way of writing the same language
    in the same script (a leaflet in en-GB for a clinic in en-US), else the language's own."""
    if not locale:
        return language
    own, other = language_of(language), language_of(locale)
    return locale if own.primary == other.primary and own.written_in == other.written_in else language
