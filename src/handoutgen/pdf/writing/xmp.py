"""What a file says of itself, turned into XMP, the Info dictionary and the colour it is meant for.

PDF/A-2 6.6.2 wants both to say the same; the identification schemas are those of PDF/A-2 6.6.4 and PDF/UA-1 5. The
only date is the content's own, so the same content gives the same file on any day.
"""

from __future__ import annotations

import zlib
from datetime import date
from functools import partial
from html import escape
from importlib.resources import files

from handoutgen import __version__
from handoutgen.memory import Once
from handoutgen.pdf.writing.reportlab_seam import ArchivalDocument, stream
from handoutgen.pdf.writing.syntax import text_string
from handoutgen.plan.pages import Plan

_escaped = partial(escape, quote=False)
PRODUCER = f"handoutgen {__version__} on ReportLab"

_EXTENSION = """\
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""


def metadata_packet(plan: Plan) -> bytes:
    """The XMP packet of a plan's file."""
    default = 'xml:lang="x-default"'
    parts = [
        f"<dc:format>application/pdf</dc:format><dc:title><rdf:Alt><rdf:li {default}>{_escaped(plan.title)}"
        "</rdf:li></rdf:Alt></dc:title>",
        f"<dc:language><rdf:Bag><rdf:li>{_escaped(plan.language)}</rdf:li></rdf:Bag></dc:language>",
        f"<pdf:Producer>{_escaped(PRODUCER)}</pdf:Producer>",
        "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>",
    ]
    if plan.identifier:
        parts.append(f"<dc:identifier>{_escaped(plan.identifier)}</dc:identifier>")
    if plan.author:
        parts.append(f"<dc:creator><rdf:Seq><rdf:li>{_escaped(plan.author)}</rdf:li></rdf:Seq></dc:creator>")
    if plan.subject:
        parts.append(
            f"<dc:description><rdf:Alt><rdf:li {default}>{_escaped(plan.subject)}</rdf:li></rdf:Alt></dc:description>"
        )
    if plan.keywords:
        words = "".join(f"<rdf:li>{_escaped(word)}</rdf:li>" for word in plan.keywords)
        parts.append(f"<dc:subject><rdf:Bag>{words}</rdf:Bag></dc:subject>")
        parts.append(f"<pdf:Keywords>{_escaped(', '.join(plan.keywords))}</pdf:Keywords>")
    if plan.modified:
        moment = f"{plan.modified.isoformat()}T00:00:00Z"
        parts.append(f"<xmp:CreateDate>{moment}</xmp:CreateDate><xmp:ModifyDate>{moment}</xmp:ModifyDate>")
    return "".join([_HEAD, "\n".join(parts), "\n</rdf:Description>\n", _EXTENSION, _TAIL]).encode("utf-8")


_HEAD = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
"""
_TAIL = """</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


def info_dictionary(plan: Plan) -> str:
    """The Info dictionary, saying what the XMP says (PDF/A-2 6.6.3)."""
    entries = {
        "Title": plan.title,
        "Author": plan.author,
        "Subject": plan.subject,
        "Keywords": ", ".join(plan.keywords),
        "Producer": PRODUCER,
        "CreationDate": _pdf_date(plan.modified),
        "ModDate": _pdf_date(plan.modified),
    }
    return f"<<{''.join(f'/{key}{text_string(value)}' for key, value in entries.items() if value)}>>"


def _pdf_date(day: date | None) -> str:
    """A day as ISO 32000-1 7.9.4 writes it, the same moment as in the XMP."""
    return f"D:{day:%Y%m%d}000000Z" if day else ""


@Once
def _profile() -> bytes:
    """The sRGB profile that ships with the program, as a stream object, made once per process."""
    packed = zlib.compress(files("handoutgen.pdf.writing").joinpath("srgb.icc").read_bytes(), 9)
    return stream(packed, "/N 3/Alternate/DeviceRGB/Filter/FlateDecode", compressed=False)


def output_intent(document: ArchivalDocument) -> str:
    """The intent that makes plain RGB and grey mean sRGB (PDF/A-2 6.2.3)."""
    profile = document.add(_profile())
    name = "(sRGB IEC61966-2.1)"
    return (
        f"<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier{name}/Info{name}"
        f"/RegistryName(http://www.color.org)/DestOutputProfile {profile.reference}>>"
    )
