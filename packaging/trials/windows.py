"""Tries the MSI in a fresh wine prefix: everything an IT department does, and what a user does."""

import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from payload.recipe import Recipe
from trials.report import Report
from trials.screen import close, picture, screen, window
from trials.wine import Wine, as_windows_sees
from windows.installer import pack

REFUSED = 1603 % 256
EARLIER = "0.0.1"
ORPHAN = "lib/fanns i en tidigare version.txt"
"""A file that an earlier version had and the later one has not."""
KEY = r"HKLM\SOFTWARE\QPDesk"
TYPE = r"HKLM\SOFTWARE\Classes\.qpd"
PROGRAMS = r"HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall"
PLACE = "Program Files/QPDesk"
PLAN = "Ärende å"


@dataclass(frozen=True, slots=True)
class Trial:
    """A prefix, the two installers, and where checks are reported."""

    wine: Wine
    earlier: Path
    current: Path
    version: str
    check: Callable[[str, Callable[[], object]], None]

    def msi(self, verb: str, installer: Path, *words: str) -> int:
        """Windows Installer on one of the two."""
        return self.wine.msiexec(verb, as_windows_sees(installer), *words)

    def cli(self, *words: str) -> str:
        """What qpdesk-cli.exe says; "" if it failed."""
        code, said = self.wine.call(rf"C:\{PLACE}\qpdesk-cli.exe".replace("/", "\\"), *words)
        if code != 0:
            print(f"       {said.strip()}", flush=True)
        return said if code == 0 else ""

    def here(self, place: str = "") -> Path:
        """A file of the installation."""
        return self.wine.path(f"{PLACE}/{place}")


def try_installer(recipe: Recipe) -> int:
    """Install, use, upgrade, repair and remove; how many checks failed comes back."""
    report = Report()
    earlier = _earlier(recipe)
    current = recipe.dist / f"QPDesk-{recipe.version}-x64.msi"
    with screen() as environment:
        wine = Wine.made_in(recipe.scratch / "wine", environment)
        try:
            trial = Trial(wine, earlier, current, recipe.version, report.check)
            _install(trial)
            _use(trial)
            _open(trial, recipe.scratch / "wine-window.png")
            _upgrade(trial)
            _repair_and_remove(trial)
        finally:
            wine.close()
    return report.failed


def _earlier(recipe: Recipe) -> Path:
    """An MSI of an earlier version, with one file more."""
    payload = recipe.scratch / "windows" / "payload"
    before = replace(recipe, version=EARLIER)
    folder = recipe.scratch / "windows" / "earlier"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(payload, folder, copy_function=os.link)
    (folder / ORPHAN).write_text("ska försvinna\n", encoding="utf-8")
    return pack(before, folder, into=recipe.scratch)


def _install(trial: Trial) -> None:
    trial.check("install silently", lambda: trial.msi("/i", trial.earlier) == 0)
    trial.check("QPDesk.exe is there", lambda: trial.here("QPDesk.exe").exists())
    trial.check("version in the registry", lambda: EARLIER in trial.wine.registry(KEY))
    trial.check("Start menu entry", lambda: list(trial.wine.path("").rglob("QPDesk.lnk")))
    trial.check("file type", lambda: "QPDesk.Plan.1" in trial.wine.registry(TYPE))


def _use(trial: Trial) -> None:
    trial.wine.path("dok").mkdir()
    said = trial.cli("selftest")
    trial.check("selftest", lambda: said and "FEL" not in said)
    print("".join(f"       {line}\n" for line in said.splitlines()), end="", flush=True)
    plan, data, pdf = (rf"C:\dok\{PLAN}.{suffix}" for suffix in ("qpd", "json", "pdf"))
    trial.check(f"make {PLAN}.qpd", lambda: trial.cli("example", "--out", plan))
    shown = trial.cli("show", plan, "--json")
    ident = shown.partition('"id": "')[2].partition('"')[0]
    export = ("export", plan, "--plan", ident)
    trial.check("export JSON", lambda: trial.cli(*export, "--format", "json", "--out", data))
    trial.check("import it", lambda: trial.cli("import", data, "--into", r"C:\dok\Ny.qpd"))
    trial.check("export PDF", lambda: trial.cli(*export, "--out", pdf))
    real = trial.wine.path(f"dok/{PLAN}.pdf")
    trial.check("it is a PDF", lambda: real.read_bytes().startswith(b"%PDF-"))
    _obey(trial, export)


