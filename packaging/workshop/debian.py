"""The system packages that Qt and the tests need on Debian, and how they get there.

Read with ldd from the libraries and plugins of PySide6-Essentials 6.11.3 in a bare bookworm.
"""

import os
import shutil
import subprocess
from collections.abc import Iterable, Sequence
from functools import cache

from workshop.trouble import Trouble

COMPILING = ("libglib2.0-0", "libbrotli1")
"""For Qt's tools that compile forms, icons and translations."""

DRAWING = (
    *("libgl1", "libegl1", "libdbus-1-3", "libfontconfig1", "libxkbcommon0"),
    "fonts-dejavu-core",
)
"""For Qt's widgets, on a screen or off it."""

SCREEN = (
    *("libxkbcommon-x11-0", "libx11-xcb1", "libxcb-cursor0", "libxcb-icccm4", "libxcb-image0"),
    *("libxcb-keysyms1", "libxcb-randr0", "libxcb-render-util0", "libxcb-shape0", "libxcb-xkb1"),
    *("libxcb-sync1", "libxcb-xfixes0", "libwayland-cursor0", "libwayland-egl1"),
)
"""For windows on X11 and Wayland."""

TRYING = (
    *("xvfb", "xauth", "openbox", "xdotool", "qpdf", "poppler-utils"),
    *("x11-xkb-utils", "dbus", "at-spi2-core", "python3-pyatspi", "gir1.2-atspi-2.0"),
)
"""For the tests that act as a person at a screen, or read our PDFs with other people's programs."""

BREAKING = (
    *("user-mode-linux", "kmod", "iproute2", "e2fsprogs", "dosfstools", "dmsetup"),
    *("samba", "cifs-utils", "fiu-utils"),
)
"""For the tests that break things: a small Linux, its disks and file server, libfiu."""


def provide(needed: Iterable[str], wished: Iterable[str] = ()) -> None:
    """See to it that the packages are there; asks apt only for what is missing.

    Anything but Debian and its kin is left alone: there the user knows better than we do.

    Raises:
        Trouble: when something needed is missing and we may not install it; the text is the one
            line to type. What is only wished for is then mentioned and done without.
    """
    needed, wished = _missing(needed), _missing(wished)
    if not needed and not wished:
        return
    if (rights := _rights()) is not None:
        _install(rights, [*needed, *wished])
    elif needed:
        raise Trouble(f"System packages are missing. Type: {_line_to_type([*needed, *wished])}")
    else:
        print(f"Some tests will be skipped. To run them all: {_line_to_type(wished)}")


def _missing(packages: Iterable[str]) -> list[str]:
    if shutil.which("dpkg-query") is None or shutil.which("apt-get") is None:
        return []
    present = _installed()
    return [package for package in packages if package not in present]


@cache
def _installed() -> frozenset[str]:
    """Every name that is installed or provided (libglib2.0-0 is libglib2.0-0t64 elsewhere)."""
    shown = "${db:Status-Status}, ${Package}, ${Provides}\n"
    output = subprocess.run(
        ["dpkg-query", "--show", "--showformat", shown], capture_output=True, text=True, check=True
    ).stdout
    lines = (line.split(", ") for line in output.splitlines())
    return frozenset(
        name.split(" ")[0] for status, *names in lines if status == "installed" for name in names
    )


def _rights() -> Sequence[str] | None:
    """The words to put before a command that changes the system; None if we may not."""
    if os.geteuid() == 0:
        return ()
    if shutil.which("sudo") is None:
        return None
    asked = subprocess.run(["sudo", "--non-interactive", "true"], capture_output=True, check=False)
    return ("sudo", "--non-interactive") if asked.returncode == 0 else None


def _install(rights: Sequence[str], packages: Sequence[str]) -> None:
    print(f"Installing system packages: {' '.join(packages)}", flush=True)
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    quiet += ["-o", "DPkg::Lock::Timeout=300", "-o", "Dpkg::Use-Pty=0"]
    subprocess.run([*rights, *quiet, "update"], check=False)  # a stale list may still do
    wanted = ("install", "--yes", "--no-install-recommends", *packages)
    done = subprocess.run([*rights, *quiet, *wanted], check=False, stdout=subprocess.DEVNULL)
    if done.returncode != 0:
        raise Trouble(f"apt-get could not install them. By hand: {_line_to_type(packages)}")
    _installed.cache_clear()


def _line_to_type(packages: Sequence[str]) -> str:
    install = f"apt-get install -y --no-install-recommends {' '.join(packages)}"
    if shutil.which("sudo"):
        return f"sudo apt-get update && sudo {install}"
    return f'su -c "apt-get update && {install}"'
