"""Rules of safe and plain words: each is one record, and a function or a list of words that finds what breaks it."""
