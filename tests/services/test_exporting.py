"""A plan leaves as a whole file; what could not be written is told as a kind of store error."""

import errno
import subprocess
import sys

import pytest

from qpdesk.domain.nodes import Plan
from qpdesk.domain.order import NodeId, Place
from qpdesk.domain.register import Register
from qpdesk.exchange.plan_reading import read_plan
from qpdesk.services import exporting
from qpdesk.services.errors import DiskFull, NotFound, NotPermitted, StoreError
from qpdesk.services.importing import read_source


@pytest.fixture
def register():
    return Register([Plan(id=NodeId("a" * 32), place=Place(None, "1"), title="Plan för öppenvård")])


def test_the_file_holds_the_plan(register, tmp_path):
    path = tmp_path / "plan å.json"
    exporting.write_json(register, NodeId("a" * 32), path)

    assert [node.title for node in read_plan(path.read_bytes()).nodes] == ["Plan för öppenvård"]
    assert path.read_bytes() == exporting.plan_as_json(register, NodeId("a" * 32))


def test_the_workbook_comes_back(register, tmp_path):
    path = tmp_path / "plan.xlsx"
    exporting.write_workbook(register, NodeId("a" * 32), path)

    assert [node.id for node in read_source(path).nodes] == ["a" * 32]


def test_excel_is_loaded_only_when_it_is_spoken():
    code = (
        "import sys; import qpdesk.services.importing, qpdesk.services.exporting; "
        "sys.exit('openpyxl' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    ("number", "kind"),
    [(errno.ENOSPC, DiskFull), (errno.EACCES, NotPermitted), (errno.EIO, StoreError)],
)
def test_what_hinders_is_told_as_a_kind(register, tmp_path, monkeypatch, number, kind):
    def fail(_path, _data):
        raise OSError(number, "no")

    monkeypatch.setattr(exporting, "write_whole", fail)
    with pytest.raises(kind):
        exporting.write_json(register, NodeId("a" * 32), tmp_path / "plan.json")


def test_a_missing_folder_is_told(register, tmp_path):
    with pytest.raises(NotFound):
        exporting.write_json(register, NodeId("a" * 32), tmp_path / "no" / "plan.json")
