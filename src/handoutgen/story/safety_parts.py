"""All that keeps a reader of a leaflet safe, each with the name by which an Easy Read says that it retells it.

Names are those of the file: `help.urgent.signs.2`, `easing-stress.caution`, `triggers.do_not.1`. A list is named entry
by entry, so that none of it slips out of a sentence that tells the rest.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from msgspec import Struct

from handoutgen.content.audience import instead_of, is_for
from handoutgen.content.easy_read import EasyRead
from handoutgen.content.helping import Help, HelpLevel
from handoutgen.content.model import Leaflet
from handoutgen.content.sections import SectionContent
from handoutgen.content.strategies import Strategy
from handoutgen.content.values import ForSome
from handoutgen.story.detail import is_warning
from handoutgen.story.help import levels_of

Tags = Collection[str] | None
"""What a clinic's blocks ask for; None for everything there is, whoever it is for."""


class SafetyPart(Struct, frozen=True):
    """One thing that keeps readers safe: its name, and its words."""

    name: str
    words: str


def safety_parts(leaflet: Leaflet, tags: Tags = None) -> list[SafetyPart]:
    """The dose, cautions, what not to do, when to stop, when to ask first, important asides and help levels of a
    leaflet for clinics with these tags. Numbers are those of the file, whatever a clinic leaves out."""
    return [
        *_of_help(leaflet.help, tags),
        *(part for each in leaflet.strategies if _is_shown(each, tags) for part in _of_strategy(each, tags)),
        *(part for name, each in _sections(leaflet, tags) for part in _of_stretch(name, each, tags)),
    ]


def retold_by(easy: EasyRead, tags: Tags = None) -> frozenset[str]:
    """The names of what an Easy Read retells for clinics with these tags."""
    lines = (line for part in easy.parts for line in part.pairs if _is_shown(line, tags))
    return frozenset(name for line in lines for name in line.says)


def missing_in(leaflet: Leaflet, tags: Tags) -> list[SafetyPart]:
    """What its Easy Read does not retell for clinics with these tags, in the order of the leaflet."""
    told = retold_by(leaflet.easy_read, tags) if leaflet.easy_read else frozenset[str]()
    return [part for part in safety_parts(leaflet, tags) if part.name not in told]


def _is_shown(block: ForSome, tags: Tags) -> bool:
    return tags is None or is_for(block, tags)


def _of_help(guide: Help, tags: Tags) -> Iterator[SafetyPart]:
    for key, level in levels_of(guide):
        for path, _, sign in level.each_sign:
            steps = (step + 1 if isinstance(step, int) else step for step in path)
            yield SafetyPart(".".join(map(str, ("help", key, *steps))), sign)
        yield from _actions(f"help.{key}", level, tags)


def _actions(name: str, level: HelpLevel, tags: Tags) -> Iterator[SafetyPart]:
    other = instead_of(level, tags) if tags is not None else None
    if other is None:
        if level.action:
            yield SafetyPart(f"{name}.action", level.action)
        yield from _numbered(f"{name}.actions", level.actions)
    for number, each in enumerate(level.instead, start=1):
        if tags is None or each is other:
            yield SafetyPart(f"{name}.instead.{number}", each.action)


def _of_strategy(strategy: Strategy, tags: Tags) -> Iterator[SafetyPart]:
    if strategy.caution:
        yield SafetyPart(f"{strategy.id}.caution", strategy.caution)
    yield from _numbered(f"{strategy.id}.stop_if", strategy.stop_if)
    yield from _numbered(f"{strategy.id}.ask_first", strategy.ask_first)
    yield from _asides(strategy.id, strategy, tags)


def _sections(leaflet: Leaflet, tags: Tags) -> Iterator[tuple[str, SectionContent]]:
    """Each section and subsection that is shown, with its name: a section that is called as a strategy is says that it
    is a section."""
    taken = {strategy.id for strategy in leaflet.strategies}
    is_whole_shown = True
    for path, section in leaflet.stretches:
        is_whole_shown = _is_shown(section, tags) if "subsections" not in path else is_whole_shown
        if not (is_whole_shown and _is_shown(section, tags)):
            continue
        name = str(path[0]) if path[0] != "sections" else leaflet.sections[int(path[1])].id
        name = f"sections.{name}" if name in taken else name
        below = path[path.index("subsections") + 1 :] if "subsections" in path else ()
        yield f"{name}.subsections.{int(below[0]) + 1}" if below else name, section


def _of_stretch(name: str, stretch: SectionContent, tags: Tags) -> Iterator[SafetyPart]:
    for key in ("dose", "caution"):
        if words := getattr(stretch, key):
            yield SafetyPart(f"{name}.{key}", words)
    yield from _numbered(f"{name}.do_not", stretch.do_not)
    yield from _numbered(f"{name}.ask_first", stretch.ask_first)
    yield from _asides(name, stretch, tags)


def _asides(name: str, part: Strategy | SectionContent, tags: Tags) -> Iterator[SafetyPart]:
    for number, aside in enumerate(part.callouts, start=1):
        if is_warning(aside) and _is_shown(aside, tags):
            yield SafetyPart(f"{name}.callouts.{number}", aside.text)


def _numbered(name: str, texts: Collection[str]) -> Iterator[SafetyPart]:
    yield from (SafetyPart(f"{name}.{number}", text) for number, text in enumerate(texts, start=1))
