"""No export leaves the folders that the organisation allows, from the command line either."""

import json

import pytest

from qpdesk.cli.door import main
from qpdesk.services import permission
from qpdesk.services.example import make_example
from qpdesk.system.paths import Paths
from qpdesk.system.policy import Policy


@pytest.fixture
def example(tmp_path):
    make_example(tmp_path / "Exempel.qpd", Paths.under(tmp_path / "home"))
    return tmp_path / "Exempel.qpd"


@pytest.fixture
def policy(monkeypatch):
    def decide(**decisions):
        monkeypatch.setattr(permission, "read_policy", lambda: Policy(decisions))

    return decide


def test_without_a_word_from_the_organisation_everywhere_is_allowed(tmp_path, policy):
    policy()
    assert permission.allowed_folders(tmp_path / "a.pdf", Paths.under(tmp_path)) is None


def test_the_command_line_refuses_and_says_where_instead(example, tmp_path, policy, capsys):
    policy(export_folders=[str(tmp_path / "ut")])
    main(["show", str(example), "--json"])
    plan = json.loads(capsys.readouterr().out)["plans"][0]["id"]
    words = ["export", str(example), "--plan", plan, "--format", "json", "--out"]
    assert main([*words, str(tmp_path / "a.json")]) == 1
    said = capsys.readouterr().err
    assert "organisationen" in said
    assert str(tmp_path / "ut") in said
    assert not (tmp_path / "a.json").exists()
    (tmp_path / "ut").mkdir()
    assert main([*words, str(tmp_path / "ut" / "a.json")]) == 0
