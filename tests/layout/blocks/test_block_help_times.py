"""Signs that count at one time only: in the help box and in its short form they stand under that time."""

from __future__ import annotations

from typing import Any

import pytest

from handoutgen.content.helping import Help
from handoutgen.layout.blocks.help_whole import HelpBox
from handoutgen.layout.blocks.helpbox import compact_help, help_box
from handoutgen.layout.flow.atoms import NEVER
from handoutgen.layout.setting import Setting
from handoutgen.text.fontbook import FontBook
from layout.setting_for_tests import lines_of, said_by, setting_for

LEVELS = ("emergency", "urgent", "routine")
GROUPS = [
    {"when": "Before your operation", "signs": ["a hard lump", "sickness"]},
    {"when": "After it", "signs": ["an open wound", "a fever"]},
]
GROUPED = {"groups": GROUPS}
"""An emergency whose signs count at one time only."""


def a_guide(**changes: Any) -> Help:
    levels = {key: {"signs": [f"{key} sign one", f"{key} sign two"]} for key in LEVELS}
    return Help.model_validate({**levels, **changes})


def set_box(setting: Setting, depth: float = 700, **changes: Any) -> HelpBox:
    return help_box(setting, a_guide(**changes), depth)


@pytest.mark.parametrize("base", [12, 14, 18, 24])
@pytest.mark.parametrize("depth", [700, 300, 120])
def test_signs_of_one_time_stand_under_it_in_every_setting_of_the_box(
    fonts: FontBook, base: float, depth: float
) -> None:
    box = set_box(setting_for(fonts, base), depth, emergency=GROUPED)
    said = [text for text in said_by(box.element) if text != "•"]
    at = next(index for index, text in enumerate(said) if text.startswith("Call 999"))
    one_by_one = ["Before your operation:", "a hard lump", "sickness", "After it:", "an open wound", "a fever"]
    in_a_paragraph = "if you have: Before your operation: a hard lump; sickness. After it: an open wound; a fever."
    in_lists = said[at + 1 : at + 8] == ["if you have:", *one_by_one] or said[at + 1 : at + 7] == one_by_one
    assert in_lists or said[at].endswith(in_a_paragraph)


def test_no_page_ends_between_a_time_and_its_first_sign_and_the_next_page_says_both_level_and_time(
    fonts: FontBook,
) -> None:
    box = set_box(setting_for(fonts, 24), 120, emergency=GROUPED)
    atoms = {lines_of(atom)[0]: atom for atom in box.atoms}
    assert atoms["a hard lump"].cost == atoms["an open wound"].cost == NEVER
    heading = atoms["a fever"].heading
    assert heading
    assert [" ".join(line.split()) for line in lines_of(heading)] == [
        "Call 999 now (continued)", "After it (continued)"
    ]  # fmt: skip


def test_a_small_form_says_each_time_in_the_levels_paragraph(fonts: FontBook) -> None:
    box = compact_help(setting_for(fonts, 12), a_guide(emergency=GROUPED), 300)
    assert said_by(box.element)[1] == (
        "Call 999 now if you have: Before your operation: a hard lump; sickness. After it: an open wound; a fever."
    )
