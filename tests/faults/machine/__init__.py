"""Runs inside a small Linux of its own, where power can be cut and cables pulled."""
