"""The settings of this machine while the program runs: read once, written at every change."""

import logging
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QObject, Signal

from app import settings as stored
from app.settings import Settings


class Preferences(QObject):
    """Holds the `Settings` and keeps them on disk. `changed` carries the new ones."""

    changed = Signal(object)

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self.now = stored.load(path)

    def change(self, **fields: Any) -> None:
        """Set fields of `Settings`; a folder that cannot be written costs the memory, not the work."""
        new = replace(self.now, **fields)
        if new != self.now:
            self.keep(new)

    def keep(self, settings: Settings) -> None:
        """Take over whole settings."""
        self.now = settings
        try:
            stored.save(settings, self._path)
        except OSError as error:
            logging.getLogger(__name__).warning("The settings could not be written: %s", type(error).__name__)
        self.changed.emit(settings)

    def layout(self, name: str) -> QByteArray | None:
        """What a splitter or header saved under `name`, for its `restoreState`."""
        text = self.now.layouts.get(name)
        return QByteArray.fromBase64(text.encode()) if text else None

    def keep_layout(self, name: str, state: QByteArray) -> None:
        """Remember what a splitter's or header's `saveState` gave."""
        self.change(layouts={**self.now.layouts, name: encoded(state)})


def encoded(state: QByteArray) -> str:
    """Bytes of Qt as text for the settings."""
    return bytes(state.toBase64().data()).decode("ascii")
