"""What paper: print sizes and printed forms, as data."""

from handoutgen.formats.options import Options, readable_distance
from handoutgen.formats.paper import FORMATS, Format, on_both_papers, on_paper, parse_format, refuse
from handoutgen.formats.sizes import SIZES, Size, parse_size

__all__ = [
    "FORMATS",
    "SIZES",
    "Format",
    "Options",
    "Size",
    "on_both_papers",
    "on_paper",
    "parse_format",
    "parse_size",
    "readable_distance",
    "refuse",
]
