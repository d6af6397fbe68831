"""What a short form says of a leaflet's sections: their line, and all that keeps readers safe.

A short form may leave a section out, but not its dose, its caution, what not to do and its important asides: they are
said under the section's title, each in one paragraph. `keeps_safe` tells the same of a path in the model, so that the
finished form is held to it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from msgspec import Struct

from handoutgen.content.markdown.inline import Block, Items, Paragraph, Text
from handoutgen.content.model import Leaflet
from handoutgen.content.sections import Callout, Section, SectionContent, Subsection
from handoutgen.content.strategies import Strategy
from handoutgen.content.yaml.nodes import ModelPath
from handoutgen.language import SENTENCE_ENDS
from handoutgen.story.detail import is_warning
from handoutgen.story.order import body_parts, part_title
from handoutgen.story.strategies import callout_title, safety_lists
from handoutgen.story.stretches import line_words, to_do
from handoutgen.story.voice import Runs, SharedVoice

SAFE_FIELDS = ("dose", "caution", "do_not", "do_not_title", "ask_first", "ask_first_title")


class OfStrategy(Subsection):
    """What a strategy warns of that is itself left out. Its caution was written to stand under its title."""


class Glance(Struct, frozen=True):
    """A section at a glance: its name in the model, its title, its line (which may be empty) and its reminders."""

    ident: str
    title: str
    brief: Runs
    reminders: tuple[Runs, ...]


def glances(voice: SharedVoice, leaflet: Leaflet, but_for: Collection[str] = ()) -> list[Glance]:
    """The sections of which a short form has something to say, in reading order, but for those of these names."""
    found = []
    for part in body_parts(leaflet):
        if not isinstance(part.of, Section) or part.ident in but_for:
            continue
        if others := [each for each in part.of.subsections if isinstance(each, OfStrategy)]:
            found += [Glance(part.ident, each.title, (), tuple(_of_stretch(voice, each))) for each in others]
            continue
        brief = voice.phrase(part.of.brief) if part.of.brief else ()
        reminders = tuple(_of_section(voice, part.of))
        if brief or reminders:
            found.append(Glance(part.ident, part_title(voice, part), brief, reminders))
    return found


def before_what_to_do(leaflet: Leaflet, listed: Sequence[Glance]) -> tuple[list[Glance], list[Glance]]:
    """Sections at a glance in two: those that warn of something and stand before the strategies in the leaflet, as when
    to ask first does, and so are read before any step; and the others."""
    names = [part.ident for part in body_parts(leaflet)]
    over = set(names[: names.index("management")] if "management" in names else ())
    first = [each for each in listed if each.reminders and each.ident in over]
    return first, [each for each in listed if each not in first]


def only_in_full(voice: SharedVoice, leaflet: Leaflet, shown: Collection[str] = ()) -> str:
    """What a short form says of the sections it leaves out: "The full leaflet also tells you about: …"; empty when it
    leaves out none. `shown` are the names of those of which it says something."""
    titles = [
        part_title(voice, part)
        for part in body_parts(leaflet)
        if isinstance(part.of, Section) and part.ident not in shown
    ]
    return voice.word("only_in_full", titles=f"{voice.word('between_items')} ".join(titles)) if titles else ""


def strategy_reminders(voice: SharedVoice, strategy: Strategy) -> list[Runs]:
    """What must be said wherever a strategy is named with more than its title: its caution, or else when to stop and
    when to ask first; and its important asides."""
    said: list[Runs] = []
    if strategy.caution:
        said.append(line_words(voice, strategy, "caution"))
    else:
        for word, items in safety_lists(strategy):
            said.append([Text(voice.word(word) + " ", strong=True), *voice.run_in(items)])
    return [*said, *_warnings(voice, strategy.callouts)]


def keeps_safe(leaflet: Leaflet, path: ModelPath) -> bool:
    """Whether a field of a section (by its path in the leaflet) must be said in every form."""
    section, below = _section_at(leaflet, path)
    if section is None:
        return False
    if below[:1] == ("subsections",) and len(below) > 2:
        part = section.subsections[int(below[1])]
        return _is_safe(part, below[2:]) or (below[2:] == ("title",) and _needs_title(part))
    return _is_safe(section, below)


def is_in_one_of(leaflet: Leaflet, path: ModelPath, listed: Sequence[Glance]) -> bool:
    """Whether a path in the leaflet is in one of these sections."""
    name = leaflet.sections[int(path[1])].id if path[0] == "sections" else path[0]
    return any(each.ident == name for each in listed)


def safe_paths(stretch: SectionContent, path: ModelPath) -> Iterator[ModelPath]:
    """The paths in the leaflet of what a section, or a part of one, at `path` must say in every form."""
    for field in SAFE_FIELDS:
        value = getattr(stretch, field, None)
        if value:
            yield (*path, field) if isinstance(value, str) else (*path, field, 0)
    yield from ((*path, "callouts", index, "text") for index, each in enumerate(stretch.callouts) if is_warning(each))
    for index, part in enumerate(getattr(stretch, "subsections", ())):
        yield from safe_paths(part, (*path, "subsections", index))


def _section_at(leaflet: Leaflet, path: ModelPath) -> tuple[Section | None, ModelPath]:
    if path[0] == "sections" and len(path) > 2 and int(path[1]) < len(leaflet.sections):
        return leaflet.sections[int(path[1])], path[2:]
    if path[0] in ("about", "causes", "symptoms"):
        section: Section | None = getattr(leaflet, str(path[0]))
        return section, path[1:]
    return None, ()


def _is_safe(stretch: SectionContent, field: ModelPath) -> bool:
    if field[:1] == ("callouts",) and len(field) > 2:
        return is_warning(stretch.callouts[int(field[1])])
    return bool(field) and field[0] in SAFE_FIELDS


def _of_section(voice: SharedVoice, section: Section) -> Iterator[Runs]:
    yield from _of_stretch(voice, section)
    for part in section.subsections:
        said = _of_stretch(voice, part)
        if _needs_title(part):
            yield [Text(titled(voice, part.title), strong=True), *next(said)]
        yield from said


def _needs_title(part: Subsection) -> bool:
    """Whether what keeps readers safe in a subsection is another thing without its title: how much to take "At night",
    what not to do "By tube". Where the author has words over the list, they say it; a caution stands by itself."""
    has_bare_list = (part.do_not and not part.do_not_title) or (part.ask_first and not part.ask_first_title)
    return isinstance(part, OfStrategy) or bool(part.dose or has_bare_list)


def titled(voice: SharedVoice, title: str) -> str:
    """A title run in with what stands under it: "At night. "."""
    return title + ("" if title.endswith(SENTENCE_ENDS) else voice.word("full_stop")) + " "


def _of_stretch(voice: SharedVoice, stretch: SectionContent) -> Iterator[Runs]:
    for key in ("dose", "caution"):
        if getattr(stretch, key, None):
            yield line_words(voice, stretch, key)
    for key, sign in (("do_not", voice.word("colon")), ("ask_first", " ")):
        items, words_over = to_do(voice, stretch, key)
        if items:
            yield [Text(words_over + sign, strong=True), *voice.run_in(items)]
    yield from _warnings(voice, stretch.callouts)


def _warnings(voice: SharedVoice, callouts: Sequence[Callout]) -> Iterator[Runs]:
    for callout in callouts:
        if is_warning(callout):
            yield [
                Text(callout_title(voice, callout) + voice.word("colon"), strong=True),
                *_run_together(voice, voice.prose(callout.text)),
            ]


def _run_together(voice: SharedVoice, blocks: Sequence[Block]) -> Iterator[Text]:
    """Several blocks as the runs of one paragraph; a table's rows are said one after another."""
    for index, block in enumerate(blocks):
        if index:
            yield Text(" ")
        if isinstance(block, Paragraph):
            yield from block.content
        elif isinstance(block, Items):
            yield from _items_together(voice, block)
        else:
            yield from (run for row in (block.head, *block.rows) for cell in row for run in (*cell, Text(" ")))


def _items_together(voice: SharedVoice, listed: Items) -> Iterator[Text]:
    """The items of a list one after another. A list in an item stands in brackets, so that it is told from the items
    that follow: "metal in you (a clip; a pump); a pregnancy"."""
    for place, item in enumerate(listed.items):
        if place:
            yield Text(voice.word("between_items") + " ")
        for index, block in enumerate(item):
            if index:
                yield Text(" ")
            inner = _run_together(voice, [block])
            yield from (Text("("), *inner, Text(")")) if isinstance(block, Items) else inner
