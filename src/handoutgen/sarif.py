"""Findings as a SARIF 2.1.0 log, with what code scanning at GitHub asks for beyond the standard's least."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from handoutgen.diagnostics import Diagnostic, LinesOfFiles, Span

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def render_sarif(
    found: Sequence[Diagnostic],
    rules: Mapping[str, Mapping[str, str]],
    version: str,
    sources: Mapping[str, str] | None = None,
) -> str:
    """`rules` says by code what it stands for (shortDescription, fullDescription, help); `version` is the program's;
    `sources` holds the text of files by name, as for text.

    Addresses are as the files were named, with / between folders: for a repository the command is run at its top.
    """
    codes = sorted({finding.code for finding in found})
    told = [{"id": code, **{key: {"text": text} for key, text in rules.get(code, {}).items()}} for code in codes]
    driver = {"name": "handoutgen", "version": version, "rules": told}
    fingerprints = _Fingerprints(LinesOfFiles(sources or {}))
    results = [
        {**_result(each), "ruleIndex": codes.index(each.code), "partialFingerprints": fingerprints.of(each)}
        for each in found
    ]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=True, indent=2) + "\n"


class _Fingerprints:
    """Signs by which a finding is known again when lines above it have come or gone: its code, its file, what its line
    says, and how many like it stood before."""

    def __init__(self, lines: LinesOfFiles) -> None:
        self._lines = lines
        self._seen: Counter[str] = Counter()

    def of(self, finding: Diagnostic) -> dict[str, str]:
        line = self._lines.line(finding.span.file, finding.span.line) or ""
        said = "\0".join((finding.code, _uri(finding.span.file), " ".join(line.split())))
        digest = hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()[:16]
        self._seen[digest] += 1
        return {"primaryLocationLineHash": f"{digest}:{self._seen[digest]}"}


def _result(finding: Diagnostic) -> dict[str, Any]:
    message = " ".join(part for part in (finding.message + ".", finding.label, f"Fix: {finding.hint}") if part)
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "level": finding.severity.value,
        "message": {"text": message},
        "locations": [_location(finding.span)],
    }
    if finding.also:
        also = enumerate(finding.also, 1)
        result["relatedLocations"] = [
            {"id": number, "message": {"text": "the first one"}, **_location(span)} for number, span in also
        ]
    return result


def _location(span: Span) -> dict[str, Any]:
    """A place; of what concerns a file as a whole its first line, for a finding without one is not shown."""
    region = {"startLine": span.line or 1}
    if span.line:
        region |= {"startColumn": span.column, "endLine": span.end_line, "endColumn": span.end_column}
    return {"physicalLocation": {"artifactLocation": {"uri": _uri(span.file)}, "region": region}}


def _uri(file: str) -> str:
    path = file.replace("\\", "/")
    if re.match(r"[A-Za-z]:/", path):
        return f"file:///{quote(path)}"
    return f"file://{quote(path)}" if path.startswith("/") else quote(path)
