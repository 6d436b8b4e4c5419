"""The builders of the installers are scripts, not a package: they are found by their folder."""

import sys
from pathlib import Path

import pytest

from qpdesk.system.paths import Paths

ROOT = Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "packaging"))


@pytest.fixture
def root():
    return ROOT


@pytest.fixture
def paths(tmp_path):
    return Paths.under(tmp_path / "home")
