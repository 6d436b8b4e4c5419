"""A file is replaced in the one order that survives a power cut."""

import os
from pathlib import Path

import pytest

from qpdesk.store import disk


@pytest.fixture
def deeds(monkeypatch):
    """What is done to the disk, in order: (deed, inode)."""
    done = []
    fsync, rename = os.fsync, Path.replace

    def syncing(descriptor):
        done.append(("sync", os.fstat(descriptor).st_ino))
        fsync(descriptor)

    def renaming(source, target):
        done.append(("rename", source.stat().st_ino))
        return rename(source, target)

    monkeypatch.setattr(os, "fsync", syncing)
    monkeypatch.setattr(Path, "replace", renaming)
    return done


def test_synced_before_and_after_the_rename(tmp_path, deeds):
    path = tmp_path / "plan.qpd"
    path.write_bytes(b"old")
    path.chmod(0o640)
    disk.replace_whole(path, b"new")
    inode = path.stat().st_ino
    folder = tmp_path.stat().st_ino
    # FAT keeps the length in the folder: the second sync of the file is no slip.
    assert deeds == [("sync", inode), ("rename", inode), ("sync", inode), ("sync", folder)]
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [path]


def test_what_is_read_back_must_be_what_was_written(tmp_path, monkeypatch):
    path = tmp_path / "plan.qpd"
    path.write_bytes(b"old")
    monkeypatch.setattr(Path, "read_bytes", lambda _path: b"neu")  # a lying stick
    with pytest.raises(OSError, match="what was written"):
        disk.replace_whole(path, b"new")
    monkeypatch.undo()
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_reads_whole_files_only_of_sensible_size(tmp_path):
    assert disk.read(tmp_path / "none") is None
    huge = tmp_path / "huge.qpd"
    with huge.open("wb") as file:
        file.truncate(1 << 31)  # sparse
    with pytest.raises(OSError, match="large"):
        disk.read(huge)
    with pytest.raises(OSError, match="large"):
        disk.digest_at(huge)


def test_a_file_is_known_by_the_same_whether_read_or_not(tmp_path):
    path = tmp_path / "plan.qpd"
    assert disk.digest_at(path) is None
    path.write_bytes(bytes(range(256)) * 3000)
    assert disk.digest_at(path) == disk.digest(disk.read(path))
