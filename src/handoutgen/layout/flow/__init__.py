"""Pieces stacked into atoms, atoms broken into pages, pages filled: geometry alone, of whatever is set."""
