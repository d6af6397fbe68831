"""A page as this room writes it → the words that it says, for the promise that nothing is lost."""

from __future__ import annotations

import re
from html import unescape

_UNSEEN = re.compile(rb"<(style|script)[ >].*?</\1>", re.DOTALL)
_NAMED = re.compile(r'<[a-z][^>]*? alt="([^"]*)"[^>]*>')
_INLINE = re.compile(r"</?(?:a|strong|span|bdi|b|wbr)(?: [^>]*)?>")
_TAG = re.compile(r"<[^>]*>")


def words_of_page(page: bytes) -> str:
    """All that is read, and what pictures say, in its order; names that only repeat what stands beside them are none.
    No attribute holds a sign that ends a tag (`markup.text`), so tags are told from text by their brackets."""
    seen = _UNSEEN.sub(b" ", page).decode("utf-8")
    named = _NAMED.sub(lambda match: f" {match[1]} ", seen)
    return unescape(_TAG.sub(" ", _INLINE.sub("", named)))
