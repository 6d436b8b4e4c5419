"""Where the work is and what will happen to it, in words: saving, others on the file, openings."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from qpdesk import __version__
from qpdesk.gui.words import messages, past
from qpdesk.services.errors import (
    Damaged,
    DiskFull,
    InUse,
    NotAPlanFile,
    NotFound,
    NotPermitted,
    StoreError,
    TooNew,
    Vanished,
)

if TYPE_CHECKING:
    from qpdesk.services.history import Event, Presence  # they load the store; words must not

translate = QCoreApplication.translate

STANDS_THERE = (Damaged, NotAPlanFile)
"""Something else stands where the user's file was: only a person can say what shall be there."""


def unpublished(error: StoreError) -> str:
    """For the foot: where the work is while the user's own file cannot be written."""
    why = {
        NotFound: translate("Standing", "filen skrivs när mappen är tillbaka"),
        Vanished: translate("Standing", "filen är borta och skrivs igen om en stund"),
        DiskFull: translate("Standing", "filen skrivs när disken har plats"),
        NotPermitted: translate(
            "Standing", "filen är skrivskyddad eller öppen i ett annat program"
        ),
        InUse: translate("Standing", "filen är upptagen"),
        Damaged: translate("Standing", "filen har skadats av något annat"),
        NotAPlanFile: translate("Standing", "en annan sorts fil ligger på filens plats"),
        TooNew: translate("Standing", "filen är sparad av en nyare version"),
    }.get(type(error), translate("Standing", "filen skrivs när den går att nå"))
    return translate("Standing", "Sparat på den här datorn – {0}").format(why)


def waiting() -> str:
    """For the foot: the share or the disk takes its time."""
    return translate("Standing", "Sparat på den här datorn – väntar på filens plats …")


def closing() -> str:
    """For the foot: the file is being written for the last time."""
    return translate("Standing", "Sparat på den här datorn – skriver filen …")


def waits_to_close(path: Path) -> str:
    """What is being waited for before the file is closed, and what happens if it does not come."""
    return translate(
        "Standing",
        "Arbetet är sparat på den här datorn. QPDesk väntar på att {0} ska skrivas i {1}. Svarar"
        " platsen inte, stängs filen ändå om en stund och skrivs nästa gång den öppnas här.",
    ).format(path.name, path.parent)


def close_anyway() -> str:
    """On the button that ends that waiting."""
    return translate("Standing", "Stäng ändå")


def why_unpublished(error: StoreError, path: Path) -> str:
    """What keeps the user's file from being written, where the work is, what happens now."""
    words = _reasons().get(type(error), _out_of_reach())
    if isinstance(error, DiskFull) and error.path != path:
        words = translate(
            "Standing",
            "Disken på den här datorn är full, så {0} kan inte skrivas. Det som redan står i planen"
            " är sparat. Frigör plats; filen skrivs sedan av sig själv.",
        )
    if isinstance(error, TooNew) and error.program:
        words = translate(
            "Standing",
            "{0} har sparats av någon med QPDesk {1}, och här är QPDesk {2}. Filen rörs inte, och"
            " ditt arbete är sparat på den här datorn. Uppdatera programmet till version {1} eller"
            " senare; då läggs det ihop.",
        )
        return words.format(path.name, error.program, __version__)
    return words.format(path.name)


def _out_of_reach() -> str:
    return translate(
        "Standing",
        "{0} går inte att nå: nätverket eller disken svarar inte. Arbeta vidare; allt sparas på den"
        " här datorn, och filen skrivs av sig själv när den går att nå igen.",
    )


def _reasons() -> dict[type[StoreError], str]:
    elsewhere = translate(
        "Standing",
        " Den rörs inte, och ditt arbete är sparat på den här datorn. Lägg tillbaka det, så sparas"
        " det som nu ligger där bland säkerhetskopiorna, eller spara en kopia på en annan plats.",
    )
    return {
        NotFound: translate(
            "Standing",
            "Mappen där {0} ligger går inte att nå: nätverket, stickan eller mappen är borta."
            " Arbeta vidare; allt sparas på den här datorn, och filen skrivs av sig själv när"
            " mappen är tillbaka.",
        ),
        Vanished: translate(
            "Standing",
            "{0} har tagits bort, flyttats eller fått ett annat namn av någon. Arbeta vidare; allt"
            " är sparat på den här datorn, och filen skrivs igen på samma plats om en stund.",
        ),
        DiskFull: translate(
            "Standing",
            "Disken där {0} ligger är full. Arbeta vidare; allt sparas på den här datorn, och filen"
            " skrivs av sig själv när disken har plats.",
        ),
        NotPermitted: translate(
            "Standing",
            "{0} går inte att skriva: den är skrivskyddad, öppen i ett annat program, eller så"
            " saknar du skrivrätt. Arbeta vidare; allt sparas på den här datorn, och filen skrivs"
            " av sig själv när det går.",
        ),
        Damaged: translate("Standing", "{0} har skadats av något annat.") + elsewhere,
        NotAPlanFile: translate("Standing", "Där {0} låg ligger nu en annan sorts fil.")
        + elsewhere,
        TooNew: translate(
            "Standing",
            "{0} har sparats av någon med en nyare version av programmet. Filen rörs inte, och ditt"
            " arbete är sparat på den här datorn. Uppdatera programmet; då läggs det ihop.",
        ),
    }


