from dataclasses import dataclass

import pytest

from qpdesk.cli.door import main
from qpdesk.services.example import make_example
from qpdesk.system.paths import Paths


@dataclass
class Answer:
    code: int
    out: str
    err: str


@pytest.fixture
def qpdesk(capsys, monkeypatch, tmp_path):
    """Call the program in a folder of its own; what it answers."""
    monkeypatch.chdir(tmp_path)

    def call(*words):
        try:
            code = main([str(word) for word in words])
        except SystemExit as stop:
            code = stop.code
        out, err = capsys.readouterr()
        return Answer(code or 0, out, err)

    return call


@pytest.fixture(scope="session")
def _example(tmp_path_factory):
    folder = tmp_path_factory.mktemp("example")
    make_example(folder / "Exempel.qpd", Paths.under(folder / "home"))
    return (folder / "Exempel.qpd").read_bytes()


@pytest.fixture
def example(_example, tmp_path):
    """The example förvaltning, in a folder with a name as people give them."""
    folder = tmp_path / "Socialförvaltningen Åsmyra (2026)"
    folder.mkdir()
    path = folder / "Våra planer.qpd"
    path.write_bytes(_example)
    return path
