import gc
import threading

import pytest
import shiboken6
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from qpdesk.gui import waiting
from qpdesk.gui.dialogs import progress
from qpdesk.gui.tasks import Cancelled, Task
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


def test_a_job_whose_owner_has_gone_ends_in_silence(qtbot, qapp):
    owner, go_on, heard = QObject(), threading.Event(), []
    task = Task(lambda _progress: go_on.wait(5), owner)
    task.succeeded.connect(heard.append)
    task.finished.connect(lambda: heard.append("finished"))
    task.start()
    shiboken6.delete(owner)
    go_on.set()
    qtbot.waitUntil(lambda: "task" not in {thread.name for thread in threading.enumerate()})
    qapp.processEvents()
    assert heard == []


def test_a_task_that_nobody_keeps_is_heard(qtbot, qapp):
    heard = []
    task = Task(lambda _progress: 7)
    task.succeeded.connect(heard.append)
    task.start()
    del task
    gc.collect()
    qtbot.waitUntil(lambda: heard == [7])


def test_many_owners_may_go_while_their_jobs_are_ending(qtbot, qapp):
    """This took the process down, once in some hundred times."""
    for _ in range(2000):
        owner = QObject()
        task = Task(lambda _progress: None, owner)
        task.start()
        shiboken6.delete(owner)
    qtbot.waitUntil(lambda: "task" not in {thread.name for thread in threading.enumerate()})


def test_who_waits_sees_and_hears_how_far_it_is_and_can_stop(qtbot, monkeypatch):
    monkeypatch.setattr(waiting, "_PATIENCE", 0)
    heard, go_on = [], threading.Event()
    monkeypatch.setattr(
        progress.QAccessible, "updateAccessibility", lambda event: heard.append(event.message())
    )
    window = QWidget()
    qtbot.addWidget(window)
    window.show()

    def job(tell):
        while not go_on.wait(0.01):
            tell(1_500, 2_000)

    def look():
        for dialog in window.findChildren(progress.ProgressDialog):
            if dialog.bar.value() == 1_500 and not seen:
                seen.append((dialog.words.text(), dialog.far.text(), dialog.bar.maximum()))
                dialog.reject()

    seen = []
    looking = QTimer(window)
    looking.timeout.connect(look)
    looking.start(5)
    task = Task(job, window)
    with qtbot.waitSignal(task.finished), pytest.raises(Cancelled):
        waiting.Waiting(window).result(task, "Öppnar <b>Stor</b>.qpd …")
    ((words, far, total),) = seen
    assert words == "Öppnar <b>Stor</b>.qpd …"
    assert (
        far == "75 %: 1\N{NO-BREAK SPACE}500 av 2\N{NO-BREAK SPACE}000 rader är lästa och prövade."
    )
    assert total == 2_000
    assert heard == [far]
