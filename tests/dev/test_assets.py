"""Forms and resources are compiled when they change, and a fault in one spoils nothing."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FORM = """\
<?xml version="1.0" encoding="UTF-8"?>
<ui version="4.0">
 <class>Small</class>
 <widget class="QWidget" name="Small">
  <property name="windowTitle"><string>{}</string></property>
 </widget>
</ui>
"""


@pytest.fixture
def checkout(tmp_path):
    root = tmp_path / "en mapp för åäö"
    for folder in ("packaging/requirements", "ui", "resources/translations", "resources/fonts"):
        (root / folder).mkdir(parents=True)
    (root / "qpdesk").mkdir()
    shutil.copy(ROOT / "packaging" / "compile_assets.py", root / "packaging")
    (root / "packaging" / "requirements" / "run.txt").write_text("one version of Qt\n")
    (root / "ui" / "small.ui").write_text(FORM.format("Först"), encoding="utf-8")
    (root / "resources" / "fonts" / "letters.ttf").write_bytes(b"letters")
    (root / "resources" / "qpdesk.qrc").write_text('<RCC><qresource prefix="/"/></RCC>')
    return root


def compile_in(root):
    script = root / "packaging" / "compile_assets.py"
    words = [sys.executable, script, "--if-changed"]
    return subprocess.run(words, check=False, capture_output=True, text=True)


def title_in(root):
    form = root / "qpdesk" / "assets" / "forms" / "ui_small.py"
    text = form.read_text(encoding="utf-8").encode("ascii", "backslashreplace").decode()
    return next(line for line in text.splitlines() if "setWindowTitle" in line)


def mark(root):
    """Something that only a fresh folder would lack."""
    (root / "qpdesk" / "assets" / "mark").touch()
    return (root / "qpdesk" / "assets" / "mark").exists


def test_everything_arrives_and_nothing_is_compiled_twice(checkout):
    assert compile_in(checkout).returncode == 0
    assert "rst" in title_in(checkout)
    assert (checkout / "qpdesk" / "assets" / "fonts" / "letters.ttf").read_bytes() == b"letters"
    assert (checkout / "qpdesk" / "assets" / "qpdesk.rcc").exists()
    still_there = mark(checkout)
    assert compile_in(checkout).returncode == 0
    assert still_there()


def test_a_changed_form_is_compiled_again(checkout):
    compile_in(checkout)
    (checkout / "ui" / "small.ui").write_text(FORM.format("Sedan"), encoding="utf-8")
    compile_in(checkout)
    assert "Sedan" in title_in(checkout)


@pytest.mark.parametrize(
    "change", ["resources/fonts/letters.ttf", "packaging/requirements/run.txt"]
)
def test_another_resource_or_another_qt_counts_as_a_change(checkout, change):
    compile_in(checkout)
    still_there = mark(checkout)
    (checkout / change).write_bytes(b"other")
    compile_in(checkout)
    assert not still_there()


def test_a_form_that_is_gone_leaves_nothing_behind(checkout):
    compile_in(checkout)
    (checkout / "ui" / "small.ui").unlink()
    compile_in(checkout)
    assert not list((checkout / "qpdesk" / "assets" / "forms").glob("ui_*"))


def test_a_fault_in_a_form_leaves_yesterdays_assets(checkout):
    compile_in(checkout)
    (checkout / "ui" / "small.ui").write_text("<ui version='4.0'><widget>")
    done = compile_in(checkout)
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
    assert "rst" in title_in(checkout)
    assert compile_in(checkout).returncode != 0, "the fault must not be forgotten"
