"""Swedish spelling: what Hunspell knows, what the trade writes, and what the user has added.

Loading takes a fifth of a second and a suggestion may too, so a window asks from a worker thread;
one object is for one thread at a time, but for the user's own words.
"""

import logging
from collections.abc import Iterator
from math import inf
from pathlib import Path
from time import perf_counter

from qpdesk import assets
from qpdesk.domain.spelling import LONGEST, is_abbreviation, parts, plain
from qpdesk.system.whole_file import write_whole

log = logging.getLogger(__name__)

LANGUAGE = "sv_SE"
_SHORTEST = 2  # letters; a single one is a mark or a unit
_SUGGESTIONS = 7
_LARGEST_LIST = 1_000_000  # bytes
_AFTER_PREFIX = "arbete"  # any word that ends compounds


class NoSpelling(Exception):
    """The dictionary or the library that reads it is not there, or is broken."""


class OwnWords:
    """The user's own words, a line each in a file of theirs. Strange content is passed over."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._words = _read_list(file)

    def __contains__(self, word: object) -> bool:
        return word in self._words

    def all(self) -> list[str]:
        """The words as they were added."""
        return list(self._words)

    def add(self, word: str) -> None:
        """Add a word.

        Raises:
            OSError: It holds for now, but could not be written.
        """
        self._words[plain(word)] = None
        self._write()

    def remove(self, word: str) -> None:
        """Take a word out again.

        Raises:
            OSError: It is out for now, but that could not be written.
        """
        self._words.pop(word, None)
        self._write()

    def _write(self) -> None:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(self._file, "".join(f"{word}\n" for word in self._words).encode())


class Speller:
    """Tells right words from wrong ones, once it has read its dictionary: at once, or bit by bit.

    Args:
        own: The user's own words.
        folder: Where the dictionary lies.

    Raises:
        NoSpelling: It does not work on this machine.
    """

    def __init__(self, own: OwnWords, folder: Path | None = None) -> None:
        folder = folder or Path(assets.__file__).parent / "dictionary"
        self._own = own
        self._folder = folder
        try:
            from hunspell import Hunspell  # noqa: PLC0415 - not at start

            # Also on Windows, where Hunspell's own way would not find a folder named in Swedish.
            self._hunspell = Hunspell(
                LANGUAGE, hunspell_data_dir=str(folder), system_encoding="UTF-8"
            )
        except Exception as error:
            raise NoSpelling(type(error).__name__) from error
        self._rest = _lines(folder / f"{LANGUAGE}.more")
        self._is_whole = False
        self._trade = _read_list(folder / "verksamhet.txt")

    def read(self, seconds: float = inf) -> bool:
        """Read on in the dictionary for so long; whether all of it is read.

        Raises:
            NoSpelling: It is empty or broken, or the library does not take it.
        """
        if self._is_whole:
            return True
        end = perf_counter() + seconds
        try:
            for model, *words in self._rest:
                for word in words:
                    if model:
                        self._hunspell.add_with_affix(word, model)
                    else:
                        self._hunspell.add(word)
                if perf_counter() > end:
                    return False
            is_swedish = self._hunspell.spell("åtgärd") and not self._hunspell.spell("åtgrdä")
        except Exception as error:
            raise NoSpelling(type(error).__name__) from error
        if not is_swedish:  # an empty or broken file is read without a word
            raise NoSpelling(self._folder.name)
        self._is_whole = True
        return True

    def knows(self, word: str) -> bool:
        """Whether a word, as ``domain.spelling.words`` gives it, is right."""
        self.read()
        word = plain(word)
        if word.endswith("-"):
            word = word[:-1]
            if self._accepts(word + _AFTER_PREFIX):
                return True
        return self._accepts(word) or all(self._accepts(part) for part in parts(word))

    def suggest(self, word: str) -> list[str]:
        """What may have been meant, the likeliest first."""
        self.read()
        ending = "-" if word.endswith("-") else ""
        word = plain(word).rstrip("-")
        if not word or len(word) > LONGEST:
            return []
        try:
            return [each + ending for each in self._hunspell.suggest(word)[:_SUGGESTIONS]]
        except Exception as error:  # noqa: BLE001 - the library is foreign; a text must not suffer
            log.warning("no suggestions: %s", type(error).__name__)
            return []

    def _accepts(self, word: str) -> bool:
        if is_abbreviation(word) or not _SHORTEST <= len(word) <= LONGEST:
            return True
        if _is_listed(word, self._own) or _is_listed(word, self._trade):
            return True
        try:
            return bool(self._hunspell.spell(word))
        except Exception as error:  # noqa: BLE001 - the library is foreign; a text must not suffer
            log.warning("a word could not be looked up: %s", type(error).__name__)
            return True


def _lines(file: Path) -> Iterator[list[str]]:
    """The words of the dictionary's rest, a line at a time; of none, if there is no rest."""
    if file.exists():
        with file.open(encoding="utf-8") as opened:
            for line in opened:
                yield line.rstrip("\n").split("\t")


def _is_listed(word: str, words: OwnWords | dict[str, None]) -> bool:
    """Whether a list has the word, which may begin a sentence and stand in the genitive."""
    forms = (word, word[0].lower() + word[1:], word.removesuffix("s"))
    return any(form in words for form in forms)


def _read_list(file: Path) -> dict[str, None]:
    try:
        with file.open("rb") as opened:
            text = opened.read(_LARGEST_LIST).decode("utf-8", "replace")
    except OSError:
        return {}
    lines = (plain(line.strip()) for line in text.splitlines())
    return dict.fromkeys(line for line in lines if line and line[0] != "#" and len(line) <= LONGEST)
