"""Findings about words that a leaflet leaves as they are: each with a reason, and by whom."""

from __future__ import annotations

from collections.abc import Collection

from handoutgen.check.findings import Findings
from handoutgen.check.rules.reading import JudgedLeaflet
from handoutgen.content.yaml.nodes import ModelPath
from handoutgen.diagnostics import Severity

TRANSLATION_CODES = frozenset({"HG321", "HG324", "HG325", "HG326", "HG329"})
"""What is found beside a translation's source, and waived there."""


class Waivers:
    """What a leaflet waives, and which of it was found."""

    def __init__(self, read: JudgedLeaflet) -> None:
        self._waivers = read.leaflet.waive
        self._texts = {text.path: text.at.text.casefold() for text in read.texts} if self._waivers else {}
        self._used: set[int] = set()

    def cover(self, code: str, path: ModelPath) -> bool:
        """Whether a finding at a value is waived: by its code, and by words of the text where the waiver names some."""
        for index, waiver in enumerate(self._waivers):
            words = (waiver.words or "").casefold()
            if waiver.code == code and words in self._texts.get(path, ""):
                self._used.add(index)
                return True
        return False

    def tell_unused(self, codes: Collection[str], findings: Findings) -> None:
        """A warning for each waiver of what nothing found: it would hide the next fault."""
        for index, waiver in enumerate(self._waivers):
            if waiver.code in TRANSLATION_CODES:
                continue
            if waiver.code not in codes:
                message = f"{waiver.code} is not about words, and cannot be waived"
            elif index not in self._used:
                message = f"nothing finds the {waiver.code} that is waived here"
            else:
                continue
            findings.add("HG135", Severity.WARNING, message, "take the waiver away.", ("waive", index, "code"))
