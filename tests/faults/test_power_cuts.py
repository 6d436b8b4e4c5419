"""Power cuts: a small Linux works on a disk and is killed; its next life must find all."""

import random
import subprocess
import time

import pytest

from tests.faults.machine.life import Life, needs_machine

MAKE = {"ext4": ["mkfs.ext4", "-q", "-F"], "vfat": ["mkfs.vfat", "-F", "32"]}

pytestmark = needs_machine


def cut_often(tmp_path, kind, times, **words):
    """Cut the power so often; returns what was seen: (acknowledged, verdicts)."""
    image = tmp_path / "disk.img"
    with image.open("wb") as file:
        file.truncate(256 << 20)
    subprocess.run([*MAKE[kind], image], check=True, capture_output=True)
    chance = random.Random(3)
    acknowledged, verdicts, edits = 0, [], 0
    for _ in range(times):
        if kind == "vfat":  # as a desktop offers it
            subprocess.run(["fsck.vfat", "-a", "-w", image], check=False, capture_output=True)
        life = Life(image, kind, **words)
        try:
            assert life.spoken.wait(120), "it said nothing"
            time.sleep(chance.uniform(0.05, 1))
        finally:
            life.cut()
        word, *values = life.told[0]
        bad = word != "found" or int(values[0]) < acknowledged or "broken" in values[1]
        verdicts.append((bad, " ".join(life.told[0])))
        if bad and word != "found":
            break
        edits += max(0, life.last("acknowledged") - int(values[0]))
        acknowledged = max(int(values[0]), life.last("acknowledged"))
    return edits, verdicts


@pytest.mark.parametrize(("kind", "times"), [("ext4", 40), ("vfat", 40)])
def test_power_cuts(tmp_path, modules, tell, kind, times):
    edits, verdicts = cut_often(tmp_path, kind, times)
    bad = [said for is_bad, said in verdicts if is_bad]
    tell(f"{kind}: {times} power cuts, {edits} acknowledged edits, {len(bad)} bad")
    assert bad == []
    assert len(verdicts) == times
    assert edits > times


def test_power_cuts_are_felt_without_syncing(tmp_path, modules):
    """A test that could not fail would prove nothing."""
    _, verdicts = cut_often(tmp_path, "ext4", 12, CARELESS=1)
    assert any(is_bad for is_bad, _ in verdicts)
