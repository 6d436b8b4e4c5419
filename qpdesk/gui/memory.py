"""What a window remembers from day to day: how it was left, and the files opened last."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

_RECENT = 8


class Memory:
    """Reads and writes one small file in the folder of settings; strange content is ignored."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._file = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)

    @property
    def recent(self) -> list[Path]:
        """The files opened last, the latest first."""
        value = self._file.value("recent", [])
        texts = value if isinstance(value, list) else [value]
        return [Path(str(text)) for text in texts if text][:_RECENT]

    def remember_file(self, path: Path) -> None:
        """Put a file first among the recent ones."""
        others = [other for other in self.recent if other != path]
        self._file.setValue("recent", [str(other) for other in [path, *others][:_RECENT]])

    def forget_file(self, path: Path) -> None:
        """Take a file off the list."""
        self._file.setValue("recent", [str(other) for other in self.recent if other != path])

    def state(self, name: str) -> QByteArray:
        """How a part of the window was left; empty when it is not known."""
        value = self._file.value(f"state/{name}")
        return value if isinstance(value, QByteArray) else QByteArray()

    def keep_state(self, name: str, state: QByteArray) -> None:
        """Remember how a part of the window is."""
        self._file.setValue(f"state/{name}", state)

    def text(self, name: str) -> str:
        """A remembered word, or ""."""
        return str(self._file.value(f"text/{name}", ""))

    def keep_text(self, name: str, text: str) -> None:
        """Remember a word."""
        self._file.setValue(f"text/{name}", text)

    def write(self) -> None:
        """Bring the file up to date now."""
        self._file.sync()
