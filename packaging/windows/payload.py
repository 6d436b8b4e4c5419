"""The folder that Windows gets: runtime, libraries, program, starters and papers."""

import shutil
from collections.abc import Iterable
from pathlib import Path

from payload import closure, papers, program, wheels
from payload.parts import demand_bindings, imported_of_qt, read_parts
from payload.recipe import Recipe
from windows import runtime
from windows.starters import compile_starters
from workshop.trouble import Trouble

SEARCH_PATH = b"python311.zip\r\n.\r\nlib\r\n"
"""Where modules come from, relative to the program; the file's presence isolates Python."""
LARGEST = 140_000_000
"""Bytes that an installation may take."""


def build_payload(recipe: Recipe) -> Path:
    """Make the folder anew.

    Raises:
        Trouble: A part is missing, altered, unsigned, idle, or needs what nobody provides.
    """
    scratch, target = recipe.scratch / "windows", recipe.scratch / "windows" / "payload"
    shutil.rmtree(target, ignore_errors=True)
    site = target / "lib"
    site.mkdir(parents=True)
    imported = imported_of_qt(recipe.root / "qpdesk")
    parts = read_parts("windows", imported)
    demand_bindings(parts, imported)
    fetched = wheels.fetch(recipe.lock, "windows", scratch / "wheels")
    wheels.unpack(fetched, parts, site)
    _lay_runtime(runtime.fetch_runtime(scratch / "runtime"), target)
    for library in (site / "shiboken6").glob("*140*.dll"):
        library.rename(target / library.name)
    program.add_program(recipe, site)
    program.compile_all(site, "lib")
    for starter in compile_starters(recipe, scratch / "starters"):
        shutil.copyfile(starter, target / starter.name)
    components = [_python(), *(papers.component(wheel) for wheel in fetched)]
    papers.write_licences(recipe, components, target / "licenser")
    papers.write_bill(recipe, components, target / "sbom.cdx.json")
    _judge(target, parts.provided)
    program.settle(target, recipe.moment)
    return target


def _lay_runtime(source: Path, target: Path) -> None:
    for file in sorted(source.iterdir()):
        if file.name not in runtime.LEFT_OUT and file.name != "LICENSE.txt":
            shutil.copyfile(file, target / file.name)
    shutil.copyfile(source / "LICENSE.txt", target / "LICENSE-python.txt")
    (target / "python311._pth").write_bytes(SEARCH_PATH)


def _judge(target: Path, provided: Iterable[str]) -> None:
    found = closure.libraries(target, "windows")
    closure.demand_whole(found, provided)
    closure.demand_used(found)
    if (bytes_used := program.size(target)) > LARGEST:
        raise Trouble(f"The Windows payload is {bytes_used:,} bytes; {LARGEST:,} is the limit.")


def _python() -> papers.Component:
    purl = f"pkg:generic/python@{runtime.VERSION}"
    return papers.Component("python", runtime.VERSION, "PSF-2.0", purl, "")
