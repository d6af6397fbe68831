"""The leaflet on one page that a nurse can talk through in two minutes: message, points, strategies in brief, help."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from handoutgen.content.model import Leaflet
from handoutgen.content.strategies import Strategy
from handoutgen.content.yaml.nodes import ModelPath
from handoutgen.formats import Format, Options
from handoutgen.layout.blocks.brief_strategies import brief_columns, glance_list
from handoutgen.layout.blocks.contact import contact_lines
from handoutgen.layout.blocks.footer import Footer, text_pages
from handoutgen.layout.blocks.helpbox import compact_help
from handoutgen.layout.blocks.lists import bulleted
from handoutgen.layout.blocks.masthead import LOGO_IN_A_LINE, masthead
from handoutgen.layout.flow.atoms import EASY, FREE, NEVER, Atom, merge, piece_atom, total_height
from handoutgen.layout.flow.pagebreak import break_pages
from handoutgen.layout.flow.spread import spread_out
from handoutgen.layout.forms.making_room import Region, fill
from handoutgen.layout.setting import Setting
from handoutgen.plan.element import Element
from handoutgen.plan.pages import Composed
from handoutgen.story.detail import Detail, LeftOut, has_warnings, is_at_a_glance, remaining
from handoutgen.story.glance import glances, keeps_safe, only_in_full

SHORTEN = "the key points, what sections warn of or the help signs, choose a smaller print size"
LaidSummary = tuple[Element, tuple[tuple[Atom, ...], ...], "Amount"]


@dataclass(frozen=True, slots=True)
class Amount:
    """How much a summary says: the richest that fits is taken."""

    detail: Detail
    contact: bool
    key_points: int
    gap: float = 1.5
    """White between the blocks, in units."""
    titles: bool = True
    """Whether the titles of what is left out are said, or only that there is more."""
    briefs: bool = True
    """Whether sections have their line, beside what keeps readers safe."""


HARDLY = 0.05
"""No white to speak of; what room there is in the end is shared out evenly."""
AMOUNTS = (
    Amount(Detail(), contact=True, key_points=5),
    Amount(Detail(title=False), contact=True, key_points=5),
    Amount(Detail(title=False, line="short"), contact=True, key_points=5),
    Amount(Detail(title=False, line="short"), contact=True, key_points=5, gap=0.75, titles=False),
    Amount(Detail(title=False, line="short"), contact=True, key_points=5, gap=0.25, titles=False),
    Amount(Detail(title=False, line="short"), contact=True, key_points=5, gap=HARDLY, titles=False, briefs=False),
    Amount(Detail(title=False, line="short"), contact=True, key_points=4, gap=HARDLY, titles=False, briefs=False),
    Amount(Detail(title=False, line="short"), contact=True, key_points=3, gap=HARDLY, titles=False, briefs=False),
    Amount(Detail(title=False, line="short"), contact=False, key_points=3, gap=HARDLY, titles=False, briefs=False),
    Amount(Detail(title=False, line="short"), contact=False, key_points=2, gap=HARDLY, titles=False, briefs=False),
)
"""From all to the least a summary may say: white goes before words. Help is never shortened."""


def compose(leaflet: Leaflet, setting: Setting, form: Format, options: Options) -> Composed:
    """One page, or two in large print. Optional strategies are left out, last first, when even the least is too long.

    Raises DoesNotFit, saying by how much, when it does not fit even then.
    """
    footer = Footer(setting, leaflet)
    depth = setting.grid.depth - footer.height
    most = 2 if setting.scale.is_large else 1

    def lay(gone: LeftOut, depth: float) -> LaidSummary | None:
        for amount in AMOUNTS if remaining(leaflet, gone) or not leaflet.strategies else ():
            root = Element("Document", language=leaflet.language)
            blocks = _blocks(setting, root, leaflet, remaining(leaflet, gone), amount)
            pages = break_pages(blocks, depth)
            if len(pages.pages) <= most and not pages.overfull:
                return root, pages.pages, amount
        return None

    where = "on each page" if most > 1 else "on the page"
    region = Region(where, leaflet.strategies, lay, depth, SHORTEN)
    (root, pages, amount), gone = fill(region, leaflet, form, setting)
    filled = [spread_out(page, depth, setting.unit) for page in pages]
    return Composed(root, text_pages(setting, filled, footer), gone, _claims(leaflet, gone, amount))


def _claims(leaflet: Leaflet, gone: LeftOut, amount: Amount) -> Callable[[ModelPath], bool]:
    def claims(path: ModelPath) -> bool:
        if path[0] == "key_points":
            return int(path[1]) < amount.key_points
        if path[0] in ("about", "causes", "symptoms", "sections"):
            return (path[-1] == "brief" and amount.briefs) or keeps_safe(leaflet, path)
        return is_at_a_glance(leaflet, gone, amount.detail, path)

    return claims


def _blocks(
    setting: Setting, root: Element, leaflet: Leaflet, strategies: Sequence[Strategy], amount: Amount
) -> list[Atom]:
    unit, full = setting.unit, setting.grid.full
    top = [masthead(setting, root, leaflet, LOGO_IN_A_LINE)]
    top += contact_lines(setting, root) if amount.contact else []
    top += _message(setting, root, leaflet)
    points = root.add("Sect", ident="key-points")
    heading = _title(setting, points, setting.voice.word("key_points"))
    first, *rest = bulleted(setting, points, leaflet.key_points[: amount.key_points], full, before=unit * 0.5)
    more = [atom.with_break(before=atom.before * min(1.0, amount.gap)) for atom in rest]
    middle = _strategies(setting, root, leaflet, strategies, amount)
    middle += _sections(setting, root, leaflet, amount)
    box = compact_help(setting, leaflet.help, full, white=min(1.0, amount.gap + 0.25))
    root.kids.append(box.element)
    return [
        merge(top),
        merge([heading, first, *more]).with_break(before=unit * amount.gap, cost=EASY),
        *middle,
        *(a.with_break(before=unit * amount.gap, cost=FREE) for a in box.atoms),
        *_more(setting, root, leaflet, amount),
    ]


def _more(setting: Setting, root: Element, leaflet: Leaflet, amount: Amount) -> list[Atom]:
    """That the full leaflet says more, and of what."""
    shown = [each.ident for each in glances(setting.voice, leaflet) if amount.briefs or each.reminders]
    words = only_in_full(setting.voice, leaflet, shown)
    if not words:
        return []
    said = words if amount.titles else setting.voice.word("full_has_more")
    line = setting.text(root.add("P"), said, setting.grid.full)
    return [piece_atom(line, before=setting.unit * min(1.0, amount.gap))]


def _strategies(
    setting: Setting, root: Element, leaflet: Leaflet, strategies: Sequence[Strategy], amount: Amount
) -> list[Atom]:
    if not strategies:
        return []
    ways = root.add("Sect", ident="management")
    own = leaflet.management.title if leaflet.management else None
    title = _title(setting, ways, own or setting.voice.word("management"))
    rows = brief_columns(setting, ways, list(enumerate(strategies, 1)), amount.detail)
    if amount.detail.line == "short" and any(each.caution or has_warnings(each) for each in strategies):
        line = setting.text(ways.add("P"), setting.voice.word("care_in_full"), setting.grid.full)
        rows = [*rows, piece_atom(line, before=setting.unit * 0.5)]
    return _under(setting, title, rows, amount)


def _sections(setting: Setting, root: Element, leaflet: Leaflet, amount: Amount) -> list[Atom]:
    """What the summary says of the leaflet's sections: never less than what keeps readers safe."""
    listed = [each for each in glances(setting.voice, leaflet) if amount.briefs or each.reminders]
    if not listed:
        return []
    sect = root.add("Sect", ident="sections")
    title = _title(setting, sect, setting.voice.word("at_a_glance"))
    tries = []
    for columns in (1,) if setting.scale.is_large or len(listed) == 1 else (2, 1):
        holder = Element("Sect")
        rows = glance_list(setting, holder, listed, setting.grid.full, columns=columns, with_brief=amount.briefs)
        tries.append((total_height(rows), holder, rows))
    _, holder, rows = min(tries, key=lambda tried: tried[0])
    sect.kids += holder.kids
    return _under(setting, title, rows, amount)


