"""What the documents of a plan are called where one chooses between them."""

from PySide6.QtCore import QCoreApplication, QLocale

from qpdesk.domain.nodes import Kind, Plan, title_of
from qpdesk.domain.parts import units
from qpdesk.domain.register import Register
from qpdesk.gui.words import messages
from qpdesk.services.printing import ReportKind

translate = QCoreApplication.translate

_LENGTH = 60
WHOLE, AREA, UNIT = "", "area:", "unit:"
"""What stands for a part: nothing, or one of these with an id or a name after it."""
Choice = tuple[str, object]


def kinds(plan: Plan) -> list[Choice]:
    """The kinds of document, with what stands for each."""
    year = "" if plan.year is None else f" {plan.year}"
    return [
        (translate("Documents", "Planen"), ReportKind.PLAN),
        (translate("Documents", "Uppföljningen"), ReportKind.FOLLOW_UP),
        (translate("Documents", "Indikatorerna"), ReportKind.INDICATORS),
        (translate("Documents", "Det som inte är redovisat"), ReportKind.UNREPORTED),
        (translate("Documents", "Kvalitetsberättelse{0}").format(year), ReportKind.YEAR_REPORT),
    ]


def parts(register: Register, plan: Plan) -> list[Choice]:
    """The whole plan, each of its areas, each unit of the organisation that it names."""
    area, unit = translate("Documents", "Område: {0}"), translate("Documents", "Enhet: {0}")
    return [
        (translate("Documents", "Hela planen"), WHOLE),
        *(
            (area.format(messages.cut(title_of(node), _LENGTH)), f"{AREA}{node.id}")
            for node in register.children(plan.id, Kind.AREA)
        ),
        *(
            (unit.format(messages.cut(name, _LENGTH)), f"{UNIT}{name}")
            for name in units(register, plan.id)
        ),
    ]


def page_of(page: int, pages: int) -> str:
    """Which page of how many, both counted from 1."""
    return translate("Documents", "Sida {0} av {1}").format(page, pages)


def hits(number: int, count: int, *, is_done: bool) -> str:
    """Which hit of how many; 0 for none of them."""
    if not count:
        return translate("Documents", "Inga träffar") if is_done else ""
    locale = QLocale()
    found = locale.toString(count) + ("" if is_done else " …")
    return translate("Documents", "{0} av {1} träffar").format(locale.toString(number), found)
