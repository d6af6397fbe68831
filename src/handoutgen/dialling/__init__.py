"""Figures in a text, and which phone number they are."""
