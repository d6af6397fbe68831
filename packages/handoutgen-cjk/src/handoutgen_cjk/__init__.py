"""Noto Sans for simplified (Hans) and traditional (Hant) Chinese, regular and bold: a folder for each script."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).resolve().parent
"""Where the folders lie, named for scripts as ISO 15924 writes them."""
