"""The print of a help box where the usual is too large or too small: on closer lines, or a little larger."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from handoutgen import bounds
from handoutgen.content.helping import Help
from handoutgen.design.scale import Level
from handoutgen.layout.blocks.help_levels import label_width
from handoutgen.layout.blocks.lists import BULLET_INDENT
from handoutgen.layout.setting import Look, Setting
from handoutgen.memory import Memory
from handoutgen.story.help import levels_of, sign_lists

CLOSEST = 1.2
"""The closest leading, as a share of the size, where a page would else not hold the box."""


def closer_lines(setting: Setting) -> Setting:
    """The same setting with its lines as close as they may be; what is set in it is remembered apart."""
    size = setting.scale.body.size
    close = Level(size, round(size * CLOSEST, 2))
    memory = setting.kept("help on closer lines", lambda _: Memory[Any](bounds.PARTS))
    return replace(setting, scale=replace(setting.scale, body=close, list=close), memory=memory)


def larger_print(setting: Setting, times: float) -> Setting:
    """The same setting in larger type; what is set in it is remembered apart."""
    scale = setting.scale

    def grown(level: Level) -> Level:
        return Level(round(level.size * times, 2), round(level.leading * times, 2))

    scale = replace(
        scale, base=scale.base * times, unit=scale.unit * times, body=grown(scale.body), list=grown(scale.list),
        h2=grown(scale.h2), h3=grown(scale.h3),
    )  # fmt: skip
    memory = setting.kept(("larger help", times), lambda _: Memory[Any](bounds.PARTS))
    return replace(setting, scale=scale, memory=memory)


def tears_a_word(setting: Setting, guide: Help, width: float) -> bool:
    """Whether a word of the signs, or of whom to call, is wider than its line in a box `width` pt wide inside."""
    levels = levels_of(guide)

    def widest_sign(look: Look) -> float:
        signs = [sign for _, level in levels for _, listed in sign_lists(level) for sign in listed]
        return max((look.longest_word(look.voice.phrase(sign)) for sign in signs), default=0.0)

    widest = setting.kept("widest sign of help", widest_sign)
    hang = BULLET_INDENT * setting.scale.base
    return widest > width - hang or max(label_width(setting, key, level) for key, level in levels) > width
