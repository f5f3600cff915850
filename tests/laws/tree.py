"""The sources of the program as the laws read them: every module of app/ parsed once."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

PACKAGE = "app"


@dataclass(frozen=True)
class Import:
    """One module that another one imports; `late` inside a function, `typing` under TYPE_CHECKING."""

    name: str
    line: int
    late: bool = False
    typing: bool = False
    relative: bool = False


@dataclass(frozen=True)
class Module:
    """One file of the program."""

    path: str
    """As in "app/domain/works.py"."""
    name: str
    """As in "app.domain.works"."""
    source: str
    tree: ast.Module = field(repr=False, compare=False)

    @property
    def floor(self) -> str:
        """The folder below app/ ("domain"), or the module's own name for those beside them ("cli")."""
        return (*self.name.split("."), "")[1]

    def at(self, node: ast.AST | Import | int) -> str:
        """Where something is, for a message: app/ui/page.py:12."""
        line = node if isinstance(node, int) else getattr(node, "lineno", getattr(node, "line", 1))
        return f"{self.path}:{line}"


@dataclass(frozen=True)
class Tree:
    """All modules of a checkout, by their names."""

    modules: dict[str, Module]

    def __iter__(self) -> Iterator[Module]:
        return iter(self.modules.values())

    def on(self, *floors: str) -> Iterator[Module]:
        """The modules of some floors."""
        return (module for module in self if module.floor in floors)

    @cached_property
    def imports(self) -> dict[str, list[Import]]:
        """What each module imports, by its name; `from app.store import works` counts as app.store.works."""
        return {module.name: list(_imports(module, set(self.modules))) for module in self}


def read(root: Path) -> Tree:
    """The tree of the checkout (or of a broken example) at `root`."""
    modules = {}
    for path in sorted((root / PACKAGE).rglob("*.py")):
        shown = path.relative_to(root).as_posix()
        name = shown.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        source = path.read_text(encoding="utf-8")
        modules[name] = Module(shown, name, source, ast.parse(source, shown))
    return Tree(modules)


def _imports(module: Module, known: set[str]) -> Iterator[Import]:
    late = set(_inside(module.tree, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda))
    typing = {node for test in _typing_blocks(module.tree) for node in ast.walk(test)}
    for node in ast.walk(module.tree):
        marks = (node in late, node in typing)
        if isinstance(node, ast.Import):
            yield from (Import(alias.name, node.lineno, *marks) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            for alias in node.names:
                whole = f"{base}.{alias.name}"
                yield Import(whole if whole in known else base, node.lineno, *marks, node.level > 0)


def _inside(tree: ast.AST, kinds: object) -> Iterator[ast.AST]:
    for node in ast.walk(tree):
        if isinstance(node, kinds):  # type: ignore[arg-type]
            yield from (child for child in ast.walk(node) if child is not node)


def _typing_blocks(tree: ast.AST) -> Iterator[ast.If]:
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and ast.unparse(node.test) in {"TYPE_CHECKING", "typing.TYPE_CHECKING"}:
            yield node
