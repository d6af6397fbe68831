"""One leaflet for clinics in several countries: nobody is sent to a service or a number that is not theirs."""

from __future__ import annotations

import re

import pytest

from handoutgen.check.passages import texts_of
from handoutgen.content.audience import for_tags, tags_of
from handoutgen.content.helping import HelpLevel, OtherAction
from handoutgen.formats import FORMATS
from handoutgen.layout.nothing_lost import tree_text
from handoutgen.library.files import find_clinic
from handoutgen.workshop import Workshop
from leaflets.conftest import ROOT
from leaflets.test_safety_first import LEAFLET, planned


@pytest.mark.parametrize("form", list(FORMATS))
def test_nobody_abroad_is_sent_to_a_number_that_is_not_theirs(workshop: Workshop, form: str) -> None:
    def said(clinic: str | None) -> str:
        return tree_text(planned(workshop, form, "standard", find_clinic(clinic, ROOT) if clinic else None).root)

    urgent = workshop.leaflet(LEAFLET).leaflet.help.urgent
    assert urgent.action and "111" in urgent.action
    (elsewhere,) = urgent.instead
    home, abroad = said("riverside-neurology"), [said("lakeshore-ms-center"), said("old-quay-neurology")]
    assert ("111" in home) == ("111" in said(None))
    for text in abroad:
        assert not re.search(r"\b111\b|\bGP\b|everyone in the UK", text)
        assert (elsewhere.action in text) == (urgent.action in home)


def test_the_first_action_for_a_clinics_tags_stands_in_for_the_usual_one(workshop: Workshop) -> None:
    urgent = HelpLevel(
        signs=("a sign",), action="Usual.",
        instead=(
            OtherAction(only_for=("pool", "us"), action="First."), OtherAction(only_for=("us",), action="Second."),
        ),
    )  # fmt: skip
    leaflet = workshop.leaflet(LEAFLET).leaflet
    leaflet = leaflet.model_copy(update={"help": leaflet.help.model_copy(update={"urgent": urgent})})

    def printed(*tags: str) -> str | None:
        return for_tags(leaflet, tags).help.urgent.action

    assert [printed(), printed("gb"), printed("us"), printed("pool", "gb")] == ["Usual.", "Usual.", "First.", "First."]
    read = [each.text for each in texts_of(urgent, ("us",))]
    assert "Usual." not in read
    assert "First." in read


@pytest.mark.parametrize(("clinic", "countries"), [
    ("riverside-neurology", {"gb", "uk"}), ("lakeshore-ms-center", {"us"}), ("old-quay-neurology", {"ie"}),
])  # fmt: skip
def test_a_clinics_country_is_a_tag_without_being_written(workshop: Workshop, clinic: str, countries: set[str]) -> None:
    whose = workshop.clinic(find_clinic(clinic, ROOT)).clinic.model_copy(update={"tags": ("pool",)})
    assert tags_of(whose) == {"pool", *countries}
    assert tags_of(whose.model_copy(update={"locale": None})) == {"pool"}
    assert tags_of(None) == frozenset()
