"""The content model turned into what helps authors write: JSON Schema, reference, starter files."""
