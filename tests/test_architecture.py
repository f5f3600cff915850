"""The laws of the house hold for the program, and each of them notices when it is broken."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.laws import floors, manner
from tests.laws.tree import Tree, read

ROOT = Path(__file__).resolve().parents[1]

Law = Callable[[Tree], Iterator[str]]

LAWS: tuple[Law, ...] = (*floors.LAWS, *manner.LAWS)

pytestmark = pytest.mark.law


@cache
def program() -> Tree:
    return read(ROOT)


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
def test_the_program_keeps_the_law(law: Law) -> None:
    assert list(law(program())) == []


MAPPED = "class Work:\n    __tablename__ = 'work'\n"

BREACHES: list[tuple[Law, dict[str, str]]] = [
    (floors.floors_are_kept, {"domain/works.py": "import PySide6.QtCore\n"}),
    (floors.floors_are_kept, {"domain/works.py": "from sqlalchemy import select\n"}),
    (floors.floors_are_kept, {"domain/works.py": "from pathlib import Path\n"}),
    (floors.floors_are_kept, {"domain/works.py": "from app.store import base\n", "store/base.py": ""}),
    (floors.floors_are_kept, {"i18n/formats.py": "from app.store.base import Base\n"}),
    (floors.floors_are_kept, {"store/works.py": "from app.i18n.catalogue import catalogue\n"}),
    (floors.floors_are_kept, {"store/works.py": "def f():\n    from app.operations import works\n"}),
    (floors.floors_are_kept, {"operations/works.py": "import app.export.programme\n"}),
    (floors.floors_are_kept, {"export/programme.py": "from app.store.works import work_rows\n"}),
    (floors.floors_are_kept, {"planner/model.py": "from app.store import works\n"}),
    (floors.floors_are_kept, {"ui/page.py": "import sqlalchemy\n"}),
    (floors.floors_are_kept, {"ui/page.py": "from PyQt6 import QtCore\n"}),
    (floors.floors_are_kept, {"commands/works.py": "from PySide6 import QtCore\n"}),
    (floors.floors_are_kept, {"words.py": "import app.paths\n"}),
    (floors.floors_are_kept, {"services/works.py": ""}),
    (floors.doors_are_not_imported, {"ui/page.py": "from app import main\n", "main.py": ""}),
    (floors.doors_are_not_imported, {"ui/page.py": "def f():\n    import app.cli\n"}),
    (floors.the_command_line_needs_no_qt, {"cli.py": "from PySide6.QtCore import QTimer\n"}),
    (floors.the_command_line_needs_no_qt, {"cli.py": "import app.a\n", "a.py": "import PySide6\n"}),
    (floors.nothing_calls_out, {"operations/news.py": "import urllib.request\n"}),
    (
        floors.pages_speak_the_active_language_alone,
        {"export/programme.py": "from app.i18n.active import _\n", "i18n/active.py": ""},
    ),
    (
        floors.pages_know_no_mapped_class,
        {"store/works.py": MAPPED, "ui/page.py": "from app.store.works import Work\n"},
    ),
    (
        floors.pages_know_no_mapped_class,
        {"store/works.py": MAPPED, "ui/page.py": "from app.store import works\nworks.Work()\n"},
    ),
    (floors.imports_are_absolute, {"ui/page.py": "from . import theme\n"}),
    (floors.imports_are_absolute, {"ui/__init__.py": "from app.ui.page import Page\n"}),
    (floors.nothing_imports_in_circles, {"a.py": "import app.b\n", "b.py": "def f():\n    from app import a\n"}),
    (manner.sql_text_stays_in_search, {"store/works.py": "QUERY = 'SELECT id FROM work'\n"}),
    (manner.sql_text_stays_in_search, {"operations/works.py": "run(f'DELETE FROM {table}')\n"}),
    (manner.sql_text_stays_in_search, {"store/works.py": "from sqlalchemy import select, text\n"}),
    (manner.labels_are_safe, {"ui/page.py": "title = QLabel('x')\n"}),
    (manner.labels_are_safe, {"ui/page.py": "title = QtWidgets.QLabel('x')\n"}),
    (manner.labels_are_safe, {"ui/page.py": "class Title(QLabel):\n    pass\n"}),
    (manner.the_theme_is_heard_by_methods, {"ui/page.py": "theme().themed.connect(lambda: page.update())\n"}),
    (manner.nothing_is_swallowed, {"ui/page.py": "try:\n    f()\nexcept Exception:\n    pass\n"}),
    (manner.nothing_is_swallowed, {"store/a.py": "try:\n    f()\nexcept:\n    pass\n"}),
    (manner.nothing_is_swallowed, {"a.py": "try:\n    f()\nexcept (OSError, BaseException) as e:\n    g(e)\n"}),
    (manner.files_functions_and_classes_stay_small, {"domain/works.py": "A = 1\n" * 400}),
    (manner.files_functions_and_classes_stay_small, {"a.py": "def f():\n" + "    g()\n" * 50}),
    (manner.files_functions_and_classes_stay_small, {"a.py": "class A:\n" + "    a = 1\n" * 250}),
    (manner.names_say_something, {"utils.py": ""}),
    (manner.names_say_something, {"ui/page_helpers.py": ""}),
    (manner.names_say_something, {"store/base_page.py": ""}),
    (manner.names_say_something, {"ui/page.py": "class PageManager:\n    pass\n"}),
    (manner.names_say_something, {"ui/page.py": "class WorkDTO:\n    pass\n"}),
    (manner.rules_hold_messages_untranslated, {"domain/works.py": "def f():\n    return _('Title')\n"}),
    (manner.nothing_is_translated_at_import, {"ui/page.py": "TITLE = _('Title')\n"}),
    (manner.nothing_is_translated_at_import, {"ui/page.py": "class Page:\n    title = pgettext('nav', 'Title')\n"}),
    (manner.words_stand_outside_f_strings, {"ui/page.py": "def f():\n    return f\"{_('Title')}: {title}\"\n"}),
    (manner.words_stand_outside_f_strings, {"export/a.py": "def f(tr):\n    return f\"{tr.context('chip', 'a')}\"\n"}),
    (manner.rules_have_no_clock, {"domain/works.py": "def f():\n    return datetime.now(UTC)\n"}),
    (manner.rules_have_no_clock, {"domain/works.py": "def f():\n    return datetime.date.today()\n"}),
    (manner.modules_say_what_they_hold, {"ui/page.py": "A = 1\n"}),
    (manner.bundled_paths_come_from_paths, {"ui/icons.py": "HERE = __file__\n"}),
]


@pytest.mark.parametrize(("law", "files"), BREACHES, ids=lambda value: getattr(value, "__name__", ""))
def test_a_breach_is_noticed(law: Law, files: dict[str, str], tmp_path: Path) -> None:
    for name, source in files.items():
        path = tmp_path / "app" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source, encoding="utf-8")
    assert len(list(law(read(tmp_path)))) == 1


def test_every_law_has_a_breach_that_proves_it() -> None:
    assert {law for law, _ in BREACHES} == set(LAWS)


INNOCENT = {
    "cli.py": '"""The command line."""\n\n\ndef main():\n    from app import main as window\n    window.main()\n',
    "main.py": '"""The front door."""\nfrom PySide6.QtWidgets import QApplication\n\nfrom app.ui import page\n',
    "domain/works.py": '"""Rules."""\nfrom datetime import time\nfrom app.words import N_\nA = N_("Select a title")\n',
    "words.py": '"""Words."""\n',
    "store/search.py": '"""Search."""\nfrom sqlalchemy import text\n\nHITS = text("SELECT rowid FROM hits")\n',
    "store/engine.py": '"""Engine."""\nBEGIN = "BEGIN IMMEDIATE"\nPRAGMA = "PRAGMA trusted_schema=OFF"\n',
    "ui/page.py": '"""A page."""\nfrom app.store import search\n\n\ndef label():\n    return _("Title")\n',
    "files.py": '"""Files."""\ntry:\n    write()\nexcept BaseException:\n    tidy()\n    raise\n',
    "ui/widgets/safe.py": '"""Labels."""\n\n\nclass SafeLabel(QLabel):\n    pass\n',
    "ui/jobs.py": '"""Jobs."""\ntry:\n    work()\nexcept Exception as error:\n    tell(error)\n',
}


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
def test_what_is_right_passes(law: Law, tmp_path: Path) -> None:
    for name, source in INNOCENT.items():
        path = tmp_path / "app" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source, encoding="utf-8")
    assert list(law(read(tmp_path))) == []
