"""What a drawing shows: people, the things round them and arrows, in words and figures; how it looks is `drawing/`."""
