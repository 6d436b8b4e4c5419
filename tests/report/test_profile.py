"""A municipality's own look: what fits is used, what does not is refused with its reason."""

import json
import os
import struct
from contextlib import suppress
from dataclasses import replace
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from qpdesk.domain.nodes import PlanState
from qpdesk.domain.record import to_record
from qpdesk.domain.register import Register
from qpdesk.exchange.findings import Code
from qpdesk.exchange.packing import packed
from qpdesk.exchange.sources import read
from qpdesk.report.contrast import AA, GROUNDS, nearest_passing, passes
from qpdesk.report.cover_look import LogoPlace
from qpdesk.report.document import write
from qpdesk.report.faces import FACES
from qpdesk.report.kinds import ProfileRefused, ReportKind, Unfit
from qpdesk.report.looks import Colour
from qpdesk.report.profile import PLAIN, read_profile
from qpdesk.report.word.document import write_word
from tests.report.example import example
from tests.report.expected import Expected
from tests.report.judges import all_faults
from tests.report.reading import Paper
from tests.report.test_every_word import body
from tests.report.word_faults import faults
from tests.report.word_reading import WordFile, unpacked

BODY = files("qpdesk.assets").joinpath("fonts", FACES["Body"]).read_bytes()
SPARE = files("qpdesk.assets").joinpath("fonts", FACES["Spare"]).read_bytes()
colours = st.builds(
    lambda *parts: Colour(*(part / 255 for part in parts)), *[st.integers(0, 255)] * 3
)


def png(colour, size=(300, 120)):
    data = BytesIO()
    Image.new("RGBA", size, colour).save(data, "PNG")
    return data.getvalue()


@pytest.fixture
def folder(tmp_path):
    """Makes the folder of a profile."""

    def make(others=None, **said):
        for name, data in (others or {}).items():
            (tmp_path / name).write_bytes(data)
        (tmp_path / "profile.json").write_text(json.dumps(said), encoding="utf-8")
        return tmp_path

    return make


def refusal(folder):
    with pytest.raises(ProfileRefused) as refused:
        read_profile(folder)
    return refused.value.why


@pytest.mark.parametrize("kind", ReportKind)
@pytest.mark.parametrize("colour", ["#800020", "#fffffe"], ids=["dark logo", "light logo"])
def test_documents_in_a_look_of_their_own_conform_and_say_the_same(kind, colour, folder):
    others = {"logo.png": png(colour), "egen.ttf": SPARE}
    own = read_profile(
        folder(
            others,
            logo="logo.png",
            logo_text="Vätterås vapen",
            colour="#6b1f3a",
            header="Kvalitet å",
            footer="www.vatteras.se",
            font="egen.ttf",
        )
    )
    register, plan = example()
    written = write(register, plan, kind, profile=own)
    assert write(register, plan, kind, profile=own) == written
    path = folder() / "out.pdf"
    path.write_bytes(written.data)
    assert not all_faults(path)
    paper = Paper(path)
    assert paper.lines()[0] == ("Figure", "Vätterås vapen")
    assert body(paper) == Expected(register, plan, kind=kind).lines
    assert all("Kvalitet å" in "".join(page) for page in paper.artifacts[1:])
    assert all("www.vatteras.se" in "".join(page) for page in paper.artifacts[1:])
    with pikepdf.open(path) as pdf:
        names = {str(font.BaseFont) for font in pdf.pages[2].Resources.Font.values()}
        [picture] = pdf.pages[0].Resources.XObject.values()
        corner = pikepdf.PdfImage(picture).as_pil_image().getpixel((0, 0))
    assert any("Own" in name for name in names)
    assert not any("Regular" in name for name in names)
    assert corner == Image.new("RGB", (1, 1), colour).getpixel((0, 0))


def test_a_light_logo_stands_on_a_dark_field(folder):
    data = BytesIO()
    picture = Image.new("RGBA", (200, 100), (255, 255, 255, 0))
    picture.paste((255, 255, 255, 255), (50, 25, 150, 75))
    picture.save(data, "PNG")
    logo = read_profile(folder({"a.png": data.getvalue()}, logo="a.png", logo_text="Vit")).logo
    assert logo.needs_ground
    assert logo.on(Colour.from_hex("#102030")).getpixel((0, 0)) == (16, 32, 48)


