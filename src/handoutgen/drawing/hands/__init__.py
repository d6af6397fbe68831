"""Hands as shapes in their own axes, each with the place and direction of what it can hold."""
