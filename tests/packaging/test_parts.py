"""Only what has a reason ships; what is missing, idle or forbidden stops the build in one line."""

import json
import zipfile

import pytest

import qpdesk
from payload import closure, papers, wheels
from payload.closure import Library
from payload.parts import demand_bindings, imported_of_qt, read_parts
from payload.program import add_program
from payload.recipe import Recipe
from workshop.trouble import Trouble

SYSTEMS = ["windows", "linux"]


@pytest.fixture(params=SYSTEMS)
def parts(request, root):
    return read_parts(request.param, imported_of_qt(root / "qpdesk"))


def test_every_module_of_qt_that_we_import_ships_with_a_reason(root):
    imported = imported_of_qt(root / "qpdesk")
    assert {"QtCore", "QtGui", "QtWidgets"} <= imported
    for system in SYSTEMS:
        demand_bindings(read_parts(system, imported), imported)
        with pytest.raises(Trouble, match="QtNetwork"):
            demand_bindings(read_parts(system, imported), {*imported, "QtNetwork"})


def test_every_part_has_a_reason(parts):
    assert all(part.why for part in parts.qt)


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt6Network.dll",
        "PySide6/QtNetwork.pyd",
        "PySide6/Qt/lib/libQt6Network.so.6",
        "PySide6/plugins/tls/qschannelbackend.dll",
        "PySide6/opengl32sw.dll",
        "PySide6/Qt6Qml.dll",
        "reportlab/fonts/DarkGardenMK.pfb",
        "pyphen/dictionaries/hyph_de_DE.dic",
        "sqlalchemy/testing/suite/__init__.py",
    ],
)
def test_what_has_no_reason_does_not_ship(parts, name):
    assert parts.chosen([name]) == []


def test_what_the_program_stands_on_ships(parts):
    wanted = ["sqlalchemy/engine/base.py", "pyphen/dictionaries/hyph_sv.dic", "PySide6/__init__.py"]
    assert parts.chosen(wanted) == wanted


def test_a_missing_plugin_is_told_with_its_reason(parts):
    present = {file.replace("*", "x") for part in parts.qt for file in part.files}
    parts.demand_all(present)
    plugin = next(name for name in present if name.endswith(("/libqxcb.so", "/qwindows.dll")))
    with pytest.raises(Trouble, match="is missing, and it must ship: windows on the screen"):
        parts.demand_all(present - {plugin})


def library(tmp_path, name, *needs):
    return Library(tmp_path / name, frozenset(needs))


def test_a_library_that_nobody_provides_is_told(tmp_path):
    qt = library(tmp_path, "Qt6Core.dll")
    gui = library(tmp_path, "Qt6Gui.dll", "qt6core.dll", "kernel32.dll")
    assert closure.demand_whole([qt, gui], ["kernel32.dll"]) == {"kernel32.dll"}
    with pytest.raises(Trouble, match=r"Qt6Gui\.dll needs qt6core\.dll"):
        closure.demand_whole([gui], ["kernel32.dll"])


@pytest.mark.parametrize(
    "name", ["Qt6Network.dll", "_ssl.pyd", "libcrypto-3.dll", "libQt6Network.so.6"]
)
def test_network_and_tls_never_ship(tmp_path, name):
    with pytest.raises(Trouble, match="must not ship"):
        closure.demand_whole([library(tmp_path, name)], [])


def test_an_idle_library_is_told(tmp_path):
    svg, user = library(tmp_path, "Qt6Svg.dll"), library(tmp_path, "QtSvg.pyd", "qt6svg.dll")
    closure.demand_used([svg, user])
    with pytest.raises(Trouble, match=r"Qt6Svg\.dll ships and nothing needs it"):
        closure.demand_used([svg])


def test_a_wheel_that_is_not_the_locked_one_stops_the_build(tmp_path):
    lock = tmp_path / "run.txt"
    lock.write_text(f"et-xmlfile==2.0.0 --hash=sha256:{'0' * 64}\n")
    with pytest.raises(Trouble, match=r"Fetching run\.txt failed"):
        wheels.fetch(lock, "windows", tmp_path / "wheels")


def test_a_wheel_that_writes_elsewhere_is_refused(tmp_path, parts):
    file = tmp_path / "evil-1.0-py3-none-any.whl"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("../../evil.py", "")
    with pytest.raises(Trouble, match="unsafe name"):
        wheels.unpack([wheels.Wheel(file, "")], parts, tmp_path / "site")
    assert not (tmp_path.parent / "evil.py").exists()


def test_the_version_is_read_where_it_stands_and_a_trial_build_may_have_another(tmp_path, root):
    assert Recipe.of(root).version == qpdesk.__version__
    site = tmp_path / "site"
    add_program(Recipe.of(root, "9.8.7"), site)
    assert '__version__ = "9.8.7"' in (site / "qpdesk" / "__init__.py").read_text("utf-8")


def test_the_bill_of_materials_is_the_same_each_time(tmp_path, root):
    recipe = Recipe(root, "1.2.3", 1_700_000_000)
    two = [papers.Component(name, "1", "MIT", f"pkg:pypi/{name}@1", "00") for name in "ba"]
    papers.write_bill(recipe, two, tmp_path / "one.json")
    papers.write_bill(recipe, reversed(two), tmp_path / "two.json")
    bill = json.loads((tmp_path / "one.json").read_text(encoding="utf-8"))
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes()
    assert bill["bomFormat"] == "CycloneDX"
    assert [each["name"] for each in bill["components"]] == ["a", "b"]
