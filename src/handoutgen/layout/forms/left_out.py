"""What a form or depth leaves out, told to who builds it: nothing falls away in silence."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from handoutgen.content.audience import path_of
from handoutgen.content.helping import Help
from handoutgen.content.load import LoadedLeaflet
from handoutgen.content.model import Leaflet
from handoutgen.content.sections import Callout, Section
from handoutgen.content.strategies import Strategy
from handoutgen.content.values import Audience
from handoutgen.content.yaml.nodes import ModelPath
from handoutgen.diagnostics import Diagnostic, Severity, Span
from handoutgen.formats import Format
from handoutgen.plan.pages import Composed
from handoutgen.story.detail import is_warning, name_of
from handoutgen.story.glance import safe_paths
from handoutgen.story.help import levels_of

Claims = Callable[[ModelPath], bool]
"""Whether a form says a field in full, by its path in the leaflet that the form was composed of."""
ALL_LEVELS = "use --format a4-trifold or a4-summary for all of it."
TOLD = ("text", "steps", "do", "table", "brief")
"""What a section says beside what keeps readers safe."""


def only_in_full_depth(also: Sequence[str], loaded: LoadedLeaflet, *, beside: bool = False) -> tuple[Diagnostic, ...]:
    """A note of what the essential leaflet leaves out: `also` are the titles. `beside` another language it has no other
    depth."""
    if not also:
        return ()
    message = f"the essential leaflet leaves out: {'; '.join(also)}"
    hint = "the full leaflet has them: --detail full" + (", without --beside." if beside else ".")
    return (Diagnostic("HG304", Severity.NOTE, message, hint, loaded.sources.span(("title",))),)


def only_to_write_on(titles: Sequence[str], loaded: LoadedLeaflet, *, beside: bool = False) -> tuple[Diagnostic, ...]:
    """A note of what is on the sheet to write on: `titles` of its parts. `beside` another language a leaflet cannot
    have them."""
    if not titles:
        return ()
    message = f"left for a sheet to write on: {'; '.join(titles)}"
    added = "" if beside else ", or add it with --with write-on"
    hint = f"print that with --format write-on-a4 or write-on-letter{added}."
    return (Diagnostic("HG306", Severity.NOTE, message, hint, loaded.sources.span(("tools",))),)


def only_ticked(titles: Sequence[str], loaded: LoadedLeaflet) -> tuple[Diagnostic, ...]:
    """A note of the strategies that are left out because they are not ticked."""
    if not titles:
        return ()
    message = f"left out, as they are not chosen: {'; '.join(titles)}; what they warn of is in it"
    hint = "without --only-chosen they are in it too."
    return (Diagnostic("HG308", Severity.NOTE, message, hint, loaded.sources.span(("management",))),)


def no_room_for_words(form: Format, loaded: LoadedLeaflet) -> Diagnostic:
    """A note that a form is several copies, or for everybody, and does not say what is typed for one person."""
    message = f"what is typed for one person is not on it: the {form.title} is not for one"
    return Diagnostic("HG309", Severity.NOTE, message, "choose another format for it.", loaded.sources.span(("title",)))


def what_is_left_out(leaflet: Leaflet, composed: Composed, form: Format, loaded: LoadedLeaflet) -> Iterator[Diagnostic]:
    """A note for all that a form does not say of the leaflet it was composed of, which has not all the blocks of the
    file that was `loaded`: optional blocks and key points that there was no room for, sections, levels of help."""
    for block in composed.dropped:
        yield Diagnostic(
            "HG302", Severity.NOTE,
            f"“{name_of(block)}” is left out of the {form.title}: there is no room for it{_warnings_gone(block)}",
            "shorten the other texts if it should be in.", place_of(block, loaded),
        )  # fmt: skip
    claims, points = composed.claims, leaflet.key_points
    if claims is not None and not composed.retells:
        yield from _sections_left_out(leaflet, claims, form, loaded)
        yield from _levels_left_out(leaflet, claims, form, loaded)
    if claims is None or not claims(("key_points", 0)):
        return
    for index, point in enumerate(points):
        if not claims(("key_points", index)):
            yield Diagnostic(
                "HG303", Severity.NOTE, f"“{point}” is left out of the {form.title}: no room for this key point",
                "shorten the key points or the help signs, or put first what must be in.",
                loaded.sources.span(("key_points", index)),
            )  # fmt: skip


def _warnings_gone(block: Audience) -> str:
    """What a strategy warns of, or an important aside says, goes with it: whoever hands the form out must know."""
    if isinstance(block, Callout):
        return f", and it says: “{block.text}”" if is_warning(block) else ""
    if not isinstance(block, Strategy):
        return ""
    asides = [callout.text for callout in block.callouts if is_warning(callout)]
    kinds = (
        ("caution", [block.caution] if block.caution else []), ("stop if", block.stop_if),
        ("ask first if", block.ask_first), ("important", asides),
    )  # fmt: skip
    said = [f"{kind}: {' / '.join(f'“{text}”' for text in texts)}" for kind, texts in kinds if texts]
    return f"; its warnings go with it: {'; '.join(said)}" if said else ""


def _sections_left_out(leaflet: Leaflet, claims: Claims, form: Format, loaded: LoadedLeaflet) -> Iterator[Diagnostic]:
    """One note of the sections of which a short form says nothing but what keeps readers safe. What was put together
    for one person is no section of the file."""
    fixed = ((("about",), leaflet.about), (("causes",), leaflet.causes), (("symptoms",), leaflet.symptoms))
    in_file = {section.id: index for index, section in enumerate(loaded.leaflet.sections)}
    own = ((("sections", index), each) for index, each in enumerate(leaflet.sections) if each.id in in_file)
    sections: list[tuple[ModelPath, Section | None]] = [*fixed, *own]
    gone = {
        path: section
        for path, section in sections
        if section and not any(claims((*path, key)) for key in TOLD if getattr(section, key))
    }
    if not gone:
        return
    names = [str(getattr(section, "id", path[0])) for path, section in gone.items()]
    is_warned = all(claims(safe) for path, section in gone.items() for safe in safe_paths(section, path))
    warned = "; all that they warn of is in it" if is_warned else ", with what they warn of"
    hint = "the full leaflet has them." if is_warned else "hand out a leaflet that has them beside it."
    message = f"the {form.title} leaves out: {', '.join(names)}{warned}"
    first: ModelPath = ("sections", in_file[names[0]]) if names[0] in in_file else (names[0],)
    yield Diagnostic("HG305", Severity.NOTE, message, hint, loaded.sources.span(first))


def _levels_left_out(leaflet: Leaflet, claims: Claims, form: Format, loaded: LoadedLeaflet) -> Iterator[Diagnostic]:
    """One note of the help levels that a form with room for the first alone, or the first two, does not say."""
    is_said = {
        key: any(claims(("help", key, field, 0)) for field in ("signs", "groups")) for key, _ in levels_of(leaflet.help)
    }
    gone = [key for key, said in is_said.items() if not said]
    if gone and any(is_said.values()):
        what = "a level" if len(gone) == 1 else "levels"
        message = f"no room on the {form.title} for {what} of help: {', '.join(gone)}"
        yield Diagnostic("HG307", Severity.NOTE, message, ALL_LEVELS, loaded.sources.span(("help", gone[0])))
    said = [key for key, is_there in is_said.items() if is_there]
    yield from _actions_left_out(leaflet.help, said, claims, form, loaded)


def _actions_left_out(
    guide: Help, said: Sequence[str], claims: Claims, form: Format, loaded: LoadedLeaflet
) -> Iterator[Diagnostic]:
    """A note for each level whose signs are `said`, but not what else to do."""
    for key, level in levels_of(guide):
        paths = [("help", key, "action"), *(("help", key, "actions", index) for index in range(len(level.actions)))]
        texts = [level.action, *level.actions]
        if key in said and (gone := [t for path, t in zip(paths, texts, strict=True) if t and not claims(path)]):
            message = f"no room on the {form.title} for what else to do: “{' '.join(gone)}”"
            yield Diagnostic("HG307", Severity.NOTE, message, ALL_LEVELS, loaded.sources.span(("help", key)))


def place_of(block: Audience, loaded: LoadedLeaflet) -> Span:
    """Where a block stands in its file."""
    return loaded.sources.span(path_of(block, loaded.leaflet) or ())
