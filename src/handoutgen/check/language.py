"""A leaflet's language against its texts and against the fixed words: findings.

The tag decides which way a page runs, which words stand over its parts and what a screen reader speaks. A text in the
letters of another language than its tag says would be set the wrong way round and read aloud as noise.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from handoutgen.check.findings import Findings
from handoutgen.check.passages import TextAt
from handoutgen.content.model import Leaflet
from handoutgen.content.nearest import listed, shortened
from handoutgen.content.words import ENGLISH, WORDS, Words, read_words_file, words_for
from handoutgen.content.words_file import REVIEWED_BY
from handoutgen.diagnostics import Diagnostic, Severity, Span
from handoutgen.language import Language, language_of

FEWEST_LETTERS = 40
"""Of a text, before its letters say what language it is in: names of places and medicines are shorter."""
_HAN = ("CJK", "BOPOMOFO")
_UNICODE_NAMES = {
    "Adlm": ("ADLAM",), "Arab": ("ARABIC",), "Aran": ("ARABIC",), "Armn": ("ARMENIAN",), "Beng": ("BENGALI",),
    "Cyrl": ("CYRILLIC",), "Deva": ("DEVANAGARI",), "Ethi": ("ETHIOPIC",), "Geor": ("GEORGIAN",), "Grek": ("GREEK",),
    "Gujr": ("GUJARATI",), "Guru": ("GURMUKHI",), "Hans": _HAN, "Hant": _HAN, "Hani": _HAN, "Hebr": ("HEBREW",),
    "Jpan": ("CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA"), "Khmr": ("KHMER",), "Knda": ("KANNADA",),
    "Kore": ("HANGUL", "CJK"), "Laoo": ("LAO",), "Latn": ("LATIN",), "Mlym": ("MALAYALAM",), "Mymr": ("MYANMAR",),
    "Nkoo": ("NKO",), "Orya": ("ORIYA",), "Rohg": ("HANIFI",), "Sinh": ("SINHALA",), "Syrc": ("SYRIAC",),
    "Taml": ("TAMIL",), "Telu": ("TELUGU",), "Thaa": ("THAANA",), "Thai": ("THAI",), "Tibt": ("TIBETAN",),
}  # fmt: skip
"""Script → how the Unicode names of its letters begin."""
_TAGS_OF = {
    "ARABIC": "ar, ckb, fa, ps, prs or ur; or such as pa-Arab", "BENGALI": "bn", "CJK": "zh-Hans or zh-Hant",
    "CYRILLIC": "ru or uk; or such as sr-Cyrl", "DEVANAGARI": "hi or ne", "ETHIOPIC": "ti or am", "GREEK": "el",
    "GUJARATI": "gu", "GURMUKHI": "pa", "HEBREW": "he", "TAMIL": "ta", "LATIN": "en-GB; or such as sr-Latn",
}  # fmt: skip
"""What a text in these letters may be tagged as."""


def check_language(leaflet: Leaflet, texts: Sequence[TextAt], words: Words, findings: Findings) -> None:
    """Whether the texts are in the script of the tag, and whether there are fixed words in the language, checked by
    somebody who speaks it."""
    language = language_of(leaflet.language)
    _check_script(language, texts, findings)
    _check_words(language, words, findings)


def check_words_file(path: Path) -> tuple[Diagnostic, ...]:
    """Findings of a project's own file of fixed words: what is wrong in it, and what a leaflet in its language would
    still lack. Raises HandoutError when it cannot be read."""
    read, words, language = read_words_file(path), words_for(path.stem, (path.parent,)), language_of(path.stem)
    whole = Span(path.as_posix(), 1, 1, 1, 1)
    found = list(read.diagnostics)
    if words.missing:
        message = f"words that a leaflet in {language.english_name} needs are in no file: {listed(words.missing)}"
        hint = "add them; en.yaml in the program has them in English (docs/languages.md)."
        found.append(Diagnostic("HG313", Severity.WARNING, message, hint, whole))
    if language.primary != ENGLISH and not read.reviewed_by:
        message = "the file does not say which native reader has checked it"
        hint = f"add {REVIEWED_BY}: with a name when somebody has."
        found.append(Diagnostic("HG314", Severity.NOTE, message, hint, whole))
    return tuple(found)


def _check_script(language: Language, texts: Sequence[TextAt], findings: Findings) -> None:
    own = _UNICODE_NAMES.get(language.written_in)
    if own is None:
        return
    found = [(text, _letters_of(text.blank)) for text in texts]
    in_all: Counter[str] = sum((letters for _, letters in found), Counter())
    first = next(iter(in_all.most_common(1)), ("", 0))[0]
    if in_all.total() >= FEWEST_LETTERS and first not in own:
        message = f"the language is {language.english_name}, but the texts are in {_called(first)} letters"
        hint = f"write the tag of their language{_such_as(first)}, or write the texts in {language.english_name}."
        findings.add("HG311", Severity.ERROR, message, hint, ("language",))
        return
    for text, letters in found:
        if letters.total() >= FEWEST_LETTERS and not any(letters[name] for name in own):
            message = f"a text without a letter of {language.english_name}: “{shortened(text.text)}”"
            findings.add("HG312", Severity.WARNING, message, "translate it, or leave it out.", text.path)


def _check_words(language: Language, words: Words, findings: Findings) -> None:
    if words.missing:
        which = f": {listed(words.missing)}" if words.texts else ""
        message = f"there are no fixed words in {language.english_name}{which}"
        hint = f"write them into {WORDS}/{language.tag}.yaml in the project (docs/languages.md)."
        findings.add("HG313", Severity.ERROR, message, hint, ("language",))
    elif words.is_draft:
        message = f"no native reader has checked the fixed words in {language.english_name}"
        hint = "let somebody read them whose first language it is; the record says so until then (docs/languages.md)."
        findings.add("HG314", Severity.NOTE, message, hint, ("language",))


def _letters_of(text: str) -> Counter[str]:
    """How many letters of a text are of which script, by the first word of their Unicode names."""
    if text.isascii():
        return Counter(LATIN=sum(map(str.isalpha, text)))
    letters = (character for character in text if unicodedata.category(character) in ("Lo", "Ll", "Lu", "Lt"))
    return Counter(unicodedata.name(letter, "").partition(" ")[0] for letter in letters)


def _called(name: str) -> str:
    return "Chinese" if name == "CJK" else name.capitalize()


def _such_as(name: str) -> str:
    tags = _TAGS_OF.get(name)
    return f" ({tags})" if tags else ""
