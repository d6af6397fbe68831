"""A leaflet → a Typst document that says the same, with the same pictures, type and grid, for a fair race.

Written as a Typst author would write it: functions for the parts, columns for the text, Typst's own lists,
tables, figures and outline. Nothing is left out that we print and nothing is added: what ours draws without tags
(rules, write-on lines, the diary's empty rows, QR codes) is an artifact here too. What a clinic says of itself is in
`typst_clinic`. A leaflet whose texts show a clinic's fields is refused (`MarkdownProblem`): nothing here fills them in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from handoutgen.content.markdown import inline
from handoutgen.content.model import Leaflet
from handoutgen.content.sections import Callout, Figure, Section, SectionContent, Table
from handoutgen.content.strategies import Strategy
from handoutgen.content.tools import Checklist, Diary, Goals, Questions, Tool
from handoutgen.content.words import Words, format_date, format_month
from handoutgen.design.colour import palette
from handoutgen.design.grid import Grid
from handoutgen.design.scale import Scale
from handoutgen.layout.blocks.tools import STACKED_ENTRIES
from handoutgen.story.addresses import printed_address
from handoutgen.story.order import section_title
from handoutgen.story.record import how_it_was_made
from handoutgen.story.strategies import callout_title, is_said_in_brief
from handoutgen.story.voice import Voice, voice_of

TEMPLATE = Path(__file__).with_name("leaflet.typ")
ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": " "})
CALLOUT_ICONS = {"important": "warning", "tip": "tip", "note": "info"}
HELP_ICONS = {"emergency": "emergency", "urgent": "phone", "routine": "calendar"}


@dataclass(frozen=True, slots=True)
class TypstLeaflet:
    """One leaflet in one size and one way of writing dates: what clinics share."""

    leaflet: Leaflet
    words: Words
    scale: Scale
    grid: Grid
    width_of: Callable[[str], float]
    """How wide a line of body text runs, in pt."""

    @property
    def voice(self) -> Voice:
        """How the leaflet speaks when no clinic is named."""
        return voice_of(self.words, self.leaflet.language, None)

    def module(self) -> str:
        """All that is the same for every clinic: a module whose `in-colour` gives what `typst_clinic` calls."""
        template = TEMPLATE.read_text(encoding="utf-8")
        template = template.replace("= HELP\n", f"= {self._help()}\n")
        return self._head() + template.replace("= { BODY }\n", f"= {block(self._body())}\n")

    def _head(self) -> str:
        leaf, scale, grid, plain = self.leaflet, self.scale, self.grid, palette()
        day, rows = leaf.review.published, self.footer()
        page = self.words.get("page", page="\u0001", pages="\u0002")
        before, _, rest = page.partition("\u0001")
        between, _, after = rest.partition("\u0002")
        language, _, region = leaf.language.partition("-")
        values = {
            "title": quoted(leaf.title), "description": quoted(leaf.subtitle or ""),
            "lang": quoted(language), "region": quoted(region),
            "date": f"datetime(year: {day.year}, month: {day.month}, day: {day.day})",
            "keywords": tuple_of(quoted(word) for word in leaf.search_words),
            "base": pt(scale.base), "ratio": f"{scale.body.leading / scale.body.size:.4f}", "unit": pt(scale.unit),
            "h1": pt(scale.h1.size), "h2": pt(scale.h2.size), "h3": pt(scale.h3.size),
            "standfirst": pt(scale.standfirst.size), "numeral": pt(scale.numeral.size), "rule": pt(scale.rule),
            "hair": pt(scale.hairline), "frame": pt(scale.frame), "width": pt(grid.width), "height": pt(grid.height),
            "margin-left": pt(grid.left), "margin-right": pt(grid.width - grid.left - grid.full),
            "margin-top": pt(grid.top), "margin-bottom": pt(grid.bottom),
            "page-columns": str(grid.columns), "gutter": pt(grid.gutter), "text-width": pt(grid.measure),
            "pale": colour(plain.rule), "write": colour(plain.write),
            "draft": quoted(self.words.get("draft") if leaf.review.status == "draft" else ""),
            "contact-title": quoted(self.words.get("contact")),
            "footer": quoted(rows[0]), "second-footer": quoted(rows[1]), "page-before": quoted(before),
            "page-between": quoted(between), "page-after": quoted(after),
        }  # fmt: skip
        return "".join(f"#let {name} = {value}\n" for name, value in values.items())

    def footer(self) -> tuple[str, str]:
        """Its one or two lines, but for the page number, broken and shortened where ours is (`blocks.footer`)."""
        review, locale, word, full = self.leaflet.review, self.words.language, self.words.get, self.grid.full
        code = f"{self.leaflet.code} · {word('version', version=review.version)}"
        published, due = format_month(review.published, locale), format_month(review.next_review, locale)
        dates = [word("footer_dates", published=published, due=due), word("next_review", date=due)]
        one_line, page_room = f"{code} · {dates[0]}", self.width_of(word("page", page=88, pages=88)) + self.scale.base
        if self.width_of(one_line) + page_room <= full:
            return one_line, ""
        return code, next((text for text in dates if self.width_of(text) <= full), dates[-1])

    def _body(self) -> Iterable[str]:
        leaf, word = self.leaflet, self.words.get
        yield f"opening({quoted(leaf.title)}, {quoted(leaf.subtitle or '')}, {self._phrase(leaf.main_message)})"
        yield part(word("key_points"), f"points{self._phrases(leaf.key_points)}", outlined=False)
        if self.scale.is_large:
            yield f"contents({quoted(word('contents'))})"
        yield from self._extras("key-points")
        for name in ("about", "causes", "symptoms"):
            section: Section | None = getattr(leaf, name)
            if section:
                yield part(section.title or word(name), *self._section(section))
            yield from self._extras(name)
        yield from self._management()
        yield from self._extras(None)
        yield from self._extras("management")
        for tool in leaf.tools:
            yield part(tool.title, *self._tool(tool))
        yield from self._extras("tools")
        yield from self._back()

    def _extras(self, after: str | None) -> Iterable[str]:
        for extra in self.leaflet.sections:
            if extra.after == after:
                yield part(section_title(self.voice, extra), *self._section(extra))
                yield from self._extras(extra.id)

    def _section(self, section: Section) -> Iterable[str]:
        yield from self._content(section)
        for inner in section.subsections:
            yield f"heading(level: 3, {quoted(inner.title)})"
            yield from self._content(inner)

    def _content(self, section: SectionContent) -> Iterable[str]:
        """What stands under a heading, in its author's order."""
        for key in section.written_order:
            if key in ("caution", "dose"):
                yield self._line(key, getattr(section, key))
            elif key == "text":
                yield from self._prose(section.text or "")
            elif key == "steps":
                yield f"steps{self._phrases(section.steps)}"
            elif key in ("do", "do_not"):
                own = section.do_title if key == "do" else section.do_not_title
                icon, items = ("yes", section.do) if key == "do" else ("no", section.do_not)
                yield f"marked({quoted(own or self.words.get(key))}, {quoted(icon)}, {self._phrases(items)})"
            elif key == "table" and section.table:
                yield from self._table(section.table)
            elif key == "figure" and section.figure:
                yield self._figure(section.figure)
            elif key == "callouts":
                yield from (self._callout(callout) for callout in section.callouts)

    def _line(self, key: str, text: str) -> str:
        icon = {"caution": "warning", "dose": "medicines"}[key]
        return f"caution({quoted(icon)}, {quoted(self.words.get(key) + ': ')}, {self._phrase(text)})"

    def _table(self, table: Table) -> Iterable[str]:
        if table.caption:
            yield f"par(strong({self._phrase(table.caption)}))"
        head = "".join(f"| {cell} " for cell in table.head) + "|"
        rows = ["".join(f"| {cell} " for cell in row) + "|" for row in table.rows]
        yield from self._prose("\n".join([head, "| --- " * len(table.head) + "|", *rows]))

    def _callout(self, callout: Callout) -> str:
        title = callout_title(self.voice, callout)
        return (
            f"aside({quoted(CALLOUT_ICONS[callout.kind.value])}, {quoted(title)}, {block(self._prose(callout.text))})"
        )

    def _management(self) -> Iterable[str]:
        management, word = self.leaflet.management, self.words.get
        if management is None:
            return
        yield part(management.title or word("management"), *(self._prose(management.intro) if management.intro else ()))
        for number, strategy in enumerate(management.strategies, start=1):
            body = block(self._strategy(strategy))
            yield f"strategy({number}, {quoted(strategy.icon)}, {quoted(strategy.title)}, {body})"
        if management.uncertainty:
            yield f"unknown({quoted(word('uncertainty'))}, {block(self._prose(management.uncertainty))})"

    def _strategy(self, strategy: Strategy) -> Iterable[str]:
        word = self.words.get
        yield f"par({self._phrase(strategy.brief)})"
        if not is_said_in_brief(strategy):
            yield from self._prose(strategy.what)
        if strategy.why:
            yield f"par({self._phrase(strategy.why)})"
        if strategy.caution:
            yield self._line("caution", strategy.caution)
        if strategy.figure:
            yield self._figure(strategy.figure)
        for how in strategy.how:
            if how.title:
                yield f"heading(level: 4, {quoted(how.title)})"
            if how.figure:
                yield self._figure(how.figure)
            yield f"steps{self._phrases(how.steps)}"
        for key in ("how_often", "benefits", "risks"):
            text = getattr(strategy, key)
            if text:
                yield f"par(strong({quoted(word(key) + ': ')}) + {self._phrase(text)})"
        for key, icon, items in (("stop_if", "stop", strategy.stop_if), ("ask_first", "ask", strategy.ask_first)):
            if items:
                yield f"quiet({quoted(icon)}, {quoted(word(key))}, {self._phrases(items)})"
        yield from (self._callout(callout) for callout in strategy.callouts)

    def _figure(self, figure: Figure) -> str:
        labels = tuple_of(
            f"({quoted(label.text)}, {label.x}, {label.y})" for label in sorted(figure.labels, key=lambda f: f.y)
        )
        return f"picture({quoted(figure.file)}, {quoted(figure.alt)}, {self._phrase(figure.caption)}, {labels})"

    def _tool(self, tool: Tool) -> Iterable[str]:
        if tool.intro:
            yield from self._prose(tool.intro)
        if isinstance(tool, Diary):
            yield self._diary(tool)
        elif isinstance(tool, Checklist):
            yield f"ticks{self._phrases(tool.items)}"
        elif isinstance(tool, Questions):
            yield f"ticks{self._phrases(tool.questions)}"
            if tool.lines:
                yield f"par({quoted(self.words.get('my_questions'))})"
                yield f"lines({tool.lines})"
        elif isinstance(tool, Goals):
            for prompt in tool.prompts:
                yield f"par(strong({self._phrase(prompt)}))"
                yield f"lines({tool.lines})"
        else:
            yield f"lines({tool.lines})"

    def _diary(self, diary: Diary) -> str:
        titles = tuple_of(quoted(column.title) for column in diary.columns)
        examples = tuple_of(quoted(column.example or "") for column in diary.columns)
        if self.scale.is_large:
            count = min(diary.rows, STACKED_ENTRIES)
            words = (quoted(self.words.get(key)) for key in ("example", "copy_pages"))
            return f"forms({', '.join(words)}, {titles}, {examples}, {count})"
        widths = tuple_of(f"{column.width}fr" for column in diary.columns)
        first, *rest = (column.example or "" for column in diary.columns)
        word = self.words.get("example")
        examples = tuple_of(map(quoted, [f"{word}: {first}" if first else word, *rest]))
        return f"diary({widths}, {titles}, {examples}, {diary.rows})"

    def _back(self) -> Iterable[str]:
        leaf, word = self.leaflet, self.words.get
        if leaf.glossary:
            rows = (f"strong({quoted(e.term + ': ')}) + {self._phrase(e.meaning)}" for e in leaf.glossary)
            yield part(word("glossary"), f"entries{tuple_of(rows)}")
        if leaf.support:
            yield part(word("support"), f"entries{tuple_of(self._support(s) for s in leaf.support)}")
        sources = (self._source(s.publisher, s.title, s.year, s.web) for s in leaf.sources)
        numbers = {source.id: index for index, source in enumerate(leaf.sources, start=1)}
        notes = [
            word("sources_of", number=index, sources=", ".join(map(str, sorted(numbers[s] for s in strategy.sources))))
            for index, strategy in enumerate(leaf.strategies, start=1)
            if strategy.sources
        ]
        yield part(word("sources"), f"steps{tuple_of(sources)}", f"par({quoted(' '.join(notes))})")
        yield part(word("review"), *self._review())

    def _support(self, place: object) -> str:
        name, phone, text, web = (getattr(place, key) for key in ("name", "phone", "text", "web"))
        said = f"strong({quoted(name + (f', {phone}' if phone and phone not in name else ''))})"
        if text:
            said += f' + ". " + {self._phrase(text)}'
        return said + (f' + " " + linked({quoted(web)}, {quoted(printed_address(web))})' if web else "")

    @staticmethod
    def _source(publisher: str, title: str, year: str | None, web: str | None) -> str:
        said = quoted(f"{publisher}: {title}{f' ({year})' if year else ''}.")
        site = printed_address(web).removeprefix("www.").partition("/")[0] if web else ""
        return said + (f' + " " + linked({quoted(web)}, {quoted(site)})' if web else "")

    def _review(self) -> Iterable[str]:
        leaf, word = self.leaflet, self.words.get
        review = leaf.review
        facts = [f"{leaf.code}, {word('version', version=review.version)}"]
        facts += [
            word(k, date=format_date(getattr(review, k), self.words.language))
            for k in ("published", "last_reviewed", "next_review")
        ]
        facts += [word("owner", owner=review.owner), *([word("draft")] if review.status == "draft" else [])]
        facts.append(word("disclaimer"))
        yield from (f"par({quoted(fact)})" for fact in facts)
        for key in ("funding", "reader_involvement"):
            yield f"par(strong({quoted(word(key) + ': ')}) + {self._phrase(getattr(review, key))})"
        credits = dict.fromkeys(figure.credit for figure in self.figures() if figure.credit)
        if credits:
            yield f"par(strong({quoted(word('pictures') + ': ')}) + {quoted('; '.join(credits))})"
        for label, *value in how_it_was_made(self.voice, review):
            yield f"par(strong({quoted(label.text)}) + {runs(value)})"

    def figures(self) -> Iterable[Figure]:
        """All figures, in reading order."""
        leaf = self.leaflet
        parts = [part for section in leaf.all_sections for part in (section, *section.subsections)]
        yield from (part.figure for part in parts if part.figure)
        for strategy in leaf.strategies:
            yield from (f for f in (strategy.figure, *(how.figure for how in strategy.how)) if f)

    def _help(self) -> str:
        guide, word = self.leaflet.help, self.words.get
        levels = []
        for key, icon in HELP_ICONS.items():
            level = getattr(guide, key)
            action = self._phrase(" ".join(level.all_actions)) if level.all_actions else "none"
            levels.append(f"({quoted(icon)}, {quoted(word(f'{key}_signs'))}, {self._phrases(level.signs)}, {action})")
        intro = self._phrase(guide.intro) if guide.intro else "none"
        return f"({quoted(guide.title or word('help'))}, {intro}, {tuple_of(levels)})"

    def _phrases(self, sources: Sequence[str]) -> str:
        return tuple_of(self._phrase(source) for source in sources)

    def _phrase(self, source: str) -> str:
        return runs(inline.parse_phrase(source, {}))

    def _prose(self, source: str) -> Iterable[str]:
        return [_block(each) for each in inline.parse_prose(source, {})]


