"""What an import found, in Swedish: each kind of finding, and where in the file it was."""

from collections.abc import Mapping

from qpdesk.services.importing import Spot

CODES: Mapping[str, str] = {
    "loose_text": "text utan plats i planen",
    "unknown_column": "kolumn med okänd rubrik",
    "unknown_table": "tabell av annat slag",
    "unknown_status": "okänd status",
    "no_owner": "text i en rad utan risk, egenkontroll eller åtgärd",
    "text_box": "textruta",
    "unused_note": "fotnot som ingen text hänvisar till",
    "no_cached_value": "formel utan uträknat värde",
    "comment": "kommentar i marginalen",
    "impossible_level": "risknivån är ingen produkt av två tal 1–4",
    "unreadable_value": "värde som inte gick att läsa",
    "several_levels": "flera risknivåer i samma ruta",
    "two_headings": "två rubriker före tabellen",
    "no_heading": "tabell utan rubrik före",
    "guessed_heading": "rubriken är gissad",
    "heading_with_text": "rubrik och text i samma stycke",
    "joined_title": "flera stycken blev en rubrik",
    "joined_row": "rad som delats av ett sidbyte sattes ihop",
    "guessed_status": "statusen är gissad av texten",
    "no_status": "statusen framgår inte",
    "no_label": "text utan rubrik",
    "guessed_note": "fotnotens märke är gissat",
    "nested_table": "tabell inne i en tabell",
    "no_column_heads": "tabell utan kolumnrubriker",
    "repaired_word": "avstavat ord sattes ihop",
    "guessed_title": "planens titel är gissad",
    "repeated_item": "upprepad post",
    "control_characters": "tecken som inte kan skrivas ut byttes ut",
    "new_id": "posten fick ett nytt id",
    "column_heads": "kolumnrubriker",
    "repeated_heads": "upprepade kolumnrubriker",
    "legend": "teckenförklaring",
    "contents": "innehållsförteckning",
    "page_header": "sidhuvud eller sidfot",
    "tracked_changes": "spårade ändringar",
    "level_mark": "färgmärke för risknivå",
    "numbered_list": "numrerad lista blev punktlista",
    "formula": "formel: det uträknade värdet togs med",
    "hidden": "dolt innehåll togs med",
    "link": "länk: texten togs med",
    "picture": "bild togs inte med",
    "macro": "makro togs inte med",
    "embedded": "inbäddat objekt togs inte med",
    "external": "hänvisning till en annan fil togs inte med",
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
