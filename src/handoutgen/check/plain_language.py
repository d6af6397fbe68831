"""English texts checked against the rules of plain language that a machine can judge, as warnings.

Scores are not given: the NHS and CMS advise against judging a text by a formula. Each rule here names the place and
what to write. Rules: NHS service manual (content), CDC Clear Communication Index, PEMAT-P, RNIB clear print.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from handoutgen.check.findings import Findings
from handoutgen.check.passages import CheckedPassage, TextAt, passages, sentences, without_fields, words_in
from handoutgen.content.model import Leaflet
from handoutgen.diagnostics import Severity

LONGEST_SENTENCE = 20
LONGEST_PARAGRAPH = 3
LONGEST_LIST = 7
_CAPITALS = re.compile(r"\b[A-Z]{2,}(?:[ \t]+[A-Z]{2,}){2,}\b")
_CONTRACTION = re.compile(
    r"\b(?:(?:do|does|did|is|are|was|were|have|has|had|should|would|could|must|need|might|ai)n['’]t|can['’]t|won['’]t|"
    r"shan['’]t|(?:should|would|could|they)['’]ve)\b",
    re.IGNORECASE,
)
_IRREGULAR = {"can't": "cannot", "won't": "will not", "shan't": "shall not", "they've": "they have", "ain't": "is not"}
_RANGE = re.compile(r"(?<![\w.,/–—-])(\d{1,3})[ ]?[-–—][ ]?(\d{1,3})(?![\w/–—-]|[.,]\d)")
_ABOUT_PATIENTS = re.compile(
    r"\b(?:the |all |most |some )?(?:patients?|sufferers?|individuals) "
    r"(?:should|must|need to|needs to|are advised|is advised|can|may|will|who)\b",
    re.IGNORECASE,
)
_PERCENTAGE = re.compile(r"\b\d+(?:\.\d+)?[ \u00a0]?(?:%|per ?cent\b)")
_CHANCE = re.compile(
    r"\b(\d[\d,]*) (?:in|out of)(?: every)? (\d[\d,]*)\b(?! (?:minutes?|hours?|days?|weeks?|months?|years?))"
)
_Passages = Sequence[tuple[CheckedPassage, list[tuple[int, int]]]]
"""Passages, and from where to where each sentence of theirs goes."""
_AMPERSAND = re.compile(r"(?<=\s)&(?=\s)|\w\(s\)")
_PAGE = re.compile(r"\b(?:see|on|go to|turn to|look at)\s+page\s+\d+\b(?!\s+of\b)", re.IGNORECASE)
_CLICK = re.compile(r"\b(?:click|tap|press) here\b", re.IGNORECASE)


def check_plain_language(leaflet: Leaflet, texts: Sequence[TextAt], findings: Findings) -> None:
    """Add warnings about the texts; nothing for a leaflet that is not in English, whose rules differ."""
    if not leaflet.language.startswith("en"):
        return
    for text in texts:
        check_text(text, findings)
    _check_model_lists(leaflet, findings)
    _check_chances(texts, findings)


def check_text(text: TextAt, findings: Findings) -> None:
    """Add warnings about one text in English."""
    cut = [(passage, sentences(text.blank, passage)) for passage in passages(text.blank)]
    _check_sentences(text, cut, findings)
    _check_lists(text, cut, findings)
    _check_signs(text, cut, findings)


def _warn(findings: Findings, code: str, message: str, hint: str, text: TextAt, place: tuple[int, int]) -> None:
    findings.add(code, Severity.WARNING, message, hint, text.path, *place)


def _check_sentences(text: TextAt, cut: _Passages, findings: Findings) -> None:
    for _, said in cut:
        for start, end in said:
            count = len(words_in(text.blank[start:end]))
            if count > LONGEST_SENTENCE:
                message = f"a sentence of {count} words, more than {LONGEST_SENTENCE}"
                _warn(findings, "HG201", message, "make two sentences of it.", text, (start, end))
        if len(said) > LONGEST_PARAGRAPH:
            main = text.path == ("main_message",)
            message = (
                f"{'a main message' if main else 'a paragraph'} of {len(said)} sentences, more than {LONGEST_PARAGRAPH}"
            )
            hint = "keep what the reader should remember." if main else "start a new paragraph with an empty line."
            _warn(findings, "HG214" if main else "HG202", message, hint, text, said[LONGEST_PARAGRAPH])


def _check_lists(text: TextAt, cut: _Passages, findings: Findings) -> None:
    run: list[int] = []
    has_table = "|" in text.blank
    for passage in [*(passage for passage, _ in cut), None]:
        if passage is not None and passage.is_item and not has_table:
            run.append(passage.start)
            continue
        if len(run) > LONGEST_LIST:
            _too_long_list(findings, len(run), text.path, (run[LONGEST_LIST], run[LONGEST_LIST] + 1))
        run = []


def _too_long_list(findings: Findings, count: int, path: tuple[str | int, ...], place: tuple[int, int] | None) -> None:
    message, hint = f"a list of {count} entries, more than {LONGEST_LIST}", "split it in two, or leave out the least."
    findings.add("HG203", Severity.WARNING, message, hint, path, *(place or ()))


def _check_model_lists(leaflet: Leaflet, findings: Findings) -> None:
    for path, entries in _model_lists(leaflet):
        if len(entries) > LONGEST_LIST:
            _too_long_list(findings, len(entries), path, None)


def _model_lists(leaflet: Leaflet) -> Iterator[tuple[tuple[str | int, ...], Sequence[str]]]:
    for at, part in leaflet.stretches:
        yield from (((*at, name), getattr(part, name)) for name in ("steps", "do", "do_not"))
    for name in ("emergency", "urgent", "routine"):
        yield from ((("help", name, *at), signs) for at, _, signs in getattr(leaflet.help, name).lists)
    for index, strategy in enumerate(leaflet.strategies):
        path = ("management", "strategies", index)
        yield (*path, "stop_if"), strategy.stop_if
        yield (*path, "ask_first"), strategy.ask_first
        yield from (((*path, "how", number, "steps"), how.steps) for number, how in enumerate(strategy.how))


def _check_signs(text: TextAt, cut: _Passages, findings: Findings) -> None:
    plain = without_fields(text.blank)
    for match in _CAPITALS.finditer(plain):
        _warn(findings, "HG204", "words in block capitals", "write them in small letters.", text, match.span())
    for match in _CONTRACTION.finditer(plain):
        hint = f'write "{_in_full(match.group())}".'
        _warn(findings, "HG205", f'"{match.group()}" is easily misread', hint, text, match.span())
    for match in _RANGE.finditer(plain):
        hint = f'write "{match.group(1)} to {match.group(2)}".'
        _warn(findings, "HG206", "a range with a dash", hint, text, match.span())
    for match in _ABOUT_PATIENTS.finditer(plain):
        hint = 'speak to the reader: "you", or start with what to do.'
        _warn(findings, "HG207", f'"{match.group()}" speaks about the reader', hint, text, match.span())
    for match in _AMPERSAND.finditer(plain):
        hint = 'write "and".' if match.group() == "&" else "write the plural, or both words."
        _warn(findings, "HG211", f'"{match.group()}" is hard to read', hint, text, match.span())
    for match in _PAGE.finditer(plain):
        hint = "name the part by its heading, in quotation marks: See “When to get help”."
        _warn(findings, "HG216", "each format has other page numbers", hint, text, match.span())
    for match in _CLICK.finditer(plain):
        _warn(findings, "HG212", "nobody can click on paper", "say what the link leads to.", text, match.span())
    if _PERCENTAGE.search(plain):
        _check_percentages(text, plain, cut, findings)


def _check_percentages(text: TextAt, plain: str, cut: _Passages, findings: Findings) -> None:
    for _, said in cut:
        for start, end in said:
            if _CHANCE.search(plain, start, end):
                continue
            for match in _PERCENTAGE.finditer(plain, start, end):
                hint = 'write it as people, such as "1 in 7 people"; the percentage may follow.'
                _warn(findings, "HG208", "a percentage alone", hint, text, match.span())


def _in_full(contraction: str) -> str:
    word = contraction.lower().replace("’", "'")
    full = _IRREGULAR.get(word) or word.replace("n't", " not").replace("'ve", " have")
    return full.capitalize() if contraction[0].isupper() else full


def _check_chances(texts: Sequence[TextAt], findings: Findings) -> None:
    """All chances out of the same number, so that nobody has to reckon (CDC index 17, IPDAS)."""
    first = ""
    for text in texts:
        for match in _CHANCE.finditer(text.blank):
            first = first or match.group(2)
            if match.group(2) != first:
                message = f"a chance out of {match.group(2)}, after one out of {first}"
                findings.add(
                    "HG213", Severity.NOTE, message, f"give all chances out of {first}.", text.path, *match.span()
                )
