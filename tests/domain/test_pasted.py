"""What comes from Word and web pages becomes plain blocks, and never anything that acts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qpdesk.domain.pasted import as_html, from_html, from_text
from qpdesk.domain.running_text import Block, Shape
from tests.plans import AWKWARD

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><title>Hemligt</title>
<style>p.MsoNormal {color:red}</style><xml>x</xml></head><body lang=SV>
<h1>F&ouml;rebyggande<br>arbete</h1>
<p class=MsoNormal>Ett <b>fetstilt</b>
stycke &lt;b&gt; &amp; mer.<o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'>\N{MIDDLE DOT}<span>&nbsp;&nbsp;&nbsp; </span></span><![endif]>
Utveckla en chatt</p>
<ul><li>F\N{LATIN SMALL LETTER O WITH DIAERESIS}rsta</li><li><p>Andra</p></li></ul>
<h5>Djup rubrik</h5><p>&nbsp;</p>
</body></html>"""


def plain(blocks):
    return [(block.shape, block.text) for block in blocks]


def test_a_page_from_word():
    assert plain(from_html(WORD)) == [
        (Shape.HEADING_1, "Förebyggande"),
        (Shape.HEADING_1, "arbete"),
        (Shape.PARAGRAPH, "Ett fetstilt stycke <b> & mer."),
        (Shape.BULLET, "Utveckla en chatt"),
        (Shape.BULLET, "Första"),
        (Shape.BULLET, "Andra"),
        (Shape.HEADING_3, "Djup rubrik"),
    ]


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ('<a href="https://a.se/x">Läs mer</a>', "Läs mer (https://a.se/x)"),
        ('<a href="https://a.se/">https://a.se</a>', "https://a.se"),
        ('<a href="mailto:a@b.se">a@b.se</a>', "a@b.se"),
        ('<a href="javascript:alert(1)">Tryck här</a>', "Tryck här"),
        ('<a href="file:///etc/passwd">Tryck här</a>', "Tryck här"),
        ("<script>alert(1)</script><p onclick='x()'>Text</p>", "Text"),
        ("<img src='https://a.se/spy.gif' onerror=x()>Text", "Text"),
        ("Text<!-- <p>dolt</p> -->", "Text"),
        ("<p>Text\x00\x07</p>", "Text\N{REPLACEMENT CHARACTER}\N{REPLACEMENT CHARACTER}"),
    ],
)
def test_only_words_and_harmless_links_are_kept(page, text):
    (block,) = from_html(page)
    assert block.text == text


@given(st.text())
def test_any_text_may_be_pasted_as_a_page(page):
    for block in from_html(page):
        assert "\n" not in block.text


@given(st.lists(st.builds(Block, st.sampled_from(list(Shape)), st.sampled_from(AWKWARD))))
def test_what_is_copied_for_word_can_be_pasted_again(blocks):
    blocks = [block.settled() for block in blocks]
    assert plain(from_html(as_html(blocks, [block.text for block in blocks]))) == plain(blocks)


def test_a_plain_text_has_paragraphs_and_bullets():
    assert plain(from_text("Ett\r\n\N{BULLET} två\n")) == [
        (Shape.PARAGRAPH, "Ett"),
        (Shape.BULLET, "två"),
    ]
