"""Web and mail addresses in texts: nothing else of what people write is ever made a link."""

import re
from collections.abc import Iterator
from urllib.parse import quote

_ADDRESS = re.compile(
    r"(?P<web>https?://[^\s<>\"\u201d\u2019]*[\w/#=])|(?P<mail>(?:mailto:)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
)
_URI_SIGNS = "%:/?#[]@!$&'()*+,;=~"


def split_addresses(text: str) -> Iterator[tuple[str, str]]:
    """The text in pieces, each with its address ("" for plain text)."""
    start = 0
    for match in _ADDRESS.finditer(text):
        if match.start() > start:
            yield text[start : match.start()], ""
        mail = match["mail"]
        yield match[0], match[0] if not mail else f"mailto:{mail.removeprefix('mailto:')}"
        start = match.end()
    if start < len(text):
        yield text[start:], ""


def as_uri(address: str) -> str:
    """The address with everything escaped that a URI may not hold."""
    return quote(address, safe=_URI_SIGNS)
