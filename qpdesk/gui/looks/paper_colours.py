"""Colours of what is paper on the screen: the same in light and dark, as paper is."""

WHITE = "#ffffff"
FOUND, CURRENT, FRAME = "#ffe680", "#ffb84d", "#5c2a00"
"""What was found on a page; the one that is looked at, and its frame."""
INK, TINT, RULE = "#1b2126", "#e3edf2", "#b9c4cb"
HOUSE = "#134a63"
"""The colour of documents of a municipality that has chosen none."""
