"""The leaflet in braille, as an embosser and a braille display take it: a BRF file of North American ASCII braille.

Words become cells by liblouis, which a computer has or has not (`liblouis`); which of its tables serve a language is
data (`tables.yaml`). Nothing here translates anything itself. Formatting follows the guidelines of BANA (Braille
Formats 2016) and UKAAF where they agree: cell-5 and centred headings, 3-1 paragraphs, 1-3 lists, boxed material,
transcriber's notes, page numbers at the foot.
"""
