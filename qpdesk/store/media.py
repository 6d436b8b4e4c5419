"""What a folder lies on: a disk that can be trusted, a stick that may be pulled out, a share."""

import os
import re
import sys
from contextlib import suppress
from enum import Enum, auto
from pathlib import Path

_FAT = frozenset({"vfat", "msdos", "exfat", "fat", "fat32"})
_SHARES = frozenset(
    {"cifs", "smb3", "smbfs", "nfs", "nfs4", "9p", "afs", "ncpfs", "davfs", "fuse.sshfs"}
)
_REMOVABLE, _REMOTE = 2, 4  # GetDriveTypeW


class Medium(Enum):
    """How much a file's place can be relied on."""

    SURE = auto()
    """A disk of the computer, with a file system that keeps its folders."""
    FRAIL = auto()
    """FAT, or something that can be pulled out: one whole generation is kept beside the file."""
    REMOTE = auto()
    """A share: what we read of it may be a second old."""


def medium_of(folder: Path) -> Medium:
    """What a folder lies on; ``SURE`` where that cannot be told."""
    with suppress(OSError, ValueError):
        return _on_windows(folder) if sys.platform == "win32" else _on_linux(folder)
    return Medium.SURE


def _on_linux(folder: Path) -> Medium:
    mounts = Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="surrogateescape")
    device, kind = _mount_of(folder.resolve(), mounts)
    if kind in _SHARES:
        return Medium.REMOTE
    if kind in _FAT or _is_removable(device):
        return Medium.FRAIL
    return Medium.SURE


def _mount_of(folder: Path, mounts: str) -> tuple[str, str]:
    """Device (major:minor) and file system of the mount that a folder lies in."""
    best, found = -1, ("", "")
    for line in mounts.splitlines():
        about, _, rest = line.partition(" - ")
        fields = about.split(" ")
        place = Path(re.sub(r"\\([0-7]{3})", lambda code: chr(int(code[1], 8)), fields[4]))
        if folder.is_relative_to(place) and len(place.parts) >= best:
            best, found = len(place.parts), (fields[2], rest.split(" ")[0])
    return found


def _is_removable(device: str) -> bool:
    block = Path("/sys/dev/block") / device
    for folder in (block, block.resolve().parent):  # a partition's disk is above it
        with suppress(OSError):
            return (folder / "removable").read_text(encoding="ascii").strip() == "1"
    return False


def _on_windows(folder: Path) -> Medium:  # pragma: no cover - run on Windows only
    import ctypes  # noqa: PLC0415 - Windows alone needs it

    root = os.path.splitdrive(folder.resolve())[0] + "\\"
    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined,unused-ignore]  # Windows has it
    drive = kernel.GetDriveTypeW(root)
    if drive == _REMOTE:
        return Medium.REMOTE
    name = ctypes.create_unicode_buffer(64)
    kernel.GetVolumeInformationW(root, None, 0, None, None, None, name, len(name))
    is_fat = name.value.lower() in _FAT
    return Medium.FRAIL if is_fat or drive == _REMOVABLE else Medium.SURE
