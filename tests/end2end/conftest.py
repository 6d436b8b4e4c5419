from tests.cli.conftest import _example, example, qpdesk

__all__ = ["_example", "example", "qpdesk"]
