"""How much of a file our own reader takes in: far more than a leaflet has, far less than would hold up a computer.

A few bytes can stand for gigabytes (compression), for ever (a reference to itself) or for all pairs of what there is
(a list that a thousand elements share). So everything that costs time or room is counted while it is done.
"""

from __future__ import annotations

MOST_OBJECTS = 200_000
"""Objects, pages, rows of an index, elements of the tree with their kids: of each kind."""
MOST_PARSED = 4_000_000
"""Bytes of the file that are taken apart into objects, compressed ones counted as they are without compression."""
MOST_UNPACKED = 32_000_000
"""Bytes of one stream without its compression."""
MOST_WORDS = 5_000_000
"""Characters that a file is told to say."""
MOST_FIELDS = 1_000
"""Fields that are told of one by one: a diary has a hundred."""
DEEPEST = 100
"""Brackets in brackets, elements in elements."""
LONGEST_CHAIN = 16
"""References that lead to references, and objects that must be read before another can be."""

# For the process that reads files of strangers (`watched`).
LARGEST_FILE = 100_000_000
"""Bytes: a leaflet has less than a hundredth of it."""
MOST_MEMORY = 320_000_000
"""Bytes: with the process that asks, less than half of what an old office computer can spare."""
MOST_SECONDS = 3.5
"""For one file: with the time to start, nobody waits five seconds."""
MOST_TOLD = 20_000_000
"""Characters of an answer."""
