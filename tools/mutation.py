"""The pure cores, broken on purpose in one place at a time → which of the breaks their tests notice.

    python tools/mutation.py                                   # a fixed sample of the mutants of every module
    python tools/mutation.py --sample 0                        # all of them
    python tools/mutation.py --module handoutgen.text.lines    # one module's
    python tools/mutation.py --list                            # what would be changed, without a run

Mutants live in copies of the tree in a temporary folder; the source itself is never touched. The exit code is 1 when
no test notices a mutant, unless tools/mutation_survivors.txt says why it may live.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
SURVIVORS = Path(__file__).with_name("mutation_survivors.txt")
COPIED = ("src", "tests", "tools", "fonts", "pyproject.toml")
SIDE_BY_SIDE = 2
SAMPLE, SEED = 60, 1
HANG = 30
"""Seconds after which a test run counts as one that hangs, and its mutant as killed."""

TESTS: Mapping[str, tuple[str, ...]] = {
    "handoutgen.design.scale": ("tests/design/test_scale_values.py", "tests/design/test_scale.py"),
    "handoutgen.design.colour": ("tests/design/test_colour_values.py", "tests/design/test_colour.py"),
    "handoutgen.formats.paper": ("tests/formats",),
    "handoutgen.formats.sizes": ("tests/formats",),
    "handoutgen.formats.options": ("tests/formats",),
    "handoutgen.formats.imposition": ("tests/formats",),
    "handoutgen.layout.flow.pagebreak": ("tests/layout/flow",),
    "handoutgen.text.lines": ("tests/text/test_line_values.py", "tests/text/test_lines.py"),
    "handoutgen.story.order": ("tests/story/test_order_of_parts.py",),
}
"""Each module with the tests that must kill its mutants."""

SWAPPED: Mapping[type[ast.AST], Any] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In, ast.And: ast.Or, ast.Or: ast.And,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult, ast.Pow: ast.Mult, ast.BitOr: ast.BitAnd,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mutant:
    """A module with one place changed: `source` is all of it, `change` what is different, with the words around it."""

    module: str
    line: int
    change: str
    source: str

    @property
    def key(self) -> str:
        """What tells it from others and stays when lines move."""
        return f"{self.module}  {self.change}"

    def __str__(self) -> str:
        return f"{self.module}:{self.line}  {self.change}"


def variants(node: ast.AST) -> Iterator[ast.AST]:
    """What may stand in a node's place, each wrong in one way."""
    match node:
        case ast.Compare(left=left, ops=ops, comparators=others):
            for index, operator in enumerate(ops):
                yield ast.Compare(left, [*ops[:index], SWAPPED[type(operator)](), *ops[index + 1 :]], others)
        case ast.BinOp() | ast.BoolOp() | ast.AugAssign():
            yield type(node)(**{**dict(ast.iter_fields(node)), "op": SWAPPED[type(node.op)]()})
        case ast.UnaryOp():
            yield node.operand
        case ast.IfExp(test=test, body=body, orelse=orelse):
            yield ast.IfExp(test, body=orelse, orelse=body)
        case ast.Return(value=ast.expr()):
            yield ast.Return(ast.Constant(None))
        case ast.Call(func=ast.Name(id="min" | "max" as name), args=args):
            yield ast.Call(ast.Name("max" if name == "min" else "min"), args, node.keywords)
            yield from (word for word in args if len(args) == 2 and not isinstance(word, ast.Starred))
        case ast.Constant():
            yield from map(ast.Constant, other_values(node.value))


