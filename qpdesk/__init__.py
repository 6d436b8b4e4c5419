"""QPDesk: the quality plan (kvalitetsplan) of a municipality's social services."""

__version__ = "0.1.0"
"""The one place where the version stands; packages and installers read it here."""
