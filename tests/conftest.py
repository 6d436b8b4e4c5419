"""What all rooms' tests share: how hard hypothesis tries, a screen, an own home, figures."""

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


def pytest_terminal_summary(terminalreporter):
    """What the tests have measured: kills, cuts, damaged files, and what was lost."""
    figures = sorted(
        f"{report.nodeid.rpartition('::')[2]}: {value}"
        for reports in terminalreporter.stats.values()
        for report in reports
        if getattr(report, "when", "") == "call"
        for name, value in report.user_properties
        if name == "figure"
    )
    if figures:
        terminalreporter.section("what was measured")
        for figure in figures:
            terminalreporter.line(figure)