def other_values(value: object) -> Iterator[bool | int | float | str]:
    """Another value for a constant."""
    match value:
        case bool():
            yield not value
        case int():
            yield value + 1
        case float():
            yield float(f"{1.1 * value or 1.0:.6g}")
        case str():
            yield f"{value}x"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a node hangs in its parent, so that another may stand there for a moment."""

    parent: ast.AST
    field: str
    index: int | None
    node: ast.AST
    scope: str

    def put(self, node: ast.AST) -> None:
        """Hang a node there."""
        if self.index is None:
            setattr(self.parent, self.field, node)
        else:
            getattr(self.parent, self.field)[self.index] = node

    def words(self, node: ast.AST) -> str:
        """A node of this place as source, with the expression around it where that is short of a whole block."""
        blocks = (ast.Module, ast.stmt) if isinstance(node, ast.stmt) else (ast.If, ast.While, ast.For, ast.FunctionDef)
        return ast.unparse(node if isinstance(self.parent, blocks) else self.parent).strip()


def is_left_alone(parent: ast.AST, field: str) -> bool:
    """Types, docstrings, the texts of messages, and `slots`, which saves memory and changes nothing else."""
    if field in ("annotation", "returns") or isinstance(parent, ast.Raise | ast.JoinedStr):
        return True
    if isinstance(parent, ast.Subscript):
        return isinstance(parent.value, ast.Name) and parent.value.id == "Literal"
    if isinstance(parent, ast.keyword):
        return parent.arg == "slots"
    return isinstance(parent, ast.Expr) and isinstance(parent.value, ast.Constant)


def places(parent: ast.AST, scope: str = "module") -> Iterator[Place]:
    """Every place of a tree where something may be changed."""
    if isinstance(parent, ast.FunctionDef | ast.ClassDef):
        scope = parent.name if scope == "module" else f"{scope}.{parent.name}"
    for field, value in ast.iter_fields(parent):
        children = enumerate(value) if isinstance(value, list) else [(None, value)]
        for index, child in children if not is_left_alone(parent, field) else ():
            if isinstance(child, ast.AST):
                yield Place(parent, field, index, child, scope)
                yield from places(child, scope)


def mutants_of(module: str) -> list[Mutant]:
    """All mutants of a module, in the order of its source."""
    tree = ast.parse(source_in(ROOT, module).read_text(encoding="utf-8"))
    mutants = []
    for place in list(places(tree)):
        before = place.words(place.node)
        for variant in variants(place.node):
            place.put(variant)
            change = f"{place.scope}: {before} → {place.words(variant)}"
            mutants.append(Mutant(module, getattr(place.node, "lineno", 0), change, ast.unparse(tree)))
            place.put(place.node)
    return sorted(mutants, key=lambda mutant: mutant.line)


def sample_of(mutants: list[Mutant], count: int, seed: int) -> list[Mutant]:
    """So many of a module's mutants, always the same ones for a seed; all where `count` is 0."""
    if not 0 < count < len(mutants):
        return mutants
    chosen = random.Random(f"{seed} {mutants[0].module}").sample(range(len(mutants)), count)  # noqa: S311
    return [mutants[index] for index in sorted(chosen)]


def source_in(root: Path, module: str) -> Path:
    """The file of a module."""
    return root.joinpath("src", *module.split(".")).with_suffix(".py")


