"""The blocks of the story as HTML: lists are lists, tables tables, and what is to be filled in can be filled in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from handoutgen.alternatives.web_page.markup import attributes, element, text
from handoutgen.alternatives.web_page.paper import PageInMaking
from handoutgen.story.passages import Aside, Chart, Lines, Listed, Picture, Said, StoryBlock, Tabled
from handoutgen.story.voice import Runs, words_of

SAFETY_ICONS = {"stop_if": "stop", "ask_first": "ask"}
LINE_ICONS = {"caution": "warning", "dose": "medicines"}
CALLOUT_ICONS = {"important": "warning", "tip": "tip", "note": "info"}


def blocks(paper: PageInMaking, told: Sequence[StoryBlock]) -> str:
    """Blocks one after another: lists of what keeps a reader safe stand together, as on paper."""
    return "".join(_grouped(paper, told))


def _grouped(paper: PageInMaking, told: Sequence[StoryBlock]) -> Iterator[str]:
    safe: list[str] = []
    before: StoryBlock | None = None
    for each in told:
        if isinstance(each, Listed) and each.kind in SAFETY_ICONS:
            safe.append(_safety(paper, each))
            continue
        yield from _panel(safe)
        safe = []
        yield block(paper, each, named=words_of(before.words) if isinstance(before, Said) else "")
        before = each
    yield from _panel(safe)


def _panel(safe: list[str]) -> Iterator[str]:
    if safe:
        yield element("div", "".join(safe), class_="panel safety")


def _safety(paper: PageInMaking, listed: Listed) -> str:
    return element("div", paper.icon(SAFETY_ICONS[listed.kind]) + _list(paper, listed), class_="mark")


def block(paper: PageInMaking, told: StoryBlock, named: str = "") -> str:
    """One block. `named` is what stands before it, which names a place to write that has no label."""
    match told:
        case Said():
            return _said(paper, told)
        case Listed():
            return _list(paper, told)
        case Tabled():
            return _table(paper, told)
        case Picture():
            return _figure(paper, told)
        case Aside():
            return _aside(paper, told)
        case Lines():
            return _lines(paper, told, named)
        case Chart():
            return _chart(paper, told)
        case _:
            assert_never(told)


def _said(paper: PageInMaking, said: Said) -> str:
    words = paper.phrases.written(said.words)
    if said.kind in LINE_ICONS:
        return element("div", paper.icon(LINE_ICONS[said.kind]) + element("p", words), class_="panel mark")
    if said.kind == "start":
        return element("p", paper.icon("tick") + words, class_="start")
    return element("p", words, class_=said.kind or None)


def _list(paper: PageInMaking, listed: Listed) -> str:
    title = element("p", element("strong", text(listed.title)), class_="over") if listed.title else ""
    ticks = listed.sign == "tick box"
    items = [_ticked(paper, item) if ticks else _item(paper, item) for item in listed.items]
    inner = "".join(element("li", item) for item in items)
    if listed.sign == "number":
        start = str(listed.start) if listed.start != 1 else None
        return title + element("ol", inner, start=start, class_="steps")
    # Safari tells no list where the style sheet takes its signs away, unless its role says so.
    kind = {"bullet": "", "tick box": "ticks", "yes": "signed yes", "no": "signed no", "none": "bare"}[listed.sign]
    return title + element("ul", inner, class_=kind or None, role="list" if kind else None)


def _item(paper: PageInMaking, item: Sequence[StoryBlock]) -> str:
    """The blocks of an item; one paragraph alone needs no element of its own."""
    if len(item) == 1 and isinstance(item[0], Said):
        return paper.phrases.written(item[0].words)
    return blocks(paper, item)


def _ticked(paper: PageInMaking, item: Sequence[StoryBlock]) -> str:
    return tick(paper, "".join(_item(paper, [each]) for each in item))


def tick(paper: PageInMaking, words: str, **given: str | bool | None) -> str:
    """A box to tick with its words, which are all to be tapped."""
    box = f"<input{attributes(type='checkbox', id=paper.name('tick'), class_='kept')}>"
    return element("label", box + element("span", words), class_="tick", **given)


def _table(paper: PageInMaking, table: Tabled) -> str:
    """A table whose rows each begin with what they are about. On a narrow page each row stands as a list, with the
    heads before its cells."""
    names = [words_of(cell) for cell in table.head]
    head = "".join(_head(paper, cell) for cell in table.head)
    rows = "".join(element("tr", "".join(_cells(paper, names, row))) for row in table.rows)
    return element("table", element("thead", element("tr", head)) + element("tbody", rows))


def _head(paper: PageInMaking, cell: Runs) -> str:
    return element("th", paper.phrases.written(cell), scope="col") if cell else "<td></td>"


def _cells(paper: PageInMaking, names: Sequence[str], row: Sequence[Runs]) -> Iterator[str]:
    for index, (name, cell) in enumerate(zip(names, row, strict=True)):
        about = words_of(row[0]) if index else ""
        said = paper.phrases.written(cell) if cell else _field(paper, f"{name}, {about}".strip(", "))
        if index == 0 and cell:
            yield element("th", said, scope="row", data_head=name or None)
        else:
            yield element("td", said, data_head=name or None)


def _figure(paper: PageInMaking, picture: Picture) -> str:
    drawn = element("div", paper.picture(picture.file, picture.alt, picture.places), class_="sand")
    words = "".join(element("li", text(label)) for label in picture.labels)
    labels = element("ol", words, class_="labels") if words else ""
    return element("figure", drawn + labels + element("figcaption", paper.phrases.written(picture.caption)))


def _aside(paper: PageInMaking, aside: Aside) -> str:
    title = element("p", element("strong", text(aside.title)), class_="over")
    inner = paper.icon(CALLOUT_ICONS[aside.kind]) + element("div", title + blocks(paper, aside.blocks))
    return element("div", inner, class_="aside mark", role="note")


def _lines(paper: PageInMaking, lines: Lines, named: str) -> str:
    """Room to write: on one line, or as many lines as the printed leaflet has."""
    ident = paper.name("words")
    label = element("label", text(lines.label), for_=ident) if lines.label else ""
    given = attributes(
        id=ident, class_="kept", autocomplete="off",
        aria_label=None if lines.label else named or paper.say("page_write"),
    )  # fmt: skip
    if lines.count == 1:
        return element("p", f'{label} <input type="text"{given}>', class_="write")
    return element("p", f'{label}<textarea rows="{lines.count}"{given}></textarea>', class_="write")


def _chart(paper: PageInMaking, chart: Chart) -> str:
    """A diary with all its rows, each field named by its column and row."""
    example = element("p", paper.phrases.written(chart.example)) if chart.example else ""
    head = "".join(element("th", text(column), scope="col") for column in chart.columns)
    rows = "".join(_row(paper, chart.columns, number) for number in range(1, chart.rows + 1))
    return example + element("table", element("thead", element("tr", head)) + element("tbody", rows), class_="chart")


def _row(paper: PageInMaking, columns: Iterable[str], number: int) -> str:
    cells = (
        element("td", _field(paper, paper.say("page_row", title=column, number=number)), data_head=column)
        for column in columns
    )
    return element("tr", "".join(cells))


def _field(paper: PageInMaking, named: str) -> str:
    return (
        f"<input{attributes(type='text', id=paper.name('cell'), class_='kept', autocomplete='off', aria_label=named)}>"
    )
