"""Tests of the command line. A package, so that its files may be named like those of other rooms."""
