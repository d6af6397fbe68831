"""The exercises of a leaflet that have drawings, to do at home: two to a page in standard print, else each by itself
with a drawing that is large, and when to stop on every page.

After them four weeks of days to tick, what else the leaflet warns of, and when to get help.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from handoutgen.content.model import Leaflet
from handoutgen.content.strategies import Strategy
from handoutgen.content.yaml.nodes import ModelPath
from handoutgen.errors import HandoutError
from handoutgen.formats import Format, Options
from handoutgen.layout.blocks.brief_strategies import glance_list
from handoutgen.layout.blocks.exercises import pictured
from handoutgen.layout.blocks.footer import Footer, text_pages
from handoutgen.layout.blocks.help_whole import SPACE_ABOVE, whole_help_box
from handoutgen.layout.blocks.helpbox import help_box
from handoutgen.layout.blocks.sections import heading
from handoutgen.layout.blocks.tick_charts import Exercise, asked_first, tick_charts
from handoutgen.layout.flow.atoms import NEVER, Atom, total_height
from handoutgen.layout.flow.pagebreak import break_pages
from handoutgen.layout.forms.closer import CLOSER, CLOSEST, closer
from handoutgen.layout.forms.exercise_opening import SHEET_HEADS, SheetHead, opening
from handoutgen.layout.forms.exercise_pages import OVER_FOOTER, ExerciseSides, exercise_sides
from handoutgen.layout.forms.write_on_front import notes_to_fill
from handoutgen.layout.setting import Setting
from handoutgen.plan.element import Element
from handoutgen.plan.pages import Composed
from handoutgen.story.detail import is_warning
from handoutgen.story.glance import Glance, before_what_to_do, glances, keeps_safe


def compose(leaflet: Leaflet, setting: Setting, form: Format, options: Options) -> Composed:
    """Pages of exercises. Raises HandoutError when no exercise of the leaflet has a drawing."""
    shown = [(number, each) for number, each in enumerate(leaflet.strategies, start=1) if pictured(each.how)]
    exercises = [
        Exercise(strategy, number if len(shown) > 1 else None, how, figure)
        for number, strategy in shown
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
        settings += [closer(setting, scale.list, CLOSER), closer(setting, scale.small, CLOSEST)]
    return min((_composed(leaflet, each, exercises) for each in settings), key=lambda made: len(made.pages))


def _composed(leaflet: Leaflet, setting: Setting, exercises: Sequence[Exercise]) -> Composed:
    root = Element("Document", language=leaflet.spoken)
    footer = Footer(setting, leaflet)
    depth = setting.grid.depth - footer.height
    first, rest = before_what_to_do(leaflet, [each for each in glances(setting.voice, leaflet) if each.reminders])
    sides = _sides(setting, root, leaflet, exercises, first, depth)
    ending = [
        *asked_first(setting, root, sides.shortened),
        *tick_charts(setting, root, exercises, sides.undosed, depth),
        *_warnings(setting, root, rest),
    ]
    ending += _help_or_notes(setting, root, leaflet, depth, depth - total_height(ending))
    pages = [*sides.pages, *break_pages(ending, depth).pages]
    return Composed(root, text_pages(setting, pages, footer), claims=lambda path: _is_claimed(leaflet, path))


def _sides(
    setting: Setting, root: Element, leaflet: Leaflet, exercises: Sequence[Exercise], first: Sequence[Glance],
    depth: float,
) -> ExerciseSides:  # fmt: skip
    """The pages of the exercises under the richest opening for which nothing has to leave them, and what sections warn
    of that are read `first`."""
    sole = exercises[0].strategy if exercises[0].number is None else None

    def under(front: SheetHead, *, apart: bool = False) -> tuple[Element, ExerciseSides]:
        holder = Element("Document")
        head = opening(setting, holder, leaflet, sole, front)
        head += glance_list(setting, holder, first, setting.grid.line, with_brief=False)
        sides = exercise_sides(setting, holder, exercises, [] if apart else head, depth)
        if apart:
            sides.pages.insert(0, head)
        return holder, sides

    richest, *others, plain = SHEET_HEADS
    found = under(richest if setting.scale.is_large else plain)
    if setting.scale.is_large and _missed(found[1]) > (len(exercises), 0, 0):
        least = under(plain)
        tries = chain([found], map(under, others))
        found = next((each for each in tries if _missed(each[1]) <= _missed(least[1])), least)
    if first and sole is None:  # if that takes no page more, no exercise begins under it and goes on overleaf
        apart = under(richest if setting.scale.is_large else plain, apart=True)
        if _missed(apart[1]) < _missed(found[1]) or (found[1].begins_parted and _missed(apart[1]) == _missed(found[1])):
            found = apart
    root.kids += found[0].kids
    return found[1]


def _missed(sides: ExerciseSides) -> tuple[int, int, int]:
    """What a reader minds of these pages: how many they are, and what of theirs stands elsewhere."""
    return len(sides.pages), len(sides.shortened), len(sides.undosed)


def _help_or_notes(setting: Setting, root: Element, leaflet: Leaflet, depth: float, room: float) -> list[Atom]:
    """When to get help under what is on the last page, if these `room` pt hold it; else lines for notes fill that page,
    and when to get help has the next."""
    box = whole_help_box(setting, leaflet.help, room - setting.unit * (SPACE_ABOVE + OVER_FOOTER))
    notes = [] if box else notes_to_fill(setting, root, room - setting.unit * OVER_FOOTER)
    box = box or help_box(setting, leaflet.help, depth)
    root.kids.append(box.element)
    return [*(atom.with_break(cost=NEVER) for atom in notes), *box.atoms]


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


def _warnings(setting: Setting, root: Element, listed: Sequence[Glance]) -> list[Atom]:
    """What the leaflet's sections warn of."""
    if not listed:
        return []
    sect = root.add("Sect", ident="sections")
    head = heading(setting, sect, setting.voice.word("at_a_glance"), setting.grid.full)
    first, *rest = glance_list(setting, sect, listed, setting.grid.line, with_brief=False)
    return [head.with_break(before=setting.unit * 2), first.with_break(cost=NEVER), *rest]
