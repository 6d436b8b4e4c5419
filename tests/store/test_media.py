"""What a folder lies on is read from the system's list of mounts."""

from pathlib import Path

import pytest

from qpdesk.store import media
from qpdesk.store.media import Medium, medium_of

MOUNTS = """\
22 1 254:0 / / rw,relatime - ext4 /dev/vda rw
30 22 0:40 / /mnt/delad rw,relatime shared:1 - cifs //server/delad rw,vers=3.1.1
31 22 8:17 / /media/anna/USB\\040STICKA rw,nosuid - vfat /dev/sdb1 rw
32 22 8:33 / /media/anna/stor rw,nosuid - exfat /dev/sdc1 rw
33 30 254:0 / /mnt/delad/lokal rw - ext4 /dev/vda rw
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/home/anna", "ext4"),
        ("/mnt/delad", "cifs"),
        ("/mnt/delad/socialtjänst/planer", "cifs"),
        ("/mnt/delad/lokal", "ext4"),
        ("/mnt/deladannat", "ext4"),
        ("/media/anna/USB STICKA/planer", "vfat"),
    ],
)
def test_the_mount_that_a_folder_lies_in(folder, kind):
    assert media._mount_of(Path(folder), MOUNTS)[1] == kind


@pytest.mark.parametrize(
    ("found", "medium"),
    [
        (("8:17", "vfat"), Medium.FRAIL),
        (("8:33", "exfat"), Medium.FRAIL),
        (("0:40", "cifs"), Medium.REMOTE),
        (("0:41", "nfs4"), Medium.REMOTE),
        (("0:1", "tmpfs"), Medium.SURE),
    ],
)
def test_what_it_means(monkeypatch, tmp_path, found, medium):
    monkeypatch.setattr(media, "_mount_of", lambda *_: found)
    assert medium_of(tmp_path) is medium


def test_what_cannot_be_told_is_taken_for_sure(monkeypatch, tmp_path):
    monkeypatch.setattr(media, "_on_linux", lambda _folder: (_ for _ in ()).throw(OSError))
    assert medium_of(tmp_path) is Medium.SURE
