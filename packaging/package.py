"""Builds the installers, and with --test tries them: what ``python3 dev.py package`` calls."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from linux.packages import NEEDED as NEEDED_FOR_LINUX
from linux.packages import build_packages
from payload.recipe import Recipe
from windows.installer import NEEDED as NEEDED_FOR_WINDOWS
from windows.installer import build_installer
from windows.signing import Signature
from workshop import debian
from workshop.trouble import Trouble

TRYING_ON_WINDOWS = ("wine", "wine64", "xvfb", "xauth", "openbox", "xdotool", "imagemagick")
TRYING_ON_LINUX = ("debootstrap", "xvfb", "xauth", "strace", "poppler-utils")
"""Debian's packages that trying the installers needs."""


def main(words: Sequence[str], root: Path) -> int:
    """Build, and perhaps try, the installers of the checkout ``root``.

    Raises:
        Trouble: Something is missing or not what it should be; the text is one line.
    """
    asked = parser().parse_args(words)
    systems = [asked.only] if asked.only else ["windows", "linux"]
    recipe = Recipe.of(root)
    _provide(systems, trying=asked.test)
    signature = Signature.wished()
    if "windows" in systems:
        build_installer(recipe, signature)
    if "linux" in systems:
        build_packages(recipe)
    if not asked.test:
        return 0
    return _try(recipe, systems)


def parser() -> argparse.ArgumentParser:
    """The words that ``dev.py package`` understands."""
    made = argparse.ArgumentParser(prog="dev.py package", description=__doc__)
    made.add_argument("--test", action="store_true", help="also install and try them (minutes)")
    made.add_argument("--only", choices=("windows", "linux"), help="for one system alone")
    return made


def _provide(systems: Sequence[str], *, trying: bool) -> None:
    needed: list[str] = []
    if "windows" in systems:
        needed += [*NEEDED_FOR_WINDOWS, *(TRYING_ON_WINDOWS if trying else ())]
    if "linux" in systems:
        needed += [*NEEDED_FOR_LINUX, *(TRYING_ON_LINUX if trying else ())]
    debian.provide(dict.fromkeys(needed))


def _try(recipe: Recipe, systems: Sequence[str]) -> int:
    """Install and use what was built; how many checks failed comes back."""
    from trials import builds, linux, windows  # noqa: PLC0415  a build needs none of it

    failed = 0
    if "windows" in systems:
        failed += builds.try_builds(recipe)
        failed += windows.try_installer(recipe)
    if "linux" in systems:
        failed += linux.try_package(recipe)
    print("All checks passed." if not failed else f"{failed} checks FAILED.", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:], Path(__file__).resolve().parent.parent))
    except Trouble as trouble:
        print(f"dev.py package: {trouble}", file=sys.stderr, flush=True)
        sys.exit(1)
