"""A leaflet is counted part by part, with its own names and without them, and told as a table and as values."""

from __future__ import annotations

from handoutgen.check.readability.sections import WHOLE, counted_sections
from handoutgen.check.readability.telling import described_scores, scores_table
from story.small_leaflet import STRATEGY, leaflet


def test_each_part_is_counted_and_the_whole_is_their_sum() -> None:
    made = leaflet(sections=[{"id": "driving", "text": "Do not drive. Ask us."}], management={"strategies": [STRATEGY]})
    whole, *parts = counted_sections(made)
    assert whole.name == WHOLE
    assert [part.name for part in parts] == [
        "main message and key points", "about", "management: Stretch", "help", "section: driving",
    ]  # fmt: skip
    assert whole.all_words.words == sum(part.all_words.words for part in parts)


def test_an_entry_of_a_list_is_a_sentence_and_its_own_names_are_left_out() -> None:
    made = leaflet(title="Baclofen", about={"text": "You may get:\n\n- cramps\n- **spasticity** from baclofen"})
    about = next(part for part in counted_sections(made) if part.name == "about")
    assert (about.all_words.sentences, about.all_words.long_words) == (3, 2)
    assert (about.own_names_apart.sentences, about.own_names_apart.long_words) == (3, 0)


def test_a_language_without_a_formula_has_no_scores() -> None:
    assert counted_sections(leaflet(language="cy")) == []
    assert "no formula" in scores_table(leaflet(language="cy"))


def test_the_table_has_a_line_for_each_part_and_values_have_the_same_figures() -> None:
    table, values = scores_table(leaflet()), described_scores(leaflet())
    assert all(part["name"] in table for part in values["sections"])
    assert f"{values['sections'][0]['scores']['Flesch reading ease']:.1f}" in table
