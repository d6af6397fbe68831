"""What an approval names: whatever a reader reads or sees changes it, and nothing else does."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from approval.approved_texts import changed, text_of
from handoutgen.approval.content_text import UNSEEN, ContentLine, picture_digest
from handoutgen.content.authoring.model_paths import all_parts
from handoutgen.content.model import Leaflet

Edit = Callable[[str], str]
FIGURE = """\
      figure:
        file: calf.svg
        alt: A calf being stretched.
        caption: The heel stays down.
        labels:
          - {text: Heel, x: 0.25, y: 0.9}
"""
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40">\n<path d="M5 5h30v30z" fill="#123456"/>\n</svg>\n'


def put(old: str, new: str) -> Edit:
    def edit(text: str) -> str:
        assert old in text, old
        return text.replace(old, new, 1)

    return edit


def with_figure(project: Path, svg: str = SVG, edit: Edit = lambda text: text, name: str = "calf.svg") -> Path:
    """The leaflet with a drawing under its strategy."""
    figures = project / "handouts" / "cramps" / "figures"
    figures.mkdir(parents=True, exist_ok=True)
    (figures / name).write_bytes(svg.encode())
    figure = FIGURE.replace("calf.svg", name)
    return changed(project, lambda text: edit(text.replace("      how_often:", figure + "      how_often:", 1)))


ABOUT = "  text: What the condition is, in a few short sentences here.\n"
WHY = "      why: Why it helps here.\n"
WHAT = "      what: What it is here.\n"
SEEN: dict[str, Edit] = {
    "a word": put("Do this first here.", "Do this next here."),
    "a figure of a dose": put("How often here.", "Take 2 a day."),
    "a comma": put("Then do this here.", "Then, do this here."),
    "bold": put("Why it helps here.", '"**Why** it helps here."'),
    "where a link leads": put("Why it helps here.", '"[Why](https://a.example) it helps here."'),
    "a field in place of words": put("Why it helps here.", "Call {clinic.phone}."),
    "one paragraph in two": put(WHAT, "      what: |\n        What it\n\n        is here.\n"),
    "a list": put(ABOUT, "  text: |\n    - What the condition is, in a few short sentences here.\n"),
    "a sign of danger": put("A sign that needs help at once here.", "A sign that can wait."),
    "a sign at another level": put("  routine:\n", "  routine:\n    action: Ring.\n"),
    "a step less": put("            - Then do this here.\n", ""),
    "steps the other way round": put("            - Do this first here.\n            - Then do this here.\n",
                                     "            - Then do this here.\n            - Do this first here.\n"),
    "a caution": put(WHAT, WHAT + "      caution: Not on stairs.\n"),
    "an icon": put("icon: exercise-yoga", "icon: leg"),
    "for some clinics only": put(WHAT, WHAT + "      only_for: [us]\n"),
    "optional": put(WHAT, WHAT + "      optional: true\n"),
    "the title": put("title: Cramps ", "title: Leg cramps "),
    "the code in the footer": put("code: C-01", "code: C-02"),
    "a source": put("The page or paper", "The paper"),
    "who answers for it": put("owner: Who looks", "owner: Somebody who looks"),
    "who paid": put("No outside funding.", "A company paid."),
    "a way to write on": put("What can I do myself?", "What can I do?"),
}  # fmt: skip
UNSEEN_CHANGES: dict[str, Edit] = {
    "a comment": put("main_message:", "# Read by the board.\nmain_message:"),
    "a comment behind a value": put("code: C-01", "code: C-01   # short"),
    "line ends": lambda text: text.replace("\n", "\r\n"),
    "quotes": put("title: Something to try here", 'title: "Something to try here"'),
    "a folded line": put(WHAT, "      what: >\n        What it is\n        here.\n"),
    "a block": put(WHAT, "      what: |\n        What it is\n        here.\n\n"),
    "keys in another order": lambda text: text.replace(WHY, "").replace(WHAT, WHY + WHAT),
    "what was understood": put(WHAT, WHAT + "      brief: What it is here.\n      short: Something to try here\n"),
    "a default": put(WHAT, WHAT + "      optional: false\n"),
    "the version": put('version: "0.1"', 'version: "0.2"'),
    "days": lambda text: re.sub(r"(published|last_reviewed): 2026-12-01", r"\1: 2026-12-02", text),
    "when it is due": put("next_review: 2028-12-01", "next_review: 2029-06-01"),
    "search words": put("language: en-GB\n", "language: en-GB\nsearch_words: [spasm]\nsubjects: [daily-life]\n"),
    "a waiver": put(
        "language: en-GB\n", "language: en-GB\nwaive: [{code: HG221, reason: It is one move., by: Lead}]\n"
    ),
    "an answer to a score sheet": put(
        'version: "0.1"',
        'version: "0.1"\n  scored: [{tool: pemat, item: 2, answer: met, by: Reader panel, date: 2026-12-01}]',
    ),
    "codes of records": put("language: en-GB\n", "language: en-GB\ncodes: {icd10: [G35]}\n"),
    "why something is missing": put("sources:\n  - id", "none_because: {support: There is none.}\nsources:\n  - id"),
    "the day a source was read": put("    # year: 2026", "    checked: 2026-12-01"),
    "need and equality": put("  funding:", "  need: People ask.\n  equality: Read aloud.\n  funding:"),
    "an approval of its own": put("  funding:", "  approvals:\n    - {role: Board, date: 2026-12-01}\n  funding:"),
    "two spaces": put("Why it helps here.", "Why  it helps here."),
}  # fmt: skip


@pytest.mark.parametrize("name", SEEN)
def test_what_a_reader_reads_or_sees_changes_the_digest(tmp_path: Path, name: str) -> None:
    before = text_of(changed(tmp_path / "a"))
    assert text_of(changed(tmp_path / "b", SEEN[name])).digest != before.digest


@pytest.mark.parametrize("name", UNSEEN_CHANGES)
def test_what_no_reader_sees_changes_nothing(tmp_path: Path, name: str) -> None:
    before = text_of(changed(tmp_path / "a"))
    assert text_of(changed(tmp_path / "b", UNSEEN_CHANGES[name])).text == before.text


def test_each_change_of_words_is_a_text_of_its_own(tmp_path: Path) -> None:
    texts = [text_of(changed(tmp_path / str(index), edit)).text for index, edit in enumerate(SEEN.values())]
    assert len(set(texts)) == len(texts)


def test_accents_and_bullets_may_be_written_in_several_ways(tmp_path: Path) -> None:
    one = put(ABOUT, "  text: |\n    - caf\u00e9\n    - b\n")
    two = put(ABOUT, "  text: |\n    *   cafe\u0301\n    *   b\n")
    assert text_of(changed(tmp_path / "a", one)).text == text_of(changed(tmp_path / "b", two)).text


def test_a_sections_keys_print_in_their_order_and_so_count(tmp_path: Path) -> None:
    first, last = put(ABOUT, ABOUT + "  steps: [Do it.]\n"), put(ABOUT, "  steps: [Do it.]\n" + ABOUT)
    assert text_of(changed(tmp_path / "a", first)).digest != text_of(changed(tmp_path / "b", last)).digest


def test_a_drawing_counts_by_what_is_drawn_and_not_by_its_name_or_stamp(tmp_path: Path) -> None:
    before = text_of(with_figure(tmp_path / "a"))
    assert before.digest != text_of(changed(tmp_path / "none")).digest
    drawn = SVG.replace("M5 5", "M6 5")
    assert text_of(with_figure(tmp_path / "b", drawn)).digest != before.digest
    stamped = SVG.replace("<path", "<!-- handoutgen pose calf 0123456789abcdef engine 4 -->\n<path", 1)
    assert text_of(with_figure(tmp_path / "c", stamped.replace("-->\n", "-->"))).digest == before.digest
    assert text_of(with_figure(tmp_path / "d", SVG.replace("\n", "\r\n"))).digest == before.digest
    assert text_of(with_figure(tmp_path / "e", name="other.svg")).digest == before.digest


@pytest.mark.parametrize("edit", [put("x: 0.25", "x: 0.75"), put("Heel,", "Toe,"), put("heel stays", "heel is")])
def test_labels_and_captions_count(tmp_path: Path, edit: Edit) -> None:
    assert text_of(with_figure(tmp_path / "a", edit=edit)).digest != text_of(with_figure(tmp_path / "b")).digest


def test_a_picture_that_is_gone_is_told_as_missing_and_is_another_text(tmp_path: Path) -> None:
    path = with_figure(tmp_path)
    before = text_of(path)
    assert [file.name for file in before.pictures.values()] == ["calf.svg"]
    from handoutgen.approval.content_text import content_text
    from handoutgen.content.load import load_leaflet

    loaded = load_leaflet(path)
    (path.parent / "figures" / "calf.svg").unlink()
    gone = content_text(loaded)
    assert ContentLine("management > strategies > first-strategy > figure > picture", "missing") in gone.lines
    assert gone.digest != before.digest


def test_a_photograph_counts_byte_by_byte() -> None:
    assert picture_digest(b"\xff\xd8\r\n", "a.jpg") != picture_digest(b"\xff\xd8\n", "a.jpg")
    assert picture_digest(b"<svg>\r\n", "a.SVG") == picture_digest(b"<svg>\n", "a.svg")


def test_every_key_that_is_left_out_is_one_that_there_is() -> None:
    parts = list(all_parts(Leaflet))
    for part, names in UNSEEN.items():
        for name in names:
            assert any(name in each.model_fields for each in parts if issubclass(each, part)), name


def test_the_text_is_the_same_wherever_it_lies(tmp_path: Path) -> None:
    assert text_of(changed(tmp_path / "one" / "two")).text == text_of(changed(tmp_path / "three")).text


SHIPPED = sorted((Path(__file__).parents[2] / "handouts").glob("*/en-GB.yaml"))


@pytest.mark.parametrize("path", SHIPPED, ids=[path.parent.name for path in SHIPPED])
def test_all_printed_words_of_the_shipped_leaflets_are_in_their_text(path: Path) -> None:
    from handoutgen.content.load import load_leaflet
    from handoutgen.story.printed_words import plain_texts, printed_strings

    said = text_of(path).text.replace("\\", "").replace("**", "").replace("{{", "{").replace("}}", "}")
    fields = {f"clinic.{name}": f"{{clinic.{name}}}" for name in
              ("name", "organisation", "address", "phone", "phone_label", "phone_hours", "out_of_hours",
               "emergency_number", "email", "web")}  # fmt: skip
    for place, source, kind in printed_strings(load_leaflet(path).leaflet):
        if place[-1] in ("version", "what") and place[0] == "review":
            continue
        for text in plain_texts(source, kind, fields):
            assert " ".join(text.split()) in said, place
