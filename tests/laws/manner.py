"""How the house is written: small files, plain names, one guard, no SQL or rich text where it does not belong."""

import ast
import re
from collections.abc import Iterator

from tests.laws.tree import Module, Tree

FILE_LINES = 399
FUNCTION_LINES = 50
CLASS_LINES = 250

SAFE_LABEL = "app/ui/widgets/safe.py"

GUARDS = {
    "app/ui/jobs.py": "a job hands whatever it met to the window, from its own thread",
}
"""The only places that may catch everything, each with its reason."""

SQL_TEXT = re.compile(r"app/store/(search\w*|migrate)\.py")
"""Where SQL is written as text: FTS5 has no other language, and a migration counts rows of any schema."""

EMPTY_WORDS = ("util", "utils", "helper", "helpers", "common", "manager", "misc", "dto", "impl", "stuff")

_SQL = re.compile(
    r"^\s*(SELECT\s|INSERT\s+(OR\s+\w+\s+)?INTO\s|UPDATE\s+\S+\s+SET\s|DELETE\s+FROM\s|WITH\s+\w+.*\sAS\s"
    r"|(CREATE|DROP|ALTER)\s+(VIRTUAL\s+|TEMP\w*\s+|UNIQUE\s+)?(TABLE|INDEX|TRIGGER|VIEW)\s)"
)
WORDS = ("N_", "phrase", "counted", "_", "ngettext", "pgettext", "tr", "plural", "context")
"""Calls that hold the words of a message."""

_FUNCTION = ast.FunctionDef | ast.AsyncFunctionDef


def sql_text_stays_in_search(tree: Tree) -> Iterator[str]:
    """Tables are asked through SQLAlchemy; pragmas and BEGIN are the engine's, not queries."""
    for module in tree:
        if SQL_TEXT.fullmatch(module.path):
            continue
        for node in ast.walk(module.tree):
            if _is_sql(node):
                yield f"{module.at(node)}: SQL as text"


def _is_sql(node: ast.AST) -> bool:
    """A sentence of SQL, or the means to write one."""
    if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("sqlalchemy"):
        return any(alias.name in {"text", "literal_column"} for alias in node.names)
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and _SQL.match(node.value) is not None


def labels_are_safe(tree: Tree) -> Iterator[str]:
    """A QLabel reads HTML out of a film's title and opens files; SafeLabel does not."""
    for module in tree:
        if module.path == SAFE_LABEL:
            continue
        for node in ast.walk(module.tree):
            asked = [node.func] if isinstance(node, ast.Call) else node.bases if isinstance(node, ast.ClassDef) else []
            if any(_last(one) == "QLabel" for one in asked):
                yield f"{module.at(node)}: QLabel outside {SAFE_LABEL}; use SafeLabel"


def the_theme_is_heard_by_methods(tree: Tree) -> Iterator[str]:
    """The theme outlives every widget: a method is let go with its widget, a lambda calls one that is deleted."""
    for module in tree:
        for node in ast.walk(module.tree):
            if not (
                isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "connect"
            ):
                continue
            signal = node.func.value
            heard = isinstance(signal, ast.Attribute) and signal.attr == "themed"
            if heard and any(isinstance(one, ast.Lambda) for one in node.args):
                yield f"{module.at(node)}: the theme is heard by a lambda; connect a method"


def nothing_is_swallowed(tree: Tree) -> Iterator[str]:
    """`except Exception` hides bugs; only the guards may catch everything."""
    for module in tree:
        if module.path in GUARDS:
            continue
        for node in ast.walk(module.tree):
            if isinstance(node, ast.ExceptHandler) and _catches_all(node) and not _raises_again(node):
                yield f"{module.at(node)}: catches everything"


def _catches_all(handler: ast.ExceptHandler) -> bool:
    kinds = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return any(kind is None or _last(kind) in {"Exception", "BaseException"} for kind in kinds)


def _raises_again(handler: ast.ExceptHandler) -> bool:
    """Tidying up and passing the error on swallows nothing."""
    last = handler.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None


def files_functions_and_classes_stay_small(tree: Tree) -> Iterator[str]:
    """Files below 400 lines, functions at most 50, classes at most 250."""
    for module in tree:
        lines = len(module.source.splitlines())
        if lines > FILE_LINES:
            yield f"{module.path}: {lines} lines"
        for node in ast.walk(module.tree):
            limit = FUNCTION_LINES if isinstance(node, _FUNCTION) else CLASS_LINES
            if isinstance(node, _FUNCTION | ast.ClassDef) and _length(node) > limit:
                yield f"{module.at(node)}: {node.name} has {_length(node)} lines"


