"""A page's content stream turned into what is on the paper and to whom it belongs.

Every painting operator becomes a `ShownText` or an `Inked` inside a `MarkedContent`, with its box in the page's own
coordinates; what breaks the rules of marking (ISO 32000-1 14.6, PDF/UA-1 7.1) becomes a problem in words.
"""

from __future__ import annotations

import re
from binascii import unhexlify
from codecs import utf_16_be_decode

from handoutgen.memory import Memory
from handoutgen.pdf.reading.content_parts import Between, PaintState, ReadPart, ends_of_parts, is_whole
from handoutgen.pdf.reading.geometry import (
    IDENTITY,
    box_of,
    intersection,
    matrix,
    points,
    product,
    scale,
    touch,
    transformed,
    widened,
)
from handoutgen.pdf.reading.page_content import Inked, MarkedContent, PageContent, ShownText

_OPERATION = re.compile(
    # a run of text placed, set in a font and shown, the most frequent of all ...
    rb"([-+.\d]++) ([-+.\d]++) Td (/[A-Za-z0-9]++) ([.\d]++) Tf (\[[^\]()]*+\]) ?TJ\s++|"
    # ... a whole path and what is done with it ...
    rb"((?:(?:[-+.\d]++\s++)*+(?:[mlcvyh]|re)\s++)++)(f\*?|F|S|s|B\*?|b\*?|n|W\*?)(?![A-Za-z*])\s*+|"
    # ... or one operator with its operands
    rb"((?:(?:[-+.\d]++|/[^\s<>\[\](){}/%]*+|<<(?:[^<>]++|<[^<>]*>)*+>>|\[(?:[^\]()]++|\((?:[^()\\]|\\.)*\))*+\]"
    rb"|<[0-9A-Fa-f\s]*+>|\((?:[^()\\]|\\.)*+\))\s*+)*+)([A-Za-z'\"][A-Za-z0-9*]*+)?\s*+",
    re.DOTALL,
)
_MCID = re.compile(rb"/MCID\s+(\d+)")
_RUNNING = re.compile(rb"/Subtype\s*/(Header|Footer)\b")


