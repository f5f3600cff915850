"""One window for each user and data folder: a second start hands its file over and ends."""

import getpass
import json
import os
import time
from hashlib import blake2b
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from app.errors import UserError
from app.store.lock import Lock

PATIENCE = 3000
"""Milliseconds to wait for a first instance that has the lock but does not listen yet, or is busy."""

_ANSWER = b"ok"


class Instance(QObject):
    """Owns the data folder's window, or reaches whoever does.

    `asked` carries the file another start was given, or '' when it only wants the window to come forward.
    """

    asked = Signal(str)

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.name = _name(folder)
        self._lock = Lock(folder / "window")
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._called)

    def claim(self) -> bool:
        """Become the one; False when another program is it already."""
        try:
            self._lock.take()
        except UserError:
            return not _is_held(self._lock)
        # Whoever holds the lock may sweep away the socket of a killed predecessor.
        QLocalServer.removeServer(self.name)
        self._server.listen(self.name)
        return True

    def hand_over(self, file: str) -> bool:
        """Give `file` (or '') to the first instance; whether it has taken it."""
        deadline = QDeadlineTimer(PATIENCE)
        while not deadline.hasExpired():
            socket = QLocalSocket()
            socket.connectToServer(self.name)
            if socket.waitForConnected(200):
                socket.write(json.dumps(file).encode() + b"\n")
                socket.flush()
                return socket.waitForReadyRead(deadline.remainingTime()) and bytes(socket.readAll().data()) == _ANSWER
            time.sleep(0.1)
        return False

    def close(self) -> None:
        """Stop listening and let go."""
        self._server.close()
        self._lock.release()

    def _called(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.readyRead.connect(lambda line=socket: self._hear(line))
            socket.disconnected.connect(socket.deleteLater)
            self._hear(socket)

    def _hear(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            return
        file = json.loads(bytes(socket.readLine().data()))
        socket.write(_ANSWER)
        socket.flush()
        self.asked.emit(file)


def _name(folder: Path) -> str:
    user = str(os.getuid()) if hasattr(os, "getuid") else getpass.getuser()
    mark = blake2b(f"{user} {folder.resolve()}".encode(), digest_size=8).hexdigest()
    return f"keruen-{mark}"


def _is_held(lock: Lock) -> bool:
    """Whether the lock could not be taken because somebody has it, and not because the folder cannot be written."""
    return os.access(lock.path, os.W_OK)
