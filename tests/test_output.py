"""Files appear whole or not at all, and what stopped them is said in words a receptionist can act on."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from handoutgen.errors import HandoutError
from handoutgen.output import below, has_bytes, write_changed, write_new, write_whole


def left_in(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.rglob("*"))


def failing(error: int) -> object:
    def fail(*_: object, **__: object) -> None:
        raise OSError(error, os.strerror(error))

    return fail


def test_a_file_is_written_with_the_folders_it_needs(tmp_path: Path) -> None:
    write_whole(tmp_path / "a" / "b" / "leaflet.pdf", b"whole")
    assert (tmp_path / "a" / "b" / "leaflet.pdf").read_bytes() == b"whole"
    assert left_in(tmp_path) == ["a", "b", "leaflet.pdf"]


def test_an_older_file_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "leaflet.pdf"
    path.write_bytes(b"an older and longer one")
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert left_in(tmp_path) == ["leaflet.pdf"]


def test_others_may_read_the_file_as_they_may_read_any_new_file(tmp_path: Path) -> None:
    plain = tmp_path / "plain"
    plain.write_bytes(b"")
    write_whole(tmp_path / "leaflet.pdf", b"x")
    assert (tmp_path / "leaflet.pdf").stat().st_mode == plain.stat().st_mode


@pytest.mark.parametrize("where", ["write", "fsync", "replace"])
def test_a_full_disk_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    path = tmp_path / "leaflet.pdf"
    path.write_bytes(b"old")
    if where == "write":
        monkeypatch.setattr(Path, "open", failing(errno.ENOSPC))
    elif where == "fsync":
        monkeypatch.setattr(os, "fsync", failing(errno.ENOSPC))
    else:
        monkeypatch.setattr(Path, "replace", failing(errno.ENOSPC))
    with pytest.raises(HandoutError, match="the disk is full") as caught:
        write_whole(path, b"new")
    monkeypatch.undo()
    assert caught.value.remedy and str(path) in caught.value.message
    assert path.read_bytes() == b"old"
    assert left_in(tmp_path) == ["leaflet.pdf"]


def test_a_really_full_disk_leaves_nothing(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource", reason="no file-size limit to set on this system")
    signal = pytest.importorskip("signal")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
    try:
        with pytest.raises(HandoutError, match="full"):
            write_whole(tmp_path / "leaflet.pdf", b"x" * 100_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, ignored)
    assert left_in(tmp_path) == []


def test_ctrl_c_in_the_middle_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "leaflet.pdf", b"new")
    assert left_in(tmp_path) == []


def test_a_folder_with_the_files_name_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "leaflet.pdf").mkdir()
    with pytest.raises(HandoutError, match="a folder has that name"):
        write_whole(tmp_path / "leaflet.pdf", b"x")
    assert left_in(tmp_path) == ["leaflet.pdf"]


def test_a_file_in_place_of_the_output_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"mine")
    for path in (tmp_path / "out" / "leaflet.pdf", tmp_path / "out" / "deeper" / "leaflet.pdf"):
        with pytest.raises(HandoutError, match="a file has that name"):
            write_whole(path, b"x")
    assert (tmp_path / "out").read_bytes() == b"mine"


def test_a_name_that_is_too_long_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(HandoutError, match="too long") as caught:
        write_whole(tmp_path / ("n" * 400 + ".pdf"), b"x")
    assert "shorter" in caught.value.remedy
    assert left_in(tmp_path) == []


def test_a_file_open_in_a_viewer_says_close_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "replace", failing(errno.EACCES))  # as Windows answers: PermissionError
    with pytest.raises(HandoutError, match="open in another program") as caught:
        write_whole(tmp_path / "leaflet.pdf", b"x")
    assert "Close it" in caught.value.remedy
    assert left_in(tmp_path) == []


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (errno.EACCES, "no permission"),
        (errno.EROFS, "read-only"),
        (errno.EFBIG, "full"),
        (errno.EIO, "cannot be written: "),
    ],
)
def test_every_other_refusal_of_the_system_is_explained(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: int, words: str
) -> None:
    monkeypatch.setattr(Path, "open", failing(error))
    with pytest.raises(HandoutError, match=words) as caught:
        write_whole(tmp_path / "leaflet.pdf", b"x")
    assert caught.value.remedy


def test_a_new_file_never_takes_the_place_of_an_old_one(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_bytes(b"hours of work")
    with pytest.raises(HandoutError, match="exists already"):
        write_new(path, b"starter")
    assert path.read_bytes() == b"hours of work"


def test_a_new_file_that_cannot_be_finished_leaves_no_name_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", failing(errno.ENOSPC))
    with pytest.raises(HandoutError, match="full"):
        write_new(tmp_path / "mine.yaml", b"starter")
    assert left_in(tmp_path) == []
    monkeypatch.undo()
    write_new(tmp_path / "mine.yaml", b"starter")
    assert (tmp_path / "mine.yaml").read_bytes() == b"starter"


def test_a_path_below_a_folder_is_that_path(tmp_path: Path) -> None:
    assert below(tmp_path, "hill/x.pdf") == tmp_path / "hill/x.pdf"


@pytest.mark.parametrize("name", ["../x.pdf", "hill/../../x.pdf"])
def test_a_path_that_leads_out_of_its_folder_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(HandoutError, match="leads out of"):
        below(tmp_path / "out", name)


def test_an_out_folder_that_is_a_link_to_nowhere_is_named_as_such(tmp_path: Path) -> None:
    link = tmp_path / "out"
    try:
        link.symlink_to(tmp_path / "not-there", target_is_directory=True)
    except OSError:
        pytest.skip("this system lets us make no links")
    with pytest.raises(HandoutError, match="what it leads to is not there"):
        write_whole(link / "hill" / "x.pdf", b"x")
    assert not (tmp_path / "not-there").exists()


def test_a_file_that_has_the_bytes_already_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "a" / "page.html"
    assert write_changed(path, b"one")
    os.utime(path, ns=(1, 1))
    assert not write_changed(path, b"one")
    assert path.stat().st_mtime_ns == 1
    assert write_changed(path, b"two")
    assert write_changed(path, b"longer")
    assert path.read_bytes() == b"longer"


def test_what_is_no_file_or_another_has_not_the_bytes(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes(b"one")
    assert has_bytes(tmp_path / "page.html", b"one")
    assert not has_bytes(tmp_path / "page.html", b"two")
    assert not has_bytes(tmp_path / "gone.html", b"one")
    assert not has_bytes(tmp_path, b"")
