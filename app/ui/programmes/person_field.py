"""A field for one person: somebody the library knows, or a new name."""

from PySide6.QtWidgets import QWidget

from app.store.agent_rows import AgentLine
from app.ui.works.agent_field import AgentField, Suggest
from app.words import N_

NOBODY = N_("Choose a name from the list, or press Enter to add a new one.")


class PersonField(AgentField):
    """Shows who is chosen; `who` gives the number, or the name of somebody to be entered."""

    def __init__(self, suggest: Suggest, agent: int = 0, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(suggest, parent)
        self._agent, self._name = agent, name
        self.show_value(name)
        self.chosen.connect(self._known)
        self.created.connect(self._new)

    def who(self) -> tuple[int, str]:
        """The number of somebody known, or 0 and a new name; typed and left, a name of just one counts, or of none."""
        typed = self.text().strip()
        if typed == self._name:
            return self._agent, "" if self._agent else typed
        known = self._suggest(typed) if typed else ()
        exact = [line.id for line in known if typed.casefold() in _names(line)]
        return (exact[0], "") if len(exact) == 1 else (0, "" if known else typed)

    def _known(self, agent: int) -> None:
        line = next((line for line in self._lines if line.id == agent), None)
        self._agent, self._name = agent, line.name if line else self.text()
        self.show_value(self._name)

    def _new(self, name: str) -> None:
        self._agent, self._name = 0, name
        self.show_value(name)


def _names(line: AgentLine) -> tuple[str, str]:
    return line.name.casefold(), line.second.casefold()
