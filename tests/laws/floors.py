"""Who may import whom (docs/adr/0001): down by call, up by signal, Qt only at the edge."""

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from tests.laws.tree import Import, Module, Tree

ROOTS = frozenset({"errors", "words"})
QT = frozenset({"PySide6", "shiboken6"})


@dataclass(frozen=True)
class Floor:
    """What a floor may import: of the program (by floor or by module) and of others' packages."""

    ours: frozenset[str]
    others: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()
    """Parts of the standard library that are closed to it."""


def _floor(ours: str, others: str = "", never: str = "") -> Floor:
    return Floor(ROOTS | set(ours.split()), frozenset(others.split()), frozenset(never.split()))


_DISK = "os pathlib io shutil tempfile glob sqlite3 socket subprocess threading gettext locale time logging"

FLOORS = {
    "words": _floor(""),
    "errors": _floor("words"),
    "files": _floor(""),
    "paths": _floor("", "platformdirs"),
    "settings": _floor("domain files paths"),
    "log": _floor("paths"),
    "domain": _floor("domain", "pypinyin opencc", _DISK),
    "i18n": _floor("i18n domain paths", "babel"),
    "store": _floor("store domain files paths", "sqlalchemy alembic"),
    "operations": _floor("operations domain store", "sqlalchemy"),
    "planner": _floor("planner domain", "ortools"),
    "export": _floor(
        "export i18n domain files paths",
        "typst pypdfium2 fontTools xlsxwriter openpyxl icalendar docx segno",
        "sqlite3",
    ),
    "intake": _floor(
        "intake domain i18n files paths",
        "openpyxl python_calamine defusedxml charset_normalizer",
        "sqlite3 socket gettext",
    ),
    "commands": _floor(
        "commands i18n domain store operations planner export intake files paths settings log",
        "sqlalchemy",
        "gettext",
    ),
    "ui": _floor(
        "ui i18n domain store operations planner export intake files paths settings log",
        "PySide6 shiboken6 pypdfium2",
        "sqlite3 gettext",
    ),
}
"""Everything not named is closed. The front doors, `main` and `cli`, may import all but Qt in the latter."""

DOORS = frozenset({"main", "cli", "__main__", "self_check"})
NETWORK = ("urllib.request", "http.client", "requests", "httpx", "aiohttp", "PySide6.QtWebEngineCore")


def floors_are_kept(tree: Tree) -> Iterator[str]:
    """A floor imports only what its line in the table allows."""
    for module in tree:
        floor = FLOORS.get(module.floor)
        if floor is None and module.floor not in {*DOORS, ""}:
            yield f"{module.path}: there is no floor “{module.floor}” in the house"
        for found in tree.imports[module.name] if floor else []:
            assert floor is not None
            if not _allowed(found, floor):
                yield f"{module.at(found)}: {module.floor} may not import {found.name}"


def _allowed(found: Import, floor: Floor) -> bool:
    top, _, rest = found.name.partition(".")
    if top == "app":
        return rest.split(".")[0] in floor.ours
    if top in sys.stdlib_module_names:
        return top not in floor.never
    return top in floor.others


def doors_are_not_imported(tree: Tree) -> Iterator[str]:
    """Nothing imports main and cli, except the doors themselves."""
    for module in tree:
        for found in tree.imports[module.name]:
            if found.name in {f"app.{door}" for door in DOORS} and module.floor not in DOORS:
                yield f"{module.at(found)}: a front door is not imported ({found.name})"


def the_command_line_needs_no_qt(tree: Tree) -> Iterator[str]:
    """Importing cli brings in no Qt; only its late step into the window may."""
    seen, waiting = set(), ["app.cli"]
    while waiting:
        name = waiting.pop()
        module = tree.modules.get(name)
        if name in seen or module is None:
            continue
        seen.add(name)
        for found in tree.imports[name]:
            if found.name.split(".")[0] in QT and (not found.late or name == "app.cli"):
                yield f"{module.at(found)}: the command line reaches {found.name}"
            elif not found.late and not found.typing:
                waiting.append(found.name)


def nothing_calls_out(tree: Tree) -> Iterator[str]:
    """The program works without a network and asks nothing of it."""
    for module in tree:
        for found in tree.imports[module.name]:
            if found.name.startswith(NETWORK):
                yield f"{module.at(found)}: {found.name} reaches into the network"


def pages_speak_the_active_language_alone(tree: Tree) -> Iterator[str]:
    """Only what one sees uses the active language; documents and the command line are handed a catalogue."""
    for module in tree:
        for found in tree.imports[module.name]:
            if found.name == "app.i18n.active" and module.floor not in {"ui", "main"}:
                yield f"{module.at(found)}: {module.floor} may not use the active language"


def pages_know_no_mapped_class(tree: Tree) -> Iterator[str]:
    """A page is handed frozen rows; mapped classes stay below."""
    mapped = {name for module in tree.on("store") for name in _mapped(module)}
    for module in tree.on("ui"):
        below = _names_from_below(module)
        for node in ast.walk(module.tree):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(("app.store", "app.operations")):
                for alias in node.names:
                    if alias.name in mapped:
                        yield f"{module.at(node)}: a page may not know the mapped class {alias.name}"
            elif isinstance(node, ast.Attribute) and node.attr in mapped and ast.unparse(node.value) in below:
                yield f"{module.at(node)}: a page may not know the mapped class {node.attr}"


def _mapped(module: Module) -> Iterator[str]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ClassDef):
            for line in node.body:
                targets = line.targets if isinstance(line, ast.Assign) else [getattr(line, "target", None)]
                if any(isinstance(target, ast.Name) and target.id == "__tablename__" for target in targets):
                    yield node.name


def _names_from_below(module: Module) -> set[str]:
    """The names under which a page knows modules of the store and the operations."""
    return {
        alias.asname or alias.name
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(("app.store", "app.operations"))
        for alias in node.names
    }


def imports_are_absolute(tree: Tree) -> Iterator[str]:
    """Every import says where from; packages hold nothing themselves."""
    for module in tree:
        for found in tree.imports[module.name]:
            if found.relative:
                yield f"{module.at(found)}: a relative import"
        if module.path.endswith("__init__.py") and [node for node in module.tree.body if not _idle(node)]:
            yield f"{module.path}: __init__.py files stay empty"


def _idle(node: ast.stmt) -> bool:
    """A docstring, or a plain fact such as the version."""
    return isinstance(node, ast.Assign) or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))


def nothing_imports_in_circles(tree: Tree) -> Iterator[str]:
    """No module reaches itself through its imports, early or late."""
    edges = {
        name: {found.name for found in imports if found.name in tree.modules and not found.typing}
        for name, imports in tree.imports.items()
    }
    reached = {name: _reach(name, edges) for name in edges}
    for name in sorted(edges):
        circle = sorted(other for other in reached[name] if name in reached[other])
        if circle and name == circle[0]:
            yield f"in a circle: {', '.join(circle)}"


def _reach(start: str, edges: dict[str, set[str]]) -> set[str]:
    seen: set[str] = set()
    waiting = list(edges[start])
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            waiting += edges[name]
    return seen


LAWS = (
    floors_are_kept,
    doors_are_not_imported,
    the_command_line_needs_no_qt,
    nothing_calls_out,
    pages_speak_the_active_language_alone,
    pages_know_no_mapped_class,
    imports_are_absolute,
    nothing_imports_in_circles,
)
