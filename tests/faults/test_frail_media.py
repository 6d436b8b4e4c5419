"""FAT and disks that lie: a rename in two steps, short writes; and what stands at the path then."""

import errno
import os
from contextlib import suppress
from pathlib import Path

import pytest

from qpdesk.domain import edits
from qpdesk.domain.nodes import Kind
from qpdesk.store import reading, target
from qpdesk.store.errors import StoreError
from qpdesk.store.media import Medium
from qpdesk.store.opening import Notice, Opening, open_file
from tests.store.desk import Desk, contents, the


@pytest.fixture
def fat(monkeypatch):
    monkeypatch.setattr(target, "medium_of", lambda _folder: Medium.FRAIL)
    monkeypatch.setattr(os, "link", lambda *_: (_ for _ in ()).throw(OSError(errno.EPERM, "FAT")))


def rename(desk, title):
    desk.do(edits.rename(desk.register, the(desk.register, Kind.AREA).id, title))


@pytest.mark.parametrize("left", ["nothing", "empty"])
def test_pulled_out_in_the_middle_of_a_rename(desk, fat, monkeypatch, tmp_path, left):
    """FAT takes the old name away before it gives the new one."""
    rename(desk, "Förra")
    desk.publish()
    replace = Path.replace

    def torn(source, goal):
        if Path(goal) == desk.path:
            desk.path.unlink()
            if left == "empty":
                desk.path.touch()
            raise OSError(errno.EIO, "pulled out")
        return replace(source, goal)

    rename(desk, "Senaste")
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", torn)
        with pytest.raises(StoreError):
            desk.file.publish()
    desk.file._let_go()
    stranger = Desk(tmp_path / "bo", desk.path, "Bo Alm").open()
    assert stranger.file.notices == (Notice.FROM_GENERATION,)
    assert the(stranger.register, Kind.AREA).title == "Förra"
    stranger.file._let_go()
    desk.open()
    assert the(desk.register, Kind.AREA).title == "Senaste"
    desk.publish()
    assert contents(reading.read_register(desk.path)) == contents(desk.register)


class Short:
    """A file that writes only the first part, and says nothing."""

    def __init__(self, file, share):
        self._file = file
        self._share = share

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._file.close()

    def __getattr__(self, name):
        return getattr(self._file, name)

    def write(self, content):
        self._file.write(content[: int(len(content) * self._share)])
        return len(content)


@pytest.mark.parametrize("share", [0, 0.01, 0.5, 0.999])
def test_short_writes(desk, monkeypatch, share):
    before = desk.path.read_bytes()
    opened = Path.open

    def short(path, mode="r", *args, **kwargs):
        file = opened(path, mode, *args, **kwargs)
        return Short(file, share) if "x" in mode else file

    rename(desk, "Nytt namn")
    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", short)
        with pytest.raises(StoreError):
            desk.file.publish()
    assert desk.path.read_bytes() == before
    assert [file.name for file in desk.path.parent.glob(".qpdesk-*")] == []
    desk.file.publish()
    assert contents(reading.read_register(desk.path)) == contents(desk.register)


def gone(path, _older):
    path.unlink()


def folder(path, _older):
    path.unlink()
    path.mkdir()


def content(raw):
    return lambda path, _older: path.write_bytes(raw)


def older(path, older):
    path.write_bytes(older)


def wal_header(path, _older):
    raw = bytearray(path.read_bytes())
    raw[18:20] = b"\2\2"
    path.write_bytes(raw)


def later_version(path, _older):
    raw = bytearray(path.read_bytes())
    raw[60:64] = (9000).to_bytes(4, "big")
    path.write_bytes(raw)


SWAPS = {
    "gone": gone, "a folder": folder, "empty": content(b""), "text": content(b"hej\n" * 999),
    "an older version": older, "a wal header": wal_header, "a later version": later_version,
}  # fmt: skip


@pytest.mark.parametrize("swap", SWAPS)
def test_swapped_under_an_open_program(desk, swap):
    first = desk.path.read_bytes()
    rename(desk, "Andra")
    desk.publish()
    rename(desk, "Tredje")
    known = contents(desk.register)
    SWAPS[swap](desk.path, first)
    stands = desk.path.read_bytes() if desk.path.is_file() else None
    with suppress(StoreError):
        desk.publish()
        assert contents(reading.read_register(desk.path)) == known
        stands = None
    if stands is not None:  # refused: what stands there is nothing of ours to overwrite
        assert desk.path.read_bytes() == stands
    assert contents(desk.file.load()) == known
    desk.file._let_go()
    if desk.path.is_dir():
        desk.path.rmdir()
    else:
        desk.path.unlink(missing_ok=True)
    working, backups = desk.home / "working", desk.home / "backups"
    desk.file = open_file(desk.path, working, backups, how=Opening.RECOVER)
    assert contents(desk.file.load()) == known
    desk.publish()
    assert contents(reading.read_register(desk.path)) == known
