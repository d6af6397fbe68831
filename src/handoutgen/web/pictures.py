"""Finished pages → pictures for the screen, and what stands on them; kept by the digest of the file, and bounded."""

from __future__ import annotations

import hashlib
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import NamedTuple

import pypdfium2

from handoutgen.memory import Bound, Memory
from handoutgen.preview import render_pages

PICTURES = Bound(120)
"""Some 200 KB each."""
FACTS = Bound(200)


class PageFacts(NamedTuple):
    """What a picture's frame needs to know before the picture comes."""

    sides: int
    width: int
    height: int
    """Of the first page, in pt."""
    headings: tuple[str, ...]
    """Of each page, in one line: what a picture of it is called."""


class Pictures:
    """Safe to use from several threads. PDFium is for one at a time, and always the same: a bitmap takes megabytes, and
    the heap of each thread that ever made one would keep them."""

    def __init__(self) -> None:
        self._pictures: Memory[bytes] = Memory(PICTURES)
        self._facts: Memory[PageFacts] = Memory(FACTS)
        self._thread = ThreadPoolExecutor(1, "pictures")

    def picture(self, data: bytes, page: int, dpi: int, *, is_personal: bool = False) -> bytes:
        """A page of a finished file as PNG; of one with words for a person it is not kept. Raises UsageProblem for a
        page that is not there."""
        make = partial(_picture_of, data, page, dpi)
        if is_personal:
            return self._thread.submit(make).result()
        key = (hashlib.sha256(data).digest(), page, dpi)
        return self._thread.submit(self._pictures.get, key, make).result()

    def facts(self, data: bytes, *, is_personal: bool = False) -> PageFacts:
        """How many sides a file has, how large they are and what is on them."""
        make = partial(_facts_of, data)
        if is_personal:
            return self._thread.submit(make).result()
        return self._thread.submit(self._facts.get, hashlib.sha256(data).digest(), make).result()


def _picture_of(data: bytes, page: int, dpi: int) -> bytes:
    return next(render_pages(data, dpi, frozenset([page]))).png


def _facts_of(data: bytes) -> PageFacts:
    document = pypdfium2.PdfDocument(data)
    try:
        headings: list[list[str]] = [[] for _ in range(len(document))]
        for entry in document.get_toc():
            target = entry.get_dest()
            index = target.get_index() if target else None
            if index is not None and index < len(headings):
                headings[index].append(entry.get_title())
        width, height = document[0].get_size()
        return PageFacts(len(document), round(width), round(height), tuple(", ".join(each) for each in headings))
    finally:
        document.close()
