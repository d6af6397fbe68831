"""What a leaflet can become, as data: printed forms and their sizes, and alternatives to paper."""

from handoutgen.formats.options import Options, readable_distance
from handoutgen.formats.outputs import (
    ALL,
    ALTERNATIVES,
    GROUPS,
    OUTPUTS,
    Alternative,
    Output,
    parse_format,
    parse_printed,
)
from handoutgen.formats.paper import FORMATS, Format, on_both_papers, on_paper, refuse
from handoutgen.formats.sizes import SIZES, Size, parse_size

__all__ = [
    "ALL",
    "ALTERNATIVES",
    "FORMATS",
    "GROUPS",
    "OUTPUTS",
    "SIZES",
    "Alternative",
    "Format",
    "Options",
    "Output",
    "Size",
    "on_both_papers",
    "on_paper",
    "parse_format",
    "parse_printed",
    "parse_size",
    "readable_distance",
    "refuse",
]
