"""The contract between layout and drawing: pages of placed pieces, and the tree of what they mean.

Layout returns a `Plan`; checks and tests read it, imposition permutes its pages, pdf draws it without deciding
anything. Lengths are in pt, the origin of a page is its lower left corner, as in PDF.
"""
