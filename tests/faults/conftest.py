"""The same files as the store's tests have, and a way to say what was measured."""

import pytest

from tests.faults.machine.life import link_modules
from tests.store.conftest import desk, second

__all__ = ["desk", "modules", "second", "tell"]


@pytest.fixture
def tell(record_property):
    """Say a figure; all of them are printed when the tests have ended (``tests/conftest.py``)."""
    return lambda words: record_property("figure", words)


@pytest.fixture(scope="session")
def modules():
    """The kernel's modules, where it looks for them."""
    link_modules()
