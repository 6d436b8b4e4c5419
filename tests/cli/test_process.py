"""The program as a process of its own: pipes, locales, exit codes, and what it loads."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from qpdesk.__main__ import is_for_window

ROOT = Path(__file__).parents[2]
SLOW_OR_WINDOW = ("PySide6", "shiboken6", "qpdesk.gui", "qpdesk.app")
"""What no command may load."""


def run(*words, env=(), **options):
    environment = os.environ | {"PYTHONPATH": str(ROOT)} | dict(env)
    return subprocess.run(
        [sys.executable, "-m", "qpdesk", *map(str, words)],
        env=environment,
        check=False,
        capture_output=True,
        **options,
    )


def test_the_main_job_runs_without_qt(example, tmp_path):
    script = (
        "import sys; from qpdesk.__main__ import main; code = main(sys.argv[1:]);"
        f"print([name for name in sys.modules if name.startswith({SLOW_OR_WINDOW!r})], code)"
    )
    source = tmp_path / "plan.json"
    for words in (
        (
            "export",
            example,
            "--plan",
            "Kvalitetsplan 2026 vuxna",
            "--format",
            "json",
            "--out",
            source,
        ),
        ("import", source, "--into", tmp_path / "ny.qpd"),
        ("show", example, "--json"),
        ("export", example, "--plan", "Kvalitetsplan 2026 vuxna", "--out", tmp_path / "ut.pdf"),
        ("check", example),
    ):
        done = subprocess.run(
            [sys.executable, "-c", script, *map(str, words)],
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            check=True,
            capture_output=True,
        )
        assert done.stdout.splitlines()[-1] == b"[] 0", words


@pytest.mark.parametrize(
    "env",
    [
        {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "cp1252"},
    ],
    ids=["C", "ascii", "windows"],
)
def test_what_comes_out_of_a_pipe_is_utf8_whatever_the_locale(example, env):
    done = run("show", example, "--json", env=env)
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout.decode("utf-8"))["plans"][0]["title"].endswith("barn och unga")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends a pipe in another way")
def test_a_reader_that_goes_away_is_no_fault(example):
    with subprocess.Popen(
        [sys.executable, "-m", "qpdesk", "show", str(example)],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 1


def test_showing_loads_neither_word_and_excel_nor_pdf(example):
    script = (
        "import sys; from qpdesk.__main__ import main; main(sys.argv[1:]);"
        "print([name for name in ('openpyxl', 'reportlab', 'lxml') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, "show", str(example)],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        check=True,
        capture_output=True,
    )
    assert done.stdout.splitlines()[-1] == b"[]"


def test_wrong_usage_and_errors_have_codes_of_their_own(tmp_path):
    wrong = run("export", cwd=tmp_path)
    assert (wrong.returncode, wrong.stdout) == (2, b"")
    failed = run("check", "saknas.qpd", cwd=tmp_path)
    assert (failed.returncode, failed.stdout) == (1, b"")
    assert failed.stderr.decode("utf-8") == "qpdesk: saknas.qpd: finns inte.\n"


@pytest.mark.parametrize(
    ("words", "window"),
    [
        ([], True),
        (["Åsmyra.qpd"], True),
        (["ÅSMYRA.QPD"], True),
        (["show", "a.qpd"], False),
        (["--version"], False),
        (["improt"], False),
        (["a.qpd", "b.qpd"], False),
    ],
)
def test_a_plan_file_or_nothing_opens_the_window(words, window, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert is_for_window(words) is window


def test_a_file_of_any_name_opens_the_window(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "plan").touch()
    assert is_for_window(["plan"])
