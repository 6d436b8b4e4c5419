"""The environment is what the lock says, wherever the checkout lies."""

import hashlib
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from workshop import environment
from workshop.trouble import Trouble

METADATA = "Metadata-Version: 2.1\nName: liten\nVersion: 1.0\n"
WHEEL = "Wheel-Version: 1.0\nGenerator: hand\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
RECORD = "liten.py,,\nliten-1.0.dist-info/METADATA,,\nliten-1.0.dist-info/WHEEL,,\n"


@pytest.fixture
def shelf(tmp_path, monkeypatch):
    """A package index of one package, and a place to install it that is nobody's environment."""
    wheel = tmp_path / "shelf" / "liten-1.0-py3-none-any.whl"
    wheel.parent.mkdir()
    with zipfile.ZipFile(wheel, "w") as whole:
        whole.writestr("liten.py", "")
        whole.writestr("liten-1.0.dist-info/METADATA", METADATA)
        whole.writestr("liten-1.0.dist-info/WHEEL", WHEEL)
        whole.writestr("liten-1.0.dist-info/RECORD", f"{RECORD}liten-1.0.dist-info/RECORD,,\n")
    for name in [name for name in os.environ if name.startswith("PIP_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(wheel.parent))
    monkeypatch.setenv("PIP_TARGET", str(tmp_path / "installed"))
    return wheel


def lock_of(shelf, digest):
    lock = shelf.parent.parent / "run.txt"
    lock.write_text(f"liten==1.0 \\\n    --hash=sha256:{digest}\n", encoding="ascii")
    return lock


def test_the_locked_package_is_installed(shelf):
    digest = hashlib.sha256(shelf.read_bytes()).hexdigest()
    environment.install(Path(sys.executable), lock_of(shelf, digest))
    assert (shelf.parent.parent / "installed" / "liten.py").exists()


def test_another_package_under_the_same_name_is_refused(shelf):
    with pytest.raises(Trouble, match=r"^A downloaded package is not the one that run\.txt locks"):
        environment.install(Path(sys.executable), lock_of(shelf, "0" * 64))
    assert not (shelf.parent.parent / "installed").exists()


def test_a_package_that_was_never_locked_is_refused(shelf, tmp_path):
    lock = tmp_path / "run.txt"
    lock.write_text("liten==1.0\n", encoding="ascii")
    with pytest.raises(Trouble):
        environment.install(Path(sys.executable), lock)
    assert not (tmp_path / "installed").exists()


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("OSError: [Errno 28] No space left on device", "The disk is full"),
        ("NewConnectionError('<pip...>: Failed to establish')", "index cannot be reached"),
        ("Something nobody foresaw", "the lines above say why"),
    ],
)
def test_what_stops_pip_becomes_one_line(said, answer, tmp_path):
    script = tmp_path / "fake pip"
    script.write_text(f"#!{sys.executable}\nprint({said!r})\nraise SystemExit(1)\n")
    script.chmod(0o755)
    with pytest.raises(Trouble, match=answer) as caught:
        environment.install(script, tmp_path / "run.txt")
    assert "\n" not in str(caught.value)


@pytest.fixture
def checkout(tmp_path):
    """A checkout in a folder as people name theirs, with a bare environment."""
    root = tmp_path / "Åsas mapp för öppna planer"
    (root / "qpdesk").mkdir(parents=True)
    (root / "qpdesk" / "__init__.py").touch()
    (root / "qpdesk" / "__main__.py").write_text("import sys\nprint(__file__, *sys.argv[1:])\n")
    locks = root / "packaging" / "requirements"
    locks.mkdir(parents=True)
    for name in ("run", "dev"):
        (locks / f"{name}.txt").write_text(f"# {name}\n")
    return root


def bare_venv(root):
    """An environment without packages but with pip in sight: made in no time."""
    venv.create(root / ".venv", symlinks=os.name != "nt")
    packages = environment.python_of(root / ".venv").parent.parent / Path(
        sysconfig.get_path("purelib")
    ).relative_to(sys.prefix)
    (packages / "pip").mkdir()
    (packages / "pip" / "__init__.py").touch()


def test_the_command_means_this_checkout_from_any_folder(checkout, tmp_path):
    bare_venv(checkout)
    environment.link(checkout, checkout / ".venv")
    elsewhere = tmp_path / "annat"
    (elsewhere / "qpdesk").mkdir(parents=True)  # a folder of that name must not be taken for it
    (elsewhere / "qpdesk" / "__init__.py").touch()
    (elsewhere / "qpdesk" / "__main__.py").write_text("print('wrong')")
    folder = environment.python_of(checkout / ".venv").parent
    command = folder / ("qpdesk.cmd" if os.name == "nt" else "qpdesk")
    said = subprocess.run(
        [command, "min plan.qpd"], cwd=elsewhere, capture_output=True, text=True, check=True
    ).stdout
    assert said == f"{checkout / 'qpdesk' / '__main__.py'} min plan.qpd\n"


@pytest.fixture
def installed(monkeypatch):
    """The locks that were installed, without pip's doing anything."""
    asked = []
    monkeypatch.setattr(environment, "install", lambda _, lock: asked.append(lock.stem))
    return asked


def test_packages_are_installed_again_only_when_the_lock_has_changed(checkout, installed):
    bare_venv(checkout)
    environment.prepare(checkout, "run")
    environment.prepare(checkout, "run")
    assert installed == ["run"]
    environment.lock_file(checkout, "run").write_text("# newer\n")
    environment.prepare(checkout, "run")
    assert installed == ["run", "run"]


def test_the_development_packages_serve_for_running_as_well(checkout, installed):
    bare_venv(checkout)
    environment.prepare(checkout, "dev")
    environment.prepare(checkout, "run")
    assert installed == ["dev"]


def test_an_install_that_failed_is_tried_again(checkout, monkeypatch):
    bare_venv(checkout)
    tried = []

    def fail(_, lock):
        tried.append(lock.stem)
        raise Trouble("no network")

    monkeypatch.setattr(environment, "install", fail)
    for _ in range(2):
        with pytest.raises(Trouble):
            environment.prepare(checkout, "run")
    assert tried == ["run", "run"]


def test_a_broken_environment_is_made_anew(checkout, installed, monkeypatch):
    python = environment.python_of(checkout / ".venv")
    python.parent.mkdir(parents=True)
    python.symlink_to(checkout / "python that was removed")
    made = []
    monkeypatch.setattr(
        environment, "_make", lambda place: (made.append(place), bare_venv(checkout))
    )
    environment.prepare(checkout, "run")
    assert (made, installed) == ([checkout / ".venv"], ["run"])
