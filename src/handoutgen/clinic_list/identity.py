"""Clinics of a list, and the clinics there are → an id for each: from its name, and the same the next time.

An id never depends on the order of the rows. A clinic that has a file keeps that file's id, whatever joins or leaves
the list; clinics with the same name are told apart by their town, else their postcode, else a digest of both.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from msgspec import Struct

from handoutgen.clinic_list.address import place_in, postcode_in

LONGEST = 60
_LETTERS = str.maketrans({"ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})
_RESERVED = re.compile(r"all|con|prn|aux|nul|com[0-9]|lpt[0-9]")
"""`--clinic all` means every clinic; the others are devices on Windows, where no file can have their name."""


class Identity(Struct, frozen=True):
    """What makes a clinic that clinic: its name and address, without case, spaces and stops."""

    name: str
    address: tuple[str, ...]

    @property
    def key(self) -> tuple[str, str]:
        """Equal for two spellings of the same name and address."""
        return _key(self.name), _key("".join(self.address))

    @property
    def digest(self) -> str:
        """The same for the same clinic on every machine."""
        return hashlib.sha256("\n".join(self.key).encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def base(self) -> str:
        """The id the name alone gives."""
        return slug(self.name) or f"clinic-{self.digest[:6]}"

    @property
    def postcode(self) -> str:
        """The postcode of the address; empty when there is none."""
        return postcode_in(self.address)


def slug(text: str, longest: int = LONGEST) -> str:
    """Small letters, figures and hyphens, cut after a whole word; empty when the text has no Latin letters."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS).replace("&", " and "))
    plain = re.sub("['’ʼ`´]", "", plain)
    words = re.sub(r"[^a-z0-9]+", "-", "".join(c for c in plain if not unicodedata.combining(c))).strip("-")
    if len(words) > longest:
        words = words[: longest + 1].rpartition("-")[0] or words[:longest]
    return f"{words}-clinic" if _RESERVED.fullmatch(words) else words


def assign_ids(clinics: Sequence[Identity], known: Mapping[str, Identity | None]) -> list[str]:
    """An id for each of `clinics`, which are all different. `known` are the ids of the folder and whose they are."""
    given = _kept(clinics, known)
    waiting: dict[str, list[Identity]] = defaultdict(list)
    for clinic in clinics:
        if clinic not in given:
            waiting[clinic.base].append(clinic)
    taken = {ident.lower() for ident in known} | set(given.values())
    for base, group in waiting.items():
        if len(group) == 1 and base not in taken:
            given[group[0]] = base
    taken |= set(given.values()) | set(waiting)
    for _, group in sorted(waiting.items()):
        left = sorted((clinic for clinic in group if clinic not in given), key=lambda clinic: clinic.key)
        endings = [Counter(map(part, group)) for part in PARTS] if left else []
        for clinic in left:
            given[clinic] = _told_apart(clinic, endings, taken)
            taken.add(given[clinic])
    return [given[clinic] for clinic in clinics]


def _kept(clinics: Sequence[Identity], known: Mapping[str, Identity | None]) -> dict[Identity, str]:
    """Clinics that have a file already: of the same name and address, or of one that can only be theirs."""
    whose = {owner.key: ident for ident, owner in sorted(known.items(), reverse=True) if owner}
    given = {clinic: whose[clinic.key] for clinic in clinics if clinic.key in whose}
    used = set(given.values())
    free = {ident: owner for ident, owner in known.items() if owner and ident not in used}
    listed: dict[_Sought, list[str]] = defaultdict(list)
    for ident, owner in free.items():
        for sought in _found_as(owner):
            listed[sought].append(ident)
    waiting = [clinic for clinic in clinics if clinic not in given]
    asked = Counter(sought for clinic in waiting for sought in _looks_for(clinic))
    for clinic in waiting:
        places = [listed[sought] for sought in _looks_for(clinic) if sought in listed]
        if sum(map(len, places)) == 1:
            ident = next(ident for place in places for ident in place)
            if sum(asked[sought] for sought in _found_as(free[ident])) == 1:
                given[clinic] = ident
    return given


_Sought = tuple[str, str | None]
"""A name and a postcode; "" for clinics whose address is not known, None for all of the name."""


def _found_as(owner: Identity) -> list[_Sought]:
    """Under what a clinic that has a file is looked for. Looked up, not compared one by one: a long list may hold one
    name thousands of times."""
    name = owner.key[0]
    return [(name, None), *([(name, owner.postcode)] if owner.postcode or not owner.address else [])]


def _looks_for(clinic: Identity) -> list[_Sought]:
    """Where a clinic's own file may be, its address written otherwise: same name and postcode, or no address."""
    name = clinic.key[0]
    if not clinic.address:
        return [(name, None)]
    return [(name, ""), *([(name, clinic.postcode)] if clinic.postcode else [])]


def _told_apart(clinic: Identity, endings: Sequence[Counter[str]], taken: set[str]) -> str:
    """By the town if no other clinic of the name is there, else by the postcode, else by a digest. `endings` counts the
    towns and the postcodes of all clinics of the name."""
    for part, others in zip(PARTS, endings, strict=True):
        ending = part(clinic)
        ident = _with_ending(clinic.base, ending)
        if ending and others[ending] == 1 and ident not in taken:
            return ident
    lengths = range(6, len(clinic.digest) + 1)
    idents = (_with_ending(clinic.base, clinic.digest[:length]) for length in lengths)
    return next(ident for ident in idents if ident not in taken)


def _town(clinic: Identity) -> str:
    return slug(place_in(clinic.address), 24)


def _code(clinic: Identity) -> str:
    return slug(clinic.postcode, 24)


PARTS = (_town, _code)
"""What of an address tells two clinics of one name apart, the plainest first."""


def _with_ending(base: str, ending: str) -> str:
    room = LONGEST - len(ending) - 1
    return f"{slug(base.replace('-', ' '), max(room, 1))}-{ending}" if ending else base


def _key(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(character for character in plain if character.isalnum())
