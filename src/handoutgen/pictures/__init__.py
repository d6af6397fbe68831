"""Picture files, icons and QR codes → `Drawing` and `Raster`, or a `PictureProblem` that says what to mend.

A leaflet's figures come from authors and from the web, so every file is taken as hostile: sizes are judged before
anything is decoded, nothing outside the figures folder is opened, and what cannot be drawn exactly is refused.
"""
