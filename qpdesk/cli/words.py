"""What the command line says: Swedish sentences for everything that the services can answer."""

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from qpdesk import __version__
from qpdesk.domain.nodes import Kind, Node, Status, title_of
from qpdesk.services.checking import Check, Problem
from qpdesk.services.errors import (
    Damaged,
    DiskFull,
    EditRefused,
    InUse,
    NotAPlanFile,
    NotFound,
    NotPermitted,
    StoreError,
    TooNew,
)
from qpdesk.services.importing import ImportFailed, Reason, Weight
from qpdesk.services.permission import Unclear
from qpdesk.services.printing import PrintFailed, ProfileRefused, Unfit
from qpdesk.services.showing import NoSuchPlan

KINDS: Mapping[Kind, tuple[str, str]] = {
    Kind.PLAN: ("plan", "planer"),
    Kind.AREA: ("processområde", "processområden"),
    Kind.RISK: ("risk", "risker"),
    Kind.CONTROL: ("egenkontroll", "egenkontroller"),
    Kind.MEASURE: ("åtgärd", "åtgärder"),
    Kind.CHAPTER: ("kapitel", "kapitel"),
    Kind.FOOTNOTE: ("fotnot", "fotnoter"),
    Kind.INDICATOR: ("indikator", "indikatorer"),
    Kind.RESULT: ("resultat", "resultat"),
    Kind.OBSERVATION: ("utfall", "utfall"),
}
"""One and several of each kind, in the order they are counted up."""

STATUSES: Mapping[Status, str] = {
    Status.NOT_STARTED: "ej påbörjad",
    Status.ONGOING: "pågår",
    Status.COMPLETED: "klar",
    Status.ONGOING_NEXT_YEAR: "fortsätter nästa år",
    Status.DISCONTINUED: "utgått",
}

WEIGHTS: Mapping[Weight, str] = {
    Weight.UNPLACED: "Kunde inte placeras, texten finns bara här",
    Weight.UNCERTAIN: "Osäkert, kontrollera",
    Weight.NOTED: "Bra att veta",
}

REASONS: Mapping[Reason, str] = {
    Reason.NOT_FOUND: "filen finns inte",
    Reason.NOT_PERMITTED: "filen får inte läsas",
    Reason.EMPTY: "filen är tom",
    Reason.UNKNOWN_FORMAT: "filen är varken Word, Excel eller JSON",
    Reason.OLD_FORMAT: "filen är i ett äldre format; spara den som .docx eller .xlsx först",
    Reason.ENCRYPTED: "filen är låst med lösenord; spara en kopia utan lösenord först",
    Reason.DAMAGED: "filen är skadad",
    Reason.TOO_LARGE: "filen är större än någon plan kan vara",
    Reason.UNSAFE: "filen har ett innehåll som inte är säkert att läsa",
    Reason.NOT_JSON: "filen är ingen JSON",
    Reason.OTHER_JSON: "filen är JSON, men ingen kvalitetsplan",
    Reason.WRONG_VERSION: "filen är skriven för en annan version av formatet",
    Reason.WRONG_VALUE: "ett värde går inte att förstå",
    Reason.MISSING: "något som måste finnas saknas",
    Reason.TWICE: "samma märke står två gånger",
    Reason.NOTHING_FOUND: "filen har ingen tabell eller rubrik som hör till en plan",
}

CHECKS: Mapping[Check, str] = {
    Check.HEADER: "filens början är inte en planfils",
    Check.SCHEMA: "filen har en annan uppbyggnad än en planfil",
    Check.PAGES: "en del av filen är skadad",
    Check.REFERENCES: "en post hör till något som inte finns",
    Check.LOG: "historiken hänger inte ihop",
    Check.TABLES: "innehållet stämmer inte med historiken",
}


def counted(kinds: Counter[Kind]) -> str:
    """Figures in words: ``3 processområden, 1 risk``."""
    parts = [f"{kinds[kind]} {KINDS[kind][kinds[kind] != 1]}" for kind in KINDS if kinds[kind]]
    return ", ".join(parts) or "ingenting"


