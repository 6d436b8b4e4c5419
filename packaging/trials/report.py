"""Counts and prints the checks of a trial."""

from collections.abc import Callable


class Report:
    """One line for each check; a check that cannot be made has failed."""

    def __init__(self) -> None:
        self.failed = 0

    def check(self, subject: str, passed: Callable[[], object]) -> None:
        """Print whether something holds."""
        try:
            answer, why = bool(passed()), ""
        except Exception as error:  # noqa: BLE001  whatever happens, the next check is made
            answer, why = False, f" ({type(error).__name__}: {error})"
        self.failed += not answer
        print(f"{'ok    ' if answer else 'FAILED'} {subject}{why}", flush=True)
