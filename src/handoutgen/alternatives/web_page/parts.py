"""The parts of a leaflet as sections of a page, each under its heading, with what sets some of them apart: the help
levels, the strategies, the ways of doing one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handoutgen.alternatives.web_page.blocks import blocks, tick
from handoutgen.alternatives.web_page.markup import element, text
from handoutgen.alternatives.web_page.paper import PageInMaking
from handoutgen.story.passages import Listed, Passage, Picture, StoryBlock
from handoutgen.story.voice import words_of

LEVEL_ICONS = {"help-emergency": "emergency", "help-urgent": "phone", "help-routine": "calendar"}
LEVEL_DISCS = {"help-emergency": "solid", "help-urgent": "ring", "help-routine": "thin"}


def part(paper: PageInMaking, passage: Passage, ident: str) -> str:
    """A part of the leaflet; `ident` is the id of its heading."""
    heading = element("h2", text(words_of(passage.title)), id=ident)
    kind = "help" if passage.ident == "help" else "part"
    return element("section", heading + _inside(paper, passage.blocks), class_=kind, aria_labelledby=ident)


def _inside(paper: PageInMaking, told: Sequence[StoryBlock | Passage]) -> str:
    return "".join(_stretches(paper, told))


def _overview(paper: PageInMaking, strategies: Sequence[Passage]) -> str:
    """The strategies at a glance, each leading to its own part."""
    links = "".join(
        element("li", element("a", _at_a_glance(paper, each), href=f"#{paper.place(each)}")) for each in strategies
    )
    return element("ul", links, class_="overview", role="list", data_own="")


def _at_a_glance(paper: PageInMaking, strategy: Passage) -> str:
    number, between, rest = _numbered(strategy)
    shown = element("span", text(number) + element("span", text(between), class_="unseen"), class_="number")
    return shown + (paper.icon(strategy.sign) if strategy.sign else "") + element("span", text(rest))


def _numbered(strategy: Passage) -> tuple[str, str, str]:
    """A strategy's title as its number, what stands between, and its name: "1", ". ", "Stretching"."""
    title, number = words_of(strategy.title), str(strategy.number)
    if not title.startswith(number):
        return "", "", title
    rest = title[len(number) :]
    name = rest.lstrip(". ):-")
    return number, rest[: len(rest) - len(name)], name


def _stretches(paper: PageInMaking, told: Sequence[StoryBlock | Passage]) -> Iterator[str]:
    """What stands under a heading: blocks together, passages each by itself."""
    waiting: list[StoryBlock] = []
    strategies = [each for each in told if isinstance(each, Passage) and each.number is not None]
    for each in told:
        if isinstance(each, Passage):
            yield blocks(paper, waiting)
            if len(strategies) > 1 and each is strategies[0]:
                yield _overview(paper, strategies)
            waiting = []
            yield _passage(paper, each)
        else:
            waiting.append(each)
    yield _way(paper, waiting) if _is_way(waiting) else blocks(paper, waiting)


def _passage(paper: PageInMaking, passage: Passage) -> str:
    if passage.ident in LEVEL_ICONS:
        return _level(paper, passage)
    if passage.number is not None:
        return _strategy(paper, passage)
    heading = element(f"h{passage.level}", paper.phrases.written(passage.title))
    if _is_way(passage.blocks):
        return _way(paper, passage.blocks, heading)
    return element("div", heading + _inside(paper, passage.blocks), class_="stretch")


def _level(paper: PageInMaking, passage: Passage) -> str:
    """A help level: whom to call, as large as a button, and the signs."""
    whom = [run for run in passage.title if run.strong or run.link]
    leads = [run for run in passage.title if not (run.strong or run.link)]
    said = element("span", paper.phrases.written(whom), class_="whom") + element(
        "span", paper.phrases.written(leads), class_="lead"
    )
    disc = paper.disc(LEVEL_ICONS[passage.ident], LEVEL_DISCS[passage.ident])
    heading = element("div", disc + element("h3", said), class_="head")
    return element("div", heading + element("div", _inside(paper, passage.blocks)), class_="level")


def _strategy(paper: PageInMaking, passage: Passage) -> str:
    ident = paper.place(passage)
    number, between, name = _numbered(passage)
    said = paper.disc(passage.sign) if passage.sign else ""
    if number:
        said = element("span", text(number) + element("span", text(between), class_="unseen"), class_="number") + said
    said += element("span", text(name))
    wanted = tick(paper, paper.own("page_try"), data_own="")
    inner = element("h3", said, id=ident) + _inside(paper, passage.blocks) + wanted
    return element("section", inner, class_="strategy", aria_labelledby=ident)


def _is_way(told: Sequence[StoryBlock | Passage]) -> bool:
    """Whether it is a picture and its steps, which stand side by side where there is room."""
    return len(told) == 2 and isinstance(told[0], Picture) and isinstance(told[1], Listed)


def _way(paper: PageInMaking, told: Sequence[StoryBlock | Passage], heading: str = "") -> str:
    inner = blocks(paper, [each for each in told if not isinstance(each, Passage)])
    return element("div", heading + inner, class_="way" if heading else "way untitled")
