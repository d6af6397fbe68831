"""When to get help in one narrow column: a disc, whom to call in bold, and the signs as a list under it.

For panels and cards, which have no room for the box with its labels beside the signs; the black line over it and the
discs make it the part that is found first.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from msgspec import Struct
from msgspec.structs import replace

from handoutgen.content.helping import Help, HelpLevel
from handoutgen.content.markdown.inline import Text
from handoutgen.layout.blocks.discs import HELP_DISC, disc_size, icon_disc
from handoutgen.layout.blocks.help_levels import (
    LEVEL_DISCS,
    LEVEL_ICONS,
    grouped_signs,
    level_words,
    run_in_label,
    sign_atoms,
)
from handoutgen.layout.blocks.help_whole import HelpBox
from handoutgen.layout.blocks.panels import framed
from handoutgen.layout.flow.atoms import NEVER, Atom, merge, overlay, piece_atom
from handoutgen.layout.flow.columns import balanced
from handoutgen.layout.flow.pieces import Rule, TextPiece
from handoutgen.layout.setting import Look, Setting
from handoutgen.plan.element import Element
from handoutgen.story.contact import main_number
from handoutgen.story.help import (
    LEVELS,
    help_title,
    label_words,
    lead_in,
    level_label,
    levels_of,
    sign_lists,
    what_to_do,
    when_closed,
)
from handoutgen.story.voice import Runs

SetSigns = Callable[[Setting, Element, str, HelpLevel, float, Sequence[Text]], list[Atom]]
WHITE_BETWEEN = 0.4
"""Over and under a rule between two levels, in units of the body size."""


class ListedHelp(Struct, frozen=True):
    """How much room the lists take: from all to the least that still are lists."""

    is_hung: bool = True
    """Whether the signs stand right of the discs, or under them over the whole width."""
    with_closed: bool = True
    """Whether the line for when the clinic is closed is said here."""
    white: float = 1.0
    """The share of the usual white between the levels."""
    keys: Collection[str] = LEVELS
    """The levels that are said."""
    disc: float = 0.85
    """The discs' width, as a share of those in the help box."""
    is_titled: bool = True
    is_ruled: bool = True
    """Whether a black line stands under the title, as where no frame makes the part stand out."""
    is_run_in: bool = False
    """Whether the signs of a level are one sentence, where no list has room."""
    columns: int = 1
    """In how many columns the signs of a level stand: two where the whole width of a page is theirs."""
    joins_actions: bool = False
    """Whether what to do under the signs of a level is one paragraph."""
    parts_urgent: bool = False
    """Whether the clinic's numbers stand by themselves, over a fold that what to call about today stands under."""
    repeats_number: bool = True
    """Whether the label under that fold has the number again: not where a card has it in front as well."""
    apart: float = 0.0
    """How far at least what to do stands from the signs over it, so as not to be read as one, in units of the body
    size."""


def listed_help(setting: Setting, guide: Help, width: float, how: ListedHelp) -> HelpBox:
    """The levels of a leaflet in a column of `width` pt, as one atom."""
    box = listed_levels(setting, guide, width, how)
    return HelpBox(box.element, (merge(box.atoms).with_break(before=setting.unit * 2, cost=NEVER),))


def listed_levels(setting: Setting, guide: Help, width: float, how: ListedHelp) -> HelpBox:
    """The same, the title, each rule and each level an atom."""
    sect = Element("Sect", ident="help")
    atoms = _title(setting, sect, guide, width) if how.is_titled else []
    space = setting.unit * 0.25 + setting.scale.base * WHITE_BETWEEN * how.white
    for key, level in levels_of(guide):
        if key not in how.keys:
            continue
        if atoms:
            is_first = len(atoms) == 1 and how.is_titled
            thickness, colour = (
                (setting.scale.frame, setting.palette.ink)
                if is_first
                else (setting.scale.hairline, setting.palette.rule)
            )
            if how.is_ruled or not is_first:
                atoms.append(piece_atom(Rule(width, thickness, colour, thickness), before=space))
        make = _parted if how.parts_urgent and _can_be_parted(setting, key, level) else _level
        atoms += [atom.with_break(before=space) for atom in make(setting, sect, key, level, width, how)]
    return HelpBox(sect, tuple(atoms))


