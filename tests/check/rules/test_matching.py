"""How rules look for what breaks them: patterns, lists of words, texts cut into sentences."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from handoutgen.check.passages import TextAt, blank_markdown
from handoutgen.check.rules.catalogue import RULES
from handoutgen.check.rules.matching import all_of, before, by_pattern, in_sentence, nearby, pattern, where, where_said
from handoutgen.check.rules.reading import JudgedLeaflet, JudgedText, judged_texts
from handoutgen.check.rules.record import Cued, TextRule, hits_in_texts
from handoutgen.check.rules.words import WordList, word_list
from handoutgen.diagnostics import Severity
from handoutgen.language import language_of
from story.small_leaflet import leaflet


def read(words: str) -> JudgedText:
    return JudgedText(TextAt(("about", "text"), words, blank_markdown(words)), "en-GB")


@pytest.mark.parametrize("words", ["two tablets", "two\ntablets", "two  tablets", "TWO tablets"])
def test_a_space_of_a_pattern_is_any_white_space(words: str) -> None:
    assert pattern("two tablets").search(words)


def test_a_space_in_a_set_or_in_what_stands_before_stays_as_it_is() -> None:
    assert pattern("a[ -]b").compiled.pattern == "a[ -]b"
    assert pattern("(?<!a )b c ?d").compiled.pattern == r"(?<!a )b\s+c\s*d"


def test_a_match_is_left_alone_where_its_sentence_or_what_is_near_says_more() -> None:
    text = read("Stop it. Ask us. Rest now. Stop.")
    stop = pattern(r"\bstop\b")
    assert [hit.start for hit in by_pattern(stop, "{}", "x", in_sentence(pattern("it")))(text)] == [27]
    assert [hit.start for hit in by_pattern(stop, "{}", "x", nearby(pattern("ask")))(text)] == [27]
    assert [hit.start for hit in by_pattern(stop, "{}", "x", before(pattern("now. $")))(text)] == [0]
    assert [hit.message for hit in by_pattern(stop, "“{}”", "x")(text)] == ["“Stop”", "“Stop”"]


def words_of(groups: Mapping[str, Mapping[str, str]], words: str) -> list[str]:
    return [words[found.start : found.end] for found in WordList(groups).found_in(read(words))]


def test_a_word_is_found_in_all_its_forms_and_both_spellings() -> None:
    verbs = {"verbs": {"utilise": "use", "notify": "tell", "elevate": "raise"}}
    said = "Utilise utilised utilizing notifies notified elevating utiliser"
    assert words_of(verbs, said) == said.split()[:-1]
    assert words_of({"nouns": {"biopsy": "test", "rash": "spots"}}, "biopsies rashes biopsy") == [
        "biopsies", "rashes", "biopsy",
    ]  # fmt: skip


def test_the_longest_phrase_is_found_and_none_across_a_stop() -> None:
    groups = {"words": {"prior to": "before", "prior": "earlier", "cardiac arrest": "-", "cardiac": "heart"}}
    assert words_of(groups, "prior to it, prior. To it") == ["prior to", "prior"]
    assert words_of(groups, "cardiac arrest and cardiac care") == ["cardiac"]


def test_there_are_words_enough_and_none_is_its_own_remedy() -> None:
    lists = [word_list(name) for name in ("everyday", "medical")]
    assert sum(len(each.entries) for each in lists) >= 400
    assert [(entry, instead) for each in lists for entry, instead in each.entries.items() if entry == instead] == []


def test_a_text_for_one_country_knows_it() -> None:
    guide = {"urgent": {"signs": ["a hot leg"], "instead": [{"only_for": ["us", "ie"], "action": "See another."}]}}
    made = leaflet(help={**leaflet().help.model_dump(exclude_unset=True), **guide})
    path = ("help", "urgent", "instead", 0, "action")
    [text] = judged_texts(made, [TextAt(path, "See another.", "See another.")])
    assert text.countries == {"US", "IE"}


def test_a_rule_of_some_countries_is_for_these_alone() -> None:
    rule = TextRule(
        code="HG001", severity=Severity.NOTE, source="x", why="x.", remedy="x.", wrong=("x",), right=("y",),
        regions=("GB",),
    )  # fmt: skip
    assert [rule.is_for(language_of(tag)) for tag in ("en", "en-GB", "en-US", "cy-GB")] == [True, True, False, False]


def test_only_texts_with_a_cue_are_read_and_in_their_order() -> None:
    said = ["Rest now.", "Stop it.", "It hurts; stop.", "Walk."]
    asked: list[str] = []

    def stops(text: JudgedText) -> bool:
        asked.append(text.plain)
        return True

    look = where(stops, where_said("stop halt", by_pattern(pattern(r"\bstop\b"), "x", "x")))
    both = all_of(look, where_said(";", by_pattern(pattern(";"), "y", "y")))
    leaflet_read = JudgedLeaflet(leaflet(), tuple(map(read, said)), "en-GB")
    found = [(text.plain, hit.message) for text, hit in hits_in_texts(both, leaflet_read)]
    assert found == [(said[1], "x"), (said[2], "x"), (said[2], "y")]
    assert asked == said[1:3]
    assert not list(look(read("Rest.")))


def test_a_look_without_a_cue_reads_every_text() -> None:
    open_look = by_pattern(pattern("e"), "x", "x")
    leaflet_read = JudgedLeaflet(leaflet(), (read("Rest."), read("Hip."), read("See.")), "en-GB")
    assert [text.plain for text, _ in hits_in_texts(all_of(open_look, where_said("no", open_look)), leaflet_read)] == [
        "Rest.", "See.", "See.",
    ]  # fmt: skip


def test_most_rules_read_only_texts_with_their_cues() -> None:
    open_rules = [rule.code for rule in RULES.values() if rule.in_text and not isinstance(rule.in_text, Cued)]
    assert len(open_rules) <= 9


def test_each_entry_of_a_list_is_found_where_only_its_longest_word_is_a_cue() -> None:
    listed = word_list("idioms")
    unfound = [entry for entry in listed.entries if not list(listed.found_in(read(entry)))]
    assert unfound == ["at your wits' end"]  # a word ends with a sign, which no list can have
