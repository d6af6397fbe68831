"""A content file into its bytes, of which there is an end."""

from __future__ import annotations

from pathlib import Path

from handoutgen.content.yaml.reader import MAX_BYTES
from handoutgen.errors import HandoutError, UsageProblem


def read_content(path: Path, most: int = MAX_BYTES) -> bytes:
    """The bytes of a content file, at most one more than `most`. Raises UsageProblem when there is none."""
    try:
        if path.is_fifo():
            raise HandoutError(f"{path} is a pipe, which may never end.", "Name a file.")
        with path.open("rb") as file:
            return file.read(most + 1)
    except FileNotFoundError as error:
        raise UsageProblem(
            f"There is no file {path}.", "Check the name; handoutgen list shows what there is."
        ) from error
    except IsADirectoryError as error:
        raise UsageProblem(f"{path} is a folder.", "Name the file inside it.") from error
    except (OSError, ValueError) as error:
        raise HandoutError(f"{path} cannot be read.", "Check that you may open it.") from error
