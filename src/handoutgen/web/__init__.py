"""`handoutgen serve`: pages of a clinic's own computer on which staff find a leaflet, see it and print it.

Offline, for loopback alone, and nothing about a person is kept: `guard` says who may ask, `visits` what is held for one
person and when it goes, `press` makes the same bytes as `handoutgen build`.
"""
