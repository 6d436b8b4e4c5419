"""What is installed is what we wrote down, for Linux and for Windows."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
WINDOWS = {"sys_platform": "win32", "os_name": "nt", "platform_system": "Windows"}
LINUX = {"sys_platform": "linux", "os_name": "posix", "platform_system": "Linux"}


def text_of(lock):
    return (ROOT / "packaging" / "requirements" / f"{lock}.txt").read_text(encoding="utf-8")


def locked(lock, environment=LINUX):
    """Name → version of everything that such a machine installs."""
    lines = re.findall(r"^(\S+==.+?) \\$", text_of(lock), re.MULTILINE)
    found = [Requirement(line) for line in lines]
    return {
        canonicalize_name(one.name): next(iter(one.specifier)).version
        for one in found
        if one.marker is None or one.marker.evaluate(environment)
    }


def group(name):
    for entry in PROJECT["dependency-groups"][name]:
        yield from group(entry["include-group"]) if isinstance(entry, dict) else [entry]


def is_met(requirement, versions):
    version = versions.get(canonicalize_name(requirement.name))
    return version is not None and requirement.specifier.contains(version)


@pytest.mark.parametrize("machine", [LINUX, WINDOWS], ids=["linux", "windows"])
@pytest.mark.parametrize("lock", ["run", "dev"])
def test_a_lock_satisfies_the_project(lock, machine):
    wanted = PROJECT["project"]["dependencies"] + (list(group("dev")) if lock == "dev" else [])
    versions = locked(lock, machine)
    unmet = [text for text in wanted if not is_met(Requirement(text), versions)]
    assert unmet == [], "run: python3 dev.py lock"


def test_windows_gets_what_only_windows_needs():
    assert "colorama" in locked("dev", WINDOWS)
    assert "colorama" not in locked("dev", LINUX)


def test_what_is_tested_is_what_is_run():
    run, dev = locked("run"), locked("dev")
    assert run
    assert {name: dev.get(name) for name in run} == run


@pytest.mark.parametrize("lock", ["run", "dev"])
def test_every_package_has_hashes_and_none_a_place_of_its_own(lock):
    text = text_of(lock)
    packages = re.split(r"^(?=\S+==)", text, flags=re.MULTILINE)[1:]
    assert len(packages) == len(re.findall(r"^\S+==", text, re.MULTILINE))
    assert [p.splitlines()[0] for p in packages if "--hash=sha256:" not in p] == []
    assert re.findall(r"https?://|file:|--(?:extra-)?index|--find-links| @ ", text) == []


def test_the_licence_leaves_out_what_may_not_ship():
    """PySide6's meta package and Addons hold GPL modules; neither may slip in."""
    assert not {"pyside6", "pyside6-addons", "pyqt6", "pymupdf"} & set(locked("run"))


def test_every_package_that_ships_stands_in_the_list_of_licences():
    text = (ROOT / "docs" / "third-party.md").read_text(encoding="utf-8")
    listed = {canonicalize_name(name) for name in re.findall(r"^\| (\S+) \|", text, re.MULTILINE)}
    for machine in (LINUX, WINDOWS):
        assert set(locked("run", machine)) - listed == set()


def test_every_font_and_icon_that_ships_brings_its_licence():
    for folder in ("fonts", "icons"):
        names = {path.name.lower() for path in (ROOT / "resources" / folder).iterdir()}
        assert any("license" in name or name == "ofl.txt" for name in names)
