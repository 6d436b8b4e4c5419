"""A working copy is for one process."""

import os

import pytest

from qpdesk.store.errors import InUse
from qpdesk.store.guard import Guard


def test_keeps_others_out_until_released(tmp_path):
    guard = Guard(tmp_path, tmp_path / "plan.qpd")
    with pytest.raises(InUse) as refusal:
        Guard(tmp_path, tmp_path / "plan.qpd")
    assert refusal.value.path == tmp_path / "plan.qpd"
    guard.release()
    Guard(tmp_path, tmp_path / "plan.qpd").release()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows has no fork")
def test_the_system_lets_go_when_the_process_ends(tmp_path):
    child = os.fork()
    if child == 0:
        Guard(tmp_path, tmp_path / "plan.qpd")
        os._exit(0)
    os.waitpid(child, 0)
    Guard(tmp_path, tmp_path / "plan.qpd").release()
