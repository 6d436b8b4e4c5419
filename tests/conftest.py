"""What all rooms' tests share: how hard hypothesis tries, a laptop's screen, an own home."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("qpdesk", deadline=None, max_examples=30, derandomize=True)
settings.load_profile("qpdesk")

# Nobody's own screen is touched; Qt's own unseen screen is 800x800, which no laptop has.
SCREEN = Path(__file__).with_name("screen.json")
if SCREEN.drive:  # Qt splits the words at colons, and Windows has one after the drive
    SCREEN = os.path.relpath(SCREEN)
os.environ.setdefault("QT_QPA_PLATFORM", f"offscreen:configfile={SCREEN}")


@pytest.fixture(scope="session", autouse=True)
def _own_home(tmp_path_factory):
    """Keep working copies, settings and logs of the tests away from those of the person."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("QPDESK_HOME", str(tmp_path_factory.mktemp("home")))
        yield
