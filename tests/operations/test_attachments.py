"""Files hang on a title; their bytes are kept once and survive undo."""

import pytest
from sqlalchemy import func, select

from app.domain.kinds import AttachmentKind
from app.domain.pictures import NOT_WHOLE
from app.errors import UserError
from app.operations import attachments, works
from app.operations.attachments import ATTACHED_ALREADY, NO_PICTURE
from app.store.attachment_rows import content, files_of, posters, unused
from app.store.attachments import Content
from app.store.store import Store
from tests import pictures
from tests.store.rows import do, step

PORTRAIT, WIDE = pictures.png(20, 30), pictures.png(30, 20)


@pytest.fixture
def work(store: Store) -> int:
    return do(store, works.add, "Келін", "kk-Cyrl")


def names(store: Store, work: int) -> list[tuple[str, AttachmentKind, bool]]:
    with store.read() as session:
        return [(file.name, file.kind, file.main) for file in files_of(session, work)]


def contents(store: Store) -> int:
    with store.read() as session:
        return session.scalar(select(func.count()).select_from(Content)) or 0


def test_the_first_upright_picture_is_the_poster_and_the_rest_are_stills(store: Store, work: int) -> None:
    do(store, attachments.attach, work, "C:\\films\\wide.png", WIDE)
    do(store, attachments.attach, work, "poster.png", PORTRAIT)
    do(store, attachments.attach, work, "second.png", pictures.png(10, 20))
    do(store, attachments.attach, work, "contract.pdf", b"%PDF-1.7 x")
    assert names(store, work) == [
        ("wide.png", AttachmentKind.STILL, False),
        ("poster.png", AttachmentKind.POSTER, True),
        ("second.png", AttachmentKind.STILL, False),
        ("contract.pdf", AttachmentKind.DOCUMENT, False),
    ]
    with store.read() as session:
        assert posters(session, [work, 999]) == {work: files_of(session, work)[1].digest}


def test_equal_files_are_kept_once_and_refused_twice_on_one_title(store: Store, work: int) -> None:
    other = do(store, works.add, "Tomiris", "en")
    do(store, attachments.attach, work, "a.png", PORTRAIT)
    do(store, attachments.attach, other, "b.png", PORTRAIT)
    assert contents(store) == 1
    with pytest.raises(UserError) as told:
        do(store, attachments.attach, work, "again.png", PORTRAIT)
    assert told.value.phrase.message == ATTACHED_ALREADY


def test_undo_and_redo_bring_the_file_back_with_its_bytes(store: Store, work: int) -> None:
    attached = step(store, attachments.attach, work, "a.png", PORTRAIT)
    assert attached.works == {work}
    undone = store.replay(attached)
    assert names(store, work) == []
    with store.read() as session:
        assert unused(session) == (1, len(PORTRAIT))
    store.replay(undone)
    with store.read() as session:
        [file] = files_of(session, work)
        assert content(session, file.digest) == PORTRAIT
        assert unused(session) == (0, 0)


def test_a_removed_file_comes_back(store: Store, work: int) -> None:
    file = do(store, attachments.attach, work, "a.png", PORTRAIT)
    removed = step(store, attachments.remove_attachment, file)
    assert names(store, work) == []
    store.replay(removed)
    assert names(store, work) == [("a.png", AttachmentKind.POSTER, True)]


def test_the_main_poster_is_the_first_and_can_be_another(store: Store, work: int) -> None:
    do(store, attachments.attach, work, "a.png", PORTRAIT)
    still = do(store, attachments.attach, work, "b.png", WIDE)
    do(store, attachments.make_main_poster, still)
    assert names(store, work) == [("b.png", AttachmentKind.POSTER, True), ("a.png", AttachmentKind.POSTER, False)]
    do(store, attachments.move_attachment, still, 99)
    assert [name for name, _kind, _main in names(store, work)] == ["a.png", "b.png"]


def test_caption_and_credit_are_kept_and_a_document_is_no_poster(store: Store, work: int) -> None:
    paper = do(store, attachments.attach, work, "c.pdf", b"%PDF-1.7 x")
    do(store, attachments.change_attachment, paper, caption=" The contract ", credit="Kazakhfilm")
    with store.read() as session:
        [file] = files_of(session, work)
    assert (file.caption, file.credit) == ("The contract", "Kazakhfilm")
    for operation, facts in (
        (attachments.make_main_poster, {}),
        (attachments.change_attachment, {"kind": AttachmentKind.STILL}),
    ):
        with pytest.raises(UserError) as told:
            do(store, operation, paper, **facts)
        assert told.value.phrase.message == NO_PICTURE


def test_a_refused_file_leaves_nothing_and_keeps_no_other_out(store: Store, work: int) -> None:
    with pytest.raises(UserError) as told:
        do(store, attachments.attach, work, "b.png", WIDE[:-20])
    assert told.value.phrase.message == NOT_WHOLE
    assert contents(store) == 0
    files = [("b.png", WIDE[:-20]), ("a.png", PORTRAIT), ("again.png", PORTRAIT)]
    made = do(store, attachments.attach_all, work, files)
    assert [phrase.message for phrase in made.refused] == [NOT_WHOLE, ATTACHED_ALREADY]
    assert names(store, work) == [("a.png", AttachmentKind.POSTER, True)]


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/poster.png", "poster.png"),
        ("a\u202egnp.exe", "agnp.exe"),
        ("\n", "file"),
        ("ә" * 400, "ә" * 200),
    ],
)
def test_a_file_name_is_only_a_name(given: str, kept: str) -> None:
    assert attachments.file_name(given) == kept
