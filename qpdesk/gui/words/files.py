"""Words about files: what a dialog offers, proposed names, and why a file could not be read."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale

from qpdesk.gui.words import messages, profiles
from qpdesk.services.errors import EditRefused, ProfileRefused, StoreError

translate = QCoreApplication.translate

_LONGEST = 80
_FORBIDDEN = '<>:"/\\|?*'


def plan_files() -> str:
    """The filter for .qpd files."""
    return translate("Files", "Kvalitetsplaner (*.qpd)")


def sources() -> str:
    """The filter for files to import."""
    return translate("Files", "Word, Excel och JSON (*.docx *.xlsx *.json)")


def series_files() -> str:
    """The filter for files of figures."""
    return translate("Files", "Excel och CSV (*.xlsx *.csv *.txt)")


def filters() -> dict[str, str]:
    """The filter for each kind of file that is written, by its ending."""
    return {
        ".pdf": "PDF (*.pdf)",
        ".docx": "Word (*.docx)",
        ".xlsx": "Excel (*.xlsx)",
        ".json": "JSON (*.json)",
    }


def report_name(kind: str, suffix: str) -> str:
    """What is added to the plan's title in a file's name; nothing to data, which is all of it."""
    if suffix not in {".pdf", ".docx"}:
        return ""
    names = {
        "follow_up": translate("Files", "uppföljning"),
        "indicators": translate("Files", "indikatorer"),
        "unreported": translate("Files", "ej redovisat"),
        "year_report": translate("Files", "kvalitetsberättelse"),
    }
    return names.get(kind, "")


def safe_name(title: str) -> str:
    """A title as the name of a file on any system: user text never makes a path."""
    kept = "".join(
        " " if character in _FORBIDDEN or not character.isprintable() else character
        for character in title
    )
    return " ".join(kept.split())[:_LONGEST].strip(" .") or translate("Files", "Kvalitetsplan")


def opens(path: Path) -> str:
    """That a file is being read."""
    return translate("Files", "Öppnar {0} …").format(path.name)


def how_far(done: int, total: int) -> str:
    """How much of a file has been read and checked."""
    count = QLocale().toString
    share = count(done * 100 // max(1, total))
    words = translate("Files", "{0} %: {1} av {2} rader är lästa och prövade.")
    return words.format(share, count(done), count(total))


def is_gone(path: Path) -> str:
    """That a file is not where it was."""
    return translate(
        "Files",
        "{0} hittas inte i {1}. Den kan ha flyttats eller bytt namn, eller så är mappen inte"
        " ansluten just nu. Inget har ändrats.",
    ).format(path.name, path.parent)


def is_there_already(path: Path) -> str:
    """That a new file would lie on top of an old one."""
    return translate(
        "Files", "{0} finns redan. Den har inte rörts. Öppna den, eller välj ett annat namn."
    ).format(path.name)


def is_not_allowed(path: Path, folders: Sequence[Path]) -> str:
    """That the organisation does not allow exports there."""
    if not folders:
        return translate("Files", "Organisationen har stängt av export. Inget har skrivits.")
    return translate(
        "Files",
        "Organisationen tillåter inte export till {0}. Inget har skrivits. Välj en mapp under:",
    ).format(path.parent) + "".join(f"\n{folder}" for folder in folders)


def trouble(error: Exception) -> str:
    """Why a task about files failed; "" when that is a fault of the program."""
    reason = getattr(error, "reason", None)
    if reason is not None:
        return unreadable(str(reason), str(getattr(error, "place", "")))
    if isinstance(error, EditRefused | StoreError | OSError):
        return messages.trouble(error)
    if isinstance(error, ProfileRefused):
        return profiles.unwearable(error)
    if type(error).__name__ == "PrintFailed":  # its home loads the printing
        return translate(
            "Files",
            "Dokumentet kunde inte skrivas. Planen är orörd, och en äldre fil ligger kvar. Stäng"
            " dokumentet om det är öppet i ett annat program, eller välj en annan plats.",
        )
    return ""


def unreadable(reason: str, place: str) -> str:
    """Why a file from outside could not be read; nothing has been changed then."""
    words = _reasons().get(reason, translate("Reason", "Filen kunde inte läsas."))
    where = translate("Reason", " Platsen i filen: {0}.").format(place) if place else ""
    unharmed = translate("Reason", "Inget i planen har ändrats.")
    return f"{words}{where} {unharmed}"


def _reasons() -> dict[str, str]:
    return {
        "not_found": translate("Reason", "Filen finns inte längre på sin plats."),
        "not_permitted": translate("Reason", "Filen får inte läsas. Be om läsrätt till den."),
        "empty": translate("Reason", "Filen är tom."),
        "unknown_format": translate(
            "Reason", "Filen är av en annan sort. Välj en Word-, Excel- eller JSON-fil."
        ),
        "old_format": translate(
            "Reason", "Filen är i ett äldre format. Spara den som .docx eller .xlsx först."
        ),
        "encrypted": translate(
            "Reason", "Filen är låst med lösenord. Spara en kopia utan lösenord först."
        ),
        "damaged": translate("Reason", "Filen är skadad. Öppna och spara den på nytt i Office."),
        "too_large": translate("Reason", "Filen är större än någon plan kan vara."),
        "unsafe": translate("Reason", "Filen har ett innehåll som inte är säkert att läsa."),
        "not_json": translate("Reason", "Filen är ingen JSON."),
        "other_json": translate("Reason", "Filen är JSON, men ingen kvalitetsplan."),
        "wrong_version": translate("Reason", "Filen är skriven för en nyare version."),
        "wrong_value": translate("Reason", "Ett värde i filen går inte att förstå."),
        "missing": translate("Reason", "Något som måste finnas saknas i filen."),
        "twice": translate("Reason", "Samma märke står två gånger i filen."),
        "nothing_found": translate(
            "Reason", "Filen har ingen tabell eller rubrik som hör till en plan."
        ),
    }
