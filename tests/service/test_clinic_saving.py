from __future__ import annotations

import hashlib
import os
import stat
from datetime import datetime
from pathlib import Path

import pytest

from handoutgen import output
from handoutgen.errors import HandoutError
from handoutgen.library.files import clinic_files
from handoutgen.service.clinic_saving import ChangedMeanwhile, save_content
from service.small_project import write_clinic

NOW = datetime(2026, 11, 26, 18, 15, 0)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return write_clinic(tmp_path, "hill")


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_the_file_before_is_kept_where_nobody_looks_for_clinics(path: Path) -> None:
    old = path.read_bytes()
    kept = save_content(path, b"new", digest(path), NOW)
    assert (path.read_bytes(), kept.read_bytes()) == (b"new", old)
    assert kept == path.parent / "earlier" / "hill_2026-11-26_181500.yaml"
    assert clinic_files(path.parents[1]) == {"hill": path}


def test_two_saves_in_one_second_are_both_kept(path: Path) -> None:
    names = [save_content(path, f"{n}".encode(), digest(path), NOW).name for n in range(3)]
    assert len(set(names)) == 3
    assert (path.parent / "earlier" / names[2]).read_bytes() == b"1"


def test_a_file_that_changed_meanwhile_stays_as_it_is(path: Path) -> None:
    opened = digest(path)
    path.write_bytes(b"somebody else's")
    with pytest.raises(ChangedMeanwhile):
        save_content(path, b"mine", opened, NOW)
    assert path.read_bytes() == b"somebody else's"
    assert not (path.parent / "earlier").exists()


def test_a_disk_that_refuses_leaves_the_file_and_no_copy(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = path.read_bytes()

    def refuse(temporary: Path, place: Path) -> None:
        if place == path:
            temporary.unlink()
            raise HandoutError("the disk is full")
        temporary.replace(place)

    monkeypatch.setattr(output, "replace_whole", refuse)
    with pytest.raises(HandoutError, match="full"):
        save_content(path, b"new", digest(path), NOW)
    assert path.read_bytes() == old
    assert list((path.parent / "earlier").iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="links need rights on Windows")
def test_of_a_link_the_file_it_leads_to_is_changed(path: Path, tmp_path: Path) -> None:
    real = tmp_path / "shared.yaml"
    path.rename(real)
    path.symlink_to(real)
    save_content(path, b"new", digest(path), NOW)
    assert path.is_symlink() and real.read_bytes() == b"new"


@pytest.mark.skipif(os.name != "posix", reason="Windows has other rights")
def test_who_could_change_the_old_file_can_change_the_new_one(path: Path) -> None:
    path.chmod(0o660)
    kept = save_content(path, b"new", digest(path), NOW)
    assert [stat.S_IMODE(each.stat().st_mode) for each in (path, kept)] == [0o660, 0o660]
