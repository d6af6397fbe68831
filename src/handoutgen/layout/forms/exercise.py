"""The exercises of a leaflet that have drawings, to do at home: two to a page in standard print, else each by itself
with a drawing that is large; boxes for how much, four weeks to tick, and when to stop at the foot of every page.

What else the leaflet warns of, and when to get help, stand on the last page.
"""

from __future__ import annotations

from collections.abc import Sequence

from handoutgen.content.model import Leaflet
from handoutgen.content.strategies import Strategy
from handoutgen.content.yaml.nodes import ModelPath
from handoutgen.errors import HandoutError
from handoutgen.formats import Format, Options
from handoutgen.layout.blocks.brief_strategies import glance_list
from handoutgen.layout.blocks.exercises import pictured
from handoutgen.layout.blocks.footer import Footer, text_pages
from handoutgen.layout.blocks.help_rows import help_rows
from handoutgen.layout.blocks.helpbox import HelpBox, help_box, whole_help_box
from handoutgen.layout.flow.atoms import NEVER, Atom, piece_atom, total_height
from handoutgen.layout.flow.pagebreak import break_pages
from handoutgen.layout.forms.closer import CLOSER, CLOSEST, closer
from handoutgen.layout.forms.exercise_pages import Exercise, exercise_sides, opening
from handoutgen.layout.setting import Setting
from handoutgen.plan.element import Element
from handoutgen.plan.pages import Composed
from handoutgen.story.detail import is_warning
from handoutgen.story.glance import glances, keeps_safe


def compose(leaflet: Leaflet, setting: Setting, form: Format, options: Options) -> Composed:
    """Pages of exercises. Raises HandoutError when no exercise of the leaflet has a drawing."""
    exercises = [
        Exercise(strategy, number, how, figure)
        for number, strategy in enumerate(leaflet.strategies, start=1)
        for how, figure in pictured(strategy.how)
    ]
    if not exercises and setting.voice.out_of:
        raise HandoutError(
            f"{leaflet.id}: none of the chosen strategies has an exercise with a picture.",
            "Choose one that has, print the others too (without --only-chosen), or choose another format.",
        )
    if not exercises:
        raise HandoutError(
            f"{leaflet.id} has no exercises with a picture.",
            "Give a way to do a strategy a figure, or choose another format.",
        )
    scale = setting.scale
    settings = [setting]
    if setting.grid.has_columns:  # as close as it takes to have two on a page
        settings = [closer(setting, scale.list, CLOSER), closer(setting, scale.small, CLOSEST)]
    ways = [(each, help_first) for help_first in (False, True) for each in settings]
    return min((_composed(leaflet, *way, exercises) for way in ways), key=lambda made: len(made.pages))


def _composed(leaflet: Leaflet, setting: Setting, help_first: bool, exercises: Sequence[Exercise]) -> Composed:
    root = Element("Document", language=leaflet.language)
    footer = Footer(setting, leaflet)
    depth = setting.grid.depth - footer.height
    pages: list[Sequence[Atom]] = []
    top = opening(setting, root, leaflet, with_call=not help_first)
    room = depth - total_height(top) - setting.unit * 2
    box = _help_box(setting, leaflet, room) if help_first else None
    if help_first and box is None:
        return _composed(leaflet, setting, False, exercises)
    if box:  # where a first page has no room for an exercise
        root.kids.append(box.element)
        pages, top = [[*top, *box.atoms]], []
    pages += exercise_sides(setting, root, exercises, top, depth)
    ending = _ending(setting, root, leaflet, depth, with_help=box is None)
    pages += break_pages(ending, depth).pages if ending else ()
    return Composed(root, text_pages(setting, pages, footer), claims=lambda path: _is_claimed(leaflet, path))


def _help_box(setting: Setting, leaflet: Leaflet, room: float) -> HelpBox | None:
    whole = whole_help_box(setting, leaflet.help, room)
    return whole or help_rows(setting, leaflet.help, room)


def _is_claimed(leaflet: Leaflet, path: ModelPath) -> bool:
    match path:
        case ("title",) | ("help", *_):
            return True
        case ("management", "strategies", int(place), *below):
            return _says(leaflet.strategies[place], tuple(below))
    return keeps_safe(leaflet, path)


def _says(strategy: Strategy, field: ModelPath) -> bool:
    if not pictured(strategy.how):
        return False
    match field:
        case ("title",) | ("how_often",) | ("caution",) | ("stop_if", _) | ("ask_first", _):
            return True
        case ("callouts", int(place), _):
            return is_warning(strategy.callouts[place])
        case ("how", int(place), "title") | ("how", int(place), "steps", _) | ("how", int(place), "dose_box", _):
            return bool(strategy.how[place].figure)
    return False


def _ending(setting: Setting, root: Element, leaflet: Leaflet, depth: float, *, with_help: bool) -> list[Atom]:
    """What the leaflet's sections warn of, and when to get help if that is not said before."""
    atoms: list[Atom] = []
    listed = [glance for glance in glances(setting.voice, leaflet) if glance.reminders]
    if listed:
        sect = root.add("Sect", ident="sections")
        title = setting.voice.word("at_a_glance")
        words = setting.text(
            sect.add("H2", bookmark=title), title, setting.grid.full, setting.scale.h2, bold=True,
            colour=setting.palette.accent,
        )  # fmt: skip
        first, *rest = glance_list(setting, sect, listed, setting.grid.line, with_brief=False)
        atoms = [piece_atom(words), first.with_break(cost=NEVER), *rest]
    if not with_help:
        return atoms
    box = help_box(setting, leaflet.help, depth)
    root.kids.append(box.element)
    return [*atoms, *box.atoms]
