"""The way in and out: streams, exit codes, and one sentence for whatever went wrong."""

import logging
import os
import sys
import traceback
from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

from qpdesk.cli import commands, words
from qpdesk.cli.arguments import parse
from qpdesk.system.paths import Paths

_COMMANDS: Mapping[str, Callable[[Namespace, Paths], None]] = {
    "import": commands.bring_in,
    "export": commands.export,
    "show": commands.show,
    "check": commands.look_over,
    "example": commands.example,
}

_LOG_SIZE = 1_000_000


def main(words_given: Sequence[str]) -> int:
    """Do one command.

    Args:
        words_given: The arguments after the program's name.

    Returns:
        The exit code: 0, or 1 when it could not be done (one line on stderr says why).

    Raises:
        SystemExit: 0 after help or version, 2 for wrong usage.
    """
    _speak_utf8()
    options = parse(words_given)
    paths = Paths.of_user()
    try:
        _COMMANDS[options.command](options, paths)
        sys.stdout.flush()
    except BrokenPipeError:
        # Who read us has gone. Python flushes once more at the end, and must find somewhere to.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return _fail("Avbrutet.")
    except commands.Failed as failure:
        return _fail(str(failure))
    except Exception as error:  # noqa: BLE001 - the last door: nobody may see a traceback
        return _fail(words.trouble(error) or _unexpected(error, paths.log))
    return 0


def _fail(sentence: str) -> int:
    print(f"qpdesk: {' '.join(sentence.split())}", file=sys.stderr)
    return 1


def _speak_utf8() -> None:
    """Whatever the locale: the same bytes in every pipe, and no character that stops the work."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _unexpected(error: Exception, folder: Path) -> str:
    """Write a fault of ours to the log, without its message: that may hold a plan's text."""
    report = "".join(traceback.format_tb(error.__traceback__))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / "qpdesk-cli.log", maxBytes=_LOG_SIZE, backupCount=1, encoding="utf-8"
        )
    except OSError:
        return "Något gick fel i QPDesk. Filerna är som de var."
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    log = logging.getLogger("qpdesk.cli")
    log.addHandler(handler)
    log.error("fault: %s\n%s", type(error).__name__, report)
    handler.close()
    log.removeHandler(handler)
    return f"Något gick fel i QPDesk. Filerna är som de var. Mer står i {handler.baseFilename}"
