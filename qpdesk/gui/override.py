"""``override`` for what the first window loads: the library it is from takes as long as the menus.

It marks where Qt calls us, for colleagues and mypy; everybody else has it from typing_extensions.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing_extensions import override
else:

    def override(method: object) -> object:
        """The method, as it is."""
        return method


__all__ = ["override"]
