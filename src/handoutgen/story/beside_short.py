"""A telling made short enough for one talk: what the sheet and the summary say of a leaflet, for two languages.

Whatever goes, what keeps a reader safe stays: cautions, doses, what not to do, when to stop, when to ask first,
important asides and the whole of when to get help. What went is said in a line at the end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import NamedTuple

from handoutgen.content.markdown.inline import Text
from handoutgen.content.model import Leaflet
from handoutgen.content.yaml.nodes import ModelPath
from handoutgen.story.detail import is_warning
from handoutgen.story.glance import keeps_safe
from handoutgen.story.order import StoryPart, body_parts, part_title, what_to_do_now
from handoutgen.story.passages import Aside, Listed, Passage, Said, Story, StoryBlock
from handoutgen.story.printed_words import SHORT_FORMS
from handoutgen.story.voice import SharedVoice

WHOLE_PARTS = frozenset({"key-points", "help", "contact"})
_SAFE_SAID, _SAFE_LISTS = ("caution", "dose", "brief", "start"), ("do_not", "stop_if", "ask_first")
_OF_A_STRATEGY = frozenset({"title", "brief", "caution", "stop_if", "ask_first"})


class Short(NamedTuple):
    """The short telling, and which fields of the leaflet it says in full."""

    story: Story
    claims: Callable[[ModelPath], bool]


def shortened(story: Story, leaflet: Leaflet, voice: SharedVoice, *, with_main: bool) -> Short:
    """The telling in short; `with_main` with what to do now and the first strategy that has a picture in full, else
    the first."""
    now = what_to_do_now(leaflet) if with_main else None
    at_once = next((part.ident for part in body_parts(leaflet) if part.of is now), "") if now else ""
    main = _main_strategy(leaflet) if with_main else None
    kept = [_kept(passage, {at_once} - {""}, main) for passage in story.passages]
    passages = [each for each in kept if each is not None]
    shown = {each.ident for each in passages}
    gone = [part_title(voice, part) for part in body_parts(leaflet) if _counts(part) and part.ident not in shown]
    if gone:
        titles = f"{voice.word('between_items')} ".join(gone)
        said = Said([Text(voice.word("only_in_full", titles=titles))])
        passages.append(Passage("review", [Text(voice.word("review"))], 2, (said,)))
    return Short(replace(story, passages=tuple(passages)), _claims(leaflet, at_once, main))


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


def _claims(leaflet: Leaflet, at_once: str, main: str | None) -> Callable[[ModelPath], bool]:
    def claims(path: ModelPath) -> bool:
        if path[0] in ("title", "subtitle", "main_message", "key_points", "help"):
            return True
        if path[:2] == ("management", "strategies") and len(path) > 3:
            strategy = leaflet.strategies[int(path[2])]
            if path[3] == "callouts":
                return is_warning(strategy.callouts[int(path[4])])
            return path[3] in _OF_A_STRATEGY or (strategy.id == main and path[3] not in SHORT_FORMS)
        if path[0] == "sections" and len(path) > 2 and leaflet.sections[int(path[1])].id == at_once:
            return path[2] not in ("brief",)
        return keeps_safe(leaflet, path)

    return claims
