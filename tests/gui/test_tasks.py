import threading

import pytest

from qpdesk.gui.tasks import Task
from qpdesk.gui.work_bar import WorkBar


def test_signals_arrive_on_the_gui_thread(qtbot, qapp):
    seen = []

    def job(progress):
        progress(1, 2)
        return threading.current_thread()

    task = Task(job, qapp)
    task.progressed.connect(lambda *step: seen.append((*step, threading.current_thread())))
    with qtbot.waitSignal(task.succeeded) as signal:
        task.start()
    assert signal.args[0] is not threading.main_thread()
    assert seen == [(1, 2, threading.main_thread())]


def test_a_cancelled_job_is_silent(qtbot, qapp):
    task = Task(lambda progress: progress(1, 2), qapp)
    task.cancel()
    with (
        qtbot.assertNotEmitted(task.succeeded),
        qtbot.assertNotEmitted(task.failed),
        qtbot.waitSignal(task.finished),
    ):
        task.start()


@pytest.mark.parametrize("error", [ValueError("no"), OSError("full")])
def test_a_failure_is_told(qtbot, qapp, error):
    def job(_progress):
        raise error

    task = Task(job, qapp)
    with qtbot.waitSignal(task.failed) as signal:
        task.start()
    assert signal.args == [error]


def test_the_bar_follows_a_task_and_can_stop_it(qtbot, qapp):
    bar = WorkBar()
    qtbot.addWidget(bar)
    go_on = threading.Event()

    def job(progress):
        progress(1, 3)
        go_on.wait(5)
        progress(2, 3)

    task = Task(job, qapp)
    bar.show_task(task, "Skriver …")
    task.start()
    qtbot.waitUntil(lambda: bar._progress.value() == 1)
    assert bar.is_busy
    bar._stop.click()
    with qtbot.waitSignal(task.finished):
        go_on.set()
    qtbot.waitUntil(lambda: not bar.is_busy)
    assert bar.isHidden()
