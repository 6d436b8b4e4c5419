"""The municipality's look in the window: tried live, refused in words, worn by PDF and Word."""

import zipfile

import pikepdf
import pytest
from PIL import Image
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QDialog, QMessageBox

from qpdesk.gui.dialogs.profile import ProfileDialog
from qpdesk.services import profiles
from qpdesk.services.printing import Report, write_report, write_word
from qpdesk.services.profiles import Look
from qpdesk.system.policy import Policy


@pytest.fixture
def logo(tmp_path):
    path = tmp_path / "vapen.png"
    Image.new("RGB", (40, 20), "navy").save(path)
    return path


@pytest.fixture
def dialog(qtbot):
    made = ProfileDialog(Look(), "Gäller Lillby", can_change=True)
    qtbot.addWidget(made)
    return made


def test_a_colour_that_cannot_be_read_is_refused_and_another_is_one_click_away(dialog):
    dialog.lines["colour"].setText("#ffcc00")
    assert "WCAG" in dialog.told.text()
    dialog.keep.click()
    assert dialog.result() != QDialog.DialogCode.Accepted
    dialog.offer.click()
    shade = dialog.lines["colour"].text()
    assert shade == profiles.passing("#ffcc00")
    assert dialog.offer.isHidden()
    dialog.keep.click()
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_a_logo_needs_words_for_those_who_do_not_see_it(dialog, logo):
    dialog.set_file("logo", logo)
    dialog.keep.click()
    assert "vad logotypen visar" in dialog.told.text()
    dialog.lines["logo_text"].setText("Vapen")
    dialog.keep.click()
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_the_sketch_wears_the_look_at_once(dialog, logo):
    def colours():
        image = dialog.sketch.grab().toImage()
        return {
            image.pixelColor(x, y).name()
            for x in range(0, image.width(), 2)
            for y in range(0, image.height(), 2)
        }

    dialog.resize(900, 700)
    assert "#7a1f3d" not in colours()
    dialog.lines["colour"].setText("#7a1f3d")
    assert "#7a1f3d" in colours()
    dialog.set_file("logo", logo)
    assert QColor("navy").name() in colours()


def test_a_light_logo_stands_on_the_colour_in_the_sketch_too(dialog, tmp_path):
    Image.new("RGBA", (80, 40), (255, 255, 255, 0)).save(tmp_path / "unseen.png")
    light = Image.new("RGBA", (80, 40), (255, 255, 255, 0))
    light.paste((255, 255, 255, 255), (30, 10, 50, 30))
    light.save(tmp_path / "light.png")
    dialog.resize(900, 700)
    dialog.lines["colour"].setText("#7a1f3d")

    def coloured():
        image = dialog.sketch.grab().toImage()
        points = ((x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2))
        return sum(image.pixelColor(*point).name() == "#7a1f3d" for point in points)

    before = coloured()
    dialog.set_file("logo", tmp_path / "light.png")
    assert coloured() > before + 100


def test_the_cover_is_chosen_seen_and_kept(dialog, tmp_path):
    photograph = tmp_path / "torg.JPG"
    Image.new("RGB", (80, 40), "teal").save(photograph, "JPEG", quality=95)
    dialog.resize(900, 700)
    dialog.leaves.setCurrentIndex(1)
    before = dialog.sketch.grab().toImage()
    dialog.set_file("picture", photograph)
    dialog.choices["band"].setCurrentIndex(1)
    dialog.choices["logo_place"].setCurrentIndex(2)
    dialog.lines["sender"].setText("Socialförvaltningen å")
    assert dialog.sketch.grab().toImage() != before
    dialog.keep.click()
    assert dialog.result() == QDialog.DialogCode.Accepted
    profiles.save(tmp_path / "a.profil", dialog.look())
    kept = profiles.read_look(tmp_path / "a.profil")
    assert kept.texts == {
        "band": "wide",
        "logo_place": "right",
        "sender": "Socialförvaltningen å",
    }
    assert kept.files["picture"].name == "picture.jpg"
    shown = ProfileDialog(kept, "", can_change=True)
    assert shown.look() == kept
    profiles.remove(tmp_path / "a.profil")
    assert not (tmp_path / "a.profil").exists()


def test_a_cover_picture_that_is_none_is_refused_in_words(dialog, tmp_path):
    (tmp_path / "a.jpg").write_bytes(b"<script>")
    dialog.set_file("picture", tmp_path / "a.jpg")
    dialog.keep.click()
    assert dialog.told.text().startswith("Omslagsbild: ")
    assert dialog.result() != QDialog.DialogCode.Accepted


def test_what_the_organisation_has_decided_cannot_be_changed(qtbot):
    shown = ProfileDialog(Look({"colour": "#123456"}), "Bestämt", can_change=False)
    qtbot.addWidget(shown)
    assert not any(line.isEnabled() for line in shown.lines.values())
    assert not hasattr(shown, "keep")


@pytest.fixture
def kept(window, monkeypatch, logo):
    """A look that a person has given the open file's documents."""

    def ends(dialog):
        dialog.set_file("logo", logo)
        dialog.lines["logo_text"].setText("Vapen")
        dialog.lines["footer"].setText("Lillby kommun, socialförvaltningen")
        dialog.lines["colour"].setText("#7a1f3d")
        dialog._try()
        return dialog.result()

    monkeypatch.setattr(ProfileDialog, "exec", ends)
    window.preferences.show_profile()
    return window.session.editor.document.path.with_suffix(".profil")


def test_a_look_is_kept_beside_the_file_and_worn_by_its_documents(
    window, kept, monkeypatch, tmp_path, qtbot
):
    assert profiles.read_look(kept).texts["colour"] == "#7a1f3d"
    assert kept.name in window.foot.line.text()
    document = window.session.editor.document
    plan = document.register.children()[0].id
    folder = profiles.profile_folder(window.paths, document.path)
    for write, path in ((write_report, tmp_path / "a.pdf"), (write_word, tmp_path / "a.docx")):
        write(document.register, Report(plan), path, profile=folder)
    with pikepdf.open(tmp_path / "a.pdf") as pdf:
        assert any(page.get_images() for page in pdf.pages)
    with zipfile.ZipFile(tmp_path / "a.docx") as word:
        parts = {name: word.read(name) for name in word.namelist()}
    assert any(name.startswith("word/media/") for name in parts)
    assert any(b"Lillby kommun" in part for part in parts.values())


def test_a_profile_that_cannot_be_kept_is_told(window, monkeypatch, logo):
    told = []
    monkeypatch.setattr(QMessageBox, "warning", lambda *args: told.append(args[2]))

    def full(*_):
        raise OSError(28, "full")

    monkeypatch.setattr(profiles, "save", full)
    monkeypatch.setattr(ProfileDialog, "exec", lambda _: QDialog.DialogCode.Accepted)
    window.preferences.show_profile()
    assert "kunde inte sparas" in told[0]


def test_a_decided_profile_is_shown_as_such(window, monkeypatch, tmp_path):
    shown = []
    monkeypatch.setattr(profiles, "read_policy", lambda: Policy({"profile": str(tmp_path)}))
    monkeypatch.setattr(ProfileDialog, "exec", lambda dialog: shown.append(dialog) or 0)
    window.preferences.show_profile()
    assert not hasattr(shown[0], "keep")
