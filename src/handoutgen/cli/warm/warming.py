"""Everything that commands import, imported: a few of them are run once, unheard, in a folder that goes again.

Which modules a command needs is so known by the command alone, and no list can lag behind.
"""

from __future__ import annotations

import contextlib
import gc
import io
import os
import tempfile
from pathlib import Path

from handoutgen.cli.boundary import guarded
from handoutgen.cli.entry import app
from handoutgen.workshop import Workshop

LEAFLET, CLINIC = "leg-cramps-ms", "warming-up.yaml"
CLINIC_TEXT = """\
id: warming-up
name: Warming up
phones: [{label: Nobody, number: 020 7946 0000}]
emergency_number: "999"
web: https://www.warming-up.example
"""
"""The number is from the range kept for fiction (Ofcom)."""
COMMANDS = (
    ("build", LEAFLET, "--clinic", CLINIC, "--allow-expired", "warming up"),
    ("build", LEAFLET, "--format", "html", "--allow-expired", "warming up"),
    ("check", LEAFLET),
    ("list",),
)
"""Their exit codes do not matter: what they need is loaded either way."""


def warm_up() -> None:
    """Run them. The current folder is another one afterwards: that of temporary files."""
    elsewhere = tempfile.gettempdir()
    with tempfile.TemporaryDirectory(prefix="handoutgen-warm-", ignore_cleanup_errors=True) as folder:
        os.chdir(folder)
        try:
            Path(CLINIC).write_text(CLINIC_TEXT, encoding="utf-8")
            for words in COMMANDS:
                with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
                    guarded(app, words, Workshop())
        finally:
            os.chdir(elsewhere)  # Windows removes no folder that somebody is in
    gc.collect()
    gc.freeze()  # what is loaded now stays: looking through it again and again would be most of what tidying takes
