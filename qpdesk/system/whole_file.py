"""A file that others see whole: the old one or the new one, never half of either."""

import os
from pathlib import Path
from tempfile import NamedTemporaryFile


def write_whole(path: Path, data: bytes) -> None:
    """Write the file beside its place, then rename it there.

    Raises:
        OSError: It could not be written. What stood at ``path`` still stands there, and nothing
            is left beside it.
    """
    with NamedTemporaryFile(dir=path.parent, prefix=".qpdesk-", suffix=".tmp", delete=False) as new:
        beside = Path(new.name)
        try:
            new.write(data)
            new.flush()
            os.fsync(new.fileno())
        except OSError:
            new.close()
            beside.unlink(missing_ok=True)
            raise
    try:
        beside.chmod(path.stat().st_mode if path.exists() else 0o666 & ~_umask())
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise


def _umask() -> int:
    """The rights that new files do not get here; a temporary file is its owner's alone."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
