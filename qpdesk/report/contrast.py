"""Colours that can be read: the contrast a text needs, and the nearest shade that has it.

Source: WCAG 2.1, success criterion 1.4.3 (level AA): 4.5 to 1.
"""

from collections.abc import Iterable

from qpdesk.report.looks import HEAD_TINT, PAPER, SIDE_TINT, WATERMARK, Colour

AA = 4.5
GROUNDS = (PAPER, HEAD_TINT, SIDE_TINT, WATERMARK)
"""What a coloured text may stand on."""

_STEPS = 256


def passes(colour: Colour, grounds: Iterable[Colour] = GROUNDS) -> bool:
    """Whether text of the colour can be read on all of the grounds."""
    return all(colour.contrast(ground) >= AA for ground in grounds)


def nearest_passing(colour: Colour, grounds: Iterable[Colour] = GROUNDS) -> Colour:
    """The colour itself if it passes on these light grounds, else as little darker as it must be.

    Its hue stays, as all of it is darkened alike; the answer can be written as ``#rrggbb``.
    """
    grounds = tuple(grounds)
    shades = (_darkened(colour, step / _STEPS) for step in range(_STEPS))
    return next((shade for shade in shades if passes(shade, grounds)), Colour(0, 0, 0))


def _darkened(colour: Colour, part: float) -> Colour:
    """The colour with so much less light, rounded to what a code can say."""
    parts = (colour.red, colour.green, colour.blue)
    return Colour(
        *(int(light * (1 - part) * 255 + (0.5 if not part else 0)) / 255 for light in parts)
    )
