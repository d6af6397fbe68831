"""A leaflet → the score sheets of two tools for judging health information, as far as a program can fill them in."""
