"""What IT can set in group policy is what the program reads, in both languages."""

from dataclasses import fields
from xml.etree import ElementTree as ET

import pytest

from qpdesk.system.policy import Policy, policy_in, setting_name
from qpdesk.system.settings import Colours, Configuration, Language, configuration

SPACE = {"p": "http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions"}
SETTINGS = {field.name for field in fields(Configuration)} - {"problems", "author"}


@pytest.fixture
def folder(root):
    return root / "packaging" / "policy"


@pytest.fixture
def template(folder):
    return ET.parse(folder / "QPDesk.admx")  # noqa: S314  our own file


def test_every_setting_of_the_program_can_be_set(template):
    named = [each.get("name") for each in template.iterfind(".//p:policy", SPACE)]
    assert {setting_name(name) for name in named} == SETTINGS
    keys = {each.get("key") for each in template.iterfind(".//p:policy", SPACE)}
    assert keys == {r"SOFTWARE\Policies\QPDesk"}


def test_what_can_be_chosen_is_what_is_understood(template):
    for name, kind in (("Language", Language), ("Colours", Colours)):
        values = template.iterfind(f".//p:enum[@id='{name}']/p:item/p:value/p:string", SPACE)
        assert [each.text for each in values] == [each.value for each in kind]


@pytest.mark.parametrize("language", ["sv-SE", "en-US"])
def test_every_word_and_every_box_is_there(template, folder, language):
    words = ET.parse(folder / language / "QPDesk.adml")  # noqa: S314  our own file
    strings = {each.get("id") for each in words.iterfind(".//p:string", SPACE)}
    boxes = {each.get("id") for each in words.iterfind(".//p:presentation", SPACE)}
    text = ET.tostring(template.getroot(), encoding="unicode")
    wanted = {part.split(")")[0] for part in text.split("$(string.")[1:]}
    assert wanted == strings
    assert {part.split(")")[0] for part in text.split("$(presentation.")[1:]} == boxes
    elements = {each.get("id") for each in template.iterfind(".//p:elements/*", SPACE)}
    assert {each.get("refId") for each in words.iterfind(".//p:presentation/*", SPACE)} == elements


def test_the_linux_example_is_understood_when_its_lines_are_let_loose(folder, tmp_path, paths):
    example = (folder / "policy.toml").read_text(encoding="utf-8")
    loose = tmp_path / "policy.toml"
    lines = [line.removeprefix("# ") if " = " in line else line for line in example.splitlines()]
    loose.write_text("\n".join(lines), encoding="utf-8")
    policy = policy_in(loose)
    assert set(policy.decisions) == SETTINGS
    assert configuration(paths, policy).problems == ()
    assert policy_in(folder / "policy.toml") == Policy()
