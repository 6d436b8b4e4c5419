"""Answers on their way into the plan: what has been typed, and what the plan would not take."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from qpdesk.domain import edits
from qpdesk.domain.nodes import Node
from qpdesk.domain.record import Scalar, scalar
from qpdesk.domain.register import Register
from qpdesk.gui.words import messages
from qpdesk.services.errors import EditRefused

if TYPE_CHECKING:
    from qpdesk.domain.order import NodeId


class FollowUpDrafts:
    """Answers by their fields. What was refused is kept, also while another item is shown."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._shown: dict[str, Scalar] = {}
        self._refused: dict[tuple[NodeId, str], str] = {}

    def begin(self, node: Node, names: Iterable[str]) -> dict[str, Scalar]:
        """What is to be shown of an item: what was typed and refused, else what the plan says."""
        self._shown = {name: scalar(getattr(node, name)) for name in names}
        return {name: self._refused.get((node.id, name), self._shown[name]) for name in self._shown}

    def renew(self, node: Node, answers: Mapping[str, str]) -> dict[str, Scalar]:
        """What has changed elsewhere and is to be shown: not what the user has typed over."""
        typed = self._typed(answers)
        before, self._shown = self._shown, {n: scalar(getattr(node, n)) for n in self._shown}
        return {
            name: value
            for name, value in self._shown.items()
            if value != before[name] and name not in typed
        }

    def weigh(
        self, node: Node, answers: Mapping[str, str], waiting: Mapping[str, str]
    ) -> dict[str, str]:
        """Why each answer that differs from the plan cannot be saved, in words; "" when it can.

        Args:
            node: The item.
            answers: All answers as they stand.
            waiting: Fields that must wait for others, and why.
        """
        typed = self._typed(answers)
        found = {
            name: waiting.get(name) or self._refusal(node, name, raw) for name, raw in typed.items()
        }
        for name, words in found.items():
            if words:
                self._refused[node.id, name] = typed[name]
            else:
                self._refused.pop((node.id, name), None)
        return found

    def _typed(self, answers: Mapping[str, str]) -> dict[str, str]:
        return {name: raw for name, raw in answers.items() if raw != self._shown.get(name)}

    def _refusal(self, node: Node, name: str, raw: str) -> str:
        try:
            edits.change_many(self._register, node.id, {name: raw})
        except EditRefused as refusal:
            return messages.refusal(refusal)
        return ""
