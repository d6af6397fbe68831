"""What every file keeps to: small, without a look at the surroundings, remembering in one way, each name for one thing.

Every rule is also shown a planted violation.
"""

from __future__ import annotations

import ast
import re
import statistics
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

import pytest

from architecture.house import PACKAGE, SOURCE, House, planted, room_of

LONGEST_FILE = 300
LONGER_FILES: Mapping[str, str] = {
    # file: why it is one idea all the same
}
MEDIAN_FUNCTION, MOST_FUNCTIONS, LONGEST_FUNCTION = 8, 18, 50
"""Lines of a function: the median, nine of ten, and all."""

NO_STRUCT = re.compile(r"\b(repr=False|compare=False|cached_property|class Spot)\b")
"""What a struct cannot have; and the place in a pose, which pydantic reads and writes."""
OUTER_ROOMS = ("cli", "web", "__main__")
"""Only these may read the clock, the environment and the current folder, or print."""
SURROUNDINGS = {
    "date.today", "datetime.now", "datetime.today", "datetime.utcnow", "time.time", "time.localtime",
    "os.environ", "os.getenv", "os.getcwd", "Path.cwd", "Path.home",
}  # fmt: skip

STATE: Mapping[str, str] = {
    # what a process keeps outside of a workshop: why it may
    "memory lru_cache": "what `remembered` is made of",
    "batch.worker global _scratch": "a worker process has one folder, told to it once, when it begins",
    "batch.worker global _bench": "a worker process has one bench, made with its first task",
    "web.bench global _workshop": "a worker process has one workshop, made with its first leaflet",
    "content.markdown.inline @remembered _phrase_template": "pure; hundreds of clinics print the same texts",
    "content.markdown.inline @remembered _prose_template": "pure; hundreds of clinics print the same texts",
    "content.authoring.samples @remembered _samples": "reads files of the installation, which do not change",
    "content.authoring.samples @remembered glance": "reads files of the installation, which do not change",
    "content.authoring.samples @remembered glance_at_headings": "reads files of the installation, which do not change",
    "content.subjects @Once _subjects": "a file of the installation",
    "check.readability.syllables @remembered syllables": "pure; leaflets say the same words again and again",
    "check.rules.words @remembered word_list": "files of the installation",
    "web.words @remembered interface_words": "reads files of the installation, which do not change",
    "finding.folding @Once _little": "a file of the installation",
    "cldr @remembered unit_names_of": "reads data of the installation, which do not change",
    "cldr @remembered decimal_sign_of": "reads data of the installation, which do not change",
    "cldr @remembered conventions_of": "reads data of the installation, which do not change",
    "language @remembered language_of": "pure; asked for every text of a leaflet",
    "language @remembered _usual_script": "pure; asked for every paragraph of a language",
    "content.poses.load @remembered pose_from": "pure, by the bytes of a file; many leaflets show the same poses",
    "library.peek @remembered _said": "pure, by the bytes of a pose's file",
    "pdf.writing.syntax @remembered rectangle": "pure; links are at the same places for all clinics",
    "pdf.writing.reportlab_seam @remembered _indices": "pure; numbers from nought on, as bytes",
    "text.unspaced @remembered _place": "pure; every character of a Chinese text is asked for",
    "text.scripts @remembered scripts_of": "pure; every word of a script asks for its letters",
    "content.words @remembered _words_of": "pure, by the bytes of a project's files",
    "content.words @Once _english_bytes": "a file of the installation",
    "content.words_file @remembered english_of": "pure, by the bytes of the file",
    "content.words_file @remembered words_in": "pure, by the bytes of the file",
    "content.authoring.model_paths @remembered part_at": "pure; asked for every key of every file",
    "content.parts @remembered keys_of": "pure; asked of every value of a leaflet",
    "content.parts @remembered keys_to": "pure; asked of every part of a leaflet",
    "content.text_kinds @remembered kind_of_text": "pure; asked for every string of a leaflet",
    "pictures.qr @remembered qr_drawing": "pure; a clinic's code is on each of its leaflets",
    "pictures.qr_mask @remembered _sized": "pure; the versions and levels that clinics' addresses need",
    "design.colour @remembered palette": "pure; asked for several times by each leaflet of a clinic",
    "pictures.svg @remembered drawing_from": "pure, by the bytes of the file",
    "pictures.svg @remembered _seen": "the same",
    "pictures.raster @remembered raster_from": "pure, by the bytes of the file",
    "pictures.icons @remembered load_icon": "pure, of files of the installation",
    "drawing.hands.hand @remembered turned_hand": "pure; both hands of a figure, and those of the next pose",
    "drawing.hands.simple @remembered simple_hand": "pure; both hands of a figure, and those of the next pose",
    "pictures.inline_svg @remembered inline_svg": "pure; the figures of hundreds of clinics' pages",
    "pictures.inline_svg @remembered data_address": "pure; the figures of hundreds of clinics' pages",
    "alternatives.web_page.markup @remembered _remembered": "pure; hundreds of clinics' pages say the same texts",
    "story.page_words @remembered _remembered_numbers": "pure; hundreds of clinics' pages say the same texts",
    "alternatives.braille.liblouis @Once _found": "a library of the computer, loaded once in a process",
    "alternatives.read_aloud.espeak @Once _found": "where a program of the computer is, looked for once in a process",
    "alternatives.read_aloud.espeak @Once version_here": "its version, asked for once in a process",
    "alternatives.epub.book @Once _sheet": "a file of the installation",
    "alternatives.read_aloud.capitals @Once _lists": "a file of the installation",
    "alternatives.read_aloud.saying @Once _english": "a file of the installation",
    "alternatives.web_page.page @Once _sheet": "a file of the installation",
    "alternatives.web_page.page @Once _script": "a file of the installation",
    "pictures.icons @Once _compiled": "a file of the installation",
    "design.iconset @Once _paths": "files of the installation",
    "content.markdown.inline_parser @Once parser": "a parser is slow to set up and keeps nothing of what it parsed",
    "clinic_list.countries @Once _by_name": "a table made from a table",
    "web.pages @Once _environment": "templates of the installation, compiled",
    "web.static_files @Once _files": "files of the installation",
    "web.wording @Once _all": "files of the installation",
    "site.words @Once _known": "files of the installation",
    "site.words @remembered _words_in": "files of the installation",
    "site.frame @Once _sheet": "a file of the installation",
    "site.search @Once search_script": "a file of the installation",
    "site.paper_notice @Once paper_script": "a file of the installation",
    "pdf.writing.xmp @Once _profile": "a file of the installation, compressed",
}
"""All else is kept by a workshop, and goes with it."""


