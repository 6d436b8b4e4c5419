"""The folder that Linux gets: Debian's Python, libraries, program, starter and papers."""

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from linux import runtime, unicode_tables
from payload import closure, papers, program, wheels
from payload.commands import run
from payload.icons import paint, sources
from payload.parts import Parts, demand_bindings, imported_of_qt, read_parts
from payload.recipe import Recipe
from workshop.trouble import Trouble

FILES = Path(__file__).with_name("files")
LARGEST = 140_000_000
"""Bytes that an installation may take."""
EXECUTABLE = frozenset({"qpdesk", f"python/{runtime.NAME}"})
FOR_DEBUGGERS = (b".debug_info", b".symtab")
FONTS = "fonts-dejavu-core | fonts-liberation2 | fonts-noto-core | fonts-cantarell"
"""The window needs some font of the desktop's; the PDFs bring their own."""


@dataclass(frozen=True, slots=True)
class Payload:
    """What was made, and which packages the system must have for it."""

    folder: Path
    depends: tuple[str, ...]


def build_payload(recipe: Recipe) -> Payload:
    """Make the folder anew.

    Raises:
        Trouble: A part is missing, altered, idle, or needs what nobody provides.
    """
    scratch, target = recipe.scratch / "linux", recipe.scratch / "linux" / "payload"
    shutil.rmtree(target, ignore_errors=True)
    site = target / "lib"
    site.mkdir(parents=True)
    imported = imported_of_qt(recipe.root / "qpdesk")
    parts = read_parts("linux", imported)
    demand_bindings(parts, imported)
    fetched = wheels.fetch(recipe.lock, "linux", scratch / "wheels")
    wheels.unpack(fetched, parts, site)
    source = runtime.fetch_runtime(scratch / "runtime")
    python = _python(runtime.lay_runtime(source, target / "python"))
    unicode_tables.trim(next((site / "PySide6/Qt/lib").glob("libicudata.so.*")))
    _drop_names(site)
    program.add_program(recipe, site)
    program.compile_all(site, "lib")
    program.compile_all(target / "python" / "python3.11", "python3.11")
    shutil.copyfile(FILES / "qpdesk.sh", target / "qpdesk")
    _share(recipe, target / "share")
    components = [python, *(papers.component(wheel) for wheel in fetched)]
    papers.write_licences(recipe, components, target / "licenser")
    shutil.copyfile(runtime.licence(source), target / "licenser" / "python.txt")
    papers.write_bill(recipe, components, target / "sbom.cdx.json")
    depends = _judge(target, parts)
    program.settle(target, recipe.moment, EXECUTABLE)
    return Payload(target, depends)


def _drop_names(site: Path) -> None:
    """Some wheels' libraries are nine parts notes for debuggers, others keep names nobody calls."""
    for library in closure.libraries(site, "linux"):
        if any(name in library.file.read_bytes() for name in FOR_DEBUGGERS):
            run(["strip", "--strip-unneeded", "--enable-deterministic-archives", library.file])


def _share(recipe: Recipe, share: Path) -> None:
    """What a desktop reads: menu entry, file type, icons."""
    applications, types = share / "applications", share / "mime" / "packages"
    for folder, name in ((applications, "qpdesk.desktop"), (types, "qpdesk.xml")):
        folder.mkdir(parents=True)
        shutil.copyfile(FILES / name, folder / name)
    for name, drawing in sources(recipe).items():
        kind = "mimetypes" if name == "qpdesk-document" else "apps"
        for size, picture in paint(drawing).items():
            folder = share / "icons" / "hicolor" / f"{size}x{size}" / kind
            folder.mkdir(parents=True, exist_ok=True)
            (folder / f"{name}.png").write_bytes(picture)


def _judge(target: Path, parts: Parts) -> tuple[str, ...]:
    found = closure.libraries(target, "linux")
    used = closure.demand_whole(found, parts.provided)
    closure.demand_used(found)
    if (bytes_used := program.size(target)) > LARGEST:
        raise Trouble(f"The Linux payload is {bytes_used:,} bytes; {LARGEST:,} is the limit.")
    return _packages(parts.provided[name] for name in used)


def _packages(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({*names, FONTS}))


def _python(version: str) -> papers.Component:
    purl = f"pkg:deb/debian/python3.11@{version}"
    return papers.Component("python", version, "Python-2.0", purl, "")
