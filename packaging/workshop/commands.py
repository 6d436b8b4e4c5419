"""The verbs of dev.py, in the order a newcomer needs them."""

import argparse
import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from workshop import assets, benches, checks, debian, environment, locks, packages, running
from workshop.trouble import Trouble


def main(words: Sequence[str], root: Path) -> int:
    """Do what the words say in the checkout ``root``; the exit code comes back.

    What stands in the way from outside is one line on stderr and exit code 1.
    """
    asked, rest = _parser().parse_known_args(words)
    if rest and asked.verb != "test":
        _parser().error(f"dev.py {asked.verb} does not know {' '.join(rest)}")
    try:
        return _do(asked, rest, root)
    except Trouble as trouble:
        return _stop(str(trouble))
    except OSError as error:
        return _stop(f"{error.strerror}: {error.filename}" if error.filename else str(error))
    except KeyboardInterrupt:
        return _stop("Interrupted.", 130)


def _do(asked: argparse.Namespace, rest: Sequence[str], root: Path) -> int:
    match asked.verb:
        case "run":
            screen = running.has_screen(os.environ)
            python = _ready(root, environment.RUN, screen=screen)
            return running.run(root, python, asked.files, screen=screen)
        case "test":
            wished = debian.TRYING + (debian.BREAKING if asked.faults else ())
            python = _ready(root, environment.DEV, screen=True, wished=wished)
            return checks.run(root, python, rest, fast=asked.fast, faults=asked.faults)
        case "bench":
            python = _ready(root, environment.DEV, screen=True, wished=debian.TRYING)
            return benches.run(root, python, asked.names)
        case "package":
            return packages.run(root, _ready(root, environment.RUN, screen=True), asked)
        case "compile":
            _ready(root, environment.RUN, screen=False)
        case "lock":
            return locks.write(root, environment.prepare(root, environment.DEV), asked.upgrade)
        case _:
            _clean(root)
    return 0


def _ready(root: Path, lock: str, *, screen: bool, wished: Sequence[str] = ()) -> Path:
    """Everything a verb stands on: system packages, environment, assets; the Python comes back."""
    needed = list(debian.COMPILING)
    if screen:
        needed += [*debian.DRAWING, *debian.SCREEN]
    if environment.lacks_venv(root):
        needed += [f"python3.{sys.version_info.minor}-venv"]
    debian.provide(needed, wished)
    if environment.lacks_venv(root):
        raise Trouble("This Python cannot make environments: the module ensurepip is missing.")
    python = environment.prepare(root, lock)
    assets.refresh(root, python)
    return python


def _clean(root: Path) -> None:
    made = [".venv", "build", "dist", "qpdesk/assets", ".hypothesis", ".import_linter_cache"]
    made += [".mypy_cache", ".pytest_cache", ".ruff_cache"]
    for name in made:
        if (root / name).exists():
            print(f"Removing {name}")
            shutil.rmtree(root / name)


def _stop(message: str, code: int = 1) -> int:
    print(f"dev.py: {message}", file=sys.stderr, flush=True)
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py", description="Run, test and measure QPDesk.")
    verbs = parser.add_subparsers(dest="verb", required=True)
    run = verbs.add_parser("run", help="open the window with the example, or with FILE")
    run.add_argument("files", nargs="*", metavar="FILE")
    test = verbs.add_parser(
        "test", help="format, lint, types, contracts, tests; other words go to pytest"
    )
    test.add_argument("--fast", action="store_true", help="without the slow and the screen tests")
    test.add_argument(
        "--faults",
        action="store_true",
        help="also kill, fill disks, cut power …",
    )
    bench = verbs.add_parser("bench", help="measure, and hold it against what we promised")
    bench.add_argument("names", nargs="*", metavar="NAME", help="only these (toggle, paper …)")
    package = verbs.add_parser("package", help="build the installers into dist/")
    package.add_argument("--test", action="store_true", help="also install and try them")
    package.add_argument("--only", choices=("windows", "linux"), help="for one system alone")
    verbs.add_parser("compile", help="compile ui/ and resources/ into qpdesk/assets/")
    lock = verbs.add_parser("lock", help="write the hash locks after a change in pyproject.toml")
    lock.add_argument("--upgrade", action="store_true", help="take the newest versions allowed")
    verbs.add_parser("clean", help="remove all that was made: .venv, the example …")
    return parser
