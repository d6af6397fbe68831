"""A translation's texts as a file for translators, XLIFF 2.0 or CSV, and such a file read again.

Bytes go out and come in. What came back is held against the leaflet elsewhere: nothing here says whether it is right.
"""
