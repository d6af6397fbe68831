"""A whole leaflet becomes the essential one: what everybody needs, with all that keeps readers safe.

What goes: parts and blocks of the level `full` (the author's word, else what is usual: `content.kinds`); of each
strategy why it helps and its benefits; of the record, how the leaflet was made. What never goes, whatever its level:
help, cautions, doses, "do not" lists, when to stop, when to ask first, and important asides. A section that goes but
for these keeps them under its heading; a strategy that goes keeps its one line and its caution.
Parts to write on have no depth: a whole leaflet has those that were asked for (`story.write_on`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from msgspec import Struct

from handoutgen.content.kinds import USUAL_LEVELS, LevelledPart
from handoutgen.content.model import Leaflet
from handoutgen.content.record import Review, Support
from handoutgen.content.sections import Callout, ExtraSection, Section, Subsection, moved_up
from handoutgen.content.strategies import Management, Strategy
from handoutgen.content.values import Audience
from handoutgen.content.yaml.nodes import ModelPath
from handoutgen.depth import Depth
from handoutgen.story.detail import is_warning
from handoutgen.story.order import StoryPart, fixed_part, part_title, section_title
from handoutgen.story.voice import SharedVoice

WithSafety = TypeVar("WithSafety", Section, ExtraSection, Subsection)
SAFE_KEYS = ("caution", "dose", "do_not", "do_not_title", "ask_first", "ask_first_title")
"""What a section keeps beside its important asides."""


class Essential(Struct, frozen=True):
    """The essential leaflet, and what the full one says beside it: the titles of what went, in reading order."""

    leaflet: Leaflet
    also: tuple[str, ...]


def at_depth(leaflet: Leaflet, depth: Depth, voice: SharedVoice) -> Essential:
    """The leaflet as it is printed at a depth."""
    if depth is Depth.FULL:
        return Essential(leaflet, ())
    return _Shortening(leaflet, voice).shortened()


def belongs_to(block: Audience, usual: Depth = Depth.ESSENTIAL) -> Depth:
    """The depth a block belongs to: the author's word, or the usual one."""
    return block.level or usual


def stays(leaflet: Leaflet, part: StoryPart) -> bool:
    """Whether the essential leaflet has a section for more than what keeps readers safe."""
    if not isinstance(part.of, Section):
        return False
    usual = Depth.ESSENTIAL
    if not isinstance(part.of, ExtraSection) and part.ident in set(LevelledPart):
        named = LevelledPart(part.ident)
        usual = leaflet.levels.get(named, USUAL_LEVELS[named])
    return belongs_to(part.of, usual) is Depth.ESSENTIAL


def is_brief(strategy: Strategy) -> bool:
    """Whether a strategy is shown by its one line alone, as the essential leaflet shows those of the level `full`."""
    return not strategy.how


def is_kept(section: Section | Subsection, field: ModelPath) -> bool:
    """Whether the essential leaflet has a field (by its path below the section) of a section that stays."""
    match field:
        case ("subsections", int(place), *below):
            part = section.subsections[place] if isinstance(section, Section) else None
            if part is None or belongs_to(part) is Depth.FULL:
                return False
            return is_kept(part, tuple(below))
        case ("callouts", int(place), *_):
            callout = section.callouts[place]
            return belongs_to(callout) is Depth.ESSENTIAL or is_warning(callout)
    return field != ("brief",)


