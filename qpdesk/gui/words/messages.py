"""Sentences: what was done, why something was refused, and what went wrong and what to do."""

from PySide6.QtCore import QCoreApplication, QLocale

from qpdesk import __version__
from qpdesk.domain.changes import Added, Deed, Edit, Moved, Removed
from qpdesk.domain.errors import (
    EmptyTitle,
    ImpossibleLevel,
    ImpossibleScale,
    NotADate,
    NotAFootnoteKey,
    NotAnAddress,
    NotANumber,
    NotPrintable,
    NowhereToMove,
    OpenForReading,
    OutOfScale,
    PlanClosed,
    StaleEdit,
    WrongParent,
)
from qpdesk.gui.words import places, terms
from qpdesk.services.errors import (
    ChangedElsewhere,
    Damaged,
    DiskFull,
    EditRefused,
    InUse,
    NotAPlanFile,
    NotFound,
    NotPermitted,
    StoreError,
    TooNew,
    Vanished,
)

translate = QCoreApplication.translate


def plural(count: int, one: str, many: str) -> str:
    """The count with its word, in the user's way of writing numbers."""
    return f"{QLocale().toString(count)} {one if count == 1 else many}"


def posts(count: int) -> str:
    """So many items."""
    return plural(count, translate("Count", "post"), translate("Count", "poster"))


def cut(text: str, length: int) -> str:
    """The text on one line, at most so many characters."""
    text = text[: length + 1].replace("\n", " ")
    return text if len(text) <= length else f"{text[:length].rstrip()}…"


def hits(count: int) -> str:
    """How many items a search has found."""
    return plural(count, translate("Count", "träff"), translate("Count", "träffar"))


def hit(number: int, count: int) -> str:
    """Which of the hits one is at."""
    return translate("Count", "Träff {0} av {1}").format(number, count)


def deed(edit: Edit) -> str:
    """What an edit does, as it stands after "Ångra" in the menu."""
    count = len(_touched(edit))
    many = f" ({posts(count)})" if count > 1 else ""
    return _deeds()[edit.deed] + many


def _touched(edit: Edit) -> set[str]:
    """The items that the user would say were touched: heads of branches, not all below."""
    touched = [
        change.node if isinstance(change, Added | Removed) else change.after
        for change in edit.changes
    ]
    ids = {node.id for node in touched}
    if all(isinstance(change, Added | Removed | Moved) for change in edit.changes):
        return {node.id for node in touched if node.place.parent not in ids}
    return set(ids)


def _deeds() -> dict[Deed, str]:
    return {
        Deed.ADD: translate("Deed", "lägg till"),
        Deed.DELETE: translate("Deed", "ta bort"),
        Deed.RENAME: translate("Deed", "byt namn"),
        Deed.CHANGE: translate("Deed", "ändra"),
        Deed.STATUS: translate("Deed", "sätt status"),
        Deed.MOVE: translate("Deed", "flytta"),
        Deed.IMPORT: translate("Deed", "importera"),
        Deed.PASTE: translate("Deed", "klistra in"),
        Deed.RESTORE: translate("Deed", "återställ"),
        Deed.JOIN: translate("Deed", "ta in andras ändringar"),
    }


def done(edit: Edit) -> str:
    """What has been done, for the status bar and the screen reader; "" when it needs no words."""
    count = len(_touched(edit))
    match edit.deed:
        case Deed.DELETE:
            return translate("Done", "Borttaget: {0}. Ångra med Ctrl+Z.").format(posts(count))
        case Deed.STATUS:
            status = getattr(getattr(edit.changes[0], "after", None), "status", None)
            word = terms.statuses()[status] if status else ""
            return translate("Done", "{0} satt på {1}.").format(word, posts(count))
        case Deed.MOVE:
            return translate("Done", "Flyttat: {0}.").format(posts(count))
        case _:
            return ""


def undone(edit: Edit) -> str:
    """That an edit has been taken back."""
    return translate("Done", "Ångrat: {0}.").format(deed(edit))


def redone(edit: Edit) -> str:
    """That an edit has been done again."""
    return translate("Done", "Gjort om: {0}.").format(deed(edit))


def refusal(error: EditRefused) -> str:
    """Why an edit was refused, and what would be allowed."""
    if isinstance(error, WrongParent) and error.kind and error.above:
        return places.refused(error.kind, error.above)
    return _refusals().get(
        type(error), translate("Refusal", "Det går inte att göra här. Inget har ändrats.")
    )


