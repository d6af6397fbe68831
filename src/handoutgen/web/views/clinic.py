"""The clinic's details: a form of its file, what is wrong at each field, and the paper before anything is saved."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from handoutgen.design.colour import contrast, readable
from handoutgen.diagnostics import Diagnostic
from handoutgen.errors import ContentRefused, HandoutError
from handoutgen.service.clinic_details import (
    MOST_PHONES,
    TEXTS,
    ClinicFile,
    TypedClinic,
    brought_together,
    clinic_file_from,
    read_clinic_file,
    usual_emergency,
)
from handoutgen.service.clinic_saving import ChangedMeanwhile, save_content
from handoutgen.service.traffic_light import Blocks
from handoutgen.web.choice import USUAL_PAPER, LeafletChoice, choice_of
from handoutgen.web.leading import lead_in, lets_lead
from handoutgen.web.pages import field_in, form_in, kept_in, page, site_in, spoken_in
from handoutgen.web.wanted import Wanted

LONGEST: Mapping[str, int] = {"address": 1_700, **dict.fromkeys(TEXTS, 700)}
"""Characters of a field that are read; the checks say which are too many, so it is more than they let pass."""
LONGEST_LINE = 400
PAPER_DPI = 110
MOST_TRIED = 3
LOGO_ENDINGS = (".svg", ".png", ".jpg", ".jpeg")


class ShownDetails(Struct, frozen=True):
    """The form as it is shown."""

    file: ClinicFile
    typed: Mapping[str, str]
    found: TypedClinic | None = None
    stopped: str = ""
    """Why nothing can be typed into this file at all."""
    in_the_way: Mapping[str, str] = field(default_factory=dict)
    """Field → what the file says now, where somebody else has changed it meanwhile."""
    taken: frozenset[str] = frozenset()
    """Fields that somebody else has changed meanwhile, and nobody here."""

    def told(self, name: str) -> Sequence[Diagnostic]:
        """What the checks say of a field."""
        return self.found.told.get(name, ()) if self.found else ()

    def is_wrong(self, name: str) -> bool:
        """Whether a field cannot be saved as it is."""
        return any(finding.is_error for finding in self.told(name))

    @property
    def wrong(self) -> int:
        """How many fields cannot be saved as they are."""
        return sum(self.is_wrong(name) for name in self.found.told) if self.found else 0

    @property
    def phones(self) -> Sequence[int]:
        """The phone lines that are there, and one more to fill in."""
        used = [index for index in range(MOST_PHONES) if any(self._phone(index))]
        return range(min(max(used, default=-1) + 2, MOST_PHONES))

    def _phone(self, index: int) -> Iterator[str]:
        yield from (self.typed[f"phones.{index}.{key}"] for key in ("label", "number", "hours"))


class PaperShown(Struct, frozen=True):
    """Pages as they would print, and what they are of."""

    title: str
    pictures: tuple[str, ...] = ()
    """As addresses that hold the picture themselves: what is typed is kept nowhere."""


def details(request: Request) -> Response:
    """`/clinic`; POST shows what was typed on paper, or saves it."""
    path = site_in(request).press.clinic_path()
    if path is None:
        return page(request, "told.html", heading="clinic.none", lines=["clinic.none_sub"])
    if request.method == "GET":
        file = read_clinic_file(path)
        return _shown(request, _checked(request, file, file.fields))
    if field_in(request, "do") == "save":
        with site_in(request).saving:
            return _saved(request, path)
    file = read_clinic_file(path)
    return _shown(request, _checked(request, file, typed_in_form(request, file)))


def typed_in_form(request: Request, file: ClinicFile) -> dict[str, str]:
    """What each field of the form has; what it has not is as in the file."""
    form = form_in(request)
    fields = {}
    for name, text in file.fields.items():
        said = form.get(name)
        typed = said[0].replace("\r\n", "\n") if said else text
        fields[name] = typed[: LONGEST.get(name, LONGEST_LINE)]
    return fields


def _checked(request: Request, file: ClinicFile, typed: Mapping[str, str]) -> ShownDetails:
    try:
        return ShownDetails(file, typed, site_in(request).press.typed_clinic(file, typed))
    except ContentRefused:
        raise
    except HandoutError as problem:
        return ShownDetails(file, typed, stopped=f"{problem.message} {problem.remedy}")


def _saved(request: Request, path: Path) -> Response:
    """Save what was typed, if it passes the checks and nobody has changed the file meanwhile."""
    file = read_clinic_file(path)
    shown = _checked(request, file, typed_in_form(request, file))
    if not lets_lead(request):
        return _shown(request, shown, 403, not_lead=True)
    opened = field_in(request, "opened")
    if opened != file.digest:
        return _brought(request, file, shown.typed, opened)
    if shown.found is None or shown.found.clinic is None:
        return _shown(request, shown, 422)
    now = datetime.fromtimestamp(site_in(request).clock())
    try:
        kept = save_content(path, shown.found.data, opened, now)
    except ChangedMeanwhile:
        return _shown(request, shown, 409, is_changed=True)
    except HandoutError as problem:
        return _shown(request, shown, 422, not_saved=problem.message)
    lost = "&lost=1" if shown.found.lost else ""
    return RedirectResponse(f"/clinic?saved={kept.stem}{lost}", 303)


def _brought(request: Request, file: ClinicFile, typed: Mapping[str, str], opened: str) -> Response:
    """Somebody else has changed the file since it was opened: nothing is saved, and both are shown."""
    before = site_in(request).opened.find(opened)
    both = brought_together(file, typed, clinic_file_from(before, file.path) if before else None)
    shown = _checked(request, file, both.fields)
    return _shown(request, replace(shown, in_the_way=both.in_the_way, taken=both.taken), 409, is_changed=True)


def _shown(
    request: Request,
    shown: ShownDetails,
    status: int = 200,
    *,
    is_changed: bool = False,
    not_lead: bool = False,
    not_saved: str = "",
) -> Response:
    site = site_in(request)
    clinic = shown.found.clinic if shown.found else None
    site.opened.keep(shown.file.digest, shown.file.data)
    kept = request.query_params.get("saved", "")
    return page(
        request,
        "clinic.html",
        status,
        shown=shown,
        is_changed=is_changed,
        not_lead=not_lead,
        lead=lead_in(request),
        not_saved=not_saved,
        saved=kept if _is_kept(shown.file.path, kept) else "",
        has_lost="lost" in request.query_params,
        lost=shown.found.lost if shown.found else (),
        logos=_logos(shown),
        look=_colour(request, shown.typed["colour"].strip()),
        country=_country(request, shown),
        on_paper=_paper(request, shown.found) if shown.found and shown.found.clinic else None,
        count=len(site.shelf.leaflets()),
        blocked=site.shelf.blocked_with(clinic) if clinic and _is_other(shown) else [],
    )


def _is_other(shown: ShownDetails) -> bool:
    """Whether anything was typed that the file does not say."""
    return bool(shown.found and shown.found.data != shown.file.data)


def _is_kept(path: Path, stem: str) -> bool:
    """Whether the address names a file that may be kept: nothing else that it says is shown."""
    return re.fullmatch(re.escape(path.stem) + "_[0-9_-]{1,24}", stem) is not None


def _logos(shown: ShownDetails) -> list[str]:
    """Pictures beside the clinic's file, and the one that is chosen, there or not."""
    try:
        there = [entry.name for entry in shown.file.path.parent.iterdir() if entry.suffix.lower() in LOGO_ENDINGS]
    except OSError:
        there = []
    return sorted({*there, *filter(None, [shown.typed["logo.file"]])})


