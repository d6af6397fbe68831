"""What is said of a strategy beside its title, what it is and its steps: facts with their labels, and safety lines."""

from __future__ import annotations

from handoutgen.content.markdown.inline import Text
from handoutgen.content.markdown.sentences import first_sentence, parted
from handoutgen.content.model import Leaflet
from handoutgen.content.sections import Callout
from handoutgen.content.strategies import Strategy
from handoutgen.story.voice import SharedVoice


def numbered_title(voice: SharedVoice, number: int | None, strategy: Strategy) -> str:
    """What a strategy is called where it is referred to: "3. Warmth"; by its name alone where no other is told of."""
    if number is None:
        return strategy.title
    return voice.word("strategy", number=number, title=strategy.title)


def is_said_in_brief(strategy: Strategy) -> bool:
    """Whether its line in brief says what it is, as at the essential depth."""
    return strategy.what == strategy.brief


def is_in_brief(strategy: Strategy) -> bool:
    """Whether its line in brief says all of it but what keeps readers safe."""
    said = (strategy.why, strategy.how, strategy.figure, strategy.how_often, strategy.benefits, strategy.risks)
    return is_said_in_brief(strategy) and not any(said)


def said_once(leaflet: Leaflet) -> Leaflet:
    """The leaflet as whole forms say it: where a strategy's line in brief is the first sentence of what it is, as it is
    when the author writes none, that sentence stands in the line alone, in full."""
    if leaflet.management is None:
        return leaflet
    strategies = tuple(map(_said_once, leaflet.strategies))
    if strategies == leaflet.strategies:
        return leaflet
    management = leaflet.management.model_copy(update={"strategies": strategies})
    return leaflet.model_copy(update={"management": management})


def _said_once(strategy: Strategy) -> Strategy:
    if strategy.brief == strategy.what or strategy.brief != first_sentence(strategy.what):
        return strategy
    sentence, rest = parted(strategy.what)
    return strategy.model_copy(update={"brief": sentence, "what": rest or sentence}) if sentence else strategy


def facts(voice: SharedVoice, strategy: Strategy) -> list[list[Text]]:
    """How often, benefits and risks: a bold word, then a sentence."""
    rows = (("how_often", strategy.how_often), ("benefits", strategy.benefits), ("risks", strategy.risks))
    return [
        [Text(voice.word(key) + voice.word("colon"), strong=True), *voice.phrase(text)] for key, text in rows if text
    ]


def safety_lists(strategy: Strategy) -> list[tuple[str, tuple[str, ...]]]:
    """When to stop and when to ask first: the key of the fixed word over each list, and its items."""
    lists = (("stop_if", strategy.stop_if), ("ask_first", strategy.ask_first))
    return [(key, items) for key, items in lists if items]


def callout_title(voice: SharedVoice, callout: Callout) -> str:
    """What stands over an aside: the fixed word for its kind, and the author's title if there is one."""
    word = voice.word(callout.kind.value)
    return word + voice.word("colon") + callout.title if callout.title else word
