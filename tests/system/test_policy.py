"""What the organisation wrote is read as it stands, and never half."""

import os
import stat

import pytest

from qpdesk.system.policy import Policy, policy_in, setting_name


def test_without_a_file_nothing_is_decided(tmp_path):
    assert policy_in(tmp_path / "policy.toml") == Policy()


def test_decisions_are_read_by_name(tmp_path):
    file = tmp_path / "policy.toml"
    file.write_text('language = "en"\nexport_folders = ["/srv/ärenden"]\n', encoding="utf-8")
    assert policy_in(file).decisions == {"language": "en", "export_folders": ["/srv/ärenden"]}


@pytest.mark.parametrize(
    "content",
    [b"language = ", b"\xff\xfe", b"a = [" * 20_000, b'x = "' + b"y" * 200_000 + b'"'],
    ids=["half a line", "no UTF-8", "too deep", "too long"],
)
def test_what_cannot_be_read_is_said(tmp_path, content):
    file = tmp_path / "policy.toml"
    file.write_bytes(content)
    assert str(file) in policy_in(file).problem


def test_a_file_that_is_a_folder_is_said(tmp_path):
    assert policy_in(tmp_path).problem


@pytest.mark.skipif(
    getattr(os, "geteuid", lambda: 0)() == 0, reason="root and Windows may read everything"
)
def test_a_file_that_may_not_be_read_is_said(tmp_path):
    file = tmp_path / "policy.toml"
    file.touch()
    file.chmod(stat.S_IWUSR)
    assert policy_in(file).problem


def test_names_are_the_same_in_the_registry_and_in_the_file():
    assert setting_name("ExportFolders") == "export_folders"
    assert setting_name("Zoom") == "zoom"
