"""``qpdesk selftest``: one line for each thing that the installed program stands on."""

from collections.abc import Callable, Mapping

from qpdesk.services.selftest import trial, trials


def selftest(of_windows: Mapping[str, Callable[[], str]]) -> int:
    """Try everything and print how it went.

    Args:
        of_windows: The trials that need Qt, by subject: the command line itself never loads it.

    Returns:
        The exit code: 1 if anything failed.
    """
    failed = 0
    for result in trials():
        failed += _told(result.subject, result.detail, passed=result.passed)
    for subject, attempt in of_windows.items():
        result = trial(subject, attempt)
        failed += _told(subject, result.detail, passed=result.passed)
    return 1 if failed else 0


def _told(subject: str, detail: str, *, passed: bool) -> int:
    print(f"{'OK ' if passed else 'FEL'} {subject}: {' '.join(detail.split())}", flush=True)
    return 0 if passed else 1
