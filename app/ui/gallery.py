"""The pictures on the screen: decoded in a thread of their own, kept small, asked for while painting.

Whoever paints asks for a picture and gets it, or None and paints something else; `arrived` tells
that there is more to show. Nothing is ever read or decoded while painting.
"""

from collections import OrderedDict
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtGui import QImage, QPixmap

from app.domain.pictures import Medium
from app.store.attachment_rows import content, posters
from app.store.journal import Step
from app.store.store import Store
from app.ui.jobs import Job, Jobs, Outcome
from app.ui.thumbnails import Frame, decoded
from app.ui.workspace import Workspace
from app.words import N_, phrase

KEPT_BYTES = 64_000_000
"""Decoded pictures kept in memory before those not asked for longest are forgotten."""

WAITING, AT_ONCE = 240, 12
"""Requests that wait at most (the oldest were scrolled past), and how many one job answers."""

KNOWN = 50_000
"""Works whose poster (or lack of one) is remembered."""


class Sought(NamedTuple):
    """A picture at a size: its digest, or the work whose poster it is (digest '')."""

    digest: str
    media_type: str
    frame: Frame
    work: int = 0


Found = list[tuple[Sought, str, QImage | None]]
"""What a job brings: what was sought, the digest it has ('' for none), and the picture if it can be read."""


class Gallery(QObject):
    """Serves the pictures of the open library. `arrived` comes when some that were asked for are there."""

    arrived = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace: Workspace | None = None
        self._jobs: Jobs | None = None
        self._posters: dict[int, str] = {}
        self._pictures: OrderedDict[tuple[str, Frame], QPixmap | None] = OrderedDict()
        self._bytes = 0
        self._waiting: OrderedDict[Sought, None] = OrderedDict()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._fetch)
        self._busy = False

    def serve(self, workspace: Workspace) -> None:
        """Show the pictures of this workspace's library from now on."""
        self._workspace = workspace
        workspace.opened.connect(self.forget)
        workspace.changed.connect(self._changed)
        self.forget()

    def leave(self) -> None:
        """Show no library's pictures any more."""
        self._workspace = None
        self.forget()

    def forget(self) -> None:
        """Forget all pictures: another library was opened."""
        self._posters.clear()
        self._pictures.clear()
        self._waiting.clear()
        self._bytes = 0

    def poster(self, work: int, frame: Frame) -> QPixmap | None:
        """The poster of a work, or None while there is none."""
        if self._workspace is None:
            return None
        digest = self._posters.get(work)
        if digest is None:
            self._want(Sought("", "", frame, work))
            return None
        return self._at_hand(digest, frame, Sought(digest, "", frame, work)) if digest else None

    def picture(self, digest: str, media_type: str, frame: Frame) -> QPixmap | None:
        """A picture by its digest, or None while it is not decoded, or cannot be."""
        if self._workspace is None:
            return None
        return self._at_hand(digest, frame, Sought(digest, media_type, frame))

    def broken(self, digest: str, frame: Frame) -> bool:
        """Whether a picture was tried and cannot be read."""
        return self._pictures.get((digest, frame), False) is None

    def _at_hand(self, digest: str, frame: Frame, sought: Sought) -> QPixmap | None:
        key = (digest, frame)
        if key not in self._pictures:
            self._want(sought)
            return None
        self._pictures.move_to_end(key)
        return self._pictures[key]

    def _want(self, sought: Sought) -> None:
        self._waiting[sought] = None
        self._waiting.move_to_end(sought)
        while len(self._waiting) > WAITING:
            self._waiting.popitem(last=False)
        if not self._busy:
            self._soon.start()

    def _fetch(self) -> None:
        """Send a job for what was asked for last: that is what is in sight."""
        if self._busy or self._workspace is None or not self._waiting:
            return
        some: list[Sought] = []
        unknown = [sought for sought in self._waiting if not sought.digest]
        for sought in unknown or list(self._waiting)[::-1][:AT_ONCE]:
            del self._waiting[sought]
            some.append(sought)
        self._busy = True
        store = self._workspace.store

        def then(outcome: Outcome[Found]) -> None:
            self._busy = False
            if outcome.value is not None and self._workspace is not None and store is self._workspace.store:
                self._take(outcome.value)
            if self._waiting:
                self._soon.start()

        self._runner().start(Job(lambda _job: _brought(store, some), phrase(N_("Loading pictures"))), then)

    def _runner(self) -> Jobs:
        if self._jobs is None:
            self._jobs = Jobs(self)
            application = QCoreApplication.instance()
            assert application is not None  # nobody paints without one
            application.aboutToQuit.connect(self._jobs.stop_all)
        return self._jobs

    def _take(self, found: Found) -> None:
        if len(self._posters) > KNOWN:
            self._posters.clear()
        news = False
        for sought, digest, image in found:
            if sought.work and not sought.digest:
                self._posters[sought.work] = digest
                news = news or bool(digest)
            else:
                self._keep((digest, sought.frame), image)
                news = True
        if news:
            self.arrived.emit()

    def _keep(self, key: tuple[str, Frame], image: QImage | None) -> None:
        if key in self._pictures:
            return
        self._pictures[key] = None if image is None else QPixmap.fromImage(image)
        self._bytes += _weight(self._pictures[key])
        while self._bytes > KEPT_BYTES and len(self._pictures) > 1:
            _key, gone = self._pictures.popitem(last=False)
            self._bytes -= _weight(gone)

    def _changed(self, step: Step) -> None:
        if "attachment" not in step.tables:
            return
        known = [work for work in step.works if self._posters.pop(work, None) is not None]
        if known:
            self.arrived.emit()


def _weight(picture: QPixmap | None) -> int:
    return 0 if picture is None else picture.width() * picture.height() * 4


def _brought(store: Store, sought: Sequence[Sought]) -> Found:
    """Look up posters, read bytes, decode; in a thread."""
    with store.read() as session:
        unknown = [one.work for one in sought if not one.digest]
        first = posters(session, unknown) if unknown else {}
        found: Found = [(one, first.get(one.work, ""), None) for one in sought if not one.digest]
        for one in sought:
            if one.digest:
                found.append((one, one.digest, _read(content(session, one.digest), one)))
    return found


def _read(data: bytes | None, sought: Sought) -> QImage | None:
    if data is None:
        return None
    return decoded(data, sought.media_type or _media_type(data), sought.frame)


def _media_type(data: bytes) -> str:
    """What a picture kept in the library is; it was examined when it came."""
    starts = {b"\x89P": Medium.PNG, b"\xff\xd8": Medium.JPEG, b"RI": Medium.WEBP}
    return str(starts.get(data[:2], ""))


_gallery: list[Gallery] = []


def gallery() -> Gallery:
    """The one gallery of the program."""
    if not _gallery:
        _gallery.append(Gallery())
    return _gallery[0]
