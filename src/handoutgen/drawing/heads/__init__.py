"""Heads as shapes in their own axes: outlines, hair and head coverings, faces."""
