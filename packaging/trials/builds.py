"""Tries the building itself: twice the same, altered parts refused, signatures that hold."""

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from payload.papers import digests
from payload.recipe import Recipe
from trials.report import Report
from windows import installer, runtime
from windows.payload import build_payload
from windows.signing import Signature, sign
from workshop.trouble import Trouble


def try_builds(recipe: Recipe) -> int:
    """Build again and with altered parts; how many checks failed comes back."""
    report = Report()
    payload = recipe.scratch / "windows" / "payload"
    before = digests(payload)
    report.check("the same payload twice", lambda: digests(build_payload(recipe)) == before)
    _alter(recipe, report)
    _sign(recipe, report)
    return report.failed


def _alter(recipe: Recipe, report: Report) -> None:
    """One bit of the genuine runtime is turned; a signature is cut off."""
    genuine = recipe.scratch / "windows" / "runtime" / "cp311"
    with TemporaryDirectory() as folder:
        copy = Path(folder) / "cp311"
        shutil.copytree(genuine, copy)
        report.check("the genuine runtime passes", lambda: runtime.verify_runtime(copy) is None)
        library = copy / "python311.dll"
        whole = library.read_bytes()
        turned = bytearray(whole)
        turned[len(turned) // 2] ^= 1
        library.write_bytes(turned)
        report.check(
            "an altered one stops it", lambda: _stops(lambda: runtime.verify_runtime(copy))
        )
        words = ["osslsigncode", "remove-signature", "-in", genuine / library.name, "-out", library]
        library.unlink()
        subprocess.run(words, check=True, capture_output=True)
        report.check(
            "an unsigned one stops it", lambda: _stops(lambda: runtime.verify_runtime(copy))
        )


def _stops(step: Callable[[], object]) -> bool:
    try:
        step()
    except Trouble as trouble:
        print(f"       {trouble}", flush=True)
        return "python311.dll" in str(trouble)
    return False


def _sign(recipe: Recipe, report: Report) -> None:
    """Programs and MSI with a self-made certificate, and back to verifying them by it."""
    with TemporaryDirectory() as folder:
        signature = _certificate(Path(folder))
        made = installer.pack(
            replace(recipe, version="0.0.2"),
            recipe.scratch / "windows" / "payload",
            signature,
            into=Path(folder),
        )
        program = Path(folder) / "QPDesk.exe"
        shutil.copyfile(recipe.scratch / "windows" / "payload" / program.name, program)
        sign(program, signature)
        for file in (made, program):
            words = ["osslsigncode", "verify", "-CAfile", f"{folder}/cert", "-in", file]
            report.check(
                f"signed: {file.name}",
                lambda told=words: subprocess.run(told, check=True, capture_output=True),
            )


def _certificate(folder: Path) -> Signature:
    make = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=Prov"]
    make += ["-addext", "extendedKeyUsage=codeSigning", "-keyout", "key", "-out", "cert"]
    pack = ["openssl", "pkcs12", "-export", "-inkey", "key", "-in", "cert", "-out", "both"]
    for words in (make, [*pack, "-passout", "pass:prov"]):
        subprocess.run(words, cwd=folder, check=True, capture_output=True)
    (folder / "password").write_text("prov\n", encoding="ascii")
    return Signature(folder / "both", folder / "password")
