"""One file for each thing a reader sees on the page: content and a look in, atoms and structure elements out."""
