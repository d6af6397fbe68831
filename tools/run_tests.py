"""A fresh clone → all tests, run.

    python3 tools/run_tests.py

Makes the virtual environment .venv-test, installs handoutgen and what its tests need in it, and runs pytest. Words
after the command go to pytest, as in `python3 tools/run_tests.py tests/cli -x`. Unlike a bare `pytest`, this also
runs the tests that need the network and half a minute: those of the finished wheel.
"""

from __future__ import annotations

import os
import sys

from environment import prepare, run


def main(more: list[str]) -> None:
    """Install, then test, one process for each core unless told otherwise."""
    python = prepare(".venv-test", ".[test]", "./packages/handoutgen-cjk")
    os.environ["HANDOUTGEN_ALL_TESTS"] = "1"
    jobs = [] if any(word.startswith(("-n", "-p", "--pdb")) for word in more) else ["-n", "auto"]
    run([str(python), "-m", "pytest", *jobs, *more])


if __name__ == "__main__":
    main(sys.argv[1:])
