"""A number in; the shortest way to write it in a PDF out."""

from __future__ import annotations


def pdf_number(value: float) -> str:
    """Three decimals at most (a 72,000th of an inch), no exponent, no trailing noughts (PDF 32000-1 7.3.3)."""
    if value == int(value):
        return str(int(value))
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
