"""A process that is warm already, behind the command: words typed → the same command, run where everything is loaded.

Two sides meet here. The asking side (`choosing`, `meeting`, `stamp`, `frames`, `proof`, `asking`) is loaded by every
command before anything else, so it imports almost nothing: no pathlib, no json, no dataclasses. The answering side
(`answering`, `door`, `running`, `streams`, `installation`, `warming`, `starting`) is loaded by `handoutgen warm` alone.
"""
