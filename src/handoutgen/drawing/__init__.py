"""Drawings of people from a pose: joint angles in YAML become a skeleton, outlines and an SVG of plain paths.

Lengths are in per cent of the figure's stature: x to the right, y up from the floor, z towards the viewer. Needs
the extra ``handoutgen[draw]`` (numpy, shapely), which building a leaflet never does.
"""
