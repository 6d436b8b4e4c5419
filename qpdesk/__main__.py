"""The front door: a command goes to the command line, anything else opens the window."""

import gc
import sys
from collections.abc import Callable, Sequence
from pathlib import Path


def main(words: Sequence[str] | None = None) -> int:
    """Run QPDesk.

    Args:
        words: The arguments after the program's name; those of the process when None.

    Returns:
        The process's exit code.
    """
    words = sys.argv[1:] if words is None else words
    if is_for_window(words):
        gc.disable()  # the window lets it begin when all is loaded: there is no garbage yet
        if _is_taken_by_open_window(words):
            return 0
        return _window()(words)
    if list(words) == ["selftest"]:
        return _selftest()
    from qpdesk.cli.door import main as command  # noqa: PLC0415 - nor the window the commands

    return command(words)


def _window() -> Callable[[Sequence[str]], int]:
    """The door with windows."""
    from qpdesk.app import main as window  # noqa: PLC0415 - the command line never loads Qt

    return window


def _is_taken_by_open_window(words: Sequence[str]) -> bool:
    """Whether this user's window is open already and shows the file there."""
    from qpdesk.system.paths import Paths  # noqa: PLC0415 - as above
    from qpdesk.system.single_instance import hand_over, is_open  # noqa: PLC0415 - as above

    folder = Paths.of_user().window
    return is_open(folder) and hand_over(folder, Path(words[0]) if words else None)


def _selftest() -> int:
    """The one command that needs both the command line and Qt."""
    from qpdesk.cli.selftest import selftest  # noqa: PLC0415 - as above
    from qpdesk.gui.looks import presence  # noqa: PLC0415 - as above

    windows = {"Qt-delar": presence.plugins, "fönster": presence.drawing}
    return selftest({"program": _load_everything, **windows})


def _load_everything() -> str:
    """Load every room and what it stands on: none may turn out to be missing on a busy day.

    Raises:
        ImportError: One is.
    """
    import importlib  # noqa: PLC0415 - for this alone
    import pkgutil  # noqa: PLC0415 - for this alone

    import qpdesk  # noqa: PLC0415 - for this alone

    rooms = pkgutil.walk_packages(qpdesk.__path__, "qpdesk.")
    return f"{len([importlib.import_module(room.name) for room in rooms])} moduler"


def is_for_window(words: Sequence[str]) -> bool:
    """Whether there is no command: nothing, or a plan file to open."""
    if not words:
        return True
    path = Path(words[0])
    return len(words) == 1 and (path.suffix.lower() == ".qpd" or path.is_file())


if __name__ == "__main__":
    sys.exit(main())
