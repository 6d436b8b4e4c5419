"""A heading: larger than the text around it, whatever size that has at the moment."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QLabel, QWidget


class Heading(QLabel):
    """Bold words, so many times as large as the program's text."""

    def __init__(self, words: str, times: float, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._times = times
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.fit()

    def fit(self) -> None:
        """Take a size anew; having one of its own, a heading does not hear of changes itself."""
        font = QFont(QApplication.font())
        font.setPointSizeF(font.pointSizeF() * self._times)
        font.setBold(True)
        self.setFont(font)


def fit_headings(page: QWidget) -> None:
    """Fit all headings of a page after its font has changed."""
    for heading in page.findChildren(Heading):
        heading.fit()
