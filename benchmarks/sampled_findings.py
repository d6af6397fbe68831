"""A random sample of what the check finds in pages of Markdown, to be judged by a person.

    python benchmarks/sampled_findings.py FOLDER [--seed 1] [--size 150] [--language en-GB] [--of told|advice|all]

Pages of other languages lie in folders of their own, such as en-US/. Errors and warnings are told; notes are advice.

Each page becomes a leaflet without a word changed: a section for each heading, and a level of help for the list under
"Call 999" or "See a GP". Lists that the page sets apart stay apart. Only findings about words (HG141 to HG233) are
drawn, each with its severity, its sentence, the sentences around it, the remedy and why it matters.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "tests"))

from handoutgen.check.passages import texts_of  # noqa: E402
from handoutgen.check.rules.catalogue import RULES, hits_of  # noqa: E402
from handoutgen.check.rules.reading import JudgedLeaflet, JudgedText, judged_texts  # noqa: E402
from handoutgen.check.rules.record import Hit  # noqa: E402
from handoutgen.content.model import Leaflet  # noqa: E402
from handoutgen.content.yaml.nodes import ModelPath  # noqa: E402
from handoutgen.diagnostics import Severity  # noqa: E402
from handoutgen.language import language_of  # noqa: E402
from story.small_leaflet import LEAFLET  # noqa: E402

SEVERITIES: Mapping[str, Collection[Severity]] = {
    "told": (Severity.ERROR, Severity.WARNING), "advice": (Severity.NOTE,), "all": tuple(Severity),
}  # fmt: skip
"""What is drawn of → the severities."""
_NOT_TEXT = (
    (re.compile(r"<!--.*?-->|\{(?:\.|data-)[^{}]*\}|!\[[^\]]*\]\([^)]*\)", re.DOTALL), ""),
    (re.compile(r"^(?:\*{3,}|(?:- *){2,}|\d+\.[ _]*|\*\[.*?\]:.*)$|_{3,}", re.MULTILINE), ""),
    (re.compile(r"\]\((?:\{\{.*?\}\}|/)?(?!https?://)([^)]*)\)"), r"](https://www.example.org/\1)"),
    (re.compile(r"<br ?/?>|</?\w+[^>]*>"), " "),
    (re.compile(r"(?<![*\w])[*_](\w[^*_\n]*)[*_](?![*\w])"), r"\1"),
    (re.compile(r"^~ +", re.MULTILINE), "- "),
)
"""Marks of templates, pictures, and links within a site: what is no text of a leaflet, and what stands in its place."""
_HEADING = re.compile(r"^#{1,6} +(.+?)\s*$", re.MULTILINE)
_ITEM = re.compile(r"^[-*] +(.+(?:\n {2,}.+)*)", re.MULTILINE)
_LIST_FIRST = re.compile(r"(?:[^\n]*:[ ]*\n+)?(?:[-*] +.+\n?(?: {2,}.+\n?)*)+")
"""A list that a text begins with, after a line that leads to it at most."""
_LISTS_PART = re.compile(r"^\{\.[^{}]*\}$|(?<=\n)\n(?=[-*~] )|(?<=\n)\n(?=\w.*\n~ )", re.MULTILINE)
"""Where a list ends though Markdown goes on with it: at a template's mark, at an empty line before an entry, and before
the words that a list explains."""
_EMERGENCY = re.compile(r"\b(?:999|911|000|A&E|ED|emergency)\b", re.IGNORECASE)
_HELP = re.compile(
    r"\b(?:see|call|speak to|ask|go to|get|seek|contact|return to)\b.*\b(?:GP|111|doctor|pharmacist|help|care|clinic|"
    r"attention|us)\b.*(?::|\bif\b.*|\bwhen\b.*)$",
    re.IGNORECASE,
)
_ROUTINE = re.compile(r"\b(?:GP|pharmacist)\b(?!.*\burgent)", re.IGNORECASE)
_TAG = re.compile(r"[a-z]{2,3}-[A-Z]{2}")
_ABOUT_WORDS = frozenset(code for code in RULES if code < "HG240")


def leaflet_of(page: Path, language: str = "en-GB") -> Leaflet:
    """A page as a leaflet."""
    name, first, *rest = _HEADING.split(page.read_text(encoding="utf-8"))[1:]
    sections: list[dict[str, str]] = []
    signs: dict[str, list[str]] = {}
    for heading, text in zip(rest[::2], rest[1::2], strict=True):
        title = _plain(heading).replace("**", "")
        level, listed = _level_of(title), _LIST_FIRST.match(_plain(text))
        if listed and level and level not in signs:
            signs[level] = [" ".join(sign.split()) for sign in _ITEM.findall(listed.group())][:20]
            text = _plain(text)[listed.end() :]
        sections += (
            {"id": "part", "title": title[:80], "text": part} for part in map(_plain, _LISTS_PART.split(text)) if part
        )
    for number, section in enumerate(sections):
        section["id"] = f"part-{number}"
    levels = {**LEAFLET["help"], **{level: {"signs": found} for level, found in signs.items()}}
    about = {"text": _plain(first) or name}
    changed = {"id": "page", "language": language, "title": name, "about": about, "sections": sections, "help": levels}
    return Leaflet.model_validate({**LEAFLET, **changed})


def _plain(said: str) -> str:
    for marks, instead in _NOT_TEXT:
        said = marks.sub(instead, said)
    return said.strip()


def _level_of(heading: str) -> str:
    """The level of help whose signs stand under a heading; empty for none."""
    if _EMERGENCY.search(heading):
        return "emergency"
    return "" if not _HELP.search(heading) else "routine" if _ROUTINE.search(heading) else "urgent"


def findings_in(page: Path, language: str, of: Collection[Severity] = SEVERITIES["all"]) -> Iterator[str]:
    """Each finding about words of one of these severities."""
    leaflet = leaflet_of(page, language)
    read = JudgedLeaflet(leaflet, judged_texts(leaflet, tuple(texts_of(leaflet))), leaflet.language)
    texts = {text.path: text for text in read.texts}
    for code in sorted(_ABOUT_WORDS):
        if RULES[code].is_for(language_of(leaflet.language)):
            for path, hit in hits_of(RULES[code], read):
                severity = hit.severity or RULES[code].severity
                if severity in of:
                    shown = _shown(hit, texts.get(path), path)
                    yield f"{code} {page.stem}: {severity}: {shown}\n    why: {RULES[code].why}"


def _shown(hit: Hit, text: JudgedText | None, path: ModelPath) -> str:
    """What is said of a finding, its sentence, the remedy and the text around it."""
    said = text.sentence_at(hit.start) if text and hit.start is not None else str(path)
    around = text.around(hit.start) if text and hit.start is not None else ""
    shown = [f"{hit.message}: {' '.join(said.split())}", f"    remedy: {hit.hint}"]
    return "\n".join([*shown, *([f"    around: {' '.join(around.split())}"] if around != said else ())])


def _language_of(page: Path) -> str:
    """The tag that its folder has for a name, if any."""
    return page.parent.name if _TAG.fullmatch(page.parent.name) else ""


def main() -> None:
    """Print the sample."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--language", default="en-GB")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--size", type=int, default=150)
    parser.add_argument("--of", choices=SEVERITIES, default="all")
    asked = parser.parse_args()
    pages = [page for page in sorted(asked.folder.rglob("*.md")) if page.stem != "README"]
    of = SEVERITIES[asked.of]
    found = [each for page in pages for each in findings_in(page, _language_of(page) or asked.language, of)]
    drawn = random.Random(asked.seed).sample(found, min(asked.size, len(found)))  # noqa: S311
    print(f"{len(drawn)} of {len(found)} findings")
    print(*(f"{number} {each}" for number, each in enumerate(sorted(drawn), 1)), sep="\n")


if __name__ == "__main__":
    main()
