"""The papers that go with an installation: licences, and the bill of materials (CycloneDX)."""

import json
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.parser import Parser
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

from payload.recipe import Recipe
from payload.wheels import Wheel
from workshop.trouble import Trouble

SERIES = UUID("b0cc3b6f-7f7e-4d0c-8d3c-93d0f5b6d7a1")
"""The name space of the bills' serial numbers. Never change it."""
LONGEST_NAME = 80
"""Letters; what is longer in a licence field is the whole text."""
COMMON_LICENCES = Path("/usr/share/common-licenses")
QT_LICENCES = ("LGPL-3", "GPL-3")
"""Qt, PySide6 and shiboken6 are used under LGPL 3, which needs GPL 3; their wheels lack both."""

CHOSEN = {
    "pyphen": "LGPL-2.1-or-later",
    "pyside6-essentials": "LGPL-3.0-only",
    "pysqlite3": "zlib",
    "shiboken6": "LGPL-3.0-only",
}
"""The licence we use a library under, where it leaves a choice or names it only in its text."""

FOREWORD = """\
QPDesk {version} och de program och bibliotek som följer med
{line}
QPDesk självt har licensen EUPL 1.2 (QPDesk.txt i den här mappen).

Qt, PySide6 och shiboken6 används under GNU LGPL 3 (LGPL-3.txt och GPL-3.txt här). De ligger som
egna filer och kan bytas mot en egen byggd version. Källkoden finns hos Qt Company:
https://download.qt.io/official_releases/ (katalogerna qt och QtForPython, version {qt}).

"""


@dataclass(frozen=True, slots=True)
class Component:
    """One thing that somebody else made and that ships."""

    name: str
    version: str
    licence: str
    purl: str
    """The package URL that vulnerability databases know it by."""
    digest: str
    """SHA-256 of the file as it was fetched; "" where there is no single file."""

    def as_json(self) -> Mapping[str, Any]:
        """The entry in a CycloneDX bill."""
        entry: dict[str, Any] = {"type": "library", "bom-ref": self.purl, "name": self.name}
        entry |= {"version": self.version, "purl": self.purl}
        entry["licenses"] = [{"license": {"name": self.licence}}]
        if self.digest:
            entry["hashes"] = [{"alg": "SHA-256", "content": self.digest}]
        return entry


def component(wheel: Wheel) -> Component:
    """What a wheel says about itself."""
    with zipfile.ZipFile(wheel.file) as archive:
        path = next(name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        about = Parser().parsestr(archive.read(path).decode("utf-8"))
    name = about["Name"].lower().replace("_", "-")
    named = about["License-Expression"] or _short(about["License"]) or _classified(about)
    licence = CHOSEN.get(name, named)
    purl = f"pkg:pypi/{name}@{wheel.version}"
    return Component(name, wheel.version, licence, purl, wheel.digest)


def write_bill(recipe: Recipe, components: Iterable[Component], target: Path) -> None:
    """Write the bill of materials."""
    listed = sorted(components, key=lambda each: each.purl)
    serial = uuid5(SERIES, " ".join([recipe.version, *(each.purl for each in listed)]))
    product = {"type": "application", "name": "QPDesk", "version": recipe.version}
    moment = datetime.fromtimestamp(recipe.moment, UTC).isoformat()
    bill = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "serialNumber": f"urn:uuid:{serial}",
        "version": 1,
        "metadata": {"timestamp": moment, "component": product},
        "components": [each.as_json() for each in listed],
    }
    text = json.dumps(bill, ensure_ascii=False, indent=1)
    target.write_text(text + "\n", encoding="utf-8", newline="\n")


def write_licences(recipe: Recipe, components: Iterable[Component], folder: Path) -> None:
    """Lay our licence, Qt's, and the list of all the others in a folder.

    Raises:
        Trouble: A licence text is not where it should be.
    """
    folder.mkdir(parents=True)
    texts = {"QPDesk": recipe.root / "LICENSE"}
    texts |= {name: COMMON_LICENCES / name for name in QT_LICENCES}
    for name, text in texts.items():
        if not text.exists():
            raise Trouble(f"The licence text {text} is missing.")
        (folder / f"{name}.txt").write_bytes(text.read_bytes())
    listed = sorted(components, key=lambda each: each.name)
    qt = next(each.version for each in listed if each.name.startswith("pyside6"))
    words = FOREWORD.format(version=recipe.version, line="=" * 60, qt=qt)
    words += "".join(f"{each.name} {each.version}: {each.licence}\n" for each in listed)
    words += "\nTexterna ligger i lib, i mapparna *.dist-info, och för typsnitt och ordlistor\n"
    words += "bredvid filerna i lib/qpdesk/assets.\n"
    (folder / "LICENSER.txt").write_text(words, encoding="utf-8", newline="\n")


def digests(payload: Path) -> str:
    """SHA-256 of every file, a line each, as ``sha256sum`` reads them."""
    files = sorted(file for file in payload.rglob("*") if file.is_file())
    return "".join(
        f"{sha256(file.read_bytes()).hexdigest()}  {file.relative_to(payload).as_posix()}\n"
        for file in files
    )


def _short(licence: str | None) -> str:
    """A licence field holds a name, or by mistake the whole text."""
    return (
        licence.strip()
        if licence and len(licence) <= LONGEST_NAME and "\n" not in licence.strip()
        else ""
    )


def _classified(about: Any) -> str:  # noqa: ANN401  the parser's message, whose get_all is untyped
    labels = [label for label in about.get_all("Classifier", []) if label.startswith("License ::")]
    return labels[0].rpartition(" :: ")[2] if labels else "see its dist-info"
