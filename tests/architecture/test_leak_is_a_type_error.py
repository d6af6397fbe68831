"""A block that is set once for all clinics cannot show one clinic's words: the type checker refuses it."""

from __future__ import annotations

import pytest
from mypy import api

from architecture.house import ROOT

BLOCK = """
from handoutgen.layout.flow.atoms import Atom, piece_atom
from handoutgen.layout.setting import Look, Setting
from handoutgen.plan.element import Element


def shared(look: Look, parent: Element) -> list[Atom]:
    return [piece_atom(look.text(parent.add("P"), {words}, 100.0))]


def whole(setting: Setting, parent: Element) -> list[Atom]:
    return setting.kept_below(parent, "block", {maker})
"""
GOOD = {"words": 'look.voice.word("help")', "maker": "shared"}
LEAKS = {
    "clinic": ({"words": "look.voice.clinic.name"}, '"SharedVoice" has no attribute "clinic"'),
    "fields": ({"words": 'look.voice.fields["clinic.name"]'}, '"SharedVoice" has no attribute "fields"'),
    "notice": ({"words": "look.voice.notice"}, '"SharedVoice" has no attribute "notice"'),
    "logo": ({"words": "str(look.logo)"}, '"Look" has no attribute "logo"'),
    "whole": ({"maker": "lambda look, holder: whole(look, holder)"}, 'incompatible type "Look"; expected "Setting"'),
}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What the type checker says of a block without a leak and of one with each leak, asked once for all."""
    folder = tmp_path_factory.mktemp("planted")
    planted: dict[str, dict[str, str]] = {"good": {}, **{name: changes for name, (changes, _) in LEAKS.items()}}
    for name, changes in planted.items():
        (folder / f"planted_{name}.py").write_text(BLOCK.format(**{**GOOD, **changes}), encoding="utf-8")
    words = ["--config-file", str(ROOT / "pyproject.toml"), "--cache-dir", str(folder / "cache"), str(folder)]
    found, problems, _ = api.run(words)
    assert problems == ""
    return found


def test_a_block_of_the_look_alone_passes(told: str) -> None:
    assert "planted_good.py" not in told
    assert f"in {len(LEAKS)} files" in told


@pytest.mark.parametrize("name", LEAKS)
def test_a_planted_leak_fails_type_checking(told: str, name: str) -> None:
    lines = [line for line in told.splitlines() if f"planted_{name}.py" in line]
    assert any(LEAKS[name][1] in line for line in lines)