class ContentReader:
    """Reads one content stream. What its codes mean is the fonts' affair."""

    def __init__(self, known: Memory[ReadPart] | None = None) -> None:
        """`known` remembers parts of streams, by their bytes and the state that they begin in."""
        self._known = known
        self._is_sound = True
        """Whether nothing was wrong in the part at hand."""
        self._page = PageContent()
        self._state = PaintState()
        self._saved: list[PaintState] = []
        self._open: list[MarkedContent] = []
        self._loose: MarkedContent | None = None
        self._path = b""
        self._clipping = False
        self._text = IDENTITY
        self._in_text = False
        self._continues = False
        """Whether what is shown next follows right behind: raised signs part a run into several operators. Where such
        a part starts does not matter here, so widths are never added up."""
        self._mark_depths: list[tuple[bool, int]] = []

    def read(self, content: bytes) -> PageContent:
        """What the stream paints."""
        if self._known is None:
            self._read_now(content)
        else:
            self._read_in_parts(content, self._known)
        if self._open:
            self._problem("a mark is never closed (EMC is missing)")
        if self._in_text or self._saved:
            self._problem("a text object or a saved state is never closed")
        return self._page

    def _read_in_parts(self, content: bytes, known: Memory[ReadPart]) -> None:
        """Each part, read now or before; what follows one that may not be whole, in one go with it."""
        start, marks = 0, self._page.marks
        for end in ends_of_parts(content):
            before = self._between()
            key = (content[start:end], before)
            found = known.find(key) if before else None
            if found is not None:
                marks += found.marks
                self._go_on(found.behind)
            elif not is_whole(key[0]):
                return self._read_now(content[start:])
            else:
                count, self._is_sound = len(marks), True
                self._read_now(key[0])
                behind = self._between()
                if before and behind and self._is_sound:
                    known.keep(key, ReadPart(tuple(marks[count:]), behind))
            start = end
        return None

    def _go_on(self, behind: Between) -> None:
        self._state = PaintState(*behind[:5])
        _, _, _, _, _, self._text, self._in_text, self._continues = behind

    def _between(self) -> Between | None:
        """The state, where nothing is open."""
        if self._open or self._saved or self._path or self._clipping:
            return None
        now = self._state
        return Between(
            now.matrix, now.font, now.size, now.line_width, now.clip, self._text, self._in_text, self._continues
        )  # fmt: skip

    def _read_now(self, content: bytes) -> None:
        handlers = _HANDLERS
        for x, y, font, size, shown, path, act, operands, operator in _OPERATION.findall(content):
            if shown:
                self._place(float(x), float(y))
                self._state.font, self._state.size = font, float(size)
                self._show(shown)
            elif path:
                self._path = path
                handlers[act](self, b"")
            elif operator in handlers:
                handlers[operator](self, operands)
            elif operator or operands:
                self._problem(f"the operator {(operator or operands)[:20].decode('latin-1')} is not expected")

    def _problem(self, words: str) -> None:
        self._is_sound = False
        if words not in self._page.problems:
            self._page.problems.append(words)

    # -- marks -------------------------------------------------------------------------------------------------------

    def _begin_mark(self, operands: bytes) -> None:
        self._continues = False
        tag, mcid = self._named(operands)
        running = _RUNNING.search(operands) if b"/Pagination" in operands else None
        mark = MarkedContent(tag, mcid, running[1].decode("ascii") if running else "")
        if self._open:
            self._problem(f"a mark /{tag} stands inside a mark /{self._open[-1].tag}")
        if tag != "Artifact" and mark.mcid is None:
            self._problem(f"a mark /{tag} has no MCID")
        self._page.marks.append(mark)
        self._open.append(mark)
        self._mark_depths.append((self._in_text, len(self._saved)))

    def _named(self, operands: bytes) -> tuple[str, int | None]:
        """The tag and MCID of a mark."""
        found = _MCID.search(operands)
        tag = operands.partition(b"<")[0].split()[0][1:]
        return tag.decode("latin-1"), int(found[1]) if found else None

    def _end_mark(self, operands: bytes) -> None:
        if not self._open:
            self._problem("a mark is closed that was never opened (EMC without BDC)")
            return
        self._open.pop()
        if self._mark_depths.pop() != (self._in_text, len(self._saved)):
            self._problem("a mark straddles the edge of a text object or a saved state")

    def _mark(self) -> MarkedContent:
        """The mark that what is painted now belongs to."""
        if self._open:
            return self._open[-1]
        self._problem("something is painted outside of any mark")
        if self._loose is None:
            self._loose = MarkedContent("", None)
            self._page.marks.append(self._loose)
        return self._loose

    # -- graphics state ----------------------------------------------------------------------------------------------

    def _save(self, operands: bytes) -> None:
        self._saved.append(self._state.copy())

    def _restore(self, operands: bytes) -> None:
        if not self._saved:
            self._problem("a state is restored that was never saved (Q without q)")
            return
        self._state = self._saved.pop()

    def _concatenate(self, operands: bytes) -> None:
        self._state.matrix = product(matrix(operands), self._state.matrix)

    def _set_line_width(self, operands: bytes) -> None:
        self._state.line_width = float(operands)

    def _ignore(self, operands: bytes) -> None:
        """Operators that neither paint nor move anything."""

    # -- text --------------------------------------------------------------------------------------------------------

    def _begin_text(self, operands: bytes) -> None:
        if self._in_text:
            self._problem("a text object stands inside another (BT without ET)")
        self._in_text = True
        self._text = IDENTITY

    def _end_text(self, operands: bytes) -> None:
        self._in_text = False

    def _set_font(self, operands: bytes) -> None:
        self._continues = False
        name, size = operands.split()
        self._state.font, self._state.size = name, float(size)

    def _move(self, operands: bytes) -> None:
        x, y = map(float, operands.split())
        self._place(x, y)

    def _place(self, x: float, y: float) -> None:
        self._continues = False
        a, b, c, d, e, f = self._text
        self._text = (a, b, c, d, e + x * a + y * c, f + x * b + y * d)

    def _set_matrix(self, operands: bytes) -> None:
        self._continues = False
        self._text = matrix(operands)

    def _show(self, operands: bytes) -> None:
        state = self._state
        if not self._in_text or not state.font:
            self._problem("text is shown outside of a text object or without a font")
            return
        codes = b"".join(operands.replace(b">", b"<").split(b"<")[1::2])  # [ codes kern codes kern ... codes ]
        text = utf_16_be_decode(unhexlify(codes), "surrogatepass")[0]
        texts = self._mark().texts
        if self._continues and texts:
            texts[-1].codes += text
        else:
            whole = self._text if state.matrix is IDENTITY else product(self._text, state.matrix)
            texts.append(ShownText(text, state.font.decode("latin-1"), state.size * scale(whole), whole[4], whole[5]))
        self._continues = True

    # -- paths and pictures ------------------------------------------------------------------------------------------

    def _clip(self, operands: bytes) -> None:
        self._clipping = True

    def _paint(self, operands: bytes, stroked: bool) -> None:
        state = self._state
        if self._path:
            pen = state.line_width / 2 * scale(state.matrix) if stroked else 0.0
            box = widened(transformed(box_of(points(self._path)), state.matrix), pen)
            cut = intersection(box, state.clip) if state.clip else box
            if not state.clip or touch(box, state.clip):  # what lies outside of it leaves no ink
                self._mark().inked.append(Inked(cut, self._path, state.matrix, pen))
        self._end_path(operands)

    def _fill_path(self, operands: bytes) -> None:
        self._paint(operands, False)

    def _stroke_path(self, operands: bytes) -> None:
        self._paint(operands, True)

    def _end_path(self, operands: bytes) -> None:
        if self._clipping and self._path:
            box = transformed(box_of(points(self._path)), self._state.matrix)
            self._state.clip = intersection(box, self._state.clip) if self._state.clip else box
        self._path, self._clipping = b"", False

    def _picture(self, operands: bytes) -> None:
        square = b"0 0 1 1 re "
        box = transformed((0.0, 0.0, 1.0, 1.0), self._state.matrix)
        self._mark().inked.append(Inked(box, square, self._state.matrix, 0.0))