ARMS = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 30"><rect width="60" height="30" '
    b'fill="#123456"/><circle cx="30" cy="15" r="9" fill="#ffd700"/></svg>'
)


@pytest.fixture
def dressed(folder):
    """A whole profile with an SVG logo."""
    return read_profile(
        folder(
            {"vapen.svg": ARMS, "egen.ttf": SPARE},
            logo="vapen.svg",
            logo_text="Vätterås <vapen>",
            colour="#6b1f3a",
            header="Kvalitet å & ä",
            footer="www.vatteras.se",
            font="egen.ttf",
        )
    )


@pytest.mark.parametrize("kind", ReportKind)
def test_a_drawn_logo_is_a_figure_with_words(kind, dressed, tmp_path):
    register, plan = example()
    path = tmp_path / "out.pdf"
    path.write_bytes(write(register, plan, kind, profile=dressed).data)
    assert not all_faults(path)
    assert Paper(path).lines()[0] == ("Figure", "Vätterås <vapen>")


@pytest.mark.parametrize("kind", ReportKind)
def test_word_files_wear_the_same_look(kind, dressed):
    register, plan = example()
    data = packed(write_word(register, plan, kind, profile=dressed))
    assert data == packed(write_word(register, plan, kind, profile=dressed))
    assert not faults(unpacked(data))
    parts = unpacked(data)
    picture = Image.open(BytesIO(parts["word/media/logo.png"]))
    assert picture.getpixel((1, 1)) == (0x12, 0x34, 0x56)
    assert b'descr="V\xc3\xa4tter\xc3\xa5s &lt;vapen&gt;"' in parts["word/document.xml"]
    assert b'w:color w:val="6B1F3A"' in parts["word/styles.xml"]
    assert b'w:ascii="DejaVu Sans"' in parts["word/styles.xml"]
    assert b"134A63" not in parts["word/styles.xml"]
    assert "Kvalitet å &amp; ä".encode() in parts["word/header1.xml"]
    assert b"www.vatteras.se" in parts["word/footer2.xml"]
    assert WordFile(data).lines == WordFile(packed(write_word(register, plan, kind))).lines
    assert read(data, "plan.docx").nodes[0].title


def test_toml_is_read_too(tmp_path):
    (tmp_path / "profile.toml").write_text('colour = "#134a63"\nfooter = "Å"', encoding="utf-8")
    assert read_profile(tmp_path).footer == "Å"


def test_an_empty_profile_is_the_house_style(folder):
    assert read_profile(folder()) == PLAIN


# ------------------------------------------------------------------- refused


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"färg": "#000000"}, Unfit.UNKNOWN_KEY),
        ({"colour": 7}, Unfit.NOT_TEXT),
        ({"footer": "a" * 201}, Unfit.NOT_TEXT),
        ({"footer": "a\x00"}, Unfit.NOT_TEXT),
        ({"colour": "röd"}, Unfit.COLOUR),
        ({"colour": "#0000000"}, Unfit.COLOUR),
        ({"colour": "#ffcc00"}, Unfit.CONTRAST),
        ({"logo": "a.png"}, Unfit.NO_LOGO_TEXT),
        ({"logo": "a.png", "logo_text": "A"}, Unfit.OUTSIDE),
        ({"logo": "/etc/passwd", "logo_text": "A"}, Unfit.OUTSIDE),
        ({"logo": "../out.png", "logo_text": "A"}, Unfit.OUTSIDE),
        ({"font": "\ud800"}, Unfit.NOT_TEXT),
        ({"font": "profile.json"}, Unfit.FONT),
    ],
)
def test_what_does_not_fit_is_refused(said, why, folder):
    path = folder(**said)
    (path.parent / "out.png").write_bytes(png("#000000"))
    assert refusal(path) is why