def _length(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def names_say_something(tree: Tree) -> Iterator[str]:
    """No utils, helpers, managers: a name says what one finds there."""
    for module in tree:
        for part in module.name.split("."):
            if set(part.lower().split("_")) & set(EMPTY_WORDS) or part.startswith("base_"):
                yield f"{module.path}: “{part}” says nothing"
        for node in ast.walk(module.tree):
            if isinstance(node, ast.ClassDef):
                words = re.findall(r"[A-Z]+(?![a-z])|[A-Z][a-z]+", node.name)
                if words and words[-1].lower() in {*EMPTY_WORDS, "info"}:
                    yield f"{module.at(node)}: “{node.name}” says nothing"


def rules_hold_messages_untranslated(tree: Tree) -> Iterator[str]:
    """Below the pages a sentence is marked with N_ or phrase(); nothing is translated before it is shown."""
    for module in tree.on("domain", "operations", "store", "planner", "export", "errors", "words"):
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"_", "ngettext"}:
                yield f"{module.at(node)}: translates; hold the message with N_() or phrase()"


def nothing_is_translated_at_import(tree: Tree) -> Iterator[str]:
    """A word translated when its module is loaded keeps the language of that moment for ever."""
    for module in tree.on("ui", "i18n", "main", "cli"):
        for node in _at_import(module.tree):
            called = node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else ""
            if called in {"_", "ngettext", "pgettext", "say"}:
                yield f"{module.at(node)}: translates while being imported"


def _at_import(node: ast.AST) -> Iterator[ast.AST]:
    """What runs when a module is loaded: everything outside the bodies of functions."""
    yield node
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, _FUNCTION | ast.Lambda):
            yield from _at_import(child)


def words_stand_outside_f_strings(tree: Tree) -> Iterator[str]:
    """What collects the words does not look into f-strings before Python 3.12: there they would stay English."""
    for module in tree:
        for formatted in (node for node in ast.walk(module.tree) if isinstance(node, ast.JoinedStr)):
            for node in ast.walk(formatted):
                if isinstance(node, ast.Call) and _last(node.func) in WORDS and _says_itself(node):
                    yield f"{module.at(node)}: words inside an f-string; say them before it"


def _says_itself(call: ast.Call) -> bool:
    return any(isinstance(one, ast.Constant) and isinstance(one.value, str) for one in call.args)


def rules_have_no_clock(tree: Tree) -> Iterator[str]:
    """`now` and `today` are handed to a rule."""
    for module in tree.on("domain", "planner", "export"):
        for node in ast.walk(module.tree):
            if _asks_the_clock(node):
                yield f"{module.at(node)}: looks at the clock"


def _asks_the_clock(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in {"now", "today", "utcnow"}
        and _last(node.func.value) in {"datetime", "date"}
    )


def modules_say_what_they_hold(tree: Tree) -> Iterator[str]:
    """Every module with something in it begins with a sentence about it."""
    for module in tree:
        if module.tree.body and not (ast.get_docstring(module.tree) or "").split("\n")[0].endswith((".", "?", "!")):
            yield f"{module.path}: begins without a sentence that says what one finds there"


def _last(node: ast.AST | None) -> str:
    """The last part of a dotted name: QLabel of QtWidgets.QLabel."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def bundled_paths_come_from_paths(tree: Tree) -> Iterator[str]:
    """Where files lie is known to paths.py alone: elsewhere `__file__` would break in the wheel."""
    for module in tree:
        if module.path != "app/paths.py" and _uses_own_place(module):
            yield f"{module.path}: uses __file__; ask app.paths"


def _uses_own_place(module: Module) -> bool:
    return any(isinstance(node, ast.Name) and node.id == "__file__" for node in ast.walk(module.tree))


LAWS = (
    sql_text_stays_in_search,
    labels_are_safe,
    the_theme_is_heard_by_methods,
    nothing_is_swallowed,
    files_functions_and_classes_stay_small,
    names_say_something,
    rules_hold_messages_untranslated,
    nothing_is_translated_at_import,
    words_stand_outside_f_strings,
    rules_have_no_clock,
    modules_say_what_they_hold,
    bundled_paths_come_from_paths,
)
