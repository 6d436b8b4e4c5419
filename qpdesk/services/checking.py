"""Looks at a förvaltning's file without opening it for work: is it whole, what is in it."""

from qpdesk.store.checking import Check, Problem
from qpdesk.store.reading import check, read_register

__all__ = ["Check", "Problem", "check", "read_register"]
