"""Installs what was built and uses it as a person and an IT department would."""