def _under(setting: Setting, title: Atom, rows: Sequence[Atom], amount: Amount) -> list[Atom]:
    """A heading with its rows, as close as the amount asks."""
    first = merge([title, rows[0].with_break(before=setting.unit * 0.5)])
    rest = (row.with_break(before=row.before * min(1.0, amount.gap)) for row in rows[1:])
    return [first.with_break(before=setting.unit * amount.gap, cost=FREE), *rest]


def _message(setting: Setting, root: Element, leaflet: Leaflet) -> list[Atom]:
    """The title, and the main message at the body's size: a page to be talked through, not read from afar."""
    full = setting.grid.full
    title = setting.text(
        root.add("H1", bookmark=leaflet.title), leaflet.title, full, setting.scale.h1, bold=True, balance=True
    )
    words = setting.text(root.add("P", ident="main-message"), setting.voice.phrase(leaflet.main_message), full,
                         balance=True)  # fmt: skip
    return [piece_atom(title, before=setting.unit * 1.5), piece_atom(words, before=setting.unit * 0.75)]


def _title(setting: Setting, sect: Element, title: str) -> Atom:
    words = setting.text(
        sect.add("H2", bookmark=title), title, setting.grid.full, setting.scale.h2, bold=True,
        colour=setting.palette.accent,
    )  # fmt: skip
    return piece_atom(words, cost=NEVER)
