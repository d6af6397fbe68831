"""A loaded clinic turned into findings: a colour too pale for words, a leaflet approved in another version or written
for another country."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from handoutgen.check.findings import Findings
from handoutgen.check.pasted_lists import check_pasted_list
from handoutgen.check.phones import check_phones
from handoutgen.check.samples import check_samples
from handoutgen.content.clinic import Clinic
from handoutgen.content.load import LoadedClinic
from handoutgen.content.model import Leaflet
from handoutgen.content.yaml.nodes import ModelPath
from handoutgen.diagnostics import Diagnostic, Severity
from handoutgen.language import language_of


def check_clinic(loaded: LoadedClinic, readable: Callable[[str], str]) -> list[Diagnostic]:
    """All findings about the clinic alone. `readable` gives a colour fit for words: the same one if it already is."""
    findings = Findings(loaded.sources)
    colour = loaded.clinic.colour
    if colour and (shade := readable(colour)) != colour.lower():
        message = f"{colour} is too pale for words on white, in colour or printed in grey; {shade} is printed instead"
        findings.add("HG121", Severity.NOTE, message, f"write {shade} if that is the shade you want.", ("colour",))
    check_samples(loaded.clinic, findings)
    check_phones(loaded.clinic, findings)
    for path, text in _lines_of(loaded.clinic):
        check_pasted_list(path, text, loaded.clinic.locale or "en", findings)
    return findings.in_order()


def _lines_of(clinic: Clinic) -> Iterator[tuple[ModelPath, str]]:
    """What a clinic says in words of its own."""
    for key in ("name", "organisation", "other_formats", "interpreter", "feedback"):
        yield (key,), getattr(clinic, key) or ""
    for index, line in enumerate(clinic.address):
        yield ("address", index), line


def check_clinic_with(clinic: LoadedClinic, leaflet: Leaflet) -> list[Diagnostic]:
    """What a clinic should know before it hands out this leaflet."""
    findings = Findings(clinic.sources)
    _check_approvals(clinic, leaflet, findings)
    _check_country(clinic, leaflet, findings)
    return findings.in_order()


def _check_approvals(clinic: LoadedClinic, leaflet: Leaflet, findings: Findings) -> None:
    """A note when the clinic has approved this leaflet, but not the version that is printed now."""
    version = leaflet.review.version
    known = [(i, a) for i, a in enumerate(clinic.clinic.approvals) if a.leaflet == leaflet.id]
    if known and all(approval.version != version for _, approval in known):
        index, latest = max(known, key=lambda entry: entry[1].date)
        message = f"approved is version {latest.version} of {leaflet.id}; this is version {version}"
        hint = "read what has changed, then add an approval for it."
        findings.add("HG120", Severity.NOTE, message, hint, ("approvals", index, "version"))


def _check_country(clinic: LoadedClinic, leaflet: Leaflet, findings: Findings) -> None:
    """Services, phone numbers and medicines' names are a country's own: 111 is nobody's number in the US. Once the
    clinic has approved the version, somebody has read it with that in mind."""
    locale = clinic.clinic.locale or ""
    there, here = language_of(locale).region, language_of(leaflet.language).region
    approved = clinic.clinic.approval_of(leaflet.id, leaflet.review.version, leaflet.language)
    if there and here and there != here and not approved:
        message = f"{leaflet.id} is written for {leaflet.language}, the clinic's locale is {locale}"
        hint = "read it for services and numbers that the clinic's patients do not have, then add an approval."
        findings.add("HG122", Severity.WARNING, message, hint, ("locale",))
