"""Files to work with."""

import pytest

from qpdesk.domain.nodes import Kind
from tests.store.desk import Desk


@pytest.fixture
def desk(tmp_path):
    """An open file with a small plan: an area, a risk, a control, a measure."""
    desk = Desk(tmp_path / "anna", tmp_path / "barn-unga.qpd").open()
    plan = desk.add(Kind.PLAN, None, "Kvalitetsplan 2022", year=2022)
    area = desk.add(Kind.AREA, plan, "Dokumentation")
    risk = desk.add(Kind.RISK, area, "Mål saknas", likelihood=3, consequence=3)
    control = desk.add(Kind.CONTROL, risk, "Granska akter")
    desk.add(Kind.MEASURE, control, "Ta fram mall")
    desk.publish()
    yield desk
    desk.close()


@pytest.fixture
def second(desk, tmp_path):
    """The same file on another computer."""
    other = Desk(tmp_path / "bo", desk.path, "Bo Alm").open()
    yield other
    other.file._let_go()
