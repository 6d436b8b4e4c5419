"""Tries the .deb in a bare Debian 12 without Python, as an ordinary user."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from payload.commands import run
from payload.recipe import Recipe
from trials.offline import try_offline
from trials.report import Report
from trials.screen import close, screen, window
from trials.start_time import ALLOWED, slower_by

MIRROR = "http://deb.debian.org/debian"
USER = "anna"
EVERYTHING = (
    "databas",
    "PDF",
    "JSON",
    "typsnitt",
    "översättningar",
    "stavning",
    "Qt-delar",
    "fönster",
)
INSIDE = {"HOME": f"/home/{USER}", "LC_ALL": "C.UTF-8", "PATH": "/usr/sbin:/usr/bin:/sbin:/bin"}


class Bare:
    """A Debian of its own, and what root and its one user type in it."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def call(self, *words: str, user: str = "root", **extra: str) -> tuple[int, str]:
        """Run something in there; its exit code and what it said."""
        settings = INSIDE | extra
        told = [f"{name}={value}" for name, value in settings.items()]
        who = ["--userspec", f"{user}:{user}"] if user != "root" else []
        done = subprocess.run(
            [
                "chroot",
                *who,
                self.root,
                "/usr/bin/env",
                "-i",
                "-C",
                settings["HOME"],
                *told,
                *words,
            ],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
        return done.returncode, done.stdout

    def start(self, *words: str, **extra: str) -> subprocess.Popen[bytes]:
        """Start something as the user and leave it running."""
        told = [f"{name}={value}" for name, value in (INSIDE | extra).items()]
        inside = ["/usr/bin/env", "-i", *told, *words]
        return subprocess.Popen(["chroot", "--userspec", f"{USER}:{USER}", self.root, *inside])

    def files(self) -> set[str]:
        """Every file below the folders that a package may write in."""
        found = (self.root / top for top in ("usr", "etc", "opt", "var/lib/qpdesk"))
        return {str(path) for top in found for path in top.rglob("*") if "qpdesk" in path.name}


def try_package(recipe: Recipe) -> int:
    """Install, use and remove the .deb; how many checks failed comes back."""
    report, package = Report(), recipe.dist / f"qpdesk_{recipe.version}_amd64.deb"
    with bare_debian(recipe.scratch / "bookworm") as bare:
        report.check("Debian has no Python", lambda: not list(bare.root.glob("usr/bin/python3*")))
        shutil.copyfile(package, bare.root / "tmp" / package.name)
        install = ("apt-get", "install", "-qy", "--no-install-recommends", f"/tmp/{package.name}")  # noqa: S108  inside the bare Debian
        report.check(
            "installs", lambda: bare.call(*install, DEBIAN_FRONTEND="noninteractive")[0] == 0
        )
        report.check("and brings no Python", lambda: not list(bare.root.glob("usr/bin/python3*")))
        _use(bare, report)
        _open_window(bare, report)
        report.check("starts fast enough", lambda: slower_by(recipe) <= ALLOWED)
        try_offline(recipe, report)
        purge = ("apt-get", "purge", "-qy", "qpdesk")
        report.check("is removed", lambda: bare.call(*purge)[0] == 0)
        report.check("leaves nothing", lambda: not bare.files())
        report.check("but the user's plan", (_home(bare) / "Ärende å.qpd").exists)
    return report.failed


def _use(bare: Bare, report: Report) -> None:
    code, said = bare.call("qpdesk", "selftest", user=USER)
    for subject in EVERYTHING:
        report.check(f"selftest: {subject}", lambda name=subject: f"OK  {name}:" in said)
    report.check("selftest: exit code", lambda: code == 0)
    report.check("makes Ärende å.qpd", lambda: _does(bare, "example", "--out", "Ärende å.qpd"))
    out = ("--out", "plan.json")
    plan = _first_plan(bare)
    export = ("export", "Ärende å.qpd", "--plan", plan)
    report.check("exports JSON", lambda: _does(bare, *export, "--format", "json", *out))
    report.check("imports it", lambda: _does(bare, "import", "plan.json", "--into", "Ny.qpd"))
    report.check("exports PDF", lambda: _does(bare, *export, "--out", "plan.pdf"))
    report.check("a real PDF", lambda: (_home(bare) / "plan.pdf").read_bytes()[:5] == b"%PDF-")
    report.check("finds the file whole", lambda: _does(bare, "check", "Ny.qpd"))
    _policy(bare, report)


def _policy(bare: Bare, report: Report) -> None:
    """The organisation allows exports only to one folder."""
    policy = bare.root / "etc/xdg/qpdesk/policy.toml"
    policy.parent.mkdir(parents=True, exist_ok=True)
    policy.write_text(f'export_folders = ["/home/{USER}/Utlämnat"]\n', encoding="utf-8")
    export = ("export", "Ärende å.qpd", "--plan", _first_plan(bare), "--out")
    report.check("refuses to export elsewhere", lambda: not _does(bare, *export, "fel.pdf"))
    report.check("and has not", lambda: not (_home(bare) / "fel.pdf").exists())
    shutil.rmtree(policy.parent)


def _open_window(bare: Bare, report: Report) -> None:
    with screen() as environment:
        sockets = bare.root / "tmp" / ".X11-unix"
        sockets.mkdir(exist_ok=True)
        with mounted("/tmp/.X11-unix", sockets):  # noqa: S108  where X servers put their sockets
            display = environment["DISPLAY"]
            running = bare.start("qpdesk", f"{INSIDE['HOME']}/Ärende å.qpd", DISPLAY=display)
            report.check("opens Ärende å.qpd", lambda: window("Ärende å", environment))
            report.check("closes by its cross", lambda: _closed(running, environment))
            running.kill()


def _closed(running: subprocess.Popen[bytes], environment: dict[str, str]) -> bool:
    close(window("Ärende å", environment, 1), environment)
    return running.wait(30) == 0


def _does(bare: Bare, *words: str) -> bool:
    code, said = bare.call("qpdesk", *words, user=USER)
    if code != 0:
        print(f"       {said.strip()}", flush=True)
    return code == 0


def _first_plan(bare: Bare) -> str:
    _, said = bare.call("qpdesk", "show", "Ärende å.qpd", "--json", user=USER)
    return str(json.loads(said)["plans"][0]["id"])


def _home(bare: Bare) -> Path:
    return bare.root / "home" / USER


@contextmanager
def bare_debian(root: Path) -> Iterator[Bare]:
    """A fresh minimal bookworm with one ordinary user, thrown away afterwards."""
    run(["rm", "-rf", "--one-file-system", root])
    root.parent.mkdir(parents=True, exist_ok=True)
    run(["debootstrap", "--variant=minbase", "bookworm", root, MIRROR], what="debootstrap")
    for settings in Path("/etc/apt/apt.conf.d").iterdir():
        if "Acquire::" in settings.read_text(encoding="utf-8"):  # how to reach the mirror
            shutil.copyfile(settings, root / "etc/apt/apt.conf.d" / settings.name)
    shutil.copyfile("/etc/resolv.conf", root / "etc/resolv.conf")
    bare = Bare(root)
    (root / "home").mkdir(exist_ok=True)
    bare.call("useradd", "--create-home", USER, HOME="/")
    try:
        with mounted("/proc", root / "proc"):
            bare.call("apt-get", "update", "-q", HOME="/")
            yield bare
    finally:
        run(["rm", "-rf", "--one-file-system", root])


@contextmanager
def mounted(source: str, target: Path) -> Iterator[None]:
    """Show a folder of this machine inside the other one."""
    run(["mount", "--bind", source, target])
    try:
        yield
    finally:
        run(["umount", "--lazy", target])
