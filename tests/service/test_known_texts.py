"""What is remembered of texts is never older than the files, and a spoilt memory is no memory."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from approval.approved_texts import changed, text_of
from approval.test_content_text import SVG, with_figure
from handoutgen.approval.kept_copies import APPROVED
from handoutgen.library.peek import peek_leaflet
from handoutgen.service import known_texts
from handoutgen.service.known_texts import FILE, KnownTexts
from handoutgen.workshop import Workshop

SPOILT = [
    b"", b"[", b"[]", b"7", b'{"a": "b"}', b'{"' + b"0" * 64 + b'": 7}', b"\xff" * 200, b"[" * 100_000,
]  # fmt: skip


@pytest.fixture
def place(tmp_path: Path) -> Path:
    folder = tmp_path / "clinics" / APPROVED
    folder.mkdir(parents=True)
    return folder / FILE


class Never(Workshop):
    """One that must not be asked."""

    def leaflet(self, path: Path) -> object:  # type: ignore[override]
        raise AssertionError(path)


def asked(project: Path, path: Path, workshop: Workshop) -> str:
    texts = KnownTexts(project, workshop)
    digest = texts.digest_of(peek_leaflet(path))
    texts.keep()
    return digest


def test_what_was_read_once_is_not_read_again(tmp_path: Path, place: Path) -> None:
    path = with_figure(tmp_path)
    first = asked(tmp_path, path, Workshop())
    assert first == text_of(path).digest and place.is_file()
    assert asked(tmp_path, path, Never()) == first


def test_an_edit_of_words_or_drawings_is_never_missed(tmp_path: Path, place: Path) -> None:
    path = with_figure(tmp_path)
    first = asked(tmp_path, path, Workshop())
    (path.parent / "figures" / "calf.svg").write_text(SVG.replace("M5", "M6"), encoding="utf-8")
    second = asked(tmp_path, path, Workshop())
    path.write_text(path.read_text(encoding="utf-8").replace("Do this", "Do that"), encoding="utf-8")
    assert len({first, second, asked(tmp_path, path, Workshop())}) == 3


def test_an_update_of_the_program_forgets_all(tmp_path: Path, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = changed(tmp_path)
    asked(tmp_path, path, Workshop())
    monkeypatch.setattr(known_texts, "__version__", "999")
    with pytest.raises(AssertionError):
        asked(tmp_path, path, Never())


@pytest.mark.parametrize("data", SPOILT, ids=[str(index) for index in range(len(SPOILT))])
def test_a_spoilt_memory_is_none_and_is_made_anew(tmp_path: Path, place: Path, data: bytes) -> None:
    place.write_bytes(data)
    path = changed(tmp_path)
    assert asked(tmp_path, path, Workshop()) == text_of(path).digest
    assert list(json.loads(place.read_bytes()).values()) == [text_of(path).digest]


def test_a_leaflet_that_cannot_be_read_has_no_digest_and_is_not_remembered(tmp_path: Path, place: Path) -> None:
    path = changed(tmp_path, lambda text: text.replace("what: ", "waht: "))
    assert asked(tmp_path, path, Workshop()) == "" and not place.exists()


def test_where_nothing_was_ever_approved_nothing_is_written(tmp_path: Path) -> None:
    path = changed(tmp_path)
    assert asked(tmp_path, path, Workshop()) == text_of(path).digest
    assert not (tmp_path / "clinics").exists()
