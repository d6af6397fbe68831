"""The page on which staff find a leaflet, see it and print it: a browser's requests into calls of the rooms below."""
