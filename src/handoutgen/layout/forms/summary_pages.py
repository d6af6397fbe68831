"""A summary's pages as they are printed: white shared out, a heading again where strategies go on, the closing line at
the foot."""

from __future__ import annotations

from collections.abc import Sequence

from handoutgen.layout.flow.atoms import NEVER, Atom, merge, piece_atom, reminding, total_height
from handoutgen.layout.flow.columns import TwoColumns
from handoutgen.layout.flow.pagebreak import OnPage
from handoutgen.layout.flow.pieces import Rule
from handoutgen.layout.flow.spread import MOST_SPREAD, spread_out
from handoutgen.layout.forms.even_ending import even_ending
from handoutgen.layout.setting import Setting
from handoutgen.plan.element import Element

FRONT = 2
"""The pages before the strategies on more than one sheet: the first, and that of help."""
UNDER_HEADING, UNDER_LINE = 0.5, 0.4
"""White under a heading that is said again, and under the line over the closing words, in units."""


def on_one_sheet(setting: Setting, pages: Sequence[Sequence[OnPage]], depth: float) -> list[list[Atom]]:
    """The pages of `depth` pt with their spare room shared out."""
    return [spread_out(_glued(_as_atoms(setting, page)), depth, setting.unit) for page in pages]


def on_sheets(setting: Setting, root: Element, pages: Sequence[Sequence[OnPage]], depth: float) -> list[list[Atom]]:
    """The same of a summary on more than one sheet: its last two pages are as high as each other, strategies that go on
    have their heading again if there is room, white between them is alike, and what closes it stands at the foot."""
    if len(pages) <= FRONT:
        return on_one_sheet(setting, pages, depth)
    plain = even_ending([_as_atoms(setting, page) for page in pages], depth)
    ways = [
        _named_again(setting, root, page, plain[FRONT + index - 1], depth) for index, page in enumerate(plain[FRONT:])
    ]
    ways[-1], foot = _without_foot(setting, root, ways[-1], depth)
    room = depth - (foot.height + foot.before if foot else 0.0)
    rooms = [*[depth] * (len(ways) - 1), room]
    glued = [_glued(page) for page in ways]
    most = min(_white_to_add(page, each, setting.unit) for page, each in zip(glued, rooms, strict=True))
    spread = [spread_out(page, each, most / MOST_SPREAD) for page, each in zip(glued, rooms, strict=True)]
    if foot:
        spread[-1].append(foot.with_break(before=depth - total_height(spread[-1]) - foot.height))
    return [*on_one_sheet(setting, plain[:FRONT], depth), *spread]


def _white_to_add(page: Sequence[Atom], room: float, unit: float) -> float:
    """How much white each gap of a page can have more, in pt."""
    gaps = sum(bool(atom.before) for atom in page[1:])
    return min(MOST_SPREAD * unit, (room - total_height(page)) / gaps) if gaps else MOST_SPREAD * unit


def _named_again(
    setting: Setting, root: Element, page: Sequence[Atom], before: Sequence[Atom], depth: float
) -> Sequence[Atom]:
    """The page under the heading of what it goes on with, said again (an artifact), if it has room for that. Help says
    by itself that it goes on."""
    parts = (kid for kid in root.kids if kid.ident != "help")
    part = next((kid for kid in parts if _is_of(page[0], kid) and _is_of(before[-1], kid)), None)
    heading = next((each for each in part.walk() if each.role == "H2" and each.bookmark), None) if part else None
    if heading is None or heading.bookmark is None:
        return page
    said = setting.voice.word("continued", title=heading.bookmark)
    title = setting.text(
        None, said, setting.grid.full, setting.scale.h2, bold=True, colour=setting.palette.accent, balance=True
    )  # fmt: skip
    first = page[0].with_break(before=setting.unit * UNDER_HEADING, cost=NEVER)
    named = [reminding(piece_atom(title)), first, *page[1:]]
    return named if total_height(named) <= depth else page


def _without_foot(
    setting: Setting, root: Element, page: Sequence[Atom], depth: float
) -> tuple[Sequence[Atom], Atom | None]:
    """The last page without its closing words, if it has some, and these: where there is room for it, under a line and
    with the address of the clinic's page."""
    closing = root.kids[-1]
    if closing.role == "Sect" or not _is_of(page[-1], closing) or len(page) == 1:
        return page, None
    *above, foot = page
    if closing.role != "P":
        return above, foot
    rule = piece_atom(Rule(setting.grid.full, setting.scale.hairline, setting.palette.rule))
    under = [rule, foot.with_break(before=setting.unit * UNDER_LINE)]
    ruled = merge(under).with_break(before=foot.before)
    foot = ruled if total_height([*above, ruled]) <= depth else foot
    online = Element("P")
    if setting.voice.online:
        line = piece_atom(setting.text(online, setting.voice.online, setting.grid.full))
        addressed = merge([*under, line]).with_break(before=foot.before)
        if total_height([*above, addressed]) <= depth:
            root.kids.append(online)
            foot = addressed
    return above, foot


def _is_of(atom: Atom, part: Element) -> bool:
    """Whether an atom shows something of a part of the tree."""
    within = set(map(id, part.walk()))
    return any(id(getattr(put.piece, "element", None)) in within for put in atom.puts)


def _as_atoms(setting: Setting, page: Sequence[OnPage]) -> list[Atom]:
    return [item.as_atom(setting.grid.second) if isinstance(item, TwoColumns) else item for item in page]


def _glued(page: Sequence[Atom]) -> list[Atom]:
    """The same page with what never parts as one, so that no white comes between a heading and what it is over."""
    blocks: list[list[Atom]] = []
    for atom in page:
        if blocks and atom.cost == NEVER:
            blocks[-1].append(atom)
        else:
            blocks.append([atom])
    return [merge(block) for block in blocks]
