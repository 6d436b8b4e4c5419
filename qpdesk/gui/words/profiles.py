"""Words about the municipality's profile: its parts, whose it is, and why one is refused."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from qpdesk.services.profiles import ProfileRefused, Source

translate = QCoreApplication.translate


def name(part: str) -> str:
    """What a part of a profile is called."""
    return {
        "logo": translate("Profile", "Logotyp"),
        "logo_text": translate("Profile", "Vad logotypen visar"),
        "colour": translate("Profile", "Färg"),
        "header": translate("Profile", "Text i sidhuvudet"),
        "footer": translate("Profile", "Text i sidfoten"),
        "font": translate("Profile", "Typsnitt"),
        "font_bold": translate("Profile", "Typsnitt, fet stil"),
        "band": translate("Profile", "Färgfält upptill"),
        "logo_place": translate("Profile", "Logotypens plats"),
        "picture": translate("Profile", "Omslagsbild"),
        "picture_text": translate("Profile", "Vad bilden visar"),
        "sender": translate("Profile", "Avsändare"),
        "address": translate("Profile", "Adress"),
        "phone": translate("Profile", "Telefon"),
        "email": translate("Profile", "E-post"),
        "web": translate("Profile", "Webbplats"),
    }.get(part, part)


def choices(part: str) -> dict[str, str]:
    """What may be chosen for a part of a profile, in words; the first is what holds by itself."""
    return {
        "band": {
            "thin": translate("Profile", "Smalt"),
            "wide": translate("Profile", "Brett"),
            "none": translate("Profile", "Inget"),
        },
        "logo_place": {
            "left": translate("Profile", "Till vänster"),
            "middle": translate("Profile", "I mitten"),
            "right": translate("Profile", "Till höger"),
        },
    }[part]


def whose(source: "Source", folder: Path | None, file: Path | None) -> str:
    """Whose profile is shown, and where it is kept."""
    if source.value == "organisation":
        return translate("Profile", "Bestämt av organisationen: {0}").format(folder or "–")
    if file is None:
        return translate(
            "Profile", "Gäller alla filer på den här datorn som inte har en egen profil."
        )
    return translate(
        "Profile",
        "Gäller dokument ur {0}. Profilen ligger i mappen {1} bredvid filen: flytta båda om filen"
        " flyttas.",
    ).format(file.name, file.with_suffix(".profil").name)


def too_light(colour: str, offered: str) -> str:
    """That a colour cannot be used for text, and which can."""
    return translate(
        "Profile",
        "Text i {0} är för ljus för att kunna läsas (WCAG AA). Närmaste nyans som går är {1}.",
    ).format(colour, offered)


def refused(error: "ProfileRefused") -> str:
    """Why a profile cannot be kept: to whoever fills in its fields."""
    why = {
        "unreadable": translate("Profile", "Filen saknas eller går inte att läsa."),
        "not_text": translate("Profile", "En text får vara högst 200 tecken på en rad."),
        "outside": translate("Profile", "Filen saknas eller går inte att läsa."),
        "no_logo_text": translate(
            "Profile", "Skriv vad logotypen visar, för den som inte ser den."
        ),
        "logo": translate(
            "Profile", "Logotypen ska vara en hel PNG- eller SVG-bild på högst 4 MB."
        ),
        "picture": translate(
            "Profile",
            "Omslagsbilden ska vara en hel JPEG-, PNG- eller SVG-bild på högst 10 MB och 25"
            " miljoner bildpunkter.",
        ),
        "colour": translate("Profile", "Färgen skrivs som #rrggbb."),
        "contrast": translate("Profile", "Text i färgen är för ljus för att kunna läsas."),
        "font": translate("Profile", "Typsnittet ska vara en TrueType-fil som får bäddas in."),
    }.get(error.why.value, error.why.value)
    where = f"{name(error.key)}: " if error.key else ""
    return f"{where}{why}"


def unwearable(error: "ProfileRefused") -> str:
    """Why a document could not wear a profile: to whoever writes its file by hand."""
    why = {
        "unreadable": translate("Profile", "filen saknas eller går inte att läsa"),
        "unknown_key": translate("Profile", "nyckeln är okänd"),
        "not_text": translate("Profile", "värdet ska vara en kort text"),
        "outside": translate("Profile", "filen finns inte i profilens mapp"),
        "no_logo_text": translate("Profile", "det saknas en text om vad logotypen visar"),
        "logo": translate("Profile", "logotypen ska vara en PNG- eller SVG-bild"),
        "picture": translate(
            "Profile", "omslagsbilden ska vara en JPEG-, PNG- eller SVG-bild på högst 10 MB"
        ),
        "choice": translate("Profile", "ordet går inte att välja"),
        "colour": translate("Profile", "färgen ska skrivas som #rrggbb"),
        "contrast": translate("Profile", "text i färgen är för ljus för att kunna läsas"),
        "font": translate("Profile", "typsnittet går inte att bädda in"),
    }[error.why.value]
    where = f" ({error.key})" if error.key else ""
    offer = (
        translate("Profile", " Välj mellan: {0}.")
        if error.why.value == "choice"
        else translate("Profile", " Närmaste nyans som går: {0}.")
    ).format(error.offer)
    return translate(
        "Profile", "Kommunens profil{0}: {1}.{2} Inget dokument har skrivits, planen är orörd."
    ).format(where, why, offer if error.offer else "")


def saved(folder: Path) -> str:
    """That a profile is kept."""
    return translate("Profile", "Profilen är sparad i {0} och gäller från nästa dokument.").format(
        folder
    )


def removed() -> str:
    """That a profile is taken away."""
    return translate("Profile", "Profilen är borttagen. Dokumenten får QPDesks eget utseende.")


def not_kept() -> str:
    """That a profile could not be kept, and what to do."""
    return translate(
        "Profile",
        "Profilen kunde inte sparas. Den förra är kvar som den var. Kontrollera att du får skriva i"
        " mappen, och försök igen.",
    )