@pytest.mark.parametrize("text", ["", "[", "[]", "[" * 100_000, '{"a": 1' + " " * 70_000 + "}"])
def test_an_unreadable_profile_is_refused(text, folder):
    path = folder()
    (path / "profile.json").write_text(text, encoding="utf-8")
    assert refusal(path) is Unfit.UNREADABLE
    (path / "profile.json").unlink()
    assert refusal(path) is Unfit.UNREADABLE


def bomb():
    """A picture that says it is 40,000 pixels wide and high."""
    data = bytearray(png("#000000"))
    data[16:24] = struct.pack(">II", 40_000, 40_000)
    return bytes(data)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"GIF89a",
        b"<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>",
        png("#000000")[:90],
        bomb(),
        png("#000000") + bytes(4_000_000),
    ],
    ids=["empty", "gif", "svg", "cut", "bomb", "large"],
)
def test_hostile_pictures_are_refused(data, folder):
    assert refusal(folder({"a.png": data}, logo="a.png", logo_text="A")) is Unfit.LOGO


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no links here")
def test_a_link_out_of_the_folder_is_not_followed(folder, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside") / "a.png"
    outside.write_bytes(png("#000000"))
    path = folder(logo="a.png", logo_text="A")
    (path / "a.png").symlink_to(outside)
    assert refusal(path) is Unfit.OUTSIDE


def with_licence(bits):
    count = struct.unpack_from(">H", BODY, 4)[0]
    entries = [struct.unpack_from(">4sIII", BODY, 12 + 16 * index) for index in range(count)]
    [at] = [start for tag, _, start, _ in entries if tag == b"OS/2"]
    return BODY[: at + 8] + struct.pack(">H", bits) + BODY[at + 10 :]


@pytest.mark.parametrize(
    ("bits", "may"), [(0, True), (4, True), (8, True), (2, False), (0x200, False)]
)
def test_only_faces_that_may_be_embedded_are(bits, may, folder):
    path = folder({"a.ttf": with_licence(bits)}, font="a.ttf")
    if may:
        assert read_profile(path).fonts
    else:
        assert refusal(path) is Unfit.FONT


@settings(max_examples=30)
@given(st.binary(max_size=60), st.integers(0, len(BODY) - 60))
def test_a_damaged_face_is_used_or_refused_but_never_a_crash(noise, at):
    with TemporaryDirectory() as name:
        Path(name, "a.ttf").write_bytes(BODY[:at] + noise + BODY[at + len(noise) :])
        Path(name, "profile.json").write_text('{"font": "a.ttf"}', encoding="utf-8")
        with suppress(ProfileRefused):
            read_profile(Path(name))


# ------------------------------------------------------------------ contrast


@given(colours)
def test_the_nearest_shade_passes_and_is_no_darker_than_it_must_be(colour):
    nearest = nearest_passing(colour)
    assert passes(nearest)
    assert Colour.from_hex(nearest.code) == nearest
    if passes(colour):
        assert nearest == colour
    else:
        assert min(nearest.contrast(ground) for ground in GROUNDS) < AA + 0.6
        parts = zip(
            (colour.red, colour.green, colour.blue),
            (nearest.red, nearest.green, nearest.blue),
            strict=True,
        )
        assert all(dark <= light for light, dark in parts)


def test_a_refused_colour_comes_with_one_that_passes(folder):
    with pytest.raises(ProfileRefused) as refused:
        read_profile(folder(colour="#f2a900"))
    offered = Colour.from_hex(refused.value.offer)
    assert passes(offered)
    assert offered.red > offered.green > offered.blue


# --------------------------------------------------------------------- cover


def photograph(size=(320, 160), colour="#336699", **kept):
    data = BytesIO()
    Image.new("RGB", size, colour).save(data, "JPEG", **kept)
    return data.getvalue()


SENDER = {
    "sender": "Socialförvaltningen <å>",
    "address": "Storgatan 1, 123 45 Lillby",
    "phone": "0123-45 67 89",
    "email": "social@lillby.se",
    "web": "javascript:alert(1)",
}
SENT = [
    ("P", "Socialförvaltningen <å>"),
    ("P", "Storgatan 1, 123 45 Lillby"),
    ("P", "0123-45 67 89 · social@lillby.se · javascript:alert(1)"),
]


def cover_of(path):
    lines = Paper(path).lines()
    return lines[: lines.index(("H1", "Innehåll"))]


@pytest.mark.parametrize("kind", ReportKind)
@pytest.mark.parametrize("band", ["thin", "wide", "none"])
@pytest.mark.parametrize("words", ["Torget & ån", ""])
def test_a_cover_of_ones_own_conforms_and_is_read_in_order(kind, band, words, folder):
    said = SENDER | {"band": band, "picture": "torg.jpg", "picture_text": words}
    own = read_profile(folder({"torg.jpg": photograph()}, **said, logo_place="right"))
    register, plan = example()
    written = write(register, plan, kind, profile=own)
    assert write(register, plan, kind, profile=own) == written
    path = folder() / "out.pdf"
    path.write_bytes(written.data)
    assert not all_faults(path)
    bare = folder() / "bare.pdf"
    bare.write_bytes(write(register, plan, kind).data)
    cover = cover_of(path)
    assert cover[-3:] == SENT
    shown = [line for line in cover if line[0] == "Figure"]
    assert shown == ([("Figure", words)] if words else [])
    assert [line for line in cover[:-3] if line not in shown] == cover_of(bare)
    assert body(Paper(path)) == body(Paper(bare))
    with pikepdf.open(path) as pdf:
        [picture] = pdf.pages[0].Resources.XObject.values()
        links = [note.A.URI for note in pdf.pages[0].Annots if "/A" in note]
        assert list(picture.Filter) == ["/DCTDecode"]
    assert links == ["mailto:social@lillby.se"]


def loose(taken):
    """The texts that an import found no place for."""
    return [found.text for found in taken.findings if found.code is Code.LOOSE_TEXT]


def edge_colours(path, y):
    with pypdfium2.PdfDocument(path) as pdf:
        image = pdf[0].render(scale=1).to_pil()
    return {image.getpixel((x, y)) for x in range(5, 590, 45)}


@pytest.mark.parametrize(("band", "heights"), [("thin", 10), ("wide", 64), ("none", 0)])
def test_the_band_is_as_high_as_it_is_chosen_and_in_the_profiles_colour(band, heights, folder):
    own = read_profile(folder(band=band, colour="#6b1f3a"))
    path = folder() / "out.pdf"
    path.write_bytes(write(*example(PlanState.ADOPTED), ReportKind.PLAN, profile=own).data)
    for y in (1, 5, 30, 60, 75):
        inside = (0x6B, 0x1F, 0x3A) if y < heights else (255, 255, 255)
        assert edge_colours(path, y) == {inside}


@pytest.mark.parametrize("place", LogoPlace)
def test_the_logo_stands_where_it_is_put(place, folder):
    said = {"logo": "a.png", "logo_text": "A", "logo_place": place}
    own = read_profile(folder({"a.png": png("#123456")}, **said))
    path = folder() / "out.pdf"
    path.write_bytes(write(*example(), ReportKind.PLAN, profile=own).data)
    assert not all_faults(path)
    with pypdfium2.PdfDocument(path) as pdf:
        [shown] = [each for each in pdf[0].get_objects() if isinstance(each, pypdfium2.PdfImage)]
        left, _, right, _ = shown.get_bounds()
        width = pdf[0].get_width()
    middle = {"left": left - 46, "middle": (left + right - width) / 2, "right": right - width + 46}
    assert abs(middle[place]) < 0.1


def test_names_that_fill_the_cover_lose_no_word(folder):
    long = " ".join(f"Förvaltningsområde{number}" for number in range(9))
    own = read_profile(
        folder({"a.jpg": photograph((100, 300))}, sender=long, address=long, picture="a.jpg")
    )
    _, plan = example()
    fields = dict.fromkeys(("title", "committee", "department", "municipality"), long)
    wide = Register([replace(plan, **fields)])
    path = folder() / "out.pdf"
    path.write_bytes(write(wide, wide[plan.id], ReportKind.PLAN, profile=own).data)
    assert not all_faults(path)
    assert [text for _, text in cover_of(path)].count(long) == 4
    assert " ".join(text for _, text in cover_of(path)).count(long) == 6


def test_a_photograph_is_upright_and_keeps_its_secrets(folder):
    picture = Image.new("RGB", (40, 20), "white")
    picture.paste((200, 0, 0), (0, 0, 20, 20))
    data, exif = BytesIO(), Image.Exif()
    exif[0x0112] = 6  # taken with the camera on its side
    exif[0x013B] = "Anna Andersson"
    picture.save(data, "JPEG", exif=exif, quality=95)
    shown = read_profile(folder({"a.jpg": data.getvalue()}, picture="a.jpg")).cover.picture
    assert shown.image.size == (20, 40)
    assert shown.image.getpixel((10, 5))[0] > shown.image.getpixel((10, 5))[1] + 100
    assert b"Anna" in data.getvalue()
    assert b"Anna" not in shown.jpeg


@pytest.mark.parametrize("kind", ReportKind)
@pytest.mark.parametrize("words", ["Torget <&> ån", ""])
def test_word_has_the_same_cover_and_takes_no_sender_for_the_plans(kind, words, folder):
    said = SENDER | {"picture": "torg.svg", "picture_text": words, "band": "wide"}
    own = read_profile(folder({"torg.svg": ARMS}, **said, logo_place="middle"))
    register, plan = example()
    data = packed(write_word(register, plan, kind, profile=own))
    assert not faults(unpacked(data))
    bare = packed(write_word(register, plan, kind))
    cover = WordFile(data).cover
    assert [text for _, text in cover[-3:]] == [text for _, text in SENT]
    shown = [line for line in cover if line[0] == "Figure"]
    assert shown == ([("Figure", words)] if words else [])
    assert [line for line in cover[:-3] if line not in shown] == WordFile(bare).cover
    assert WordFile(data).lines == WordFile(bare).lines
    document = unpacked(data)["word/document.xml"]
    assert (b'decorative" val="1"' in document) is not bool(words)
    dressed, plain = read(data, "plan.docx"), read(bare, "plan.docx")
    assert loose(dressed) == loose(plain)
    assert to_record(dressed.nodes[0]) == to_record(plain.nodes[0])


@pytest.mark.parametrize(
    ("said", "offer"),
    [
        ({"band": "tjockt"}, "thin, wide, none"),
        ({"logo_place": "../../etc"}, "left, middle, right"),
        ({"logo_place": "LEFT"}, "left, middle, right"),
    ],
)
def test_a_choice_that_there_is_not_is_answered_with_those_there_are(said, offer, folder):
    with pytest.raises(ProfileRefused) as refused:
        read_profile(folder(**said))
    assert (refused.value.why, refused.value.offer) == (Unfit.CHOICE, offer)


@pytest.mark.parametrize(
    "data",
    [b"", b"GIF89a", photograph()[:400], bomb(), photograph() + bytes(10_000_000)],
    ids=["empty", "gif", "cut", "bomb", "large"],
)
def test_hostile_cover_pictures_are_refused(data, folder):
    assert refusal(folder({"a.jpg": data}, picture="a.jpg")) is Unfit.PICTURE
    assert refusal(folder(picture="../a.jpg")) is Unfit.OUTSIDE


@settings(max_examples=60)
@given(st.binary(min_size=1, max_size=40), st.integers(0, 500))
def test_a_damaged_photograph_is_used_or_refused_but_never_a_crash(noise, at):
    whole = photograph(exif=b"Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03")
    with TemporaryDirectory() as name:
        Path(name, "a.jpg").write_bytes(whole[:at] + noise + whole[at + len(noise) :])
        Path(name, "profile.json").write_text('{"picture": "a.jpg"}', encoding="utf-8")
        with suppress(ProfileRefused):
            read_profile(Path(name))
