"""Parts of a page that were read before say what they say when they are read anew, and nothing wrong is remembered."""

from __future__ import annotations

import pytest
from msgspec.structs import astuple

from handoutgen.memory import Bound, Memory
from handoutgen.pdf.reading.content import ContentReader
from handoutgen.pdf.reading.content_parts import ReadPart, ends_of_parts, is_whole

SOUND = (
    b"BT\n/H1<</MCID 0>>BDC\n10 20 Td /F1 12 Tf [<00010002>] TJ\nEMC\nET\n"
    b"/Artifact BMC\nq 2 w 1 1 m 9 9 l S Q\nEMC\n"
    b"BT\n/P<</MCID 1>>BDC\n0 -14 Td /F1 12 Tf [<0003>] TJ\nEMC\nET"
)
WRONG = (
    SOUND.replace(b"MCID 0>>BDC\n", b"MCID 0>>BDC\nEMC\n"),
    SOUND.replace(b"/P<</MCID 1>>BDC\n", b""),
    SOUND.replace(b"S Q", b"S"),
    SOUND.replace(b"\nET\n/Art", b"\n/Art"),
    SOUND.replace(b"9 l S", b"9 l nonsense"),
    SOUND.replace(b"\nEMC\nET\n/Art", b"\nET\n/Art"),
)
ODD = (
    b"/P<</MCID 0>>BDC BT /F1 9 Tf (\nEMC\n) Tj ET EMC",
    b"/P<</MCID 0>>BDC BT /F1 9 Tf % a remark\nEMC\n[<0001>] TJ ET EMC",
    b"/P<</MCID 0>>BDC BT /F1 9 Tf [<0001>\nEMC\n<0002>] TJ ET EMC",
    b"/P<</MCID 0\nEMC\n>>BDC BT /F1 9 Tf [<0001>] TJ ET EMC",
    b"q 2 0 0 2 0 0 cm\n" + SOUND + b"\nQ",
    b"",
)


def known() -> Memory[ReadPart]:
    return Memory(Bound(100))


@pytest.mark.parametrize("content", [SOUND, *WRONG, *ODD])
@pytest.mark.parametrize("before", [b"", SOUND, *WRONG])
def test_a_stream_is_read_as_it_would_be_had_nothing_been_read_before(content: bytes, before: bytes) -> None:
    memory = known()
    ContentReader(memory).read(before)
    alone = astuple(ContentReader().read(content))
    assert astuple(ContentReader(memory).read(content)) == alone
    assert astuple(ContentReader(memory).read(content)) == alone


def test_what_was_read_before_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    memory = known()
    ContentReader(memory).read(SOUND)
    read: list[bytes] = []
    monkeypatch.setattr(ContentReader, "_read_now", lambda self, content: read.append(content))
    ContentReader(memory).read(SOUND)
    assert read == []


def test_a_mark_that_stands_elsewhere_is_read_again() -> None:
    memory = known()
    here = ContentReader(memory).read(SOUND).texts
    there = ContentReader(memory).read(SOUND.replace(b"10 20 Td", b"11 20 Td")).texts
    assert [(text.x, text.y) for text in here] == [(10, 20), (0, -14)]
    assert [(text.x, text.y) for text in there] == [(11, 20), (0, -14)]


def test_parts_end_behind_lines_that_end_something() -> None:
    ends = ends_of_parts(SOUND)
    assert [SOUND[:end].rsplit(b"\n", 2)[-2] for end in ends[:-1]] == [b"BT", b"EMC", b"ET", b"EMC", b"BT", b"EMC"]
    assert ends[-1] == len(SOUND)
    assert ends_of_parts(ODD[0]) == [len(ODD[0])]
    assert ends_of_parts(ODD[1]) == [len(ODD[1])]
    assert is_whole(SOUND)
    assert not is_whole(b"[<0001>\nEMC\n")
