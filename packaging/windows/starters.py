"""Compiles the two programs that a user starts: QPDesk.exe and qpdesk-cli.exe."""

from pathlib import Path

from payload.commands import run
from payload.icons import paint, sources, windows_icon
from payload.recipe import Recipe

SOURCES = Path(__file__).with_name("starter")
STARTERS = {
    "QPDesk.exe": ("Kvalitetsplaner för socialtjänsten", ["-mwindows"]),
    "qpdesk-cli.exe": ("QPDesk på kommandoraden", ["-mconsole", "-DCONSOLE"]),
}
"""Name -> what Windows says it is, and how it is compiled."""


def compile_starters(recipe: Recipe, scratch: Path) -> list[Path]:
    """The two programs; the same sources always give the same bytes.

    Raises:
        Trouble: The compiler refuses.
    """
    scratch.mkdir(parents=True, exist_ok=True)
    for name, drawing in sources(recipe).items():
        (scratch / f"{name}.ico").write_bytes(windows_icon(paint(drawing)))
    _fill("starter.manifest", scratch / "starter.manifest", VERSION=recipe.version)
    return [_compile(recipe, name, scratch) for name in STARTERS]


def _compile(recipe: Recipe, name: str, scratch: Path) -> Path:
    description, options = STARTERS[name]
    resources = scratch / f"{name}.rc"
    numbers = recipe.version.replace(".", ",")
    words = {"VERSION": recipe.version, "NUMBERS": numbers, "NAME": name}
    _fill("starter.rc", resources, DESCRIPTION=description, **words)
    windres = ["x86_64-w64-mingw32-windres", "--codepage=65001", resources.name]
    run([*windres, "-O", "coff", "-o", f"{name}.o"], cwd=scratch)
    compiler = ["x86_64-w64-mingw32-gcc", "-O2", "-Wall", "-Wextra", "-Werror", "-s", "-municode"]
    hardened = ["-Wl,--no-insert-timestamp", "-Wl,--dynamicbase,--nxcompat,--high-entropy-va"]
    run(
        [*compiler, *options, *hardened, SOURCES / "starter.c", f"{name}.o", "-o", name],
        cwd=scratch,
    )
    return scratch / name


def _fill(source: str, target: Path, **words: str) -> None:
    text = (SOURCES / source).read_text(encoding="utf-8")
    for name, word in words.items():
        text = text.replace(f"@{name}@", word)
    target.write_text(text, encoding="utf-8")
