"""A picture's path → its bytes, never more than asked for, with a plain word when there is no such file."""

from __future__ import annotations

from pathlib import Path

from handoutgen.pictures.problem import NOT_THERE, TOO_BIG, PictureProblem


def read_bytes(path: Path, most: int) -> bytes:
    """The file's bytes; `PictureProblem` when it is missing, not a file, or larger than `most` bytes."""
    try:
        if not path.is_file():
            raise PictureProblem(NOT_THERE, f'there is no picture "{path.name}"', "check the file's name")
        data = b""
        is_too_large = path.stat().st_size > most
        if not is_too_large:
            with path.open("rb") as stream:
                data = stream.read(most + 1)
    except OSError as error:
        raise PictureProblem(
            NOT_THERE,
            f'the picture "{path.name}" cannot be opened: {error.strerror}',
            "let everybody read the file, or copy it again",
        ) from None
    if is_too_large or len(data) > most:
        raise PictureProblem(
            TOO_BIG, f'the picture "{path.name}" has more than {most / 1e6:g} MB',
            "save it smaller: at most 300 dots per inch at the size it is printed",
        )  # fmt: skip
    return data
