"""What an import found, in Swedish: each kind of finding, and where in the file it was."""

from collections.abc import Mapping

from qpdesk.services.importing import Code, Spot

CODES: Mapping[Code, str] = {
    Code.LOOSE_TEXT: "text utan plats i planen",
    Code.UNKNOWN_COLUMN: "kolumn med okänd rubrik",
    Code.UNKNOWN_TABLE: "tabell av annat slag",
    Code.UNKNOWN_STATUS: "okänd status",
    Code.NO_OWNER: "text i en rad utan risk, egenkontroll eller åtgärd",
    Code.TEXT_BOX: "textruta",
    Code.UNUSED_NOTE: "fotnot som ingen text hänvisar till",
    Code.NO_CACHED_VALUE: "formel utan uträknat värde",
    Code.COMMENT: "kommentar i marginalen",
    Code.IMPOSSIBLE_LEVEL: "risknivån är ingen produkt av två tal 1–4",
    Code.UNREADABLE_VALUE: "värde som inte gick att läsa",
    Code.SEVERAL_LEVELS: "flera risknivåer i samma ruta",
    Code.TWO_HEADINGS: "två rubriker före tabellen",
    Code.NO_HEADING: "tabell utan rubrik före",
    Code.GUESSED_HEADING: "rubriken är gissad",
    Code.HEADING_WITH_TEXT: "rubrik och text i samma stycke",
    Code.JOINED_TITLE: "flera stycken blev en rubrik",
    Code.JOINED_ROW: "rad som delats av ett sidbyte sattes ihop",
    Code.GUESSED_STATUS: "statusen är gissad av texten",
    Code.NO_STATUS: "statusen framgår inte",
    Code.NO_LABEL: "text utan rubrik",
    Code.GUESSED_NOTE: "fotnotens märke är gissat",
    Code.NESTED_TABLE: "tabell inne i en tabell",
    Code.NO_COLUMN_HEADS: "tabell utan kolumnrubriker",
    Code.REPAIRED_WORD: "avstavat ord sattes ihop",
    Code.GUESSED_TITLE: "planens titel är gissad",
    Code.CONTROL_CHARACTERS: "tecken som inte kan skrivas ut byttes ut",
    Code.NEW_ID: "posten fick ett nytt id",
    Code.COLUMN_HEADS: "kolumnrubriker",
    Code.REPEATED_HEADS: "upprepade kolumnrubriker",
    Code.REPEATED_ITEM: "upprepad post",
    Code.LEGEND: "teckenförklaring",
    Code.CONTENTS: "innehållsförteckning",
    Code.PAGE_HEADER: "sidhuvud eller sidfot",
    Code.TRACKED_CHANGES: "spårade ändringar",
    Code.LEVEL_MARK: "färgmärke för risknivå",
    Code.NUMBERED_LIST: "numrerad lista blev punktlista",
    Code.FORMULA: "formel: det uträknade värdet togs med",
    Code.HIDDEN: "dolt innehåll togs med",
    Code.LINK: "länk: texten togs med",
    Code.PICTURE: "bild togs inte med",
    Code.MACRO: "makro togs inte med",
    Code.EMBEDDED: "inbäddat objekt togs inte med",
    Code.EXTERNAL: "hänvisning till en annan fil togs inte med",
}

_PLACES = {
    "sheet": "blad",
    "page": "sida",
    "table": "tabell",
    "row": "rad",
    "column": "kolumn",
    "paragraph": "stycke",
    "path": "",
}


def place_of(spot: Spot) -> str:
    """Where in the file: ``sida 3, tabell 1, rad 5``."""
    parts = (
        f"{word} {getattr(spot, name)}".strip()
        for name, word in _PLACES.items()
        if getattr(spot, name)
    )
    return ", ".join(parts)
