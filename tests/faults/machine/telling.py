"""Inside: how a job tells the other side what happens; a failed one tells why."""

import os
import subprocess
import sys
import traceback


def tell(word, *values):
    """Say a word and values without blanks to who listens outside."""
    os.write(1, f"@{word} {' '.join(map(str, values))}\n".encode())


def run(*command):
    """Run a program that must succeed."""
    subprocess.run([str(word) for word in command], check=True, capture_output=True)


def to_the_end(job):
    """Do a job; what stops it is all that the other side hears of it."""
    try:
        job()
    except BaseException as error:  # noqa: BLE001 - the other side has only these words
        traceback.print_exc()
        tell("failed", type(error).__name__, str(error)[:200].replace("\n", " "))
        sys.exit(1)
