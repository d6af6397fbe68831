"""A file of fixed words → its texts, with every problem in it at its place.

The program's own files and a project's `words/<tag>.yaml` are read alike: every key is one of English, with the same
slots, and what is counted has the plural forms of the language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from handoutgen import bounds
from handoutgen.content.nearest import did_you_mean, shortened
from handoutgen.content.yaml.nodes import Mapping as Keys
from handoutgen.content.yaml.nodes import Node, Scalar
from handoutgen.content.yaml.reader import YamlFile, read_yaml
from handoutgen.diagnostics import Diagnostic, Severity, Span
from handoutgen.language import Language, language_of
from handoutgen.memory import remembered

MOST_BYTES = 64_000
"""Of a file: the longest of ours has a third of that."""
LONGEST = 300
"""Characters of one text: the longest of English has a third of that."""
CALENDAR = (
    "date", "month_year", *(f"month_{number}" for number in range(1, 13)), *(f"weekday_{n}" for n in range(1, 8)),
    *(f"short_month_{number}" for number in range(1, 13)),
)  # fmt: skip
"""Keys that CLDR stands in for where a file has not got them."""
REVIEWED_BY = "reviewed_by"
"""Who has read the file and speaks the language from childhood; without it the words are a draft."""
_SLOT = re.compile(r"\{(\w*)\}")
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class WordsFile:
    """What one file says. A plural form of a key is `key.few`."""

    texts: Mapping[str, str] = field(repr=False)
    reviewed_by: str = ""
    diagnostics: tuple[Diagnostic, ...] = ()


def slots_in(text: str) -> frozenset[str]:
    """The names of the slots in a text."""
    return frozenset(_SLOT.findall(text))


def keys_of(texts: Mapping[str, str]) -> Mapping[str, frozenset[str]]:
    """Key → its slots, for texts whose plural forms are flattened."""
    found: dict[str, frozenset[str]] = {}
    for key, text in texts.items():
        name = key.partition(".")[0]
        found[name] = found.get(name, frozenset()) | slots_in(text)
    return found


def counted_in(texts: Mapping[str, str]) -> frozenset[str]:
    """The keys that have plural forms."""
    return frozenset(key.partition(".")[0] for key in texts if "." in key)


@remembered(bounds.WORDS_FILES)
def english_of(data: bytes) -> WordsFile:
    """The words that all other files are held to."""
    return _Reader(data, "en.yaml", "en", None).read()


@remembered(bounds.WORDS_FILES)
def words_in(data: bytes, file: str, tag: str, english: bytes) -> WordsFile:
    """The words in the bytes of a file, which is called `file` in messages and is for the language `tag`."""
    return _Reader(data, file, tag, english_of(english).texts).read()


class _Reader:
    """One file while it is read. Without `english` all keys pass: that file is English."""

    def __init__(self, data: bytes, file: str, tag: str, english: Mapping[str, str] | None) -> None:
        self.data, self.file, self.tag, self.english = data, file, tag, english
        self.slots = keys_of(english or {})
        self.counted = counted_in(english or {})
        self.found: list[Diagnostic] = []
        self.yaml: YamlFile = read_yaml(data[: MOST_BYTES + 1], file)

    def read(self) -> WordsFile:
        whole = Span(self.file, 1, 1, 1, 1)
        if len(self.data) > MOST_BYTES:
            message, hint = f"the file is larger than {MOST_BYTES // 1000} kB", "check that it is the right file."
            return WordsFile({}, "", (Diagnostic("HG004", Severity.ERROR, message, hint, whole),))
        if not _TAG.fullmatch(self.tag):
            message = f'"{shortened(self.tag)}" is no language tag'
            hint = "call the file by the tag of its language, such as pl.yaml or zh-Hant.yaml."
            self.found.append(Diagnostic("HG025", Severity.ERROR, message, hint, whole))
        texts: dict[str, str] = {}
        reviewed_by = ""
        for key, node in self.yaml.root.values.items() if self.yaml.root else ():
            at = self.yaml.root.keys[key] if self.yaml.root else None
            if key == REVIEWED_BY:
                reviewed_by = self._text(node, at) or ""
            else:
                texts.update(self._texts_of(key, node, at))
        return WordsFile(texts, reviewed_by, (*self.yaml.diagnostics, *self.found))

    def _texts_of(self, key: str, node: Node, at: Scalar | None) -> Iterator[tuple[str, str]]:
        if self.english is not None and key not in self.slots and key not in CALENDAR:
            hint = f"{did_you_mean(key, self.slots)} The keys are those of en.yaml (docs/languages.md)."
            self._tell("HG021", f'there are no fixed words "{shortened(key)}"', hint.strip(), at)
        elif isinstance(node, Keys):
            yield from self._forms_of(key, node, at)
        elif key in self.counted:
            message = f"{key} has a form for each kind of number"
            self._tell("HG028", message, f"write under it: {', '.join(self._plurals)}.", at)
        else:
            text = self._text(node, at)
            if text is not None and self._has_slots(key, text, self.slots.get(key, frozenset()), at):
                yield key, text

    def _forms_of(self, key: str, node: Keys, at: Scalar | None) -> Iterator[tuple[str, str]]:
        if self.english is not None and "count" not in self.slots.get(key, ()):
            self._tell("HG026", f"{key} counts nothing, so it has one form", "write one text.", at)
            return
        for lacking in (each for each in self._plurals if each not in node.values):
            message = f'{key} has no form "{lacking}", which {self.tag} has (CLDR plural rules)'
            self._tell("HG022", message, f"add {lacking}: under it.", at)
        for form, inner in node.values.items():
            place = node.keys[form]
            if form not in self._plurals:
                message = f'{self.tag} has no plural form "{shortened(form)}" (CLDR plural rules)'
                self._tell("HG021", message, f"its forms are: {', '.join(self._plurals)}.", place)
                continue
            text = self._text(inner, place)
            slots = self.slots.get(key, slots_in(text or ""))
            if text is not None and self._has_slots(key, text, slots, place, form):
                yield f"{key}.{form}", text

    @property
    def _plurals(self) -> tuple[str, ...]:
        return self._language.plurals

    @property
    def _language(self) -> Language:
        return language_of(self.tag)

    def _text(self, node: Node, at: Scalar | None) -> str | None:
        """One text on one line; None, and a finding, for anything else."""
        problem = _wrong_with(node.text if isinstance(node, Scalar) else None)
        if problem:
            self._tell(*problem, at)
        return node.text if isinstance(node, Scalar) and not problem else None

    def _has_slots(self, key: str, text: str, wanted: frozenset[str], at: Scalar | None, form: str = "") -> bool:
        """Whether a text has the slots of English and no other; a form may leave out the number that it says."""
        own = slots_in(text)
        stray = "{" in _SLOT.sub("", text) or "}" in _SLOT.sub("", text)
        if self.english is None or (not stray and own == wanted):
            return True
        if not stray and own == wanted - {"count"} and self._language.is_one_number(form):
            return True
        names = ", ".join(f"{{{name}}}" for name in sorted(wanted)) or "none"
        self._tell("HG046", f"{key} has other slots than English", f"its slots are: {names}.", at)
        return False

    def _tell(self, code: str, message: str, hint: str, at: Scalar | None) -> None:
        span = self.yaml.places.span(at.start, at.end) if at else Span(self.file, 1, 1, 1, 1)
        self.found.append(Diagnostic(code, Severity.ERROR, message, hint, span))


def _wrong_with(text: str | None) -> tuple[str, str, str] | None:
    """The code, message and hint of what is wrong with one text, if anything is; None is no text at all."""
    if text is None:
        return "HG026", "one text is wanted here", "write it on one line."
    if not text.strip():
        return "HG024", "the text is empty", "write it, or take the key out."
    if len(text) > LONGEST:
        return "HG023", f"the text has more than {LONGEST} characters", "say it in fewer."
    if "\n" in text.strip():
        return "HG048", "the text has more than one line", "write it on one line."
    return None
