"""The same files as the store's tests have."""

from tests.store.conftest import desk, second

__all__ = ["desk", "second"]
