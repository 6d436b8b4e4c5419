"""A file is replaced as a whole, or not at all."""

import errno
import os

import pytest

from qpdesk.system.whole_file import write_whole


def test_a_file_is_made_and_replaced(tmp_path):
    target = tmp_path / "plan.json"
    write_whole(target, b"one")
    target.chmod(0o640)
    write_whole(target, b"two")

    assert target.read_bytes() == b"two"
    assert [path.name for path in tmp_path.iterdir()] == ["plan.json"]
    if os.name == "posix":
        assert target.stat().st_mode & 0o777 == 0o640


def test_a_full_disk_leaves_the_old_file_alone(tmp_path, monkeypatch):
    target = tmp_path / "plan.json"
    target.write_bytes(b"old")

    def full(_descriptor):
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="full"):
        write_whole(target, b"new")

    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["plan.json"]


def test_a_folder_in_the_way_is_left_alone(tmp_path):
    target = tmp_path / "plan.json"
    target.mkdir()
    with pytest.raises(OSError):  # noqa: PT011 - the kind differs between systems
        write_whole(target, b"new")

    assert [path.name for path in tmp_path.iterdir()] == ["plan.json"]
