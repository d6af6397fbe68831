"""What an approval is of: a leaflet into the plain text of what its reader reads and sees, that text into a digest, two
such texts into what has changed, and a clinic's approvals into those that hold.

Nothing is laid out for it and nothing is written here: what is kept is read, and judged by its digest.
"""
