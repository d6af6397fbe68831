"""An XLIFF 2 file as it came back from a translation tool → its texts, in the small Markdown again.

Tools may split and join segments, write paired codes as two single ones, add notes and marks of their own, and leave
states out. What stands for a code is taken from the unit's original data; a code without is refused, never guessed.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from handoutgen.translation.exchange.model import (
    MOST_TEXTS,
    ExchangeFile,
    ExchangeState,
    ExchangeText,
    lowest,
    refusal,
)
from handoutgen.translation.exchange.xliff_writing import NAMESPACE
from handoutgen.translation.exchange.xml_tree import XmlElement, read_xml

_VERSIONS = ("2.0", "2.1", "2.2")
_AGAIN = "ask for the file again, as XLIFF 2 and with its codes kept."


def read_xliff(data: bytes, file: Path) -> ExchangeFile:
    """Read the file; `file` is its name in messages. Raises ContentRefused."""
    root = read_xml(data, file)
    if root.name != _named("xliff") or root.attributes.get("version") not in _VERSIONS:
        raise refusal(file, "the file is not XLIFF 2", "have it exported as XLIFF 2.0, not 1.2.", root.line)
    inner = root.elements(_named("file"))
    if len(inner) != 1:
        message = f"the file holds {len(inner)} leaflets, not one"
        raise refusal(file, message, "import each leaflet from a file of its own.", root.line)
    units = _units(inner[0])
    if len(units) > MOST_TEXTS:
        raise refusal(file, f"the file has more than {MOST_TEXTS:,} texts", "check that it is the right file.")
    return ExchangeFile(
        inner[0].attributes.get("id", ""),
        root.attributes.get("srcLang", ""),
        root.attributes.get("trgLang", ""),
        tuple(_UnitReader(unit, file).text() for unit in units),
    )


def _named(name: str) -> str:
    return f"{NAMESPACE} {name}"


def _units(owner: XmlElement) -> list[XmlElement]:
    """All units of a file or group, in order."""
    found: list[XmlElement] = []
    for kid in owner.elements(_named("unit"), _named("group")):
        found += [kid] if kid.name == _named("unit") else _units(kid)
    return found


class _UnitReader:
    """Reads one unit. Every way to read it wrongly ends in a refusal with its line."""

    def __init__(self, unit: XmlElement, file: Path) -> None:
        self.unit, self.file = unit, file
        self.name = unit.attributes.get("id", "")
        self.data = _data_of(unit)

    def text(self) -> ExchangeText:
        """The text, its segments joined. One of them without a translation leaves all of it without."""
        source, target, has_all = "", "", True
        states: list[ExchangeState] = []
        for each in self.unit.elements(_named("segment"), _named("ignorable")):
            here = self._side(each, "source")
            there = self._side(each, "target")
            if here is None:
                raise self._refused("has a segment without a source", each)
            source += here
            if each.name == _named("segment"):
                states.append(self._state(each))
                has_all = has_all and bool(there and there.strip())
            target += here if there is None else there
        if not states:
            raise self._refused("has no segment", self.unit)
        return ExchangeText(self.name, source, target if has_all else "", lowest(states), line=self.unit.line)

    def _side(self, segment: XmlElement, name: str) -> str | None:
        sides = segment.elements(_named(name))
        if not sides:
            return None
        if "order" in sides[0].attributes:
            raise self._refused("has its segments in another order", sides[0])
        return self._written(sides[0])

    def _state(self, segment: XmlElement) -> ExchangeState:
        try:
            return ExchangeState(segment.attributes.get("state", "initial"))
        except ValueError:
            raise self._refused(f'is in a state "{segment.attributes["state"]}"', segment) from None

    def _written(self, owner: XmlElement) -> str:
        return "".join(kid if isinstance(kid, str) else self._code(kid) for kid in owner.kids)

    def _code(self, code: XmlElement) -> str:
        kind, told = code.name.removeprefix(f"{NAMESPACE} "), code.attributes
        if kind == "mrk":
            return self._written(code)
        if kind in ("sm", "em"):
            return ""
        if kind == "pc":
            start, end = (self._data(told.get(key), code) for key in ("dataRefStart", "dataRefEnd"))
            return start + self._written(code) + end
        if kind in ("ph", "sc", "ec"):
            return self._data(told.get("dataRef"), code)
        raise self._refused(f"has a code <{kind}> that the leaflet cannot hold", code)

    def _data(self, ref: str | None, code: XmlElement) -> str:
        if ref is None or ref not in self.data:
            raise self._refused("has a code without its original data", code)
        return self.data[ref]

    def _refused(self, what: str, place: XmlElement) -> Exception:
        return refusal(self.file, f'the unit "{self.name}" {what}', _AGAIN, place.line)


def _data_of(unit: XmlElement) -> Mapping[str, str]:
    return {
        data.attributes.get("id", ""): "".join(kid for kid in data.kids if isinstance(kid, str))
        for holder in unit.elements(_named("originalData"))
        for data in holder.elements(_named("data"))
    }
