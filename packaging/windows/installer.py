"""Makes the MSI from the payload."""

import os
import shutil
from pathlib import Path

from payload.commands import run
from payload.recipe import Recipe
from windows.finish import finish
from windows.payload import build_payload
from windows.signing import Signature, sign
from windows.source import UPGRADE_CODE, installer_source, product_code
from windows.starters import STARTERS
from workshop.trouble import Trouble

LARGEST = 50_000_000
"""Bytes that the MSI may be."""
NEEDED = ("mingw-w64", "wixl", "msitools", "osslsigncode", "ca-certificates")
"""Debian's packages that this needs."""


def build_installer(recipe: Recipe, signature: Signature | None = None) -> Path:
    """Payload and MSI; the MSI comes back.

    Raises:
        Trouble: See the steps.
    """
    payload = build_payload(recipe)
    if signature is not None:
        for name in STARTERS:
            sign(payload / name, signature)
            os.utime(payload / name, (recipe.moment, recipe.moment))
    return pack(recipe, payload, signature)


def pack(
    recipe: Recipe, payload: Path, signature: Signature | None = None, into: Path | None = None
) -> Path:
    """The MSI of a payload, put into ``dist`` or another folder.

    Raises:
        Trouble: A tool refuses, or the result is too large.
    """
    scratch = payload.parent
    source = scratch / "qpdesk.wxs"
    icon = scratch / "starters" / "qpdesk.ico"
    text = installer_source(payload, recipe.version, icon)
    # wixl takes no absolute path to a file, so it works where the payload lies.
    text = text.replace(f"{scratch}/", "")
    source.write_text(text, encoding="utf-8")
    folder = into or recipe.dist
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"QPDesk-{recipe.version}-x64.msi"
    fresh = scratch / target.name
    fresh.unlink(missing_ok=True)
    run(["wixl", "--arch", "x64", "--output", fresh, source.name], cwd=scratch)
    finish(fresh, payload)
    if signature is not None:
        sign(fresh, signature)
    if (bytes_used := fresh.stat().st_size) > LARGEST:
        raise Trouble(f"The MSI is {bytes_used:,} bytes; {LARGEST:,} is the limit.")
    shutil.move(fresh, target)
    codes = f"ProductCode {{{product_code(recipe.version)}}}, UpgradeCode {{{UPGRADE_CODE}}}"
    print(f"{target} ({bytes_used / 1e6:.1f} MB): {codes}", flush=True)
    return target
