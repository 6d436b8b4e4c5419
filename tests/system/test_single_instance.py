"""A second start gives its file to the window of the first; a stranger's bytes do no harm."""

import queue
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qpdesk.system import named_pipe
from qpdesk.system.single_instance import FirstWindow, hand_over


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "window"


@pytest.fixture
def opened():
    return queue.Queue()


@pytest.fixture
def first(folder, opened):
    window = FirstWindow.claim(folder, opened.put)
    yield window
    window.close()


def test_the_second_start_is_told_so_and_its_file_is_opened(first, folder, opened):
    assert FirstWindow.claim(folder, opened.put) is None
    file = Path.cwd() / "Ärende å, år 1.qpd"
    assert hand_over(folder, file)
    assert opened.get(timeout=5) == file


def test_another_process_hands_over(first, folder, opened):
    words = "import sys; from pathlib import Path; from qpdesk.system.single_instance import *; "
    words += "sys.exit(not hand_over(Path(sys.argv[1]), Path(sys.argv[2])))"
    file = Path.cwd() / "å.qpd"
    subprocess.run([sys.executable, "-c", words, folder, file], check=True)
    assert opened.get(timeout=5) == file


def test_a_start_without_a_file_brings_the_window_to_the_front(first, folder, opened):
    assert hand_over(folder, None)
    assert opened.get(timeout=5) is None


def test_many_at_once_all_arrive(first, folder, opened):
    files = [Path.cwd() / f"{number}.qpd" for number in range(50)]
    assert all(hand_over(folder, file) for file in files)
    assert [opened.get(timeout=5) for _ in files] == files


def test_after_the_window_has_closed_the_next_start_is_first(folder, opened):
    FirstWindow.claim(folder, opened.put).close()
    assert not hand_over(folder, Path("x.qpd"), patience=0)
    FirstWindow.claim(folder, opened.put).close()


def test_what_a_killed_window_left_is_no_hindrance(folder, opened):
    words = "import os, sys; from pathlib import Path; from qpdesk.system.single_instance import *;"
    words += "FirstWindow.claim(Path(sys.argv[1]), print); os._exit(9)"
    subprocess.run([sys.executable, "-c", words, folder], check=False)
    assert not hand_over(folder, None, patience=0)
    FirstWindow.claim(folder, opened.put).close()


def test_a_path_too_long_for_one_message_is_not_sent(first, folder, opened):
    assert not hand_over(folder, Path("/" + "å" * named_pipe.LONGEST), patience=0)
    assert hand_over(folder, None)
    assert opened.get(timeout=5) is None


on_linux = pytest.mark.skipif(sys.platform == "win32", reason="the pipe is a file there only")


@on_linux
def test_only_the_user_may_write(first, folder):
    assert (folder / "window.pipe").stat().st_mode & 0o077 == 0
    assert folder.stat().st_mode & 0o077 == 0


@on_linux
@given(st.binary(max_size=9000))
@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_garbage_opens_no_relative_path_and_the_pipe_lives_on(first, folder, opened, garbage):
    with (folder / "window.pipe").open("wb", buffering=0) as pipe:
        pipe.write(garbage)
        pipe.write(named_pipe.END)
    last = Path.cwd() / "sist.qpd"
    assert hand_over(folder, last)
    while (file := opened.get(timeout=5)) != last:
        assert file is None or file.is_absolute()


@on_linux
def test_a_link_or_a_plain_file_in_the_pipes_place_is_not_written_to(folder, tmp_path):
    folder.mkdir()
    victim = tmp_path / "victim"
    victim.touch()
    (folder / "window.pipe").symlink_to(victim)
    assert not hand_over(folder, Path("x.qpd"), patience=0)
    victim.replace(folder / "window.pipe")
    assert not hand_over(folder, Path("x.qpd"), patience=0)
    assert (folder / "window.pipe").read_bytes() == b""
