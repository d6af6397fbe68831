"""A page in a browser → what breaks the rules of accessibility on it, and how far it hangs over its window."""

from __future__ import annotations

from typing import Any

import pytest

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
"""Those of axe-core: WCAG 2.0 to 2.2, A and AA."""
NARROW, WIDE = {"width": 320, "height": 700}, {"width": 1280, "height": 900}


def violations(tab: Any) -> list[tuple[str, str]]:
    """What axe-core finds: the rule, and the first place that breaks it."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    found = axe.Axe().run(tab, options={"runOnly": RULES}).response["violations"]
    return [(each["id"], each["nodes"][0]["html"][:200]) for each in found]


def overhang(tab: Any) -> int:
    """CSS pixels by which the page is wider than its window."""
    return int(tab.evaluate("document.documentElement.scrollWidth - innerWidth"))
