"""Whose look a document wears, and keeping one beside its förvaltning's file."""

from pathlib import Path

import pytest
from PIL import Image

from qpdesk import assets
from qpdesk.services import profiles
from qpdesk.services.profiles import Look, ProfileRefused, Source, Unfit
from qpdesk.system.paths import Paths
from qpdesk.system.policy import Policy
from qpdesk.system.settings import remember

FONT = Path(assets.__file__).parent / "fonts" / "SourceSans3_400Regular.ttf"


@pytest.fixture
def paths(tmp_path):
    return Paths.under(tmp_path / "home")


@pytest.fixture
def file(tmp_path):
    (tmp_path / "planer").mkdir()
    return tmp_path / "planer" / "Ärenden å.qpd"


@pytest.fixture
def logo(tmp_path):
    path = tmp_path / "vapen.png"
    Image.new("RGB", (40, 20), "navy").save(path)
    return path


def look(logo, **texts):
    said = {"logo_text": "Kommunens vapen", "colour": "#123456", "footer": 'Sida "ett" \\ två'}
    return Look(said | texts, {"logo": logo, "font": FONT})


def test_a_look_is_kept_beside_the_file_and_read_back(paths, file, logo):
    folder = profiles.own_folder(paths, file)
    profiles.save(folder, look(logo))
    assert folder == file.parent / "Ärenden å.profil"
    assert profiles.source_of(paths, file) == (Source.DEPARTMENT, folder)
    read = profiles.read_look(folder)
    assert read.texts == look(logo).texts
    assert {name: path.name for name, path in read.files.items()} == {
        "logo": "logo.png",
        "font": "font.ttf",
    }
    profiles.save(folder, read)  # its own files are no hindrance
    assert profiles.read_look(folder) == read
    assert [each.name for each in file.parent.iterdir()] == [folder.name]


def test_what_does_not_fit_leaves_the_old_look(paths, file, logo):
    folder = profiles.own_folder(paths, file)
    profiles.save(folder, look(logo))
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    for wrong, why in (
        (look(logo, colour="#ffcc00"), Unfit.CONTRAST),
        (look(logo, logo_text=""), Unfit.NO_LOGO_TEXT),
        (Look({}, {"font": logo}), Unfit.FONT),
    ):
        with pytest.raises(ProfileRefused) as refused:
            profiles.save(folder, wrong)
        assert refused.value.why is why
    with pytest.raises(OSError, match="finns inte"):
        profiles.save(folder, Look({}, {"font": file.parent / "finns inte.ttf"}))
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    assert [each.name for each in file.parent.iterdir()] == [folder.name]


def test_a_colour_that_cannot_be_read_is_answered_with_one_that_can():
    assert profiles.passing("#123456") == "#123456"
    shade = profiles.passing("#ffcc00")
    assert shade != "#ffcc00"
    assert profiles.passing(shade) == shade


def test_the_organisation_stands_over_the_forvaltning_and_that_over_the_user(
    paths, file, logo, tmp_path, monkeypatch
):
    assert profiles.source_of(paths, file) == (Source.NONE, None)
    own = profiles.own_folder(paths, None)
    profiles.save(own, look(logo))
    remember(paths, {"profile": str(own)})
    assert profiles.source_of(paths, file) == (Source.USER, own)
    shared = file.parent / profiles.BESIDE
    profiles.save(shared, look(logo))
    assert profiles.profile_folder(paths, file) == shared
    beside = profiles.own_folder(paths, file)
    profiles.save(beside, look(logo))
    assert profiles.profile_folder(paths, file) == beside
    decided = str(tmp_path / "it")
    monkeypatch.setattr(profiles, "read_policy", lambda: Policy({"profile": decided}))
    assert profiles.source_of(paths, file) == (Source.ORGANISATION, Path(decided))


def test_a_look_is_taken_away_but_never_what_it_did_not_bring(paths, file, logo):
    folder = profiles.own_folder(paths, file)
    profiles.save(folder, look(logo))
    profiles.remove(folder)
    assert not folder.exists()
    profiles.save(folder, look(logo))
    (folder / "anteckning.txt").write_text("min", encoding="utf-8")
    profiles.remove(folder)
    assert [each.name for each in folder.iterdir()] == ["anteckning.txt"]
