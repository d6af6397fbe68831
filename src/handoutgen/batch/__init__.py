"""The matrix: a plan in YAML becomes rows, and rows become files, on one machine or on a cluster."""
