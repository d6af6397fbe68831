"""A plan and what a batch made of it → static pages for a clinic or many: to find a leaflet, read it, print it.

Every page is one file that fetches nothing, and all links between them are relative: the folder runs from a disk, a
shared folder, an intranet server or any static host.
"""
