"""Trims the tables of ICU, which Qt for Linux stands on, to Swedish and English: 32 MB become 3.

ICU keeps them in a library of data alone, with one symbol. They are taken out, what the program
never asks for is removed by ICU's own tool, and a library of the same name is made of the rest.
"""

import re
import shutil
from fnmatch import fnmatchcase
from pathlib import Path
from tempfile import TemporaryDirectory

from payload.commands import run
from workshop.trouble import Trouble

NEEDED = ("icu-devtools", "binutils")
"""Debian's packages that this needs."""

LANGUAGES = ("root", "sv", "sv_SE", "en", "en_001", "en_150", "en_GB", "en_SE")
FOLDERS = ("", "coll/", "zone/")
"""Sorting and time zones, in those languages; words for currencies, units and countries go."""

KEPT = (
    *(f"{folder}{name}.res" for folder in FOLDERS for name in (*LANGUAGES, "pool", "res_index")),
    *("coll/ucadata.icu", "zone/tzdbNames.res"),
    *("cnvalias.icu", "ibm-5348_*.cnv", "ibm-923_*.cnv"),  # Windows' and ISO's western letters
    *("*.nrm", "uemoji.icu", "ulayout.icu"),
    *("icuver.res", "icustd.res", "supplementalData.res", "likelySubtags.res", "keyTypeData.res"),
    *("timezoneTypes.res", "zoneinfo64.res", "metadata.res", "metaZones.res", "windowsZones.res"),
    *("numberingSystems.res", "dayPeriods.res", "genderList.res", "plurals.res"),
    *("pluralRanges.res", "currencyNumericCodes.res", "grammaticalFeatures.res", "units.res"),
    "langInfo.res",
)
"""Patterns of the tables that stay, as ``fnmatch`` reads them; ``*`` is never across a folder."""

SYMBOL = re.compile(r"([0-9a-f]{16})\s+(\w+)\s+OBJECT\s+GLOBAL.*\s(icudt\d+_dat)$", re.MULTILINE)
SOURCE = """\
    .section .rodata
    .globl {symbol}
    .type {symbol}, @object
    .balign 4096
{symbol}:
    .incbin "{kept}"
    .size {symbol}, .-{symbol}
    .section .note.GNU-stack,"",@progbits
"""


def trim(library: Path) -> None:
    """Put a smaller library of the same name in the place of ICU's.

    Raises:
        Trouble: It is not built as ICU's data libraries are, or lacks a table that must stay.
    """
    symbol, tables = _tables(library)
    with TemporaryDirectory() as folder:
        scratch = Path(folder)
        whole, listed = scratch / f"{symbol.removesuffix('_dat')}l.dat", scratch / "dropped.txt"
        whole.write_bytes(tables)
        names = run(["icupkg", "--list", whole]).split()
        _demand_all(names)
        listed.write_text("\n".join(name for name in names if not _stays(name)) + "\n", "ascii")
        kept = scratch / "kept" / whole.name  # the tool writes the file's name before each table's
        kept.parent.mkdir()
        run(["icupkg", "--remove", listed, whole, kept])
        (scratch / "tables.s").write_text(SOURCE.format(symbol=symbol, kept=kept), "ascii")
        run(["as", "-o", "tables.o", "tables.s"], cwd=scratch)
        words = ["ld", "-shared", "-soname", library.name, "--build-id=none", "-o", "made"]
        run([*words, "tables.o"], cwd=scratch)
        shutil.copyfile(scratch / "made", library)


def _stays(name: str) -> bool:
    folders = name.count("/")
    return any(fnmatchcase(name, kept) and kept.count("/") == folders for kept in KEPT)


def _demand_all(names: list[str]) -> None:
    for kept in KEPT:
        of_language = kept.startswith(FOLDERS[1:]) and kept.endswith(".res")  # not all have all
        if not of_language and not any(fnmatchcase(name, kept) for name in names):
            raise Trouble(f"ICU's tables lack {kept}; linux/unicode_tables.py should forget it.")


def _tables(library: Path) -> tuple[str, bytes]:
    """The one symbol of the library, and the bytes it stands for."""
    told = run(["readelf", "--dyn-syms", "--wide", library])
    symbols = SYMBOL.findall(told)
    headers = run(["readelf", "--sections", "--wide", library])
    section = re.search(r"\.rodata\s+PROGBITS\s+([0-9a-f]+)\s+([0-9a-f]+)", headers)
    if len(symbols) != 1 or section is None:
        raise Trouble(f"{library.name} does not hold ICU's tables as it used to.")
    address, size, symbol = symbols[0]
    start = int(address, 16) - int(section[1], 16) + int(section[2], 16)
    return symbol, library.read_bytes()[start : start + int(size, 0)]
