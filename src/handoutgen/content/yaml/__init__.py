"""YAML text → nodes, each scalar as the author wrote it and with its place in the file."""
