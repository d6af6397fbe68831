"""Lists of words and phrases, each with what to write instead: from the YAML files beside this module."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

from msgspec import Struct

from handoutgen import bounds
from handoutgen.check.rules.reading import JudgedText
from handoutgen.content.yaml.installed import read_word_groups
from handoutgen.memory import remembered

_FOLDER = Path(__file__).with_name("lists")
_WORD = re.compile(r"[a-z0-9]+(?:'[a-z0-9]+)*")
_VARIANTS = (
    ("isation", "ization"), ("ise", "ize"), ("ising", "izing"), ("yse", "yze"), ("ysing", "yzing"), ("haem", "hem"),
    ("aem", "em"), ("rrhoea", "rrhea"), ("oedema", "edema"), ("oeso", "eso"), ("aesth", "esth"), ("paed", "ped"),
    ("gynae", "gyne"), ("tumour", "tumor"), ("labour", "labor"), ("faec", "fec"), ("foet", "fet"),
)  # fmt: skip
"""British spellings and those of the United States: a list has the British one."""
_HAS_VARIANT = re.compile("|".join(here for here, _ in _VARIANTS))
_VOWELS = "aeiou"
ADVISED = "advised_"
"""What the name of a group begins with whose words are only advised against."""
LOOSE = "loose_"
"""What the name of a group begins with whose plainer words come near, and fit in some places only."""
NO_FAULT = "-"
"""Stands for what to write instead where a phrase is right, though a word of it is not."""


class Found(Struct, frozen=True):
    """A word of a list in a text, and what to write instead."""

    start: int
    end: int
    entry: str
    instead: str


class WordList:
    """Words and phrases by their first word, each with what to write instead."""

    def __init__(self, groups: Mapping[str, Mapping[str, str]], has_variants: bool = True) -> None:
        self.entries: dict[str, str] = {}
        self.advised = _of_groups(groups, ADVISED)
        """Of them, those that an editor may as well leave."""
        self.loose = _of_groups(groups, LOOSE)
        """Of them, those whose plainer word fits in some places only."""
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        cues: set[str] = set()
        for group, entries in groups.items():
            for entry, instead in entries.items():
                self.entries[entry] = instead
                for form in _forms(entry, group.removeprefix(ADVISED).removeprefix(LOOSE), has_variants):
                    cues.add(self._add(form, entry))
        self.cues = frozenset(cues)
        """Words of which each text with an entry has one: the longest of each entry, for it is the rarest."""
        for phrases in self._by_first.values():
            phrases.sort(
                key=lambda each: (-len(each[0]), " ".join(each[0]) != each[1])
            )  # itself before a form of another

    def _add(self, form: str, entry: str) -> str:
        """Take a form of an entry in; returns its longest word."""
        words: tuple[str, ...] = tuple(_WORD.findall(form.lower()))
        self._by_first.setdefault(words[0], []).append((words, entry))
        return max(words, key=len)

    def found_in(self, text: JudgedText) -> Iterator[Found]:
        """Each entry that stands in a text, the longest where several begin."""
        if self.cues.isdisjoint(text.vocabulary):
            return
        words, number = text.tokens, 0
        while number < len(words):
            length, entry = self._at(text, number) if words[number][0] in self._by_first else (0, "")
            if entry and self.entries[entry] != NO_FAULT:
                yield Found(words[number][1], words[number + length - 1][2], entry, self.entries[entry])
            number += max(1, length)

    def _at(self, text: JudgedText, number: int) -> tuple[int, str]:
        """How many words from here on are an entry, and which."""
        following = text.tokens[number + 1][0] if number + 1 < len(text.tokens) else ""
        for phrase, entry in self._by_first[text.tokens[number][0]]:
            if len(phrase) > 1 and phrase[1] != following:
                continue
            here = text.tokens[number : number + len(phrase)]
            if tuple(word for word, _, _ in here) == phrase and _stand_together(text.plain, here):
                return len(phrase), entry
        return 0, ""


def _of_groups(groups: Mapping[str, Mapping[str, str]], mark: str) -> frozenset[str]:
    return frozenset(entry for group in groups if group.startswith(mark) for entry in groups[group])


def _stand_together(plain: str, words: Sequence[tuple[str, int, int]]) -> bool:
    """Whether nothing but spaces and hyphens parts the words."""
    gaps = (plain[one[2] : other[1]] for one, other in pairwise(words))
    return all(gap.isspace() or gap == "-" for gap in gaps)


@remembered(bounds.WORD_LISTS)
def word_list(name: str) -> WordList:
    """The list of this name."""
    return WordList(read_word_groups(_FOLDER / f"{name}.yaml"), has_variants=not name.startswith("spelling"))


def _forms(entry: str, group: str, has_variants: bool) -> Iterator[str]:
    """An entry and the forms that it takes: of verbs -s, -ed, -ing; of nouns the plural; and the other spelling."""
    first, _, rest = entry.partition(" ")
    forms = {"verbs": _of_verb, "nouns": _of_noun}.get(group)
    if forms is _of_noun:
        head, _, last = entry.rpartition(" ")
        made = [f"{head} {form}".strip() for form in _of_noun(last)]
    else:
        made = [f"{form} {rest}".strip() for form in forms(first)] if forms else [entry]
    for form in made:
        yield form
        if has_variants and _HAS_VARIANT.search(form):
            yield from (form.replace(here, there) for here, there in _VARIANTS if here in form)


def _of_noun(word: str) -> tuple[str, ...]:
    if word.endswith(("s", "x", "ch", "sh")):
        return (word, f"{word}es")
    return (word, f"{word[:-1]}ies" if word.endswith("y") and word[-2] not in _VOWELS else f"{word}s")


def _of_verb(word: str) -> tuple[str, ...]:
    plural = _of_noun(word)[-1]
    if word.endswith("e"):
        return (word, plural, f"{word}d", f"{word[:-1]}ing")
    if word.endswith("y") and word[-2] not in _VOWELS:
        return (word, plural, f"{word[:-1]}ied", f"{word}ing")
    return (word, plural, f"{word}ed", f"{word}ing")
