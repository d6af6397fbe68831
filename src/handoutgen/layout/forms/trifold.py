"""A sheet folded in three: cover with the main drawing, flap with what to do now and the key points, three panels
inside read as one, help on the back.

Panels are composed in reading order (cover, flap, inside 1 to 3, back) and put on the two sides of the sheet by
`formats.imposition`. Nothing is shrunk to fit: drawings, exercises, optional sections and strategies are left out, last
first, and what still does not fit is refused, saying by how much and what would help.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from handoutgen.content.model import Leaflet
from handoutgen.content.sections import ExtraSection, Section
from handoutgen.content.yaml.nodes import ModelPath
from handoutgen.formats import Format, Options
from handoutgen.layout.blocks.discs import disc_size, icon_disc
from handoutgen.layout.blocks.lists import bulleted
from handoutgen.layout.blocks.panels import on_panel, panel_padding
from handoutgen.layout.blocks.sections import section_atoms
from handoutgen.layout.blocks.stretches import stretch_atoms
from handoutgen.layout.blocks.writing import blank_lines, pitch
from handoutgen.layout.flow.atoms import Atom, merge, overlay, piece_atom, total_height
from handoutgen.layout.flow.pages import place_atoms
from handoutgen.layout.flow.pieces import Rule
from handoutgen.layout.flow.spread import spread_out
from handoutgen.layout.forms.closer import CLOSER, closer
from handoutgen.layout.forms.inside import (
    INSIDE,
    NOTES_FROM,
    Spread,
    inside,
    sections_at_a_glance,
    title_atom,
)
from handoutgen.layout.forms.inside_pair import Note
from handoutgen.layout.forms.making_room import Region, fill, stacked
from handoutgen.layout.forms.trifold_back import help_panel
from handoutgen.layout.forms.trifold_cover import cover_panel
from handoutgen.layout.setting import Look, Setting
from handoutgen.plan.element import Element
from handoutgen.plan.pages import Composed, Page, Placed
from handoutgen.story.contact import neutral_offer
from handoutgen.story.detail import LeftOut, is_among
from handoutgen.story.glance import before_what_to_do, glances
from handoutgen.story.order import section_title, what_to_do_now
from handoutgen.story.record import coded_version, next_review
from handoutgen.units import mm

NOW_DISC = mm(11)


def compose(leaflet: Leaflet, setting: Setting, form: Format, options: Options) -> Composed:
    """Six panels. Raises DoesNotFit, saying by how much, when a panel has too much to say."""
    made, note = _folded(leaflet, setting, setting, form)
    if note != "inside":
        return made
    # On closer lines the flap may have room for what else would take that of the strategies' lines.
    closer_made, note = _folded(leaflet, setting, closer(setting, setting.scale.list, CLOSER), form)
    return closer_made if note == "on the flap" else made


def _folded(leaflet: Leaflet, setting: Setting, on_flap_set: Setting, form: Format) -> tuple[Composed, Note]:
    """Six panels, the flap's text set as `on_flap_set`."""
    depth, grid = setting.grid.depth, setting.grid
    root = Element("Document", language=leaflet.spoken)
    cover = cover_panel(setting, root, leaflet, form)
    (beside, flap), no_section = fill(_flap(on_flap_set, leaflet, depth), leaflet, form, setting)
    is_ruled = _has_room_for_rule(on_flap_set, leaflet, flap, depth)
    record = _record(on_flap_set, Element("Document"), leaflet, is_ruled=is_ruled)
    below = record.height + record.before
    is_record_on_flap = total_height(flap) + below <= depth
    on_flap = frozenset(section.id for section in leaflet.sections if _is_on_flap(section, no_section))
    said = _glances_on_flap(on_flap_set, leaflet, flap, depth - below, on_flap)
    noted_record = _record(on_flap_set, Element("Document"), leaflet, with_note=True, is_ruled=is_ruled)
    noted = is_record_on_flap and _stack(flap, said.atoms) + noted_record.height + noted_record.before <= depth
    within = inside(setting, leaflet, depth, on_flap | said.idents, noted=noted)
    spread, no_strategy = fill(within, leaflet, form, setting)
    below = noted_record.height + noted_record.before if spread.note == "on the flap" else below
    gone = (*no_section, *no_strategy)
    root.kids += [*beside, *said.elements]
    flap = [*flap, *said.atoms]
    has_notes = _spare(setting, spread.panels, depth) >= NOTES_FROM * depth
    if is_record_on_flap and not has_notes:
        flap = [*flap, *_notes(setting, root, depth - below - total_height(flap), depth)]
    if is_record_on_flap:
        with_note = spread.note == "on the flap"
        record = _record(on_flap_set, root, leaflet, with_note=with_note, is_ruled=is_ruled)
    root.kids += spread.element.kids
    panels = _noted(setting, root, spread.panels, depth)
    back = help_panel(setting, root, leaflet, form, depth - (0.0 if is_record_on_flap else below))
    record = record if is_record_on_flap else _record(on_flap_set, root, leaflet)
    foot = place_atoms(grid, [record], grid.bottom + record.height)
    middle = [place_atoms(grid, spread_out(_in_blocks(panel, setting.unit), depth, setting.unit)) for panel in panels]
    front = place_atoms(grid, flap)
    (front if is_record_on_flap else back).extend(foot)
    wide, narrow = form.panels[0], form.panels[-1]
    widths = (wide, narrow, wide, wide, narrow, wide)
    contents = [cover, front, *middle, back]
    pages = tuple(_page(setting, width, placed) for width, placed in zip(widths, contents, strict=True))
    composed = Composed(root, pages, gone, claims=lambda path: _is_claimed(leaflet, gone, spread, path))
    return composed, spread.note