PROFILE = {
    Unfit.UNREADABLE: "profile.toml eller profile.json saknas i mappen eller går inte att läsa",
    Unfit.UNKNOWN_KEY: "en inställning som inte finns",
    Unfit.NOT_TEXT: "ska vara en text på en rad, högst 200 tecken",
    Unfit.OUTSIDE: "filen finns inte i profilens mapp",
    Unfit.NO_LOGO_TEXT: "logotypen behöver en text för den som inte ser den",
    Unfit.LOGO: "logotypen ska vara en PNG-bild på högst 4 MB och 25 miljoner bildpunkter, eller en"
    " SVG-bild på högst 1 MB med bara former: gör text till konturer",
    Unfit.PICTURE: "omslagsbilden ska vara en JPEG-, PNG- eller SVG-bild på högst 10 MB och 25"
    " miljoner bildpunkter",
    Unfit.CHOICE: "ordet finns inte bland dem som går att välja",
    Unfit.COLOUR: "färgen skrivs som #rrggbb",
    Unfit.CONTRAST: "text i färgen är för ljus för att kunna läsas (WCAG AA, 4,5:1)",
    Unfit.FONT: "typsnittet ska vara en TrueType-fil (.ttf) som får bäddas in",
}


def trouble(error: Exception) -> str | None:
    """The one sentence about a failure that is no fault of ours; None for all others."""
    match error:
        case StoreError():
            return _store(error)
        case PrintFailed() | ProfileRefused():
            return _printing(error)
        case EditRefused():
            return "Planen tar inte emot det här. Inget har ändrats."
        case NoSuchPlan():
            return _no_such_plan(error)
        case FileExistsError():
            return f"{error}: finns redan och har inte rörts. Välj ett annat namn."
        case _:
            return None


def _printing(error: PrintFailed | ProfileRefused) -> str:
    if isinstance(error, PrintFailed):
        return f"{error.path}: kunde inte skrivas. En äldre fil ligger kvar. ({error.detail})"
    where = f" ({error.key})" if error.key else ""
    offered = "Välj mellan" if error.why is Unfit.CHOICE else "Närmaste nyans som går"
    offer = f" {offered}: {error.offer}." if error.offer else ""
    return f"Kommunens profil{where}: {PROFILE[error.why]}.{offer} Inget skrevs."


def unreadable(source: Path, error: ImportFailed) -> str:
    """Why a file cannot be imported."""
    place = f" ({error.place})" if error.place else ""
    return f"{source}: {REASONS[error.reason]}{place}. Inget har ändrats."


def unsound(path: Path, problem: Problem) -> str:
    """What is wrong with a plan file."""
    detail = f" ({problem.detail})" if problem.detail else ""
    return f"{path}: {CHECKS[problem.check]}{detail}. Filen är orörd."


def _no_such_plan(error: NoSuchPlan) -> str:
    if not error.plans:
        return "Filen har ingen plan."
    asked = f"Ingen plan, eller mer än en, heter {error.asked}." if error.asked else "Vilken plan?"
    choices = "; ".join(f"{plan.title} ({plan.id})" for plan in error.plans)
    return f"{asked} Ange --plan med titel eller id: {choices}"


def _store(error: StoreError) -> str:
    match error:
        case NotFound():
            text = "finns inte."
        case NotAPlanFile():
            text = "är ingen planfil. Filen är orörd."
        case Damaged():
            text = "är skadad. Filen är orörd. Hämta en säkerhetskopia eller be om hjälp."
        case TooNew(program=program):
            version = f"QPDesk {program}" if program else "en nyare version av QPDesk"
            text = f"är skriven med {version}, och här är {__version__}. Filen är orörd."
        case InUse():
            text = "är öppen i ett annat fönster på den här datorn. Inget har ändrats."
        case DiskFull():
            text = "får inte plats på disken. En äldre fil ligger kvar."
        case NotPermitted():
            text = "får inte läsas eller skrivas. En äldre fil ligger kvar."
        case _:
            text = "kunde inte läsas eller skrivas. En äldre fil ligger kvar."
    return f"{error.path}: {text}"


def no_area(asked: str, areas: Sequence[Node]) -> str:
    """That the plan has no such area, and which it has."""
    known = "; ".join(map(title_of, areas)) or "inga"
    return f"Planen har inget område ”{asked}”. Den har: {known}"


def no_unit(asked: str, units: Sequence[str]) -> str:
    """That nothing in the plan is of that unit, and which units are named."""
    return (
        f"Ingen redovisning i planen gäller enheten ”{asked}”. Den har: {', '.join(units) or '-'}"
    )


def not_allowed(file: Path, folders: Sequence[Path], problems: Sequence[Unclear]) -> str:
    """That the organisation does not allow exports there, and what of its word is unclear."""
    allowed = ", ".join(map(str, folders)) or "ingenstans just nu"
    said = f"{file}: organisationen tillåter inte export dit. Inget skrevs. Tillåtet: {allowed}"
    return ". ".join([said, *map(_unclear, problems)])


def _unclear(problem: Unclear) -> str:
    if not problem.setting:
        return f"Organisationens inställningar går inte att läsa ({problem.detail})"
    return f"Organisationens inställning {problem.setting} har ett värde som inte går att förstå"
