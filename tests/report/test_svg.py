"""SVG logos are drawn; what is not plain shapes, or could take the program's time, is refused."""

from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from qpdesk.report.svg import UnfitDrawing, drawn

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
RED = '<rect width="100" height="50" fill="#ff0000"/>'


def svg(inside, said='viewBox="0 0 100 50"', before=""):
    return f"{before}{HEAD} {said}>{inside}</svg>".encode()


def picture(data):
    return Image.open(BytesIO(drawn(data))).convert("RGBA")


def test_shapes_are_drawn_sharply_and_what_is_empty_stays_clear():
    made = picture(svg('<circle cx="25" cy="25" r="20" fill="#123456"/>'))
    assert made.size == (1000, 500)
    assert made.getpixel((250, 250)) == (0x12, 0x34, 0x56, 255)
    assert made.getpixel((900, 250))[3] == 0


@pytest.mark.parametrize(
    "data",
    [
        svg(RED, 'width="40mm" height="20mm"'),
        svg(RED, before='<?xml version="1.0" encoding="utf-8"?><!-- Å -->'),
        svg(RED, before='<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/x.dtd">'),
        svg('<style type="text/css">.st0{fill:#ff0000;stroke-dasharray:none}</style>'
            '<path class="st0" d="M0 0H100V50H0z"/>'),
        svg('<defs><g id="a">' + RED + '</g></defs><use xlink:href="#a"/>'),
        svg('<defs><clipPath id="c"><rect width="100" height="50"/></clipPath></defs>'
            '<g clip-path="url(#c)">' + RED + "</g>"),
        svg('<linearGradient id="g"><stop stop-color="#f00"/></linearGradient>'
            '<rect width="100" height="50" fill="url(#g)"/>'),
        svg('<x:note xmlns:x="urn:editor"><x:script>1</x:script></x:note>' + RED),
    ],
)  # fmt: skip
def test_what_drawing_programs_write_is_drawn(data):
    made = picture(data)
    assert max(made.size) == 1000
    assert made.getpixel((200, 200)) == (255, 0, 0, 255)


USES = "".join(
    f'<g id="g{n}"><use href="#g{n - 1}"/><use href="#g{n - 1}"/></g>' for n in range(1, 40)
)


@pytest.mark.parametrize(
    "inside",
    [
        '<image href="/etc/hostname"/>',
        '<image href="data:image/png;base64,AAAA"/>',
        '<use href="http://example.se/a.svg#b"/>',
        '<use xlink:href="file:///etc/passwd#b"/>',
        '<rect fill="url(http://example.se/#a)"/>',
        '<rect style="fill:url(//example.se/#a)"/>',
        "<style>@import 'http://example.se';</style>",
        "<style>rect{fill:url('http://example.se')}</style>",
        "<style>rect{filter:url(#f)}</style>",
        "<style>rect{f\\69 ll:red}</style>",
        "<script>alert(1)</script>",
        "<foreignObject/>",
        "<text>Vätterås</text>",
        '<filter id="f"/>',
        '<pattern id="p"/>',
        '<animate attributeName="x"/>',
        '<svg viewBox="0 0 1 1"/>',
        '<path d="M0 0H9" stroke-dasharray="0.0001"/>',
        '<path d="M0 0H9" style="stroke-dasharray:0.0001"/>',
        '<g id="g0"><rect/></g>' + USES + '<use href="#g39"/>',
        '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>',
        "<rect/>" * 6_000,
        "<g>" * 80 + "</g>" * 80,
        "<g opacity='.5'><rect/></g>" * 1_500,
        "<style>g{opacity:.5}</style>" + "<g><rect/></g>" * 800,
    ],
)
def test_what_is_not_plain_shapes_is_refused(inside):
    with pytest.raises(UnfitDrawing):
        drawn(svg(inside))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00\xff",
        b"<html/>",
        b"<svg/>",
        svg(RED)[:-4],
        svg(RED).decode().encode("utf-16"),
        svg(RED, 'viewBox="0 0 1 1000"'),
        svg(RED, 'viewBox="0 0 0 0"'),
        svg(RED, 'viewBox="0 0 1e9 1e9"'),
        svg(RED, 'viewBox="0 0 nan 5"'),
        svg(RED, 'width="100%" height="100%"'),
        svg(RED, ""),
        svg("&a;", before='<!DOCTYPE svg [<!ENTITY a "aaaa">]>'),
        svg("&a;", before='<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
        svg(RED, before='<?xml-stylesheet href="http://example.se/a.css"?>'),
        svg(RED + "<!--" + "a" * 1_000_000 + "-->"),
    ],
)
def test_what_is_no_drawing_is_refused(data):
    with pytest.raises(UnfitDrawing):
        drawn(data)


def test_the_more_there_is_to_draw_the_fewer_pixels_it_gets():
    whole = '<path d="M0 0H100V50H0z" fill="#ff0000" fill-opacity=".5"/>'
    assert max(picture(svg(whole * 1_900)).size) < 500


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=30), st.integers(0, 200))
def test_a_damaged_drawing_is_drawn_or_refused_but_never_a_crash(noise, at):
    data = svg(RED + "<g><use href='#a'/></g><path id='a' d='M0 0L5 5z'/>")
    with suppress(UnfitDrawing):
        drawn(data[:at] + noise + data[at + len(noise) :])
