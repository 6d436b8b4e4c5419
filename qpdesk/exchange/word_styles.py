"""What a Word paragraph's style makes of it: heading, title, list item. By meaning, not by name."""

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from qpdesk.exchange.pages import Role

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_HEADING = re.compile(r"(?:heading|rubrik|överskrift|otsikko)\s*([1-9])\b")
_MAY_BE_HEADINGS = frozenset({Role.BODY, Role.INDICATOR})
_ROLES = {
    **dict.fromkeys(("subtitle", "underrubrik", "undertitel"), Role.SUBTITLE),
    **dict.fromkeys(("omslagstext", "omslagspunkt"), Role.TARGET_GROUP),
    **dict.fromkeys(("omslagsavsändare", "omslagskontakt"), Role.LETTERHEAD),
    "cellrubrik": Role.CELL_TITLE,
    "cellrubrik under egenkontroll": Role.CELL_TITLE_BELOW,
}
_NO_OUTLINE = 9  # Word's "body text" among outline levels
_DEEPEST_CHAIN = 20


@dataclass(frozen=True, slots=True)
class Look:
    """What a paragraph is by its style and its own settings."""

    heading: int = 0
    role: Role = Role.BODY
    bullet: bool = False
    numbered: bool = False


class Styles:
    """The styles and list definitions of a document; either part may be missing."""

    def __init__(self, styles: Element | None, numbering: Element | None) -> None:
        self._styles: dict[str, Element] = {}
        for style in [] if styles is None else styles.iter(f"{W}style"):
            self._styles[style.get(f"{W}styleId", "")] = style
        self._formats = {} if numbering is None else _list_formats(numbering)

    def look(self, paragraph: Element) -> Look:
        """What the paragraph is."""
        own = paragraph.find(f"{W}pPr")
        chain = self._chain(_value(own, "pStyle"))
        settings = [own, *(style.find(f"{W}pPr") for style in chain)]
        names = [_value(style, "name").casefold() for style in chain]
        role = _role(names)
        heading = _heading(settings, names) if role in _MAY_BE_HEADINGS else 0
        kind = "" if heading else self._list_kind(settings)
        numbered = kind not in {"", "none", "bullet"}
        return Look(heading, role, bullet=kind == "bullet" or numbered, numbered=numbered)

    def _chain(self, style_id: str) -> list[Element]:
        """The style and those it is based on, the nearest first."""
        chain: list[Element] = []
        while style_id in self._styles and len(chain) < _DEEPEST_CHAIN:
            chain.append(self._styles[style_id])
            style_id = _value(chain[-1], "basedOn")
        return chain

    def _list_kind(self, settings: list[Element | None]) -> str:
        for setting in settings:
            numbering = None if setting is None else setting.find(f"{W}numPr")
            if numbering is not None:
                number = _value(numbering, "numId")
                level = _value(numbering, "ilvl") or "0"
                return "" if number in {"", "0"} else self._formats.get((number, level), "bullet")
        return ""


def _value(element: Element | None, name: str) -> str:
    found = None if element is None else element.find(f"{W}{name}")
    return "" if found is None else found.get(f"{W}val", "")


def _role(names: list[str]) -> Role:
    name = names[0] if names else ""
    if name.startswith(("toc", "innehåll")):
        return Role.CONTENTS
    if name in {"title", "titel", "rubrik"}:
        return Role.TITLE
    if name.startswith("indikatorrubrik"):
        return Role.INDICATOR
    return _ROLES.get(name, Role.BODY)


def _heading(settings: list[Element | None], names: list[str]) -> int:
    for setting in settings:
        level = _value(setting, "outlineLvl")
        if level.isdecimal():
            return int(level) + 1 if int(level) < _NO_OUTLINE else 0
    for name in names:
        if match := _HEADING.match(name):
            return int(match[1])
    return 0


def _list_formats(numbering: Element) -> dict[tuple[str, str], str]:
    """The number format of each level of each list, by (numId, ilvl)."""
    abstract = {
        definition.get(f"{W}abstractNumId", ""): {
            level.get(f"{W}ilvl", "0"): _value(level, "numFmt")
            for level in definition.iter(f"{W}lvl")
        }
        for definition in numbering.iter(f"{W}abstractNum")
    }
    return {
        (instance.get(f"{W}numId", ""), level): kind
        for instance in numbering.iter(f"{W}num")
        for level, kind in abstract.get(_value(instance, "abstractNumId"), {}).items()
    }
