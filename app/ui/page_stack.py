"""The pages of the window: each made when it is first shown, one visible at a time."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QStackedWidget, QWidget

from app.store.journal import Step
from app.ui.navigation import PageSpec, page_of
from app.ui.page import Page, Shell
from app.ui.pending import commit_pending_edits
from app.ui.workspace import Workspace


class PageStack(QStackedWidget):
    """Shows the pages of `specs`."""

    def __init__(self, specs: Sequence[PageSpec], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._specs = {spec.key: spec for spec in specs}
        self._made: dict[str, Page] = {}

    @property
    def specs(self) -> tuple[PageSpec, ...]:
        """All pages there are."""
        return tuple(self._specs.values())

    @property
    def made(self) -> Mapping[str, Page]:
        """The pages that have been shown."""
        return self._made

    def page(self) -> Page | None:
        """The page that is shown; None before the first."""
        shown = self.currentWidget()
        return shown if isinstance(shown, Page) else None

    def key(self) -> str:
        """The key of the page that is shown, or ''."""
        shown = self.currentWidget()
        return next((key for key, page in self._made.items() if page is shown), "")

    def leave(self) -> bool:
        """Hand over what is being typed and ask the shown page whether it may be left."""
        commit_pending_edits()
        page = self.page()
        return page is None or page.leave()

    def go(self, key: str, workspace: Workspace, shell: Shell) -> Page | None:
        """Show a page, made now if it never was; None when there is none, or the present one will not be left."""
        if key not in self._specs or (key != self.key() and not self.leave()):
            return None
        if key not in self._made:
            self._made[key] = self._specs[key].make()(workspace, shell)
            self.addWidget(self._made[key])
        self.setCurrentWidget(self._made[key])
        return self._made[key]

    def home_of(self, step: Step) -> str | None:
        """The page that shows what a step changed."""
        return page_of(step, self.specs)
