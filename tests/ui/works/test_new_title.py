"""The line that enters a title: given up, and spoken in another language half-way."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.ui.language import speak
from app.ui.page import Command
from app.ui.widgets.safe import SafeLabel
from app.ui.works.new_title import NewTitle
from app.ui.works.page import WorksPage
from tests.ui.shells import FakeShell
from tests.ui.works.conftest import Made, write


def test_after_a_title_was_given_up_the_keys_of_the_list_work_again(
    page: WorksPage, shell: FakeShell, made: Made
) -> None:
    page.go(work=made.kelin)
    page.commands()[Command.NEW]()
    assert Command.REMOVE not in page.commands()
    told = shell.commands_told
    QTest.keyClick(page.view.new_title.name, Qt.Key.Key_Escape)
    assert shell.commands_told == told + 1
    assert {Command.REMOVE, Command.RENAME, Command.DUPLICATE} <= set(page.commands())


def said(form: NewTitle) -> str:
    return form.message.findChildren(SafeLabel)[0].text()


def test_what_is_wrong_is_said_again_in_the_new_language(page: WorksPage) -> None:
    page.commands()[Command.NEW]()
    form = page.view.new_title
    write(form.name, "Koмпозитор")
    english = said(form)
    speak("ru")
    assert said(form) != english
    assert "Latin" not in said(form)
    assert form.name.text() == "Koмпозитор"


def test_an_untouched_line_is_not_scolded_by_another_language(page: WorksPage) -> None:
    page.commands()[Command.NEW]()
    speak("zh")
    assert page.view.new_title.message.isHidden()