class _Shortening:
    def __init__(self, leaflet: Leaflet, voice: SharedVoice) -> None:
        self._leaflet, self._voice = leaflet, voice
        self._gone: list[str] = []
        self._brief = False

    def shortened(self) -> Essential:
        leaflet = self._leaflet
        fixed = {name: self._fixed(name) for name in ("about", "causes", "symptoms")}
        management = self._management(leaflet.management) if leaflet.management else None
        sections = tuple(self._extras())
        changes = {
            **fixed, "management": management, "sections": sections, "review": self._record(leaflet.review),
            "support": tuple(each for each in leaflet.support if self._keeps_support(each)),
            **{name: self._entries(name) for name in ("glossary", "sources")},
        }  # fmt: skip
        if self._brief:
            self._gone.insert(0, self._voice.word("how_to_in_full"))
        return Essential(leaflet.model_copy(update=changes), tuple(dict.fromkeys(self._gone)))

    def _record(self, review: Review) -> Review:
        """Which version, how current, and whose: how it was made is for the full leaflet."""
        nothing = {
            "funding": "", "reader_involvement": "", "authors": (), "approving_group": None, "reader_testing": None,
            "supersedes": None, "feedback_to": None, "licences": None,
        }  # fmt: skip
        return review.model_copy(update=nothing)

    def _level(self, part: LevelledPart) -> Depth:
        return self._leaflet.levels.get(part, USUAL_LEVELS[part])

    def _keeps_support(self, support: Support) -> bool:
        kept = belongs_to(support, self._level(LevelledPart.SUPPORT)) is Depth.ESSENTIAL
        if not kept:
            self._gone.append(support.name)
        return kept

    def _entries(self, name: str) -> tuple[object, ...]:
        """The glossary or the sources, all or none."""
        entries: tuple[object, ...] = getattr(self._leaflet, name)
        if not entries or self._level(LevelledPart(name)) is Depth.ESSENTIAL:
            return entries
        self._gone.append(self._voice.word(name))
        return ()

    def _fixed(self, name: str) -> Section | None:
        section: Section | None = getattr(self._leaflet, name)
        if section is None:
            return None
        usual = self._level(LevelledPart(name)) if name in set(LevelledPart) else Depth.ESSENTIAL
        return self._section(section, part_title(self._voice, fixed_part(self._leaflet, name, section)), usual)

    def _extras(self) -> Iterator[ExtraSection]:
        """The author's sections; one that follows a section that went follows what that followed."""
        written = self._leaflet.sections
        shortened = (self._section(each, section_title(self._voice, each), Depth.ESSENTIAL) for each in written)
        return moved_up([each for each in shortened if isinstance(each, ExtraSection)], written)

    def _section(self, section: Section, title: str, usual: Depth) -> Section | None:
        if belongs_to(section, usual) is Depth.ESSENTIAL:
            return section.model_copy(update=self._inside(section))
        self._gone.append(title)
        return _kept_safe(section)

    def _inside(self, section: Section) -> dict[str, object]:
        """A section that stays, without what in it belongs to the full leaflet."""
        parts: list[Subsection] = []
        for part in section.subsections:
            if belongs_to(part) is Depth.ESSENTIAL:
                parts.append(part.model_copy(update={"callouts": tuple(_essential(part.callouts))}))
                continue
            self._gone.append(part.title)
            if safe := _kept_safe(part):
                parts.append(safe)
        return {"subsections": tuple(parts), "callouts": tuple(_essential(section.callouts))}

    def _management(self, management: Management) -> Management:
        strategies = tuple(map(self._strategy, management.strategies))
        changes: dict[str, object] = {"strategies": strategies}
        if management.uncertainty and self._level(LevelledPart.UNCERTAINTY) is Depth.FULL:
            self._gone.append(self._voice.word("uncertainty"))
            changes["uncertainty"] = None
        return management.model_copy(update=changes)

    def _strategy(self, strategy: Strategy) -> Strategy:
        warnings = tuple(_essential(strategy.callouts))
        if belongs_to(strategy) is Depth.FULL:
            self._brief = True
            nothing: dict[str, object] = {
                "what": strategy.brief, "why": None, "how": (), "how_often": None, "benefits": None, "risks": None,
                "figure": None, "callouts": tuple(filter(is_warning, strategy.callouts)),
            }  # fmt: skip
            return strategy.model_copy(update=nothing)
        ways = tuple(how for how in strategy.how if belongs_to(how) is Depth.ESSENTIAL)
        self._gone += [how.title for how in strategy.how if how.title and belongs_to(how) is Depth.FULL]
        return strategy.model_copy(update={"why": None, "benefits": None, "how": ways, "callouts": warnings})


def _essential(callouts: tuple[Callout, ...]) -> Iterator[Callout]:
    return (each for each in callouts if belongs_to(each) is Depth.ESSENTIAL or is_warning(each))


def _kept_safe(section: WithSafety) -> WithSafety | None:
    """What keeps readers safe in a section that goes; None when there is nothing."""
    warnings = tuple(filter(is_warning, section.callouts))
    parts = tuple(safe for part in getattr(section, "subsections", ()) if (safe := _kept_safe(part)))
    has_lines = any(getattr(section, key, None) for key in SAFE_KEYS)
    if not (warnings or parts or has_lines):
        return None
    changes: dict[str, object] = {
        "text": None, "steps": (), "do": (), "table": None, "figure": None, "callouts": warnings,
    }  # fmt: skip
    if "subsections" in type(section).model_fields:
        changes["subsections"] = parts
    return section.model_copy(update=changes)
