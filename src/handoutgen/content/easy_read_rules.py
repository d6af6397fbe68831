"""Rules between the keys of an Easy Read's picture: that there is one, of one kind, and words for who cannot see it."""

from __future__ import annotations

from functools import partial
from typing import Any

from handoutgen.content.easy_read import EasyPicture
from handoutgen.content.explain import Explanation, missing_key
from handoutgen.content.yaml.nodes import ModelPath
from handoutgen.content.yaml.source_map import SourceMap
from handoutgen.diagnostics import Collected, Diagnostic, Severity, Span

KINDS = ("icon", "pose", "file")
NO_PICTURE = Explanation(
    "HG022", "this line of Easy Read has no picture", "add icon:, pose: or file: with a name; each line has a picture."
)
TWO_PICTURES = Explanation("HG069", "a line of Easy Read has one picture", "keep one of icon, pose and file.")


def check_easy_picture(picture: dict[str, Any], at: ModelPath, sources: SourceMap, found: Collected) -> None:
    """What is missing in the picture of a line, or is there twice. A pose brings its own words."""
    kinds = [kind for kind in KINDS if sources.says((*at, kind))]
    if not kinds:
        _tell(NO_PICTURE, sources.owner_span(at), found)
    elif len(kinds) > 1:
        _tell(TWO_PICTURES, sources.key_span((*at, kinds[1])), found)
    elif kinds != ["pose"] and not sources.says((*at, "alt")):
        _tell(missing_key("alt", EasyPicture), sources.owner_span(at), found)


def _tell(told: Explanation, span: Span, found: Collected) -> None:
    make = partial(Diagnostic, told.code, Severity.ERROR, told.message, told.hint, span, told.label)
    found.note(told.code, Severity.ERROR, make)
