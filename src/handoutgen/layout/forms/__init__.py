"""One file for each printed form: which blocks it shows, in how many pages, and what it does when they do not fit."""
