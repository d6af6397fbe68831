"""The leaflet in words and in reading order, for any output: no lengths, no fonts, no pages.

Layout sets these words on paper; alternatives (plain text, later a web page and braille) write them out. Both get the
same words in the same order because both get them here.
"""
