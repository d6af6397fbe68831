"""A file that would hold up a computer is refused in plain words by a process that may end without harm."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from fuzz.pdf_monsters import MONSTERS, plain
from fuzz.pdf_mutations import written
from handoutgen.errors import HandoutError
from handoutgen.pdf.reading.inspect import inspect_pdf
from handoutgen.pdf.reading.inspector import Inspector, _refusal
from handoutgen.pdf.reading.limits import LARGEST_FILE, MOST_MEMORY, MOST_TOLD
from handoutgen.pdf.reading.own_memory import own_memory
from handoutgen.pdf.reading.watched import TOO_LONG, TOO_MUCH_MEMORY, _answer, _told
from handoutgen.pdf.writing.render import render
from handoutgen.text.fontbook import FontBook
from pdf.sample_plan import flat_plan


@pytest.fixture(scope="module")
def inspector() -> Iterator[Inspector]:
    with Inspector() as inspector:
        yield inspector


def saved(folder: Path, data: bytes) -> Path:
    path = folder / "näme with spaces.pdf"
    path.write_bytes(data)
    return path


def test_another_process_tells_the_same_facts(inspector: Inspector, fonts: FontBook, tmp_path: Path) -> None:
    data = render(flat_plan(fonts), fonts)
    path = saved(tmp_path, data)
    assert inspector.facts_of(path) == inspect_pdf(data)
    assert inspector.facts_of(path) == inspect_pdf(data)


def test_too_much_memory_is_refused_and_the_next_file_is_told_about(inspector: Inspector, tmp_path: Path) -> None:
    with pytest.raises(HandoutError, match=r"more than \d+ MB of memory") as refused:
        inspector.facts_of(saved(tmp_path, MONSTERS["a page that unpacks to 400 MB"]()))
    assert refused.value.remedy
    assert inspector.facts_of(saved(tmp_path, written(plain()))).page_sizes == ((99, 99),)


def test_a_process_that_ended_by_itself_is_no_fault_of_ours(tmp_path: Path) -> None:
    path = saved(tmp_path, written(plain()))
    with Inspector() as inspector:
        inspector.facts_of(path)
        process = inspector._process
        assert isinstance(process, subprocess.Popen)
        process.kill()
        process.wait()
        with pytest.raises(HandoutError, match="damaged"):
            inspector.facts_of(path)
        assert inspector.facts_of(path)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (TOO_LONG, "3.5 seconds"),
        (TOO_MUCH_MEMORY, "320 MB"),
        (-11, "damaged"),
        (3221225477, "damaged"),
        (None, "damaged"),
    ],
)
def test_each_end_of_the_process_says_something_of_the_file(code: int | None, words: str) -> None:
    assert words in _refusal(code).message


def test_a_file_larger_than_any_leaflet_is_refused_without_reading_it(inspector: Inspector, tmp_path: Path) -> None:
    path = saved(tmp_path, b"%PDF-1.7\n")
    os.truncate(path, LARGEST_FILE + 1)
    with pytest.raises(HandoutError, match="larger than 100 MB"):
        inspector.facts_of(path)
    with path.open("r+b") as file:
        file.write(b"no such file")
    with pytest.raises(HandoutError, match="not a PDF"):
        inspector.facts_of(path)


@pytest.mark.parametrize("data", [b"", b"%PD", b"id: my-leaflet\n"])
def test_what_is_no_pdf_is_refused_by_its_first_bytes(inspector: Inspector, data: bytes, tmp_path: Path) -> None:
    with pytest.raises(HandoutError, match="not a PDF"):
        inspector.facts_of(saved(tmp_path, data))


def test_a_folder_is_called_a_folder(inspector: Inspector, tmp_path: Path) -> None:
    with pytest.raises(HandoutError, match="is a folder"):
        inspector.facts_of(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a pipe with a name is not known to this system")
def test_what_has_no_end_is_not_opened(inspector: Inspector, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.pdf"
    os.mkfifo(pipe)
    with pytest.raises(HandoutError, match="not a file"):
        inspector.facts_of(pipe)


def test_a_missing_file_is_the_systems_refusal(inspector: Inspector, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        inspector.facts_of(tmp_path / "nosuch.pdf")
    assert "cannot be read" in _answer(tmp_path / "nosuch.pdf", lambda facts: None)["refused"][0]


def test_an_answer_beyond_measure_is_not_told() -> None:
    assert b'"facts"' in _told({"facts": "x"}, last=False)
    assert b"says more than can be told" in _told({"facts": "x" * MOST_TOLD}, last=False)


def test_a_process_knows_what_it_holds() -> None:
    # a process of its own: one that has run many tests has room to give without asking for more
    held = "held = bytearray(b'x') * 50_000_000"
    program = f"from handoutgen.pdf.reading.own_memory import own_memory as own; a = own(); {held}; print(a, own())"
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    before, after = map(int, told.split())
    assert 5_000_000 < before < MOST_MEMORY
    assert 0.9 * 50_000_000 < after - before < 2 * 50_000_000
    assert own_memory() > 5_000_000
