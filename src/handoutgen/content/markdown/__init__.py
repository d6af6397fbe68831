"""The small Markdown of a text field → runs and blocks, with the clinic's fields filled in."""