_HANDLERS = {
    b"BDC": ContentReader._begin_mark,
    b"BMC": ContentReader._begin_mark,
    b"EMC": ContentReader._end_mark,
    b"q": ContentReader._save,
    b"Q": ContentReader._restore,
    b"cm": ContentReader._concatenate,
    b"w": ContentReader._set_line_width,
    b"BT": ContentReader._begin_text,
    b"ET": ContentReader._end_text,
    b"Tf": ContentReader._set_font,
    b"Td": ContentReader._move,
    b"Tm": ContentReader._set_matrix,
    b"TJ": ContentReader._show,
    b"Tj": ContentReader._show,
    b"W": ContentReader._clip,
    b"W*": ContentReader._clip,
    b"n": ContentReader._end_path,
    b"Do": ContentReader._picture,
    **dict.fromkeys((b"f", b"f*", b"F"), ContentReader._fill_path),
    **dict.fromkeys((b"S", b"s", b"B", b"B*", b"b", b"b*"), ContentReader._stroke_path),
    **dict.fromkeys((b"g", b"rg", b"G", b"RG", b"cs", b"sc", b"CS", b"SC"), ContentReader._ignore),
    **dict.fromkeys((b"J", b"j", b"M", b"d", b"ri", b"i", b"Ts"), ContentReader._ignore),
}
