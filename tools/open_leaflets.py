"""A fresh clone → the page on which staff find, see and print leaflets, open in the browser.

    python3 tools/open_leaflets.py

Makes the virtual environment .venv-web, installs handoutgen with what the page needs and serves a made-up clinic. Words
after the command go to `handoutgen serve`, as in `python3 tools/open_leaflets.py --clinic old-quay-neurology`.
"""

from __future__ import annotations

import sys

from environment import prepare, run

CLINIC = ("--clinic", "riverside-neurology")


def main(more: list[str]) -> None:
    """Install, then serve."""
    python = prepare(".venv-web", ".[web]")
    run([str(python), "-m", "handoutgen", "serve", *(() if "--clinic" in more else CLINIC), *more])


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except KeyboardInterrupt:
        sys.exit(0)
