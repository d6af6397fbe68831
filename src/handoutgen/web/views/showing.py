"""What is shown to the person, or laid on the desk: the same words in every print size, and the measure of a screen."""

from __future__ import annotations

import re

from starlette.requests import Request
from starlette.responses import Response

from handoutgen.formats import SIZES
from handoutgen.web.choice import LARGER, LeafletChoice
from handoutgen.web.pages import page, query_in, site_in, spoken_in
from handoutgen.web.samples import passage_of
from handoutgen.web.views.choosing import choice_in

LETTERS = "ABCD"


def show(request: Request) -> Response:
    """`/l/<id>/show`: full screen, to be turned to the person. Each size is a button with its letter."""
    choice = choice_in(request, query_in(request))
    leaflet = site_in(request).shelf.leaflets()[choice.leaflet]
    lettered = [(letter, choice.but(size=size)) for letter, size in zip(LETTERS, SIZES, strict=True)]
    others = [choice.but(language=tag) for tag in leaflet.languages if tag != choice.language]
    return page(
        request,
        "show.html",
        choice=choice,
        lettered=lettered,
        others=others,
        larger=[choice.but(size=size) for size in LARGER],
        passage=_passage(request, choice),
    )


def size_card(request: Request) -> Response:
    """`/size-card`: the print sizes on a sheet for the desk, to be printed by the browser at 100 %."""
    text = spoken_in(request).text("show.sample").unescape()
    first = re.split(r"(?<=[.!?])\s+", text)[0]
    return page(request, "size_card.html", sizes=[*SIZES, *LARGER], sample=first)


def measure(request: Request) -> Response:
    """`/measure`: how large a millimetre is on this screen, by a bank card. The script keeps it on this computer."""
    return page(request, "measure.html")


def _passage(request: Request, choice: LeafletChoice) -> str:
    site = site_in(request)
    leaflet = site.leaflet_of(choice)
    return passage_of(leaflet) if leaflet else site.shelf.leaflets()[choice.leaflet].editions[choice.language].title
