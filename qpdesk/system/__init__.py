"""The machine we run on: folders, log."""
