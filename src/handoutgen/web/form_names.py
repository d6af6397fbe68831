"""What a printed form is called on the pages."""

from __future__ import annotations

from handoutgen.web.choice import PAPERS, LeafletChoice
from handoutgen.web.wording import PageWords

_KEYS = {"leaflet": "leaflet", "sheet": "onesheet", "poster": "poster_name"}
"""Where the key is not the form's own name."""


def form_name(words: PageWords, choice: LeafletChoice) -> str:
    """The form by its name, with the paper where that is part of it."""
    key = _KEYS.get(choice.form, choice.form)
    return words.text(f"form.{key}", paper=PAPERS[choice.paper]).unescape()
