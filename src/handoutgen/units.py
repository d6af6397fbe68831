"""Lengths: inside the program all are in points (pt, 1/72 inch); paper and people speak millimetres and inches."""

from __future__ import annotations

MM = 72 / 25.4
INCH = 72.0


def mm(value: float) -> float:
    """Millimetres as points."""
    return value * MM


def inches(value: float) -> float:
    """Inches as points."""
    return value * INCH


def to_mm(points: float) -> float:
    """Points as millimetres."""
    return points / MM
