"""What a receptionist hears and types, misspelt or in other words than ours, puts the right leaflet first."""

from __future__ import annotations

import pytest

from finding.small_shelf import ids, shipped

MISSPELT = {
    "leg cramp skleroses": "leg-cramps-ms",
    "cramsp": "leg-cramps-ms",
    "stif legs": "leg-cramps-ms",
    "multipel sclerosis": "leg-cramps-ms",
    "hurnia": "hernia-day-surgery",
    "ingwinal hernia": "hernia-day-surgery",
    "keyhole sergery": "hernia-day-surgery",
    "bakloven": "baclofen",
    "musle relaxent": "baclofen",
    "lyoresal": "baclofen",
    "skiatica": "low-back-pain",
    "lumbaygo": "low-back-pain",
    "backpane": "low-back-pain",
    "exersizes for bad bak": "low-back-pain",
    "magnetic rezonance": "mri-scan",
    "claustrafobia": "mri-scan",
    "MRI scann": "mri-scan",
    "gadolineum": "mri-scan",
    "fals": "preventing-falls",
    "balence": "preventing-falls",
    "preventng fals": "preventing-falls",
    "sprayned ankel": "sprained-ankle",
    "twistd ankle": "sprained-ankle",
    "ligement": "sprained-ankle",
    "spastisity": "leg-cramps-ms",
    "faling at home": "preventing-falls",
}
LAY = {
    "cramps": "leg-cramps-ms",
    "cramping in my calf at night": "leg-cramps-ms",
    "my legs jump": "leg-cramps-ms",
    "charley horse": "leg-cramps-ms",
    "lump in the groin": "hernia-day-surgery",
    "groin op": "hernia-day-surgery",
    "rupture": "hernia-day-surgery",
    "tablets for spasms": "baclofen",
    "medicine for stiff muscles": "baclofen",
    "bad back": "low-back-pain",
    "back ache": "low-back-pain",
    "slipped disk": "low-back-pain",
    "trapped nerve": "low-back-pain",
    "brain scan": "mri-scan",
    "tunnel scan": "mri-scan",
    "keeps falling over": "preventing-falls",
    "my nan had a fall": "preventing-falls",
    "dizzy when I stand up": "preventing-falls",
    "unsteady on her feet": "preventing-falls",
    "rolled my ankle": "sprained-ankle",
    "swollen ankle": "sprained-ankle",
    "went over on my foot": "sprained-ankle",
}
CODES = {
    "G35": "leg-cramps-ms",
    "r25.2": "leg-cramps-ms",
    "R252": "leg-cramps-ms",
    "LC-MS": "leg-cramps-ms",
    "279039007": "low-back-pain",
    "lbp": "low-back-pain",
    "FALLS": "preventing-falls",
    "mri-scan": "mri-scan",
}
ALL = {**MISSPELT, **LAY, **CODES}


@pytest.mark.parametrize("query", ALL)
def test_the_right_leaflet_is_first(query: str) -> None:
    assert ids(shipped().search(query))[:1] == [ALL[query]]


@pytest.mark.parametrize("query", ["gluten", "tonsils", "asthma", "xyzzy", "hay fever"])
def test_what_no_leaflet_is_about_finds_none(query: str) -> None:
    assert ids(shipped().search(query)) == []


@pytest.mark.parametrize(
    ("query", "subject", "first"),
    [
        ("gabapentin", "medicines", "baclofen"),
        ("frozen shoulder", "movement", "low-back-pain"),
        ("CT", "tests", "mri-scan"),
    ],
)
def test_where_there_is_none_the_leaflets_of_the_subject_are_the_nearest(query: str, subject: str, first: str) -> None:
    results = shipped().search(query)
    assert results.found == ()
    assert results.subject is not None
    assert results.subject.id == subject
    assert first in [leaflet.id for leaflet in results.nearest]
    assert all(subject in leaflet.subjects for leaflet in results.nearest)
