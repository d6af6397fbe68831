"""SECURITY.md names each library and the oldest version of it that is allowed, as pyproject.toml does."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
_REQUIREMENT = re.compile(r"([a-z0-9-]+)(?:>=|==)([0-9.]+)")
_ROW = re.compile(r"^\| ([a-z0-9-]+)[^|]* \| ([0-9.]+)[^|]*\|", re.MULTILINE)


def allowed() -> dict[str, str]:
    """The libraries a user gets, with the oldest version of each."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    asked = [*project["dependencies"], *extras["dask"], *extras["dictionary"]]
    matches = [_REQUIREMENT.match(each) for each in asked]
    return {match[1]: match[2].rstrip(".") for match in matches if match}


def test_each_library_has_its_row_with_the_version_that_is_asked_for() -> None:
    said = dict(_ROW.findall((ROOT / "SECURITY.md").read_text(encoding="utf-8")))
    assert len(allowed()) == 14
    assert said == allowed()


def test_tests_run_with_no_older_scheduler_than_users_get() -> None:
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    assert extras["dask"][0] in extras["test"]
