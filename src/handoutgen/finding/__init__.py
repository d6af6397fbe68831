"""Leaflets → an index in memory, and a question as a patient would put it → the leaflets that answer it."""
