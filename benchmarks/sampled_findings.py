"""A random sample of what the check finds in pages of Markdown, to be judged by a person.

    python benchmarks/sampled_findings.py FOLDER [--seed 1] [--size 150] [--language en-GB]

Each page becomes a leaflet without a word changed: a section for each heading, and a level of help for each list under
"Call 999" or "See a GP". Only findings about words (HG141 to HG233) are drawn, each with its sentence.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "tests"))

from handoutgen.check.passages import texts_of  # noqa: E402
from handoutgen.check.rules.catalogue import RULES, hits_of  # noqa: E402
from handoutgen.check.rules.reading import JudgedLeaflet, judged_texts  # noqa: E402
from handoutgen.content.model import Leaflet  # noqa: E402
from handoutgen.language import language_of  # noqa: E402
from story.small_leaflet import LEAFLET  # noqa: E402

_NOT_TEXT = (
    (
        re.compile(
            r"<!--.*?-->|\{(?:\.|data-)[^{}]*\}|^\*{3,}$|^\*\[.*?\]:.*$|!\[[^\]]*\]\([^)]*\)", re.DOTALL | re.MULTILINE
        ),
        "",
    ),
    (re.compile(r"\]\((?:\{\{.*?\}\}|/)?(?!https?://)([^)]*)\)"), r"](https://www.example.org/\1)"),
    (re.compile(r"<br ?/?>|</?\w+[^>]*>"), " "),
    (re.compile(r"(?<![*\w])[*_](\w[^*_\n]*)[*_](?![*\w])"), r"\1"),
)
"""Marks of templates, pictures, and links within a site: what is no text of a leaflet, and what stands in its place."""
_HEADING = re.compile(r"^#{1,6} +(.+?)\s*$", re.MULTILINE)
_ITEM = re.compile(r"^[-*] +(\w.+(?:\n {2,}.+)*)", re.MULTILINE)
_EMERGENCY = re.compile(r"\b(?:999|A&E)\b")
_HELP = re.compile(r"\b(?:see|call|speak to|ask|go to|get)\b.*\b(?:GP|111|doctor|pharmacist|help)\b.*:$", re.IGNORECASE)
_ABOUT_WORDS = frozenset(code for code in RULES if code < "HG240")


def leaflet_of(page: Path, language: str = "en-GB") -> Leaflet:
    """A page as a leaflet."""
    said = page.read_text(encoding="utf-8")
    for marks, instead in _NOT_TEXT:
        said = marks.sub(instead, said)
    name, first, *rest = _HEADING.split(said)[1:]
    sections: list[dict[str, str]] = []
    signs: dict[str, list[str]] = {}
    for heading, text in zip(rest[::2], rest[1::2], strict=True):
        listed = [" ".join(sign.split()) for sign in _ITEM.findall(text)]
        is_emergency = bool(_EMERGENCY.search(heading))
        if listed and (is_emergency or _HELP.search(heading)):
            signs.setdefault("emergency" if is_emergency else "urgent", []).extend(listed)
        elif text.strip():
            sections.append({"id": f"part-{len(sections)}", "title": heading[:80], "text": text})
    levels = {**LEAFLET["help"], **{level: {"signs": found[:20]} for level, found in signs.items()}}
    about = {"text": first if first.strip() else name}
    changed = {"id": "page", "language": language, "title": name, "about": about, "sections": sections, "help": levels}
    return Leaflet.model_validate({**LEAFLET, **changed})


def findings_in(page: Path, language: str) -> Iterator[str]:
    """Each finding about words: its code, what is said of it, and its sentence."""
    leaflet = leaflet_of(page, language)
    read = JudgedLeaflet(leaflet, judged_texts(leaflet, tuple(texts_of(leaflet))), leaflet.language)
    texts = {text.path: text for text in read.texts}
    for code in sorted(_ABOUT_WORDS):
        if RULES[code].is_for(language_of(leaflet.language)):
            for path, hit in hits_of(RULES[code], read):
                said = texts[path].sentence_at(hit.start) if hit.start is not None else str(path)
                yield f"{code} {page.stem}: {hit.message}: {' '.join(said.split())}"


def main() -> None:
    """Print the sample."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--language", default="en-GB")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--size", type=int, default=150)
    asked = parser.parse_args()
    pages = [page for page in sorted(asked.folder.glob("*.md")) if page.stem != "README"]
    found = [each for page in pages for each in findings_in(page, asked.language)]
    drawn = random.Random(asked.seed).sample(found, min(asked.size, len(found)))  # noqa: S311
    print(f"{len(drawn)} of {len(found)} findings", *sorted(drawn), sep="\n")


if __name__ == "__main__":
    main()
