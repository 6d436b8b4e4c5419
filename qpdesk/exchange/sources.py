"""Which kind of file it is, by its content, and who reads it."""

from qpdesk.exchange.errors import ImportFailed, Reason
from qpdesk.exchange.findings import Reading
from qpdesk.exchange.outline import read_document
from qpdesk.exchange.package import Package
from qpdesk.exchange.plan_reading import read_plan
from qpdesk.exchange.word import read_word

LARGEST_FILE = 64 * 2**20  # bytes

_ZIP = b"PK\x03\x04"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RICH_TEXT = b"{\\rtf"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_WORD = (
    "wordprocessingml.document.main+xml",
    "wordprocessingml.template.main+xml",
    "ms-word.document.macroEnabled.main+xml",
    "ms-word.template.macroEnabledTemplate.main+xml",
)
_EXCEL = (
    "spreadsheetml.sheet.main+xml",
    "spreadsheetml.template.main+xml",
    "ms-excel.sheet.macroEnabled.main+xml",
)


def read(data: bytes, name: str) -> Reading:
    """The plan that a Word, Excel or open JSON file holds.

    Args:
        data: The whole file.
        name: What to call the plan where the file has no title, as a rule the file's name.

    Raises:
        ImportFailed: It is none of them, or cannot be read; the reason says why.
    """
    if len(data) > LARGEST_FILE:
        raise ImportFailed(Reason.TOO_LARGE)
    if not data.strip():
        raise ImportFailed(Reason.EMPTY)
    if data.startswith(_OLD_OFFICE):
        raise ImportFailed(Reason.ENCRYPTED if _ENCRYPTED in data else Reason.OLD_FORMAT)
    if data.startswith(_ZIP):
        return _read_package(data, name)
    if data.startswith(_RICH_TEXT):
        raise ImportFailed(Reason.OLD_FORMAT)
    if data.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{"):
        return read_plan(data)
    raise ImportFailed(Reason.UNKNOWN_FORMAT)


def _read_package(data: bytes, name: str) -> Reading:
    package = Package(data)
    if "[Content_Types].xml" not in package.names:
        raise ImportFailed(Reason.UNKNOWN_FORMAT)

    if main := package.part_of_type(*_WORD):
        return read_document(read_word(package, main), name)
    if package.part_of_type(*_EXCEL):
        from qpdesk.exchange.workbook import read_workbook  # noqa: PLC0415 - openpyxl loads slowly

        return read_workbook(package, data, name)
    raise ImportFailed(Reason.UNKNOWN_FORMAT)
