"""Outlines as shapes in the plane: unions of discs, smoothing, hand-set curves, and cubics fitted to them."""
