"""What is wrong with a picture: an exception that carries all a `Diagnostic` needs but its place in the YAML."""

from __future__ import annotations

from typing import Literal

from handoutgen.errors import HandoutError

Code = Literal["HG071", "HG072", "HG073", "HG074", "HG075", "HG076", "HG077", "HG078", "HG079"]
BROKEN: Code = "HG071"
"""The file is damaged: XML or image data that cannot be read."""
UNSAFE: Code = "HG072"
"""The file would run, load or expand something, or its name leads out of the figures folder."""
UNSUPPORTED: Code = "HG073"
"""The picture uses something that cannot be printed exactly."""
TOO_BIG: Code = "HG074"
"""Too many bytes, pixels, shapes or levels."""
NO_SHAPE: Code = "HG075"
"""Empty, without a size, or with numbers that make no sense."""
WRONG_KIND: Code = "HG076"
"""Not an SVG, PNG or JPEG file."""
NOT_THERE: Code = "HG077"
"""There is no such file."""
BLANK: Code = "HG078"
"""The picture is white, or see-through, all over: nothing of it shows on paper (warning)."""
COARSE: Code = "HG079"
"""The photograph has too few pixels for the size at which it is printed (warning)."""


class PictureProblem(HandoutError):  # noqa: N818 - named as its sisters in errors.py
    """A picture that cannot be used. `line` counts from 1 in an SVG file; 0 where lines make no sense."""

    def __init__(self, code: Code, message: str, hint: str, line: int = 0) -> None:
        super().__init__(message, hint)
        self.code = code
        self.hint = hint
        self.line = line
