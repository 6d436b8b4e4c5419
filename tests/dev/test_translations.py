"""Every sentence of the window has its English one, and both are made the same way."""

import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

ROOT = Path(__file__).parents[2]
CATALOGUE = ROOT / "resources" / "translations" / "qpdesk_en.ts"
LUPDATE = "from PySide6.scripts import pyside_tool; pyside_tool.lupdate()"
WRAPPED = re.compile(r"\{[^{}\"']*(?:translate|\.tr)\(['\"]")
"""A wrapped sentence inside an f-string, where lupdate does not see it."""

FOREIGN = re.compile(r"\b(?!self\b)\w+\.tr\(")
"""Of another object than oneself: lupdate takes the variable's name for the class's."""


def messages(path):
    """(context, source) → the translation's element."""
    found = {}
    for context in ET.parse(path).getroot().iter("context"):  # noqa: S314 - our own file
        name = context.findtext("name")
        for message in context.iter("message"):
            found[name, message.findtext("source")] = message.find("translation")
    return found


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    """What lupdate finds in the sources now."""
    fresh = tmp_path_factory.mktemp("ts") / "fresh.ts"
    words = ["-silent", "-locations", "none", "-extensions", "py,ui", "qpdesk", "ui", "-ts", fresh]
    subprocess.run([sys.executable, "-c", LUPDATE, *map(str, words)], cwd=ROOT, check=True)
    return messages(fresh)


def test_every_sentence_of_the_sources_is_in_the_catalogue_and_no_other(found):
    translated = messages(CATALOGUE)
    assert set(found) - set(translated) == set(), "run lupdate, see CONTRIBUTING.md"
    assert set(translated) - set(found) == set(), "run lupdate, see CONTRIBUTING.md"


def test_every_sentence_is_translated():
    unfinished = [key for key, made in messages(CATALOGUE).items() if made.get("type")]
    assert unfinished == []
    for key, made in messages(CATALOGUE).items():
        forms = [form.text for form in made.iter("numerusform")] or [made.text]
        assert all(form and form.strip() for form in forms), key


def test_a_translation_has_the_same_places_edges_and_letter_as_its_source():
    for (context, source), made in messages(CATALOGUE).items():
        text = made.text or ""
        places = [sorted(re.findall(r"\{\w*\}", one)) for one in (source, text)]
        assert places[0] == places[1], (context, source)
        for edge in (str.lstrip, str.rstrip):
            assert len(edge(source)) == len(source) or len(edge(text)) < len(text), source
        marks = [one.replace("&&", "").count("&") for one in (source, text)]
        assert marks[0] == marks[1], (context, source)
        assert source.endswith("…") == text.endswith("…"), source
        patterns = [re.findall(r"\*\.\w+", one) for one in (source, text)]
        assert patterns[0] == patterns[1], source


def test_the_catalogue_says_nothing_of_lines():
    assert "<location" not in CATALOGUE.read_text(encoding="utf-8")


def test_no_sentence_hides_from_lupdate():
    hidden = [
        f"{path.relative_to(ROOT)}: {line.strip()}"
        for path in (ROOT / "qpdesk" / "gui").rglob("*.py")
        for line in path.read_text(encoding="utf-8").splitlines()
        if FOREIGN.search(line) or ('f"' in line and WRAPPED.search(line))
    ]
    assert hidden == []