def framed_list(setting: Setting, guide: Help, width: float, how: ListedHelp) -> HelpBox:
    """The same in a frame over the whole width of a page."""
    pad = setting.scale.base * (0.4 + 0.6 * how.white)
    box = listed_help(setting, guide, width - 2 * pad, replace(how, is_ruled=False))
    return HelpBox(box.element, (framed(setting, box.atoms[0], width, pad),))


def signs_in_columns(look: Look, group: Element, level: HelpLevel, width: float) -> Atom:
    """A level's signs in two columns of a width in pt."""
    gap = look.scale.base * 1.5
    share = (width - gap) / 2
    return balanced(grouped_signs(look, group, level, share)).as_atom(share + gap)


def _signs_above_one(
    setting: Setting, group: Element, key: str, level: HelpLevel, width: float, closed: Sequence[Text]
) -> list[Atom]:
    """A level's signs as a list, and under it what to do in one paragraph."""
    signs = grouped_signs(setting, group, level, width)
    said = what_to_do(setting.voice, level, tuple(closed) if key == "urgent" else ())
    parts = [(group.add("P"), [*([Text(" ")] if index else []), *words]) for index, words in enumerate(said)]
    rest = [piece_atom(setting.run_together(parts, width, setting.scale.list))] if parts else []
    return [*signs, *rest]


def _signs_above_actions(
    setting: Setting, group: Element, key: str, level: HelpLevel, width: float, closed: Sequence[Text]
) -> list[Atom]:
    """A level's signs in two columns, and under both what to do."""
    signs = signs_in_columns(setting, group, level, width)
    said = what_to_do(setting.voice, level, tuple(closed) if key == "urgent" else ())
    rest = [piece_atom(setting.text(group.add("P"), words, width, setting.scale.list)) for words in said]
    return [signs, *rest]


def _run_in(
    setting: Setting, group: Element, key: str, level: HelpLevel, width: float, closed: Sequence[Text]
) -> list[Atom]:
    """A level's signs and what to do as paragraphs."""
    said: list[Runs] = []
    for over, signs in sign_lists(level):
        said.append([*([Text(f"{over} ", strong=True)] if over else []), *setting.voice.run_in(signs)])
    said += what_to_do(setting.voice, level, tuple(closed) if key == "urgent" else ())
    return [piece_atom(setting.text(group.add("P"), words, width, setting.scale.list)) for words in said]


def _title(setting: Setting, sect: Element, guide: Help, width: float) -> list[Atom]:
    title = help_title(setting.voice, guide.title)
    heading = sect.add("H2", bookmark=title)
    rows = [piece_atom(setting.text(heading, title, width, setting.scale.h2, bold=True, balance=True))]
    if guide.intro:
        rows.append(piece_atom(setting.text(sect.add("P"), setting.voice.phrase(guide.intro), width)))
    return [merge(rows)]


def _how_signs_are_set(how: ListedHelp) -> SetSigns:
    if how.is_run_in:
        return _run_in
    if how.columns > 1:
        return _signs_above_actions
    return _signs_above_one if how.joins_actions else sign_atoms


