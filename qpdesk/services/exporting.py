"""Handing a plan out as data, the open JSON or Excel, in a file that is never half written.

Outcomes that too few answered for are never among it, see ``discretion``.
"""

import errno
from pathlib import Path

from qpdesk.domain.order import NodeId
from qpdesk.domain.register import Register
from qpdesk.exchange.plan_format import export_plan
from qpdesk.services.discretion import presentable
from qpdesk.store.errors import DiskFull, NotFound, NotPermitted, StoreError
from qpdesk.system.whole_file import write_whole

_FULL = {errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC}


def plan_as_json(register: Register, plan_id: NodeId) -> bytes:
    """A plan in the open format (UTF-8); the same plan gives the same bytes.

    Raises:
        KeyError: There is no plan with that id.
    """
    return export_plan(presentable(register), plan_id)


def write_json(register: Register, plan_id: NodeId, path: Path) -> None:
    """Write a plan in the open format to a file, which is replaced as a whole.

    Raises:
        KeyError: There is no plan with that id.
        StoreError: It could not be written; a file that stood there still does.
    """
    write_out(path, plan_as_json(register, plan_id))


def plan_as_workbook(register: Register, plan_id: NodeId) -> bytes:
    """A plan as an Excel file, one row an item; ``importing`` reads it back without loss.

    Raises:
        KeyError: There is no plan with that id.
    """
    from qpdesk.exchange.sheet_writing import (  # noqa: PLC0415 - openpyxl loads slowly
        export_workbook,
    )

    return export_workbook(presentable(register), plan_id)


def write_workbook(register: Register, plan_id: NodeId, path: Path) -> None:
    """Write a plan as an Excel file, which is replaced as a whole.

    Raises:
        KeyError: There is no plan with that id.
        StoreError: It could not be written; a file that stood there still does.
    """
    write_out(path, plan_as_workbook(register, plan_id))


def write_out(path: Path, data: bytes) -> None:
    """Write a finished file to where the user wants it, as a whole.

    Raises:
        StoreError: As ``write_json``.
    """
    try:
        write_whole(path, data)
    except FileNotFoundError:
        raise NotFound(path.parent) from None
    except PermissionError as error:
        raise NotPermitted(path, str(error)) from error
    except OSError as error:
        kind = DiskFull if error.errno in _FULL else StoreError
        raise kind(path, str(error)) from error