def _colour(request: Request, typed: str) -> tuple[str, str, bool] | None:
    """The colour for a swatch, what is said of it, and whether it is as good as typed; None for what is no colour."""
    try:
        printed = readable(typed)
    except (ValueError, HandoutError):
        return None
    words = spoken_in(request)
    if printed != typed.lower():
        return printed, words.text("lead.darker"), False
    return printed, words.text("lead.contrast", ratio=f"{contrast(typed):.1f}"), True


def _country(request: Request, shown: ShownDetails) -> str:
    """What is said of an emergency number that is another one where the clinic is."""
    usual, typed = usual_emergency(shown.typed["locale"].strip()), shown.typed["emergency_number"].strip()
    if usual is None or typed in ("", usual[1]):
        return ""
    return spoken_in(request).text("lead.wrong_999", country=usual[0], n=usual[1], m=typed)


def _paper(request: Request, typed: TypedClinic) -> PaperShown:
    """The first page and the one with how to reach the clinic, of the first leaflet that can be made."""
    site = site_in(request)
    paper = typed.clinic.clinic.paper if typed.clinic else USUAL_PAPER
    for choice, title in list(_to_show(request, paper))[:MOST_TRIED]:
        try:
            data = site.press.for_typed(choice, typed).data
        except HandoutError:
            continue
        last = site.pictures.facts(data).sides
        sides = (site.pictures.picture(data, number, PAPER_DPI) for number in dict.fromkeys((1, last)))
        return PaperShown(title, tuple(f"data:image/png;base64,{base64.b64encode(side).decode()}" for side in sides))
    return PaperShown("")


def _to_show(request: Request, paper: str) -> Iterator[tuple[LeafletChoice, str]]:
    """Leaflets that could be shown: favourites first."""
    site = site_in(request)
    leaflets = site.shelf.leaflets()
    for name in dict.fromkeys([*(each for each in kept_in(request).now.favourites if each in leaflets), *leaflets]):
        choice = choice_of(leaflets[name], {}, Wanted(), paper)
        edition = leaflets[name].editions[choice.language]
        state = edition.standing.on(site.today())
        if state.blocks is not Blocks.UNTIL_A_REASON and not state.standing.mistakes and not state.standing.unreadable:
            yield choice, edition.title
