"""What an import found, in words: the code of each finding and the place in the file."""

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from qpdesk.domain.nodes import Kind, Measure, Node, Risk
from qpdesk.gui.words import terms

if TYPE_CHECKING:
    from qpdesk.services.importing import Finding, Reading, Spot

translate = QCoreApplication.translate


def weights() -> dict[str, str]:
    """The headings of the report, the most pressing first."""
    return {
        "unplaced": translate("Finding", "Kunde inte placeras – texten finns bara här"),
        "uncertain": translate("Finding", "Osäkert – kontrollera"),
        "noted": translate("Finding", "Bra att veta"),
    }


def state(node: Node) -> str:
    """A risk's level or a measure's status, to be looked over."""
    match node:
        case Risk(level=int(level)):
            return translate("Finding", "risknivå {0}").format(level)
        case Measure(status=status):
            return terms.statuses()[status]
        case _:
            return ""


def summary(reading: "Reading") -> str:
    """How many items of each kind were found."""
    return counted(reading.counts)


def counted(counts: Counter[Kind]) -> str:
    """How many items of each kind there are."""
    words = _many()
    parts = [f"{counts[kind]} {words[kind][counts[kind] != 1]}" for kind in words if counts[kind]]
    return ", ".join(parts) or translate("Finding", "ingenting")


def place(spot: "Spot") -> str:
    """Where in the file."""
    parts = [
        (spot.sheet, translate("Finding", "blad {0}")),
        (spot.page, translate("Finding", "sida {0}")),
        (spot.table, translate("Finding", "tabell {0}")),
        (spot.row, translate("Finding", "rad {0}")),
        (spot.column, translate("Finding", "kolumn {0}")),
        (spot.paragraph if not spot.table else 0, translate("Finding", "stycke {0}")),
        (spot.path, "{0}"),
    ]
    return ", ".join(words.format(value) for value, words in parts if value)


def sentence(finding: "Finding") -> str:
    """What a finding is about."""
    return _codes().get(finding.code.value, finding.code.value)


def _many() -> dict[Kind, tuple[str, str]]:
    one = {kind: word.lower() for kind, word in terms.kinds().items()}
    return {
        Kind.AREA: (one[Kind.AREA], translate("Finding", "processområden")),
        Kind.RISK: (one[Kind.RISK], translate("Finding", "risker")),
        Kind.CONTROL: (one[Kind.CONTROL], translate("Finding", "egenkontroller")),
        Kind.MEASURE: (one[Kind.MEASURE], translate("Finding", "åtgärder")),
        Kind.CHAPTER: (one[Kind.CHAPTER], translate("Finding", "kapitel")),
        Kind.FOOTNOTE: (one[Kind.FOOTNOTE], translate("Finding", "fotnoter")),
        Kind.INDICATOR: (one[Kind.INDICATOR], translate("Finding", "indikatorer")),
        Kind.OBSERVATION: (one[Kind.OBSERVATION], translate("Finding", "utfall")),
        Kind.RESULT: (one[Kind.RESULT], translate("Finding", "resultat")),
    }


def _codes() -> dict[str, str]:
    return _unplaced() | _uncertain() | _noted()


def _unplaced() -> dict[str, str]:
    return {
        "loose_text": translate("Finding", "Text utan plats i planen"),
        "unknown_column": translate("Finding", "Kolumn med okänd rubrik"),
        "unknown_table": translate("Finding", "Tabell av annat slag"),
        "unknown_status": translate("Finding", "Okänd status"),
        "no_owner": translate("Finding", "Text i en rad utan risk, kontroll eller åtgärd"),
        "text_box": translate("Finding", "Textruta"),
        "unused_note": translate("Finding", "Fotnot som ingen text hänvisar till"),
        "no_cached_value": translate("Finding", "Formel utan uträknat värde"),
        "comment": translate("Finding", "Kommentar i marginalen"),
    }


def _uncertain() -> dict[str, str]:
    return {
        "impossible_level": translate("Finding", "Risknivån går inte att få av två tal 1–4"),
        "unreadable_value": translate("Finding", "Värdet gick inte att läsa"),
        "several_levels": translate("Finding", "Flera risknivåer i samma ruta"),
        "two_headings": translate("Finding", "Två rubriker före tabellen"),
        "no_heading": translate("Finding", "Tabell utan rubrik före"),
        "guessed_heading": translate("Finding", "Rubriken är gissad"),
        "heading_with_text": translate("Finding", "Rubrik och text i samma stycke"),
        "joined_title": translate("Finding", "Flera stycken blev en rubrik"),
        "joined_row": translate("Finding", "Rad som delats av ett sidbyte sattes ihop"),
        "guessed_status": translate("Finding", "Statusen är gissad av texten"),
        "no_status": translate("Finding", "Statusen framgår inte"),
        "no_label": translate("Finding", "Text utan rubrik"),
        "guessed_note": translate("Finding", "Fotnotsmärket är gissat"),
        "nested_table": translate("Finding", "Tabell inne i en tabell"),
        "no_column_heads": translate("Finding", "Tabell utan kolumnrubriker"),
        "repaired_word": translate("Finding", "Avstavat ord sattes ihop"),
        "guessed_title": translate("Finding", "Planens namn är gissat"),
        "control_characters": translate("Finding", "Tecken som inte kan skrivas ut byttes"),
        "new_id": translate("Finding", "Posten fick ett nytt märke"),
    }


def _noted() -> dict[str, str]:
    return {
        "column_heads": translate("Finding", "Kolumnrubriker"),
        "repeated_heads": translate("Finding", "Upprepade kolumnrubriker"),
        "repeated_item": translate("Finding", "Upprepad post"),
        "legend": translate("Finding", "Teckenförklaring"),
        "contents": translate("Finding", "Innehållsförteckning"),
        "page_header": translate("Finding", "Sidhuvud eller sidfot"),
        "tracked_changes": translate("Finding", "Spårade ändringar"),
        "level_mark": translate("Finding", "Färgmärke för risknivå"),
        "numbered_list": translate("Finding", "Numrerad lista blev punktlista"),
        "formula": translate("Finding", "Formel: det uträknade värdet togs med"),
        "hidden": translate("Finding", "Dolt innehåll togs med"),
        "link": translate("Finding", "Länk: texten togs med"),
        "picture": translate("Finding", "Bild togs inte med"),
        "macro": translate("Finding", "Makro togs inte med"),
        "embedded": translate("Finding", "Inbäddat objekt togs inte med"),
        "external": translate("Finding", "Hänvisning till en annan fil togs inte med"),
    }
