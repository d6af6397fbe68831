"""A leaflet and a voice → the whole leaflet in words, in reading order: what every alternative format writes out.

When to get help follows the key points here, as nothing has to fit on a page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from types import MappingProxyType

from handoutgen.content.helping import Help
from handoutgen.content.markdown import inline
from handoutgen.content.markdown.inline import Text
from handoutgen.content.model import Leaflet
from handoutgen.content.sections import Callout, Figure, Section, SectionContent, Table
from handoutgen.content.strategies import HowTo, Management, Strategy
from handoutgen.content.tools import Checklist, Diary, Goals, Notes, Questions, Tool
from handoutgen.story.chosen import overview
from handoutgen.story.citing import citing_parts
from handoutgen.story.contact import blanks, main_number, offers, other_formats, panel
from handoutgen.story.entries import glossary_words, sources_by_publisher, sources_note, support_words
from handoutgen.story.figures import places_in, words_in
from handoutgen.story.help import help_title, label_words, levels_of, sign_lists, what_to_do, when_closed
from handoutgen.story.order import StoryPart, body_parts, part_title
from handoutgen.story.passages import (
    Aside,
    Chart,
    Lines,
    Listed,
    ListedAs,
    Passage,
    Picture,
    Said,
    Sign,
    Story,
    StoryBlock,
    Tabled,
)
from handoutgen.story.person import person_lines
from handoutgen.story.record import giver, is_draft, review_record
from handoutgen.story.strategies import callout_title, facts, is_said_in_brief, numbered_title, safety_lists
from handoutgen.story.stretches import line_words, table_words, to_do
from handoutgen.story.tools import example_words
from handoutgen.story.voice import SharedVoice, Voice


def tell(leaflet: Leaflet, voice: Voice) -> Story:
    """The whole leaflet. It is the leaflet as one clinic prints it: blocks for other clinics are gone already."""
    message = [
        *([Said([Text(leaflet.subtitle)], "subtitle")] if leaflet.subtitle else []),
        Said(voice.phrase(leaflet.main_message)),
    ]
    message += [Said(ticked)] if (ticked := overview(voice, leaflet)) else []
    return Story(
        language=voice.language,
        direction=voice.direction,
        title=leaflet.title,
        opening=tuple(_opening(voice, leaflet)),
        message=tuple(message),
        passages=tuple(_passages(voice, leaflet)),
        main_picture=leaflet.main_figure.file if leaflet.main_figure else "",
    )


def _opening(voice: Voice, leaflet: Leaflet) -> Iterator[StoryBlock]:
    yield Said([Text(giver(voice), strong=True)], "giver")
    if is_draft(voice, leaflet):
        yield Said([Text(voice.word("draft"))], "draft")
    if voice.notice:
        yield Said([Text(voice.notice, strong=True)], "notice")
    call = main_number(voice)
    if call:
        name, number = call
        yield Said([Text(name.text + voice.word("colon")), number], "call")
    for label in blanks(voice):
        yield Lines(1, label)
    typed = person_lines(voice.word, voice.person)
    if typed:
        rows = tuple((Said([Text(f"{label} "), Text(words, strong=True)]),) for label, words in typed)
        yield Listed(rows, "none", title=voice.word("for_this_print"), kind="person")


def _passages(voice: Voice, leaflet: Leaflet) -> Iterator[Passage]:
    yield _part("key-points", voice.word("key_points"), [_list(voice, leaflet.key_points, "bullet")])
    yield _help(voice, leaflet.help)
    for part in body_parts(leaflet):
        yield _body_part(voice, leaflet, part)
    if voice.clinic:
        yield _part("contact", voice.word("contact"), _contact(voice))


def _body_part(voice: Voice, leaflet: Leaflet, part: StoryPart) -> Passage:
    title, of = part_title(voice, part), part.of
    if isinstance(of, Section):
        return _part(part.ident, title, _section(voice, of))
    if isinstance(of, Management):
        return _part(part.ident, title, _management(voice, of))
    if of is not None:
        return _part(part.ident, title, _tool(voice, of))
    return _part(part.ident, title, _back_matter(voice, leaflet, part.ident))


def _help(voice: Voice, guide: Help) -> Passage:
    blocks: list[StoryBlock | Passage] = [Said(voice.phrase(guide.intro))] if guide.intro else []
    for key, level in levels_of(guide):
        closed = when_closed(voice) if key == "urgent" else ()
        said: list[StoryBlock] = [_list(voice, signs, "bullet", over) for over, signs in sign_lists(level)]
        said += map(Said, what_to_do(voice, level, closed))
        blocks.append(Passage(f"help-{key}", label_words(voice, key, level), 3, tuple(said)))
    return _part("help", help_title(voice, guide.title), blocks)


def _section(voice: SharedVoice, section: Section) -> Iterator[StoryBlock | Passage]:
    yield from _stretch(voice, section)
    for part in section.subsections:
        yield Passage("subsection", [Text(part.title)], 3, tuple(_stretch(voice, part)))


_LISTS: MappingProxyType[str, tuple[Sign, ListedAs]] = MappingProxyType({
    "do": ("yes", "do"), "do_not": ("no", "do_not"), "ask_first": ("bullet", "ask_first"),
})  # fmt: skip
"""The lists of a section: what stands before each item, and what kind of list it is."""


def _stretch(voice: SharedVoice, stretch: SectionContent) -> Iterator[StoryBlock]:
    """All that stands under a heading, in the order in which it was written."""
    for key in stretch.written_order:
        if key == "caution":
            yield Said(line_words(voice, stretch, key), "caution")
        elif key == "dose":
            yield Said(line_words(voice, stretch, key), "dose")
        elif key == "text":
            yield from _prose(voice, stretch.text or "")
        elif key == "steps":
            yield _list(voice, stretch.steps, "number")
        elif key in _LISTS:
            items, title = to_do(voice, stretch, key)
            yield _list(voice, items, _LISTS[key][0], title, _LISTS[key][1])
        elif key == "table" and stretch.table:
            yield from _table(voice, stretch.table)
        elif key == "figure" and stretch.figure:
            yield _picture(voice, stretch.figure)
        elif key == "callouts":
            yield from (_aside(voice, callout) for callout in stretch.callouts)


def _table(voice: SharedVoice, table: Table) -> Iterator[StoryBlock]:
    if table.caption:
        yield Said(voice.phrase(table.caption))
    yield Tabled(*table_words(voice, table))


def _management(voice: SharedVoice, management: Management) -> Iterator[StoryBlock | Passage]:
    if management.intro:
        yield from _prose(voice, management.intro)
    for number, strategy in enumerate(management.strategies, start=1):
        title = [Text(numbered_title(voice, number, strategy))]
        yield Passage(strategy.id, title, 3, tuple(_strategy(voice, strategy)), strategy.icon, number)
    if management.uncertainty:
        blocks = tuple(_prose(voice, management.uncertainty))
        yield Passage("uncertainty", [Text(voice.word("uncertainty"))], 3, blocks)


def _strategy(voice: SharedVoice, strategy: Strategy) -> Iterator[StoryBlock | Passage]:
    if strategy.id in voice.chosen:
        yield Said([Text(voice.word("start_with_this") + voice.word("full_stop"), strong=True)], "start")
    yield Said(voice.phrase(strategy.brief), "brief")
    if not is_said_in_brief(strategy):
        yield from _prose(voice, strategy.what)
    if strategy.why:
        yield Said(voice.phrase(strategy.why))
    if strategy.caution:
        yield Said(line_words(voice, strategy, "caution"), "caution")
    if strategy.figure:
        yield _picture(voice, strategy.figure)
    for how in strategy.how:
        blocks = tuple(_way(voice, how))
        if how.title:
            yield Passage("how", [Text(how.title)], 4, blocks)
        else:
            yield from blocks
    yield from map(Said, facts(voice, strategy))
    for word, items in safety_lists(strategy):
        kind: ListedAs = "stop_if" if word == "stop_if" else "ask_first"
        yield _list(voice, items, "bullet", voice.word(word), kind)
    yield from (_aside(voice, callout) for callout in strategy.callouts)


def _way(voice: SharedVoice, how: HowTo) -> Iterator[StoryBlock]:
    if how.figure:
        yield _picture(voice, how.figure)
    yield _list(voice, how.steps, "number")


def _tool(voice: SharedVoice, tool: Tool) -> Iterator[StoryBlock]:
    if tool.intro:
        yield from _prose(voice, tool.intro)
    match tool:
        case Diary():
            columns = tuple(column.title for column in tool.columns)
            yield Chart(columns, example_words(voice, tool), tool.rows)
        case Checklist():
            yield _list(voice, tool.items, "tick box")
        case Questions():
            yield _list(voice, tool.questions, "tick box")
            if tool.lines:
                yield Lines(tool.lines, voice.word("my_questions"))
        case Goals():
            for prompt in tool.prompts:
                yield Said(voice.phrase(prompt))
                yield Lines(tool.lines)
        case Notes():
            yield Lines(tool.lines)


def _back_matter(voice: Voice, leaflet: Leaflet, ident: str) -> list[StoryBlock]:
    if ident == "glossary":
        return [_entries(glossary_words(voice, entry) for entry in leaflet.glossary)]
    if ident == "support":
        return [_entries(support_words(voice, place) for place in leaflet.support)]
    if ident == "sources":
        note = sources_note(voice, leaflet.sources, citing_parts(voice, leaflet))
        return [_entries(iter(sources_by_publisher(leaflet.sources))), *([Said(note)] if note else [])]
    record = review_record(voice, leaflet)
    lines = Listed(tuple((_plain(line),) for line in record.lines), "none")
    said: list[StoryBlock] = [lines, *map(Said, record.labelled)]
    return [*said, _plain(record.offer)] if record.offer else said


def _contact(voice: Voice) -> Iterator[StoryBlock]:
    if voice.clinic is None:
        return
    for group in panel(voice, voice.clinic):
        if group:
            yield Listed(tuple(tuple(map(Said, rows)) for rows in group), "none")
    yield from map(Said, offers(voice, voice.clinic))
    ours, *own = other_formats(voice)  # one block: beside another language it stands in one row
    yield Said([*ours, *(each for words in own for each in (Text(" "), *words))])


def _part(ident: str, title: str, blocks: Sequence[StoryBlock | Passage] | Iterator[StoryBlock | Passage]) -> Passage:
    return Passage(ident, [Text(title)], 2, tuple(blocks))


def _plain(text: str) -> Said:
    return Said([Text(text)])


def _list(voice: SharedVoice, items: Sequence[str], sign: Sign, title: str = "", kind: ListedAs = "") -> Listed:
    return Listed(tuple((Said(voice.phrase(item)),) for item in items), sign, title=title, kind=kind)


def _entries(entries: Iterator[list[Text]]) -> Listed:
    return Listed(tuple((Said(words),) for words in entries), "none")


def _picture(voice: SharedVoice, figure: Figure) -> Picture:
    return Picture(figure.file, figure.alt, voice.phrase(figure.caption), words_in(figure), places_in(figure))


def _aside(voice: SharedVoice, callout: Callout) -> Aside:
    return Aside(callout.kind.value, callout_title(voice, callout), tuple(_prose(voice, callout.text)))


def _prose(voice: SharedVoice, source: str) -> Iterator[StoryBlock]:
    return map(_block, voice.prose(source))


def _block(block: inline.Block) -> StoryBlock:
    """A block of Markdown as a block of the story."""
    if isinstance(block, inline.Paragraph):
        return Said(block.content)
    if isinstance(block, inline.TableBlock):
        return Tabled(block.head, block.rows)
    items = tuple(tuple(map(_block, item)) for item in block.items)
    return Listed(items, "number" if block.ordered else "bullet", block.start)
