"""Parts put together as an office file (a zip): the same parts always give the same bytes."""

import io
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo


def packed(parts: Mapping[str, bytes]) -> bytes:
    """The file of these parts, in their order."""
    data = io.BytesIO()
    with ZipFile(data, "w") as package:
        for name, part in parts.items():
            entry = ZipInfo(name)  # its date is the first that a zip knows, 1980-01-01
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0  # or it would tell which system it was made on
            package.writestr(entry, part)
    return data.getvalue()