def icons_of(leaflet: Leaflet) -> set[str]:
    """Names of all icons the document shows."""
    return {strategy.icon for strategy in leaflet.strategies} | {
        *CALLOUT_ICONS.values(), *HELP_ICONS.values(), "yes", "no", "stop", "ask", "medicines", "warning",
    }  # fmt: skip


def runs(content: Sequence[inline.Text]) -> str:
    """Runs of text as one Typst expression; a link prints its address after its words, as ours does."""
    said = []
    for run in content:
        words = run.text
        address = printed_address(run.link) if run.link else ""
        if address.removeprefix("www.").partition("/")[0].casefold() not in words.casefold():
            words += f" ({address})"
        plain = f"strong({quoted(words)})" if run.strong else quoted(words)
        said.append(f"linked({quoted(run.link)}, {plain})" if run.link else plain)
    return " + ".join(said)


def _block(each: inline.Block) -> str:
    if isinstance(each, inline.Paragraph):
        return f"par({runs(each.content)})"
    if isinstance(each, inline.Items):
        items = tuple_of(block(_block(inner) for inner in item) for item in each.items)
        return f"{'steps' if each.ordered else 'points'}{items}"
    head = tuple_of(runs(cell) for cell in each.head)
    return f"chart({head}, {tuple_of(runs(cell) for row in each.rows for cell in row)})"


def part(title: str, *body: str, outlined: bool = True) -> str:
    """A headed section, in the contents list unless it stands before that."""
    return f"part({quoted(title)}, {block(body)}{'' if outlined else ', outlined: false'})"


def block(lines: Iterable[str]) -> str:
    """Statements as one expression."""
    return "{ " + "; ".join(lines) + " }"


def tuple_of(items: Iterable[str]) -> str:
    """A Typst array; the last comma makes one item an array too."""
    return "(" + "".join(f"{item}, " for item in items) + ")"


def quoted(text: str) -> str:
    """A Typst string."""
    return f'"{text.translate(ESCAPES)}"'


def colour(code: str) -> str:
    """A Typst colour."""
    return f"rgb({quoted(code)})"


def pt(length: float) -> str:
    """A Typst length."""
    return f"{length:.3f}pt"
