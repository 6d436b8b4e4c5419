"""What is hashed of the log must never be written in another way: old files must stay readable."""

import json
from hashlib import sha256

import pytest

from qpdesk.store.log import Change, Changeset, digest_of, hash_of


@pytest.mark.parametrize("count", [0, 1, 500, 501, 1200])
def test_the_hash_is_of_one_json_text_however_many_lines_there_are(count):
    about = Changeset("r.1", 7, "p", "2026-01-01", "edit", "import", "å", None, "1", b"old", b"")
    lines = [
        Change("r.1", number, "item", "title", None, f'"ö{number}"', "[]", None, b"salt", None)
        for number in range(count)
    ]
    values = [
        [number, "item", "title", "[]", None, digest_of(line).hex()]
        for number, line in enumerate(lines)
    ]
    whole = json.dumps([about[:-2], values], ensure_ascii=False, separators=(",", ":"))
    assert hash_of(about, lines) == sha256(b"old" + whole.encode()).digest()
