"""A secret that both sides know → proof of it that gives nothing away.

Each side proves that it has the file before it hears anything of the other: a port that a dead process has left may be
somebody else's by now, and must be told neither the secret nor the words.
"""

from __future__ import annotations

import os

try:  # what hashlib and hmac have from there: to import all of them takes longer than a command's way to a warm process
    from _blake2 import blake2b
    from _operator import _compare_digest as compare_digest
except ImportError:  # another Python than CPython, or a later one
    from hashlib import blake2b
    from hmac import compare_digest  # type: ignore[no-redef,assignment,unused-ignore]

LENGTH = 32


def new_number() -> bytes:
    """A number that was never used, for one meeting."""
    return os.urandom(LENGTH)


def proof_of(secret: bytes, who: bytes, asked: bytes, answered: bytes) -> bytes:
    """The proof by `who`, about the numbers of both sides."""
    return blake2b(b"\0".join((who, asked, answered)), key=secret, digest_size=LENGTH).digest()


def holds(proof: bytes, secret: bytes, who: bytes, asked: bytes, answered: bytes) -> bool:
    """Whether a proof is right, found out in the same time for any."""
    return compare_digest(proof, proof_of(secret, who, asked, answered))
