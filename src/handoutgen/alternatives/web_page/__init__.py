"""The leaflet as a web page: one file that asks nothing of any server, for a phone, a screen reader, a large screen.

Words come from `story`; pictures, icons, fonts and colours are handed in as plain data (`dress`), so that nothing here
knows how they are made.
"""
