"""What may be a link: https, http and mail; what is typed for one and what becomes of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qpdesk.domain.addresses import read_address, split_addresses
from qpdesk.domain.errors import NotAnAddress


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        (" https://kommun.se/plan ", "https://kommun.se/plan"),
        ("HTTP://kommun.se", "http://kommun.se"),
        ("www.kommun.se/a", "https://www.kommun.se/a"),
        ("anna.svensson@kommun.se", "anna.svensson@kommun.se"),
        ("mailto:anna@kommun.se", "mailto:anna@kommun.se"),
        ('https://kommun.se/?q="a"/b', "https://kommun.se/?q=%22a%22/b"),
    ],
)
def test_what_is_typed_becomes_an_address(typed, address):
    assert read_address(typed) == address


@pytest.mark.parametrize(
    "typed",
    ["", "javascript:alert(1)", "file:///etc/passwd", "ftp://a.se", "C:\\a", "https://", "a b",
     "https://a.se b", "data:text/html,x", "vbscript:x", "\\\\server\\share"],
)  # fmt: skip
def test_other_links_are_refused(typed):
    with pytest.raises(NotAnAddress):
        read_address(typed)


@given(st.text())
def test_what_is_let_in_is_a_link_in_a_text(typed):
    try:
        address = read_address(typed)
    except NotAnAddress:
        return
    (piece,) = split_addresses(address)
    assert piece[0] == address
    assert piece[1].startswith(("https://", "http://", "mailto:"))


@pytest.mark.parametrize(
    "text", ["x" * 100_000, "a@" * 50_000, "mailto:" * 15_000, "a@" + "b." * 50_000]
)
def test_a_pasted_text_without_end_is_looked_through_once(text):
    """Begun anew at each letter it took a minute."""
    assert "".join(piece for piece, _ in split_addresses(text)) == text
