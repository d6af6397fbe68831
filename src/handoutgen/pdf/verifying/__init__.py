"""A finished file held against its plan: the promises of a build, checked by the reader."""