def _obey(trial: Trial, export: tuple[str, ...]) -> None:
    """Group policy allows exports to one folder only, by the key that the ADMX template writes."""
    policy = r"HKLM\SOFTWARE\Policies\QPDesk\ExportFolders"
    trial.wine.call("reg", "add", policy, "/v", "1", "/d", r"C:\utlämnat", "/f")
    code, _ = trial.wine.call(
        rf"C:\{PLACE}\qpdesk-cli.exe".replace("/", "\\"), *export, "--out", r"C:\dok\fel.pdf"
    )
    trial.check("policy: no export elsewhere", lambda: code == 1)
    trial.check("policy: nothing written", lambda: not trial.wine.path("dok/fel.pdf").exists())
    trial.wine.call("reg", "delete", r"HKLM\SOFTWARE\Policies\QPDesk", "/f")


def _open(trial: Trial, shown: Path) -> None:
    """By double click, and a second file into the same window."""
    environment = trial.wine.environment
    running = trial.wine.start("start", "/wait", rf"C:\dok\{PLAN}.qpd")
    trial.check("double click opens it", lambda: window(PLAN, environment))
    picture(shown, environment)
    program = rf"C:\{PLACE}\QPDesk.exe".replace("/", "\\")
    trial.check("second start", lambda: trial.wine.call(program, r"C:\dok\Ny.qpd")[0] == 0)
    trial.check("same window, other file", lambda: window("Ny", environment, 20))
    trial.check("closes", lambda: _closed(running, trial))


def _closed(running: subprocess.Popen[bytes], trial: Trial) -> bool:
    close(window("QPDesk", trial.wine.environment, 1), trial.wine.environment)
    return running.wait(60) == 0


def _upgrade(trial: Trial) -> None:
    kept = trial.wine.path(f"dok/{PLAN}.qpd").read_bytes()
    trial.check("upgrade", lambda: trial.msi("/i", trial.current) == 0)
    trial.check("new version", lambda: trial.version in trial.wine.registry(KEY))
    trial.check("old file gone", lambda: not trial.here(ORPHAN).exists())
    listed = trial.wine.registry(PROGRAMS)
    trial.check("one entry among programs", lambda: listed.count("QPDesk-projektet") == 1)
    same = trial.wine.path(f"dok/{PLAN}.qpd")
    trial.check("plan untouched", lambda: same.read_bytes() == kept)
    trial.check("works after upgrade", lambda: "FEL" not in (trial.cli("selftest") or "FEL"))
    trial.check("downgrade refused", lambda: trial.msi("/i", trial.earlier) == REFUSED)
    trial.check("still the new", lambda: trial.version in trial.wine.registry(KEY))


def _repair_and_remove(trial: Trial) -> None:
    part = trial.here("lib/PySide6/Qt6Core.dll")
    part.unlink()
    trial.check("repair", lambda: trial.msi("/i", trial.current, "REINSTALL=ALL") == 0)
    trial.check("repaired", part.exists)
    trial.check("uninstall", lambda: trial.msi("/x", trial.current) == 0)
    trial.check("no file left", lambda: not trial.here().exists())
    trial.check("no key left", lambda: not trial.wine.registry(KEY))
    trial.check("no file type left", lambda: "QPDesk" not in trial.wine.registry(TYPE))
    trial.check("no menu entry left", lambda: not list(trial.wine.path("").rglob("QPDesk.lnk")))
    trial.check("plan still there", lambda: trial.wine.path(f"dok/{PLAN}.qpd").exists())
    elsewhere = r"INSTALLDIR=C:\Appar\QPDesk"
    trial.check("another folder", lambda: trial.msi("/i", trial.current, elsewhere) == 0)
    there = trial.wine.path("Appar/QPDesk/QPDesk.exe")
    trial.check("it is there", there.exists)
    trial.check("removed from there", lambda: trial.msi("/x", trial.current) == 0)
    trial.check("and gone", lambda: not there.parent.exists())