def _is_claimed(leaflet: Leaflet, gone: LeftOut, spread: Spread, path: ModelPath) -> bool:
    if path[0] == "sections" and _is_on_flap(leaflet.sections[int(path[1])], gone):
        return path[-1] != "brief"
    return path[0] == "subtitle" or spread.claims(leaflet, gone, path)


def _is_on_flap(section: ExtraSection, gone: LeftOut) -> bool:
    return section.after == "key-points" and not is_among(section, gone)


def _page(setting: Setting, width: float, placed: Sequence[Placed]) -> Page:
    """The panel's text in the middle of its width, so that folds and edges keep the same distance."""
    shift = (width - setting.grid.measure) / 2 - setting.grid.left
    moved = tuple(piece._replace(x=piece.x + shift) for piece in placed)
    return Page(width, setting.grid.height, moved)


def _flap(setting: Setting, leaflet: Leaflet, depth: float) -> Region[tuple[list[Element], Sequence[Atom]]]:
    """What to do now, on a tint where there is room for one; the key points; and the author's other sections that
    follow them."""
    sections = tuple(section for section in leaflet.sections if section.after == "key-points")
    now = what_to_do_now(leaflet)

    def lay(gone: LeftOut, depth: float) -> tuple[list[Element], Sequence[Atom]] | None:
        shown = [section for section in sections if not is_among(section, gone)]
        for is_on_tint in (True, False):
            root = Element("Document")
            atoms: list[Atom] = []
            if now in shown and isinstance(now, ExtraSection):
                atoms += [_now(setting, root, now)] if is_on_tint else _section(setting, root, now)
            atoms += _key_points(setting, root, leaflet)
            for section in shown:
                atoms += _section(setting, root, section) if section is not now else []
            if stacked(atoms, depth):
                return root.kids, atoms
        return None

    return Region("on the flap", sections, lay, depth, "the key points")


def _section(look: Look, root: Element, section: ExtraSection) -> list[Atom]:
    is_now = bool(section.steps) and not section.subsections
    return section_atoms(look, root, section, section_title(look.voice, section), section.id, is_now=is_now)


def _now(look: Look, root: Element, section: Section) -> Atom:
    """What to do at once: its icon in a disc beside its title, its steps in discs, on a tint."""
    assert isinstance(section, ExtraSection)  # noqa: S101 - only those stand here
    sect = root.add("Sect", ident=section.id)
    width = look.grid.measure
    inner = width - 2 * panel_padding(look)
    size = disc_size(look, NOW_DISC)
    hang = size + look.scale.base * 0.7 if section.icon else 0.0
    title = section_title(look.voice, section)
    heading = sect.add("H2", bookmark=title)
    name = look.text(
        heading, title, inner - hang, look.scale.h2, bold=True, colour=look.palette.deep, balance=True
    )  # fmt: skip
    high = max(size if section.icon else 0.0, name.height)
    head = piece_atom(name).moved(hang, (high - name.height) / 2)
    if section.icon:
        head = overlay(head, icon_disc(look, section.icon, size, "solid").moved(0.0, (high - size) / 2))
    body = stretch_atoms(look, sect, section, inner, in_discs=True)
    inside_ = merge([head, *[a.with_break(before=a.before or look.unit * 0.5 * (not i)) for i, a in enumerate(body)]])
    return on_panel(look, inside_, width, look.palette.tint)


def _key_points(look: Look, root: Element, leaflet: Leaflet) -> list[Atom]:
    sect = root.add("Sect", ident="key-points")
    title = title_atom(look, sect, look.voice.word("key_points"))
    first, *rest = bulleted(look, sect, leaflet.key_points, look.grid.measure, before=look.unit * 0.5)
    return [merge([title, first]).with_break(before=look.unit * 2), *rest]


