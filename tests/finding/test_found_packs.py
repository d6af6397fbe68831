"""Ready packs are found by the words of their titles, and with the leaflet that was found first."""

from __future__ import annotations

import pytest

from handoutgen.content.packs import ReadyPack
from handoutgen.finding.packs import MOST_PACKS, PackIndex

BACLOFEN = ReadyPack(id="starting-baclofen", title="Leg cramps, starting baclofen", leaflets=("cramps", "baclofen"))
STEADY = ReadyPack(id="steady", title="Back pain and keeping steady", leaflets=("back-pain", "falls"))
INDEX = PackIndex([BACLOFEN, STEADY])


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("starting baclofen", [BACLOFEN]),
        ("Baklofen", [BACLOFEN]),
        ("back pain", [STEADY]),
        ("stead", [STEADY]),
        ("cramps steady", [BACLOFEN, STEADY]),
        ("a scan of the head", []),
        ("falls", []),
        ("", []),
        ("x" * 5_000, []),
    ],
)
def test_a_pack_is_found_by_its_title(asked: str, found: list[ReadyPack]) -> None:
    assert INDEX.named(asked) == found


def test_a_pack_is_offered_with_the_leaflet_that_answers_best() -> None:
    assert INDEX.holding(["falls", "cramps"]) == [STEADY]
    assert INDEX.holding(["scan"]) == INDEX.holding([]) == []


def test_no_more_are_offered_than_are_read() -> None:
    many = [ReadyPack(id=f"p{n}", title="Cramps at night", leaflets=("cramps",)) for n in range(9)]
    assert len(PackIndex(many).named("cramps")) == len(PackIndex(many).holding(["cramps"])) == MOST_PACKS