def _level(setting: Setting, sect: Element, key: str, level: HelpLevel, width: float, how: ListedHelp) -> list[Atom]:
    group = sect.add("Sect", ident=f"help-{key}")
    size = disc_size(setting, HELP_DISC) * how.disc
    hang = size + setting.scale.base * 0.7
    heading = group.add("H3" if how.is_titled else "H2", bookmark=level_label(setting.voice, key, level))
    label = run_in_label(setting, heading, level_words(setting.voice, key, level), width - hang)
    closed = when_closed(setting.voice) if how.with_closed else ()
    column = width - hang if how.is_hung else width
    tight = setting.unit * 0.25 * how.white
    body = _how_signs_are_set(how)(setting, group, key, level, column, closed)
    signs = _apart([atom.with_break(before=atom.before * (0.4 + 0.6 * how.white)) for atom in body], setting, how)
    disc = icon_disc(setting, LEVEL_ICONS[key], size, LEVEL_DISCS[key])
    if how.is_hung:
        words = merge([piece_atom(label), signs[0].with_break(before=tight), *signs[1:]])
        return [overlay(words.moved(hang), disc)]
    down = max(0.0, (size - label.height) / 2)
    top = overlay(piece_atom(label).moved(hang, down), disc)
    return [merge([top, signs[0].with_break(before=tight), *signs[1:]])]


def _apart(body: Sequence[Atom], setting: Setting, how: ListedHelp) -> list[Atom]:
    """Signs, and under them what to do, as far from them as it should be. Signs end with the last that has a
    bullet."""
    bullets = [index for index, atom in enumerate(body) if len(atom.puts) > 1]
    first = bullets[-1] + 1 if bullets else len(body)
    least = setting.scale.base * how.apart
    return [atom.with_break(before=max(atom.before, least * (index == first))) for index, atom in enumerate(body)]


def _can_be_parted(setting: Setting, key: str, level: HelpLevel) -> bool:
    return key == "urgent" and not level.where and main_number(setting.voice) is not None


def _lead_apart(
    setting: Setting, heading: Element, key: str, level: HelpLevel, width: float, *, with_number: bool
) -> TextPiece:
    """The label over signs that stand under a fold: `with_number` where one line holds it, so that whoever sees this
    side of the fold alone has it."""
    said, scale = label_words(setting.voice, key, level), setting.scale.body
    if with_number and setting.natural_width(said, scale) + 0.5 <= width:
        return setting.text(heading, said, width, scale)
    today = [Text(setting.voice.word(f"{key}_no_number"), strong=True), Text(f" {lead_in(setting.voice, key, level)}")]
    return setting.text(heading, today, width, setting.scale.h3)


def _numbers(setting: Setting) -> list[Runs]:
    """The clinic's main line by its own name, and whom to call when it is closed."""
    line, closed = main_number(setting.voice), when_closed(setting.voice)
    said: list[Runs] = [[line[0], Text(setting.voice.word("colon")), line[1]]] if line else []
    return [*said, closed] if closed else said


def _parted(setting: Setting, sect: Element, key: str, level: HelpLevel, width: float, how: ListedHelp) -> list[Atom]:
    """The numbers to call by themselves; and under their label when, and what else to do: no label stands twice."""
    size, tight = disc_size(setting, HELP_DISC) * how.disc, setting.unit * 0.25 * how.white
    hang = size + setting.scale.base * 0.7
    lines = [
        setting.text(sect.add("P"), said, width - hang, setting.scale.list if index else setting.scale.h3)
        for index, said in enumerate(_numbers(setting))
    ]
    words = merge([piece_atom(line) for line in lines])
    high = max(size, words.height)
    disc = icon_disc(setting, LEVEL_ICONS[key], size, LEVEL_DISCS[key])
    call = overlay(words.moved(hang, (high - words.height) / 2), disc.moved(0.0, (high - size) / 2))
    group = sect.add("Sect", ident=f"help-{key}")
    heading = group.add("H3" if how.is_titled else "H2", bookmark=level_label(setting.voice, key, level))
    indent = hang if how.is_hung else 0.0
    label = _lead_apart(setting, heading, key, level, width - indent, with_number=how.repeats_number)
    lead, signs = piece_atom(label), _how_signs_are_set(how)(setting, group, key, level, width - indent, ())
    first, *rest = _apart(signs, setting, how)
    return [call, merge([lead, first.with_break(before=tight), *rest]).moved(indent)]
