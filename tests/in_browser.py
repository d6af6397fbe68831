"""A page in a browser → what breaks the rules of accessibility on it, and how far it hangs over its window."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
"""Those of axe-core: WCAG 2.0 to 2.2, A and AA."""
_IN_LATIN = """() => {
  const texts = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  const kept = [], latinFor = letter => String.fromCharCode(97 + letter.codePointAt(0) % 26);
  while (texts.nextNode()) {
    const text = texts.currentNode, latin = text.data.replace(/(?!\\p{sc=Latin})[\\p{L}\\p{M}]/gu, latinFor);
    if (latin !== text.data && !text.parentElement.closest("script, style")) {
      kept.push([text, text.data]);
      text.data = latin;
    }
  }
  return kept;
}"""
"""Letters of other scripts, as Latin ones: axe takes joined letters for icons and passes over their contrast."""
_AS_WRITTEN = "kept => kept.forEach(([text, written]) => { text.data = written; })"
NARROW, WIDE = {"width": 320, "height": 700}, {"width": 1280, "height": 900}


def violations(tab: Any, rules: Sequence[str] = RULES) -> list[tuple[str, str]]:
    """What axe-core finds by these tags or names of rules: the rule, and the first place that breaks it."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    kept = tab.evaluate_handle(_IN_LATIN)
    found = axe.run(tab, options={"runOnly": list(rules)}).response["violations"]
    tab.evaluate(_AS_WRITTEN, kept)
    return [(each["id"], each["nodes"][0]["html"][:200]) for each in found]


def overhang(tab: Any) -> int:
    """CSS pixels by which the page is wider than its window."""
    return int(tab.evaluate("document.documentElement.scrollWidth - innerWidth"))