class _OnFlap(NamedTuple):
    """What the flap says of sections at a glance."""

    elements: tuple[Element, ...] = ()
    atoms: tuple[Atom, ...] = ()
    idents: frozenset[str] = frozenset()


def _glances_on_flap(
    setting: Setting, leaflet: Leaflet, flap: Sequence[Atom], depth: float, but_for: frozenset[str]
) -> _OnFlap:
    """The sections at a glance under the key points, if there is room for all of them, or for what is read before the
    strategies: inside, these have the more of it."""
    listed = glances(setting.voice, leaflet, but_for) if leaflet.strategies else []
    for some in (listed, before_what_to_do(leaflet, listed)[0]):
        root = Element("Document")
        atoms = sections_at_a_glance(setting, root, some)
        if atoms and total_height([*flap, *atoms]) <= depth:
            return _OnFlap(tuple(root.kids), tuple(atoms), frozenset(glance.ident for glance in some))
    return _OnFlap()


def _in_blocks(panel: Sequence[Atom], unit: float) -> list[Atom]:
    """The atoms of a panel with those that stand close merged, so that white to share out goes between blocks."""
    blocks: list[list[Atom]] = []
    for atom in panel:
        if blocks and atom.before <= unit:
            blocks[-1].append(atom)
        else:
            blocks.append([atom])
    return [merge(block) for block in blocks]


def _noted(setting: Setting, root: Element, panels: list[tuple[Atom, ...]], depth: float) -> list[tuple[Atom, ...]]:
    """Lines to write on where the strategies leave a panel empty, or a good part of the last one."""
    panels = [*panels, *((),) * (INSIDE - len(panels))]
    panels = [
        panel or (_empty_panel(setting, root, depth) if index < INSIDE - 1 else ())
        for index, panel in enumerate(panels)
    ]
    notes = _notes(setting, root, _spare(setting, panels, depth), depth)
    return [*panels[:-1], (*panels[-1], *notes)]


def _spare(setting: Setting, panels: Sequence[Sequence[Atom]], depth: float) -> float:
    """How much of the last panel is free, in pt, below the white above lines to write on."""
    last = panels[-1] if len(panels) == INSIDE else ()
    return depth - total_height(last) - setting.unit * 3


def _notes(setting: Setting, root: Element, spare: float, depth: float) -> list[Atom]:
    """Lines to write on in `spare` pt of a panel, if that is a good part of it."""
    if spare < NOTES_FROM * depth:
        return []
    title = setting.voice.word("notes")
    sect = root.add("Sect", ident="notes")
    head = title_atom(setting, sect, title)
    count = int((spare - head.height - setting.unit * 2) / pitch(setting))
    lines = blank_lines(setting, sect, title, count, setting.grid.measure)
    return [merge([head, *lines]).with_break(before=setting.unit * 2)]


def _empty_panel(setting: Setting, root: Element, depth: float) -> tuple[Atom, ...]:
    count = int(depth / pitch(setting))
    return (merge(blank_lines(setting, root, setting.voice.word("notes"), count, setting.grid.measure)),)


def _stack(*parts: Sequence[Atom]) -> float:
    """How high atoms stand on one another, with the white over each but the first."""
    return total_height([atom for part in parts for atom in part])


def _has_room_for_rule(setting: Setting, leaflet: Leaflet, flap: Sequence[Atom], depth: float) -> bool:
    """Whether the flap holds the record at its longest with a rule in it: nothing moves for that."""
    record = _record(setting, Element("Document"), leaflet, with_note=True, is_ruled=True)
    return _stack(flap, [record]) <= depth


def _record(
    setting: Setting, root: Element, leaflet: Leaflet, *, with_note: bool = False, is_ruled: bool = False
) -> Atom:
    """At the foot: the offer of other formats, that there is more (`with_note`, what to read there before starting),
    which leaflet this is and how current (`is_ruled`, under a rule)."""
    voice, width = setting.voice, setting.grid.measure
    offer = piece_atom(setting.text(root.add("P"), neutral_offer(voice), width, bold=True))
    more = [voice.word("full_has_more")] if leaflet.all_sections else []
    note = [voice.word("care_in_full")] if with_note else []
    above, below = (
        [piece_atom(setting.text(root.add("P"), line, width)) for line in group]
        for group in ([*more, *note], [coded_version(voice, leaflet), next_review(voice, leaflet)])
    )
    above = [atom.with_break(before=0.0 if index else setting.unit * 0.5) for index, atom in enumerate(above)]
    below[0] = below[0].with_break(before=setting.unit * (0.25 if is_ruled else 0.5))
    if is_ruled:
        rule = piece_atom(Rule(width, setting.scale.hairline, setting.palette.rule), before=setting.unit * 0.75)
        below.insert(0, rule)
    return merge([offer, *above, *below]).with_break(before=setting.unit * 1.5)
