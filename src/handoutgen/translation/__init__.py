"""A leaflet and its translation: what each says part by part, which parts follow the source as it is now, and what must
be the same in both though the words differ.

Nothing is laid out for it and nothing is written here: bytes go in and come out.
"""