def written_again(path: Path) -> str:
    """That the trouble is over."""
    return translate("Standing", "{0} är skriven igen. Allt är sparat.").format(path.name)


def put_back(path: Path) -> str:
    """That the file was not there any more."""
    return translate(
        "Standing",
        "{0} hade tagits bort, flyttats eller fått ett annat namn. Ditt arbete är skrivet till en"
        " ny fil på samma plats.",
    ).format(path.name)


# ----------------------------------------------------------------- others on the file


def opened_by(other: "Presence", path: Path) -> str:
    """Who has the file open, since when, on which computer."""
    return translate("Standing", "{0} är öppen hos {1} sedan {2}, på datorn {3}.").format(
        path.name,
        past.who(other.who),
        past.when(other.since),
        other.computer or translate("Standing", "okänd"),
    )


def what_two_can_do() -> str:
    """What opening a file that another has open comes to."""
    return translate(
        "Standing",
        "Arbetar du vidare läggs era ändringar ihop av sig själva, och inget skrivs över. Läser du"
        " bara visas den andras ändringar efter hand.",
    )


def is_here_too(other: "Presence") -> str:
    """That another works with the file at the same time."""
    return translate(
        "Standing",
        "{0} arbetar också i filen (sedan {1}, på datorn {2}). Era ändringar läggs ihop efter"
        " hand.",
    ).format(past.who(other.who), past.when(other.since), other.computer)


def only_reading(other: "Presence | None") -> str:
    """That the file is open for reading only."""
    words = translate("Standing", "Filen är öppen för läsning. Andras ändringar visas efter hand.")
    if other is None:
        return words
    works = translate("Standing", "{0} arbetar i den.").format(past.who(other.who))
    return f"{words} {works}"


def for_reading() -> str:
    """For the foot."""
    return translate("Standing", "Öppen för läsning")


def joined(events: Sequence["Event"], conflicts: int) -> str:
    """After others' edits have been taken in: how many, whose, what is left to decide."""
    names = sorted({past.who(event.who) for event in events})
    whose = QLocale().createSeparatedList(names)
    count = messages.plural(
        len(events), translate("Count", "ändring"), translate("Count", "ändringar")
    )
    words = translate("Standing", "{0} från {1} lades till").format(count, whose)
    return f"{words}, {_to_decide(conflicts)}." if conflicts else f"{words}."


def to_decide(conflicts: int) -> str:
    """How much people have said differently."""
    return translate(
        "Standing", "{0}: två har skrivit olika om samma sak. Båda uppgifterna är kvar."
    ).format(_to_decide(conflicts).capitalize())


def _to_decide(conflicts: int) -> str:
    return translate("Standing", "{0} att ta ställning till").format(QLocale().toString(conflicts))


def copy_beside(other: Path) -> str:
    """That a copy with edits of its own lies beside the file."""
    return translate(
        "Standing",
        "Bredvid filen ligger en kopia, {0}, med ändringar som saknas här. Slås de ihop är kopian"
        " kvar som den är.",
    ).format(other.name)


# ----------------------------------------------------------------- openings


def noticed(notice: str, path: Path) -> str:
    """What was not as usual at opening; ``notice`` is the name of one of the store's notices."""
    return {
        "MOVED": translate(
            "Standing",
            "{0} har flyttats eller fått ett nytt namn. Det du har gjort här följde med.",
        ),
        "COPY_MENDED": translate(
            "Standing",
            "Arbetskopian av {0} på den här datorn var skadad och har gjorts om ur sin historik."
            " Inget har gått förlorat.",
        ),
        "COPY_SET_ASIDE": translate(
            "Standing",
            "Arbetskopian av {0} på den här datorn var skadad. Det som visas är filen som den"
            " senast skrevs; den skadade kopian är undanlagd bland säkerhetskopiorna.",
        ),
        "FROM_GENERATION": translate(
            "Standing",
            "{0} var skadad eller tom. Den är återställd från versionen som låg bredvid."
            " Kontrollera det som skrevs sist.",
        ),
        "FROM_BACKUP": translate(
            "Standing",
            "{0} var skadad. Den är återställd från den senaste hela säkerhetskopian. Kontrollera"
            " det som skrevs sist; den skadade filen är sparad bland säkerhetskopiorna.",
        ),
    }[notice].format(path.name)


def restored(path: Path) -> str:
    """That a damaged file was put right from the working copy."""
    return translate(
        "Standing",
        "{0} var skadad. Den är återställd från arbetskopian på den här datorn, med allt som gjorts"
        " här. Den skadade filen är sparad bland säkerhetskopiorna.",
    ).format(path.name)


def is_here_still() -> str:
    """That the work in a file that is gone is not."""
    return translate(
        "Standing",
        "Arbetet som gjorts i filen finns kvar på den här datorn och kan läggas tillbaka.",
    )


def shall_restore(path: Path) -> str:
    """Whether to put our work where another kind of file stands now."""
    return translate(
        "Standing",
        "{0} är inte längre en planfil: den har skadats eller bytts ut. Arbetet som gjorts i den"
        " finns kvar på den här datorn. Ska det läggas tillbaka? Det som ligger där nu sparas bland"
        " säkerhetskopiorna.",
    ).format(path.name)
