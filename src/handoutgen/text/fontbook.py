"""A folder of font files in; for any word, the face to set it in, out.

Atkinson Hyperlegible Next comes first, for its letters are hard to confuse (I l 1, 0 O); the others stand in for
scripts and signs that it lacks. A word is kept in one face where one face has all of it, and a letter is never parted
from its marks, because marks are placed by the face that holds the letter.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import copy
from pathlib import Path

from handoutgen.errors import HandoutError
from handoutgen.language import HANDS, language_of
from handoutgen.memory import Shelves
from handoutgen.text.characters import clusters
from handoutgen.text.faces import Face, FaceSpec
from handoutgen.text.scripts import scripts_of

_NOTO_SANS = {
    "Beng": "Bengali", "Guru": "Gurmukhi", "Gujr": "Gujarati", "Taml": "Tamil", "Telu": "Telugu", "Ethi": "Ethiopic",
    "Thai": "Thai", "Hebr": "Hebrew", "Mlym": "Malayalam", "Knda": "Kannada", "Sinh": "Sinhala", "Khmr": "Khmer",
    "Mymr": "Myanmar", "Laoo": "Lao", "Armn": "Armenian", "Geor": "Georgian",
}  # fmt: skip
"""Scripts with a Noto Sans of their own, in regular and bold. It has the Latin letters of Noto Sans too."""


def _noto_sans(script: str, name: str) -> tuple[FaceSpec, FaceSpec]:
    low = name.lower()
    family, path = f"noto-{low}", f"noto-sans-{low}/NotoSans{name}"
    return (
        FaceSpec(family, f"{path}-Regular.ttf", family, script=script),
        FaceSpec(f"{family}-bold", f"{path}-Bold.ttf", family, bold=True, script=script),
    )


STANDARD_FACES = (
    FaceSpec("atkinson", "atkinson-hyperlegible-next/AtkinsonHyperlegibleNext-Regular.ttf", "atkinson"),
    FaceSpec("atkinson-bold", "atkinson-hyperlegible-next/AtkinsonHyperlegibleNext-Bold.ttf", "atkinson", bold=True),
    FaceSpec("noto", "noto-sans/NotoSans-Regular.ttf", "noto"),
    FaceSpec("noto-bold", "noto-sans/NotoSans-Bold.ttf", "noto", bold=True),
    FaceSpec("vazirmatn", "vazirmatn/Vazirmatn-Regular.ttf", "vazirmatn"),
    FaceSpec("vazirmatn-bold", "vazirmatn/Vazirmatn-Bold.ttf", "vazirmatn", bold=True),
    FaceSpec("symbols", "noto-sans-symbols/NotoSansSymbols-Regular.ttf", "symbols"),
    FaceSpec("symbols-2", "noto-sans-symbols-2/NotoSansSymbols2-Regular.ttf", "symbols-2"),
    *(spec for script, name in _NOTO_SANS.items() for spec in _noto_sans(script, name)),
    FaceSpec("nastaliq", "noto-nastaliq-urdu/NotoNastaliqUrdu-Regular.ttf", "nastaliq", script="Aran"),
    FaceSpec("nastaliq-bold", "noto-nastaliq-urdu/NotoNastaliqUrdu-Bold.ttf", "nastaliq", bold=True, script="Aran"),
)


EVERYDAY = frozenset("\n“”‘’–—•…€").union(map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x100))))
"""Characters that the first face is known to have, so that a text in no others is told without opening a font."""


class FontBook:
    """The faces of one font folder. One per process is usual: it keeps what it has opened and shaped."""

    def __init__(self, folder: Path, specs: tuple[FaceSpec, ...] = STANDARD_FACES) -> None:
        self.folder = folder
        self.faces = {spec.key: Face(spec, folder / spec.path) for spec in specs}
        self.shelves = Shelves()
        """What the text room remembers between paragraphs (shaped words, broken paragraphs)."""
        missing = [face.path.name for face in self.faces.values() if not face.path.is_file()]
        if missing:
            raise HandoutError(
                f"Font files are missing from {folder}: {', '.join(missing)}.",
                "Reinstall the program, or restore fonts/.",
            )
        self._chains: dict[tuple[str, bool], tuple[Face, ...]] = {}

    def apart(self) -> FontBook:
        """The same faces, opened already, in a book that remembers none of what this one set, and of whose words this
        one learns nothing."""
        other = copy(self)
        other.faces = {key: face.apart() for key, face in self.faces.items()}
        other.shelves = Shelves()
        other._chains = {}
        return other

    def with_faces(self, specs: Sequence[FaceSpec]) -> FontBook:
        """A book of its own with more faces, after all of this one's."""
        other = self.apart()
        other.faces |= {spec.key: Face(spec, self.folder / spec.path) for spec in specs}
        return other

    @property
    def main(self) -> Face:
        """The face that the design is made for."""
        return next(iter(self.faces.values()))

    def face(self, key: str) -> Face:
        """The face a `GlyphRun` names."""
        return self.faces[key]

    def chain(self, language: str, bold: bool) -> tuple[Face, ...]:
        """The faces to try for text of a language, best first: those of its script, then the program's first. A family
        without a bold lends its regular. Of the faces for a hand those alone of the language's own."""
        found = self._chains.get((language, bold))
        if found is None:
            found = self._chains[language, bold] = self._make_chain(self._first_families(language), bold)
        return found

    def _first_families(self, language: str) -> list[str]:
        known = language_of(language)
        if known.first_family:
            return [known.first_family]
        script = known.drawn_in
        own = {face.spec.family: None for face in self.faces.values() if script and face.spec.script == script}
        if known.hand:  # Latin names and figures stay in the faces that are drawn for them
            return [self.main.spec.family, *own]
        # The signs that a Noto Sans of one script lacks come from the large one, which is drawn alike.
        return [*own, "noto"] if own else []

    def _make_chain(self, first: Sequence[str], bold: bool) -> tuple[Face, ...]:
        families: dict[str, Face] = {}
        for face in self.faces.values():
            # A hand is asked for: it lends no letter to a text in another, or that would be a patchwork of the two.
            if face.spec.script in HANDS and face.spec.family not in first:
                continue
            if face.spec.family not in families or face.spec.bold == bold:
                families[face.spec.family] = face
        return tuple({**{family: families[family] for family in first if family in families}, **families}.values())

    @staticmethod
    def _asked(chain: tuple[Face, ...], text: str) -> Iterator[Face]:
        """The faces of a chain that may have a text: the first, and all but those that are here for other scripts, so
        that none of these is opened in vain."""
        scripts: frozenset[str] | None = None
        for number, face in enumerate(chain):
            if number and face.spec.script:
                if scripts is None:
                    scripts = frozenset([script for character in text for script in scripts_of(character)])
                if scripts and scripts.isdisjoint(face.spec.letters_of):
                    continue
            yield face

    def fits(self, face: Face, text: str) -> bool:
        """Whether one face has a glyph for every character of a text that leaves a mark on paper."""
        return face.letters.issuperset(text)

    def split(self, text: str, language: str, bold: bool) -> list[tuple[Face, str]]:
        """A word in pieces of one face each: whole where one face has it all, else cut between grapheme clusters.

        A character that no face has stays with the first face; `uncovered` finds it beforehand.
        """
        chain = self.chain(language, bold)
        for face in self._asked(chain, text):
            if self.fits(face, text):
                return [(face, text)]
        pieces: list[tuple[Face, str]] = []
        for cluster in clusters(text):
            face = next((f for f in self._asked(chain, cluster) if self.fits(f, cluster)), chain[0])
            if pieces and (pieces[-1][0] is face or self.fits(pieces[-1][0], cluster)):
                pieces[-1] = (pieces[-1][0], pieces[-1][1] + cluster)
            else:
                pieces.append((face, cluster))
        return pieces

    def uncovered(self, text: str) -> tuple[tuple[int, str], ...]:
        """The characters that no face has a glyph for, each with its index: printed, they would be empty boxes
        (PDF/UA-1 7.21.8). White space and the controls that text handling understands do not count. A mark counts
        when no face has both it and its letter."""
        if self.main.spec is STANDARD_FACES[0] and EVERYDAY.issuperset(text):
            return ()
        chain = self.chain("en", bold=False)
        if self.fits(chain[0], text):
            return ()
        found: list[tuple[int, str]] = []
        index = 0
        for cluster in clusters(text):
            if not cluster.isspace() and not self._has(chain, cluster):
                alone = [not self._has(chain, character) for character in cluster]
                blamed = alone if any(alone) else [False] * (len(cluster) - 1) + [True]
                found += [(index + k, character) for k, character in enumerate(cluster) if blamed[k]]
            index += len(cluster)
        return tuple(found)

    def _has(self, chain: tuple[Face, ...], text: str) -> bool:
        """Whether one face of a chain has all of a text."""
        return any(self.fits(face, text) for face in self._asked(chain, text))
