"""The process that works on a disk that fails now and then: edits and publishes, and tells."""

import os
import sys
from contextlib import suppress
from pathlib import Path

from qpdesk.domain import edits
from qpdesk.domain.nodes import Kind
from qpdesk.store.errors import StoreError
from tests.store.desk import Desk, the


def tell(word, number=0):
    """To the parent; the pipe may fail too, so as often as it takes."""
    rest = f"{word} {number}\n".encode()
    while rest:
        with suppress(OSError):
            rest = rest[os.write(1, rest) :]


def main():
    desk = Desk(Path(sys.argv[1]), Path(sys.argv[2]))
    for _ in range(20):
        with suppress(StoreError):
            desk.open()
            break
        tell("refused")
    else:
        return
    for number in range(30):
        area = the(desk.register, Kind.AREA)
        title = f"Område {os.environ['QPDESK_RUN']}.{number}"
        try:
            desk.do(edits.rename(desk.register, area.id, title))
            tell("acknowledged", number)
            if number % 3 == 0:
                desk.publish()
        except StoreError:
            tell("refused")


if __name__ == "__main__":
    main()
