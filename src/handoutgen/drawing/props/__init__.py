"""Props drawn: rooms and furniture, bedding, walking aids, medicines and devices, the household, exercise kit."""

from handoutgen.drawing.props.registry import draw_prop, layer_of, pieces_of, solids

__all__ = ["draw_prop", "layer_of", "pieces_of", "solids"]
