"""A telling made short enough for one talk: what the sheet and the summary say of a leaflet, for two languages.

Whatever goes, what keeps a reader safe stays: cautions, doses, what not to do, when to stop, when to ask first,
important asides and the whole of when to get help. What went is said in a line at the end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from msgspec.structs import replace

from handoutgen.content.markdown.inline import Text
from handoutgen.content.model import Leaflet
from handoutgen.content.strategies import Strategy
from handoutgen.content.yaml.nodes import ModelPath
from handoutgen.language import SENTENCE_ENDS
from handoutgen.story.detail import is_warning
from handoutgen.story.glance import keeps_safe
from handoutgen.story.order import StoryPart, body_parts, part_title, what_to_do_now
from handoutgen.story.passages import Aside, Listed, Passage, Said, Story, StoryBlock
from handoutgen.story.printed_words import SHORT_FORMS
from handoutgen.story.voice import Runs, SharedVoice, words_of

WHOLE_PARTS = frozenset({"key-points", "help"})
_SAFE_SAID, _SAFE_LISTS = ("caution", "dose", "brief", "start"), ("do_not", "stop_if", "ask_first")
_NOT_HERE = SHORT_FORMS | {"credit"}
"""What even a strategy in full leaves to other forms: boxes for a dose, and who made the pictures, as in the record."""
_OF_A_STRATEGY = frozenset({"title", "brief", "caution", "stop_if", "ask_first"})


class Short(NamedTuple):
    """The short telling, and which fields of the leaflet it says in full."""

    story: Story
    claims: Callable[[ModelPath], bool]


def shortened(story: Story, leaflet: Leaflet, voice: SharedVoice, *, with_main: bool) -> Short:
    """The telling in short; `with_main`, as the sheet has it, with the main strategy in full, and what to do now in the
    place of the key points. The main one is the first that has a picture, else the first."""
    now = what_to_do_now(leaflet) if with_main else None
    at_once = next((part.ident for part in body_parts(leaflet) if part.of is now), "") if now else ""
    main = _main_strategy(leaflet) if with_main else None
    without = {"contact", "key-points"} if at_once else {"contact"}
    kept = [_kept(passage, {at_once} - {""}, main) for passage in story.passages if passage.ident not in without]
    passages = [_run_in(voice, each) for each in kept if each is not None]
    shown = {each.ident for each in passages}
    gone = [part_title(voice, part) for part in body_parts(leaflet) if _counts(part) and part.ident not in shown]
    if gone:
        titles = f"{voice.word('between_items')} ".join(gone)
        said = Said([Text(voice.word("only_in_full", titles=titles))])
        passages.append(Passage("review", [Text(voice.word("review"))], 2, (said,)))
    return Short(replace(story, passages=tuple(passages)), _claims(leaflet, at_once, main))


def with_main_trimmed(leaflet: Leaflet) -> Leaflet:
    """The leaflet, its main strategy with the exercises that have a picture alone: what the sheet has of it. Where none
    has one, with the first."""
    main, management = _main_strategy(leaflet), leaflet.management
    if main is None or management is None:
        return leaflet
    strategies = tuple(_trimmed(each) if each.id == main else each for each in management.strategies)
    return leaflet.model_copy(update={"management": management.model_copy(update={"strategies": strategies})})


def _trimmed(strategy: Strategy) -> Strategy:
    shown = tuple(how for how in strategy.how if how.figure) or strategy.how[:1]
    return strategy.model_copy(update={"how": shown, "what": strategy.brief, "why": None, "benefits": None})


def _counts(part: StoryPart) -> bool:
    return part.ident not in ("review", "sources")


def _main_strategy(leaflet: Leaflet) -> str | None:
    strategies = leaflet.strategies
    with_picture = (each.id for each in strategies if each.figure or any(how.figure for how in each.how))
    return next(with_picture, strategies[0].id if strategies else None)


def _kept(passage: Passage, whole: set[str], main: str | None) -> Passage | None:
    """The passage, or what is left of it; None where that is nothing."""
    if passage.ident in WHOLE_PARTS | whole:
        return passage
    blocks = tuple(_safe_blocks(passage.blocks, main))
    return replace(passage, blocks=blocks) if blocks else None


def _safe_blocks(blocks: tuple[StoryBlock | Passage, ...], main: str | None) -> Iterator[StoryBlock | Passage]:
    for block in blocks:
        if isinstance(block, Passage):
            inner = tuple(_safe_blocks(block.blocks, main))
            if block.ident == main:
                yield block
            elif inner or block.number is not None:
                yield replace(block, blocks=inner)
        elif (
            (isinstance(block, Said) and block.kind in _SAFE_SAID)
            or (isinstance(block, Listed) and block.kind in _SAFE_LISTS)
            or (isinstance(block, Aside) and block.kind == "important")
        ):
            yield block


def _run_in(voice: SharedVoice, passage: Passage) -> Passage:
    """The passage with each list of what keeps a reader safe as one paragraph: "Stop if it hurts; you feel dizzy."."""
    blocks = tuple(
        _run_in(voice, block) if isinstance(block, Passage) else _sentence(voice, block) for block in passage.blocks
    )
    return replace(passage, blocks=blocks)


def _sentence(voice: SharedVoice, block: StoryBlock) -> StoryBlock:
    if not isinstance(block, Listed) or block.kind not in _SAFE_LISTS:
        return block
    said = [Text(block.title + (voice.word("colon") if block.kind == "do_not" else " "), strong=True)]
    items = [_words(item) for item in block.items]
    for number, words in enumerate(items, start=1):
        is_last, ended = number == len(items), words_of(words).endswith(SENTENCE_ENDS)
        after = "" if ended else voice.word("full_stop" if is_last else "between_items")
        said += [*words, Text(after + ("" if is_last else " "))]
    return Said([part for part in said if part.text], "caution")


def _words(blocks: tuple[StoryBlock, ...]) -> Runs:
    """What an item of such a list says: it is one phrase."""
    return [run for block in blocks if isinstance(block, Said) for run in block.words]


def _claims(leaflet: Leaflet, at_once: str, main: str | None) -> Callable[[ModelPath], bool]:
    def claims(path: ModelPath) -> bool:
        if path[0] in ("title", "subtitle", "main_message", "help"):
            return True
        if path[0] == "key_points":
            return not at_once
        if path[:2] == ("management", "strategies") and len(path) > 3:
            strategy = leaflet.strategies[int(path[2])]
            if path[3] == "callouts":
                return is_warning(strategy.callouts[int(path[4])])
            is_in_full = strategy.id == main and not _NOT_HERE & set(path)
            return path[3] in _OF_A_STRATEGY or is_in_full
        if path[0] == "sections" and len(path) > 2 and leaflet.sections[int(path[1])].id == at_once:
            return path[2] not in ("brief",)
        return keeps_safe(leaflet, path)

    return claims