class Tree:
    """A copy of what the tests need, in which one module at a time is broken."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for path in map(ROOT.joinpath, COPIED):
            copy = shutil.copytree if path.is_dir() else shutil.copy
            copy(path, folder / path.name)
        # A compiled file that is known by its source's hash is never taken for that of a mutant of the same length.
        self._python("-m", "compileall", "-q", "-f", "--invalidation-mode", "checked-hash", "src")
        answer = self._python("-c", "import handoutgen; print(handoutgen.__file__)").stdout.strip()
        if not Path(answer).resolve().is_relative_to(folder.resolve()):
            sys.exit(f"Python imports {answer} and not the copy in {folder}: nothing would be proved.")

    def passes(self, tests: Sequence[str]) -> bool:
        """Whether the tests pass in this copy; a hang counts as failing."""
        # Hypothesis's profile "ci" draws the same examples each time and carries none from one mutant to the next.
        words = ("-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "--hypothesis-profile=ci", *tests)
        try:
            return self._python(*words).returncode == 0
        except subprocess.TimeoutExpired:
            return False

    def kills(self, mutant: Mutant, tests: Sequence[str]) -> bool:
        """Whether the tests fail on a mutant; the copy is whole again afterwards."""
        path = source_in(self.folder, mutant.module)
        whole = path.read_text(encoding="utf-8")
        path.write_text(mutant.source, encoding="utf-8")
        try:
            return not self.passes(tests)
        finally:
            path.write_text(whole, encoding="utf-8")

    def _python(self, *words: str) -> subprocess.CompletedProcess[str]:
        env = {**os.environ, "PYTHONPATH": str(self.folder / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
        command = [sys.executable, *words]
        return subprocess.run(command, cwd=self.folder, env=env, capture_output=True, text=True, timeout=HANG)


def survivors_of(mutants: Sequence[Mutant], trees: SimpleQueue[Tree]) -> list[Mutant]:
    """The mutants that the tests of their module do not notice."""

    def survives(mutant: Mutant) -> bool:
        tree = trees.get()
        try:
            return not tree.kills(mutant, TESTS[mutant.module])
        finally:
            trees.put(tree)

    with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
        return [mutant for mutant, lives in zip(mutants, pool.map(survives, mutants), strict=True) if lives]


def accepted() -> dict[str, str]:
    """The survivors that may live, by their keys, with the reason on the indented line below each."""
    reasons: dict[str, str] = {}
    key = ""
    for line in SURVIVORS.read_text(encoding="utf-8").splitlines():
        if line.startswith("    "):
            reasons[key] = line.strip()
        elif not line.startswith("#"):
            key = line.strip()
    return reasons


def tell(tried: Sequence[Mutant], alive: Sequence[Mutant], untried: set[str]) -> bool:
    """Print what became of a module's mutants; whether all that live have a reason."""
    module, reasons = tried[0].module, accepted()
    killed = len(tried) - len(alive)
    listed = sum(mutant.key in reasons for mutant in alive)
    print(f"{module}: killed {killed} of {len(tried)}, {killed / len(tried):.1%}; {listed} may live")
    for mutant in alive:
        print(f"    {mutant}\n        {reasons.get(mutant.key, 'NOT LISTED')}")
    for key in reasons.keys() - {mutant.key for mutant in alive} - untried:
        if key.startswith(f"{module}  "):
            print(f"    stale in {SURVIVORS.name}, for it is killed or gone: {key}")
    sys.stdout.flush()
    return all(mutant.key in reasons for mutant in alive)


def arguments() -> argparse.Namespace:
    """What the command was asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--module", action="append", choices=TESTS, help="only this module (may be repeated)")
    parser.add_argument("--sample", type=int, default=SAMPLE, help="mutants of each module, 0 for all (%(default)s)")
    parser.add_argument("--seed", type=int, default=SEED, help="which sample (%(default)s)")
    parser.add_argument("--list", action="store_true", help="tell the mutants, without running anything")
    return parser.parse_args()


def main() -> int:
    """Try the mutants of each module asked for; 1 when one lives without a reason."""
    asked = arguments()
    every = {module: mutants_of(module) for module in asked.module or TESTS}
    chosen = {module: sample_of(mutants, asked.sample, asked.seed) for module, mutants in every.items()}
    if asked.list:
        print("\n".join(str(mutant) for tried in chosen.values() for mutant in tried))
        return 0
    explained = True
    with tempfile.TemporaryDirectory(prefix="mutants-") as scratch:
        trees: SimpleQueue[Tree] = SimpleQueue()
        for number in range(SIDE_BY_SIDE):
            trees.put(tree := Tree(Path(scratch, str(number))))
        for module, tried in chosen.items():
            if not tree.passes(TESTS[module]):
                sys.exit(f"The tests of {module} fail without any mutant: {' '.join(TESTS[module])}")
            untried = {mutant.key for mutant in every[module]} - {mutant.key for mutant in tried}
            explained &= tell(tried, survivors_of(tried, trees), untried)
    return 0 if explained else 1


if __name__ == "__main__":
    sys.exit(main())
