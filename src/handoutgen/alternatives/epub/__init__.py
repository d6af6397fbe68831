"""The leaflet as an EPUB 3 book for reading apps and braille note-takers: the web page's own markup as XHTML, with its
fonts and pictures, a table of contents and what it says of its accessibility. No script, nothing fetched.
"""
