"""The task of docs/editors.md: its pattern takes the lines that `check` prints."""

from __future__ import annotations

import json
import re
from pathlib import Path

from handoutgen.diagnostics import Diagnostic, Severity, Span, render_text

PAGE = Path(__file__).parents[2] / "docs" / "editors.md"


def test_the_pattern_takes_what_check_prints() -> None:
    blocks = re.findall(r"```json\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    [task] = next(json.loads(block)["tasks"] for block in blocks if '"tasks"' in block)
    [pattern] = task["problemMatcher"]["pattern"]
    for severity, word in ((Severity.ERROR, None), (Severity.WARNING, "warning"), (Severity.NOTE, "note")):
        finding = Diagnostic("HG205", severity, "it's misread: often", "h.", Span("handouts/x/en-GB.yaml", 3, 5, 3, 9))
        found = [re.match(pattern["regexp"], line) for line in render_text([finding]).splitlines()]
        [match] = [each for each in found if each]
        said = [match[pattern[key]] for key in ("file", "line", "column", "code", "severity", "message")]
        assert said == ["handouts/x/en-GB.yaml", "3", "5", "HG205", word, "it's misread: often"]
