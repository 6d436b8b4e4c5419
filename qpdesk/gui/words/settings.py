"""Words about settings: what each is called, its choices, and who decided it."""

from PySide6.QtCore import QCoreApplication

from qpdesk.system.settings import Colours, Language, Origin, Unclear

translate = QCoreApplication.translate


def name(setting: str) -> str:
    """What a setting is called."""
    return {
        "author": translate("Settings", "Ditt namn"),
        "language": translate("Settings", "Språk"),
        "colours": translate("Settings", "Färger"),
        "zoom": translate("Settings", "Textstorlek"),
        "spelling": translate("Settings", "Stavning"),
        "default_folder": translate("Settings", "Mapp för planfiler"),
        "profile": translate("Settings", "Kommunens profil"),
        "export_folders": translate("Settings", "Mappar för export"),
    }.get(setting, setting)


def languages() -> dict[Language, str]:
    """Each language by its own name, so that everybody finds theirs."""
    return {Language.SWEDISH: "Svenska", Language.ENGLISH: "English"}


def schemes() -> dict[Colours, str]:
    """The colour schemes."""
    return {
        Colours.SYSTEM: translate("Settings", "Som systemet"),
        Colours.LIGHT: translate("Settings", "Ljusa"),
        Colours.DARK: translate("Settings", "Mörka"),
    }


def decided(origin: Origin) -> str:
    """Who decided a setting, where that is not the user or nobody."""
    if origin is Origin.ORGANISATION:
        return translate("Settings", "Bestämt av organisationen")
    return ""


def problem(found: Unclear) -> str:
    """That the organisation's word could not be understood, and what holds until it is."""
    if not found.setting:
        return translate(
            "Settings",
            "Organisationens inställningar går inte att läsa ({0}). Tills de har rättats gäller"
            " standardvärden, och export är avstängd.",
        ).format(found.detail)
    return translate(
        "Settings",
        "Organisationens inställning ”{0}” har ett värde som QPDesk inte förstår. Standardvärdet"
        " gäller tills it-avdelningen har rättat det.",
    ).format(name(found.setting))