def _refusals() -> dict[type[EditRefused], str]:
    return {
        EmptyTitle: translate("Refusal", "Det måste stå något här. Den förra texten är kvar."),
        NotPrintable: translate(
            "Refusal", "Texten har tecken som inte kan skrivas ut. Ta bort dem."
        ),
        WrongParent: translate("Refusal", "En sådan post kan inte ligga där. Inget har flyttats."),
        ImpossibleLevel: translate(
            "Refusal",
            "Risknivån är sannolikhet gånger konsekvens på skalan; med fyra steg var: 1, 2, 3, 4,"
            " 6, 8, 9, 12 eller 16.",
        ),
        ImpossibleScale: translate(
            "Refusal", "Skalan har 3–6 namngivna steg åt varje håll, och banden stiger från 1."
        ),
        OutOfScale: translate("Refusal", "Talet ligger utanför skalan."),
        NotANumber: translate("Refusal", "Skriv ett tal, till exempel 4,2."),
        NotADate: translate("Refusal", "Skriv ett datum som 2026-03-31 (år 1900 till 2200)."),
        NotAFootnoteKey: translate(
            "Refusal", "Märket är 1–40 tecken utan blanksteg och utan hakparentes."
        ),
        NotAnAddress: translate(
            "Refusal",
            "En länk är en webbadress (https://…) eller en e-postadress. Andra länkar kan inte"
            " skrivas i en plan.",
        ),
        NowhereToMove: translate("Refusal", "Det går inte att flytta längre åt det hållet."),
        PlanClosed: translate(
            "Refusal",
            "Planen är avslutad och går bara att läsa. Öppna den igen bland filens planer för att"
            " ändra i den.",
        ),
        OpenForReading: translate(
            "Refusal", "Filen är öppen för läsning. Välj Börja arbeta för att ändra i den."
        ),
        StaleEdit: translate("Refusal", "Posten har ändrats under tiden. Inget har gjorts."),
    }


def trouble(error: Exception) -> str:
    """What went wrong, that nothing was lost, and what to do."""
    match error:
        case EditRefused():
            return refusal(error)
        case StoreError():
            return _store(error)
        case OSError():
            return translate(
                "Trouble",
                "Filen kunde inte läsas eller skrivas. Inget i planen har ändrats. Kontrollera"
                " platsen och försök igen.",
            )
        case _:
            return translate(
                "Trouble", "Något gick fel. Det som står i planen är sparat. Försök igen."
            )


def _store(error: StoreError) -> str:
    if isinstance(error, TooNew) and error.program:
        return translate(
            "Trouble",
            "{0} är skriven med QPDesk {1}, och här är QPDesk {2}. Filen är orörd. Uppdatera"
            " programmet till version {1} eller senare.",
        ).format(error.path.name, error.program, __version__)
    words = _troubles().get(
        type(error),
        translate(
            "Trouble",
            "{0} kunde inte läsas eller skrivas. Det som redan står i planen är sparat på den"
            " här datorn. Försök igen.",
        ),
    )
    return words.format(error.path.name)


def _troubles() -> dict[type[StoreError], str]:
    return {
        NotFound: translate("Trouble", "{0} finns inte längre på sin plats. Leta upp den igen."),
        Vanished: translate(
            "Trouble",
            "{0} har tagits bort eller flyttats. Ditt arbete är sparat på den här datorn och skrivs"
            " till en ny fil på samma plats.",
        ),
        NotAPlanFile: translate(
            "Trouble", "{0} är ingen planfil. Filen är orörd. Välj en .qpd-fil."
        ),
        Damaged: translate(
            "Trouble",
            "{0} är skadad. Filen är orörd. Hämta en säkerhetskopia eller be om hjälp.",
        ),
        TooNew: translate(
            "Trouble",
            "{0} är skriven med en nyare version av programmet. Filen är orörd. Uppdatera"
            " programmet.",
        ),
        InUse: translate(
            "Trouble", "{0} är redan öppen på den här datorn. Använd det andra fönstret."
        ),
        DiskFull: translate(
            "Trouble",
            "Det finns ingen plats kvar på disken för {0}. Det som redan står i planen är sparat."
            " Frigör plats och försök igen.",
        ),
        ChangedElsewhere: translate(
            "Trouble",
            "{0} ändras av någon annan just nu. Ditt arbete är sparat på den här datorn. Försök"
            " igen om en stund.",
        ),
        NotPermitted: translate(
            "Trouble",
            "{0} får inte skrivas här. Det som redan står i planen är sparat på den här"
            " datorn. Be om skrivrätt eller spara på en annan plats.",
        ),
    }


def left_behind(error: StoreError) -> str:
    """At closing time: the user's file could not be written, and what happens now."""
    return translate(
        "Publish",
        "{0} kunde inte skrivas. Allt du har gjort är sparat på den här datorn och skrivs till"
        " filen nästa gång den öppnas här.",
    ).format(error.path.name)
