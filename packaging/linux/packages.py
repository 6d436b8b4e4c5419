"""Makes the .deb and the archive from the payload."""

import os
import shutil
from hashlib import md5
from pathlib import Path

from linux import unicode_tables
from linux.payload import FILES, Payload, build_payload
from payload import program
from payload.commands import run
from payload.recipe import Recipe

NEEDED = ("dpkg-dev", "fakeroot", "xz-utils", "ca-certificates", *unicode_tables.NEEDED)
"""Debian's packages that this needs."""

CONTROL = """\
Package: qpdesk
Version: {version}
Architecture: amd64
Maintainer: QPDesk-projektet <qpdesk@example.invalid>
Installed-Size: {size}
Section: misc
Priority: optional
Depends: {depends}
Recommends: libgl1-mesa-dri, shared-mime-info, desktop-file-utils
Description: kvalitetsplaner för socialtjänsten, utan nätverk
 QPDesk håller en förvaltnings kvalitetsplaner i en fil: processområden, risker, egenkontroller
 och åtgärder, med uppföljning, och skriver plan och uppföljning som tillgängliga PDF-dokument.
 .
 Programmet har eget Python och Qt och använder aldrig nätverket.
"""


def build_packages(recipe: Recipe) -> list[Path]:
    """Payload, .deb and archive; the two files come back.

    Raises:
        Trouble: See the steps.
    """
    payload = build_payload(recipe)
    made = [pack_deb(recipe, payload), _archive(recipe, payload)]
    for file in made:
        print(f"{file} ({file.stat().st_size / 1e6:.1f} MB)", flush=True)
    return made


def pack_deb(recipe: Recipe, payload: Payload) -> Path:
    """The Debian package of a payload: files only, no scripts.

    Raises:
        Trouble: dpkg-deb refuses.
    """
    tree = recipe.scratch / "linux" / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    program_folder, documents = tree / "usr/lib/qpdesk", tree / "usr/share/doc/qpdesk"
    shutil.copytree(payload.folder, program_folder)
    (program_folder / "share").rename(tree / "usr/share")
    documents.mkdir(parents=True)
    shutil.copyfile(FILES / "copyright", documents / "copyright")
    example = recipe.root / "packaging" / "policy" / "policy.toml"
    shutil.copyfile(example, documents / "policy.toml.exempel")
    (tree / "usr/bin").mkdir()
    (tree / "usr/bin/qpdesk").symlink_to("../lib/qpdesk/qpdesk")
    _write_control(recipe, payload, tree)
    target = recipe.dist / f"qpdesk_{recipe.version}_amd64.deb"
    recipe.dist.mkdir(parents=True, exist_ok=True)
    environment = os.environ | {"SOURCE_DATE_EPOCH": str(recipe.moment)}
    run(["dpkg-deb", "--root-owner-group", "-Zxz", "--build", tree, target], env=environment)
    return target


def _write_control(recipe: Recipe, payload: Payload, tree: Path) -> None:
    executable = frozenset(f"usr/lib/qpdesk/{name}" for name in ("qpdesk", "python/qpdesk"))
    sums = [
        f"{md5(file.read_bytes(), usedforsecurity=False).hexdigest()}  {file.relative_to(tree)}\n"
        for file in sorted(tree.rglob("*"))
        if file.is_file() and not file.is_symlink()
    ]
    depends, size = ", ".join(payload.depends), program.size(tree) // 1024
    control = tree / "DEBIAN"
    control.mkdir()
    filled = CONTROL.format(version=recipe.version, size=size, depends=depends)
    (control / "control").write_text(filled, encoding="utf-8")
    (control / "md5sums").write_text("".join(sums), encoding="utf-8")
    program.settle(tree, recipe.moment, executable)


def _archive(recipe: Recipe, payload: Payload) -> Path:
    """The same folder as .tar.xz, for other distributions and for USB sticks."""
    name = f"qpdesk-{recipe.version}"
    tree = recipe.scratch / "linux" / name
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(payload.folder, tree)
    shutil.copyfile(FILES / "LÄSMIG.txt", tree / "LÄSMIG.txt")
    needs = "".join(f"{package}\n" for package in payload.depends)
    (tree / "BEHOV.txt").write_text(needs, encoding="utf-8")
    target = recipe.dist / f"{name}-linux-x86_64.tar.xz"
    same = ["--sort=name", f"--mtime=@{recipe.moment}", "--owner=0", "--group=0", "--numeric-owner"]
    words = ["tar", *same, "--format=gnu", "--xz", "-C", tree.parent, "-cf", target, name]
    run(words, env=os.environ | {"XZ_OPT": "-6"})
    return target
