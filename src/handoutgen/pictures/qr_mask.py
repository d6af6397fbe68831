"""A QR code → the same code with the mask that scanners read best (ISO/IEC 18004:2015, 7.8), quickly.

A mask flips modules so that a code has no large areas, long runs or look-alikes of its corners. All eight are tried and
scored; what one flips against another is the same in every code of one version and level. A whole code is one number, a
bit to a module, so that a rule is a few operations for all modules at once. Choices are those of segno, whose own
search asks module by module: `tests/pictures/test_qr_mask.py` compares the codes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from handoutgen import bounds
from handoutgen.memory import remembered

if TYPE_CHECKING:
    import segno

MASKS = 8
GAP = 4
"""Light modules between two rows in the number: as many as the rule on look-alikes of corners looks beyond an edge."""
FINDER = (1, 0, 1, 1, 1, 0, 1)
"""A row through the middle of a corner's pattern; `N3` with light on one side of it."""
N1, N2, N3, N4 = 3, 3, 40, 10
"""Penalty points of table 11."""
VERSION_SHOWN_FROM = 45
"""Modules on a side of version 7, the first that says its version."""
Rows = Sequence[bytes]


class _Bits(NamedTuple):
    """A code's modules as one number row by row, and as one column by column."""

    rows: int
    columns: int

    def flipped(self, other: _Bits) -> _Bits:
        return _Bits(self.rows ^ other.rows, self.columns ^ other.columns)

    def within(self, other: _Bits) -> _Bits:
        return _Bits(self.rows & other.rows, self.columns & other.columns)


class _Sized(NamedTuple):
    """What all codes of one version and level have in common."""

    side: int
    flips: Sequence[_Bits]
    """What each mask flips against the first, the format that names it included."""
    judged: _Bits
    """The modules that count when masks are judged: all but the format and the version, which are added later."""


def best_masked(data: bytes) -> Rows:
    """The code for some bytes at error level M, or a higher one in the same space, row by row, 1 where it is dark."""
    import segno

    code = segno.make(data, error="m", micro=False, mask=0)
    sized = _sized(int(code.version), str(code.error))
    bits = _bits_of(code.matrix)
    best = min(sized.flips, key=lambda flips: _penalty(bits.flipped(flips).within(sized.judged), sized.side))
    return list(_rows_of(bits.flipped(best).rows, sized.side))


@remembered(bounds.QR_SIZES)
def _sized(version: int, error: str) -> _Sized:
    import segno

    def masked(mask: int) -> segno.QRCode:
        return segno.make("1", version=version, error=error, boost_error=False, micro=False, mask=mask)

    all_bits = [_bits_of(masked(mask).matrix) for mask in range(MASKS)]
    side = len(masked(0).matrix)
    return _Sized(side, [all_bits[0].flipped(bits) for bits in all_bits], _bits_of(_judged(side)))


def _judged(side: int) -> Rows:
    """1 for each module that counts when masks are judged (7.9 and 7.10 say where format and version stand)."""
    rows = [bytearray([1] * side) for _ in range(side)]
    ends = [*range(6), 7, 8, *range(side - 8, side)]
    for place in ends:
        rows[8][place] = rows[place][8] = 0
    if side >= VERSION_SHOWN_FROM:
        for place in range(6):
            for beside in range(side - 11, side - 8):
                rows[place][beside] = rows[beside][place] = 0
    return [bytes(row) for row in rows]


def _bits_of(rows: Rows | Sequence[bytearray]) -> _Bits:
    columns = [bytes(column) for column in zip(*rows, strict=True)]
    return _Bits(_number(rows), _number(columns))


def _number(rows: Rows | Sequence[bytearray]) -> int:
    """The first module is the lowest bit."""
    stretch = b"".join(bytes(row) + bytes(GAP) for row in rows)
    return int(stretch[::-1].translate(_DIGITS), 2)


_DIGITS = bytes.maketrans(b"\0\1", b"01")


def _rows_of(number: int, side: int) -> Iterator[bytes]:
    mask = (1 << side) - 1
    for _ in range(side):
        yield bytes((number & mask) >> place & 1 for place in range(side))
        number >>= side + GAP


def _penalty(bits: _Bits, side: int) -> int:
    """The score of table 11; the lowest wins, and of equals the first."""
    alike = _repeated((1 << (side - 1)) - 1, side)  # bits that have another module after them in their row
    dark = bits.rows.bit_count() / side**2
    return (
        sum(_runs(each, alike) + _like_finders(each) for each in bits)
        + _blocks(bits.rows, alike, side)
        + N4 * int(abs(dark * 100 - 50) / 5)
    )


def _repeated(row: int, side: int) -> int:
    """The same bits in each row."""
    return row * (((1 << (side + GAP) * side) - 1) // ((1 << side + GAP) - 1))


def _runs(bits: int, alike: int) -> int:
    """Runs of five or more modules of one colour: three points, and one for each module more."""
    pairs = ~(bits ^ (bits >> 1)) & alike
    fives = pairs & pairs >> 1 & pairs >> 2 & pairs >> 3
    return fives.bit_count() + (N1 - 1) * (fives & ~(fives << 1)).bit_count()


def _blocks(bits: int, alike: int, side: int) -> int:
    """Squares of two by two modules of one colour."""
    below = side + GAP
    pairs = ~(bits ^ (bits >> 1)) & alike
    upright = ~(bits ^ (bits >> below))
    return N2 * (pairs & pairs >> below & upright).bit_count()


def _like_finders(bits: int) -> int:
    """What looks like a corner's pattern with light for four modules on one side; beyond the edge all is light. Of
    those that share modules the first counts."""
    found = -1
    for place, dark in enumerate(FINDER):
        found &= bits >> place if dark else ~(bits >> place)
    wide = len(FINDER)
    before = bits << 1 | bits << 2 | bits << 3 | bits << 4
    after = bits >> wide | bits >> wide + 1 | bits >> wide + 2 | bits >> wide + 3
    found &= ~(before & after)
    count, next_from = 0, 0
    while found:
        place = (found & -found).bit_length() - 1
        found &= found - 1
        if place >= next_from:
            count, next_from = count + 1, place + wide
    return N3 * count
