"""Promise 1, nothing lost: every string of the leaflet, and of how to reach the clinic, stands in an alternative."""

from __future__ import annotations

from handoutgen.content.model import Leaflet
from handoutgen.story.promises import contact_problems, fold, promises
from handoutgen.story.voice import Voice


def lost_words(said: str, leaflet: Leaflet, voice: Voice) -> tuple[str, ...]:
    """A message for everything that `said` should say and does not. Lines may have been broken anywhere."""
    found, unbroken = fold(said), "".join(said.split())
    lost = [each for each in promises(leaflet, voice.fields) if each.folded not in found]
    lost = [each for each in lost if "".join(each.text.split()) not in unbroken]
    problems = contact_problems(voice, found)
    logo = f'"{voice.clinic.logo.alt}"' if voice.clinic and voice.clinic.logo else None
    return (*(each.problem for each in lost), *(told for told in problems if logo is None or logo not in told))
