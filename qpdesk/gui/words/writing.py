"""The words and keys of what one does while writing, by the gesture's name: as in Word."""

from PySide6.QtCore import QCoreApplication

from qpdesk.domain.running_text import Shape

translate = QCoreApplication.translate


def shapes() -> dict[str, tuple[str, str]]:
    """What a block may be: word and keys."""
    return {
        Shape.HEADING_1.value: (translate("WritingTools", "Rubrik 1"), "Ctrl+Alt+1"),
        Shape.HEADING_2.value: (translate("WritingTools", "Rubrik 2"), "Ctrl+Alt+2"),
        Shape.HEADING_3.value: (translate("WritingTools", "Rubrik 3"), "Ctrl+Alt+3"),
        Shape.PARAGRAPH.value: (translate("WritingTools", "Stycke"), "Ctrl+Shift+N"),
        Shape.BULLET.value: (translate("WritingTools", "Punkt"), "Ctrl+Shift+L"),
    }


def deeds() -> dict[str, tuple[str, str]]:
    """What may be put into the text or made of it: word and keys."""
    return {
        "note": (translate("WritingTools", "Fotnot"), "Ctrl+Alt+F"),
        "link": (translate("WritingTools", "Länk…"), "Ctrl+K"),
        "promote": (translate("WritingTools", "Gör till åtgärd…"), "Ctrl+Shift+M"),
    }


def in_list() -> list[tuple[str, str]]:
    """All of it for the list of keys, with what no button does."""
    made = [*shapes().values(), *deeds().values()]
    made += [
        (translate("WritingTools", "Höj rubrikens nivå"), "Alt+Shift+Left"),
        (translate("WritingTools", "Sänk rubrikens nivå"), "Alt+Shift+Right"),
    ]
    in_text = translate("WritingTools", "{0} (i löpande text)")
    return [(in_text.format(word.rstrip("…")), key) for word, key in made]
