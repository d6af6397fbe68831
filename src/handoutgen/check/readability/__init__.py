"""How hard a leaflet's sentences are to read, by formulas: figures that advise, and never judge."""
