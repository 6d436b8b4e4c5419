"""A reading in the few words that tests compare: nested titles with the fields that matter."""

from qpdesk.domain.nodes import Kind, kind_of
from qpdesk.domain.register import Register
from qpdesk.exchange.sources import read

TREE = (Kind.AREA, Kind.RISK, Kind.CONTROL, Kind.MEASURE)


def outline(reading):
    """Areas with all below them, one line an item, indented: "kind title (level)"."""
    register = Register(reading.nodes)
    lines = []
    for node in register.walk():
        if kind_of(node) in TREE:
            depth = len(list(register.ancestors(node.id))) - 1
            level = f" ({node.level})" if getattr(node, "level", None) else ""
            lines.append("  " * depth + f"{kind_of(node).value} {node.title}{level}")
    return lines


def of(reading, kind):
    """The items of one kind, in the order of the document."""
    register = Register(reading.nodes)
    return [node for node in register.walk() if kind_of(node) is kind]


def codes(reading, code):
    """The texts of the findings with that code."""
    return [finding.text for finding in reading.findings if finding.code is code]


def reading_of(data, name="fil"):
    return read(data, name)
