"""The one way the workshop says that it cannot go on."""


class Trouble(Exception):
    """Something outside our code stands in the way; the text is one line that says what to do."""
