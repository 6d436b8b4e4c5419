"""Web and mail addresses in texts: nothing else of what people write is ever made a link."""

import re
from collections.abc import Iterator
from urllib.parse import quote

from qpdesk.domain.errors import NotAnAddress

_ADDRESS = re.compile(
    r"(?P<web>https?://[^\s<>\"\u201d\u2019]*[\w/#=])"
    # Only from the beginning of a word: else each letter of a very long one is begun from anew.
    r"|(?P<mail>(?<![\w.+-])(?:mailto:)?[\w.+-]++@[\w-]++(?:\.[\w-]+)+)"
)
_URI_SIGNS = "%:/?#[]@!$&'()*+,;=~"
_BARE_SITE = re.compile(r"www\.[^\s/]+\.\w{2,}(/\S*)?", re.IGNORECASE)


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


def read_address(typed: str) -> str:
    """The address as it stands in a text so that it becomes a link there.

    "www.kommun.se" is taken for the https it means; the signs that would end an address in a
    text are escaped.

    Raises:
        NotAnAddress: It is no address of the kinds that may be links: https, http, mail.
    """
    address = typed.strip()
    if _BARE_SITE.fullmatch(address):
        address = f"https://{address}"
    scheme, colon, rest = address.partition(":")
    if colon and scheme.lower() in {"http", "https", "mailto"}:
        address = f"{scheme.lower()}:{rest}"
    for sign in '<>"\u201d\u2019':
        address = address.replace(sign, quote(sign))
    if [piece for piece, link in split_addresses(address) if link] != [address]:
        raise NotAnAddress
    return address
