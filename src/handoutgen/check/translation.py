"""A translation beside its source → findings: what is not translated, what is behind, what says something else.

Each names the part and shows both places. What is right all the same is waived in the translation's own file.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from handoutgen.check.findings import Findings
from handoutgen.check.rules.waiving import TRANSLATION_CODES
from handoutgen.content.load import LoadedLeaflet
from handoutgen.content.yaml.nodes import ModelPath
from handoutgen.diagnostics import Diagnostic, Severity
from handoutgen.translation.comparing import DifferenceKind, differences
from handoutgen.translation.parts import is_safety
from handoutgen.translation.step import PartStep, StepState, marks_of, steps_between
from handoutgen.translation.untranslated import left_in_source

CODES = {
    DifferenceKind.STRUCTURE: "HG324",
    DifferenceKind.NUMBER: "HG325",
    DifferenceKind.CONTACT: "HG326",
    DifferenceKind.ORDER: "HG329",
}
HINTS = {
    DifferenceKind.STRUCTURE: "bring the two files into step; if they are right, waive it with a reason.",
    DifferenceKind.NUMBER: "compare the two; if both are right, as with a number in words, waive it with a reason.",
    DifferenceKind.ORDER: "compare the two; if the language says it so, waive it with a reason.",
    DifferenceKind.CONTACT: "compare the two; if the other is meant, waive it with a reason.",
}
NOT_TRANSLATED, BEHIND, NO_MARKS = "HG321", "HG322", "HG323"


def check_translation(translation: LoadedLeaflet, source: LoadedLeaflet) -> list[Diagnostic]:
    """Findings in a translation's file, each also at its place in the source."""
    told = _Told(translation, source)
    has_marks = bool(marks_of(translation))
    for step in steps_between(source, translation):
        _check_step(step, told)
        if has_marks:
            _check_follows(step, told)
    if not has_marks:
        _tell_unmarked(told)
    for each in differences(source, translation):
        severity = Severity.WARNING if each.kind is DifferenceKind.ORDER else Severity.ERROR
        told.add(CODES[each.kind], severity, each.message, HINTS[each.kind], each.key, each.path, each.path)
    told.unused_waivers()
    return told.findings.in_order()


class _Told:
    """Findings at two places, but for those that are waived."""

    def __init__(self, translation: LoadedLeaflet, source: LoadedLeaflet) -> None:
        self.translation, self.source = translation, source
        self.findings = Findings(translation.sources)
        self._used: set[int] = set()

    def add(
        self, code: str, severity: Severity, message: str, hint: str, key: str, here: ModelPath, there: ModelPath | None
    ) -> None:
        """A finding about a part, at a place here and at one in the source."""
        if self._is_waived(code, key, here):
            return
        before = Findings(self.translation.sources)
        before.add(code, severity, message, hint, here)
        for finding in before.in_order():
            also = (self.source.sources.span(there),) if there is not None else ()
            label = f"in {self.source.leaflet.language}"
            self.findings.collected.keep(replace(finding, also=also, also_label=label))

    def _is_waived(self, code: str, key: str, path: ModelPath) -> bool:
        found = waivers_of(self.translation, code, key, path)
        self._used.update(found[:1])
        return bool(found)

    def unused_waivers(self) -> None:
        """A warning for each waiver of what nothing found: it would hide the next fault."""
        for index, waiver in enumerate(self.translation.leaflet.waive):
            if waiver.code in TRANSLATION_CODES and index not in self._used:
                message = f"nothing finds the {waiver.code} that is waived here"
                self.findings.add("HG135", Severity.WARNING, message, "take the waiver away.", ("waive", index, "code"))


def waivers_of(translation: LoadedLeaflet, code: str, key: str, path: ModelPath) -> list[int]:
    """Which of a translation's waivers are of a finding: by the code, and by words of the text, or the name of the
    part, where the waiver names some."""
    said = f"{key}\n{_text_at(translation, path)}".casefold()
    waivers = enumerate(translation.leaflet.waive)
    return [index for index, each in waivers if each.code == code and (each.words or "").casefold() in said]


def _text_at(loaded: LoadedLeaflet, path: ModelPath) -> str:
    value: object = loaded.leaflet
    for step in path:
        value = value[step] if isinstance(value, tuple) and isinstance(step, int) else getattr(value, str(step), None)
    return value if isinstance(value, str) else ""


def _check_step(step: PartStep, told: _Told) -> None:
    if step.source is None or step.translation is None:
        return
    language = told.source.leaflet.language
    if left := left_in_source(told.source, told.translation, step):
        there = next(_of_name(step, left.name), step.source.path)
        message = f"{step.key} still has words of the {language} leaflet"
        told.add(
            NOT_TRANSLATED, Severity.ERROR, message, "translate it, or leave it out.", step.key, left.path, there
        )  # fmt: skip
    elif step.state is StepState.UNTRANSLATED:
        message = f"{step.key} is not translated yet, its record says"
        hint = f"translate it, then: handoutgen translate accept {_named(told)} {step.key}"
        told.add(NOT_TRANSLATED, Severity.ERROR, message, hint, step.key, step.translation.path, step.source.path)


def _check_follows(step: PartStep, told: _Told) -> None:
    """A part that is behind in what keeps a reader safe is not handed out: the source has changed for a reason."""
    if step.state not in (StepState.BEHIND, StepState.UNKNOWN) or not (step.source and step.translation):
        return
    language = told.source.leaflet.language
    safe = is_safety(step.key)
    message = f"{step.key} is behind: the {language} leaflet has changed since"
    if step.state is StepState.UNKNOWN:
        message = f"nobody has recorded which words of the {language} leaflet {step.key} was made from"
    message += ", in what keeps readers safe" if safe else ""
    hint = f"see handoutgen translate status, bring it into step, then: translate accept {_named(told)} {step.key}"
    severity = Severity.ERROR if safe else Severity.WARNING
    told.add(BEHIND, severity, message, hint, step.key, step.translation.path, step.source.path)


def _tell_unmarked(told: _Told) -> None:
    message = f"nobody has recorded which words of the {told.source.leaflet.language} leaflet it was made from"
    hint = f"read both side by side, then: handoutgen translate accept {_named(told)} --all"
    told.add(NO_MARKS, Severity.NOTE, message, hint, "review", ("review", "translation"), None)


def _of_name(step: PartStep, name: str) -> Iterator[ModelPath]:
    return (text.path for text in step.source.texts if text.name == name) if step.source else iter(())


def _named(told: _Told) -> str:
    return f"{told.translation.leaflet.id} {told.translation.leaflet.language}"
