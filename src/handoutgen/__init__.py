"""handoutgen: one YAML file about a condition becomes every printed leaflet a clinic needs."""

__version__ = "0.1.0"
