"""The sheet and the summary in two languages: short, and never without what keeps a reader safe."""

from __future__ import annotations

from pathlib import Path

import pytest

from handoutgen.content.audience import for_tags
from handoutgen.content.load import load_leaflet
from handoutgen.content.words import words_for
from handoutgen.story.beside_short import shortened, with_main_trimmed
from handoutgen.story.order import what_to_do_now
from handoutgen.story.passages import Passage, Picture
from handoutgen.story.printed_words import SHORT_FORMS, UNPRINTED
from handoutgen.story.promises import fold, promises
from handoutgen.story.telling import tell
from handoutgen.story.voice import voice_of, words_of
from story.small_leaflet import ROOT, clinic, leg_cramps, said_in

LEAFLETS = sorted(path for files in [ROOT / "handouts"] for path in files.glob("*/en-GB.yaml"))
SAFE = ("caution", "stop_if", "ask_first", "do_not", "dose", "help")


@pytest.mark.parametrize("is_sheet", [False, True], ids=["summary", "sheet"])
@pytest.mark.parametrize("path", LEAFLETS, ids=lambda path: path.parent.name)
def test_it_says_all_that_it_claims_and_claims_all_that_keeps_safe(path: Path, is_sheet: bool) -> None:
    leaflet = for_tags(load_leaflet(path).leaflet, frozenset())
    voice = voice_of(words_for("en-GB"), "en-GB", clinic())
    if is_sheet:
        leaflet = with_main_trimmed(leaflet)
    short = shortened(tell(leaflet, voice), leaflet, voice, with_main=is_sheet)
    said = fold(" ".join([short.story.title, *(t for b in short.story.message for t in said_in(b)),
                          *(t for p in short.story.passages for t in said_in(p))]))  # fmt: skip
    promised = promises(leaflet, voice.fields, UNPRINTED - SHORT_FORMS)
    for each in promised:
        if any(key in each.path for key in SAFE):
            assert short.claims(each.path), each.problem
        if short.claims(each.path) and "alt" not in each.path:
            assert each.folded in said, each.problem


def test_the_sheet_has_what_to_do_now_and_the_exercises_with_a_picture() -> None:
    leaflet = with_main_trimmed(leg_cramps())
    voice = voice_of(words_for("en-GB"), "en-GB", None)
    short = shortened(tell(leaflet, voice), leaflet, voice, with_main=True)
    idents = [passage.ident for passage in short.story.passages]
    now = what_to_do_now(leaflet)
    assert now is not None
    assert "key-points" not in idents
    assert now.id in idents  # type: ignore[attr-defined]
    main = next(each for each in _passages(short.story.passages) if each.number == 1)
    ways = [each for each in _passages(main.blocks) if each.ident == "how"]
    assert ways
    assert all(any(isinstance(block, Picture) for block in way.blocks) for way in ways)


def test_the_summary_has_key_points_and_says_what_only_the_full_leaflet_tells() -> None:
    voice = voice_of(words_for("en-GB"), "en-GB", None)
    short = shortened(tell(leg_cramps(), voice), leg_cramps(), voice, with_main=False)
    first, *_, last = short.story.passages
    assert first.ident == "key-points"
    assert last.ident == "review"
    assert "The full leaflet also tells you about" in " ".join(said_in(last))
    assert "What it feels like" in " ".join(said_in(last)) or "cramps feel like" in " ".join(said_in(last))


def test_lists_that_keep_safe_are_run_in() -> None:
    voice = voice_of(words_for("en-GB"), "en-GB", None)
    short = shortened(tell(leg_cramps(), voice), leg_cramps(), voice, with_main=False)
    main = next(each for each in _passages(short.story.passages) if each.number == 1)
    said = [words_of(block.words) for block in main.blocks if hasattr(block, "words")]
    assert any(each.startswith("Stop if ") and each.count(";") >= 2 and each.endswith(".") for each in said)


def _passages(blocks: object) -> list[Passage]:
    found: list[Passage] = []
    for block in blocks:  # type: ignore[attr-defined]
        if isinstance(block, Passage):
            found += [block, *_passages(block.blocks)]
    return found
