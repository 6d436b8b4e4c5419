"""Who sits at the computer, as the system calls them."""

import os

_LONGEST = 80


def login_name() -> str:
    """The name in the account where the system tells it, else the one logged in with; "" if none.

    Nothing is asked of a directory service: a laptop at home has none.
    """
    short = next(filter(None, map(os.environ.get, ("USERNAME", "LOGNAME", "USER"))), "")
    return " ".join((_full_name() or short).split())[:_LONGEST]


def _full_name() -> str:
    try:
        import pwd  # noqa: PLC0415 - Windows has none

        account = pwd.getpwuid(os.getuid())
    except (ImportError, KeyError, OSError):
        return ""
    return account.pw_gecos.split(",")[0]