def surroundings_problems(house: House) -> list[str]:
    """Reads of the clock, the environment or the current folder, and prints, outside the outer rooms."""
    problems = []
    for name, tree in house.items():
        if room_of(name) in OUTER_ROOMS:
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute):
                dotted = ".".join(ast.unparse(node).split(".")[-2:])
                if dotted in SURROUNDINGS:
                    problems.append(f"{name}:{node.lineno} reads {dotted}")
            elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print":
                problems.append(f"{name}:{node.lineno} prints")
    return problems


def long_files(root: Path, limit: int = LONGEST_FILE) -> list[str]:
    """Files over the limit that have not said why."""
    return [
        f"{path.relative_to(root).as_posix()} has {count} lines"
        for path in sorted(root.rglob("*.py"))
        if (count := len(path.read_text(encoding="utf-8").splitlines())) > limit
        and path.relative_to(root).as_posix() not in LONGER_FILES
    ]


def function_problems(house: House) -> list[str]:
    """Functions that are too long, alone or on the whole."""
    lengths = {
        f"{name}.{node.name}": (node.end_lineno or node.lineno) - node.lineno + 1
        for name, tree in house.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    in_order = sorted(lengths.values())
    problems = [f"{name} has {length} lines" for name, length in lengths.items() if length > LONGEST_FUNCTION]
    if statistics.median(in_order) > MEDIAN_FUNCTION:
        problems.append(f"the median function has {statistics.median(in_order)} lines")
    if in_order[int(0.9 * len(in_order))] > MOST_FUNCTIONS:
        problems.append(f"one function in ten has {in_order[int(0.9 * len(in_order))]} lines or more")
    return problems


def state_of(house: House) -> set[str]:
    """Every cache and global variable that lives as long as the process."""
    found = set()
    for name, tree in house.items():
        short = name.removeprefix(f"{PACKAGE}.")
        for node in ast.walk(tree):
            if isinstance(node, ast.Global):
                found |= {f"{short} global {each}" for each in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module == "functools":
                found |= {f"{short} {each.name}" for each in node.names if each.name in ("cache", "lru_cache")}
            elif isinstance(node, ast.FunctionDef):
                decorators = [ast.unparse(each).partition("(")[0] for each in node.decorator_list]
                found |= {f"{short} @{each} {node.name}" for each in decorators if each in ("remembered", "Once")}
    return found


def names_with_two_meanings(house: House) -> list[str]:
    """Public classes, type aliases and type variables that have their name from more than one module."""
    homes: dict[str, list[str]] = defaultdict(list)
    for module, tree in house.items():
        for node in tree.body:
            target = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", None)
            name = node.name if isinstance(node, ast.ClassDef) else target.id if isinstance(target, ast.Name) else "_"
            if not name.startswith("_") and not name.isupper() and name[0].isupper():
                homes[name].append(module)
    return [f"{name}: {', '.join(modules)}" for name, modules in sorted(homes.items()) if len(modules) > 1]


def kept_problems(house: House) -> list[str]:
    """Calls of `kept` and `kept_below` on a setting whose maker uses that very setting, and so might show the clinic,
    instead of the look that it is handed."""
    problems = []
    for name, tree in house.items():
        for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
            inner = {node.name: node for node in ast.walk(function) if isinstance(node, ast.FunctionDef)}
            for call in (node for node in ast.walk(function) if isinstance(node, ast.Call)):
                kept = call.func
                if not isinstance(kept, ast.Attribute) or kept.attr not in ("kept", "kept_below"):
                    continue
                maker = call.args[-1]
                body = inner.get(maker.id, maker) if isinstance(maker, ast.Name) else maker
                used = {node.id for node in ast.walk(body) if isinstance(node, ast.Name)}
                if "setting" in used:
                    problems.append(f"{name}:{call.lineno} keeps what was made from the setting")
    return problems


def plain_dataclasses(house: House) -> list[str]:
    """Dataclasses that could be structs: none of their fields is kept out of `repr` or comparing, and no property of
    theirs is kept on the object."""
    return [
        f"{name}:{node.lineno} {node.name}"
        for name, tree in house.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
        and any("dataclass" in ast.unparse(each) for each in node.decorator_list)
        and not NO_STRUCT.search(ast.unparse(node))
    ]


def test_date_environment_and_folder_are_arguments_and_only_the_command_line_prints(house: House) -> None:
    assert surroundings_problems(house) == []


def test_files_are_small_or_say_why_not() -> None:
    assert long_files(SOURCE) == []


def test_every_excuse_for_a_long_file_is_still_needed() -> None:
    lengths = {name: len((SOURCE / name).read_text(encoding="utf-8").splitlines()) for name in LONGER_FILES}
    assert [name for name, length in lengths.items() if length <= LONGEST_FILE] == []


def test_functions_are_short(house: House) -> None:
    assert function_problems(house) == []


def test_what_a_process_keeps_outside_of_a_workshop_is_listed_with_its_reason(house: House) -> None:
    assert state_of(house) == set(STATE)


def test_each_public_name_has_one_meaning(house: House) -> None:
    assert names_with_two_meanings(house) == []


def test_values_are_structs(house: House) -> None:
    assert plain_dataclasses(house) == []


def test_what_is_kept_for_all_clinics_is_made_from_the_look_alone(house: House) -> None:
    assert kept_problems(house) == []


@pytest.mark.parametrize(
    "source",
    [
        "print('hello')",
        "import os\nos.environ['HOME']",
        "from datetime import date\nd = date.today()",
        "p = Path.cwd()",
    ],
)
def test_a_planted_look_at_the_surroundings_is_caught_but_not_in_the_command_line(source: str) -> None:
    assert len(surroundings_problems(planted(layout__flow=source))) == 1
    assert surroundings_problems(planted(cli__build=source)) == []


def test_a_planted_long_file_is_caught(tmp_path: Path) -> None:
    (tmp_path / "long.py").write_text("x = 1\n" * 301, encoding="utf-8")
    (tmp_path / "short.py").write_text("x = 1\n" * 300, encoding="utf-8")
    assert long_files(tmp_path) == ["long.py has 301 lines"]


def function(name: str, lines: int) -> str:
    return f"def {name}():\n" + "    x = 1\n" * (lines - 1)


def test_planted_long_functions_are_caught() -> None:
    assert function_problems(planted(a__b="".join(function(f"f{n}", 8) for n in range(10)))) == []
    assert function_problems(planted(a__b=function("f", 51) + "".join(function(f"g{n}", 8) for n in range(10)))) == [
        "handoutgen.a.b.f has 51 lines"
    ]
    many = "".join(function(f"f{n}", 9) for n in range(8)) + function("g", 19) + function("h", 19)
    assert function_problems(planted(a__b=many)) == [
        "the median function has 9.0 lines", "one function in ten has 19 lines or more"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("source", "state"),
    [
        ("from functools import lru_cache", "text.a lru_cache"),
        ("from functools import cache", "text.a cache"),
        ("def f():\n    global _x\n    _x = 1", "text.a global _x"),
        ("@remembered(bounds.X)\ndef f(): ...", "text.a @remembered f"),
        ("@Once\ndef f(): ...", "text.a @Once f"),
    ],
)
def test_planted_state_is_caught(source: str, state: str) -> None:
    assert state_of(planted(text__a=source)) == {state}


def test_a_planted_name_with_two_meanings_is_caught() -> None:
    house = planted(
        text__a="class Row: ...\nclass _Own: ...\nLIMIT = 1", pdf__b="Row = tuple[int, ...]\nclass _Own: ...\nLIMIT = 2"
    )
    assert names_with_two_meanings(house) == ["Row: handoutgen.text.a, handoutgen.pdf.b"]


@pytest.mark.parametrize(
    ("line", "is_plain"),
    [("a: int", True), ("a: int = field(repr=False)", False), ("@cached_property\n    def b(self): ...", False)],
)
def test_a_planted_dataclass_is_caught_unless_it_needs_to_be_one(line: str, is_plain: bool) -> None:
    house = planted(text__a=f"@dataclass(frozen=True)\nclass A:\n    {line}\nclass B(Struct):\n    a: int")
    assert plain_dataclasses(house) == ["handoutgen.text.a:2 A"][:is_plain]


@pytest.mark.parametrize(
    "source",
    [
        "def f(setting):\n    return setting.kept('x', lambda look: setting.voice.clinic.name)",
        "def f(setting):\n    def make(look):\n        return g(setting)\n    return setting.kept('x', make)",
        "def f(setting, parent):\n    return setting.kept_below(parent, 'x', lambda look, holder: g(setting, holder))",
    ],
)
def test_a_planted_leak_of_a_clinic_into_what_is_kept_is_caught(source: str) -> None:
    assert len(kept_problems(planted(layout__blocks__a=source))) == 1
    assert kept_problems(planted(layout__blocks__a=source.replace("g(setting", "g(look").replace(
        "setting.voice.clinic.name", "look.unit"))) == []  # fmt: skip
