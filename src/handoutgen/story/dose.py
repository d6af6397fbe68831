"""How much of an exercise: what stands in the boxes under its steps."""

from __future__ import annotations

from handoutgen.content.strategies import HowTo
from handoutgen.story.voice import Voice


def dose_cells(voice: Voice, how: HowTo) -> list[tuple[str, str]]:
    """The label of each box and what the author has put in it; nothing where it is to be filled in by hand, as how many
    times a day always is unless it is typed for this person."""
    box = how.dose_box
    hold, times = (box.hold, box.times) if box else (None, None)
    return [
        (voice.word("dose_hold"), hold or ""),
        (voice.word("dose_times"), times or ""),
        (voice.word("dose_a_day"), voice.person.times_of(how) if voice.person else ""),
    ]
