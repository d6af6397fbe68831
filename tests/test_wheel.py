"""What is published is what works: the wheel, in an empty environment and an empty folder, far from this repository."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pypdfium2
import pytest

PROJECT = Path(__file__).parents[1]

pytestmark = pytest.mark.skipif(
    not os.environ.get("HANDOUTGEN_ALL_TESTS"), reason="half a minute and the network: tools/run_tests.py runs it"
)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("pip", reason="this environment has no pip of its own")
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder), str(PROJECT)],
        check=True,
    )
    return next(folder.glob("handoutgen-*.whl"))


@pytest.fixture(scope="module")
def elsewhere(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `handoutgen` command of an environment that holds the wheel and nothing of this repository."""
    folder = tmp_path_factory.mktemp("elsewhere")
    venv.EnvBuilder(with_pip=False).create(folder)
    scripts = folder / ("Scripts" if os.name == "nt" else "bin")
    python = scripts / ("python.exe" if os.name == "nt" else "python")
    subprocess.run([sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", str(wheel)], check=True)
    return scripts / ("handoutgen.exe" if os.name == "nt" else "handoutgen")


def outside() -> dict[str, str]:
    """This process's environment without what could lead back to the repository."""
    return {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "VIRTUAL_ENV", "COV_"))}


def test_the_wheel_carries_leaflets_figures_fonts_icons_and_every_licence(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()

    def some(start: str, end: str) -> list[str]:
        return [name for name in names if name.startswith(start) and name.endswith(end)]

    assert "handoutgen/library/handouts/leg-cramps-ms/en-GB.yaml" in names
    assert "handoutgen/library/handouts/leg-cramps-ms/figures/where-cramps-happen.svg" in names
    assert "handoutgen/library/handouts/poses/ankle-foot/calf-wall.svg" in names
    assert (
        len(some("handoutgen/library/handouts/poses/", ".yaml"))
        == len(some("handoutgen/library/handouts/poses/", ".svg"))
        >= 60
    )
    assert some("handoutgen/library/fonts/", ".ttf")
    assert some("handoutgen/design/icons/", ".svg")
    licences = [name for name in names if "licen" in name.lower() or "OFL" in name]
    assert any("/fonts/" in name for name in licences), "the fonts' licence"
    assert any("/icons/" in name for name in licences), "the icons' licence"
    assert any("dist-info" in name for name in licences), "our own licence"
    assert not [name for name in names if name.startswith("tests/") or name.endswith(".pyc")]


def test_every_file_that_the_package_needs_from_the_repository_is_in_the_wheel(wheel: Path) -> None:
    if not (PROJECT / ".git").exists():
        pytest.skip("git knows what belongs to the project, and this is no checkout")
    names = set(zipfile.ZipFile(wheel).namelist())
    listed = subprocess.run(
        ["git", "ls-files", "src/handoutgen", "handouts", "fonts"],
        cwd=PROJECT, capture_output=True, text=True, check=True, encoding="utf-8",
    ).stdout.splitlines()  # fmt: skip
    expected = {
        name.removeprefix("src/") if name.startswith("src/") else f"handoutgen/library/{name}" for name in listed
    }
    assert listed
    assert expected - names == set()


def test_the_command_builds_a_library_leaflet_in_an_empty_folder(elsewhere: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [str(elsewhere), "build", "leg-cramps-ms", "--size", "standard", "--size", "giant"],
        cwd=tmp_path, env=outside(), capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    made = sorted((tmp_path / "out").glob("leg-cramps-ms_*.pdf"))
    assert len(made) == 2
    for path in made:
        document = pypdfium2.PdfDocument(path)
        assert len(document) >= 2
        document.close()


def test_the_installed_command_knows_its_leaflets(elsewhere: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [str(elsewhere), "list", "--json"],
        cwd=tmp_path, env=outside(), capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert '"leg-cramps-ms"' in done.stdout
