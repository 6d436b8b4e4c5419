"""``qpdesk selftest`` says a line for each part, and does not call a broken program whole."""

import os
import subprocess
import sys

import pytest

from qpdesk.services import selftest

SUBJECTS = ["databas", "PDF", "JSON", "typsnitt", "översättningar", "stavning"]


def test_each_part_has_its_line():
    done = subprocess.run(
        [sys.executable, "-m", "qpdesk", "selftest"],
        capture_output=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONUTF8": "1"},
        check=False,
    )
    lines = [line.split(":")[0] for line in done.stdout.splitlines()]
    assert lines == [f"OK  {subject}" for subject in [*SUBJECTS, "program", "Qt-delar", "fönster"]]
    assert done.returncode == 0


def test_a_missing_font_and_a_broken_document_are_told(monkeypatch, tmp_path):
    monkeypatch.setattr(selftest.assets, "__file__", str(tmp_path / "__init__.py"))
    results = {result.subject: result for result in selftest.trials()}
    assert not results["typsnitt"].passed
    assert not results["PDF"].passed
    assert not results["stavning"].passed  # the window works, and underlines nothing


@pytest.mark.parametrize("library", ["resvg_py", "pypdfium2"])
def test_a_library_that_is_not_there_is_told(monkeypatch, library):
    for name in [name for name in sys.modules if name.startswith(("qpdesk.report.proof", library))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.delitem(sys.modules, "qpdesk.services.proofs", raising=False)
    monkeypatch.setitem(sys.modules, library, None)
    result = next(each for each in selftest.trials() if each.subject == "PDF")
    assert not result.passed
    assert library in result.detail or "UnfitDrawing" in result.detail


def test_a_file_with_other_content_is_told(monkeypatch, tmp_path):
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts" / "trasigt.ttf").write_bytes(b"<html>")
    monkeypatch.setattr(selftest.assets, "__file__", str(tmp_path / "__init__.py"))
    result = next(each for each in selftest.trials() if each.subject == "typsnitt")
    assert not result.passed
    assert "trasigt.ttf" in result.detail
