"""A leaflet in two languages, block by block side by side; in large print one above the other.

The language that was asked for stands where its page starts to be read: the page and its mirror are that language's,
and whoever reads it finds their words in the first place. Rows are level at their tops and bear a number that both can
point at; the numbers are for the eye alone. The tag tree has each language as a whole, one after the other, since who
listens reads one of them: so lists stay lists, headings stay in steps, and a voice changes its language once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from handoutgen.content.markdown.inline import Text
from handoutgen.content.model import Leaflet
from handoutgen.content.yaml.nodes import ModelPath
from handoutgen.errors import HandoutError
from handoutgen.formats import Format
from handoutgen.layout.blocks.beside_cells import Column
from handoutgen.layout.blocks.beside_rows import PairedRows
from handoutgen.layout.blocks.footer import Footer, text_pages
from handoutgen.layout.blocks.masthead import line_to_call, masthead
from handoutgen.layout.flow.atoms import Atom, continued, merge, reminding, spanning
from handoutgen.layout.flow.pagebreak import break_pages
from handoutgen.layout.forms.closer import CLOSER, CLOSEST, TIGHTEST, closer
from handoutgen.layout.setting import Setting
from handoutgen.plan.element import Element
from handoutgen.plan.pages import Composed
from handoutgen.story.beside import PairedRow, RowCell, heading_of, message_rows, rows_of
from handoutgen.story.beside_head import notices
from handoutgen.story.contact import blanks
from handoutgen.story.help import in_an_emergency
from handoutgen.story.passages import Story
from handoutgen.story.voice import Runs
from handoutgen.units import mm

MOST_SIDES, MOST_LARGE_SIDES = 4, 10
"""Of a short form in two languages: two sheets, or five in large print. What is longer is not short."""


class Tongue(Struct, frozen=True):
    """A leaflet in one language, as it is shown here."""

    leaflet: Leaflet
    setting: Setting
    story: Story
    claims: Callable[[ModelPath], bool] | None = None


class Bilingual(NamedTuple):
    """Pages in two languages, and the part of the tag tree that is each one's."""

    composed: Composed
    parts: tuple[Element, Element]


def compose(one: Tongue, other: Tongue, form: Format) -> Bilingual:
    """The rows as pages of the first language's grid. Raises HandoutError where the two have not the same blocks, or
    where a short form would be a long one."""
    if form.is_whole:
        return _laid(one, other)
    most = MOST_LARGE_SIDES if one.setting.scale.is_large else MOST_SIDES
    for white in (CLOSER, CLOSEST, TIGHTEST):
        laid = _laid(_closer(one, white), _closer(other, white))
        if len(laid.composed.pages) <= most:
            return laid
    raise HandoutError(
        f"{form.title}: in two languages it would have {len(laid.composed.pages)} sides, and it has at most {most}.",
        f"Use the summary, --format {form.paper}-summary, a smaller print size, or the whole leaflet in both: "
        f"--format {form.paper}.",
    )


def _closer(tongue: Tongue, white: float) -> Tongue:
    """The same with less white, as the sheet has it in one language."""
    return replace(tongue, setting=closer(tongue.setting, tongue.setting.scale.small, white))


def _laid(one: Tongue, other: Tongue) -> Bilingual:
    setting = one.setting
    root = Element("Document", language=one.leaflet.spoken)
    parts = (root.add("Part", language=one.leaflet.spoken), root.add("Part", language=other.leaflet.spoken))
    against = setting.voice.direction != other.setting.voice.direction
    rows = PairedRows(setting, Column(setting, parts[0], False), Column(other.setting, parts[1], against))
    footer = Footer(setting, one.leaflet)
    depth = setting.grid.depth - footer.height
    atoms = [*_head(rows, one, other), *rows.body(rows_of(one.story, other.story), depth)]
    highest, names = max(atom.height for atom in atoms), rows.names(in_tree=False)
    if highest > depth:
        over = (highest - depth) / mm(1)
        raise HandoutError(
            f"In two languages a block of this leaflet is {over:.0f} mm higher than a page in this print size.",
            "Choose a smaller print size, or print each language by itself, without --beside.",
        )
    has_room = highest + names.height <= depth
    atoms = continued(atoms, replace(reminding(names), gives_way=not has_room))
    pages = break_pages(spanning(atoms), depth).pages
    return Bilingual(Composed(root, text_pages(setting, pages, footer)), parts)


def _head(rows: PairedRows, one: Tongue, other: Tongue) -> list[Atom]:
    """Whose it is, the languages' names, both titles and the number to call in an emergency, all on page 1; then what
    must be known of each text, and the main message."""
    setting, both = one.setting, (one, other)
    part = rows.one.part
    bare = replace(setting, voice=replace(setting.voice, notice=""))
    whose = [masthead(bare, part, None), *line_to_call(bare, part)]
    names = rows.names(in_tree=True).with_break(before=setting.unit)
    title = rows.bare(PairedRow(heading_of(one.story), heading_of(other.story)))
    call = PairedRow(
        *(RowCell(("emergency",), "paragraph", in_an_emergency(each.setting.voice), tone="safe") for each in both)
    )
    first = merge([*whose, names, title, rows.bare(call)])
    told = [notices(each.setting.voice, each.leaflet) for each in both]
    known = [PairedRow(*(_said(each, n) for each in told)) for n in range(max(map(len, told)))]
    labels = [blanks(each.setting.voice) for each in both]
    empty = [
        PairedRow(*(RowCell(("blank", n), "line", [Text(each[n])]) for each in labels)) for n in range(len(labels[0]))
    ]  # fmt: skip
    return [first, *map(rows.bare, (*empty, *message_rows(one.story, other.story), *known))]


def _said(notices_of_one: Sequence[Runs], number: int) -> RowCell | None:
    if number >= len(notices_of_one):
        return None
    return RowCell(("notice", number), "paragraph", notices_of_one[number])
