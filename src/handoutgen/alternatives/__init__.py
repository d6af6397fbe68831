"""Alternative formats: the whole leaflet for those who cannot use paper, each made from the story alone."""
