"""The installer's source, its signatures and its finishing touches, without building it whole."""

import re
import shutil
import subprocess
from xml.etree import ElementTree as ET

import pytest

from windows import runtime, signing
from windows.finish import file_version, short_and_long
from windows.source import UPGRADE_CODE, installer_source, product_code
from workshop.trouble import Trouble

SPACE = {"w": "http://schemas.microsoft.com/wix/2006/wi"}
needs_signing = pytest.mark.skipif(
    shutil.which("osslsigncode") is None, reason="osslsigncode is not installed"
)
needs_compiler = pytest.mark.skipif(
    shutil.which("x86_64-w64-mingw32-gcc") is None, reason="mingw-w64 is not installed"
)


@pytest.fixture
def payload(tmp_path):
    folder = tmp_path / "payload"
    (folder / "lib").mkdir(parents=True)
    (folder / "QPDesk.exe").write_bytes(b"MZ")
    (folder / "lib" / "å & ä.txt").write_text("x")
    return folder


def source(payload, version="1.2.3"):
    return ET.fromstring(installer_source(payload, version, payload / "icon.ico"))  # noqa: S314


def test_every_file_is_a_component_of_its_own_that_never_changes(payload):
    first, second = (source(payload, version) for version in ("1.2.3", "1.3.0"))
    guids = [
        {each.get("Id"): each.get("Guid") for each in tree.iterfind(".//w:Component", SPACE)}
        for tree in (first, second)
    ]
    assert guids[0] == guids[1]
    assert len(set(guids[0].values())) == len(guids[0])
    references = {each.get("Id") for each in first.iterfind(".//w:ComponentRef", SPACE)}
    assert references == set(guids[0])
    names = {each.get("Name") for each in first.iterfind(".//w:File", SPACE)}
    assert names == {"QPDesk.exe", "å & ä.txt"}


def test_the_upgrade_code_is_fixed_and_the_product_code_follows_the_version():
    assert UPGRADE_CODE == "7BBFBE6C-2762-5E61-8F07-F7863653DDC5"
    assert product_code("1.2.3") != product_code("1.2.4")


def test_there_are_no_custom_actions_and_the_machine_is_meant(payload):
    text = installer_source(payload, "1.2.3", payload / "icon.ico")
    assert "CustomAction" not in text
    assert 'InstallScope="perMachine"' in text
    assert "En nyare version av QPDesk är redan installerad" in text
    text.encode("cp1252")


@pytest.mark.parametrize("version", ["1.2", "1.2.3.4", "1.2.3b1", "v1.2.3"])
def test_a_version_that_windows_cannot_compare_is_refused(payload, version):
    with pytest.raises(Trouble, match=re.escape(version)):
        source(payload, version)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("QPDESK.EXE", "QPDESK.EXE"),
        ("QPDesk.exe", "QPDesk.exe"),
        ("a|b c", "a|b c"),
        ("python311.dll", r"[0-9A-F]{8}\.DLL\|python311\.dll"),
        ("name without end", r"[0-9A-F]{8}\|name without end"),
    ],
)
def test_long_names_get_short_ones(name, expected):
    assert re.fullmatch(expected.replace("|b", r"\|b"), short_and_long(name, "f1"))


@pytest.fixture(scope="session")
def program(tmp_path_factory, root_of_session):
    """A small Windows program with the version resource of our starters."""
    folder = tmp_path_factory.mktemp("program")
    text = (root_of_session / "packaging/windows/starter/starter.rc").read_text(encoding="utf-8")
    for word in ('1 ICON "qpdesk.ico"', '2 ICON "qpdesk-document.ico"', "1 RT_MANIFEST"):
        text = "\n".join(line for line in text.splitlines() if not line.startswith(word))
    for name, word in (
        ("VERSION", "1.2.3"),
        ("NUMBERS", "1,2,3"),
        ("NAME", "a.exe"),
        ("DESCRIPTION", "å"),
    ):
        text = text.replace(f"@{name}@", word)
    (folder / "a.rc").write_text(text, encoding="utf-8")
    (folder / "a.c").write_text("int main(void) { return 0; }")
    for words in (
        ["x86_64-w64-mingw32-windres", "--codepage=65001", "a.rc", "-O", "coff", "-o", "r.o"],
        ["x86_64-w64-mingw32-gcc", "-s", "a.c", "r.o", "-o", "a.exe"],
    ):
        subprocess.run(words, cwd=folder, check=True)
    return folder / "a.exe"


@pytest.fixture(scope="session")
def root_of_session():
    from pathlib import Path  # noqa: PLC0415

    return Path(__file__).resolve().parents[2]


@needs_compiler
def test_a_programs_version_and_language_are_read(program):
    assert file_version(program.read_bytes()) == ("1.2.3.0", 1053)
    assert file_version(b"MZ and nothing else") is None


@needs_compiler
@needs_signing
def test_unsigned_and_strangers_runtimes_are_refused(program, tmp_path):
    (tmp_path / "python311.dll").write_bytes(program.read_bytes())
    with pytest.raises(Trouble, match=r"python311\.dll is not what the Python Software Foundation"):
        runtime.verify_runtime(tmp_path)
    signing.sign(tmp_path / "python311.dll", certificate(tmp_path))
    with pytest.raises(Trouble, match=r"python311\.dll is not what the Python Software Foundation"):
        runtime.verify_runtime(tmp_path)


def test_a_runtime_without_its_heart_is_refused(tmp_path):
    with pytest.raises(Trouble, match=r"python311\.dll is missing"):
        runtime.verify_runtime(tmp_path)


def certificate(folder):
    """A self-made one, in the Python Software Foundation's name, that nobody vouches for."""
    subject = "/O=Python Software Foundation/CN=Python Software Foundation"
    make = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", subject]
    make += ["-addext", "extendedKeyUsage=codeSigning", "-keyout", "key", "-out", "cert"]
    pack = ["openssl", "pkcs12", "-export", "-inkey", "key", "-in", "cert", "-out", "both"]
    for words in (make, [*pack, "-passout", "pass:hemligt"]):
        subprocess.run(words, cwd=folder, check=True, capture_output=True)
    (folder / "password").write_text("hemligt\n")
    return signing.Signature(folder / "both", folder / "password")


@needs_compiler
@needs_signing
def test_what_is_signed_verifies_with_its_own_root(program, tmp_path):
    copy = tmp_path / "a.exe"
    copy.write_bytes(program.read_bytes())
    signing.sign(copy, certificate(tmp_path))
    words = ["osslsigncode", "verify", "-CAfile", tmp_path / "cert", "-in", copy]
    assert subprocess.run(words, check=False, capture_output=True).returncode == 0
    changed = bytearray(copy.read_bytes())
    changed[0x400] ^= 1
    copy.write_bytes(changed)
    assert subprocess.run(words, check=False, capture_output=True).returncode != 0


def test_signing_is_off_until_somebody_asks_for_it(tmp_path):
    assert signing.Signature.wished({}) is None
    with pytest.raises(Trouble, match="QPDESK_SIGN_PASSWORD_FILE"):
        signing.Signature.wished(
            {"QPDESK_SIGN_CERTIFICATE": str(tmp_path), "X": ""}
            | {"QPDESK_SIGN_CERTIFICATE": str(__file__)}
        )
