"""A share whose server dies and whose cable is pulled, in a small Linux with a real file server."""

import shutil
import statistics

import pytest

from tests.faults.machine.life import Life, needs_machine

pytestmark = [
    *needs_machine,
    pytest.mark.skipif(shutil.which("smbd") is None, reason="samba is not installed"),
    pytest.mark.skipif(shutil.which("mount.cifs") is None, reason="cifs-utils is not installed"),
]

OUTAGES = 12


def test_a_share_that_drops(tmp_path, modules, tell):
    image = tmp_path / "disk.img"
    image.write_bytes(bytes(1 << 20))
    life = Life(image, "none", "share", OUTAGES=OUTAGES)
    life.live(1500)
    outages = life.all("outage")
    life.expect_well()
    assert len(outages) == OUTAGES
    blocked = [float(seconds) for _, seconds, _, _ in outages]
    slowest = [float(milliseconds) for _, _, milliseconds, _ in outages]
    edits = sum(int(count) for *_, count in outages)
    refused = sum(said != "published" for said, *_ in outages)
    assert refused >= OUTAGES / 4  # others came back in time
    assert edits > OUTAGES * 5  # the work does not wait for the network
    assert life.last("kept") == 12
    tell(
        f"{OUTAGES} outages of a cifs share while publishing, {refused} refused;"
        f" {edits} edits meanwhile, 0 lost, the slowest {max(slowest):.0f} ms"
        f" (median of the slowest {statistics.median(slowest):.0f} ms);"
        f" publishing waited up to {max(blocked):.0f} s;"
        " two people over two connections: 12 of 12 edits kept"
    )
