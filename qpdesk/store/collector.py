"""Keeps Python's garbage collector still while a whole register is made."""

import gc
from collections.abc import Generator
from contextlib import contextmanager


@contextmanager
def at_rest() -> Generator[None]:
    """Look for no garbage: tens of thousands of new objects that all stay are none.

    Searching them again and again takes as long as making them.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
